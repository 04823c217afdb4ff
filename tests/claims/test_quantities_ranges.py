from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.quantities_ranges import bounded, find_expressions

BOUNDS = ["least", "more", "most", "less", "nearly", "short", "past", "about", "exact"]


@pytest.mark.parametrize(
    "text, low, high",
    [
        ("at least 25 goats", 25, None),
        ("more than 1,000 goats", 1001, None),
        ("the herd exceeded 1,600", 1601, None),
        ("over the past 12 years", 12, 12),
        ("they handed over 21 goats", 21, 21),
        ("up to 10", None, 10),
        ("as many as 57", None, 57),
        ("fewer than 5", None, 4),
        ("nearly 30", 27, 30),
        ("just under 200", 190, 199),
        ("about 180", 162, 198),
        ("almost exactly eight", 8, 8),
        ("1,500 to 1,600", 1500, 1600),
        ("between 25,000 and 50,000", 25_000, 50_000),
        ("5 to 10 million", 5e6, 1e7),
        ("two or three", 2, 3),
        ("20-25", 20, 25),
        ("100 or more", 100, None),
        ("dozens", 24, 99),
        ("scores of goats", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
        ("tens of thousands", 20_000, 99_999),
        ("several hundred", 300, 999),
        ("more than two dozen", 25, None),
        ("several", 3, 9),
        ("multiple", 2, None),
    ],
)
def test_ranges_of_one_expression(text: str, low: float | None, high: float | None) -> None:
    (expression,) = find_expressions(text)
    span = expression.range(continuous=False)
    assert (span.low, span.high) == (low, high)


def test_ranges_change_is_two_numbers() -> None:
    assert [e.low for e in find_expressions("the toll rose from 12 to 15")] == [12, 15]
    assert [(e.low, e.high) for e in find_expressions("a herd of from 12 to 15")] == [(12, 15)]


def test_ranges_keep_words_of_another_quantity() -> None:
    assert find_expressions("another 25 goats")[0].words == ("another",)
    assert find_expressions("all but three")[0].words == ("all but",)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from(BOUNDS), st.booleans())
def test_ranges_run_forward(one: float, other: float, bound: str, continuous: bool) -> None:
    low, high = sorted((round(one, 2), round(other, 2)))
    span = bounded(low, high, bound, continuous)
    assert span.low is None or span.high is None or span.low <= span.high


@given(st.integers(1, 10**7), st.sampled_from(["least", "most", "nearly", "about", "exact"]))
def test_ranges_hold_the_number_named(number: int, bound: str) -> None:
    span = bounded(number, number, bound)
    assert span.low is None or span.low <= number
    assert span.high is None or number <= span.high


@given(st.text(alphabet="abno 0123456789,.-$\nthousdmrveful", max_size=80))
def test_ranges_never_overlap(text: str) -> None:
    expressions = sorted(find_expressions(text), key=lambda e: e.first)
    for left, right in pairwise(expressions):
        assert left.end <= right.first
