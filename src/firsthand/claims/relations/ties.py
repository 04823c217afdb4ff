"""Ties: the relations that a text states, with the words that say so."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.claims.relations.found import Found
from firsthand.claims.relations.neighbours import of_neighbours
from firsthand.claims.relations.nouns import of_nouns
from firsthand.claims.relations.offices import of_offices
from firsthand.claims.relations.real import is_asserted
from firsthand.claims.relations.syntax import cased, is_name
from firsthand.claims.relations.verbs import of_verbs
from firsthand.claims.relations.words import table, words
from firsthand.model import RELATIONS, Tie

_UNNAMED = frozenset({"PRON", "DET", "VERB", "ADV"})
_NO_POSSESSIVE = frozenset({"commands", "employs"})  # "Haddad's forces" are commanded: they do not stand for him


def find_ties(document: str, doc: Doc) -> list[Tie]:
    """The relations of the brief that a text states, in reading order; ``doc`` is the text of ``document``, parsed."""
    ties: dict[tuple[int, int, str], Tie] = {}
    for found in map(_in_words_of_the_brief, found_in(doc)):
        if found.relation not in RELATIONS:
            continue
        for subject in stands_for(found.subject, loyal=found.rule != "adjective"):
            for target in stands_for(found.object, whole=found.relation in _NO_POSSESSIVE):
                if subject.i != target.i and not {subject.pos_, target.pos_} & _UNNAMED:
                    tie = _tie(document, found, subject, target)
                    key = (subject.i, target.i, found.relation)
                    if key not in ties or tie.asserted > ties[key].asserted:
                        ties[key] = tie
    return sorted(ties.values(), key=lambda tie: (tie.start, tie.end, tie.relation, tie.subject, tie.object))


def _in_words_of_the_brief(found: Found) -> Found:
    """Strikes, and killings of a body's men, are fights; "fighters allied to the Front" fight with it."""
    said = found.object.lemma_.lower()
    if found.relation == "strikes" or (found.relation == "kills" and said in words("parts")):
        return found._replace(relation="fights")
    if found.rule == "adjective" and found.relation == "backs" and found.subject.lemma_.lower() in words("bands"):
        return found._replace(relation="fights-with")
    return found


def found_in(doc: Doc) -> Iterator[Found]:
    """What the rules find, relations outside the brief and unnamed actors included."""
    yield from of_verbs(doc)
    yield from of_nouns(doc)
    yield from of_offices(doc)
    yield from of_neighbours(doc)


def stands_for(token: Token, *, whole: bool = False, loyal: bool = True) -> list[Token]:
    """The names that a word stands for: its own, or for "members of the Front" and "Haddad's men" the one inside.

    ``whole`` leaves out owners: what is hired or commanded is the men, not whom they belong to. ``loyal`` takes
    "fighters loyal to Halabi" for Halabi.
    """
    if token.ent_type_:
        return [token]
    named = next((c for c in token.children if c.dep_ in {"flat", "appos", "nmod:desc"} and c.ent_type_), None)
    if named is not None:
        return [named]
    if token.dep_ == "appos" and token.head.ent_type_:  # "the Orlan Group, a company run by …"
        return [token.head]
    lemma = token.lemma_.lower()
    if lemma in words("places"):
        return [c for c in token.children if c.dep_ == "nmod" and cased(c) == "of" and is_name(c)] or [token]
    return (_members(token, whole=whole, loyal=loyal) or [token]) if lemma in words("parts") else [token]


def _members(token: Token, *, whole: bool, loyal: bool) -> list[Token]:
    """Whose members, men or positions a word means."""
    doc, after = token.doc, token.i + 1
    backs = after + 2 < len(doc) and table("adjectives").get(doc[after].lower_) == "backs"
    if loyal and backs and doc[after + 2].ent_type_:
        return [doc[after + 2]]  # "fighters loyal to Halabi"
    found: list[Token] = []
    for child in token.children:
        if (
            (child.dep_ == "nmod" and cased(child) in {"of", "from", "for", "by"})
            or child.dep_ in {"compound", "amod"}
            or (child.dep_ == "nmod:poss" and not whole)
        ):
            found += [one for one in (child, *_conjuncts(child)) if is_name(one)]
    return found


def _conjuncts(token: Token) -> list[Token]:
    """Names coordinated with a name in front of a noun: "Italian and Turkish advisers"."""
    return [child for child in token.children if child.dep_ == "conj"]


def _tie(document: str, found: Found, subject: Token, target: Token) -> Tie:
    one, other = _span(subject), _span(target)
    word = found.word.idx, found.word.idx + len(found.word)
    start = min(one[0], other[0], word[0])
    end = max(one[1], other[1], word[1])
    return Tie(
        document=document,
        relation=found.relation,  # type: ignore[arg-type]
        subject=one,
        object=other,
        word=word,
        start=start,
        end=end,
        asserted=is_asserted(found),
        made_by=f"relations@1 {found.rule}",
        states=(_is_state(found.subject, subject), _is_state(found.object, target)),
    )


def _is_state(said: Token, name: Token) -> bool:
    """Whether the name of a people stands for its country: in front of what is no band of men."""
    return name.dep_ in {"amod", "compound", "nmod:poss"} and said.lemma_.lower() not in words("bands")


def _span(token: Token) -> tuple[int, int]:
    """Offsets of the name that a word belongs to."""
    doc, first, last = token.doc, token.i, token.i
    if not token.ent_type_:
        return token.idx, token.idx + len(token)
    while doc[first].ent_iob_ == "I" and first > 0:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    return doc[first].idx, doc[last].idx + len(doc[last])
