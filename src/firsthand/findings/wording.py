"""Headlines and questions in plain English, made from the claims' own words, numbers first."""

import re
from collections.abc import Mapping, Sequence

from firsthand.findings.cells import Cell
from firsthand.findings.wording_choice import chosen
from firsthand.findings.wording_clause import Clause, sentence_of
from firsthand.findings.wording_numbers import currency, differing, number_span, say_number, say_range
from firsthand.findings.wording_questions import ask
from firsthand.findings.wording_text import LONGEST, capital, clean_end, lowered, opened, shorten, tidy
from firsthand.model import Document, Range

__all__ = ["headline", "question", "say_number", "say_range"]

_HEDGED = re.compile(
    r"\b(?:alleged|reported|unconfirmed|claim|rumou?r|suspect|apparent|may|might|could|possibl|believed"
    r"|feared|said to)",
    re.I,
)
_MIN_WORDS = 4


def lines(cells: Sequence[Cell], documents: Mapping[str, Document], spread: Range | None) -> tuple[str, str]:
    """The headline and the question of one finding, both of the cell that tells it best."""
    best = chosen(cells, documents, spread is not None)
    return _headline(cells, documents, spread, best), ask(*best)


def headline(cells: Sequence[Cell], documents: Mapping[str, Document], spread: Range | None) -> str:
    """One line that tells the finding: the clause that reads best, with all values where they cannot all be true."""
    return _headline(cells, documents, spread, chosen(cells, documents, spread is not None))


def _headline(
    cells: Sequence[Cell], documents: Mapping[str, Document], spread: Range | None, best: tuple[Cell, Clause]
) -> str:
    cell, clause = best
    numeric = spread is not None
    apart = differing(cells) if numeric else None
    if apart is not None and apart.low is None:
        apart = None
    text = _told(cell, clause, documents, _number_edit(cell, clause, apart) if apart is not None else None)
    if apart is not None and _said(apart, cell) not in text:
        text = f"{_said(apart, cell)} {_unit(cell)}: {text}"
    return capital(_with_stance(cells, shorten(text, LONGEST, _said(apart, cell) if apart is not None else ""), clause))


def question(cells: Sequence[Cell], documents: Mapping[str, Document]) -> str:
    """The question that the cells answer."""
    numeric = cells[0].range is not None
    return ask(*chosen(cells, documents, numeric))


def _told(cell: Cell, clause: Clause, documents: Mapping[str, Document], edit: tuple[int, int, str] | None) -> str:
    """The clause as a sentence; where it has no subject or hardly a word, the sentence that it stands in."""
    own = tidy(opened(tidy(clause.statement(edit))))
    if clause.condition:
        return f"{clause.condition} {own}"
    if cell.claim.kind == "statement" and not clause.part(clause.rest):
        return shorten(opened(tidy(sentence_of(cell, documents))), LONGEST)
    whole = clause.finite and clause.subject_words and len(own.split()) >= _MIN_WORDS
    if whole or edit is not None:
        return own
    sentence = tidy(opened(tidy(sentence_of(cell, documents))))
    if len(sentence) <= LONGEST and len(sentence) > len(own):
        return sentence
    at = sentence.find(own)
    if not clause.finite and at >= 0 and at + len(own) <= LONGEST:
        return shorten(sentence, LONGEST, own)
    return re.sub(r"^(?:who|which|whom|whose|that|where)\s", "", own) if len(own.split()) > _MIN_WORDS else own


def _number_edit(cell: Cell, clause: Clause, apart: Range) -> tuple[int, int, str] | None:
    """The spread in the place of the cell's own number, if it is sure where that stands."""
    found = number_span(clause.source, cell.start, cell.end)
    if found is None or cell.range is None or cell.range.low == cell.range.high == 1:
        return None
    if (
        re.search(r"\b(?:the|these|those|their|a)\s$", clause.source[max(0, found[0] - 6) : found[0]])
        and apart.high is None
    ):
        return None
    inside = any(span[0] <= found[0] and found[1] <= span[1] for span in (clause.lead, clause.subject, clause.rest))
    return (*found, _said(apart, cell)) if inside else None


def _said(apart: Range, cell: Cell) -> str:
    return say_range(apart, currency(cell))


def _unit(cell: Cell) -> str:
    unit = cell.quantity.unit if cell.quantity is not None else None
    if not unit or currency(cell) or unit.isupper():
        return ""
    return "people" if unit == "person" else unit if len(unit) < 3 or unit.endswith("s") else unit + "s"


def _with_stance(cells: Sequence[Cell], text: str, clause: Clause) -> str:
    """What every source denies or doubts is told so."""
    stances = {cell.claim.stance for cell in cells}
    if stances == {"denies"}:
        witnesses = {cell.claim.witness for cell in cells if cell.claim.witness}
        who = min(witnesses, key=lambda name: (len(name), name)) if witnesses else ""
        inner = lowered(text, clause.source)
        return f"{who} denies that {inner}" if who and len(who) < 40 else f"Denied: {inner}"
    if stances == {"doubts"} and not _HEDGED.search(text):
        return f"Unconfirmed: {lowered(text, clause.source)}"
    return clean_end(text)
