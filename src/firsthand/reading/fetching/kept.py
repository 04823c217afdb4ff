"""The store of fetched pages: every body that an address ever gave, and when."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

MAX_BODY = 100_000_000
"""Bytes that are read of a kept body."""

_TAIL = 262_144
_LONGEST_LINE = 65_536


class Copy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of an address's log: what was fetched when.

    ``url`` is the address in its one spelling; ``machine`` the numeric address that answered; ``sha256`` names the
    body; ``headers`` are those that tell of the page, by lower-case names. With ``again`` the server only said that
    the page was unchanged at ``checked``; it was transferred at ``fetched``. Times are ISO 8601 in UTC.
    """

    url: str
    final_url: str
    status: int
    fetched: str
    checked: str
    sha256: str
    size: int
    headers: dict[str, str] = {}
    machine: str | None = None
    again: bool = False


class Kept:
    """Fetched pages in a folder: ``bodies/<SHA-256>`` the bytes, ``pages/<hash of the address>.jsonl`` its log.

    Nothing is overwritten: a page that has changed keeps its older bodies. Bodies appear whole or not at all; a log
    grows by one write of one line, so that several programs may use one folder.
    """

    def __init__(self, folder: str | Path):
        self._folder = Path(folder)

    def log(self, url: str) -> Path:
        """Where the log of an address stands, or would stand."""
        return self._folder / "pages" / f"{digest(url.encode('utf-8', 'replace'))[:24]}.jsonl"

    def latest(self, url: str) -> Copy | None:
        """The newest line of an address's log; ``None`` if there is none that can be read."""
        try:
            with self.log(url).open("rb") as stream:
                stream.seek(max(0, stream.seek(0, os.SEEK_END) - _TAIL))
                lines = stream.read(_TAIL + _LONGEST_LINE).split(b"\n")
        except OSError:
            return None
        return next((copy for line in reversed(lines) if (copy := _copy(line, url))), None)

    def history(self, url: str) -> Iterator[Copy]:
        """All lines of an address's log, oldest first; damaged ones are passed over."""
        try:
            with self.log(url).open("rb") as stream:
                while line := stream.readline(_LONGEST_LINE):
                    if copy := _copy(line, url):
                        yield copy
        except OSError:
            return

    def body(self, copy: Copy) -> bytes | None:
        """The bytes of a copy; ``None`` if they are gone or are not what was fetched."""
        try:
            with self._body(copy.sha256).open("rb") as stream:
                data = stream.read(min(copy.size, MAX_BODY) + 1)
        except OSError:
            return None
        return data if len(data) == copy.size and digest(data) == copy.sha256 else None

    def keep(self, copy: Copy, body: bytes) -> str | None:
        """Adds a copy; returns what stood in the way, with the remedy, or ``None``."""
        try:
            if self.body(copy) is None:
                self._write(self._body(copy.sha256), body)
            self._append(self.log(copy.url), copy)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return (
                f"the page was read, but no copy of it could be kept in {self._folder} ({reason}): make room there or "
                "choose another folder"
            )
        return None

    def _body(self, sha256: str) -> Path:
        return self._folder / "bodies" / sha256

    def _write(self, path: Path, body: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        rough = path.with_name(f".{path.name[:16]}-{secrets.token_hex(8)}.tmp")
        try:
            with rough.open("xb") as stream:
                stream.write(body)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(rough, path)
        except BaseException:
            with suppress(OSError):
                rough.unlink()
            raise

    def _append(self, path: Path, copy: Copy) -> None:
        """One write to a file opened for appending: replacing the file would lose what another program added."""
        path.parent.mkdir(parents=True, exist_ok=True)
        line = msgspec.json.encode(copy) + b"\n"
        with path.open("a+b", buffering=0) as stream:
            end = stream.seek(0, os.SEEK_END)
            if end:
                stream.seek(end - 1)
                line = line if stream.read(1) == b"\n" else b"\n" + line
            if stream.write(line) != len(line):
                raise OSError("the disk is full")


def _copy(line: bytes, url: str) -> Copy | None:
    """A line of a log; ``None`` for a torn or foreign one, or one that names no file of the store."""
    try:
        copy = msgspec.json.decode(line, type=Copy)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    named = len(copy.sha256) == 64 and set(copy.sha256) <= set("0123456789abcdef")
    return copy if copy.url == url and named and copy.size >= 0 else None


def digest(data: bytes) -> str:
    """The SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
