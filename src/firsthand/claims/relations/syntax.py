"""Who does what to whom around a verb, with coordination, passives, participles and relative clauses undone."""

from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.claims.kinds.around import case_of

_SUBJECTS = frozenset({"nsubj", "csubj"})
_BODIES = frozenset({"ORG", "PLACE"})
_PERSONAL = {"it": _BODIES, "they": _BODIES, "he": frozenset({"PERSON"}), "she": frozenset({"PERSON"})}
_PRONOUNS = frozenset({"who", "which", "that", "whom"})


def first_of(token: Token) -> Token:
    """The first member of the coordination that a token belongs to."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def joined(token: Token) -> list[Token]:
    """A token and those coordinated with it ("A, B and C" for A); commas alone make an apposition of it."""
    more = [child for child in token.children if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}]
    if any(child.dep_ == "cc" for one in (token, *more) for child in one.children):
        return [token, *more]
    return [token]


def is_name(token: Token) -> bool:
    """Whether a word is (part of) a name, or written like one."""
    return bool(token.ent_type_) or (token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"})


def cased(token: Token) -> str:
    """The preposition of a noun, or of the first that it is coordinated with, or an empty string."""
    return case_of(first_of(token))


def child_of(token: Token, *relations: str) -> Token | None:
    """The first child by one of the relations."""
    return next((child for child in token.children if child.dep_ in relations), None)


def subjects(verb: Token, depth: int = 4) -> list[Token]:
    """Who does it: the subject, "by" in the passive, whoever a participle modifies or a verb above it borrows from."""
    if is_passive(verb):
        agent = next((c for c in verb.children if c.dep_ in {"obl:agent", "obl"} and cased(c) == "by"), None)
        return _found(agent) if agent is not None else []
    return _outer(verb, depth)


def objects(verb: Token, case: str | None = None) -> list[Token]:
    """Whom it is done to: the object, the passive subject, or what the verb's preposition governs."""
    if case is not None:
        found = [c for c in verb.children if c.dep_ in {"obl", "nmod"} and cased(c) == case]
        return [other for one in found for other in _found(one)]
    if is_passive(verb):
        return _outer(verb, 4)
    found = [c for c in verb.children if c.dep_ == "obj"]
    if not found and verb.dep_.startswith("acl:relcl") and child_of(verb, "nsubj") is not None:
        subject = child_of(verb, "nsubj")
        if subject is not None and subject.lower_ not in _PRONOUNS:
            return _found(antecedent(verb))
    return [other for one in found for other in _found(one)]


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is whom it is done to."""
    if any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in verb.children):
        return True
    if any(child.dep_ == "obl:agent" for child in verb.children) and child_of(verb, "obj") is None:
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "nsubj", "obj"} for child in verb.children):
        return verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head) and child_of(verb, "nsubj") is None
    return verb.dep_ in {"acl", "amod", "advcl"} or (verb.dep_ == "conj" and is_passive(verb.head))


def antecedent(verb: Token) -> Token:
    """What a relative clause or participle is about: the last noun before its comma or pronoun, if a name."""
    start = verb.left_edge.i - 1
    doc = verb.doc
    while start > verb.sent.start and (doc[start].is_punct or doc[start].lower_ in _PRONOUNS):
        start -= 1
    near = doc[start]
    if near.i > verb.head.i and near.ent_type_ in {"ORG", "PERSON"} and (near.ent_type_ == "PERSON") == _says_who(verb):
        return _head_of_name(near)
    return verb.head


def _says_who(verb: Token) -> bool:
    return any(child.lower_ in {"who", "whom"} for child in verb.children)


def _head_of_name(token: Token) -> Token:
    """The word of a name that the rest of the sentence attaches to."""
    while token.head.ent_type_ == token.ent_type_ and token.head.i < token.i and token.ent_iob_ == "I":
        token = token.head
    return token


def _found(token: Token) -> list[Token]:
    """The members of a coordination, a pronoun exchanged for what it stands for."""
    if token.lower_ in _PERSONAL:
        return _spoken_of(token)
    if token.lower_ in _PRONOUNS and token.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"}:
            clause = clause.head
        return joined(antecedent(clause)) if clause.dep_.startswith("acl") else []
    return joined(token)


def _spoken_of(token: Token) -> list[Token]:
    """The speaker for "it" in "the Front said that it had taken the town"; the pronoun itself elsewhere."""
    kinds = _PERSONAL[token.lower_]
    for verb in above(token):
        if verb.dep_ == "ccomp":
            speaker = child_of(verb.head, "nsubj")
            if speaker is not None and speaker.ent_type_ in kinds:
                return joined(speaker)
    return [token]


def _outer(verb: Token, depth: int) -> list[Token]:
    """The grammatical subject of a verb, its own or borrowed."""
    own = next((c for c in verb.children if c.dep_.split(":")[0] in _SUBJECTS and c.dep_ != "nsubj:outer"), None)
    if own is not None:
        return _found(own)
    if depth == 0:
        return []
    if verb.dep_ in {"acl", "acl:relcl", "amod"} and verb.head.pos_ in {"NOUN", "PROPN"}:
        return joined(antecedent(verb)) if verb.dep_ != "amod" else joined(verb.head)
    if verb.dep_ in {"conj", "xcomp", "advcl", "parataxis"} and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        if verb.dep_ == "xcomp" and (whom := child_of(verb.head, "obj")) is not None:
            return joined(whom)
        return _outer(verb.head, depth - 1)
    return []


def above(token: Token) -> Iterator[Token]:
    """The tokens that a token depends on, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
