"""Attribution on passages of our own: ``python -m bench.cases [FOLDER] [--errors GROUP]``.

FOLDER holds TOML files of passages with their attributions (see ``bench/attribution_cases/README.md``), written without
sight of the rules. A told content matches a gold one if words shared / words in either >= 0.3, one to one, best pairs
first. Of those found: is the witness the right one (half of the gold name's words, title and role aside), the chain of
those who passed it on, the stance? Cases whose number leaves 3 when divided by 4 are held out.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.claims.attribution import find_attributions
from firsthand.language import parse
from firsthand.model import Attribution

FOLDER = Path(__file__).parent / "attribution_cases"
FOUND, EXACT = 0.3, 0.8
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "a", "an", "of", "mr", "ms", "mrs", "dr"})


class Case(NamedTuple):
    """A passage: its group, its number, its text and the attributions that a reader would mark."""

    group: str
    number: int
    text: str
    said: list[dict[str, Any]]

    @property
    def held_out(self) -> bool:
        """Whether nobody who works on the rules may read it."""
        return self.number % 4 == 3


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """The passages of a folder, by group."""
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            yield Case(path.stem, int(case["id"].rpartition("-")[2]), case["text"], case.get("said", []))


def measure(folder: Path = FOLDER) -> dict[str, dict[str, float]]:
    """Shares in percent: f1, exact (recall at 0.8), witness, via, stance; for "read" and "held out"."""
    counts = {"read": Counter[str](), "held out": Counter[str]()}
    for case, attributions in _told(folder):
        counts["held out" if case.held_out else "read"] += score(case, attributions)[0]
    return {name: figures(count) for name, count in counts.items()}


def figures(count: Counter[str]) -> dict[str, float]:
    """Shares in percent from the counts of ``score``."""
    found, told, gold = count["found"], count["told"], count["gold"]
    shares = {name: _share(count[name], found) for name in ("witness", "via", "stance")}
    return {"f1": _share(2 * found, told + gold), "exact": _share(count["exact"], gold), **shares}


def score(case: Case, attributions: Sequence[Attribution]) -> tuple[Counter[str], list[str]]:
    """Counts of one passage, and a line for each thing that is wrong."""
    gold = [_words(case.text, _spans(case.text, said["content"])) for said in case.said]
    told = [_words(case.text, attribution.spans) for attribution in attributions]
    pairs = _pairs(gold, told)
    count = Counter(gold=len(gold), told=len(told), found=len(pairs))
    wrong = [f"missed {said}" for g, said in enumerate(case.said) if g not in pairs]
    wrong += [f"false {_line(case.text, a)}" for t, a in enumerate(attributions) if t not in pairs.values()]
    for g, t in pairs.items():
        said, attribution = case.said[g], attributions[t]
        right = {
            "exact": len(gold[g] & told[t]) / len(gold[g] | told[t]) >= EXACT,
            "witness": _same(said.get("witness"), attribution.witness),
            "via": _same_chain(said.get("via", []), attribution.via),
            "stance": said["stance"] == attribution.stance,
        }
        count.update(name for name, ok in right.items() if ok)
        if not all(right.values()):
            failed = ", ".join(name for name, ok in right.items() if not ok)
            wrong.append(f"{failed}: {said}\n     told {_line(case.text, attribution)}")
    return count, wrong


def _told(folder: Path) -> Iterator[tuple[Case, list[Attribution]]]:
    found = list(cases(folder))
    yield from zip(found, map(find_attributions, parse(case.text for case in found)), strict=True)


def _pairs(gold: list[frozenset[int]], told: list[frozenset[int]]) -> dict[int, int]:
    likely = [
        (len(one & other) / len(one | other), -g, -t)
        for g, one in enumerate(gold)
        for t, other in enumerate(told)
        if one & other
    ]
    pairs: dict[int, int] = {}
    for shared, g, t in sorted(likely, reverse=True):
        if shared >= FOUND and -g not in pairs and -t not in pairs.values():
            pairs[-g] = -t
    return pairs


def _spans(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for piece in pieces:
        start = text.find(piece, at)
        start = start if start >= 0 else text.find(piece)
        spans.append((start, start + len(piece)))
        at = start
    return spans


def _words(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(m.start() for m in _WORD.finditer(text) if any(a <= m.start() < b for a, b in spans))


def _name(witness: str | None) -> frozenset[str]:
    return frozenset(_WORD.findall((witness or "").partition(" (")[0].lower())) - _SMALL


def _same(gold: str | None, told: str | None) -> bool:
    wanted, given = _name(gold), _name(told)
    return not given if not wanted else 2 * len(wanted & given) >= len(wanted)


def _same_chain(gold: Sequence[str], told: Sequence[str]) -> bool:
    return len(gold) == len(told) and all(map(_same, gold, told))


def _line(text: str, attribution: Attribution) -> str:
    said = " … ".join(text[start:end] for start, end in attribution.spans)
    return f"{attribution.rule} [{attribution.witness} via {attribution.via}] {attribution.stance}: {said}"


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> None:
    """Prints the figures by group, and of one group's passages that may be read what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", metavar="GROUP", help="print what is wrong in this group; all for every group")
    args = parser.parse_args()
    groups: dict[str, Counter[str]] = {}
    for case, attributions in _told(args.folder):
        count, wrong = score(case, attributions)
        for name in ("held out" if case.held_out else "read", case.group):
            groups.setdefault(name, Counter()).update(count)
        if wrong and not case.held_out and args.errors in {case.group, "all"}:
            print(f"{case.group}-{case.number:02} {case.text!r}", *wrong, sep="\n   ")
    print(f"{'':<14}{'gold':>6}" + "".join(f"{name:>9}" for name in figures(Counter())))
    for name in sorted(groups, key=lambda name: (name not in {"read", "held out"}, name)):
        shares = "".join(f"{value:>9.1f}" for value in figures(groups[name]).values())
        print(f"{name:<14}{groups[name]['gold']:>6}{shares}")


if __name__ == "__main__":
    sys.exit(main())
