"""One type for one name within a text: what the recogniser decides place by place is settled over the whole text.

A recogniser that sees four words to either side calls a surname now a PERSON, now a PLACE. Here a title before a name,
the full name elsewhere in the text and the other places of the same name have their say.
"""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc, Span

_TITLES_TEXT = """
mr mr. mrs mrs. ms ms. miss dr dr. sir sen. rep. gov. gen. lt. col. sgt. capt. maj. cpl. cmdr. brig. adm. prof.
"""
TITLES = frozenset(_TITLES_TEXT.split())
Name = tuple[int, int, str]  # first token, one past the last, type
Votes = dict[str, Counter[str]]


@Language.component("firsthand_names", assigns=["doc.ents"])
def settle(doc: Doc) -> Doc:
    """Give every name of the doc the type that the whole text speaks for; titles are no part of names."""
    if not doc.ents:
        return doc
    found = [name for entity in doc.ents if (name := _untitled(doc, entity))]
    votes: Votes = {}
    for start, end, label in found:
        votes.setdefault(doc[start:end].text, Counter())[label] += 1
    families = _families(votes)
    settled = [(start, end, _kind(doc, (start, end, label), votes, families)) for start, end, label in found]
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in settled)
    return doc


def _untitled(doc: Doc, entity: Span) -> Name | None:
    start, end = entity.start, entity.end
    while start < end and doc[start].lower_ in TITLES:
        start += 1
    return (start, end, entity.label_) if start < end else None


def _families(votes: Votes) -> Counter[str]:
    """Last words of the persons of two words and more, with how often the full names occur."""
    out: Counter[str] = Counter()
    for text, types in votes.items():
        last = text.split()[-1]
        if last != text and 2 * types["PERSON"] > types.total() and last[:1].isupper():
            out[last] += types["PERSON"]
    return out


def _kind(doc: Doc, name: Name, votes: Votes, families: Counter[str]) -> str:
    start, end, label = name
    text = doc[start:end].text
    types = votes[text]
    if start and end - start <= 3 and doc[start - 1].lower_ in TITLES:
        return "PERSON"
    if text in families and max(types["PLACE"], types["ORG"], types["GROUP"]) <= types["PERSON"] + families[text]:
        return "PERSON"
    most, number = types.most_common(1)[0]
    return most if types.total() > 2 and 3 * number >= 2 * types.total() else label
