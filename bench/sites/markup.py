"""A small tree of labelled elements, from which both the HTML and the dump of a page are written."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Label = Literal["title", "body", "caption", "byline", "repeat", "furniture"]
"""``byline`` is any line about author, date or place; ``repeat`` says again what the article says. Both are neutral."""

_INLINE = frozenset(("a", "span", "b", "strong", "em", "i", "time", "small", "button", "img", "label", "input", "abbr"))
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link"))
_UNSEEN = frozenset(("head", "script", "style", "noscript", "template"))


@dataclass(frozen=True)
class Tag:
    """An element. A label holds for the text inside up to elements with labels of their own."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Tag | str", ...] = ()
    label: Label | None = None


Node = Tag | str


def tag(spec: str, *children: Node, label: Label | None = None, **attributes: str) -> Tag:
    """``tag("div.box.wide", "text", label="body", id="x")``; an attribute's underscores become hyphens."""
    name, *classes = spec.split(".")
    given = {"class": " ".join(classes)} if classes else {}
    given |= {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return Tag(name, tuple(given.items()), children, label)


def to_html(node: Node) -> str:
    """The element as HTML; text of scripts and styles is written as it is."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in node.attributes)
    if node.name in _VOID:
        return f"<{node.name}{attributes}>"
    raw = node.name in ("script", "style")
    inner = "".join(str(child) if raw else to_html(child) for child in node.children)
    end = "" if node.name in _INLINE else "\n"
    return f"<{node.name}{attributes}>{inner}</{node.name}>{end}"


def to_lines(node: Node) -> list[tuple[Label, str]]:
    """The visible text line by line with labels, as ``innerText`` of the page gives it."""
    result: list[tuple[Label, str]] = []
    waiting: list[tuple[Label, str]] = []
    for label, text in [*_pieces(node, "furniture"), ("furniture", "\n")]:
        if text != "\n":
            waiting.append((label, text))
            continue
        line = " ".join("".join(piece for _, piece in waiting).split())
        if line:
            result.append((next(label for label, piece in waiting if piece.strip()), line))
        waiting = []
    return result


def _pieces(node: Node, label: Label) -> Iterator[tuple[Label, str]]:
    if isinstance(node, str):
        yield label, node
        return
    if node.name in _UNSEEN or any(key == "hidden" for key, _ in node.attributes):
        return
    broken = node.name.lower() not in _INLINE
    if broken:
        yield label, "\n"
    for child in node.children:
        yield from _pieces(child, node.label or label)
    if broken:
        yield label, "\n"
