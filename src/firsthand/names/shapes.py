"""Names of places that show by their words alone: streets, buildings, counties, "the village of X", "X district"."""

import re
from collections.abc import Iterator

CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[^\W_]|['’](?!s\b|\W))*)"
"""One word of a name ("Tavira", "U.S.", "O'Hara")."""
_SAINT = r"(?:St\. |Mt\. |Ft\. )?"
RUN = re.compile(
    rf"(?<![\w@#]){_SAINT}{CAPITAL}"
    rf"(?:[ -](?:St\. |(?:of|and|the|de|la|el|al|es|du|des) (?=[A-Z]))?{CAPITAL})*"
)
"""A run of capitalised words with small words between them."""
WORD = re.compile(rf"{_SAINT}{CAPITAL}\.?")
OPENING = re.compile(r"(?:The|In|At|On|Near|From|A|An|And|But|For) ")
OWNER = re.compile(rf"({CAPITAL}(?: {CAPITAL}){{0,2}})['’]s ")

_ROADS = (
    "Street|Avenue|Road|Lane|Boulevard|Highway|Drive|Terrace|Parkway|Freeway|Expressway|Turnpike|Crescent|Close|Way"
)
_BUILDINGS = (
    "Hospital|Stadium|Library|Church|Chapel|Cathedral|Mosque|Hotel|Prison|Museum|Gallery|Theatre|Theater|Airport"
    "|Station|Park|Bridge|Tower|Towers|Square|Palace|Castle|Arena|Jail|Cemetery|Plaza|Mall|Island|Islands|River|Lake"
    "|Valley|Mountain|Mountains|Bay|Beach|Harbour|Harbor|Creek|Peninsula|Canal|Estate|Quarter|Heights|Forest|Hills"
    "|Gardens|Racecourse|Inn|Hall|Campus|Courthouse|Monastery|Temple|Synagogue|Dam|Airfield|Base|Camp|Falls"
)
HEADS = frozenset(f"{_ROADS}|{_BUILDINGS}".lower().split("|"))
"""Last words of names of streets, buildings, waters and the like, plain."""
_SHORT_ROADS = r"|Rd\.?|Ave\.?|Blvd\.?|St\.(?! [A-Z])|Pkwy\.?"
_NO_ROAD = r"(?! (?:Patrol|Traffic|Fund|Police|Journal|Fighter))"
_SORTS = (
    r"(?:village|town|cit(?:y|ie)|suburb|district|province|neighbou?rhood|hamlet|governorate|count(?:y|ie)|island"
    r"|municipality|prefecture|port)"
)
_WHERE = r"\b(?:at|in the|outside|near)(?: the)?"
_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?:{CAPITAL}[ -]){{1,3}}(?:County|COUNTY|Province|Governorate|Oblast|Parish|Township|Prefecture|CO\.)"
        r"(?!\w)",
        rf"(?<!\w)(?:[NSEW]\. )?{CAPITAL}(?:[ -]{CAPITAL}){{0,3}} (?:{_ROADS}{_SHORT_ROADS}){_NO_ROAD}(?!\w)"
        r"|(?<!\w)(?:Highway|Interstate|Route) (?:[A-Z]-?)?\d+"
        rf"|(?<!\w)(?:Rue|Boulevard|Avenue) (?:de |d’|d'|du |des |la )*{CAPITAL}",
        rf"(?<!\w)(?:St\. |Mt\. )?{CAPITAL}(?:(?:[ -]|['’]s )(?:St\. |of |and |the )?{CAPITAL}){{0,5}}(?:['’]s?)?"
        rf" (?:{_BUILDINGS}|Border Crossing)(?! of [A-Z])(?!\w)",
        rf"{_WHERE} ({CAPITAL}(?:(?:[ -]|['’]s )(?:of |and |the )?{CAPITAL}){{0,5}} "
        rf"(?:Cent(?:re|er)|Court|School|College|Academy|University|House|Embassy|Club)"
        rf"(?: of (?:the )?{CAPITAL})?)(?!\w)",
        rf"(?<!\w)(?:Lake|Mount|Mt\.|Camp|Cape|Fort|Isle of|Gulf of|Bay of|Sea of|Strait of) {CAPITAL}(?: {CAPITAL})?",
    )
)
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)({CAPITAL}) and ({CAPITAL}) (?:streets|avenues|roads|Streets|Avenues|Roads)\b",
        rf"(?<!\w)({CAPITAL} (?:street|avenue|road))\b",
        rf"\b{_SORTS}s? of ({CAPITAL}(?:[ -]{CAPITAL}){{0,2}})"
        rf"(?:(?:, ({CAPITAL}(?:[ -]{CAPITAL})?))*,? and ({CAPITAL}(?:[ -]{CAPITAL})?))?(?!\w)",
        rf"(?<!\w)({CAPITAL}(?:[ -]{CAPITAL}){{0,2}}) {_SORTS}(?!\w)",
    )
)


def whole(text: str) -> Iterator[tuple[int, int]]:
    """Spans of names whose own last or first word says what they are ("Mill Road", "Lake Orna"), surest first."""
    for pattern in _WHOLE:
        for match in pattern.finditer(text):
            yield bare(text, *match.span(match.lastindex or 0))


def told(text: str) -> Iterator[tuple[int, int]]:
    """Spans of names that small words beside them make places ("the villages of Orna and Tavira", "Orna district")."""
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            for group in range(1, (match.lastindex or 0) + 1):
                if match[group]:
                    yield bare(text, *match.span(group))


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without words that open a sentence."""
    while match := OPENING.match(text, start, end):
        start = match.end()
    return start, end
