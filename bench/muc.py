"""MUC-4: who did what to whom, with what, in reports of attacks: ``python -m bench.muc DIR [--file dev.json]
[--errors N]``.

DIR holds MUC-4 as JSON lines (``doctext`` in lower case; ``templates`` with incident_type, PerpInd, PerpOrg, Target,
Victim, Weapon; each filler a list of mentions). A gold filler is found if some claim of a kind that fits the incident
has a role that fits (perpetrator: agent; target, victim: patient or target; weapon: instrument), and the head word of
that role, or a name in apposition to it, lies in a place where the text has one of the filler's mentions; an
organisation of perpetrators may also be a modifier of that word ("FMLN guerrillas", "members of the FMLN").
``precision`` is of the same roles of claims of those kinds, in texts with templates, the share that names any filler of
the text; MUC fills templates for some incidents only, and only for the first fillers, so that it can but compare
versions.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand import claims, language
from firsthand.model import Claim, Document

STRUCK = ("patient", "target")
ROLES = {"PerpInd": ("agent",), "PerpOrg": ("agent",), "Target": STRUCK, "Victim": STRUCK, "Weapon": ("instrument",)}
_SAME = frozenset({"appos", "flat", "nmod:desc"})
_OF = frozenset({"compound", "amod", "nmod:poss", "nmod"})
_VIOLENT = frozenset({"attack", "killing", "injury", "clash", "destruction", "abuse", "capture"})
KINDS = {
    "attack": _VIOLENT,
    "bombing": _VIOLENT,
    "arson": _VIOLENT,
    "kidnapping": frozenset({"abduction", "release", "missing"}),
    "robbery": frozenset({"seizure", "attack"}),
    "forced work stoppage": frozenset({"protest", "closure", "demand", "threat"}),
}


class Filler(NamedTuple):
    """A gold filler: the incident's type, the role, the spellings."""

    incident: str
    role: str
    mentions: tuple[str, ...]


def texts(path: Path) -> Iterator[tuple[str, list[Filler]]]:
    """Each text with its fillers, a filler that several templates share once a type."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            found: dict[Filler, None] = {}
            for template in record["templates"]:
                kind = template["incident_type"].partition(" / ")[0]
                for role in ROLES:
                    for entity in template[role]:
                        found[Filler(kind, role, tuple(sorted({mention[0] for mention in entity})))] = None
            yield record["doctext"], list(found)


def filled(doc: Doc, found: list[Claim]) -> dict[tuple[str, str], list[tuple[int, Claim]]]:
    """Offsets of the head words of roles by the claim's kind and role."""
    out: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
    for claim in found:
        for role in claim.roles:
            span = doc.char_span(role.start, role.end, alignment_mode="expand")
            if span is not None:
                for name, relations in (("", _SAME), ("'s body", _SAME | _OF)):
                    spots = out.setdefault((claim.kind, role.role + name), [])
                    spots += ((at, claim) for at in bodies(span.root, relations))
    return out


def bodies(head: Token, relations: frozenset[str]) -> Iterator[int]:
    """Offsets of a phrase's head and of what hangs on it by one of the relations."""
    yield head.idx
    for child in head.children:
        if child.dep_ in relations:
            yield child.idx


def places(text: str, mentions: tuple[str, ...]) -> list[tuple[int, int]]:
    return [m.span() for mention in mentions for m in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)]


def is_found(filler: Filler, heads: dict[tuple[str, str], list[tuple[int, Claim]]], text: str) -> bool:
    where = places(text, filler.mentions)
    body = "'s body" if filler.role == "PerpOrg" else ""
    parts = [(kind, part + body) for kind in KINDS[filler.incident] for part in ROLES[filler.role]]
    spots = [at for part in parts for at, _ in heads.get(part, ())]
    return any(start <= at < end for start, end in where for at in spots)


def measure(path: Path, errors: int = 0, role: str | None = None) -> dict[str, float]:
    """Percent found of each role and of all, and the precision."""
    rows = list(texts(path))
    got: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    told = right = shown = 0
    for number, ((text, fillers), doc) in enumerate(zip(rows, language.parse(text for text, _ in rows), strict=True)):
        found = claims.extract(Document(id=f"d{number}", path="", text=text), doc)
        heads = filled(doc, found)
        for filler in fillers:
            all_[filler.role] += 1
            hit = is_found(filler, heads, text)
            got[filler.role] += hit
            if not hit and shown < errors and role in {None, filler.role}:
                shown += 1
                print(f"\n[{number}] {filler.incident} {filler.role}: {' | '.join(filler.mentions)}")
                print(*contexts(doc, filler, text), sep="\n")
        golds: dict[str, list[tuple[int, int]]] = {}
        for filler in fillers:
            for part in ROLES[filler.role]:
                golds.setdefault(part, []).extend(places(text, filler.mentions))
        for (kind, part), spots in heads.items() if fillers else ():
            if kind in _VIOLENT and part in golds:
                told += len(spots)
                right += sum(any(a <= at < b for a, b in golds[part]) for at, _ in spots)
    figures = {name: 100 * got[name] / max(1, all_[name]) for name in ROLES}
    return {"found": 100 * got.total() / max(1, all_.total()), **figures, "precision": 100 * right / max(1, told)}


def contexts(doc: Doc, filler: Filler, text: str) -> Iterator[str]:
    for start, end in places(text, filler.mentions)[:3]:
        span = doc.char_span(start, end, alignment_mode="expand")
        yield f"    … {span.sent.text.strip()[:320]}" if span is not None else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--file", default="dev.json")
    parser.add_argument("--errors", type=int, default=0, help="print so many fillers that were not found")
    parser.add_argument("--role", choices=sorted(ROLES), help="only those of this role")
    options = parser.parse_args()
    for name, value in measure(options.folder / options.file, options.errors, options.role).items():
        print(f"{name:10} {value:5.1f} %")


if __name__ == "__main__":
    main()
