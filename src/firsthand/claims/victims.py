"""Victims that are told of one by one: "a man was killed" counts one person though no number stands there."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from firsthand.model import Quantity, Role

_HARM = frozenset({"killing", "injury"})
_ONE = re.compile(r"(?:an?|one)\s+(?:[\w’'-]+\s+){0,4}?([A-Za-z]+)\b", re.I)
_SUFFERS_AS_AGENT = frozenset({"die", "perish", "succumb", "drown"})


@cache
def _people() -> frozenset[str]:
    lines = files("firsthand.claims").joinpath("data/quantity_people.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_person(noun: str) -> bool:
    return noun in _people() or noun.endswith(("man", "woman", "person"))


def victim(kind: str, predicate: str, roles: Sequence[Role], counted: Sequence[Quantity], text: str) -> Quantity | None:
    """The quantity 1..1 of a single victim of a killing or injury, or ``None``; ``text`` is the document's.

    The victim is the patient, or the subject of "die"; a clause that has a number of people of its own tells none.
    """
    if kind not in _HARM or any(quantity.unit == "person" for quantity in counted):
        return None
    wanted = "agent" if predicate in _SUFFERS_AS_AGENT else "patient"
    for role in roles:
        found = _ONE.match(text, role.start, role.end) if role.role == wanted else None
        if found and _is_person(found.group(1).lower()):
            start, end = found.span()
            return Quantity(start, end, 1.0, 1.0, "person", wanted, found.group(1).lower())
    return None
