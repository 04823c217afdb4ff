"""Which of a finding's cells tells it best in one line."""

from collections import Counter
from collections.abc import Mapping, Sequence

from firsthand.findings.cells import Cell
from firsthand.findings.ranges import bounds
from firsthand.findings.wording_clause import Clause, clause_of
from firsthand.findings.wording_text import is_furniture
from firsthand.findings.words import content_words
from firsthand.model import Document

_BODY = frozenset({"body", "description"})
_SPEECH = frozenset({"statement"})
_TYPICAL = 8.0


def chosen(cells: Sequence[Cell], documents: Mapping[str, Document], numeric: bool = False) -> tuple[Cell, Clause]:
    """The cell that reads best and its clause; with ``numeric`` the most exact value counts too."""
    read = [(cell, clause_of(cell, documents)) for cell in cells]
    if len(read) == 1:
        return read[0]
    texts = [clause.statement() for _, clause in read]
    typical = _typical(texts)

    def rank(k: int) -> tuple[float, str, int, int]:
        cell, clause = read[k]
        fit = fitness(cell, clause, documents[cell.document], numeric, texts[k])
        return fit + typical[k], cell.claim.id, -cell.start, cell.end

    return read[max(range(len(read)), key=rank)]


def _typical(texts: Sequence[str]) -> list[float]:
    """How much of each clause's words the others have too: what stands for a finding says what most of them say."""
    contents = [content_words(text) for text in texts]
    counted = Counter(word for words in contents for word in words)
    others = max(1, len(texts) - 1)
    return [_TYPICAL * sum(counted[word] - 1 for word in words) / (others * max(4, len(words))) for words in contents]


def fitness(cell: Cell, clause: Clause, document: Document, numeric: bool, text: str) -> float:
    """How well a clause reads alone, as ``text``: complete, 5–20 words, no pronoun as subject, plain, of the body."""
    claim = cell.claim
    words = len(text.split())
    fit = -0.25 * abs(words - 11) - 3.0 * max(0, 5 - words) - 0.5 * max(0, words - 20)
    fit += 8 if clause.finite and clause.subject_words else 0
    fit -= 6 if clause.by_pronoun else 0
    fit -= 4 if clause.borrowed else 0
    fit -= {"conditional": 8, "asked": 8, "possible": 2, "planned": 1}.get(claim.modality or "", 0)
    fit -= 4 if claim.stance != "asserts" else 0
    fit -= 4 if claim.kind in _SPEECH else 0
    fit -= 5 if _is_title(cell, document) else 0
    fit -= 6 if is_furniture(text) or "\n" in text else 0
    fit -= 5 if _is_cut(clause) else 0
    fit -= 1 if '"' in text or "“" in text else 0
    if numeric and cell.range is not None:
        fit += _exactness(cell)
    elif cell.group in {"time", "place", "name"} and not (claim.start <= cell.start and cell.end <= clause.rest[1]):
        fit -= 4
    return fit


def _exactness(cell: Cell) -> float:
    assert cell.range is not None
    low, high = bounds(cell.range)
    open_ended = low == float("-inf") or high == float("inf")
    width = 0.0 if open_ended else (high - low) / max(high, 1.0)
    one = -2.0 if low == high == 1 else 0.0
    return one - (1.0 if open_ended else 2.0 * width)


def _is_title(cell: Cell, document: Document) -> bool:
    part = next((part.kind for part in document.parts if part.start <= cell.claim.start < part.end), "body")
    return part not in _BODY


def _is_cut(clause: Clause) -> bool:
    """Whether the words go on where the clause ends: "two New | York trains"."""
    before, after = (
        clause.source[max(0, clause.rest[1] - 1) : clause.rest[1]],
        clause.source[clause.rest[1] : clause.rest[1] + 2],
    )
    return bool(before) and len(after) == 2 and after[0] == " " and after[1].isupper()
