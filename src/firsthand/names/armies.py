"""Whose army an army is, by what the story says beside the names: who leads it, whose it is, who speaks for it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from firsthand.names.data import word_set
from firsthand.names.folding import words
from firsthand.names.found import Found, where
from firsthand.names.similarity import word_similarity
from firsthand.names.spans import Named

_TITLES = r"(?:[A-Z][\w.-]+ ){0,3}"
_REACH = 48  # characters between a person and a body


class Placed:
    """The entities of a story by where they are named."""

    def __init__(self, founds: Iterable[Found]) -> None:
        self._rows: dict[str, list[tuple[int, int, Found, Named]]] = defaultdict(list)
        self._at: dict[tuple[str, int, int], Found] = {}
        self._forms: dict[tuple[str, str], list[tuple[int, Found]]] = defaultdict(list)
        self._anywhere: dict[str, Counter[int]] = defaultdict(Counter)
        self._by_id: dict[int, Found] = {}
        for found in founds:
            for mention in found.mentions:
                self._rows[mention.document].append((mention.start, mention.end, found, mention))
                self._at[mention.document, mention.start, mention.end] = found
                form = words(mention.text)
                for key in {" ".join(form), form[-1] if found.kind == "person" and form else ""} - {""}:
                    self._forms[mention.document, key].append((mention.start, found))
                    self._anywhere[key][id(found)] += 1
                self._by_id[id(found)] = found
        for rows in self._rows.values():
            rows.sort(key=lambda row: row[:2])
        self._starts = {document: [row[0] for row in rows] for document, rows in self._rows.items()}

    def at(self, mention: Named) -> Found | None:
        """The entity of a mention."""
        return self._at.get((mention.document, mention.start, mention.end))

    def called(self, name: str, document: str, before: int) -> Found | None:
        """The entity that a name means: the last so called before an offset, else the story's commonest."""
        key = " ".join(words(name))
        here = self._forms.get((document, key), [])
        earlier = [found for start, found in here if start < before]
        if earlier or here:
            return earlier[-1] if earlier else here[0][1]
        counts = self._anywhere.get(key)
        return self._by_id[counts.most_common(1)[0][0]] if counts else None

    def between(self, document: str, start: int, end: int) -> Iterator[tuple[Named, Found]]:
        """The mentions that begin between two offsets."""
        rows = self._rows.get(document, [])
        k = bisect_left(self._starts.get(document, []), start)
        while k < len(rows) and rows[k][0] < end:
            yield rows[k][3], rows[k][2]
            k += 1

    def all(self) -> Iterator[tuple[Named, Found]]:
        """Every mention with its entity, document by document."""
        for document in sorted(self._rows):
            for _, _, found, mention in self._rows[document]:
                yield mention, found


def is_armed(found: Found) -> bool:
    """Whether a name is that of an army or of an armed movement."""
    return any(_armed(words(mention.text)) for mention in found.mentions)


@cache
def _armed(form: tuple[str, ...]) -> bool:
    bodies = word_set("armed_bodies")
    return bool(form) and ((len(form) > 1 and form[-1] in word_set("armed_heads")) or " ".join(form) in bodies)


def is_civil(found: Found) -> bool:
    """Whether a name is that of a government, a party, a firm: it may have forces, but is not one."""
    heads = word_set("civil_heads")
    return any(set(words(mention.text)) & heads for mention in found.mentions)


@cache
def _patterns(role: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join(sorted(word_set(role)))
    by = "led|headed|commanded|run" if role == "leads" else "represented"
    return (
        re.compile(  # body … person
            rf"(?:['’]s)? (?:military |top |chief |main |army )?(?:{nouns}),? {_TITLES}$|"
            rf",? (?:which is |who are )?(?:{by}) by (?:[a-z]+ ){{0,2}}{_TITLES}$"
        ),
        re.compile(  # person … body
            rf", (?:(?:the |an? |its )?(?:[a-z]+ )?(?:{nouns})(?: of| for)|who (?:leads|led|heads|headed|runs|commands|"
            r"commanded|speaks for|spoke for)) (?:the )?"
        ),
        re.compile(rf"(?:['’]s)? (?:military )?(?:{nouns})\b"),  # person, "a" body "spokesman"
    )


def held(
    role: str, texts: Mapping[str, str], people: Placed, bodies: Sequence[tuple[Named, Found]]
) -> Iterator[tuple[Found, Named, Found, Named]]:
    """Who leads or speaks for which body: person, their mention, body, its mention. ``role`` names a set of words."""
    before, after, beside = _patterns(role)
    for mention, body in bodies:
        text = texts[mention.document]
        for other, person in people.between(mention.document, mention.end, mention.end + _REACH):
            if person.kind == "person" and before.match(text[mention.end : other.start]):
                yield person, other, body, mention
                break
        for other, person in people.between(mention.document, mention.start - 2 * _REACH, mention.start):
            if person.kind != "person" or other.end > mention.start:
                continue
            gap = text[other.end : mention.start]
            apart = gap in (", a ", ", the ", ", an ") and beside.match(text, mention.end)
            if after.fullmatch(gap) or apart:
                yield person, other, body, mention


def same_post(rows: Iterable[tuple[Found, Named, Found, Named]]) -> None:
    """Join people who hold one post in one body, where their surnames are the same and given names are near.

    ``rows`` are as ``held`` gives them. People who are named in one document stay apart.
    """
    by_body: dict[int, list[tuple[Found, Named, Named]]] = defaultdict(list)
    for person, one, body, at in rows:
        by_body[id(body)].append((person, one, at))
    for holders in by_body.values():
        for k, (person, *seen) in enumerate(holders):
            for twin, *beside in holders[:k]:
                if person is not twin and person.mentions and twin.mentions and _near(person, twin):
                    twin.take(person, "same role", where(*beside, *seen))


def _near(a: Found, b: Found) -> bool:
    if {mention.document for mention in a.mentions} & {mention.document for mention in b.mentions}:
        return False
    left, right = words(a.label), words(b.label)
    given = word_similarity(left[0], right[0])
    prefix = left[0].startswith(right[0][:3]) and (left[0].startswith(right[0]) or right[0].startswith(left[0]))
    return min(len(left), len(right)) > 1 and word_similarity(left[-1], right[-1]) >= 0.87 and (given >= 0.7 or prefix)


_POSSESSED = re.compile(r"['’]s (?:so-called |[a-z-]+ )?$")


def possessed(
    texts: Mapping[str, str], people: Placed, bodies: Sequence[tuple[Named, Found]]
) -> Iterator[tuple[Found, Named, Found, Named]]:
    """Whose a body is said to be ("Qasimi's Coast Guard"): person, their mention, body, its mention."""
    for mention, body in bodies:
        for other, person in people.between(mention.document, mention.start - _REACH, mention.start):
            gap = texts[mention.document][other.end : mention.start] if other.end < mention.start else ""
            if person.kind == "person" and _POSSESSED.fullmatch(gap):
                yield person, other, body, mention
