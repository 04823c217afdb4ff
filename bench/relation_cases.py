"""Relations of the brief on passages of our own, and on the story whose gold lists relations.

``python -m bench.relation_cases [--errors N] [--story STORY]``. See ``bench/relation_cases/README.md``.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.model import Brief, Document, Entity
from firsthand.names import country_named, country_of
from firsthand.pipeline import brief_of, brief_of_documents

FOLDER = Path(__file__).parent / "relation_cases"
Triple = tuple[str, str, str]


class Case(NamedTuple):
    """A passage with the relations that it states."""

    number: int
    text: str
    relations: frozenset[Triple]

    @property
    def held_out(self) -> bool:
        """Whether nobody who works on the rules may read it."""
        return self.number % 4 == 3


def cases(path: Path = FOLDER / "actors.toml") -> list[Case]:
    """The passages."""
    return [
        Case(int(row["id"]), row["text"], frozenset(_triple(line) for line in row["relations"]))
        for row in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


def measure() -> dict[str, dict[str, float]]:
    """Precision, recall and F1 in percent for "read" and "held out"."""
    counts = {"read": Counter[str](), "held out": Counter[str]()}
    for case, told in _told(cases()):
        counts["held out" if case.held_out else "read"] += _counted(case.relations, told)
    return {name: rates(count) for name, count in counts.items()}


def rates(count: Mapping[str, int]) -> dict[str, float]:
    """Precision, recall and F1 in percent of counts right, told and gold."""
    right, told, gold = (count.get(name, 0) for name in ("right", "told", "gold"))
    return {
        "precision": 100 * right / told if told else 0.0,
        "recall": 100 * right / gold if gold else 0.0,
        "f1": 200 * right / (told + gold) if told + gold else 0.0,
    }


def story(folder: Path, brief: Brief | None = None) -> tuple[dict[str, float], list[str]]:
    """The figures of a story whose gold lists relations between its gold entities, and a line for each error.

    An entity is a gold one if it has most of its mentions: same document, and one reading holds the other.
    """
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    brief = brief or brief_of([folder / "articles"])
    file_of = {report.id: Path(report.path).name for report in brief.documents}
    text_of = {report.id: report.text for report in brief.documents}
    names = {entity.id: _gold_name(entity, gold["entities"], file_of, text_of) for entity in brief.entities}
    told = {(names[r.subject], r.relation, names[r.object]) for r in brief.relations}
    known = {(a, r, b) for a, r, b in told if a and b}
    wanted = {(r["subject"], r["relation"], r["object"]) for r in gold["relations"]}
    errors = [f"missed {t}" for t in sorted(wanted - known)] + [f"false  {t}" for t in sorted(known - wanted)]
    elsewhere = [
        f"unnamed {_entity(brief, r.subject)} {r.relation} {_entity(brief, r.object)}"
        for r in brief.relations
        if not (names[r.subject] and names[r.object])
    ]
    count = {"right": len(wanted & known), "told": len(told), "gold": len(wanted)}
    return rates(count), errors + elsewhere


def _entity(brief: Brief, id: str) -> str:
    return next(entity.name for entity in brief.entities if entity.id == id)


def _gold_name(
    entity: Entity, gold: Iterable[Mapping[str, Any]], file_of: Mapping[str, str], text_of: Mapping[str, str]
) -> str | None:
    votes: Counter[str] = Counter()
    surfaces = {(file_of[m.document], _plain(text_of[m.document][m.start : m.end])) for m in entity.mentions}
    for row in gold:
        listed = {(mention["doc"], _plain(mention["surface"])) for mention in row["mentions"]}
        votes[row["name"]] = len(surfaces & listed)
    best = max(votes.items(), key=lambda vote: vote[1], default=("", 0))
    return best[0] if best[1] else None


def _told(passages: Sequence[Case]) -> Iterable[tuple[Case, dict[Triple, frozenset[Triple]]]]:
    """Each passage with its brief's relations by the entities' names, each with every way to read it."""
    for case in passages:
        brief = brief_of_documents([_document(case)])
        entities = {entity.id: entity for entity in brief.entities}
        told = {}
        for relation in brief.relations:
            one, other = entities[relation.subject], entities[relation.object]
            readings = {
                (a, relation.relation, b) for a in _readings(one, case.text) for b in _readings(other, case.text)
            }
            told[one.name, relation.relation, other.name] = frozenset(readings)
        yield case, told


def _counted(gold: frozenset[Triple], told: Mapping[Triple, frozenset[Triple]]) -> Counter[str]:
    right = sum(any(_folded(one) in readings for one in gold) for readings in told.values())
    return Counter(right=right, told=len(told), gold=len(gold))


def _document(case: Case) -> Document:
    return Document(id=f"d{case.number}", path=f"{case.number}.txt", text=case.text)


def _readings(entity: Entity, text: str) -> set[str]:
    found = {entity.name, *(text[mention.start : mention.end] for mention in entity.mentions)}
    return {_fold(name) for name in found}


def _folded(triple: Triple) -> Triple:
    return _fold(triple[0]), triple[1], _fold(triple[2])


def _fold(name: str) -> str:
    bare = name.removeprefix("the ").removeprefix("The ")
    return _plain(country_of(bare) or country_named(bare) or bare)


def _plain(text: str) -> str:
    return text.replace("’", "'").lower().removeprefix("the ").strip()


def _triple(line: str) -> Triple:
    subject, relation, target = (part.strip() for part in line.split("|"))
    return subject, relation, target


def main() -> None:
    """Prints the figures, and errors of the cases that may be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--story", type=Path)
    options = parser.parse_args()
    left = options.errors
    for case, told in _told([case for case in cases() if not case.held_out]) if left else ():
        missed = [t for t in case.relations if not any(_folded(t) in readings for readings in told.values())]
        false = [t for t, readings in told.items() if not any(_folded(one) in readings for one in case.relations)]
        if (missed or false) and left:
            left -= 1
            print(f"{case.number}: {case.text}\n   missed {sorted(missed)}\n   false {sorted(false)}")
    print(measure())
    if options.story:
        figures, errors = story(options.story)
        print("\n".join(errors[: options.errors]), figures, sep="\n")


if __name__ == "__main__":
    main()
