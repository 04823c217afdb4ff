"""Who wrote an article, by the lines that a page prints between its title and its first paragraphs."""

import re
from collections.abc import Iterator, Sequence

from firsthand.reading.cleaning.lines import Line
from firsthand.reading.patterns import furniture

_LONGEST = 140
_NEAR = 2
_PARTICLES = r"(?:(?:de|del|da|van|von|der|den|al|el|bin|ibn|la|le) )?"
_NAME = rf"[A-Z][\w.'’-]*(?: {_PARTICLES}[A-Z][\w.'’-]*){{1,3}}(?:,? (?:Jr|Sr|III?)\b\.?)?"
_NAMES = re.compile(rf"(?P<names>{_NAME}(?:(?:, and |,? & | and |, ){_NAME})*)")
_SAYS_BY = re.compile(
    r"^(?i:(?:(?:posted|written|story|report(?:ed|ing)?|words|text|compiled|submitted|article|edited|first reported|"
    r"source article|written up) )?(?:by|por)|authors?|reporters?|words|text):?\s+(?=[A-Z])"
)
_ALONE = re.compile(rf"^{_NAMES.pattern}(?:\s*(?:[,/|(–-]| in | for )\s*.{{0,60}})?$")
_SPLIT = re.compile(r",? and | & |, ", re.IGNORECASE)
_TAILS = frozenset(("more", "follow", "email"))
_NO_NAME_TEXT = """
north south east west middle central asia africa europe america americas pacific city county state states united
republic street road port house press agency agencies newspaper daily times post herald tribune gazette mail journal
correspondent reporter editor writer staff bureau desk team ministry police university international photo image
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday getty reuters afp associated the our in summary
"""
_NO_NAME = frozenset(_NO_NAME_TEXT.split())


def authors(lines: Sequence[Line], start: int, end: int) -> tuple[str, ...]:
    """The people that a line between ``start`` and ``end`` names as authors.

    A line that says "by" is believed; one of nothing but names only beside a line with the date.
    """
    near = (line for line in lines[start:end] if line.rule not in ("title", "repeated title"))
    opening = [line for line in near if not line.real and len(line.text) <= _LONGEST]
    for line in opening:
        said = _SAYS_BY.match(line.text)
        found = _NAMES.match(line.text, said.end()) if said else None
        if found and (names := tuple(_people(found["names"]))):
            return names
    for i, line in enumerate(opening):
        found = _ALONE.match(line.text)
        dated = any(other.stamp for other in opening[max(0, i - _NEAR) : i + _NEAR + 1])
        if found and dated and (names := tuple(_people(found["names"]))):
            return names
    return ()


def _people(text: str) -> Iterator[str]:
    """The names in a text of names; a role or an office among them ends it."""
    for name in _SPLIT.split(text):
        words = name.split()
        low = {word.lower().strip(".'’") for word in words}
        if words and words[-1].lower() in _TAILS:
            words, low = words[:-1], low - _TAILS
        if len(words) < 2 or low & _NO_NAME or len(low & furniture().words) > len(low) / 2:
            return
        yield " ".join(word.capitalize() if name.isupper() else word for word in words)
