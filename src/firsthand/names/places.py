"""Where a name is on earth: candidates from the index, told apart by what else the story names."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from firsthand.names.data import rows, word_set
from firsthand.names.folding import key, plain, without_possessive
from firsthand.names.index import AIRFIELD, LOOSE, PLACE_KINDS, Index, PlaceKind, Spot, shipped

_EARTH_KM = 6371.0088
_FIELD = re.compile(
    r"\b(?:international airport|airport|air ?base|air force base|air terminal|airfield|afb|aerodrome|airstrip)\b"
)
_INNER_POSSESSIVE = re.compile(r"['’]s(?= )")
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
}


_SHARE, _NAMED, _DIVISION, _NEAR, _BESIDE = 4.0, 1.0, 0.6, 0.5, 8.0  # set on GeoWebNews and TR-News
_NEAR_KM = 250.0
_SMALL = 30_000  # people; smaller towns are believed in only where the story is about their country


class _Country(NamedTuple):
    code: str
    name: str


@cache
def _countries() -> dict[str, _Country]:
    """Plain name or ISO code in capitals → country."""
    found: dict[str, _Country] = {}
    for code, name, others, *_ in rows("countries.tsv"):
        country = _Country(code, name)
        found[code + "!"] = country
        for spelling in (name, *filter(None, others.split(","))):
            found[plain(spelling)] = country
    return found


@cache
def _demonyms() -> dict[str, str]:
    """Plain demonym → name of the country or region."""
    found: dict[str, str] = {}
    for table in ("regions.tsv", "countries.tsv"):
        for row in rows(table):
            for demonym in filter(None, row[3].split(",") if len(row) > 3 else ()):
                found[plain(demonym)] = row[1 if table == "countries.tsv" else 0]
    for state, demonyms in rows("states.tsv"):
        for demonym in demonyms.split(","):
            found[plain(demonym)] = state
    return found


@cache
def _centres() -> dict[str, tuple[float, float]]:
    return {name: (float(latitude), float(longitude)) for name, latitude, longitude in rows("centres.tsv")}


@cache
def _landmarks() -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for name, others, latitude, longitude, country, kind in rows("landmarks.tsv"):
        known = PLACE_KINDS[PLACE_KINDS.index(kind)]
        spot = Spot(name, known, float(latitude), float(longitude), 0, country, None, None)
        for spelling in (name, *filter(None, others.split(","))):
            found[plain(spelling)] = spot
    return found


@cache
def _regions() -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for name, others, codes, *_ in rows("regions.tsv"):
        for spelling in (name, *filter(None, others.split(","))):
            found[plain(spelling)] = name, frozenset(codes.split(","))
    return found


def country_of(demonym: str) -> str | None:
    """The country, region or US state of a demonym ("Turkish", "Turks" → "Turkey"); ``None`` for other words."""
    return _demonyms().get(_bare(demonym))


def country_named(name: str) -> str | None:
    """The usual English name of a country by any of its names ("UAE" → "United Arab Emirates"), else ``None``."""
    country = _countries().get(_bare(name))
    return country.name if country else None


def country_code(name: str) -> str | None:
    """The ISO code of a country's name ("Britain" → "GB"); ``None`` for other names."""
    country = _countries().get(_bare(name))
    return country.code if country else None


def distance(a: Spot, b: Spot) -> float:
    """Kilometres along a great circle (haversine)."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.longitude - a.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def contains(outer: Spot, inner: Spot) -> bool:
    """Whether one place lies in another: a country in its region, a division in its country, a town in either."""
    if outer == inner:
        return True
    if outer.kind == "region":
        held = _regions().get(plain(outer.name), ("", frozenset()))[1]
        if inner.kind == "region":
            within = _regions().get(plain(inner.name), ("", frozenset()))[1]
            return bool(within) and within < held
        return inner.country in held
    if outer.kind == "country":
        return inner.kind not in ("region", "country") and inner.country == outer.country
    if outer.kind == "division":
        return inner.kind in ("town", "county", "airfield") and (inner.country, inner.admin1) == (
            outer.country,
            outer.admin1,
        )
    return (
        outer.kind == "town"
        and inner.kind == "airfield"
        and inner.country == outer.country
        and distance(outer, inner) < 15
    )


@lru_cache(maxsize=16384)
def _bare(name: str) -> str:
    text = plain(_INNER_POSSESSIVE.sub("", without_possessive(name)))
    return text.removeprefix("the ") or text


class _Story:
    """What a story says of where it happens: countries by ISO code, divisions and towns placed so far."""

    def __init__(self, countries: Counter[str], chosen: Mapping[str, Spot]) -> None:
        self.votes = countries + Counter(spot.country for spot in chosen.values() if spot.country)
        self.total = sum(self.votes.values())
        self.divisions = Counter((spot.country, spot.admin1) for spot in chosen.values() if spot.kind == "division")
        self.towns = [(name, spot) for name, spot in chosen.items() if spot.kind == "town"][:40]


class Gazetteer:
    """Places by name. Nothing is read before the first look-up; ``index`` may be one of another file."""

    def __init__(self, index: Index | None = None) -> None:
        self._index = index or shipped()
        self._found: dict[str, tuple[Spot, ...]] = {}

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
        options = {name: found for name in names if (found := self.find(name))}
        countries = self._mentioned([*names, *context, *(outer for near in names.values() for outer in near)])
        chosen: dict[str, Spot] = {}
        for _ in range(2):  # the second round sees where the first one put the others
            story = _Story(countries, chosen)
            chosen = {
                name: max(found, key=lambda spot: (self._score(name, spot, names[name], story), spot))
                for name, found in options.items()
            }
        return {
            name: spot
            for name, spot in chosen.items()
            if spot.population >= (_SMALL if plain(spot.name) == _bare(name) else 10 * _SMALL)
            or self._likely(spot, names[name], countries)
        }

    def _likely(self, spot: Spot, beside: Iterable[str], countries: Counter[str]) -> bool:
        """Whether a small place may be meant: no towns anywhere or of a country of which the story says nothing."""
        if spot.kind not in ("town", "airfield") or not countries or countries[spot.country]:
            return True
        return any(self._lies_in(spot, outer) for outer in beside)

    def _mentioned(self, names: Iterable[str]) -> Counter[str]:
        """How often the names point at a country, by ISO code."""
        found: Counter[str] = Counter()
        for name in names:
            code = country_code(country_of(name) or name)
            if code:
                found[code] += 1
            else:
                spot = self.get(name)
                if spot and (spot.kind == "division" or spot.population > 1_000_000):
                    found[spot.country] += 1
        return found

    def _score(self, name: str, spot: Spot, beside: Iterable[str], story: "_Story") -> float:
        score = _prior(spot)
        if story.total:
            score += _SHARE * story.votes[spot.country] / story.total + (_NAMED if story.votes[spot.country] else 0.0)
        if spot.kind in ("town", "county", "airfield"):
            score += _DIVISION * bool(story.divisions[spot.country, spot.admin1])
            score += _NEAR * any(other != name and distance(spot, there) < _NEAR_KM for other, there in story.towns)
        return score + sum(_BESIDE for outer in beside if self._lies_in(spot, outer))

    def _lies_in(self, spot: Spot, name: str) -> bool:
        return any(
            contains(outer, spot) for outer in self.find(name)[:6] if outer.kind not in ("town", "county", "airfield")
        )

    def _candidates(self, name: str) -> list[Spot]:
        text = _bare(name)
        if not text or text in word_set("compass"):
            return []
        if text in _regions():
            return [self._region(text)]
        if text in _landmarks():
            return [_landmarks()[text]]
        state = _states().get(name.strip())
        if state:
            return [
                spot
                for spot in self._index.find(plain(state))
                if spot.kind == "division" and spot.country in ("US", "CA")
            ]
        if _FIELD.search(text):
            return self._airfields(_FIELD.sub("", text).strip().removeprefix("of "))
        country = _countries().get(text)
        found = self._exactly(plain(country.name) if country else text)
        for shorter in _shorter(text):
            if not found:
                found = self._exactly(shorter)
        if not found:
            found = self._loosely(text)
        return _city_first(_named_first(found, text))

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
        name, codes = _regions()[text]
        inside = [s for code in sorted(codes) if (c := _countries().get(code + "!")) and (s := self.get(c.name))]
        if name in _centres():
            return Spot(name, "region", *_centres()[name], sum(spot.population for spot in inside), "", None, None)
        latitude = sum(spot.latitude for spot in inside) / max(1, len(inside))
        longitude = sum(spot.longitude for spot in inside) / max(1, len(inside))
        return Spot(name, "region", latitude, longitude, sum(spot.population for spot in inside), "", None, None)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ISO codes of the countries that have a name here."""
        return frozenset(country.code for country in _countries().values())


@cache
def _states() -> dict[str, str]:
    """Postal and press abbreviations of US states, as written → state."""
    return {short: state for state, shorts in rows("abbreviations.tsv") for short in shorts.split(",")}


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


def _city_first(found: list[Spot]) -> list[Spot]:
    """Where a division is called after its metropolis, the bare name is the metropolis ("New York", "Tripoli")."""
    if any(spot.kind == "town" and spot.population > 500_000 for spot in found):
        return [spot for spot in found if spot.kind not in ("division", "county")]
    return found
