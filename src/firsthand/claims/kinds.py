"""Kinds of event, recognised by the words that show them (``data/kinds.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

OTHER = "other"
STATE = "state"
_SECTIONS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


@cache
def _table() -> dict[tuple[str, str], str]:
    data = tomllib.loads(files("firsthand.claims").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
    table: dict[tuple[str, str], str] = {}
    for kind, sections in data.items():
        for section, words in sections.items():
            for word in words:
                if table.setdefault((section, word), kind) != kind:
                    raise ValueError(f"kinds.toml: {word!r} stands under {kind} and {table[section, word]}")
    return table


def kind_of(token: Token) -> str:
    """The kind of event that a predicate tells of; ``state`` for copular clauses, ``other`` where no word shows one."""
    table = _table()
    section = _SECTIONS.get(token.pos_)
    lemma = token.lemma_.lower()
    if section == "verbs":
        particle = next((child.lower_ for child in token.children if child.dep_ in {"compound:prt", "advmod"}), None)
        found = table.get((section, f"{lemma} {particle}")) if particle else None
        found = found or table.get((section, lemma))
        if found and found != "statement":
            return found
        return _event_noun(token) or found or OTHER
    if section:
        found = table.get((section, lemma)) or table.get(("verbs", lemma))
        if found:
            return found
    return STATE if any(child.dep_ == "cop" for child in token.children) else OTHER


def kind_of_noun(noun: str) -> str | None:
    """The kind of event that a counted noun or participle tells by itself ("dead", "wounded", "deaths")."""
    table = _table()
    lemma = noun.lower()
    return table.get(("adjectives", lemma)) or table.get(("nouns", lemma)) or table.get(("verbs", lemma))


def _event_noun(verb: Token) -> str | None:
    """The kind of a light verb's object: "carried out an attack" is an attack."""
    for child in verb.children:
        if child.dep_ in {"obj", "nsubj:pass"}:
            found = _table().get(("nouns", child.lemma_.lower()))
            if found:
                return found
    return None
