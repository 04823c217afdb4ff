"""Articles of the web: addresses fetched, and those that feeds and site maps point to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import Self

from firsthand.model import Problem
from firsthand.reading.draft import Address, Draft
from firsthand.reading.fetching.fetcher import Fetcher
from firsthand.reading.fetching.kept import Kept
from firsthand.reading.payloads import read_bytes
from firsthand.reading.web import Web

_DEEPEST = 3
"""Feeds and site maps that may lead to one another before an article."""


class Follower:
    """Reads addresses, each once, to the limit."""

    def __init__(self, web: Web, progress: Callable[[str], None] | None = None, fetcher: Fetcher | None = None):
        self._web = web
        self._progress = progress or (lambda address: None)
        kept = Kept(web.keep) if web.keep else None
        self._fetcher = fetcher or Fetcher(allow_private=web.allow_private, kept=kept)
        self._seen: set[str] = set()
        self._fetched = 0
        self._passed_over = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._fetcher.close()

    def read(self, address: Address, depth: int = 0) -> Iterator[Draft | Problem]:
        """The articles that an address gives."""
        if address.url in self._seen:
            return
        self._seen.add(address.url)
        if self._fetched >= self._web.limit:
            self._passed_over += 1
            return
        if depth > _DEEPEST:
            yield Problem(address.url, None, f"feeds or site maps that lead to one another more than {_DEEPEST} deep")
            return
        self._fetched += 1
        self._progress(address.url)
        page = self._fetcher.get(address.url)
        if isinstance(page, Problem):
            yield page
            return
        if page.note:
            yield page.note
        hint = replace(address.hint, url=page.final_url, content_type=page.content_type, charset=page.charset)
        for found in read_bytes(address.url, page.body, hint):
            if isinstance(found, Address):
                yield from self.read(found, depth + 1)
            else:
                yield found

    def rest(self) -> Iterator[Problem]:
        """What was not fetched because of the limit."""
        if self._passed_over:
            count, limit = self._passed_over, self._web.limit
            message = f"{count:,} more addresses were not fetched, since {limit:,} pages are the limit (--limit)"
            yield Problem("web", None, message)


def unfollowed(addresses: list[Address]) -> Iterator[Problem]:
    """For each file, how many articles it only points to."""
    counts: dict[str, int] = {}
    for address in addresses:
        file = address.path.partition("#")[0]
        counts[file] = counts.get(file, 0) + 1
    for file, count in counts.items():
        what, was = ("1 article is", "was") if count == 1 else (f"{count:,} articles are", "were")
        yield Problem(file, None, f"{what} only pointed to and {was} not fetched; give --follow to fetch from the web")
