"""The ontology of events, read from ``data/kinds`` and checked: kinds, their senses, the patterns that show them.

A file holds a ``gloss``, the event's class in PLOVER and its ``type: sub-event`` in ACLED ("" where they have none),
and blocks ``[[senses]]``. A block lists patterns of ``verbs``, ``nouns`` and ``adjectives``; it may set ``plover``
and ``acled`` for itself, and ``roles``, which say what part the subject, the object or a phrase of place plays where
it is not the usual one; ``against`` is a phrase with "at", "on", "against" or the like. The file
``other.toml`` holds senses that tell no event ("kill time"); of patterns that ask for as much its own go first.

A pattern is a lemma, with its particle after an underscore, and conditions after colons:

    obj, !obj            it has a direct object (of a passive: the subject), or none
    +gun|#weapon         the object's head is one of these words, or of a class of ``data/classes.toml``; !+… it is none
    <#vehicle            so is the subject's
    >at|hospital         a preposition of a phrase that hangs on it, or that phrase's head, is one of these; !>… is none
    =drone|militar       a word right before the noun begins so; !=… does not
    xcomp, that, pass, hostile    it has an open complement, a clause; is passive; its complement tells of harm

Sources: PLOVER, https://github.com/openeventdata/PLOVER; ACLED codebook 2023.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from firsthand.claims.kinds.classes import class_of_words

PLOVER = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "INVESTIGATE", "DEMAND",
    "DISAPPROVE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT",
})  # fmt: skip
HOSTILE = frozenset({"ASSAULT", "FIGHT", "COERCE", "SANCTION", "REJECT", "THREATEN", "PROTEST", "DISAPPROVE"})
"""The classes of PLOVER that are against somebody."""
ACLED = frozenset({
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
    "Strategic developments",
})  # fmt: skip
OTHER = "other"
"""No kind of event: of no word that shows one, or of another sense of such a word (``other.toml``)."""
PARTS = ("verbs", "nouns", "adjectives")
_FLAGS = frozenset({"obj", "xcomp", "that", "pass", "hostile"})
_ITEM = re.compile(r"[a-z][a-z'-]*(?:_[a-z]+)?(?::!?(?:[+<>=]\S+?|[a-z]+))*")
_ROLES = frozenset({"agent", "patient", "recipient", "instrument", "topic"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold around a word: ``sign`` is one of ``+<>=`` with ``words``, or "" with a flag as the only word."""

    sign: str
    words: frozenset[str]
    wanted: bool = True

    @property
    def weight(self) -> float:
        """How much it asks for."""
        if not self.wanted:
            return 0.25
        return 0.9 if any(word.startswith("#") for word in self.words) else 1.0


@dataclass(frozen=True, slots=True)
class Sense:
    """One block of a kind's file: what its patterns mean in PLOVER and ACLED, and who plays which part.

    ``roles`` holds (subject, object, place, destination, recipient or against; class of noun or "" for any; role).
    """

    kind: str
    plover: str = ""
    acled: str = ""
    roles: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A lemma with what must hold around it; the pattern that asks for more goes first."""

    lemma: str
    particle: str
    conditions: tuple[Condition, ...]
    sense: Sense

    @property
    def weight(self) -> float:
        """How much it asks for: 1 for each thing that must be there (a little less for a class), ¼ for each that must
        not."""
        return bool(self.particle) + sum(condition.weight for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event with its senses' patterns by part of speech."""

    name: str
    gloss: str
    plover: str
    acled: str
    patterns: Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Ontology:
    """All kinds, and their patterns by part of speech and lemma, those that ask for most first."""

    kinds: Mapping[str, Kind]
    table: Mapping[str, Mapping[str, tuple[Pattern, ...]]] = field(repr=False)

    def patterns(self, part: str, lemma: str) -> tuple[Pattern, ...]:
        """The patterns of a lemma among ``part`` (verbs, nouns, adjectives)."""
        return self.table[part].get(lemma, ())


@cache
def ontology() -> Ontology:
    """The shipped ontology.

    Raises ``ValueError`` naming the file where one is not as it should be, or where two kinds share a pattern.
    """
    folder = files("firsthand.claims").joinpath("data/kinds")
    texts = {
        entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")
    }
    return of_texts(texts)


def of_texts(texts: Mapping[str, str]) -> Ontology:
    """The ontology of files given as name → text; see ``ontology``."""
    kinds = {}
    for name in sorted(texts):
        kind = _kind(name, texts[name])
        kinds[kind.name] = kind
    table: dict[str, dict[str, list[Pattern]]] = {part: {} for part in PARTS}
    for kind in kinds.values():
        for part, patterns in kind.patterns.items():
            for pattern in patterns:
                _add(table[part].setdefault(pattern.lemma, []), pattern)
    ordered = {
        part: {
            lemma: tuple(sorted(found, key=lambda p: (-p.weight, p.sense.kind != OTHER)))
            for lemma, found in rows.items()
        }
        for part, rows in table.items()
    }
    return Ontology(kinds, ordered)


def _add(row: list[Pattern], pattern: Pattern) -> None:
    for other in row:
        if (other.particle, frozenset(other.conditions)) == (pattern.particle, frozenset(pattern.conditions)):
            raise ValueError(f"{pattern.sense.kind}.toml: {pattern.lemma!r} stands in {other.sense.kind}.toml, too")
    row.append(pattern)


def _kind(file: str, text: str) -> Kind:
    name = file.removesuffix(".toml")
    try:
        data = tomllib.loads(text)
        found: dict[str, list[Pattern]] = {part: [] for part in PARTS}
        for block in data["senses"]:
            _known(block, {*PARTS, "plover", "acled", "roles"})
            sense = _sense(name, data, block)
            for part in PARTS:
                found[part] += (_pattern(item, sense) for item in block.get(part, "").split())
        _known(data, {"gloss", "plover", "acled", "senses"})
        patterns = {part: tuple(rows) for part, rows in found.items()}
        return Kind(name, data["gloss"], data.get("plover", ""), data.get("acled", ""), patterns)
    except (KeyError, ValueError) as error:
        raise ValueError(f"{file}: {error}") from error


def _known(data: Mapping[str, object], keys: set[str]) -> None:
    if unknown := sorted(data.keys() - keys):
        raise ValueError(f"unknown key {unknown[0]!r}")


def _sense(kind: str, data: Mapping[str, str], block: Mapping[str, str]) -> Sense:
    plover = block.get("plover", data.get("plover", ""))
    acled = block.get("acled", data.get("acled", ""))
    if plover and plover not in PLOVER:
        raise ValueError(f"PLOVER has no {plover!r}")
    if acled and acled.partition(": ")[0] not in ACLED:
        raise ValueError(f"ACLED has no {acled!r}")
    return Sense(kind, plover, acled, tuple(_roles(block.get("roles", ""))))


def _roles(text: str) -> Iterator[tuple[str, str, str]]:
    for item in text.split():
        relation, _, role = item.partition("=")
        relation, _, group = relation.partition("-#")
        if relation not in {"subject", "object", "place", "destination", "recipient", "against"} or role not in _ROLES:
            raise ValueError(f"no such role: {item!r}")
        yield relation, group, role


def _pattern(item: str, sense: Sense) -> Pattern:
    if not _ITEM.fullmatch(item):
        raise ValueError(f"no pattern: {item!r}")
    word, *conditions = item.split(":")
    lemma, _, particle = word.partition("_")
    return Pattern(lemma, particle, tuple(map(_condition, conditions)), sense)


def _condition(text: str) -> Condition:
    wanted = not text.startswith("!")
    text = text.removeprefix("!")
    if text in _FLAGS:
        return Condition("", frozenset({text}), wanted)
    if text[:1] not in "+<>=":
        raise ValueError(f"no condition: {text!r}")
    words = frozenset(text[1:].split("|"))
    for word in words:
        if word.startswith("#"):
            class_of_words(word[1:])
    return Condition(text[0], words, wanted)
