"""Quantities and times on passages of our own: ``python -m bench.counted [--errors]``.

``bench/quantity_cases`` and ``bench/time_cases`` hold TOML files of passages with the quantities, or times, that a
careful reader would mark; they were written before the rules had been run on them (see the README). A told quantity
matches a gold one that it overlaps, one to one; it is right if range and unit are. Of those right: is the variant
(other, part, …), the rate, the noun, the role right where the gold gives it? Cases whose number leaves 3 when divided
by 4 are held out.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.claims import extract
from firsthand.claims.quantities import find_quantities
from firsthand.claims.times import find_times
from firsthand.language import parse
from firsthand.model import Document, Quantity, TimeValue

HERE = Path(__file__).parent
QUANTITIES, TIMES = HERE / "quantity_cases", HERE / "time_cases"
Score = tuple[Counter[str], list[str]]


class Case(NamedTuple):
    """A passage: its group, its number and what its file says of it."""

    group: str
    number: int
    row: dict[str, Any]

    @property
    def held_out(self) -> bool:
        """Whether nobody who works on the rules may read what goes wrong with it."""
        return self.number % 4 == 3

    @property
    def text(self) -> str:
        """The passage."""
        return str(self.row["text"])

    def spans(self, pieces: Sequence[str]) -> list[tuple[int, int]]:
        """Where the pieces stand, each after the one before it if it can."""
        spans, at = [], 0
        for piece in pieces:
            start = self.text.find(piece, at)
            start = start if start >= 0 else self.text.index(piece)
            spans.append((start, start + len(piece)))
            at = start + 1
        return spans


def cases(folder: Path) -> Iterator[Case]:
    """The passages of a folder, by group."""
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield Case(path.stem, int(row["id"].rpartition("-")[2]), row)


def told_quantities(folder: Path = QUANTITIES) -> Iterator[tuple[Case, Score]]:
    """Each passage with its counts and what went wrong: gold, told, right, and for variant, per, noun and of how many
    were asked for ("of asked") and right.
    """
    found = list(cases(folder))
    for case, doc in zip(found, parse(case.text for case in found), strict=True):
        claims = extract(Document(id="d", path="d", text=case.text), doc)
        told = list(find_quantities(doc))
        ours = [(q.start, q.end) for q in told]
        roles = {(q.start, q.end): q for claim in claims for q in claim.quantities}
        singles = [q for at, q in roles.items() if not any(s < at[1] and at[0] < e for s, e in ours)]
        yield (
            case,
            score_quantities(
                case, sorted([roles.get((q.start, q.end), q) for q in told] + singles, key=lambda q: q.start)
            ),
        )


def score_quantities(case: Case, told: Sequence[Quantity]) -> Score:
    """Counts of one passage, and a line for each thing that is wrong."""
    held = case.row["held"]
    spans = case.spans([gold["at"] for gold in held])
    free = case.spans(case.row.get("free", []))
    count, wrong = Counter(gold=len(held)), []
    taken: set[int] = set()
    for gold, (start, end) in zip(held, spans, strict=True):
        near = [k for k, q in enumerate(told) if q.start < end and start < q.end and k not in taken]
        best = min(near, key=lambda k: (not _right(gold, told[k]), abs(told[k].start - start)), default=None)
        if best is None:
            wrong.append(f"missed {gold}")
            continue
        taken.add(best)
        if not _right(gold, told[best]):
            wrong.append(f"wrong {gold}: {_line(case.text, told[best])}")
            continue
        count["right"] += 1
        for name in ("variant", "per", "noun", "of"):
            value = getattr(told[best], name)
            if name in gold or (name in ("variant", "per") and value):
                count[f"{name} asked"] += 1
                count[name] += value == gold.get(name)
                if value != gold.get(name):
                    wrong.append(f"{name} {value!r}: {gold}")
    for k, quantity in enumerate(told):
        if k in taken or not any(quantity.start < e and s < quantity.end for s, e in free):
            count["told"] += 1
            if k not in taken:
                wrong.append(f"false {_line(case.text, quantity)}")
    return count, wrong


def _right(gold: dict[str, Any], told: Quantity) -> bool:
    if told.dimension != gold.get("dimension", "count") or (
        "unit" in gold and gold["unit"] not in (told.unit, told.noun)
    ):
        return False
    return _near(gold.get("low"), told.low) and _near(gold.get("high"), told.high)


def _near(gold: float | None, told: float | None) -> bool:
    """Within one unit or a fiftieth: whether "more than 5" starts at 5 or 6, and how wide "about" is, is a choice."""
    if gold is None or told is None:
        return gold is told
    return abs(gold - told) <= max(1.0 if gold >= 5 else 0.01, 0.02 * abs(gold))


def _line(text: str, q: Quantity) -> str:
    return f"{text[q.start : q.end]!r} {q.low}..{q.high} {q.unit} {q.dimension} {q.noun} {q.modifier}"


def told_times(folder: Path = TIMES) -> Iterator[tuple[Case, Score]]:
    """Each passage with its counts (gold, told, right, precision) and what went wrong."""
    found = list(cases(folder))
    for case, doc in zip(found, parse(case.text for case in found), strict=True):
        yield case, score_times(case, find_times(doc, case.row.get("published")))


def score_times(case: Case, told: Sequence[TimeValue]) -> Score:
    """Counts of one passage, and a line for each thing that is wrong."""
    golds = case.row["when"]
    count, wrong = Counter(gold=len(golds)), []
    taken: set[int] = set()
    for gold, (start, end) in zip(golds, case.spans([gold["at"] for gold in golds]), strict=True):
        near = [k for k, time in enumerate(told) if time.at[0] < end and start < time.at[1] and k not in taken]
        if not near:
            wrong.append(f"missed {gold}")
            continue
        taken.update(near)
        time = told[near[0]]
        slack = gold.get("slack", 0)
        same = len(near) == 1 and all(_same_end(gold.get(end), getattr(time, end), slack) for end in ("start", "end"))
        count["right"] += same
        count["precision"] += same and time.precision == gold.get("precision", time.precision)
        if not same or time.precision != gold.get("precision", time.precision):
            lines = [f"{told[k].text!r} {told[k].start}..{told[k].end} {told[k].precision}" for k in near]
            wrong.append(f"wrong {gold}: {'; '.join(lines)}")
    free = case.spans(case.row.get("free", []))
    for k, time in enumerate(told):
        if k in taken or not any(time.at[0] < e and s < time.at[1] for s, e in free):
            count["told"] += 1
            if k not in taken:
                wrong.append(f"false {time.text!r}")
    return count, wrong


def _same_end(gold: str | None, told: str | None, slack: int) -> bool:
    if gold is None or told is None or not slack:
        return gold == told
    return abs((date.fromisoformat(gold) - date.fromisoformat(told[:10])).days) <= slack


def figures(count: Counter[str]) -> dict[str, float]:
    """Shares in percent from the counts of a passage or of many."""
    shares = {"right": _share(count["right"], count["gold"]), "precise": _share(count["right"], count["told"])}
    for name in ("variant", "per", "noun", "of"):
        if count[f"{name} asked"]:
            shares[name] = _share(count[name], count[f"{name} asked"])
    if "precision" in count:
        shares["precision"] = _share(count["precision"], count["gold"])
    return shares


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def measure() -> dict[str, dict[str, float]]:
    """Figures for "read" and "held out", and the same for times."""
    counts: dict[str, Counter[str]] = {}
    for prefix, told in (("", told_quantities()), ("times ", told_times())):
        for case, (count, _) in told:
            counts.setdefault(prefix + ("held out" if case.held_out else "read"), Counter()).update(count)
    return {name: figures(count) for name, count in counts.items()}


def main() -> None:
    """Prints the figures by group, and what is wrong with the passages that may be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print what is wrong where it may be read")
    options = parser.parse_args()
    groups: dict[str, Counter[str]] = {}
    for case, (count, wrong) in (*told_quantities(), *told_times()):
        if options.errors and wrong and not case.held_out:
            print(f"{case.group}-{case.number:02} {case.text!r}", *wrong, sep="\n   ")
        if not case.held_out:
            groups.setdefault(case.group, Counter()).update(count)
    for name, shares in {**{name: figures(count) for name, count in groups.items()}, **measure()}.items():
        print(f"{name:<16}" + "".join(f"{share:>11} {value:5.1f}" for share, value in shares.items()))


if __name__ == "__main__":
    sys.exit(main())
