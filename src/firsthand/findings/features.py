"""Features of a pair of cells: named likenesses from 0 to 1, or down to -1 where unlikeness speaks against.

Computed for blocks of rows at once, so that memory grows with the number of cells and not with its square.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.findings.bags import Bags, bags
from firsthand.findings.cells import Cell
from firsthand.findings.passages import Passages
from firsthand.findings.traits import Traits, traits
from firsthand.findings.words import content_words
from firsthand.model import Document

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Embed = Callable[[Sequence[str]], Floats]
NAMES = (
    "clause_sense", "sentence_sense", "phrase_sense", "clause_words", "sentence_words", "entities",
    "predicate", "kind", "value", "noun", "modifier", "linked", "role", "polarity", "own", "magnitude", "one_document",
    "anchor", "age", "measure",
)  # fmt: skip
LEAST = 0.35  # likeness in sense or words below which a pair is never looked at
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of one group with what their features are computed from; ``sense`` rows are L2-normalised."""

    cells: Sequence[Cell]
    clause_sense: Floats
    sentence_sense: Floats
    phrase_sense: Floats
    clause_words: Bags
    sentence_words: Bags
    entities: Bags
    traits: Traits


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
        bags([content_words(text) for text in clause]),
        bags([content_words(text) for text in sentence]),
        bags([cell.entities for cell in cells]),
        traits(cells, passages),
    )


def candidates(rows: Table) -> Iterator[tuple[Places, Places, Floats]]:
    """Pairs (i < j) that could be about the same matter, with their features (pairs, len(NAMES)), block by block.

    Pairs that are alike neither in sense nor in words, or cannot answer one question at all, are left out.
    """
    for first in range(0, len(rows.cells), _BLOCK):
        block = slice(first, first + _BLOCK)  # held against itself and what comes after it
        senses = (rows.clause_sense, rows.sentence_sense, rows.phrase_sense)
        likeness = [matrix[block] @ matrix[first:].T for matrix in senses]
        likeness += [bag.likeness(block) for bag in (rows.clause_words, rows.sentence_words, rows.entities)]
        wanted = (likeness[0] > LEAST) | (likeness[1] > LEAST) | (likeness[4] > LEAST)
        wanted &= rows.traits.comparable(block)
        k, m = np.nonzero(np.triu(wanted, 1))
        alike = np.stack([matrix[k, m] for matrix in likeness], axis=1)
        i, j = k + first, m + first
        yield i, j, np.concatenate([alike, rows.traits.features(i, j)], axis=1).astype(np.float32)


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
    before, after = text[claim.start : min(cell.start, claim.end)], text[max(cell.end, claim.start) : claim.end]
    return f"{before} {after}".strip() or claim.predicate


def _embedded(texts: Sequence[str], embed: Embed) -> Floats:
    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, 1), np.float32)
    vectors = embed(unique)
    at = {text: k for k, text in enumerate(unique)}
    return vectors[[at[text] for text in texts]]
