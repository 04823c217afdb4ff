"""Places told by other places, found in text and held against the map.

"Orna, a city 150km (93 miles) southeast of Tavira" states a distance and a direction that the gazetteer can check. The
map's distance is as the crow flies, and news often tells it by road, which is longer: a stated distance up to 1.7 times
the map's is compatible, no conflict. A conflict is said only where the map's place is plausibly the one meant.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, overload

from msgspec.structs import replace

from firsthand.claims.quantities_measures import measured
from firsthand.claims.quantities_ranges import find_expressions
from firsthand.model.findings import Verdict
from firsthand.model.values import Range
from firsthand.model.whereabouts import Whereabouts
from firsthand.names.bearings import DIRECTION, bearing, between, degrees, middle, point
from firsthand.names.data import rows
from firsthand.names.geography import distance
from firsthand.names.index import Spot
from firsthand.names.places import Gazetteer
from firsthand.names.toponyms import Placing, Toponym

MADE_BY = "whereabouts/1"
_KM = {"km": 1.0, "m": 0.001, "mile": 1.609344, "nautical mile": 1.852, "yard": 0.0009144, "foot": 0.0003048}
_UNIT = re.compile(
    r"(?<![A-Za-z])(?:km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s|nautical miles?)\b(?! per| an hour)"
)
_SORT = (
    r"(?:the |a )?(?:(?:\w+ )?(?:cit(?:y|ies)|towns?|villages?|port|capital|resort|suburb)(?: cit(?:y|ies))? of )?"
    r"(?:the )?"
)
_OF = re.compile(
    rf"(?:\s?\([^)\n]{{1,30}}\))?(?: (?:distance|drive|away|to))?(?: away| further| inland| or so)?,?"
    rf"(?: (?:to )?(?:the )?(?P<direction>{DIRECTION}) (?:of|from) | from (?:the )?(?P<late>{DIRECTION}) of "
    rf"| (?:away )?from | outside (?:of )?| off (?:the (?:\w+ )?coast of )?){_SORT}"
)
_CLOSE = re.compile(
    rf"\b(?:(?P<outside>just outside(?: of)?|on the (?:\w+ )?outskirts of|on the edge of)"
    rf"|(?:just|immediately|directly|due) (?:to the )?(?P<direction>{DIRECTION}) of"
    rf"|(?P<half>half[- ]?way|midway) between) {_SORT}"
)
_CAPITAL = re.compile(r"(?:the )?(?:[A-Z]?\w+ )?capital(?: city)?\b")
_NAMED_AFTER = re.compile(r",? (?:of )?")
_GAP = re.compile(
    r"(?:,| \(| [-–—])?(?: (?:which|that))?(?: (?:is|was|lies|lay|sits|stands))?(?: (?:located|situated|just))?"
    r"(?:,? (?:a|an|the)(?: [a-z-]+){0,6})?(?:,? (?:that|which) (?:is|lies|sits))?"
    r"(?: (?:located|situated|lying))?,? ?\(?"
)
_IN_AFTER = re.compile(r",? (?:in|at) (?:the (?:town|village|city|hamlet|settlement) of )?")
_AND = re.compile(rf",? and {_SORT}")
_NEAR_KM = {"outside": (0.0, 20.0), "direction": (0.0, 40.0)}  # what "just outside", "just north of" may mean
_BY_ROAD = 1.7
_AGREE_DEGREES, _COMPATIBLE_DEGREES = 35.0, 70.0
_NO_DIRECTION_KM = 15.0  # nearer than this the size of the places hides the direction
_PLAUSIBLE_KM = 300.0  # a namesake this much farther off than stated is another place
_LOCAL = ("town", "airfield", "feature", "county", "division")


def find_whereabouts(
    document: str, text: str, toponyms: Sequence[Toponym], placings: Sequence[Placing | None], gazetteer: Gazetteer
) -> list[Whereabouts]:
    """Every place of a text that is told by a placed one, in order; ``document`` is the document's id."""
    return list(_Reader(document, text, toponyms, placings, gazetteer).read())


def tells_whereabouts(text: str) -> bool:
    """Whether a text may tell a place by another at all: a quick look before the toponyms are found."""
    return bool(_CLOSE.search(text)) or any(_OF.match(text, unit.end()) for unit in _UNIT.finditer(text))


class _Told(NamedTuple):
    """A distance and a direction, and where the name that they are told from begins."""

    start: int
    anchor: int
    low: float | None
    high: float | None
    direction: float | None
    half: bool = False


class _Reader:
    def __init__(
        self,
        document: str,
        text: str,
        toponyms: Sequence[Toponym],
        placings: Sequence[Placing | None],
        gazetteer: Gazetteer,
    ) -> None:
        self._document, self._text, self._gazetteer = document, text, gazetteer
        self._names = list(toponyms)
        own = [placing.spot if placing and placing.beside is None else None for placing in placings]
        self._spots = dict(zip(self._names, own, strict=True))
        self._starts = [name.start for name in self._names]

    def read(self) -> Iterator[Whereabouts]:
        last = 0
        for told in sorted([*self._measured(), *self._close()]):
            found = self._made(told) if told.start >= last else None
            if found is not None:
                last = found.end
                yield found

    def _measured(self) -> Iterator[_Told]:
        """Distances with what they are told from. Numbers are read only beside units of length, for speed."""
        seen = -1
        for unit in _UNIT.finditer(self._text):
            if unit.start() < seen or not _OF.match(self._text, unit.end()):
                continue
            begin = max(0, unit.start() - 60)
            window = self._text[begin : unit.end() + 40]
            for expression in find_expressions(window):
                measure = measured(window, expression)
                if measure is None or measure.dimension != "distance" or begin + measure.end < unit.end():
                    continue
                seen = begin + measure.end
                after = _OF.match(self._text, seen)
                if after:
                    words = after["direction"] or after["late"]
                    low, high = _kilometres(measure.range, measure.unit)
                    yield _Told(begin + measure.start, after.end(), low, high, degrees(words) if words else None)
                break

    def _close(self) -> Iterator[_Told]:
        for match in _CLOSE.finditer(self._text):
            if match["half"]:
                yield _Told(match.start(), match.end(), None, None, None, half=True)
            else:
                kind = "outside" if match["outside"] else "direction"
                words = match["direction"]
                yield _Told(match.start(), match.end(), *_NEAR_KM[kind], degrees(words) if words else None)

    def _made(self, told: _Told) -> Whereabouts | None:
        subject = self._before(told.start)
        anchors = list(self._anchors(told, subject))
        if len(anchors) != 1 + told.half:
            return None
        end = anchors[-1][0].end
        subject = subject or self._after(end)
        found = Whereabouts(
            self._document, told.start, end, tuple(_offsets(name) for name, _ in anchors), _offsets(subject),
            told.low, told.high, told.direction, made_by=MADE_BY,
        )  # fmt: skip
        spots = [spot for _, spot in anchors]
        found = _with_circle(found, spots)
        return self._checked(found, subject, spots[0]) if subject and len(spots) == 1 else found

    def _anchors(self, told: _Told, subject: Toponym | None) -> Iterator[tuple[Toponym, Spot]]:
        first = self._anchor(told.anchor, subject)
        if first is None:
            return
        yield first
        joint = _AND.match(self._text, first[0].end) if told.half else None
        second = self._anchor(joint.end(), subject) if joint else None
        if second is not None:
            yield second

    def _anchor(self, start: int, subject: Toponym | None) -> tuple[Toponym, Spot] | None:
        """The placed name that begins here, or the capital that is spoken of."""
        capital = _CAPITAL.match(self._text, start)
        after = _NAMED_AFTER.match(self._text, capital.end()) if capital else None
        name = self._named(after.end() if after else start) or (self._named(capital.end()) if capital else None)
        spot = self._spots[name] if name else None
        if spot is None or name is None or spot.kind in ("country", "region"):
            spot = self._capital(start, subject) if capital else None
            return (Toponym(start, capital.end(), spot.name), spot) if spot and capital else None
        return name, spot

    def _named(self, start: int) -> Toponym | None:
        place = bisect_right(self._starts, start) - 1
        return self._names[place] if place >= 0 and self._names[place].start == start else None

    def _capital(self, start: int, subject: Toponym | None) -> Spot | None:
        """The capital of the subject's country, else of the one named last before, else of most places' country."""
        placed = [(name, spot) for name, spot in self._spots.items() if spot and spot.country]
        own = self._spots[subject] if subject else None
        told = [s.country for name, s in placed if s.kind == "country" and name.start < start and not name.adjective]
        most = [code for code, _ in Counter(spot.country for _, spot in placed).most_common(1)]
        code = next(iter([own.country] if own and own.country else told[-1:] or most), "")
        capital = _capitals().get(code)
        found = self._gazetteer.find(capital) if capital else ()
        return next((spot for spot in found if spot.country == code and spot.kind == "town"), None)

    def _before(self, start: int) -> Toponym | None:
        """What lies there, named before it: "Orna, a town …"."""
        place = bisect_right(self._starts, start - 1) - 1
        if place < 0:
            return None
        name = self._names[place]
        beside = name.end <= start and not name.adjective and _GAP.fullmatch(self._text, name.end, start)
        return name if beside else None

    def _after(self, end: int) -> Toponym | None:
        """What lies there, named after it: "…, in Orna"."""
        after = _IN_AFTER.match(self._text, end)
        return self._named(after.end()) if after else None

    def _checked(self, found: Whereabouts, subject: Toponym, anchor: Spot) -> Whereabouts:
        """Held against the map: of the subject's namesakes in the anchor's country the one that fits best."""
        own = self._spots[subject]
        namesakes = (*self._gazetteer.find(subject.name), *([own] if own else ()))
        options = [spot for spot in namesakes if spot.kind in _LOCAL and spot.country == anchor.country]
        if not options:
            return found
        best = min(options, key=lambda spot: (_excess(found, anchor, spot), spot))
        km = distance(anchor, best)
        if km > _PLAUSIBLE_KM + 2 * (found.high or found.low or 0.0):
            return found
        towards = bearing(_at(anchor), _at(best))
        verdict = compared(found, km, towards, _size(anchor) + _size(best))
        return replace(found, map_km=round(km, 1), map_direction=round(towards, 1), verdict=verdict)


@cache
def _capitals() -> dict[str, str]:
    return dict(row[:2] for row in rows("capitals.tsv"))


def compared(found: Whereabouts, km: float, towards: float, size: float) -> Verdict:
    """A stated distance and direction beside the map's; ``size`` is how many kilometres the two places span."""
    slack = size + 0.1 * km
    if found.low is not None and found.low > km + slack:
        verdict: Verdict = "compatible" if found.low <= _BY_ROAD * km + slack else "conflict"
    elif found.high is not None and found.high < km - slack:
        verdict = "conflict"
    else:
        verdict = "agree"
    if found.direction is None or km < _NO_DIRECTION_KM + size:
        return verdict
    turn = between(found.direction, towards)
    if turn > _COMPATIBLE_DEGREES:
        return "conflict"
    return "compatible" if turn > _AGREE_DEGREES and verdict == "agree" else verdict


def _kilometres(stated: Range, unit: str) -> tuple[float | None, float | None]:
    km = _KM.get(unit, 1.0)
    low, high = stated.low, stated.high
    return (None if low is None else round(low * km, 3)), (None if high is None else round(high * km, 3))


def _with_circle(found: Whereabouts, spots: list[Spot]) -> Whereabouts:
    """With the circle that a distance and a direction, a middle, or "just outside" make."""
    size = _size(spots[0])
    if len(spots) == 2:
        lat, lon = middle(_at(spots[0]), _at(spots[1]))
        radius = 0.25 * distance(spots[0], spots[1])
    elif found.direction is not None and found.low is not None:
        high = found.high if found.high is not None else 1.5 * found.low
        km = (found.low + high) / 2
        lat, lon = point(_at(spots[0]), found.direction, km)
        radius = (high - found.low) / 2 + size + km * math.sin(math.radians(22.5))  # half of an eighth of the compass
    elif found.low == 0.0 and found.high is not None:
        (lat, lon), radius = _at(spots[0]), found.high + size
    else:
        return found
    return replace(found, latitude=round(lat, 3), longitude=round(lon, 3), radius=round(radius, 1))


def _excess(found: Whereabouts, anchor: Spot, spot: Spot) -> float:
    """How far outside the stated range a place is, in kilometres."""
    km, size = distance(anchor, spot), _size(anchor) + _size(spot)
    return max(0.0, (found.low or 0.0) - km - size, km - size - (math.inf if found.high is None else found.high))


def _size(spot: Spot) -> float:
    """How far from its point a place may reach, in kilometres."""
    if spot.kind in ("division", "region", "country"):
        return 80.0
    return 30.0 if spot.kind == "county" else 3.0 + 4.0 * math.sqrt(spot.population / 1e6)


@overload
def _offsets(name: Toponym) -> tuple[str, int, int]: ...
@overload
def _offsets(name: None) -> None: ...
def _offsets(name: Toponym | None) -> tuple[str, int, int] | None:
    return (name.name, name.start, name.end) if name else None


def _at(spot: Spot) -> tuple[float, float]:
    return spot.latitude, spot.longitude
