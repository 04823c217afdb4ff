"""Tidying words taken from a text: spaces, quotation marks, datelines, openings, length."""

import re

from firsthand.findings.words import word_list

LONGEST = 110
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?)’])(?!\d)")
_DOUBLE_COMMA = re.compile(r",\s*(?=[,.;])")
_OPENING = re.compile(
    r"^(?:(?:and|but|that|while|as(?!\s(?:part|a|an|of|many|much|well|the)\b)|because|so|then|however|meanwhile|nonetheless|nevertheless|also|thus|therefore|although|though|"
    r"moreover|furthermore|first,|still|yet|in\saddition)\b[\s,]+)+",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.’'-]+(?:[\s,]+[A-Z][\w.’'-]+){0,5}\s*(?:\([^)]{2,30}\))?\s*(?:—|–|--|-)\s*|(?:[A-Z][\w.]+[\s,]*){1,4}\((?:AP|AFP|Reuters|CNN|Xinhua|dpa|TASS|UPI)\)\s*(?:—|–|--|-)?\s*)"
)
_FURNITURE = re.compile(
    r"^file\b|file photo|[@#]\w+|\bAP Photo|\b(?:read more|click here|related:|watch:|photo:|video:)", re.I
)
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|or|but|nor|of|at|from|the|a|an|that|which|who|whose|than|into|because|if|its|their|when|while|where)$)+$",
    re.I,
)
_DANGLING_CUT = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|or|but|of|in|on|at|by|to|for|from|with|as|the|a|an|that|which|who|whose|when|while|after|before|than|into|"
    r"near|over|between|about|because|if|was|were|is|are|has|have|had|been|be|its|their|his|her|not)$)+$",
    re.I,
)
_STOPS = re.compile(
    r"[;,:–—]\s|\s(?:who|which|while|after|before|when|where|because|as|and|but|with|in|on|at|for|during)\s"
)
_MARKS = re.compile(r"[“”\"«»]")
_LOWER = word_list("lower")


def tidy(text: str) -> str:
    """One line with plain spaces, no stray marks at the edges, and quotation marks and brackets only in pairs."""
    text = _SPACE.sub(" ", text)
    text = _DOUBLE_COMMA.sub("", _BEFORE_MARK.sub(r"\1", text))
    text = _DATELINE.sub("", text.strip())
    quotes = _MARKS.findall(text)
    if len(quotes) % 2 or quotes[1:] == ["“"]:
        text = _MARKS.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    if text.count("[") != text.count("]"):
        text = text.replace("[", "").replace("]", "")
    return _SPACE.sub(" ", text).strip(" ,;:.–—-")


def opened(text: str) -> str:
    """The text without conjunctions and connecting adverbs before its first word."""
    return _OPENING.sub("", text)


def is_furniture(text: str) -> bool:
    """Whether words of a page stand among those of the clause."""
    return bool(_FURNITURE.search(text))


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def lowered(text: str, source: str) -> str:
    """The text as it stands inside a sentence: a first word in lower case unless ``source`` shows a name."""
    first = re.match(r"[A-Z][a-z’'-]*\b", text)
    if not first or (len(first[0]) == 1 and first[0] != "A"):
        return text
    word = first[0].lower()
    named = text[len(word) + 1 : len(word) + 2].isupper()  # "President Holm"
    if word in _LOWER or (
        not named and word in source and re.search(rf"(?<![\w@/.-]){re.escape(word)}(?![\w-])", source)
    ):
        return word + text[len(word) :]
    return text


def shorten(text: str, longest: int = LONGEST, keep: str = "") -> str:
    """The text cut at the end of a clause or phrase to about ``longest`` characters; it still holds ``keep``."""
    if len(text) <= longest:
        return clean_end(text)
    least = max(30, text.find(keep) + len(keep) if keep and keep in text else 0)
    cuts = [stop.start() for stop in _STOPS.finditer(text, least, longest + 1)]
    strong = [at for at in cuts if text[at] in ",;:–—"]
    at = (strong or cuts or [0])[-1]
    if at:
        return _balanced(_DANGLING_CUT.sub("", text[:at]))
    return _balanced(_DANGLING_CUT.sub("", text[: max(longest, least)].rsplit(" ", 1)[0])) + " …"


def clean_end(text: str) -> str:
    """The text without an article, conjunction or comma at its end that leads nowhere."""
    return _DANGLING.sub("", text)


def _balanced(text: str) -> str:
    """Cutting may have split a pair."""
    return tidy(text)
