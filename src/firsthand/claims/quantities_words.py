"""A document's tokens by offset, what a number was found to count, and the closed word lists of both searches."""

import json
from bisect import bisect_left, bisect_right
from importlib import resources
from typing import NamedTuple

from spacy.attrs import DEP, IDX, POS, TAG
from spacy.tokens import Doc

_LISTS: dict[str, str] = json.loads(
    resources.files("firsthand.claims").joinpath("data/quantity_words.json").read_text(encoding="utf-8")
)
WORDS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _LISTS.items()}


class Counted(NamedTuple):
    """What a number counts: the noun, where the phrase ends, the words between that make it another quantity.

    ``person`` is true where people are counted without or whatever the noun; ``guess`` where nothing but the number's
    place in the clause says so.
    """

    noun: str | None
    end: int
    words: tuple[str, ...] = ()
    person: bool = False
    guess: bool = False


class Words:
    """A document's tokens by character offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        # many times faster than asking each token, as has_annotation does
        told = doc.to_array([IDX, DEP, POS, TAG]).reshape(len(doc), 4)
        self._starts: list[int] = told[:, 0].astype("int64").tolist()
        self.parsed = bool(told[:, 1].any())
        self.tagged = bool(told[:, 2:].any())

    def at(self, offset: int) -> int:
        """The index of the token that holds a character, or of the last before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def after(self, offset: int) -> int:
        """The index of the first token that starts at or after a character."""
        return bisect_left(self._starts, offset)
