"""Articles in Markdown: front matter, then headings, paragraphs and lists as lines, links by their words."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found

_FRONT = re.compile(r"\ufeff?\s{0,100}---[ \t]*\r?\n(.{0,20000}?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_TOML_FRONT = re.compile(r"\ufeff?\s{0,100}\+\+\+[ \t]*\r?\n(.{0,20000}?\n)\+\+\+[ \t]*(?:\r?\n|$)", re.DOTALL)
_PAIR = re.compile(r"[\"']?([A-Za-z][\w -]{0,30}?)[\"']?[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.+)$")
_NAME = re.compile(r"[ \t]+(?:name|title|display_?name)[ \t]*:[ \t]+(.+)$", re.IGNORECASE)
_INNER = re.compile(r"[ \t]+[\w-]{1,30}[ \t]*:(?:[ \t]|$)")
_BLOCK = re.compile(r"[>|][+-]?\d?[+-]?$")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_FIELDS = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "pubdate": "published",
    "publishdate": "published", "publicationdate": "published", "datepublished": "published", "lastmod": "modified",
    "updated": "modified", "modified": "modified", "author": "authors", "authors": "authors", "byline": "authors",
    "source": "outlet", "outlet": "outlet", "publisher": "outlet", "site": "outlet", "sitename": "outlet", "url": "url",
    "link": "url", "canonical": "url", "canonicalurl": "url", "sourceurl": "url", "originalurl": "url",
    "description": "description", "summary": "description", "excerpt": "description", "section": "section",
    "category": "section", "lang": "language", "language": "language",
}  # fmt: skip
"""Front matter's keys, without case, space and hyphens, and the fields that they give."""

_HEADING = re.compile(r"^#{1,4} +\S.*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^[^\s#>*|-].{3,150}\n(?:={4,}|-{4,})$", re.MULTILINE)
_LINK = re.compile(r"(?<![\w\\])!?\[[^\[\]\n]{1,300}\]\((?:https?://|/|#|mailto:|[\w./-]+\.\w{2,5}\b)[^()\s]{0,500}")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)[^*_\n]{1,300}?(?<=\S)\1(?![\w*])")
_QUOTE = re.compile(r"^> \S", re.MULTILINE)
_ONE_LINE = 20_000
_MAX_LINES = 10_000
_MAX_SIGNS = 200_000
_DEEPEST = 60  # nesting past this is dropped by the parser
_SIGNS = re.compile(r"[\[\]*_`<!~\\]")
_HEAD_SIGNS = re.compile(r"(?:[ \t]*(?:#{1,6} |>+|[*+-] ))+")
_SHORTCODE = re.compile(r"\{\{[<%].{0,1000}?[>%]\}\}|\{%.{0,1000}?%\}")
_CAPTION = re.compile(r"\bcaption\s{0,3}=\s{0,3}\"([^\"]{1,1000})\"")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\]:?")
_UNSEEN = re.compile(r"<(script|style|template|noscript)\b[^>]{0,2000}>.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_BREAKING = re.compile(
    r"</?(?:p|div|br|li|tr|h[1-6]|figcaption|blockquote|section|summary|dt|dd)\b[^<>]{0,2000}>", re.I
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_FILE_NAME = re.compile(r"[\w.-]+\.(?:jpe?g|png|gif|webp|svg)$|(?:image|img|photo|picture)?[\W_\d]*$", re.IGNORECASE)
_WRAPPED = range(45, 121)  # the widths at which paragraphs are wrapped


def read_markdown(name: str, text: str) -> Iterator[Found]:
    """The article of a Markdown text: one draft, its title from front matter or else from the one top heading.

    Paragraphs are lines, hard breaks as well; a link is its words, an image its description as a line of its own. Of
    HTML the text is taken, without what pages do not show. Link targets are left out.
    """
    fields, start = _front_matter(text)
    body = _FOOTNOTE.sub("", _SHORTCODE.sub(_shown, text[start:]))
    lines: list[tuple[str, str]] = []
    try:
        if not _costly(body):
            parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
            lines = list(_lines(parser.parse(body)))
    except Exception as error:  # a parser met with hostile input may raise anything; the text is there all the same
        yield Problem(name, None, f"this Markdown could not be parsed ({type(error).__name__}); it was read as text")
    lines = lines or list(_plain(body))
    content = "\n".join(line for _, line in lines)
    if not content.strip():
        yield Problem(name, None, "no text in this Markdown file: give the article under its front matter")
        return
    yield _draft(name, content, fields, _heading(lines))


def _draft(name: str, content: str, fields: Mapping[str, Sequence[str]], heading: str | None) -> Draft:
    one = {field: values[0] for field, values in fields.items() if values}
    rules = dict.fromkeys(one, "front matter")
    if heading and "title" not in one:
        rules["title"] = "Markdown heading"
    return Draft(
        path=name,
        body=content,
        title=one.get("title") or heading,
        description=one.get("description"),
        url=one.get("url"),
        outlet=one.get("outlet"),
        authors=tuple(fields.get("authors", ())),
        published=one.get("published"),
        modified=one.get("modified"),
        section=one.get("section"),
        language=one.get("language"),
        rules=rules,
    )


def _heading(lines: Sequence[tuple[str, str]]) -> str | None:
    """The text's only first-level heading, if it stands at the top."""
    tops = [line for kind, line in lines if kind == "h1"]
    return tops[0] if len(tops) == 1 and any(kind == "h1" for kind, _ in lines[:4]) else None


# front matter


def _front_matter(text: str) -> tuple[dict[str, list[str]], int]:
    """The known fields of the front matter (YAML, TOML or JSON), each with its values, and where the text begins."""
    found = _FRONT.match(text)
    if found and _is_yaml(found[1]):
        return _settled(_yaml(found[1])), found.end()
    found = _TOML_FRONT.match(text)
    try:
        if found:
            return _settled(_known(tomllib.loads(found[1]))), found.end()
        if text[:1] == "{":
            value, end = json.JSONDecoder().raw_decode(text[:20_000])
            return (_settled(_known(value)), end) if isinstance(value, dict) and text[end:].strip() else ({}, 0)
    except (ValueError, RecursionError):
        return {}, found.end() if found else 0
    return {}, 0


def _is_yaml(text: str) -> bool:
    """Whether lines between dashes are front matter; they may be a stretch of the text between two rules."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    fitting = sum(line[0] in " \t#-]}" or _PAIR.match(line) is not None for line in lines)
    return any(_PAIR.match(line) for line in lines) and fitting >= 0.8 * len(lines)


def _known(value: Mapping[str, Any]) -> dict[str, list[str]]:
    """The known fields of a table; a name may stand in a table of its own, or in a list."""
    fields: dict[str, list[str]] = {}
    for key, given in value.items():
        field = _field(key)
        entries = given if isinstance(given, list) else [given]
        named = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
        if field and field not in fields:
            fields[field] = [str(entry).strip() for entry in named if entry not in (None, "") and entry is not False]
    return fields


def _field(key: str) -> str | None:
    return _FIELDS.get(re.sub(r"[ _-]", "", str(key).lower()))


def _settled(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """The fields as what they are: a clipper's "source" is an address, a name may be a wiki link."""
    fields = {field: [_WIKI.sub(r"\1", value) for value in values if value] for field, values in fields.items()}
    outlet = fields.get("outlet", [""])
    if outlet and re.match(r"https?://", outlet[0]):
        fields.setdefault("url", outlet)
        del fields["outlet"]
    if not re.match(r"https?://", (fields.get("url") or [""])[0]):
        fields.pop("url", None)  # an address within the author's own site tells nothing here
    return {field: values for field, values in fields.items() if values}


def _yaml(text: str) -> dict[str, list[str]]:
    """The known fields of ``key: value`` lines.

    Lists ("- one" under its key, or "[one, two]") are several values. What is no such line is passed over.
    """
    fields: dict[str, list[str]] = {}
    field: str | None = None
    folded = False
    for line in text.splitlines():
        pair, item = _PAIR.match(line.rstrip()), _ITEM.match(line)
        if pair:
            field = _field(pair[1])
            field = field if field not in fields else None
            value = (pair[2] or "").strip()
            folded = _BLOCK.match(value) is not None
            if field:
                fields[field] = [] if folded else _values(value, field)
        elif field is None or not line.strip():
            continue
        elif item and not folded:
            fields[field] += _values(item[1], field)
        elif line[0] in " \t":
            _continued(fields[field], line, folded)
    return fields


def _continued(values: list[str], line: str, folded: bool) -> None:
    """An indented line: the name in a table of its own, or more of a value that began above."""
    name = _NAME.match(line)
    if name and not values and not folded:
        values.append(_unquoted(name[1]))
    elif folded or not _INNER.match(line):
        values[:] = [" ".join((*values, line.strip()))] if folded or len(values) == 1 else values


def _values(raw: str, field: str) -> list[str]:
    if raw.startswith("[") and raw.endswith("]") and not raw.startswith("[["):
        return [_unquoted(entry) for entry in raw[1:-1].split(",") if entry.strip()]
    if field == "authors" and raw.lower().startswith("name:"):
        raw = raw[5:]
    value = _unquoted(raw)
    return [value] if value and value.lower() not in ("null", "~", "true", "false", "{}") else []


def _unquoted(raw: str) -> str:
    """A value without its quotation marks; outside them, " #" begins a comment."""
    raw = raw.strip()
    quoted = re.match(r"\"((?:[^\"\\]|\\.)*)\"(?:\s+#.*)?$|'((?:[^']|'')*)'(?:\s+#.*)?$", raw)
    if quoted:
        return quoted[1].replace('\\"', '"') if quoted[1] is not None else quoted[2].replace("''", "'")
    return raw.split(" #")[0].strip()


# the text


def _shown(shortcode: re.Match[str]) -> str:
    """What a site's own mark ("{{< figure … >}}", "{% include … %}") shows in words: a caption, if it has one."""
    caption = _CAPTION.search(shortcode.group())
    return f"\n\n{caption[1]}\n\n" if caption else ""


def _costly(text: str) -> bool:
    """Whether parsing could take minutes: some constructs cost the square of the signs in a paragraph."""
    return (
        text.count("\n") > _MAX_LINES
        or len(_SIGNS.findall(text)) > _MAX_SIGNS
        or any(len(block) > _ONE_LINE and len(_SIGNS.findall(block)) > 2_000 for block in re.split(r"\n[ \t]*\n", text))
    )


def _plain(text: str) -> Iterator[tuple[str, str]]:
    """The lines as they stand, less the signs at their heads."""
    for line in text.splitlines():
        stripped = _HEAD_SIGNS.sub("", line, count=1).strip() if _HEAD_SIGNS.match(line) else line.strip()
        if any(ch.isalnum() for ch in stripped[:10_000]):
            yield "p", stripped


def _lines(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each line with the tag of its block ("h1", "p", "li", "tr")."""
    tag, items = "p", 0
    row: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            tag = token.tag
        elif token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type == "tr_close":
            yield "tr", " | ".join(cell for cell in row if cell)
            row, tag = [], "p"
        elif token.type in ("th_open", "td_open"):
            tag = "td"
        elif token.type == "inline" and tag == "td":
            row.append(" ".join(_inline(token)))
        elif token.type == "inline":
            for line in _inline(token):
                yield ("li" if items and tag == "p" else tag), line
            tag = "p"
        elif token.type in ("fence", "code_block"):
            yield from (("p", line.strip()) for line in token.content.splitlines() if line.strip())
        elif token.type == "html_block":
            yield from (("p", line) for line in _of_html(token.content))


def _of_html(source: str) -> Iterator[str]:
    """The text that a block of HTML shows."""
    seen = _TAG.sub("", _BREAKING.sub("\n", _COMMENT.sub("", _UNSEEN.sub("", source))))
    for line in unescape(seen).splitlines():
        if line.strip():
            yield " ".join(line.split())


def _inline(token: Token) -> Iterator[str]:
    """A paragraph's lines: it breaks where a break was forced and around an image, and not where the source wraps.

    Lines much shorter or longer than a wrapped one are lines of their own, as in a page copied as Markdown.
    """
    pieces: list[str] = []
    width = 0
    for child in token.children or ():
        width += len(child.content)
        if child.type == "image":
            pieces += ["\n", _alternative(child), "\n"]
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            pieces.append("\n")
        elif child.type == "softbreak":
            pieces.append(" " if width in _WRAPPED else "\n")
        elif child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "link_open":
            width += len(str(child.attrs.get("href", "")))
        if child.type in ("hardbreak", "softbreak", "image"):
            width = 0
    for line in "".join(pieces).split("\n"):
        if line.strip():
            yield " ".join(line.split())


def _alternative(image: Token) -> str:
    """An image's description: what stands for it in words, and its title if that says something else."""
    words = "".join(child.content for child in image.children or ())
    caption = str(image.attrs.get("title", "")).strip()
    return "\n".join(dict.fromkeys(line for line in (words, caption) if not _FILE_NAME.match(line)))


def looks_like_markdown(text: str) -> bool:
    """Whether a text (its first 20,000 characters will do) is Markdown: front matter, or headings with other marks.

    A lone "# " line, a bullet or an asterisk is no sign: pages copied as text have them all.
    """
    head = text[:20_000]
    if (_FRONT.match(head) or _TOML_FRONT.match(head)) and _front_matter(head)[0]:
        return True
    links, emphasis = len(_LINK.findall(head)), len(_EMPHASIS.findall(head))
    headings = len(_HEADING.findall(head)) + len(_UNDERLINED.findall(head))
    if headings and (links or emphasis or _QUOTE.search(head)):
        return True
    return links >= 3 or headings >= 3
