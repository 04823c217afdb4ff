"""Number expressions and the numbers that each allows: "at least 25", "1,500 to 1,600", "dozens", "nearly 30"."""

import json
import math
import re
from bisect import bisect_left
from importlib import resources
from typing import NamedTuple

from firsthand.claims.numerals import Numeral, find_numbers
from firsthand.model import Range

_INFINITY = float("inf")
_WINDOW = 48  # characters before a number in which its bound ("no fewer than") may stand
_BOUNDS: dict[str, list[str]] = json.loads(
    resources.files("firsthand.claims").joinpath("data/quantity_bounds.json").read_text(encoding="utf-8")
)
_KIND_OF = {phrase: kind for kind, phrases in _BOUNDS.items() for phrase in phrases}
_BOUND = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(_KIND_OF, key=len, reverse=True))
    + r")(?:\s|(?<=~))\s?$",
    re.IGNORECASE,
)
_PARTICLE = re.compile(
    r"\b(?:hand\w*|turn\w*|t[ao]k\w+|pull\w*|knock\w*|r[au]n|running|fl[ei]w|cross\w*|pass\w*|arrest\w*|charged"
    r"|dispute|row|talks|battle|fight|fought|anger|angry|outrage|trial|questioned|concerns?|worr\w+|protests?|step\w*|roll\w*|bowled|won|control|power|all|case)\s$",
    re.IGNORECASE,
)
_DETERMINERS = frozenset(("the", "a", "an", "these", "those", "their", "its", "his", "her", "our", "my"))
_PLACES = frozenset(("above", "below", "under", "beyond", "near", "around", "just above", "just below", "just under"))
_TENS_OF = {"ten": 10.0, "hundred": 100.0, "thousand": 1e3}
_PLURALS = {
    "dozen": (24.0, 99.0),
    "score": (40.0, 99.0),
    "hundred": (200.0, 999.0),
    "thousand": (2e3, 9999.0),
    "million": (2e6, 9999999.0),
    "billion": (2e9, 9999999999.0),
}
_SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_VAGUE = re.compile(
    r"""(?<![\w-])(?:
      (?P<tens>ten|hundred|thousand)s\sof\s(?P<of>thousand|million|billion)s
    | (?P<plural>dozen|hundred|thousand|million|billion)s
    | (?P<score>score)s(?=\s(?:of|more|others|were|are|have|had|remain|dead|hurt|feared|missing|\w+ed)\b)
    | (?P<some>several|a\sfew|few|a\shandful|many|multiple|couple|half\sdozen)
      (?:\s(?P<scale>dozen|hundred|thousand|million|billion)\b)?
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:the|past|last|next|first|these|those|previous|every)\s$", re.IGNORECASE)
_JOINT = re.compile(
    r"(?P<dash>\s?[-–—]\s?(?:to\s?-\s?)?)|\s(?:(?P<to>to)|(?P<or>or)|(?P<and>and))\s(?:nearly\s|about\s|almost\s)?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:US|A|C|HK|NZ|R)?[$€£¥₹₦₽₪₩]\s?")
_BETWEEN = re.compile(
    r"\b(?P<word>between|from|anywhere\sfrom|ranging\sfrom)\s(?:about\s|around\s|some\s)?(?:(?:US|A|C)?[$€£]\s?)?$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[oi]se[sn]?|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|rais\w+|fall\w*|fell|drop\w*|cut\w*"
    r"|reduc\w+|revis\w+|declin\w+|shr[aiu]nk\w*|up|down|went|goes|updated|lower\w*|chang\w+)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<more>\s?\+|-plus\b|\sor\smore\b|\sand\scounting\b)|(?P<fewer>\sor\s(?:fewer|less)\b)"
    r"|(?P<about>\sor\sso\b|-odd\b|-some\b)",
    re.IGNORECASE,
)


class Expression(NamedTuple):
    """A number with the words that bound it, from ``start`` to ``end``; ``first`` is where the number itself begins.

    ``bound`` is least, more, most, less, nearly, short, past, about or exact; ``words`` are those before the number
    that make it another quantity ("another", "first").
    """

    start: int
    first: int
    end: int
    low: float
    high: float
    bound: str
    words: tuple[str, ...]
    vague: bool = False

    def range(self, continuous: bool) -> Range:
        """The numbers allowed: "more than 2" begins at 2 if ``continuous`` (money, time), at 3 for a count."""
        return bounded(self.low, self.high, self.bound, continuous)


def bounded(low: float, high: float, bound: str, continuous: bool = False) -> Range:
    """The range that a bound makes of a number, or of the low and high end of one."""
    if high == _INFINITY:
        return Range(low, None)
    step = 0.0 if continuous or low != int(low) else 1.0
    match bound:
        case "least":
            return Range(low, None)
        case "more":
            return Range(low + step, None)
        case "most":
            return Range(None, high)
        case "less":
            return Range(None, max(high - step, 0.0))
        case "nearly":
            return _within(0.9 * low, high, continuous)
        case "short":
            return _within(0.95 * low, max(high - step, 0.95 * low), continuous)
        case "past":
            return _within(low + step, max(1.1 * high, low + step), continuous)
        case "about":
            return _within(0.9 * low, 1.1 * high, continuous)
        case _:
            return Range(low, high)


def _within(low: float, high: float, continuous: bool) -> Range:
    """The interval, drawn in to whole numbers where only those can be and any is inside."""
    if not continuous and math.ceil(low - 1e-6) <= math.floor(high + 1e-6):
        low, high = math.ceil(low - 1e-6), math.floor(high + 1e-6)
    return Range(round(float(low), 6), round(float(high), 6))


def find_expressions(text: str) -> list[Expression]:
    """The number expressions of a text from left to right, none overlapping another."""
    numbers = list(find_numbers(text))
    found = _counted(text, numbers)
    taken = [expression.start for expression in found]
    for match in _VAGUE.finditer(text):
        at = bisect_left(taken, match.end())
        if at and found[at - 1].end > match.start():
            continue
        vague = _vague(text, match)
        if vague is not None:
            found.insert(at, vague)
            taken.insert(at, vague.start)
    return found


def _counted(text: str, numbers: list[Numeral]) -> list[Expression]:
    found: list[Expression] = []
    at, floor = 0, 0
    while at < len(numbers):
        number = numbers[at]
        second = _second(text, number, numbers[at + 1]) if at + 1 < len(numbers) else None
        at += 2 if second else 1
        expression = _bound(text, number, second, floor)
        found.append(expression)
        floor = expression.end
    return found


def _second(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    """The upper end of a range that begins with ``first``, if the next number is that."""
    if second.start - first.end > 14:
        return None
    joint = _JOINT.match(text, first.end)
    if not joint:
        return None
    begin = joint.end()
    sign = _SIGN.match(text, begin)
    if (sign.end() if sign else begin) != second.start or second.value <= _scaled(text, first, second):
        return None
    before = _BETWEEN.search(text, max(0, first.start - 24), first.start)
    if joint["and"]:
        return second if before and before["word"].lower() == "between" else None
    changed = (
        before
        and "from" in before["word"].lower()
        and _CHANGE.search(text, max(0, before.start() - 60), before.start())
    )
    if changed or (joint["or"] and second.value > 4 * first.value):
        return None
    return second


def _scaled(text: str, first: Numeral, second: Numeral) -> float:
    """The first number of "5 to 10 million" in millions."""
    words = text[second.start : second.end].lower().split()
    scale = _SCALES.get(words[-1], 1.0) if len(words) > 1 else 1.0
    bare = text[first.start : first.end].replace(".", "").isdigit() or " " not in text[first.start : first.end]
    return first.value * scale if bare and first.value < second.value / scale and scale > 1 else first.value


def _bound(text: str, number: Numeral, second: Numeral | None, floor: int) -> Expression:
    low = _scaled(text, number, second) if second else number.value
    high, end = (second.value, second.end) if second else (number.value, number.end)
    begin = number.start
    sign = re.search(r"(?:US|A|C|HK|NZ|R)?[$€£¥₹₦₽₪₩]\s?$", text[max(0, begin - 5) : begin])
    if sign:
        begin -= len(sign[0])
    between = _BETWEEN.search(text, max(floor, begin - 24), begin) if second else None
    start, bound, words = _before(text, between.start() if between else begin, floor)
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
        bound = "least" if after["more"] else "most" if after["fewer"] else "about"
    return Expression(start, number.start, end, low, high, bound, words)


def _before(text: str, begin: int, floor: int) -> tuple[int, str, tuple[str, ...]]:
    """Where the words that bound a number begin, the bound, and the words that make it another quantity."""
    start, bound, reach = begin, "exact", begin
    words: list[str] = []
    for _ in range(4):
        match = _BOUND.search(text[max(floor, reach - _WINDOW) : reach])
        if not match:
            break
        phrase = re.sub(r"\s", " ", match[0].strip().lower())
        if phrase in _PLACES and text[begin : begin + 4].lower() == "one ":
            break  # "just above one eye"
        if phrase == "over" and _PARTICLE.search(text, max(0, reach - 22), reach - (match.end() - match.start())):
            break  # "handed over 21 girls"
        kind, reach = _KIND_OF[phrase], reach - (match.end() - match.start())
        if phrase in _DETERMINERS:  # "over the past 12 years" is not more than 12
            break
        if kind == "modifier":
            words.insert(0, phrase.removeprefix("a ").removeprefix("an "))
        elif phrase in ("exactly", "precisely"):
            bound = "certain"
        elif kind != "exact" and bound in ("exact", "about"):
            bound = kind
        if kind != "exact" or len(phrase) > 5:
            start = reach
    return start, bound if bound != "certain" else "exact", tuple(words)


def _vague(text: str, match: re.Match[str]) -> Expression | None:
    some, begin = (match["some"] or "").lower(), match.start()
    if some == "many" or (some == "couple" and not match["scale"]):
        return None
    if some == "few" and not match["scale"] and not _FEW.search(text[max(0, begin - 10) : begin]):
        return None
    low, high = _vague_range(match)
    start, bound, words = _before(text, begin, 0)
    if bound not in ("most", "less", "more", "least") or match["plural"]:
        bound = "exact"
    return Expression(start, begin, match.end(), low, high, bound, words, vague=True)


def _vague_range(match: re.Match[str]) -> tuple[float, float]:
    if match["tens"]:
        unit = _TENS_OF[match["tens"].lower()] * _SCALES[match["of"].lower()]
        return unit * 2, unit * 10 - 1
    if match["plural"] or match["score"]:
        return _PLURALS[(match["plural"] or match["score"]).lower()]
    unit = _SCALES.get((match["scale"] or "").lower(), 1.0)
    some = match["some"].lower()
    if some == "multiple":
        return 2 * unit, _INFINITY
    if some in ("couple", "half dozen"):
        value = 2 * unit if some == "couple" else 6 * unit
        return value, value
    return 3 * unit, 9 * unit if unit == 1 else min(9 * unit + unit - 1, 99 if unit == 12 else _INFINITY)
