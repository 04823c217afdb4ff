"""Names of one kind and the clusters that they join: merges by evidence, barred by evidence against."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from firsthand.model import EntityKind, Join, Mention
from firsthand.names.folding import consonants, words
from firsthand.names.found import Found, first, where
from firsthand.names.spans import Named


class Name:
    """One spelling (folded to plain words) in one story: its mentions and the roles told of it."""

    def __init__(self, form: tuple[str, ...]) -> None:
        self.form = form
        self.mentions: list[Named] = []
        self.roles: list[str] = []

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that use this spelling."""
        return frozenset(mention.document for mention in self.mentions)

    @cached_property
    def text(self) -> str:
        """The spelling as most often written."""
        return commonest(mention.text for mention in self.mentions)


class Clusters:
    """Disjoint sets of names. A pair that was barred keeps their sets apart for good."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = sorted(names, key=lambda name: name.form)
        self._home = {id(name): [name] for name in self.names}
        self._joins: dict[int, list[Join]] = {}

    def together(self, name: Name) -> list[Name]:
        """The names of the set that a name belongs to."""
        return self._home[id(name)]

    def merge(
        self,
        a: Name,
        b: Name,
        allowed: Callable[[Name, Name], bool] = lambda a, b: True,
        rule: str | None = None,
        evidence: Iterable[Mention] = (),
    ) -> bool:
        """Join two sets unless some pair of their names is not allowed.

        ``rule`` says why, where the names do not show it; the evidence is where they stand and what is given.
        """
        left, right = self._home[id(a)], self._home[id(b)]
        if left is right:
            return True
        if not all(allowed(one, other) for one in left for other in right):
            return False
        joins = self._joins.pop(id(left), []) + self._joins.pop(id(right), [])
        if rule:
            seen = (*where(first(a.mentions), first(b.mentions)), *evidence)
            joins.append(Join(a.text, b.text, rule, seen))
        left.extend(right)
        self._joins[id(left)] = joins
        for name in right:
            self._home[id(name)] = left
        return True

    def found(self, kind: EntityKind) -> list[Found]:
        """The sets as entities."""
        return [Found(kind, [m for name in names for m in name.mentions], self.joins(names)) for names in self]

    def joins(self, names: list[Name]) -> list[Join]:
        """What joined the names of one set."""
        return list(self._joins.get(id(self._home[id(names[0])]), ()))

    def __iter__(self) -> Iterator[list[Name]]:
        seen: set[int] = set()
        for name in self.names:
            home = self._home[id(name)]
            if id(home) not in seen:
                seen.add(id(home))
                yield home


def named(mentions: Iterable[Named]) -> list[Name]:
    """The spellings among mentions, in order of their plain words."""
    found: dict[tuple[str, ...], Name] = {}
    for mention in mentions:
        form = words(mention.text)
        if form:
            found.setdefault(form, Name(form)).mentions.append(mention)
    return [found[form] for form in sorted(found)]


def candidates(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that share the sound of a word, or its first letters; each pair once, in a fixed order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    listed = list(names)
    for place, name in enumerate(listed):
        keys = {consonants(word)[:3] for word in name.form} | {word[:3] for word in name.form}
        for block in sorted(keys):
            blocks[block].append(place)
    pairs = {(a, b) for members in blocks.values() if len(members) < 80 for a in members for b in members if a < b}
    for a, b in sorted(pairs):
        yield listed[a], listed[b]


def commonest(texts: Iterable[str]) -> str:
    """The most frequent text; of equals the longest, then the first in the alphabet."""
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], -len(text), text))
