"""Relations that nouns, participles and adjectives presuppose: "Turkish-backed", "loyal to", "with the support of"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from firsthand.claims.relations.found import Found
from firsthand.claims.relations.syntax import cased, first_of, is_name, joined, objects, subjects
from firsthand.claims.relations.verbs import TOWARDS
from firsthand.claims.relations.words import table, words

_NAMED = frozenset({"PERSON", "ORG", "GROUP", "PLACE"})
_HYPHENS = frozenset({"-", "–", "‐"})


def of_nouns(doc: Doc) -> Iterator[Found]:
    """Relations from everything but verbs."""
    nouns, participles, adjectives = table("nouns"), table("participles"), table("adjectives")
    for token in doc:
        lower = token.lower_
        is_noun = token.pos_ in {"NOUN", "PROPN"} or token.dep_ in {
            "nsubj",
            "obj",
        }  # "Clashes" at the start of a sentence
        if is_noun and (relation := nouns.get(token.lemma_.lower())):
            yield from _event(token, relation)
        if (relation := participles.get(lower)) and token.i > 1 and doc[token.i - 1].text in _HYPHENS:
            yield from _compound(token, relation)
        if relation := adjectives.get(lower):
            yield from _adjective(token, relation)
        if lower.startswith(("pro", "anti")):
            yield from _for_or_against(token)
        if token.ent_type_ == "PERSON":
            yield from _possessed(token)


def _event(noun: Token, relation: str) -> Iterator[Found]:
    """A noun that says what one does to another, with the one, the other or both around it."""
    for pair in (c for c in noun.children if c.dep_ in {"nmod", "obl"} and cased(c) == "between"):
        for other in joined(pair)[1:]:  # "clashes between the Front and the Guard"
            yield Found(pair, relation, other, noun, "noun")
    toward = TOWARDS[relation]
    targets = [o for c in noun.children if c.dep_ in {"nmod", "obl"} and cased(c) in toward for o in joined(c)]
    doers = [o for c in noun.children if _does(c) for o in joined(c)]
    case, governor = cased(noun), first_of(noun).head
    if relation == "fights-with" and case not in {"in", "on"}:
        return
    if (case in {"in", "on"} and not doers and targets) or (case == "at" and relation == "fights"):
        # "in support of", "on the side of", "at war with"
        doers = _holder(noun, governor)
    elif case in {"with", "under"} and not (doers and targets):
        of = [o for c in noun.children if c.dep_ == "nmod" and cased(c) in {"of", "from", "by"} for o in joined(c)]
        doers, targets = doers or of, _holder(noun, governor)
    elif not doers and governor.lemma_ == "come" and noun.dep_ == "nsubj":  # "support for X comes from Y"
        doers = objects(governor, "from")
    for doer in doers:
        for target in targets:
            if doer.i != target.i:
                yield Found(doer, relation, target, noun, "noun")


def _does(child: Token) -> bool:
    if child.dep_ == "nmod:poss" or (child.dep_ in {"amod", "compound"} and child.ent_type_ in _NAMED):
        return True
    return child.dep_ in {"nmod", "obl", "obl:agent"} and cased(child) in {"by", "from"}


def _holder(noun: Token, governor: Token) -> list[Token]:
    """Of whom a phrase is said: the name before its comma, the subject of its verb or copula, the noun it follows."""
    doc, before = noun.doc, noun.left_edge.i - 1
    if before > noun.sent.start and doc[before].text == ",":
        before -= 1
    if before >= noun.sent.start and doc[before].ent_type_:
        return [doc[before]]
    if (subject := next((c for c in noun.children if c.dep_.startswith("nsubj")), None)) is not None:
        return joined(subject)
    if noun.dep_ in {"acl", "acl:relcl"} or governor.pos_ in {"VERB", "AUX", "ADJ"}:
        return subjects(noun if noun.dep_ in {"acl", "acl:relcl"} else governor)
    return joined(governor) if governor.i != noun.i and governor.pos_ in {"NOUN", "PROPN"} else []


def _compound(token: Token, relation: str) -> Iterator[Found]:
    """ "Turkish-backed rebels": who stands before the hyphen, whom after the participle."""
    who = token.doc[token.i - 2]
    whom = token.head if token.head.i > token.i else None
    near = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.ent_type_ in _NAMED - {"PLACE"}), None)
    if near is not None and near.ent_type_ != "GROUP":
        whom = near  # "Qatari-funded Delta Council": whatever the tree says of it
    if whom is None and token.i + 1 < len(token.doc):
        whom = token.doc[token.i + 1]
    if (
        whom is not None
        and whom.i != who.i
        and (whom.pos_ == "NOUN" or is_name(whom))
        and who.sent.start == token.sent.start
    ):
        yield Found(who, relation, whom, token, "participle")


def _adjective(token: Token, relation: str) -> Iterator[Found]:
    """ "fighters loyal to Halabi", "the party is opposed to the plan"."""
    whom = [o for c in token.children if c.dep_ in {"obl", "nmod"} and cased(c) in {"to", "with"} for o in joined(c)]
    if not whom:
        return
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    if subject is not None:
        who = joined(subject)
    else:
        who = joined(token.head) if token.head.i != token.i and token.head.pos_ in {"NOUN", "PROPN"} else []
        if not who and token.pos_ == "VERB":
            who = subjects(token)
    for one in who:
        for other in whom:
            yield Found(one, relation, other, token, "adjective")


def _for_or_against(token: Token) -> Iterator[Found]:
    """ "pro-Haddad militia", in one token or three."""
    prefix, dash, rest = token.lower_.partition("-")
    relation = {"pro": "backs", "anti": "opposes"}.get(prefix)
    if relation is None:
        return
    doc, name = token.doc, token
    if not rest:
        if dash or token.i + 2 >= len(doc) or doc[token.i + 1].text not in _HYPHENS:
            return
        name = doc[token.i + 2]
    whose = next((t for t in (name.head, token.head) if t.i > name.i and t.pos_ in {"NOUN", "PROPN"}), None)
    if whose is not None and whose.i - name.i < 5:
        yield Found(whose, relation, name, token, "prefix")


def _possessed(token: Token) -> Iterator[Found]:
    """ "Haddad's Green League", "Haddad's forces", "the League under Haddad": a person and what follows him."""
    thing = token.head
    if thing.i == token.i or thing.pos_ not in {"NOUN", "PROPN"}:
        return
    is_body = thing.ent_type_ == "ORG" or thing.lemma_.lower() in words("forces")
    if (token.dep_ == "nmod:poss" or (token.dep_ == "nmod" and cased(token) == "under")) and is_body:
        yield Found(token, "commands", thing, token, "possessive")
