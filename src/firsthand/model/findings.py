"""Findings: claims of several documents about the same matter, side by side."""

from typing import Literal

import msgspec

from firsthand.model.claims import RelationName, Stance

Verdict = Literal["agree", "compatible", "revised", "conflict", "disputed", "single"]
Slot = Literal[
    "count", "money", "distance", "duration", "time", "place", "person", "organisation", "thing", "cause", "event"
]


class Value(msgspec.Struct, frozen=True):
    """What one claim says to the question; ``start`` and ``end`` are the words that carry it."""

    claim: str
    document: str
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    value: str | None = None
    witness: str | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"


class Finding(msgspec.Struct, frozen=True):
    """One question, the answers of the documents, and whether they can all be true.

    ``origins`` counts independent ways in which the value became known; ``credibility`` is 1 (confirmed) to 6 (cannot
    be judged) after the Admiralty scale.
    """

    id: str
    headline: str
    ask: str
    slot: Slot
    unit: str | None
    verdict: Verdict
    why: str
    documents: int
    channels: tuple[str, ...]
    witnesses: tuple[str, ...]
    origins: int
    credibility: int
    values: tuple[Value, ...]


class Wording(msgspec.Struct, frozen=True):
    """The characters of a document that state a relation, and the rule that read it."""

    document: str
    start: int
    end: int
    made_by: str


class Relation(msgspec.Struct, frozen=True):
    """One entity's lasting bearing on another, the words that say so, and the claims that hold those words."""

    subject: str
    relation: RelationName
    object: str
    claims: tuple[str, ...]
    evidence: tuple[Wording, ...] = ()


class Moment(msgspec.Struct, frozen=True):
    """A stretch of the timeline (ISO dates, inclusive) and what happened in it."""

    start: str
    end: str
    findings: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
