"""Claims: what one document says, and who is said to know it."""

from typing import Literal, get_args

import msgspec

from firsthand.model.values import Quantity, TimeValue

Stance = Literal["asserts", "denies", "doubts"]
ToldBy = Literal["clause", "noun", "complement"]
EntityKind = Literal["person", "organisation", "place", "group", "equipment", "event"]


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to know a stretch of text. Offsets are into the document's text.

    ``spans`` are the content (several where a cue interrupts a quotation); ``witness`` the words that name the last
    source in the chain with their offsets ``source``; ``via`` who passed it on, outermost first; ``cue`` the offsets of
    the words that show it.
    """

    spans: tuple[tuple[int, int], ...]
    witness: str | None
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    quoted: bool = False
    rule: str = ""


class Role(msgspec.Struct, frozen=True):
    """Who or what takes part in a claim.

    ``role`` is agent, patient, recipient, instrument, place, origin, destination, cause, time or topic; a
    ``target`` is whom an act is aimed at, wherever the sentence names them.
    """

    role: str
    start: int
    end: int
    entity: str | None = None


class Claim(msgspec.Struct, frozen=True):
    """One thing that a document says.

    ``start`` and ``end`` are the characters that say it, ``trigger`` those of its predicate. ``negated`` is polarity
    ("did not derail"), apart from ``stance``; ``modality`` is possible, planned, conditional or asked where the clause
    does not state what happened; ``told_by`` says whether a clause of its own tells it, a noun in another ("the
    murder of two nuns") or another verb's complement ("was ordered to shell the port"); ``codes`` are the event's
    classes in other schemes (``plover``, ``acled``); ``made_by`` names the rules that found predicate and witness.
    """

    id: str
    document: str
    start: int
    end: int
    kind: str
    predicate: str
    trigger: tuple[int, int]
    roles: tuple[Role, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    time: TimeValue | None = None
    place: str | None = None
    witness: str | None = None
    witness_entity: str | None = None
    witness_at: tuple[int, int] | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    quoted: bool = False
    negated: bool = False
    modality: str | None = None
    sentence: tuple[int, int] = (0, 0)
    told_by: ToldBy = "clause"
    codes: dict[str, str] = {}
    made_by: str = ""


RelationName = Literal[
    "backs", "recruits", "commands", "controls", "opposes", "employs", "fights", "fights-with"
]  # fights-with: on whose side somebody fights
RELATIONS: frozenset[str] = frozenset(get_args(RelationName))


class Tie(msgspec.Struct, frozen=True):
    """One actor's lasting bearing on another as one stretch of text words it; offsets into the document's text.

    ``word`` is what says it ("backed", "commander"), ``start`` and ``end`` the stretch from the first to the last of
    subject, word and object. ``asserted`` is false where the text denies, asks, hopes or plans; ``made_by`` names the
    rule; ``states`` says of subject and object whether the name of a people stands for its country ("Turkish aid", not
    "Turkish fighters" or "Turks").
    """

    document: str
    relation: RelationName
    subject: tuple[int, int]
    object: tuple[int, int]
    word: tuple[int, int]
    start: int
    end: int
    asserted: bool
    made_by: str
    states: tuple[bool, bool] = (False, False)


class Mention(msgspec.Struct, frozen=True):
    """Where an entity is named."""

    document: str
    start: int
    end: int


class Place(msgspec.Struct, frozen=True):
    """Where on earth: degrees, WGS 84, and the GeoNames id if known."""

    latitude: float
    longitude: float
    geonames: int | None = None


class Join(msgspec.Struct, frozen=True):
    """Why two ways of naming are one entity, where the name itself does not show it.

    ``surface`` and ``other`` are the words, ``rule`` what joined them ("spelling", "acronym", "same role, same
    statement" …), ``evidence`` the characters that the rule went by.
    """

    surface: str
    other: str
    rule: str
    evidence: tuple[Mention, ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """An actor, place or thing and every mention of it.

    ``role`` is the title that goes with the name ("mayor of Bani Walid"); ``aliases`` are other names, without
    descriptions; ``joined`` says why mentions that do not share the name are of this entity.
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    place: Place | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    joined: tuple[Join, ...] = ()
