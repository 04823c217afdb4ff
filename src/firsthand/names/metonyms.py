"""Capitals and palaces that stand for a government: "Belgrade denied it", "the Kremlin".

A capital is a government where it does what only people do: it is the subject of a verb of speech or policy, or the
object of blame or thanks. Everywhere else it is the place.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.found import Found
from firsthand.names.places import country_code, country_named, country_of
from firsthand.names.seats import capital_of, is_capital, palaces
from firsthand.names.spans import Named


def governments(docs: Mapping[str, Doc], founds: list[Found], groups: Iterable[Found]) -> list[Found]:
    """New entities for governments named by their seat; "the Chadian government" among the groups is the same one.

    Places and organisations of ``founds`` lose the mentions that mean a government.
    """
    made: dict[str, Found] = {}
    for found in groups:
        for mention in found.mentions:
            first, _, rest = mention.text.partition(" ")
            if rest == "government" and (country := country_of(first.removesuffix("'s").removesuffix("’s"))):
                made.setdefault(country, found)
    known = set(map(id, made.values()))
    unions = {mention.text: found for found in founds if found.kind == "organisation" for mention in found.mentions}
    for found in founds:
        for mention, country, rule in _seats(found, docs):
            home = made.get(country) or (unions.get(country) if country_code(country) is None else None)
            if home is None:
                home = made.setdefault(country, Found("organisation", [], name=_called(country)))
            found.mentions.remove(mention)
            home.describe(mention, rule)
    for found in made.values():
        seats = {mention.text for mention in found.described}
        if id(found) not in known and len(seats) == 1 and plain(next(iter(seats))) in palaces():
            found.name = next(iter(seats))
    return [found for found in made.values() if id(found) not in known]


def _called(country: str) -> str:
    return f"government of {country}" if country_code(country) else country


def _seats(found: Found, docs: Mapping[str, Doc]) -> list[tuple[Named, str, str]]:
    """The mentions of an entity that mean a government, with whose."""
    if found.kind == "organisation":
        return [(m, palaces()[name], "seat") for m in found.mentions if (name := plain(m.text)) in palaces()]
    if found.kind not in ("place", "person"):
        return []
    told = []
    for mention in found.mentions:
        name = plain(mention.text)
        if name in palaces():
            told.append((mention, palaces()[name], "seat"))
        elif (
            is_capital(mention.text) and country_named(mention.text) is None and _acts(docs[mention.document], mention)
        ):
            told.append((mention, capital_of(mention.text) or "", "metonym"))
    return told


def _acts(doc: Doc, mention: Named) -> bool:
    """Whether a place does in its sentence what a government does."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP") or mention.text.isupper():  # a dateline names the town
        return False
    token = span.root
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    head = token.head
    if token.dep_ in ("nsubj", "nsubj:pass"):
        return _does(head) and not _quiet(head, token)
    if token.dep_ == "obl:agent":
        return _does(head)
    return token.dep_ in ("obj", "iobj", "dobj") and head.lemma_.lower() in word_set("state_objects")


def _does(verb: Token) -> bool:
    """Whether a verb, or the one that it is an auxiliary or complement of, is of speech or policy."""
    lemma = verb.lemma_.lower()
    return lemma in word_set("state_verbs") or verb.lower_ in word_set("speech")


def _quiet(verb: Token, subject: Token) -> bool:
    """Whether the verb has its object before it, as in "where Belgrade …"; then it tells of the place."""
    return any(child.dep_ == "cop" for child in verb.children) or subject.i > verb.i + 3
