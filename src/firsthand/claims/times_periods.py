"""Stretches of several days, months or quarters: "May-July 2022", "the first half of 2023", "over the weekend"."""

from datetime import date

from firsthand.claims.times_calendar import (
    DAY,
    Stretch,
    days_of,
    month_of,
    precision_of,
    shift,
    unit_near,
    year_of,
)
from firsthand.claims.times_context import Context, Match, amount, month_number, yearless


def days(match: Match, context: Context) -> Stretch | None:
    """ "April 28-May 2"."""
    months = month_number(match["days_am"]), month_number(match["days_bm"])
    days = int(match["days_ad"]), int(match["days_bd"])
    year = match["days_y"]
    last = days_of(int(year), months[1], days[1]) if year else yearless(months[1], days[1], None, context)
    if last is None or last.start is None:
        return last
    first = days_of(last.start.year - (months[0] > months[1]), months[0], days[0])
    return Stretch(first.start, last.end, "day") if first else None


def months(match: Match, context: Context) -> Stretch | None:
    """ "May-July 2022", "June-August": the last such months that have begun, where no year is named."""
    first, last = month_number(match["months_a"]), month_number(match["months_b"])
    if match["months_y"]:
        year = int(match["months_y"])
    elif context.today:
        year = context.today.year - (first > context.today.month) + (first > last)
    else:
        return Stretch(None, None, "month")
    return Stretch(month_of(year - (first > last), first).start, month_of(year, last).end, "month")


def first_n(match: Match, _: Context) -> Stretch | None:
    """ "the first three months of 2023", "the last ten days of May 2021"."""
    count = amount(match["first_c"], match["first_c"])
    year = int(match["first_y"])
    whole = month_of(year, month_number(match["first_m"])) if match["first_m"] else year_of(year)
    if count is None or whole.start is None or whole.end is None:
        return None
    unit = match["first_u"].lower()
    if match["first_w"].lower() in ("first", "opening"):
        return Stretch(whole.start, shift(whole.start, count[1], unit) - DAY, unit)
    return Stretch(shift(whole.end + DAY, -count[1], unit), whole.end, unit)


def half(match: Match, context: Context) -> Stretch | None:
    """ "the first half of 2023", "the second quarter of this year"; a quarter is as exact as a season."""
    step = {"last": -1, "next": 1}.get(match["half_rel"] or "", 0)
    if not match["half_y"] and context.today is None:
        return Stretch(None, None, "season")
    year = int(match["half_y"]) if match["half_y"] else (context.today.year + step if context.today else 0)
    long = 6 if match["half_u"].lower() == "half" else 3
    number = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(match["half_n"].lower(), 12 // long - 1)
    if number >= 12 // long:
        return None
    return Stretch(date(year, 1 + number * long, 1), month_of(year, (number + 1) * long).end, "season")


def to_n(match: Match, context: Context) -> Stretch | None:
    """ "the six months to March"."""
    count, unit = amount(match["to_c"], match["to_c"]), match["to_u"].lower().rstrip("s")
    month = month_number(match["to_m"])
    if count is None or not (match["to_y"] or context.today):
        return Stretch(None, None, precision_of(unit))
    year = int(match["to_y"]) if match["to_y"] else context.today.year - (month > context.today.month)  # type: ignore[union-attr]
    last = month_of(year, month)
    if last.end is None:
        return None
    return Stretch(shift(last.end + DAY, -count[1], unit), last.end, precision_of(unit))


def weekend(match: Match, context: Context) -> Stretch | None:
    """ "over the weekend": the last that has begun, or the next where the words look ahead."""
    if context.today is None:
        return Stretch(None, None, "day")
    if context.today.weekday() >= 5 or context.forward():
        return unit_near(context.today, "weekend", 0)
    return unit_near(context.today, "weekend", -1)
