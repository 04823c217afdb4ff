"""Roles: who or what takes part in an event, from grammatical relations, prepositions and the event's sense."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from firsthand.claims.arguments import AGAINST, arguments
from firsthand.claims.kinds import Sense, ontology
from firsthand.claims.kinds.around import OF_DOERS, heads, objects, resolved, subjects
from firsthand.claims.kinds.classes import belongs
from firsthand.claims.kinds.ontology import HOSTILE
from firsthand.model import Role

_BY_RELATION = {
    "nsubj": "agent",
    "csubj": "agent",
    "nsubj:pass": "patient",
    "obj": "patient",
    "iobj": "recipient",
    "obl:agent": "agent",
    "obl:tmod": "time",
    "obl:unmarked": "time",
}
_BY_PREPOSITION = {
    "by": "agent",
    "to": "destination",
    "into": "destination",
    "onto": "destination",
    "towards": "destination",
    "toward": "destination",
    "from": "origin",
    "off": "origin",
    "in": "place",
    "at": "place",
    "on": "place",
    "near": "place",
    "inside": "place",
    "outside": "place",
    "between": "place",
    "under": "place",
    "over": "place",
    "around": "place",
    "through": "place",
    "across": "place",
    "with": "instrument",
    "for": "recipient",
    "against": "recipient",
    "because": "cause",
    "due": "cause",
    "after": "time",
    "before": "time",
    "during": "time",
    "since": "time",
    "until": "time",
    "about": "topic",
    "as": "topic",
}
_HEAVY = {"acl:relcl", "acl", "advcl", "parataxis", "conj", "appos", "punct"}
_RELATIONS = {"agent": "subject", "patient": "object"}
_SIDES = frozenset(
    {"front", "back", "side", "rear", "middle", "entrance", "vicinity", "corner", "top", "door", "gate", "next", "life"}
)
_PARTICLES = frozenset({"over", "up", "out", "off", "down", "back", "away"})
_WHEN = frozenset({"in", "on", "at", "by", "from", "over", "around", "through"})
_AIMED = HOSTILE | {"INVESTIGATE"}
_NO_ROLES = Sense("")


def roles_of(head: Token, sense: Sense = _NO_ROLES, at: Token | None = None) -> list[Role]:
    """The roles around a predicate, in reading order; offsets cover the phrase without its relative clauses.

    ``sense`` says where subject and object play another part than usual, ``at`` is the noun that tells the event
    where the predicate is a light verb: its phrases count, too.
    """
    found = [(role, token) for child in _participants(head) for role, token in _roles(child)]
    found += _modified(head)
    if at is not None and at != head and at.pos_ in {"NOUN", "PROPN"}:
        found = [(_struck(role, token, sense), token) for role, token in found if token != at]
        found += arguments(at, sense)
    return roles_from(found, sense)


def roles_from(found: Iterable[tuple[str, Token]], sense: Sense) -> list[Role]:
    """Roles of the phrases around tokens, in reading order, as the sense has them."""
    turned = {(part, *phrase(token)) for role, token in found for part in _as(sense, role, token)}
    return in_order(Role(*row) for row in turned)


def in_order(roles: Iterable[Role]) -> list[Role]:
    """Roles in reading order."""
    return sorted(roles, key=lambda role: (role.start, role.end, role.role))


def _struck(role: str, token: Token, sense: Sense) -> str:
    """Whom a light verb's event is against, also where the phrase hangs on the verb ("staged an attack against the
    port")."""
    return "patient" if role != "time" and sense.plover in _AIMED and _is_against(token) else role


def _is_against(token: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ in AGAINST for child in token.children)


def _participants(head: Token) -> list[Token]:
    """The head's dependents, those of its xcomp, a conjunct's borrowed subject."""
    found = list(head.children)
    for child in head.children:
        if child.dep_ == "xcomp":
            found += [c for c in child.children if c.dep_ in {"obj", "obl", "iobj"}]
        elif child.dep_ == "advcl" and child.lower_ == "using":
            found += [c for c in child.children if c.dep_ == "obj"]
    if head.dep_ == "conj" and not _has_subject(head):
        found += [c for c in head.head.children if c.dep_.startswith("nsubj")]
    return found


def _has_subject(head: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "csubj")) for child in head.children)


def _modified(head: Token) -> Iterator[tuple[str, Token]]:
    """The noun that a participle goes with, whatever it does in its own clause: "shot a man carrying a flag", "claimed
    responsibility for bombing a bank"."""
    if head.dep_ == "advcl" and head.head.lemma_.lower() in OF_DOERS and not _has_subject(head):
        yield from (("agent", one) for doer in subjects(head) for one in heads(doer))  # "was accused of taking bribes"
    if head.dep_ not in {"acl", "acl:relcl"} or head.head.pos_ not in {"NOUN", "PROPN"}:
        return
    if _has_subject(head):
        return
    noun = head.head
    if noun in objects(head):
        yield from (("patient", one) for one in heads(noun))
        return
    marked = any(child.dep_ == "mark" for child in head.children)
    for doer in subjects(head):
        if doer != noun or not marked or belongs(noun, "person") or belongs(noun, "group"):
            yield from (("agent", one) for one in heads(doer))


def _roles(token: Token) -> Iterator[tuple[str, Token]]:
    role = _role(token)
    if role is not None:
        for one in heads(resolved(token)):
            yield role, (_beside(one) if role in {"place", "patient"} else one)
            for name in one.children:  # "three reporters: Ann Bo, Carl Dahl and Eve Frei"
                if name.dep_ == "appos" and name.pos_ == "PROPN" and name.left_edge.i > one.i + 1:
                    yield from ((role, other) for other in heads(name))


def _beside(token: Token) -> Token:
    """The thing itself for "the front of the bank", the person for "the life of the judge"."""
    if token.lemma_.lower() in _SIDES:
        of = (c for c in token.children if c.dep_ == "nmod" and any(g.lower_ in {"of", "to"} for g in c.children))
        return next(of, token)
    return token


def _role(token: Token) -> str | None:
    if token.dep_ == "obj" and token.head.lower_ == "using" and token.head.dep_ == "advcl":
        return "instrument"
    if token.dep_ == "nsubj" and _suffers(token.head):
        return "patient"
    if token.dep_ in _BY_RELATION:
        return _BY_RELATION[token.dep_]
    if token.dep_ in {"obl", "nmod", "obl:npmod"}:
        case = next((c for c in token.children if c.dep_ == "case"), None)
        if case is None:
            return "time" if token.ent_type_ == "" else "place"
        if _is_object(token, case):
            return "patient"
        if case.lower_ in _WHEN and (belongs(token, "time") or token.pos_ == "NUM"):
            return "time"
        return _BY_PREPOSITION.get(case.lower_)
    return "agent" if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "appos", "conj"} else None


def _is_object(token: Token, case: Token) -> bool:
    """Whether the parser took a particle, or "up to" before a number, for a preposition ("handed over five men")."""
    if any(child.dep_ == "obj" for child in token.head.children):
        return False
    if case.lower_ == "to" and case.i > 0 and case.nbor(-1).lower_ == "up":
        return any(child.dep_ == "nummod" for child in token.children)
    several = sum(child.dep_ == "case" for child in token.children) > 1  # "out of", "down like"
    if case.lower_ not in _PARTICLES or case.i != token.head.i + 1 or several:
        return False
    patterns = ontology().patterns("verbs", token.head.lemma_.lower())
    return any(pattern.particle == case.lower_ for pattern in patterns)


def _suffers(head: Token) -> bool:
    """Whether a predicate is passive though its subject is not marked so: "was killed", "is badly wounded"."""
    if head.pos_ == "ADJ":
        return head.lemma_.lower() != head.lower_ and any(child.dep_ == "cop" for child in head.children)
    return any(child.dep_ == "aux:pass" for child in head.children)


def _as(sense: Sense, role: str, token: Token) -> tuple[str, ...]:
    """The part that a sense gives a role; what is struck where it stands ("exploded near a bank") stays the place,
    too."""
    relation = _RELATIONS.get(role, role)
    for where, group, part in sense.roles:
        aimed = where == "against" and role != "time" and _is_against(token)
        if (where == relation or aimed) and (not group or belongs(token, group)):
            return (part, role) if where == "place" else (part,)
    return (role,)


def phrase(token: Token) -> tuple[int, int]:
    """Offsets of the noun phrase around a token, without preposition and heavy modifiers."""
    kept, stack = [token], [token]
    while stack:
        for child in stack.pop().children:
            named = child.dep_ == "appos" and child.left_edge.i == token.i + 1  # "opposition leader Ann Bo"
            if (
                (child.dep_ in _HEAVY and not named)
                or child.is_space
                or (child.dep_ in {"case", "mark", "cc"} and child.head == token)
            ):
                continue
            kept.append(child)
            stack.append(child)
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return first.idx, last.idx + len(last)
