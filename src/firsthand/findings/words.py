"""Words of a clause as a bag: folded, stemmed a little, without the words that every sentence has."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+|\d[\d.,]*")
_SUFFIXES = (
    ("ations", ""), ("ation", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""),
    ("ing", ""), ("ied", "y"), ("ies", "y"), ("ers", ""), ("er", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""),
    ("e", ""),
)  # fmt: skip


@cache
def function_words() -> frozenset[str]:
    """English words that carry no content."""
    return frozenset(_data("function_words.txt").split())


def word_list(name: str) -> frozenset[str]:
    """One of the lists of ``data/word_lists.toml``."""
    return frozenset(_word_lists()[name].split())


@cache
def _word_lists() -> dict[str, str]:
    return tomllib.loads(_data("word_lists.toml"))


def _data(name: str) -> str:
    return files("firsthand.findings").joinpath("data", name).read_text(encoding="utf-8")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest endings; short words stay whole."""
    for suffix, new in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: len(word) - len(suffix)] + new
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """Stems of the content words and numbers of a text."""
    skip = function_words()
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word.rstrip(".,")) for word in found if word not in skip)
