"""Web archives (WARC): one record after another, so that memory does not grow with the archive, and their content."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from firsthand.model import Problem
from firsthand.reading import sniffing

MAX_PAYLOAD = 30_000_000
"""Bytes that one page, PDF or other payload of a record may have, packed and unpacked."""
MAX_RATIO = 100
"""How many times its packed size a web archive may have; pages reach 10."""

_MOST = f"{MAX_PAYLOAD / 1e6:.0f} MB"
_LEAST_UNPACKED = 2_000_000
_MAX_HEADER = 256_000
_MAX_HTTP_HEADER = 65_536
_MAX_ENCODINGS = 3
_MAX_EMPTY = 1000
_PIECE = 65_536
_NAMED = 20
_ARTICLE_TYPES = frozenset(
    ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf",
     "application/x-pdf", "application/json", "application/ld+json", "application/feed+json", "application/rss+xml",
     "application/atom+xml", "application/rdf+xml", "multipart/related", "message/rfc822", "application/msword",
     "application/rtf", "text/rtf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
)  # fmt: skip
_XML_TYPES = frozenset(("application/xml", "text/xml"))
_NO_TYPES = frozenset(("", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "application/unknown"))
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_BOUND = frozenset(("zip", "gzip", "warc", "wacz", "xlsx", "sitemap"))
"""What a record's payload may be without being an article, by content."""

_FURNITURE = re.compile(
    r"\.(?:css|m?js|map|json5|webmanifest|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4[av]|mpd|"
    r"webm|ogg|wav|mov|ts|m3u8|vtt|wasm|swf|exe|dmg|apk)$|/manifest\.json$",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"/(?:robots|ads|app-ads|humans|security)\.txt$", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


class Broken(Exception):  # noqa: N818 - readers turn it into a Problem
    """An archive cannot be read on from a byte offset; the message says why."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at


def is_warc(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a web archive, packed with gzip or not."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = Gunzip(BytesIO(head)).read(5)
        except (zlib.error, EOFError):
            return False
    return head.startswith(b"WARC/")


class Gunzip:
    """What a gzip file unpacks to, member after member, in pieces of bounded size."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._packed = b""
        self._taken = 0
        self._member: Any = None
        self._empty = 0

    def tell(self) -> int:
        """How many packed bytes are used up: between two members, where the next one begins."""
        return self._taken - len(self._packed)

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes of one member, none at the end; ``zlib.error`` or ``EOFError`` where it is damaged."""
        while True:
            if not self._packed:
                self._packed = self._stream.read(16_384)
                self._taken += len(self._packed)
            ended = not self._packed
            if self._member is None:
                self._packed = self._packed.lstrip(b"\x00")  # files are padded with zeros on some media
                if not self._packed:
                    if ended:
                        return b""
                    continue
                self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            data = self._unpacked(size)
            if data:
                return data
            if ended and self._member is not None:
                raise EOFError("it ends in the middle of packed data")

    def _unpacked(self, size: int) -> bytes:
        data: bytes = self._member.decompress(self._packed, size)
        if self._member.eof:
            self._packed, self._member = self._member.unused_data, None
            self._empty = 0 if data else self._empty + 1
            if self._empty > _MAX_EMPTY:  # each costs time and gives nothing
                raise zlib.error("it holds nothing but empty parts")
        else:
            self._packed = self._member.unconsumed_tail
        return data


class _Reader:
    """Lines and bytes of an archive, with the offset at which the record begins that is being read."""

    def __init__(self, stream: Any, packed: int) -> None:
        try:
            magic = stream.read(2)
            stream.seek(0)
        except (zlib.error, zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            raise Broken(0, str(error)) from None
        self._packed = magic == b"\x1f\x8b"
        self._source = Gunzip(stream) if self._packed else stream
        self._left = _LEAST_UNPACKED + MAX_RATIO * packed
        self._piece = b""
        self._index = 0
        self._base = 0
        self._room = _MAX_HEADER
        self.start = 0

    def begin(self) -> bool:
        """Goes to the next record, over blank lines; whether there is one."""
        self._room = _MAX_HEADER
        while True:
            if self._index < len(self._piece):
                self.start = self._base + (0 if self._packed else self._index)
            else:
                self.start = self._source.tell()
                if not self._filled():
                    return False
            if self._piece[self._index] not in b"\r\n":
                return True
            self.readline()

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes, none at the end."""
        if self._index >= len(self._piece) and not self._filled():
            return b""
        data = self._piece[self._index : self._index + size]
        self._index += len(data)
        return data

    def readline(self) -> bytes:
        """A line of a record's header, which the parser would take however long it is."""
        pieces: list[bytes] = []
        while self._index < len(self._piece) or self._filled():
            end = self._piece.find(b"\n", self._index) + 1
            pieces.append(self.read((end or len(self._piece)) - self._index))
            self._room -= len(pieces[-1])
            if self._room < 0:
                raise Broken(self.start, f"the head of a record is longer than {_MAX_HEADER:,} bytes")
            if end:
                break
        return b"".join(pieces)

    def _filled(self) -> bool:
        self._index = 0
        try:
            self._base = self._source.tell()
            self._piece = self._source.read(_PIECE)
        except (zlib.error, zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            self._piece = b""
            raise Broken(self.start, str(error)) from None
        self._left -= len(self._piece)
        if self._left < 0:
            raise Broken(self.start, f"it unpacks to over {MAX_RATIO} times its size")
        return bool(self._piece)


class _Block:
    """The content of one record."""

    def __init__(self, reader: _Reader, length: int) -> None:
        self._reader = reader
        self._left = length

    def take(self, size: int) -> bytes:
        """As many bytes as there are, up to ``size``."""
        taken = BytesIO()
        while size > 0 and (piece := self._piece(size)):
            taken.write(piece)
            size -= len(piece)
        return taken.getvalue()

    def skip(self) -> None:
        """Goes to the record's end."""
        while self._piece(_PIECE):
            pass

    def _piece(self, size: int) -> bytes:
        size = min(size, self._left)
        data = self._reader.read(size) if size else b""
        if size and not data:
            raise Broken(self._reader.start, "it ends in the middle of a record")
        self._left -= len(data)
        return data


class Few:
    """The first problems of one kind; the others are counted."""

    def __init__(self, path: str, others: str) -> None:
        self._path = path
        self._others = others
        self._count = 0

    def of(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Those that are among the first."""
        for problem in problems:
            self._count += 1
            if self._count <= _NAMED:
                yield problem

    def rest(self) -> Iterator[Problem]:
        """One problem that counts the others, if there are any."""
        if self._count > _NAMED:
            yield Problem(self._path, None, f"{self._count - _NAMED:,} more {self._others}")


class Record:
    """A record that is being read.

    Its ``kind`` ("response"), its ``url``, and ``cut``: why the crawler cut its content short, if it did. Location and
    form are those of the record, or of the response that it holds once ``open`` has read its header.
    """

    def __init__(self, headers: Any, block: _Block) -> None:
        self._content = headers
        self._block = block
        self._start = b""
        self.kind = self._value("WARC-Type").lower()
        self.url = self._value("WARC-Target-URI").strip("<>").replace(" ", "%20")
        self.cut = self._value("WARC-Truncated")

    @property
    def location(self) -> str:
        """Where a response leads on to."""
        return self._value("Location")

    @property
    def form(self) -> tuple[str, str | None]:
        """The type of the content ("text/html") and its charset; empty if it does not say."""
        form, _, parameters = self._value("Content-Type").partition(";")
        charset = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", parameters, re.IGNORECASE)
        return form.strip().lower(), charset[1].lower() if charset else None

    def open(self) -> str:
        """The status of a response ("200"), whose header is read; empty if it has none."""
        head = self._block.take(_MAX_HTTP_HEADER)
        end = _HEAD_END.search(head)
        if not end or head[:5].upper() != b"HTTP/":
            return ""
        self._start = head[end.end() :]
        self._content = StatusAndHeadersParser([], verify=False).parse(BytesIO(head[: end.end()]))
        return str(self._content.get_statuscode())

    def body(self) -> tuple[bytes | None, str | None]:
        """The content without its transfer and content encodings; none if that cannot be, and a remark if need be."""
        data = self._start + self._block.take(MAX_PAYLOAD + 1 - len(self._start))
        if len(data) > MAX_PAYLOAD:
            return None, f"larger than {_MOST}, as much as is read of one record: save it as a file alone"
        if "chunked" in self._value("Transfer-Encoding").lower():
            data = _joined(data)
        return _decoded(data, self._value("Content-Encoding").lower().split(","))

    def _value(self, name: str) -> str:
        return str(self._content.get_header(name) or "").strip()


def records(stream: Any, packed: int) -> Iterator[Record]:
    """The records of an archive, packed with gzip or not; each must be read before the next. Raises ``Broken``.

    The stream, of ``packed`` bytes where it is kept, stands at its start.
    """
    reader = _Reader(stream, packed)
    while reader.begin():
        try:
            headers = StatusAndHeadersParser(["WARC/"]).parse(reader)
        except (StatusAndHeadersParserException, EOFError):
            raise Broken(reader.start, "no record begins there") from None
        length = str(headers.get_header("Content-Length")).strip()
        if not re.fullmatch(r"[0-9]{1,18}", length):
            raise Broken(reader.start, "the record does not say how long it is")
        block = _Block(reader, int(length))
        yield Record(headers, block)
        block.skip()


# payloads


def readable(form: str, url: str) -> bool:
    """Whether content of a type, at an address, can be an article."""
    try:
        place = urlsplit(url).path
    except ValueError:
        place = ""
    if _SERVICE.search(place) or (form not in _PAGES and _FURNITURE.search(place)):
        return False
    return form in _ARTICLE_TYPES or form in _XML_TYPES or form in _NO_TYPES


def may_be_article(data: bytes, form: str) -> bool:
    """Whether content can be an article, where its type leaves that open."""
    head = data[: sniffing.HEAD]
    found: str | None = sniffing.container_of(head)
    if found == "zip":
        found = sniffing.zip_form(BytesIO(data))
    if found in _BOUND:
        return False
    if form in _XML_TYPES:
        return found == "feed" or b"<html" in head.lower()
    return form not in _NO_TYPES or found is not None or sniffing.not_text(data) is None


def _decoded(data: bytes, encodings: list[str]) -> tuple[bytes | None, str | None]:
    remark = None
    for encoding in reversed([entry.strip() for entry in encodings[:_MAX_ENCODINGS]]):
        if encoding in ("", "identity", "none", "utf-8"):
            continue
        try:
            data, whole = _unpacked(data, encoding)
        except ValueError as error:
            if sniffing.not_text(data) is None:  # crawlers unpack a body and leave its header as it was
                continue
            return None, f"{error}: save the page alone"
        if len(data) > MAX_PAYLOAD:
            return None, f"it unpacks to over {_MOST}, as much as is read of one record: save it alone"
        remark = remark if whole else "the packed page was cut short, so that its end is missing: save the page alone"
    return data, remark


def _joined(data: bytes) -> bytes:
    """A body sent in chunks; crawlers join them and leave the header as it was, so that there may be none."""
    pieces: list[bytes] = []
    at = 0
    while found := _CHUNK.match(data, at):
        at = found.end() + int(found[1], 16)
        if at == found.end():
            break
        pieces.append(data[found.end() : at])
    return b"".join(pieces) if pieces else data


def _unpacked(data: bytes, encoding: str) -> tuple[bytes, bool]:
    """At most a byte over the cap, and whether the data are whole; ``ValueError`` if they are not so encoded."""
    if encoding in ("gzip", "x-gzip"):
        return _inflated(data, 16 + zlib.MAX_WBITS)
    if encoding == "deflate":
        try:
            return _inflated(data, zlib.MAX_WBITS)
        except ValueError:  # many servers leave out the zlib header
            return _inflated(data, -zlib.MAX_WBITS)
    if encoding == "br":
        return _brotli(data)
    raise ValueError(f"packed as {encoding[:20]!r}, which is not read")


def _inflated(data: bytes, form: int) -> tuple[bytes, bool]:
    inflater = zlib.decompressobj(form)
    try:
        return inflater.decompress(data, MAX_PAYLOAD + 1), inflater.eof
    except zlib.error as error:
        raise ValueError(f"the packed page is damaged ({error})") from None


def _brotli(data: bytes) -> tuple[bytes, bool]:
    try:
        unpacker = import_module("brotli").Decompressor()
    except ImportError:
        raise ValueError("packed with brotli (install the Python package brotli to read such pages)") from None
    out = BytesIO()
    try:
        # a few bytes can hold many megabytes, and the library has no cap that all its versions know
        for at in range(0, len(data), 16):
            out.write(unpacker.process(data[at : at + 16]))
            if out.tell() > MAX_PAYLOAD:
                break
    except Exception as error:  # its error type has moved between versions
        raise ValueError(f"the packed page is damaged ({type(error).__name__})") from None
    return out.getvalue(), bool(unpacker.is_finished())
