"""Authors as pages print them; the rest of what stands there names nobody."""

from collections.abc import Callable

import pytest

from firsthand.model import Document
from tests.reading.conftest import LAST, LEAD, SECOND, THIRD, TITLE, page


@pytest.mark.parametrize(
    "line, authors",
    [
        ("By Mara Quist and Joss Ferrel, Coast Correspondent", ("Mara Quist", "Joss Ferrel")),
        ("By MARA QUIST", ("Mara Quist",)),
        ("Posted by Mara Quist on May 24, 2021 in Coast · 3 Comments", ("Mara Quist",)),
        ("Words by Ana de Luz", ("Ana de Luz",)),
        ("Author: Mara Quist", ("Mara Quist",)),
        ("Mara Quist / ESTRAND", ("Mara Quist",)),
        ("Mara Quist, Staff Writer", ("Mara Quist",)),
        ("By the harbour office", ()),
        ("Middle East", ()),
        ("Photo by Mara Quist", ()),
        ("Harbour Post", ()),
    ],
)
def test_bylines_above_the_article(read_text: Callable[..., Document], line: str, authors: tuple[str, ...]) -> None:
    document = read_text(page(TITLE, line, "24 May 2021", LEAD, SECOND, THIRD, LAST))
    assert document.authors == authors
    assert document.published == "2021-05-24"


def test_bylines_title_that_says_by_names_nobody(read_text: Callable[..., Document]) -> None:
    title = "Nine sailors of the grain ship saved by Ines Tolland"
    assert read_text(page(title, "24 May 2021", LEAD, SECOND, THIRD)).authors == ()


def test_bylines_name_without_a_date_beside_it_is_not_believed(read_text: Callable[..., Document]) -> None:
    assert read_text(page(TITLE, "Ines Tolland", LEAD, SECOND, THIRD)).authors == ()


@pytest.mark.parametrize(
    "line, day",
    [
        ("Mon, May 24, 2021 at 1:17 PM GMT+1", "2021-05-24T13:17"),
        ("Coast Desk | 2021-05-24 19:23", "2021-05-24T19:23"),
        ("(TNA) 2021-05-24 18:30:00|Editor: quist", "2021-05-24T18:30"),
    ],
)
def test_bylines_dates_in_lines_that_say_more(read_text: Callable[..., Document], line: str, day: str) -> None:
    assert read_text(page("26 June 2024", TITLE, line, LEAD, SECOND, THIRD, LAST)).published == day
