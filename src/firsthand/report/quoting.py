"""Quotations: the sentence that says a thing, cut to a readable length, with the words that carry the value marked."""

import re
from typing import NamedTuple

_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Prof|Rev|No|vs|[A-Z])|\.[A-Za-z])\.$"
)
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")
_ELLIPSIS = "…"
_LOOSE = " –—-,;:"  # what may be left before a sentence when a dateline was cut off


class Quotation(NamedTuple):
    """A stretch of a document's words; ``marked`` are those that carry the value. "…" at either end shows a cut."""

    before: str
    marked: str
    after: str

    @property
    def marks(self) -> tuple[str, str]:
        """The quotation marks to set around it: none where it begins with its own, one where it ends speech."""
        text = self.text
        if text.startswith(("“", '"', "‘")):
            return "", ""
        closed = text.count("”") > text.count("“") or text.count('"') % 2 == 1
        return "“", "" if closed else "”"

    @property
    def text(self) -> str:
        """The whole quotation as one string."""
        return self.before + self.marked + self.after


def clean(text: str) -> str:
    """The text on one line, without the control characters that could steer a terminal or reverse what is read."""
    return _SPACE.sub(" ", _UNSAFE.sub("", text))


def quotation(text: str, start: int, end: int, sentence: tuple[int, int] = (0, 0), limit: int = 260) -> Quotation:
    """The sentence around ``text[start:end]``; without a ``sentence`` it is found by its punctuation."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    end = max(start, end)
    inside = 0 <= sentence[0] <= start and end <= sentence[1]
    first, last = sentence if inside else _around(text, start, end)
    before, marked, after = (
        clean(text[first:start]).lstrip(_LOOSE),
        clean(text[start:end]),
        clean(text[end:last]).rstrip(),
    )
    return _cut(before, marked, after, limit)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, start) + 1
    for match in _SENTENCE_END.finditer(text, first, start + 1):
        if match.end() <= start and not _ABBREVIATION.search(text[first : match.start() + 1]):
            first = match.end()
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    for stop in _SENTENCE_END.finditer(text, max(end - 1, first), last):
        if not _ABBREVIATION.search(text[first : stop.start() + 1]):
            return first, max(end, stop.start() + len(stop[0].rstrip()))
    return first, last


def _cut(before: str, marked: str, after: str, limit: int) -> Quotation:
    """Drops words at the far ends until the quotation fits; the marked words go last."""
    room = limit - len(marked)
    if room < 0:
        return Quotation(_ELLIPSIS if before else "", _head(marked, limit), "")
    if len(before) + len(after) <= room:
        return Quotation(before, marked, after)
    left = min(len(before), max(room // 2, room - len(after)))
    return Quotation(_tail(before, left), marked, _head(after, room - left))


def _head(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    kept = text[: max(size, 0)].rsplit(" ", 1)[0] if " " in text[: max(size, 0)] else text[: max(size, 0)]
    return kept.rstrip(" ,;:–—-") + _ELLIPSIS


def _tail(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    kept = text[len(text) - size :] if size > 0 else ""
    return _ELLIPSIS + (kept.split(" ", 1)[1] if " " in kept.rstrip() else kept.lstrip())
