"""Relations that verbs state: "Turkey backs the Front", "the Front launched an attack on the Guard"."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from firsthand.claims.relations.found import Found
from firsthand.claims.relations.syntax import cased, joined, objects, subjects
from firsthand.claims.relations.words import table, verb, words

# which prepositions lead from a noun to whom it concerns, by the noun's relation
TOWARDS = {
    "backs": frozenset({"for", "to", "of", "behind"}),
    "opposes": frozenset({"to", "against", "of"}),
    "dislikes": frozenset({"to", "against", "of", "on"}),
    "fights": frozenset({"on", "against", "with"}),
    "fights-with": frozenset({"of"}),
    "kills": frozenset({"of"}),
    "controls": frozenset({"of", "over"}),
    "commands": frozenset({"of", "over"}),
    "recruits": frozenset({"of"}),
    "belongs": frozenset({"of", "in"}),
    "contacts": frozenset({"with", "to"}),
}


# "lost the town to the Front", "the town fell to the Front"
_LOST: dict[str, Callable[[Token], list[Token]]] = {
    "lose": objects,
    "fall": subjects,
    "cede": objects,
    "surrender": objects,
}


def of_verbs(doc: Doc) -> Iterator[Found]:
    """Relations from the verbs of a text, negated and possible ones included."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "compound"}:
            continue
        if (told := verb(token)) is not None:
            relation, case = told
            yield from _pairs(subjects(token), relation, objects(token, case), token, "verb")
            if relation == "fights" and case is None:
                yield from _each_other(token)
        if token.lemma_.lower() == "take":  # "took the town of Ordina"
            held = [one for one in objects(token) if one.lemma_.lower() in words("places")]
            yield from _pairs(subjects(token), "controls", held, token, "verb")
        if token.lemma_.lower() in words("receiving"):
            yield from _received(token)
        if token.lemma_.lower() == "work":
            bodies = [one for one in objects(token, "for") if one.ent_type_ == "ORG"]
            yield from _pairs(bodies, "employs", subjects(token), token, "verb")
        if (lost := _LOST.get(token.lemma_.lower())) is not None:
            yield from _pairs(objects(token, "to"), "controls", lost(token), token, "verb")
        if token.lemma_.lower() in words("light"):
            yield from _light(token)


def _received(token: Token) -> Iterator[Found]:
    """ "The Front enjoys the support of Oman", "gets weapons from Oman", "relies on Oman's help"."""
    nouns = table("nouns")
    for noun in [c for c in token.children if c.dep_ in {"obj", "obl"}]:
        if nouns.get(noun.lemma_.lower()) != "backs":
            continue
        owned = [c for c in noun.children if c.dep_ == "nmod:poss" or cased(c) in {"of", "from"}]
        owned += [c for c in token.children if c.dep_ == "obl" and cased(c) == "from"]
        givers = [one for owner in owned if owner.dep_ in {"nmod", "nmod:poss", "obl"} for one in joined(owner)]
        yield from _pairs(givers, "backs", subjects(token), token, "light verb")


def _each_other(token: Token) -> Iterator[Found]:
    """ "The Front and the Guard fought for an hour": two sides of a verb without an object."""
    if any(child.dep_ == "obj" and child.lower_ != "each" for child in token.children):
        return
    if any(child.dep_ in {"aux:pass", "obl:agent"} or cased(child) in {"with", "against"} for child in token.children):
        return
    sides = subjects(token)
    yield from _pairs(sides[:1], "fights", sides[1:], token, "verb")


def _light(token: Token) -> Iterator[Found]:
    """A light verb with a noun that says what is done: "gave weapons to", "threw its weight behind"."""
    nouns = table("nouns")
    for noun in [c for c in token.children if c.dep_ in {"obj", "obl", "nsubj:pass"}]:
        relation = nouns.get(noun.lemma_.lower())
        if relation is None or (noun.dep_ == "obl" and cased(noun) != "with"):
            continue
        toward = TOWARDS[relation]
        if relation == "controls" and token.lemma_.lower() not in words("gaining"):
            continue
        if noun.dep_ == "obl":  # "provided the Front with weapons"
            found = objects(token)
        else:
            governed = [*noun.children, *token.children]
            found = [o for c in governed if c.dep_ in {"nmod", "obl"} and cased(c) in toward for o in joined(c)]
            found += [o for c in token.children if c.dep_ == "iobj" for o in joined(c)]
        if relation == "backs" and noun.dep_ != "obl" and token.lemma_.lower() in words("gaining"):
            continue  # who wins support is supported
        yield from _pairs(subjects(token), relation, found, token, "light verb")


def _pairs(one: list[Token], relation: str, other: list[Token], word: Token, rule: str) -> Iterator[Found]:
    for subject in one:
        for target in other:
            if subject.i != target.i:
                yield Found(subject, relation, target, word, rule)
