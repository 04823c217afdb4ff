"""What the bytes of a file are: by content, never by the file's name alone."""

import codecs
import json
import re
import zipfile
from typing import BinaryIO, Literal

from firsthand.reading.decoding import BOMS, wide
from firsthand.reading.formats.markdown import looks_like_markdown
from firsthand.reading.formats.tables import looks_like_csv
from firsthand.reading.formats.zips import Bounded

Container = Literal["pdf", "docx", "xlsx", "office", "wacz", "zip", "gzip", "warc", "mail", "mhtml", "feed", "sitemap"]
Format = Literal["json", "lines", "json feed", "html", "csv", "markdown", "text"]

HEAD = 8192
"""Bytes that show what a file is."""

_TEXT_HEAD = 20_000
_WORD_PART = re.compile(r"word/document\d*\.xml")
_ARTICLE = "give the text of the article"
_UNPACK = "unpack it"
_MAGIC: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(magic, re.DOTALL), name, remedy)
    for magic, name, remedy in (
        (
            rb"\xd0\xcf\x11\xe0",
            "an old Office file, one with a password, or an Outlook message",
            "save it as .docx, .xlsx or .eml, without a password",
        ),
        (rb"\{\\rtf", "a rich-text file (starts with {\\rtf)", "save it as plain text"),
        (rb"BZh[1-9]1AY&SY", "compressed with bzip2", "unpack it (bunzip2)"),
        (rb"\xfd7zXZ\x00", "compressed with xz", "unpack it (unxz)"),
        (rb"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it (unzstd)"),
        (rb"\x1f\x9d", "compressed with compress", "unpack it (uncompress)"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
        (rb"Rar!\x1a\x07", "a RAR archive", _UNPACK),
        (rb"PK(?:\x05\x06|\x07\x08)", "an empty or split ZIP archive", "give the whole archive, or its files"),
        (rb".{257}ustar", "a tar archive", "unpack it (tar xf)"),
        (rb"\x89PNG", "a PNG picture", _ARTICLE),
        (rb"\xff\xd8\xff", "a JPEG picture", _ARTICLE),
        (rb"GIF8[79]a", "a GIF picture", _ARTICLE),
        (rb"BM.{4}\x00\x00\x00\x00", "a BMP picture", _ARTICLE),
        (rb"II\*\x00|MM\x00\*", "a TIFF picture", "give the text that it shows"),
        (rb"AT&TFORM", "a DjVu document", "export its text, or save it as PDF"),
        (rb"RIFF.{4}(?:WAVE|AVI |WEBP)", "a sound, video or WebP file", _ARTICLE),
        (rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]", "an MP3 sound file", "give its transcript"),
        (rb"OggS|fLaC|\x1aE\xdf\xa3|....ftyp", "a sound, video or HEIC file", "give its transcript or text"),
        (rb"\x7fELF|MZ.{2}[\x00-\x40]\x00|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\x00asm", "a program", _ARTICLE),
        (rb"SQLite format 3\x00", "an SQLite database", "export the articles as JSON lines"),
        (rb"PAR1|ARROW1", "a Parquet or Arrow file", "export the articles as JSON lines"),
        (rb"bplist00", "a binary property list or Safari web archive", "save the page as .html or PDF"),
        (rb"%!PS-", "a PostScript file", "export its text"),
        (rb"wOF[F2]|OTTO", "a font", _ARTICLE),
    )
)
_PDF = re.compile(rb"%PDF-\d\.\d")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY = 0.02  # the share of control characters in a text's head from which it is none

_FEED_ROOT = re.compile(r"<(?:\w{1,40}:)?(rss|feed|RDF|urlset|sitemapindex)[\s>/]")
_HTML_ROOT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML_ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,60})[\s>/]")
_JSON_FEED = re.compile(r'"version"\s{0,20}:\s{0,20}"https?://jsonfeed\.org/version/')
_TAGS = re.compile(r"<(?:p|div|span|a|br|h[1-6]|article|section|li|ul|meta|script|title)\b[^<>]{0,400}>", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(p|div|article|section|main|table|ul|ol|blockquote|figure|h[1-6]|header|center|title|meta|link)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
# what JSON begins with, and prose in brackets does not: a key with its colon, or an object, list or string in a list
_STRING = r'"(?:[^"\\]|\\.){0,300}"\s{0,99}'
_JSON = re.compile(
    rf"\{{\s{{0,999}}(?:\}}|{_STRING}:)|"
    rf'\[\s{{0,999}}(?:\]\s*$|\{{\s{{0,999}}["}}]|{_STRING}(?:,|\]\s*$)|\[\s{{0,99}}["\[{{\]])'
)
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/csv": ".csv", "text/tab-separated-values": ".tsv",
    "text/markdown": ".md", "text/x-markdown": ".md", "application/json": ".json", "application/x-ndjson": ".ndjson",
    "application/jsonl": ".jsonl",
}  # fmt: skip
"""What a name would end in that a server's word stands for."""

_JSON_LIKE = re.compile(r'"\s{0,20}:\s{0,20}["{\[\d]')
_LINE = re.compile(r'\{\s{0,20}"')

_NAMES = (
    rb"return-path|received(?:-spf)?|delivered-to|from|to|cc|bcc|subject|date|message-id|mime-version|reply-to|sender|"
    rb"content-[\w-]{1,40}|x-[\w-]{1,60}|dkim-signature|arc-[\w-]{1,40}|authentication-results|list-[\w-]{1,40}|"
    rb"in-reply-to|references|precedence|thread-[\w-]{1,40}|importance|snapshot-content-location|envelope-to|status|"
    rb"user-agent|feedback-id|auto-submitted|delivery-date|original-[\w-]{1,40}|accept-language|organization"
)
_HEADER = re.compile(rb"(" + _NAMES + rb"):[ \t]*([^\r\n]{0,998})", re.IGNORECASE)
_ANY_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_FOLDED = re.compile(rb"[ \t]+\S")
_ENVELOPE = re.compile(rb"From \S{1,320} {1,9}\S[^\r\n]{5,80}\d{4}[^\r\n]{0,40}\r?\n")
_STRONG = frozenset(
    (b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"dkim-signature", b"envelope-to")
)


def container_of(head: bytes) -> Container | None:
    """The form of bytes that are read as bytes; ``None`` for text, for a file that is not read, and for "zip" members.

    A ZIP file is told closer by ``zip_form``, which needs the whole file.
    """
    bare = head[:HEAD].removeprefix(codecs.BOM_UTF8)
    pdf = _PDF.search(bare[:1024]) if b"%PDF-" in bare[:1024] else None
    if bare.startswith(b"%PDF-") or (pdf and b" obj" in bare[pdf.end() :]):
        return "pdf"
    if bare.startswith(b"PK\x03\x04"):
        return "zip"
    if bare.startswith(b"\x1f\x8b"):
        return "gzip"
    if bare.startswith(b"WARC/"):
        return "warc"
    if bare.lstrip()[:1] == b"<" or bare[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return _feed_form(bare)
    if looks_like_mhtml(bare):
        return "mhtml"
    return "mail" if looks_like_mail(bare) else None


def _feed_form(head: bytes) -> Container | None:
    doubled = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16", "replace") if doubled else head.decode("latin-1")
    found = _FEED_ROOT.match(text, _prolog_end(text))
    if not found:
        return None
    return "sitemap" if found[1] in ("urlset", "sitemapindex") else "feed"


def _prolog_end(text: str) -> int:
    """Where a document's first element begins: after space, comments, instructions and the document type of XML.

    An HTML document type is left standing. Found by search, since a pattern with all these in turn takes hours on a
    head that is made for it.
    """
    at = 0
    while True:
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
            after = end + 3
        elif text.startswith("<?", at):
            end = text.find(">", at)
            after = end + 1
        elif text[at : at + 9].upper() == "<!DOCTYPE" and not _HTML_ROOT.match(text, at):
            end, after = _doctype_end(text, at)
        else:
            return at
        if end < 0:
            return at
        at = after


def _doctype_end(text: str, at: int) -> tuple[int, int]:
    end = text.find(">", at)
    inner = text.find("[", at)
    if 0 <= inner < end:
        end = text.find(">", text.find("]", inner)) if text.find("]", inner) >= 0 else -1
    return end, end + 1


def zip_form(stream: BinaryIO) -> Container:
    """What a ZIP file is by the names of its members; a broken one is "zip". The stream is left at its start."""
    try:
        with zipfile.ZipFile(Bounded(stream)) as archive:
            names = set(archive.namelist()[:20_000])
    except Exception:  # hostile directories raise whatever they can; who reads the file says what is wrong with it
        names = set()
    stream.seek(0)
    if any(_WORD_PART.fullmatch(name) for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names or {"mimetype", "META-INF/manifest.xml"} <= names:
        return "office"
    return "wacz" if "datapackage.json" in names and any(n.startswith("archive/") for n in names) else "zip"


def not_text(data: bytes) -> tuple[str, int | None] | None:
    """What bytes are that are neither text nor a container, with a remedy and the offset that shows it, or ``None``."""
    if not data.strip():
        return "the file is empty: give a file with the article's text", None
    bare = data[: HEAD + 3].removeprefix(codecs.BOM_UTF8)
    for magic, name, remedy in _MAGIC:
        if magic.match(bare):
            return f"this is {name}, not text; {remedy}", 0
    if data.startswith(tuple(bom for bom, _ in BOMS)) and not data.startswith(codecs.BOM_UTF8):
        return None
    if wide(bare[:4096]):
        return None
    if not data.strip(b"\x00 \t\r\n"):
        return "the file holds nothing but zero bytes, as after a failed copy: fetch or save it again", 0
    return _binary(data) or _xml(bare)


def _binary(data: bytes) -> tuple[str, int] | None:
    """Told by the head and by the zero bytes of the whole: a stray one in a long text is no reason to lose it."""
    head = data[:4096]
    middle = data[len(data) // 2 :][:4096]
    most = max(len(_CONTROL.findall(part)) / max(1, len(part)) for part in (head, middle))
    zeros = data.count(0)
    if most <= _BINARY and zeros <= _BINARY * len(data):
        return None
    what = "zero bytes" if zeros else "control characters"
    found = data.find(0) if zeros else next(_CONTROL.finditer(data)).start()
    return f"this is a binary file (holds {what}), not text; {_ARTICLE}", found


def _xml(head: bytes) -> tuple[str, int] | None:
    """XML that is neither a page nor a feed nor has HTML's elements: settings, drawings, the insides of packages."""
    if head.lstrip()[:1] != b"<":
        return None
    text = head.decode("latin-1")
    start = _prolog_end(text)
    root = _XML_ROOT.match(text, start)
    declared = text.lstrip().startswith("<?xml")
    if not root or _TAGS.search(text) or _FRAGMENT.search(text) or _HTML_ROOT.match(text, start):
        return None
    if root[1].lower() == "svg":
        return f"this is an SVG picture, not text; {_ARTICLE}", 0
    if declared:
        return f"this is XML of a kind that is not read (<{root[1]}>); give the article as HTML or text", start
    return None


def format_of(text: str, suffix: str, content_type: str | None = None) -> Format:
    """The format of a text. The file's name and a server's word decide only what the content leaves open."""
    head = text[:_TEXT_HEAD].lstrip("\ufeff \t\r\n")
    suffix = suffix or _SUFFIXES.get((content_type or "").split(";")[0].strip().lower(), "")
    found = _json_form(text, head, suffix)
    if found:
        return found
    named = (".html", ".htm", ".xhtml")
    if _is_html(head) or ((suffix in named or "html" in (content_type or "")) and _TAGS.search(text)):
        return "html"
    if looks_like_csv(head):
        return "csv"
    if suffix in (".md", ".markdown", ".mdx") or looks_like_markdown(head):
        return "markdown"
    return "csv" if suffix in (".csv", ".tsv", ".tab") and not _is_prose(head) else "text"


def _is_prose(head: str) -> bool:
    """Whether a text that is named as a table begins with a sentence, and its lines have no cells in common."""
    lines = [line for line in head.splitlines()[:20] if line.strip()]
    if not lines or len(lines[0]) < 60 or not lines[0].rstrip().endswith((".", "!", "?", "”", '"')):
        return False
    counts = [[line.count(sign) for line in lines] for sign in ",;\t|"]
    return not any(count[0] and count.count(count[0]) > 0.5 * len(count) for count in counts)


def _is_html(head: str) -> bool:
    start = _prolog_end(head)
    if _HTML_ROOT.match(head, start):
        return True
    fragment = _FRAGMENT.match(head, start)
    if fragment and (f"</{fragment[1].lower()}" in head.lower() or fragment[1].lower() in ("meta", "link")):
        return True
    return len(_TAGS.findall(head)) > max(10, len(head) / 300)


def _json_form(text: str, head: str, suffix: str) -> Format | None:
    """JSON of some kind by how it begins; a name in .json counts for what is broken, or else a bare value."""
    begun = _JSON.match(head)
    named = suffix in (".json", ".jsonl", ".ndjson")
    if begun and _JSON_FEED.search(head[:4000]):
        return "json feed"
    if not begun and not (named and (head[:1] in ("{", "[") or _JSON_LIKE.search(head[:4000]) or _bare_value(head))):
        return None
    return "lines" if head[0] == "{" and _one_a_line(text, head, suffix) else "json"


def _bare_value(head: str) -> bool:
    try:
        json.loads(head)
    except (ValueError, RecursionError):
        return False
    return True


def _one_a_line(text: str, head: str, suffix: str) -> bool:
    """Whether lines are objects of their own. The first may be longer than the head."""
    start = len(text[:_TEXT_HEAD]) - len(head)
    end = text.find("\n", start)
    if end < 0:
        return suffix in (".jsonl", ".ndjson")
    lines = [line for line in head.splitlines() if line.strip()]
    if sum(_LINE.match(line) is not None for line in lines) > 0.5 * len(lines) and len(lines) > 1:
        return True
    following = text[end : end + 2000].lstrip()
    if not following:
        return suffix in (".jsonl", ".ndjson")
    return len(lines) == 1 and _LINE.match(following) is not None


# mail


def _headers(head: bytes) -> dict[bytes, bytes] | None:
    """The known headers that a file begins with, by lower-case names; ``None`` if it begins with anything else."""
    found: dict[bytes, bytes] = {}
    for line in head.splitlines():
        if not line.strip():
            break
        if found and _FOLDED.match(line):
            continue
        header = _HEADER.match(line)
        if header:
            found.setdefault(header[1].lower(), header[2])
        elif not found or not _ANY_HEADER.match(line):
            return found if len(found) >= 4 else None
    return found or None


def _after_envelope(head: bytes) -> bytes:
    """What follows the line with which a mailbox begins each message."""
    bare = head[: 2 * HEAD].lstrip()
    envelope = _ENVELOPE.match(bare)
    return bare[envelope.end() :] if envelope else bare


def looks_like_mail(head: bytes) -> bool:
    """Whether a file (its first 8 KB will do) begins with headers, one of them of the kind that programs write.

    Text with "From:" and "Date:" lines at its top, as people paste it, is none. A mailbox begins with its first
    message.
    """
    found = _headers(_after_envelope(head))
    return found is not None and len(found) >= 3 and bool(_STRONG & found.keys())


def looks_like_mhtml(head: bytes) -> bool:
    """Whether a file (its first 8 KB will do) begins like a web page saved as MHTML."""
    found = _headers(_after_envelope(head))
    if found is None or not found.keys() & {b"mime-version", b"snapshot-content-location"}:
        return False
    low = head[: 2 * HEAD].lower()
    saved = b"multipart/related" in low and b"text/html" in low and b"to" not in found and b"received" not in found
    return b"snapshot-content-location" in found or (saved and (b"content-location:" in low or len(found) <= 3))
