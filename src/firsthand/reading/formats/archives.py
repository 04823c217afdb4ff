"""Archives: crawls (WARC, WACZ), ZIP and gzip files. What they hold is read one at a time, by its content."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import urljoin

import msgspec

from firsthand.model import Problem
from firsthand.reading import sniffing
from firsthand.reading.draft import Address, Draft, Found, Hint, Inner
from firsthand.reading.formats import warcs, zips

MAX_MEMBER = 100_000_000
"""Bytes that a file in an archive may have unpacked, if it is no web archive (those are streamed)."""
MAX_MEMBERS = 20_000
"""Files that are read of one ZIP archive."""
MAX_UNPACKED = 2_000_000_000
"""Bytes that are unpacked of one ZIP archive, web archives in it apart."""
MAX_RATIO = 200
"""How many times its packed size a file in an archive may have; JSON and XML reach 50."""

_SMALL = 10_000_000
_PIECE = 1 << 18
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SCHEMES = ("http", "https", "ftp", "file")
_REDIRECTS = frozenset(("301", "302", "303", "307", "308"))
_MAX_REDIRECTS = 20_000
_LONGEST_ADDRESS = 2000
_MAX_PAGES = 200_000
_MAX_KEPT = 30_000_000
_MAX_LIST = 200_000_000
_MAX_LINE = 5_000_000
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_WARCS = re.compile(r"archive/[^/]+\.warc(?:\.gz)?$", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.|(?:Thumbs\.db|desktop\.ini)$)|/$|\.(?:css|m?js|map|woff2?|ttf|otf|eot)$", re.IGNORECASE
)
_Pages = dict[str, str | None]


# crawls


def read_warc(name: str, stream: BinaryIO, inner: Inner) -> Iterator[Found]:
    """The articles of a web archive, packed with gzip or not, each under ``name#number``: its record's place, from 1.

    Read are pages (HTTP status 200), resources and conversions whose content can be an article: HTML, plain text,
    Markdown, PDF, Word, JSON, feeds, or no stated type. Passed over without a word are pictures, styles, scripts,
    tables, archives, site maps, redirects, errors and the crawler's own records; of the same address with the same
    content all but the first; and what a feed only points to, since it is in the archive or was not kept.

    The first 20 problems of pages are told, the others counted. A broken archive is read up to where it breaks.
    """
    packed = stream.seek(0, 2)
    stream.seek(0)
    crawl = _Crawl(name, inner)
    yield from crawl.read(name, stream, packed)
    yield from crawl.rest()


def read_wacz(name: str, stream: BinaryIO, inner: Inner) -> Iterator[Found]:
    """The articles of a packaged crawl (WACZ) as of a web archive: of the pages that it lists, or all if it lists none.

    Its web archives are read in the order of their names, and records numbered through.
    """
    package = _opened(stream)
    if isinstance(package, str):
        yield Problem(name, None, package)
        return
    pages, wrong = _listed(package)
    if wrong:
        yield Problem(name, None, wrong)
    listed = list(pages or ())
    crawl = _Crawl(name, inner, pages)
    for entry in sorted(package.infolist(), key=lambda entry: entry.filename):
        if _WARCS.match(entry.filename):
            yield from _streamed(f"{name}#{_label(entry.filename)}", package, entry, crawl)
    yield from crawl.rest()
    missing = [url for url in listed if url not in crawl.met]
    if missing and crawl.told:
        count = f"{len(missing):,} of the {len(listed):,} pages that this archive lists"
        yield Problem(name, None, f"no article was kept of {count} ({missing[0][:200]}, for one): save them alone")


class _Crawl:
    """The pages of one crawl, which may be kept in several web archives.

    ``pages`` are the addresses to read (``_folded``), each with its title if that is known; without it all are read.
    """

    def __init__(self, name: str, inner: Inner, pages: _Pages | None = None) -> None:
        self._name = name
        self._inner = inner
        self._pages = pages
        self._seen: set[bytes] = set()
        self._number = 0
        self._origins: dict[str, str] = {}
        self._without = warcs.Few(name, "records gave no article, as index pages do: save one alone to see why")
        self._notes = warcs.Few(name, "remarks of this kind, on articles that were read")
        self.told = False
        """Whether it gave anything, be it a problem."""
        self.met: set[str] = set()
        """The addresses among ``pages`` of which, or of where they lead on to, a record was read."""

    def read(self, path: str, stream: Any, packed: int) -> Iterator[Found]:
        """The articles of one web archive, and where it breaks if it does."""
        try:
            for record in warcs.records(stream, packed):
                self._number += 1
                for found in self._record(record):
                    self.told = True
                    yield found
        except warcs.Broken as broken:
            self.told = True
            remedy = "the records before were read: copy or fetch it again for the others"
            yield Problem(path, broken.at, f"this web archive breaks at byte {broken.at:,} ({broken}); {remedy}")

    def rest(self) -> Iterator[Found]:
        """What is to be said at the end."""
        yield from self._without.rest()
        yield from self._notes.rest()
        if not self.told:
            message = f"no page, text or PDF among its {self._number:,} records: give an archive that holds articles"
            yield Problem(self._name, None, message)

    def _record(self, record: warcs.Record) -> Iterator[Found]:
        scheme, key = record.url.partition(":")[0].lower(), _folded(record.url)
        if record.kind not in ("response", "resource", "conversion") or scheme not in _SCHEMES:
            return
        if self._pages is not None and key not in self._pages:
            return
        path = f"{self._name}#{self._number}"
        if record.kind == "response" and scheme in ("http", "https"):
            status = record.open()
            if not status:
                message = "this record has no HTTP header: save the page alone"
                yield from self._without.of([Problem(path, None, message)])
            elif status in _REDIRECTS:
                self._follow(record, key)
            if status != "200":
                return
        form, charset = record.form
        if warcs.readable(form, record.url) and not (record.kind == "conversion" and _digest(key) in self._seen):
            if self._pages is not None:
                self.met |= {key, self._origins.get(key, key)}
            hint = Hint(record.url, form or None, charset, title=(self._pages or {}).get(key))
            yield from self._payload(path, key, record, hint)

    def _payload(self, path: str, key: str, record: warcs.Record, hint: Hint) -> Iterator[Found]:
        data, wrong = record.body()
        if data is None or not data.strip():
            yield from self._without.of([Problem(path, None, wrong)] if wrong else [])
            return
        same = _digest(key, data)
        if same in self._seen or not warcs.may_be_article(data, hint.content_type or ""):
            return
        self._seen.add(same)
        found = [entry for entry in self._inner(path, data, hint) if not isinstance(entry, Address)]
        problems = [entry for entry in found if isinstance(entry, Problem)]
        drafts = [entry for entry in found if isinstance(entry, Draft)]
        yield from drafts
        if drafts:
            self._seen.add(_digest(key))
            cut = f"the crawler cut this page short ({record.cut[:40]}): save it alone" if record.cut else None
            problems += [Problem(path, None, remark) for remark in (wrong, cut) if remark]
        yield from (self._notes if drafts else self._without).of(problems)

    def _follow(self, record: warcs.Record, key: str) -> None:
        """Where a listed page leads on to is that page."""
        if self._pages is None or not record.location:
            return
        try:
            target = urljoin(record.url, record.location)
        except ValueError:
            return
        if len(target) <= _LONGEST_ADDRESS and len(self._origins) < _MAX_REDIRECTS:
            origin, target = self._origins.get(key, key), _folded(target)
            self._pages.setdefault(target, self._pages[key])
            self._origins.setdefault(target, origin)
            self.met |= {origin} if target in self.met else set()


def _folded(url: str) -> str:
    """An address as it is compared: scheme, fragment, case and a slash at its end make no difference."""
    return re.sub(r"^https?:", "", url.strip().partition("#")[0], flags=re.IGNORECASE).rstrip("/").lower()


def _digest(key: str, data: bytes = b"") -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass") + b"\x00" + data, digest_size=16).digest()


class _Page(msgspec.Struct):
    url: str | None = None
    title: str | None = None


def _listed(package: zipfile.ZipFile) -> tuple[_Pages | None, str | None]:
    """The pages that a packaged crawl lists; none if it lists none, or with a problem if they cannot be told."""
    pages: _Pages = {}
    wrong = None
    try:
        for entry in package.infolist():
            if entry.filename in _LISTS:
                long = f"over {_MAX_LIST / 1e6:.0f} MB" if entry.file_size > _MAX_LIST else None
                wrong = wrong or long or _refused(entry) or _gathered(_lines(package, entry), pages)
    except Exception as error:  # damaged members raise whatever they can: BadZipFile, zlib.error, struct.error, …
        wrong = f"damaged ({type(error).__name__})"
    if wrong:
        return None, f"its list of pages is not used ({wrong}): all its records are read"
    return pages or None, None


def _gathered(lines: Iterable[bytes], pages: _Pages) -> str | None:
    """Puts the pages of a list with their titles; returns what is wrong with it."""
    decoder = msgspec.json.Decoder(_Page)
    kept = 0
    for line in lines:
        try:
            page = decoder.decode(line)
        except (msgspec.MsgspecError, RecursionError, ValueError):  # a line that tells of no page
            continue
        if not page.url or len(page.url) > _LONGEST_ADDRESS:
            continue
        key, title = _folded(page.url), (page.title or "")[:500]
        pages[key] = pages.get(key) or (title if title and title != page.url else None)
        kept += len(key) + len(title)
        if kept > _MAX_KEPT or len(pages) > _MAX_PAGES:
            return f"more than {_MAX_PAGES:,} pages"
    return None


def _lines(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The lines of a member, less those of megabytes; some lists hold the text of each page."""
    rest = b""
    with package.open(entry) as file:
        while piece := file.read(_PIECE):
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines
            rest = rest if len(rest) <= _MAX_LINE else b""
    yield rest


# ZIP and gzip files


def _opened(stream: BinaryIO) -> zipfile.ZipFile | str:
    """A ZIP file, or why it cannot be opened, with a remedy."""
    try:
        package = zipfile.ZipFile(zips.Bounded(stream))
    except OverflowError:
        return "a ZIP file with too many members: unpack it, and give the folder"
    except Exception as error:  # hostile directories raise whatever they can: struct.error, UnicodeDecodeError, …
        return f"a damaged or cut-off ZIP file ({type(error).__name__}): copy or fetch it again"
    if sum(entry.compress_size for entry in package.infolist()) > stream.seek(0, 2):
        return "its members overlap, as only archives do that are made to fill a disk: unpack it if you trust it"
    return package


def read_zip(name: str, stream: BinaryIO, inner: Inner) -> Iterator[Found]:
    """The articles of the files in a ZIP file, each under ``name#path``; web archives among them are streamed.

    Passed over are folders, hidden files, what macOS and Windows add, styles, scripts and fonts. A member that is
    damaged, protected or too large costs itself only.
    """
    package = _opened(stream)
    if isinstance(package, str):
        yield Problem(name, None, package)
        return
    entries = [entry for entry in package.infolist() if not _NO_ARTICLE.search(entry.filename)]
    if not entries:
        yield Problem(name, None, "this ZIP file holds no files to read: give one that holds articles")
    locked = warcs.Few(name, "members are protected by a password")
    labels: set[str] = set()
    total = 0
    for number, entry in enumerate(entries[:MAX_MEMBERS], start=1):
        label = _label(entry.filename)
        path = f"{name}#{label}" if label not in labels else f"{name}#{label} ({number})"
        labels.add(label)
        wrong = _refused(entry)
        if entry.flag_bits & 1:
            yield from locked.of([Problem(path, None, wrong or "")])
        elif wrong:
            yield Problem(path, None, wrong)
        else:
            total += entry.file_size if entry.file_size <= MAX_MEMBER else 0
            if total > MAX_UNPACKED:
                message = f"it unpacks to over {MAX_UNPACKED / 1e9:.0f} GB; {number - 1:,} members were read: split it"
                yield Problem(name, None, message)
                break
            yield from _member(path, package, entry, inner)
    yield from locked.rest()
    if len(entries) > MAX_MEMBERS:
        yield Problem(name, None, f"{len(entries):,} files; the first {MAX_MEMBERS:,} were read: split the archive")


def _label(name: str) -> str:
    """A member's path as it can be shown."""
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in name[-300:])


def _refused(entry: zipfile.ZipInfo) -> str | None:
    if entry.flag_bits & 1:
        return "protected by a password: unpack it, and give the folder"
    if entry.compress_type not in _METHODS:  # those may ask for gigabytes to unpack a few bytes
        return "packed in an unusual way: unpack the archive, and give the folder"
    if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
        return f"it unpacks to over {MAX_RATIO} times its size, as no text does: unpack it if you trust it"
    return None


def _member(path: str, package: zipfile.ZipFile, entry: zipfile.ZipInfo, inner: Inner) -> Iterator[Found]:
    head, wrong = _unpacked(package, entry, sniffing.HEAD)
    if wrong is None and warcs.is_warc(head):
        crawl = _Crawl(path, inner)
        yield from _streamed(path, package, entry, crawl)
        yield from crawl.rest()
        return
    if wrong is None and entry.file_size > MAX_MEMBER:
        wrong = f"larger than {MAX_MEMBER / 1e6:.0f} MB, as much as is read of one: unpack it, and give the file"
    if wrong is None:
        head, wrong = _unpacked(package, entry, MAX_MEMBER)
    if wrong is None:
        yield from inner(path, head, Hint())
    else:
        yield Problem(path, None, wrong)


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> tuple[bytes, str | None]:
    data = BytesIO()
    try:
        with package.open(entry) as file:
            while data.tell() < most and (piece := file.read(min(_PIECE, most - data.tell()))):
                data.write(piece)
    except Exception as error:  # as above
        return b"", f"damaged in the archive ({type(error).__name__}): copy or fetch the archive again"
    return data.getvalue(), None


def _streamed(path: str, package: zipfile.ZipFile, entry: zipfile.ZipInfo, crawl: _Crawl) -> Iterator[Found]:
    wrong = _refused(entry)
    try:
        file = None if wrong else package.open(entry)
    except Exception as error:  # as above
        file, wrong = None, f"damaged in the archive ({type(error).__name__}): copy or fetch the archive again"
    if file is None:
        yield Problem(path, None, wrong or "")
        return
    with file:
        yield from crawl.read(path, file, entry.compress_size)


def read_gzip(name: str, stream: BinaryIO, inner: Inner) -> Iterator[Found]:
    """The articles of a packed file, under its name less ``.gz``; a web archive is streamed.

    Of a damaged file what was unpacked up to there is read, with a problem.
    """
    warc = warcs.is_warc(stream.read(sniffing.HEAD))
    stream.seek(0)
    if warc:
        yield from read_warc(name, stream, inner)
        return
    source = warcs.Gunzip(stream)
    data = BytesIO()
    try:
        while data.tell() <= MAX_MEMBER and (piece := source.read(_PIECE)):
            data.write(piece)
    except (zlib.error, EOFError) as error:
        where = f"damaged or cut off near byte {source.tell():,} ({error})"
        yield Problem(name, source.tell(), f"{where}; what unpacks before that was read: copy or fetch it again")
        if not data.tell():
            return
    if data.tell() > MAX_MEMBER:
        yield Problem(name, None, f"it unpacks to over {MAX_MEMBER / 1e6:.0f} MB, as much as is unpacked: split it")
    elif data.getvalue()[257:262] == b"ustar":
        yield Problem(name, None, "a tar archive: unpack it (tar xf), and give the folder")
    else:
        yield from inner(re.sub(r"(?<=[^/])\.gz$", "", name, flags=re.IGNORECASE), data.getvalue(), Hint())
