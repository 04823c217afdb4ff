"""Attributions as the tests of this folder compare them; places and people are invented."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from spacy.language import Language

from firsthand.claims.attribution import find_attributions
from firsthand.claims.attribution.view import View
from firsthand.language import load, parse
from firsthand.model import Attribution


class Told(NamedTuple):
    """One attribution of a text, its content as words (parts joined by " … ")."""

    witness: str | None
    content: str
    via: tuple[str, ...] = ()
    stance: str = "asserts"


def told_in(text: str) -> list[Told]:
    """The attributions of a text, parsed as documents are."""
    (doc,) = parse([text])
    return [Told(a.witness, words_of(a, text), a.via, a.stance) for a in find_attributions(doc)]


def words_of(attribution: Attribution, text: str) -> str:
    return " … ".join(text[start:end] for start, end in attribution.spans)


def witnesses(text: str) -> list[str | None]:
    return [told.witness for told in told_in(text)]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def view(nlp: Language) -> Callable[[str], View]:
    """A text as the rules look at it."""
    return lambda text: View(nlp(text))
