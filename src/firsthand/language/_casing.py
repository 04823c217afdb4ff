"""Capitals for texts that have none or nothing else: the parser and the recogniser of names were made for ordinary
spelling.

Old wires came in capitals, other texts (posts, transcripts, corpora) in small letters. Words are written as
``data/casing.txt`` has seen them (``training/casing.py``); a word that it does not know, nor as a form of one that it
knows, is taken for a name. Lengths never change, so offsets hold.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_LEAST = 100  # letters; of a shorter text, such as a heading, nothing can be said
_NONE = 0.002  # share of capitals below which a text is taken to have lost them
_ALL = 0.85
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETED = re.compile(r"(?<=\()[^\W\d_]{2,6}(?=\))")
_AFTER_NAME = re.compile(r"(\b[A-Z][^\W\d_]+ )([^\W\d_]{4,})")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}(?!\w)|(?<=[ \n])[a-z]\.(?= [A-Z])")
_BEGIN = re.compile(r"(?:^|[.!?][\"'”’)]*\s+|\n)[\"'“‘(]*([^\W\d_])")
_ENDINGS = """
s: es: ies:y ed: ed:e ing: ing:e ly: er: er:e ers: ers:e or: ors: ness: ally:al al: d: able: est: man: men:
"""  # ending:what stands in its place in the word that it is made from
_ENDS = tuple(tuple(pair.split(":")) for pair in _ENDINGS.split())
_PREFIXES = (
    "un", "re", "anti", "counter", "non", "inter", "over", "under", "super", "micro", "multi", "pre", "para", "sub",
    "mis",
)  # fmt: skip


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that are written small, words that have a capital, and those of the first that are parts of names, too."""
    small, large, both = (
        files("firsthand.language").joinpath("data/casing.txt").read_text(encoding="utf-8").splitlines()
    )
    return frozenset(small.split()), frozenset(large.split()), frozenset(both.split())


def cased(text: str) -> str:
    """The text itself, or, where it has no capitals or nothing else, the text with capitals where they belong."""
    letters = sum(map(str.isalpha, text))
    if letters < _LEAST:
        return text
    capitals = sum(map(str.isupper, text)) / letters
    if _NONE < capitals < _ALL:
        return text
    plain = text.lower()
    if len(plain) != len(text):  # a few letters of other alphabets grow
        return text
    short = {match[0] for match in _BRACKETED.finditer(plain) if not _is_common(match[0])}
    plain = _WORD.sub(lambda match: match[0].upper() if match[0] in short else _written(match[0]), plain)
    plain = _AFTER_NAME.sub(
        lambda match: match[1] + (_titled(match[2]) if match[2] in _known()[2] else match[2]), plain
    )
    plain = _INITIALS.sub(lambda match: match[0].upper(), plain)
    plain = _BEGIN.sub(lambda match: match[0][:-1] + match[1].upper(), plain)
    return plain if len(plain) == len(text) else text


def _written(word: str) -> str:
    if len(word) == 1 or _is_common(word):
        return word
    return _titled(word)


def _titled(word: str) -> str:
    return word[0].upper() + word[1:]


@lru_cache(maxsize=1 << 16)
def _is_common(word: str) -> bool:
    small, large, _ = _known()
    if word in small or word in large:
        return word in small
    if any(word.endswith(end) and word[: len(word) - len(end)] + put in small for end, put in _ENDS):
        return True
    return any(word.startswith(first) and word[len(first) :] in small for first in _PREFIXES)
