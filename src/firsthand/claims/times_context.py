"""What a piece of a time expression is resolved against, and what most readings need: months, lost years, counts."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from firsthand.claims.quantities_ranges import find_expressions
from firsthand.claims.times_calendar import UNKNOWN, Stretch, days_of
from firsthand.claims.times_grammar import MONTHS

Match = re.Match[str]
_DAYS_AHEAD = (
    60  # a date without a year, no further ahead than this, is meant as coming: one of last year names its year
)
_MORE = re.compile(r"more than|over|at least", re.IGNORECASE)
_LESS = re.compile(r"less|fewer|under|up to", re.IGNORECASE)


class Context(NamedTuple):
    """What a piece is resolved against.

    ``published`` is ``None`` where unknown; ``anchor`` is the last day that the text named, ``period`` a day in the
    last month or year; ``forward`` tells whether the words speak of the future (``None``: no telling).
    """

    published: datetime | None
    anchor: date | None
    period: date | None
    forward: Callable[[], bool | None]

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date() if self.published else None


def month_number(name: str) -> int:
    """1 to 12, by a name or its abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def yearless(month: int, first: int, last: int | None, context: Context) -> Stretch | None:
    """A day of a month without its year: the last such day before publication unless the words look ahead."""
    today = context.today
    if today is None:
        return UNKNOWN._replace(precision="day") if days_of(2000, month, first, last) else None
    this = (
        days_of(today.year, month, first, last)
        or days_of(today.year + 1, month, first, last)
        or days_of(today.year - 1, month, first, last)
    )
    if this is None or this.start is None:
        return None
    before = days_of(this.start.year - 1, month, first, last) or this
    after = days_of(this.start.year + 1, month, first, last) or this
    forward = context.forward()
    if this.start <= today:
        return after if forward and (today - this.start).days > 31 else this
    if forward or (this.start - today).days <= _DAYS_AHEAD:
        return this
    return before


def amount(text: str, number: str) -> tuple[float, float, str] | None:
    """The count of "more than two years ago" and whether it is more, less or about that."""
    word = number.lower()
    if word in ("few", "couple of"):
        word = f"a {word}"
    found = find_expressions(re.sub(r"^an?$", "one", word))
    if not found:
        return None
    before = text[: text.lower().find(number.lower())]
    more, less = _MORE.search(before), _LESS.search(before)
    return found[0].low, found[0].high, "more" if more else "less" if less else ""
