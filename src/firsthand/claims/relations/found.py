"""A relation as the rules find it: between two words of a sentence."""

from typing import NamedTuple

from spacy.tokens import Token


class Found(NamedTuple):
    """``word`` is what says it ("backs", "commander"); subject and object are the heads of their phrases."""

    subject: Token
    relation: str
    object: Token
    word: Token
    rule: str
