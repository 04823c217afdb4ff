"""From an article as found to a Document: title, description, body; parts; identity."""

import re

from rapidfuzz.distance import LCSseq

from firsthand.model import Document, Part, PartKind, Problem, Removed, identity
from firsthand.reading import dates, metadata
from firsthand.reading.cleaning.furniture import Cleaned, clean, line_rule
from firsthand.reading.cleaning.lines import Line, folded
from firsthand.reading.cleaning.marking import stretches
from firsthand.reading.cleaning.slices import Run
from firsthand.reading.draft import Draft
from firsthand.reading.languages import language_of
from firsthand.reading.payloads import MAX_TEXT, too_long

_WORD = re.compile(r"\w[\w'-]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
_MOJIBAKE = re.compile("â€[™œ\x9d“”¦˜]|Ã[©¨¡¢§¶¼±³]|ï»¿")
_REPEATS = 0.8
Piece = tuple[str, PartKind, tuple[Run, ...]]
_BY = re.compile(r"^(?:written |posted |story )?by:?\s+", re.IGNORECASE)


def document(draft: Draft, recurring: frozenset[str] = frozenset()) -> tuple[Document | None, list[Problem]]:
    """The document of a draft (its id not yet told apart from byte-identical ones), and what was wrong with it.

    ``recurring`` are the lines that other articles of its outlet have too (see ``recurring``).
    """
    problems: list[Problem] = []
    if len(draft.body) > MAX_TEXT:
        return None, [too_long(draft.path, len(draft.body))]
    url = _one_line(draft.url)
    outlet = metadata.outlet_of(_one_line(draft.outlet), url)
    removed: list[Removed] = []
    title = _title(draft, outlet, removed)
    cleaned = clean(_SURROGATE.sub("\ufffd", draft.body), title, recurring, draft.places, draft.whole_page)
    description = _description(draft.description, cleaned, removed)
    pieces: list[Piece] = [(cleaned.title, "title", cleaned.title_runs)] if cleaned.title else []
    pieces += [(description, "description", ())] if description else []
    if not cleaned.lines:
        problems.append(Problem(draft.path, None, _nothing_left(draft, bool(pieces))))
        if not pieces:
            return None, problems
    pieces += [(line.text, line.kind, line.runs) for line in cleaned.lines]
    text, parts, source = _joined(pieces)
    language, told = language_of(text, draft.language)
    fields: dict[str, object] = {
        "title": cleaned.title,
        "url": url,
        "outlet": outlet,
        "published": _published(draft, cleaned, problems),
        "modified": dates.normalised(draft.modified)[0],
        "authors": _authors(draft, cleaned, outlet),
        "section": _one_line(draft.section),
        "language": language,
    }
    problems += _suspicions(draft.path, text)
    result = Document(
        id=identity("d", url or "", cleaned.title or "", text),
        path=draft.path,
        text=text,
        parts=parts,
        removed=(*removed, *cleaned.removed),
        known_by=_known_by(draft, fields, told),
        source=source,
        **fields,  # type: ignore[arg-type]
    )
    return result, problems


def _known_by(draft: Draft, result: dict[str, object], told: str | None) -> dict[str, str]:
    """For each field with a value, the rule that gave it: the format's own, or ours where the format gave nothing."""
    ours = {
        "title": "" if draft.title else "line above the article",
        "published": "" if draft.published else "date line",
        "outlet": "" if draft.outlet else "address",
        "authors": "" if draft.authors else "byline",
        "language": told or "",
    }
    known = {}
    for field in ("title", "url", "outlet", "published", "modified", "authors", "section", "language"):
        if result[field]:
            known[field] = ours.get(field) or draft.rules.get(field) or "metadata"
    return known


def told_apart(documents: list[Document]) -> list[Document]:
    """The documents with ids that differ: of several with the same content, all but the first are salted by ordinal."""
    seen: dict[str, int] = {}
    result = []
    for document in documents:
        count = seen.get(document.id, 0)
        seen[document.id] = count + 1
        if count:
            fields = {name: getattr(document, name) for name in document.__struct_fields__}
            fields["id"] = identity("d", document.url or "", document.title or "", document.text, count)
            document = Document(**fields)
        result.append(document)
    return result


def _one_line(text: str | None) -> str | None:
    """A field on one line, without what could steer a terminal or turn the writing's direction."""
    return " ".join(_STEERING.sub(" ", _SURROGATE.sub("\ufffd", text)).split()) or None if text else None


def _title(draft: Draft, outlet: str | None, removed: list[Removed]) -> str | None:
    title = _one_line(draft.title)
    if title is None:
        return None
    title, site = metadata.without_site(title, outlet, draft.url)
    if site:
        removed.append(Removed(site, "site name in the title"))
    return title


def _description(raw: str | None, cleaned: Cleaned, removed: list[Removed]) -> str | None:
    """The description, unless it says nothing of its own: furniture, the title again, or the opening of the body."""
    text = _one_line(raw)
    if text is None:
        return None
    rule = line_rule(text)
    if rule is None and folded(text) in folded(cleaned.title or ""):
        rule = "description repeats the title"
    if rule is None and _repeats_opening(text, cleaned.lines):
        rule = "description repeats the body"
    if rule:
        removed.append(Removed(text, rule))
        return None
    return text


def _repeats_opening(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether four fifths of the words stand, in their order, at the head of the body or of one of its first lines."""
    words = _WORD.findall(folded(text).rstrip(" .…"))
    if not words:
        return True
    room = int(1.3 * len(words)) + 8
    start: list[str] = []
    for line in lines[:12]:
        if line.kind in ("byline", "credit"):
            continue
        opening = _WORD.findall(folded(line.text[: 12 * room]))
        if _shared(words, opening[:room]):
            return True
        if len(start) < room:
            start += opening
    return _shared(words, start[:room])


def _shared(words: list[str], opening: list[str]) -> bool:
    return LCSseq.similarity(words, opening) >= _REPEATS * len(words)


def _joined(pieces: list[Piece]) -> tuple[str, tuple[Part, ...], tuple[Run, ...]]:
    """The text of the pieces, one a line, with its parts and where in the source they stood."""
    texts: list[str] = []
    parts: list[Part] = []
    source: list[Run] = []
    at = 0
    for text, kind, runs in pieces:
        parts += [Part(at + start, at + end, what) for start, end, what in stretches(text, kind)]
        source += [(at + start, at + end, place) for start, end, place in runs]
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), tuple(parts), tuple(source)


def _published(draft: Draft, cleaned: Cleaned, problems: list[Problem]) -> str | None:
    published, wrong = dates.normalised(draft.published)
    if wrong:
        problems.append(Problem(draft.path, None, f"publication date not read: {wrong}"))
    return published or cleaned.published


def _authors(draft: Draft, cleaned: Cleaned, outlet: str | None) -> tuple[str, ...]:
    authors = metadata.authors_of([name for author in draft.authors if (name := _one_line(author))], outlet, draft.url)
    if authors:
        return authors
    byline = next((line for line in cleaned.lines[:6] if line.kind == "byline" and _BY.match(line.text)), None)
    said = metadata.authors_of([byline.text], outlet, draft.url) if byline else ()
    return cleaned.authors or said


def _nothing_left(draft: Draft, titled: bool) -> str:
    what = "nothing but page furniture (menus, forms, notices) in the text" if draft.body.strip() else "no article text"
    if titled:
        what += "; only the title or description was read"
    return f"{what}. Save the article's page again, or paste its text"


def _suspicions(path: str, text: str) -> list[Problem]:
    found = _MOJIBAKE.search(text)
    if not found:
        return []
    message = f"letters were wrongly decoded before this file was written ({found.group()!r}, for one)"
    return [Problem(path, found.start(), f"{message}; save it again from its source as UTF-8")]
