"""Stretches in quotation marks: straight and curly, double and single, over paragraphs, with a missing closer."""

import re
from typing import NamedTuple

_MARK = re.compile(r"’’|``|''|[\"“”„«»‘’'`]")
_DOUBLE_OPEN, _DOUBLE_CLOSE, _DOUBLE_ANY = {"“", "„", "«", "``"}, {"”", "»", "’’", "''"}, {'"'}
_BEFORE_OPENING = set(" \t\n\u00a0([{—–-:;,.…/\u200b")
_LONGEST_SINGLE = 700


class Quote(NamedTuple):
    """A quotation: offsets with its marks, whether it was closed, and whether it goes on from the paragraph before."""

    start: int
    end: int
    closed: bool = True
    resumed: bool = False

    def full(self, text: str) -> bool:
        """Whether it reads as speech (ends a clause, or is long) rather than as words picked out."""
        inner = text[self.start + 1 : self.end].rstrip("\"”’'» ")
        words = inner.count(" ") + 1
        after = text[self.end : self.end + 1]
        stopped = inner[-1:] in set(",.?!…—-") or after in {",", "."}
        return words >= 9 or not self.closed or (stopped and words >= 2) or (inner[-1:] in set(",?!") and words >= 1)


def find_quotes(text: str) -> list[Quote]:
    """All quotations of a text in order; they do not overlap, and none crosses a line break."""
    quotes: list[Quote] = []
    at = 0
    unclosed = False
    for line in text.split("\n"):
        if line.strip():
            found, unclosed = _in_paragraph(line, unclosed)
            quotes += [Quote(q.start + at, q.end + at, q.closed, q.resumed) for q in found]
        at += len(line) + 1
    return quotes


def _in_paragraph(line: str, resumed: bool) -> tuple[list[Quote], bool]:
    quotes: list[Quote] = []
    opened, single, skip_to = -1, False, 0
    for match in _MARK.finditer(line):
        mark, at, end = match.group(), match.start(), match.end()
        if at < skip_to:
            continue
        opening = (at == 0 or line[at - 1] in _BEFORE_OPENING) and end < len(line) and not line[end].isspace()
        if opened < 0:
            if mark in _DOUBLE_OPEN or (mark in _DOUBLE_ANY | _DOUBLE_CLOSE and opening):
                opened, single = at, False
            elif mark in "‘'`" and opening and (closer := _single_closer(line, end)):
                quotes.append(Quote(at, closer))
                skip_to = closer
        elif mark in _DOUBLE_CLOSE or (mark in _DOUBLE_ANY and not (opening and not _ends_speech(line, at))):
            quotes.append(Quote(opened, end, True, resumed and not line[:opened].strip()))
            opened = -1
    if opened >= 0 and not single:
        quotes.append(Quote(opened, len(line), False, resumed and not line[:opened].strip()))
    return quotes, opened >= 0


def _ends_speech(line: str, at: int) -> bool:
    return at > 0 and line[at - 1] in ",.?!…"


def _single_closer(line: str, start: int) -> int | None:
    """The offset after the mark that closes a single quotation, told from apostrophes; None if there is none."""
    if not line[start].isalnum() and line[start] not in "$£€#[(":
        return None
    fallback = None
    for match in re.compile(r"['’]").finditer(line, start + 1, start + _LONGEST_SINGLE):
        at, end = match.start(), match.end()
        if end < len(line) and line[end].isalnum():
            continue
        before = line[at - 1]
        if before in ",.?!…" or before != "s" or end >= len(line) or line[end] in ",.;:)—":
            if before.isspace():
                continue
            return end
        fallback = fallback or end  # a plural possessive, unless nothing else closes
    return fallback
