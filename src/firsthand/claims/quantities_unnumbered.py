"""Measures that no number states: "a third of", "in her 30s", "teenage", "year-long", "for decades", "over a mile"."""

import re

from firsthand.claims.quantities_measures import MEASURES, Measured
from firsthand.claims.quantities_ranges import bounded
from firsthand.model import Range

_DECADE_OF_LIFE = re.compile(
    r"\bin\s(?:his|her|their)\s(?:(?P<third>early|mid|late)[\s-])?(?:to\s?-?late\s)?['’]?(?:(?P<digits>[1-9])0['’]?s"
    r"|(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<teens>teens))\b",
    re.IGNORECASE,
)
_DECADES = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_TEENAGE = re.compile(r"\bteen-?aged?\b", re.IGNORECASE)
_LONG = re.compile(r"\b(?P<unit>minute|hour|day|week|month|year|decade|century)(?P<s>s)?-?long\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\w-|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)$", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:for|in|after|over)\s(?:the\s(?:past|last)\s)?(?:many\s)?"
    r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b(?!\sof\b|['’])",
    re.IGNORECASE,
)
_BOUND_OF = {
    "more than": "more",
    "over": "more",
    "less than": "less",
    "under": "less",
    "nearly": "nearly",
    "almost": "nearly",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "at least": "least",
    "up to": "most",
    "within": "most",
    "just over": "past",
    "just under": "short",
}
_BOUNDS = "|".join(sorted(_BOUND_OF, key=len, reverse=True)).replace(" ", r"\s")
_LENGTHS = "|".join(name for name, (_, dimension) in MEASURES.items() if dimension in ("distance", "duration"))
_A_UNIT = re.compile(
    rf"\b(?P<bound>{_BOUNDS})\san?\s(?P<name>{_LENGTHS})\b(?P<old>[\s-]old\b)?"
    r"(?P<away>\s(?:ago|earlier|later|away|after|before)\b)?",
    re.IGNORECASE,
)
_DISTANCES = "|".join(name for name, (_, dimension) in MEASURES.items() if dimension == "distance" and len(name) > 2)
_DEEP = re.compile(
    rf"\ban?\s(?P<name>{_DISTANCES})\s(?:deep|wide|long|high|tall|thick|apart|across|away)\b", re.IGNORECASE
)
_DURATIONS = "|".join(name for name, (_, dimension) in MEASURES.items() if dimension == "duration" and len(name) > 3)
_LATER = re.compile(rf"\ban?\s(?P<name>{_DURATIONS})\s(?P<away>ago|earlier|later|previously)\b", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_SOME = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "nine": 9}
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<bound>{_BOUNDS})\s)?(?:(?P<some>{'|'.join(_SOME)})[\s-](?P<part>{'|'.join(_PARTS)})s?|(?P<half>half))"
    r"(?=\s(?:of\b|the\b|its\b|their\b|his\b|her\b|all\b))",
    re.IGNORECASE,
)
_WHICH_HALF = re.compile(r"\b(?:first|second|last|other|latter|this|that|top|bottom|back|front|better)[\s-]$")


def unnumbered(text: str) -> list[Measured]:
    """The measures of a text that stand without a number, a kind at a time."""
    found = [Measured(*match.span(), Range(13, 19), "year", "age") for match in _TEENAGE.finditer(text)]
    found += [Measured(*match.span(), _in_decade(match), "year", "age") for match in _DECADE_OF_LIFE.finditer(text)]
    found += [
        Measured(*match.span(), Range(2, None) if match["s"] else Range(1, 1), match["unit"].lower(), "duration")
        for match in _LONG.finditer(text)
        if not _NUMBERED.search(text, max(0, match.start() - 6), match.start())
    ]
    found += [
        Measured(*match.span(), Range(2, None), match["unit"].lower().replace("centurie", "century"), "duration")
        for match in _FOR_YEARS.finditer(text)
    ]
    found += [
        Measured(*match.span(), _fraction(match), "percent", "share")
        for match in _FRACTION.finditer(text)
        if not (match["half"] and _WHICH_HALF.search(text, max(0, match.start() - 8), match.start()))
    ]
    found += [_a_unit(match) for match in _A_UNIT.finditer(text)]
    taken = {measure.start + len(text[measure.start : measure.end].partition(" a")[0]) + 1 for measure in found}
    return found + [
        _one(match) for pattern in (_DEEP, _LATER) for match in pattern.finditer(text) if match.start() not in taken
    ]


def _one(match: re.Match[str]) -> Measured:
    """ "a metre deep", "an hour later"."""
    unit, dimension = MEASURES[re.sub(r"\s", " ", match["name"].lower())]
    words = (match["away"].lower(),) if dimension == "duration" else ()
    return Measured(*match.span(), Range(1, 1), unit, dimension, words)


def _fraction(match: re.Match[str]) -> Range:
    share = 0.5 if match["half"] else _SOME[match["some"].lower()] / _PARTS[match["part"].lower()]
    share, bound = round(100 * share, 2), re.sub(r"\s", " ", (match["bound"] or "").lower())
    return bounded(share, share, _BOUND_OF.get(bound, "exact"), continuous=True)


def _in_decade(match: re.Match[str]) -> Range:
    if match["teens"]:
        return Range(13, 19)
    first = int(match["digits"]) * 10 if match["digits"] else _DECADES[match["word"].lower()]
    third = (match["third"] or "").lower()
    return Range(first + {"mid": 3, "late": 6}.get(third, 0), first + {"early": 3, "mid": 6}.get(third, 9))


def _a_unit(match: re.Match[str]) -> Measured:
    unit, dimension = MEASURES[re.sub(r"\s", " ", match["name"].lower())]
    bound = re.sub(r"\s", " ", match["bound"].lower())
    span = bounded(1, 1, _BOUND_OF[bound], True)
    placed = match["away"] if dimension == "duration" and match["away"] and "away" not in match["away"] else None
    words = (placed.strip().lower(),) if placed else ()
    return Measured(
        match.start(),
        match.end() if placed or not match["away"] else match.start("away"),
        span,
        unit,
        "age" if match["old"] else dimension,
        words,
    )
