"""Lasting relations between actors, read off claims whose agent and patient are both named."""

from collections.abc import Iterable, Mapping

from firsthand.model import Claim, Entity, Relation

_RELATIONS: Mapping[str, str] = {
    "back": "backs", "support": "backs", "bolster": "backs", "sponsor": "backs", "ally": "backs", "aid": "backs",
    "recruit": "recruits", "enlist": "recruits", "command": "commands", "lead": "commands", "control": "controls",
    "hold": "controls", "govern": "controls", "oppose": "opposes", "employ": "employs", "hire": "employs",
    "use": "employs", "fight": "fights", "battle": "fights", "attack": "fights",
}  # fmt: skip
_ACTORS = frozenset({"person", "organisation", "group", "place"})


def relations(claims: Iterable[Claim], entities: Iterable[Entity]) -> list[Relation]:
    """Relations with the claims that state them; negated, denied, possible and asked claims state none."""
    kinds = {entity.id: entity.kind for entity in entities}
    found: dict[tuple[str, str, str], list[str]] = {}
    for claim in claims:
        name = _RELATIONS.get(claim.predicate)
        if name is None or claim.negated or claim.stance != "asserts" or claim.modality is not None:
            continue
        agents = [role.entity for role in claim.roles if role.role == "agent" and role.entity]
        patients = [role.entity for role in claim.roles if role.role == "patient" and role.entity]
        for agent in agents:
            for patient in patients:
                if agent != patient and kinds.get(agent) in _ACTORS and kinds.get(patient) in _ACTORS - {"place"}:
                    found.setdefault((agent, name, patient), []).append(claim.id)
    return [Relation(a, name, b, tuple(ids)) for (a, name, b), ids in sorted(found.items())]  # type: ignore[arg-type]
