"""What a site prints on every page is learnt within a run."""

from pathlib import Path

from firsthand.reading import read
from firsthand.reading.cleaning.recurring import recurring
from firsthand.reading.draft import Draft
from tests.reading.conftest import rules

BOX = "The Harbour Post Coast Desk"
BACKGROUND = (
    "The port of Veldmar was built in 1911 and has been closed for the winter in every year since the war ended."
)


def article(number: int, *more: str) -> str:
    places = ("Estrand", "Morland", "Varesk", "Tarsk", "Quellin")
    place = places[number]
    first = f"A ship that was on its way to {place} with {number + 2} sailors came ashore on Monday, the harbour said."
    second = f"The mayor of {place} thanked those who had gone out in {number + 4} boats although the storm went on."
    return "\n".join((f"Ship for {place} comes ashore in a storm", BOX, first, *more, second))


def drafts(*bodies: str, outlet: str | None = "Harbour Post") -> list[Draft]:
    return [Draft(f"{i}.txt", body, outlet=outlet) for i, body in enumerate(bodies)]


def test_recurring_line_of_three_articles() -> None:
    assert recurring(drafts(*map(article, range(3)))) == {"Harbour Post": frozenset((BOX.lower(),))}
    assert recurring(drafts(*map(article, range(2)))) == {}


def test_recurring_editions_of_one_article_count_once() -> None:
    assert recurring(drafts(article(0), article(0), article(0), article(1))) == {}


def test_recurring_lines_of_unknown_outlets_stand_in_half_of_them() -> None:
    other = [
        f"Corn harvest of {year}\nThe corn of {year} was sold at {year} crowns a ton, the mill of Tarsk said. {year}"
        for year in range(1990, 1994)
    ]
    assert recurring(drafts(*map(article, range(3)), outlet=None)) == {None: frozenset((BOX.lower(),))}
    assert recurring(drafts(*map(article, range(3)), *other, outlet=None)) == {}


def test_recurring_line_is_taken_out_and_background_stays(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(article(number, BACKGROUND), "utf-8")
    documents, problems = read([tmp_path])
    assert problems == []
    assert all(BACKGROUND in document.text for document in documents)
    assert all(rules(document)[BOX] == "stands in other articles of the outlet" for document in documents)
