"""What stands around a word in the tree: its subjects, objects, prepositional phrases and modifiers, seen through
passives, participles and relative clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

OF_DOERS = frozenset({
    "accuse", "suspect", "blame", "charge", "convict", "acquit", "clear", "implicate", "involve", "participate",
    "mastermind",
})  # fmt: skip
"""Verbs that say of whom they take as object (or, without one, as subject) that they did it."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MEASURES = frozenset({
    "part", "half", "most", "majority", "number", "series", "spate", "wave", "round", "day", "week", "month", "hour",
    "year", "kg", "kilogram", "kilo", "pound", "gram", "ton", "tonne", "litre", "liter", "gallon", "stick", "piece",
    "lot", "dozen", "hundred", "thousand", "score", "group", "state", "all", "some", "many", "several", "portion",
    "total", "kind", "sort",
})  # fmt: skip
_MODIFIERS = frozenset({"compound", "amod", "nmod:poss", "nmod", "nmod:desc", "nummod"})


def heads(token: Token) -> Iterator[Token]:
    """The token, what is coordinated with it, and what it is said to include."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" or (child.dep_ == "nmod" and child.left_edge.lower_ == "including"):
            yield from heads(child)


def case_of(token: Token) -> str:
    """The preposition of a noun ("on behalf of" → "on"), or an empty string."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def core(token: Token) -> Token:
    """What a phrase is about where its head only measures it: "ten days of war games", "part of an aid programme"."""
    if token.lemma_.lower() in _MEASURES:
        return next((core(c) for c in token.children if c.dep_ == "nmod" and c.left_edge.lower_ == "of"), token)
    return token


def subjects(token: Token) -> list[Token]:
    """Who does it: the subject, a passive's "by" phrase, the noun that a participle or relative clause goes with."""
    passive = is_passive(token)
    found = [resolved(child) for child in token.children if child.dep_ == ("obl:agent" if passive else "nsubj")]
    if found or passive:
        return found
    if token.dep_ == "acl" and token.head.lower_ in {"responsibility", "credit"}:
        return subjects(token.head.head)
    if token.dep_ in {"acl", "acl:relcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"} and token.tag_ != "VBN":
        return [token.head] if not _has_object_gap(token) else []
    if token.dep_ in {"advcl", "xcomp"} and token.head.lemma_.lower() in OF_DOERS:
        return objects(token.head)  # "accused the men of planting it"
    if token.dep_ == "xcomp" and token.head.pos_ == "VERB":
        return objects(token.head) or subjects(token.head)  # "ordered troops to leave", "tried to leave"
    if token.dep_ in {"conj", "advcl"} and token.head.pos_ in {"VERB", "AUX"}:
        return subjects(token.head)
    return []


def objects(token: Token) -> list[Token]:
    """Whom it happens to: the object, a passive's subject, the noun that a passive participle goes with."""
    found = [resolved(child) for child in token.children if child.dep_ in {"obj", "nsubj:pass"}]
    modifies = token.dep_ in {"acl", "acl:relcl"} and token.head.pos_ in {"NOUN", "PROPN"}
    if not found and modifies and (is_passive(token) or _has_object_gap(token)):
        return [token.head]
    if not found and token.dep_ == "conj" and token.tag_ == "VBN" and token.head.tag_ == "VBN":
        return [child for child in objects(token.head) if child.dep_ == "nsubj:pass"]
    return found


def obliques(token: Token) -> list[Token]:
    """Prepositional phrases of a verb or a noun, by their heads."""
    return [child for child in token.children if child.dep_.partition(":")[0] in {"obl", "nmod", "advmod", "xcomp"}]


def modifiers(token: Token) -> list[Token]:
    """Words that modify a noun from the left."""
    return [child for child in token.lefts if child.dep_ in _MODIFIERS]


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, in full ("was shot") or as a bare participle ("a man shot by police")."""
    if any(child.dep_ in {"nsubj:pass", "aux:pass", "obl:agent"} for child in token.children):
        return True
    has_object = any(child.dep_ == "obj" for child in token.children)
    return token.tag_ == "VBN" and token.dep_ == "acl" and not has_object


def resolved(token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.lower_ in _RELATIVE and token.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"}:
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return clause.head.head if clause.head.dep_ == "appos" else clause.head
    return token


def _has_object_gap(token: Token) -> bool:
    """Whether a relative clause has its own subject and no object: what it modifies is the object."""
    if token.dep_ != "acl:relcl":
        return False
    own = [c for c in token.children if c.dep_.startswith("nsubj") and c.lower_ not in _RELATIVE]
    return bool(own) and not any(c.dep_ in {"obj", "ccomp", "xcomp"} for c in token.children)
