"""What a server's robots.txt says to this program (RFC 9309)."""

import re
import threading
from collections.abc import Callable

from protego import Protego

from firsthand.reading.fetching.addresses import FetchError, Target

PRODUCT = "firsthand"
"""The name that a robots.txt calls this program by."""

MAX_ROBOTS = 500_000
"""Bytes that are read of a robots.txt; what follows them is passed over, as the standard says."""

LONGEST_DELAY = 30.0
"""Seconds between two requests, the most that a robots.txt can ask for."""

_KEEP = 24 * 3600.0
_KEEP_FAILED = 600.0
_GROUP = re.compile(r"\s*user(?:-|\s+)?agent\b[\s:]*([^\s/#]*)", re.IGNORECASE)
_NOBODY = "x-no-such-program"

Load = Callable[[Target], tuple[int, bytes]]
"""Fetches a robots.txt: its status and its bytes; raises ``FetchError``."""


class Rules:
    """The rules of one server. ``delay`` is the seconds between requests that it asks for."""

    def __init__(self, text: str):
        self._rules = Protego.parse(_for_us(text))
        self.delay = min(self._rules.crawl_delay(PRODUCT) or 0.0, LONGEST_DELAY)

    def allows(self, url: str) -> bool:
        """Whether this program may read the page at an address."""
        return self._rules.can_fetch(url, PRODUCT)


def _for_us(text: str) -> str:
    """The file with groups for other programs under one name.

    The parser gives each program's name all rules of its group, which with thousands of names and rules fills the
    memory; and it takes "first" for this program's name, too.
    """
    lines: list[str] = []
    named: set[str] = set()
    for line in text.splitlines():
        group = _GROUP.match(line)
        if not group:
            if line.partition("#")[0].strip():
                named.clear()
            lines.append(line)
            continue
        name = group[1].lower()
        name = name if name == "*" else name.rstrip("*")
        name = name if name in (PRODUCT, "*") else _NOBODY
        if name not in named:
            named.add(name)
            lines.append(f"User-agent: {name}")
    return "\n".join(lines)


def rules_of(status: int, data: bytes) -> Rules:
    """The rules in a server's answer: no file, no rules. Raises ``FetchError`` if the server failed."""
    if 500 <= status < 600:
        raise FetchError(
            f"its robots.txt, which says what programs may read, could not be read (HTTP {status}), so the page was "
            "not asked for: try again later, or save the page from your browser and give the file",
            True,
        )
    if not 200 <= status < 300:
        return Rules("")
    try:
        whole = data[:MAX_ROBOTS]
        if len(data) > MAX_ROBOTS:
            whole = whole[: whole.rfind(b"\n") + 1]
        return Rules(whole.decode("utf-8-sig", "replace"))
    except Exception as error:  # the parser does not promise to cope with hostile input
        kind = type(error).__name__
        message = f"its robots.txt could not be parsed ({kind}): save the page from your browser and give the file"
        raise FetchError(message, True) from None


class Robots:
    """The rules of the servers met so far: each is asked once a day, one that failed after ten minutes again."""

    def __init__(self, ticks: Callable[[], float]):
        self._ticks = ticks
        self._known: dict[str, tuple[float, Rules | FetchError]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, place: Target, load: Load) -> Rules:
        """The rules of the server of an address, asked for if they are not known. Raises ``FetchError``."""
        with self._lock:
            lock = self._locks.setdefault(place.origin, threading.Lock())
        with lock:
            known = self._known.get(place.origin)
            if known is None or known[0] < self._ticks():
                known = self._asked(place, load)
                self._known[place.origin] = known
        if isinstance(known[1], FetchError):
            raise FetchError(known[1].message, known[1].reached)
        return known[1]

    def _asked(self, place: Target, load: Load) -> tuple[float, Rules | FetchError]:
        file = Target(place.scheme, place.host, place.port, "/robots.txt", place.numeric)
        try:
            return self._ticks() + _KEEP, rules_of(*load(file))
        except FetchError as failure:
            if failure.reached and not failure.message.startswith("its robots.txt"):
                failure.message = f"its robots.txt, asked for first, could not be read: {failure.message}"
            return self._ticks() + _KEEP_FAILED, failure


def refusal() -> FetchError:
    """The failure of a page that its server keeps from programs."""
    return FetchError(
        "its robots.txt asks programs not to read this page; save the page from your browser and give the file", True
    )
