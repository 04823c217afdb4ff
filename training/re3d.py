"""re3d with its relations: each document parsed, its gold arguments and relations, and which sentences are test.

The usual split is by sentence (`re3d-train.conll`, `re3d-test.conll`). A character belongs to the longest sentence of
either file that the text holds there; a sentence that stands in both files is test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from firsthand.claims.relations.arguments import Argument
from firsthand.language import parse
from training.texts import squeeze

KINDS = {
    "Person": "PERSON", "Organisation": "ORG", "Location": "PLACE", "Nationality": "GROUP", "Quantity": "QUANTITY",
    "Money": "QUANTITY", "Weapon": "THING", "MilitaryPlatform": "THING", "Vehicle": "THING",
}  # fmt: skip
SURE = 0.5  # confidence from which an entity is gold; the CoNLL files hold the same
Offsets = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """A relation of the gold; ``test`` says which part its subject lies in, None for text in neither file."""

    subject: Argument
    relation: str
    object: Argument
    test: bool | None


@dataclass(frozen=True)
class Annotated:
    """A document of re3d."""

    source: str
    id: str
    doc: Doc
    arguments: list[Argument]
    relations: list[Gold]
    part: list[bool | None] = field(repr=False)  # of each character

    def is_test(self, span: Span) -> bool | None:
        """The part that most characters of a sentence belong to."""
        parts = [self.part[k] for k in range(span.start_char, span.end_char)]
        return max((True, False, None), key=parts.count)


def documents(data: Path) -> Iterator[Annotated]:
    """Every document, by source."""
    folder = data / "ner"
    sentences = {
        text: test for name, test in (("train", False), ("test", True)) for text in _sentences(folder, f"re3d-{name}")
    }
    rows = [(path.name, row) for path in sorted((folder / "re3d").iterdir()) if path.is_dir() for row in _read(path)]
    docs = parse(row["text"] for _, row in rows)
    for (source, row), doc in zip(rows, docs, strict=True):
        part = _parts(row["text"], sentences)
        found, relations = _gold(row, doc, part)
        yield Annotated(source, row["_id"], doc, found, relations, part)


def _sentences(folder: Path, name: str) -> Iterator[str]:
    for block in (folder / f"{name}.conll").read_text("utf-8").split("\n\n"):
        words = [line.split("\t")[0] for line in block.splitlines() if line.strip()]
        if words:
            yield squeeze("".join(words))


def _read(folder: Path) -> Iterator[dict[str, Any]]:
    """The documents of a folder with their entities and relations."""

    def rows(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (folder / f"{name}.json").read_text("utf-8-sig").splitlines()]

    documents = {row["_id"]: {**row, "entities": [], "relations": []} for row in rows("documents")}
    for name in ("entities", "relations"):
        for row in rows(name):
            documents[row["documentId"]][name].append(row)
    yield from documents.values()


def _parts(text: str, sentences: dict[str, bool]) -> list[bool | None]:
    place = [k for k, character in enumerate(text) if not character.isspace()]
    flat = squeeze(text)
    best: dict[int, tuple[int, bool]] = {}
    for sentence, test in sentences.items():
        at = flat.find(sentence)
        while at >= 0:
            for k in range(at, at + len(sentence)):
                best[k] = max(best.get(k, (0, False)), (len(sentence), test))
            at = flat.find(sentence, at + 1)
    part: list[bool | None] = [None] * len(text)
    for k, (_, test) in best.items():
        part[place[k]] = test
    return part


def _gold(row: dict[str, Any], doc: Doc, part: Sequence[bool | None]) -> tuple[list[Argument], list[Gold]]:
    """Arguments (sure entities and whatever stands in a relation), and relations between them."""
    ends = [
        ((r["sourceBegin"], r["sourceEnd"]), r["type"], (r["targetBegin"], r["targetEnd"])) for r in row["relations"]
    ]
    wanted = {span for one, _, other in ends for span in (one, other)}
    kinds: dict[Offsets, str] = {}
    for entity in sorted(row["entities"], key=lambda entity: float(entity["confidence"])):
        span = entity["begin"], entity["end"]
        if entity["type"] in KINDS and (entity["confidence"] > SURE or span in wanted):
            kinds[span] = KINDS[entity["type"]]
    made: dict[Offsets, Argument] = {}
    for begin, end in {*kinds, *wanted}:
        span = doc.char_span(begin, end, alignment_mode="expand")
        kind = kinds.get((begin, end), "THING")
        made[begin, end] = Argument(span.start, span.end, span.root.i, kind, known=True)
    relations = [Gold(made[one], relation, made[other], part[one[0]]) for one, relation, other in ends]
    return sorted(set(made.values())), relations
