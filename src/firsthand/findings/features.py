"""Features of a pair of cells: named likenesses between 0 and 1 (or -1 for "speaks against"), computed for all pairs at once."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from firsthand.findings.cells import Cell
from firsthand.findings.passages import Passages
from firsthand.findings.ranges import relation
from firsthand.findings.times import time_likeness
from firsthand.findings.units import base_unit
from firsthand.findings.words import content_words, stem
from firsthand.model import Document, Range

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]
NAMES = (
    "clause_sense", "sentence_sense", "phrase_sense", "clause_words", "sentence_words", "entities",
    "predicate", "kind", "value", "noun", "modifier", "linked", "role", "polarity", "own", "magnitude", "one_document",
    "anchor", "age", "measure",
)  # fmt: skip
_VAGUE = frozenset({"other", "state", "statement"})
_PARTS = frozenset(
    {
        "other",
        "others",
        "another",
        "more",
        "additional",
        "remaining",
        "further",
        "of them",
        "all but",
        "per month",
        "each",
    }
)
_VALUE = {"same": 1.0, "within": 0.5, "overlap": 0.3, "apart": -1.0}


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one group with what their features are computed from; ``sense`` rows are L2-normalised."""

    cells: Sequence[Cell]
    clause_sense: Floats
    sentence_sense: Floats
    phrase_sense: Floats
    clause_words: "csr_matrix[np.float32]"
    sentence_words: "csr_matrix[np.float32]"
    entities: "csr_matrix[np.float32]"
    passages: Passages


def table(cells: Sequence[Cell], documents: Mapping[str, Document], embed: Embed, passages: Passages) -> Table:
    """Prepares the cells of one group."""
    clause = [_clause_text(cell, documents) for cell in cells]
    sentence = [documents[cell.document].text[slice(*cell.claim.sentence)] for cell in cells]
    phrase = [_phrase(cell, documents) for cell in cells]
    return Table(
        cells,
        _embedded(clause, embed),
        _embedded(sentence, embed),
        _embedded(phrase, embed),
        _weighted([content_words(text) for text in clause]),
        _weighted([content_words(text) for text in sentence]),
        _weighted([cell.entities for cell in cells]),
        passages,
    )


def pairs_to_score(rows: Table, least: float = 0.3) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs (i < j) that could be about the same matter: like in sense, in words, or aligned; the rest are never scored."""
    likely = (rows.sentence_sense @ rows.sentence_sense.T > least) | (rows.clause_sense @ rows.clause_sense.T > least)
    words = (rows.sentence_words @ rows.sentence_words.T).toarray()
    likely |= words > least
    i, j = np.nonzero(np.triu(likely, 1))
    keep = np.fromiter((_comparable(rows.cells[a], rows.cells[b]) for a, b in zip(i, j, strict=True)), bool, len(i))
    return i[keep], j[keep]


def features(rows: Table, i: NDArray[np.intp], j: NDArray[np.intp]) -> Floats:
    """Feature matrix (pairs, len(NAMES)) of the pairs (i[k], j[k])."""
    out = np.zeros((len(i), len(NAMES)), np.float32)
    out[:, 0] = np.einsum("kd,kd->k", rows.clause_sense[i], rows.clause_sense[j])
    out[:, 1] = np.einsum("kd,kd->k", rows.sentence_sense[i], rows.sentence_sense[j])
    out[:, 2] = np.einsum("kd,kd->k", rows.phrase_sense[i], rows.phrase_sense[j])
    for column, matrix in ((3, rows.clause_words), (4, rows.sentence_words), (5, rows.entities)):
        out[:, column] = np.asarray(matrix[i].multiply(matrix[j]).sum(1)).ravel()
    for k, (a, b) in enumerate(zip(i, j, strict=True)):
        out[k, 6:] = _discrete(rows.cells[a], rows.cells[b], rows.passages)
    return out


def _comparable(a: Cell, b: Cell) -> bool:
    """Whether two cells can answer one question at all."""
    if a.slot != b.slot or a.claim.id == b.claim.id:
        return False
    if a.quantity and b.quantity:
        units = base_unit(a.quantity.unit), base_unit(b.quantity.unit)
        return (
            (units[0] == units[1] or None in units)
            and a.quantity.dimension == b.quantity.dimension
            and _others(a) == _others(b)
        )
    return True


def _others(cell: Cell) -> frozenset[str]:
    """Words that make a number a part or a rest: "20 others" answers another question than "20"."""
    modifier = cell.quantity.modifier if cell.quantity else None
    return frozenset(word.strip() for word in (modifier or "").split(",")) & _PARTS


def _discrete(a: Cell, b: Cell, passages: Passages) -> list[float]:
    return [
        float(stem(a.claim.predicate) == stem(b.claim.predicate)),
        _kind(a, b),
        _value(a, b),
        _noun(a, b),
        _modifier(a, b),
        passages.aligned(a, b),
        _role(a, b),
        float(a.claim.negated == b.claim.negated) * 2 - 1,
        float(a.own is not None and a.own == b.own),
        _magnitude(a, b),
        -float(a.document == b.document),
        *_anchored(a, b),
    ]


def _anchored(a: Cell, b: Cell) -> tuple[float, float, float]:
    """Whether the same name stands close to both numbers; told apart for ages and distances, which are of one thing."""
    if a.quantity is None or b.quantity is None:
        return 0.0, 0.0, 0.0
    if not a.anchors or not b.anchors:
        return 0.0, 0.0, 0.0
    shared = 1.0 if a.anchors & b.anchors else -0.5
    dimension = a.quantity.dimension
    return (
        shared if dimension not in {"age", "distance"} else 0.0,
        shared if dimension == "age" else 0.0,
        shared if dimension == "distance" else 0.0,
    )


def _kind(a: Cell, b: Cell) -> float:
    """1 for one kind of event, -1 for two, 0 where either tells none."""
    if {a.kind, b.kind} & _VAGUE:
        return 0.0
    return 1.0 if a.kind == b.kind else -1.0


def _magnitude(a: Cell, b: Cell) -> float:
    """1 for numbers of like size, 0 from a factor of four on: reports of one quantity differ, but seldom by much."""
    if a.range is None or b.range is None:
        return 0.0
    one, other = _middle(a.measure or a.range), _middle(b.measure or b.range)
    return max(0.0, 1 - abs(math.log2((one + 1) / (other + 1))) / 2)


def _middle(span: Range) -> float:
    low, high = span.low, span.high
    return max(
        0.0, (low + high) / 2 if low is not None and high is not None else low if low is not None else high or 0.0
    )


def _value(a: Cell, b: Cell) -> float:
    if a.range is not None and b.range is not None:
        return _VALUE[relation(a.measure or a.range, b.measure or b.range)]
    if a.time is not None and b.time is not None:
        return time_likeness(a.time, b.time)
    return 0.0


def _noun(a: Cell, b: Cell) -> float:
    if a.quantity is None or b.quantity is None:
        return 0.0
    nouns = a.quantity.noun, b.quantity.noun
    return float(bool(nouns[0]) and nouns[0] == nouns[1])


def _modifier(a: Cell, b: Cell) -> float:
    if a.quantity is None or b.quantity is None or a.quantity.modifier == b.quantity.modifier:
        return 0.0
    return -1.0


def _role(a: Cell, b: Cell) -> float:
    if a.quantity is not None and b.quantity is not None:
        return float(a.quantity.of == b.quantity.of and a.quantity.of is not None)
    if a.own is not None and b.own is not None:
        return float(_role_at(a) == _role_at(b) is not None)
    return 0.0


def _role_at(cell: Cell) -> str | None:
    return next((role.role for role in cell.claim.roles if role.start < cell.end and cell.start < role.end), None)


def _clause_text(cell: Cell, documents: Mapping[str, Document]) -> str:
    return documents[cell.document].text[cell.claim.start : cell.claim.end]


def _phrase(cell: Cell, documents: Mapping[str, Document]) -> str:
    """What the cell is about, without its value: the noun and the predicate for numbers, the clause's words else."""
    claim = cell.claim
    if cell.quantity is not None:
        modifier = cell.quantity.modifier or ""
        return f"{modifier} {cell.quantity.noun or cell.quantity.unit or ''} {claim.predicate}".strip()
    text = documents[cell.document].text
    if cell.group == "event":
        return text[claim.start : claim.end]
    return (
        text[claim.start : min(cell.start, claim.end)] + " " + text[max(cell.end, claim.start) : claim.end]
    ).strip() or claim.predicate


def _embedded(texts: Sequence[str], embed: Embed) -> Floats:
    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, 1), np.float32)
    vectors = embed(unique)
    at = {text: k for k, text in enumerate(unique)}
    return vectors[[at[text] for text in texts]]


def _weighted(bags: Sequence[frozenset[str]]) -> "csr_matrix[np.float32]":
    """Rows of inverse-document-frequency weights, L2-normalised: a product of two rows is a cosine."""
    frequency = Counter(item for bag in bags for item in bag)
    columns = {item: k for k, item in enumerate(sorted(frequency))}
    data: list[float] = []
    indices: list[int] = []
    indptr = [0]
    for bag in bags:
        items = sorted(bag)
        weights = np.array([np.log(1 + len(bags) / frequency[item]) for item in items], np.float32)
        norm = float(np.sqrt((weights**2).sum())) or 1.0
        data += list(weights / norm)
        indices += [columns[item] for item in items]
        indptr.append(len(indices))
    return csr_matrix((np.array(data, np.float32), indices, indptr), shape=(len(bags), max(1, len(columns))))
