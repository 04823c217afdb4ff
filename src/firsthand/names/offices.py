"""Two spellings too far apart to be one name, of one person all the same: one given name, one office, one statement."""

import re
from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Claim, Mention
from firsthand.names.clusters import Clusters, Name, candidates
from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.roles import agree, same_noun

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_NUMBERS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight"}
_ALIKE, _LIKELY = 2, 4  # words shared by two statements: of people with one office; where the office has no name


class Statements:
    """What a story's people are told to have said, by where they are named."""

    def __init__(self, claims: Iterable[Claim], texts: Mapping[str, str]) -> None:
        self._said: dict[str, list[tuple[int, int, Mention, frozenset[str]]]] = {}
        for claim in claims:
            if claim.witness_at and claim.document in texts:
                said = Mention(claim.document, claim.start, claim.end)
                content = _content(texts[claim.document][claim.start : claim.end])
                self._said.setdefault(claim.document, []).append((*claim.witness_at, said, content))

    def of(self, names: Iterable[Name]) -> list[tuple[Mention, frozenset[str]]]:
        """The statements whose source is named by one of the names."""
        return [
            (said, content)
            for name in names
            for mention in name.mentions
            for start, end, said, content in self._said.get(mention.document, ())
            if start <= mention.start and mention.end <= end
        ]

    def shared(self, a: Iterable[Name], b: Iterable[Name], least: int) -> tuple[Mention, ...]:
        """Where two people say the same: the two statements that share most words, if they share enough."""
        others = self.of(b)
        pairs = [
            (len(words & theirs), one.document, one.start, other.document, other.start, one, other)
            for one, words in self.of(a)
            for other, theirs in others
            if len(words & theirs) >= least
        ]
        return max(pairs, key=lambda pair: (pair[0], pair[1:5]))[5:] if pairs else ()


def _content(text: str) -> frozenset[str]:
    """The words of a statement that carry it: no small words, plurals and past forms cut, small numbers spelt out."""
    found = (_NUMBERS.get(word, word) for word in _WORD.findall(plain(text)))
    return frozenset(re.sub(r"(?:es|s|ed|ing)$", "", word) for word in found if word not in word_set("closed"))


def by_office(clusters: Clusters, full: Sequence[Name], alike: Mapping[str, float], said: Statements) -> None:
    """Join names whose surnames differ by more than spelling where given name and office are the same.

    ``alike`` gives, for each pair key, the likeness of the given names. Names that stand in one document stay apart.
    """
    for a, b in candidates(full):
        left, right = clusters.together(a), clusters.together(b)
        if alike.get(pair_key(a, b), 0.0) < 0.93 or left is right or _documents(left) & _documents(right):
            continue
        one, other = [r for n in left for r in n.roles], [r for n in right for r in n.roles]
        initial = a.form[-1][:1] == b.form[-1][:1]
        if agree(one, other) and initial:
            statements = said.shared(left, right, _ALIKE)
            rule = "same role, same statement" if statements else "same role"
        else:
            statements = said.shared(left, right, _LIKELY) if same_noun(one, other) else ()
            rule = "same role, same statement" if statements else ""
        if rule:
            clusters.merge(a, b, rule=rule, evidence=statements)


def pair_key(a: Name, b: Name) -> str:
    """The key of two names in ``alike``."""
    return f"{' '.join(a.form)}|{' '.join(b.form)}"


def _documents(names: Iterable[Name]) -> set[str]:
    return {document for name in names for document in name.documents}
