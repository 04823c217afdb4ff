"""Lines of a page as the furniture rules see them: what they are made of, not what they say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.model import PartKind
from firsthand.reading.cleaning.slices import Run, Slice, joined
from firsthand.reading.remembering import remembered

# a sentence may end before a last remark in brackets: "… said. (Editing by A. Name)"
_SENTENCE_END = re.compile(r"[.!?。؟][\"”’»'\)\]]*(?: \([^()]{2,300}\))?$")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)[\"”’'\)\]]*$|\[(?:…|\.\.\.|\+\d+ chars)\]$")
_BULLET = re.compile(r"[•▪●◦‣·►▶»■*–-]\s+(?=\S)")
_NEVER_DASH = frozenset("•▪●◦‣·►▶»■")
_WORD = re.compile(r"\w[\w'’.-]*")
_AGED = re.compile(r", \d{1,3}(?:,|$)")
_PAIRS = re.compile(r"\w: \S.*\w: \S")
_FIELD = re.compile(r"[\w ]{2,24}: \S+(?: \S+){0,2}$")
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u200b": " "})
_SHORT = 12
_LONG = 30


@dataclass(slots=True)
class Line:
    """One line: its text without outer space, its features, and what was decided about it (``rule`` set: taken out).

    ``runs`` say where in the source its characters stood; ``stamp`` is the date of a date line.
    """

    text: str
    number: int
    words: int = 0
    ends: bool = False
    cut_short: bool = False
    bullet: str = ""
    rule: str | None = None
    kind: PartKind = "body"
    title_case: bool = field(default=False)
    runs: tuple[Run, ...] = ()
    stamp: str | None = None

    @property
    def at(self) -> int | None:
        """Where in the source the line begins."""
        return self.runs[0][2] if self.runs else None

    @property
    def real(self) -> bool:
        """Whether it reads like a paragraph of an article: sentences, and enough of them."""
        if self.rule or self.cut_short or self.kind in ("caption", "credit", "byline"):
            return False
        return (self.ends and self.words >= _SHORT) or self.words >= _LONG

    @property
    def headline(self) -> bool:
        """Whether it could be a headline or a label: no full stop, not long."""
        return not self.rule and self.words <= 24 and (not self.ends or self.text.rstrip("\"”'’)").endswith("?"))

    @property
    def tabular(self) -> bool:
        """Whether it gives a value or an age ("Maria Holm, 34", "Condition: stable"), which lists of facts do."""
        return _is_tabular(self.text)


@remembered
def _is_tabular(text: str) -> bool:
    if _AGED.search(text):
        return True
    return ": " in text and (_PAIRS.search(text) is not None or _FIELD.match(text) is not None)


def features(given: str | Slice, number: int) -> Line:
    """A line with its features measured."""
    piece = (given if isinstance(given, Slice) else Slice.of(given)).strip()
    text = piece.text
    words, ends, cut_short, bullet, title_case = _measured(text)
    return Line(text, number, words, ends, cut_short, bullet, title_case=title_case, runs=piece.runs)


@remembered
def _measured(text: str) -> tuple[int, bool, bool, str, bool]:
    """Words, whether it ends like a sentence, whether it is cut short, its bullet, whether it is in headline case."""
    words = _WORD.findall(text[:4000])
    cut_short = _CUT_SHORT.search(text) is not None
    ends = not cut_short and _SENTENCE_END.search(text) is not None
    long_words = [word for word in words[1:40] if len(word) >= 4 and word[0].isalpha()]
    title_case = len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words)
    return len(words), ends, cut_short, text[0] if _BULLET.match(text) else "", title_case


def prose(real: Iterable[bool], gap: int) -> list[list[int]]:
    """Where the paragraphs stand, in runs in which no two are further apart than ``gap`` lines; one run at least."""
    runs: list[list[int]] = [[]]
    for i in (i for i, is_real in enumerate(real) if is_real):
        if runs[-1] and i - runs[-1][-1] > gap:
            runs.append([])
        runs[-1].append(i)
    return runs


def hard_bullet(line: Line) -> bool:
    """Whether the line begins with a sign that is only ever a bullet (a dash may open a quotation or a sub-head)."""
    return line.bullet in _NEVER_DASH and line.bullet != ""


@remembered
def folded(text: str) -> str:
    """The text for comparison: typographic signs, case and space evened out."""
    return " ".join(text.translate(_FOLD).lower().split())


def paragraphs(text: str) -> list[Slice]:
    """The lines of a text, hard-wrapped paragraphs joined again."""
    lines = split(text)
    return _unwrapped(lines) if _is_wrapped([line.text for line in lines]) else lines


def split(text: str) -> list[Slice]:
    """The lines of a text, less the white space around them."""
    lines: list[Slice] = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        lines.append(Slice.of(bare, at).strip())
        at += len(line)
    return lines


def _is_wrapped(lines: list[str]) -> bool:
    """Whether paragraphs were broken at a fixed width: small letters follow many breaks, and no line is long."""
    breaks = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(breaks) < 4 or max(map(len, lines)) > 120:
        return False
    small = sum(b[0].islower() and len(a) >= 40 for a, b in breaks)
    return small >= 0.4 * len(breaks)


def _unwrapped(lines: list[Slice]) -> list[Slice]:
    paragraphs: list[list[Slice]] = []
    open_line = False
    for line in lines:
        if line.text and open_line and not _BULLET.match(line.text):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        # a line much shorter than the width closes its paragraph
        open_line = len(line.text) >= 45
    return [joined(paragraph, " ") for paragraph in paragraphs]
