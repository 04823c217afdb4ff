"""How an index of places is made: which spellings of a place can be looked up, and the arrays that hold them."""

import json
import re
from array import array
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from firsthand.names.data import word_set
from firsthand.names.folding import key, plain
from firsthand.names.index import AIRFIELD, LOOSE, PLACE_KINDS, Arrays, PlaceKind, fingerprint

_LATIN = re.compile(r"[A-Z][\u0020-\u024f\u1e00-\u1eff'’ʼ-]{2,40}")
_WELL_SPELT = word_set("well_spelt") | {"PL", "CZ", "BR", "MX", "AR", "RO", "HU", "SK"}
_KNOWN, _KNOWN_WELL_SPELT = 4_000, 100_000  # people; smaller towns are looked up by their own name only
_DIVISION_WORDS = re.compile(
    r"^(?:State|Province|Region|Autonomous Region|Departamento|Provincia|Estado) (?:of |de )?|"
    r" (?:Sheng|Shi|Oblast'?|Province|State|Region|Governorate|District|County|Prefecture|Department|Kray|Krai)$"
)
_FIELD_WORDS = re.compile(
    r"\b(?:international|airport|airfield|air ?base|air force base|afb|aerodrome|regional|municipal|airstrip)\b"
)


class NewPlace(NamedTuple):
    """A place to be indexed. ``names`` are all that it is looked up by; ``admin1`` is its division's code."""

    name: str
    kind: PlaceKind
    names: frozenset[str]
    latitude: float
    longitude: float
    population: int
    country: str
    admin1: str
    geonames: int


def spellings(name: str, others: Iterable[str], population: int, country: str) -> frozenset[str]:
    """The names of a town in Latin letters; transcriptions in lower case and codes in capitals are left out."""
    if population < (_KNOWN_WELL_SPELT if country in _WELL_SPELT else _KNOWN):
        return frozenset((name,))
    return frozenset((name, *(other for other in others if _LATIN.fullmatch(other) and not other.isupper())))


def division_names(name: str) -> frozenset[str]:
    """The name of a division with and without the word that says what it is."""
    return frozenset((name, _DIVISION_WORDS.sub("", name)))


def field_names(name: str, city: str) -> frozenset[str]:
    """What an airfield is called: its own name, its town's, and what is left without the town's ("Pearson")."""
    short, town = " ".join(_FIELD_WORDS.sub("", plain(name)).split()), plain(city)
    own = short.removeprefix(town).strip()
    return frozenset(found for found in (short, town, own if len(own) > 3 else "") if found)


def centre(spots: Iterable[tuple[float, float]], size: float) -> tuple[float, float]:
    """The middle of an area: the mean of the inhabited cells of a grid, so that no city outweighs the land."""
    spots = list(spots)
    east = [longitude for _, longitude in spots]
    wrap = max(east) - min(east) > 180
    cells = {(round(lat / size), round(((lon + 360) % 360 if wrap else lon) / size)) for lat, lon in spots}
    lat, lon = (sum(cell[axis] for cell in sorted(cells)) * size / len(cells) for axis in (0, 1))
    return round(lat, 4), round(lon - 360 if lon > 180 else lon, 4)


class Builder:
    """Takes places one by one and gives the arrays of an index. Needs some 100 bytes a place while it grows."""

    def __init__(self) -> None:
        self._hashes, self._checks, self._owners = array("I"), array("B"), array("I")
        self._latitudes, self._longitudes, self._populations = array("i"), array("i"), array("I")
        self._ids, self._kinds, self._countries, self._codes = array("I"), array("B"), array("H"), array("I")
        self._names = bytearray()
        self._country_numbers: dict[str, int] = {}
        self._code_numbers: dict[tuple[str, str], int] = {("", ""): 0}

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, place: NewPlace) -> None:
        """Takes a place; the order of adding is that of places with as many people."""
        owner = len(self)
        for found in sorted(_keys(place)):
            code, check = fingerprint(found)
            self._hashes.append(code)
            self._checks.append(check)
            self._owners.append(owner)
        self._names += (b"\n" if owner else b"") + place.name.replace("\n", " ").encode("utf-8")
        self._latitudes.append(round(place.latitude * 1e3))
        self._longitudes.append(round(place.longitude * 1e3))
        self._populations.append(min(place.population, 2**32 - 1))
        self._ids.append(place.geonames)
        self._kinds.append(PLACE_KINDS.index(place.kind))
        self._countries.append(self._country_numbers.setdefault(place.country, len(self._country_numbers)))
        code_of = (place.country, place.admin1) if place.admin1 else ("", "")
        self._codes.append(self._code_numbers.setdefault(code_of, len(self._code_numbers)))

    def arrays(self) -> Arrays:
        """The arrays, keys sorted by hash."""
        countries = sorted(self._country_numbers)
        codes = sorted(self._code_numbers)
        country_of = np.array([countries.index(code) for code in self._country_numbers] or [0], np.uint8)
        code_of = np.array([codes.index(code) for code in self._code_numbers], np.uint16)
        hashes, checks, owners = (np.frombuffer(a, a.typecode) for a in (self._hashes, self._checks, self._owners))
        order = np.lexsort((owners, checks, hashes))
        return {
            "hashes": hashes[order].astype(np.uint32),
            "checks": checks[order].astype(np.uint8),
            "owners": owners[order].astype(np.uint32),
            "latitude": np.array(self._latitudes, np.int32),
            "longitude": np.array(self._longitudes, np.int32),
            "population": np.array(self._populations, np.uint32),
            "geonames": np.array(self._ids, np.uint32),
            "kind": np.array(self._kinds, np.uint8),
            "country": country_of[np.array(self._countries, np.uint16)],
            "admin1": code_of[np.array(self._codes, np.uint32)],
            "countries": np.frombuffer(json.dumps(countries).encode(), np.uint8),
            "names": np.frombuffer(bytes(self._names), np.uint8),
        }


def _keys(place: NewPlace) -> set[str]:
    """The index keys of a place: its plain names and, marked as loose, their skeletons that are no plain name."""
    mark = AIRFIELD if place.kind == "airfield" else ""
    exact = {found for name in place.names if len(found := plain(name)) > 1}
    loose = {found for name in place.names if len(found := key(name)) > 1} - exact
    return {mark + found for found in exact} | {mark + LOOSE + found for found in loose}
