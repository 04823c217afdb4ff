"""Numbers that count nothing: dates, clock times, years, addresses, "Route 9", scores, list markers, "one another"."""

import re

from firsthand.claims.numerals import parse_number
from firsthand.claims.quantities_ranges import Expression
from firsthand.claims.quantities_units import is_human, is_plural
from firsthand.claims.quantities_words import Counted

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?"
_LABEL = (
    r"(?:No|Nos|Nr|[Nn]umber|#|[Rr]oute|[Hh]ighway|[Ii]nterstate|I|[Ff]light|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age"
    r"|[Rr]oom|[Cc]hannel|[Rr]esolution|[Dd]ivision|[Gg]rade|[Gg]roup|[Pp]hase|[Ss]tage|Day|Week|[Ll]evel|[Ll]ine"
    r"|[Pp]latform|[Gg]ate|[Pp]ier|[Zz]one|[Cc]ategory|[Tt]erminal|[Tt]ype|[Mm]odel|[Ww]ar|Boeing|Airbus|Antonov|Tupolev"
    r"|Ilyushin|Cessna|Sukhoi|MiG|Formula|Psalm|Apollo|[Mm]agnitude|Bowl|iPhone|Windows|[Pp]recinct|[Dd]istrict|[Tt]itle"
    r"|Proposition|[Bb]rigade|[Vv]ersion|[Ee]pisode|[Ss]eason|[Vv]olume|[Bb]uilding|[Ss]uite|[Uu]nit|[Ee]xit|[Tt]rack"
    r"|[Bb]us|Photo|Picture|Image|[Ww]ard|[Ss]chool|Pages?|[Ff]igure|[Tt]able|Area|Studio|G|Top|top|Plan|U|F|SA|AK|M|Tu"
    r"|Su|Il|An|Mi|Code|ZIP|Box|Caption|turn(?:s|ed|ing))"
)
_BEFORE = re.compile(
    rf"(?:\b{_LABEL}\.?[\s-]?|\b{_MONTH}\s|\d[-–:/.,]|give\sor\stake\s|\b{_MONTH}\s\d{{1,2}},?\s|[@_=&]|\s\.)$"
)
_PART_BEFORE = re.compile(
    r"\b(?:[Dd]ay|[Pp]hase|[Pp]art|[Cc]hapter|[Ss]tage|[Ww]eek|[Rr]ound|[Nn]umber|[Gg]rade|[Yy]ear|[Ss]tep|[Aa]ct|[Qq]uestion)\s$"
)
_PART_AFTER = re.compile(r"\s(?:of|in|at|on|as|when|is|was|and|for|to)\b|[.,;:)\n]|$")
_PICTURES = r"(?:Photos?|Images?|Slides?|Pictures?|Pages?|Videos?)\b"
_AFTER = re.compile(
    rf"\s?(?:[ap]\.?m\b|[AP]\.?M\b|o['’]clock\b)|[:.]\d\d\s?(?:[ap]\.?m|[AP]M|GMT|hrs)|[:/]\d"
    rf"|\s(?:of\s)?{_MONTH}(?:\s|,|$)|[-–]\d|\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs|local\stime)\b"
    rf"|\s(?:of\s\d+(?:\s|$)(?!\w+s\b)|(?:of\s\d+\s)?{_PICTURES})"
    r"|\s(?:[NSEW]{1,2}\.?\s)?(?:[A-Z]\w+\s){0,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|Highway)"
    r"|[\s-]block\b|[\s-](?:caliber|calibre|gauge)\b"
    r"|[\s-](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\sof\b"
    r"|-(?:on|to|way|sided|time|stop|off|man|wheel|speed|star|nil|piece|bedroom|story|storey|seat|seater|lane|door|part"
    r"|point)-?\b"
)
_PHONE = re.compile(r"\d{3}-\d{4}|911|999|112")
_MARKER = re.compile(r"(?:^|\n)\s*$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|before|after|to|the|early|late|mid|year|spring|summer|fall|autumn|winter"
    r"|and)\s$|[(–-]$",
    re.IGNORECASE,
)
_ONE_NEVER = re.compile(r"\b(?:no|any|every|each)[\s-]$", re.IGNORECASE)
_ONE_NOT = re.compile(
    r"\b(?:some|the|this|that|which|an?|another|last|first|only|lone|number|big|good|new|old|day)[\s-]$", re.IGNORECASE
)
_ONE_PHRASE = re.compile(
    r"-(?:third|half|quarter|fifth)|\s(?:another|day\b(?!\s(?:after|before|later|earlier|ago))|thing|way|reason|point"
    r"|hand|side|part|of\sthe\s(?:most|best|world|country))",
    re.IGNORECASE,
)
_COUNTED_ONE = re.compile(r"\s(of\s(?:the|them|those|his|her|their|us)\b|[\w-]+)")
_NAMED = frozenset(("lap", "day", "week", "number", "level"))


def is_label(text: str, expression: Expression) -> bool:
    """Whether a number names or dates something: "Route 9", "May 3", "5 p.m.", "2-1", "1." in a list."""
    if expression.vague:
        return False
    first, end = expression.first, expression.end
    if text[first].isdigit() and _BEFORE.search(text, max(0, first - 18), first):
        return True
    if _AFTER.match(text, end) or (
        _PHONE.fullmatch(text, first, end) and not re.match(r"\s\w+s\b", text[end : end + 20])
    ):
        return True
    if _PART_BEFORE.search(text, max(0, first - 10), first) and _PART_AFTER.match(text, end):
        return True
    return bool(re.match(r"[.)]\s", text[end : end + 2])) and bool(_MARKER.search(text, max(0, first - 6), first))


def is_year(text: str, expression: Expression) -> bool:
    """Whether a number is a year: "in 1998", "the 2014 floods", but not "about 2000 people"."""
    number = text[expression.first : expression.end]
    if not _YEAR.fullmatch(number) or expression.vague:
        return False
    following = re.match(r"\s([\w-]+)(?:\s([\w-]+))?", text[expression.end : expression.end + 40])
    if following and parse_number(following[1]) is not None:  # "in Cup 2016 two weeks ago"
        return True
    if (
        following
        and expression.bound in ("exact", "about")
        and _YEAR_CUE.search(text, max(0, expression.first - 8), expression.first)
    ):
        return not (is_human(following[1]) and is_plural(following[1])) or bool(
            re.search(r"[Tt]he\s$|in\s$", text[: expression.first][-4:])
        )
    return not (following and any(word and is_plural(word) for word in following.groups()))


def is_pronoun(text: str, expression: Expression) -> bool:
    """Whether "one" counts nothing: "no one", "the one", "one another"."""
    start, end = expression.first, expression.end
    if _ONE_NEVER.search(text, max(0, start - 12), start) or _ONE_PHRASE.match(text, end):
        return True
    following = _COUNTED_ONE.match(text, end)
    counts = following is not None and (following[1].startswith("of ") or is_human(following[1]))
    return not counts and bool(_ONE_NOT.search(text, max(0, start - 12), start))


def names_thing(text: str, expression: Expression, noun: Counted) -> bool:
    """Whether a bare number before a singular noun is part of a name ("Lark 4 mission", "lap 48 exit")."""
    if noun.noun is None or noun.person or expression.vague or expression.bound != "exact" or expression.high < 2:
        return False
    if (
        not text[expression.first].isdigit()
        or text[expression.end : expression.end + 1] == "-"
        or noun.end <= expression.end
    ):
        return False
    if is_plural(noun.noun) or is_human(noun.noun) or "," in text[expression.first : expression.end]:
        return False
    before = re.search(r"([\w’'.]+)\s?$", text[max(0, expression.start - 20) : expression.start])
    return before is not None and (before[1][0].isupper() or before[1][-1] == "." or before[1] in _NAMED)
