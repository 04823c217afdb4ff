"""The question that a finding's values answer, from the clause of the cell that reads best."""

import re

from firsthand.findings.cells import Cell
from firsthand.findings.wording_clause import Clause
from firsthand.findings.wording_numbers import number_span
from firsthand.findings.wording_text import capital, clean_end, lowered, opened, shorten, tidy
from firsthand.findings.words import word_list

_LONGEST = 120
_PREPOSITION = re.compile(r"(?:^|\s)(?P<word>on|in|for|with|by|at|to|from|into|after|within|during)\s+$", re.I)
_TIME_LEAD = re.compile(
    r"(?:(?:early|late|later|earlier)\s+)?(?:on|in|at|around|about|by|during|since|until|from|over|just|only|back|shortly)\s+$",
    re.I,
)
_THERE = re.compile(r"there\s+(?P<be>was|were|is|are|had been|have been)\s+", re.I)
_AGE_OF = re.compile(r"(?P<name>(?:[A-Z][\w’'.-]+\s)*[A-Z][\w’'-]+),?\s(?:who\s(?:is|was)\s|(?:was|is)\s|aged\s)?$")
_AGE_NOUN = re.compile(
    r"\s*(?P<name>(?:[A-Z][\w’'-]+\s?)+)|\s*(?:old\s)?(?:[A-Z]?[a-z-]+\s){0,2}?(?P<noun>girl|boy|man|woman|child|baby|driver|student|teenager|victim|soldier|worker|suspect|passenger|pilot|son|daughter|gorilla|[a-z]+)\b"
)
_AWAY = re.compile(
    r"\s(?:(?:to\sthe\s)?(?:north|south|east|west)[\w-]*\s|away\s|outside\s|inland\s|off\s)?(?:of|from)\s(?:the\s)?(?P<place>(?:[A-Z][\w’'-]+\s?)+)|\s(?:outside|off)\s(?P<other>(?:[A-Z][\w’'-]+\s?)+)"
)
_NAME_BEFORE = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+),\s(?:a|the|an|about|some|located|just)?\s?(?:[a-z]+\s){0,3}$"
)
_EXTENT = re.compile(r"[-\s](?P<word>long|high|tall|wide|deep|away|apart)\b")
_HANGING = re.compile(r"\s(?P<word>ago|after|before|later|earlier)\b")
_AGENT = {"is": "are", "was": "were", "has": "have"}
_SINGULAR_ENDS = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_PLURAL_ENDS = frozenset({
    "people", "men", "women", "children", "police", "troops", "aircraft", "personnel", "others", "dead", "injured",
    "wounded", "percent",
})  # fmt: skip
_MOTION = word_list("motion")
_FURTHER = re.compile(r"; |,? and (?:there|it|he|she|they|we|the \w+ (?:is|was|are|were)) ")
_TITLE_WORDS = 5
_LINKS = re.compile(r"\s(?:with|alongside|for|by|and|against|to|in|on|at|from|near|under|behind|between)\s")
_HYPHENED = re.compile(r"[\d.,]+-[a-z]|[a-z]+-(?:person|man|member|seat|story|storey|car|vehicle)")
_WHICH = {"person": "Who", "organisation": "Which group or organisation", "place": "Which place"}


def ask(cell: Cell, clause: Clause) -> str:
    """The question that a cell answers."""
    match cell.slot:
        case "count":
            made = _how_many(cell, clause)
        case "money":
            made = _measure(cell, clause, "how much")
        case "distance":
            made = _how_far(cell, clause)
        case "duration":
            is_age = cell.quantity is not None and cell.quantity.dimension == "age"
            made = _how_old(cell, clause) if is_age else _how_long(cell, clause)
        case "time":
            made = _when(cell, clause)
        case "place":
            made = _where(cell, clause)
        case "person" | "organisation":
            made = _who(cell, clause)
        case _:
            made = _whether(clause)
    text = capital(shorten(tidy(_FURTHER.split(opened(made))[0]).replace(" ’s ", "’s "), _LONGEST))
    return (text.removesuffix(" …") + " …?") if text.endswith(" …") else text + ("" if text.endswith("?") else "?")


def _quoted(clause: Clause) -> str:
    return shorten(tidy(opened(clause.statement())).replace("“", "‘").replace("”", "’"), 90)


def _front(words: str, clause: Clause, edit: tuple[int, int, str] | None) -> str | None:
    """ "When did the ship hit the bridge": the question words before the inverted clause."""
    turned = clause.inverted(edit)
    if turned is None:
        return None
    return f"{words} {turned[0].lower()} {lowered(turned[1], clause.source)}".strip()


def _inside(cell: Cell, span: tuple[int, int]) -> bool:
    return span[0] <= cell.start and cell.end <= span[1]


def _whether(clause: Clause) -> str:
    if not clause.condition:
        turned = clause.inverted()
        if turned is not None and len(turned[1]) > 6:
            return f"{turned[0]} {lowered(turned[1], clause.source)}"
    opening = f"{clause.condition} " if clause.condition else ""
    return f"What happened: “{opening}{_quoted(clause)}”"


# How many, how much


def _how_many(cell: Cell, clause: Clause) -> str:
    quantity, source = cell.quantity, clause.source
    if quantity is not None and quantity.dimension == "share":
        return _measure(cell, clause, "what share")
    noun = _counted_noun(cell, source)
    words = f"how many {noun}".strip()
    if source[cell.start : cell.end].count("-") and _HYPHENED.match(source, cell.start):
        return f"{words}: “{_quoted(clause)}”"
    there = _THERE.match(source, clause.rest[0]) if not clause.subject_words else None
    if there and not source[there.end() : cell.start].strip():
        be = _AGENT.get(there["be"].lower(), there["be"].lower())
        return f"{words} {be} there {source[cell.end : clause.rest[1]].strip()}"
    if _inside(cell, clause.subject) and not source[clause.subject[0] : cell.start].lower().replace("the", "").strip():
        if not clause.finite:
            return f"How many {noun}: “{_quoted(clause)}”"
        return _subject_question(words, cell, clause)
    return _object_question(words, cell, clause) or f"{capital(words)}: “{_quoted(clause)}”"


def _counted_noun(cell: Cell, source: str) -> str:
    if source[cell.start : cell.end].lower() in {"no one", "nobody", "everyone", "someone"}:
        return "people"
    found = number_span(source, cell.start, cell.end)
    noun = source[found[1] : cell.end].strip(" -") if found else source[cell.start : cell.end]
    if not found:
        noun = (cell.quantity.noun or "") if cell.quantity else ""
    if not noun and source[cell.end : cell.end + 4] != " of ":
        unit = cell.quantity.unit if cell.quantity else None
        noun = "people" if unit == "person" else (cell.quantity.noun or "") if cell.quantity else ""
    return _plural(noun) if noun and not noun.startswith("of ") else noun


def _plural(noun: str) -> str:
    first, mark, rest = noun.partition(" of ")
    words = first.split()
    last = words[-1]
    if last.lower() in _PLURAL_ENDS or last.endswith(("s", ")")) or last[:1].isupper():
        return noun
    many = _SINGULAR_ENDS.get(last.lower()) or (
        last[:-1] + "ies"
        if re.search(r"[^aeiou]y$", last)
        else last + ("es" if re.search(r"(?:x|ch|sh)$", last) else "s")
    )
    return " ".join([*words[:-1], many]) + mark + rest


def _subject_question(words: str, cell: Cell, clause: Clause) -> str:
    aux = list(clause.aux)
    if aux and cell.range is not None and cell.range.high == 1:
        aux[0] = _AGENT.get(aux[0], aux[0])
    after = clause.source[cell.end : clause.subject[1]].strip()
    return " ".join(part for part in [words, after.rstrip(","), *aux, clause.verb, clause.part(clause.rest)] if part)


def _object_question(words: str, cell: Cell, clause: Clause) -> str | None:
    """ "How many crew members did the ship carry", "On how many counts was she indicted", or ``None``."""
    if not _inside(cell, clause.rest):
        return None
    before = clause.source[clause.rest[0] : cell.start]
    if not before.lower().replace("the", "").replace("another", "").strip(" ,"):
        return _front(words, clause, (clause.rest[0], cell.end, ""))
    preposition = _PREPOSITION.search(before)
    if preposition and clause.source[cell.end : cell.end + 4] != " of ":
        return _front(
            f"{preposition['word']} {words}", clause, (clause.rest[0] + preposition.start("word"), cell.end, "")
        )
    if clause.finite and clause.subject_words and clause.source[cell.end : cell.end + 1] != "-":
        return clause.statement((cell.start, cell.end, words))
    return None


def _measure(cell: Cell, clause: Clause, words: str) -> str:
    hyphen = clause.source[cell.start : cell.end + 1].count("-") or clause.source[
        max(0, cell.start - 2) : cell.start
    ] in {"a ", " a"}
    made = None if hyphen else _object_question(words, cell, clause)
    if (
        made is None
        and not hyphen
        and clause.finite
        and _inside(cell, clause.subject)
        and clause.subject[0] == cell.start
    ):
        made = _subject_question(words, cell, clause)
    return made or f"{capital(words)}: “{_quoted(clause)}”"


def _how_far(cell: Cell, clause: Clause) -> str:
    source = clause.source
    away = _AWAY.match(source, cell.end)
    place = (away["place"] or away["other"]).strip() if away else ""
    before = _NAME_BEFORE.search(source, max(0, cell.start - 80), cell.start)
    if place and before and "\n" not in before[0]:
        return f"How far is {before['name']} from {place}"
    extent = _EXTENT.match(source, cell.end)
    if extent:
        made = _front(
            "how " + {"away": "far away", "apart": "far apart"}.get(extent["word"], extent["word"]),
            clause,
            (cell.start, extent.end(), ""),
        )
        if made and not clause.verb:
            return made
    if place and not clause.verb and clause.finite and not clause.by_pronoun and _inside(cell, clause.rest):
        return f"How far {clause.aux[0] if clause.aux else 'is'} {lowered(clause.subject_words, source)} from {place}"
    travels = clause.lemma in _MOTION
    bare = travels and source[clause.rest[0] : cell.start].strip() in {"", "for"}
    made = (
        _front("how far", clause, (_lead_in(source, cell.start, "for"), cell.end, ""))
        if bare and _inside(cell, clause.rest)
        else None
    )
    noun = _counted_noun(cell, source)
    if made is None and noun and "(" not in noun and not clause.source[cell.start : cell.end].count("-"):
        made = _object_question(f"how many {noun}", cell, clause)
    return made or f"What distance: “{_quoted(clause)}”"


def _how_old(cell: Cell, clause: Clause) -> str:
    source = clause.source
    name = _AGE_OF.search(source, max(clause.lead[0], cell.start - 60), cell.start)
    after = _AGE_NOUN.match(source, cell.end)
    if name:
        return f"How old is {name['name'].strip()}"
    if after and (after["name"] or after["noun"]):
        return f"How old is {after['name'].strip()}" if after["name"] else f"How old is the {after['noun']}"
    if clause.finite and not clause.verb and clause.subject_words:
        return f"How old is {lowered(clause.subject_words, source)}"
    return f"How old: “{_quoted(clause)}”"


def _how_long(cell: Cell, clause: Clause) -> str:
    source = clause.source
    if not _inside(cell, clause.rest):
        return f"How long: “{_quoted(clause)}”"
    hanging = _HANGING.search(source, cell.start, cell.end) or _HANGING.match(source, cell.end)
    if hanging:
        end, word = max(hanging.end(), cell.end), hanging["word"]
        made = (
            _front(f"how long {word}", clause, (cell.start, end, "")) if word in {"ago", "later", "earlier"} else None
        )
        if word in {"after", "before"}:
            made = _front(
                f"how long {word} {source[end : clause.rest[1]].strip()}", clause, (cell.start, clause.rest[1], "")
            )
        return made or f"How long: “{_quoted(clause)}”"
    start = _lead_in(source, cell.start, "for")
    if start != cell.start or not source[clause.rest[0] : cell.start].strip():
        made = _front("how long", clause, (start, cell.end, ""))
        if made:
            return made
    return f"How long: “{_quoted(clause)}”"


def _lead_in(source: str, start: int, word: str) -> int:
    """The start of the phrase, with the preposition before it."""
    found = re.search(rf"\b{word}\s+$", source[max(0, start - 6) : start])
    return start - len(found[0]) if found else start


# When, where, who


def _when(cell: Cell, clause: Clause) -> str:
    source = clause.source
    article = re.search(r"\b(?:an?|the|his|her|its|their)\s$", source[max(0, cell.start - 6) : cell.start])
    possessive = re.match((r"" if article else r"[’']s?") + r"\s(?P<noun>[a-z]+)\b", source[cell.end : cell.end + 40])
    if possessive:
        return f"When was the {possessive['noun']}"
    lead = _TIME_LEAD.search(source, max(clause.lead[0], cell.start - 20), cell.start)
    start = lead.start() if lead else cell.start
    word = (lead[0].split()[-1].lower() if lead else "") or source[cell.start : cell.end].split(" ")[0].lower()
    words = {"since": "since when", "until": "until when"}.get(word, "when")
    if clause.lead[0] <= cell.start < clause.lead[1] or not (clause.lead[0] <= cell.start < clause.rest[1]):
        made = _front(words, clause, None)
    else:
        made = _front(words, clause, (max(start, clause.rest[0]), cell.end, "")) if _inside(cell, clause.rest) else None
    return made or f"When: “{_quoted(clause)}”"


def _where(cell: Cell, clause: Clause) -> str:
    source = clause.source
    own = source[cell.start : cell.end]
    preposition = re.match(r"(?:in|at|on|near|from|to|into|outside|inside|towards?|off)\s", own, re.I)
    if preposition and _inside(cell, clause.rest):
        word = preposition[0].strip().lower()
        words = {"from": "from where", "off": "off where", "near": "near where"}.get(word, "where")
        further = re.match(r"(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)*)+", source[cell.end : clause.rest[1]])
        end = cell.end + (further.end() if further else 0)
        closed = re.match(
            r"[\s]?(?:[,;.:–—]|$|\n|\s(?:on|in|at|after|when|while|and|where|during|before|last|late|early|by|with)\b)",
            source[end : end + 12],
        )
        made = _front(words, clause, (cell.start, end, "")) if closed or end >= clause.rest[1] else None
        if made:
            return made
    elif preposition and _inside(cell, clause.lead):
        made = _front("where", clause, None)
        if made:
            return made
    return _named(cell, clause)


def _who(cell: Cell, clause: Clause) -> str:
    source = clause.source
    if _inside(cell, clause.subject) and clause.finite:
        before = source[clause.subject[0] : cell.start].strip().lower()
        after = source[cell.end : clause.subject[1]].strip(" ,")
        plain = len(before.split()) <= _TITLE_WORDS and not _LINKS.search(f" {before} ")
        if plain and (not after or (cell.slot == "person" and source[cell.end : cell.end + 1] == ",")):
            word = "which group or organisation" if cell.slot == "organisation" and before in {"", "the"} else "who"
            return " ".join(part for part in [word, *clause.aux, clause.verb, clause.part(clause.rest)] if part)
        if before in {"", "the", "a", "an"} and re.fullmatch(r"[a-z-]+(?:\s[a-z-]+){0,2}", after):
            return " ".join(
                part for part in ["which", after, *clause.aux, clause.verb, clause.part(clause.rest)] if part
            )
    if _inside(cell, clause.rest):
        before = source[clause.rest[0] : cell.start].strip().lower()
        by = before in {"by", "by the"}
        ends = cell.end >= clause.rest[1] or re.match(
            r"\s(?:on|in|at|after|when|during|last|for|from|with)\b|,", source[cell.end : cell.end + 8]
        )
        if ends and (by or before in {"", "the"}):
            made = _front("by whom" if by else "whom", clause, (clause.rest[0], cell.end, ""))
            if made:
                return made
    return _named(cell, clause)


def _named(cell: Cell, clause: Clause) -> str:
    """The clause with a gap where the name stands."""
    start, end = cell.start, cell.end
    name = re.search(r"[A-Z]", clause.source[start:end])
    if name and cell.slot == "place":
        name = (
            re.search(r"(?:(?<=\s)|^)[A-Z](?:[^\s]|\s(?=[A-Z]|of\s|the\s[A-Z]|de\s|al-))*$", clause.source[start:end])
            or name
        )
        start += name.start()
    edit = (start, end, "…")
    told = shorten(tidy(opened(clause.statement(edit))), 90, keep="…")
    if "…" not in told:
        told = _quoted(clause)
    return f"{_WHICH.get(cell.slot, 'Which')}: “{clean_end(told)}”"
