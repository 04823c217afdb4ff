"""Counts that no cardinal states: "the 10th passenger", "an eighth-grader", "killing everyone on board"."""

import re
from collections.abc import Iterator

from firsthand.model import Quantity

_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = rf"(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)}))"
_GRADE = re.compile(rf"(?<!of the )\b{_ORDINAL}[\s-]grade(?:r|rs)?\b", re.IGNORECASE)
_OF_A_TOLL = re.compile(
    rf"\b{_ORDINAL}\s(?P<noun>victim|passenger|fatality|death|casualty|hostage|body|survivor|detainee)\b", re.IGNORECASE
)
_ALL_ABOARD = r"(?:all(?:\s(?:those|people|passengers))?|everyone|everybody)\s(?:who\swas\s)?(?:aboard|on\sboard)"
_NOBODY_LEFT = re.compile(
    rf"\bkill(?:s|ed|ing)\s{_ALL_ABOARD}\b|\b{_ALL_ABOARD}\s(?:(?:was|were)\skilled|died|perished|drowned)\b",
    re.IGNORECASE,
)
LAST_GRADE = 12


def ordinals(text: str) -> Iterator[Quantity]:
    """School years, the place in a toll that says how many there are, and no survivors where all aboard were killed."""
    for match in _GRADE.finditer(text):
        if _number(match) <= LAST_GRADE:
            yield Quantity(*match.span(), _number(match), _number(match), "grade", noun="grade")
    for match in _OF_A_TOLL.finditer(text):
        if _number(match) > 1:
            yield Quantity(*match.span(), _number(match), _number(match), "person", noun=match["noun"].lower())
    for match in _NOBODY_LEFT.finditer(text):
        yield Quantity(*match.span(), 0, 0, "person", noun="survivor", variant="left")


def _number(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else _WORDS.index(match["word"].lower()) + 1
