"""Lines of a page in numbers, for the model that tells an article's lines from furniture (``judge``)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from firsthand.reading.cleaning.lines import Line, features, folded, prose
from firsthand.reading.cleaning.markup import ZONES, Place
from firsthand.reading.patterns import furniture, table
from firsthand.reading.remembering import remembered

Floats = NDArray[np.float32]

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CONTENT = re.compile(r"[^\W_]{4,}")
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"[|›»«·•>]")
_ADDRESS = re.compile(r"@\w|https?://|www\.|\w\.(?:com|org|net|co)\b", re.IGNORECASE)
_IN_ADDRESSES = ("@", "://", "www.", ".com", ".org", ".net", ".co")
_AGO = re.compile(
    r"\b(?:ago\b|min(?:ute)?s? read\b|updated\b|posted\b|published\b|last modified\b|\d{1,2}[:.]\d\d\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)"
)
_MONEY = re.compile(r"[$€£₹]\s?\d|\d\s?%")
_RULES = (
    "addresses the visitor", "menu", "link to another story", "related stories", "form", "share", "reading", "video",
    "advertisement", "repeated title", "date line", "contact",
)  # fmt: skip

_BLOCKS = ("p", "div", "li", "td", "br", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "span")
_SIGNS = (
    "article", "comment", "related", "menu", "footer", "share", "aside", "sign_up", "ad", "caption", "byline", "title",
    "deck", "tag", "bio", "player",
)  # fmt: skip
_OFTEN = (0, 1, 3)
_REACH = 3
_NEAR = (2, 5, 12)
_CORE_GAP = 3
_LONG = 2000


@dataclass(frozen=True, slots=True)
class Traits:
    """(lines, traits) each: of the lines themselves and their place, and of their neighbours; which are paragraphs."""

    own: Floats
    neighbours: Floats
    real: NDArray[np.bool_]


def traits(lines: Sequence[Line], places: Sequence[Place] | None, title: str | None) -> Traits:
    """The traits of a page's lines, of which there is one at least; ``places`` only for HTML."""
    alone = _alone(lines)
    real = np.array([line.real for line in lines])
    parts = [alone, _position(real), _density(alone, real, lines), _topic(lines, real, title)]
    if places is not None:
        parts += _markup(places, lines, real)
    return Traits(np.hstack(parts), _neighbours(alone), real)


# a line alone


def _stacked(rows: list[Floats]) -> Floats:
    return np.concatenate(rows).reshape(len(rows), -1)


def _alone(lines: Sequence[Line]) -> Floats:
    decided = [_by_decisions(line.rule, line.kind, line.real, line.tabular) for line in lines]
    return np.hstack((_stacked([_by_words(line.text) for line in lines]), _stacked(decided)))


@lru_cache(maxsize=1024)
def _by_decisions(rule: str | None, kind: str, real: bool, tabular: bool) -> Floats:
    told = (rule == other for other in _RULES)
    marked = kind == "caption", kind == "credit", kind == "byline"
    return np.array((rule is not None, *told, *marked, real, tabular), np.float32)


@remembered
def _by_words(whole: str) -> Floats:
    line, text = features(whole, 0), whole[:_LONG]
    lowered = text.lower()
    digits = len(_DIGIT.findall(text))
    words = _WORD.findall(text)
    low = [word.lower() for word in words]
    kinds = set(low)
    count = max(1, len(words))
    known, menu = _known(), furniture()
    size = line.words
    row = (
        min(size, 60) ** 0.5 / 8,
        size <= 1, size <= 3, size <= 7, size <= 14, size >= 25,
        line.ends, line.cut_short, bool(line.bullet), line.title_case,
        text.isupper() and sum(map(len, words)) > 3,
        text.endswith(":"), text.endswith("?"), text.endswith(","), text[:1].islower(), text[:1].isdigit(),
        digits / max(1, len(text)),
        min(3, len(_SEPARATOR.findall(text))) / 3,
        any(map(lowered.__contains__, _IN_ADDRESSES)) and _ADDRESS.search(text) is not None,
        _AGO.search(lowered) is not None,
        digits > 0 and _MONEY.search(text) is not None,
        '"' in text or "“" in text or "”" in text,
        min(4, text.count(",")) / 4,
        min(3, text.count(". ")) / 3,
        text[:1] in "([", "©" in text or "(c)" in text, "#" in text, "!" in text,
        sum(map(known["function"].__contains__, low)) / count,
        sum(word[0].isupper() for word in words[1:]) / count,
        not kinds.isdisjoint(known["finite"]),
        any(word.endswith("ed") and len(word) > 4 for word in kinds),
        not kinds.isdisjoint(known["speech"]),
        not kinds.isdisjoint(known["second"]),
        not kinds.isdisjoint(known["first_plural"]),
        not kinds.isdisjoint(known["first"]),
        bool(low) and low[0] in known["imperative"],
        sum(map(menu.words.__contains__, low)) / count,
        not kinds.isdisjoint(menu.strong),
        not kinds.isdisjoint(known["outlet"]),
    )  # fmt: skip
    return np.array(row, np.float32)


_NAMED: dict[str, frozenset[str]] = {}


def _known() -> dict[str, frozenset[str]]:
    if not _NAMED:
        _NAMED.update({name: frozenset(words) for name, words in table("words.toml").items()})
    return _NAMED


# where it stands


def _position(real: NDArray[np.bool_]) -> Floats:
    """Place in the page, and how far the next paragraphs before and after are."""
    count = len(real)
    at = np.arange(count)
    where = np.flatnonzero(real)
    first, last = (where[0], where[-1]) if len(where) else (count, -1)
    above = np.full(count, 99)
    below = np.full(count, 99)
    if len(where):
        slot = np.searchsorted(where, at)
        has = slot > 0
        above[has] = at[has] - where[slot[has] - 1]
        slot = np.searchsorted(where, at, side="right")
        has = slot < len(where)
        below[has] = where[slot[has]] - at[has]
    columns = [
        at / count, np.minimum(at, 40) / 40, np.minimum(count - at, 40) / 40, at < first, at > last,
        *(above <= near for near in (1, 2, 4)), *(below <= near for near in (1, 2, 4)),
        np.minimum(above, 20) / 20, np.minimum(below, 20) / 20, np.full(count, min(len(where), 20) / 20),
        np.full(count, len(where) / count),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _density(alone: Floats, real: NDArray[np.bool_], lines: Sequence[Line]) -> Floats:
    """How many of the lines around are paragraphs, are taken out by a rule, are short."""
    ruled = np.array([line.rule is not None for line in lines])
    short = np.array([line.words <= 4 for line in lines])
    values = np.stack((real, ruled, short, alone[:, 0]), axis=1)
    return np.hstack([to_both_sides(values, near) for near in _NEAR])


def to_both_sides(values: NDArray[np.generic], reach: int) -> Floats:
    """For each column the mean over the lines above and that over those below, to the reach, side by side."""
    above, below = _means_over(values, -reach, 0), _means_over(values, 1, reach + 1)
    return np.stack((above, below), axis=2).reshape(len(values), -1)


def _means_over(values: NDArray[np.generic], start: int, end: int) -> Floats:
    """(lines, columns): the mean over the lines from ``start`` to ``end`` (exclusive) relative to each."""
    count = len(values)
    sums = np.zeros((count + 1, values.shape[1]))
    np.cumsum(values, axis=0, dtype=np.float64, out=sums[1:])
    at = np.arange(count)
    low, high = (np.minimum(np.maximum(at + step, 0), count) for step in (start, end))
    return np.asarray((sums[high] - sums[low]) / np.maximum(1, high - low)[:, None], np.float32)


# what it is about


def _topic(lines: Sequence[Line], real: NDArray[np.bool_], title: str | None) -> Floats:
    """What share of a line's longer words stand in the title and elsewhere in the article's likely core."""
    stems = [_stems(line.text) for line in lines]
    core = max(prose(real.tolist(), _CORE_GAP), key=len)
    counts = Counter(stem for i in core for stem in stems[i])
    inside = np.zeros(len(lines), bool)
    inside[core] = True
    sizes = np.array([len(own) for own in stems])
    known = np.array([counts.get(stem, 0) for own in stems for stem in own], np.int64)
    others = known - np.repeat(inside, sizes)
    sums = np.zeros((len(known) + 1, len(_OFTEN)), np.int64)
    np.cumsum(others[:, None] > _OFTEN, axis=0, out=sums[1:])
    ends = np.cumsum(sizes)
    head = _stems(title or "")
    in_head = np.array([len(own & head) for own in stems])
    size = np.maximum(1, sizes)
    named = (in_head >= 0.6 * len(head)) & bool(head)
    often = (sums[ends] - sums[ends - sizes]) / size[:, None]
    return np.column_stack((in_head / size, named, often, inside, sizes == 0)).astype(np.float32)


@remembered
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _CONTENT.findall(folded(text[:_LONG])))


def _neighbours(alone: Floats) -> Floats:
    """The traits of the lines up to three above and below; beyond the ends there is nothing."""
    blank = np.zeros((_REACH, alone.shape[1]), np.float32)
    padded = np.vstack((blank, alone, blank))
    count = len(alone)
    return np.hstack([padded[_REACH + step : _REACH + step + count] for step in range(-_REACH, _REACH + 1) if step])


# HTML


def _markup(places: Sequence[Place], lines: Sequence[Line], real: NDArray[np.bool_]) -> list[Floats]:
    """Elements, classes, links; and how much of the page's prose stands in the same element."""
    around = _stacked([_in_markup(place.zones, place.block, place.signs) for place in places])
    linked = [(place.linked, place.linked > 0.9, place.hidden) for place in places]
    own = np.hstack((around, np.array(linked, np.float32)))
    words = np.array([line.words if prose else 0 for line, prose in zip(lines, real)], np.float64)
    shares = [_shared(np.array([key(place) for place in places]), words) for key in (_parent, _container)]
    near = np.hstack((own[:, -3:-2], *(_means_over(own[:, -2:-1], a, b) for a, b in ((-3, 0), (1, 4)))))
    return [own, *shares, near]


@lru_cache(maxsize=4096)
def _in_markup(zones: frozenset[str], block: str, signs: frozenset[str]) -> Floats:
    inside = (zone in zones for zone in ZONES)
    row = (*inside, *(block == other for other in _BLOCKS), *(sign in signs for sign in _SIGNS))
    return np.array(row, np.float32)


def _parent(place: Place) -> int:
    return place.parent


def _container(place: Place) -> int:
    return place.container


def _shared(groups: NDArray[np.int64], words: NDArray[np.float64]) -> Floats:
    """For each line the share of the page's prose in its group, and whether no group has more."""
    _, group = np.unique(groups, return_inverse=True)
    sums = np.bincount(group, weights=words)
    share = sums[group] / max(1.0, sums.sum())
    return np.stack((share, share >= sums.max() / max(1.0, sums.sum()) - 1e-9), axis=1).astype(np.float32)
