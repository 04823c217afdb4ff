"""Claims with the entities that their roles, places and witnesses name."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import structs

from firsthand.model import Claim, Entity, Role
from firsthand.names.witnesses import Witnesses, called, in_full, is_no_witness

_PLACE_ROLES = ("place", "destination", "origin")


def link(claims: Iterable[Claim], entities: Sequence[Entity]) -> list[Claim]:
    """The same claims, their roles, ``place`` and ``witness_entity`` filled with the ids of entities there."""
    index, witnesses = _Index(entities), Witnesses(entities)
    people: dict[str, Entity | None] = {}
    linked = []
    for claim in claims:
        if claim.witness and claim.witness not in people:
            people[claim.witness] = witnesses.find(claim.witness)
        linked.append(_linked(claim, index, people.get(claim.witness or "")))
    full = in_full(claim.witness for claim in linked if claim.witness)
    return [
        structs.replace(claim, witness=full.get(claim.witness, claim.witness)) if claim.witness else claim
        for claim in linked
    ]


def _linked(claim: Claim, index: "_Index", person: Entity | None) -> Claim:
    roles = tuple(_role(claim, role, index) for role in claim.roles)
    where = {
        role.role: role.entity for role in reversed(roles) if role.role in _PLACE_ROLES and role.entity in index.places
    }
    place = next((where[name] for name in _PLACE_ROLES if name in where), None)
    if claim.witness and is_no_witness(claim.witness):
        return structs.replace(claim, roles=roles, place=place, witness=None, witness_at=None)
    if person is not None:
        return structs.replace(claim, roles=roles, place=place, witness=called(person), witness_entity=person.id)
    witness = index.first(claim.document, *claim.witness_at, whole=True) if claim.witness_at else None
    return structs.replace(claim, roles=roles, place=place, witness_entity=witness)


def _role(claim: Claim, role: Role, index: "_Index") -> Role:
    entity = index.first(claim.document, role.start, role.end)
    return structs.replace(role, entity=entity) if entity else role


class _Index:
    """Mentions by document and offset; ``places`` are the ids of entities that are places."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._rows: dict[str, list[tuple[int, int, str]]] = {}
        self.places = set()
        for entity in entities:
            if entity.kind == "place":
                self.places.add(entity.id)
            for mention in entity.mentions:
                self._rows.setdefault(mention.document, []).append((mention.start, mention.end, entity.id))
        for rows in self._rows.values():
            rows.sort(key=lambda row: (row[0], -row[1], row[2]))  # of mentions that begin together the longest first

    def first(self, document: str, start: int, end: int, *, whole: bool = False) -> str | None:
        """The mention that ends a stretch, as an English head does; else, unless ``whole``, the first inside."""
        rows = self._rows.get(document, [])
        k = bisect_left(rows, start, key=lambda row: row[0])
        inside = []
        while k < len(rows) and rows[k][0] < end:
            if rows[k][1] <= end:
                inside.append(rows[k])
            k += 1
        ending = [row for row in inside if row[1] == end]
        return next((row[2] for row in ending or ([] if whole else inside)), None)
