import pytest

from firsthand.claims.victims import victims
from firsthand.model import Quantity, Role


def told(kind: str, role: str, text: str, *numbers: tuple[str, float]) -> tuple[float, str] | None:
    """The count of victims and its words; the role is the first words of the text up to the verb."""
    counted = [Quantity(text.index(words), text.index(words) + len(words), n, n, "person") for words, n in numbers]
    found = victims(kind, [Role(role, 0, 9)], counted, text, len(text))
    return (found.low or 0.0, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    "text, count, words",
    [
        ("A young fisherman was killed", 1, "A young fisherman"),
        ("A 19-year-old Oldport man was killed", 1, "A 19-year-old Oldport man"),
        ("A man and a woman were killed", 2, "A man and a woman"),
        ("A nurse, a driver and his son were killed", 3, "A nurse, a driver and his son"),
        ("An elderly couple were killed", 2, "An elderly couple"),
    ],
)
def test_victims_told_one_by_one_are_counted(text: str, count: float, words: str):
    assert told("killing", "patient", text) == (count, words)


def test_victims_are_those_whom_it_happens_to():
    assert told("killing", "patient", "A woman died") == (1, "A woman")
    assert told("killing", "agent", "A woman killed her dog") is None


def test_victims_beside_a_number_are_added_to_it():
    assert told("killing", "patient", "A man and two boys were killed", ("two boys", 2)) == (
        3,
        "A man and two boys",
    )
    assert told("killing", "patient", "A man was killed and six people hurt", ("six people", 6)) is None


def test_victims_are_not_counted_where_the_list_goes_on_with_others():
    assert told("killing", "patient", "A man and the guards were killed") is None


def test_victims_are_people():
    assert told("killing", "patient", "A cow was killed") is None
    assert told("injury", "patient", "An injury to his leg") is None
    assert told("movement", "patient", "A man left") is None
