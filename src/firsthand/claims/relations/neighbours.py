"""Relations read off the order of words, where a name stands right before and right after the verb.

Parsers take "Turkey backs the Front" for a noun phrase now and then; the order of names and verb is safer.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.claims.relations.found import Found
from firsthand.claims.relations.words import table, words

_AUXILIARY = frozenset({"be", "have", "also", "now", "still", "openly", "already", "do"})
_VERBAL = frozenset({"VERB", "NOUN", "AUX", "PROPN", "ADJ"})


def of_neighbours(doc: Doc) -> Iterator[Found]:
    """Relations between a name, the verb next to it, and the name behind the verb."""
    verbs = table("verbs")
    starts = {entity.start: entity for entity in doc.ents}
    for entity in doc.ents:
        at = entity.end
        while at < len(doc) and doc[at].lemma_.lower() in _AUXILIARY:
            at += 1
        if at + 1 >= len(doc) or doc[at].sent.start != entity.root.sent.start or doc[at].ent_type_:
            continue
        relation = verbs.get(_stem(doc[at]))
        if relation is None or doc[at].pos_ not in _VERBAL or doc[at].tag_ in {"VBN", "VBG"} or not _is_finite(doc[at]):
            continue
        target = _right(doc, at + 1)
        if (
            target in starts
            and doc[min(starts[target].end, len(doc) - 1)].tag_ != "POS"
            and starts[target].root.sent.start == entity.root.sent.start
        ):
            yield Found(entity.root, relation, starts[target].root, doc[at], "neighbours")


def _is_finite(token: Token) -> bool:
    return token.lower_.endswith(("s", "ed")) or token.tag_ in {"VBD", "VBZ", "VBP"}


def _stem(token: Token) -> str:
    lemma: str = token.lemma_.lower()
    return lemma if token.pos_ == "VERB" else lemma.removesuffix("s")


def _right(doc: Doc, at: int) -> int:
    """The first token of what follows, articles and "positions of" aside."""
    for _ in range(2):
        while at < len(doc) and doc[at].pos_ == "DET":
            at += 1
        if (
            at + 1 < len(doc)
            and doc[at].lemma_.lower() in words("parts") | words("places")
            and doc[at + 1].lower_ == "of"
        ):
            at += 2
    return at
