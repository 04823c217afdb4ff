"""Which pairs of documents are worth aligning: those that share runs of words (by an inverted index)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from firsthand.lineage.prepare import Prepared
from firsthand.lineage.text import is_function

RUN = 4  # words of a shingle
FEWEST = 3  # shingles that a pair must share
WORK = 5_000_000  # pairs counted at most: beyond it only the rarest shingles are used, which tell the most


def pairs(prepared: Sequence[Prepared]) -> list[tuple[int, int]]:
    """Pairs (numbers into ``prepared``, ordered) that share at least ``FEWEST`` runs of words with content."""
    postings: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, item in enumerate(prepared):
        for sentence in item.sentences:
            if sentence.kind != "title":
                for run in _runs(sentence.forms):
                    postings[run].add(number)
    shared: Counter[tuple[int, int]] = Counter()
    work = 0
    for numbers in sorted((sorted(n) for n in postings.values() if len(n) > 1), key=len):
        work += len(numbers) * (len(numbers) - 1) // 2
        if work > WORK:
            break
        shared.update(combinations(numbers, 2))
    return sorted(pair for pair, count in shared.items() if count >= FEWEST)


def _runs(forms: tuple[str, ...]) -> list[tuple[str, ...]]:
    function = [is_function(form) for form in forms]
    return [forms[k : k + RUN] for k in range(len(forms) - RUN + 1) if not all(function[k : k + RUN])]
