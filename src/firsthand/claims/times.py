"""When: the time expressions of a document, resolved against its publication date.

A time is a stretch from ``start`` to ``end``, both inclusive, as ISO dates; with a clock time as minutes
("2017-12-27T05:10"). A clock time whose day the expression does not give keeps its minutes alone ("T05:10"). "since",
"until", "by" leave the other side open (``None``); what cannot be resolved has both sides ``None``. A weekday or date
without a year is the last one up to publication unless the words around it speak of the future. "two weeks ago" is half
a week to either side of that day, and so for months and years. ``precision`` is that of the words: a part of the day
("Tuesday evening") keeps the day's date and has precision "daypart"; a clock time without minutes ("about 5am"), or one
that something happened shortly before or after, has precision "hour".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import structs
from spacy.tokens import Doc

from firsthand.claims.times_calendar import UNKNOWN, Stretch, add_months
from firsthand.claims.times_context import Context
from firsthand.claims.times_grammar import JOIN, MONTH_BEFORE, NUMBERS, WEEKDAYS, YEAR_BEFORE, find_pieces
from firsthand.claims.times_resolve import resolve
from firsthand.claims.times_tense import looks_ahead
from firsthand.model import Basis, TimeValue

_SLOT = {
    "weekday": "weekday",
    **dict.fromkeys(("iso", "mdy", "dmy", "slash", "deictic", "holiday"), "date"),
    **dict.fromkeys(("part", "follow"), "part"),
    "clock": "clock",
}
_HOURS = {name: hour for hour, name in enumerate(NUMBERS[:12], start=1)}
_OPEN = re.compile(
    r"\b(?P<word>since|until|till|by|from|between|before|after|through)\s(?:about\s|around\s|at\s|the\s)*$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"\b(?:between|from)\s(?:the\s)?(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s(?:and|to|until|till)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SPANNING = {("year", "year"), ("month", "my"), ("month", "month")}
_YEARS_TO = re.compile(r"\s(?:to|through|until)\s|\s?[-–—]\s?")
_TO = re.compile(r"\s?(?:to|until|till|through|and|-|–|—)\s?(?:about\s|around\s)?")
_REPORTED = re.compile(
    r"\b(?:said|says|told\s\w+|reported|announced|confirmed|tweeted|wrote)\s(?:on\s|late\s|in\sa\s\w+\s)?$"
)


_YEAR_GROUPS = ("mdy_y", "dmy_y", "my_y", "slash_y", "iso_y", "year_y", "season_y", "months_y", "days_y", "half_y")


_WEAKER: tuple[Basis, ...] = ("words", "text", "publication")


class _Found(NamedTuple):
    start: int
    end: int
    stretch: Stretch
    clock: str | None
    precision: str
    kind: str = ""
    dated: bool = False  # whether its words name a year
    rests_on: Basis | None = None
    trusted: bool = True


def find_times(doc: Doc, published: str | None, trusted: bool = True) -> list[TimeValue]:
    """The time expressions of a document in reading order; ``published`` is an ISO date or date and time.

    ``trusted`` tells whether that date is sure: what rests on one that is not is resolved and marked. Offsets (``at``)
    leave out "on" and "in" but take in "since", "until", "by" and both ends of "from … to …".
    """
    text = doc.text
    return [_value(text, *item) for item in _spanned(text, list(_expressions(text, _moment(published), trusted)))]


def on_its_day(best: TimeValue, times: Sequence[TimeValue]) -> TimeValue:
    """A clause's time, made exact where its times are just a day and a clock time without one, side by side."""
    days = {time.start for time in times if time.precision in ("day", "daypart") and time.start == time.end}
    clocks = [time for time in times if (time.start or "").startswith("T") and time.start == time.end]
    if len(days) != 1 or len(clocks) != 1 or len(times) != 2 or not (clock := clocks[0].start):
        return best
    day = next(time for time in times if time is not clocks[0])
    if day.start is None:
        return best
    return structs.replace(
        clocks[0], start=day.start + clock, end=day.start + clock, rests_on=day.rests_on, trusted=day.trusted
    )


def _moment(published: str | None) -> datetime | None:
    for text in (published or "", (published or "")[:10]):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        return moment if 1000 < moment.year < 3000 else None
    return None


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """The pieces that are times where they stand: "May" the month, "2016" the year."""
    last_end = -1
    for match in find_pieces(text):
        kind, before = match.lastgroup, text[max(0, match.start() - 16) : match.start()]
        if kind == "year" and not match["mod"] and not _is_year(text, match, before):
            continue
        if (
            kind == "month"
            and match["month_n"] in ("March", "May")
            and not match["mod"]
            and not MONTH_BEFORE.search(before)
        ):
            continue
        if kind == "follow" and not JOIN.fullmatch(text, last_end, match.start()):
            continue
        if kind == "clock" and not _clock(match, None):
            continue
        last_end = match.end()
        yield match


def _is_year(text: str, match: re.Match[str], before: str) -> bool:
    value = int(match["year_y"])
    if not YEAR_BEFORE.search(before) or text[match.end() : match.end() + 1] == "-":
        return False
    if 1900 <= value < 2100:
        return not re.match(
            r"\s(?:people|persons|soldiers|troops|men|women|children|km|miles|feet|meters|metres|tons|dollars|euros|block)\b",
            text[match.end() :][:12],
        )
    return bool(re.search(r"\b(?:in|since)\s$", before)) and not re.match(r"\s\w+s\b", text[match.end() :][:14])


def _expressions(text: str, published: datetime | None, trusted: bool) -> Iterator[_Found]:
    pieces, at = list(_pieces(text)), 0
    anchor: date | None = None
    period: date | None = None
    sure = True  # whether the dates named so far are
    while at < len(pieces):
        group = [pieces[at]]
        while at + len(group) < len(pieces) and _joins(text, group, pieces[at + len(group)]):
            group.append(pieces[at + len(group)])
        at += len(group)
        start, end = group[0].start(), group[-1].end()

        def forward(start: int = start, end: int = end) -> bool | None:
            return looks_ahead(text, start, end)

        found = _read(group, Context(published, anchor, period, forward))
        if found is None:
            continue
        if found.rests_on == "publication":
            found = found._replace(trusted=trusted)
        elif found.rests_on == "text":
            found = found._replace(trusted=sure)
        yield found
        if found.stretch.start:
            sure = found.trusted
        stretch = found.stretch
        if stretch.start and stretch.precision != "week":
            period = stretch.start
        if stretch.start and stretch.start == stretch.end and not _REPORTED.search(text, max(0, start - 24), start):
            anchor = stretch.start


def _slot(piece: re.Match[str]) -> str | None:
    if piece.lastgroup == "rel" and piece["rel_u"] in ("day", "morning", "afternoon", "evening", "night"):
        return "date"
    return _SLOT.get(piece.lastgroup or "")


def _joins(text: str, group: list[re.Match[str]], piece: re.Match[str]) -> bool:
    slot, taken = _slot(piece), [_slot(other) for other in group]
    if slot is None or None in taken or slot in taken:
        return False
    begin, end = group[-1].end(), piece.start()
    return end - begin <= 18 and "\n" not in text[begin:end] and JOIN.fullmatch(text, begin, end) is not None


def _read(group: list[re.Match[str]], context: Context) -> _Found | None:
    by_slot = {_slot(piece) or "period": piece for piece in group}
    day = by_slot.get("date") or by_slot.get("weekday") or by_slot.get("period")
    stretch = resolve(day, context) if day else UNKNOWN
    if stretch is None:
        if len(group) == 1:
            return None
        stretch = UNKNOWN
    if "date" in by_slot and "weekday" in by_slot:
        stretch = _on_weekday(stretch, by_slot["weekday"])
    start, end, precision = group[0].start(), group[-1].end(), stretch.precision
    clock = None
    if "part" in by_slot or (day and day.lastgroup == "weekday" and day["mod"]):
        precision = "daypart"
        if day is None and by_slot["part"][0].lower() == "overnight" and context.today:
            stretch = Stretch(context.today.fromordinal(context.today.toordinal() - 1), context.today, "daypart")
    if "clock" in by_slot:
        part = by_slot.get("part")
        read = _clock(by_slot["clock"], part[0].lower() if part else None)
        clock, precision = read or (None, precision)
    kind = (day.lastgroup or "") if day else ""
    dated = day is not None and any(day.groupdict().get(name) for name in _YEAR_GROUPS)
    return _Found(start, end, stretch, clock, precision, kind, dated, _basis(day, stretch, context))


def _basis(day: re.Match[str] | None, stretch: Stretch, context: Context) -> Basis | None:
    """What the days of an expression rest on: its own words, dates of the text, or the date of publication."""
    if stretch.start is None and stretch.end is None:
        return None
    if day is None:
        return "publication"
    for basis, known in (
        ("words", context._replace(published=None, anchor=None, period=None)),
        ("text", context._replace(published=None)),
    ):
        alone = resolve(day, known)
        if alone is not None and (alone.start or alone.end):
            return basis  # type: ignore[return-value]
    return "publication"


def _on_weekday(stretch: Stretch, weekday: re.Match[str]) -> Stretch:
    """The same date in the year nearest by in which it falls on that weekday ("Monday, Oct. 26")."""
    number, first = WEEKDAYS[weekday["weekday_n"].lower().rstrip(".")], stretch.start
    if first is None or first != stretch.end or first.weekday() == number or first.month == 2:
        return stretch
    for year in (first.year + 1, first.year - 1):
        if first.replace(year=year).weekday() == number:
            return stretch._replace(start=first.replace(year=year), end=first.replace(year=year))
    return stretch


def _clock(match: re.Match[str], part: str | None) -> tuple[str, str] | None:
    """ "T05:10" and how exact it is."""
    minute, exact = int(match["clock_m"] or match["clock_m24"] or 0), bool(match["clock_m"] or match["clock_m24"])
    if match["clock_w"]:
        hour, exact = (0 if match["clock_w"].lower() == "midnight" else 12), True
    elif match["clock_4"]:
        hour, minute, exact = int(match["clock_4"][:2]), int(match["clock_4"][2:]), True
    else:
        word = (match["clock_h"] or match["clock_h24"] or match["clock_o"] or match["clock_b"]).lower()
        hour = _HOURS.get(word) or int(word)
        half = (match["clock_p"] or "").lower()[:1]
        if half and not 1 <= hour <= 12:
            return None
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif part and hour < 12 and re.search(r"afternoon|evening|night", part):
            hour += 12
    if hour > 23 or minute > 59:
        return None
    near = re.match(r"shortly|just|soon|sometime|right", match["clock_a"] or "", re.IGNORECASE)
    return f"T{hour:02}:{minute:02}", "minute" if exact and not near else "hour"


def _spanned(text: str, found: list[_Found]) -> Iterator[tuple[_Found, _Found | None, str, int]]:
    """Each expression with the one that ends its span, the word that opens a side, and where that word begins."""
    at = 0
    while at < len(found):
        first = found[at]
        floor = found[at - 1].end if at else 0
        opening = _OPEN.search(text, max(floor, first.start - 20), first.start)
        word = opening["word"].lower() if opening else ""
        at += 1
        following = found[at] if at < len(found) else None
        gap = (first.end, following.start) if following else (0, 0)
        begin = opening.start() if opening else first.start
        lone = None if word else _DAY_BEFORE.search(text, max(floor, first.start - 26), first.start)
        if lone and first.kind in ("dmy", "mdy") and first.stretch.start:
            yield _from_day(first, int(lone["day"])), None, "", lone.start()
        elif following and (
            (word in ("from", "between", "since") and _TO.fullmatch(text, *gap))
            or ((first.kind, following.kind) in _SPANNING and _YEARS_TO.fullmatch(text, *gap))
        ):
            yield first, following, word, begin
            at += 1
        elif word in ("since", "until", "till", "by", "through") or (
            word in ("before", "after") and not re.match(r"['’]s|\s\w", text[first.end : first.end + 2])
        ):
            yield first, None, word, opening.start() if opening else first.start
        else:
            yield first, None, "", first.start


def _from_day(found: _Found, day: int) -> _Found:
    """The stretch from that day of the month on."""
    last = found.stretch.start
    if last is None or day >= last.day:
        return found
    return found._replace(stretch=found.stretch._replace(start=last.replace(day=day)))


def _same_year(first: _Found, last: _Found) -> _Found:
    """The first end of a span in the year that its last end names ("from March to June 2022")."""
    start, end = first.stretch.start, last.stretch.end
    if first.dated or not last.dated or start is None or first.stretch.end is None or end is None:
        return first
    if first.kind not in ("month", "mdy", "dmy") or start.year == end.year:
        return first
    years = 12 * (end.year - start.year - (start.month > end.month))
    stretch = Stretch(add_months(start, years), add_months(first.stretch.end, years), first.stretch.precision)
    return first._replace(stretch=stretch, rests_on="words", trusted=True)


def _value(text: str, first: _Found, last: _Found | None, word: str, begin: int) -> TimeValue:
    if last is not None:
        first = _same_year(first, last)
        if first.clock and first.stretch.start is None and last.clock and last.stretch.start:
            first = first._replace(stretch=last.stretch, rests_on=last.rests_on, trusted=last.trusted)
    start, end = _iso(first.stretch.start, first.clock), _iso(first.stretch.end, first.clock)
    if last is not None:
        end = _iso(last.stretch.end, last.clock)
    elif word in ("since", "after"):
        end = None
    elif word in ("until", "till", "by", "before", "through"):
        start = None
    stop = last.end if last else first.end
    precision = last.precision if last and first.precision == "none" else first.precision
    trusted = first.trusted and (last is None or last.trusted)
    rests_on = max((part.rests_on for part in (first, last) if part and part.rests_on), key=_WEAKER.index, default=None)
    words = re.sub(r"\s+", " ", text[begin:stop])
    return TimeValue(start, end, words, (begin, stop), precision, rests_on=rests_on, trusted=trusted)


def _iso(day: object, clock: str | None) -> str | None:
    if day is None:
        return clock
    return f"{day}{clock or ''}"
