"""The visible lines of an HTML page, each with what its place in the markup tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from firsthand.reading.patterns import table

_UNSEEN = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "select", "textarea", "object", "iframe", "canvas",
     "math", "datalist", "map", "audio", "video", "dialog")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr", "button", "nobr")
)  # fmt: skip
ZONES = (
    "nav", "header", "footer", "aside", "form", "figure", "figcaption", "li", "td", "blockquote", "article", "main",
)  # fmt: skip
"""Elements that tell something of what stands inside."""

_PARSER = etree.HTMLParser()  # plain elements: lxml.html calls Python to make each of its own
_TOKEN = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Place(NamedTuple):
    """Where a line stands in the markup.

    ``zones`` are the elements around it that tell something (nav, aside, li, …); ``signs`` the words of their classes
    and ids that do (``data/markup.toml``); ``block`` is the name of its own element; ``linked`` the share (0..1) of its
    characters that are links; ``parent`` and ``container`` number the elements one and two levels above the line's.
    """

    block: str
    zones: frozenset[str]
    signs: frozenset[str]
    linked: float
    parent: int
    container: int
    hidden: bool = False


@dataclass(slots=True)
class _Around:
    """What holds for everything inside an element."""

    block: str
    zones: frozenset[str]
    signs: frozenset[str]
    linked: bool
    hidden: bool
    number: int
    parent: int
    container: int


def lines(text: str) -> list[tuple[str, Place]]:
    """The page's lines of visible text, as a browser breaks them, in the order of the source."""
    try:
        root = etree.fromstring(text, _PARSER)
    except (etree.ParserError, ValueError, AssertionError):
        return []
    return list(_Writer().lines(root)) if root is not None else []


class _Writer:
    """Gathers pieces of text and closes a line wherever a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.size = 0
        self.around: _Around | None = None
        self.numbers = 0

    def lines(self, root: etree._Element) -> Iterator[tuple[str, Place]]:
        """Walks the tree without recursion: pages may nest as deep as they like."""
        around = [_Around("body", frozenset(), frozenset(), False, False, 0, 0, 0)]
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in _UNSEEN:
                    walk.skip_subtree()
                    around.append(around[-1])
                    continue
                if tag not in _INLINE and self.around:
                    yield self.close(self.around)
                around.append(self.inside(element, tag, around[-1]))
                self.add(element.text, around[-1])
                continue
            if event == "end":
                around.pop()
                if tag not in _INLINE and tag not in _UNSEEN and self.around:
                    yield self.close(self.around)
            self.add(element.tail, around[-1])
        if self.around:
            yield self.close(self.around)

    def inside(self, element: etree._Element, tag: str, around: _Around) -> _Around:
        """What holds inside an element."""
        given = dict(element.items())
        signs = around.signs
        if "class" in given or "id" in given:
            told = _signs(f"{given.get('class', '')} {given.get('id', '')}"[:300])
            signs = signs | told if told else signs
        if tag in _INLINE:
            if tag != "a" and signs is around.signs:
                return around
            linked = around.linked or tag == "a"
            numbers = around.number, around.parent, around.container
            return _Around(around.block, around.zones, signs, linked, around.hidden, *numbers)
        self.numbers += 1
        zones = around.zones | {tag} if tag in ZONES else around.zones
        hidden = around.hidden or "hidden" in given or ("style" in given and bool(_HIDDEN.search(given["style"])))
        return _Around(tag, zones, signs, around.linked, hidden, self.numbers, around.number, around.parent)

    def add(self, text: str | None, around: _Around) -> None:
        """A piece of text; the first one of a line says where the line stands."""
        if not text:
            return
        bare = len(text.strip())
        if bare:
            self.around = self.around or around
            self.size += bare
            self.linked += bare if around.linked else 0
        self.pieces.append(text)

    def close(self, around: _Around) -> tuple[str, Place]:
        """Ends a line that has begun: its text, and where it stands."""
        text = " ".join("".join(self.pieces).split())
        linked = self.linked / max(1, self.size)
        place = Place(around.block, around.zones, around.signs, linked, around.parent, around.container, around.hidden)
        self.pieces, self.linked, self.size, self.around = [], 0, 0, None
        return text, place


@lru_cache(maxsize=4096)
def _signs(names: str) -> frozenset[str]:
    """The known words in the names of classes and ids ("siteFooter-links" has footer and link)."""
    words = set(_TOKEN.findall(_CAMEL.sub(" ", names).lower()))
    return frozenset(sign for word in words for sign in _known().get(word, ()))


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for sign, words in table("markup.toml")["signs"].items():
        for word in words:
            for form in (word, word + "s"):
                known[form] = (*known.get(form, ()), sign)
    return known
