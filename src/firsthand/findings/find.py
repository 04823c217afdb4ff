"""From claims, entities and links to findings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import numpy as np

from firsthand.findings.cells import Cell, cells
from firsthand.findings.clustering import clusters
from firsthand.findings.features import Embed, Floats, Table, table
from firsthand.findings.origins import count_origins, credibility
from firsthand.findings.pairing import Weights, score, shipped_weights
from firsthand.findings.passages import Passages
from firsthand.findings.ranges import hull, relation
from firsthand.findings.verdicts import Context, judge
from firsthand.findings.wording import lines
from firsthand.model import Channel, Claim, Document, Entity, Finding, Link, Value, identity

GROUPS = ("number", "time", "place", "name", "event")
_SINGLES = frozenset({"number"})


@dataclass(frozen=True)
class Material:
    """Everything that findings are made from; documents and channels by document id."""

    documents: Mapping[str, Document]
    claims: Sequence[Claim]
    entities: Sequence[Entity]
    links: Sequence[Link]
    channels: Mapping[str, Channel]
    embed: Embed
    contains: Callable[[str, str], bool] = field(default=lambda a, b: False)
    same_witness: Callable[[str, str], bool] | None = None


def find(material: Material, weights: Mapping[str, Weights] | None = None) -> list[Finding]:
    """The findings of a story, the best supported first."""
    weights = weights or shipped_weights()
    everything = cells(material.claims, material.documents, material.entities)
    passages, embed = Passages(material.links), _once(material.embed)
    found: list[Finding] = []
    for group in GROUPS:
        rows = table([cell for cell in everything if cell.group == group], material.documents, embed, passages)
        if rows.cells:
            found += _findings(rows, weights[group], material, group)
    return sorted(found, key=_rank)


def _once(embed: Embed) -> Embed:
    """The same embedding, which remembers: the groups of cells share most of their clauses and sentences."""
    known: dict[str, Floats] = {}

    def remembered(texts: Sequence[str]) -> Floats:
        new = [text for text in texts if text not in known]
        if new:
            known.update(zip(new, embed(new), strict=True))
        return np.stack([known[text] for text in texts])

    return remembered


def _findings(rows: Table, weights: Weights, material: Material, group: str) -> Iterable[Finding]:
    scored = score(rows, weights)
    context = Context(material.documents, material.links, material.channels, material.contains)
    for members in clusters(len(rows.cells), scored, weights.threshold, _barred(rows.cells)):
        chosen = [rows.cells[k] for k in members]
        several = len({cell.document for cell in chosen}) > 1
        if not several and group not in _SINGLES:
            continue
        yield _finding(chosen, _likeness(rows, members), context, material)


def _barred(found: Sequence[Cell]) -> list[tuple[int, int]]:
    """Unlike numbers of one sentence: a document does not contradict itself there, it counts two things."""
    sentences: dict[tuple[str, tuple[int, int]], list[int]] = {}
    for k, cell in enumerate(found):
        if cell.range is not None:
            sentences.setdefault((cell.document, cell.claim.sentence), []).append(k)
    return [
        (i, j)
        for members in sentences.values()
        for i, j in combinations(members, 2)
        if (one := found[i].range) and (other := found[j].range) and relation(one, other) == "apart"
    ]


def _likeness(rows: Table, members: Sequence[int]) -> Callable[[int, int], float]:
    """Likeness of two members of a finding, by their numbers; computed once it is asked for."""

    @cache
    def matrix() -> Floats:
        sense = rows.clause_sense[members]
        found: Floats = np.maximum(sense @ sense.T, rows.clause_words.among(members))
        return found

    return lambda i, j: float(matrix()[i, j])


def _finding(
    chosen: Sequence[Cell], likeness: Callable[[int, int], float], context: Context, material: Material
) -> Finding:
    verdict, why = judge(chosen, likeness, context)
    values = tuple(_value(cell) for cell in chosen)
    origins = count_origins(values, material.same_witness)
    ranges = [cell.range for cell in chosen if cell.range is not None]
    documents = {cell.document for cell in chosen}
    channels = {name for document in documents if (name := context.channel(document))}
    told, ask = lines(chosen, material.documents, hull(ranges) if ranges else None)
    doubted = all(cell.claim.stance == "doubts" or cell.claim.modality is not None for cell in chosen)
    return Finding(
        id=identity("f", chosen[0].slot, *sorted(f"{v.claim} {v.start}" for v in values)),
        headline=told,
        ask=ask,
        slot=chosen[0].slot,
        unit=chosen[0].quantity.unit if chosen[0].quantity else None,
        verdict=verdict,
        why=why,
        documents=len(documents),
        channels=tuple(sorted(channels)),
        witnesses=tuple(sorted({value.witness for value in values if value.witness})),
        origins=origins,
        credibility=credibility(verdict, origins, any(value.witness for value in values), doubted),
        values=values,
    )


def _value(cell: Cell) -> Value:
    claim = cell.claim
    return Value(
        claim=claim.id,
        document=cell.document,
        start=cell.start,
        end=cell.end,
        low=cell.range.low if cell.range else None,
        high=cell.range.high if cell.range else None,
        value=cell.value,
        witness=claim.witness,
        via=claim.via,
        stance=claim.stance,
    )


def _rank(finding: Finding) -> tuple[bool, bool, int, int, int, str]:
    """What several report before what one reports; numbers and events before the where, when and who of them.

    Then by origins, by documents, and numbers before events.
    """
    return (
        finding.verdict == "single",
        finding.slot in {"time", "place", "person", "organisation"},
        -finding.origins,
        -finding.documents,
        finding.slot == "event",
        finding.id,
    )
