"""What a document itself says about whose text it is: copyright lines, datelines, bylines, paths, sign-offs."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache

import msgspec

from firsthand.lineage.agencies import agency, outlet_of, outlets, paths, pattern
from firsthand.lineage.furniture import is_caption
from firsthand.model import Document, Evidence

HEAD = 6  # lines of the body in which a credit can stand before the text
TAIL = 5  # lines at the end


class Weight(IntEnum):
    """How much a credit tells. A document that is another's text takes over its channel only below ``REPORTER``."""

    NOTHING = 0
    ITSELF = 1  # the page speaks of itself
    OUTLET = 2  # somebody published it; no word about who wrote it
    SEVERAL = 3  # several agencies are credited
    REPORTER = 4
    AGENCY = 5
    JOINT = 6


class Credit(msgspec.Struct, frozen=True):
    """Whose text a document says it is, and the words that show it; ``among`` are agencies credited together."""

    name: str | None
    weight: Weight
    evidence: Evidence | None
    among: tuple[str, ...] = ()


SEVERAL = "agencies"
ALONE = 2  # lines from either end in which an agency's bare name is a credit, not a picture's
_NAMED = {"place": "dateline", "slashed": "dateline", "alone": "byline"}
_MARKS = " ()[].-–—"
_PHOTOGRAPHY = re.compile(r"\b(?:getty|images?|photo\w*|pictures?|shutterstock|alamy|rex)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\bfor (?:the )?[\w-]+(?:\.\w+)*\b|\b(?:staff|our) (?:correspondent|writer)\b|\b(?:reporter|news editor)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|editorial|correspondent|reporters?|sports?|chief|journalists?|news(?:room|desk)?)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&|with)\s+|\s*[;,/|]\s*", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+[A-ZÀ-Þ][\w .'’-]+$")
_WITH = re.compile(r"\b(?:with|inputs?|from|via|by|contribut\w+|source)\b", re.IGNORECASE)
_PERSON = re.compile(r"^[A-ZÀ-Þ][\w.'’-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w.'’-]*){1,4}$")
_AGENCIES = re.compile(
    r"\b(?:by|from|source:?) (?:the )?(?:news )?(?:wire )?agencies\b|^\W*agencies\W*$|\bagencies\s*\(", re.IGNORECASE
)
_SELF = re.compile(
    r"\b(?:in|during) an? (?:exclusive |written |press |phone |telephone |special )?"
    r"(?:statement|interview|comment|remark)s? "
    r"(?:to|with|for) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
_NOBODY = re.compile(
    r"^(?:reporters?|journalists?|media|press|state|public|national|local|parliament|congress)\b", re.IGNORECASE
)
_REUTERS_STYLE = re.compile(
    r"\(\s*(?:Additional )?(?:Reporting|Writing|Compiled)\b[^()]{0,400}?\bEd\w{4,7} by\b[^()]{0,200}\)?|"
    r"^(?:Reporting|Writing) by [^\n]{0,300}?; ?(?:\w+ )?Ed\w{4,7} by\b[^\n]{0,200}",
    re.MULTILINE,
)


def _inner(name: str) -> str:
    return name.replace(r"(?<![\w/])", "").replace(r"(?![\w/]| Photo)", "")


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    name = pattern()
    return {
        "copyright": re.compile(
            rf"(?i:copyright|©|\(c\))\W{{0,4}}(?:\d{{4}}\W{{1,3}})?(?i:by )?(?:The )?({name})(?!\W?\d{{4}}\s?/)"
        ),
        "dateline": re.compile(
            rf"^[^\n()]{{0,90}}?\(\s*({name})(?:\s*[/,&]\s*[\w .'-]{{2,30}})?\s*\)(?=\s*(?:[-–—:|]|$)|\s+[A-Z“\"])"
        ),
        "place": re.compile(
            rf"^[A-ZÀ-Þ][\w’'. -]{{1,40}}(?:,[^\n()–—-]{{0,40}})?\s*[-–—,:|/]\s*({name})\s*(?:[-–—:|]|$)"
        ),
        "slashed": re.compile(rf"^[A-ZÀ-Þ][^\n/]{{1,60}}/\s*({_inner(name)})\s*/"),
        "last": re.compile(rf"(?:[.”\"!?]\s*[-–—]+\s*|[.”\"!?]\s*[(\[]\s*)({name}(?:\s*[/,&]\s*{name})*)\s*[)\]]?\W*$"),
        "byline": re.compile(
            rf"^\W*(?:(?i:by|from|source:?)\s+)"
            rf"(?:[^\n]{{0,80}}?[,|/]\s*|[^\n]{{0,60}} (?i:of|for) |[A-ZÀ-Þ][^\n]{{2,60}} )?"
            rf"(?:the |The )?({name})\W*(?:$|\||\d)"
        ),
        "alone": re.compile(rf"^\W*(?:(?i:source)\W{{1,3}})?(?:The )?({name})(?i: news)?(?i: agency)?\W*$"),
        "writers": re.compile(
            rf"({name}) (?:[\w-]+ )?(?:writers?|journalists?|reporters?|correspondents?)"
            rf" [A-Z][^\n]{{2,300}}?\bcontribut"
        ),
        "list": re.compile(rf"(?i:({name})(?:\s*[-–—/,;|&+]\s*({name}))+)"),
        "sources": re.compile(
            rf"^\W*[a-zäöüß]{{2,4}}(?:\s?/\s?[a-zäöüß]{{2,4}}){{0,2}}\s*\((?:[^()]*?{name})[^()]*\)\W*$"
        ),
        "each": re.compile(rf"(?i:{name})"),
    }


def credit(document: Document) -> Credit:
    """The best that a document shows of whose text it is, without looking at other documents."""
    found = list(_credits(document))
    return max(found, key=lambda c: c.weight) if found else Credit(None, Weight.NOTHING, None)  # the first of equals


def _credits(document: Document) -> Iterator[Credit]:
    publisher = document.outlet or outlet_of(document.url)
    yield from _authors(document, publisher)
    head, tail, removed = _lines(document)
    yield from _marked(head, tail + removed)
    if from_path := _path(document.url):
        yield from_path
    yield from _signed(tail, removed)
    if publisher:
        home = agency(publisher)
        if home:
            yield Credit(home.name, Weight.AGENCY, Evidence("outlet", publisher))
        yield Credit(publisher, Weight.OUTLET, Evidence("outlet", publisher))
    elif itself := _itself(document):
        yield itself


def _lines(document: Document) -> tuple[list[str], list[str], list[str]]:
    """The lines at head and tail of a text where credits stand (no title, no captions), and those taken out of it."""
    aside = [(p.start, p.end) for p in document.parts if p.kind in ("title", "description", "caption")]
    lines = []
    for match in re.finditer(r"[^\n]+", document.text):
        line = match.group().strip()
        inside = any(start <= match.start() < end for start, end in aside)
        if line and not inside and line != document.title and not is_caption(line):
            lines.append(line)
    removed = [line.strip() for r in document.removed for line in r.text.split("\n") if line.strip()]
    described = [document.text[p.start : p.end] for p in document.parts if p.kind == "description"]
    return described + lines[:HEAD], lines[-TAIL:], removed


def _marked(head: list[str], tail: list[str]) -> Iterator[Credit]:
    rules = _rules()
    for line in tail:
        for rule in ("copyright", "writers"):
            if (match := rules[rule].search(line)) and not is_caption(line):
                yield _agency(match.group(1), rule, match.group())
    for number, line in enumerate(head):
        if rules["sources"].match(line) or rules["list"].fullmatch(line.strip(_MARKS)):
            continue
        for rule in ("dateline", "byline", "place", "slashed", "alone"):
            if (match := rules[rule].search(line)) and (rule != "alone" or number < ALONE):
                yield _agency(match.group(1), _NAMED.get(rule, rule), match.group())
        if match := _AGENCIES.search(line):
            yield Credit(SEVERAL, Weight.AGENCY, Evidence("byline", match.group().strip()))


def _agency(form: str, rule: str, text: str) -> Credit:
    known = agency(form)
    return Credit(known.name if known else form, Weight.AGENCY, Evidence(rule, text.strip()[:200]))


def _path(url: str | None) -> Credit | None:
    if not url:
        return None
    path = "/" + url.split("://", 1)[-1].partition("/")[2].lower()
    part = max((p for p in paths() if p in path), key=len, default=None)
    return Credit(paths()[part], Weight.AGENCY, Evidence("url", part)) if part else None


def _authors(document: Document, publisher: str | None) -> Iterator[Credit]:
    """What the authors say.

    An agency and a reporter of the outlet make the text the outlet's own; a name before the agency's is the agency's
    reporter ("Ada Birch, Associated Press").
    """
    authors = [a.strip() for entry in document.authors for a in _AND.split(_BY.sub("", entry)) if a.strip()]
    photography = any(_PHOTOGRAPHY.search(a) for a in authors)
    named, people, own = [], [], []
    for author in authors:
        bare = _ROLE.sub("", _IN.sub("", author)).strip(" ,|-")
        known = agency(bare) or agency(author)
        if known and known != agency(publisher or ""):
            named.append((known.name, author))
        elif author.casefold() in ("agencies", "news agencies", "wire reports", "news wires"):
            named.append((SEVERAL, author))
        elif _OWN.search(author) or (publisher and author.casefold() == f"{publisher} staff".casefold()):
            own.append(author)
        elif _PERSON.match(author) and author.casefold().removeprefix("the ") not in _published(publisher):
            people.append(author)
    text = ", ".join(document.authors)
    joint = bool(own) or (bool(people) and bool(named) and authors[0] == named[0][1])
    if named and joint and publisher:
        yield Credit(publisher, Weight.JOINT, Evidence("joint byline", text))
    elif named and not photography:
        yield Credit(named[0][0], Weight.AGENCY, Evidence("byline", named[0][1]))
    elif publisher and (people or own):
        yield Credit(publisher, Weight.REPORTER, Evidence("byline", text))


@cache
def _published(publisher: str | None) -> frozenset[str]:
    names = {publisher.casefold(), publisher.casefold().removeprefix("the ")} if publisher else set()
    return frozenset(names | {name.casefold().removeprefix("the ") for name in outlets().values()})


def _signed(tail: list[str], removed: list[str]) -> Iterator[Credit]:
    """Sign-offs. A bare list of agencies leaves open which it is; "ab/cd (XYZ)" credits sources of an own text."""
    rules = _rules()
    for line in tail + removed:
        if match := _REUTERS_STYLE.search(line):
            named = rules["each"].search(match.group())
            yield _agency(named.group() if named else "Reuters", "sign-off", match.group())
    for line in tail[-ALONE:]:
        if len(line) < 60 and (match := _AGENCIES.search(line)):
            yield Credit(SEVERAL, Weight.AGENCY, Evidence("sign-off", match.group().strip()))
    for line in (*tail[-ALONE:], *removed):
        credited = _list(line)
        if credited and (line in tail or len(credited) > 1 or line.lower().startswith("source")):
            yield _signature(credited, line)
    if tail and (match := rules["last"].search(tail[-1])) and not _WITH.search(tail[-1][-60:]):
        yield _signature(_list(match.group(1)), match.group())


def _list(line: str) -> tuple[str, ...]:
    """The agencies that a line consists of; none if it holds anything else."""
    rules = _rules()
    bare = line.strip(_MARKS)
    if len(line) > 60 or rules["sources"].match(line):
        return ()
    if rules["list"].fullmatch(bare) or rules["alone"].match(line):
        return tuple(dict.fromkeys(found.name for form in rules["each"].findall(bare) if (found := agency(form))))
    return ()


def _signature(named: tuple[str, ...], text: str) -> Credit:
    evidence = Evidence("sign-off", text.strip())
    if len(named) == 1:
        return Credit(named[0], Weight.AGENCY, evidence)
    return Credit(SEVERAL, Weight.SEVERAL, evidence, among=named)


def _itself(document: Document) -> Credit | None:
    """A page without an outlet may name itself: statements are said to be made "to" it directly."""
    texts = [document.text, *(r.text for r in document.removed)]
    for text in texts:
        for match in _SELF.finditer(text):
            name = match.group(1)
            relayed = re.search(rf"\b{re.escape(name)}\b[^.\n]{{0,20}} (?:reported|said|wrote|quoted)\b", text)
            if not agency(name) and not relayed and not _NOBODY.match(name) and name.casefold() not in _published(None):
                return Credit(name, Weight.ITSELF, Evidence("named itself", match.group()))
    return None
