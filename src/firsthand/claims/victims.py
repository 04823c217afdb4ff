"""Victims that are told of one by one: "a man was killed" counts one person though no number stands there."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from firsthand.model import Quantity, Role

_HARM = frozenset({"killing", "injury"})
_ONE = re.compile(r"(?:an?|one)((?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){1,5})", re.I)
_PHRASE_ENDS = frozenset({"of", "in", "from", "with", "who", "at", "on", "and", "by", "for"})


@cache
def _people() -> frozenset[str]:
    lines = files("firsthand.claims").joinpath("data/quantity_people.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_person(noun: str) -> bool:
    return noun in _people() or noun.endswith(("man", "woman", "person"))


def victim(kind: str, roles: Sequence[Role], counted: Sequence[Quantity], text: str) -> Quantity | None:
    """The quantity 1..1 of a single victim of a killing or injury, or ``None``; ``text`` is the document's.

    The victim is the patient; a clause that has a number of people of its own tells none.
    """
    if kind not in _HARM or any(quantity.unit == "person" for quantity in counted):
        return None
    for role in roles:
        found = _ONE.match(text, role.start, role.end) if role.role == "patient" else None
        noun = _person_in(found.group(1)) if found else None
        if found and noun:
            end = found.start(1) + found.group(1).index(noun) + len(noun)
            return Quantity(role.start, end, 1.0, 1.0, "person", "patient", noun.lower())
    return None


def _person_in(words: str) -> str | None:
    """The last word that names a person before the noun phrase ends ("young Oldport fisherman" of the docks)."""
    found = None
    for word in words.split():
        if word.lower() in _PHRASE_ENDS:
            break
        if _is_person(word.lower()):
            found = word
    return found
