"""Victims that no number counts: "a man was killed" tells of one, "a man and his two sons were hurt" of three."""

import re
from collections.abc import Iterator, Sequence

from firsthand.claims.quantities_units import PERSON, is_human, is_plural
from firsthand.model import Quantity, Role

_HARM = frozenset({"killing", "injury"})
_ONE = re.compile(
    r"(?:an?|one|another|(?P<owned>his|her|their))(?:\s+\d+-(?:year|month|week|day)s?-old)?(?P<words>(?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){1,5})",
    re.I,
)
_OWNER = re.compile(r"(?:the|his|her|their|another)\s+", re.I)
_JOINT = re.compile(r"(?:\s(?:from|of)\s[A-Z][\w’'-]*(?:,?\s[A-Z][\w’'-]*)*)?(?:,?\s(?P<last>and|as\swell\sas)\s|,\s)")
_PHRASE_ENDS = frozenset({"of", "in", "from", "with", "who", "at", "on", "and", "by", "for", "as", "was", "were"})
_NO_VICTIMS = frozenset({"injury", "head", "body", "life", "soul"})
_TWO = {"couple": 2.0}


def victims(kind: str, roles: Sequence[Role], counted: Sequence[Quantity], text: str, end: int) -> Quantity | None:
    """The quantity of the victims of a killing or injury who are told of one by one, or ``None``.

    ``text`` is the document's, ``end`` where the clause ends. The victims are the patient. A
    number among them ("a man and two boys") is added; a clause that counts people otherwise tells none.
    """
    if kind not in _HARM:
        return None
    people = [quantity for quantity in counted if quantity.unit == PERSON and quantity.dimension == "count"]
    for role in roles:
        if role.role != "patient":
            continue
        told = list(_told(text, role.start, end, people))
        if not told:
            continue
        numbered = [quantity for _, _, quantity in told if quantity]
        if len(numbered) < len(people) or len(numbered) == len(told):
            return None  # another number may be of them all; numbers alone speak for themselves
        total = sum(quantity.low or 0.0 if quantity else _TWO.get(noun, 1.0) for _, noun, quantity in told)
        noun = told[0][1] if len(told) == 1 else "person"
        return Quantity(role.start, told[-1][0], total, total, PERSON, "patient", noun)
    return None


def _told(text: str, at: int, end: int, people: Sequence[Quantity]) -> Iterator[tuple[int, str, Quantity | None]]:
    """Those who are listed from a character on: where the words end, the noun, and the number if there is one.

    None where the list goes on with what cannot be counted.
    """
    found: list[tuple[int, str, Quantity | None]] = []
    last = True
    while True:
        owner = _OWNER.match(text, at)
        number = next((q for q in people if q.start in (at, owner.end() if owner else at)), None)
        if number is not None and number.low is not None and number.low == number.high:
            found.append((number.end, number.noun or "", number))
        else:
            one = _ONE.match(text, at, end)
            noun = _person_in(one["words"]) if one and (found or not one["owned"]) else None
            if one is None or noun is None:
                return
            found.append((one.start("words") + one["words"].index(noun) + len(noun), noun.lower(), None))
        at = found[-1][0]
        joint = _JOINT.match(text, at, end)
        if joint is None:
            break
        at, last = joint.end(), bool(joint["last"])
    if last or len(found) == 1:
        yield from found


def _person_in(words: str) -> str | None:
    """The last word that names a person before the noun phrase ends ("young Oldport fisherman" of the docks)."""
    found = None
    for word in words.split():
        if word.lower() in _PHRASE_ENDS:
            break
        if is_human(word) and not is_plural(word) and word.lower() not in _NO_VICTIMS:
            found = word
    return found
