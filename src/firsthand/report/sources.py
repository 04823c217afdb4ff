"""What a finding's values point to: documents by number, claims, and witnesses under one name each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.model import Brief, Claim, Entity, Report, Value
from firsthand.report import wording
from firsthand.report.quoting import clean

_IN_BRACKETS = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)$")
_THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Sources:
    """The documents, claims and entities of a brief by id; ``order`` gives a document's number, from 1."""

    reports: Mapping[str, Report]
    order: Mapping[str, int]
    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    roles: Mapping[str, str]  # the name of a witness → "harbour master"

    def channel(self, document: str) -> str:
        """The channel of a document in words; its outlet where no channel is known."""
        report = self.reports[document]
        named = report.channel.name if report.channel else None
        return clean(named) if named else wording.outlet(report)

    def witness(self, value: Value) -> str | None:
        """The name of a value's witness, without the role; the entity's where one is known."""
        claim = self.claims.get(value.claim)
        return self.named(value.witness, claim.witness_entity if claim else None)

    def named(self, witness: str | None, entity: str | None) -> str | None:
        """The one name of a witness that is spelt in several ways."""
        if not witness:
            return None
        known = self.entities.get(entity or "")
        return clean(known.name) if known else _split(witness)[0]

    def introduced(self, name: str) -> str:
        """A witness with the role that goes with the name: "Elena Tarvo, harbour master"."""
        role = self.roles.get(name)
        if not role or role.casefold() in name.casefold():
            return name
        return role if name.casefold() in role.casefold() else f"{name}, {role}"

    def via(self, value: Value) -> tuple[str, ...]:
        """Who passed a value on, without the channel whose text the document is."""
        channel = self.channel(value.document)
        return tuple(name for name in map(clean, value.via) if not _same(name, channel))


def sources_of(brief: Brief) -> Sources:
    """The look-up of a brief."""
    roles: dict[str, str] = {}
    entities = {entity.id: entity for entity in brief.entities}
    for entity in brief.entities:
        if entity.role:
            roles.setdefault(clean(entity.name), clean(entity.role))
    for claim in brief.claims:
        name, role = _split(claim.witness or "")
        entity_of = entities.get(claim.witness_entity or "")
        if role:
            roles.setdefault(clean(entity_of.name) if entity_of else name, role)
    return Sources(
        reports={report.id: report for report in brief.documents},
        order={report.id: number for number, report in enumerate(brief.documents, 1)},
        claims={claim.id: claim for claim in brief.claims},
        entities=entities,
        roles=roles,
    )


def _split(witness: str) -> tuple[str, str]:
    """ "Elena Tarvo (harbour master)" as name and role."""
    witness = clean(witness)
    match = _IN_BRACKETS.match(witness)
    return (match["name"], match["role"]) if match else (witness, "")


def _same(name: str, channel: str) -> bool:
    """Whether two names are of one agency: equal but for the article, or one the initials of the other."""
    one, other = _THE.sub("", name), _THE.sub("", channel)
    initials = "".join(word[0] for part in one.split() for word in part.split("-") if word[:1].isupper())
    return one.casefold() == other.casefold() or (len(initials) > 1 and initials == other)
