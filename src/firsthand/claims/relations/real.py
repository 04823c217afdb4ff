"""Whether a text asserts a relation, or denies it, hopes for it, or tells of the past."""

from spacy.tokens import Token

from firsthand.claims.modality import is_negated, modality_of
from firsthand.claims.relations.found import Found
from firsthand.claims.relations.words import words

_PAST = frozenset({"former", "ex", "late", "ousted", "deposed", "onetime", "erstwhile", "future", "next", "would"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "obl", "acl", "nmod", "csubj", "advcl", "nsubj:pass"})
_NONE = frozenset({"no", "without", "neither", "nor"})


def is_asserted(found: Found) -> bool:
    """Whether nothing around the word takes back what it says."""
    word = found.word
    if found.rule in {"participle", "prefix", "possessive"}:
        return True  # presupposed, whatever is said of them
    if any(child.lower_ in _PAST | _NONE for child in word.children):
        return False
    return not (_is_unreal(word) or _is_governed(word))


def _is_unreal(word: Token) -> bool:
    return is_negated(word) or modality_of(word) is not None


def _is_governed(word: Token) -> bool:
    """Whether a verb or noun above ("denied", "hopes to") leaves the word open."""
    token = word
    for _ in range(6):
        relation, head = token.dep_, token.head
        if head.i == token.i:
            return False
        if relation == "conj":
            token = head
            continue
        if relation not in _COMPLEMENTS or (relation == "advcl" and token.pos_ != "VERB"):
            return False
        if relation != "acl" and head.lemma_.lower() in words("unreal"):
            return True
        if relation == "acl" and head.lemma_.lower() in words("unreal") and token.tag_ in {"VB", "VBG"}:
            return True
        if relation in {"xcomp", "obj", "obl"} and head.pos_ in {"VERB", "AUX"} and _is_unreal(head):
            return True
        token = head
    return False
