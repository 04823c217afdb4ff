"""Excel workbooks as sheets of rows, streamed."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from firsthand.reading.formats.zips import Refused, feed, parse

_MAX_MARKS = 6_000_000
_MAX_INDEX = 100_000
_MAX_COLUMNS = 200
_MAX_DECODED = 50_000_000
_MAX_SHEETS = 200
_SHEET = frozenset(
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
)
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_DATE = re.compile(r"\[(?![hms]+\])[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.|general", re.IGNORECASE)
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class _Index:
    """Which sheets a workbook has, where its parts are, which of its styles show dates, its strings."""

    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}
        self.sheets: list[tuple[str, str]] = []
        self.strings: list[bytes] = []
        self.decoded = 0
        """As bytes: one rare letter would quadruple the memory of its string."""
        self.dates: list[bool] = []
        self.epoch = datetime(1899, 12, 30)
        self._formats: dict[str, bool] = {}
        self._pieces: list[str] | None = None
        self._in_styles = self._spoken = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._spoken = True
        elif tag == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif tag == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.targets[attributes.get("Id", "")] = kind, target
        elif tag == "workbookPr" and attributes.get("date1904", "0") not in ("0", "false"):
            self.epoch = datetime(1904, 1, 1)
        elif tag == "numFmt":
            code = _NOT_DATE.sub("", attributes.get("formatCode", "")[:1000])
            self._formats[attributes.get("numFmtId", "")] = re.search("[dmyhs]", code, re.IGNORECASE) is not None
        elif tag == "cellXfs":
            self._in_styles = True
        elif tag == "xf" and self._in_styles:
            self.dates.append(self._is_date(attributes.get("numFmtId", "0")))

    def _is_date(self, number: str) -> bool:
        return self._formats.get(number, number.isdigit() and len(number) < 4 and int(number) in _BUILT_IN_DATES)

    def end(self, tag: str) -> None:
        if tag == "si" and self._pieces is not None:
            self.strings.append("".join(self._pieces).encode())
            self._pieces = None
        elif tag == "rPh":
            self._spoken = False
        elif tag == "cellXfs":
            self._in_styles = False

    def data(self, text: str) -> None:
        if self._pieces is not None and not self._spoken:
            self._pieces.append(text)


class _Rows:
    """The rows of a sheet, numbered as it numbers them; formulas by the values that were last computed."""

    def __init__(self, index: _Index) -> None:
        self.done: list[tuple[int, list[Any]]] = []
        self._index = index
        self._number = self._place = 0
        self._row: list[Any] = []
        self._cell: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._in_value = False
        self._places: dict[str, int] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "v" or tag == "t":
            self._in_value = True
        elif tag == "c":
            self._cell = attributes
            self._place = self._column(attributes["r"].rstrip("0123456789")) if "r" in attributes else self._place + 1
        elif tag == "row":
            number = attributes.get("r", "")
            self._number = int(number) if number.isdecimal() and len(number) < 10 else self._number + 1
            self._row, self._place = [], 0

    def end(self, tag: str) -> None:
        if tag == "v" or tag == "t" or tag == "rPh":
            self._in_value = False
        elif tag == "c":
            if self._pieces and self._place <= _MAX_COLUMNS:
                self._row += [None] * (self._place - len(self._row))
                self._row[self._place - 1] = self._value("".join(self._pieces))
            self._pieces = []
        elif tag == "row":
            self.done.append((self._number, self._row))
            self._row = []

    def data(self, text: str) -> None:
        if self._in_value:
            self._pieces.append(text)

    def _column(self, letters: str) -> int:
        place = self._places.get(letters, 0)
        if not place:
            for letter in letters[:4].upper():
                place = 26 * place + ord(letter) - 64
            self._places[letters] = place = max(1, min(place, _MAX_COLUMNS + 1))
        return place

    def _value(self, text: str) -> Any:
        """A cell as text, number or moment; ``None`` for truth values and errors."""
        kind = self._cell.get("t", "n")
        if kind == "s":
            known = text.isdecimal() and len(text) < 10 and int(text) < len(self._index.strings)
            text = self._index.strings[int(text)].decode() if known else ""
            self._index.decoded += len(text)
            if self._index.decoded > _MAX_DECODED:
                raise Refused(f"its cells hold over {_MAX_DECODED / 1e6:.0f} million characters; save the sheet as CSV")
        if kind in ("s", "str", "inlineStr"):  # a carriage return is written _x000D_
            return _CODE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
        if kind in ("b", "e"):
            return None
        return text if kind == "d" else self._number_of(text)

    def _number_of(self, text: str) -> Any:
        try:
            number = int(text) if text.isdecimal() and len(text) < 30 else float(text)
            style = self._cell.get("s", "")
            if style and self._index.dates[int(style)] and number >= 1:
                return self._index.epoch + timedelta(seconds=round(86_400 * number))
            return number
        except (ValueError, OverflowError, IndexError):
            return text


def workbook(data: bytes) -> Iterator[tuple[str, Iterator[tuple[int, list[Any]]]]]:
    """The sheets of an Excel workbook by name, each with its numbered rows; these must be read before the next sheet.

    Read as a stream and not through openpyxl, which holds a row's markup in memory, knows no strict files and leaves
    Excel's escapes in the text. Cells past column 200 are left out.
    """
    index = _Index()
    left = [_MAX_MARKS]
    with zipfile.ZipFile(BytesIO(data)) as package:
        present = set(package.namelist())
        for part in ("xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
            left[0] -= feed(package, part, index, _MAX_INDEX)
        for kind, target in index.targets.values():
            if kind in ("styles", "sharedStrings") and target in present:
                left[0] -= feed(package, target, index, left[0], _SHEET)
        sheets = [(name, *index.targets.get(key, ("", ""))) for name, key in index.sheets]
        parts = [(name, target) for name, kind, target in sheets if kind == "worksheet" and target in present]
        if not parts:
            raise Refused("it holds no sheet of cells; give a table with one article a row")
        for name, target in parts[:_MAX_SHEETS]:
            yield name, _rows(package, target, index, left)


def _rows(package: zipfile.ZipFile, part: str, index: _Index, left: list[int]) -> Iterator[tuple[int, list[Any]]]:
    sink = _Rows(index)
    before = 0
    for marks in parse(package, part, sink, left[0], _SHEET):
        left[0] -= marks - before
        before = marks
        yield from sink.done
        sink.done.clear()
