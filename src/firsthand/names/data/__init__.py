"""The tables of ``names``: lines of columns apart by tabs, ``#`` before a comment."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one table."""
    for line in (files(__name__) / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the sets of words of ``words.tsv``."""
    return next(frozenset(words.split(",")) for found, words in rows("words.tsv") if found == name)


@cache
def legal_forms() -> frozenset[str]:
    """Plain words that say a firm's legal form ("ltd", "ag")."""
    return frozenset(form for row in rows("forms.tsv") for cell in row for form in cell.split(",") if len(form) > 1)
