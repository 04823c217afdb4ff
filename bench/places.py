"""Places in news: toponyms found in raw text (F1), and gold toponyms placed within 161 km.

``python -m bench.places FOLDER`` reads ``GWN.xml`` (GeoWebNews) and ``TR-News.xml`` from the folder. Articles at even
places of a file were read while the rules were made, those at odd places were not: both halves are shown.

**Recognition**: gold is every toponym of TR-News, and of GeoWebNews those with coordinates: places literal, associative
and mixed, adjectives before a noun ("the Turkish army"), places within other names ("the Suffolk Times"), buildings;
not peoples ("Turks"), languages, homonyms. Found toponyms are paired with gold one to one, by equal span (``exact``) or
by a shared character (``overlapping``). **Resolution**: of the gold toponyms with coordinates, given their spans, those
placed within 161 km; one that is not placed counts as wrong. ``listed`` asks that of those with a GeoNames number only;
``known`` are those placed by an entry of their own, not by a place beside them.
**End to end**: the same share where the toponym must also have been found in raw text, overlapping.
"""

import argparse
import re
import statistics
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from firsthand import language
from firsthand.names import Gazetteer, Placing, Spot, Toponym, distance, find_toponyms, place_toponyms

NEAR_KM = 161
FAR_KM = 20_000.0  # for what is not placed
SETS = {"geowebnews": "GWN.xml", "trnews": "TR-News.xml"}
HALVES = ("even", "odd")


class Gold(NamedTuple):
    """A toponym of the gold; ``listed`` where GeoNames has it."""

    name: str
    start: int
    end: int
    spot: Spot | None
    listed: bool


class Article(NamedTuple):
    """A text with its gold, in order."""

    text: str
    gold: list[Gold]


class Error(NamedTuple):
    """A gold toponym with coordinates, where it was placed, and how far off that is."""

    gold: Gold
    placing: Placing | None
    km: float
    text: str


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file."""
    for article in ET.parse(path).getroot():
        text = article.findtext("text") or ""
        found = (_gold(toponym, text) for toponym in article.iter("toponym"))
        yield Article(text, sorted({gold.start: gold for gold in found if gold}.values(), key=lambda gold: gold.start))


def _gold(toponym: ET.Element, text: str) -> Gold | None:
    name = toponym.findtext("extractedName") or toponym.findtext("phrase") or ""
    latitude = toponym.findtext("latitude") or toponym.findtext("gaztag/lat")
    longitude = toponym.findtext("longitude") or toponym.findtext("gaztag/lon")
    spot = Spot("", "town", float(latitude), float(longitude), 0, "", None, None) if latitude and longitude else None
    if spot is None and toponym.find("extractedName") is not None:
        return None  # GeoWebNews marks common nouns and peoples too, without coordinates
    start = _nearest(text, name, int(toponym.findtext("start") or 0))
    if start is None:
        return None
    listed = bool(toponym.findtext("geonamesID")) or toponym.find("gaztag") is not None
    return Gold(name, start, start + len(name), spot, listed)


def _nearest(text: str, name: str, start: int) -> int | None:
    """Where the name stands: offsets of TR-News are off by some characters after line breaks."""
    places = [match.start() for match in re.finditer(re.escape(name), text)]
    return min(places, key=lambda place: (abs(place - start), place), default=None)


@dataclass
class Tally:
    """What was counted over some articles."""

    found: int = 0
    gold: int = 0
    exact: int = 0
    overlapping: int = 0
    errors: list[Error] = field(default_factory=list)
    reached: int = 0

    def figures(self) -> dict[str, float]:
        """Shares of one."""
        near = [error.km <= NEAR_KM for error in self.errors]
        own = [error for error in self.errors if error.placing and error.placing.beside is None]
        listed = [error.km <= NEAR_KM for error in self.errors if error.gold.listed]
        return {
            "recognised": self._f1(self.exact),
            "recognised precision": self.exact / max(1, self.found),
            "recognised recall": self.exact / max(1, self.gold),
            "recognised overlapping": self._f1(self.overlapping),
            "near": sum(near) / max(1, len(near)),
            "near listed": sum(listed) / max(1, len(listed)),
            "known": len(own) / max(1, len(near)),
            "known and near": sum(error.km <= NEAR_KM for error in own) / max(1, len(near)),
            "reached": self.reached / max(1, len(near)),
        }

    def _f1(self, right: int) -> float:
        return 2 * right / max(1, self.found + self.gold)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def shared(gold: Iterable[Gold], found: Sequence[Toponym]) -> list[tuple[Gold, Toponym]]:
    """Pairs that share characters, one to one, in order of the text; both sides are free of overlaps."""
    pairs, place = [], 0
    for one in gold:
        while place < len(found) and found[place].end <= one.start:
            place += 1
        if place < len(found) and found[place].start < one.end:
            pairs.append((one, found[place]))
            place += 1
    return pairs


def tally(article: Article, found: Sequence[Toponym], gazetteer: Gazetteer) -> Tally:
    """The counts of one article."""
    text, gold = article
    pairs = shared(gold, found)
    exact = {(one.start, one.end) for one in gold} & {(one.start, one.end) for one in found}
    given = place_toponyms(text, [Toponym(one.start, one.end, one.name) for one in gold], gazetteer)
    errors = [
        Error(one, placing, _km(one.spot, placing), text) for one, placing in zip(gold, given, strict=True) if one.spot
    ]
    ours = dict(zip(found, place_toponyms(text, found, gazetteer), strict=True))
    reached = sum(one.spot is not None and _km(one.spot, ours[other]) <= NEAR_KM for one, other in pairs)
    return Tally(len(found), len(gold), len(exact), len(pairs), errors, reached)


def _km(goal: Spot, placing: Placing | None) -> float:
    return distance(placing.spot, goal) if placing else FAR_KM


def measured(path: Path, gazetteer: Gazetteer) -> dict[str, Tally]:
    """The tallies of the halves of a file."""
    tallies = {half: Tally() for half in HALVES}
    listed = list(articles(path))
    for number, (article, doc) in enumerate(zip(listed, language.parse(one.text for one in listed), strict=True)):
        tallies[HALVES[number % 2]] += tally(article, find_toponyms(doc, gazetteer), gazetteer)
    return tallies


def measure(folder: Path) -> dict[str, float]:
    """The figures that CI holds: shares of one."""
    figures: dict[str, float] = {}
    gazetteer = Gazetteer()
    for name, file in SETS.items():
        halves = measured(folder / file, gazetteer)
        both = halves["even"] + halves["odd"]
        told = {key: value for key, value in both.figures().items() if key.split()[-1] not in ("precision", "recall")}
        figures |= {f"{name}_{key}": value for key, value in told.items()}
        figures |= {f"{name}_{key}_unread": halves["odd"].figures()[key] for key in ("recognised", "near")}
    return {f"places_{name.replace(' ', '_')}": value for name, value in figures.items()}


def show(folder: Path, errors: int) -> None:
    """Prints figures by half, and so many errors of placing from the half that may be read."""
    gazetteer = Gazetteer()
    for name, file in SETS.items():
        halves = measured(folder / file, gazetteer)
        for half, counted in {**halves, "both": halves["even"] + halves["odd"]}.items():
            told = "  ".join(f"{key} {100 * value:.1f}" for key, value in counted.figures().items())
            median = statistics.median(error.km for error in counted.errors)
            print(f"{name} {half}: {told}  median {median:.2f} km")
        wrong = [error for error in halves["even"].errors if error.km > NEAR_KM]
        for gold, placing, km, text in wrong[:: max(1, len(wrong) // errors)] if errors else ():
            around = " ".join(text[max(0, gold.start - 30) : gold.end + 30].split())
            goal = f"{gold.spot.latitude:.1f} {gold.spot.longitude:.1f}" if gold.spot else ""
            print(f"  {gold.name} ({goal}) {km:.0f} km: {placing and (*placing.spot[:6], placing.beside)}  …{around}…")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each set")
    options = parser.parse_args()
    show(options.folder, options.errors)


if __name__ == "__main__":
    main()
