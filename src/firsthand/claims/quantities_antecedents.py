"""Numbers that leave out what they count because it was named just before: "70 people on Saturday and another 25"."""

import re
from collections.abc import Iterator, Set

from msgspec import structs

from firsthand.claims.quantities_units import PERSON
from firsthand.claims.quantities_words import Words
from firsthand.model import Quantity

_REACH = 240  # characters back to the quantity whose noun is meant
_SENTENCE = re.compile(r"[.!?]\s")


def with_antecedents(words: Words, quantities: list[Quantity], bare: Set[int], guessed: Set[int]) -> list[Quantity]:
    """The quantities, in reading order, each that names nothing with the unit of one before it that does.

    Those of ``bare`` (by where they start) are numbers that may count nothing: they go where none is near. Those of
    ``guessed`` are taken for people unless things were counted before.
    """
    found: list[Quantity] = []
    for quantity in quantities:
        pronoun = "of them" in (quantity.modifier or "")
        if quantity.dimension != "count" or not (quantity.unit is None or pronoun or quantity.start in guessed):
            found.append(quantity)
            continue
        likely = list(_likely(words.text, found, quantity, pronoun))
        if likely:
            meant = likely[0] if pronoun else next((q for q in likely if _is_subject(words, q)), likely[0])
            dimension = meant.dimension if pronoun else "count"
            found.append(structs.replace(quantity, unit=meant.unit, noun=meant.noun, dimension=dimension))
        elif quantity.start not in bare:
            found.append(quantity)
    return found


def _likely(text: str, before: list[Quantity], quantity: Quantity, pronoun: bool) -> Iterator[Quantity]:
    """The quantities of several things in this sentence or the one before, nearest first."""
    for other in reversed(before):
        gap = text[other.end : quantity.start]
        if len(gap) > _REACH or "\n" in gap or len(_SENTENCE.findall(gap)) > 1:
            return
        if other.unit is None or other.end > quantity.start or (other.high in (0, 1) and not other.modifier):
            continue
        counts = other.dimension == "count" and (other.unit == PERSON or other.noun is not None)
        if counts or (pronoun and other.dimension == "duration" and ". " not in gap):
            yield other


def _is_subject(words: Words, quantity: Quantity) -> bool:
    return words.parsed and words.doc[words.at(quantity.end - 1)].dep_.startswith("nsubj")
