"""PLOVER's gold records: the class of the sentence's main event, and who did it to whom.

``python -m bench.plover FILE [--errors N] [--half 0|1]``. FILE is ``plover-gsr.json``: sentences with the event's
class and the texts of source and target actors.

The event of a sentence is its least embedded claim that has a class; words that only attribute ("police said") have
none. Its class is right if it is the record's. Source and target actors are scored over both: an actor told is right
if it has a content word in common with a gold actor on that side, each gold actor used once; F1 over all records.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand import claims, language
from firsthand.model import Claim, Document

_STOP = frozenset({
    "the", "a", "an", "of", "in", "and", "to", "for", "its", "his", "their", "by", "at", "on", "with", "from",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


class Event(NamedTuple):
    """What is told of a sentence."""

    plover: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


def event_of(doc: Doc, found: Iterable[Claim]) -> Event:
    """The least embedded coded claim of a text, the first of several."""
    coded = [claim for claim in found if claim.codes.get("plover")]
    if not coded:
        return Event("", (), ())
    claim = min(coded, key=lambda claim: (_depth(doc, claim), claim.trigger))
    targets = _told(doc, claim, "target")
    sources = tuple(text for text in _told(doc, claim, "agent") if text not in targets)
    if claim.witness_at and all(text.lower() in _PRONOUNS for text in sources):
        sources = (doc.text[slice(*claim.witness_at)],)  # "Syria says it is willing"
    return Event(claim.codes["plover"], sources, targets)


def _depth(doc: Doc, claim: Claim) -> int:
    span = doc.char_span(*claim.trigger, alignment_mode="expand")
    token: Token = span.root
    depth = 0 if claim.told_by == "clause" else 1
    while token.head != token:
        depth += token.dep_ not in {"ccomp", "parataxis", "conj"}
        token = token.head
    return depth


def _told(doc: Doc, claim: Claim, part: str) -> tuple[str, ...]:
    return tuple(doc.text[role.start : role.end] for role in claim.roles if role.role == part)


def _words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[a-z]+", text.lower()) if word not in _STOP}


def matched(told: Iterable[str], gold: Iterable[str]) -> int:
    left = [_words(text) for text in gold]
    right = 0
    for text in told:
        hit = next((words for words in left if words & _words(text)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def _gold(record: dict[str, object], side: str) -> list[str]:
    actors = record.get(side) or []
    return [actor["actorText"] for actor in actors] if isinstance(actors, list) else []


def measure(path: Path, errors: int = 0, half: int | None = None) -> dict[str, float]:
    """Percent of classes right, and F1 of the actors."""
    records = [r for k, r in enumerate(json.loads(path.read_text("utf-8"))) if half is None or k % 2 == half]
    texts = [record["text"].strip("{} ") for record in records]
    right = shown = 0
    count: Counter[str] = Counter()
    for number, (record, doc) in enumerate(zip(records, language.parse(texts), strict=True)):
        found = claims.extract(Document(id=f"d{number}", path="", text=texts[number]), doc)
        event = event_of(doc, found)
        right += event.plover == record["event"]
        parts = []
        for side, told in (("source", event.sources), ("target", event.targets)):
            gold = _gold(record, side)
            hits = matched(told, gold)
            count[side, "hit"] += hits
            count[side, "told"] += len(told)
            count[side, "gold"] += len(gold)
            parts.append(f"{side}: {', '.join(told)} <{', '.join(gold)}> {hits}")
        wrong = event.plover != record["event"]
        if shown < errors and wrong:
            shown += 1
            print(f"{number} {record['event']} not {event.plover or 'found'}: {texts[number][:300]}")
            print("    ", " | ".join(parts))
    figures = {"class": 100 * right / len(records)}
    for side in ("source", "target"):
        figures[side] = _f1(count[side, "hit"], count[side, "told"], count[side, "gold"])
    total = [sum(count[side, key] for side in ("source", "target")) for key in ("hit", "told", "gold")]
    return {**figures, "actors": _f1(*total)}


def _f1(hit: int, told: int, gold: int) -> float:
    return 200 * hit / max(1, told + gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many events of the wrong class")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only records of even or odd place")
    options = parser.parse_args()
    for name, value in measure(options.file, options.errors, options.half).items():
        print(f"{name:8} {value:5.1f} %")


if __name__ == "__main__":
    main()
