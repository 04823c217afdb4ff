"""Reading one piece of a time expression as days, relative to the publication date or to the last day named."""

from collections.abc import Callable
from datetime import date, datetime

from firsthand.claims import times_periods
from firsthand.claims.times_calendar import (
    DAY,
    Stretch,
    add_months,
    around,
    days_of,
    month_of,
    precision_of,
    season_near,
    season_of,
    shift,
    unit_near,
    week_of,
    year_of,
)
from firsthand.claims.times_context import Context, Match, amount, month_number, yearless
from firsthand.claims.times_grammar import HOLIDAYS, SEASONS, WEEKDAYS

_STEPS = {"last": -1, "previous": -1, "this past": -1, "past": -1} | dict.fromkeys(
    ("next", "following", "coming", "this coming"), 1
)


def resolve(match: Match, context: Context) -> Stretch | None:
    """The days of a piece, or ``None`` where it turns out to be no time at all."""
    kind = match.lastgroup or ""
    stretch = _READERS[kind](match, context)
    return _part_of(stretch, match["mod"], context) if stretch and match["mod"] else stretch


def _part_of(stretch: Stretch, modifier: str, context: Context) -> Stretch:
    """ "early", "mid", "late" of a month, season or year; "earlier" and "later" this week."""
    start, end, precision = stretch
    if start is None or end is None or precision in ("day", "none"):
        partly = precision == "day" and modifier.lower() in ("early", "late")
        return stretch._replace(precision="daypart") if partly else stretch
    word = modifier.lower()
    today = context.today
    if word in ("earlier", "later"):
        if today and start <= today <= end:
            return Stretch(start, today, precision) if word == "earlier" else Stretch(today, end, precision)
        return stretch
    third = (end - start) / 3
    if word == "mid" or "middle" in word:
        return Stretch(start + third, end - third, precision)
    if word == "late" or "end" in word:
        return Stretch(end - third, end, precision)
    return Stretch(start, start + third, precision)


def _iso(match: Match, _: Context) -> Stretch | None:
    return days_of(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"])) if int(match["iso_y"]) else None


def _month_day(match: Match, context: Context) -> Stretch | None:
    prefix = match.lastgroup
    month, first = month_number(match[f"{prefix}_m"]), int(match[f"{prefix}_d"])
    last = int(match[f"{prefix}_e"]) if match[f"{prefix}_e"] else None
    year = match[f"{prefix}_y"]
    if year:
        return days_of(int(year), month, first, last)
    if match["mdy_rel"] in ("last", "next"):
        ahead = match["mdy_rel"] == "next"
        context = context._replace(published=_months_on(context.published, 2 if ahead else -2), forward=lambda: ahead)
    return yearless(month, first, last, context)


def _months_on(moment: datetime | None, months: int) -> datetime | None:
    return datetime.combine(add_months(moment.date(), months), moment.time()) if moment else None


def _month_year(match: Match, _: Context) -> Stretch:
    return month_of(int(match["my_y"]), month_number(match["my_m"]))


def _month_of_year(match: Match, context: Context) -> Stretch:
    """ "October last year"."""
    base = context.period if match["of_rel"] in ("the same", "that") else context.today
    if base is None:
        return Stretch(None, None, "month")
    return month_of(base.year + {"last": -1, "next": 1}.get(match["of_rel"], 0), month_number(match["of_m"]))


def _slashed(match: Match, _: Context) -> Stretch | None:
    first, second, year = int(match["slash_a"]), int(match["slash_b"]), int(match["slash_y"])
    year += (1900 if year > 60 else 2000) if year < 100 else 0
    return days_of(year, second, first) if first > 12 else days_of(year, first, second)


def _terror(match: Match, context: Context) -> Stretch | None:
    day = date(2001, 9, 11)
    if context.today and context.today < day:
        return None if match["terror"][0] == "9" else yearless(9, 11, None, context)
    return Stretch(day, day, "day")


def _holiday(match: Match, context: Context) -> Stretch | None:
    name = next(name for name in HOLIDAYS if match["holiday"].lower().startswith(name))
    month, day = HOLIDAYS[name]
    return days_of(int(match["holiday_y"]), month, day) if match["holiday_y"] else yearless(month, day, None, context)


def _month(match: Match, context: Context) -> Stretch:
    number, today = month_number(match["month_m"] or match["month_n"]), context.today
    if today is None:
        return Stretch(None, None, "month")
    word = (match["month_rel"] or "").lower()
    year = today.year
    if word == "last" or word == "previous":
        year -= number >= today.month
    elif word == "next":
        year += number <= today.month
    elif not word and number != today.month:
        forward = context.forward()
        near = forward is None and 0 < number - today.month <= 1 and match["month_n"] is not None and today.day > 20
        year += (number < today.month) if forward else -(number > today.month and not near)
    return month_of(year, number)


def _week_of(match: Match, context: Context) -> Stretch | None:
    day = yearless(month_number(match["week_m"]), int(match["week_d"]), None, context)
    return week_of(day.start) if day and day.start else day


def _weekday(match: Match, context: Context) -> Stretch:
    today = context.today
    if today is None:
        return Stretch(None, None, "day")
    number = WEEKDAYS[match["weekday_n"].lower().rstrip(".")]
    word = (match["weekday_rel"] or "").lower()
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if word in ("last", "past", "this past"):
        day = today - (back or 7) * DAY
    elif word in ("next", "coming", "this coming"):
        day = today + (ahead or 7) * DAY
    else:
        day = today + ahead * DAY if context.forward() else today - back * DAY
    return Stretch(day, day, "day")


def _deictic(match: Match, context: Context) -> Stretch:
    word, today = match["deictic"].lower(), context.today
    precision = "daypart" if word == "tonight" else "day"
    if today is None:
        return Stretch(None, None, precision)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word.split()[-1], 0) + (
        -1 if "before" in word else 1 if "after" in word else 0
    )
    return Stretch(today + shift * DAY, today + shift * DAY, precision)


def _ago(match: Match, context: Context) -> Stretch:
    """ "two weeks ago" from publication; "a day earlier" and "two days later" from the day last named."""
    word, unit = match["ago_w"], match["ago_u"].lower()
    base = context.today if word in ("ago", "from now", "hence") else context.anchor
    sign = 1 if word in ("later", "after", "from now", "hence") else -1
    return _away(base, match[0], match["ago_n"], unit, sign)


def _last_n(match: Match, context: Context) -> Stretch:
    """ "the past two months": from that long ago until now."""
    unit, sign = match["last_u"].lower(), 1 if match["last_w"].lower() in ("next", "coming") else -1
    far, today = _away(context.today, match["last_c"], match["last_c"], unit, sign), context.today
    return Stretch(today, far.end, far.precision) if sign > 0 else Stretch(far.start, today, far.precision)


def _away(base: date | None, text: str, number: str, unit: str, sign: int) -> Stretch:
    """Half a unit around the day that lies so many units away, wider or open as the words are."""
    precision = precision_of(unit)
    count = amount(text, number)
    if base is None or count is None:
        return Stretch(None, None, precision)
    if unit in ("second", "minute", "hour"):
        return Stretch(base, base, "day")
    low, high, bound = count
    try:
        first, last = shift(base, sign * low, unit), shift(base, sign * high, unit)
        near, far = around(first, unit), around(last, unit)
    except OverflowError:
        return Stretch(None, None, precision)
    if bound == "more":
        return Stretch(first, None, precision) if sign > 0 else Stretch(None, first, precision)
    if bound == "less":
        return Stretch(base, far.end, precision) if sign > 0 else Stretch(far.start, base, precision)
    return Stretch(near.start, far.end, precision) if sign > 0 else Stretch(far.start, near.end, precision)


def _vague_ago(match: Match, _: Context) -> Stretch:
    return Stretch(
        None, None, precision_of(match["vague_u"].lower().rstrip("s")) if match["vague_u"][0] not in "mM" else "month"
    )


def _relative(match: Match, context: Context) -> Stretch | None:
    """ "last month", "this week", "the next day", "that evening"."""
    word, unit = match["rel_w"].lower(), match["rel_u"].lower()
    narrated = match[0][:3].lower() == "the"
    if word == "past" and not narrated:
        return None
    anchored = word in ("that", "same", "following", "previous") or (narrated and word == "next")
    base = context.today
    if anchored:
        base = context.period if unit in ("month", "year", "decade", "century", *SEASONS) else context.anchor
    step = _STEPS.get(word, 0)
    if base is None:
        return Stretch(None, None, "season" if unit in SEASONS else precision_of(unit))
    if word == "past":
        return None if unit in SEASONS else Stretch(shift(base, -1, unit), base, precision_of(unit))
    if unit in SEASONS:
        return season_near(base, SEASONS[unit], step)
    return unit_near(base, unit, step)


def _season(match: Match, _: Context) -> Stretch:
    return season_of(int(match["season_y"]), SEASONS[match["season_n"].lower()])


def _day_before(match: Match, context: Context) -> Stretch:
    anchor = context.anchor
    if anchor is None:
        return Stretch(None, None, "day")
    day = anchor + (DAY if match["day_w"] in ("after", "later") else -DAY)
    return Stretch(day, day, "day")


def _decade(match: Match, _: Context) -> Stretch:
    digits = match["decade_y"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits[1:])
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), "year")


def _years(match: Match, _: Context) -> Stretch | None:
    first, second = int(match["years_a"]), match["years_b"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return Stretch(date(first, 1, 1), date(last, 12, 31), "year") if first < last <= 2100 else None


def _year(match: Match, _: Context) -> Stretch:
    return year_of(int(match["year_y"]))


_READERS: dict[str, Callable[[Match, Context], Stretch | None]] = {
    "iso": _iso,
    "days": times_periods.days,
    "months": times_periods.months,
    "first_n": times_periods.first_n,
    "half": times_periods.half,
    "to_n": times_periods.to_n,
    "weekend": times_periods.weekend,
    "mdy": _month_day,
    "dmy": _month_day,
    "my": _month_year,
    "of": _month_of_year,
    "slash": _slashed,
    "terror": _terror,
    "month": _month,
    "week": _week_of,
    "weekday": _weekday,
    "deictic": _deictic,
    "ago": _ago,
    "vague": _vague_ago,
    "last_n": _last_n,
    "rel": _relative,
    "day": _day_before,
    "season": _season,
    "decade": _decade,
    "years": _years,
    "holiday": _holiday,
    "year": _year,
}
