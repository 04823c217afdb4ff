"""Arithmetic on days: months, years, weeks and seasons as stretches of days, and how far away so many of them are."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
PARTS = ("night", "morning", "evening", "afternoon")
_LENGTH = {"day": 1, "night": 1, "morning": 1, "evening": 1, "afternoon": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_MARGIN = {"week": 3, "fortnight": 6, "month": 15, "year": 182, "decade": 1826, "century": 18262}
_PRECISION = {"fortnight": "week", "weekend": "day", "decade": "year", "century": "year", "second": "minute"}


class Stretch(NamedTuple):
    """Days from first to last, ``None`` where open or unknown, and how exact the words are."""

    start: date | None
    end: date | None
    precision: str


UNKNOWN = Stretch(None, None, "none")


def month_of(year: int, month: int) -> Stretch:
    """A whole month."""
    return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_of(year: int) -> Stretch:
    """A whole year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year") if 1 <= year <= 9999 else UNKNOWN


def season_of(year: int, month: int) -> Stretch:
    """The three months from ``month`` on, as in the northern hemisphere."""
    last = month_of(year + (month == 12), (month + 2) % 12 or 12)
    return Stretch(date(year, month, 1), last.end, "season")


def add_months(day: date, months: int) -> date:
    """The same day some months later or earlier, or the last of a shorter month; raises ``OverflowError``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_of(year: int, month: int, first: int, last: int | None = None) -> Stretch | None:
    """A day of a month or several, or ``None`` where there is no such day."""
    try:
        start = date(year, month, first)
        return Stretch(start, date(year, month, last) if last and last > first else start, "day")
    except ValueError:
        return None


def week_of(day: date, weeks: int = 0) -> Stretch:
    """The week from Monday to Sunday that holds a day, or one some weeks from it."""
    monday = day - day.weekday() * DAY + 7 * weeks * DAY
    return Stretch(monday, monday + 6 * DAY, "week")


def precision_of(unit: str) -> str:
    """How exact a unit of time is, as ``TimeValue.precision`` names it."""
    return "daypart" if unit in PARTS else _PRECISION.get(unit, unit)


def shift(day: date, count: float, unit: str) -> date:
    """The day so many units later (earlier, if negative); raises ``OverflowError`` beyond the calendar."""
    if unit in _LENGTH:
        return day + timedelta(days=round(count * _LENGTH[unit]))
    return add_months(day, round(count * _MONTHS[unit]))


def around(day: date, unit: str) -> Stretch:
    """Half a unit to either side of a day."""
    margin = _MARGIN.get(unit, 0) * DAY
    return Stretch(day - margin, day + margin, precision_of(unit))


def unit_near(base: date, unit: str, step: int) -> Stretch | None:
    """The day, week, month or longer that holds a day, or the one before (-1) or after (1) it."""
    if unit in ("day", *PARTS):
        day = shift(base, step, "day")
        return Stretch(day, day, "day" if unit == "day" else "daypart")
    if unit in ("week", "fortnight"):
        return week_of(base, step)
    if unit == "weekend":
        saturday = base + (5 - base.weekday() + 7 * step) * DAY
        if step == -1 and base.weekday() == 6:
            saturday = base - 8 * DAY
        return Stretch(saturday, saturday + DAY, "day")
    if unit == "month":
        moved = add_months(base.replace(day=1), step)
        return month_of(moved.year, moved.month)
    if unit == "year":
        return year_of(base.year + step)
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * step
        return Stretch(date(first, 1, 1), date(first + 9, 12, 31), "year")
    if unit == "century":
        first = base.year // 100 * 100 + 100 * step
        return Stretch(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "year")
    return None


def season_near(base: date, month: int, step: int) -> Stretch:
    """The season that begins in ``month``: this year's, the last that is over (-1), or the next to begin (1)."""
    year = base.year
    if step < 0:
        while season_of(year, month).end is not None and (season_of(year, month).end or base) >= base:
            year -= 1
    elif step > 0:
        while (season_of(year, month).start or base) <= base:
            year += 1
    elif month == 12 and base.month < 6:
        year -= 1
    return season_of(year, month)
