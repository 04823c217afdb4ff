from collections.abc import Callable

import pytest

from firsthand.claims.attribution.titles import role_after, role_before
from firsthand.claims.attribution.view import View
from tests.claims.attribution.conftest import witnesses


@pytest.mark.parametrize(
    "named, role",
    [
        ("Mayor Marta Lund", "Mayor"),
        ("Fire chief Marta Lund", "Fire chief"),
        ("Norland Rail spokeswoman Marta Lund", "Norland Rail spokeswoman"),
        ("The mayor of Estrand, Marta Lund,", "mayor of Estrand"),
        ("The town's mayor, Marta Lund,", "town's mayor"),
        ("A spokeswoman for the ministry, Marta Lund,", "spokeswoman for the ministry"),
        ("The head of the harbour office, Marta Lund,", "head of the harbour office"),
    ],
)
def test_titles_before_the_name(named: str, role: str) -> None:
    assert witnesses(f"{named} said the road was shut.") == [f"Marta Lund ({role})"]


@pytest.mark.parametrize(
    "apposed, role",
    [
        (", the mayor of Estrand,", "mayor of Estrand"),
        (", 45, a baker from Estrand,", "baker from Estrand"),
        (", 61, the head of the fire service,", "head of the fire service"),
        (", spokeswoman for the fire service,", "spokeswoman for the fire service"),
        (", who is a spokeswoman for the ministry,", "spokeswoman for the ministry"),
        (", herself a former soldier,", "former soldier"),
        (" (mayor of Estrand)", "mayor of Estrand"),
    ],
)
def test_titles_after_the_name(apposed: str, role: str) -> None:
    assert witnesses(f"Marta Lund{apposed} said the road was shut.") == [f"Marta Lund ({role})"]


def test_titles_after_an_inverted_cue() -> None:
    text = "“The road is shut,” said Tomas Brek, head of the Estrand fire service."
    assert witnesses(text) == ["Tomas Brek (head of the Estrand fire service)"]


def test_titles_origin_is_no_role() -> None:
    assert witnesses("Tomas Brek, from Estrand, said the road was shut.") == ["Tomas Brek"]


def test_titles_stand_for_the_person() -> None:
    text = (
        "Marta Lund, the mayor of Estrand, met Tomas Brek, the governor. The governor said the road was shut. "
        "The mayor said it was open."
    )
    assert witnesses(text) == ["Tomas Brek (governor)", "Marta Lund (mayor of Estrand)"]


def test_titles_role_told_once_holds_everywhere() -> None:
    text = "Tomas Brek said the road was shut. Fire chief Tomas Brek walked home. Brek said nobody was hurt."
    assert witnesses(text) == ["Tomas Brek (Fire chief)"] * 2


def test_titles_pure_functions(view: Callable[[str], View]) -> None:
    before = view("The town's mayor, Marta Lund, spoke.")
    assert role_before(before, before.low.index("marta")) == "town's mayor"
    after = view("Marta Lund, 45, a baker from Estrand, spoke.")
    assert role_after(after, after.low.index("lund") + 1) == "baker from Estrand"
    plain = view("On Monday Marta Lund spoke.")
    name = plain.low.index("marta")
    assert (role_before(plain, name), role_after(plain, name + 2)) == ("", "")
