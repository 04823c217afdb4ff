"""What stands by a toponym and says which of its namesakes is meant ("Paris, Texas", "Georgia's Tbilisi")."""

import re
from collections.abc import Iterable

_NAME = r"(?:[A-Z][\w.'’-]*\.?)(?: (?:of |and |the )?[A-Z][\w.'’-]*){0,3}"
_AFTER = re.compile(rf"^,? ?(?:in |\()?((?:the )?{_NAME})")
_COMMA = re.compile(rf"^, ?(?:in )?((?:the )?{_NAME})")
_IN = re.compile(
    r"^(?: (?:city|province|region|state|area|district))? ?(?:in|of) "
    rf"(?:the |northern |southern |eastern |western |central )*({_NAME})"
)
_BEFORE = re.compile(rf"({_NAME})['’]s? (?:\w+ ){{0,3}}$")


def beside(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Names beside the mentions of a toponym that may say where it lies; in order, each once."""
    found: dict[str, None] = {}
    for start, end in spans:
        after = text[end : end + 60]
        match = _COMMA.match(after) or _IN.match(after)
        if match:
            found[_trim(match[1])] = None
        before = _BEFORE.search(text[max(0, start - 60) : start])
        if before:
            found[before[1]] = None
    return tuple(found)


def _trim(name: str) -> str:
    """Names in running text lose a sentence's full stop but keep that of an abbreviation ("Conn.", "U.S.")."""
    return name if re.search(r"\b(?:\w\.)+$|^\w{2,5}\.$", name) else name.rstrip(".'’")
