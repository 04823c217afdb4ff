"""Tolls of real shootings: does the brief find how many were killed and injured, and is its number the registry's?

``python -m bench.incidents DATA_DIR [--sample N] [--errors N]``; DATA_DIR holds ``incidents.jsonl.xz``, one incident a
line with ``killed``, ``injured`` and ``documents`` (id, title, published, url, text). A brief is made of each sampled
incident that has two documents or more. Its answer to "how many were killed" is the finding of slot count and unit
person that counts the killed and has the most origins (then documents, then values); the answer's value is the range
told by the most documents, of several the latest.

Only incidents whose record is above zero ask the question; those whose record is zero show how often a toll is made up.
"""

import argparse
import json
import lzma
import random
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from firsthand.claims import kind_of_noun
from firsthand.model import Brief, Claim, Finding, Value
from firsthand.pipeline import brief_of

KINDS = {"killed": "killing", "injured": "injury"}
SAMPLE, SEED = 60, 5
Span = tuple[float | None, float | None]


@dataclass(frozen=True)
class Answer:
    """What a brief says to one question; ``others`` are the ranges of all findings that answer it."""

    incident: str
    question: str
    record: int
    finding: Finding | None
    told: Span | None
    others: frozenset[Span] = field(default=frozenset())

    @property
    def right(self) -> bool:
        """Whether the number told is exactly the record's."""
        return self.told == (self.record, self.record)

    @property
    def holds(self) -> bool:
        """Whether the range told allows the record's number ("at least one", "dozens")."""
        return self.told is not None and _allows(self.told, self.record)

    @property
    def anywhere(self) -> bool:
        """Whether any finding that answers the question tells exactly the record's number."""
        return (self.record, self.record) in self.others


def read(folder: Path) -> list[dict[str, Any]]:
    """The incidents that have two documents or more."""
    with lzma.open(folder / "incidents.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if len(row["documents"]) > 1]


def sampled(incidents: list[dict[str, Any]], size: int) -> list[dict[str, Any]]:
    """The same incidents for the same size, whatever the order of the file."""
    ordered = sorted(incidents, key=lambda row: str(row["incident"]))
    return random.Random(SEED).sample(ordered, min(size, len(ordered)))


def brief(incident: Mapping[str, Any]) -> Brief:
    """The brief of an incident's documents, read as JSON records like any others."""
    with tempfile.TemporaryDirectory() as scratch:
        for k, document in enumerate(incident["documents"]):
            record = {"title": document["title"], "text": document["text"], "url": document["url"]}
            record |= {"date_publish": document["published"], "language": "en"}
            (Path(scratch) / f"{k:02d}.json").write_text(json.dumps(record), "utf-8")
        return brief_of([scratch])


def answer(incident: Mapping[str, Any], made: Brief, question: str) -> Answer:
    """The brief's answer to "killed" or "injured"."""
    claims = {claim.id: claim for claim in made.claims}
    published = {document.id: document.published or "" for document in made.documents}
    fits = [finding for finding in made.findings if counts(finding, claims, KINDS[question])]
    told = frozenset((value.low, value.high) for finding in fits for value in finding.values)
    best = max(fits, key=lambda f: (f.origins, f.documents, len(f.values), f.id), default=None)
    value = best_supported(best.values, published) if best else None
    return Answer(str(incident["incident"]), question, int(incident[question]), best, value, told)


def counts(finding: Finding, claims: Mapping[str, Claim], kind: str) -> bool:
    """Whether a finding counts people to whom this happened, by the kinds of most of its values."""
    if finding.slot != "count" or finding.unit != "person":
        return False
    kinds = [_kind(claims[value.claim], value) for value in finding.values]
    return 2 * kinds.count(kind) > len(kinds)


def best_supported(values: tuple[Value, ...], published: Mapping[str, str]) -> Span:
    """The range that most documents tell; among equals the one told last."""
    documents: dict[Span, set[str]] = {}
    for value in values:
        documents.setdefault((value.low, value.high), set()).add(value.document)
    latest = {span: max(published[document] for document in told) for span, told in documents.items()}
    return max(documents, key=lambda span: (len(documents[span]), latest[span], str(span)))


def measure(data: Path, sample: int = SAMPLE) -> dict[str, float]:
    """Shares (0..1) for both questions over a fixed sample."""
    return figures(list(answers(data, sample)))


def answers(data: Path, sample: int = SAMPLE) -> Iterator[Answer]:
    """Both answers of each sampled incident."""
    for incident in sampled(read(data), sample):
        made = brief(incident)
        yield from (answer(incident, made, question) for question in KINDS)


def figures(given: list[Answer]) -> dict[str, float]:
    """Rates by question: found, right (of those asked), exact of the found, right in any finding, and tolls made up."""
    rates = {}
    for question in KINDS:
        asked = [a for a in given if a.question == question and a.record > 0]
        none = [a for a in given if a.question == question and a.record == 0]
        found = [a for a in asked if a.finding]
        rates[f"incidents_{question}_found"] = _share(len(found), len(asked))
        rates[f"incidents_{question}_right"] = _share(sum(a.right for a in asked), len(asked))
        rates[f"incidents_{question}_holds"] = _share(sum(a.holds for a in asked), len(asked))
        rates[f"incidents_{question}_right_of_found"] = _share(sum(a.right for a in found), len(found))
        rates[f"incidents_{question}_anywhere"] = _share(sum(a.anywhere for a in asked), len(asked))
        rates[f"incidents_{question}_made_up"] = _share(sum(a.finding is not None for a in none), len(none))
    return rates


def _kind(claim: Claim, value: Value) -> str:
    """The kind that a value counts: that of the counted noun where it tells one ("two dead"), else its claim's."""
    nouns = [q.noun for q in claim.quantities if (q.start, q.end) == (value.start, value.end)]
    return (kind_of_noun(nouns[0] or "") or claim.kind) if nouns else claim.kind


def _allows(span: Span, number: int) -> bool:
    low, high = span
    return (low is None or low <= number) and (high is None or number <= high)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=SAMPLE)
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong answers")
    options = parser.parse_args()
    given = list(answers(options.folder, options.sample))
    for wrong in [a for a in given if a.record > 0 and not a.right][: options.errors]:
        ask = wrong.finding.ask if wrong.finding else "no finding"
        print(f"{wrong.incident} {wrong.question}: record {wrong.record}, told {wrong.told}: {ask}")
    for name, rate in figures(given).items():
        print(f"{name:<36}{rate * 100:6.1f}")


if __name__ == "__main__":
    main()
