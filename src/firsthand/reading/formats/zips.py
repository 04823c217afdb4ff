"""ZIP packages (Word, Excel, archives): whether one unpacks to more than it may, and its XML as a stream."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO, Protocol
from xml.parsers import expat

MAX_UNPACKED = 200_000_000
"""Bytes that a package may hold unpacked, in all."""
MAX_RATIO = 200
"""How many times its packed size an entry may have; XML of tables reaches 30."""

MAX_DIRECTORY = 8_000_000
"""Bytes of a package's list of entries."""

_MAX_ENTRIES = 20_000
_SMALL = 10_000_000
_CHUNK = 1 << 18
_LONGEST_TAG = 2_000_000
_ENTRY = b"PK\x01\x02"
_REMEDY = "save its text alone, or split it"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Refused(Exception):  # noqa: N818 - readers turn it into a Problem
    """A part of a package must not be read; the message says why, with a remedy."""


class Sink(Protocol):
    """What is called for each tag and text of a part: no tree is built, so memory does not grow with the markup."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins: its local name ("" if its namespace is none that was asked for), its attributes by theirs."""

    def end(self, tag: str) -> None:
        """A tag ends."""

    def data(self, text: str) -> None:
        """Text between tags; long text comes in pieces."""


def unsafe(data: bytes | BinaryIO) -> str | None:
    """Why a ZIP package must not be unpacked, with a remedy; ``None`` if it may be. A file's position is kept.

    What entries claim to hold is trusted, since ``zipfile`` unpacks no more than they claim.
    """
    stream: BinaryIO = BytesIO(data) if isinstance(data, bytes) else data
    at = stream.tell()
    try:
        return _too_many(stream) or _too_large(stream)
    except Exception as error:  # hostile directories raise whatever they can: struct.error, OverflowError, …
        return f"a damaged ZIP package ({type(error).__name__}); fetch or save it again"
    finally:
        stream.seek(at)


def _too_many(stream: BinaryIO) -> str | None:
    """Counted in the bytes: reading a directory of millions of entries is what must not be tried out."""
    count = 0
    tail = b""
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        count += (tail + chunk).count(_ENTRY)
        tail = chunk[-len(_ENTRY) + 1 :]
    if count > _MAX_ENTRIES:
        return f"a ZIP package with {count:,} entries; at most {_MAX_ENTRIES:,} are read: {_REMEDY}"
    return None


def _too_large(stream: BinaryIO) -> str | None:
    with zipfile.ZipFile(stream) as package:
        entries = package.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        return "the package is protected by a password; save it without one"
    if any(entry.compress_type not in _METHODS for entry in entries):  # LZMA may ask for gigabytes to unpack a byte
        return "it is packed in a way that Office does not use; open it there and save it again"
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED:
        size, cap = total / 1e6, MAX_UNPACKED / 1e6
        return f"it unpacks to {size:,.0f} MB; at most {cap:.0f} MB are unpacked: {_REMEDY}"
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size:
            return f"its entry {entry.filename[:80]!r} unpacks to over {MAX_RATIO} times its size; {_REMEDY}"
    return None


class _Names(dict[str, str]):
    """Local names by what Expat gives ("namespace local"); "" for tags of namespaces that were not asked for."""

    def __init__(self, spaces: frozenset[str]) -> None:
        super().__init__()
        self._spaces = spaces

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        self[name] = local = "" if self._spaces and space not in self._spaces else local
        return local


def parse(
    package: zipfile.ZipFile, part: str, sink: Sink, most: int, spaces: frozenset[str] = frozenset()
) -> Iterator[int]:
    """Feeds an entry's tags to a sink, a quarter of a megabyte a step; gives the marks counted so far after each.

    Marks are the signs of tags, attributes and entities: time and memory grow with them and not with bytes.
    ``Refused`` past ``most`` of them, for a document type (which no Office file has; entities that hold entities need
    one), and for a tag of megabytes, which older versions of Expat read again and again.
    """
    tags, keys = _Names(spaces), _Names(frozenset())
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda tag, found: sink.start(
        tags[tag], {keys[key]: found[key] for key in found} if found else found
    )
    parser.EndElementHandler = lambda tag: sink.end(tags[tag])
    parser.CharacterDataHandler = sink.data
    count = size = 0
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            count += chunk.count(b"<") + chunk.count(b"=") + chunk.count(b"&")
            size += len(chunk)
            if count > most:
                raise Refused("it has more markup than can be read; save its text alone (.txt, .csv)")
            parser.Parse(chunk, False)
            if size - parser.CurrentByteIndex > _LONGEST_TAG:
                raise Refused("it holds a tag of megabytes, as no program writes it; save its text alone (.txt, .csv)")
            yield count
        parser.Parse(b"", True)
    yield count


def _refuse_doctype(*_: object) -> None:
    raise Refused("it declares an XML document type, which no Office file does; open it there and save it again")


def feed(package: zipfile.ZipFile, part: str, sink: Sink, most: int, spaces: frozenset[str] = frozenset()) -> int:
    """Parses a whole entry (see ``parse``); returns its count of marks."""
    return max(parse(package, part, sink, most, spaces))


class Bounded:
    """A file that does not give as much at once as the directory of a ZIP file with a million entries would ask for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        """As a file does; ``OverflowError`` past the limit."""
        data = self._stream.read(MAX_DIRECTORY + 1 if size < 0 or size > MAX_DIRECTORY else size)
        if len(data) > MAX_DIRECTORY:
            raise OverflowError
        return data
