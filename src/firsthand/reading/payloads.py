"""From the bytes of a file, or of a part of one, to the articles in them: each format by its own reader."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from firsthand.model import Problem
from firsthand.reading import decoding, sniffing
from firsthand.reading.draft import Draft, Found, Hint
from firsthand.reading.formats import pages, records

MAX_FILE = 200_000_000
"""Bytes that are read of one file that is not streamed."""

MAX_TEXT_FILE = 100_000_000
"""Bytes that are read of one file of text (JSON lines and tables of many articles among them)."""

MAX_LINES = 50_000
"""Lines that a text of one article may have."""

MAX_INNER = 100_000
"""Files that are read out of archives within one archive."""

MAX_TEXT = 5_000_000
"""Characters that one document may have."""

_DEEPEST = 4
# module and function, loaded when a file wants them: together their libraries take a second
_STREAMED = {
    "warc": ("archives", "read_warc"),
    "wacz": ("archives", "read_wacz"),
    "zip": ("archives", "read_zip"),
    "gzip": ("archives", "read_gzip"),
}
_WHOLE = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("office", "read_docx"),
    "xlsx": ("tables", "read_xlsx"),
    "sitemap": ("sitemaps", "read_sitemap"),
}
_WRAPPED = {
    "feed": ("feeds", "read_feed"),
    "json feed": ("feeds", "read_feed"),
    "mail": ("mail", "read_mail"),
    "mhtml": ("mail", "read_mail"),
}


def _reader(place: tuple[str, str]) -> Any:
    return getattr(import_module(f"firsthand.reading.formats.{place[0]}"), place[1])


class _Nest:
    """How deep in archives a payload stands, and how many payloads the archives inside its file have given."""

    def __init__(self, depth: int = 0, given: list[int] | None = None):
        self.depth = depth
        self.given = given if given is not None else [0]

    def inner(self) -> "_Nest":
        """One level deeper in the same file."""
        return _Nest(self.depth + 1, self.given)

    def refusal(self) -> str | None:
        """Why a payload at this depth is not read; told once for archives in archives that never end."""
        if self.depth >= _DEEPEST:
            return f"archives nested more than {_DEEPEST} deep; unpack the inner one"
        self.given[0] += self.depth > 0
        return f"more than {MAX_INNER:,} files in archives within it; unpack them" if self.ended else None

    @property
    def ended(self) -> bool:
        """Whether nothing more is read of the file's inner archives."""
        return self.given[0] > MAX_INNER


def read_stream(name: str, stream: BinaryIO, suffix: str = "") -> Iterator[Found]:
    """The articles of a file that can be sought in. Archives are streamed; anything else is read whole, to a limit."""
    form = _form(stream)
    if form in _STREAMED:
        yield from _reader(_STREAMED[form])(name, stream, partial(_inside, _Nest()))
        return
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        yield Problem(name, None, f"larger than {MAX_FILE / 1e6:.0f} MB, as much as is read of one file: split it")
    else:
        yield from _read(name, data, form, suffix, Hint(), _Nest())


def read_bytes(name: str, data: bytes, hint: Hint) -> Iterator[Found]:
    """The articles of bytes that came from elsewhere, completed by what is known of them."""
    return _inside(_Nest(), name, data, hint)


def _form(stream: BinaryIO) -> sniffing.Container | None:
    """The container that a stream is; the stream is left at its start."""
    head = stream.read(sniffing.HEAD)
    stream.seek(0)
    form = sniffing.container_of(head)
    return sniffing.zip_form(stream) if form == "zip" else form


def _inside(nest: _Nest, name: str, data: bytes, hint: Hint) -> Iterator[Found]:
    """The articles of a payload that a container holds, completed by what the container says of it."""
    told = nest.ended
    refusal = nest.refusal()
    if refusal:
        if not told:
            yield Problem(name, None, refusal)
        return
    form = _form(io.BytesIO(data))
    if form in _STREAMED:
        found = _reader(_STREAMED[form])(name, io.BytesIO(data), partial(_inside, nest.inner()))
    else:
        found = _read(name, data, form, PurePosixPath(name).suffix.lower(), hint, nest)
    for entry in found:
        yield completed(entry, hint) if isinstance(entry, Draft) else entry


def _read(
    name: str, data: bytes, form: sniffing.Container | None, suffix: str, hint: Hint, nest: _Nest
) -> Iterator[Found]:
    if form in _WHOLE:
        yield from _reader(_WHOLE[form])(name, data)
        return
    if form in _WRAPPED:
        yield from _reader(_WRAPPED[form])(name, data, partial(_inside, nest.inner()))
        return
    if form == "office":
        yield Problem(name, 0, "a presentation or an OpenDocument file, which are not read; save it as .docx or PDF")
        return
    wrong = sniffing.not_text(data)
    if wrong:
        yield Problem(name, wrong[1], wrong[0])
        return
    if len(data) > MAX_TEXT_FILE:
        yield Problem(
            name, None, f"over {MAX_TEXT_FILE / 1e6:.0f} MB of text, the most that is read of a file: split it"
        )
        return
    decoded = decoding.decode(data, hint.charset)
    if decoded.problem or decoded.note:
        yield Problem(name, decoded.at, decoded.problem or decoded.note or "")
    if not decoded.problem:
        yield from _text(name, decoded.text, suffix, hint, nest)


def _text(name: str, text: str, suffix: str, hint: Hint, nest: _Nest) -> Iterator[Found]:
    form = sniffing.format_of(text, suffix, hint.content_type)
    if form == "json":
        yield from records.read_json(name, text)
    elif form == "lines":
        yield from records.read_lines(name, text)
    elif form == "json feed":
        yield from _reader(_WRAPPED[form])(name, text.encode("utf-8", "replace"), partial(_inside, nest.inner()))
    elif form == "html":
        yield from pages.read_page(name, text, hint.url)
    elif form == "csv":
        yield from _reader(("tables", "read_csv"))(name, text)
    elif len(text) > MAX_TEXT:
        yield too_long(name, len(text))
    elif text.count("\n") > MAX_LINES:
        yield Problem(name, None, f"more than {MAX_LINES:,} lines of text: split it, one article a file")
    elif form == "markdown":
        yield from _reader(("markdown", "read_markdown"))(name, text)
    else:
        yield Draft(name, text, whole_page=True)


def completed(draft: Draft, hint: Hint) -> Draft:
    """A draft with what its container says where it says nothing itself."""
    given = {
        key: value
        for key in ("url", "title", "outlet", "published")
        if not getattr(draft, key) and (value := getattr(hint, key))
    }
    rules = {**dict.fromkeys(given, "container"), **draft.rules}
    return replace(draft, **given, rules=rules) if given else draft


def too_long(path: str, size: int) -> Problem:
    """The problem of a text over the cap."""
    millions, cap = size / 1e6, MAX_TEXT / 1e6
    remedy = "split it, one article a file"
    return Problem(
        path, None, f"{millions:.1f} million characters of text; at most {cap:.0f} million are read: {remedy}"
    )
