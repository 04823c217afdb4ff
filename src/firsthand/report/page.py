"""The brief as one HTML file: no network, readable without its script, nothing of a document taken as markup."""

import base64
import hashlib
from collections import defaultdict
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from firsthand.model import Brief
from firsthand.report import wording
from firsthand.report.quoting import clean
from firsthand.report.rows import HEADINGS
from firsthand.report.scale import scale
from firsthand.report.view import view


class Piece(NamedTuple):
    """A stretch of a document's text, ``marked`` if it carries a value; quotes link to ``id`` where that begins."""

    text: str
    marked: bool
    id: str | None


def page(brief: Brief) -> str:
    """The whole brief as one self-contained HTML page."""
    shown = view(brief)
    style, script = _resource("page.css"), _resource("page.js")
    marked = _spans(brief)
    found = {row.verdict for _, rows in shown.sections for row in rows}
    return _template().render(
        view=shown,
        headings=HEADINGS,
        meaning=wording.MEANING,
        marks={card.number: card.mark for card in shown.cards},
        ids={card.number: card.id for card in shown.cards},
        texts={card.number: paragraphs(card.report.text, marked[card.id], card.number) for card in shown.cards},
        verdicts=[verdict for verdict in wording.MEANING if verdict in found],
        scale=scale,
        stances=wording.STANCE,
        style=style,
        script=script,
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def paragraphs(text: str, spans: list[tuple[int, int]], number: int) -> list[list[Piece]]:
    """The lines of a text, cut where a value's words begin and end. Spans may overlap."""
    cuts = sorted({0, len(text), *(offset for span in spans for offset in span if 0 <= offset <= len(text))})
    ends: dict[int, int] = {}
    for start, end in spans:
        ends[start] = max(end, ends.get(start, 0))
    made: list[list[Piece]] = [[]]
    reach = 0
    for start, end in pairwise(cuts):
        reach = max(reach, ends.get(start, 0))
        name = f"t{number}-{start}" if start in ends else None
        for index, line in enumerate(text[start:end].split("\n")):
            if index:
                made.append([])
            if line:
                made[-1].append(Piece(clean(line), reach > start, name))
                name = None
    return [line for line in made if line]


def _spans(brief: Brief) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for finding in brief.findings:
        for value in finding.values:
            spans[value.document].add((value.start, value.end))
    return defaultdict(list, {document: sorted(found) for document, found in spans.items()})


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("firsthand.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2")


@cache
def _resource(name: str) -> str:
    return resources.files("firsthand.report").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The hash by which the page's policy allows this style or script, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
