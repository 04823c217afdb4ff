"""Verdicts: whether what the documents say to one question can all be true, and why in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firsthand.findings.cells import Cell
from firsthand.findings.ranges import bounds, relation
from firsthand.findings.times import time_relation
from firsthand.findings.wording import say_range
from firsthand.model import Channel, Document, Link, Range, Verdict

_TOLLS = frozenset(
    {"killing", "injury", "arrest", "abduction", "release", "displacement", "accident", "attack", "destruction"}
)
_DAY = frozenset({"day", "daypart"})
_DENIED = 0.35  # likeness from which a denial is of what the other clause asserts
_ALIKE = 0.45  # likeness of two clauses from which unlike times of theirs are a conflict and not two matters
SETTLED = 0.5  # mean likeness of the documents' clauses from which they say the same and not more


@dataclass(frozen=True)
class Context:
    """What a verdict may look at besides the cells."""

    documents: Mapping[str, Document]
    links: Sequence[Link]
    channels: Mapping[str, Channel]
    contains: Callable[[str, str], bool] = field(default=lambda a, b: False)

    def published(self, document: str) -> str:
        """The publication date, or "" where it is unknown."""
        return self.documents[document].published or ""

    def related(self, a: str, b: str) -> bool:
        """Whether two documents are editions of one text (any link but shared quotes)."""
        return any({link.a, link.b} == {a, b} and link.kind != "quotes" for link in self.links)

    def channel(self, document: str) -> str | None:
        """The name of the document's channel."""
        found = self.channels.get(document)
        return found.name if found else None


def judge(cells: Sequence[Cell], likeness: Callable[[int, int], float], context: Context) -> tuple[Verdict, str]:
    """The verdict on the cells of one matter and its reason.

    ``likeness`` gives the clauses' closeness (0..1) by position in ``cells``.
    """
    if len({cell.document for cell in cells}) < 2:
        return "single", "only one document reports it"
    sides = _sides(cells, likeness) if cells[0].group in {"event", "number"} else ""
    if sides:
        return "disputed", sides
    slot = cells[0].slot
    if cells[0].range is not None:
        return _judge_ranges(cells, context)
    if slot == "time":
        return _judge_times(cells, likeness)
    if slot in {"place", "person", "organisation"}:
        return _judge_names(cells, context)
    return _judge_events(cells, likeness)


def _sides(cells: Sequence[Cell], likeness: Callable[[int, int], float]) -> str:
    """Who denies what others assert.

    It is "" unless some document denies in like words what another asserts and does not deny.
    """
    denied = {cell.document for cell in cells if cell.claim.stance == "denies"}
    pairs = [
        (a, b)
        for i, a in enumerate(cells)
        for j, b in enumerate(cells)
        if a.claim.stance == "denies"
        and b.claim.stance == "asserts"
        and b.document not in denied
        and likeness(i, j) >= _DENIED
    ]
    if not pairs:
        return ""
    who = sorted({a.claim.witness or "one document" for a, _ in pairs})
    return f"{' and '.join(who)} {'deny' if len(who) > 1 else 'denies'} what {_documents([b for _, b in pairs])} assert"


def _judge_ranges(cells: Sequence[Cell], context: Context) -> tuple[Verdict, str]:
    apart = _documents_apart(_most_exact(cells), lambda a, b: relation(_range(a), _range(b)) == "apart")
    if not apart:
        if all(relation(_range(a), _range(b)) == "same" for a, b in combinations(cells, 2)):
            return "agree", f"all say {_told(cells[0])}"
        return "compatible", f"{_list_values(cells)} can all be true"
    values = _list_values(cells)
    if all(_revises(a, b, context) for a, b in apart):
        return "revised", f"{values}: a later edition or a later count replaces the earlier"
    return "conflict", f"{values} cannot all be true"


def _documents_apart(cells: Sequence[Cell], apart: Callable[[Cell, Cell], bool]) -> list[tuple[Cell, Cell]]:
    """One pair of cells for each two documents none of whose answers fit each other.

    A document that gives several answers may mean either.
    """
    by_document: dict[str, list[Cell]] = {}
    for cell in cells:
        by_document.setdefault(cell.document, []).append(cell)
    found = []
    for one, other in combinations(by_document.values(), 2):
        if all(apart(a, b) for a in one for b in other):
            found.append((one[0], other[0]))
    return found


def _most_exact(cells: Sequence[Cell]) -> list[Cell]:
    """Without a document's looser words for a number that it also gives exactly ("some 150 km" beside "150 km")."""

    def loosens(a: Cell, b: Cell) -> bool:
        wide, narrow = bounds(_range(a)), bounds(_range(b))
        return a.document == b.document and wide != narrow and wide[0] <= narrow[0] and narrow[1] <= wide[1]

    return [cell for cell in cells if not any(loosens(cell, other) for other in cells)]


def _range(cell: Cell) -> Range:
    value = cell.measure or cell.range
    assert value is not None
    return value


def _revises(a: Cell, b: Cell, context: Context) -> bool:
    """Whether the later of two unequal numbers replaces the earlier: editions of one text, or a toll that rose."""
    if context.related(a.document, b.document):
        return True
    first, second = context.published(a.document), context.published(b.document)
    if not first or not second or first == second or ("T" not in first + second and first[:10] == second[:10]):
        return False
    earlier, later = (a, b) if first < second else (b, a)
    low, high = _range(earlier).low or 0, _range(later).low or 0
    return high > low and bool({earlier.kind, later.kind} & _TOLLS)


def _judge_times(cells: Sequence[Cell], likeness: Callable[[int, int], float]) -> tuple[Verdict, str]:
    texts = ", ".join(f"“{text}”" for text in dict.fromkeys(cell.time.text for cell in cells if cell.time))
    at = {id(cell): k for k, cell in enumerate(cells)}
    apart = _documents_apart(cells, lambda a, b: _times(a, b) == "apart")
    if any(likeness(at[id(a)], at[id(b)]) >= _ALIKE for a, b in apart):
        return "conflict", f"{texts} cannot be one time"
    if not _documents_apart(cells, lambda a, b: _times(a, b) != "same"):
        return "agree", f"the same time: {texts}"
    return "compatible", f"{texts} can be one time, told more and less exactly"


def _times(a: Cell, b: Cell) -> str:
    assert a.time is not None
    assert b.time is not None
    found = time_relation(a.time, b.time)
    if a.time.text.lower() == b.time.text.lower():
        return "same"
    if (
        found in {"within", "overlap"}
        and (a.time.start or "")[:10] == (b.time.start or " ")[:10]
        and {a.time.precision, b.time.precision} <= _DAY
    ):
        return "same"  # "Tuesday" and "Tuesday evening": the day is what is reported
    return found


def _judge_names(cells: Sequence[Cell], context: Context) -> tuple[Verdict, str]:
    told = ", ".join(dict.fromkeys(cell.value or "" for cell in cells))
    if not _documents_apart(cells, lambda a, b: a.own != b.own):
        return "agree", f"all name {told}"
    if cells[0].slot == "place" and not _documents_apart(cells, lambda a, b: not _one_place(a, b, context)):
        return "compatible", f"{told}: the one holds the other"
    return "compatible", f"{told}: named side by side, none excludes another"


def _one_place(a: Cell, b: Cell, context: Context) -> bool:
    one, other = a.own or "", b.own or ""
    return one == other or context.contains(one, other) or context.contains(other, one)


def _judge_events(cells: Sequence[Cell], likeness: Callable[[int, int], float]) -> tuple[Verdict, str]:
    documents: dict[str, list[int]] = {}
    for k, cell in enumerate(cells):
        documents.setdefault(cell.document, []).append(k)
    best = [max(likeness(i, j) for i in a for j in b) for a, b in combinations(documents.values(), 2)]
    if sum(best) / len(best) >= SETTLED:
        return "agree", "all say it in like words"
    return "compatible", "told in unlike words or detail; nothing that one says excludes what another says"


def _told(cell: Cell) -> str:
    assert cell.range is not None
    unit = cell.quantity.unit if cell.quantity and cell.slot in {"distance", "money", "duration"} else None
    return say_range(cell.range) + (f" {unit}" if unit else "")


def _list_values(cells: Sequence[Cell]) -> str:
    told = list(dict.fromkeys(_told(cell) for cell in cells))
    return ", ".join(told[:-1]) + f" and {told[-1]}" if len(told) > 1 else told[0]


def _documents(cells: Sequence[Cell]) -> str:
    count = len({cell.document for cell in cells})
    return f"{count} document{'s' if count != 1 else ''}"
