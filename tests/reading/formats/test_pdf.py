"""PDF files, written by hand here: their text layer in reading order."""

import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import layout, pdf, pdfium

Item = tuple[int, int, str]


def pdf_of(*pages: bytes, info: bytes = b"", trailer: bytes = b"", packed: bool = False) -> bytes:
    """A PDF whose pages (595 by 842 points) have the given content streams."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, content in enumerate(pages):
        resources = b"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R >>" % (resources, 5 + 2 * i))
        stream = zlib.compress(content) if packed else content
        filtered = b"/Filter /FlateDecode" if packed else b""
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filtered, stream))
    objects.append(b"<< %s >>" % info)
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, b"".join(places))
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s >>" % (len(objects) + 1, len(objects), trailer)
    return out + table + end + b"\nstartxref\n%d\n%%%%EOF\n" % len(out)


def content(items: Sequence[Item], size: int = 11) -> bytes:
    """A content stream of texts at (x, y)."""
    shown = b"".join(
        b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n"
        % (size, x, y, text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
        for x, y, text in items
    )
    return b"BT\n" + shown + b"ET\n"


def column(lines: Sequence[str], x: int = 50, top: int = 700) -> list[Item]:
    return [(x, top - 14 * i, line) for i, line in enumerate(lines)]


LEFT = (
    "A grain ship ran aground off the",
    "port of Veldmar on Monday, the har-",
    "bour office said, and the nine sail-",
    "ors on it were saved by boats that",
    "came out of Estrand before noon.",
)
RIGHT = (
    "Ines Tolland said the ship had lost",
    "its engine two hours before it had",
    "struck the sandbank. The long-term",
    "plan for the bank is to have a long-",
    "term buoy there, she said.",
)
LEFT_TEXT = (
    "A grain ship ran aground off the port of Veldmar on Monday, the harbour office said, and the nine sailors on it "
    "were saved by boats that came out of Estrand before noon."
)
RIGHT_TEXT = (
    "Ines Tolland said the ship had lost its engine two hours before it had struck the sandbank. The long-term plan "
    "for the bank is to have a long-term buoy there, she said."
)


def only(data: bytes) -> Draft:
    found = list(pdf.read_pdf("a.pdf", data))
    assert len(found) == 1
    assert isinstance(found[0], Draft)
    return found[0]


def problem(data: bytes) -> Problem:
    found: list[Found] = list(pdf.read_pdf("a.pdf", data))
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert found[0].path == "a.pdf"
    return found[0]


def test_pdf_lines_become_paragraphs() -> None:
    second = ["Two sailors were treated for cold in", "the town that lies (by road) 40 km off."]
    items = [*column(LEFT), *column(second, top=600)]
    body = only(pdf_of(content([(50, 760, "Ship strikes sandbank")], 20) + content(items))).body
    assert body.split("\n") == ["Ship strikes sandbank", LEFT_TEXT, " ".join(second)]


def test_pdf_paragraph_goes_on_over_the_page() -> None:
    pages = (content(column(LEFT[:3])), content(column(LEFT[3:])))
    assert only(pdf_of(*pages)).body == LEFT_TEXT


def test_pdf_indented_line_begins_a_paragraph() -> None:
    items = [*column(LEFT), (65, 630, "Ines Tolland said the ship was"), (50, 616, "not lost.")]
    assert only(pdf_of(content(items))).body.split("\n")[1] == "Ines Tolland said the ship was not lost."


@pytest.mark.parametrize("across", [False, True], ids=["column by column", "row by row"])
def test_pdf_columns_are_read_one_after_the_other(across: bool) -> None:
    left, right = column(LEFT), column(RIGHT, x=320)
    items = [item for pair in zip(left, right) for item in pair] if across else [*left, *right]
    body = only(pdf_of(content([(50, 760, "A headline over both of the columns")], 20) + content(items))).body
    assert body.split("\n") == ["A headline over both of the columns", LEFT_TEXT, RIGHT_TEXT]


def test_pdf_three_columns_with_justified_lines() -> None:
    wide = [(50 + 60 * i, 630, word) for i, word in enumerate(("There", "is", "none."))]
    spread = [(220 + 60 * i, 630, word) for i, word in enumerate(("It", "was", "old."))]
    items = [*column(LEFT), *wide, *column(RIGHT, x=220), *spread, *column(LEFT, x=400)]
    body = only(pdf_of(content(items, 9))).body
    assert body.split("\n") == [f"{LEFT_TEXT} There is none.", RIGHT_TEXT, "It was old.", LEFT_TEXT]


def test_pdf_line_over_the_columns_keeps_its_pieces() -> None:
    items = [
        *column(LEFT),
        *column(RIGHT, x=320),
        (50, 600, "Port"),
        (250, 600, "Ships that ran aground"),
        (480, 600, "1"),
    ]
    assert only(pdf_of(content(items))).body.split("\n")[-1] == "Port Ships that ran aground 1"


def test_pdf_rows_of_a_table_are_lines() -> None:
    rows = [("Port", "Ships"), ("Veldmar", "1,204"), ("Estrand", "880")]
    items = [(x, 700 - 15 * i, cell) for i, row in enumerate(rows) for x, cell in zip((50, 300), row)]
    assert only(pdf_of(content(items))).body == "Port Ships\nVeldmar 1,204\nEstrand 880"


@pytest.mark.parametrize(
    "turned", [b"0 1 -1 0 %d 50", b"0 -1 1 0 -%d 800", b"-1 0 0 -1 500 %d"], ids=["left", "right", "upside down"]
)
def test_pdf_turned_pages(turned: bytes) -> None:
    lines = [*zip(range(600, 900, 14), LEFT)]
    shown = b"".join(b"%s Tm (%s) Tj " % (turned % at, line.encode()) for at, line in lines)
    data = pdf_of(b"BT /F1 11 Tf " + shown + b"ET").replace(b"[0 0 595 842]", b"[-1000 0 1000 1000] /Rotate 90")
    assert only(data).body == LEFT_TEXT


def test_pdf_letter_out_of_the_ordinary_leaves_the_columns() -> None:
    mapped = b"/ToUnicode 99 0 R >>"
    items = [item for pair in zip(column(LEFT), column(RIGHT, x=320)) for item in pair]
    data = pdf_of(content([*items, (50, 760, "A ship @ sea")]))
    cmap = b"1 beginbfchar <40> <D83DDEA2> endbfchar"
    stream = b"99 0 obj << /Length %d >>\nstream\n%s\nendstream endobj\n" % (len(cmap), cmap)
    data = data.replace(b"/WinAnsiEncoding >>", b"/WinAnsiEncoding " + mapped).replace(b"xref\n", stream + b"xref\n", 1)
    body = only(data).body.split("\n")
    assert body == ["A ship \U0001f6a2 sea", LEFT_TEXT, RIGHT_TEXT]


def test_pdf_font_that_does_not_say_its_letters() -> None:
    mapped = b"/WinAnsiEncoding /ToUnicode 99 0 R >>"
    cmap = b"1 beginbfrange <20> <7E> <E020> endbfrange"
    stream = b"99 0 obj << /Length %d >>\nstream\n%s\nendstream endobj\n" % (len(cmap), cmap)
    data = pdf_of(content(column(LEFT))).replace(b"/WinAnsiEncoding >>", mapped)
    assert "--force-ocr" in problem(data.replace(b"xref\n", stream + b"xref\n", 1)).message


def test_pdf_table_rows_are_no_columns() -> None:
    names = ("Veldmar", "Estrand", "Morland", "Holm", "Varesk", "Corvane")
    items = [item for i, name in enumerate(names) for item in ((50, 700 - 14 * i, name), (320, 700 - 14 * i, str(i)))]
    assert "Veldmar 0" in only(pdf_of(content(items))).body


def test_pdf_hyphens_stay_where_they_belong() -> None:
    lines = ["The talks of the Anglo-", "Morland office ran from 12-", "14 May in the self-", "same town, it said."]
    body = only(pdf_of(content(column(lines)))).body
    assert body == "The talks of the Anglo-Morland office ran from 12-14 May in the selfsame town, it said."


def test_pdf_heads_and_page_numbers_stand_once() -> None:
    def page(number: int) -> bytes:
        lines = [
            f"in part {'abcd'[number]} the ship is still on the",
            "bank, and the sailors are still on",
            f"{['ships', 'boats', 'sailors', 'people'][number]} there, and",
        ]
        edge = [(50, 810, "Harbour Post"), (280, 20, f"Page {number + 1} of 4")]
        return content([*edge, *column(lines)])

    body = only(pdf_of(*map(page, range(4)))).body
    assert body.count("Harbour Post") == 1
    assert body.count("of 4") == 1
    assert "and in part b" in body


def test_pdf_heads_of_two_pages_stay() -> None:
    page = content([(50, 810, "Harbour Post"), *column(LEFT)])
    assert only(pdf_of(page, page)).body.count("Harbour Post") == 2


def test_pdf_document_information() -> None:
    info = b"/Title (Ship strikes the sandbank) /Author (Mara Quist) /CreationDate (D:20210524101500+02'00')"
    draft = only(pdf_of(content(column(LEFT)), info=info + b" /ModDate (D:20210525)"))
    assert (draft.title, draft.authors) == ("Ship strikes the sandbank", ("Mara Quist",))
    assert (draft.published, draft.modified) == ("2021-05-24T10:15:00+02:00", "2021-05-25")
    assert draft.rules["published"] == "PDF CreationDate"
    assert set(draft.rules) == {"title", "authors", "published", "modified"}


@pytest.mark.parametrize(
    "title", ["Microsoft Word - ship report.doc", "untitled", "ship.indd", "report final v2.docx", "x"]
)
def test_pdf_title_that_is_none(title: str) -> None:
    draft = only(pdf_of(content(column(LEFT)), info=b"/Title (%s) /Author (user)" % title.encode()))
    assert (draft.title, draft.authors) == (None, ())


def test_pdf_printed_by_a_browser_is_not_dated_by_it() -> None:
    info = b"/Creator (Mozilla/5.0 Chrome/90) /Producer (Skia/PDF m90) /CreationDate (D:20230101000000Z)"
    edges = [
        (30, 820, "24/05/2021, 10:15"),
        (250, 820, "Ship strikes"),
        (50, 20, "https://harbourpost.example/coast/1 1/1"),
    ]
    draft = only(pdf_of(content([*edges, *column(LEFT)]), info=info))
    assert (draft.published, draft.url) == (None, "https://harbourpost.example/coast/1")
    assert draft.body == LEFT_TEXT


def test_pdf_without_text_layer() -> None:
    assert "OCR" in problem(pdf_of(b"0 0 100 100 re f")).message


def test_pdf_with_some_pages_without_text() -> None:
    found = list(pdf.read_pdf("a.pdf", pdf_of(content(column(LEFT)), b"", b"")))
    assert isinstance(found[0], Problem)
    assert "pages 2, 3 are without text" in found[0].message
    assert isinstance(found[1], Draft)


@pytest.mark.parametrize("cut", [9, 300, 900])
def test_pdf_damaged(cut: int) -> None:
    assert "damaged" in problem(pdf_of(content(column(LEFT)))[:cut]).message


def test_pdf_with_a_password() -> None:
    keys = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s) >> /ID [<aa> <aa>]" % (b"o" * 32, b"u" * 32)
    assert "password" in problem(pdf_of(content(column(LEFT)), trailer=keys)).message


def test_pdf_over_the_limit_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    found = list(pdf.read_pdf("a.pdf", pdf_of(*[content(column(LEFT))] * 3)))
    assert isinstance(found[0], Problem)
    assert "3 pages; the first 2" in found[0].message


def test_pdf_over_the_limit_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PDF", 100)
    assert "at most" in problem(pdf_of(content(column(LEFT)))).message


def test_pdf_process_that_ends_leaves_the_pages_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, ended = pdf._values(pdf_of(content(column(LEFT)), content(column(RIGHT))))
    assert ended
    monkeypatch.setattr(pdf, "_values", lambda data: (whole[:2], False))
    found = list(pdf.read_pdf("a.pdf", b"%PDF"))
    assert isinstance(found[0], Problem)
    assert "page 2 took more time or memory" in found[0].message
    assert isinstance(found[1], Draft)
    assert found[1].body == LEFT_TEXT
    monkeypatch.setattr(pdf, "_values", lambda data: ([], False))
    assert "time and memory" in problem(b"%PDF").message


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT, signal.SIGXCPU])
def test_pdf_process_that_crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals) -> None:
    script = tmp_path / "crashing.py"
    line = ["Nine sailors were saved.", 50, 700, 200, 711, 0, 0]
    script.write_text(
        "import json, os\n"
        "print(json.dumps({'pages': 2, 'info': {}}), flush=True)\n"
        f"print(json.dumps([{line!r}]), flush=True)\n"
        "print('[[', end='', flush=True)\n"
        f"os.kill(os.getpid(), {int(number)})\n"
    )
    monkeypatch.setattr(pdf, "_SCRIPT", script)
    found = list(pdf.read_pdf("a.pdf", b"%PDF" + bytes(5_000_000)))  # never read: the pipe breaks
    assert isinstance(found[0], Problem)
    assert "page 2 took more time or memory" in found[0].message
    assert isinstance(found[1], Draft)
    assert found[1].body == line[0]


def test_pdf_process_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "could not be read" in problem(pdf_of(content(column(LEFT)))).message


def test_pdf_process_runs_from_anywhere(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('shadowed')")
    (tmp_path / "a.pdf").write_bytes(pdf_of(content(column(LEFT))))
    code = "from firsthand.reading.formats import pdf; print(next(pdf.read_pdf('a', open('a.pdf', 'rb').read())).body)"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == LEFT_TEXT


def _circle() -> bytes:
    return pdf_of(content(column(LEFT))).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "letters": lambda: pdf_of(b"BT /F1 1 Tf " + b"(a) Tj " * 4_000_000 + b"ET", packed=True),
    "unpacked size": lambda: pdf_of(bytes(100_000_000), packed=True),
    "count of pages": lambda: pdf_of(content(column(LEFT))).replace(b"/Count 1", b"/Count 2000000000"),
    "pages in a circle": _circle,
    "nested lists": lambda: pdf_of(b"[" * 2_000_000),
    "media box": lambda: pdf_of(content(column(LEFT))).replace(b"[0 0 595 842]", b"[0 0 1e38 -1e38]"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_pdf_hostile_file_ends(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(pdf, "_WAIT", 1)
    began = time.monotonic()
    assert list(pdf.read_pdf("a.pdf", HOSTILE[kind]()))
    assert time.monotonic() - began < 10


def test_pdf_table_of_places_of_objects_that_is_wrong() -> None:
    whole = pdf_of(content(column(LEFT)))
    assert only(whole.replace(b"startxref\n", b"startxref\n9")).body == LEFT_TEXT
    assert only(b"garbage\n" + whole).body == LEFT_TEXT


def test_pdf_unknown_boxes_still_give_text() -> None:
    lines = [layout.Line(text, 0, 0, 0, 0, row, 0) for row, text in enumerate(LEFT)]
    assert layout.paragraphs([lines]) == [LEFT_TEXT]


def test_pdf_limits_are_set() -> None:
    assert pdfium.SECONDS <= 10
    assert pdfium.MEMORY <= 1 << 30
