"""Lines that recur across an outlet's documents: what a site prints on every page is no part of any article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from firsthand.reading.cleaning.lines import folded
from firsthand.reading.draft import Draft
from firsthand.reading.metadata import outlet_of

LEAST = 3
"""Articles of one outlet in which a line must stand; editions of one article count once."""

_HALF = 0.5
_LONGEST = 400
_PARAGRAPH = 80
_SAME = 0.5
_COMMON = 20

Outlet = str | None


def recurring(drafts: Sequence[Draft]) -> dict[Outlet, frozenset[str]]:
    """For each outlet the lines, folded, that recur in its articles.

    Documents of no known outlet are held to be of one only where a line stands in half of them.
    """
    groups: dict[Outlet, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[outlet(draft)].append(draft)
    found = {name: _of_outlet(group, name is None) for name, group in groups.items() if len(group) >= LEAST}
    return {name: lines for name, lines in found.items() if lines}


def outlet(draft: Draft) -> Outlet:
    """The outlet that recurring lines are learnt for."""
    return outlet_of(draft.outlet, draft.url)


def _of_outlet(drafts: Sequence[Draft], mixed: bool) -> frozenset[str]:
    lines = [{folded(line) for line in draft.body.splitlines() if line.strip()} for draft in drafts]
    articles = _articles(lines)
    standing: dict[str, set[int]] = defaultdict(set)
    for article, own in zip(articles, lines):
        for line in own:
            if len(line) <= _LONGEST:
                standing[line].add(article)
    least = max(LEAST, _HALF * len(set(articles))) if mixed else LEAST
    return frozenset(line for line, where in standing.items() if len(where) >= least)


def _articles(lines: Sequence[set[str]]) -> list[int]:
    """For each document the first that prints the same article: half of the shorter one's paragraphs are the same."""
    paragraphs = [{line for line in own if len(line) >= _PARAGRAPH} for own in lines]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(paragraphs):
        for line in own:
            holders[line].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holders.values():
        for pair in combinations(numbers, 2) if len(numbers) <= _COMMON else ():
            shared[pair] += 1
    return _joined(
        len(lines),
        (pair for pair, count in shared.items() if count >= _SAME * min(len(paragraphs[i]) for i in pair)),
    )


def _joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    first = list(range(count))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = first[first[number]]
            number = first[number]
        return number

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        first[high] = low
    return [root(number) for number in range(count)]
