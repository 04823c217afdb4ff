"""What makes a number another quantity than that of the people or things it names: a rest, a part, a rate, a change.

"20 others", "three of them", "the 12" of "ten of the 12", "17 girls are still missing", "rose by 40 percent", "$700 a
month", "two weeks ago".
"""

import re

from msgspec import structs

from firsthand.model import Quantity, Variant

_OTHER = frozenset(("other", "others", "more", "another", "further", "additional", "extra"))
_LEFT = frozenset(("remaining", "missing", "unaccounted", "all but"))
_WHEN = frozenset(("ago", "earlier", "later", "previously", "after", "before"))
_OWNED = r"(?:the|these|those|them|whom|which|his|her|its|their|our|my|all|us|that)\b"
_OF = re.compile(rf"(?:[\w,.’'-]+\s){{1,4}}?(?:out\s)?of\s{_OWNED}", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:\bincluding|\bamong\s(?:them|whom|those\s\w+|the\s\w+(?:\s\w+)?)(?:\s(?:are|were|was|is))?,?|\bof\s(?:whom|them))\s$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"(?:^|[.!?;:\n]\s?|[“\"])Of\s(?:the|those|these|some|all)?\s?[^,.;\n]{0,60},\s$")
_OF_WHOLE = re.compile(r"(?:^|[.!?;:\n]\s?|[“\"])Of\s(?:(?:the|those|these|some|all|her|his|their|its)\s)*$")
_IN_LIST = re.compile(r",?\s(?:and\s)?|,\s(?:and\s)?")
_APART = re.compile(r"[,(—–-]\s?$")
_SEVERELY = re.compile(r"(?:\w+\s)?(?:fatally|critically|seriously|badly|severely|gravely|lightly|slightly)\b")
_STILL = re.compile(
    r"(?:\s(?:are|were|is|was|who|that|have|had|people|others))*\s(?:still|remain(?:s|ed|ing)?|(?:yet|left)\sto\sbe|unaccounted)\b"
)
_CHANGE_VERB = (
    r"(?:r[oi]se[sn]?|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|f[ae]ll\w*|drop\w*|declin\w*|cut|slump\w*|plung\w*"
    r"|shr[aiu]nk\w*|surg\w+|soar\w*|swell\w*|swollen|reduc\w+|rais\w+|lower\w*|widen\w*|shorten\w*|extend\w*)"
)
_BY = re.compile(
    rf"\b{_CHANGE_VERB}\s(?:[\w-]+\s){{0,3}}by\s$|\b(?:rise|increase|fall|drop|jump|decline|surge|cut|reduction)\sof\s$"
)
_CHANGED = re.compile(rf"\b(?:{_CHANGE_VERB}|(?<!make\s)(?<!made\s)(?<!makes\s)up|down)\s$")
_CHANGE_AFTER = re.compile(
    r"\s(?:rise|increase|fall|drop|jump|decline|surge|cut|reduction|hike|swing|more\sthan|fewer\sthan|less\sthan"
    r"|higher|lower|up\son|down\son)\b"
)
_SPAN = "second|minute|hour|day|night|week|weekend|month|quarter|season|year|shift"
_ONE_OF = (
    rf"{_SPAN}|person|head|capita|family|household|victim|passenger|prisoner|detainee|child|barrel|litre|liter|gallon|kilo|kg"
    "|kilogram|kilogramme|ton|tonne|mile|kilometre|kilometer|piece|seat|vote|game|trip|ticket|share"
)
_RATE = re.compile(
    rf"(?:\s|-)(?:(?:an?|each|every)(?:\s|-)(?P<one>{_ONE_OF})|per(?:\s|-)(?!cent\b)(?P<per>[a-z]+))\b"
    r"(?!\s(?:ago|earlier|later|after|before|old)\b)"
    r"|\s(?P<ly>hourly|daily|nightly|weekly|monthly|yearly|annually)\b(?!\s\w+s\b)|\s(?P<each>each|apiece)\b"
)
_OFTEN = re.compile(rf"[^,.;:\n()]{{1,40}}\s(?:each|every)\s(?P<one>{_SPAN})\b")
_LY = {"daily": "day", "annually": "year"}


def with_variants(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, in reading order, with their ``variant`` and ``per``."""
    told: list[Quantity] = []
    for k, quantity in enumerate(quantities):
        splits = k + 1 < len(quantities) and _splits(text, quantity, quantities[k + 1])
        variant = "part" if splits and quantity.dimension == "count" else None
        variant = variant or _variant(text, quantity, told[-1] if told else None)
        per = _per(text, quantity)
        told.append(structs.replace(quantity, variant=variant, per=per) if variant or per else quantity)
    return told


def _variant(text: str, quantity: Quantity, last: Quantity | None) -> Variant | None:
    words = set((quantity.modifier or "").split(","))
    if quantity.dimension in ("duration", "age"):
        if words & _WHEN:
            return "when"
        return "part" if "of them" in words else "other" if words & _OTHER else None
    before = text[max(0, quantity.start - 70) : quantity.start]
    if _BY.search(before) or (
        quantity.dimension == "share" and (_CHANGED.search(before) or _CHANGE_AFTER.match(text, quantity.end))
    ):
        return "change"
    if quantity.dimension == "share":
        return None
    if words & _LEFT:
        return "left"
    if (words & _OTHER and " the more " not in text[quantity.start : quantity.end]) or quantity.noun == "other":
        return "other"
    if _STILL.match(text, quantity.end):
        return "left"
    return _in_whole(text, quantity, before, last)


def _in_whole(text: str, quantity: Quantity, before: str, last: Quantity | None) -> Variant | None:
    """ "part" or "whole"."""
    gap = text[last.end : quantity.start] if last is not None and last.end <= quantity.start else None
    if last is not None and gap is not None and _splits(text, last, quantity):
        return "whole"
    if _OF_WHOLE.search(before) and re.match(r"[^,.;\n]{0,60},\s", text[quantity.end : quantity.end + 64]):
        return "whole"
    if "of them" in (quantity.modifier or "") or _OF.match(text, quantity.start, quantity.end):
        return "part"
    if _AMONG.search(before) or _OF_THE.search(before):
        return "part"
    if last is not None and last.variant == "part" and gap and _IN_LIST.fullmatch(gap) and not _is_new(text, last):
        return "part"
    if _SEVERELY.search(text, quantity.start, quantity.end + 12) and _APART.search(before):
        return "part"
    return None


def _splits(text: str, last: Quantity, quantity: Quantity) -> bool:
    """Whether ``quantity`` is the whole of which ``last`` is a part: "ten of the 12", "a third of the town's 900"."""
    if last.dimension not in ("count", "share") or quantity.dimension != "count":
        return False
    if last.dimension == "count" and last.noun is not None and last.noun in text[last.start : last.end].lower():
        return False
    gap = text[last.end : quantity.start]
    return bool(re.fullmatch(rf"\s(?:out\s)?of\s(?:{_OWNED}\s)?(?:(?:[\w-]+\s){{0,2}}[\w-]+['’]s\s)?", gap))


def _is_new(text: str, last: Quantity) -> bool:
    """Whether a part was told by its own words ("three of them"), so that what is listed after it is none."""
    return _OF.match(text, last.start, last.end) is not None


def _per(text: str, quantity: Quantity) -> str | None:
    if quantity.dimension not in ("count", "money", "distance"):
        return None
    rate = _RATE.match(text, quantity.end)
    if rate:
        word = rate["one"] or rate["per"] or rate["ly"]
        return "each" if word is None else _LY.get(word, word.removesuffix("ly") if rate["ly"] else word)
    often = _OFTEN.match(text, quantity.end) if quantity.dimension == "count" else None
    return often["one"] if often else None
