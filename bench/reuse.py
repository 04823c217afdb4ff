"""Text alignment on the PAN 2013 corpus: PlagDet (Potthast et al. 2010) of the passages that lineage finds, by kind.

    python bench/reuse.py pan13-train.tar.xz [pairs of each kind]

The measure is macro-averaged: character overlap of each case and of each detection, their harmonic mean, divided
by the logarithm of granularity. The corpus plants stretches of one text in another that is about something else, so it
tells how well words are found again, not how reports of one event are told apart.
"""

import math
import sys
import tarfile
import time
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

from firsthand.lineage.align import Vectors, align
from firsthand.lineage.passages import passages
from firsthand.lineage.prepare import prepare
from firsthand.model import Document

Case = tuple[int, int, int, int]


def load(path: str, most: int) -> tuple[dict[str, str], dict[str, list[tuple[str, str, list[Case]]]]]:
    texts: dict[str, str] = {}
    pairs: dict[str, list[tuple[str, str, list[Case]]]] = defaultdict(list)
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            _, folder, name = (["", "", *member.name.split("/")])[-3:]
            if name.endswith(".txt"):
                texts[name] = file.read().decode("utf-8-sig").replace("\r", "")
            elif name.endswith(".xml") and len(pairs[folder]) < most:
                root = ElementTree.fromstring(file.read())
                found = [f for f in root.iter("feature") if f.get("name") == "plagiarism"]
                cases = [
                    tuple(int(f.get(k, 0)) for k in ("this_offset", "this_length", "source_offset", "source_length"))
                    for f in found
                ]
                source = (
                    found[0].get("source_reference", "")
                    if found
                    else "source-" + name.split("-source-")[1][:-4] + ".txt"
                )
                pairs[folder].append(
                    (root.get("reference", ""), source, [(a, a + n, b, b + m) for a, n, b, m in cases])
                )
    return texts, pairs


def covered(case: Case, others: list[Case]) -> float:
    """Part of a case's characters (both sides) that the others cover."""
    total = case[1] - case[0] + case[3] - case[2]
    hit = 0
    for side in (0, 2):
        chars = bytearray(case[side + 1] - case[side])
        for other in others:
            low, high = max(case[side], other[side]), min(case[side + 1], other[side + 1])
            if low < high:
                chars[low - case[side] : high - case[side]] = b"\1" * (high - low)
        hit += sum(chars)
    return hit / total if total else 0.0


def touches(a: Case, b: Case) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def measure(path: str, most: int = 60) -> dict[str, dict[str, float]]:
    """For each kind of reuse PlagDet and its parts, the share of pairs with any passage, and words a second."""
    texts, pairs = load(path, most)
    return {kind: _kind(texts, listed) for kind, listed in sorted(pairs.items())}


def _kind(texts: dict[str, str], listed: list[tuple[str, str, list[Case]]]) -> dict[str, float]:
    recall: list[float] = []
    precision: list[float] = []
    counts: list[int] = []
    words = flagged = 0
    started = time.perf_counter()
    for suspicious, source, cases in listed:
        documents = [Document(id=name, path=name, text=texts[name]) for name in (suspicious, source)]
        prepared = [prepare(document, None) for document in documents]
        found = list(passages(align(prepared, Vectors(prepared), 0, 1), quoted=False))
        words += sum(len(d.text.split()) for d in documents)
        flagged += bool(found)
        for case in cases:
            near = [f for f in found if touches(case, f)]
            recall.append(covered(case, near))
            counts += [len(near)] if near else []
        precision += [covered(f, [c for c in cases if touches(c, f)]) for f in found]
    r, p = (sum(x) / len(x) if x else 0.0 for x in (recall, precision))
    granularity = sum(counts) / len(counts) if counts else 1.0
    return {
        "plagdet": 2 * r * p / (r + p) / math.log2(1 + granularity) if r + p else 0.0,
        "recall": r,
        "precision": p,
        "granularity": granularity,
        "flagged": flagged / len(listed),
        "words_a_second": words / (time.perf_counter() - started),
    }


def main() -> None:
    for kind, figures in measure(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60).items():
        print(f"{kind:28}", "  ".join(f"{name} {value:,.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
