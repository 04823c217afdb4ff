"""What the bytes of a file are, and their text: by content, never by the file's name alone."""

import codecs
import re
from dataclasses import dataclass
from typing import Literal

import charset_normalizer

Format = Literal["json", "lines", "html", "text"]

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF (starts with %PDF)", "export its text (pdftotext) or save the web page instead"),
    (b"PK\x03\x04", "a ZIP, Word, Excel or EPUB file (starts with PK)", "unpack it, or export its text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "export its text"),
    (b"{\\rtf", "a rich-text file (starts with {\\rtf)", "save it as plain text"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it (gunzip)"),
    (b"BZh", "compressed with bzip2", "unpack it (bunzip2)"),
    (b"\xfd7zXZ\x00", "compressed with xz", "unpack it (unxz)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it (unzstd)"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"\x89PNG", "a PNG picture", "give the text of the article"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text of the article"),
    (b"GIF8", "a GIF picture", "give the text of the article"),
    (b"RIFF", "a sound, video or WebP file", "give the text of the article"),
    (b"ID3", "an MP3 sound file", "give its transcript"),
    (b"\x7fELF", "a program", "give the text of the article"),
    (b"SQLite format 3", "an SQLite database", "export the articles as JSON lines"),
    (b"WARC/", "a web archive (WARC)", "extract its pages as HTML files"),
    (b"%!PS", "a PostScript file", "export its text"),
)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(rss|feed|rdf:RDF|urlset)\b", re.DOTALL)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"<(?:p|div|span|a|br|h[1-6]|article|section|li|ul|meta|script|title)\b[^<>]{0,400}>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_WESTERN = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])[À-ÿŒœŠšŽžŸ]|[À-ÿŒœŠšŽž](?=[A-Za-z])|[‘’“”–—…•€£©®°§ «»¿¡´·]|[àáéíóúèüöäñçæøåÉÀÖÜÄÅØÆ]"
)
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; or why there is none (``problem``, at byte ``at``). A ``note`` tells of a doubtful reading."""

    text: str = ""
    problem: str | None = None
    at: int | None = None
    note: str | None = None


def not_text(data: bytes) -> tuple[str, int | None] | None:
    """What the file is, if it is no text, with a remedy and the offset that shows it; ``None`` for text."""
    if not data.strip():
        return "the file is empty: give a file with the article's text", None
    head = data.lstrip(codecs.BOM_UTF8)[:4096] if data.startswith(codecs.BOM_UTF8) else data[:4096]
    for magic, name, remedy in _MAGIC:
        if head.startswith(magic):
            return f"this is {name}, not text; {remedy}", 0
    if head[4:8] == b"ftyp":
        return "this is a video or HEIC file, not text; give the text of the article", 0
    feed = _FEED.match(head)
    if feed:
        return (
            f"this is a feed (starts with <{feed.group(1).decode()}), not an article; save the pages that it links to",
            0,
        )
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or _wide(head):
        return None
    nul = head.find(b"\x00")
    if nul >= 0:
        return "this is a binary file (holds zero bytes), not text; give the text of the article", nul
    control = re.search(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", head)
    if control and len(re.findall(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", head)) > 0.02 * len(head):
        return (
            "this is a binary file (holds control characters), not text; give the text of the article",
            control.start(),
        )
    return None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of English text is zero."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def decode(data: bytes) -> Decoded:
    """The text of bytes that are text, read in the encoding that they show."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _as(data, name)
    wide = _wide(data[:4096])
    if wide:
        return _as(data, wide)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _as(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError as error:
        text = data.decode(name, "replace")
        if text.count("\ufffd") > 0.05 * len(text):
            return Decoded(problem=f"the file is marked as {name} but is not; save it as UTF-8", at=error.start)
        return Decoded(
            text, at=error.start, note=f"some bytes are not {name} (first at byte {error.start}); they read as \ufffd"
        )


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Mostly UTF-8 with a few broken bytes; a declared or Western encoding; else the likeliest by its letters."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8"):
        try:
            return Decoded(data.decode(declared.group(1).decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if broken * 4 <= sum(ord(ch) > 127 for ch in loose[:_SAMPLE]) - broken:
        return Decoded(
            loose,
            at=error.start,
            note=f"{broken} broken UTF-8 bytes (first at byte {error.start}); they read as \ufffd",
        )
    if not _UNDEFINED_1252.search(data):
        text = data.decode("cp1252")
        high = [ch for ch in text if ord(ch) > 127][:2000]
        if len(_WESTERN.findall(text[: 10 * _SAMPLE])) >= 0.9 * len(high) and len(high) <= 0.15 * len(text):
            return Decoded(text)
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return Decoded(
            problem=f"unknown encoding (byte {error.start} is not UTF-8); save the file as UTF-8", at=error.start
        )
    try:
        text = data.decode(best.encoding)
    except (LookupError, UnicodeDecodeError):
        return Decoded(
            problem=f"unknown encoding (byte {error.start} is not UTF-8); save the file as UTF-8", at=error.start
        )
    return Decoded(
        text,
        at=error.start,
        note=f"not UTF-8; read as {best.encoding}, which is a guess: if letters look wrong, save the file as UTF-8",
    )


def format_of(text: str, suffix: str) -> Format:
    """The format of a text. The file's name decides only what the content leaves open."""
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    if head[:1] in ("{", "["):
        if suffix in (".jsonl", ".ndjson"):
            return "lines"
        if suffix == ".json":
            return "json"
        lines = [line for line in head.splitlines() if line.strip()]
        if re.match(r'\{\s*(?:"|\})|\[\s*(?:[\{\[\]"\d]|$)', head):
            starts = sum(line.lstrip().startswith('{"') for line in lines)
            return "lines" if head[0] == "{" and len(lines) > 1 and starts > 0.5 * len(lines) else "json"
    if suffix in (".jsonl", ".ndjson"):
        return "lines"
    if suffix == ".json":
        return "json"
    if _HTML.match(head) or (suffix in (".html", ".htm", ".xhtml") and _TAGS.search(text)):
        return "html"
    if len(_TAGS.findall(head)) > max(10, len(head) / 300):
        return "html"
    return "text"
