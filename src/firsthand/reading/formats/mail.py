"""Mail messages (.eml, mailboxes) and web pages saved as mail (.mhtml): their parts, each read by its content."""

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.policy import Compat32
from email.quoprimime import header_decode
from email.utils import parsedate_to_datetime
from typing import Any

from firsthand.model import Problem
from firsthand.reading import decoding
from firsthand.reading.draft import Draft, Found, Hint, Inner
from firsthand.reading.formats.forwards import DESK, PREFIX, unwrapped

MAX_MAIL = 80_000_000
"""Bytes that are read of one message; parsing takes ten times as many of memory."""

MAX_MESSAGES = 10_000
"""Messages that are read of one mailbox."""

_DEEPEST = 5
_MAX_PARTS = 500
_MAX_WORK = 100_000_000
_LONGEST_HEADER = 2000
_MORE = 3  # how many times the words of the HTML the plain text has where the HTML is but a shell
_ENVELOPE = re.compile(
    rb"(?:\A|\r?\n\r?\n)From \S{1,320} {1,9}\S[^\r\n]{5,80}\d{4}[^\r\n]{0,40}\r?\n(?=[A-Za-z-]{2,60}:)"
)
_QUOTED_ENVELOPE = re.compile(rb"^>(>*From )", re.MULTILINE)
_ENCODED = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bqBQ])\?([^?\s]{0,1900})\?=")
_SPACE = re.compile(r"[^A-Za-z0-9+/=]+")
_NO_ARTICLE = frozenset(("image", "audio", "video", "font"))
_NO_ARTICLE_TYPES = frozenset(
    ("text/css", "text/javascript", "application/javascript", "text/calendar", "text/vcard", "text/x-vcard",
     "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
     "application/pgp-keys", "application/ics", "message/delivery-status", "text/rfc822-headers", "text/x-amp-html",
     "message/disposition-notification")
)  # fmt: skip
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))


class _Policy(Compat32):
    """The plain policy for headers cut at a length: the parsers of their parameters take the square of theirs."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse([line[:_LONGEST_HEADER] for line in sourcelines[:200]])
        return name, value[:_LONGEST_HEADER]


def read_mail(name: str, data: bytes, inner: Inner) -> Iterator[Found]:
    """The articles of a message: its text, under ``name``, then its attachments and forwarded messages, ``name#1`` on.

    The HTML of a text is taken, or else the plain text. Subject and date are hints for the text; the sender is one for
    its outlet if the message was sent to a list or by a desk ("newsletter@…"). A message forwarded within the text
    tells them instead. Of a page saved as MHTML the page itself is read, with its address. Pictures, signatures and
    invitations are passed over. The messages of a mailbox are ``name#1`` on.
    """
    starts = [found.end() for found in _ENVELOPE.finditer(data)]
    if len(starts) < 2 or data.lstrip()[:5] != b"From ":
        yield from _parsed(name, data, inner)
        return
    for number, (start, end) in enumerate(zip(starts[:MAX_MESSAGES], (*starts[1:], len(data))), start=1):
        message = data[start:end] if end == len(data) else data[start : data.rfind(b"\nFrom ", start, end)]
        yield from _parsed(f"{name}#{number}", _QUOTED_ENVELOPE.sub(rb"\1", message), inner)
    if len(starts) > MAX_MESSAGES:
        yield Problem(
            name, None, f"more than {MAX_MESSAGES:,} messages in this mailbox; the rest was not read: split it"
        )


def _parsed(name: str, data: bytes, inner: Inner) -> Iterator[Found]:
    message = _message_of(data)
    if isinstance(message, str):
        yield Problem(name, None, message)
    else:
        yield from _message(name, message, inner, 0)


def _message_of(data: bytes) -> Message | str:
    """The message, or why it cannot be read. Parsing costs lines times nested parts: they are counted before."""
    if len(data) > MAX_MAIL:
        size, cap = len(data) / 1e6, MAX_MAIL / 1e6
        return f"a mail of {size:.0f} MB; at most {cap:.0f} MB are read: save its attachments apart"
    if (data.count(b"\n") + data.count(b"\r")) * (1 + data.lower().count(b"multipart")) > _MAX_WORK:
        return "a mail with too many lines and parts to parse; save the messages or attachments in it apart"
    try:
        return message_from_bytes(data.lstrip(), policy=_Policy())
    except Exception as error:  # the parser does not promise to cope with hostile input
        kind = type(error).__name__
        return f"this mail could not be parsed ({kind}); save its text as .txt or its page as .html"


def _message(name: str, message: Message, inner: Inner, depth: int) -> Iterator[Found]:
    """A message's text and attachments. What is wrong with one part costs that part only."""
    if _type(message) in _ENCRYPTED:
        yield Problem(name, None, "this mail is encrypted; save its text as .txt where you can read it")
        return
    parts: list[Message] = []
    _leaves(message, parts)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield Problem(name, None, "this mail is cut off, so that its last part may be too: fetch or save it again")
    page = _root_page(message, parts)
    if page is not None:
        yield from inner(name, _payload(page), _page_hint(message, page))
        return
    rich, plain, rest = _sorted(parts)
    found = 0
    if rich or plain:
        found += 1
        yield from _text(name, rich, plain, _hint(message), inner)
    for number, part in enumerate(rest, start=1):
        found += 1
        yield from _attached(f"{name}#{number}", part, inner, depth)
    if len(parts) >= _MAX_PARTS:
        yield Problem(name, None, f"more than {_MAX_PARTS} parts in this mail; the rest was not read: save them apart")
    if not found:
        yield Problem(name, None, "no text in this mail; save the article that it shows as .html or .txt")


def _leaves(message: Message, parts: list[Message]) -> None:
    """The parts that hold something, in order; a forwarded message is one part."""
    stack: list[Any] = [message]
    while stack and len(parts) < _MAX_PARTS:
        part = stack.pop()
        content = part.get_payload()
        if isinstance(content, list) and _type(part) not in ("message/rfc822", "message/global"):
            stack += reversed(content)
        else:
            parts.append(part)


def _sorted(parts: Sequence[Message]) -> tuple[list[Message], list[Message], list[Message]]:
    """The text as HTML and as plain text, in several parts where attachments divide it; what else may be read."""
    rich: list[Message] = []
    plain: list[Message] = []
    rest = []
    for part in parts:
        kind = _type(part)
        named = bool(_parameter(part, "name") or _parameter(part, "filename", "content-disposition"))
        attached = _disposition(part) == "attachment" or (named and len(parts) > 1)
        if kind == "text/html" and not attached:
            rich.append(part)
        elif kind == "text/plain" and not attached:
            plain.append(part)
        elif kind.split("/")[0] not in _NO_ARTICLE and kind not in _NO_ARTICLE_TYPES:
            rest.append(part)
    return rich, plain, rest


def _text(name: str, rich: list[Message], plain: list[Message], hint: Hint, inner: Inner) -> Iterator[Found]:
    """The HTML's article; the plain text's if there is none in it, or if the HTML is but a shell."""
    shown = _read(name, rich, replace(hint, content_type="text/html"), inner)
    written = _read(name, plain, replace(hint, content_type="text/plain"), inner) if _words(plain) or not rich else []
    better = _drafted(written) and _count(written) > _MORE * _count(shown)
    chosen = written if better or not _drafted(shown) else shown
    if _drafted(chosen):
        yield from (unwrapped(found, hint) if isinstance(found, Draft) else found for found in chosen)
    elif shown or written:
        yield (shown or written)[0]
    else:
        yield Problem(name, None, "the text of this mail is empty; its attachments were read if it has any")


def _words(parts: Sequence[Message]) -> int:
    return sum(len(_payload(part).split()) for part in parts)


def _drafted(found: Sequence[Found]) -> bool:
    return any(isinstance(entry, Draft) for entry in found)


def _count(found: Sequence[Found]) -> int:
    return sum(len(entry.body.split()) for entry in found if isinstance(entry, Draft))


def _read(name: str, parts: Sequence[Message], hint: Hint, inner: Inner) -> list[Found]:
    """What is in a text, its parts together. Lines that were broken for sending only are joined."""
    texts: list[str] = []
    found: list[Found] = []
    for part in parts:
        payload = _payload(part)
        if not payload.strip():
            continue
        if len(parts) == 1 and not _flowed(part):
            return list(inner(name, payload, replace(hint, charset=_charset(part))))
        decoded = decoding.decode(payload, _charset(part))
        if decoded.problem or decoded.note:
            found.append(Problem(name, decoded.at, decoded.problem or decoded.note or ""))
        texts.append(_joined(decoded.text, _parameter(part, "delsp")) if _flowed(part) else decoded.text)
    text = "\n\n".join(texts).encode("utf-8", "replace")
    return found + list(inner(name, text, replace(hint, charset="utf-8"))) if text.strip() else found


def _flowed(part: Message) -> bool:
    return _parameter(part, "format").lower() == "flowed"


def _joined(text: str, delete_space: str) -> str:
    """Text in "format=flowed" (RFC 3676): a line that ends in a space goes on in the next one of as many ">"."""
    lines: list[list[str]] = []
    going_on: str | None = None
    for raw in text.splitlines():
        content = raw.lstrip(">")
        quotes = raw[: len(raw) - len(content)]
        content = content[1:] if content.startswith(" ") else content
        if going_on == quotes:
            lines[-1].append(content)
        else:
            lines.append([f"{quotes} " if quotes else "", content])
        going_on = quotes if content.endswith(" ") and content != "-- " else None
        if going_on is not None and delete_space.lower() == "yes":
            lines[-1][-1] = content[:-1]
    return "\n".join("".join(pieces) for pieces in lines)


def _attached(name: str, part: Message, inner: Inner, depth: int) -> Iterator[Found]:
    if _type(part) in _ENCRYPTED:
        yield Problem(name, None, "this part of the mail is encrypted; save its text as .txt where you can read it")
        return
    if _type(part) not in ("message/rfc822", "message/global"):
        payload = _payload(part)
        if payload.strip():
            place = _header(part, "Content-Location")
            url = place if place.lower().startswith(("http://", "https://")) else None
            yield from inner(name, payload, Hint(url=url, content_type=_type(part), charset=_charset(part)))
        return
    if depth + 1 >= _DEEPEST:
        yield Problem(name, None, f"messages forwarded more than {_DEEPEST} deep; save the inner one as a file")
        return
    content = part.get_payload()
    for message in content[:1] if isinstance(content, list) else ():
        yield from _forwarded(name, part, message, inner, depth + 1)


def _forwarded(name: str, part: Message, message: Any, inner: Inner, depth: int) -> Iterator[Found]:
    """A message attached to another. Some programs encode it in base64, which the standard forbids."""
    found: Message | str = message
    if not message.keys() and _header(part, "Content-Transfer-Encoding").lower() == "base64":
        message["Content-Transfer-Encoding"] = "base64"
        found = _message_of(_payload(message))
    if isinstance(found, str):
        yield Problem(name, None, found)
    else:
        yield from _message(name, found, inner, depth)


# pages saved as MHTML


def _root_page(message: Message, parts: Sequence[Message]) -> Message | None:
    """The page of a message that is a saved page: the part that ``start`` names, or the first in HTML."""
    if _type(message) not in ("multipart/related", "text/html"):
        return None
    if not _header(message, "Snapshot-Content-Location"):
        sent = any(_header(message, field) for field in ("To", "Received", "Delivered-To", "Message-ID"))
        if sent or not any(_header(part, "Content-Location") for part in parts):
            return None
    pages = [part for part in parts if _type(part) in ("text/html", "application/xhtml+xml")]
    start = _parameter(message, "start")
    named = [part for part in pages if start and _header(part, "Content-ID").strip("<> ") == start.strip("<> ")]
    return next(iter(named or pages), None)


def _page_hint(message: Message, page: Message) -> Hint:
    """The date of such a message is when the page was saved, so that it is no hint."""
    places = (_header(message, "Snapshot-Content-Location"), _header(page, "Content-Location"))
    url = next((place for place in places if place.lower().startswith(("http://", "https://"))), None)
    title = _header(message, "Subject") or None
    return Hint(url=url, content_type="text/html", charset=_charset(page), title=title)


# headers


def _hint(message: Message) -> Hint:
    title = PREFIX.sub("", _header(message, "Subject")) or None
    return Hint(published=_date(_header(message, "Date")), title=title, outlet=outlet_of(message))


def outlet_of(message: Message) -> str | None:
    """The sender's name, if what it sends goes out to many: who forwards an article did not publish it.

    Of a list to which its members write it is the list's name.
    """
    sender = _header(message, "From")
    if _header(message, "List-Post") and not _header(message, "List-Post").upper().startswith("NO"):
        return _header(message, "List-Id").rpartition("<")[0].strip("\"' ") or None
    listed = any(_header(message, field) for field in ("List-Id", "List-Unsubscribe"))
    bulk = _header(message, "Precedence").lower() in ("bulk", "list")
    shown, _, address = sender.rpartition("<")
    if not (listed or bulk or DESK.match(address.strip("<> "))):
        return None
    return shown.strip().strip("\"'").strip() or address.rpartition("@")[2].strip("> ") or None


def _date(value: str) -> str | None:
    """The date of a message as ISO text; a damaged one is none, since the text may tell its own."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: Message, field: str) -> str:
    """A header's text on one line; empty where there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == field.lower()), "")
    if not raw.isascii():
        raw = decoding.decode(raw.encode("utf-8", "surrogateescape")).text
    return " ".join(_unencoded(raw).split())


def _unencoded(raw: str) -> str:
    """A header without encoded words (RFC 2047); those in one encoding are joined first, as some cut letters in two."""
    pieces: list[str] = []
    at = 0
    held, charset = b"", ""
    for found in _ENCODED.finditer(raw):
        between = raw[at : found.start()]
        if held and (between.strip() or found[1].lower() != charset):
            pieces.append(decoding.decode(held, charset).text)
            held = b""
        pieces += [between] if between.strip() or not at else []
        charset = found[1].lower()
        held += _word(found[2].lower(), found[3])
        at = found.end()
    return "".join((*pieces, decoding.decode(held, charset).text, raw[at:]))


def _word(kind: str, content: str) -> bytes:
    if kind == "q":
        return header_decode(content).encode("latin-1", "replace")
    return b"".join(map(_decoded, _SPACE.sub("", content).split("=")))


def _type(part: Message) -> str:
    return str(part.get_content_type())


def _disposition(part: Message) -> str:
    return (part.get_content_disposition() or "").lower()


def _parameter(part: Message, name: str, header: str = "content-type") -> str:
    try:
        found = part.get_param(name, header=header)
    except Exception:  # the header's grammar raises all kinds of errors; a part is read without the parameter
        return ""
    return str(found[2] if isinstance(found, tuple) else found or "")


def _charset(part: Message) -> str | None:
    return _parameter(part, "charset").strip("\"' ").lower() or None


def _payload(part: Message) -> bytes:
    content = part.get_payload()
    if isinstance(content, str) and _header(part, "Content-Transfer-Encoding").lower() == "base64":
        if " " not in content[:1000].strip():  # else it is not what it says
            return b"".join(map(_decoded, _SPACE.sub("", content).split("=")))
        return content.encode("utf-8", "surrogateescape")
    try:
        found = part.get_payload(decode=True)
    except Exception:  # a transfer encoding that is none
        found = str(content).encode("utf-8", "surrogateescape")
    return found if isinstance(found, bytes) else b""


def _decoded(content: str) -> bytes:
    """Base64 without its padding; of what was cut off, as much as is there."""
    whole = content[: -1 if len(content) % 4 == 1 else None]
    return base64.b64decode(whole + "=" * (-len(whole) % 4))
