"""Classes of nouns that tell senses apart ("fire a rifle" and "fire a manager"), from ``data/classes.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

_BY_NAME = {"PERSON": {"person"}, "ORG": {"group"}, "GROUP": {"group"}, "PLACE": {"place"}}
_SHAPES = frozenset({"stick", "charge", "device", "launcher", "burst", "cocktail", "pack", "package", "line", "tower"})
_PERSONAL = frozenset({"he", "she", "him", "her", "them", "they", "us", "we", "me", "i", "who", "whom", "you"})


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("firsthand.claims").joinpath("data/classes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def class_of_words(name: str) -> frozenset[str]:
    """The words of a class; raises ``ValueError`` where there is none of that name."""
    try:
        return _classes()[name]
    except KeyError:
        raise ValueError(f"no class of words is called {name!r}") from None


def belongs(token: Token, name: str) -> bool:
    """Whether a noun, a name or a pronoun is of a class."""
    lemma = token.lemma_.lower()
    if lemma in _SHAPES and any(belongs(child, name) for child in token.lefts if child.dep_ in {"compound", "amod"}):
        return True
    if lemma in class_of_words(name) or name in _BY_NAME.get(token.ent_type_, ()):
        return True
    if name == "group":
        return lemma in class_of_words("forces")
    if name == "person":
        return token.lower_ in _PERSONAL or lemma in class_of_words("forces") or _counts_people(token)
    return False


def _counts_people(token: Token) -> bool:
    """A number or an adjective that stands for people: "killed five", "the wounded", "25 others"."""
    return (token.pos_ == "NUM" and token.ent_type_ == "") or token.lower_ in {"others", "dozens", "scores", "many"}
