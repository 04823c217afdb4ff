"""Articles in web pages, through trafilatura and htmldate."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import htmldate

from firsthand.model import Problem
from firsthand.reading.cleaning import markup
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats.statements import Statements

MAX_PAGE = 10_000_000
"""Characters of HTML that are looked at; pages of articles have a few hundred thousand."""

_MAX_DEPTH = 400
_MAX_TAGS = 200_000
_REMEDY = "paste the article's text into a .txt file"
_HIDDEN = re.compile(r"<(?=[snt])(script|style|noscript|svg|template)\b([^>]{0,2000})>", re.IGNORECASE)
_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "noscript", "svg", "template")}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})[^<>]{0,20000}?(/?)>")
# elements that need no closing tag, so that counting them would count depth that is not there
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "td", "tr", "wbr")
)
_MOMENT = re.compile(
    r"(article:published_time|datePublished|pubdate|date\.issued)[\"']?\s*(?:content\s*=|:)\s*"
    r"[\"'](\d{4}-\d{2}-\d{2}[T ][\d:.]{5,12}(?:Z|[+-]\d{2}:?\d{2})?)",
    re.IGNORECASE,
)
# what the patterns above and below cannot do without, in small letters
_IN_MOMENT = (b"article:published_time", b"datepublished", b"pubdate", b"date.issued")
_IN_MODIFIED = (b"article:modified_time", b"datemodified")
_IN_SECTION = (b"article:section", b"articlesection")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
_MODIFIED = re.compile(
    r"(?:article:modified_time|dateModified)[\"']?\s*(?:content\s*=|:)\s*[\"']([\dT :.+Z-]{10,35})[\"']", re.IGNORECASE
)
_SECTION = re.compile(
    r"(?:article:section|articleSection)[\"']?\s*(?:content\s*=|:)\s*\[?\s*[\"']([^\"'<>]{2,60})[\"']", re.IGNORECASE
)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,2000}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)


def read_page(path: str, text: str, url: str | None = None) -> Iterator[Found]:
    """The article of an HTML page; ``url`` is where it was found, if that is known.

    The body is every visible line of the page: what of it is furniture is told later, by its places in the markup too.
    """
    if len(text) > MAX_PAGE:
        size, cap = len(text) / 1e6, MAX_PAGE / 1e6
        message = f"{size:.1f} million characters of HTML; at most {cap:.0f} million are read: save the article alone"
        yield Problem(path, None, message)
        return
    if text.count("<") > _MAX_TAGS:
        yield Problem(path, None, f"HTML with more than {_MAX_TAGS:,} tags; save the article alone")
        return
    slim = _without_scripts(text)
    if _depth(slim) > _MAX_DEPTH:
        yield Problem(path, None, f"HTML nested more than {_MAX_DEPTH} deep; {_REMEDY}")
        return
    try:
        lines = markup.lines(slim)
        stated = Statements(slim, url)
    except Exception as error:  # a parser met with hostile input may raise anything; the other files must still be read
        yield Problem(path, None, f"this HTML could not be read ({type(error).__name__}); {_REMEDY}")
        return
    if lines:
        yield _draft(path, lines, stated, slim)
    else:
        yield Problem(path, None, f"no article found in this HTML; {_REMEDY}")


def _draft(path: str, lines: list[tuple[str, markup.Place]], stated: Statements, html: str) -> Draft:
    low = html.encode("utf-8", "replace").lower()
    published, rule = _published(html, low, stated)
    given: dict[str, Any] = {
        "title": stated.title,
        "description": stated.description,
        "url": stated.url,
        "outlet": _outlet(stated.site),
        "authors": (stated.author,) if isinstance(stated.author, str) else (),
        "modified": _stated(_MODIFIED, html) if _holds(low, _IN_MODIFIED) else None,
        "section": _stated(_SECTION, html) if _holds(low, _IN_SECTION) else None,
        "language": _stated(_LANGUAGE, html),
    }
    rules = {field: "page metadata" for field, value in given.items() if value}
    return Draft(
        path=path,
        body="\n".join(line for line, _ in lines),
        published=published,
        rules=rules | ({"published": rule} if rule else {}),
        places=tuple(place for _, place in lines),
        whole_page=True,
        **given,
    )


def _outlet(name: str | None) -> str | None:
    """The site's name; where a page states none, trafilatura gives its host, which says no more than the address."""
    return name if name and not _HOST.match(name) else None


def _stated(pattern: re.Pattern[str], html: str) -> str | None:
    found = pattern.search(html)
    return unescape(found[1]).strip() or None if found else None


def _holds(low: bytes, pieces: tuple[bytes, ...]) -> bool:
    """Whether a page's bytes in small letters holds one of the pieces: found out far sooner than by a pattern."""
    return any(piece in low for piece in pieces)


def _published(html: str, low: bytes, stated: Statements) -> tuple[str | None, str | None]:
    """The moment that the page's metadata states, else the day that htmldate finds; and which of them it was."""
    moment = _MOMENT.search(html) if _holds(low, _IN_MOMENT) else None
    if moment:
        return moment[2], f"page metadata {moment[1]}"
    try:
        day = htmldate.find_date(html, original_date=True, extensive_search=False) or stated.dated_by_address()
    except Exception:  # as above: no date is no reason to lose the page
        day = None
    return day, "htmldate" if day else None


def _without_scripts(text: str) -> str:
    """The page without scripts and styles, but with structured data, which holds the date and the author."""
    kept: list[str] = []
    at = 0
    closed: dict[str, int] = {}
    for found in _HIDDEN.finditer(text):
        name = found[1].lower()
        if found.start() < at or "ld+json" in found[2] or found[2].endswith("/"):
            continue
        if closed.get(name) != -1:  # once a closing tag is missing, it is missing for all that follow
            closing = _CLOSING[name].search(text, found.end())
            closed[name] = closing.start() if closing else -1
        if closed[name] < 0:
            continue
        kept.append(text[at : found.start()])
        end = text.find(">", closed[name])
        at = len(text) if end < 0 else end + 1
    return "".join((*kept, text[at:]))


def _depth(text: str) -> int:
    """How deep elements nest, roughly: the parser's own recursion is what must not be tried out.

    0 for pages that have fewer elements than they may be deep.
    """
    if text.count("<") - text.count("</") <= _MAX_DEPTH:
        return 0
    depth = deepest = 0
    for close, name, single in _TAG.findall(text):
        if single or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        deepest = max(deepest, depth)
    return deepest
