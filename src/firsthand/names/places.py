"""Where a name is on earth: candidates from the index, told apart by what else the story names."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from firsthand.names.data import rows, word_set
from firsthand.names.folding import key, plain
from firsthand.names.geography import (
    bare,
    centres,
    contains,
    countries,
    country_code,
    country_named,
    country_of,
    distance,
    regions,
)
from firsthand.names.index import AIRFIELD, LOOSE, PLACE_KINDS, Index, PlaceKind, Spot, shipped
from firsthand.names.senses import chosen

__all__ = ["Gazetteer", "contains", "country_code", "country_named", "country_of", "distance"]

_KNOWN = 100_000  # people, as it were, of a landmark: that many must have a town which news names as freely
_SAME_KM = 60.0  # a town of a landmark's name so near is the landmark
_FIELD = re.compile(
    r"\b(?:international airport|airport|air ?base|air force base|air terminal|airfield|afb|aerodrome|airstrip)\b"
)
_GENERIC = re.compile(
    r"^(?:(?:the )?(?:republic|kingdom|state|city|town|village|port|port city|province|region|governorate|district|"
    r"commune|county|greater|central|downtown|(?:north|south|east|west)(?:ern)?|"
    r"(?:north|south)(?:east|west)(?:ern)?)(?: of)? )|"
    r"(?: (?:city|town|village|province|state|region|governorate|district|oblast|county|area|municipality))$"
)
_PRIOR: dict[PlaceKind, float] = {
    "country": 3.0,
    "region": 2.5,
    "division": 0.4,
    "town": 0.0,
    "county": -0.3,
    "airfield": -0.5,
    "feature": -0.8,
}


@cache
def _landmarks() -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for name, others, latitude, longitude, country, kind in rows("landmarks.tsv"):
        known = PLACE_KINDS[PLACE_KINDS.index(kind)]
        spot = Spot(name, known, float(latitude), float(longitude), _KNOWN, country, None, None)
        for spelling in (name, *filter(None, others.split(","))):
            found[plain(spelling)] = spot
    return found


class Gazetteer:
    """Places by name. Nothing is read before the first look-up; ``index`` may be one of another file."""

    def __init__(self, index: Index | None = None) -> None:
        self._index = index or shipped()
        self._found: dict[str, tuple[Spot, ...]] = {}
        self._exact: dict[str, Spot | None] = {}

    @classmethod
    def at(cls, path: Path) -> "Gazetteer":
        """The gazetteer of an imported index; what that does not cover is of the shipped one.

        Raises ``NotAnIndexError`` if the file is none, and ``OSError`` if it cannot be read.
        """
        index = Index(path, shipped())
        _ = index.made_of  # tells now whether the file is an index
        return cls(index)

    @property
    def made_of(self) -> str:
        """What the places are from, with a fingerprint of it."""
        return self._index.made_of

    def find(self, name: str) -> tuple[Spot, ...]:
        """Every place that a name may mean, likeliest first without context; empty if none is known."""
        if name not in self._found:
            self._found[name] = tuple(sorted(self._candidates(name), key=lambda spot: (-_prior(spot), spot)))
        return self._found[name]

    def get(self, name: str) -> Spot | None:
        """The place that a name most likely means without context."""
        found = self.find(name)
        return found[0] if found else None

    def locate(self, names: Mapping[str, Iterable[str]], context: Iterable[str] = ()) -> dict[str, Spot]:
        """Place the toponyms of one story together.

        ``names`` maps each toponym to the names that stand by it ("Paris" → "Texas"); ``context`` are all names of the
        story, once a mention, demonyms included. Left out are names that the gazetteer does not know, and small towns
        in countries of which the story says nothing.
        """
        return chosen(names, context, self.find, _prior)

    def exactly(self, name: str) -> Spot | None:
        """The likeliest place of just that name: no other spelling, no part of it."""
        if name not in self._exact:
            self._exact[name] = self._known(name)
        return self._exact[name]

    def _known(self, name: str) -> Spot | None:
        text = bare(name)
        state = abbreviated(name)
        if text in countries() or text in regions() or text in _landmarks() or state:
            return self.get(name)
        found = [spot for spot in self._exactly(text) if plain(spot.name) == text]
        return max(found, key=lambda spot: (_prior(spot), spot), default=None)

    def _candidates(self, name: str) -> list[Spot]:
        text = bare(name)
        if not text or text in word_set("compass"):
            return []
        if text in regions():
            return [self._region(text)]
        if text in _landmarks():
            return _with_namesakes(_landmarks()[text], self._exactly(text))
        state = abbreviated(name)
        if state:
            return [
                spot
                for spot in self._index.find(plain(state))
                if spot.kind == "division" and spot.country in ("US", "CA")
            ]
        if _FIELD.search(text):
            return self._airfields(_FIELD.sub("", text).strip().removeprefix("of "))
        country = countries().get(text)
        found = self._exactly(plain(country.name) if country else text)
        for shorter in _shorter(text):
            if not found:
                found = self._exactly(shorter)
                if text.endswith(" city"):
                    found = [spot for spot in found if spot.kind == "town"] or found
        if not found:
            found = self._loosely(text)
        found = _named_first(found, text)
        return found if text in word_set("divisions_first") else _city_first(found)

    def _exactly(self, text: str) -> list[Spot]:
        return list(self._index.find(text))

    def _loosely(self, text: str) -> list[Spot]:
        loose = key(text)
        if len(loose) < 4:
            return []
        found = list(self._index.find(LOOSE + loose)) or list(self._index.find(loose))
        return [spot for spot in found if spot.country not in word_set("well_spelt")]  # nothing to fold there

    def _airfields(self, text: str) -> list[Spot]:
        if not text:
            return []
        loose = key(text)
        for found in (AIRFIELD + text, AIRFIELD + LOOSE + loose, AIRFIELD + loose):
            spots = list(self._index.find(found))
            if spots:
                return spots
        return self._exactly(text) or self._loosely(text)

    def _region(self, text: str) -> Spot:
        name, codes = regions()[text]
        inside = [s for code in sorted(codes) if (c := countries().get(code + "!")) and (s := self.get(c.name))]
        if name in centres():
            return Spot(name, "region", *centres()[name], sum(spot.population for spot in inside), "", None, None)
        latitude = sum(spot.latitude for spot in inside) / max(1, len(inside))
        longitude = sum(spot.longitude for spot in inside) / max(1, len(inside))
        return Spot(name, "region", latitude, longitude, sum(spot.population for spot in inside), "", None, None)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ISO codes of the countries that have a name here."""
        return frozenset(country.code for country in countries().values())


@cache
def _states() -> dict[str, str]:
    """Postal and press abbreviations of US states, as written → state."""
    return {short: state for state, shorts in rows("abbreviations.tsv") for short in shorts.split(",")}


def abbreviated(name: str) -> str | None:
    """The US state or Canadian province of an abbreviation as written ("Conn.", "B.C."), else ``None``."""
    return _states().get(name.strip())


def _shorter(text: str) -> Iterable[str]:
    """The name without words that only say what sort of place it is."""
    while (shorter := _GENERIC.sub("", text, count=1).strip()) and shorter != text:
        yield shorter
        text = shorter


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((code, plain(name)) for code, name in rows("capitals.tsv"))


def _prior(spot: Spot) -> float:
    capital = spot.kind == "town" and (spot.country, plain(spot.name)) in _capitals()
    return _PRIOR[spot.kind] + math.log10(spot.population + 100) + 0.7 * capital


def _named_first(found: list[Spot], text: str) -> list[Spot]:
    """Drop places that bear the name as a byname where one properly so called has a twentieth of their people."""
    proper = [spot for spot in found if plain(spot.name).startswith(text) or text.startswith(plain(spot.name))]
    largest = max((spot.population for spot in proper), default=0)
    return [spot for spot in found if spot in proper or spot.population > 20 * largest]


def _with_namesakes(landmark: Spot, found: list[Spot]) -> list[Spot]:
    """A landmark and the towns that share its name elsewhere; seas and regions alone."""
    if landmark.kind == "region":
        return [landmark]
    towns = [s for s in found if s.kind == "town" or (s.kind != "airfield" and s.country != landmark.country)]
    return [landmark, *(spot for spot in towns if distance(spot, landmark) > _SAME_KM)]


def _city_first(found: list[Spot]) -> list[Spot]:
    """Where a division is called after its metropolis, the bare name is the metropolis ("New York", "Tripoli")."""
    large = {spot.country for spot in found if spot.kind == "town" and spot.population > 500_000}
    return [spot for spot in found if spot.kind not in ("division", "county") or spot.country not in large]
