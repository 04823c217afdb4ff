"""Quantities that their own words give away without syntax: money, distances, durations, ages, shares, weights and speeds."""

import re
from typing import NamedTuple

from firsthand.claims.quantities_ranges import Expression, bounded
from firsthand.claims.quantities_units import UNITS
from firsthand.model import Range


class Measured(NamedTuple):
    """A quantity read from the text: offsets, range, unit, dimension, and the words that make it another quantity."""

    start: int
    end: int
    range: Range
    unit: str
    dimension: str
    words: tuple[str, ...] = ()


def _measures() -> dict[str, tuple[str, str]]:
    return {
        name.lower(): (unit, dimension)
        for dimension, units in UNITS["measures"].items()
        for unit, names in units.items()
        for name in names
    }


_MEASURES = _measures()
_CURRENCIES = {name.lower(): code for code, names in UNITS["currencies"].items() for name in names}
_NAMES = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(_MEASURES, key=len, reverse=True))
_MONEY_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s") for name in sorted(_CURRENCIES, key=len, reverse=True) if name[0].isalpha()
)
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₪": "ILS", "₩": "KRW"}
_SYMBOL = re.compile(r"(?P<country>US|A|C|HK|NZ|R)?(?P<sign>[$€£¥₹₦₽₪₩])\s?$")
_SHORT = re.compile(r"\s?(?P<scale>m|mn|b|bn|k|tn)\b(?!\))", re.IGNORECASE)
_SHORT_SCALE = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
_MONEY = re.compile(rf"[\s-](?:(?:US|U\.S\.|American)\s)?(?P<name>{_MONEY_NAMES})\b", re.IGNORECASE)
_POUNDS = re.compile(r"[\s-]pounds?\b(?P<of>\sof\b)?")
_ADJECTIVE = r"(?:(?P<word>more|further|additional|extra|other|consecutive|straight|successive|full|whole|long|short|solid|calendar|working)\s)?"
_UNIT = re.compile(
    rf"(?:[\s-]|(?<=\d))?(?P<gap>[\s-])?{_ADJECTIVE}(?P<name>{_NAMES})(?![\w°%])(?P<old>[\s-](?:old|olds)\b|\sof\sage\b)?",
    re.IGNORECASE,
)
_CONVERSION = re.compile(
    r"(?:\s(?:wide|deep|long|high|tall|thick|away))?\s?[(\[](?:about\s|around\s|some\s|roughly\s)?(?:US)?[$€£]?(?:[\d.,]+|\w+)(?:\s(?:million|billion))?[\s-]?[A-Za-z°$€£]{1,12}(?:\s(?:per|an)\s\w+)?[)\]]"
)
_RATE = re.compile(
    r"\s(?P<rate>(?:a|an|per|each|every)\s(?:second|minute|hour|day|night|week|month|year|person|head|capita|family|victim|barrel|ton)\b"
    r"|each\b|apiece\b|monthly\b|annually\b|daily\b|(?:in\stotal|altogether|combined)\b)"
)
_PLACED = re.compile(r"\s(?P<word>ago|earlier|later|previously|away)\b|\s(?P<event>after|before)\b(?!\s(?:that|all)\b)")
_AGED = re.compile(r"\b(?:aged?|ages)\s(?:of\s)?(?:between\s|from\s|just\s|only\s|about\s)?$", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:who|he|she|have|had|has)\sturn(?:s|ed)\s(?:just\s)?$")
_APPOSED = re.compile(r"(?P<name>[\w’'.\-]+),\s$")
_APPOSED_END = re.compile(r"[,.;)\n]|$|\s(?:who|of|from|was|is|and|has|had|said|were|a)\b|\s?[-–—]\s")
_NOT_NAMES = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?$|(?:Route|No|Flight|Chapter|Section|Highway)$|^[A-Z]+\d"
)
_DECADE_OF_LIFE = re.compile(
    r"\bin\s(?:his|her|their)\s(?:(?P<third>early|mid|late)[\s-])?(?:to\s?-?late\s)?['’]?(?:(?P<digits>[1-9])0['’]?s"
    r"|(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<teens>teens))\b",
    re.IGNORECASE,
)
_DECADES = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_TEENAGE = re.compile(r"\bteen-?aged?\b", re.IGNORECASE)
_LONG = re.compile(r"\b(?P<unit>minute|hour|day|week|month|year|decade|century)(?P<s>s)?-?long\b", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:for|in|after|over)\s(?:the\s(?:past|last)\s)?(?:many\s)?(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b(?!\sof\b|['’])",
    re.IGNORECASE,
)
_A_UNIT = re.compile(
    r"\b(?P<bound>more\sthan|less\sthan|over|under|nearly|almost|about|around|at\sleast|up\sto|just\sover|just\sunder|roughly|within)\s(?:an?|the)\s"
    rf"(?P<name>{_NAMES})\b(?P<old>[\s-]old\b)?(?P<away>\s(?:ago|earlier|later|away|after|before)\b)?",
    re.IGNORECASE,
)
_BOUND_OF = {
    "more than": "more", "over": "more", "less than": "less", "under": "less", "nearly": "nearly", "almost": "nearly", "about": "about",
    "around": "about", "roughly": "about", "at least": "least", "up to": "most", "within": "most", "just over": "past", "just under": "short",
}  # fmt: skip
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<some>an?|one|two|three|four|five|nine)[\s-](?P<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|(?P<half>half))"
    r"(?=\s(?:of\b|the\b|its\b|their\b|his\b|her\b|all\b))",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_SOME = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "nine": 9}
_OUT_OF = re.compile(
    r"\s(?:in|out\sof)\s(?:every\s|each\s)?(?P<whole>\d+|two|three|four|five|six|seven|eight|nine|ten|20|100)\b(?!\s(?:years|days|months|weeks|minutes|hours|of)\b)"
)
_WHOLES = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11)))


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
        code = _CURRENCIES.get(f"{symbol['country'] or ''}{symbol['sign']}".lower()) or _SYMBOLS[symbol["sign"]]
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
        code, end = code or _CURRENCIES[re.sub(r"\s", " ", name["name"].lower())], name.end()
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
    unit, dimension = _MEASURES[re.sub(r"\s", " ", match["name"].lower())]
    if match["name"].lower() == "m" and (match["gap"] or not text[expression.end - 1].isdigit()):
        return None
    if match["name"].lower() in ("m", "min", "mi", "sec", "ha") and not text[expression.end - 1].isdigit():
        return None
    if (
        unit == "second" and match["name"].lower() == "second" and text[expression.end] != "-"
    ):  # "a second man" is an ordinal
        return None
    if match["name"].lower() == "m" and re.match(r"\s[a-z]+s\b", text[match.end() : match.end() + 16]):
        return None  # "2.6m people" are millions
    words = (
        (*expression.words, match["word"].lower())
        if match["word"] in ("more", "further", "additional", "extra", "other")
        else expression.words
    )
    if match["old"]:
        return Measured(
            expression.start,
            match.end(),
            bounded(expression.low, expression.high, expression.bound, True),
            unit,
            "age",
            words,
        )
    end, words = _tail(text, match.end(), words)
    placed = _PLACED.match(text, end) if dimension == "duration" or text.startswith(" away", end) else None
    if placed:
        end, words = placed.end(), (*words, placed[0].strip().lower()) if placed["word"] != "away" else words
    return Measured(
        expression.start, end, bounded(expression.low, expression.high, expression.bound, True), unit, dimension, words
    )


def _age(text: str, expression: Expression) -> Measured | None:
    """ "aged 7", "Ada Moss, 41, of Kell" and "Ada Moss (41)"."""
    if not 0 <= expression.low <= 115 or expression.vague:
        return None
    before = text[max(0, expression.start - 32) : expression.start]
    span = Range(expression.low, expression.high)
    aged = _AGED.search(before) or _TURNED.search(before)
    if aged and not re.match(r"\s?(?:%|percent)", text[expression.end : expression.end + 9]):
        return Measured(
            expression.start - len(aged[0].lstrip()),
            expression.end,
            bounded(expression.low, expression.high, expression.bound, True),
            "year",
            "age",
            expression.words,
        )
    if expression.low < 1 or expression.bound != "exact" or not text[expression.first : expression.end].isdigit():
        return None
    apposed = _APPOSED.search(before)
    named = (
        apposed
        and apposed["name"][0].isupper()
        and not _NOT_NAMES.search(apposed["name"])
        and not apposed["name"].isdigit()
    )
    if (
        named
        and _APPOSED_END.match(text, expression.end)
        and not re.match(r",\s\d|,?\s(?:and\s)?\d|,\s\w+\s\d|:\d", text[expression.end : expression.end + 12])
    ):
        return Measured(expression.start, expression.end, span, "year", "age")
    if (
        re.search(r"[A-Z][\w’'-]+\s\($", before)
        and text[expression.end : expression.end + 1] in (")", ",")
        and not _NOT_NAMES.search(before[:-2].rstrip())
    ):
        return Measured(expression.start, expression.end, span, "year", "age")
    return None


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


def unnumbered(text: str) -> list[Measured]:
    """Measures that no number states: "a third of", "in her 30s", "teenage", "year-long", "for decades", "more than a mile"."""
    found = [Measured(match.start(), match.end(), Range(13, 19), "year", "age") for match in _TEENAGE.finditer(text)]
    for match in _FRACTION.finditer(text):
        if match["half"] and re.search(
            r"\b(?:first|second|last|other|latter|this|that|top|bottom|back|front|better)[\s-]$",
            text[max(0, match.start() - 8) : match.start()],
        ):
            continue
        value = 50.0 if match["half"] else round(100 * _SOME[match["some"].lower()] / _PARTS[match["part"].lower()], 2)
        if value <= 100:
            found.append(Measured(match.start(), match.end(), Range(value, value), "percent", "share"))
    for match in _DECADE_OF_LIFE.finditer(text):
        found.append(Measured(match.start(), match.end(), _in_decade(match), "year", "age"))
    for match in _LONG.finditer(text):
        span = Range(2, None) if match["s"] else Range(1, 1)
        if not re.search(
            r"(?:[\w]-|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)$",
            text[max(0, match.start() - 6) : match.start()],
        ):
            found.append(Measured(match.start(), match.end(), span, match["unit"].lower(), "duration"))
    for match in _FOR_YEARS.finditer(text):
        unit = match["unit"].lower().replace("centurie", "century")
        found.append(Measured(match.start(), match.end(), Range(2, None), unit, "duration"))
    found.extend(_a_unit(match) for match in _A_UNIT.finditer(text))
    return found


def _in_decade(match: re.Match[str]) -> Range:
    if match["teens"]:
        return Range(13, 19)
    first = int(match["digits"]) * 10 if match["digits"] else _DECADES[match["word"].lower()]
    third = (match["third"] or "").lower()
    return Range(first + {"mid": 3, "late": 6}.get(third, 0), first + {"early": 3, "mid": 6}.get(third, 9))


def _a_unit(match: re.Match[str]) -> Measured:
    unit, dimension = _MEASURES[re.sub(r"\s", " ", match["name"].lower())]
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
