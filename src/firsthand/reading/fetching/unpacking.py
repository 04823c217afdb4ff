"""The body of a response as it was before its server compressed it for the way."""

import zlib
from collections.abc import Iterator

from firsthand.reading.fetching.addresses import FetchError

ACCEPTED = "gzip, deflate"
"""What a server is told, as the value of Accept-Encoding."""

_GZIP = 16 + zlib.MAX_WBITS
_CHUNK = 16_384
_MAX_CODINGS = 3
_MAX_MEMBERS = 10_000
_UNREAD = frozenset(("br", "zstd", "compress", "x-compress", "dcb", "dcz"))
_BROWSER = "save the page from your browser and give the file"


def unpacked(data: bytes, codings: str, most: int) -> bytes:
    """A body without the codings that the Content-Encoding header names, at most ``most`` bytes of it.

    Names that are no codings ("utf-8" is often put there) are passed over, as browsers do. Raises ``FetchError``.
    """
    named = [name for part in codings.lower().split(",") if (name := part.strip())]
    known = [name for name in named if name in ("gzip", "x-gzip", "deflate")]
    foreign = next((name for name in named if name in _UNREAD), None)
    if foreign:
        raise FetchError(f"the page came compressed as {foreign!r}, which is not read: {_BROWSER}", True)
    if len(known) > _MAX_CODINGS:
        raise FetchError(f"the page came compressed {len(known)} times over: {_BROWSER}", True)
    for name in reversed(known):
        try:
            data = _without(data, name, most)
        except zlib.error:
            raise FetchError(f"the page came damaged ({name} data that cannot be unpacked): {_BROWSER}", True) from None
    return data


def _without(data: bytes, name: str, most: int) -> bytes:
    if not data:
        return data
    if name == "deflate":
        return _deflated(data, most)
    unpacked = bytearray()
    for part in _members(data, most):
        unpacked += part
        if len(unpacked) > most:
            raise too_large(most)
    return bytes(unpacked)


def _members(data: bytes, most: int) -> Iterator[bytes]:
    """The parts of gzip data, which may be several streams in a row. Bytes behind the last stream are passed over."""
    decoder = zlib.decompressobj(_GZIP)
    members = 0
    for start in range(0, len(data), _CHUNK):
        rest = data[start : start + _CHUNK]
        while rest:
            if decoder.eof:
                members += 1
                if not b"\x1f\x8b".startswith(rest[:2]):
                    return
                if members > _MAX_MEMBERS:
                    raise zlib.error
                decoder = zlib.decompressobj(_GZIP)
            yield decoder.decompress(rest, most + 1)
            rest = decoder.unused_data
    if not decoder.eof:
        raise cut_short()


def _deflated(data: bytes, most: int) -> bytes:
    """Deflate data with or without the zlib header: servers send both under one name."""
    try:
        decoder = zlib.decompressobj()
        unpacked = decoder.decompress(data, most + 1)
    except zlib.error:
        decoder = zlib.decompressobj(-zlib.MAX_WBITS)
        unpacked = decoder.decompress(data, most + 1)
    if len(unpacked) > most:
        raise too_large(most)
    if not decoder.eof:
        raise cut_short()
    return unpacked


def too_large(most: int) -> FetchError:
    """The failure of a body over the cap."""
    return FetchError(f"the page is larger than {most / 1e6:.3g} MB, as much as is fetched: give it as a file", True)


def cut_short() -> FetchError:
    """The failure of a body that ended before its end."""
    return FetchError("the page was cut off on its way: try again", True)
