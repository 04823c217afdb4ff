"""Who does something to whom: the actors of an act, also where the one it is aimed at is named only inside another
phrase ("rejected an Indian proposal", "threatened to break off relations with Baku")."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.claims.kinds.around import heads, objects
from firsthand.claims.kinds.classes import belongs

_ACTORS = frozenset({"PERSON", "ORG", "GROUP", "PLACE"})
_SKIPPED = frozenset({
    "nsubj", "nsubj:pass", "csubj", "obl:agent", "parataxis", "punct", "advmod", "aux", "obl:unmarked", "obl:tmod",
    "mark",
})  # fmt: skip
_WHERE = frozenset({
    "in", "near", "at", "inside", "during", "after", "before", "since", "by", "under", "amid", "because",
})  # fmt: skip
_AGAIN = frozenset({
    "it", "they", "he", "she", "its", "their", "his", "her", "we", "i", "who", "which", "that", "himself",
})  # fmt: skip
_NEAREST = {"obj": 0, "iobj": 0, "nsubj": 0, "obl": 1, "nmod:poss": 1, "nmod": 1, "amod": 1}
_DEEP = 6


def is_actor(token: Token) -> bool:
    """Whether a word names or describes somebody who can act: a person, a body, a people, a country."""
    if token.lower_ in _AGAIN or token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    return token.ent_type_ in _ACTORS or (
        token.pos_ == "NOUN" and (belongs(token, "group") or belongs(token, "person"))
    )


def targets(head: Token, shown: Token) -> list[Token]:
    """Whom the act of a predicate is aimed at, with those named beside them; ``shown`` is the word that tells the act.

    Looked for among the objects, then phrase by phrase outward from the act, in purposes last ("struck to demand …").
    """
    for thing in objects(head):
        direct = [one for one in heads(thing) if one != shown and (is_actor(one) or belongs(one, "place"))]
        if direct:
            return direct
    where: list[Token] = []
    for level in _outward(head):
        found = sorted((token for token in level if is_actor(token)), key=lambda t: _NEAREST.get(t.dep_, 2))
        near = next((token for token in found if not _is_place(token)), None)
        if near is not None:
            return list(heads(near))
        where += found
    return where[:1]


def _outward(head: Token) -> Iterator[list[Token]]:
    """What hangs on an act, a step further at a time, and then what hangs on its first purpose."""
    level, purposes = [head], list[Token]()
    for _ in range(_DEEP):
        children = [child for token in level for child in token.children]
        purposes += filter(_is_purpose, children)
        level = [child for child in children if _counts(child, head)]
        yield level
        if not level:
            level, purposes = purposes[:1], []


def _counts(child: Token, head: Token) -> bool:
    relation = child.dep_
    if relation.startswith("nsubj") and child.head != head:
        return True  # who is told to do something, whose doing is spoken of
    if relation == "conj" and child.head == head:
        return False
    return relation not in _SKIPPED and not relation.startswith("advcl") and relation != "acl:relcl"


def _is_purpose(child: Token) -> bool:
    return child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "to" for c in child.children)


def _is_place(token: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ in _WHERE for child in token.children)
