"""Two spellings too far apart to be one name, of one person all the same: one given name, one office, one statement."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Claim, Mention
from firsthand.names.clusters import Clusters, Name, candidates
from firsthand.names.data import word_set
from firsthand.names.folding import plain, words
from firsthand.names.roles import agree, same_noun

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_NUMBERS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight"}
_ALIKE, _LIKELY = 2, 4  # words shared by two statements: of people with one office; where the office has no name


Said = tuple[Mention, frozenset[str]]


class Statements:
    """What a story's people are told to have said, by the last word of the name that the attribution gives them."""

    def __init__(self, claims: Iterable[Claim], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._said: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for claim in claims:
            if claim.witness and claim.document in texts:
                content = _content(texts[claim.document][claim.start : claim.end])
                last = (words(claim.witness.partition(" (")[0]) or ("",))[-1]
                self._said[claim.document, last].append((Mention(claim.document, claim.start, claim.end), content))

    def of(self, names: Iterable[Name]) -> list[Said]:
        """The statements whose source has the last word of one of the names, in a document that holds the name."""
        keys = {(document, name.form[-1]) for name in names for document in name.documents}
        return [said for key in sorted(keys) for said in self._said.get(key, ())]

    def office(self, name: Name) -> tuple[Mention, ...]:
        """Where the longest role is told of a name."""
        for role in sorted(set(name.roles), key=lambda role: (-len(role), role)):
            for mention in sorted(name.mentions, key=lambda mention: (mention.document, mention.start)):
                text = self._texts.get(mention.document, "")
                before = text.rfind(role, max(0, mention.start - 100), mention.start)
                at = before if before >= 0 else text.find(role, mention.end, mention.end + 160)
                if at >= 0:
                    return (Mention(mention.document, at, at + len(role)),)
        return ()

    def shared(self, a: Sequence[Name], b: Sequence[Name], least: int) -> tuple[Mention, ...]:
        """Where two people say the same: the two statements that share most words, if they share enough.

        Words of their names and offices do not count.
        """
        own = _content(" ".join(" ".join((*name.form, *name.roles)) for name in (*a, *b)))
        others = [(said, content - own) for said, content in self.of(b)]
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
            clusters.merge(a, b, rule=rule, evidence=(*said.office(a), *said.office(b), *statements))


def pair_key(a: Name, b: Name) -> str:
    """The key of two names in ``alike``."""
    return f"{' '.join(a.form)}|{' '.join(b.form)}"


def _documents(names: Iterable[Name]) -> set[str]:
    return {document for name in names for document in name.documents}
