"""A memory for what is asked of lines again and again: the pages of a site have most of theirs in common."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

LONGEST = 1200
"""Characters of a text that is remembered: a paragraph is asked about several times while its page is read."""

SIZE = 10_000
"""Texts that are remembered for each function."""

Result = TypeVar("Result")


def remembered(function: Callable[[str], Result]) -> Callable[[str], Result]:
    """The same function of a text, which must give a value that nobody changes, with a memory for lines."""
    known = lru_cache(maxsize=SIZE)(function)

    @wraps(function)
    def recalled(text: str) -> Result:
        return known(text) if len(text) <= LONGEST else function(text)

    return recalled
