import pytest
from bench.quantities import in_unit, same_time

from firsthand.model import Quantity, Range, TimeValue


@pytest.mark.parametrize(
    "asked, quantity, told",
    [
        ("person", Quantity(0, 1, 3, None, "person"), Range(3, None)),
        ("kilometre", Quantity(0, 1, 2, 2, "km", dimension="distance"), Range(2, 2)),
        ("km", Quantity(0, 1, 1, None, "mile", dimension="distance"), Range(1.609344, None)),
        ("bus", Quantity(0, 1, 2, 2, "vehicle", noun="bus"), Range(2, 2)),
        ("person", Quantity(0, 1, 2, 2, "vehicle"), None),
        ("person", Quantity(0, 1, 2, 2), None),
    ],
)
def test_quantities_in_the_unit_that_is_asked_for(asked: str, quantity: Quantity, told: Range | None):
    assert in_unit(asked, quantity) == told


@pytest.mark.parametrize(
    "date, clock, start, end, same",
    [
        ("2016-07", None, "2016-07-01", "2016-07-31", True),
        ("2016-07-14", None, "2016-07-14T22:30", "2016-07-14T22:30", True),
        ("2016-07-14", "22:30", "T22:30", "T22:30", True),
        ("2016-07-14", "22:30", "2016-07-13T22:30", "2016-07-13T22:30", False),
        ("2016-07-14", None, "2016-07-14", "2016-07-15", False),
        ("2014", None, "2014-01-01", None, True),
        ("2014", None, None, None, False),
    ],
)
def test_quantities_same_time(date: str, clock: str | None, start: str | None, end: str | None, same: bool):
    assert same_time(date, clock, TimeValue(start, end, "")) is same
