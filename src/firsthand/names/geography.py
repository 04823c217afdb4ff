"""Countries, peoples and regions by name; distances; what contains what."""

import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.names.data import rows
from firsthand.names.folding import plain, without_possessive
from firsthand.names.index import Spot

EARTH_KM = 6371.0088
_INNER_POSSESSIVE = re.compile(r"['’]s(?= )")


class _Country(NamedTuple):
    code: str
    name: str


@cache
def countries() -> dict[str, _Country]:
    """Plain name or ISO code in capitals → country."""
    found: dict[str, _Country] = {}
    for code, name, others, *_ in rows("countries.tsv"):
        country = _Country(code, name)
        found[code + "!"] = country
        for spelling in (name, *filter(None, others.split(","))):
            found[bare(spelling)] = country
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
def centres() -> dict[str, tuple[float, float]]:
    """The middles of countries by ISO code, and of regions by name."""
    return {name: (float(latitude), float(longitude)) for name, latitude, longitude in rows("centres.tsv")}


@cache
def regions() -> dict[str, tuple[str, frozenset[str]]]:
    """Plain name → region and the ISO codes of its countries."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for name, others, codes, *_ in rows("regions.tsv"):
        for spelling in (name, *filter(None, others.split(","))):
            found[plain(spelling)] = name, frozenset(codes.split(","))
    return found


def country_of(demonym: str) -> str | None:
    """The country, region or US state of a demonym ("Turkish", "Turks" → "Turkey"); ``None`` for other words."""
    return _demonyms().get(bare(demonym))


def country_named(name: str) -> str | None:
    """The usual English name of a country by any of its names ("UAE" → "United Arab Emirates"), else ``None``."""
    country = countries().get(bare(name))
    return country.name if country else None


def country_code(name: str) -> str | None:
    """The ISO code of a country's name ("Britain" → "GB"); ``None`` for other names."""
    country = countries().get(bare(name))
    return country.code if country else None


def distance(a: Spot, b: Spot) -> float:
    """Kilometres along a great circle (haversine)."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.longitude - a.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def contains(outer: Spot, inner: Spot) -> bool:
    """Whether one place lies in another: a country in its region, a division in its country, a town in either."""
    if outer == inner:
        return True
    if outer.kind == "region":
        held = regions().get(plain(outer.name), ("", frozenset()))[1]
        if inner.kind == "region":
            within = regions().get(plain(inner.name), ("", frozenset()))[1]
            return bool(within) and within < held
        return inner.country in held
    if outer.kind == "country":
        return inner.kind not in ("region", "country") and inner.country == outer.country
    if outer.kind == "division":
        return inner.kind in ("town", "county", "airfield", "feature") and (inner.country, inner.admin1) == (
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
def bare(name: str) -> str:
    """The plain name without a possessive and a leading "the"."""
    text = plain(_INNER_POSSESSIVE.sub("", without_possessive(name)))
    return text.removeprefix("the ") or text
