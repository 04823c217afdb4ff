"""Articles in JSON: news-please, Fundus, newspaper, schema.org and kin; one, a list, or one a line."""

import json
from collections.abc import Iterator
from typing import Any

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found

KEYS: dict[str, tuple[str, ...]] = {
    "body": (
        "text", "maintext", "main_text", "plaintext_body", "plaintext", "body", "articleBody", "article_body",
        "body_text", "content", "full_text", "fulltext", "cleaned_text", "article_text", "article", "raw_text",
    ),
    "title": ("title", "headline", "name"),
    "description": ("description", "summary", "abstract", "standfirst", "subtitle", "dek", "excerpt"),
    "published": (
        "date_publish", "publishing_date", "publish_date", "published", "published_at", "publishedAt", "date_published",
        "datePublished", "publication_date", "pub_date", "pubDate", "published_date", "date", "timestamp",
    ),
    "modified": ("date_modify", "dateModified", "date_modified", "modified", "updated", "updated_at", "lastmod"),
    "section": ("section", "articleSection", "category"),
    "outlet": (
        "publisher", "outlet", "source_name", "site_name", "sitename", "newspaper", "source",
        "source_domain", "domain", "hostname",
    ),
    "url": ("url", "link", "canonical_url", "canonical_link", "permalink", "href", "@id"),
    "authors": ("authors", "author", "byline", "creator"),
    "language": ("language", "lang", "inLanguage", "meta_lang"),
}  # fmt: skip
"""The keys that are looked for, in this order."""

_WRAPPERS = ("articles", "documents", "items", "results", "data", "docs", "entries", "news", "hits", "@graph")
_DEPTH = 6
_MAX_MARKS = 10_000_000


def read_json(path: str, text: str) -> Iterator[Found]:
    """The articles of a JSON text: one object, a list of them, or an object that wraps such a list."""
    if sum(map(text.count, "[{,")) > _MAX_MARKS:
        yield Problem(path, None, f"JSON of more than {_MAX_MARKS:,} values; give it as JSON lines, one article a line")
        return
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        yield Problem(path, error.pos, f"malformed JSON at line {error.lineno}, column {error.colno}: {error.msg}")
        return
    except (RecursionError, ValueError):
        message = "JSON nested too deeply or with numbers too long to read; give one article an object"
        yield Problem(path, None, message)
        return
    yield from _articles(path, value)


def read_lines(path: str, text: str) -> Iterator[Found]:
    """The articles of JSON lines, each named by its line; a malformed line is a problem, the others are read."""
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _line(f"{path}#{number}", line, number, at)
        at += len(line) + 1


def _line(path: str, line: str, number: int, at: int) -> Found:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(path, at + error.pos, f"line {number}: malformed JSON at column {error.colno}: {error.msg}")
    except (RecursionError, ValueError):
        return Problem(path, at, f"line {number}: JSON nested too deeply or with numbers too long to read")
    found = _draft(path, value)
    return Problem(path, at, f"line {number}: {found.message}") if isinstance(found, Problem) else found


def _articles(path: str, value: object) -> Iterator[Found]:
    entries = _entries(value)
    if entries is None:
        yield _draft(path, value)
        return
    if not entries:
        yield Problem(path, None, "an empty JSON list: it holds no article")
    for number, entry in enumerate(entries, start=1):
        found = _draft(f"{path}#{number}", entry)
        yield Problem(found.path, None, f"entry {number}: {found.message}") if isinstance(found, Problem) else found


def _entries(value: object) -> list[Any] | None:
    """The list of articles that a value is or wraps; ``None`` where it is one article."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not any(key in value for key in KEYS["body"] if isinstance(value.get(key), str)):
        for key in _WRAPPERS:
            inner = value.get(key)
            if isinstance(inner, list) and any(isinstance(entry, dict) for entry in inner):
                return inner
    return None


def _draft(path: str, value: object) -> Draft | Problem:
    if isinstance(value, dict) and isinstance(value.get("article"), dict):
        value = value["article"]
    if isinstance(value, dict) and isinstance(value.get("_source"), dict):
        value = value["_source"]
    if not isinstance(value, dict):
        kind = {list: "a list", str: "a string", type(None): "null"}.get(type(value), "a number or truth value")
        return Problem(path, None, f"JSON holds {kind} where an article was looked for: {_looked_for()}")
    body = _body(value)
    title, description = _text(value, "title"), _text(value, "description")
    if not body and not (title and description):
        shown = ", ".join(ascii(str(key))[1:-1][:60] for key in list(value)[:12]) or "none"
        return Problem(path, None, f"no article in this JSON object: {_looked_for()}; its keys: {shown}")
    fields = {
        "title": title,
        "description": description,
        "url": _text(value, "url"),
        "outlet": _text(value, "outlet"),
        "section": _text(value, "section"),
        "language": _text(value, "language"),
        "published": _first(value, "published"),
        "modified": _first(value, "modified"),
    }
    authors = tuple(_authors(value))
    given = {key: f"JSON {_key(value, key)}" for key, found in (*fields.items(), ("authors", authors)) if found}
    return Draft(path=path, body=body or "", authors=authors, rules=given, **fields)


def _key(value: dict[str, Any], field: str) -> str:
    """The key that a field was read from."""
    return next(key for key in KEYS[field] if value.get(key) not in (None, "", [], {}))


def _looked_for() -> str:
    return f"its text under one of {', '.join(KEYS['body'])}"


def _first(value: dict[str, Any], field: str) -> Any:
    """The first of a field's keys that holds something."""
    return next((value[key] for key in KEYS[field] if value.get(key) not in (None, "", [], {})), None)


def _text(value: dict[str, Any], field: str) -> str | None:
    for key in KEYS[field]:
        found = value.get(key)
        if isinstance(found, dict):  # schema.org: {"@type": "Organization", "name": …}
            found = found.get("name") or found.get("title") or found.get("domain")
        elif isinstance(found, list) and found and isinstance(found[0], str):
            found = found[0]
        if isinstance(found, str) and found.strip():
            return found.strip()
    return None


def _body(value: dict[str, Any]) -> str | None:
    for key in KEYS["body"]:
        found = value.get(key)
        text = found if isinstance(found, str) else "\n".join(_paragraphs(found, _DEPTH))
        if text.strip():
            return text
    return None


def _paragraphs(value: object, depth: int) -> Iterator[str]:
    """The strings of a nested body in reading order (Fundus: summary, then sections of headline and paragraphs)."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, list):
        for entry in value:
            yield from _paragraphs(entry, depth - 1)
    elif depth and isinstance(value, dict):
        for key in ("summary", "headline", "text", "paragraphs", "sections", "content", "blocks"):
            yield from _paragraphs(value.get(key), depth - 1)


def _authors(value: dict[str, Any]) -> Iterator[str]:
    found = _first(value, "authors")
    for entry in found if isinstance(found, list) else [found]:
        name = entry.get("name") if isinstance(entry, dict) else entry
        if isinstance(name, str):
            yield name
