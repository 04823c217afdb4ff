"""Toponyms of a text: what stands by one and tells its namesakes apart, and where each is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from firsthand.names.folding import plain
from firsthand.names.geography import country_named, country_of
from firsthand.names.index import PlaceKind, Spot
from firsthand.names.places import Gazetteer

_PART = r"(?:(?:St|Ste|Mt|Ft)\. )?[A-Z](?:[\w'’-]|\.(?=\w))*"
_NAME = rf"{_PART}(?: (?:of |and |the )?{_PART}){{0,3}}\.?"
_COMMA = re.compile(rf"^, ?(?:in )?((?:the )?{_NAME})")
_IN = re.compile(
    r"^(?: (?:city|province|region|state|area|district))? ?(?:in|of) "
    rf"(?:the |northern |southern |eastern |western |central )*({_NAME})"
)
_BEFORE = re.compile(rf"({_NAME})['’]s? (?:\w+ ){{0,3}}$")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_COUNTY = re.compile(r" C(?:o|O)\.?$")
_STREET = re.compile(
    r"(?:streets?|avenues?|roads?|lanes?|boulevards?|highways?|drives?|terraces?|rd|ave|blvd|intersection)\b",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"\b(?:embassy|consulate|mission|school)\b", re.IGNORECASE)
_ON_STREETS = re.compile(rf" (?:and [A-Z]\w+ )?{_STREET.pattern}|/[A-Z]\w+ {_STREET.pattern}", re.IGNORECASE)
_RANK: dict[PlaceKind, int] = {
    "town": 0,
    "airfield": 0,
    "feature": 0,
    "county": 1,
    "division": 2,
    "country": 3,
    "region": 4,
}
_CLOSE = 1_500  # characters; what stands farther off says little of where an unknown place is
_CITY = 200_000  # people; a city that only another name holds ("Tavira District Court") is believed in from here


class Toponym(NamedTuple):
    """A name of a place in a text, by its offsets; ``adjective`` where it stands for a country ("the Turkish army")."""

    start: int
    end: int
    name: str
    adjective: bool = False


class Placing(NamedTuple):
    """Where a toponym is. ``beside`` is the toponym whose spot was taken, for want of an own one, or ``None``."""

    spot: Spot
    beside: str | None = None


def beside(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Names beside the mentions of a toponym that may say where it lies; in order, each once."""
    found: dict[str, None] = {}
    for start, end in spans:
        after = text[end : end + 60]
        match = _COMMA.match(after) or _IN.match(after)
        if match:
            found[_trim(match[1])] = None
        before = _BEFORE.search(text[max(0, start - 60) : start])
        if before:
            found[before[1]] = None
    return tuple(found)


def place(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> list[Placing | None]:
    """Where each toponym of one text is: one sense for each name, told apart by the others.

    A name that the gazetteer does not know (a street, a hospital) is placed where the towns beside it are: at the one
    that it contains, at one that stands by it ("Mill Road, Tavira"), else at the nearest in the text.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for toponym in toponyms:
        if not _ON_STREETS.match(text, toponym.end):
            spans[asked(toponym.name)].append((toponym.start, toponym.end))
    near = {name: beside(text, found) for name, found in spans.items()}
    spots = gazetteer.locate(near, [toponym.name for toponym in toponyms])
    around = _Around(text, toponyms, spots, gazetteer)
    return [around.of(toponym) for toponym in toponyms]


def asked(name: str) -> str:
    """What to ask the gazetteer for: the country of a demonym; a headline's or dateline's capitals as a name."""
    country = country_of(name)
    if country:
        return country
    county = _COUNTY.sub("", name)
    if county != name:
        return f"{county.title() if county.isupper() else county} County"
    return name.title() if name.isupper() and len(name) > 4 and "." not in name else name


class _Around:
    """The placed toponyms of a text, to place the others by."""

    def __init__(self, text: str, toponyms: Sequence[Toponym], spots: Mapping[str, Spot], gazetteer: Gazetteer) -> None:
        self._text, self._spots, self._gazetteer = text, spots, gazetteer
        placed = [(one.start, one.name, spot) for one in toponyms if (spot := self._own(one)) is not None]
        self._placed = sorted(one for one in placed if _RANK[one[2].kind] < 3)
        self._starts = [start for start, *_ in self._placed]

    def of(self, toponym: Toponym) -> Placing | None:
        """Where a toponym is."""
        own = self._own(toponym)
        if own is not None:
            return Placing(own)
        return self._named(toponym) or self._closest(toponym)

    def _own(self, toponym: Toponym) -> Spot | None:
        if _ON_STREETS.match(self._text, toponym.end):
            return None
        return self._spots.get(asked(toponym.name))

    def _named(self, toponym: Toponym) -> Placing | None:
        """By a place that stands by the name or within it: towns before divisions, these before countries."""
        near = beside(self._text, [(toponym.start, toponym.end)])
        found = [(spot, name) for name in near if (spot := self._spots.get(asked(name)))]
        found += self._within(toponym.name)
        if not found:
            return None
        spot, name = min(found, key=lambda one: _RANK[one[0].kind])
        of_country = spot.kind == "country" and not country_of(name) and not _ABROAD.search(toponym.name)
        return Placing(spot, name) if _RANK[spot.kind] < 3 or of_country or not self._placed else None

    def _within(self, name: str) -> Iterator[tuple[Spot, str]]:
        words = [word[0] for word in _WORD.finditer(name)]
        for start in range(len(words)):
            for end in range(min(len(words), start + 3), start, -1):
                part = " ".join(words[start:end])
                if part == name:
                    continue
                spot = self._spots.get(asked(part))
                if spot is None and not _STREET.search(name):
                    spot = self._gazetteer.get(asked(part))
                    if spot and (spot.population < _CITY or plain(spot.name) != plain(part) or country_of(part)):
                        spot = None
                if spot:
                    yield spot, part

    def _closest(self, toponym: Toponym) -> Placing | None:
        after = bisect_left(self._starts, toponym.start)
        close = [one for one in self._placed[max(0, after - 3) : after + 3] if abs(one[0] - toponym.start) < _CLOSE]
        if not close:
            return None
        _, name, spot = min(close, key=lambda one: (_RANK[one[2].kind], abs(one[0] - toponym.start), one[0]))
        return Placing(spot, name)


def _trim(name: str) -> str:
    """Names in running text lose a sentence's full stop but keep that of an abbreviation ("Conn.", "U.S.").

    Of two names joined ("Texas and Rome") the first counts, but where the two are one country's.
    """
    if " and " in name and not country_named(name):
        name = name.partition(" and ")[0]
    return name if re.search(r"\b(?:\w\.)+$|^\w{2,5}\.$", name) else name.rstrip(".'’")
