"""Which kept lines are captions, credits or bylines, and where a dateline or a credit stands inside a paragraph."""

import re

from firsthand.model import PartKind
from firsthand.reading.cleaning.lines import Line, features
from firsthand.reading.patterns import marks
from firsthand.reading.remembering import remembered

_LONGEST = 1500
_CAPTION_WORDS = 8
_BARE_WORDS = 50
_CAPTION_LABEL = re.compile(r"(?:image|media|video|picture) caption[,:]?", re.IGNORECASE)
_INNER_END = re.compile(r"[a-z]{3}[.?!][\"”’]? [A-Z]")


def mark(lines: list[Line]) -> None:
    """Sets ``kind`` on every line that is a caption, a credit or a byline.

    Unmarked sentences without a full stop are captions between paragraphs; above the first one they sum up the article.
    """
    started = False
    before = ""
    for line in lines:
        if line.rule is None:
            line.kind = kind_of(line.text)
            if line.kind == "body":
                line.kind = _kind_in_place(line, before, started)
            started = started or line.real
        before = line.text


@remembered
def kind_of(text: str) -> PartKind:
    """What a line is, judged by itself."""
    line, table = features(text, 0), marks()
    if len(text) > _LONGEST:
        return "body"
    if table.agency_only.match(text) or is_credit(text) or table.credit_exact.match(text):
        return "credit"
    if line.words <= 20 and (table.byline.match(text) or table.byline_exact.match(text)):
        return "byline"
    return "caption" if _is_caption(line) else "body"


def is_credit(text: str) -> bool:
    """Whether a line says whose text it is, in words that are written in any case."""
    table = marks()
    return table.credit.match(text) is not None or table.credit_inside.found(text, text.lower())


def _is_caption(line: Line) -> bool:
    text, low, table = line.text, line.text.lower(), marks()
    if table.caption_start.match(text) or table.caption.found(text, low) or table.caption_exact.found(text, low):
        return True
    if line.ends or line.cut_short or text.endswith((":", ",", ";")):
        return False
    if table.caption_unpunctuated.found(text, low):
        return True
    return line.words >= 6 and table.agency.match(text) is not None


def _kind_in_place(line: Line, before: str, started: bool) -> PartKind:
    """What a line is, judged by where it stands."""
    if _CAPTION_LABEL.fullmatch(before) and line.words <= _BARE_WORDS:
        return "caption"
    if started:
        return "caption" if _is_bare_caption(line) else "body"
    return "byline" if before and marks().byline_above.match(line.text) else "body"


def _is_bare_caption(line: Line) -> bool:
    """One whole sentence without its full stop, not in headline case: what stands under a picture."""
    text = line.text
    if line.ends or line.cut_short or line.bullet or line.title_case or not _CAPTION_WORDS <= line.words <= _BARE_WORDS:
        return False
    return "@" not in text and not text.endswith((":", ",", ";")) and _INNER_END.search(text) is None


def stretches(text: str, kind: PartKind) -> list[tuple[int, int, PartKind]]:
    """A kept line in parts: a dateline at its head and a credit at its end are told from the body between them."""
    if kind != "body" or len(text) > 20 * _LONGEST:
        return [(0, len(text), kind)]
    start, end = 0, len(text)
    parts: list[tuple[int, int, PartKind]] = []
    dateline = marks().dateline.match(text[:200])
    if dateline and dateline.end() < len(text):
        start = dateline.end()
        parts.append((0, len(text[:start].rstrip()), "dateline"))
    bracket = text.rfind("(", start)
    credit = marks().credit_tail.search(text, max(start, bracket - 3)) if bracket >= 0 else None
    if credit:
        end = credit.start()
    if end > start:
        parts.append((start, end, "body"))
    if credit:
        head = len(credit.group()) - len(credit.group().lstrip())
        parts.append((end + head, len(text), "credit"))
    return parts
