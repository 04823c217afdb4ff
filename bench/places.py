"""Toponyms placed: share within 161 km and median error, given gold toponyms.

``python bench/places.py FOLDER`` reads ``GWN.xml`` (GeoWebNews) and ``TR-News.xml`` from the folder. Scored are the
toponyms that have coordinates in the gold; one that the gazetteer does not know counts as wrong.
"""

import argparse
import re
import statistics
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from firsthand.names import Gazetteer
from firsthand.names.index import Spot
from firsthand.names.places import country_of, distance
from firsthand.names.toponyms import beside

NEAR_KM = 161


class Gold(NamedTuple):
    """A toponym of the gold."""

    name: str
    start: int
    latitude: float
    longitude: float


def articles(path: Path) -> Iterator[tuple[str, list[Gold], list[str]]]:
    """Text, toponyms with coordinates, and the names of all toponyms."""
    for article in ET.parse(path).getroot():
        text = article.findtext("text") or ""
        gold, names = [], []
        for toponym in article.iter("toponym"):
            name = toponym.findtext("extractedName") or toponym.findtext("phrase") or ""
            names.append(name)
            latitude = toponym.findtext("latitude") or toponym.findtext("gaztag/lat")
            longitude = toponym.findtext("longitude") or toponym.findtext("gaztag/lon")
            if latitude and longitude:
                gold.append(Gold(name, int(toponym.findtext("start") or 0), float(latitude), float(longitude)))
        yield text, gold, names


def errors(path: Path) -> list[tuple[Gold, Spot | None, float]]:
    gazetteer = Gazetteer()
    found = []
    for text, gold, names in articles(path):
        asked = {
            country_of(name) or name: beside(text, [m.span() for m in re.finditer(re.escape(name), text)])
            for name in names
        }
        chosen = gazetteer.locate(asked, names)
        for toponym in gold:
            spot = chosen.get(country_of(toponym.name) or toponym.name)
            goal = Spot("", "town", toponym.latitude, toponym.longitude, 0, "", None, None)
            found.append((toponym, spot, distance(spot, goal) if spot else 20_000.0))
    return found


def measure(folder: Path) -> dict[str, float]:
    """The figures that CI holds."""
    figures: dict[str, float] = {}
    for name, file in (("geowebnews", "GWN.xml"), ("trnews", "TR-News.xml")):
        found = errors(folder / file)
        figures[f"places_{name}_near"] = sum(km <= NEAR_KM for *_, km in found) / len(found)
        figures[f"places_{name}_known"] = sum(spot is not None for _, spot, _ in found) / len(found)
        figures[f"places_{name}_median_km"] = statistics.median(km for *_, km in found)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    options = parser.parse_args()
    for file in ("GWN.xml", "TR-News.xml") if options.errors else ():
        wrong = [error for error in errors(options.folder / file) if error[2] > NEAR_KM]
        for toponym, spot, km in wrong[:: max(1, len(wrong) // options.errors)]:
            print(
                file, f"{toponym.name} ({toponym.latitude:.1f} {toponym.longitude:.1f}): {km:.0f} km", spot and spot[:6]
            )
    print({name: round(value, 3) for name, value in measure(options.folder).items()})


if __name__ == "__main__":
    main()
