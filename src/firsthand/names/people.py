"""Which names are the same person."""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.model import Join
from firsthand.names.clusters import Clusters, Name, candidates, named
from firsthand.names.folding import PARTICLES, consonants, words
from firsthand.names.found import Found, first, where
from firsthand.names.offices import Statements, by_office, pair_key
from firsthand.names.similarity import same_name, word_similarity
from firsthand.names.spans import Named

_GIVEN = 0.87  # two given names less alike are two people's
_SURNAME = 0.87
_SPELLING = 0.93  # within one document a name is spelt in one way, but for slips
_TYPO = 0.88
_NEAR = 400  # characters within which a full name is still the last that was named


def people(mentions: Iterable[Named], roles: dict[tuple[str, int], str], said: Statements) -> list[Found]:
    """Each person. ``roles`` are the roles told at a mention, by document and start; ``said`` what people said."""
    names = named(mentions)
    for name in names:
        name.roles = [role for m in name.mentions if (role := roles.get((m.document, m.start)))]
    full = [name for name in names if len(_core(name)) > 1]
    clusters = Clusters(full)
    scored = [(same_name(a.text, b.text), a, b) for a, b in candidates(full)]
    scored.sort(key=lambda row: (-row[0], row[1].form, row[2].form))
    for _, a, b in scored:
        if _one_person(a, b):
            clusters.merge(a, b, _may_be_one, None if _shows_itself(a, b) else "spelling")
    alike = {pair_key(a, b): _given(_core(a)[0], _core(b)[0]) for a, b in candidates(full)}
    by_office(clusters, full, alike, said)
    return _with_surnames(clusters, [name for name in names if len(_core(name)) <= 1])


def _core(name: Name) -> tuple[str, ...]:
    kept = tuple(word for word in name.form if word not in PARTICLES)
    return kept or name.form


def _one_person(a: Name, b: Name) -> bool:
    left, right = _core(a), _core(b)
    if left == right or "".join(left) == "".join(right):
        return True
    if _part_of(left, right) or _part_of(right, left):
        return True
    given, surname = _given(left[0], right[0]), word_similarity(left[-1], right[-1])
    if a.documents & b.documents and min(given, surname) < _SPELLING:
        return False
    if given < _GIVEN:
        return False
    return surname >= _SURNAME or (same_name(a.text, b.text) >= 0.8 and surname >= 0.8)


def _shows_itself(a: Name, b: Name) -> bool:
    """Whether one name is the other, or part of it, letter by letter."""
    left, right = set(_core(a)), set(_core(b))
    return left <= right or right <= left


def _given(a: str, b: str) -> float:
    """Likeness of two given names; a last "a" for "o" makes another name ("Mario", "Maria")."""
    if a != b and a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"}:
        return 0.0
    return word_similarity(a, b)


def _part_of(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether all words of one name stand in the other in order, its first or its last word among them."""
    if len(shorter) >= len(longer):
        return False
    at = 0
    for word in shorter:
        while at < len(longer) and (_given(word, longer[at]) < 0.9 or (at and len(word) != len(longer[at]) == 1)):
            at += 1
        if at == len(longer):
            return False
        at += 1
    first, last = _given(shorter[0], longer[0]) >= 0.9, word_similarity(shorter[-1], longer[-1]) >= 0.9
    return len(shorter) > 1 and (first or last)


def _may_be_one(a: Name, b: Name) -> bool:
    """Whether nothing says that two names are two people: not two given names, not side by side in a document."""
    left, right = _core(a), _core(b)
    if _one_person(a, b):
        return True
    surname = max(word_similarity(left[-1], word) for word in right)
    return not a.documents & b.documents and _given(left[0], right[0]) >= _GIVEN and surname >= 0.75


def _with_surnames(clusters: Clusters, single: list[Name]) -> list[Found]:
    """Give each mention by one word to the person whose name it belongs to."""
    bearers = _Bearers(list(clusters))
    people = clusters.found("person")
    alone: list[list[Named]] = []
    for name in single:
        levels = bearers.of(name.form[-1])
        rest: list[Named] = []
        for mention in name.mentions:
            person = bearers.meant(levels, mention)
            if person is None:
                rest.append(mention)
            else:
                _give(people[person], [mention], name.form[-1])
        if rest:
            alone.append(rest)
    return people + _typos(people, alone)


def _give(person: Found, mentions: list[Named], word: str) -> None:
    """Add mentions by one word; a word that no name of the person holds is told as another spelling."""
    known = any(word in words(mention.text) for mention in person.mentions)
    if not known and person.mentions:
        near = max(person.mentions, key=lambda mention: word_similarity(word, words(mention.text)[-1]))
        person.joins.append(Join(mentions[0].text, near.text, "spelling", where(first(mentions), near)))
    person.mentions += mentions


class _Bearers:
    """The people of a story by their given names and surnames, where each is named in full, and how often."""

    def __init__(self, full: list[list[Name]]) -> None:
        self._surnames: dict[str, set[int]] = defaultdict(set)
        self._given: dict[str, set[int]] = defaultdict(set)
        self._starts: list[dict[str, list[int]]] = []
        self._weight: list[int] = []
        for person, names in enumerate(full):
            starts: dict[str, list[int]] = defaultdict(list)
            for name in names:
                core = _core(name)
                self._given[core[0]].add(person)
                for surname in {core[-1], "".join(core[1:]), *core[-2:][: len(core) - 2]}:
                    self._surnames[surname].add(person)
                for mention in name.mentions:
                    starts[mention.document].append(mention.start)
            self._starts.append(starts)
            self._weight.append(sum(len(name.mentions) for name in names))

        self._blocks: dict[str, list[str]] = defaultdict(list)
        for surname in sorted(self._surnames):
            for block in _blocks(surname):
                self._blocks[block].append(surname)

    def of(self, word: str) -> list[set[int]]:
        """Who bears a word: as a surname, as a given name, as a surname spelt in another way."""
        near = {
            person
            for surname in sorted({s for block in _blocks(word) for s in self._blocks[block]})
            if len(word) > 3 and word_similarity(word, surname) >= _SPELLING
            for person in self._surnames[surname]
        }
        return [self._surnames.get(word, set()), self._given.get(word, set()), near]

    def meant(self, levels: list[set[int]], mention: Named) -> int | None:
        """The bearer that a mention means: one of its document before others, and there the one just named in full,
        else the one whom the document names most.
        """
        for people in levels:
            here = [person for person in people if mention.document in self._starts[person]]
            near = [person for person in here if self._since(person, mention) < _NEAR]
            if near:
                return max(near, key=lambda person: self._claim(person, mention))
            if here:
                return max(here, key=lambda person: (len(self._starts[person][mention.document]), -person))
            ranked = sorted(people, key=lambda person: (-self._weight[person], person))
            if len(ranked) == 1 or (ranked and self._weight[ranked[0]] >= 2 * self._weight[ranked[1]]):
                return ranked[0]
        return None

    def _since(self, person: int, mention: Named) -> int:
        """Characters since the person was last named in full before a mention."""
        starts = [start for start in self._starts[person][mention.document] if start < mention.start]
        return mention.start - max(starts) if starts else _NEAR

    def _claim(self, person: int, mention: Named) -> tuple[float, int, int]:
        starts = self._starts[person][mention.document]
        return _recency(starts, mention.start), self._weight[person], -person


def _blocks(word: str) -> set[str]:
    """Keys, one of which two spellings of one surname share: first letters, first consonants by their sound."""
    return {word[:2], consonants(word)[:2]}


def _recency(starts: list[int], at: int) -> float:
    """Later namings before the mention count more; a naming after it only if there is none before."""
    before = [start for start in starts if start < at]
    return float(max(before)) if before else -float(min(starts))


def _typos(people: list[Found], alone: list[list[Named]]) -> list[Found]:
    """Join rare single words to the one person whose surname they misspell; the rest are people known by one word."""
    surnames: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for place, person in enumerate(people):
        for surname in {words(mention.text)[-1] for mention in person.mentions}:
            surnames[surname[:1]][surname].add(place)
    left: list[Found] = []
    alone.sort(key=lambda mentions: (-len(mentions), words(mentions[0].text)))
    for mentions in alone:
        word = words(mentions[0].text)[-1]
        alike = surnames[word[:1]] if len(mentions) <= 2 else {}
        near = {p for surname, found in alike.items() if _slip(word, surname) for p in found}
        if len(near) == 1:
            _give(people[near.pop()], mentions, word)
            continue
        others = left if len(mentions) <= 2 else []
        twin = next((person for person in others if _slip(word, words(person.mentions[0].text)[-1])), None)
        if twin is not None:
            _give(twin, mentions, word)
        else:
            left.append(Found("person", mentions))
    return left


def _slip(word: str, surname: str) -> bool:
    return len(word) > 4 and word[0] == surname[0] and word_similarity(word, surname) >= _TYPO
