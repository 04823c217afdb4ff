"""Words that say what one actor is to another; the table is `data/words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from spacy.tokens import Token

from firsthand.claims.relations.syntax import is_name

Table = Mapping[str, str]


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (files(__package__) / "data" / "words.toml").read_text("utf-8")
    )
    return found


@lru_cache(maxsize=8)
def table(name: str) -> Table:
    """Word → relation of one table: verbs, nouns, people, participles, adjectives."""
    return {word: relation for relation, words in _rows()[name].items() for word in words.split()}


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """The words of one set."""
    return frozenset(_rows()["sets"][name].split())


def verb(token: Token) -> tuple[str, str | None] | None:
    """The relation of a verb, and the preposition that its object must have if the word asks for one."""
    rows, lemma = table("verbs"), token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "compound:prt" and (found := rows.get(f"{lemma}+{child.lower_}")):
            return found, None
        if child.dep_ in {"obl", "nmod"} and (is_name(child) or child.lemma_.lower() in words("parts")):
            for case in (c.lower_ for c in child.children if c.dep_ in {"case", "advmod"}):
                if found := rows.get(f"{lemma}+{case}"):
                    return found, case
        if child.dep_ in {"advmod", "obl"} and (found := rows.get(f"{lemma}+{child.lower_}")):
            return found, None
    if (found := rows.get(lemma)) is None:
        return None
    return found, None
