"""Publication dates as written in metadata and on pages, as ISO dates or dates and times."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from firsthand.reading.remembering import remembered

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month{0}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_MONTH.format(1)} {_DAY.format(1)},? (?P<year1>\d{{4}})"
    rf"|{_DAY.format(2)}[ -](?:of )?{_MONTH.format(2)}[, -]{{1,2}}(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year4>\d{4}))"
)
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?(?: ?(?P<half>[ap])\.?m\.?)?"
_SECOND_TIME = _TIME.replace("hour", "hour2").replace("minute", "minute2").replace("half", "half2")
_ZONE = (
    r"(?: ?(?:(?-i:(?:GMT|UTC) ?[+-]\d{1,2}(?::?\d\d)?|[A-Z]{2,5}\b(?!\.\w)|\((?:[A-Z]{2,5}|GMT ?[+-]\d{1,2})\)|"
    r"(?:[A-Z][a-z]+ )?[A-Z][a-z]+ [Tt]ime\b)|Z\b|[+-]\d{2}:?\d{2}))?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_LABEL = (
    r"(?:(?:first |last |originally )?"
    r"(?:posted|published|updated|created|modified|date|issued|publication date|published date)"
    r"(?: (?:on|at))? ?:? )?"
)
_STAMP = (
    rf"{_LABEL}(?:{_TIME}{_ZONE},? (?:on )?)?{_WEEKDAY}{_DATE}"
    rf"(?:,? ?(?:at |@ |[-–|] ?|T)?{_SECOND_TIME}{_ZONE})?"
)
_LINE = re.compile(rf"^[\W_]*{_STAMP}", re.IGNORECASE)
_ANYWHERE = re.compile(rf"(?<![\w/.-]){_STAMP}(?![\w/-])", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$")
_LABELLED = re.compile(
    r"[\W_]*(?:first |last |originally )?(?:posted|published|updated|created|modified|issued)(?: on| at)? ?:",
    re.IGNORECASE,
)
_REST = (
    r"by [\w .'-]{3,40}",
    r"in [\w ]{3,20}",
    r"[\w.]{3,20}\.com",
    r"[\w ]{2,20} \d+ comments?",
    r"(?:updated |published )?(?:\d+|an?) \w+ ago",
    r"\w+",
)
_DIGIT = re.compile(r"\d")
_MORE = re.compile(rf"^[\s|,;•·–-]*(?:{'|'.join(_REST)})?[\s|.]*$", re.IGNORECASE)


def normalised(value: object) -> tuple[str | None, str | None]:
    """A metadata date as (ISO or ``None``, what is wrong or ``None``). Midnight exactly stands for "no time known"."""
    if value is None or value == "" or isinstance(value, bool):
        return None, None
    if isinstance(value, (int, float)):
        return _from_epoch(value)
    text = str(value).strip()
    iso = _ISO.match(text)
    if iso:
        return _from_iso(iso, text)
    try:
        parsed = parsedate_to_datetime(text)
        return parsed.isoformat(), None
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return _from_words(text)


def _from_epoch(value: float) -> tuple[str | None, str | None]:
    seconds = value / 1000 if abs(value) > 1e11 else value
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None, f"the date {value!r} is out of range"
    return moment.isoformat(timespec="seconds"), None


def _from_iso(iso: re.Match[str], text: str) -> tuple[str | None, str | None]:
    year, month, day, clock, seconds, zone = iso.groups()
    found = _day(int(year), int(month), int(day))
    if found is None:
        return None, f"{text!r} is no day of the calendar"
    if clock is None or (clock == "00:00" and (seconds or ":00") == ":00"):
        return found, None
    zone = (
        "" if zone is None else "+00:00" if zone in ("Z", "UTC") else zone if ":" in zone else zone[:3] + ":" + zone[3:]
    )
    return f"{found}T{clock}{seconds or ''}{zone}", None


def _from_words(text: str) -> tuple[str | None, str | None]:
    found = _LINE.match(text)
    iso = _from_stamp(found) if found else None
    if iso:
        return iso, None
    if found and found["year4"]:
        return None, f"the date {text!r} can be read in two ways; write it as year-month-day"
    return None, f"the date {text[:60]!r} was not understood; write it as year-month-day"


def stamp(text: str) -> tuple[int, str | None] | None:
    """A date line at the head of a text: (where it ends, ISO or ``None`` if ambiguous), or ``None`` if there is none.

    Several stamps in a row ("Posted: … Updated: …") are read as one; the first dates the document.
    """
    end, first = 0, None
    while True:
        found = _LINE.match(text[end : end + 160])
        if not found:
            break
        first = first or _from_stamp(found)
        end += found.end()
    return (end, first) if end else None


@remembered
def is_stamp_line(text: str) -> tuple[bool, str | None]:
    """Whether a whole line is a date line ("Posted on 3 May 2021", "25 May, 2020"), and the date."""
    if len(text) > 160 or not _DIGIT.search(text):
        return False, None
    found = stamp(text)
    if found is None or not _MORE.match(text[found[0] :]):
        return False, None
    return True, found[1]


def inside(text: str) -> str | None:
    """The first date in a short line that says more than when ("Posted by A. Name on May 3, 2021 in News"), as ISO."""
    for found in _ANYWHERE.finditer(text[:160]):
        iso = _from_stamp(found)
        if iso:
            return iso
    return None


@remembered
def has_label(text: str) -> bool:
    """Whether a line begins with a label that announces a stamp ("Updated:"); with no colon it may be a sentence."""
    return _LABELLED.match(text) is not None


def _from_stamp(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    for n in ("1", "2"):
        if part["year" + n]:
            day = _day(int(part["year" + n]), _MONTHS[part["month" + n].lower()], int(part["day" + n]))
            break
    else:
        if part["year3"]:
            day = _day(int(part["year3"]), int(part["month3"]), int(part["day3"]))
        else:
            day = _day_of_two(int(part["a"]), int(part["b"]), int(part["year4"]))
    if day is None:
        return None
    hour, minute, half = (
        (part["hour"], part["minute"], part["half"])
        if part["hour"]
        else (part["hour2"], part["minute2"], part["half2"])
    )
    clock = _clock(hour, minute, half) if hour else None
    return f"{day}T{clock}" if clock else day


def _day_of_two(a: int, b: int, year: int) -> str | None:
    """1/26/2015 and 26/1/2015 can be told apart; 5/6/2015 cannot."""
    if a > 12 or a == b:
        return _day(year, b, a)
    return _day(year, a, b) if b > 12 else None


def _clock(hour: str, minute: str, half: str | None) -> str | None:
    h, m = int(hour), int(minute)
    if half:
        h = h % 12 + (12 if half.lower() == "p" else 0)
    return f"{h:02d}:{m:02d}" if h < 24 and m < 60 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
