"""Stated distances and directions beside those of the map, a line for each that is told."""

from collections import defaultdict

from firsthand.model import Brief, Whereabouts
from firsthand.report.quoting import clean
from firsthand.report.sources import Sources

_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_ORDER = {"conflict": 0, "compatible": 1, "agree": 2}
Line = tuple[str, str, tuple[int, ...]]  # words, verdict, documents by number


def distances(brief: Brief, sources: Sources) -> tuple[Line, ...]:
    """What documents say of where places lie and the map can check, conflicts first."""
    told: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place in brief.whereabouts:
        words = _words(place, sources)
        if words and place.verdict:
            told[words, place.verdict].add(sources.order[place.document])
    lines = [(words, verdict, tuple(sorted(documents))) for (words, verdict), documents in told.items()]
    return tuple(sorted(lines, key=lambda line: (_ORDER.get(line[1], 3), -len(line[2]), line[0])))


def _words(place: Whereabouts, sources: Sources) -> str | None:
    report = sources.reports.get(place.document)
    if report is None or place.subject is None or place.map_km is None:
        return None
    said = clean(report.text[place.start : place.end])
    wind = f" {_WINDS[round(place.map_direction / 45) % 8]}" if place.map_direction is not None else ""
    return f"{clean(place.subject[0])}, “{said}”: {place.map_km:.0f} km{wind} on the map"
