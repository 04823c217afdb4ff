"""Accuracy and speed of attribution against PolNeAR: ``python bench/attribution.py DATA_DIR [--show KIND]``.

DATA_DIR holds ``text/*.txt`` and ``attributions/*.ann`` (brat). For each text the annotation file with the most
attributions is gold. A predicted content matches a gold content if tokens shared / tokens in either >= t, one to one,
best pairs first. Precision is over all gold; recall over (a) all gold and (b) reported speech. F1 with (b) is the
headline.

PolNeAR marks one attribution a token: what somebody within a speaker's words says is no attribution of its own there,
and each one that is told counts as wrong. "Outermost" leaves those out of what is told; all else is the same.
"""

import argparse
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from firsthand.claims.attribution import find_attributions
from firsthand.language import parse
from firsthand.model import Attribution

_IS_SPEECH = re.compile(
    r"\b(?:say|said|tell|told|add|announce|argue|argu|claim|comment|confirm|declare|deny|deni|explain|insist|note|noting|"
    r"report|respond|reply|repli|state|stating|suggest|tweet|write|writ|wrote|warn|call|ask|accord)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTES = set('"“”')


class Gold(NamedTuple):
    """One gold attribution: token sets of source, cue and content, and whether it is reported speech."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    speech: bool
    words: str


def spans_of(field: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in re.findall(r"(\d+) (\d+)", field)]


def read_gold(path: Path, text: str, starts: list[tuple[int, int]]) -> list[Gold]:
    marks: dict[str, tuple[list[tuple[int, int]], str]] = {}
    gold = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines:
        if line.startswith("T") and line.count("\t") >= 2:
            key, field, words = line.split("\t", 2)
            marks[key] = (spans_of(field), words)
    for line in lines:
        if not line.startswith("E"):
            continue
        parts: dict[str, list[str]] = {}
        for role, key in re.findall(r"(\w+?)\d*:(T\d+)", line):
            parts.setdefault(role, []).append(key)
        content = [span for key in parts.get("Content", []) for span in marks[key][0]]
        source = [span for key in parts.get("Source", []) for span in marks[key][0]]
        cued = [span for key in parts.get("Cue", []) if key in marks for span in marks[key][0]]
        cue = " ".join(marks[key][1] for key in parts.get("Cue", []) if key in marks)
        words = " … ".join(text[a:b] for a, b in content)
        if content:
            speech = bool(_IS_SPEECH.search(cue)) or bool(_QUOTES & set(words))
            said = " ".join(text[a:b] for a, b in source)
            where = tokens(source, starts), tokens(cued, starts), tokens(content, starts)
            gold.append(Gold(*where, speech, f"[{said} | {cue}] {words}"))
    return gold


def tokens(spans: list[tuple[int, int]], starts: list[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for i, (a, b) in enumerate(starts) if any(s < b and a < e for s, e in spans))


def outermost(told: list[frozenset[int]], cues: list[frozenset[int]]) -> list[int]:
    """The numbers of the contents that do not lie, cue and all, within a longer one."""
    return [
        i
        for i, (one, cue) in enumerate(zip(told, cues, strict=True))
        if not any(len(one & other) >= 0.9 * len(one) and len(other) > len(one) and cue <= other for other in told)
    ]


def matches(gold: list[Gold], told: list[frozenset[int]], least: float) -> dict[int, int]:
    pairs = []
    for g, one in enumerate(gold):
        for t, other in enumerate(told):
            shared = len(one.content & other)
            if shared and shared / len(one.content | other) >= least:
                pairs.append((shared / len(one.content | other), -g, -t))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, t in sorted(pairs, reverse=True):
        if -g not in found and -t not in taken:
            found[-g] = -t
            taken.add(-t)
    return found


def shares(right: int, of: int) -> float:
    return right / of if of else 0.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Tally:
    """Counts over all texts, and the lines to show."""

    def __init__(self, show: str | None) -> None:
        self.count: Counter[str] = Counter()
        self.show = show
        self.shown: list[str] = []

    def add(self, text: str, starts: list[tuple[int, int]], gold: list[Gold], attributions: list[Attribution]) -> None:
        """Scores the attributions of one text."""
        told = [tokens(list(a.spans), starts) for a in attributions]
        outer = outermost(told, [tokens([a.cue], starts) if a.cue else frozenset() for a in attributions])
        self.count["outermost"] += len(outer)
        self.count["gold"] += len(gold)
        self.count["speech"] += sum(one.speech for one in gold)
        self.count["told"] += len(told)
        for least in (0.3, 0.8):
            found = matches(gold, told, least)
            self.count[f"right {least}"] += len(found)
            self.count[f"speech {least}"] += sum(gold[g].speech for g in found)
            alone = matches(gold, [told[t] for t in outer], least)
            self.count[f"outermost right {least}"] += len(alone)
            self.count[f"outermost speech {least}"] += sum(gold[g].speech for g in alone)
            if least == 0.3:
                self._sources(text, starts, gold, attributions, found)
                self._lines(text, gold, attributions, found)

    def _sources(
        self,
        text: str,
        starts: list[tuple[int, int]],
        gold: list[Gold],
        attributions: list[Attribution],
        found: dict[int, int],
    ) -> None:
        for g, t in found.items():
            cue = attributions[t].cue
            if gold[g].cue and cue is not None:
                self.count["cues"] += 1
                self.count["cues right"] += bool(gold[g].cue & tokens([cue], starts))
            if gold[g].source:
                source = attributions[t].source
                right = bool(source and gold[g].source & tokens([source], starts))
                self.count["sources"] += 1
                self.count["sources right"] += right
                if self.show == "source" and not right:
                    self.shown.append(f"{gold[g].words[:150]}  ->  {attributions[t].witness}")

    def _lines(self, text: str, gold: list[Gold], attributions: list[Attribution], found: dict[int, int]) -> None:
        if self.show == "missed":
            self.shown += [one.words[:220] for g, one in enumerate(gold) if one.speech and g not in found]
        elif self.show == "false":
            right = set(found.values())
            for t, a in enumerate(attributions):
                if t not in right:
                    cue = text[a.cue[0] : a.cue[1]] if a.cue else ""
                    said = " … ".join(text[start:end] for start, end in a.spans)
                    self.shown.append(f"{a.rule} [{a.witness} | {cue}] {said[:200]}")

    def report(self) -> None:
        """Prints the figures."""
        count = self.count
        for least in (0.3, 0.8):
            precision = shares(count[f"right {least}"], count["told"])
            recall = shares(count[f"right {least}"], count["gold"])
            speech = shares(count[f"speech {least}"], count["speech"])
            print(
                f"t={least}: precision {precision:.3f}  recall of all {recall:.3f}  of speech {speech:.3f}  "
                f"F1 with speech {f1(precision, speech):.3f}  F1 with all {f1(precision, recall):.3f}"
            )
        for least in (0.3, 0.8):
            precision = shares(count[f"outermost right {least}"], count["outermost"])
            recall = shares(count[f"outermost speech {least}"], count["speech"])
            print(f"outermost, t={least}: F1 with speech {f1(precision, recall):.3f}")
        print(f"cue overlaps gold: {shares(count['cues right'], count['cues']):.3f} of {count['cues']}")
        print(f"source overlaps gold: {shares(count['sources right'], count['sources']):.3f} of {count['sources']}")
        print(f"told {count['told']}, gold {count['gold']}, speech {count['speech']}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", choices=("missed", "false", "source"))
    parser.add_argument("--count", type=int, default=20, help="lines to show")
    parser.add_argument("--limit", type=int, default=None, help="texts to read")
    args = parser.parse_args()
    tally = Tally(args.show)
    parsing = finding = 0.0
    for path in sorted((args.data / "text").glob("*.txt"))[: args.limit]:
        text = path.read_text(encoding="utf-8")
        starts = [match.span() for match in _TOKEN.finditer(text)]
        files = sorted((args.data / "attributions").glob(path.stem + "_*.ann"))
        gold = max((read_gold(file, text, starts) for file in files), key=len, default=[])
        began = time.perf_counter()
        (doc,) = parse([text])
        parsed = time.perf_counter()
        attributions = find_attributions(doc)
        finding += time.perf_counter() - parsed
        parsing += parsed - began
        tally.add(text, starts, gold, attributions)
    tally.report()
    print(f"time: {finding:.2f} s beside {parsing:.2f} s of spaCy ({finding / parsing if parsing else 0:.1%})")
    step = max(1, len(tally.shown) // max(1, args.count))
    for line in tally.shown[::step][: args.count]:
        print(" -", line.replace("\n", " / "))
    return 0


if __name__ == "__main__":
    sys.exit(main())
