"""Which sentences of two documents have their wording in common, and how much of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from scipy.sparse import csr_matrix

from firsthand.lineage.prepare import Prepared, Sentence
from firsthand.lineage.text import is_function

NEIGHBOURS = 3  # sentences of the other text that one sentence is aligned with
LEAST_COMMON = 2.0  # weight of the words that they must share
LEAST = 0.25  # part of the lighter sentence's words that two sentences must share to be aligned


@dataclass(frozen=True, slots=True)
class Block:
    """A run of equal words: from ``a`` in one sentence, from ``b`` in the other, ``size`` words."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences (numbers) and the runs that they share, in order."""

    a: int
    b: int
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Alignment:
    """Two prepared documents and all matches of their sentences."""

    a: Prepared
    b: Prepared
    matches: list[Match]


class Vectors:
    """The sentences of all documents as sparse rows over one vocabulary, the roots of the words' weights."""

    def __init__(self, prepared: Sequence[Prepared]) -> None:
        vocabulary: dict[str, int] = {}
        rows = [[self._row(sentence, vocabulary) for sentence in item.sentences] for item in prepared]
        self._matrices = [self._matrix(document, len(vocabulary)) for document in rows]

    @staticmethod
    def _row(sentence: Sentence, vocabulary: dict[str, int]) -> dict[int, float]:
        return {vocabulary.setdefault(f, len(vocabulary)): w**0.5 for f, w in zip(sentence.forms, sentence.weights)}

    @staticmethod
    def _matrix(rows: Sequence[dict[int, float]], width: int) -> csr_matrix:
        data = [weight for row in rows for weight in row.values()]
        columns = [column for row in rows for column in row]
        starts = np.cumsum([0, *(len(row) for row in rows)])
        return csr_matrix((np.array(data, dtype=np.float32), columns, starts), shape=(len(rows), max(width, 1)))

    def common(self, i: int, j: int) -> NDArray[np.float32]:
        """The weight of the words that each sentence of document i has in common with each of document j."""
        product: NDArray[np.float32] = (self._matrices[i] @ self._matrices[j].T).toarray()
        return product


def align(prepared: Sequence[Prepared], vectors: Vectors, i: int, j: int) -> Alignment:
    """All pairs of sentences of documents i and j that share enough words in the same order."""
    a, b = prepared[i], prepared[j]
    matches = []
    for row, column in _neighbours(a.sentences, b.sentences, vectors.common(i, j)):
        blocks = tuple(_blocks(a.sentences[row], b.sentences[column]))
        if blocks:
            matches.append(Match(row, column, blocks))
    return Alignment(a, b, matches)


def _neighbours(a: Sequence[Sentence], b: Sequence[Sentence], common: NDArray[np.float32]) -> list[tuple[int, int]]:
    """For each sentence of either text the few of the other that it shares most with."""
    if not a or not b:
        return []
    totals_a = np.array([s.total for s in a], dtype=np.float32)
    totals_b = np.array([s.total for s in b], dtype=np.float32)
    score = common / np.minimum(totals_a[:, None], totals_b[None, :])
    score[(score < LEAST) | (common < LEAST_COMMON)] = 0.0
    found: set[tuple[int, int]] = set()
    for table, flip in ((score, False), (score.T, True)):
        best = np.argsort(-table, axis=1, kind="stable")[:, :NEIGHBOURS]
        for row, columns in enumerate(best.tolist()):
            found.update((column, row) if flip else (row, column) for column in columns if table[row, column] > 0)
    return sorted(found)


def _blocks(a: Sentence, b: Sentence) -> Iterator[Block]:
    """The shared runs of two sentences; lone function words that just happen to stand in order are dropped."""
    equal = [
        Block(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(a.forms, b.forms)
        if op.tag == "equal"
    ]
    for k, block in enumerate(equal):
        if block.size >= 3 or _bears_content(a, block) or _near(equal, k):
            yield block


def _bears_content(sentence: Sentence, block: Block) -> bool:
    return any(not is_function(f) for f in sentence.forms[block.a : block.a + block.size])


def _near(equal: Sequence[Block], k: int) -> bool:
    """Whether a run touches its neighbours but for a word or two, in both sentences."""
    block = equal[k]
    for other in (*equal[max(k - 1, 0) : k], *equal[k + 1 : k + 2]):
        first, second = sorted((block, other), key=lambda x: x.a)
        if other.size >= 2 and second.a - first.a - first.size <= 1 and second.b - first.b - first.size <= 1:
            return True
    return False
