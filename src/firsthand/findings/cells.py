"""Cells: what one claim says to one question, before anyone knows the question.

A claim "25 people were injured near Oldport on Tuesday" answers how many, where, when, and that it happened: four
cells.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.claims import kind_of_noun
from firsthand.findings.units import in_base_unit
from firsthand.findings.words import content_words
from firsthand.model import Claim, Document, Entity, Quantity, Range, Slot, TimeValue

Group = str  # cells are only compared within a group: "number", "time", "place", "name", "event"
_SLOT_OF_DIMENSION: Mapping[str, Slot] = {
    "count": "count", "share": "count", "money": "money", "distance": "distance", "duration": "duration",
    "age": "duration",
}  # fmt: skip
_SLOT_OF_KIND: Mapping[str, Slot] = {"place": "place", "person": "person", "organisation": "organisation"}
_LEAD = re.compile(
    r"(?:\b(?:in|at|on|near|from|to|into|of|off|outside|inside|between|toward|towards|around|around the)\s+)"
    r"(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
_LEAST_WORDS = 2  # content words of an event; "we saw it" is about nothing that can be found again
_LEAST_ABOUT_SPEAKER = 4
_REACH = 45  # characters within which a name says what a number is of ("Ada Brook, 16", "30 km from Port Ellis")
_PLAIN_SPEECH = frozenset(
    {"say", "tell", "add", "report", "accord", "according", "state", "note", "quote", "cite", "write"}
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One possible answer: where it stands (``start``, ``end``), what it says, and the claim around it.

    ``entities`` are those named in the claim's sentence, ``anchors`` those close to the cell, ``own`` the entity that
    the cell itself names. ``kind`` is the claim's kind, or that of the counted noun where it tells one ("84 dead").
    ``measure`` is the range in the base unit of its dimension, so that miles and kilometres compare.
    """

    claim: Claim
    document: str
    group: Group
    slot: Slot
    start: int
    end: int
    kind: str
    entities: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    own: str | None = None
    value: str | None = None
    range: Range | None = None
    quantity: Quantity | None = None
    measure: Range | None = None
    time: TimeValue | None = None


def cells(claims: Iterable[Claim], documents: Mapping[str, Document], entities: Sequence[Entity]) -> list[Cell]:
    """All cells of the claims, in the claims' order."""
    index = _MentionIndex(entities)
    found: list[Cell] = []
    for claim in claims:
        if claim.told_by != "clause":
            continue  # what another clause tells in passing is no matter beside that clause's own
        text = documents[claim.document].text
        near = frozenset(entity.id for _, _, entity in index.within(claim.document, *claim.sentence))
        found += _numbers(claim, near, index)
        speech = claim.kind == "statement" and claim.predicate in _PLAIN_SPEECH
        words = len(content_words(text[claim.start : claim.end]))
        if speech and words < _LEAST_ABOUT_SPEAKER:
            continue  # "the mayor said": who spoke is no matter of its own
        if claim.time is not None and claim.time.at[1] > claim.time.at[0]:
            found.append(_time(claim, claim.time, near))
        found += _names(claim, near, index, text)
        if not speech and words >= _LEAST_WORDS:
            found.append(Cell(claim, claim.document, "event", "event", claim.start, claim.end, claim.kind, near))
    return found


def _time(claim: Claim, time: TimeValue, near: frozenset[str]) -> Cell:
    start, end = time.at
    return Cell(claim, claim.document, "time", "time", start, end, claim.kind, near, near, value=time.text, time=time)


def _numbers(claim: Claim, near: frozenset[str], index: "_MentionIndex") -> Iterable[Cell]:
    for quantity in claim.quantities:
        first, last = max(claim.sentence[0], quantity.start - _REACH), min(claim.sentence[1], quantity.end + _REACH)
        anchors = frozenset(entity.id for _, _, entity in index.within(claim.document, first, last))
        slot = _SLOT_OF_DIMENSION.get(quantity.dimension)
        if slot is not None and (quantity.low, quantity.high) != (None, None):
            span = Range(quantity.low, quantity.high)
            yield Cell(
                claim, claim.document, "number", slot, quantity.start, quantity.end,
                kind_of_noun(quantity.noun or "") or claim.kind, near, anchors, range=span, quantity=quantity,
                measure=in_base_unit(span, quantity.unit),
            )  # fmt: skip


def _names(claim: Claim, near: frozenset[str], index: "_MentionIndex", text: str) -> Iterable[Cell]:
    seen: set[str] = set()
    for start, end, entity in index.within(claim.document, claim.start, claim.end):
        slot = _SLOT_OF_KIND.get(entity.kind)
        if slot is None or entity.id in seen:
            continue
        seen.add(entity.id)
        if slot == "place":
            lead = _LEAD.search(text, max(claim.sentence[0], start - 60), start)
            start = lead.start() if lead else start
        group = "place" if slot == "place" else "name"
        yield Cell(
            claim, claim.document, group, slot, start, end, claim.kind, near, near, own=entity.id, value=entity.name
        )


class _MentionIndex:
    """Mentions by document and offset."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._rows: dict[str, list[tuple[int, int, Entity]]] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._rows.setdefault(mention.document, []).append((mention.start, mention.end, entity))
        for rows in self._rows.values():
            rows.sort(key=lambda row: (row[0], row[1], row[2].id))

    def within(self, document: str, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Mentions that begin inside a stretch of a document."""
        rows = self._rows.get(document, [])
        k = bisect_left(rows, start, key=lambda row: row[0])
        found = []
        while k < len(rows) and rows[k][0] < end:
            found.append(rows[k])
            k += 1
        return found
