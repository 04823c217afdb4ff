"""The pieces that time expressions are made of, as one pattern: days, periods, parts of the day, clock times."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

_DATA = resources.files("firsthand.claims").joinpath("data")
_WORDS: dict[str, Any] = json.loads(_DATA.joinpath("time_words.json").read_text(encoding="utf-8"))
HOLIDAYS: dict[str, list[int]] = json.loads(_DATA.joinpath("time_holidays.json").read_text(encoding="utf-8"))
MONTHS = {name: number for number, names in enumerate(_WORDS["months"], start=1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WORDS["weekdays"]) for name in names.split()}
SEASONS: dict[str, int] = _WORDS["seasons"]
NUMBERS: list[str] = _WORDS["numbers"].split()

_UNITS: list[str] = _WORDS["units"].split()
_UNIT = "|".join(_UNITS)
_FULL_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?:{_FULL_MONTH}|{_FULL_MONTH.upper()}|(?:{_SHORT_MONTH})\b\.?)"
_LONE_MONTH = rf"(?:(?:{_FULL_MONTH.replace('March|', '').replace('May|', '')})(?![\w-])|(?:{_SHORT_MONTH})\.)"
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_WEEKDAY = rf"(?:(?:{_DAYS})day|(?:{_DAYS.upper()})DAY|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = (
    rf"(?:an?|\d+(?:[.,]\d+)*|(?:(?:{'|'.join(NUMBERS)})(?:-\w+)?|(?:a\ )?hundred)(?:\ and\ a\ half)?"
    r"|several|many|a\ few|a\ couple(?:\ of)?|half\ an?)"
)
_COUNT = rf"{_NUMBER}(?:\ (?:or|to)\ {_NUMBER}|[-–]\d+)?"
_ABOUT = (
    r"(?:(?i:more\ than|less\ than|fewer\ than|over|nearly|almost|about|around|some|at\ least|just\ over|just\ under"
    r"|just|only|up\ to|roughly|approximately|exactly|barely)\ )*"
)
_PART = "(?:morning|afternoon|evening|night|midmorning|mid-morning|mid-afternoon|nighttime|lunchtime)"
_ZONE = (
    r"(?:(?i:local\ time)|(?:Eastern|Central|Mountain|Pacific)(?:\ (?:Standard\ |Daylight\ )?[Tt]ime)?"
    r"|GMT|UTC|BST|IST|CES?T|EES?T|[ECMP][SD]?T|AES?T|SAST|WAT|EAT|MSK|JST|hours|hrs)\b"
)
_HALF = r"(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
_HOLIDAY = "|".join(re.escape(name) for name in sorted(HOLIDAYS, key=len, reverse=True))
_MODIFIER = (
    r"(?:(?P<mod>(?i:early|late|mid|earlier|later|(?:the\ )?(?:beginning|start|middle|end)\ of(?:\ the)?))"
    r"(?:\s(?:on\ |in\ )?|-))?"
)

# Tried in this order; the name of an alternative tells how the piece is read (see times_resolve).
_ALTERNATIVES = {
    "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?:[T\ ]\d\d:\d\d(?::\d\d)?Z?)?",
    "terror": r"9/11\b|(?:Sept\.|September)\ 11(?:,\ 2001)?(?=,?\ (?:terror|attack|hijack))",
    "days": rf"""(?P<days_am>{_MONTH})\s(?P<days_ad>\d{{1,2}})(?:st|nd|rd|th)?\s?[-–—]\s?(?P<days_bm>{_MONTH})
        \s(?P<days_bd>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s(?P<days_y>{_YEAR})\b)?""",
    "months": rf"""(?P<months_a>{_MONTH})\s?[-–—/]\s?(?P<months_b>{_MONTH})
        (?!\w|\s\d{{1,2}}\b)(?:(?:,|\sof)?\s(?P<months_y>{_YEAR})\b)?""",
    "first_n": rf"""(?:the\ )?(?P<first_w>(?i:first|opening|last|final))\ (?P<first_c>(?i:{_COUNT}|few))
        [\s-](?P<first_u>day|week|month)s?\ of\ (?:(?P<first_m>{_MONTH})\ (?:of\ )?)?(?P<first_y>{_YEAR})\b""",
    "half": rf"""(?:the\ )?(?P<half_n>(?i:first|second|third|fourth|last|final))[\ -](?P<half_u>half|quarter)\ of
        \ (?:(?P<half_y>{_YEAR})\b|(?P<half_rel>last|this|next)\ year\b)""",
    "to_n": rf"""(?P<to_c>(?i:{_COUNT}))\ (?P<to_u>months|weeks|years)\ to\ (?:the\ end\ of\ )?(?P<to_m>{_MONTH})
        (?!\w|\s\d{{1,2}}\b)(?:,?\ (?P<to_y>{_YEAR})\b)?""",
    "mdy": rf"""(?:(?P<mdy_rel>last|this|next)\ )?(?P<mdy_m>{_MONTH})\s(?P<mdy_d>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?
        (?:(?:\s?[-–]\s?|\sto\s|\sand\s)(?P<mdy_e>\d{{1,2}})(?![\d:.]))?(?!:\d)(?:,?\s(?P<mdy_y>{_YEAR})\b)?""",
    "dmy": rf"""(?:[Tt]he\ )?(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?
        (?:(?:\s?[-–]\s?|\sto\s(?:the\s)?)(?P<dmy_e>\d{{1,2}})(?:st|nd|rd|th)?)?(?:\sof)?\s(?P<dmy_m>{_MONTH})(?!\w)(?:,?\s(?P<dmy_y>{_YEAR})\b)?""",
    "of": rf"(?P<of_m>{_MONTH}),?(?:\sof)?\s(?P<of_rel>last|this|next|the\ same|that)\ year\b",
    "my": rf"(?P<my_m>{_MONTH}),?(?:\sof)?\s(?P<my_y>{_YEAR})\b",
    "slash": r"(?P<slash_a>\d{1,2})/(?P<slash_b>\d{1,2})/(?P<slash_y>\d{4}|\d\d)\b(?!/)",
    "month": rf"""(?P<month_rel>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\ past|[Pp]revious)\ (?P<month_m>{_MONTH})(?!\w)
        |(?P<month_n>{_LONE_MONTH}|(?:March|May)\b)""",
    "week": rf"(?:the\ )?week\ (?:of|beginning|ending|starting)\ (?P<week_m>{_MONTH})\s(?P<week_d>\d{{1,2}})\b",
    "weekday": rf"""(?:(?P<weekday_rel>[Ll]ast|[Nn]ext|[Tt]his\ (?:past|coming)|[Tt]his|[Cc]oming|[Pp]ast)\ )?
        (?P<weekday_n>{_WEEKDAY})(?!\w)""",
    "deictic": r"""(?i:(?:the\ )?day\ before\ yesterday|(?:the\ )?day\ after\ tomorrow|yesterday|tomorrow|today
        |tonight)\b""",
    "ago": rf"""{_ABOUT}(?P<ago_n>(?i:{_COUNT}))[\s-](?P<ago_u>(?i:{_UNIT}))(?i:s)?\s
        (?P<ago_w>(?i:ago|earlier|later|from\ now|hence|previously)|(?:before|after)(?=[,.;\n)]))\b""",
    "vague": r"""(?i:(?P<vague_u>hours|days|weeks|months|years|decades|centuries|moments)\s(?:ago|earlier|later))\b""",
    "last_n": rf"""(?i:the|these)\ (?P<last_w>(?i:last|past|previous|next|coming))
        \ (?P<last_c>(?i:{_COUNT}|few|couple\ of))[\s-](?P<last_u>{_UNIT})s?\b""",
    "rel": rf"""(?:(?i:the)\ )?(?P<rel_w>(?i:last|this\ past|this\ coming|this|next|past|coming|previous|following|same
        |that|current))\ (?P<rel_u>{_UNIT}|afternoon|{"|".join(SEASONS)})\b(?!-)""",
    "weekend": r"(?i:the\ weekend)\b(?!['’-])",
    "day": r"(?:(?i:the|that)\ (?:very\ )?(?:same\ )?)?\bday\ (?P<day_w>before|after|earlier|later)\b",
    "season": rf"(?:the\ )?(?P<season_n>(?i:{'|'.join(SEASONS)}))(?:\ of)?,?\ (?P<season_y>{_YEAR})\b",
    "decade": r"(?:the\ )?(?P<decade_y>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b",
    "years": rf"(?P<years_a>{_YEAR})\s?[-–/]\s?(?P<years_b>{_YEAR}|\d\d)(?![\w-])",
    "holiday": rf"(?i:{_HOLIDAY})(?!\w)(?:,?\ (?P<holiday_y>{_YEAR})\b)?",
    "clock": rf"""(?P<clock_a>(?:(?i:shortly|just|soon|sometime|right)\ (?:after|before)
        |(?i:at\ about|at\ around|about|around|approximately|roughly|nearly)|~)\ )?
        (?:(?P<clock_h>\d{{1,2}})(?:[:.](?P<clock_m>\d\d))?\s?(?P<clock_p>{_HALF})
          |(?P<clock_h24>[01]?\d|2[0-3]):(?P<clock_m24>[0-5]\d)(?::[0-5]\d)?(?![\d:])
          |(?P<clock_4>[0-2]\d[0-5]\d)(?=\ ?(?:GMT|UTC|hrs|hours|local|BST|EST|EDT|CET)\b)
          |(?P<clock_o>\d{{1,2}}|{"|".join(NUMBERS[:12])})\ o['’]clock
          |(?P<clock_b>\d{{1,2}})(?=\ (?:in\ the\ (?:morning|afternoon|evening)|at\ night)\b)
          |(?P<clock_w>(?i:midnight|noon|midday))\b)
        (?:,?\s?{_ZONE})?
        (?:\s\((?:\d{{1,2}}[:.]?\d\d|\d{{1,2}})\s?(?:{_HALF})?\s?{_ZONE}[^()\n]{{0,20}}\))?""",
    "part": rf"""(?i:overnight|(?:before|at|around)\ (?:dawn|dusk|sunrise|sunset|daybreak|nightfall)
        |(?:in\ )?the\ (?:early|small|wee)\ (?:morning\ )?hours|(?:early\ )?hours(?=\ of\ {_WEEKDAY})|predawn|pre-dawn
        |in\ the\ (?:early\ |late\ )?{_PART}|at\ night(?!\w)
        |the\ {_PART}(?=\ of\ (?:{_MONTH}|{_WEEKDAY}|the\ \d|\d)))(?!\w)""",
    "follow": rf"(?P<follow_p>{_PART})\b(?!-)",
    "year": rf"(?P<year_y>{_YEAR})(?![\w%]|[.,:/-]\d)",
}
_PIECE = re.compile(
    rf"(?<![\w$€£#/])(?<![\d][.,:-]){_MODIFIER}(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ALTERNATIVES.items())
    + ")",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+|\d+")
_OPENERS = frozenset(
    [*MONTHS, *WEEKDAYS, *SEASONS, *NUMBERS, *_UNITS, *_WORDS["openers"].split()]
    + [re.split(r"[ '’]", name)[0] for name in HOLIDAYS]
)
JOIN = re.compile(
    r"(?:,?\s|,)?(?:(?:at|on|in|of|of\sthe|in\sthe|at\sabout|at\saround|around|about|shortly\safter|just\safter)\s)?\(?(?:the\s)?"
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|during|before|after|to|and|or|through|between|early|late|mid|year|the|for|than"
    r"|['’]s|\w+s['’]|circa|around|about|its|his|their|a|back|as|[a-z]+ed)\s|[(,;:–—-]\s?|^|\n)(?:about\s|around\s)?$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|of|from|during|through|before|after|to|early|late|mid|and|between|this|every)[\s-]$",
    re.IGNORECASE,
)


def find_pieces(text: str) -> Iterator[re.Match[str]]:
    """The pieces of a text from left to right, none overlapping another; ``lastgroup`` names the alternative.

    Only words that can open a piece are tried: ten times faster than searching the text with the whole pattern.
    """
    floor = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < floor or not (text[start].isdigit() or word[0].lower() in _OPENERS):
            continue
        if start > floor and text[start - 1] in "'’~":
            start -= 1
        match = _PIECE.match(text, start) or (_PIECE.match(text, word.start()) if start != word.start() else None)
        if match:
            floor = match.end()
            yield match
