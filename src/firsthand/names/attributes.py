"""What a story says of its people and bodies beside their names: "rogue general", "a former miner", "the charity"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.names.data import legal_forms, word_set
from firsthand.names.folding import plain, words
from firsthand.names.found import Found
from firsthand.names.known import is_human
from firsthand.names.spans import Named

_MODIFIERS = frozenset(("amod", "compound", "nmod:poss"))
_DOCTORS = frozenset(("dr", "dr."))


class Attribute(NamedTuple):
    """A noun said of an entity, the words that qualify it, and the mention beside which it is said."""

    found: Found
    noun: str
    modifiers: frozenset[str]
    mention: Named


def attributes(
    founds: Iterable[Found],
    docs: Mapping[str, Doc],
    roles: Mapping[tuple[str, int], str],
    leaders: Iterable[tuple[Found, Named]] = (),
) -> dict[str, list[Attribute]]:
    """Nouns (plain, singular) → those of whom they are said.

    ``roles`` are those told at mentions of people, ``leaders`` who leads some body, and the mention that says so.
    """
    told: dict[str, list[Attribute]] = defaultdict(list)
    for leader, mention in leaders:
        for noun in ("leader", "commander"):
            told[noun].append(Attribute(leader, noun, frozenset(), mention))
    for found in founds:
        if found.kind == "person":
            rows_of = _of_person(found, docs, roles)
        elif found.kind == "organisation":
            rows_of = _of_body(found, docs)
        else:
            continue
        seen = set()
        for noun, modifiers, mention in rows_of:
            fits = is_human(noun) if found.kind == "person" else noun in word_set("org_nouns") | word_set("org_heads")
            if fits and noun not in word_set("anybody") and (noun, modifiers) not in seen:
                seen.add((noun, modifiers))
                told[noun].append(Attribute(found, noun, modifiers, mention))
    return told


Said = Iterator[tuple[str, frozenset[str], Named]]


def _of_person(found: Found, docs: Mapping[str, Doc], roles: Mapping[tuple[str, int], str]) -> Said:
    offices = word_set("roles") | word_set("titles")
    for mention in found.mentions:
        role = plain(roles.get((mention.document, mention.start), "")).split()
        for k, word in enumerate(role):
            if word in offices and (k + 1 == len(role) or role[k + 1] in ("of", "for", "at", "in", "to")):
                yield word, frozenset(role[:k]), mention
        for word in plain(mention.title or "").split():
            if word in offices or word in _DOCTORS:
                yield "doctor" if word in _DOCTORS else word, frozenset(), mention
        yield from _beside(docs[mention.document], mention)


def _of_body(found: Found, docs: Mapping[str, Doc]) -> Said:
    for mention in found.mentions:
        form = words(mention.text)
        if len(form) > 1 and form[-1] in word_set("org_heads") | word_set("armed_heads"):
            yield form[-1], frozenset(form[:-1]), mention
        if len(form) > 1 and form[0] in word_set("org_heads"):
            yield form[0], frozenset(form[1:]), mention
        if form and (form[-1] in word_set("firms") or form[-1] in legal_forms()):
            yield "company", frozenset(), mention
            yield "firm", frozenset(), mention
        yield from _beside(docs[mention.document], mention)


def _beside(doc: Doc, mention: Named) -> Said:
    """Nouns in apposition to a name and right before it."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return
    before = doc[span.start - 1] if span.start else None
    if before is not None and _is_noun(before):
        yield plain(before.text), _qualifiers(doc, before.i), mention
    elif before is not None and plain(before.text) in _DOCTORS | word_set("roles"):
        yield "doctor" if plain(before.text) in _DOCTORS else plain(before.text), frozenset(), mention
    elif before is not None and before.text == "." and plain(doc[before.i - 1].text) in _DOCTORS:
        yield "doctor", frozenset(), mention
    comma = doc[span.end] if span.end + 2 < len(doc) else None
    if comma is not None and comma.text == "," and doc[span.end + 1].lower_ in ("a", "an", "the"):
        noun = next((k for k in range(span.end + 2, min(len(doc), span.end + 8)) if _ends_phrase(doc, k)), None)
        if noun is not None and _is_noun(doc[noun]):
            yield plain(doc[noun].text), _qualifiers(doc, noun, span.end + 2), mention


def _is_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.text.islower() and token.is_alpha and not token.text.endswith("s")


def _ends_phrase(doc: Doc, k: int) -> bool:
    """Whether the head of a noun phrase stands at a token: a noun with no noun after it."""
    return doc[k].pos_ == "NOUN" and (k + 1 == len(doc) or doc[k + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "PART"))


def _qualifiers(doc: Doc, noun: int, least: int = 0) -> frozenset[str]:
    found = []
    k = noun - 1
    while k >= max(least, noun - 4) and doc[k].pos_ in ("ADJ", "NOUN", "VERB") and doc[k].is_alpha:
        found.append(doc[k].lower_)
        k -= 1
    return frozenset(found)
