"""Numbers as newspapers write them, in digits and words: ``2.5 million``, ``one hundred and twelve``, ``a dozen``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), start=2)}
_SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"mln": 1e6, "bln": 1e9, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "hundred": 100.0, "dozen": 12.0}
_MULTIPLIERS = {**_SCALES, **_SHORT_SCALES}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}

_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_MULTIPLIER = r"[ \u00a0-]?(?:thousand|lakh|million|crore|billion|trillion|mln|bln|mn|bn|tn|hundred|dozen)\b"
_COUNTING = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
_WORDS = rf"{_COUNTING}|hundred|dozen|{'|'.join(_SCALES)}"
_PATTERN = re.compile(
    rf"""
    (?<!\w)(?<![A-Za-z]-)(?<!\d[.,:/])
    (?P<digits>{_DIGITS})(?!\d)(?!(?:st|nd|rd|th|['’]?s)\b)
      (?P<part>[ ]?[½¼¾⅓⅔]|[ ](?:1/2|1/4|3/4)(?!\d))?(?P<times>(?-i:k)\b|(?:{_MULTIPLIER}){{0,2}})
  | (?P<fraction>(?<![\w/])(?:[½¼¾⅓⅔]|(?:1/2|1/4|3/4)(?![\d/])))(?:[ ](?:a[ ])?(?P<of>{"|".join(_SCALES)})\b)?
  | (?<![\w.’'])(?<![A-Za-z]-)(?P<words>
      (?:an?[ ])?half[ -](?:an?\b(?:[ -](?:{_WORDS})\b)?|(?:{_WORDS})\b)
    | (?:an?|one|three)[ -]quarters?[ ]of[ ]an?\b(?:[ ](?:{_WORDS})\b)?
    | an?[ ](?:couple|pair)\b(?:[ ](?:hundred|dozen|{"|".join(_SCALES)})\b)?
    | a[ ]score(?=[ ]of\b)
    | (?:an?[ ](?=(?:hundred|dozen|{"|".join(_SCALES)})\b)|(?={_COUNTING}))(?:{_WORDS})\b
      (?:(?:,?[ ]and[ -]|-and-|,[ ]|[\s-])(?:{_WORDS}|a[ -]half)\b)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOKEN = re.compile(r"[a-z]+|,")


class Numeral(NamedTuple):
    """A number in a text: its offsets (end exclusive) and its value."""

    start: int
    end: int
    value: float


class _Word(NamedTuple):
    text: str
    end: int


def parse_number(text: str) -> float | None:
    """The number that the whole text spells, or ``None`` where it spells none or several."""
    found = list(find_numbers(text))
    whole = len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip()
    return found[0].value if whole else None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numbers of ``text[start:end]`` from left to right.

    Includes "a dozen", "a couple", "a pair" and "half a" (0.5); not ordinals, nor a multiplier that nothing counts
    ("hundreds").
    A run such as "one two" gives two numbers.
    """
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        if match["words"]:
            yield from _spelled(match)
        elif match["digits"]:
            yield Numeral(match.start(), match.end(), _in_digits(match))
        else:
            value = _FRACTIONS[match["fraction"]] * _SCALES.get((match["of"] or "").lower(), 1.0)
            yield Numeral(match.start(), match.end(), value)


def _in_digits(match: re.Match[str]) -> float:
    value = float(re.sub(r"[,\s]", "", match["digits"]))
    if match["part"]:
        value += _FRACTIONS[match["part"].strip()]
    for word in _TOKEN.findall(match["times"].lower()):
        value *= _MULTIPLIERS[word]
    return round(value, 6)


def _spelled(match: re.Match[str]) -> Iterator[Numeral]:
    words = [_Word(m[0], match.start() + m.end()) for m in _TOKEN.finditer(match[0].lower())]
    at = 0
    while at < len(words):
        read = _number(words, at)
        if read is None:
            at += 1
            continue
        value, after = read
        yield Numeral(words[at].end - len(words[at].text), words[after - 1].end, value)
        at = after


def _number(words: list[_Word], at: int) -> tuple[float, int] | None:
    """The longest number that starts at a word, and the index after it."""
    return _part(words, at) or _cardinal(words, at)


def _part(words: list[_Word], at: int) -> tuple[float, int] | None:
    """ "half a million", "three quarters of a", "a couple hundred", "a score"."""
    rest = [word.text for word in words[at : at + 4]]
    if rest[0] in ("a", "an") and rest[1:2] == ["half"]:
        return _part(words, at + 1)
    if rest[0] == "half":
        value, after = 0.5, at + (2 if rest[1:2] in (["a"], ["an"]) else 1)
    elif len(rest) > 1 and rest[1] in ("quarter", "quarters"):
        value, after = (0.75 if rest[0] == "three" else 0.25), at + 4
    elif len(rest) > 1 and rest[1] in ("couple", "pair"):
        value, after = 2.0, at + 2
    elif rest[:2] == ["a", "score"]:
        value, after = 20.0, at + 2
    else:
        return None
    if after < len(words) and words[after].text in _MULTIPLIERS:
        return value * _MULTIPLIERS[words[after].text], after + 1
    return value, after


def _cardinal(words: list[_Word], at: int) -> tuple[float, int] | None:
    """Groups below a thousand, each of a smaller scale than the one before: "two million one hundred thousand"."""
    total, last, after = 0.0, float("inf"), at
    while True:
        begin, joined = _skip_joint(words, after) if after > at else (after, False)
        group = _group(words, begin)
        if group is None:
            break
        value, end = group
        scale = 1.0
        while end < len(words) and words[end].text in _SCALES:
            scale *= _SCALES[words[end].text]
            end += 1
        if scale >= last or (
            joined and scale == 1.0 and value >= 100
        ):  # "one thousand and two thousand" are two numbers
            break
        total, last, after = total + value * scale, scale, end
    return (round(total, 6), after) if after > at else None


def _skip_joint(words: list[_Word], at: int) -> tuple[int, bool]:
    """Past a comma, an "and" or both, and whether there was one; they join only what follows hundreds or more."""
    begin = at
    for joint in (",", "and"):
        if begin < len(words) and words[begin].text == joint:
            begin += 1
    scaled = words[at - 1].text == "hundred" or words[at - 1].text in _SCALES
    return (begin, begin > at) if begin == at or scaled else (len(words), True)


def _group(words: list[_Word], at: int) -> tuple[float, int] | None:
    """A number below a thousand (or "fifteen hundred", "three dozen", "two and a half"), and the index after it."""
    small = _below_hundred(words, at)
    if small is None:
        return None
    value, after = small
    following = [word.text for word in words[after : after + 3]]
    if following == ["and", "a", "half"]:
        return value + 0.5, after + 3
    if following[:1] == ["dozen"]:
        return value * 12, after + 1
    if following[:1] != ["hundred"]:
        return None if words[at].text in ("a", "an") and following[:1] and following[0] not in _SCALES else small
    value, after = value * 100, after + 1
    begin, _ = _skip_joint(words, after)
    rest = _below_hundred(words, begin)
    if rest is None or words[begin].text in ("a", "an"):
        return value, after
    tail = words[rest[1]].text if rest[1] < len(words) else ""
    if tail in ("hundred", "dozen"):  # "one hundred and two hundred" are two numbers
        return value, after
    return value + rest[0], rest[1]


def _below_hundred(words: list[_Word], at: int) -> tuple[float, int] | None:
    if at >= len(words):
        return None
    word = words[at].text
    if word in ("a", "an"):
        following = words[at + 1].text if at + 1 < len(words) else ""
        return (1.0, at + 1) if following in _SCALES or following in ("hundred", "dozen") else None
    if word in _SMALL:
        return float(_SMALL[word]), at + 1
    if word not in _TENS:
        return None
    unit = _SMALL.get(words[at + 1].text, 0) if at + 1 < len(words) else 0
    return (float(_TENS[word] + unit), at + 2) if 0 < unit < 10 else (float(_TENS[word]), at + 1)
