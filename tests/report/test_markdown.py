import re

from firsthand.model import Brief
from firsthand.report import markdown
from firsthand.report.markdown import escaped
from tests.report import hostile


def test_markdown_quotes_in_blockquotes_with_the_value_marked(brief: Brief) -> None:
    text = markdown(brief)
    assert (
        "  > “The freighter had been carrying **450 tons** of ammonium nitrate, harbour master Elena Tarvo told" in text
    )
    assert "### How far was the ship off the depot? — conflict" in text
    assert text.endswith("\n")


def test_markdown_takes_nothing_hostile_as_markup() -> None:
    text = markdown(hostile.brief())
    assert not re.search(r"(?<!\\)<(?!https?:)", text.replace("](<", ""))
    assert not re.search(r"(?<!\\)\]\(<?javascript", text)
    assert "\x1b" not in text


def test_escaped_disarms_the_beginning_of_a_line() -> None:
    assert escaped("1. not a list") == "1\\. not a list"
    assert escaped("- not a list") == "\\- not a list"
    assert escaped("+ nor this") == "\\+ nor this"
    assert escaped("a & b <c>") == "a &amp; b \\<c\\>"
