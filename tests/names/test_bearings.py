"""Directions on a sphere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.bearings import bearing, between, degrees, middle, point
from firsthand.names.geography import distance
from firsthand.names.index import Spot


def spot(at: tuple[float, float]) -> Spot:
    return Spot("", "town", at[0], at[1], 0, "", None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("north", 0), ("South-East", 135), ("southeast", 135), ("south west", 225), ("NW", 315), ("eastern", 90)],
)
def test_degrees_of_compass_points(words: str, expected: float) -> None:
    assert degrees(words) == expected


def test_degrees_of_other_words_is_none() -> None:
    assert degrees("uphill") is None


points = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(points, st.floats(0, 359.9), st.floats(1, 3000))
def test_point_lies_so_far_in_that_direction(start: tuple[float, float], direction: float, km: float) -> None:
    end = point(start, direction, km)
    assert distance(spot(start), spot(end)) == pytest.approx(km, rel=1e-6)
    if abs(end[0]) < 85:
        assert between(bearing(start, end), direction) < 0.01


@given(points, points)
def test_middle_is_as_far_from_both(a: tuple[float, float], b: tuple[float, float]) -> None:
    half = middle(a, b)
    if distance(spot(a), spot(b)) < 15_000:
        assert distance(spot(a), spot(half)) == pytest.approx(distance(spot(half), spot(b)), abs=0.01)
