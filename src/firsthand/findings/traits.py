"""What cells are, as numbers: so that whether two have a trait in common is asked of all pairs at once."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.findings.cells import Cell
from firsthand.findings.passages import Passages
from firsthand.findings.ranges import relation
from firsthand.findings.times import time_likeness
from firsthand.findings.units import base_unit
from firsthand.findings.words import stem
from firsthand.model import Range, TimeValue

Floats = NDArray[np.float32]
Codes = NDArray[np.intp]
Places = NDArray[np.intp]
_VAGUE = frozenset({"other", "state", "statement"})
_APART = frozenset(("left", "change", "when"))
_PARTS = frozenset({
    "other", "others", "another", "more", "additional", "remaining", "further", "of them", "all but", "per month",
    "each",
})  # fmt: skip
_VALUE = {"same": 1.0, "within": 0.5, "overlap": 0.3, "apart": -1.0}


@dataclass(frozen=True, slots=True)
class Traits:
    """Codes of the cells' traits; -1 where a cell has none."""

    slot: Codes
    claim: Codes
    document: Codes
    unit: Codes
    dimension: Codes
    part: Codes
    predicate: Codes
    kind: Codes
    noun: Codes
    modifier: Codes
    role: Codes
    own: Codes
    negated: Codes
    number: Codes
    numbers: Floats  # likeness of each two different numbers
    middle: Floats
    time: Codes
    times: Floats
    named: Sequence[frozenset[str]]
    anchored: Sequence[str | None]
    cells: Sequence[Cell]
    passages: Passages
    related: NDArray[np.bool_]  # of each two documents, by code, whether passages lead from one to the other

    def comparable(self, block: slice) -> NDArray[np.bool_]:
        """Whether the cells of a block and those from its first on can answer one question."""
        rest = slice(block.start, None)
        same = (self.slot[block, None] == self.slot[rest]) & (self.claim[block, None] != self.claim[rest])
        same &= (self.dimension[block, None] == self.dimension[rest]) & (self.part[block, None] == self.part[rest])
        unit, other = self.unit[block, None], self.unit[rest]
        return np.asarray(same & ((unit == other) | (unit < 0) | (other < 0)))

    def features(self, i: Places, j: Places) -> Floats:
        """The features of pairs that are read off traits, in the order of ``features.NAMES`` from "predicate" on."""
        anchor = self._anchors(i, j)
        columns = [
            self.predicate[i] == self.predicate[j],
            _signed(self.kind, i, j),
            self._values(i, j),
            _shared(self.noun, i, j),
            -1.0 * (self.modifier[i] != self.modifier[j]),
            self._linked(i, j),
            _shared(self.role, i, j),
            np.where(self.negated[i] == self.negated[j], 1, -1),
            _shared(self.own, i, j),
            self._magnitude(i, j),
            -1.0 * (self.document[i] == self.document[j]),
            *anchor,
        ]
        return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)

    def _values(self, i: Places, j: Places) -> Floats:
        if self.numbers.size:
            return self.numbers[self.number[i], self.number[j]]
        return self.times[self.time[i], self.time[j]] if self.times.size else np.zeros(len(i), np.float32)

    def _magnitude(self, i: Places, j: Places) -> Floats:
        """1 for numbers of like size, 0 from a factor of four on: reports of one quantity seldom differ by much."""
        if not self.numbers.size:
            return np.zeros(len(i), np.float32)
        ratio = np.abs(np.log2((self.middle[i] + 1) / (self.middle[j] + 1)))
        return np.asarray(np.maximum(0, 1 - ratio / 2), np.float32)

    def _linked(self, i: Places, j: Places) -> Floats:
        out = np.zeros(len(i), np.float32)
        for k in np.flatnonzero(self.related[self.document[i], self.document[j]]):
            out[k] = self.passages.aligned(self.cells[i[k]], self.cells[j[k]])
        return out

    def _anchors(self, i: Places, j: Places) -> list[Floats]:
        """Whether one name stands close to both numbers; told apart for ages and distances, which are of one thing."""
        out = [np.zeros(len(i), np.float32) for _ in range(3)]
        for k, (a, b) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
            one, other = self.named[a], self.named[b]
            if one and other and self.anchored[a] is not None:
                column = {"age": 1, "distance": 2}.get(self.anchored[a] or "", 0)
                out[column][k] = -0.5 if one.isdisjoint(other) else 1.0
        return out


def traits(cells: Sequence[Cell], passages: Passages) -> Traits:
    """Reads the traits of the cells of one group."""
    ranges = [cell.measure or cell.range for cell in cells]
    moments = [cell.time for cell in cells]
    number, numbers = _matrix(ranges, lambda a, b: _VALUE[relation(a, b)])
    time, times = _matrix(moments, time_likeness)
    quantities = [cell.quantity for cell in cells]
    return Traits(
        slot=_codes([cell.slot for cell in cells]),
        claim=_codes([cell.claim.id for cell in cells]),
        document=_codes([cell.document for cell in cells]),
        unit=_codes([base_unit(q.unit) if q else None for q in quantities]),
        dimension=_codes([q.dimension if q else None for q in quantities]),
        part=_codes([_parts(cell) for cell in cells]),
        predicate=_codes([stem(cell.claim.predicate) for cell in cells]),
        kind=_codes([None if cell.kind in _VAGUE else cell.kind for cell in cells]),
        noun=_codes([q.noun or None if q else None for q in quantities]),
        modifier=_codes([q.modifier if q else None for q in quantities]),
        role=_codes([_role(cell) for cell in cells]),
        own=_codes([cell.own for cell in cells]),
        negated=_codes([cell.claim.negated for cell in cells]),
        number=number,
        numbers=numbers,
        middle=np.array([_middle(span) if span else 0.0 for span in ranges], np.float32),
        time=time,
        times=times,
        named=[cell.anchors for cell in cells],
        anchored=[q.dimension if q else None for q in quantities],
        cells=cells,
        passages=passages,
        related=_related(cells, passages),
    )


def _related(cells: Sequence[Cell], passages: Passages) -> NDArray[np.bool_]:
    documents = list(dict.fromkeys(cell.document for cell in cells))
    return np.array([[a != b and passages.relate(a, b) for b in documents] for a in documents], bool)


def _codes(items: Sequence[Hashable]) -> Codes:
    known: dict[Hashable, int] = {None: -1}
    return np.array([known.setdefault(item, len(known) - 1) for item in items], np.intp)


def _matrix(items: Sequence[Range | None] | Sequence[TimeValue | None], likeness: object) -> tuple[Codes, Floats]:
    """Codes of the items and the likeness of each two different ones; an empty matrix where there are none."""
    codes = _codes(items)
    unique: dict[int, object] = {int(code): item for code, item in zip(codes, items, strict=True) if code >= 0}
    out = np.zeros((len(unique), len(unique)), np.float32)
    for a, one in unique.items():
        for b, other in unique.items():
            if a <= b:
                out[a, b] = out[b, a] = likeness(one, other)  # type: ignore[operator]
    return codes, out


def _shared(codes: Codes, i: Places, j: Places) -> NDArray[np.bool_]:
    return np.asarray((codes[i] == codes[j]) & (codes[i] >= 0))


def _signed(codes: Codes, i: Places, j: Places) -> Floats:
    """1 for one trait, -1 for two, 0 where either has none."""
    known = (codes[i] >= 0) & (codes[j] >= 0)
    return np.where(known, np.where(codes[i] == codes[j], 1.0, -1.0), 0.0).astype(np.float32)


def _parts(cell: Cell) -> frozenset[str]:
    """What makes a number a part, a rest, a change or a rate: "20 others" answers another question than "20"."""
    quantity = cell.quantity
    if quantity is None:
        return frozenset()
    words = {word.strip() for word in (quantity.modifier or "").split(",")} & _PARTS
    variant = {quantity.variant} if quantity.variant in _APART else set()
    return frozenset(word for word in (*words, *variant, quantity.per) if word)


def _role(cell: Cell) -> str | None:
    if cell.quantity is not None:
        return cell.quantity.of
    if cell.own is None:
        return None
    return next((role.role for role in cell.claim.roles if role.start < cell.end and cell.start < role.end), None)


def _middle(span: Range) -> float:
    low, high = span.low, span.high
    if low is not None and high is not None:
        return max(0.0, (low + high) / 2)
    return max(0.0, low if low is not None else high or 0.0)
