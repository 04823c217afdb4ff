"""Ranges as people write them: "1,500–1,600", "more than 1,000", "~2,000", "up to 10", "dozens"."""

import re

_MONEY = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥",
    "INR": "₹", "ILS": "₪", "NGN": "₦", "TRY": "₺", "RUB": "₽",
}  # fmt: skip
_SHORT = {
    "kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m", "centimetre": "cm", "centimeter": "cm",
    "kilometre per hour": "km/h", "kilometer per hour": "km/h", "km per hour": "km/h",
    "mile per hour": "mph", "percent": "%", "per cent": "%",
    "kilogram": "kg", "kilogramme": "kg", "hectare": "ha", "degree": "°",
}  # fmt: skip
_FIXED = frozenset(
    [
        "km",
        "m",
        "cm",
        "mm",
        "mi",
        "ft",
        "kg",
        "ha",
        "km/h",
        "mph",
        "aircraft",
        "personnel",
        "police",
        "troops",
        "people",
    ]
)
_IRREGULAR = {"foot": "feet", "man": "men", "woman": "women", "child": "children", "person": "people"}
_BARE = frozenset({"", "person", "people"})
_VAGUE = {(24, 99): "dozens", (40, 99): "scores", (200, 999): "hundreds", (2000, 9999): "thousands"}
_VAGUE_WORDS = re.compile(r"\b(dozens|scores|hundreds|thousands)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"~|\b(?:about|around|some|roughly|approx\w*|circa|nearly|almost|close to|estimated|just (?:over|under)|or so)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|just under)\b", re.IGNORECASE)
_TWO = re.compile(r"\bbetween\b|\d\s?[-–—]\s?\d|\b(?:to|or)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more than|over|above|exceed\w*|beyond|upwards? of|north of|topp\w+|surpass\w+|greater than)\b", re.IGNORECASE
)
_LESS = re.compile(r"\b(?:fewer than|less than|under|below)\b", re.IGNORECASE)
_STEPS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number with thousands separators; from a million up in words where three digits say it exactly."""
    for size, word in _STEPS:
        if abs(value) >= size:
            scaled = value / size
            if abs(scaled * 1000 - round(scaled * 1000)) < 1e-6:
                return f"{scaled:.3f}".rstrip("0").rstrip(".") + f" {word}"
            break
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def bounds(low: float | None, high: float | None, words: str = "", brief: bool = False) -> str:
    """The range in words.

    ``words`` are those of the source: they tell "at least 101" from "more than 100", which are one range.
    ``brief`` writes ">1,000" and "≥25" for "more than 1,000" and "at least 25".
    """
    if low is None and high is None:
        return "not stated"
    if high is None and low is not None:
        return _at_least(low, words, brief)
    if low is None and high is not None:
        return _at_most(high, words, brief)
    assert low is not None
    assert high is not None
    if low == high:
        return number(low)
    vague = _VAGUE_WORDS.search(words)
    if vague and (low, high) in _VAGUE:
        return vague[1].lower()
    middle = _middle(low, high, words)
    return f"~{number(middle)}" if middle is not None else f"{number(low)}–{number(high)}"


def with_unit(text: str, unit: str | None, plural: bool = True) -> str:
    """The number words with their unit: "150 m", "$4.2 million", "14 ships"; people stay bare."""
    unit = (unit or "").strip()
    if unit in _BARE:
        return text
    if unit in _MONEY:
        at = next((i for i, character in enumerate(text) if character.isdigit()), 0)
        return f"{text[:at]}{_MONEY[unit]}{text[at:]}".replace("–", f"–{_MONEY[unit]}")
    unit = _SHORT.get(unit, unit)
    if unit in {"%", "°"}:
        return text + unit
    return f"{text} {unit}" if unit in _FIXED or unit.isupper() or not plural else f"{text} {_plural(unit)}"


def quantity(low: float | None, high: float | None, unit: str | None, words: str = "", brief: bool = False) -> str:
    """A range with its unit."""
    return with_unit(bounds(low, high, words, brief), unit, plural=not (low == high == 1))


def _at_least(low: float, words: str, brief: bool) -> str:
    before = low - 1
    rounder = low == int(low) and _digits(before) < _digits(low)
    if _MORE.search(words):
        return (">" if brief else "more than ") + number(before if rounder and before > 0 else low)
    if rounder and before >= 100:
        return (">" if brief else "more than ") + number(before)
    return ("≥" if brief else "at least ") + number(low)


def _at_most(high: float, words: str, brief: bool) -> str:
    if _LESS.search(words):
        after = high + 1
        rounder = high == int(high) and _digits(after) < _digits(high)
        return ("<" if brief else "fewer than ") + number(after if rounder else high)
    return ("≤" if brief else "up to ") + number(high)


def _middle(low: float, high: float, words: str) -> float | None:
    """The number that a source rounded to, if the range looks like the width of an "about" or the source says so."""
    middle = (low + high) / 2
    about = _ABOUT.search(words) is not None
    if about and _NEARLY.search(words):
        return high
    if not about and _TWO.search(words):
        return None
    near = [value for places in range(-1, 10) if abs((value := round(middle, -places)) - middle) <= 0.03 * abs(middle)]
    rounded = min((value for value in near if low < value < high), key=_digits, default=None)
    if rounded is None:
        return middle if about else None
    return rounded if about or _digits(rounded) < min(_digits(low), _digits(high)) else None


def _digits(value: float) -> int:
    """How many significant digits writing the number takes: 1,500 has 2."""
    return len(f"{abs(value):.6f}".rstrip("0").replace(".", "").strip("0")) or 1


def _plural(noun: str) -> str:
    first, _, last = noun.rpartition(" ")
    if last in _FIXED:
        return noun
    if last in _IRREGULAR:
        many = _IRREGULAR[last]
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        many = last + "es"
    elif last.endswith("y") and last[-2:-1] not in set("aeiou"):
        many = last[:-1] + "ies"
    else:
        many = last + "s"
    return f"{first} {many}".strip()
