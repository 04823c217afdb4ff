"""Numbers and ranges in words, and where in a claim's words a number stands."""

import re
from collections.abc import Sequence

from firsthand.findings.cells import Cell
from firsthand.findings.ranges import bounds, can_all_be_true, hull, relation
from firsthand.model import Range

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = (
    rf"(?:(?:{_TENS})(?:[-\s](?:{_UNITS}))?|{_UNITS}|both|no|none|several|dozens|"
    r"scores|hundreds|thousands|millions|billions|a\s(?:few|dozen|hundred|thousand|million)|half\sa\sdozen|few)"
)
_SCALE = r"(?:(?:\s|-)?(?:dozen|hundred|thousand|million|billion|trillion|m|bn|k)(?![a-z]))"
_ONE = rf"(?:(?:US|A|C|HK|NZ|R)?[$€£¥₹₦₽₪₩]\s?)?(?:\d[\d,]*(?:\.\d+)?|{_WORD})(?:{_SCALE})*"
_NUMBER = re.compile(
    r"(?:(?:more|less|fewer|greater|at|than|least|most|about|around|some|nearly|almost|well|over|above|under|below|up|to|as|many|much|few|"
    r"close|just|roughly|approximately|approx|only|exactly|exceed(?:ed|s|ing)?|topp(?:ed|ing)|surpass(?:ed|ing)?|an?|total|of|combined|"
    r"estimated|between|from|anywhere|no|upwards?|in|excess|the|all|these|those|~)\.?\s)*?"
    rf"(?P<number>{_ONE}(?:(?:\s?[-–—]\s?|\s(?:to|and|or)\s){_ONE})?(?:\s?\+)?(?:\s(?:or\s(?:more|fewer|less|so)|and\scounting))?)"
    r"(?![\w])",
    re.I,
)
_DETERMINER = re.compile(r"(?:the|all|these|those|only|just)\s", re.I)
_STEPS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "ILS": "₪", "NGN": "₦", "RUB": "₽"}


def say_number(number: float) -> str:
    """A number as people write it: thousands separated, no needless decimals, "1.5 million"."""
    for size, name in _STEPS:
        if abs(number) >= size and abs(number / size * 100 - round(number / size * 100)) < 1e-6:
            return f"{number / size:.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def say_range(value: Range, sign: str = "") -> str:
    """A range in words: "25", "1,500–1,600", "more than 1,000", "at least 25", "up to 10".

    It never says "about": whether a source rounded, only its words tell. ``sign`` is that of a currency.
    """
    low, high = value.low, value.high
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {sign}{say_number(high or 0)}"
    if high is None:
        below = low - 1
        if below >= 10 and below % 10 == 0:
            return f"more than {sign}{say_number(below)}"
        return f"at least {sign}{say_number(low)}"
    if low == high:
        return sign + say_number(low)
    return _between(low, high, sign)


def _between(low: float, high: float, sign: str) -> str:
    one, other = say_number(low), say_number(high)
    first, last = one.rpartition(" "), other.rpartition(" ")
    if first[0] and first[2] == last[2]:  # "3–5 million"
        return f"{sign}{first[0]}–{last[0]} {last[2]}"
    return f"{sign}{one}–{sign}{other}"


def number_span(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that tell the number of a quantity, with its bounds; ``None`` if that is unsure."""
    found = _NUMBER.match(source[start:end])
    if not found:
        return None
    determiner = _DETERMINER.match(source, start, start + found.start("number"))
    return (determiner.end() if determiner else start), start + found.end()


def differing(cells: Sequence[Cell]) -> Range | None:
    """The spread of the cells' values where they cannot all be true; ``None`` where they can, or units differ."""
    ranges = [cell.range for cell in cells if cell.range is not None]
    units = {cell.quantity.unit for cell in cells if cell.quantity is not None}
    if len(ranges) < 2 or len(units) > 1 or can_all_be_true(ranges):
        return None
    ranges.sort(key=bounds)
    if relation(ranges[0], ranges[-1]) == "same":
        return None
    return hull(ranges)


def currency(cell: Cell) -> str:
    """The sign of the cell's currency."""
    unit = cell.quantity.unit if cell.quantity is not None else None
    return _SIGNS.get(unit or "", "")
