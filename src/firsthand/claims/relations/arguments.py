"""What may stand in a relation: mentions, names, quantities, things, and every other noun of a text."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.claims.quantities import find_quantities
from firsthand.claims.relations.words import words

_INNER = frozenset({"compound", "flat", "fixed", "expl", "det", "goeswith"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})


class Argument(NamedTuple):
    """A span of tokens with its head and kind: PERSON, ORG, PLACE, GROUP, QUANTITY, THING or, unrecognised, NOUN.

    ``known`` is false for nouns that nothing took for a mention.
    """

    start: int
    end: int
    head: int
    kind: str
    known: bool


def arguments(doc: Doc) -> list[Argument]:
    """The arguments that the relations of a text may have, one for each head, in reading order."""
    found: dict[int, Argument] = {}
    taken: set[int] = set()

    def add(start: int, end: int, head: int, kind: str) -> None:
        found.setdefault(head, Argument(start, end, head, kind, known=True))
        taken.update(range(start, end))

    for span in doc.spans.get("mentions", ()):
        add(span.start, span.end, span.root.i, span.label_)
    for entity in doc.ents:
        if taken.isdisjoint(range(entity.start, entity.end)):
            add(entity.start, entity.end, entity.root.i, entity.label_)
    for token in doc:
        if token.i not in taken and _is_thing(token):
            add(_first(token, taken), token.i + 1, token.i, "THING")
    for start, end in _numbers(doc):
        if taken.isdisjoint(range(start, end)):
            add(start, end, end - 1, "QUANTITY")
    for entity in doc.ents:
        found.setdefault(entity.root.i, Argument(entity.start, entity.end, entity.root.i, entity.label_, known=False))
    for token in doc:
        if token.i not in found and _may_stand(token):
            found[token.i] = Argument(_first(token, set()), token.i + 1, token.i, "NOUN", known=False)
    return sorted(found.values())


def _is_thing(token: Token) -> bool:
    return (
        token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ != "compound"
        and not words("things").isdisjoint((token.lemma_.lower(), token.lower_))
    )


def _first(token: Token, taken: set[int]) -> int:
    """The first token of the noun phrase in front of a noun, numbers aside."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.right_edge.i != start - 1 or child.dep_ not in _BEFORE or child.left_edge.i in taken:
            break
        if child.dep_ == "nummod":
            break
        start = child.left_edge.i
    return start


def _numbers(doc: Doc) -> list[tuple[int, int]]:
    out = []
    for quantity in find_quantities(doc):
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        numbers = [token.i for token in span if token.pos_ == "NUM" or token.like_num] if span is not None else []
        if numbers:
            out.append((min(numbers), max(numbers) + 1))
    return out


def _may_stand(token: Token) -> bool:
    if token.dep_ in _INNER or token.tag_ == "EX" or token.is_space:
        return False
    if token.pos_ in {"NOUN", "PROPN", "PRON"}:
        return True
    if token.pos_ == "ADV":
        return token.lower_ in {"here", "there"}
    return token.pos_ == "NUM" and token.dep_ in {"nsubj", "obj", "obl", "nmod"}
