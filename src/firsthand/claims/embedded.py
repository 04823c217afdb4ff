"""Events that have no clause of their own: told by a noun ("the murder of two nuns") or by an open complement ("was
ordered to shell the port")."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from firsthand.claims.arguments import arguments
from firsthand.claims.kinds import OTHER, Sense, sense_of
from firsthand.claims.kinds.around import OF_DOERS, case_of, heads, objects, subjects
from firsthand.claims.kinds.classes import belongs
from firsthand.claims.kinds.senses import noun_sense
from firsthand.claims.roles import in_order, roles_from, roles_of
from firsthand.model import Role

# kinds that a noun names as a thing or a matter rather than as an event that somebody took part in
_NO_EVENTS = frozenset({"statement", "command", "control", "payment", "sighting", "responsibility", "trade", "supply"})
_TO_DOERS = frozenset({"attribute", "blame", "impute", "pin", "link", "ascribe"})
_MASTERMIND = frozenset({
    "order", "mastermind", "plot", "orchestrate", "sponsor", "instigate", "direct", "admit", "confess",
})  # fmt: skip
_HAVING_DONE = frozenset({
    "responsibility", "responsible", "behind", "part", "guilty", "authors", "perpetrators", "suspects", "involved",
    "implicated", "complicit", "masterminds", "culprits",
})  # fmt: skip
_SHARES = frozenset({"part", "responsibility", "credit", "role", "blame"})
_SUFFERING = frozenset({"target", "targets", "victim", "victims", "object", "scene"})
_WORTH = frozenset({"agent", "patient", "instrument"})


@dataclass(frozen=True)
class Event:
    """An event's word with its sense and its roles, and the clause's words that tell it."""

    head: Token
    sense: Sense
    sentence: Span
    roles: tuple[Role, ...]
    start: int
    end: int


def embedded(sentence: Span, told: frozenset[Token]) -> Iterator[Event]:
    """The events of a sentence that are told by nouns and open complements, but for words in ``told``.

    One of which nobody and nothing is said to take part is left out.
    """
    for token in sentence:
        if token in told:
            continue
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound" and not belongs(token, "person"):
            sense = noun_sense(token)
            if sense and sense.kind not in _NO_EVENTS:
                yield from _event(token, sense, sentence, roles_from([*arguments(token, sense), *_said(token)], sense))
        elif token.pos_ == "VERB" and token.dep_ == "xcomp":
            sense, shown = sense_of(token)
            if sense.kind not in {OTHER, "statement"} and shown not in told:
                yield from _event(token, sense, sentence, [*_controlled(token, sense), *roles_of(token, sense, shown)])


def _event(token: Token, sense: Sense, sentence: Span, roles: list[Role]) -> Iterator[Event]:
    if any(role.role in _WORTH for role in roles):
        inside = [role for role in roles if token.left_edge.idx <= role.start <= token.right_edge.idx]
        start = min([token.idx, *(role.start for role in inside)])
        end = max([token.idx + len(token), *(role.end for role in inside)])
        yield Event(token, sense, sentence, tuple(in_order(set(roles))), start, end)


def _controlled(token: Token, sense: Sense) -> list[Role]:
    """Who does what an open complement says: the object of the verb above ("ordered troops to leave"), else its
    subject."""
    return roles_from([("agent", one) for doer in subjects(token) for one in heads(doer)], sense)


def _said(noun: Token) -> list[tuple[str, Token]]:
    """Who is said to have done or suffered it by the words around: "claimed responsibility for", "accused X of"."""
    verb = noun.head
    lemma, case = verb.lemma_.lower(), case_of(noun)
    found: list[Token] = []
    part = "agent"
    if noun.dep_ in {"nmod", "obl"} and verb.lower_ in _HAVING_DONE:
        found = _holders(verb)
    elif noun.dep_ in {"nmod", "obl"} and verb.lower_ in _SUFFERING:
        found, part = subjects(verb) or [verb], "patient"
    elif noun.dep_ == "obl" and case in {"in", "for"} and any(c.lower_ in _SHARES for c in objects(verb)):
        found = subjects(verb)  # "took part in the attack", "claimed responsibility for it"
    elif noun.dep_ == "obl" and lemma in OF_DOERS:
        found = objects(verb) or subjects(verb)
    elif noun.dep_ == "nmod" and case in {"for", "in", "of", "with"}:
        found = _accused(verb)
    elif noun.dep_ in {"obj", "nsubj:pass"} and lemma in _MASTERMIND:
        found = subjects(verb)
    elif noun.dep_ in {"obj", "nsubj:pass"} and lemma in _TO_DOERS:
        found = [c for c in verb.children if c.dep_ == "obl" and any(g.lower_ in {"to", "on"} for g in c.children)]
    return [(part, one) for doer in found for one in heads(doer)]


def _accused(noun: Token) -> list[Token]:
    """Whom a verb accuses of what the parser has hung on them ("blamed the army for the raid")."""
    while noun.dep_ in {"conj", "nmod"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return [noun] if noun.dep_ == "obj" and noun.head.lemma_.lower() in OF_DOERS else []


def _holders(word: Token) -> list[Token]:
    """Whose part or responsibility it is: "the men responsible for", "took part in", "the perpetrators of"."""
    if word.pos_ == "NOUN" and word.lower_ not in {"responsibility", "part"}:
        return [word]
    if word.pos_ == "ADJ" and word.dep_ == "amod":
        return [word.head]
    return subjects(word if word.pos_ == "ADJ" else word.head)
