"""Feeds: RSS and Atom through feedparser, JSON Feed. Entries with their whole text are articles, the rest addresses."""

import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from firsthand.model import Problem
from firsthand.reading import dates, metadata
from firsthand.reading.cleaning.lines import features
from firsthand.reading.draft import Address, Draft, Found, Hint, Inner
from firsthand.reading.formats.sitemaps import cut_feed, decoded_xml, read_sitemap

__all__ = ["MAX_ENTRIES", "MAX_FEED", "read_feed", "read_sitemap"]

MAX_FEED = 50_000_000
"""Bytes that are read of one feed."""

MAX_ENTRIES = 10_000
"""Entries that are read of one feed."""

_MAX_MARKS = 800_000
_MARKS = (b"<", b"&", b"=", b"{", b"[", b'",', b"u003c", b"u003C")
_LONGEST = 2000
_MANY = 20
_LEAST_WORDS = 60
_DESCRIPTION_WORDS = 150
_AGAIN = "fetch it again later, or save the articles' pages"

_AUTHORS = ("author", "dc:creator", "atom:author")
_PUBLISHED = ("published", "pubdate", "issued", "dcterms:issued", "atom:published", "dc:date", "created")
_MODIFIED = ("updated", "modified", "atom:updated", "dcterms:modified")
_SPELT = {"pubdate": "pubDate"}

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,4000}>")
_PAGE = re.compile(r"\s*(?:<!doctype\s+html|<html\b|<\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html\b)", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|br|div|li|h[1-6]|tr|blockquote|section)\b", re.IGNORECASE)
_BREAKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
     "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
     "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul")
)  # fmt: skip
_DROPPED = (
    "script", "style", "noscript", "iframe", "object", "embed", "video", "audio", "form", "button", "select", "svg",
    "math", "template", "head",
)  # fmt: skip
_FOOTER = re.compile(
    r"(?:the (?:post|article|story)|this (?:article|post|story))\b.{0,600}?"
    r"\b(?:appeared first|first appeared|originally appeared|was (?:first|originally) published)\b",
    re.IGNORECASE,
)
_OPENING = r"(?:^|[^\w\s,;]\s*)"
_GOES_ON = re.compile(
    _OPENING + r"(?:continue reading|keep reading|read (?:on|full)\b|read the (?:full|rest|whole|complete|entire)\b|"
    r"(?:click|tap) (?:here )?(?:to|for) (?:read|more)|view (?:the )?(?:full|original))[^.!?]{0,120}\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(_OPENING + r"(?:(?:read|see|learn|find out) more\b[^.!?]{0,120}|more)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of an entry as the feed gives it; ``offered`` as the article, or else as its summary."""

    value: str
    html: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph; ``href`` is its last link, ``linked`` whether it is nothing but links."""

    text: str
    href: str | None = None
    linked: bool = False


def read_feed(name: str, data: bytes, inner: Inner) -> Iterator[Found]:
    """The entries of a feed, ``name#number``: an article where its whole text is given, else an address.

    What the feed says of an article counts before what is found in its text. Whole is a content of two paragraphs or
    60 words that does not break off, or such a description of 150 words or several paragraphs.
    """
    if len(data) > MAX_FEED:
        yield Problem(name, None, f"a feed of over {MAX_FEED / 1e6:.0f} MB, as much as is read of one: split it")
    elif sum(map(data.count, _MARKS)) > _MAX_MARKS:  # what the time and memory for parsing grow with
        yield Problem(name, None, f"a feed with over {_MAX_MARKS:,} tags and attributes: split it")
    elif data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        yield from _json_feed(name, data, inner)
    else:
        yield from _xml_feed(name, data, inner)


def _found(entry: Draft, texts: list[_Text], inner: Inner) -> Iterator[Found]:
    """What an entry is: ``entry`` has all its fields but the text."""
    entry = replace(entry, rules={field: rule for field, rule in entry.rules.items() if getattr(entry, field)})
    hint = Hint(entry.url, "text/html", "utf-8", entry.published, entry.title, entry.outlet)
    best: list[_Line] = []
    for text in texts:
        if text.html and _PAGE.match(text.value):
            page = inner(entry.path, text.value.encode("utf-8", "replace"), hint)
            drafts = [found for found in page if isinstance(found, Draft)]
            if drafts:
                yield from (_completed(draft, entry) for draft in drafts)
                return
        lines = _without_footer(_lines(text), entry)
        if _is_whole(lines, text.offered, entry.url):
            yield replace(entry, body=_joined(lines), description=_standfirst(texts, text))
            return
        best = max(best, lines, key=lambda found: sum(len(line.text) for line in found))
    if entry.url:
        yield Address(entry.path, entry.url, replace(hint, content_type=None, charset=None))
    elif best:
        yield replace(entry, body=_joined(best))
    else:
        yield Problem(entry.path, None, "an entry with neither text nor link: look for it on the outlet's site")


def _completed(draft: Draft, entry: Draft) -> Draft:
    """An article whose content is a page of its own, with what the feed says of it."""
    given = {field: getattr(entry, field) for field in entry.rules}
    return replace(draft, **given, rules={**draft.rules, **entry.rules})


def _standfirst(texts: list[_Text], taken: _Text) -> str | None:
    """The summary beside a whole text, unless it only begins to tell the same."""
    for text in texts:
        if not text.offered and text.value != taken.value:
            lines = _lines(text)
            words = sum(len(line.text.split()) for line in lines)
            if lines and words < _DESCRIPTION_WORDS and not _breaks_off(lines[-1], None):
                return " ".join(line.text for line in lines)
    return None


# whole or not


def _is_whole(lines: list[_Line], offered: bool, url: str | None) -> bool:
    """Whether paragraphs are the whole article. A list of links is none, however long."""
    told = next((i for i in range(len(lines), 0, -1) if not _FOOTER.match(lines[i - 1].text[:900])), 0)
    if not told or _breaks_off(lines[told - 1], url):
        return False
    prose = [line.text for line in lines[:told] if not line.linked]
    words = sum(len(text.split()) for text in prose)
    paragraphs = len(list(islice((text for text in prose if len(text) > 40 and features(text, 0).real), 3)))
    if offered:
        return paragraphs >= 2 or words >= _LEAST_WORDS
    return words > _DESCRIPTION_WORDS or paragraphs >= 3 or (paragraphs == 2 and words >= _LEAST_WORDS)


def _breaks_off(line: _Line, url: str | None) -> bool:
    """Whether a last line leads on: with dots, or to the rest of the text. "Read more" may lead to another story."""
    tail = line.text[-200:]
    if features(tail, 0).cut_short or _GOES_ON.search(tail):
        return True
    return _MORE.search(tail) is not None and (not line.href or not url or _same(line.href, url))


def _same(one: str, other: str) -> bool:
    return re.split(r"[?#]", one)[0].rstrip("/") == re.split(r"[?#]", other)[0].rstrip("/")


def _without_footer(lines: list[_Line], entry: Draft) -> list[_Line]:
    """The lines without "The post … appeared first on …" of the feed itself; of another outlet it tells the channel."""
    last = lines[-1] if lines else _Line("")
    own = last.href and metadata.host(last.href) == metadata.host(entry.url)
    named = not last.href and entry.outlet and entry.outlet.lower() in last.text.lower()
    return lines[:-1] if (own or named) and _FOOTER.match(last.text[:900]) else lines


# fragments of HTML, in which trafilatura loses captions, lone paragraphs and text without tags


def _lines(text: _Text) -> list[_Line]:
    value = text.value
    if not text.html or not _TAG.search(value):
        plain = unescape(value) if text.html else value
        return [_Line(" ".join(line.split())) for line in plain.splitlines() if line.strip()]
    if not _BLOCK.search(value):  # paragraphs as an editor's text box has them
        value = re.sub(r"\n[ \t\r]*\n", "<br>", value)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(f"<div>{value}</div>".encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or any("depth" in entry.message for entry in parser.error_log):
        return [_Line(" ".join(unescape(line).split())) for line in _TAG.sub("\n", value).splitlines() if line.strip()]
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    return list(_paragraphs(root))


def _paragraphs(root: Any) -> Iterator[_Line]:
    pieces: list[str] = []
    links, outside, href = 0, False, None
    for event, element in etree.iterwalk(root, ("start", "end")):
        tag = element.tag
        if tag in _BREAKS:
            yield from _line(pieces, href, not outside)
            pieces, outside, href = [], False, None
        elif tag == "a":
            links += 1 if event == "start" else -1
            href = element.get("href") or href
        elif tag in ("td", "th") and event == "start" and any(piece.strip() for piece in pieces):
            pieces.append(" | ")
        words = element.text if event == "start" else element.tail
        if words:
            pieces.append(words)
            outside = outside or (not links and any(map(str.isalnum, words)))
    yield from _line(pieces, href, not outside)


def _line(pieces: list[str], href: str | None, linked: bool) -> Iterator[_Line]:
    text = " ".join("".join(pieces).split())
    if text:
        yield _Line(text, href, linked and href is not None)


def _joined(lines: list[_Line]) -> str:
    """The text. A headline that is nothing but a link gets a bullet, by which the rules for furniture know it."""
    return "\n".join("• " * (line.linked and not features(line.text, 0).ends) + line.text for line in lines)


# RSS and Atom


def _xml_feed(name: str, data: bytes, inner: Inner) -> Iterator[Found]:
    decoded = decoded_xml(data)
    if decoded.problem or decoded.note:
        yield Problem(name, decoded.at, decoded.problem or decoded.note or "")
    if decoded.problem:
        return
    try:
        cut = cut_feed(decoded.text, MAX_ENTRIES)
        # as a stream: a string or bytes could be taken for an address or a file's name, and opened
        parsed = feedparser.parse(io.BytesIO(cut.xml), sanitize_html=False, resolve_relative_uris=False)
        entries = [
            (_draft(f"{name}#{number}", entry, said, parsed), list(_texts(entry)))
            for number, (entry, said) in enumerate(zip(parsed.entries, cut.said), start=1)
        ]
    except Exception as error:  # parsers met with hostile input may raise anything; other files must still be read
        yield Problem(name, None, f"this feed could not be read ({type(error).__name__}): {_AGAIN}")
        return
    if cut.wrong:
        message = f"malformed feed at line {cut.wrong[0]} ({cut.wrong[1]}); {len(entries):,} entries read: {_AGAIN}"
        yield Problem(name, cut.at, message)
    elif not cut.total:
        yield Problem(name, None, f"a feed without entries: {_AGAIN}")
    if cut.total > MAX_ENTRIES:
        yield Problem(name, None, f"{cut.total:,} entries; only the first {MAX_ENTRIES:,} were read: split the feed")
    for draft, texts in entries:
        yield from _found(draft, texts, inner)


def _texts(entry: Any) -> Iterator[_Text]:
    """The texts of an entry, what is offered as its content first."""
    for content in entry.get("content", ()):
        yield _Text(str(content.get("value") or ""), content.get("type") != "text/plain", True)
    if summary := entry.get("summary"):
        yield _Text(str(summary), entry.get("summary_detail", {}).get("type") != "text/plain", False)


def _draft(path: str, entry: Any, said: dict[str, str], parsed: Any) -> Draft:
    """What RSS or Atom says of an article, with the rule for each field."""
    kind = "Atom" if str(parsed.version).startswith("atom") else "RSS"
    about = parsed.feed
    base = _address(about.get("link"), "")
    links = (entry.get("feedburner_origlink"), entry.get("link"), *(c.get("src") for c in entry.get("content", ())))
    source = _plain(entry.get("source", {}).get("title"))
    outlet = source or _outlet(about.get("title"), base)
    url = next((found for link in links if (found := _address(link, base))), None)
    if entry.get("guidislink"):  # often said of what is no address
        url = _address(said.get("guid"), "") or None
    published, published_by = _date(said, _PUBLISHED, kind, dict.get(entry, "published_parsed"))
    modified, modified_by = _date(said, _MODIFIED, kind, dict.get(entry, "updated_parsed"))
    authors, of = _names(entry), f"{kind} {_first(_AUTHORS, said)}"
    if not authors and kind == "Atom":
        authors, of = _names(about), "Atom feed author"
    sections = [_plain(tag.get("label") or tag.get("term")) for tag in entry.get("tags", ())]
    section = next((tag for tag in sections if tag and tag.lower() != "uncategorized"), None)
    rules = {
        "title": f"{kind} title", "url": f"{kind} link", "outlet": f"{kind} source" if source else "feed title",
        "authors": of, "published": published_by, "modified": modified_by,
        "section": f"{kind} {_first(('category', 'dc:subject'), said)}", "language": "feed language",
    }  # fmt: skip
    return Draft(
        path, "", title=_plain(entry.get("title")), url=url, outlet=outlet, authors=authors, published=published,
        modified=modified, section=section, language=about.get("language"), rules=rules,
    )  # fmt: skip


def _first(keys: tuple[str, ...], said: dict[str, str]) -> str:
    return next((key for key in keys if said.get(key)), keys[0])


def _date(said: dict[str, str], keys: tuple[str, ...], kind: str, parsed: Any) -> tuple[str | None, str]:
    """A date as it is written; if only feedparser can read it, as feedparser does. And the rule."""
    key = _first(keys, said)
    raw = said.get(key)
    if raw and parsed and dates.normalised(raw)[0] is None:
        raw = time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
    return raw or None, f"{kind} {_SPELT.get(key, key)}"


def _names(of: Any) -> tuple[str, ...]:
    names = [_plain(author.get("name")) for author in of.get("authors", ())]
    return tuple(name for name in names if name and "@" not in name)


def _plain(value: Any) -> str | None:
    """A short text on one line, without the markup that feeds put in it."""
    return " ".join(unescape(_TAG.sub("", value[:_LONGEST])).split()) or None if isinstance(value, str) else None


def _outlet(title: Any, url: str) -> str | None:
    """The outlet's name in a feed's title ("World | Veldmar Post"): the part that its address names, else all of it."""
    whole = _plain(title)
    site = next((label for label in reversed((metadata.host(url) or "").split(".")[:-1]) if len(label) > 2), "-")
    parts = {re.sub(r"\W", "", part.lower()): part for part in re.split(r"\s*[|»:]\s+|\s+[-–—>·]\s+", whole or "")}
    named = [name for name in parts if len(name) > 2 and (name in site or site in name)]
    return parts[max(named, key=len)] if named else whole


def _address(value: Any, base: str) -> str:
    """An absolute address on the web, or nothing."""
    try:
        url = urljoin(base, value.strip())[:_LONGEST] if isinstance(value, str) else ""
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


# JSON Feed


def _json_feed(name: str, data: bytes, inner: Inner) -> Iterator[Found]:
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"))
    except json.JSONDecodeError as error:
        yield Problem(name, error.pos, f"malformed JSON Feed at line {error.lineno} ({error.msg}): {_AGAIN}")
        return
    except (RecursionError, ValueError):
        yield Problem(name, None, f"a JSON Feed nested too deeply or with numbers too long to read: {_AGAIN}")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        yield Problem(name, None, f"a JSON Feed without items: {_AGAIN}")
        return
    if len(items) > MAX_ENTRIES:
        yield Problem(name, None, f"{len(items):,} entries; only the first {MAX_ENTRIES:,} were read: split the feed")
    for number, item in enumerate(items[:MAX_ENTRIES], start=1):
        path = f"{name}#{number}"
        if isinstance(item, dict):
            texts = [
                _Text(value, key == "content_html", key != "summary")
                for key in ("content_html", "content_text", "summary")
                if isinstance(value := item.get(key), str)
            ]
            yield from _found(_json_draft(path, item, feed), texts, inner)
        else:
            yield Problem(path, None, "an item of this JSON Feed is no object: give one article an object")


def _json_draft(path: str, item: dict[str, Any], feed: dict[str, Any]) -> Draft:
    base = _address(feed.get("home_page_url"), "")
    links = {key: _address(item.get(key), base) for key in ("url", "external_url")}
    links["id"] = _address(item.get("id"), "")
    key = next((key for key, link in links.items() if link), "url")
    tags = item.get("tags")
    authors = next((found for of in (item, feed) if (found := _json_names(of))), ())
    rules = {"title": "title", "url": key, "authors": "authors", "published": "date_published"}
    rules |= {"modified": "date_modified", "section": "tags", "language": "language"}
    return Draft(
        path, "", title=_plain(item.get("title")), url=links[key] or None,
        outlet=_outlet(feed.get("title"), base), authors=authors,
        published=item.get("date_published"), modified=item.get("date_modified"),
        section=_plain(tags[0]) if isinstance(tags, list) and tags else None,
        language=_plain(item.get("language")) or _plain(feed.get("language")),
        rules={**{field: f"JSON Feed {said}" for field, said in rules.items()}, "outlet": "feed title"},
    )  # fmt: skip


def _json_names(of: dict[str, Any]) -> tuple[str, ...]:
    """The authors of an item or a feed: a list since version 1.1, one before."""
    several = of.get("authors")
    found = several[:_MANY] if isinstance(several, list) else [of.get("author")]
    names = [_plain(author.get("name")) for author in found if isinstance(author, dict)]
    return tuple(name for name in names if name)
