from io import StringIO

import msgspec
import pytest
from rich.console import Console

from firsthand.model import Brief
from firsthand.report import render, terminal
from firsthand.report.terminal import shares
from tests.report import hostile


def printed(brief: Brief, width: int, limit: int | None = 25, colour: bool = False) -> str:
    out = StringIO()
    terminal(brief, Console(file=out, width=width, force_terminal=colour), limit=limit)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_terminal_keeps_to_the_width(brief: Brief, width: int) -> None:
    lines = printed(brief, width).splitlines()
    assert max(map(len, lines)) <= width
    assert lines == [line.rstrip() for line in lines]


def test_terminal_has_no_codes_when_piped(brief: Brief) -> None:
    assert "\x1b" not in printed(brief, 80)
    assert "\x1b" in printed(brief, 80, colour=True)


def test_terminal_shows_conflicts_first_with_their_quotes(brief: Brief) -> None:
    text = printed(brief, 120)
    assert (
        text.index("Where the reports differ")
        < text.index("Revised")
        < text.index("Repeated by many")
        < text.index("What is reported")
    )
    assert (
        "“The freighter had been carrying 450 tons of ammonium nitrate, harbour master Elena Tarvo told Reuters.”"
        in text
    )
    assert ">40 (officials) [1] · ~50 (Doctors) [5] · 52 (officials) [2, 6]" in text


def test_terminal_says_what_it_leaves_out(brief: Brief) -> None:
    finding = brief.findings[0]
    many = tuple(msgspec.structs.replace(finding, id=f"f{index}") for index in range(40))
    big = msgspec.structs.replace(brief, findings=many)
    assert "… 15 more (--all)" in printed(big, 80)
    assert "--all" not in printed(big, 80, limit=None)


def test_terminal_takes_no_codes_from_a_document() -> None:
    text = printed(hostile.brief(), 80)
    assert "\x1b" not in text
    assert "\x07" not in text


def test_shares_leaves_room_for_each_section() -> None:
    assert shares([("differ", 3), ("known", 2)], 25) == [3, 2]
    assert shares([("differ", 100), ("known", 100)], None) == [100, 100]
    assert shares([("differ", 9), ("repeated", 30), ("known", 50)], 25) == [9, 4, 12]
    assert shares([("differ", 100), ("revised", 100), ("known", 100)], 5) == [4, 1, 0]


def test_render_knows_every_format(brief: Brief) -> None:
    assert render(brief, "json").startswith("{")
    assert render(brief, "html").startswith("<!DOCTYPE html>")
    assert render(brief, "markdown").startswith("# ")
    assert "\x1b" not in render(brief, "terminal")
    with pytest.raises(ValueError, match="unknown format"):
        render(brief, "pdf")  # type: ignore[arg-type]
