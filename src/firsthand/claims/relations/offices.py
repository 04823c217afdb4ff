"""Who leads, backs or opposes what by office: "Lena Orlova, head of the Orlan Group".

These are read off the order of words around the noun, for apposed titles are what parsers get wrong most.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from firsthand.claims.kinds.around import case_of
from firsthand.claims.relations.found import Found
from firsthand.claims.relations.syntax import first_of, joined
from firsthand.claims.relations.words import table, words

_OF = frozenset({"of", "for", "in", "at", "to"})
_LOOSE = frozenset({"ADJ", "DET", "NOUN", "PROPN", "NUM", "ADV", "ADP"})
_REACH = 5


def of_offices(doc: Doc) -> Iterator[Found]:
    """Relations that a person noun states between its holder and whatever it is a leader, ally or rival of."""
    people = table("people")
    ends = {entity.end: entity for entity in doc.ents}
    starts = {entity.start: entity for entity in doc.ents}
    for token in doc:
        relation = people.get(token.lemma_.lower())
        if (
            relation is None
            or token.pos_ not in {"NOUN", "PROPN", "ADJ"}
            or (token.ent_type_ and token.ent_iob_ == "I")
        ):
            continue
        targets = [one for one in _targets(token, starts, ends) if _may_have(one, token, relation)]
        if not targets:
            continue
        for holder in _holders(token, targets, starts, ends):
            for target in targets:
                if not holder.start <= target.root.i < holder.end:
                    yield Found(holder.root, relation, target.root, token, "office")


def _may_have(target: Span, office: Token, relation: str) -> bool:
    """A country has rulers, no directors; a deputy commands nothing; "of Oman's coast guard" is not "of Oman"."""
    doc = target.doc
    if target.start > office.i and target.end < len(doc) and doc[target.end].tag_ == "POS":
        return False
    if relation != "commands":
        return True
    if any(child.lower_ in {"vice", "deputy", "assistant"} for child in office.children) or (
        office.i > 0 and doc[office.i - 1].lower_ in {"vice", "deputy", "assistant"}
    ):
        return False
    return target.label_ == "ORG" or office.lemma_.lower() in words("rulers")


def _targets(token: Token, starts: dict[int, Span], ends: dict[int, Span]) -> list[Span]:
    """Of what: "of the Orlan Group" after it; "the Orlan Group's" or "Orlan Group" before it."""
    doc = token.doc
    of = next((c for c in token.children if c.dep_ == "nmod" and c.i > token.i and case_of(c) in _OF), None)
    if of is not None:
        found = [_name_of(one, starts) for one in joined(of)]
        if any(found):
            return [one for one in found if one is not None]
    if token.i + 2 in starts and token.nbor().text == "," and starts[token.i + 2].label_ == "ORG":
        return [starts[token.i + 2]]  # "General Renn, commander, Third Army, said"
    if any(child.lower_ in {"its", "their"} and child.dep_ == "nmod:poss" for child in token.children):
        told = [e for e in token.doc.ents if token.sent.start <= e.start and e.end <= token.i and e.label_ == "ORG"]
        return told[-1:]
    at = token.i
    while at > token.sent.start and token.i - at < _REACH:
        if (name := ends.get(at)) is not None and name.label_ != "PERSON":
            return [name]
        if not (doc[at - 1].pos_ in {"ADJ", "NOUN", "PART", "PROPN"} or doc[at - 1].lower_ in {"'s", "’s", "'", "’"}):
            break
        at -= 1
    return []


def _name_of(token: Token, starts: dict[int, Span]) -> Span | None:
    at = token.i
    while at >= 0 and token.i - at < 6:
        if (name := starts.get(at)) is not None:
            return name if name.end > token.i else None
        at -= 1
    return None


def _holders(token: Token, targets: list[Span], starts: dict[int, Span], ends: dict[int, Span]) -> list[Span]:
    """Who: the name after the title, the name before its comma, or the subject of "is"."""
    last = max([token.i + 1, *(t.end for t in targets if t.start > token.i)])
    after = _after(token, last, starts)
    if after is not None:
        return [after]
    before = _before(token, min([token.i, *(t.start for t in targets if t.start < token.i)]), ends)
    if before is not None:
        return [before]
    subject = next((c for c in first_of(token).children if c.dep_ == "nsubj"), None)
    if subject is None and token.head.lemma_ in {"become", "remain"} | {"declare", "name", "appoint", "elect"}:
        wanted = ("nsubj", "nsubj:pass", "obj")
        subject = next((c for c in token.head.children if c.dep_ in wanted and c.i != token.i), None)
    found = [_name_of(one, starts) for one in joined(subject)] if subject is not None else []
    return [one for one in found if one is not None]


def _after(token: Token, last: int, starts: dict[int, Span]) -> Span | None:
    """The person named right behind "chief" or behind "the leader of the Front,"."""
    doc, at = token.doc, last
    if at < len(doc) and doc[at].text == ",":
        at += 1
    while at < len(doc) and at - last < 4 and at < token.sent.end:
        if (name := starts.get(at)) is not None:
            follows = doc[at - 1].text != "," or name.end >= len(doc) or doc[name.end].text in {",", ".", "(", ";"}
            return name if name.label_ == "PERSON" and (follows or _apposed(token)) else None
        if doc[at].pos_ not in {"PROPN", "NOUN", "ADJ"}:
            return None
        at += 1
    return None


def _apposed(token: Token) -> bool:
    return any(child.dep_ in {"appos", "flat", "nmod:desc"} for child in token.children)


def _before(token: Token, first: int, ends: dict[int, Span]) -> Span | None:
    """The name before the comma in front of the title."""
    doc, at = token.doc, first
    while at > token.sent.start and first - at < _REACH:
        previous = doc[at - 1]
        if previous.text in {",", "("}:
            return ends.get(at - 1)
        if previous.pos_ not in _LOOSE:
            return None
        at -= 1
    return None
