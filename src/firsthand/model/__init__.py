"""The nouns of firsthand as frozen types; imports nothing of the other packages."""

from firsthand.model.brief import FORMAT, Brief, MadeBy, Report, decode, encode, schema
from firsthand.model.claims import Attribution, Claim, Entity, EntityKind, Join, Mention, Place, Role, Stance
from firsthand.model.documents import (
    Channel,
    Direction,
    Document,
    Evidence,
    Link,
    LinkKind,
    Part,
    PartKind,
    Problem,
    Removed,
)
from firsthand.model.findings import Finding, Moment, Relation, Slot, Value, Verdict
from firsthand.model.identity import identity
from firsthand.model.values import Quantity, Range, TimeValue

__all__ = [
    "FORMAT",
    "Attribution",
    "Brief",
    "Channel",
    "Claim",
    "Direction",
    "Document",
    "Entity",
    "EntityKind",
    "Evidence",
    "Finding",
    "Join",
    "Link",
    "LinkKind",
    "MadeBy",
    "Mention",
    "Moment",
    "Part",
    "PartKind",
    "Place",
    "Problem",
    "Quantity",
    "Range",
    "Relation",
    "Removed",
    "Report",
    "Role",
    "Slot",
    "Stance",
    "TimeValue",
    "Value",
    "Verdict",
    "decode",
    "encode",
    "identity",
    "schema",
]
