"""Roles: who or what takes part in a clause, from its grammatical relations and prepositions."""

from spacy.tokens import Token

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


def roles_of(head: Token) -> list[Role]:
    """The roles around a predicate, in reading order; offsets cover the phrase without its relative clauses."""
    found = []
    for child in _participants(head):
        role = _role(child)
        if role is not None:
            start, end = phrase(child)
            found.append(Role(role, start, end))
    return sorted(found, key=lambda role: (role.start, role.end))


def _participants(head: Token) -> list[Token]:
    """The head's dependents, those of its xcomp, a conjunct's borrowed subject, the noun that a participle modifies."""
    found = list(head.children)
    for child in head.children:
        if child.dep_ == "xcomp":
            found += [c for c in child.children if c.dep_ in {"obj", "obl", "iobj"}]
    has_subject = any(c.dep_.startswith(("nsubj", "csubj")) for c in head.children)
    if not has_subject and head.dep_ == "conj":
        found += [c for c in head.head.children if c.dep_.startswith("nsubj")]
    if not has_subject and head.dep_ in {"acl", "acl:relcl"} and head.head.pos_ in {"NOUN", "PROPN"}:
        found.append(head.head)
    return found


def _role(token: Token) -> str | None:
    if token.dep_ in _BY_RELATION:
        return _BY_RELATION[token.dep_]
    if token.dep_ in {"obl", "nmod", "obl:npmod"}:
        case = next((c for c in token.children if c.dep_ == "case"), None)
        if case is None:
            return "time" if token.ent_type_ == "" else "place"
        return _BY_PREPOSITION.get(case.lower_)
    return "agent" if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "appos", "conj"} else None


def phrase(token: Token) -> tuple[int, int]:
    """Offsets of the noun phrase around a token, without preposition and heavy modifiers."""
    kept, stack = [token], [token]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in _HEAVY or child.is_space or (child.dep_ in {"case", "mark", "cc"} and child.head == token):
                continue
            kept.append(child)
            stack.append(child)
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return first.idx, last.idx + len(last)
