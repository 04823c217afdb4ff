"""Spun text: word for word the same sentences with the words swapped for synonyms.

Two reports of one event share names and numbers but build their sentences differently. A spinner keeps the sentence and
swaps its content words one by one ("forces" for "powers", "foreign" for "remote"), so function words, names and numbers
stay in place and the swapped words stand in slots between them. What is counted are those slots.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from firsthand.lineage.align import Alignment
from firsthand.lineage.prepare import Sentence
from firsthand.lineage.text import is_function

LEAST_EQUAL = 5  # words in place in a parallel sentence
LEAST_SLOTS = 2
PART_EQUAL = 0.5  # of the parallel stretch
MOST_SLOTS = 6  # that one sentence can add: one mutated quotation does not make a spun text
SENTENCES = 3
SLOTS = 9

_NAME, _FUNCTION, _CONTENT = range(3)


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two sentences (numbers) of one build and the places (numbers of words) of the words that were swapped."""

    a: int
    b: int
    score: float
    swaps: tuple[tuple[int, int], ...]
    quoted: bool


def parallels(alignment: Alignment) -> list[Parallel]:
    """Sentence pairs of one build, each sentence used once, the best first come."""
    found = []
    for match in alignment.matches:
        first, second = alignment.a.sentences[match.a], alignment.b.sentences[match.b]
        equal = sum(block.size for block in match.blocks)
        if not {first.kind, second.kind} <= {"body", "description"} or equal < LEAST_EQUAL - 1:
            continue
        if equal + LEAST_SLOTS > max(len(first.forms), len(second.forms)):
            continue  # verbatim: no room for swapped words
        parallel = _parallel(match.a, match.b, first, second)
        if parallel:
            found.append(parallel)
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for parallel in sorted(found, key=lambda p: (-p.score, p.a, p.b)):
        if parallel.a not in used_a and parallel.b not in used_b:
            used_a.add(parallel.a)
            used_b.add(parallel.b)
            kept.append(parallel)
    return sorted(kept, key=lambda p: p.a)


def is_spun(found: list[Parallel]) -> bool:
    """Whether enough words are swapped in enough sentences, and not in quotations alone (those may be translations)."""
    return (
        len(found) >= SENTENCES
        and sum(min(len(p.swaps), MOST_SLOTS) for p in found) >= SLOTS
        and any(not p.quoted for p in found)
    )


def _class(sentence: Sentence, k: int) -> int:
    word = sentence.words[k]
    if is_function(word.form):
        return _FUNCTION
    return _NAME if word.capital or word.form[0].isdigit() else _CONTENT


def _steps(a: Sentence, b: Sentence) -> Iterator[tuple[float, int, int, bool]]:
    """The edit of one sentence into the other word by word: score, place in a, in b, whether it swaps content words."""
    for op in Levenshtein.opcodes(a.forms, b.forms):
        if op.tag in ("equal", "replace"):
            for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)):
                kinds = _class(a, i), _class(b, j)
                if op.tag == "equal":
                    yield (0.5 if kinds[0] == _FUNCTION else 1.0), i, j, False
                elif kinds == (_CONTENT, _CONTENT):
                    yield -0.1, i, j, True
                else:
                    yield (-0.5 if kinds == (_FUNCTION, _FUNCTION) else -1.0), i, j, False
        else:
            for _ in range(max(op.src_end - op.src_start, op.dest_end - op.dest_start)):
                yield -0.6, -1, -1, False


def _parallel(i: int, j: int, a: Sentence, b: Sentence) -> Parallel | None:
    """The best stretch of the edit (largest sum, by Kadane's method), if it keeps enough words and swaps some."""
    steps = list(_steps(a, b))
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for k, step in enumerate(steps):
        if total <= 0:
            total, start = 0.0, k
        total += step[0]
        if total > best[0]:
            best = (total, start, k + 1)
    stretch = steps[best[1] : best[2]]
    equal = sum(s[0] > 0 for s in stretch)
    swaps = [(s[1], s[2]) for s in stretch if s[3]]
    if equal < LEAST_EQUAL or len(swaps) < LEAST_SLOTS or equal < PART_EQUAL * len(stretch):
        return None
    quoted = 2 * sum(a.quoted[x] or b.quoted[y] for x, y in swaps) > len(swaps)
    return Parallel(i, j, best[0], tuple(swaps), quoted)
