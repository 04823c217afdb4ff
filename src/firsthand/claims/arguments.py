"""Who takes part in an event that a noun tells: "the guerrillas' attack on the convoy", "the murder of two nuns by
gunmen"."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.claims.kinds.around import case_of, heads
from firsthand.claims.kinds.classes import belongs
from firsthand.claims.kinds.ontology import Sense

# events that happen to whom "of" or a genitive names, unless another phrase does ("the hostages' release", "her death")
_SUFFERED = frozenset({
    "abduction", "abuse", "arrest", "capture", "charge", "destruction", "discovery", "dismissal",
    "displacement", "expulsion",
    "injury", "killing", "recruitment", "release", "rescue", "seizure", "sighting", "transport",
})  # fmt: skip
# events that "of" names the aim of, though a genitive names who does it ("the army's deployment of tanks")
_DONE_TO = _SUFFERED | {
    "attack", "construction", "investigation", "closure", "launch", "supply", "trade", "election", "sanction",
    "accusation", "crackdown", "deployment", "rejection", "abuse",
}  # fmt: skip
AGAINST = frozenset({"on", "against", "at", "upon", "toward", "towards"})
"""Prepositions of whom an event is against."""
_BY = frozenset({"by", "from"})
_IN = frozenset({"in", "near", "inside", "outside", "across"})
_GENITIVE = "genitive"
_ACTING = ("forces", "group", "person")
_STRUCK = ("structure", "vehicle")


def arguments(noun: Token, sense: Sense) -> list[tuple[str, Token]]:
    """The roles that phrases and modifiers of an event noun play, as (role, head of the phrase)."""
    found = [(role, one) for child in noun.children for role in _role(child, sense) for one in heads(child)]
    suffers = sense.kind in _SUFFERED and all(role != "patient" for role, _ in found)
    return [(("patient" if suffers else "agent") if role == _GENITIVE else role, token) for role, token in found]


def _role(child: Token, sense: Sense) -> Iterator[str]:
    if child.dep_ == "nmod:poss":
        yield _GENITIVE
    elif child.dep_ in {"nmod", "obl", "nmod:desc"}:
        yield from _of_phrase(child, sense)
    elif child.dep_ in {"compound", "amod"}:
        yield from _of_modifier(child, sense)


def _of_phrase(child: Token, sense: Sense) -> Iterator[str]:
    case = case_of(child)
    if case == "of":
        yield "patient" if sense.kind in _DONE_TO else _GENITIVE
    elif case in _BY:
        yield "agent" if case == "by" or _acts(child) else "origin"
    elif case in AGAINST:
        yield "patient"
    elif case in _IN:
        yield "place"
    elif case in {"with", "between"} and _acts(child):
        yield "agent"
    elif case == "with" and belongs(child, "weapon"):
        yield "instrument"
    elif case == "to":
        yield "destination"
    elif case == "for":
        yield "recipient"


def _of_modifier(child: Token, sense: Sense) -> Iterator[str]:
    if belongs(child, "weapon"):
        yield "instrument"
    elif any(belongs(child, name) for name in _STRUCK) and not child.ent_type_:
        yield "patient"
    elif _acts(child):
        yield _GENITIVE


def _acts(token: Token) -> bool:
    return any(belongs(token, name) for name in _ACTING)
