"""Witnesses as the persons they are.

"The town's mayor", "Mayor Salem" and a second spelling of his name are one witness.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from firsthand.model import Entity
from firsthand.names.places import country_of
from firsthand.names.similarity import same_name

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LIKE = 0.8  # likeness of names from which two spellings are one person's
_SMALL = frozenset(
    ["of", "the", "a", "an", "for", "in", "at", "and", "s", "its", "his", "her", "their", "town", "city", "former"]
)


@cache
def _offices() -> frozenset[str]:
    """Offices that one person holds in one place at a time."""
    return frozenset(files("firsthand.names").joinpath("data/offices.txt").read_text(encoding="utf-8").split())


class Witnesses:
    """The persons of a story, asked for the one whom the words of an attribution mean."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._people = sorted((e for e in entities if e.kind == "person"), key=lambda e: (-len(e.mentions), e.id))
        self._by_name: dict[str, Entity] = {}
        for person in reversed(self._people):
            for name in (*person.aliases, person.name):
                self._by_name[name.casefold()] = person

    def find(self, witness: str) -> Entity | None:
        """The person meant: by name, by a spelling of it, by the office that only one person of the story holds."""
        name = witness.partition(" (")[0].strip()
        known = self._by_name.get(name.casefold())
        if known is not None:
            return known
        return self._by_office(witness) or self._by_spelling(name)

    def _by_spelling(self, name: str) -> Entity | None:
        if len(name.split()) < 2 or not name[:1].isupper():
            return None
        scored = [(same_name(name, person.name), -k) for k, person in enumerate(self._people)]
        best, k = max(scored, default=(0.0, 0))
        return self._people[-k] if best >= _LIKE else None

    def _by_office(self, witness: str) -> Entity | None:
        words = {word.casefold() for word in _WORD.findall(witness.replace("’s", "").replace("'s", ""))}
        offices = words & _offices()
        if not offices:
            return None
        holders = [person for person in self._people if person.role and offices & _role_words(person)]
        if len(holders) > 1:
            holders = [person for person in holders if (words - offices - _SMALL) & (_role_words(person) - offices)]
        return holders[0] if len(holders) == 1 and self._fits(witness, words - offices, holders[0]) else None

    def _fits(self, witness: str, words: set[str], person: Entity) -> bool:
        """Whether nothing in the words names somebody or somewhere else."""
        rest = words - _role_words(person) - _SMALL
        named = {w.casefold() for w in _WORD.findall(witness) if w.casefold() in rest and w[:1].isupper()}
        return not named or bool(named & {word.casefold() for word in _WORD.findall(person.name)})


def _role_words(person: Entity) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall((person.role or "").replace("’s", "").replace("'s", "")))


def in_full(witnesses: Iterable[str]) -> dict[str, str]:
    """Surnames that stand alone, with the one full name among the witnesses that ends in them ("Badi": "Emad Badi")."""
    told = sorted(set(witnesses))
    full: dict[str, set[str]] = {}
    for witness in told:
        words = witness.partition(" (")[0].split()
        if len(words) > 1 and all(word[:1].isupper() for word in words):
            full.setdefault(words[-1], set()).add(witness)
    return {
        witness: min(full[witness])
        for witness in told
        if len({w.partition(" (")[0] for w in full.get(witness, ())}) == 1
    }


def called(person: Entity) -> str:
    """A person's name with the role in brackets, as witnesses are written."""
    return (
        f"{person.name} ({person.role})"
        if person.role and person.role.casefold() not in person.name.casefold()
        else person.name
    )


def is_no_witness(witness: str) -> bool:
    """Whether the words are a bare adjective of nationality, which somebody's phrase was cut down to."""
    return " " not in witness and country_of(witness) is not None and not witness.endswith("s")
