"""A process of its own that reads a PDF's lines: run as a script with the PDF on standard input.

PDFium is C++ code for a format made to be attacked: it is not thread-safe, may crash, and some files keep it busy for
hours. Here it can only end itself. It imports nothing of firsthand, so that it starts in a tenth of a second.

Writes JSON, one value a line: the document information with the count of pages, then each page as soon as it is read,
as a list of ``[text, left, bottom, right, top, row, page]`` (points from the lower left corner; pieces of one row
may belong to different columns) or ``null`` for a damaged one. A line ``{"error": …}`` is the last one.
"""

import json
import math
import re
import statistics
import sys
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MEMORY = 900_000_000
SECONDS = 6
PAGES = 2000
CHARACTERS = 5_000_000

LINES = 300_000

_MAX_CHARACTERS = 200_000
_LONGEST = 20_000
_LEAST_GAP = 4.0
_LEAST_RATIO = 1.7
_SAMPLES = 6
# PDFium writes U+FFFE for a hyphen at the end of a line, and no line break after it
_ROW = re.compile("[^\r\n\ufffe]+\ufffe?")
_GAP = re.compile(r"(?<=\S) +(?=\S)")

Line = tuple[str, float, float, float, float, int]
Box = tuple[float, float, float, float]


def _confine() -> None:
    """Limits on memory (bytes) and processor time (seconds), where the system has them."""
    if resource is None:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
        except (ValueError, OSError):  # a lower limit is in force, or macOS, which has no limit on memory
            continue


def _say(value: Any) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Reads standard input and writes what the module's docstring says."""
    data = sys.stdin.buffer.read()
    _confine()
    try:
        document = pdfium.PdfDocument(data)
        _say({"pages": len(document), "info": document.get_metadata_dict()})
    except pdfium.PdfiumError as error:
        _say({"error": str(error)})
        return
    size = count = 0
    for number in range(min(len(document), PAGES)):
        try:
            page = document[number]
            lines = [(*line, number) for line in _lines(page)]
            page.close()
        except (pdfium.PdfiumError, ValueError):  # a damaged page costs that page
            lines = None
        size += sum(len(line[0]) for line in lines or ())
        count += len(lines or ())
        if size > CHARACTERS or count > LINES:
            _say({"error": "too long"})
            return
        _say(lines)


def _lines(page: Any) -> list[Line]:
    """The page's lines as PDFium finds them, cut where a wide gap parts columns."""
    found = page.get_textpage()
    text = found.get_text_range()
    count = found.count_chars()
    exact = count <= _MAX_CHARACTERS
    if exact and len(text) != count:
        text = _letters(found, count)
    rows = [match for match in _ROW.finditer(text) if match.group().strip()]
    turn = _turn(found, [match.start() for match in rows]) if exact else 0
    boxes = _Boxes(found, turn)
    lines: list[Line] = []
    for row, match in enumerate(rows):
        line = match.group()
        if exact:
            lines += _pieces(boxes, line, match.start(), row)
        else:
            lines.append((line.strip(), 0.0, 0.0, 0.0, 0.0, row))
    found.close()
    if turn:  # PDFium gives some of these from the last to the first
        lines.sort(key=lambda line: (-round(line[2]), line[1]))
    return lines


def _letters(found: Any, count: int) -> str:
    """The page's text with as many characters as it has boxes; those that no Unicode map explains are U+FFFD.

    PDFium leaves these out of its text, and counts letters outside the basic plane otherwise there.
    """
    letters = "".join(chr(raw.FPDFText_GetUnicode(found, place)) for place in range(count))
    return letters.replace("\x00", "\ufffd").replace("\x02", "\ufffe")


def _turn(found: Any, places: list[int]) -> int:
    """By how many quarters most lines are turned on the page: scans and tables are often laid on their side."""
    quarters = [round(raw.FPDFText_GetCharAngle(found, place) / (math.pi / 2)) % 4 for place in places]
    return statistics.mode(quarters) if quarters else 0


class _Boxes:
    """The boxes of a page's letters as if its lines ran from left to right."""

    def __init__(self, found: Any, turn: int) -> None:
        self._found = found
        self._turn = turn
        self._rect = raw.FS_RECTF()

    def __getitem__(self, place: int) -> Box:
        rect = self._rect
        if not raw.FPDFText_GetLooseCharBox(self._found, place, rect):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if self._turn == 1:
            return -top, left, -bottom, right
        if self._turn == 2:
            return -right, -top, -left, -bottom
        if self._turn == 3:
            return bottom, -right, top, -left
        return left, bottom, right, top


def _pieces(boxes: _Boxes, line: str, at: int, row: int) -> list[Line]:
    """A line with its box; several where the space between two words is wider than the letters are high.

    It must stand out among the line's spaces: those of a justified line are wide but alike.
    """
    gaps: list[tuple[float, float, int]] = []
    for space in _GAP.finditer(line) if len(line) < _LONGEST else ():
        left, right = boxes[at + space.start() - 1], boxes[at + space.end()]
        gaps.append((right[0] - left[2], max(left[3] - left[1], _LEAST_GAP), space.end()))
    usual = statistics.median_low([gap for gap, _, _ in gaps]) if len(gaps) > 1 else 0.0
    cuts = [0, *(end for gap, least, end in gaps if gap > least and (gap > _LEAST_RATIO * usual or gap > 3 * least))]
    return [_piece(boxes, line[a:b], at + a, row) for a, b in zip(cuts, [*cuts[1:], len(line)])]


def _piece(boxes: _Boxes, text: str, at: int, row: int) -> Line:
    """A text with its box. Spaces have no height of their own, and single letters may come from another font."""
    inked = [place for place, letter in enumerate(text) if not letter.isspace()]
    step = max(1, len(inked) // _SAMPLES)
    found = [boxes[at + place] for place in (*inked[::step], inked[-1])]
    bottom, top = statistics.median_low(box[1] for box in found), statistics.median_low(box[3] for box in found)
    whole = text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole, min(box[0] for box in found), bottom, max(box[2] for box in found), top, row


if __name__ == "__main__":
    main()
