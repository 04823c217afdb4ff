"""Numbers with a measure, known by their own words: money, distances, durations, ages, shares, weights, speeds."""

import re
from typing import NamedTuple

from firsthand.claims.quantities_ranges import Expression, bounded
from firsthand.claims.quantities_units import UNITS, is_human, is_plural
from firsthand.model import Range


class Measured(NamedTuple):
    """A quantity read from the text: offsets, range, unit, dimension, and the words that make it another quantity."""

    start: int
    end: int
    range: Range
    unit: str
    dimension: str
    words: tuple[str, ...] = ()


def _units() -> dict[str, tuple[str, str]]:
    return {
        name.lower(): (unit, dimension)
        for dimension, units in UNITS["measures"].items()
        for unit, names in units.items()
        for name in names
    }


MEASURES = _units()
CURRENCIES = {name.lower(): code for code, names in UNITS["currencies"].items() for name in names}
MEASURE_NAMES = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(MEASURES, key=len, reverse=True))
_MONEY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s") for name in sorted(CURRENCIES, key=len, reverse=True) if name[0].isalpha()
)
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₪": "ILS", "₩": "KRW"}
_SYMBOL = re.compile(r"(?P<country>US|A|C|HK|NZ|R)?(?P<sign>[$€£¥₹₦₽₪₩])\s?$")
_SHORT = re.compile(r"\s?(?P<scale>m|mn|b|bn|k|tn)\b(?!\))", re.IGNORECASE)
_SHORT_SCALE = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
_WHOLES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MONEY = re.compile(rf"[\s-](?:(?:US|U\.S\.|American)\s)?(?P<name>{_MONEY_NAMES})\b", re.IGNORECASE)
_POUNDS = re.compile(r"[\s-]pounds?\b(?P<of>\sof\b)?")
_QUALIFIER = (
    r"(?:(?P<word>more|further|additional|extra|other|consecutive|straight|successive|full|whole|long|short|solid"
    r"|calendar|working)\s)?"
)
_UNIT = re.compile(
    rf"(?:[\s-]|(?<=\d))?(?P<gap>[\s-])?{_QUALIFIER}(?P<name>{MEASURE_NAMES})(?![\w°%])"
    r"(?P<old>[\s-](?:old|olds)\b|\sof\sage\b)?",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    r"(?:\s(?:wide|deep|long|high|tall|thick|away))?\s?[(\[](?:about\s|around\s|some\s|roughly\s)?(?:US)?[$€£]?"
    r"(?:[\d.,]+|\w+)(?:\s(?:million|billion))?[\s-]?[A-Za-z°$€£/]{1,12}(?:\s(?:per|an)\s\w+)?[)\]]"
)
_RATE = re.compile(
    r"\s(?P<rate>(?:a|an|per|each|every)\s"
    r"(?:second|minute|hour|day|night|week|month|year|person|head|capita|family|victim|barrel|ton)\b"
    r"(?!\s(?:ago|earlier|later|before|after)\b)|each\b|apiece\b|monthly\b|annually\b|daily\b|(?:in\stotal|altogether|combined)\b)"
)
_PLACED = re.compile(r"\s(?P<word>ago|earlier|later|previously|away)\b|\s(?P<event>after|before)\b(?!\s(?:that|all)\b)")
_AGED = re.compile(
    r"\b(?:aged?|ages)\s(?:of\s)?(?:\d+,\s)*(?:\d+,?\sand\s)?(?:between\s|from\s|just\s|only\s|about\s)?$",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(  # "it could one day carry people"
    r"(?<!for\s)(?<!in\s)(?<!within\s)(?<!only\s)(?<!just\s)(?<!than\s)(?<!least\s)[Oo]ne\sday\b"
    r"(?!\s(?:after|before|later|earlier|ago|of|long|off|away|each|per|a)\b|[-.,;)’'])"
)
_WITHIN = re.compile(r"(?<=[Ww]ithin\s)(?:the\s)?$")
_YOUNGER = re.compile(
    r"\b(?:children|child|kids?|girls?|boys?|people|those|adults?|men|women|man|woman|pupils|anyone|all|whom|who|(?P<is>is|are|was|were))"
    r"(?P<aged>\saged)?\s$"
)
_AT_AGE = re.compile(r"(?:^|[.;,\n]\s|\b(?:and|but)\s)[Aa]t\s(?:just\s|only\s)?$")
_BY_AGE = re.compile(r",?\s(?:he|she)\b")
_OLDEST = 18.0
_TURNED = re.compile(r"\b(?:who|he|she|have|had|has)\sturn(?:s|ed)\s(?:just\s)?$")
_IS = re.compile(r"\b(?:who|he|she)(?:\s(?:is|was)|['’]s)\s(?:just\s|only\s|now\s)?$", re.IGNORECASE)
_APPOSED = re.compile(r"(?P<name>[\w’'.\-]+),\s$")
_IS_END = re.compile(r"[.,;)\n”\"]|$|\s(?:and|when|at)\b")
_LISTED = re.compile(r",\s\d|,?\s(?:and\s)?\d|,\s\w+\s\d|:\d")
_BRACKETED = re.compile(r"[A-Z][\w’'-]+\s\($")
_NOT_NAMES = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?$"
    r"|(?:Route|No|Flight|Chapter|Section|Highway)$|^[A-Z]+\d"
)
_APPOSED_END = re.compile(r"[,.;)\n]|$|\s(?:who|of|from|was|is|and|has|had|said|were|a)\b|\s?[-–—]\s")

_OUT_OF = re.compile(
    rf"\s(?:in|out\sof)\s(?:every\s|each\s)?(?P<whole>\d+|{'|'.join(_WHOLES)})\b"
    r"(?!\s(?:years|days|months|weeks|minutes|hours|of)\b)"
)


def measured(text: str, expression: Expression) -> Measured | None:
    """The measure that a number expression states, or ``None`` where it counts things."""
    return (
        _money(text, expression)
        or _with_unit(text, expression)
        or _age(text, expression)
        or _share_of(text, expression)
    )


def _money(text: str, expression: Expression) -> Measured | None:
    symbol = _SYMBOL.search(text, max(0, expression.first - 6), expression.first)
    low, high, end = expression.low, expression.high, expression.end
    code = None
    if symbol:
        code = CURRENCIES.get(f"{symbol['country'] or ''}{symbol['sign']}".lower()) or _SYMBOLS[symbol["sign"]]
    short = _SHORT.match(text, end) if symbol or _MONEY.match(text, end + 1) else None
    if short:
        scale = _SHORT_SCALE[short["scale"][0].lower()]
        low, high, end = low * scale, high * scale, short.end()
    name = _MONEY.match(text, end + (3 if expression.vague and text.startswith(" of ", end) else 0))
    if name and not (
        name["name"].lower() in ("won", "real", "rand", "colon")
        and name["name"][-1] != "s"
        and not name["name"].isupper()
        and high < 100
    ):
        code, end = code or CURRENCIES[re.sub(r"\s", " ", name["name"].lower())], name.end()
    pounds = None if code else _POUNDS.match(text, end)
    if pounds and not pounds["of"] and text[end] != "-" and low >= 1000:
        code, end = "GBP", pounds.end()
    elif pounds:
        return Measured(
            expression.start,
            end + 7 if text[end + 1 : end + 7] == "pounds" else end + 6,
            bounded(low, high, expression.bound, True),
            "pound",
            "count",
            expression.words,
        )
    if code is None:
        return None
    start = min(expression.start, symbol.start()) if symbol else expression.start
    end, words = _tail(text, end, expression.words)
    return Measured(start, end, bounded(low, high, expression.bound, True), code, "money", words)


def _tail(text: str, end: int, words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Past a conversion in brackets, and the rate or place in time that follows."""
    conversion = _CONVERSION.match(text, end)
    end = conversion.end() if conversion else end
    rate = _RATE.match(text, end)
    if rate:
        return end, (*words, re.sub(r"^(?:an?|every)\b", "per", rate["rate"]))
    return end, words


def _with_unit(text: str, expression: Expression) -> Measured | None:
    of = expression.vague and text.startswith(" of ", expression.end)
    match = _UNIT.match(text, expression.end + (3 if of else 0))
    if not match or (match["name"] == "C" and not text[match.end() :].startswith(")")):
        return None
    unit, dimension = MEASURES[re.sub(r"\s", " ", match["name"].lower())]
    if match["name"].lower() == "m" and (match["gap"] or not text[expression.end - 1].isdigit()):
        return None
    if match["name"] == "day" and _SOME_DAY.match(text, expression.first) and not match["old"]:
        return None
    if match["name"].lower() in ("m", "min", "mi", "sec", "ha") and not text[expression.end - 1].isdigit():
        return None
    if (
        unit == "second" and match["name"].lower() == "second" and text[expression.end] != "-"
    ):  # "a second man" is an ordinal
        return None
    following = re.match(r"\s([a-z]+)\b", text[match.end() : match.end() + 16])
    if match["name"].lower() == "m" and following and is_plural(following[1]):
        return None  # "2.6m people" are millions
    words = (
        (*expression.words, match["word"].lower())
        if match["word"] in ("more", "further", "additional", "extra", "other")
        else expression.words
    )
    if match["old"]:  # "another 19-year-old" is one more person, not another age
        start = expression.first if "another" in words else expression.start
        span = bounded(expression.low, expression.high, expression.bound, True)
        return Measured(start, match.end(), span, unit, "age", tuple(word for word in words if word != "another"))
    end, words = _tail(text, match.end(), words)
    bound = expression.bound
    if bound == "exact" and dimension in ("duration", "distance") and _WITHIN.search(text, 0, expression.start):
        bound = "most"
    placed = _PLACED.match(text, end) if dimension == "duration" or text.startswith(" away", end) else None
    if placed:
        end, words = placed.end(), (*words, placed[0].strip().lower()) if placed["word"] != "away" else words
    span = bounded(expression.low, expression.high, bound, True)
    return Measured(expression.start, end, span, unit, dimension, words)


def _age(text: str, expression: Expression) -> Measured | None:
    """ "aged 7", "Ada Moss, 41, of Kell" and "Ada Moss (41)"."""
    if not 0 <= expression.low <= 115 or expression.vague:
        return None
    before = text[max(0, expression.start - 32) : expression.start]
    span = Range(expression.low, expression.high)
    aged = _AGED.search(before) or _TURNED.search(before)
    if _AT_AGE.search(before) and _BY_AGE.match(text, expression.end) and expression.bound == "exact":
        return Measured(expression.start, expression.end, span, "year", "age", expression.words)
    if aged and not re.match(r"\s?(?:%|percent)", text[expression.end : expression.end + 9]):
        return Measured(
            expression.start - (0 if aged[0].rstrip().endswith(" and") else len(aged[0].lstrip())),
            expression.end,
            bounded(expression.low, expression.high, expression.bound, True),
            "year",
            "age",
            expression.words,
        )
    if expression.bound in ("less", "more") and _is_age_limit(text, expression, before):
        span = bounded(expression.low, expression.high, expression.bound, True)
        return Measured(expression.start, expression.end, span, "year", "age", expression.words)
    if expression.low < 1 or expression.bound != "exact" or not text[expression.first : expression.end].isdigit():
        return None
    if _is_age(text, before, expression.end):
        return Measured(expression.start, expression.end, span, "year", "age")
    return None


def _is_age_limit(text: str, expression: Expression, before: str) -> bool:
    """Whether "under five" after the people it is told of is an age."""
    bound = text[expression.start : expression.first].strip().lower()
    people = _YOUNGER.search(before)
    if (
        bound not in ("under", "below", "over", "above")
        or people is None
        or not _APPOSED_END.match(text, expression.end)
    ):
        return False
    return expression.high <= _OLDEST or not people["is"]


def _is_age(text: str, before: str, end: int) -> bool:
    """Whether a bare number that ends at a character tells the age of whom the words before it name."""
    if _IS.search(before) and _IS_END.match(text, end):
        return True
    apposed = _APPOSED.search(before)
    if apposed and _APPOSED_END.match(text, end) and not _LISTED.match(text, end):
        name = apposed["name"]
        return (name[0].isupper() or is_human(name)) and not _NOT_NAMES.search(name)
    bracketed = text[end : end + 1] in (")", ",") and _BRACKETED.search(before)
    return bool(bracketed) and not _NOT_NAMES.search(before[:-2].rstrip())


def _share_of(text: str, expression: Expression) -> Measured | None:
    """ "one in five", "three out of four"."""
    whole = _OUT_OF.match(text, expression.end)
    if not whole or expression.vague or expression.low != expression.high:
        return None
    total = float(_WHOLES.get(whole["whole"].lower()) or whole["whole"])
    if total <= expression.low or total > 100 or (total == 10 and expression.low > 9):
        return None
    share = round(100 * expression.low / total, 2)
    return Measured(
        expression.start,
        whole.end(),
        bounded(share, share, expression.bound, True),
        "percent",
        "share",
        expression.words,
    )
