import pytest

from firsthand.claims.quantities_units import is_human, singular, unit_of


@pytest.mark.parametrize(
    "plural, one",
    [
        ("mercenaries", "mercenary"),
        ("people", "person"),
        ("policewomen", "policewoman"),
        ("buses", "bus"),
        ("houses", "house"),
        ("crises", "crisis"),
        ("churches", "church"),
        ("glass", "glass"),
        ("grandchildren", "grandchild"),
    ],
)
def test_units_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    "noun", ["soldiers", "fishermen", "Norwegians", "Israelis", "lobbyists", "churchgoers", "dead"]
)
def test_units_people(noun: str) -> None:
    assert is_human(noun)
    assert unit_of(noun) == "person"


@pytest.mark.parametrize(
    "noun, unit", [("helicopters", "aircraft"), ("lorries", "vehicle"), ("ferries", "ship"), ("wrists", "wrist")]
)
def test_units_things(noun: str, unit: str) -> None:
    assert not is_human(noun)
    assert unit_of(noun) == unit
