"""Quantities and times of annotated stories: ``python -m bench.quantities STORIES_DIR [--errors N]``.

Of all reports whose gold gives a range, in facts and in what one document alone tells (``single``): does a claim that
overlaps the quote, by its own words or by those of a quantity it holds, hold a quantity of that range and unit? Ranges
are compared as ``score.py`` beside the stories does, units of one dimension converted. A quote that is no longer in
the document's text is missed. ``precise`` is the share of the claims' quantities inside those quotes that are right;
``wrong values`` how many others the best claim of a report carries, on average. Of all reports whose gold is an ISO
date or moment: does the time of a claim that overlaps the quote say the same?

``share_of_parse``: processor time of finding quantities (and times), in percent of that of the spaCy pipeline alone.
"""

import argparse
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from firsthand import language, reading
from firsthand.claims import extract
from firsthand.claims.quantities import find_quantities
from firsthand.claims.quantities_measures import MEASURES
from firsthand.claims.quantities_units import unit_of
from firsthand.claims.times import find_times
from firsthand.findings.units import base_unit, in_base_unit
from firsthand.model import Claim, Document, Quantity, Range, TimeValue

ROUNDS = 3
_ISO = re.compile(r"(?P<date>\d{4}(?:-\d\d){0,2})(?:[T ](?P<clock>\d\d:\d\d)| (?:morning|evening|late))?")


@dataclass(frozen=True)
class Asked:
    """A report of the gold: its story, document, quote, the unit asked for, and the report itself."""

    story: str
    unit: str | None
    report: dict[str, Any]
    ask: str


@dataclass
class Tally:
    """Counts, and a line for each thing that is wrong."""

    right: int = 0
    of: int = 0
    precise: int = 0
    told: int = 0
    wrong: int = 0
    times_right: int = 0
    times_of: int = 0
    missed: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Shares in percent, and wrong values a report."""
        return {
            "right": 100 * self.right / max(self.of, 1),
            "precise": 100 * self.precise / max(self.told, 1),
            "wrong values": self.wrong / max(self.of, 1),
            "times right": 100 * self.times_right / max(self.times_of, 1),
        }


def scorer(stories: Path) -> ModuleType:
    """The stories' own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("story_score", stories / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asked(story: Path) -> list[Asked]:
    """Every report of a story's gold."""
    gold = json.loads((story / "gold.json").read_text("utf-8"))
    facts = [*gold["facts"], *gold.get("single", [])]
    return [Asked(story.name, fact.get("unit"), report, fact["ask"]) for fact in facts for report in fact["reports"]]


def is_numeric(report: dict[str, Any]) -> bool:
    """Whether the gold gives a range."""
    return report.get("low") is not None or report.get("high") is not None


def in_unit(asked: str | None, quantity: Quantity) -> Range | None:
    """A quantity's range in the unit that the gold asks for, whatever the gold calls it: ``None`` where it has another.

    Units of one dimension are converted ("more than a mile" where kilometres are asked for).
    """
    span = Range(quantity.low, quantity.high)
    if asked is None:
        return span
    name = asked.lower()
    wanted = MEASURES[name][0] if name in MEASURES else unit_of(name)
    if {asked, wanted} & {quantity.unit, quantity.noun}:
        return span
    if quantity.unit is None or base_unit(quantity.unit) != base_unit(wanted):
        return None
    based, one = in_base_unit(span, quantity.unit), in_base_unit(Range(1, 1), wanted).low or 1.0
    return Range(None if based.low is None else based.low / one, None if based.high is None else based.high / one)


def said(story: Path) -> dict[str, tuple[Document, list[Claim]]]:
    """The documents of a story with their claims, by file name."""
    documents, _ = reading.read([story / "articles"])
    docs = language.parse(document.text for document in documents)
    return {
        Path(document.path).name: (document, extract(document, doc))
        for document, doc in zip(documents, docs, strict=True)
    }


def tally(stories: Path) -> Tally:
    """All stories together."""
    score, count = scorer(stories), Tally()
    for story in sorted(path.parent for path in stories.glob("*/gold.json")):
        told = said(story)
        reports = asked(story)
        for one in reports:
            document, claims = told.get(one.report["doc"], (None, []))
            spans = score.spans_of(one.report["quote"], document.text) if document else []
            near = [claim for claim in claims if any(_overlaps(claim, *span) for span in spans)]
            if is_numeric(one.report):
                _count_range(count, score, one, near, bool(spans))
            else:
                _count_time(count, one, near, bool(spans))
        _count_precise(count, score, [one for one in reports if is_numeric(one.report)], told)
    return count


def _overlaps(claim: Claim, start: int, end: int) -> bool:
    words = [(claim.start, claim.end), *((quantity.start, quantity.end) for quantity in claim.quantities)]
    return any(first < end and start < last for first, last in words)


def _count_range(count: Tally, score: ModuleType, one: Asked, near: list[Claim], stands: bool) -> None:
    count.of += 1
    fits = [[q for q in claim.quantities if _is_right(score, one, q)] for claim in near]
    if any(fits):
        count.right += 1
        others = [
            {(q.low, q.high, q.unit) for q in claim.quantities if q not in fit}
            for claim, fit in zip(near, fits, strict=True)
            if fit
        ]
        count.wrong += min(map(len, others))
        return
    held = [(q.low, q.high, q.unit) for claim in near for q in claim.quantities]
    want = (one.report["low"], one.report["high"], one.unit)
    why = f"told {held}" if stands else "the quote is not in the text"
    count.missed.append(f"{one.story} {one.report['doc'][:16]} {want} {one.report['quote'][:110]!r}: {why}")


def _is_right(score: ModuleType, one: Asked, quantity: Quantity) -> bool:
    told = in_unit(one.unit, quantity)
    return told is not None and bool(score.same_range(one.report, {"low": told.low, "high": told.high}))


def _count_precise(
    count: Tally, score: ModuleType, reports: list[Asked], told: dict[str, tuple[Document, list[Claim]]]
) -> None:
    for name, (document, claims) in told.items():
        spans = [
            (span, one)
            for one in reports
            if one.report["doc"] == name
            for span in score.spans_of(one.report["quote"], document.text)
        ]
        for quantity in (q for claim in claims for q in claim.quantities):
            near = [one for (start, end), one in spans if start <= quantity.start and quantity.end <= end]
            if near:
                count.told += 1
                count.precise += any(_is_right(score, one, quantity) for one in near)


def _count_time(count: Tally, one: Asked, near: list[Claim], stands: bool) -> None:
    gold = _ISO.fullmatch(str(one.report.get("value")))
    if gold is None:
        return
    count.times_of += 1
    times = [claim.time for claim in near if claim.time]
    if any(same_time(gold["date"], gold["clock"], told) for told in times):
        count.times_right += 1
        return
    held = [(told.text, told.start, told.end) for told in times]
    why = f"told {held}" if stands else "the quote is not in the text"
    count.missed.append(f"time {one.story} {one.report['doc'][:16]} {gold[0]} {one.report['quote'][:110]!r}: {why}")


def same_time(date: str, clock: str | None, told: TimeValue) -> bool:
    """Whether a time says a date (or month, or year) and, where one is given, the clock; either side may be open."""
    ends = [end for end in (told.start, told.end) if end]
    if clock:
        return any(end.endswith(f"T{clock}") and end.startswith((date, "T")) for end in ends)
    return bool(ends) and all(end.startswith(date) for end in ends)


def shares_of_parse(stories: Path) -> dict[str, float]:
    """Processor time of both searches over the stories' texts, in percent of that of parsing them; the least of
    some rounds.
    """
    documents, _ = reading.read(sorted(stories.glob("*/articles")))
    language.load()
    parsing, counting, timing = [], [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        docs = list(language.parse(document.text for document in documents))
        parsed = time.process_time()
        for doc in docs:
            find_quantities(doc)
        counted = time.process_time()
        for document, doc in zip(documents, docs, strict=True):
            find_times(doc, document.published)
        timing.append(time.process_time() - counted)
        counting.append(counted - parsed)
        parsing.append(parsed - began)
    return {
        "share_of_parse": 100 * min(counting) / min(parsing),
        "times_share_of_parse": 100 * min(timing) / min(parsing),
    }


def measure(stories: Path) -> Iterator[tuple[str, float]]:
    """All figures by name."""
    yield from tally(stories).figures().items()
    yield from shares_of_parse(stories).items()


def main() -> None:
    """Prints the misses and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args()
    count = tally(options.stories)
    for line in count.missed[: options.errors]:
        print(line)
    print(f"right {count.right} of {count.of}, times {count.times_right} of {count.times_of}")
    for name, value in {**count.figures(), **shares_of_parse(options.stories)}.items():
        print(f"{name:<22}{value:8.2f}")


if __name__ == "__main__":
    sys.exit(main())
