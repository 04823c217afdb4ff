"""Articles in tables, one a row: CSV and TSV as text, Excel workbooks (.xlsx)."""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import chain, count, islice
from typing import Any

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import workbooks, zips
from firsthand.reading.formats.records import KEYS

MAX_ROWS = 1_000_000
"""Rows that are read of one table."""

_CELL_LIMIT = 32_767
_SAMPLE = 50
_NAMED = 20
_PROSE_WORDS = 15
_LABEL_WORDS = 3
_PREAMBLE = 10
_MAX_RETRIED = 20_000_000
_DELIMITERS = ",\t;|"
_NOTHING = frozenset(("", "nan", "none", "null", "n/a", "#n/a", "#ref!", "#value!", "#name?", "#div/0!", "<na>"))
_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r"\"?sep=([^\s\"\w]|\t)\"?(?:\r\n?|\n)", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_LISTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_FIELDS = ("title", "description", "url", "outlet", "section", "language")
_DAY_NUMBER = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$")
_HEADERS = {
    "body": ("story", "story text", "article content", "hlead", "td"),
    "title": ("article title", "hd"),
    "description": ("lead paragraph", "lp"),
    "outlet": ("publication", "publication title", "publication name", "media name", "media outlet", "sn"),
    "published": ("load date", "pd"),
    "authors": ("author name", "by"),
    "language": ("la",),
}
"""Headers of press archives and their two-letter codes, beside ``records.KEYS``."""


def _folded(header: object) -> str:
    return _LETTERS.sub("", str(header or "").casefold())


_KNOWN = {
    _folded(key): (name, place)
    for name, keys in KEYS.items()
    for place, key in enumerate((*keys, *_HEADERS.get(name, ())))
}


@dataclass(frozen=True, slots=True)
class _Columns:
    """The places of a table's fields; ``first`` tells whether the first row is already an article."""

    names: tuple[str, ...]
    places: dict[str, int]
    first: bool

    def rule(self, field: str) -> str:
        place = self.places[field]
        return f"column {self.names[place]!r}" if place < len(self.names) and self.names[place] else "table column"


def _columns(rows: Sequence[Sequence[Any]]) -> _Columns | str:
    """The columns of a table by the names in its first row, else by what they hold; or why there is no text column."""
    names = tuple(_text(cell) for cell in rows[0])
    places = _by_name(names, rows[1:])
    headed = bool(places) or not any(len(name.split()) >= _PROSE_WORDS for name in names)
    below = rows[1:] if headed else rows
    if "body" not in places or _mean_words(below, places["body"]) < _LABEL_WORDS:
        longest = _longest_prose(below)
        if longest is None and "body" not in places:
            return _no_text(names)
        if longest is not None:
            places = {field: place for field, place in places.items() if place != longest} | {"body": longest}
    return _Columns(names if headed else (), places, not headed)


def _by_name(names: Sequence[str], rows: Sequence[Sequence[Any]] = ()) -> dict[str, int]:
    """Field to column; of several for one field, one that holds something, then the one named first in ``KEYS``."""
    best: dict[str, tuple[bool, int, int]] = {}
    for place, name in enumerate(names):
        field, order = _KNOWN.get(_folded(name), ("", 0))
        rank = (not any(place < len(row) and _text(row[place]) for row in rows), order, place)
        if field and (field not in best or rank < best[field]):
            best[field] = rank
    return {field: place for field, (_, _, place) in best.items()}


def _mean_words(rows: Sequence[Sequence[Any]], place: int) -> float:
    counts = [len(_text(row[place])[:1000].split()) for row in rows if place < len(row) and _text(row[place])]
    return sum(counts) / len(counts) if counts else _LABEL_WORDS


def _longest_prose(rows: Sequence[Sequence[Any]]) -> int | None:
    """The column that holds by far the most words, if they are as many as prose has."""
    counts: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row):
            counts[place] = counts.get(place, 0) + len(_text(cell)[:20_000].split())
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    if not ranked or counts[ranked[0]] < _PROSE_WORDS * len(rows):
        return None
    if len(ranked) > 1 and counts[ranked[0]] < 2 * counts[ranked[1]]:
        return None
    return ranked[0]


def _no_text(names: Sequence[str]) -> str:
    shown, keys = ", ".join(name[:40] for name in names[:12] if name) or "none", ", ".join(KEYS["body"][:4])
    return f"no column with the text of articles: name it in the first row ({keys}, …); the columns here: {shown}"


def _articles(name: str, rows: Iterator[tuple[int, Sequence[Any]]], mark: str, excel: bool) -> Iterator[Found]:
    """The articles of numbered rows (as a spreadsheet numbers them: the header is row 1), named ``name`` + ``mark``."""
    sample = list(islice((row for row in rows if any(map(_text, row[1]))), _SAMPLE))
    sample = sample[_preamble([row for _, row in sample]) :]
    if not sample:
        yield Problem(name, None, f"{_where(mark)}no rows: give a table with one article a row under a header")
        return
    columns = _columns([row for _, row in sample])
    if isinstance(columns, str):
        yield Problem(name, None, f"{_where(mark)}{columns}")
        return
    if len(sample) == 1 and not columns.first:
        yield Problem(name, None, f"{_where(mark)}no rows under the header: give one article a row")
        return
    yield from _limited(name, chain(sample if columns.first else sample[1:], rows), columns, mark, excel)


def _preamble(rows: Sequence[Sequence[Any]]) -> int:
    """How many rows stand above the header: exports begin with a heading of their own."""
    known = (len(_by_name([_text(cell) for cell in row])) for row in rows[:_PREAMBLE])
    return next((place for place, count in enumerate(known) if count >= 2), 0)


def _limited(
    name: str, rows: Iterable[tuple[int, Sequence[Any]]], columns: _Columns, mark: str, excel: bool
) -> Iterator[Found]:
    """One result a row; past the first rows without text, the others are only counted."""
    wanting, wide = 0, list[int]()
    for number, row in rows:
        if number > MAX_ROWS:
            yield Problem(name, None, f"{_where(mark)}more than {MAX_ROWS:,} rows; the rest was not read: split it")
            break
        if not any(map(_text, row)):
            continue
        path = f"{name}#{mark}{number}"
        draft = _draft(path, row, columns)
        if draft is None:
            wanting += 1
            if wanting <= _NAMED:
                column = columns.rule("body")
                yield Problem(path, None, f"row {number}: no text in {column}; fill it in, or delete the row")
            continue
        if columns.names and not excel and any(map(_text, row[len(columns.names) :])):
            wide.append(number)
        size = len(draft.body)
        if size == _CELL_LIMIT or (excel and size >= _CELL_LIMIT - 1):
            yield Problem(path, None, f"row {number}: the text fills an Excel cell and seems cut off; export it anew")
        yield draft
    if wanting > _NAMED:
        yield Problem(name, None, f"{_where(mark)}{wanting - _NAMED:,} more rows without text")
    if wide:
        message = "with more cells than the header, so text may be cut: put cells that hold the separator into quotes"
        yield Problem(name, None, f"{_listed(wide)} {message}")


def _where(mark: str) -> str:
    return f"sheet {mark[:-1]!r}: " if mark else ""


def _draft(path: str, row: Sequence[Any], columns: _Columns) -> Draft | None:
    cells = {field: row[place] for field, place in columns.places.items() if place < len(row) and _text(row[place])}
    found: dict[str, Any] = {field: _text(cells[field]) for field in _FIELDS if field in cells}
    body = _text(cells.get("body"))
    if not body and not ("title" in found and "description" in found):
        return None
    return Draft(
        path=path,
        body=body,
        authors=_names(_text(cells.get("authors"))),
        published=_moment(cells.get("published")),
        modified=_moment(cells.get("modified")),
        rules={field: columns.rule(field) for field in cells if field != "body"},
        **found,
    )


def _text(cell: object) -> str:
    """A cell as text; what programs write for "nothing" is nothing."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    text = str(cell).strip()
    return "" if len(text) < 8 and text.lower() in _NOTHING else text


def _names(text: str) -> tuple[str, ...]:
    """Authors; a Python or JSON list, as data frames write it, is taken apart."""
    if text.startswith("[") and text.endswith("]"):
        return tuple(name for pair in _LISTED.findall(text[:5000]) if (name := (pair[0] or pair[1]).strip()))
    return (text,) if text else ()


def _moment(cell: object) -> object:
    """A date as metadata would give it: ISO text, seconds since 1970 as a number; Excel's day numbers are days."""
    text = _text(cell)
    if not text or not text.replace(".", "", 1).isdecimal() or len(text) > 20:
        return text or None
    day = _DAY_NUMBER.match(text)
    if day:
        year, month, of_month, *clock = day.groups()
        return f"{year}-{month}-{of_month}" + (f"T{':'.join(clock)}" if clock[0] else "")
    number = float(text)
    if 20_000 <= number <= 80_000:
        return (datetime(1899, 12, 30) + timedelta(seconds=round(86_400 * number))).isoformat()
    return int(number) if len(text) >= 9 else text


def read_csv(name: str, text: str) -> Iterator[Found]:
    """The articles of a CSV or TSV text, named ``name#row``: the header is row 1; quoted cells may have breaks.

    The text column is the one named as in ``records.KEYS``, else the one with clearly the most words. A row without
    text is a problem; an empty one is not.
    """
    delimiter, start = _delimiter(text)
    records = _Records(text, start, delimiter, 2 if start else 1)
    yield from _articles(name, iter(records), "", excel=False)
    if records.faults:
        message = "with quotation marks that are not closed or not doubled, read as well as could be"
        yield Problem(name, None, f"{_listed(records.faults)} {message}; save it again as CSV with such marks doubled")


def _listed(numbers: list[int]) -> str:
    return "rows " + ", ".join(map(str, numbers[:8])) + (f" and {len(numbers) - 8:,} more" if len(numbers) > 8 else "")


@cache
def _cells(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    apart = re.escape(delimiter)
    end = rf"[ ]*(?:{apart}|[\r\n]|$)"
    return re.compile(rf'[ ]*"((?:[^"]|"(?!{end}))*+)("?)[ ]*'), re.compile(rf"[^{apart}\r\n]*")


@dataclass(slots=True)
class _Records:
    """The numbered rows of a text. One with stray quotation marks costs itself only, not the rows after it.

    ``csv`` would run on to the next mark, many rows later, and unless ``strict`` say nothing of it. There the line
    alone is read as a row, its marks as they stand, if it has as many cells as the others.
    """

    text: str
    at: int
    delimiter: str
    first: int
    width: int = 0
    faults: list[int] = field(default_factory=list)
    _retried: int = 0

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True, skipinitialspace=True)
        for number in count(self.first):
            start = self.at
            try:
                row = next(reader, None)
            except csv.Error:
                self._retried += self.at - start
                self.faults.append(number)
                if self.at == len(self.text):  # the lines have ended, though some of them are read again
                    reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True, skipinitialspace=True)
                row = self._mended(start)
            if row is None:
                return
            self.width = max(self.width, len(row)) if number <= _PREAMBLE else self.width
            yield number, row

    def _lines(self) -> Iterator[str]:
        while self.at < len(self.text):
            start, self.at = self.at, self._end(self.at)
            yield self.text[start : self.at]

    def _end(self, at: int) -> int:
        found = _LINE.match(self.text, at)
        return found.end() if found else len(self.text)

    def _mended(self, start: int) -> list[str]:
        """The line as a row, its marks as they stand, if it has as many cells as others; else what ``_loose`` reads."""
        end = self.at = self._end(start)
        row = self.text[start:end].rstrip("\r\n").split(self.delimiter)
        if (len(row) != self.width or self.width < 2) and self._retried < _MAX_RETRIED:
            loose, after = self._loose(start)
            self._retried += after - start
            if loose and (len(loose) == self.width or after <= end):
                self.at = self._end(after)
                return loose
        return row

    def _loose(self, at: int) -> tuple[list[str], int]:
        """A row in which marks end a cell only before a separator or line end, and its end; none if a mark is open."""
        quoted, bare = _cells(self.delimiter)
        row: list[str] = []
        while True:
            found = quoted.match(self.text, at)
            if found and not found[2]:
                return [], found.end()
            found = found or bare.match(self.text, at)
            assert found
            row.append(found[found.re.groups and 1].replace('""', '"'))
            at = found.end()
            if self.text[at : at + 1] != self.delimiter:
                return row, at
            at += 1


def _delimiter(text: str) -> tuple[str, int]:
    """The delimiter, and where the table begins (Excel may announce the delimiter in a line of its own).

    ``csv.Sniffer`` takes letters for delimiters and needs minutes for some quoted prose; known headers and equal widths
    tell more.
    """
    told = _SEPARATOR.match(text)
    if told:
        return told[1], told.end()
    return max(_DELIMITERS, key=lambda sign: _fit(_head(text, sign))), 0


def _head(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, without one that the sample may have cut."""
    sample = text[:20_000]
    lines = (line for line in _LINE.findall(sample) if line)
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE) if row]
    except csv.Error:
        return []
    return rows[:-1] if len(rows) > 1 and len(rows) < _SAMPLE and len(sample) > 15_000 else rows


def _fit(rows: list[list[str]]) -> tuple[int, float, int]:
    """How well rows fit a delimiter: columns known by name, the share of rows as wide as the first, the width."""
    if not rows or len(rows[0]) < 2:
        return 0, 0.0, 1
    width = len(rows[0])
    return len(_by_name(rows[0])), sum(len(row) == width for row in rows) / len(rows), width


def looks_like_csv(text: str) -> bool:
    """Whether a text (its first 20,000 characters will do) is a table of articles in CSV or TSV.

    Its first row names a text column and one more known field, or every cell of three or more columns is quoted. Prose
    with commas has neither.
    """
    if _SEPARATOR.match(text):
        return True
    rows = max((_head(text, sign) for sign in _DELIMITERS), key=_fit)
    known, share, width = _fit(rows)
    header = [cell.strip() for cell in rows[0]] if rows else []
    if known >= 2 and "body" in _by_name(header):
        short = all(len(cell) <= 40 and len(cell.split()) <= 4 and not cell.endswith(".") for cell in header)
        return short and (share >= 0.8 or len(rows) == 2)
    lines = [line for line in text[:20_000].splitlines()[:_SAMPLE] if line.strip()]
    quoted = sum(line.startswith('"') for line in lines)
    return (
        width >= 3 and share == 1.0 and len(rows) >= 3 and quoted == len(lines) and '","' in lines[0].replace(";", ",")
    )


def read_xlsx(name: str, data: bytes) -> Iterator[Found]:
    """The articles of an Excel workbook, named ``name#sheet!row``, sheet by sheet; formulas by their values.

    A sheet without a text column is a problem beside the articles of the others.
    """
    wrong = zips.unsafe(data)
    if wrong:
        yield Problem(name, None, f"this Excel file was not read: {wrong}")
        return
    where = ""
    try:
        for title, rows in workbooks.workbook(data):
            where = f"sheet {title!r}: "
            yield from _articles(name, rows, f"{title}!", excel=True)
    except zips.Refused as error:
        yield Problem(name, None, f"{where}the rest of this Excel file was not read: {error}")
    except Exception as error:  # hostile packages and markup may raise anything; the other files must still be read
        message = f"this Excel file is damaged from here on ({type(error).__name__})"
        yield Problem(name, None, f"{where}{message}; open it in Excel and save it again, or as CSV")
