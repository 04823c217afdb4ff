"""Outlets, authors, publication dates."""

import pytest

from firsthand.reading.dates import normalised
from firsthand.reading.metadata import authors_of, outlet_of


@pytest.mark.parametrize(
    "name, url, outlet",
    [
        (None, "https://www.nytimes.com/2021/05/24/world/ship.html", "The New York Times"),
        (None, "http://edition.cnn.com/2021/ship", "CNN"),
        ("www.dw.com", "http://www.dw.com/en/ship/a-1", "Deutsche Welle"),
        (None, "http://www.veldmarpost.example:80/a", "veldmarpost.example"),
        (None, "http://web.archive.org/web/20210524150537/http://www.bbc.co.uk:80/news/1", "BBC"),
        ("Coast Courier", "http://www.bbc.co.uk/news/1", "Coast Courier"),
        (None, None, None),
        (None, "http://[broken", None),
    ],
)
def test_metadata_outlet(name: str | None, url: str | None, outlet: str | None) -> None:
    assert outlet_of(name, url) == outlet


@pytest.mark.parametrize(
    "entries, authors",
    [
        (["Abc News", "Mara Quist"], ("Mara Quist",)),
        (["The Associated Press"], ("The Associated Press",)),
        (["Press Association", "Min Read"], ("Press Association",)),
        (["Reuters Editorial", "By Mara Quist and Joss Ferrel"], ("Mara Quist", "Joss Ferrel")),
        (["Mara Quist For Mailonline", "mara quist"], ("Mara Quist",)),
        (["Www.Dw.Com", "Author", "", "May", "http://abcnews.go.com/m"], ()),
        (["Mara Quist, Joss Ferrel; Ada Lund"], ("Mara Quist", "Joss Ferrel", "Ada Lund")),
    ],
)
def test_metadata_authors(entries: list[str], authors: tuple[str, ...]) -> None:
    assert authors_of(entries, "ABC News", "http://abcnews.go.com/US/ship") == authors


@pytest.mark.parametrize(
    "value, iso",
    [
        ("2021-05-24T00:00:00", "2021-05-24"),
        ("2021-05-24T17:20:00Z", "2021-05-24T17:20:00+00:00"),
        ("2021-05-24 17:20:00+0200", "2021-05-24T17:20:00+02:00"),
        ("Mon, 24 May 2021 17:20:00 GMT", "2021-05-24T17:20:00+00:00"),
        ("24/05/2021", "2021-05-24"),
        ("May 24th, 2021", "2021-05-24"),
        (1621876800, "2021-05-24T17:20:00+00:00"),
        (1621876800000, "2021-05-24T17:20:00+00:00"),
        (None, None),
        ("", None),
    ],
)
def test_dates_normalised(value: object, iso: str | None) -> None:
    assert normalised(value) == (iso, None)


@pytest.mark.parametrize(
    "value, reason",
    [("05/06/2021", "two ways"), ("2021-02-30", "no day"), ("soon", "not understood"), (1e300, "out of range")],
)
def test_dates_that_cannot_be_read_say_why(value: object, reason: str) -> None:
    iso, wrong = normalised(value)
    assert iso is None
    assert wrong is not None
    assert reason in wrong
