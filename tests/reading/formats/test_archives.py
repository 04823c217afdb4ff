"""Crawls, ZIP and gzip files of our own making, broken ones among them."""

import gzip
import io
import json
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from firsthand.model import Problem
from firsthand.reading.draft import Address, Draft, Found, Hint
from firsthand.reading.files import read_file
from firsthand.reading.formats import archives, warcs
from tests.reading.conftest import BODY, LAST, LEAD, SECOND, THIRD, TITLE

Reader = Callable[..., Iterator[Found]]
HTML = (
    f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
    f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></article></body></html>"
)
SITE = "https://veldmar-post.example/"


def record(
    content: bytes | str = HTML,
    url: str = SITE + "ship",
    kind: str = "response",
    form: str | None = "text/html; charset=utf-8",
    status: str = "200 OK",
    http: str = "",
    warc: str = "",
) -> bytes:
    """A record with an HTTP header if it is a response; ``http`` and ``warc`` are more lines of the headers."""
    body = content.encode() if isinstance(content, str) else content
    typed = f"Content-Type: {form}\r\n" if form else ""
    if kind == "response":
        body = f"HTTP/1.1 {status}\r\n{typed}{http}\r\n".encode() + body
        typed = "Content-Type: application/http; msgtype=response\r\n"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-06T10:00:00Z\r\n"
    return f"{head}{warc}{typed}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return data.getvalue()


def plain(name: str, data: bytes, hint: Hint) -> Iterator[Found]:
    """Stands for the other readers: each payload is an article, and its hints are its fields."""
    text = data.decode("utf-8", "replace")
    if "no article" in text:
        yield Problem(name, None, "no article found")
    elif text.startswith("LINK"):
        yield Address(name, SITE)
    else:
        yield Draft(name, text, title=hint.title, url=hint.url, section=hint.content_type, language=hint.charset)


def found_in(reader: Reader, data: bytes, name: str = "a") -> tuple[list[Draft], list[Problem]]:
    found = list(reader(name, io.BytesIO(data), plain))
    return [e for e in found if isinstance(e, Draft)], [e for e in found if isinstance(e, Problem)]


def bodies(reader: Reader, data: bytes) -> list[str]:
    """The texts of articles where nothing is wrong."""
    drafts, problems = found_in(reader, data)
    assert problems == []
    return [draft.body for draft in drafts]


def only_problem(reader: Reader, data: bytes) -> Problem:
    drafts, problems = found_in(reader, data)
    assert drafts == []
    assert len(problems) == 1
    return problems[0]


def only_drafts(path: Path) -> list[Draft]:
    """What all the readers together find in a file where nothing is wrong."""
    found = list(read_file(path))
    assert all(isinstance(entry, Draft) for entry in found)
    return [entry for entry in found if isinstance(entry, Draft)]


# WARC


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_warc_of_a_writer_is_read(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a crawler"}))
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(SITE + "ship", "response", io.BytesIO(HTML.encode()), http_headers=headers)
        )
    drafts = only_drafts(path)
    assert [(draft.path, draft.url, draft.title) for draft in drafts] == [(f"{path}#2", SITE + "ship", TITLE)]
    assert LEAD in drafts[0].body
    assert drafts[0].published is None


def test_warc_in_one_gzip_member_is_read() -> None:
    data = record("one", SITE + "1") + record("two", SITE + "2")
    assert bodies(archives.read_gzip, gzip.compress(data)) == ["one", "two"]


def test_warc_hints_come_from_address_and_header() -> None:
    drafts, _ = found_in(archives.read_warc, record("one", f"<{SITE}a b>", form='Text/HTML; Charset="ISO-8859-1"'))
    assert (drafts[0].url, drafts[0].section, drafts[0].language) == (SITE + "a%20b", "text/html", "iso-8859-1")


def test_warc_reads_what_can_be_an_article() -> None:
    data = b"".join(
        (
            record("page", SITE + "1"),
            record("picture of a page", SITE + "2.jpg"),
            record("resource", SITE + "3", "resource", "text/plain"),
            record("conversion", SITE + "4", "conversion", "text/plain"),
            record("untyped", SITE + "5", form=None),
            record("%PDF-1.7 pdf", SITE + "6", form="application/octet-stream"),
            record('<?xml version="1.0"?><rss>feed</rss>', SITE + "7", form="text/xml"),
        )
    )
    drafts, problems = found_in(archives.read_warc, data)
    assert problems == []
    assert [draft.path for draft in drafts] == [f"a#{number}" for number in range(1, 8)]


def test_warc_passes_over_the_rest_in_silence() -> None:
    png = b"\x89PNG\r\n\x1a\n\x00\x00"
    data = b"".join(
        (
            record("software: a crawler", "urn:x", "warcinfo", "application/warc-fields"),
            record("GET / HTTP/1.1\r\n\r\n", kind="request"),
            record("", kind="revisit"),
            record("fetchTimeMs: 3", kind="metadata", form="application/warc-fields"),
            record("20310506 veldmar-post.example", "dns:veldmar-post.example", "response", "text/dns"),
            record("log", "metadata://tool/log", "resource", "text/plain"),
            record("text", "urn:text:" + SITE, "resource", "text/plain"),
            record("moved", SITE + "old", status="301 Moved", http=f"Location: {SITE}\r\n"),
            record("gone", SITE + "gone", status="404 Not Found"),
            record(png, SITE + "a", form="image/png"),
            record(png, SITE + "b", form="application/octet-stream"),
            record("p {}", SITE + "c", form="text/css"),
            record("p {}", SITE + "style.css", form="text/plain"),
            record("User-agent: *", SITE + "robots.txt", form="text/plain"),
            record("<svg/>", SITE + "d", form="text/xml"),
            record('<?xml version="1.0"?><urlset></urlset>', SITE + "e", form="text/xml"),
            record("", SITE + "empty"),
            record("LINK", SITE + "link"),
            record("the article", SITE + "f"),
        )
    )
    assert bodies(archives.read_warc, data) == ["the article"]


def test_warc_without_articles_says_so() -> None:
    assert "no page" in only_problem(archives.read_warc, record("x", form="image/png")).message


def test_warc_same_content_of_one_address_is_read_once() -> None:
    data = record("one") + record("one") + record("two") + record("one", SITE + "other")
    data += record("as text", kind="conversion", form="text/plain")
    assert bodies(archives.read_warc, data) == ["one", "two", "one"]


def chunked(data: bytes) -> bytes:
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(data[i : i + 7]), data[i : i + 7]) for i in range(0, len(data), 7))
        + b"0\r\n\r\n"
    )


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "content, http",
    [
        (gzip.compress(BODY.encode()), "Content-Encoding: gzip"),
        (zlib.compress(BODY.encode()), "Content-Encoding: deflate"),
        (raw_deflate(BODY.encode()), "Content-Encoding: deflate"),
        (BODY.encode(), "Content-Encoding: gzip"),
        (BODY.encode(), "Content-Encoding: br"),
        (chunked(BODY.encode()), "Transfer-Encoding: chunked"),
        (chunked(BODY.encode())[:-4], "Transfer-Encoding: chunked"),
        (BODY.encode(), "Transfer-Encoding: chunked"),
        (chunked(gzip.compress(BODY.encode())), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (gzip.compress(zlib.compress(BODY.encode())), "Content-Encoding: deflate, x-gzip"),
    ],
    ids=[
        "gzip",
        "deflate",
        "raw-deflate",
        "not-gzip",
        "not-br",
        "chunked",
        "cut-chunked",
        "not-chunked",
        "chunked-gzip",
        "twice",
    ],
)
def test_warc_encodings_are_undone(content: bytes, http: str) -> None:
    assert bodies(archives.read_warc, record(content, http=http + "\r\n")) == [BODY]


def test_warc_brotli_is_undone() -> None:
    brotli = pytest.importorskip("brotli")
    assert bodies(archives.read_warc, record(brotli.compress(BODY.encode()), http="Content-Encoding: br\r\n")) == [BODY]
    bomb = record(brotli.compress(bytes(40_000_000), quality=1), http="Content-Encoding: br\r\n")
    assert "unpacks to over 30 MB" in only_problem(archives.read_warc, bomb).message


def test_warc_unknown_encoding_is_a_problem() -> None:
    packed = random.Random(1).randbytes(500)
    for encoding in ("zstd", "gzip", "deflate"):
        data = record(packed, http=f"Content-Encoding: {encoding}\r\n") + record("one", SITE + "1")
        drafts, problems = found_in(archives.read_warc, data)
        assert [draft.body for draft in drafts] == ["one"]
        assert [problem.path for problem in problems] == ["a#1"]


def test_warc_page_that_was_cut_short_is_read_with_a_remark() -> None:
    packed = gzip.compress(random.Random(1).randbytes(5000).hex().encode())
    drafts, problems = found_in(archives.read_warc, record(packed[:3000], http="Content-Encoding: gzip\r\n"))
    assert len(drafts) == 1
    assert "cut short" in problems[0].message
    drafts, problems = found_in(archives.read_warc, record("one", warc="WARC-Truncated: length\r\n"))
    assert [draft.body for draft in drafts] == ["one"]
    assert "cut this page short (length)" in problems[0].message


def test_warc_bombs_cost_their_record_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warcs, "MAX_PAYLOAD", 1_000_000)
    bomb = gzip.compress(bytes(50_000_000), 9)
    data = record(bomb, http="Content-Encoding: gzip\r\n") + record(bytes(1_100_000), SITE + "1")
    drafts, problems = found_in(archives.read_warc, data + record("one", SITE + "2"))
    assert [draft.body for draft in drafts] == ["one"]
    assert ["unpacks to over" in problems[0].message, "larger than" in problems[1].message] == [True, True]


def test_warc_that_unpacks_without_end_is_left() -> None:
    first = gzip.compress(record("one"))
    drafts, problems = found_in(archives.read_gzip, first + gzip.compress(record(bytes(80_000_000), SITE + "1"), 9))
    assert [draft.body for draft in drafts] == ["one"]
    assert problems[0].at == len(first)
    assert "times its size" in problems[0].message


def test_warc_names_the_first_problems_and_counts_the_rest() -> None:
    data = b"".join(record(f"no article {i}", f"{SITE}{i}") for i in range(25)) + record("one")
    drafts, problems = found_in(archives.read_warc, data)
    assert len(drafts) == 1
    assert [problem.path for problem in problems] == [*(f"a#{i}" for i in range(1, 21)), "a"]
    assert problems[-1].message.startswith("5 more records gave no article")


ONE, TWO = record("one", SITE + "1"), record("two", SITE + "2")


@pytest.mark.parametrize(
    "tail, why",
    [
        (TWO[:-30], "middle of a record"),
        (TWO[:60], "how long it is"),
        (b"garbage\r\n" + TWO, "no record begins"),
        (TWO.replace(b"Content-Length: ", b"Content-Length: -"), "how long it is"),
        (TWO.replace(b"Content-Length: ", b"Content-Length: 99999"), "middle of a record"),
        (b"WARC/1.0\r\n" + b"A" * 3_000_000, "longer than"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000, "longer than"),
        (b"\r\n" * 500_000, "longer than"),
    ],
    ids=["cut", "cut-head", "garbage", "negative", "too-long", "line", "lines", "blank"],
)
def test_warc_broken_is_read_up_to_there(tail: bytes, why: str) -> None:
    drafts, problems = found_in(archives.read_warc, ONE + tail)
    assert [draft.body for draft in drafts] == ["one"]
    assert len(problems) == 1
    assert why in problems[0].message
    assert problems[0].at is not None
    assert len(ONE) <= problems[0].at <= len(ONE) + 256_001


def test_warc_packed_and_broken_is_read_up_to_there() -> None:
    one, two = gzip.compress(ONE), gzip.compress(TWO)
    damaged = two[:40] + bytes(byte ^ 255 for byte in two[40:80]) + two[80:]
    for tail in (two[:-20], two[:30], damaged, b"garbage"):
        drafts, problems = found_in(archives.read_gzip, one + tail + two)
        assert [draft.body for draft in drafts] == ["one"]
        assert [problem.at for problem in problems] == [len(one)]


def test_warc_hostile_records_are_passed_over() -> None:
    data = b"".join(
        (
            record("x", "http://[bad"),
            record("x", "::::"),
            b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            record("x", SITE, http="X: " + "y" * 100_000 + "\r\n"),
            record("x", SITE, status=""),
            record("one", SITE + "1"),
            record(b"\xff\xfe", SITE + "2", form="text/html; charset=\udcff".encode("utf-8", "replace").decode()),
        )
    )
    drafts, problems = found_in(archives.read_warc, data)
    assert "one" in [draft.body for draft in drafts]
    assert all("HTTP header" in problem.message for problem in problems)


def test_warc_of_noise_never_raises() -> None:
    noise = random.Random(2)
    whole = gzip.compress(ONE) + gzip.compress(TWO)
    for data, reader in ((ONE + TWO, archives.read_warc), (whole, archives.read_gzip)):
        for _ in range(200):
            damaged = bytearray(data)
            for _ in range(3):
                damaged[noise.randrange(5, len(damaged))] = noise.randrange(256)
            found_in(reader, bytes(damaged[: noise.randrange(20, len(damaged))]))


# WACZ


def wacz(
    *crawls: bytes, pages: list[dict[str, object]] | None = None, extra: list[dict[str, object]] | None = None
) -> bytes:
    members = {"datapackage.json": b"{}"}
    for number, crawl in enumerate(crawls):
        members[f"archive/part-{number}.warc.gz"] = gzip.compress(crawl)
    for name, lines in (("pages", pages), ("extraPages", extra)):
        if lines is not None:
            header = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
            members[f"pages/{name}.jsonl"] = b"\n".join(json.dumps(line).encode() for line in (header, *lines))
    return zipped(members, zipfile.ZIP_STORED)


def test_wacz_records_are_numbered_through() -> None:
    drafts, problems = found_in(archives.read_wacz, wacz(ONE + TWO, record("three", SITE + "3"), pages=[]))
    assert problems == []
    assert [(draft.path, draft.body) for draft in drafts] == [("a#1", "one"), ("a#2", "two"), ("a#3", "three")]


def test_wacz_reads_the_listed_pages_with_their_titles() -> None:
    crawl = ONE + TWO + record("three", SITE + "3/") + record("four", SITE + "4")
    pages: list[dict[str, object]] = [{"url": SITE + "1#top", "title": TITLE}, {"url": SITE + "2", "title": SITE + "2"}]
    drafts, problems = found_in(archives.read_wacz, wacz(crawl, pages=pages, extra=[{"url": SITE + "3", "title": 7}]))
    assert problems == []
    assert [(draft.body, draft.title) for draft in drafts] == [("one", TITLE), ("two", None)]
    drafts, _ = found_in(archives.read_wacz, wacz(crawl, pages=pages, extra=[{"url": SITE + "3"}]))
    assert [draft.body for draft in drafts] == ["one", "two", "three"]


def test_wacz_follows_a_listed_page_that_moved() -> None:
    moved = record("", SITE + "old", status="302 Found", http="Location: /2\r\n")
    pages: list[dict[str, object]] = [{"url": SITE + "old", "title": TITLE}]
    drafts, problems = found_in(archives.read_wacz, wacz(ONE + moved + TWO, pages=pages))
    assert problems == []
    assert [(draft.body, draft.title) for draft in drafts] == [("two", TITLE)]


def test_wacz_tells_of_listed_pages_that_are_missing() -> None:
    pages: list[dict[str, object]] = [{"url": SITE + "1"}, {"url": SITE + "nowhere"}]
    drafts, problems = found_in(archives.read_wacz, wacz(ONE + TWO, pages=pages))
    assert [draft.body for draft in drafts] == ["one"]
    assert "1 of the 2 pages" in problems[0].message
    assert "/nowhere" in problems[0].message


def test_wacz_broken_part_costs_itself_only() -> None:
    good = gzip.compress(ONE)
    members = {"datapackage.json": b"{}", "archive/1.warc.gz": good + b"garbage", "archive/2.warc": TWO}
    drafts, problems = found_in(archives.read_wacz, zipped(members, zipfile.ZIP_STORED))
    assert [draft.body for draft in drafts] == ["one", "two"]
    assert [(problem.path, problem.at) for problem in problems] == [("a#archive/1.warc.gz", len(good))]


def test_wacz_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(wacz(record(HTML), pages=[{"url": SITE + "ship", "title": "Another title"}]))
    assert [(draft.path, draft.title) for draft in only_drafts(path)] == [(f"{path}#1", TITLE)]


# ZIP


def test_zip_members_are_read_each() -> None:
    members = {
        "news/": b"",
        "news/one.txt": b"one",
        "two.txt": b"two",
        "__MACOSX/._two.txt": b"x",
        ".DS_Store": b"x",
        "news/.hidden/x.txt": b"x",
        "news/page_files/style.css": b"x",
        "Thumbs.db": b"x",
    }
    drafts, problems = found_in(archives.read_zip, zipped(members))
    assert problems == []
    assert [(draft.path, draft.body) for draft in drafts] == [("a#news/one.txt", "one"), ("a#two.txt", "two")]


def test_zip_paths_are_unique_and_printable() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("a\n.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("a\n.txt", "two")
    drafts, _ = found_in(archives.read_zip, data.getvalue())
    assert [draft.path for draft in drafts] == ["a#a\ufffd.txt", "a#a\ufffd.txt (2)"]


def test_zip_web_archives_in_it_are_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBER", 100)
    drafts, problems = found_in(archives.read_zip, zipped({"c.warc": ONE + TWO, "d.warc.gz": gzip.compress(TWO)}))
    assert problems == []
    assert [draft.path for draft in drafts] == ["a#c.warc#1", "a#c.warc#2", "a#d.warc.gz#1"]


def test_zip_bad_members_cost_themselves_only() -> None:
    data = zipped({"good.txt": b"good", "locked.txt": b"locked", "damaged.txt": b"damaged" * 9}, zipfile.ZIP_STORED)
    data = data.replace(b"damaged" * 9, b"damaged" * 8 + b"ruined!")
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data = data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]
    drafts, problems = found_in(archives.read_zip, data)
    assert [draft.body for draft in drafts] == ["good"]
    assert [(problem.path, problem.message.split(":")[0].split(" (")[0]) for problem in problems] == [
        ("a#locked.txt", "protected by a password"),
        ("a#damaged.txt", "damaged in the archive"),
    ]


def test_zip_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"bomb.txt": bytes(20_000_000), "odd.txt": b"one"})
    assert "times its size" in found_in(archives.read_zip, data)[1][0].message
    assert "unusual way" in only_problem(archives.read_zip, zipped({"a.txt": b"one"}, zipfile.ZIP_LZMA)).message
    monkeypatch.setattr(archives, "MAX_MEMBER", 5)
    assert "larger than" in only_problem(archives.read_zip, zipped({"a.txt": b"longer"})).message
    monkeypatch.setattr(archives, "MAX_UNPACKED", 5)
    drafts, problems = found_in(archives.read_zip, zipped({"a.txt": b"one", "b.txt": b"two"}))
    assert [draft.body for draft in drafts] == ["one"]
    assert "1 members were read" in problems[0].message
    monkeypatch.setattr(archives, "MAX_MEMBERS", 1)
    drafts, problems = found_in(archives.read_zip, zipped({"a.txt": b"one", "b.txt": b"two"}))
    assert [draft.body for draft in drafts] == ["one"]
    assert "the first 1 were read" in problems[0].message


def test_zip_overlapping_members_are_refused() -> None:
    data = zipped({"a.txt": random.Random(3).randbytes(5000)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    directory = data[start:end] * 50
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50, 50, len(directory), start, 0)
    assert "overlap" in only_problem(archives.read_zip, data[:start] + directory + tail).message


def test_zip_directory_of_millions_is_not_loaded() -> None:
    entry = zipped({"a": b""})
    start, end = entry.index(b"PK\x01\x02"), entry.index(b"PK\x05\x06")
    directory = entry[start:end] * 300_000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0, 0, len(directory), 0, 0)
    began = time.perf_counter()
    assert "too many members" in only_problem(archives.read_zip, directory + tail).message
    assert time.perf_counter() - began < 5


def test_zip_broken_is_one_problem() -> None:
    data = zipped({"a.txt": BODY.encode()})
    assert "cut-off ZIP" in only_problem(archives.read_zip, data[:-30]).message
    assert "no files to read" in only_problem(archives.read_zip, zipped({"a/": b""})).message


def test_zip_of_noise_never_raises() -> None:
    noise = random.Random(4)
    data = zipped({"a.txt": b"one" * 50, "b.warc": ONE + TWO, "c/d.txt": b"three"})
    for reader in (archives.read_zip, archives.read_wacz):
        for _ in range(200):
            damaged = bytearray(data)
            for _ in range(3):
                damaged[noise.randrange(len(damaged))] = noise.randrange(256)
            found_in(reader, bytes(damaged))


# gzip


def test_gzip_is_read_under_its_inner_name() -> None:
    drafts, problems = found_in(
        archives.read_gzip, gzip.compress(b"one") + gzip.compress(b" two") + bytes(9), "a.txt.gz"
    )
    assert problems == []
    assert [(draft.path, draft.body) for draft in drafts] == [("a.txt", "one two")]


def test_gzip_damaged_is_read_up_to_there() -> None:
    text = random.Random(5).randbytes(200_000).hex()
    packed = gzip.compress(text.encode())
    drafts, problems = found_in(archives.read_gzip, packed[:-5000])
    assert len(drafts) == 1
    assert len(drafts[0].body) > 300_000
    assert text.startswith(drafts[0].body)
    assert (problems[0].path, problems[0].at) == ("a", len(packed) - 5000)
    assert only_problem(archives.read_gzip, b"\x1f\x8bgarbage").at is not None


def test_gzip_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBER", 1_000_000)
    assert "unpacks to over 1 MB" in only_problem(archives.read_gzip, gzip.compress(bytes(50_000_000))).message
    began = time.perf_counter()
    assert "empty parts" in only_problem(archives.read_gzip, gzip.compress(b"") * 500_000).message
    assert time.perf_counter() - began < 5


def test_gzip_tar_is_to_be_unpacked() -> None:
    header = b"a.txt".ljust(257, b"\x00") + b"ustar\x0000" + bytes(248)
    assert "tar xf" in only_problem(archives.read_gzip, gzip.compress(header + bytes(1024))).message
