"""What the model takes out of a page, and what it must leave."""

from collections.abc import Callable

from firsthand.model import Document
from firsthand.reading.cleaning.furniture import clean
from tests.reading.conftest import LAST, LEAD, SECOND, THIRD, TITLE, kinds, page, rules

RULE = "unlike the article's lines"
HEAD = ("Coast Courier", "E-Edition", "My shelf", "Today's tides", "Weather 12°", "Crosswords", "Boat market")
FOOT = (
    "The Courier's clock stands above the fish hall",
    "Choir of Estrand looks for tenors",
    "Ferry timetable changes in June",
    "Tarsk library opens its cellar to readers again",
    "Terms",
    "Imprint",
    "Our shops",
    "Back issues",
)


def body(document: Document) -> list[str]:
    return [text for kind, text in kinds(document) if kind == "body"]


def test_judge_takes_out_what_no_rule_knows(read_text: Callable[..., Document]) -> None:
    document = read_text(page(*HEAD, TITLE, "24 May 2021", LEAD, SECOND, THIRD, LAST, *FOOT))
    assert body(document) == [LEAD, SECOND, THIRD, LAST]
    assert RULE in rules(document).values()


def test_judge_leaves_an_article_as_it_is(read_text: Callable[..., Document]) -> None:
    document = read_text(page(TITLE, LEAD, "What is known", SECOND, "The dead:", "Maria Holm, 34", THIRD, LAST))
    assert body(document) == [LEAD, "What is known", SECOND, "The dead:", "Maria Holm, 34", THIRD, LAST]
    assert document.removed == ()


def test_judge_takes_no_sentence_out_of_what_was_an_article_before() -> None:
    lines = [LEAD, "Follow the harbour's own account of the night, which it gives today.", SECOND, THIRD]
    cleaned = clean("\n".join(lines), TITLE, whole_page=False)
    assert [line.text for line in cleaned.lines] == lines


def test_judge_source_leads_back_into_the_file(read_text: Callable[..., Document]) -> None:
    text = page(*HEAD, TITLE, "24 May 2021", LEAD, SECOND, THIRD, LAST, *FOOT)
    document = read_text(text)
    assert document.source
    assert all(document.text[a:b] == text[at : at + b - a] for a, b, at in document.source)
    covered = sum(b - a for a, b, _ in document.source)
    assert covered == len(document.text.replace("\n", ""))
    assert all(text[gone.at :].startswith(gone.text) for gone in document.removed if gone.at is not None)
