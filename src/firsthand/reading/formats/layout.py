"""From the lines of a PDF's pages to paragraphs: columns in order, recurring heads and feet once, hyphens mended."""

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

_LEAST_LINES = 5
_LEAST_WORDS = 3
_RECURS = 3
_DEPTH = 3
_MAX_LINES = 1500
_NEAR = 9
_SHORT = 60
_MARK = 3
_SENTENCE_END = re.compile(r"[.!?:][\"”’»')\]]*$")
_BULLET = re.compile(r"[•▪●◦‣·►▶»■*–—-]\s|\(?\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-\ufffe\u00ad]$")
_FIRST = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "\ufffe", "\u00ad")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\x02": "-"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or its part in one column, with its box in points from the lower left corner (all 0: unknown).

    ``row`` is the same for the pieces of one line; ``edge`` marks a head or foot that recurs, ``cells`` a line of
    pieces far apart, as tables have them.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    row: int
    page: int
    edge: bool = False
    cells: bool = False

    @property
    def height(self) -> float:
        """The height of the font, in points."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """The width in points."""
        return self.right - self.left


def paragraphs(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of pages in reading order; a recurring head or foot stands once, after the paragraph it parts."""
    recurring = _recurring(pages)
    seen: set[str] = set()
    ordered: list[Line] = []
    for page in pages:
        ends = {id(line): _key(line) for line in edges(page) if _key(line) in recurring}
        for line in page:
            if id(line) in ends and ends[id(line)] not in seen:
                seen.add(ends[id(line)])
                ordered.append(replace(line, edge=True))
        ordered += _in_order([line for line in page if id(line) not in ends], _DEPTH)
    known = {word.lower() for line in ordered for word in _WORD.findall(line.text)}
    return list(_joined(ordered, known))


# heads and feet


def edges(page: list[Line]) -> list[Line]:
    """The lines in the two topmost and the two lowest rows of a page."""
    rows = sorted({round(line.bottom) for line in page if line.height})
    outer = {*rows[:2], *rows[-2:]}
    return [line for line in page if line.height and round(line.bottom) in outer]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split()))


def _recurring(pages: list[list[Line]]) -> set[str]:
    """The words, numbers aside, that stand at the edge of at least three pages."""
    counts: dict[str, int] = {}
    for page in pages:
        for key in {_key(line) for line in edges(page)}:
            counts[key] = counts.get(key, 0) + 1
    return {key for key, count in counts.items() if count >= _RECURS}


# columns


def _in_order(lines: list[Line], depth: int) -> list[Line]:
    """Lines column by column; a line across the columns parts what stands above it from what stands below."""
    gutter = _gutter(lines) if depth and len(lines) <= _MAX_LINES else None
    if gutter is None:
        return _rows(lines)
    crossing = {line.row for line in lines if line.left < gutter - 3 and line.right > gutter}
    across = [line for line in lines if line.row in crossing]
    across.sort(key=lambda line: (-round(line.bottom), line.left))
    ordered: list[Line] = []
    rest = [line for line in lines if line.row not in crossing]
    for bound in [*_rows(across), None]:
        band = [line for line in rest if bound is None or line.bottom > bound.bottom]
        rest = [line for line in rest if bound is not None and line.bottom <= bound.bottom]
        for column in ([x for x in band if x.right <= gutter], [x for x in band if x.right > gutter]):
            ordered += _in_order(sorted(column, key=lambda x: (-round(x.bottom), x.left)), depth - 1)
        ordered += [bound] if bound else []
    return ordered


def _gutter(lines: list[Line]) -> float | None:
    """Where a second column begins, if there is prose to both sides of that place at the same heights."""
    starts: dict[int, int] = {}
    for line in lines:
        if line.height:
            starts[round(line.left / 4)] = starts.get(round(line.left / 4), 0) + 1
    for place in sorted(place for place, count in starts.items() if count >= _LEAST_LINES):
        x = place * 4 - 2
        left = [line for line in lines if line.right <= x]
        right = [line for line in lines if line.left >= x - 3]
        enough = len(left) + len(right) >= 0.6 * len(lines)
        if enough and _is_column(left) and _is_column(right) and _beside(left, right):
            return float(x)
    return None


def _is_column(lines: list[Line]) -> bool:
    if len(lines) < _LEAST_LINES:
        return False
    return statistics.median(len(line.text.split()) for line in lines) >= _LEAST_WORDS


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Whether two groups of lines share at least two fifths of the lower one's height."""
    spans = [(min(x.bottom for x in group), max(x.top for x in group)) for group in (left, right)]
    shared = min(top for _, top in spans) - max(bottom for bottom, _ in spans)
    return shared >= 0.4 * min(top - bottom for bottom, top in spans)


def _rows(lines: list[Line]) -> list[Line]:
    """Lines as they are, the pieces of one row together again."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and last.row == line.row and last.height and line.left >= last.left:
            text = f"{last.text} {line.text}"
            cells = last.cells or len(last.text) > _MARK
            joined[-1] = replace(last, text=text, right=max(last.right, line.right), cells=cells)
        else:
            joined.append(line)
    return joined


# paragraphs


def _joined(lines: list[Line], known: set[str]) -> Iterator[str]:
    """The paragraphs; a recurring head or foot waits until the paragraph that runs on around it has ended."""
    pitch = _pitch(lines)
    pieces: list[str] = []
    held: list[str] = []
    before: Line | None = None
    for place, line in enumerate(lines):
        if line.edge:
            held.append(_clean(line.text))
            continue
        if before and not _breaks(before, line, pitch, _margin(lines, place, before)):
            pieces[-1] = _leading_to(line.text, pieces[-1], known)
            pieces.append(line.text)
        else:
            yield from [_clean("".join(pieces))] if pieces else []
            yield from held
            held, pieces = [], [line.text]
        before = line
    yield from [_clean("".join(pieces))] if pieces else []
    yield from held


def _clean(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").translate(_LIGATURES).split())


def _pitch(lines: list[Line]) -> float:
    """How many font heights usually lie between a line and the next."""
    steps = [
        (line.bottom - after.bottom) / line.height
        for line, after in pairwise(lines)
        if line.page == after.page and line.height > 0 and not line.edge
    ]
    usual = [step for step in steps if 0.5 < step < 2.5]
    return statistics.median(usual) if usual else 1.2


def _margin(lines: list[Line], place: int, last: Line) -> float:
    """The right margin of a line's column: the furthest end of the lines around it that begin where it does."""
    near = (line for line in lines[max(0, place - _NEAR) : place + _NEAR] if abs(line.page - last.page) < 2)
    return max((line.right for line in near if abs(line.left - last.left) < 3 * last.height + 1), default=0.0)


def _breaks(last: Line, line: Line, pitch: float, margin: float) -> bool:
    """Whether a paragraph ends between two lines."""
    ended = _SENTENCE_END.search(last.text) is not None
    if not last.height or not line.height:
        return ended and len(last.text) < _SHORT
    if abs(last.height - line.height) > 0.12 * max(last.height, line.height) or _BULLET.match(line.text):
        return True
    full = last.right >= margin - 0.15 * max(margin - last.left, 1.0)
    if last.page == line.page and last.row == line.row:
        return False
    if last.cells and line.cells:
        return True
    if last.page != line.page or line.bottom >= last.bottom - 1:  # another page or column
        return ended or not (line.text[:1].islower() or full or last.text.endswith(_HYPHENS))
    if last.bottom - line.bottom > max(1.3 * pitch, 1.1) * last.height:
        return True
    indented = line.left > last.left + 0.8 * last.height and not _BULLET.match(last.text)
    return ended and (indented or not full)


def _leading_to(after: str, text: str, known: set[str]) -> str:
    """A line's text as it reads before the next line's: with a space, or with the hyphen at its end gone or kept.

    A word broken between small letters is mended, unless the document writes it with a hyphen elsewhere.
    """
    if not text.endswith(_HYPHENS):
        return text + " "
    left, right = _LAST.search(text), _FIRST.match(after)
    if left and right and left[1].islower() and right[0][0].islower():
        whole = f"{left[1]}-{right[0]}".lower()
        return text[:-1] + ("-" if whole in known else "")
    return text[:-1] + ("-" if text[-2:-1].isalnum() and after[:1].isalnum() else "- ")
