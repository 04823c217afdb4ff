"""How many, how much, how far, how long: the quantities of a document as ranges with units.

A quantity's offsets run from the words that bound the number to the head of the noun that it counts ("more than 1,000 Russian and
Syrian mercenaries"). Counts of people have the unit "person" whatever the noun; the noun as written is kept in ``noun``. ``modifier``
holds the words that make it another quantity, joined by commas: "other", "more", "of them", "ago", "per month".
"""

import re

from spacy.tokens import Doc

from firsthand.claims.quantities_measures import Measured, measured, unnumbered
from firsthand.claims.quantities_nouns import Counted, Words, counted
from firsthand.claims.quantities_ranges import Expression, find_expressions
from firsthand.claims.quantities_units import PERSON, is_human, is_plural, singular, unit_of
from firsthand.model import Quantity

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?"
_LABEL = (
    r"(?:No|Nos|Nr|[Nn]umber|#|[Rr]oute|[Hh]ighway|[Ii]nterstate|I|[Ff]light|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age|[Rr]oom|[Cc]hannel"
    r"|[Rr]esolution|[Dd]ivision|[Gg]rade|[Gg]roup|[Pp]hase|[Ss]tage|Day|Week|[Ll]evel|[Ll]ine|[Pp]latform|[Gg]ate|[Pp]ier|[Zz]one"
    r"|[Cc]ategory|[Tt]erminal|[Tt]ype|[Mm]odel|[Ww]ar|Boeing|Airbus|Antonov|Tupolev|Ilyushin|Cessna|Sukhoi|MiG|Formula|Psalm|Apollo"
    r"|[Mm]agnitude|Bowl|iPhone|Windows|[Pp]recinct|[Dd]istrict|[Tt]itle|Proposition|[Bb]rigade|[Vv]ersion|[Ee]pisode|[Ss]eason|[Vv]olume"
    r"|[Bb]uilding|[Ss]uite|[Uu]nit|[Ee]xit|[Tt]rack|[Bb]us|Photo|Picture|Image|[Ww]ard|[Ss]chool|Pages?|[Ff]igure|[Tt]able|Area|Studio"
    r"|Group|G|Top|top|Plan|U|F|SA|AK|M|Tu|Su|Il|An|Mi|Title|Code|ZIP|P\.?O\.?\sBox|Box|Caption|turn(?:s|ed|ing))"
)
_BEFORE = re.compile(rf"(?:\b{_LABEL}\.?[\s-]?|\b{_MONTH}\s|\d[-–:/.,]|\b{_MONTH}\s\d{{1,2}},?\s|[@_=&])$")
_AFTER = re.compile(
    rf"\s?(?:[ap]\.?m\b|[AP]\.?M\b|o['’]clock\b)|[:.]\d\d\s?(?:[ap]\.?m|[AP]M|GMT|hrs)|[:/]\d|\s(?:of\s)?{_MONTH}(?:\s|,|$)"
    r"|[-–]\d|\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs|local\stime)\b|\s(?:of\s\d+(?:\s|$)(?!\w+s\b)|(?:of\s\d+\s)?(?:Photos?|Images?|Slides?|Pictures?|Pages?|Videos?)\b)|\s(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard)\b"
    r"|-(?:on|to|way|sided|time|stop|off|man|wheel|speed|star|nil|piece|bedroom|story|storey|seat|seater|inch|lane|door|part|point)-?\b(?!\s?truck)"
)
_MARKER = re.compile(r"(?:^|\n)\s*$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|before|after|to|the|early|late|mid|year|spring|summer|fall|autumn|winter|and)\s$|[(–-]$",
    re.IGNORECASE,
)
_ONE_NEVER = re.compile(r"\b(?:no|any|every|each)[\s-]$", re.IGNORECASE)
_ONE_NOT = re.compile(
    r"\b(?:some|the|this|that|which|an?|another|last|first|only|lone|number|big|good|new|old|day)[\s-]$", re.IGNORECASE
)
_ONE_PHRASE = re.compile(
    r"(?:-(?:third|half|quarter|fifth)|\s(?:another|day\b(?!\s(?:after|before|later|earlier|ago))|thing|way|reason|point|hand|side|part|of\sthe\s(?:most|best|world|country)))",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\b(?P<word>no|none\sof\s(?:the|them|those)|no\sone|nobody|none)\b", re.IGNORECASE)
_CASUALTY = frozenset("death fatality casualty injury survivor victim".split())
_BOTH = re.compile(r"\b[Bb]oth\s(?:of\s(?:the|them)\s?|the\s)?(?=(?:\w+\s){0,2}?(?P<noun>\w+))")


def find_quantities(doc: Doc) -> list[Quantity]:
    """The quantities of a document in reading order, none overlapping another but where one is a part of the other's phrase."""
    text, words = doc.text, Words(doc)
    expressions = [e for e in find_expressions(text) if not _is_label(text, e)]
    found: list[Quantity] = []
    inner: Counted | None = None
    for at in range(len(expressions) - 1, -1, -1):  # from the right, for "10 of the 12 victims"
        expression = expressions[at]
        following = expressions[at + 1] if at + 1 < len(expressions) else None
        part = inner if following is not None and _is_part(text, expression, following) else None
        quantity, inner = _quantity(words, text, expression, part)
        if quantity is not None:
            found.append(quantity)
    wide = [q for q in found if q.dimension in ("distance", "money", "count") and text[q.end - 1] in ")]"]
    found = [
        q for q in found if not any(w.start < q.start and q.end < w.end for w in wide)
    ]  # "150 km (93 miles)" is one value
    taken = sorted((q.start, q.end) for q in found)
    for extra in (*(_measure(m) for m in unnumbered(text)), *_zeros(words, text), *_boths(words, text)):
        if not any(start < extra.end and extra.start < end for start, end in taken):
            found.append(extra)
    return sorted(found, key=lambda q: (q.start, q.end))


def _is_part(text: str, expression: Expression, following: Expression) -> bool:
    gap = text[expression.end : following.start]
    return bool(re.fullmatch(r"\s(?:out\s)?of\s(?:the\s|all\s|those\s|their\s)?(?:estimated\s)?", gap))


def _quantity(
    words: Words, text: str, expression: Expression, part: Counted | None
) -> tuple[Quantity | None, Counted | None]:
    """The quantity of an expression, and the noun that it counts for the expression before it."""
    measure = measured(text, expression)
    if measure is not None:
        return _measure(measure), None
    if text[expression.end : expression.end + 1].isalpha():  # "4K"
        return None, None
    if _is_year(text, expression) or (
        text[expression.first : expression.end].lower() == "one" and _is_pronoun(text, expression)
    ):
        return None, None
    noun = counted(words, expression.first, expression.end, part)
    if noun is None or (
        noun.noun is None and not noun.person and text[expression.first : expression.end].lower() == "one"
    ):
        return None, None
    if _names_thing(text, expression, noun):
        return None, None
    return _count(text, expression, noun), noun


def _names_thing(text: str, expression: Expression, noun: Counted) -> bool:
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
    return before is not None and (
        before[1][0].isupper() or before[1][-1] == "." or before[1] in ("lap", "day", "week", "number", "level")
    )


def _count(text: str, expression: Expression, noun: Counted) -> Quantity:
    span, end = expression.range(continuous=False), max(noun.end, expression.end)
    unit, lemma = (unit_of(noun.noun), singular(noun.noun)) if noun.noun else (None, None)
    if noun.person:
        unit = PERSON
    return Quantity(
        start=expression.start,
        end=end,
        low=span.low,
        high=span.high,
        unit=unit,
        noun=lemma,
        modifier=_modifier((*expression.words, *noun.words, *_after(text, end))),
    )


def _after(text: str, end: int) -> tuple[str, ...]:
    match = re.match(
        r"\s(?P<rate>(?:per|a|an|every)\s(?:second|minute|hour|day|week|month|year)|each|apiece)\b",
        text[end : end + 16],
    )
    return (re.sub(r"^(?:an?|every)\b", "per", match["rate"]),) if match else ()


def _modifier(words: tuple[str, ...]) -> str | None:
    return ",".join(dict.fromkeys(words)) or None


def _measure(measure: Measured) -> Quantity:
    return Quantity(
        start=measure.start,
        end=measure.end,
        low=measure.range.low,
        high=measure.range.high,
        unit=measure.unit,
        noun=measure.unit if measure.dimension != "money" else None,
        modifier=_modifier(measure.words),
        dimension=measure.dimension,
    )


def _is_label(text: str, expression: Expression) -> bool:
    """Whether a number names or dates something rather than counting: "Route 9", "May 3", "5 p.m.", "2-1", "1." in a list."""
    if expression.vague:
        return False
    first, end = expression.first, expression.end
    if text[first].isdigit() and _BEFORE.search(text, max(0, first - 18), first):
        return True
    if _AFTER.match(text, end):
        return True
    return bool(re.match(r"[.)]\s", text[end : end + 2])) and bool(_MARKER.search(text, max(0, first - 6), first))


def _is_year(text: str, expression: Expression) -> bool:
    number = text[expression.first : expression.end]
    if not _YEAR.fullmatch(number) or expression.vague:
        return False
    following = re.match(r"\s([\w-]+)(?:\s([\w-]+))?", text[expression.end : expression.end + 40])
    if (
        following
        and expression.bound in ("exact", "about")
        and _YEAR_CUE.search(text, max(0, expression.first - 8), expression.first)
    ):
        return not (is_human(following[1]) and is_plural(following[1])) or bool(
            re.search(r"[Tt]he\s$|in\s$", text[: expression.first][-4:])
        )
    return not (following and any(word and is_plural(word) for word in following.groups()))


def _is_pronoun(text: str, expression: Expression) -> bool:
    """Whether "one" counts nothing: "no one", "the one", "one another"."""
    start, end = expression.first, expression.end
    if _ONE_NEVER.search(text, max(0, start - 12), start) or _ONE_PHRASE.match(text, end):
        return True
    following = re.match(r"\s(of\s(?:the|them|those|his|her|their|us)\b|[\w-]+)", text[end : end + 30])
    counts = following is not None and (following[1].startswith("of ") or is_human(following[1]))
    return not counts and bool(_ONE_NOT.search(text, max(0, start - 12), start))


def _zeros(words: Words, text: str) -> list[Quantity]:
    """ "no passengers", "none of the injured", "no one"."""
    found = []
    for match in _ZERO.finditer(text):
        word = match["word"].lower()
        if word in ("no one", "nobody"):
            found.append(Quantity(match.start(), match.end(), 0, 0, PERSON))
            continue
        noun = counted(words, match.start(), match.end(), None)
        if noun is None or noun.noun is None:
            if "them" in word:
                found.append(Quantity(match.start(), match.end(), 0, 0, PERSON, modifier="of them"))
            continue
        people = unit_of(noun.noun) == PERSON and (is_plural(noun.noun) or singular(noun.noun) in _CASUALTY)
        if people:
            found.append(
                Quantity(
                    match.start(), noun.end, 0, 0, PERSON, noun=singular(noun.noun), modifier=_modifier(noun.words)
                )
            )
    return found


def _boths(words: Words, text: str) -> list[Quantity]:
    found = []
    for match in _BOTH.finditer(text):
        noun = counted(words, match.start(), match.end(), None)
        if (
            noun
            and noun.noun
            and is_plural(noun.noun)
            and unit_of(noun.noun) != singular(noun.noun)
            and noun.end - match.start() < 40
        ):
            found.append(Quantity(match.start(), noun.end, 2, 2, unit_of(noun.noun), noun=singular(noun.noun)))
    return found
