from collections.abc import Callable

import pytest

from firsthand.claims.attribution.people import Roster
from firsthand.claims.attribution.view import View
from tests.claims.attribution.conftest import witnesses


def test_people_surname_stands_for_the_full_name() -> None:
    text = "Tomas Brek said the cannery was lost. Brek said the bank would wait."
    assert witnesses(text) == ["Tomas Brek", "Tomas Brek"]


def test_people_full_name_may_come_later() -> None:
    text = "Mr. Brek said the cannery was lost. Tomas Brek has worked there since May."
    assert witnesses(text) == ["Tomas Brek"]


def test_people_first_name_stands_for_its_only_bearer() -> None:
    text = "Maria Brek said the cannery was lost. Maria said the bank would wait."
    assert witnesses(text) == ["Maria Brek", "Maria Brek"]


def test_people_same_surname_is_two_people() -> None:
    text = (
        "Maria Brek and Tomas Brek run the cannery. Tomas Brek said it was lost. Maria Brek said the bank would wait."
    )
    assert witnesses(text) == ["Tomas Brek", "Maria Brek"]


@pytest.mark.parametrize(
    "full, short",
    [
        ("Tomas Brek-Hanna", "Brek-Hanna"),
        ("Tomas Lund-Akeso", "Lund-Akeso"),
        ("Anna Reyes-Holt", "Reyes-Holt"),
    ],
)
def test_people_hyphenated_names_stay_whole(full: str, short: str) -> None:
    text = f"{full} said the cannery was lost. {short} said the bank would wait."
    assert witnesses(text) == [full, full]


def test_people_hyphenated_first_name() -> None:
    assert witnesses("Min Jae-su said the cannery was lost.") == ["Min Jae-su"]


@pytest.mark.parametrize(
    "name",
    ["Estrand Vale", "Hope Market", "Juno Harrow", "Amal Orchard"],
)
def test_people_age_shows_a_name_that_looks_like_something_else(name: str) -> None:
    text = f"{name}, 61, said the cannery was lost. {name.split()[1]} said the bank would wait."
    assert witnesses(text) == [name, name]


def test_people_role_before_shows_a_name_that_looks_like_something_else() -> None:
    text = "A nurse, Harbour Lindgren, said the cannery was lost. Lindgren said the bank would wait."
    assert witnesses(text) == ["Harbour Lindgren (nurse)"] * 2


def test_people_place_of_an_office_is_nobody(view: Callable[[str], View]) -> None:
    text = "The governor of Alto Verano said the cannery was lost."
    assert witnesses(text) == ["governor of Alto Verano"]
    assert Roster(view(text)).people == {}


def test_people_roster_knows_gender_role_and_order(view: Callable[[str], View]) -> None:
    roster = Roster(view("Mayor Maria Lund met Mr. Brek at noon. Tomas Brek, a diver, said little. Lund left."))
    told = {person.name: (person.gender, person.role) for person in roster.people.values()}
    assert told == {"Maria Lund": ("f", "Mayor"), "Tomas Brek": ("m", "diver")}
    assert [mention.text for mention in roster.mentions] == ["Maria Lund", "Tomas Brek", "Tomas Brek", "Maria Lund"]
    assert roster.before(0) == 0
    assert roster.before(len(roster.view.low)) == 4


def test_people_find_by_any_part_of_the_name(view: Callable[[str], View]) -> None:
    roster = Roster(view("Maria Lund said the cannery was lost."))
    for words in (["Maria", "Lund"], ["Lund"], ["Maria"]):
        person = roster.find(words)
        assert person is not None
        assert person.name == "Maria Lund"
    assert roster.find(["Holt"]) is None
