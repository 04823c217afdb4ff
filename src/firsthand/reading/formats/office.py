"""Articles in Word files (.docx, .docm): paragraphs and table rows in the order of the document, footnotes after them.

The package is read as a stream and not through python-docx: that leaves out inserted text and content controls, and
gives up on a relationship that leads nowhere, which Word does not mind.
"""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import zips

MAX_TEXT = 5_000_000
"""Characters that one file may have."""

_MAX_MARKUP = 3_000_000
_MAX_DEPTH = 40
_SPACES = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    )
)
_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_RELATIONS = "_rels/.rels"
_NOTES = ("footnotes.xml", "endnotes.xml")
# what was deleted or moved away, how things looked before a change, stops of tabs, a second copy of a text box
_SKIPPED = frozenset(
    ("Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "sectPrChange", "tabs", "tblPrChange", "trPrChange")
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_TITLES = frozenset(("title", "heading 1"))
_TITLE_REACH = 5
_LONG_CELL = 200
_LONGEST_PROPERTY = 2000
_NOBODY = frozenset(
    ("admin", "administrator", "apache", "author", "default", "microsoft", "office", "owner", "pc", "poi",
     "python-docx", "test", "un-named", "unknown", "user", "windows")
)  # fmt: skip
"""Words of which the names that programs put for an author are made."""


class _Sink:
    """Gathers the texts of a part's first level, as properties have them; the other sinks gather something else."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._within: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._within.append(tag)

    def end(self, tag: str) -> None:
        self._within.pop()

    def data(self, text: str) -> None:
        if len(self._within) == 2 and len(self.values.get(self._within[-1], "")) < _LONGEST_PROPERTY:
            self.values[self._within[-1]] = self.values.get(self._within[-1], "") + text


class _Relations(_Sink):
    """The targets of the package's relationships by the last word of their types."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().start(tag, attributes)
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.values.setdefault(kind, posixpath.normpath(attributes.get("Target", "").lstrip("/")))


class _Styles(_Sink):
    """The names of styles by their ids."""

    _id = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "style":
            self._id = attributes.get("styleId", "")
        elif tag == "name" and self._id:
            self.values.setdefault(self._id, attributes.get("val", "").lower())

    def end(self, tag: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: a text box stands within one and has paragraphs of its own."""

    pieces: list[str] = field(default_factory=list)
    style: str = ""
    hidden: bool = False
    in_properties: bool = False
    goes_on: bool = False
    """Its end was deleted: the next paragraph continues it."""


class _Body(_Sink):
    """The paragraphs of a part as (style id, text); a row of short cells is one paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.foreign = False
        self._size = 0
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[list[list[str]]] = []
        self._unended: _Paragraph | None = None
        self._in_text = self._prompted = False
        self._skipped = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
            if paragraph and paragraph.in_properties and tag in ("del", "moveFrom") and self._skipped == 1:
                paragraph.goes_on = True
        elif tag == "p":
            self._open()
        elif tag in ("tr", "tc", "sdtContent", "showingPlcHdr", "altChunk"):
            self._block(tag)
        elif paragraph:
            self._inline(paragraph, tag, attributes)

    def _block(self, tag: str) -> None:
        if tag == "tr":
            self._deeper(len(self._rows))
            self._rows.append([])
        elif tag == "tc" and self._rows:
            self._rows[-1].append([])
        elif tag == "sdtContent" and self._prompted:  # "Click here to enter text"
            self._prompted, self._skipped = False, 1
        self._prompted = self._prompted or tag == "showingPlcHdr"
        self.foreign = self.foreign or tag == "altChunk"

    def _inline(self, paragraph: _Paragraph, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "t":
            self._in_text = True
        elif tag == "pStyle":
            paragraph.style = attributes.get("val", "")
        elif tag == "pPr":
            paragraph.in_properties = True
        elif tag == "r":
            paragraph.hidden = False
        elif tag == "vanish" and not paragraph.in_properties:
            paragraph.hidden = attributes.get("val", "") not in ("0", "false", "off")
        elif tag in _BREAKS:
            self._add(_BREAKS[tag])

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "pPr" and self._paragraphs:
            self._paragraphs[-1].in_properties = False
        elif tag == "r" and self._paragraphs:
            self._paragraphs[-1].hidden = False
        elif tag == "p" and self._paragraphs:
            self._close(self._paragraphs.pop())
        elif tag == "tr" and self._rows:
            for line in _row(self._rows.pop()):
                self._put("", line)

    def data(self, text: str) -> None:
        if self._in_text and not self._skipped:
            self._add(text)

    def _open(self) -> None:
        self._deeper(len(self._paragraphs))
        before, self._unended = self._unended, None
        self._paragraphs.append(_Paragraph(before.pieces, before.style) if before else _Paragraph())

    def _close(self, paragraph: _Paragraph) -> None:
        if paragraph.goes_on:
            self._unended = paragraph
        else:
            self._put(paragraph.style, "".join(paragraph.pieces).strip())

    def finish(self) -> None:
        """Ends a paragraph whose end was deleted and which nothing follows."""
        if self._unended:
            self._unended.goes_on = False
            self._close(self._unended)
        self._unended = None

    def _deeper(self, depth: int) -> None:
        if depth >= _MAX_DEPTH:
            raise zips.Refused(f"tables or text boxes nested more than {_MAX_DEPTH} deep; save its text alone (.txt)")

    def _add(self, text: str) -> None:
        if self._paragraphs and not self._paragraphs[-1].hidden:
            self._paragraphs[-1].pieces.append(text)
            self._size += len(text)
            if self._size > MAX_TEXT:
                raise zips.Refused(f"more than {MAX_TEXT / 1e6:.0f} million characters of text; split it")

    def _put(self, style: str, text: str) -> None:
        if text and self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
        elif text:
            self.found.append((style, text))


def read_docx(name: str, data: bytes) -> Iterator[Found]:
    """The article of a Word file; a ``Problem`` with a remedy if there is none or it must not be unpacked.

    ``published`` stays empty: a Word file knows when it was written and saved, not when it was published.
    """
    wrong = zips.unsafe(data)
    if wrong:
        yield Problem(name, None, f"this Word file was not read: {wrong}")
        return
    try:
        yield from _read(name, data)
    except zips.Refused as error:
        yield Problem(name, None, f"this Word file was not read: {error}")
    except Exception as error:  # hostile packages and markup may raise anything; the other files must still be read
        kind = type(error).__name__
        yield Problem(name, None, f"this Word file is damaged ({kind}); open it in Word and save it again as .docx")


def _read(name: str, data: bytes) -> Iterator[Found]:
    body, styles, core = _Body(), _Styles(), _Sink()
    with zipfile.ZipFile(BytesIO(data)) as package:
        entries = set(package.namelist())
        main, properties = _places(package, entries)
        _parsed(package, main, body)
        body.finish()
        folder = posixpath.dirname(main)
        notes = [posixpath.join(folder, part) for part in _NOTES]
        sinks: dict[str, _Sink] = dict.fromkeys(notes, body)
        sinks |= {posixpath.join(folder, "styles.xml"): styles, properties: core}
        for part, sink in sinks.items():
            if part in entries and not _parsed(package, part, sink, optional=True) and part in notes:
                yield Problem(name, None, f"{part} in this Word file is damaged, so not all notes were read")
    yield _draft(name, body, styles.values, core.values) if body.found else Problem(name, None, _empty(body))


def _parsed(package: zipfile.ZipFile, part: str, sink: _Sink, *, optional: bool = False) -> bool:
    """Whether an entry could be parsed; a damaged one that the document can do without costs itself only."""
    spaces = _SPACES if isinstance(sink, (_Body, _Styles)) else frozenset[str]()
    try:
        zips.feed(package, part, sink, _MAX_MARKUP, spaces)
    except zips.Refused:
        raise
    except Exception:  # as above
        if not optional:
            raise
        return False
    return True


def _empty(body: _Body) -> str:
    if body.foreign:
        return "this Word file only points to text in another format; open it in Word and save it again as .docx"
    return "no text in this Word file; if it holds pictures of pages, read them with OCR first"


def _draft(name: str, body: _Body, styles: Mapping[str, str], core: Mapping[str, str]) -> Draft:
    title, rule = _title(core.get("title", ""), body.found, styles)
    modified = core.get("modified", "").strip() or None
    authors = _authors(core.get("creator", ""))
    rules = {"title": rule} if title else {}
    rules |= {"authors": "docx core properties"} if authors else {}
    rules |= {"modified": "docx core properties"} if modified else {}
    text = "\n".join(text for _, text in body.found)
    return Draft(name, text, title=title, authors=authors, modified=modified, rules=rules)


def _places(package: zipfile.ZipFile, entries: set[str]) -> tuple[str, str]:
    """The entries of the document and of its properties: those that the package's relationships name, or the usual."""
    relations = _Relations()
    if _RELATIONS in entries:
        _parsed(package, _RELATIONS, relations, optional=True)
    main = relations.values.get("officeDocument", "")
    if main not in entries:
        main = _MAIN
    if main not in entries:
        raise zips.Refused("the package holds no document; open it in Word and save it again as .docx")
    return main, relations.values.get("core-properties", _CORE)


def _row(cells: list[list[str]]) -> Iterator[str]:
    """A table's row: short cells are one line; cells of prose (a table for the layout) keep their paragraphs."""
    filled = [cell for cell in cells if cell]
    if all(len(cell) == 1 and len(cell[0]) <= _LONG_CELL for cell in filled):
        line = " | ".join(cell[0].replace("\n", " ") for cell in filled)
        if line:
            yield line
        return
    for cell in filled:
        yield from cell


def _title(core: str, found: list[tuple[str, str]], names: Mapping[str, str]) -> tuple[str | None, str]:
    """The title and what gave it: a heading at the top, which readers see, before the property, which they do not."""
    for style, text in found[:_TITLE_REACH]:
        if names.get(style, style.lower().replace("heading", "heading ")) in _TITLES:
            return text.replace("\n", " "), "docx heading"
    core = " ".join(core.split())
    return (core, "docx core properties") if len(core.split()) >= 3 else (None, "")


def _authors(creator: str) -> tuple[str, ...]:
    names = (" ".join(name.split()) for name in creator.split(";"))
    return tuple(name for name in names if name and not set(name.lower().split()) <= _NOBODY)
