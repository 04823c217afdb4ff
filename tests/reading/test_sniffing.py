"""What files are, whatever they are called, and their encodings."""

import gzip
import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from firsthand.model import Problem
from firsthand.reading import read
from firsthand.reading.draft import Draft
from firsthand.reading.payloads import read_stream
from firsthand.reading.sniffing import HEAD, container_of, format_of, not_text
from tests.reading.conftest import BODY, SECOND, TITLE

FRENCH = "Le port de Veldmar a été fermé après l’accident du navire, a-t-on déclaré. « Rien n’est réglé », dit-elle."


@pytest.mark.parametrize(
    "data, words",
    [
        (b"%PDF-1.7 ...", "this PDF is damaged"),
        (b"PK\x03\x04....", "damaged or cut-off ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (gzip.compress(b"ship" * 900)[:20], "damaged or cut off"),
        (b"{\\rtf1 ship}", "plain text"),
        (b"ship\x00\x01\x02 aground" * 9, "binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 50, "binary"),
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "a feed without entries"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(600), ".docx, .xlsx or .eml"),
        (b"BZh91AY&SY....", "bunzip2"),
        (b"\xfd7zXZ\x00\x00", "unxz"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"PK\x05\x06" + bytes(18), "empty or split ZIP"),
        (b"a.txt" + bytes(252) + b"ustar" + bytes(250), "tar xf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01", "GIF"),
        (b"II*\x00\x08\x00\x00\x00", "TIFF"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "sound"),
        (b"ID3\x03\x00", "MP3"),
        (b"\x00\x00\x00\x20ftypisom", "video"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "program"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"PAR1\x15\x04", "JSON lines"),
        (b"bplist00\xd4", "property list"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", "SVG"),
        (b"<?xml version='1.0'?><office:document-content><text:p>Ship</text:p>", "XML of a kind"),
        (bytes(9000), "failed copy"),
        (BODY.encode()[:200] * 30 + bytes(range(256)) * 40, "binary"),
    ],
)
def test_sniffing_what_is_no_text(problem_of: Callable[..., Problem], data: bytes, words: str) -> None:
    assert words in problem_of(data, "page.txt").message


def test_sniffing_binary_says_where(problem_of: Callable[..., Problem]) -> None:
    assert problem_of(b"ship\x00aground").at == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_sniffing_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode(encoding))
    documents, problems = read([path])
    assert documents[0].text == FRENCH
    assert problems == []


def test_sniffing_latin_1(tmp_path: Path) -> None:
    text = FRENCH.replace("’", "'")
    (tmp_path / "a.txt").write_bytes(text.encode("latin-1"))
    assert read([tmp_path / "a.txt"])[0][0].text == text


def test_sniffing_another_alphabet_is_read_and_reported(tmp_path: Path) -> None:
    text = (
        "Капитан порта сообщил в понедельник, что девять моряков были доставлены на берег после аварии судна у берега. "
        * 5
    )
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    documents, problems = read([tmp_path / "a.txt"])
    assert "моряков" in documents[0].text
    assert "guess" in problems[0].message


def test_sniffing_a_few_broken_bytes_are_reported(tmp_path: Path) -> None:
    data = FRENCH.encode() * 3
    (tmp_path / "a.txt").write_bytes(data[:60] + b"\xff" + data[60:])
    documents, problems = read([tmp_path / "a.txt"])
    assert "\ufffd" in documents[0].text
    assert (problems[0].at, "broken UTF-8" in problems[0].message) == (60, True)


def test_sniffing_letters_wrongly_decoded_before_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH.encode().decode("cp1252", "replace"), encoding="utf-8")
    documents, problems = read([tmp_path / "a.txt"])
    assert len(documents) == 1
    assert "wrongly decoded" in problems[0].message


def test_sniffing_text_over_the_cap(problem_of: Callable[..., Problem]) -> None:
    assert "6.0 million characters" in problem_of(b"ship. " * 1_000_000).message


def feed() -> bytes:
    items = f"<item><title>{TITLE}</title><description>{BODY}</description></item>"
    return f"<?xml version='1.0'?><!-- a > b --><rss version='2.0'><channel>{items}</channel></rss>".encode()


def docx() -> bytes:
    made = Document()
    for line in BODY.split("\n"):
        made.add_paragraph(line)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


PAGE = f"<!DOCTYPE html><html><body><p>{BODY}</p></body></html>"
MARKDOWN = f"# {TITLE}\n\n**Veldmar** {BODY}\n\n## What is known\n\nSee [here](https://e.example/a)."
CSV = f'title,text,date\nShip,"{BODY}",2014-05-12\nBoat,"{BODY}",2014-05-13\n'
RECORD = json.dumps({"title": TITLE, "text": BODY})


@pytest.mark.parametrize("name", ["page.txt", "page.json", "page.csv", "page.html", "page.md", "page.eml", "page"])
@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(BODY.encode()), docx(), feed(), PAGE.encode(), MARKDOWN.encode(), CSV.encode(), RECORD.encode(),
        f"{RECORD}\n{RECORD}\n".encode(), json.dumps([{"text": BODY}], indent=2).encode(),
    ],
    ids=["gzip", "docx", "feed", "html", "markdown", "csv", "json", "lines", "list"],
)  # fmt: skip
def test_sniffing_files_are_read_by_their_content_under_any_name(data: bytes, name: str) -> None:
    found = list(read_stream(name, io.BytesIO(data), Path(name).suffix))
    assert found
    for entry in found:
        assert isinstance(entry, Draft)
        assert SECOND in entry.body
        assert "<p>" not in entry.body
        assert '"text"' not in entry.body


@pytest.mark.parametrize(
    "opening",
    [
        "[Morland] ", "[1] ", "[12:30] ", "[[Veldmar]] ", '["We" said] ', "{We will not leave} ",
        '{"We will not," she said} ',
        "#Veldmar ", "# 1 ", "From: the harbour office\n", "From: Ines\nTo: Hans\nDate: Monday\nSubject: Ship\n\n",
        "From Veldmar the road leads north since 2014.\n", "ID3 tags, ", "RIFFA rebels: ", "BZh, MZ and BM: ", "GIF8, ",
        "The file begins with %PDF-1.7, ", "PK and WARC: ", "<3 Veldmar. ", "< 9 sailors. ", "PAR2, ", "---\n",
    ],
)  # fmt: skip
def test_sniffing_prose_is_text_however_it_begins(opening: str) -> None:
    text = opening + BODY
    assert container_of(text.encode()) is None
    assert not_text(text.encode()) is None
    assert format_of(text, ".txt") == "text"


@pytest.mark.parametrize(
    "text, suffix, form",
    [
        (f"{RECORD}\n{RECORD}", ".json", "lines"),
        (json.dumps({"text": BODY * 60}) + "\n" + RECORD, "", "lines"),
        (f"{RECORD}\n", ".jsonl", "lines"),
        ('{"text": "cut\n' + f"{RECORD}\n{RECORD}", ".jsonl", "lines"),
        (json.dumps({"text": BODY}, indent=1), ".jsonl", "json"),
        (json.dumps([{"text": BODY}], indent=1), ".ndjson", "json"),
        ('{"text": "cut', ".json", "json"),
        ('var page = {"text": "ship"};', ".json", "json"),
        ("[1, 2]", ".json", "json"),
        ("null", ".json", "json"),
        (BODY, ".json", "text"),
        (f"<p>{BODY}</p>\n<p>{BODY}</p>", ".txt", "html"),
        (f"<!-- saved -->\n<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html><p>{BODY}", ".txt", "html"),
        ("a;b;c\n1;2;3", ".csv", "csv"),
        (BODY, ".md", "markdown"),
    ],
)
def test_sniffing_formats(text: str, suffix: str, form: str) -> None:
    assert format_of(text, suffix) == form


def test_sniffing_servers_word_decides_what_the_content_leaves_open() -> None:
    assert format_of("a;b;c\n1;2;3", "", "text/csv; charset=utf-8") == "csv"
    assert format_of(BODY, "", "text/markdown") == "markdown"
    assert format_of(f"<b>x</b><br>{BODY}", "", "text/html") == "html"
    assert format_of(PAGE, "", "text/plain") == "html"


@pytest.mark.parametrize(
    "head, form",
    [
        (b"<?xml version='1.0'?>\n<!-- a --><?xml-stylesheet href='x'?>\n<rss version='2.0'>", "feed"),
        (b"\xef\xbb\xbf\n<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        ("<?xml version='1.0' encoding='utf-16'?><rss>".encode("utf-16"), "feed"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b>c'>]><urlset xmlns='x'>", "sitemap"),
        (b"<sitemapindex xmlns='x'>", "sitemap"),
        (b"<rssfeed>", None),
        (b"<!-- <rss> --><html>", None),
        (b"junk\n%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<<", "pdf"),
        (b"WARC/1.0\r\n", "warc"),
        (b"Return-Path: <a@b>\nFrom: a\nTo: b\n\nx", "mail"),
        (b"Received-SPF: pass\nReceived: by x\n\tfor y;\n Mon\nFrom: a\n\nx", "mail"),
        (b"From a@b.example Mon May 12 10:00:00 2014\nFrom: a\nTo: b\nMessage-ID: <1>\n\nx", "mail"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nSaved.\n\n--x\n"
         b"Content-Location: file:///C:/a.htm\nContent-Type: text/html\n\n<html>", "mhtml"),
    ],
)  # fmt: skip
def test_sniffing_containers(head: bytes, form: str | None) -> None:
    assert container_of(head) == form


def test_sniffing_zero_bytes_late_in_a_text_are_reported() -> None:
    drafts = list(read_stream("a.txt", io.BytesIO(BODY.encode() * 20 + b"\x00" + BODY.encode()), ".txt"))
    assert [type(entry) for entry in drafts] == [Problem, Draft]


HEADS = (
    b"<?", b"<?x>", b"<?xml?>", b"<!--", b"<!---->", b"<!-- --> ", b" ", b"\t\n", b"<!DOCTYPE", b"<!DOCTYPE x [", b"]>",
    b"<!DOCTYPE []>", b"<", b"<a:", b"<p ", b"<p>", b"From: ", b"From: a\n", b"X-", b"X-a: b\n", b"From a@b ", b"{",
    b"[", b'{"', b'["', b'"', b"---\n", b"a\n===\n", b"[a](", b"**a ", b"a,", b'",', b"|", b"%PDF-",
    b"\\", b"\x00", b"a\x00",
)  # fmt: skip


@pytest.mark.parametrize("lead", [b"", b"<?xml version='1.0'?>", b"<!DOCTYPE x [", b"---\n", b'{"', b"["])
def test_sniffing_heads_made_to_be_slow_are_not(lead: bytes) -> None:
    for head in HEADS:
        data = (lead + head * HEAD)[:HEAD]
        start = time.perf_counter()
        container_of(data)
        not_text(data)
        for suffix in ("", ".html", ".json", ".md"):
            format_of(data.decode() * 8, suffix)
        assert time.perf_counter() - start < 0.5, head


def test_sniffing_an_article_takes_milliseconds() -> None:
    text = (BODY + "\n\n") * 15
    container_of(text.encode())
    format_of(text, ".txt")
    start = time.perf_counter()
    for _ in range(20):
        container_of(text.encode()[:HEAD])
        not_text(text.encode())
        format_of(text, ".txt")
    assert time.perf_counter() - start < 20 * 0.01


def test_sniffing_text_in_brackets_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[Morland] " + BODY)
    assert read([tmp_path / "a.txt"])[0][0].text == "[Morland] " + BODY
