"""Pages fetched from the web: politely, from public machines only, each kept as it came."""

import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import msgspec

from firsthand import __version__
from firsthand.model import Problem
from firsthand.reading.fetching import statuses
from firsthand.reading.fetching.addresses import FetchError, Resolver, Target, machines, resolved, target, without_login
from firsthand.reading.fetching.kept import Copy, Kept, digest
from firsthand.reading.fetching.pacing import Pace
from firsthand.reading.fetching.robots import PRODUCT, Robots, refusal
from firsthand.reading.fetching.transport import Answer, Deadline, Limits, ask, trust
from firsthand.reading.fetching.unpacking import ACCEPTED

MAX_REDIRECTS = 5
"""Redirects that are followed for one page, and for one robots.txt."""

LONGEST_PAUSE = 10.0
"""Seconds that a busy server may ask for and is given; for more, the page is a problem that says when to try again."""

GAP = 1.0
"""Seconds between two requests to one host, at least."""

_ROBOTS_SIZE = 5_000_000
_RENEWED = ("date", "etag", "last-modified", "cache-control")
_BROWSER = "save the page from your browser and give the file"
_HEADERS = {
    "User-Agent": f"{PRODUCT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server gave it.

    ``url`` was asked for, ``final_url`` is where redirects led. ``body`` is unpacked, ``sha256`` names it. ``fetched``
    is when it was transferred; ``checked`` is later than that if the server only said that the page had not changed
    (``again``), and the kept copy is given. ``note`` says why the page could not be kept.
    """

    url: str
    final_url: str
    status: int
    body: bytes
    sha256: str
    fetched: str
    checked: str
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    machine: str | None = None
    again: bool = False
    note: Problem | None = None


class _AstrayError(FetchError):
    """Redirects that do not end."""


class Fetcher:
    """Fetches pages, one request a second to a host and only what its robots.txt allows.

    One may be used by several threads. Proxies set in the environment are not used: a proxy would look up names itself,
    so that the addresses that were checked would not be those connected to. ``clock`` gives the time that pages are
    dated with, ``ticks`` measures how long things take.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        kept: Kept | None = None,
        limits: Limits | None = None,
        gap: float = GAP,
        resolve: Resolver = resolved,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._allow_private = allow_private
        self._kept = kept
        self._limits = limits or Limits()
        self._gap = gap
        self._resolve = resolve
        self._tls = tls or trust()
        self._clock = clock
        self._ticks = ticks
        self._sleep = sleep
        self._pace = Pace(ticks, sleep)
        self._robots = Robots(ticks)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forgets what the servers said in their robots.txt. No connection outlives its request."""
        self._robots = Robots(self._ticks)

    def get(self, url: str) -> Fetched | Problem:
        """The page of an address, or why it was not fetched; the problem's path is the address."""
        try:
            return self._page(url)
        except FetchError as failure:
            return Problem(without_login(url.strip()), None, failure.message)

    def _page(self, url: str) -> Fetched:
        first = target(url)
        copy, body = self._held(first.url)
        deadline = Deadline(self._limits.whole, self._ticks)
        seen: set[str] = set()

        def step(place: Target) -> Answer:
            if place.url in seen:
                raise FetchError(f"the server sends in a circle, as for readers without cookies: {_BROWSER}", True)
            self._permitted(place, deadline, first=not seen)
            seen.add(place.url)
            asked = statuses.conditions(copy.headers) if copy and copy.final_url == place.url else {}
            answer = self._patient(place, asked, deadline)
            unchanged = answer.status == 304 and bool(asked)
            if answer.status not in statuses.REDIRECTS and not unchanged:
                self._usable(answer)
            return answer

        place, answer = _followed(first, step)
        if copy and answer.status == 304:
            return self._unchanged(url.strip(), copy, body, answer)
        return self._new(url.strip(), first, place, answer)

    # the way to an answer

    def _permitted(self, place: Target, deadline: Deadline, first: bool) -> None:
        """Returns when the page may be asked for. What a redirect leads to belongs to the same visit."""
        rules = self._robots.rules(place, partial(self._robots_file, deadline))
        if not rules.allows(place.url):
            raise refusal()
        gap = max(self._gap, rules.delay) if first else self._gap
        deadline.extend(self._pace.wait(place.host, gap))

    def _robots_file(self, deadline: Deadline, file: Target) -> tuple[int, bytes]:
        """A robots.txt is not counted in the pace: it is asked for once, and says what the pace is."""
        limits = replace(self._limits, size=_ROBOTS_SIZE)
        try:
            _, answer = _followed(file, lambda place: self._ask(place, {}, deadline, limits))
        except _AstrayError:
            return 404, b""
        return answer.status, answer.body

    def _patient(self, place: Target, asked: Mapping[str, str], deadline: Deadline) -> Answer:
        """An answer; a server that is busy for a few seconds is asked once more."""
        answer = self._ask(place, asked, deadline, self._limits)
        if answer.status in statuses.BUSY:
            wait = statuses.pause(answer.headers, self._clock())
            if wait is not None and wait <= LONGEST_PAUSE:
                self._sleep(wait)
                deadline.extend(wait + self._pace.wait(place.host, self._gap))
                answer = self._ask(place, asked, deadline, self._limits)
        return answer

    def _ask(self, place: Target, asked: Mapping[str, str], deadline: Deadline, limits: Limits) -> Answer:
        seconds = deadline.left(limits.connect)
        found = machines(place, self._resolve, self._allow_private, seconds)
        return ask(place, found, {**_HEADERS, **asked}, limits, deadline, self._tls)

    def _usable(self, answer: Answer) -> None:
        if not 200 <= answer.status < 300 or answer.status == 206:
            raise statuses.failed(answer.status, answer.headers, self._clock())
        if not answer.body:
            raise FetchError(f"the server sent an empty page (HTTP {answer.status}): {_BROWSER}", True)

    # what is handed back and kept

    def _held(self, url: str) -> tuple[Copy | None, bytes]:
        """The newest kept copy of an address and its bytes; none if they are damaged, so that they are fetched anew."""
        copy = self._kept.latest(url) if self._kept else None
        body = self._kept.body(copy) if self._kept and copy else None
        return (None, b"") if body is None else (copy, body)

    def _new(self, url: str, first: Target, place: Target, answer: Answer) -> Fetched:
        now = statuses.iso(self._clock())
        copy = Copy(
            url=first.url,
            final_url=place.url,
            status=answer.status,
            fetched=now,
            checked=now,
            sha256=digest(answer.body),
            size=len(answer.body),
            headers=statuses.telling(answer.headers),
            machine=answer.machine,
        )
        return self._handed(url, copy, answer.body)

    def _unchanged(self, url: str, copy: Copy, body: bytes, answer: Answer) -> Fetched:
        """The kept page; what the server says of it now goes before what it said then."""
        fresh = {name: value for name, value in statuses.telling(answer.headers).items() if name in _RENEWED}
        copy = msgspec.structs.replace(
            copy,
            checked=statuses.iso(self._clock()),
            again=True,
            headers=copy.headers | fresh,
            machine=answer.machine,
        )
        return self._handed(url, copy, body)

    def _handed(self, url: str, copy: Copy, body: bytes) -> Fetched:
        wrong = self._kept.keep(copy, body) if self._kept else None
        return Fetched(
            url=url,
            final_url=copy.final_url,
            status=copy.status,
            body=body,
            sha256=copy.sha256,
            fetched=copy.fetched,
            checked=copy.checked,
            content_type=statuses.content_type(copy.headers),
            charset=statuses.charset(copy.headers),
            etag=copy.headers.get("etag"),
            last_modified=copy.headers.get("last-modified"),
            machine=copy.machine,
            again=copy.again,
            note=Problem(url, None, wrong) if wrong else None,
        )


def _followed(first: Target, step: Callable[[Target], Answer]) -> tuple[Target, Answer]:
    """The first answer that is no redirect, and where it came from. Each step is checked as if it were the first."""
    place = first
    for hop in range(MAX_REDIRECTS + 1):
        try:
            answer = step(place)
            if answer.status not in statuses.REDIRECTS:
                return place, answer
            place = _onward(place, answer)
        except FetchError as failure:
            if hop:
                failure.message = f"it leads on to {place.url}, and there: {failure.message}"
            raise
    raise _AstrayError(f"the server sends on and on (more than {MAX_REDIRECTS} redirects): {_BROWSER}", True)


def _onward(place: Target, answer: Answer) -> Target:
    """Where a redirect leads. From https to http none is followed: anyone on the way could change the page."""
    told = answer.headers.get("location", "").strip()
    if not told:
        raise FetchError(f"the server sends on, but does not say where (HTTP {answer.status}): {_BROWSER}", True)
    with suppress(UnicodeError):  # headers come as Latin-1, but many servers write UTF-8 in this one
        told = told.encode("latin-1").decode("utf-8")
    try:
        onward = target(urljoin(place.url, told))
    except ValueError:
        raise FetchError(f"the server sends on to what is no address: {_BROWSER}", True) from None
    except FetchError as failure:
        failure.message = f"the server sends on to an address that is not fetched ({failure.message})"
        raise
    if place.scheme == "https" and onward.scheme == "http":
        raise FetchError(
            f"the server sends on from https to http ({onward.url}), where the page could be changed on its way: give "
            "that address if you want it all the same",
            True,
        )
    return onward
