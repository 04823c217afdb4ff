"""Toponyms of a text placed together."""

import pytest

from firsthand.names import Gazetteer, Toponym, place_toponyms
from firsthand.names.toponyms import asked, beside


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def placed(text: str, names: list[str], gazetteer: Gazetteer) -> list[tuple[str, str | None] | None]:
    """Name of the spot and what it was taken from, for each name at its first place."""
    toponyms = [Toponym(text.index(name), text.index(name) + len(name), name) for name in names]
    return [one and (one.spot.name, one.beside) for one in place_toponyms(text, toponyms, gazetteer)]


def test_beside_ends_with_the_sentence() -> None:
    text = "He was held in Shelby. Montana officials came from Lyon, France and Italy."
    assert beside(text, [(15, 21)]) == ()
    assert beside(text, [(text.index("Lyon"), text.index("Lyon") + 4)]) == ("France",)


def test_asked_is_the_country_of_a_demonym_and_a_name_for_capitals() -> None:
    assert asked("Turkish") == "Turkey"
    assert asked("TORRINGTON") == "Torrington"
    assert asked("HARLAN CO.") == "Harlan County"
    assert asked("U.S.") == "U.S."


def test_place_puts_streets_where_their_town_is(gazetteer: Gazetteer) -> None:
    text = "The shop on Tavira Street, Lisbon, burned; crowds in Quelmo Square saw it."
    assert placed(text, ["Tavira Street", "Lisbon", "Quelmo Square"], gazetteer) == [
        ("Lisbon", "Lisbon"),
        ("Lisbon", None),
        ("Lisbon", "Lisbon"),
    ]


def test_place_takes_a_street_for_no_town(gazetteer: Gazetteer) -> None:
    text = "In Chicago he stood at Franklin and Hubbard streets."
    assert placed(text, ["Chicago", "Franklin", "Hubbard"], gazetteer) == [
        ("Chicago", None),
        ("Chicago", "Chicago"),
        ("Chicago", "Chicago"),
    ]


def test_place_knows_the_place_within_a_name(gazetteer: Gazetteer) -> None:
    text = "Judges of the Seoul Criminal Court ruled; Oslo was silent."
    assert placed(text, ["Seoul Criminal Court", "Oslo"], gazetteer)[0] == ("Seoul", "Seoul")


def test_place_says_nothing_where_nothing_is_known(gazetteer: Gazetteer) -> None:
    assert placed("The bridge of Qwxzzy fell.", ["Qwxzzy"], gazetteer) == [None]


def test_place_gives_one_sense_to_spellings_of_one_name(gazetteer: Gazetteer) -> None:
    text = "LONDON, Ky. – Police found the car. It is the third in London since May."
    spots = placed(text, ["LONDON", "London"], gazetteer)
    assert spots[0] == spots[1] == ("London", None)
    toponyms = [Toponym(0, 6, "LONDON"), Toponym(text.index("London"), text.index("London") + 6, "London")]
    assert {one.spot.admin1 for one in place_toponyms(text, toponyms, gazetteer) if one} == {"Kentucky"}
