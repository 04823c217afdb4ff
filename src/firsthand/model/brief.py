"""The brief: the whole account of a story, as values and as JSON (format ``firsthand/brief@1``)."""

from typing import Any

import msgspec

from firsthand.model.claims import Claim, Entity
from firsthand.model.documents import Channel, Document, Link, Part, Problem, Removed
from firsthand.model.findings import Finding, Moment, Relation
from firsthand.model.whereabouts import Whereabouts

FORMAT = "firsthand/brief@1"


class MadeBy(msgspec.Struct, frozen=True):
    """The versions that made a brief; ``gazetteer`` is what its places are from."""

    firsthand: str
    pipeline: str
    gazetteer: str = ""


class Report(msgspec.Struct, frozen=True):
    """A document as the brief shows it: the document and its channel."""

    id: str
    path: str
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    authors: tuple[str, ...]
    language: str | None
    text: str
    channel: Channel | None
    removed: tuple[Removed, ...]
    parts: tuple[Part, ...]
    modified: str | None = None
    section: str | None = None
    known_by: dict[str, str] = {}
    source: tuple[tuple[int, int, int], ...] = ()

    @classmethod
    def of(cls, document: Document, channel: Channel | None) -> "Report":
        """The report of a document printed from a channel."""
        fields = {name: getattr(document, name) for name in document.__struct_fields__}
        return cls(**fields, channel=channel)


class Brief(msgspec.Struct, frozen=True):
    """One account of many reports. Same documents, same brief, byte for byte."""

    made_by: MadeBy
    documents: tuple[Report, ...]
    links: tuple[Link, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...] = ()
    timeline: tuple[Moment, ...] = ()
    whereabouts: tuple[Whereabouts, ...] = ()
    errors: tuple[Problem, ...] = ()
    format: str = FORMAT


def encode(brief: Brief) -> bytes:
    """The brief as UTF-8 JSON with two-space indents, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2) + b"\n"


def decode(data: bytes) -> Brief:
    """The brief that ``encode`` wrote.

    Raises ``msgspec.ValidationError`` (naming the place) on JSON of another shape.
    """
    return msgspec.json.decode(data, type=Brief)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a brief."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Brief)}
