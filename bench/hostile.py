"""Reads thousands of broken and hostile files: ``python -m bench.hostile [--count 2000] [--seed 1] [--keep FOLDER]``.

Nothing may crash, take over 10 seconds or 1 GiB, or go by without a document or a problem that names its file. Most
files are sound ones with a few things done to them (``hostile_seeds``), the others are made to do harm. What offends is
named by its number; ``--only`` makes it again. Time is the processor's, of the process that reads and of those that it
starts. The heaviest files are made by one process and read by another, so that the peak of memory is theirs. For Linux.
"""

import argparse
import json
import logging
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from itertools import repeat
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from bench import hostile_seeds as sound
from bench.hostile_seeds import MARKS, MUTATIONS, SEEDS, bomb, laughs, members, record, response, rss, zipped
from firsthand.reading import read

SECONDS, MEBIBYTES = 10.0, 1024.0
"""Processor time and memory that one file may take."""
KINDS = ("crashes", "hangs", "over_memory", "silent", "unlocated")

_PATIENCE = 60.0  # seconds on the clock, for what waits instead of working
_REFUSED = 6 << 30  # bytes of memory that no process gets, so that the machine lives
_FIRST_HEAVY, _BETWEEN, _AT_ONCE = 100, 35, 2
_STEMS = (
    "a b", "naïve – “quotes”", "\u202etxt.exe", "new\nline", "[1-3]*", "-", "--help", "a#b.c", "x" * 240, "🚢",
    "\x1b[31m", "\udcff\udcfe", ".hidden", "%2e%2e%2f", "C:\\x", " ", "~", "a\tb", "...", "\u0301",
)  # fmt: skip
_TEXT = "Ines Tolland said that nine sailors were saved off Veldmar. "
Maker = Callable[[Random], Iterable[bytes | str]]

DEEP, PAGE = -1, object()  # as often as chance says; a sound page


def _of(*pieces: Any) -> Maker:
    """A file of pieces: a string, (string, how often), a sound page, or one of a list."""

    def make(rng: Random) -> Iterator[bytes | str]:
        deep = rng.choice((50, 450, 3_000, 30_000, 100_000))
        for given in pieces:
            piece = rng.choice(given) if isinstance(given, list) else given
            if isinstance(piece, tuple):
                text, often = piece[0], deep if piece[1] == DEEP else piece[1]
                yield from repeat(text * 10_000, often // 10_000)
                yield text * (often % 10_000)
            else:
                yield sound.page(rng) if piece is PAGE else piece

    return make


def _pdf(content: bytes, pages: bytes = b"/Kids [3 0 R] /Count 1", tail: bytes = b"", form: bytes = b"") -> Maker:
    objects = sound.pdf_page(sound.stream(content, form), pages, form and b"/XObject << /X 5 0 R >>")
    return _of(sound.pdf(objects, tail))


def _zip(make: Callable[[Random], sound.Parts]) -> Maker:
    return lambda rng: [zipped(make(rng).items())]


def _sheet(rows: str, strings: str = "") -> Maker:
    head = '<row><c t="str"><v>title</v></c><c t="str"><v>text</v></c></row>'
    return _zip(lambda rng: sound.xlsx(head + rows, strings))


def _warc(body: Callable[[], bytes], more: str = "", lengths: tuple[object, ...] = (None,)) -> Maker:
    return lambda rng: [record("response", "http://a.b/", response(body(), more), rng.choice(lengths))]


def _marks(around: str) -> Maker:
    """One sign or two, over and over: on one line, on a line each, or between sentences."""

    def make(rng: Random) -> list[str]:
        mark = "".join(rng.sample(MARKS, rng.choice((1, 1, 2))))
        many = mark * (rng.choice((20_000, 100_000, 400_000)) // len(mark))
        return [around.replace("{}", rng.choice((many, f"{mark}\n" * 20_000, f"{_TEXT}{mark * 30}" * 200)))]

    return make


_ROW = '<row><c t="str"><v>a</v></c><c t="s"><v>0</v></c></row>'
_MARKED = "# A\n\n**b** [c](http://d)\n\n"
_MAIL = "From: a@b.c\nTo: b\nSubject: Ferry\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: "
_CODED = "text/html\nContent-Transfer-Encoding: "
_NESTED = "multipart/mixed; boundary=b\n\n"
_JSON = '{"title": "Ferry aground", "text": ' + json.dumps(_TEXT * 9)
_RECORD = record("response", "http://a/", response(b"<p>a</p>"))
_BOTH = "<item><title>{0}</title><description>{0}</description></item>"
_FLAT = b"/Filter /FlateDecode "

LIGHT: dict[str, tuple[str, Maker]] = {
    "nested HTML": ("a.html", _of("<html>", [("<div>", DEEP), ("<table><td>", DEEP), ("<b><a>", DEEP)], _TEXT)),
    "text and ZIP": ("a.txt", _of(_TEXT, zipped([("", b"a")]))), "marks": ("a.txt", _marks("{}")),
    "script in the title": ("a.html", _of("<title><script>alert(1)</script>\x1b[2J\u202e</title>", PAGE)),
    "entities in RSS": ("a.xml", lambda rng: [laughs(rng, "rss"), rss(_BOTH.format("&l3;&l8;&far;"))]),
    "NaN, and keys twice": ("a.json", _of(_JSON, ', "date": NaN, "text": "b", "text": -1e999, "date": 1e308}')),
    "zeros packed": ("a.txt.gz", lambda rng: [bomb(rng.choice((1, 50, 150)))]),
    "pages in a circle": ("a.pdf", _pdf(b"", b"/Kids [2 0 R 3 0 R 2 0 R] /Count 99999")),
    "broken quoted-printable": ("a.eml", _of(_MAIL, _CODED, "quoted-printable\n\n", ("=\n=ZZ=", 9_999))),
    "surrogates": ("a.json", _of(_JSON, ", ", [r'"author": "\udfff"}', r'"url": "http://\ud83d/"}'])),
    "marks in HTML": ("a.html", _marks("<html><title>{}</title><p>{}</p>")),
    "marks in prose": ("a.txt", _marks(f"Ferry aground\n\n{_TEXT}\n\n{{}}\n{_TEXT}")),
    "marks in CSV": ("a.csv", _marks('title,text\na,"{}"')), "marks in Markdown": ("a.md", _marks("# A\n\n{}\n\n> b")),
    "marks in JSON": ("a.json", _marks('{"title": "{}", "text": "{}"}')),
    "marks in RSS": ("a.xml", _marks(rss(_BOTH.replace("{0}", "{}")))),
    "nested JSON": ("a.json", _of([('{"text":', DEEP), ("[", DEEP), ('[{"@graph":', DEEP)])),
    "nested Markdown": ("a.md", _of(_MARKED, [("> ", DEEP), ("[", DEEP), ("- ", DEEP), ("*a ", DEEP)], _TEXT)),
    "nested items": ("a.xml", _of("<rss><channel>", ("<item><a>", DEEP), _TEXT)),
    "nested parts": ("a.eml", _of(_MAIL, _NESTED, [(f"--b\nContent-Type: {_NESTED}", DEEP), ("--b\n\na\n", 30_000)])),
    "nested messages": ("a.eml", _of(_MAIL, "message/rfc822\n\n", ("Content-Type: message/rfc822\n\n", DEEP), _TEXT)),
    "nested text boxes": ("a.docx", _zip(lambda rng: sound.docx("<w:p><w:r><w:txbxContent>" * rng.choice((9, 9_999))))),
    "nested ld+json": ("a.html", _of('<script type="application/ld+json">', ("[", DEEP), "</script>", PAGE)),
    "ZIP in ZIP": ("a.zip", lambda rng: [reduce(lambda it, _: zipped([("a", it)]), range(rng.choice((3, 9))), b"")]),
    "gzip in gzip": ("a.gz", lambda rng: [reduce(lambda it, _: members({"": it}), range(rng.choice((3, 300))), b"a")]),
    "entities in a sitemap": ("a.xml", lambda rng: [laughs(rng), "<urlset><url><loc>http://&l3;&far;</loc></urlset>"]),
    "entities in a page": ("a.html", lambda rng: [laughs(rng, "html"), f"<html><p>{_TEXT * 9} &l8;&far;</p></html>"]),
    "entities in Word": ("a.docx", _zip(lambda rng: sound.docx("<w:p><w:r><w:t>&l3;</w:t></w:r></w:p>", laughs(rng)))),
    "entities in Excel": ("a.xlsx", _zip(lambda rng: sound.xlsx(_ROW, "<si><t>&l3;</t></si>", laughs(rng)))),
    "enormous attribute": ("a.html", _of(PAGE, f"<p title='{_TEXT * 30_000}'>a</p>")),
    "many attributes": ("a.html", _of(PAGE, f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>a</p>")),
    "odd dates": ("a.html", _of('<meta name="date" content="9999-99-99T99:99"><time datetime="-1">' * 4_000, PAGE)),
    "many links": ("a.html", _of(PAGE, ('<p><a href="/2018/11/03/x">3 November 2018</a> a</p>', 8_000))),
    "open comments": ("a.html", _of(("<!--", 99_999), PAGE)), "surrogate in a key": ("a.json", _of(r'{"\ud800": 1}')),
    "open scripts": ("a.html", _of(PAGE, ("<script>", 60_000))),
    "odd numbers": ("a.json", _of(_JSON, ', "date": ', ["9" * 9_000, "1e18", "-1e18", "1e308", "[[1]]", "true"], "}")),
    "open quotes": ("a.csv", _of("title,text\n", ('a,"b\n', 9_000), ('a"b,"""c\n', 9_000))),
    "many columns": ("a.csv", _of("title,text", (",c", 20_000), ("\n" + "a," * 20_000, 9))),
    "many headers": ("a.eml", lambda rng: [sound.mail(rng, f"X-A: {'(a' * 99_999}\nCc: {'a@b, ' * 9_999}\n" * 20)]),
    "odd encoding": ("a.eml", _of(_MAIL, _CODED, ["x-uuencode", "zip"], "\n\nbegin 666 a\n", ("M===\x00", 9_999))),
    "huge head of a record": ("a.warc", _of("WARC/1.0\r\n", ("A: b\r\n", 60_000), "\r\n\r\n")),
    "odd lengths of records": ("a.warc", _warc(_TEXT.encode, lengths=(-1, 3, 10**17, "0x9", 70))),
    "lying chunks": ("a.warc", _warc(lambda: b"ffffffff\r\n" + b"\r\n1\r\n" * 9_999, "Transfer-Encoding: chunked\r\n")),
    "bomb in a response": ("a.warc", _warc(lambda: bomb(90), "Content-Encoding: gzip\r\n")),
    "bomb in a bomb": ("a.warc", _warc(lambda: members({"": bomb(90)}), "Content-Encoding: gzip, gzip, deflate\r\n")),
    "bomb of a web archive": ("a.warc.gz", lambda rng: [members({"": _RECORD}), bomb(150)]),
    "bomb in ZIP": ("a.zip", _zip(lambda rng: {f"{n}.txt": b"\x00" * 9_000_000 for n in range(3)})),
    "many members": ("a.zip", _zip(lambda rng: dict.fromkeys(map(str, range(25_000)), b""))),
    "odd names": ("a.zip", _zip(lambda rng: dict.fromkeys((*_STEMS[:11], "../../a", "/etc/a"), _TEXT.encode()))),
    "odd PDF": ("a.pdf", _pdf(b"BT /F1 1e30 Tf (a) Tj ET" * 999 + b"q " * 99_999 + b"[" * 99_999)),
    "form in itself": ("a.pdf", _pdf(b"/X Do", form=b"/Subtype /Form ")),
    "trailer in a circle": ("a.pdf", _pdf(b"", tail=b"/Prev 9 /XRefStm 9 /Info 1 0 R ")),
    "empty members": ("a.gz", _of((members({"": b""}), 60_000))),
    "page and PDF": ("a.pdf", _of(PAGE, sound.pdf(sound.pdf_page(sound.stream(b"BT (a) Tj ET"))))),
    "nothing": ("a.txt", _of(["", "\n", "\ufeff", "\x00" * 99, " \r\n" * 99, "a", "{}", "[]", "null", "<", "---"])),
}  # fmt: skip

HEAVY: dict[str, tuple[str, Maker]] = {
    "300 MB in a line": ("a.txt", _of((_TEXT, 5_000_000))), "600 MB of zeros": ("a.txt", _of(("\x00" * 1000, 600_000))),
    "300 MB in a line, one letter of four bytes": ("a.txt", _of((_TEXT, 5_000_000), "🚢")),
    "300 MB of JSON": ("a.json", _of('{"text": "', (_TEXT, 5_000_000), '"}')),
    "2.4 million lines": ("a.txt", _of(("a\n", 2_400_000))), "2 GB packed": ("a.gz", lambda rng: [bomb(2_000)]),
    "a million lines of Markdown": ("a.md", _of(_MARKED, ("- a\n", 1_000_000))),
    "a million paragraphs of HTML": ("a.html", _of("<html>", ("<p>a</p>\n", 1_000_000))),
    "9 MB of HTML": ("a.html", _of(PAGE, (f"<p>{_TEXT}", 140_000))),
    "100,000 rows of quotes": ("a.csv", _of("title,text\n", ('a,"b""c" d"\n', 100_000))),
    "100,000 articles in JSON lines": ("a.jsonl", _of(('{"text": "a b"}\n', 100_000))),
    "a million broken lines of JSON": ("a.jsonl", _of(('{"text": "a"}\n', 9), ('{"text": \n', 1_000_000))),
    "30 million lists in JSON": ("a.json", _of('{"text": [[]', (",[]", 30_000_000), "]}")),
    "100,000 articles in JSON": ("a.json", _of("[{}", (',{"text":"a b"}', 100_000), "]")),
    "100,000 entries": ("a.xml", _of("<rss><channel>", ("<item><title>a</title></item>", 100_000), "</channel></rss>")),
    "900 whole entries": ("a.xml", lambda rng: [rss(sound.item(rng) * 900)]),
    "100,000 addresses": ("a.xml", _of("<urlset>", ("<url><loc>http://a.b/</loc></url>", 100_000), "</urlset>")),
    "one string in 90,000 cells": ("a.xlsx", _sheet(_ROW * 90_000, f"<si><t>{_TEXT * 500}</t></si>")),
    "5 MB in each of 900 cells": ("a.xlsx", _sheet(_ROW * 900, f"<si><t>{_TEXT * 80_000}</t></si>")),
    "a million cells": ("a.xlsx", _sheet(f"<row>{'<c><v>1</v></c>' * 20}</row>" * 50_000)),
    "far cells": ("a.xlsx", _sheet('<row r="999999999"><c r="ZZZZ99999999999999"><v>1e999</v></c></row>' * 99_999)),
    "300,000 paragraphs of Word": ("a.docx", _zip(lambda rng: sound.docx(sound.paragraph("a") * 300_000))),
    "60,000 records": ("a.warc", _of((_RECORD, 60_000))),
    "2 GB in a response": ("a.warc", _warc(lambda: bomb(2_000), "Content-Encoding: gzip\r\n")),
    "99 MB of prose packed": ("a.txt.gz", lambda rng: [bomb(99, _TEXT.encode())]),
    "20 pages of 9 MB in ZIP": ("a.zip", _zip(lambda rng: {f"{n}.html": b"<p>a</p>" * 1_200_000 for n in range(20)})),
    "200 MB in a PDF": ("a.pdf", lambda rng: _pdf(zlib.compress(b"(a) Tj " * 30_000_000), form=_FLAT)(rng)),
    "2,000 pages": ("a.pdf", _pdf(b"(A) Tj 0 9 Td " * 900, b"/Count 2000 /Kids [" + b"3 0 R " * 2_000 + b"]")),
    "90 MB of mail": ("a.eml", _of(_MAIL, "text/plain\n\n", (f"{_TEXT}\n", 1_500_000))),
    "90 MB encoded": ("a.eml", _of(_MAIL, _CODED, "quoted-printable\n\n", ("=3Cp=3E=\n", 9_000_000))),
}  # fmt: skip


@dataclass(frozen=True)
class Input:
    """A file to read: what was done to it, its name, and what makes it."""

    number: int
    what: str
    name: str
    heavy: bool
    pieces: Callable[[], Iterable[bytes | str]]

    def write(self, folder: Path) -> None:
        """Makes the file."""
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / self.name).open("wb") as file:
            for piece in self.pieces():
                file.write(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece)


def the_input(number: int, seed: int) -> Input:
    """The file of a number; the same for the same seed."""
    place, off = divmod(number - _FIRST_HEAVY, _BETWEEN)
    heavy = off == 0 and 0 <= place < len(HEAVY)
    if heavy or number % 3 == 2:
        kinds = list((HEAVY if heavy else LIGHT).items())
        what, (name, make) = kinds[place if heavy else number // 3 % len(kinds)]
        return Input(number, what, name, heavy, lambda: make(Random(f"{seed} {number}")))
    rng = Random(f"{seed} {number} kind")
    kind, other = rng.choices(list(SEEDS), k=2)
    done = rng.choices((*MUTATIONS, f"{other} put into it", f"{other} behind it"), k=rng.choice((1, 1, 2, 3)))
    suffix = SEEDS[other if rng.random() < 0.1 else kind](rng).suffix
    name = f"{rng.choice(_STEMS) if rng.random() < 0.2 else 'a'}{suffix}"
    return Input(number, f"{kind}: {', '.join(done)}", name, False, lambda: _mutated(seed, number, kind, other, done))


def _mutated(seed: int, number: int, kind: str, other: str, done: list[str]) -> list[bytes]:
    rng = Random(f"{seed} {number}")
    file, second = SEEDS[kind](rng), SEEDS[other](rng)
    inside = rng.choice(list(file.parts)) if rng.random() < 0.5 else None
    data = file.pack(file.parts) if inside is None else file.parts[inside]
    for step in done:
        at = len(data) if step.endswith("behind it") else rng.randrange(len(data) + 1)
        put_in = data[:at] + second.pack(second.parts) + data[at:]
        data = MUTATIONS[step](rng, data) if step in MUTATIONS else put_in
    return [data if inside is None else file.pack({**file.parts, inside: data})]


@dataclass(frozen=True)
class Outcome:
    """What became of a file; ``wrong`` names what it offends against, with what was seen."""

    wrong: dict[str, str]
    seconds: float = 0.0
    mebibytes: float = 0.0


def outcome(path: Path) -> Outcome:
    """Reads a file here. What cannot be written as JSON counts as a crash: every report would."""
    before, wrong = _spent(), dict[str, str]()
    try:
        documents, problems = read([path])
        msgspec.json.encode((documents, problems))
        named = os.fsencode(path).decode("utf-8", "replace").removesuffix(".gz")
        lost = next((found for found in (*documents, *problems) if not found.path.startswith(named)), None)
        wrong |= {"silent": "neither document nor problem"} if not documents and not problems else {}
        wrong |= {"unlocated": repr(lost)[:300]} if lost else {}
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "firsthand" in frame.filename]
        where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        wrong |= {"crashes": f"{type(error).__name__}: {str(error)[:200]!r}{where}"}
    used = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds, mebibytes = _spent() - before, sum(used) if used[1] > used[0] else used[0]
    wrong |= {"hangs": f"{seconds:.1f} s"} if seconds > SECONDS else {}
    wrong |= {"over_memory": f"{mebibytes:,.0f} MiB"} if mebibytes > MEBIBYTES else {}
    return Outcome(wrong, seconds, mebibytes)


def _spent() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _serve(connection: Any, folder: Path, seed: int) -> None:
    """What a process does: makes files, reads them, or both."""
    os.setsid()
    logging.disable()
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (_REFUSED, _REFUSED))
    for number, make, look in iter(connection.recv, None):
        made = the_input(number, seed)
        if make:
            made.write(folder / str(number))
        connection.send(outcome(folder / str(number) / made.name) if look else Outcome({}))


class _Process:
    """A process that is asked for one thing at a time, and ended where it takes too long."""

    def __init__(self, folder: Path, seed: int) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["firsthand.reading.reader", "bench.hostile_seeds"])
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, folder, seed), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, number: int, make: bool, look: bool) -> Outcome:
        """What it answers."""
        began, before = time.monotonic(), self._clock()
        try:
            self._connection.send((number, make, look))
            while not self._connection.poll(0.1):
                spent, waited = self._clock() - before, time.monotonic() - began
                if look and (spent > 1.2 * SECONDS or waited > _PATIENCE):
                    status = Path(f"/proc/{self._process.pid}/status").read_text()
                    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
                    wrong = {"over_memory": f"{peak:,.0f} MiB"} if peak > MEBIBYTES else {}
                    return Outcome(
                        {"hangs": f"{spent:.1f} s of work, {waited:.0f} s on the clock"} | wrong, spent, peak
                    )
            return self._connection.recv()
        except (EOFError, OSError):
            self._process.join(5)
            return Outcome({"crashes": f"the process died (exit {self._process.exitcode})"})

    def _clock(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Ends it and what it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()


def _one(made: Input, seed: int, folder: Path, kept: list[_Process]) -> Outcome:
    """A heavy file gets processes of its own; the others share one until something goes wrong in it."""
    if made.heavy:
        maker = _Process(folder, seed)
        maker.ask(made.number, True, False)
        maker.end()
    process = kept.pop() if kept and not made.heavy else _Process(folder, seed)
    found = process.ask(made.number, not made.heavy, True)
    (_Process.end if made.heavy or found.wrong else kept.append)(process)
    shutil.rmtree(folder / str(made.number), ignore_errors=True)
    return found


def run(numbers: Iterable[int], seed: int) -> Iterator[tuple[Input, Outcome]]:
    """Reads files, two at once; progress goes to standard error."""
    asked, kept = [the_input(number, seed) for number in numbers], list[_Process]()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            found = pool.map(lambda made: _one(made, seed, Path(scratch), kept), asked)
            for number, pair in enumerate(zip(asked, found), start=1):
                if number % 100 == 0:
                    print(f"{number:,} of {len(asked):,}", file=sys.stderr, flush=True)
                yield pair
        finally:
            for process in kept:
                process.end()


def figures(results: list[Outcome]) -> dict[str, float]:
    """Counts of what offended, and the largest of what was used."""
    told = {kind: float(sum(kind in found.wrong for found in results)) for kind in KINDS}
    slowest, peak = max(found.seconds for found in results), max(found.mebibytes for found in results)
    return {**told, "slowest_s": slowest, "peak_mib": peak, "inputs": float(len(results))}


def measure(count: int = 2000) -> dict[str, float]:
    """The figures of so many files: crashes, hangs, over_memory, silent, unlocated, slowest_s, peak_mib, inputs."""
    return figures([found for _, found in run(range(count), 1)])


def main() -> int:
    """Prints what offends, the figures and the slowest; exit status 1 if anything offends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="these files and no others")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the files that offend here")
    options = parser.parse_args()
    results = []
    for made, found in run(options.only or range(options.count), options.seed):
        results.append((made, found))
        for kind, seen in found.wrong.items():
            print(f"#{made.number} {kind}: {made.what} ({made.name[:40]!r}): {seen}", flush=True)
        if found.wrong and options.keep:
            made.write(options.keep / str(made.number))
    for made, found in sorted(results, key=lambda pair: -pair[1].seconds)[:8]:
        print(f"#{made.number} took {found.seconds:.1f} s, {found.mebibytes:,.0f} MiB: {made.what}")
    told = figures([found for _, found in results])
    print(", ".join(f"{name} {value:,.1f}" for name, value in told.items()))
    return int(any(told[kind] for kind in KINDS))


if __name__ == "__main__":
    sys.exit(main())
