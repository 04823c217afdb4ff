"""Whether the words around a time expression speak of what is to come."""

import re

_CUE = re.compile(
    r"""\b(?:(?P<ahead>[Ww]ill|won['’]t|shall|going\ to
        |(?:is|are|was|were|be)\ (?:expected|due|set|scheduled|slated|planned|poised|likely)
        |scheduled|slated|due|set\ (?:to|for)|expected\ to|plan(?:s|ned|ning)?|upcoming|would|until|till
        |as\ (?:soon|early)\ as
        |starting|beginning|begins|starts|opens|resumes|closes|expires|runs\ out
        |(?:holds?|lasts?|runs?|continues?|closed|open|valid|extended)\ through
        |takes\ effect|intends?\ to|vow\w*\ to|hopes?\ to|could|might|may)
    |(?P<past>said|says|say|was|were|(?:had|has|have)(?!\ to\b)
        |did|told|since|after|killed|went|came|took|made|left|began|hit|held|found|met|won|lost
        |saw|fell|rose|broke|struck|shot|sent|got|gave|became|died|spoke|ran|led|wrote|put|cut|[a-z]{3,}ed))\b|['’](?P<will>ll)\b""",
    re.VERBOSE,
)
_STOP = re.compile(r"[.!?;\n]\s|\n|[“”\"]")
_FROM = re.compile(r"\bfrom\s$")
_REACH = 90


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """True where the nearest verb or cue before the span, else after it in the sentence, is of the future.

    ``None`` where there is no cue. "Wednesday's ruling" is past whatever stands around it.
    """
    if text.startswith(("'s", "’s"), end):
        return False
    before = text[max(0, start - _REACH) : start]
    begin = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    cues = list(_CUE.finditer(before, begin))
    if cues:
        return not cues[-1]["past"]
    after = text[end : end + _REACH]
    halt = _STOP.search(after)
    cue = _CUE.search(after, 0, halt.start() if halt else len(after))
    if cue is None or cue["ahead"] in ("until", "till", "due"):
        return True if _FROM.search(before) else None
    return not cue["past"]
