"""Documents and how their wording is related."""

from typing import Literal

import msgspec

PartKind = Literal["title", "description", "body", "caption", "byline", "dateline", "credit"]
LinkKind = Literal["copy", "version", "rewrite", "spun", "quotes"]
Direction = Literal["a-to-b", "b-to-a", "unknown"]


class Removed(msgspec.Struct, frozen=True):
    """Words of the input that are not the article's, the rule that took them out, where in the source they stood."""

    text: str
    rule: str
    at: int | None = None


class Part(msgspec.Struct, frozen=True):
    """A stretch of a document's text and what it is."""

    start: int
    end: int
    kind: PartKind


class Document(msgspec.Struct, frozen=True):
    """One published text. Its text never changes; a new version is a new document.

    ``text`` is the cleaned text: title first, then description (unless the body repeats it), then the body;
    every offset in firsthand is a Python string offset into it. ``published`` and ``modified`` are ISO dates or dates
    and times. ``known_by`` says for each field what gave its value ("page metadata datePublished", "date line").
    ``source`` leads back: the characters from the first to the second offset stand in the text that was read from the
    third offset on (a text file's own text; of other formats, the article's text as taken out of them).
    """

    id: str
    path: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    parts: tuple[Part, ...] = ()
    removed: tuple[Removed, ...] = ()
    modified: str | None = None
    section: str | None = None
    known_by: dict[str, str] = {}
    source: tuple[tuple[int, int, int], ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """Something that could not be done, and where: beside the results, never instead of them."""

    path: str
    at: int | None
    message: str


class Evidence(msgspec.Struct, frozen=True):
    """The rule that decided, and the words that it saw."""

    rule: str
    text: str


class Channel(msgspec.Struct, frozen=True):
    """Whose text a document is. ``name`` is ``None`` where nothing shows it."""

    name: str | None
    evidence: Evidence | None = None


class Link(msgspec.Struct, frozen=True):
    """Two documents (ids, ``a`` < ``b`` in reading order) whose wording is related.

    ``share`` is the part (0..1) of the shorter text's sentences that stand in the other;
    ``passages`` are (a start, a end, b start, b end).
    """

    a: str
    b: str
    kind: LinkKind
    share: float
    direction: Direction = "unknown"
    passages: tuple[tuple[int, int, int, int], ...] = ()
    why: str = ""
