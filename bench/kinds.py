"""Kinds of event on sentences of our own: ``python -m bench.kinds [--errors]``. See ``bench/kind_cases/README.md``."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand import claims, language
from firsthand.claims.kinds import OTHER, STATE
from firsthand.model import Claim, Document

FILE = Path(__file__).parent / "kind_cases" / "news.tsv"
NONE = "-"
_NO_EVENT = frozenset({OTHER, STATE, "statement"})
_PARTS = {"agent": ("agent",), "patient": ("patient", "target")}


class Case(NamedTuple):
    """A sentence with the kind of event that it tells, and who did it to whom ("" where that is not asked)."""

    number: int
    kind: str
    agent: str
    patient: str
    text: str

    @property
    def held_out(self) -> bool:
        """Whether nobody who works on the ontology may read it."""
        return self.number % 4 == 3


def cases(file: Path = FILE) -> list[Case]:
    """The sentences."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [Case(int(number), kind, agent, patient, text) for number, kind, agent, patient, text in rows]


def told(doc: Doc, found: Iterable[Claim]) -> str:
    """The kind of the main claim of a sentence; ``-`` where it tells no event."""
    some = sorted(found, key=lambda claim: (_depth(doc, claim), claim.trigger))
    kinds = [claim.kind for claim in some if claim.kind not in _NO_EVENT]
    if kinds:
        return kinds[0]
    return "statement" if any(claim.kind == "statement" for claim in some) else NONE


def _depth(doc: Doc, claim: Claim) -> int:
    span = doc.char_span(*claim.trigger, alignment_mode="expand")
    token: Token = span.root
    depth = 0 if claim.told_by == "clause" else 1
    while token.head != token:
        depth += token.dep_ not in {"ccomp", "parataxis"}
        token = token.head
    return depth


def parts_right(case: Case, text: str, found: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    """Each part that a case asks for, and whether some claim of its kind gives it."""
    for part, wanted in (("agent", case.agent), ("patient", case.patient)):
        if wanted:
            given = [r for c in found if c.kind == case.kind for r in c.roles if r.role in _PARTS[part]]
            yield part, any(wanted.lower() in text[role.start : role.end].lower() for role in given)


def measure(file: Path = FILE, *, errors: bool = False) -> dict[str, dict[str, float]]:
    """Percent of kinds and of roles right, for "read" and "held out"."""
    all_ = cases(file)
    counts = {"read": Counter[tuple[str, str]](), "held out": Counter[tuple[str, str]]()}
    for case, doc in zip(all_, language.parse(case.text for case in all_), strict=True):
        found = claims.extract(Document(id=f"d{case.number}", path="", text=case.text), doc)
        kind, parts = told(doc, found), list(parts_right(case, case.text, found))
        wanted = {NONE, "statement"} if case.kind == NONE else {case.kind}
        count = counts["held out" if case.held_out else "read"]
        count["kind", "all"] += 1
        count["kind", "right"] += kind in wanted
        count["roles", "all"] += len(parts)
        count["roles", "right"] += sum(right for _, right in parts)
        wrong = [part for part, right in parts if not right]
        if errors and not case.held_out and (kind not in wanted or wrong):
            print(f"{case.number:4} {case.kind} not {kind}; wrong: {wrong}  {case.text}")
            print("     ", *(f"{c.kind}<{c.predicate}>[{_roles(c, case.text)}]" for c in found))
    return {name: _shares(count) for name, count in counts.items()}


def _roles(claim: Claim, text: str) -> str:
    return "; ".join(f"{role.role} {text[role.start : role.end]}" for role in claim.roles)


def _shares(count: Counter[tuple[str, str]]) -> dict[str, float]:
    return {name: 100 * count[name, "right"] / max(1, count[name, "all"]) for name in ("kind", "roles")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the sentences read wrongly, not those held out")
    for name, shares in measure(errors=parser.parse_args().errors).items():
        print(f"{name:9}", *(f"{share} {value:5.1f} %" for share, value in shares.items()))


if __name__ == "__main__":
    main()
