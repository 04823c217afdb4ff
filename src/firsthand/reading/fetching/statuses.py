"""What the headers and the status of a server's answer say, in plain words."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from firsthand.reading.fetching.addresses import FetchError

REDIRECTS = frozenset((301, 302, 303, 307, 308))
BUSY = frozenset((429, 503))

_LONGEST_VALUE = 1000
_YEAR = 366 * 24 * 3600.0
_TELLING = (
    "content-type", "content-language", "date", "etag", "last-modified", "cache-control", "link", "memento-datetime",
    "server",
)  # fmt: skip
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9._:+-]{1,40})", re.IGNORECASE)
_TYPE = re.compile(r"\s*([\w.+-]{1,60}/[\w.+-]{1,80})")
_VALIDATOR = re.compile(r"[\x20-\x7e\xa0-\xff]+")
_BROWSER = "save the page from your browser and give the file"
_ARCHIVE = "check the address, or give that of a copy in a web archive"
_MEANT = {
    401: f"the page asks for a login (HTTP 401): log in with your browser, {_BROWSER}",
    402: f"the page is for paying readers (HTTP 402): {_BROWSER}",
    403: f"the server does not give this page to programs, or not here (HTTP 403): {_BROWSER}",
    404: f"there is no such page (HTTP 404): {_ARCHIVE}",
    410: f"the page was taken down (HTTP 410): {_ARCHIVE}",
    451: f"the page is withheld for legal reasons (HTTP 451): {_ARCHIVE}",
}


def iso(seconds: float) -> str:
    """A time of the clock as ISO 8601 in UTC, to the second."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def telling(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that tell of the page, on one line each."""
    return {name: value for name in _TELLING if (value := " ".join(headers.get(name, "").split())[:_LONGEST_VALUE])}


def content_type(headers: Mapping[str, str]) -> str | None:
    """The kind of the content in lower case, without parameters."""
    found = _TYPE.match(headers.get("content-type", ""))
    return found[1].lower() if found else None


def charset(headers: Mapping[str, str]) -> str | None:
    """The character set that the server names, in lower case."""
    found = _CHARSET.search(headers.get("content-type", "")[:_LONGEST_VALUE])
    return found[1].lower() if found else None


def conditions(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of a request that asks only for what has changed since an answer with these headers."""
    asked = {"If-None-Match": headers.get("etag", ""), "If-Modified-Since": headers.get("last-modified", "")}
    return {name: value for name, value in asked.items() if len(value) < _LONGEST_VALUE and _VALIDATOR.fullmatch(value)}


def pause(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that a busy server asks to wait (Retry-After, as seconds or as a date); ``None`` if it does not."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", value):
        return float(value)
    try:
        date = parsedate_to_datetime(value)
        return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def failed(status: int, headers: Mapping[str, str], now: float) -> FetchError:
    """The failure that a status other than success stands for."""
    if status in BUSY:
        wait = pause(headers, now)
        when = "later" if wait is None or wait > _YEAR else f"after {iso(now + wait)[:16].replace('T', ' ')} UTC"
        what = "asks for fewer requests" if status == 429 else "is busy or under repair"
        return FetchError(f"the server {what} (HTTP {status}): try again {when}", True)
    if status in _MEANT:
        return FetchError(_MEANT[status], True)
    if status >= 500:
        return FetchError(f"the server failed (HTTP {status}): try again later, or {_BROWSER}", True)
    return FetchError(f"the server did not give the page (HTTP {status}): look at it in your browser, {_BROWSER}", True)
