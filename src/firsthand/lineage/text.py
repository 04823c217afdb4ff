"""Words as the comparison sees them: folded, lightly stemmed, with their offsets."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’´][^\W\d_]+)*")

_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|ly)$")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
}
_SPELLINGS = (
    ("our", "or"),
    ("tr", "ter"),
    ("is", "iz"),
    ("ys", "yz"),
    ("isation", "ization"),
)  # on stems: British, American


def _function_words() -> frozenset[str]:
    listed = files("firsthand.lineage").joinpath("data/function_words.txt").read_text(encoding="utf-8").split()
    return frozenset(listed) - {"one"}


FUNCTION_WORDS = _function_words()


class Word(NamedTuple):
    """A word of a text: its folded form, its offsets, and whether it is capitalised (not at a sentence's start)."""

    form: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form in which spellings and inflections of a word are equal ("Soldiers’", "soldier"; "5.10", "5:10")."""
    if word[0].isdigit():
        return word.replace(",", "").replace(":", ".")
    word = word.casefold().replace(".", "").replace("’", "'").replace("´", "'")
    word = word.removesuffix("'").removesuffix("'s")
    if word in FUNCTION_WORDS:
        return word
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    stem = _SUFFIX.sub("", word)
    stem = stem.removesuffix("e") if len(stem) > 3 else stem
    for british, american in _SPELLINGS:
        if len(stem) >= len(british) + 2 and stem.endswith(british):
            stem = stem.removesuffix(british) + american
    return word if stem in FUNCTION_WORDS or not stem else stem  # "backed" is not "back"


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``, offsets into ``text``."""
    found: list[Word] = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        found.append(Word(fold(word), match.start(), match.end(), word[0].isupper() and bool(found)))
    return found


def is_function(form: str) -> bool:
    """Whether the folded form is a function word: frequent everywhere, so no evidence by itself."""
    return form in FUNCTION_WORDS
