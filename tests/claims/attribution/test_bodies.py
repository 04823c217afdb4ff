from collections.abc import Callable

import pytest

from firsthand.claims.attribution.bodies import Bodies
from firsthand.claims.attribution.people import Roster
from firsthand.claims.attribution.view import View
from tests.claims.attribution.conftest import witnesses


@pytest.mark.parametrize(
    "named, called",
    [
        ("Borealis Air cancelled 30 flights on Monday.", "airline"),
        ("Eastvale Energy lost two lines in the storm.", "supplier"),
        ("Sarn Water shut two of its pumps.", "utility"),
        ("The Estrand Courier was closed last year.", "newspaper"),
        ("The Veldmar Ports Authority shut the quay.", "regulator"),
        ("The Brack Foundation paid for the clinic.", "charity"),
        ("St. Orla Hospital took in the wounded.", "hospital"),
        ("The Estrand Liberation Front took the town.", "militia"),
        ("Norland Rail runs the line to Estrand.", "operator"),
        ("Brenning Motors makes buses.", "manufacturer"),
        ("Helvik Mutual insures the cannery.", "insurer"),
        ("The Ministry of Transport shut the line.", "ministry"),
    ],
)
def test_bodies_kind_shows_in_the_name(named: str, called: str) -> None:
    name = witnesses(f"{named} The {called} said nobody had been hurt.")
    assert name[0] is not None
    assert name[0] in named
    assert name[0][0].isupper()
    assert len(name[0].split()) > 1


def test_bodies_kind_chooses_between_two() -> None:
    text = "Norland Rail and Borealis Air are losing money. The airline said it would cut 200 jobs."
    assert witnesses(text) == ["Borealis Air"]


def test_bodies_latest_of_a_kind() -> None:
    text = "Borealis Air flies to Estrand. Sunway Airlines flies to Veldmar. The airline said it would not leave."
    assert witnesses(text) == ["Sunway Airlines"]


@pytest.mark.parametrize(
    "text, witness",
    [
        ("Radio Estrand went silent. The museum said it had heard nothing.", "museum"),
        ("Borealis Air said two pilots were ill. The museum said it had heard nothing.", "museum"),
        ("The army took Estrand. The airline said it had stopped flying.", "airline"),
    ],
)
def test_bodies_of_another_kind_are_not_taken(text: str, witness: str) -> None:
    assert witnesses(text)[-1] == witness


@pytest.mark.parametrize(
    "text, witness",
    [
        ("The Veldmar Ports Authority shut the quay. It said a crane had fallen.", "Veldmar Ports Authority"),
        (
            "The Harbour Office closed the quay on Monday. Two boats were lost. It said a crane had fallen.",
            "Harbour Office",
        ),
    ],
)
def test_bodies_bare_it(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]


def test_bodies_can_be_by_the_words_of_the_name(view: Callable[[str], View]) -> None:
    seen = view("Borealis Air cancelled 30 flights on Monday.")
    bodies = Bodies(seen, Roster(seen))
    assert bodies.is_kind("airline")
    assert not bodies.is_kind("window")
    assert bodies.can_be("Borealis Air", "airline")
    assert not bodies.can_be("Borealis Air", "museum")
    assert not bodies.can_be("Borealis", "army")
    assert bodies.can_be("Borealis", "company")


def test_bodies_of_kind_looks_back_then_ahead(view: Callable[[str], View]) -> None:
    seen = view("Two pilots were ill on Monday. Eastvale Airlines has flown to Estrand since 2009.")
    bodies = Bodies(seen, Roster(seen))
    assert bodies.of_kind(len(seen.low), "airline") == "Eastvale Airlines"
    assert bodies.of_kind(0, "airline") == "Eastvale Airlines"
    assert bodies.of_kind(0, "museum") is None
