"""Which sense a word has where it stands: the ontology's patterns held against the tree around it."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from firsthand.claims.kinds.around import case_of, core, heads, modifiers, objects, obliques, subjects
from firsthand.claims.kinds.classes import belongs
from firsthand.claims.kinds.ontology import HOSTILE, OTHER, Condition, Pattern, Sense, ontology

STATE = "state"
_PART = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
_PLAIN = Sense(OTHER)
_IS = Sense(STATE)
_TELLING = 0.9  # a pattern that asks for something around the word; others give way to the event that the word carries


@cache
def carriers() -> Mapping[str, frozenset[str]]:
    """Verbs that leave the event to what stands by them: ``light`` (an object noun), ``phase`` (another verb),
    ``happens`` (the subject); ``noun``s that do so."""
    data = tomllib.loads(files("firsthand.claims").joinpath("data/carriers.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def kind_of(token: Token) -> str:
    """The kind of event that a predicate tells of; ``state`` for copular clauses, ``other`` where no word shows one."""
    return sense_of(token)[0].kind


def sense_of(token: Token) -> tuple[Sense, Token]:
    """The sense of a predicate, and the word that shows it: itself, a light verb's object, or the verb that it carries.

    The method is that of selectional preferences (Wilks 1975): of a lemma's patterns the one that asks for most and
    holds is taken.
    """
    part = _PART.get(token.pos_)
    if part == "verbs":
        return _of_verb(token)
    found = _best(part, token) if part else None
    if found is None and part in {"nouns", "adjectives"}:
        found = _best("verbs", token) or _best("nouns" if part == "adjectives" else "adjectives", token)
    if found:
        return found.sense, token
    return (_IS if any(child.dep_ == "cop" for child in token.children) else _PLAIN), token


def kind_of_noun(noun: str) -> str | None:
    """The kind of event that a counted noun or participle tells by itself ("dead", "wounded", "deaths")."""
    lemma = noun.lower()
    for part in ("adjectives", "nouns", "verbs"):
        for pattern in ontology().patterns(part, lemma):
            if not pattern.particle and not any(condition.wanted for condition in pattern.conditions):
                return pattern.sense.kind
    return None


def noun_sense(token: Token) -> Sense | None:
    """The sense of a noun that names an event ("the attack on the convoy"), or ``None``."""
    found = _best("nouns", token)
    if found is None and (inner := core(token)) != token:
        return noun_sense(inner)
    if found is None and token.lemma_.lower() in carriers()["noun"]:
        beside = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.pos_ == "NOUN"]
        found = next((pattern for child in beside if (pattern := _best("nouns", child))), None)
    return found.sense if found and found.sense.kind != OTHER else None


def _of_verb(token: Token) -> tuple[Sense, Token]:
    lemma = token.lemma_.lower()
    found = _best("verbs", token)
    if found and found.weight >= _TELLING and found.sense.kind != "statement":
        return found.sense, token
    carried = _carried(token, lemma, found)
    if carried:
        return carried
    if found is None and token.tag_ in {"VBG", "VBN"} and not objects(token):
        found = _as_adjective(token)
    return (found.sense if found else _PLAIN), token


def _as_adjective(token: Token) -> Pattern | None:
    """The pattern of a participle that is listed as an adjective: "have been missing"."""
    patterns = ontology().patterns("adjectives", token.lower_)
    return next((pattern for pattern in patterns if _holds(pattern, token)), None)


def _carried(token: Token, lemma: str, found: Pattern | None) -> tuple[Sense, Token] | None:
    """The event noun that a light verb has as its object; the complement of "begin", "try", "decide"."""
    if lemma in carriers()["phase"]:
        inner = next((child for child in token.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)
        if inner is not None:
            sense, at = _of_verb(inner)
            if sense.kind != OTHER:
                return sense, at
    speaks = found is not None and found.sense.kind == "statement"
    if lemma in carriers()["light"] or found is None or speaks:
        for thing in objects(token):
            noun = noun_sense(thing)
            if noun and not (speaks and noun.kind == "statement"):
                return noun, thing
    if lemma in carriers()["happens"]:
        for thing in subjects(token):
            noun = noun_sense(thing)
            if noun and noun.kind != "statement":
                return noun, thing
    return None


def _best(part: str, token: Token) -> Pattern | None:
    for lemma in _lemmas(token):
        for pattern in ontology().patterns(part, lemma):
            if _holds(pattern, token):
                return pattern
    return None


def _lemmas(token: Token) -> Iterable[str]:
    lemma = token.lemma_.lower()
    yield lemma
    if token.pos_ == "VERB" and lemma[-2:-1] == lemma[-1:]:
        yield lemma[:-1]  # "expell" of "expelled"
    if token.pos_ == "PROPN":  # capitals of a headline: "Dozens Killed in Market Blasts"
        for end, instead in (("ies", "y"), ("ied", "y"), ("ed", "e"), ("ed", ""), ("s", "")):
            if lemma.endswith(end) and len(lemma) > len(end) + 2:
                yield lemma.removesuffix(end) + instead


def _holds(pattern: Pattern, token: Token) -> bool:
    if pattern.particle and not any(
        child.lower_ == pattern.particle and child.dep_ in {"compound:prt", "advmod", "case", "obl", "mark"}
        for child in token.children
    ):
        return False
    return all(_met(condition, token) == condition.wanted for condition in pattern.conditions)


def _met(condition: Condition, token: Token) -> bool:
    words = condition.words
    if condition.sign == "+":
        return any(_among(thing, words) for thing in objects(token))
    if condition.sign == "<":
        return any(_among(thing, words) for thing in subjects(token))
    if condition.sign == ">":
        return any(_led(phrase, words) for phrase in obliques(token))
    if condition.sign == "=":
        return any(word.lower_.startswith(tuple(words)) for word in modifiers(token))
    return _flag(next(iter(words)), token)


def _flag(name: str, token: Token) -> bool:
    if name == "obj":
        return bool(objects(token))
    if name == "pass":
        return any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in token.children)
    inner = [child for child in token.children if child.dep_ in ({"ccomp"} if name == "that" else {"xcomp"})]
    if name == "hostile":
        return any(_of_verb(child)[0].plover in HOSTILE for child in inner if child.pos_ == "VERB")
    return bool(inner)


def _among(token: Token, words: frozenset[str]) -> bool:
    return any(
        word.lemma_.lower() in words or any(w[0] == "#" and belongs(word, w[1:]) for w in words)
        for word in heads(token)
        for word in _said_by(word)
    )


def _said_by(token: Token) -> tuple[Token, ...]:
    """A word and what it is about: "part of the aid" is also aid, "mediation efforts" are also mediation."""
    if token.lemma_.lower() in carriers()["noun"]:
        return token, *(child for child in token.children if child.dep_ in {"compound", "nmod"})
    inner = core(token)
    return (token,) if inner == token else (token, inner)


def _led(phrase: Token, words: frozenset[str]) -> bool:
    if phrase.lower_ in words or _among(phrase, words):
        return True
    return case_of(phrase) in words and not belongs(phrase, "time")  # "fired him at noon"
