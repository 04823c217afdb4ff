"""What a format's reader hands on: an article as found, not yet cleaned."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.model import Problem
from firsthand.reading.cleaning.markup import Place


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file gives it.

    ``published`` and ``modified`` are the raw values of their fields. ``rules`` says for a field what gave its value
    ("og:site_name", "RSS pubDate"). ``places`` say for each line of the body where in the HTML it stood;
    ``whole_page`` is whether the body may be a page with all that stands on it, and not an article alone.
    """

    path: str
    body: str
    title: str | None = None
    description: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: object = None
    modified: object = None
    section: str | None = None
    language: str | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] | None = None
    whole_page: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """What a container says of a payload that it holds: weaker than what the payload says of itself."""

    url: str | None = None
    content_type: str | None = None
    charset: str | None = None
    published: object = None
    title: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """Where an article stands that a feed or a sitemap only points to, and what it says of it."""

    path: str
    url: str
    hint: Hint = Hint()


Found = Draft | Problem | Address
Inner = Callable[[str, bytes, Hint], Iterator[Found]]
"""Reads a payload (its name, its bytes, what is known of it) by its content."""
