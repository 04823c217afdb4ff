"""Folding names: what is left of a spelling when the habits of romanisation and typing are taken away."""

import re
import unicodedata
from functools import lru_cache

from firsthand.names.data import rows, word_set

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ŋ": "ng"}
)
_CYRILLIC = str.maketrans({row[0]: row[1] for row in rows("cyrillic.tsv")} | {"ъ": "", "ь": ""})
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʼ\"“”]+")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?=\W|$|\w\b)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)

ARTICLES = word_set("articles")
PARTICLES = word_set("particles")

# Spellings of one sound in romanised Arabic, Persian, Slavic, Hebrew and Turkish names, most specific first.
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"),
    ("ay", "ai"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"), ("o", "u"),
    ("e", "i"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?![heiy])")
_DOUBLED = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")
_VOWELS = re.compile(r"(?<=.)[aeiou]")


def without_possessive(name: str) -> str:
    """The name without a closing 's or s'."""
    return _POSSESSIVE.sub("", name)


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Lower case, no diacritics, no apostrophes, other punctuation as blanks; Cyrillic letters in Latin ones."""
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), name).casefold().translate(_CYRILLIC)
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", text).replace("&", " and ")).strip()


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """One plain word with the spellings of one sound made equal ("muhammad", "mohammed" → "muhamad", "muhamid")."""
    text = _HARD_C.sub("k", word)
    for spelling, sound in _SOUNDS:
        text = text.replace(spelling, sound)
    return _FINAL_H.sub("", _DOUBLED.sub(r"\1", text))


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The skeleton of a plain word without its inner and final vowels ("muhammad", "mohamed" → "mhmd")."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", skeleton(word)))


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The plain words of a name without Arabic articles, possessive and a leading "the"."""
    found = plain(without_possessive(name)).split()
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    kept = tuple(word for word in found if word not in ARTICLES)
    return kept or tuple(found)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The skeletons of a name's words, in order: equal for spellings of one name ("Al-Jufra", "Juffra" → "jufra")."""
    return " ".join(skeleton(word) for word in words(name))


def initials(name: str, small: bool = False) -> str:
    """The first letters of a name's capitalised words ("Tavira Harbour Board" → "THB"); ``small``: of all its words."""
    parts = [part for part in re.split(r"[\s\-–/]+", name) if part]
    return "".join(part[0].upper() for part in parts if part[0].isalpha() and (small or part[0].isupper()))
