"""Arithmetic on ranges: whether two numbers that words allow can be the same number.

A range with an open side reaches to infinity on it. Rounding is allowed for: two closed ranges whose middles lie within
``ROUNDING`` of each other say the same thing in other words.
"""

from collections.abc import Iterable
from math import inf
from typing import Literal

from firsthand.model import Range

Relation = Literal["same", "within", "overlap", "apart"]
ROUNDING = 0.03


def bounds(value: Range) -> tuple[float, float]:
    """Lower and upper bound with open sides as infinities."""
    return (-inf if value.low is None else value.low, inf if value.high is None else value.high)


def relation(a: Range, b: Range) -> Relation:
    """How two ranges stand to each other; symmetric."""
    (a_low, a_high), (b_low, b_high) = bounds(a), bounds(b)
    if _near(a_low, b_low) and _near(a_high, b_high):
        return "same"
    if max(a_low, b_low) > min(a_high, b_high):
        return "apart"
    if _approximate(a) and _approximate(b):
        middle_a, middle_b = (a_low + a_high) / 2, (b_low + b_high) / 2
        if _near(middle_a, middle_b):
            return "same"
    if (a_low <= b_low and b_high <= a_high) or (b_low <= a_low and a_high <= b_high):
        return "within"
    return "overlap"


def can_all_be_true(ranges: Iterable[Range]) -> bool:
    """Whether one number fits every range."""
    pairs = [bounds(value) for value in ranges]
    return not pairs or max(low for low, _ in pairs) <= min(high for _, high in pairs)


def intersection(a: Range, b: Range) -> Range | None:
    """The numbers that both allow, or ``None``."""
    (a_low, a_high), (b_low, b_high) = bounds(a), bounds(b)
    low, high = max(a_low, b_low), min(a_high, b_high)
    if low > high:
        return None
    return Range(None if low == -inf else low, None if high == inf else high)


def hull(ranges: Iterable[Range]) -> Range:
    """The least range that holds all of them."""
    pairs = [bounds(value) for value in ranges]
    low, high = min(low for low, _ in pairs), max(high for _, high in pairs)
    return Range(None if low == -inf else low, None if high == inf else high)


def _near(a: float, b: float) -> bool:
    return a == b or (
        abs(a - b) <= ROUNDING * max(abs(a), abs(b))
        and inf not in (abs(a), abs(b))
        and abs(a - b) < 1000
        and max(abs(a), abs(b)) > 60
    )


def _approximate(value: Range) -> bool:
    """Whether a closed range is narrow enough to be one rounded number ("about 600")."""
    low, high = bounds(value)
    return low > 0 and high < inf and high - low <= 0.25 * (low + high) / 2
