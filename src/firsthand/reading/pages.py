"""Articles in web pages, through trafilatura and htmldate."""

import re
from typing import Any

import htmldate
import trafilatura

from firsthand.model import Problem
from firsthand.reading.draft import Draft

MAX_PAGE = 10_000_000
"""Characters of HTML that are looked at; pages of articles have a few hundred thousand."""

_MAX_DEPTH = 400
_REMEDY = "paste the article's text into a .txt file"
_HIDDEN = re.compile(r"<(script|style|noscript|svg|template)\b([^>]{0,2000})>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})[^<>]{0,20000}?(/?)>")
# elements that need no closing tag, so that counting them would count depth that is not there
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "td", "tr", "wbr")
)
_MOMENT = re.compile(
    r"(?:article:published_time|datePublished|pubdate|date\.issued)[\"']?\s*(?:content\s*=|:)\s*"
    r"[\"'](\d{4}-\d{2}-\d{2}[T ][\d:.]{5,12}(?:Z|[+-]\d{2}:?\d{2})?)",
    re.IGNORECASE,
)


def read_page(path: str, text: str) -> tuple[list[Draft], list[Problem]]:
    """The article of an HTML page."""
    if len(text) > MAX_PAGE:
        size, cap = len(text) / 1e6, MAX_PAGE / 1e6
        message = f"{size:.1f} million characters of HTML; at most {cap:.0f} million are read: save the article alone"
        return [], [Problem(path, None, message)]
    slim = _without_scripts(text)
    if _depth(slim) > _MAX_DEPTH:
        return [], [Problem(path, None, f"HTML nested more than {_MAX_DEPTH} deep; {_REMEDY}")]
    try:
        found = trafilatura.bare_extraction(slim, include_comments=False, with_metadata=True, favor_recall=True)
    except Exception as error:  # a parser met with hostile input may raise anything; the other files must still be read
        return [], [Problem(path, None, f"this HTML could not be read ({type(error).__name__}); {_REMEDY}")]
    values: dict[str, Any] = {} if found is None else (found if isinstance(found, dict) else found.as_dict())
    body = values.get("text") or ""
    if not body.strip():
        return [], [Problem(path, None, f"no article found in this HTML; {_REMEDY}")]
    return [_draft(path, body, values, slim)], []


def _draft(path: str, body: str, values: dict[str, Any], html: str) -> Draft:
    author = values.get("author")
    return Draft(
        path=path,
        body=body,
        title=values.get("title"),
        description=values.get("description"),
        url=values.get("url"),
        outlet=values.get("sitename") or values.get("hostname"),
        authors=(author,) if isinstance(author, str) else (),
        published=_published(html, values),
        language=values.get("language"),
    )


def _published(html: str, values: dict[str, Any]) -> str | None:
    """The moment that the page's metadata states, else the day that htmldate finds."""
    moment = _MOMENT.search(html)
    if moment:
        return moment.group(1)
    try:
        day = htmldate.find_date(html, original_date=True, extensive_search=False)
    except Exception:  # as above: no date is no reason to lose the page
        day = None
    return day or values.get("date")


def _without_scripts(text: str) -> str:
    """The page without scripts and styles, but with structured data, which holds the date and the author."""
    low = text.lower()
    kept: list[str] = []
    at = 0
    closed: dict[str, int] = {}
    for found in _HIDDEN.finditer(text):
        name = found[1].lower()
        if found.start() < at or "ld+json" in found[2] or found[2].endswith("/"):
            continue
        if closed.get(name) != -1:  # once a closing tag is missing, it is missing for all that follow
            closed[name] = low.find(f"</{name}", found.end())
        if closed[name] < 0:
            continue
        kept.append(text[at : found.start()])
        end = text.find(">", closed[name])
        at = len(text) if end < 0 else end + 1
    return "".join((*kept, text[at:]))


def _depth(text: str) -> int:
    """How deep elements nest, roughly: the parser's own recursion is what must not be tried out."""
    depth = deepest = 0
    for close, name, single in _TAG.findall(text):
        if single or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        deepest = max(deepest, depth)
    return deepest
