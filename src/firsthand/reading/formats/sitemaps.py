"""The XML that sites publish, made safe to parse: sitemaps, read here, and feeds, cut to what is read of them."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from firsthand.model import Problem
from firsthand.reading import decoding
from firsthand.reading.draft import Address, Found, Hint

MAX_ADDRESSES = 50_000
"""Addresses that are read of one sitemap: as many as the protocol allows."""

MAX_SITEMAP = 52_428_800
"""Bytes of one sitemap: as many as the protocol allows."""

_MAX_MARKS = 1_500_000
_LONGEST = 1000
_LONGEST_ADDRESS = 4000
_MANY = 20
_REMEDY = "split it, or give the sitemaps that it was made of"
_NEWS = {"publication_date": "published", "title": "title", "name": "outlet"}
# what is said of a page's images and videos has the same names as what is said of its news
_OTHERS = frozenset(("image", "video"))

# nothing is fetched, no entity put in its place; the parser's own limits on depth and length hold
_SAFE: dict[str, Any] = {
    "load_dtd": False, "no_network": True, "resolve_entities": False, "huge_tree": False, "recover": True,
    "remove_comments": True, "remove_pis": True,
}  # fmt: skip
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<[\w.:-]{1,80}")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{2,30})")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_BARE = re.compile(r"&(?!#?\w{1,32};)")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):[A-Za-z]")
_DECLARED = re.compile(r"xmlns:([\w.-]{1,40})\s*=")
_MOST_PREFIXES = 50
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
_OF_FEED = frozenset(("title", "link", "language", "dc:language", "author"))
_TEXTS = frozenset(("content:encoded", "content", "description", "summary", "atom:content", "atom:summary"))
_OF_ENTRY = _TEXTS | frozenset(
    ("title", "link", "guid", "id", "author", "dc:creator", "atom:author", "category", "dc:subject", "source",
     "published", "pubdate", "issued", "created", "updated", "modified", "dc:date", "dcterms:issued",
     "dcterms:modified", "atom:published", "atom:updated", "atom:link", "feedburner:origlink")
)  # fmt: skip
_MAIL = re.compile(r"\S{1,200}@[\w.-]+")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ATTRIBUTES = frozenset(
    ("href", "rel", "type", "mode", "term", "label", "url", "src", "version", "isPermaLink", f"{_XML}base",
     f"{_XML}lang", f"{{{_NAMESPACES['rdf']}}}about")
)  # fmt: skip


# sitemaps


def read_sitemap(name: str, data: bytes) -> Iterator[Found]:
    """An address for each page of a sitemap, for each sitemap of an index: ``name#number``.

    What a news sitemap says (title, publication date, outlet) is the hint. ``lastmod`` is none, since it says when a
    page last changed. Names count without their namespaces, which sites write in many ways.
    """
    if len(data) > MAX_SITEMAP or data.count(b"<") > _MAX_MARKS:
        cap = f"{MAX_SITEMAP / 1e6:.0f} MB or {_MAX_MARKS:,} tags"
        yield Problem(name, None, f"a sitemap of {len(data) / 1e6:.1f} MB; at most {cap} are read: {_REMEDY}")
        return
    decoded = decoded_xml(data)
    if decoded.problem or decoded.note:
        yield Problem(name, decoded.at, decoded.problem or decoded.note or "")
    if not decoded.problem:
        yield from _listed(name, decoded.text)


def _listed(name: str, text: str) -> Iterator[Found]:
    walk = etree.iterparse(io.BytesIO(_prepared(text).encode("utf-8", "replace")), ("start", "end"), **_SAFE)
    count = read = 0
    broken = None
    try:
        for said in _complete(_pages(walk), text):
            count += 1
            if count <= MAX_ADDRESSES:
                found = _address(f"{name}#{count}", said)
                read += isinstance(found, Address)
                yield found
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        broken = str(error)
    wrong = _first_error(walk) or (broken and (1, broken))
    if wrong:
        message = f"malformed sitemap at line {wrong[0]} ({wrong[1]}); {read:,} addresses were read: fetch it again"
        yield Problem(name, _start_of(wrong[0], text), message)
    elif not count:
        yield Problem(name, None, "no addresses in this sitemap: give the one that lists the articles' pages")
    if count > MAX_ADDRESSES:
        yield Problem(name, None, f"{count:,} addresses; only the first {MAX_ADDRESSES:,} were read: {_REMEDY}")


def _complete(pages: Iterator[dict[str, str]], text: str) -> Iterator[dict[str, str]]:
    """The pages, without the last if the text breaks off: it may have half an address."""
    held = None
    for said in pages:
        if held is not None:
            yield held
        held = said
    if held is not None and text.rstrip().endswith(">"):
        yield held


def _pages(walk: Any) -> Iterator[dict[str, str]]:
    """What is said of each page: the texts in its element, by field."""
    said: dict[str, str] = {}
    page = None
    others = 0
    for event, element in walk:
        local = _local(element)
        if event == "start":
            others += local in _OTHERS
            if page is None and local in ("url", "sitemap"):
                page, said = element, {}
            continue
        if local in _OTHERS:
            others -= 1
        elif element is page:
            yield said
            page = None
        elif page is not None and not others:
            field = "url" if local == "loc" else _NEWS.get(local)
            text = " ".join((element.text or "").split())
            if field and text:
                said.setdefault(field, text[:_LONGEST_ADDRESS])
        _forget(element)


def _forget(element: Any) -> None:
    """Frees an element that was read, and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _address(path: str, said: dict[str, str]) -> Found:
    url = said.pop("url", "")
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and parts.netloc:
        return Address(path, url, Hint(url=url, **said))
    shown = f"the address {url[:100]!r}" if url else "an entry without an address"
    return Problem(path, None, f"{shown} leads to no page: the sitemap must give full http(s) addresses")


# XML as sites write it


def decoded_xml(data: bytes) -> decoding.Decoded:
    """The text of XML bytes: by their mark or their letters, else by the encoding that they declare."""
    declared = _ENCODING.search(data[:400])
    return decoding.decode(data, declared[1].decode("ascii") if declared else None)


def _prepared(text: str) -> str:
    """XML without what makes parsers fetch, swell or give up: no declaration, no DOCTYPE and so no entities of its own.

    HTML's named characters become numbers; prefixes that nothing declares are declared. Lines keep their numbers.
    """
    text = text.removeprefix("\ufeff")
    start = 0
    while found := _PROLOG.match(text, start):
        start = found.end()
    root = _ROOT.match(text, start)
    if root is None:
        return text[start:]
    used = {found[1] for found in _PREFIX.finditer(text, start)} - {"xml", *_DECLARED.findall(text)}
    missing = sorted(used, key=lambda prefix: (prefix not in _NAMESPACES, prefix))[:_MOST_PREFIXES]
    declared = "".join(f' xmlns:{prefix}="{_NAMESPACES.get(prefix, "urn:" + prefix)}"' for prefix in missing)
    body = _ENTITY.sub(_character, text[root.end() :])
    return "\n" * text.count("\n", 0, start) + root.group() + declared + body


def _character(found: re.Match[str]) -> str:
    if found[1] in _OF_XML:
        return found.group()
    letters = html5.get(found[1] + ";")
    return "".join(f"&#{ord(letter)};" for letter in letters) if letters else f"&amp;{found[1]};"


def _recovered(text: str) -> tuple[Any, tuple[int, str] | None]:
    """The tree of an XML text, or as much as can be had of it; line and kind of the first error in it."""
    parser = etree.XMLParser(**_SAFE)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, _first_error(parser) or ((1, "no tag") if root is None else None)


def _first_error(parser: Any) -> tuple[int, str] | None:
    found = next((entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR), None)
    return (found.line, " ".join(found.message.split())) if found else None


def _start_of(line: int, text: str) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _namespace(element: Any) -> str:
    return str(element.tag).rpartition("}")[0].lstrip("{")


# feeds


@dataclass(frozen=True, slots=True)
class CutFeed:
    """A feed cut to what is read of it, as well-formed XML; ``said`` gives each entry's short texts by their tags.

    ``wrong`` is the line and kind of the first error, ``at`` its line's first character. ``total`` counts all entries.
    An entry that the end of the text cuts off is left out.
    """

    xml: bytes
    said: tuple[dict[str, str], ...]
    total: int
    wrong: tuple[int, str] | None
    at: int | None


def cut_feed(text: str, most: int) -> CutFeed:
    """A feed for feedparser, with ``most`` entries: of long names, of many categories and of inline markup that takes
    the square of the time (60,000 letters of an author's name: 16 seconds)."""
    whole = _prepared(text)
    root, wrong = _recovered(whole)
    if wrong:  # what the parser drops where it is not mended before
        root, _ = _recovered(_BARE.sub("&amp;", _NO_XML.sub("", whole)))
    at = _start_of(wrong[0], text) if wrong else None
    if root is None:
        return CutFeed(b"", (), 0, wrong, at)
    entries = list(_entries(root))
    total = len(entries) - bool(wrong and entries and _breaks_off(text))
    for entry in entries[min(most, total) :]:
        entry.getparent().remove(entry)
    said = tuple(map(_cut_entry, entries[: min(most, total)]))
    return CutFeed(etree.tostring(root, encoding="utf-8", xml_declaration=True), said, total, wrong, at)


def _breaks_off(text: str) -> bool:
    """Whether an entry begins after the last one that ends."""
    return max(text.rfind("<item"), text.rfind("<entry")) > max(text.rfind("</item"), text.rfind("</entry"))


def _entries(root: Any) -> Iterator[Any]:
    """A feed's entries; beside them only what is read of the feed itself is left in its tree."""
    counts = Counter[str]()
    _cut_attributes(root)
    for top in list(root):
        for child in list(top) if _local(top) == "channel" else [top]:
            key = _key(child, _namespace(top))
            counts[key] += 1
            if _local(child) in ("item", "entry"):
                yield child
            elif key in _OF_FEED and counts[key] <= _MANY:
                _shortened(child)
            else:
                child.getparent().remove(child)


def _key(element: Any, base: str) -> str:
    """A tag's name in small letters, with the usual prefix if its namespace is not that of the element around it."""
    namespace = _namespace(element)
    return ("" if namespace in ("", base) else _PREFIXES.get(namespace, "?") + ":") + _local(element)


def _cut_entry(entry: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    counts = Counter[str]()
    _cut_attributes(entry)
    for child in list(entry):
        key = _key(child, _namespace(entry))
        counts[key] += 1
        if key not in _OF_ENTRY or counts[key] > _MANY:
            entry.remove(child)
        elif key in _TEXTS:
            _escaped(child)
        else:
            said.setdefault(key, _shortened(child))
    return said


def _escaped(element: Any) -> None:
    """Makes inline markup (XHTML) the text of its element. What is packed (pictures, base64) is left out."""
    kind = element.get("type", "")
    if element.get("mode") == "base64" or ("/" in kind and not kind.startswith("text/") and not kind.endswith("xml")):
        element.clear()
    _cut_attributes(element)
    if len(element):
        inner = etree.Element("div")
        inner.text = element.text
        inner.extend(list(element))
        for inside in inner.iterdescendants("*"):
            inside.tag = _local(inside)
        element.text = etree.tostring(inner, encoding="unicode", method="html")[len("<div>") : -len("</div>")]
        element.set("type", "html")
    if element.text and "]]>" not in element.text:  # each character that is escaped costs feedparser a call
        element.text = etree.CDATA(element.text)


def _shortened(element: Any) -> str:
    """Cuts an element's texts, and gives the first: a person's or an outlet's name may stand one level down."""
    if _local(element) == "title":
        _escaped(element)
    del element[_MANY:]
    for inside in element:
        del inside[:]
    for part in element.iter("*"):
        _cut_attributes(part)
        part.text = (part.text or "")[:_LONGEST]
    if _local(element) == "author":  # "mail (name)": feedparser knows addresses under short domains only
        element.text = _MAIL.sub("", element.text).strip(" ()<>[]\r\n\t")
    return next((text for part in element.iter("*") if (text := part.text.strip())), "")


def _cut_attributes(element: Any) -> None:
    if len(element.attrib) > 5 * _MANY:  # one by one they would take the square of the time
        element.attrib.clear()
    for key, value in element.attrib.items():
        if key not in _ATTRIBUTES or len(value) > _LONGEST:
            del element.attrib[key]
