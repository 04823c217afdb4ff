"""Lasting relations between actors, from the ties that the documents word and the claims around them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Claim, Entity, Relation, Tie, Wording
from firsthand.names import country_named, country_of

_BODIES = frozenset({"organisation", "group"})


def relations(ties: Iterable[Tie], claims: Iterable[Claim], entities: Sequence[Entity]) -> list[Relation]:
    """Relations with the words that state them; what is negated, denied, possible or asked states none."""
    actors, around = _Actors(entities), _Claims(claims)
    found: dict[tuple[str, str, str], tuple[dict[str, None], dict[Wording, None]]] = {}
    for tie in ties:
        subject = actors.at(tie.document, tie.subject, country=tie.states[0])
        target = actors.at(tie.document, tie.object, country=tie.states[1])
        if not tie.asserted or subject is None or target is None or subject.id == target.id:
            continue
        claim = around.at(tie)
        if not _fits(subject, tie.relation, target) or (claim is not None and _takes_back(claim, tie)):
            continue
        held, words = found.setdefault((subject.id, tie.relation, target.id), ({}, {}))
        if claim is not None:
            held[claim.id] = None
        words[Wording(tie.document, tie.start, tie.end, tie.made_by)] = None
    return [Relation(a, name, b, tuple(held), tuple(words)) for (a, name, b), (held, words) in sorted(found.items())]  # type: ignore[arg-type]


def _takes_back(claim: Claim, tie: Tie) -> bool:
    """Whether the claim that the tie's word heads is denied or doubted; what it only mentions stands."""
    return claim.trigger == tie.word and (claim.negated or claim.stance != "asserts" or claim.modality is not None)


def _fits(subject: Entity, relation: str, target: Entity) -> bool:
    """Whether such a subject can stand in the relation to such an object: only a place is just held, never backed."""
    if _is_mere_place(subject) or (country_of(target.name) or target.name) == subject.name:
        return False
    if target.name in subject.name:
        return False  # "forces allied with the Council" are named after whom they back
    if relation == "commands":
        return subject.kind == "person" and (
            target.kind in _BODIES or (target.kind == "place" and not _is_mere_place(target))
        )
    if relation == "controls":
        return target.kind == "place" or (subject.kind != "person" and target.kind == "organisation")
    if relation in {"fights", "fights-with"} and subject.kind == target.kind == "person":
        return False
    return not _is_mere_place(target)


def _is_mere_place(entity: Entity) -> bool:
    """A place that cannot act: no country, and no body that was taken for a place (it lies nowhere on earth)."""
    return entity.kind == "place" and country_named(entity.name) is None and not _is_misread(entity)


def _is_misread(entity: Entity) -> bool:
    return entity.kind == "place" and entity.place is None


class _Actors:
    """Entities by where they are named, and countries by name."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._rows: dict[str, list[tuple[int, int, int]]] = {}
        self._entities = entities
        self._countries: Mapping[str, Entity] = {
            country: entity
            for entity in reversed(entities)
            if entity.kind == "place" and (country := country_named(entity.name))
        }
        for k, entity in enumerate(entities):
            for mention in entity.mentions:
                self._rows.setdefault(mention.document, []).append((mention.start, mention.end, k))
        for rows in self._rows.values():
            rows.sort()

    def at(self, document: str, span: tuple[int, int], *, country: bool) -> Entity | None:
        """The entity whose name ends the span, else the last named in it; ``country`` asks for that of its people."""
        rows = self._rows.get(document, [])
        inside = [row for row in rows[: bisect_right(rows, (span[1], 0, 0))] if row[1] > span[0]]
        if not inside:
            return None
        ending = [row for row in inside if row[1] == span[1]] or inside
        entity = self._entities[ending[-1][2]]
        if country and entity.kind == "group" and (name := country_of(entity.name)):
            return self._countries.get(name, entity)
        return entity


class _Claims:
    """Claims by place."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._rows: dict[str, list[Claim]] = {}
        for claim in claims:
            self._rows.setdefault(claim.document, []).append(claim)

    def at(self, tie: Tie) -> Claim | None:
        """The claim that the tie's word heads, else the shortest that holds it."""
        start, end = tie.word
        holding = [c for c in self._rows.get(tie.document, ()) if c.start <= start and end <= c.end]
        heading = [c for c in holding if c.trigger == tie.word]
        return min(heading or holding, key=lambda c: (c.end - c.start, c.start), default=None)
