"""Articles in PDF files: the text layer through PDFium, in a process of its own (see ``pdfium``)."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import layout

MAX_PDF = 200_000_000
"""Bytes of one PDF that are read."""
MAX_PAGES = 2000
"""Pages of one PDF that are read."""

_SCRIPT = Path(__file__).with_name("pdfium.py")
_WAIT = 20
_REMEDY = "save the article's web page instead, or its text as .txt"
_OCR = "they may be pictures of text: read them with OCR first (ocrmypdf, for one)"
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?")
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|office)|untitled|document\d*$|print|about:blank|https?://|file:|slide \d|layout 1|"
    r"\S+\.(?:docx?|rtf|odt|indd|qxd|pdf|html?|tmp)\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:docx?|rtf|odt|indd|qx[dp]|pdf|html?|pptx?|txt)$", re.IGNORECASE)
_BROWSER = re.compile(r"mozilla|chrom|firefox|safari|skia|webkit|wkhtml|quartz|prince|weasyprint|edge", re.IGNORECASE)
_NOBODY = re.compile(r"(?:admin\w*|user|owner|author|unknown|microsoft\b.*|windows\b.*|\S+@\S+|\W*)$", re.IGNORECASE)
_STAMP = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d\b|(?:https?|file|about|chrome)[:/]\S+ \d+ ?/ ?\d+$"
)
_ADDRESS = re.compile(r"(https?://[^\s…]+\.[^\s…]+)(?: +\d+(?: ?/ ?| of )\d+)?$")


def read_pdf(name: str, data: bytes) -> Iterator[Found]:
    """The article of a PDF: its paragraphs in reading order, hyphens at line ends mended, columns one after the other.

    Heads, feet and page numbers that recur are given once. Title, author and date come from the document information,
    the title if it looks like one, the date unless a browser printed the file: then it tells when that was. Pages that
    take longer than the processor time of ``pdfium.SECONDS`` in all are left out, with a ``Problem``.
    """
    if len(data) > MAX_PDF:
        size, cap = len(data) / 1e6, MAX_PDF / 1e6
        yield Problem(name, None, f"a PDF of {size:.0f} MB; at most {cap:.0f} MB are read: split it, or {_REMEDY}")
        return
    values, ended = _values(data)
    head: dict[str, Any] = values[0] if values else {"error": "ended"}
    if "error" in head:
        yield Problem(name, None, _unreadable(str(head["error"])))
        return
    error = values.pop()["error"] if isinstance(values[-1], dict) and "error" in values[-1] else None
    pages: list[Any] = values[1:]
    if error is None and len(pages) < min(head["pages"], MAX_PAGES) and not ended:
        error = "ended"
    yield from _notes(name, int(head["pages"]), pages, error)
    lines = [[layout.Line(*line) for line in page or ()] for page in pages]
    garbled = [number for number, page in enumerate(lines, start=1) if _is_garbled(page)]
    if garbled:
        message = "in a font that does not say what its letters are, and not read"
        yield Problem(name, None, f"{_numbers(garbled)} {message}; read the PDF with OCR (ocrmypdf --force-ocr)")
        lines = [[] if number in garbled else page for number, page in enumerate(lines, start=1)]
    printed = _BROWSER.search(f"{head['info'].get('Creator', '')} {head['info'].get('Producer', '')}") is not None
    text = "\n".join(layout.paragraphs([_without_stamps(page) for page in lines] if printed else lines))
    if text.strip():
        yield _draft(name, text, head["info"], lines, printed)


def _is_garbled(page: list[layout.Line]) -> bool:
    """Whether a tenth of the letters or more are unknown, of private use or control signs."""
    letters = "".join(line.text for line in page)
    return len(_NO_LETTER.findall(letters)) >= max(0.1 * len(letters), 1)


def _without_stamps(page: list[layout.Line]) -> list[layout.Line]:
    """A page without the time, title, address and page number that the browser put at its edges as it printed it."""
    rows: dict[int, str] = {}
    for line in layout.edges(page):
        rows[line.row] = f"{rows[line.row]} {line.text}" if line.row in rows else line.text
    stamped = {row for row, text in rows.items() if _STAMP.match(text)}
    return [line for line in page if line.row not in stamped]


def _values(data: bytes) -> tuple[list[Any], bool]:
    """What the process wrote (a last line that it did not finish is left out), and whether it ended by itself."""
    command = [sys.executable, "-P", str(_SCRIPT)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_WAIT, env=environment
        )
        written, ended = done.stdout, done.returncode == 0
    except subprocess.TimeoutExpired as error:
        written, ended = error.stdout or b"", False
    except OSError:
        written, ended = b"", False
    return [json.loads(line) for line in written.split(b"\n")[:-1]], ended


def _unreadable(error: str) -> str:
    if "assword" in error or "ecurity" in error:
        return "this PDF is protected by a password; save it without one (qpdf --decrypt), or print it to a new PDF"
    if error == "ended":
        return f"this PDF could not be read in the time and memory that one file may take; {_REMEDY}"
    return f"this PDF is damaged; fetch it again, or {_REMEDY}"


def _notes(name: str, count: int, pages: list[Any], error: str | None) -> Iterator[Problem]:
    """What of the pages was not read, and why."""
    if count > MAX_PAGES:
        yield Problem(name, None, f"{count:,} pages; the first {MAX_PAGES:,} were read: split it")
    if error == "too long":
        yield Problem(name, None, f"more than 5 million characters of text; read up to page {len(pages)}: split it")
    elif error:
        where = f"page {len(pages) + 1} took more time or memory than one file may take"
        yield Problem(name, None, f"{where}; what stands before it was read: split the PDF, or {_REMEDY}")
    damaged = [number for number, page in enumerate(pages, start=1) if page is None]
    if damaged:
        yield Problem(name, None, f"{_numbers(damaged)} damaged and not read; fetch the PDF again, or {_REMEDY}")
    bare = [number for number, page in enumerate(pages, start=1) if page == []]
    if pages and len(bare) == len(pages):
        yield Problem(name, None, f"no text in this PDF's pages; {_OCR}")
    elif len(bare) > len(pages) / 2:
        yield Problem(name, None, f"{_numbers(bare)} without text; {_OCR}")


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:8])) + (", …" if len(pages) > 8 else "")
    return f"page {shown} is" if len(pages) == 1 else f"pages {shown} are"


def _draft(name: str, text: str, info: dict[str, str], lines: list[list[layout.Line]], printed: bool) -> Draft:
    title = " ".join(info.get("Title", "").split())
    author = " ".join(info.get("Author", "").split())
    made, changed = _date(info.get("CreationDate", "")), _date(info.get("ModDate", ""))
    values: dict[str, Any] = {
        "title": title if _is_title(title) else None,
        "authors": (author,) if author and not _NOBODY.match(author) else (),
        "published": None if printed else made,
        "modified": None if printed or changed == made else changed,
        "url": _address(lines),
    }
    origin = {"title": "Title", "authors": "Author", "published": "CreationDate", "modified": "ModDate"}
    rules = {field: f"PDF {origin[field]}" for field in origin if values[field]}
    rules |= {"url": "address at the edge of the page"} if values["url"] else {}
    return Draft(name, text, rules=rules, **values)


def _is_title(title: str) -> bool:
    """Whether the title is one: what programs write of themselves, file names and single words are none."""
    return not _NO_TITLE.match(title) and not _FILE.search(title) and 3 <= len(title.split()) <= 40


def _date(value: str) -> str | None:
    """A PDF date ("D:20210524101500+02'00'") as ISO; ``None`` for anything else."""
    found = _DATE.match(value.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, utc, sign, hours, minutes = found.groups()
    clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    zone = "+00:00" if utc else f"{sign}{hours}:{minutes or '00'}" if sign and clock else ""
    return f"{year}-{month}-{day}{clock}{zone if clock else ''}"


def _address(lines: list[list[layout.Line]]) -> str | None:
    """The address that browsers print at the edge of pages; one that was cut short is none."""
    for page in lines[:1]:
        for line in layout.edges(page):
            found = _ADDRESS.search(line.text)
            if found and (found.start() == 0 or line.text[found.start() - 1] == " "):
                return found[1]
    return None
