"""Fits the weights that pair cells (``firsthand/findings/data/pairing.json``) on annotated stories.

    python -m training.pairing STORIES [--write]

A cell belongs to a gold fact if it overlaps the quote of one of its reports (and, for numbers, allows the same range).
Pairs of cells that share a fact are examples for, pairs of unlike facts examples against; pairs of which one cell
belongs to no fact count against with a small weight, since the gold leaves true matters out. Each story weighs the
same. The figures printed are of stories left out of the fit, one at a time; what is written is fitted on all.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from bench.quantities import scorer as story_scorer
from numpy.typing import NDArray
from scipy.optimize import minimize

from firsthand import language
from firsthand.findings.cells import Cell, cells
from firsthand.findings.features import NAMES, candidates, table
from firsthand.findings.find import GROUPS
from firsthand.findings.pairing import shipped_weights
from firsthand.findings.passages import Passages
from firsthand.model import Brief, decode
from firsthand.pipeline import brief_of

WEIGHTS = Path(__file__).parents[1] / "src" / "firsthand" / "findings" / "data" / "pairing.json"
UNKNOWN_WEIGHT = 0.15
RIDGE = 0.02
Floats = NDArray[np.float64]
# speaks only one way: a likeness may not count against
SIGNED = frozenset({"polarity", "value", "one_document"})


@dataclass(frozen=True)
class Examples:
    """Pairs of one story and group: features (n, len(NAMES)), 1 or 0, and weights that sum to 1."""

    matrix: Floats
    label: Floats
    weight: Floats


def owners(story: Path, brief: Brief, rows: Sequence[Cell], scorer: ModuleType) -> list[frozenset[str]]:
    """The facts that each cell belongs to."""
    gold = json.loads((story / "gold.json").read_text("utf-8"))
    text = {Path(document.path).name: (document.id, document.text) for document in brief.documents}
    places: dict[str, list[tuple[int, int, str, dict[str, Any], str]]] = {}
    for fact in gold["facts"]:
        for report in fact["reports"]:
            document, words = text.get(report["doc"], ("", ""))
            for start, end in scorer.spans_of(report["quote"], words):
                places.setdefault(document, []).append((start, end, fact["id"], report, fact["slot"]))
    return [frozenset(_facts_of(cell, places.get(cell.document, ()), scorer)) for cell in rows]


def _facts_of(
    cell: Cell, quotes: Iterable[tuple[int, int, str, dict[str, Any], str]], scorer: ModuleType
) -> Iterable[str]:
    for start, end, fact, report, slot in quotes:
        if not (cell.start < end and start < cell.end):
            continue
        numeric = slot in scorer.NUMERIC
        if cell.group == "number":
            span = {"low": cell.range.low, "high": cell.range.high} if cell.range else {}
            if numeric and scorer.same_range(report, span):
                yield fact
        elif (cell.group == "time" and slot == "time") or (
            cell.group in {"place", "name", "event"} and not (numeric or slot == "time")
        ):
            yield fact


def examples(story: Path, brief: Brief, scorer: ModuleType) -> dict[str, Examples]:
    """Examples of a story by group."""
    documents = {report.id: report for report in brief.documents}
    everything = cells(brief.claims, documents, brief.entities)  # type: ignore[arg-type]
    passages = Passages(brief.links)
    found = {}
    for group in GROUPS:
        chosen = [cell for cell in everything if cell.group == group]
        rows = table(chosen, documents, language.embed, passages)  # type: ignore[arg-type]
        belong = owners(story, brief, chosen, scorer)
        blocks = list(candidates(rows))
        if not blocks:
            continue
        i, j = (np.concatenate([block[k] for block in blocks]) for k in (0, 1))
        matrix = np.concatenate([block[2] for block in blocks]).astype(float)
        label, weight = np.zeros(len(i)), np.zeros(len(i))
        for k, (a, b) in enumerate(zip(i, j, strict=True)):
            one, other = belong[a], belong[b]
            label[k] = bool(one & other)
            weight[k] = 1.0 if one and other else UNKNOWN_WEIGHT if one or other else 0.0
        if weight.sum():
            found[group] = Examples(matrix, label, weight / weight.sum())
    return found


def fit(parts: Sequence[Examples]) -> tuple[float, Floats]:
    """Bias and weights of a ridge logistic regression; likenesses may not speak against (bounded below by 0)."""
    matrix = np.concatenate([part.matrix for part in parts])
    label = np.concatenate([part.label for part in parts])
    weight = np.concatenate([part.weight for part in parts])
    weight = weight / weight.sum()

    def loss(vector: Floats) -> tuple[float, Floats]:
        logit = matrix @ vector[1:] + vector[0]
        chance = 1 / (1 + np.exp(-np.clip(logit, -30, 30)))
        value = -(weight * (label * np.log(chance + 1e-9) + (1 - label) * np.log(1 - chance + 1e-9))).sum()
        slope = weight * (chance - label)
        gradient = np.concatenate([[slope.sum()], matrix.T @ slope])
        return value + RIDGE / 100 * (vector[1:] ** 2).sum(), gradient + np.concatenate([[0], RIDGE / 50 * vector[1:]])

    bounds = [(None, None)] + [(None if name in SIGNED else 0, None) for name in NAMES]
    found = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), found.x[1:]


def best_f1(part: Examples, bias: float, vector: Floats) -> tuple[float, float]:
    """The best F1 over cuts, and its cut."""
    chance = 1 / (1 + np.exp(-(part.matrix @ vector + bias)))
    best = (0.0, 0.5)
    for cut in np.arange(0.1, 0.95, 0.05):
        told = chance >= cut
        right = (part.weight * part.label * told).sum()
        f1 = 2 * right / max(1e-9, (part.weight * told).sum() + (part.weight * part.label).sum())
        best = max(best, (float(f1), float(cut)))
    return best


def _brief(folder: Path, briefs: Path | None) -> Brief:
    return decode((briefs / f"{folder.name}.json").read_bytes()) if briefs else brief_of([folder / "articles"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights fitted on all stories")
    parser.add_argument(
        "--leave-out", metavar="STORY", help="fit on the others and write these weights, to score the one left out"
    )
    parser.add_argument("--briefs", type=Path, help="folder of STORY.json briefs already made, to save their time")
    args = parser.parse_args()
    scorer = story_scorer(args.stories)
    folders = sorted(path.parent for path in args.stories.glob("*/gold.json"))
    by_story = {folder.name: examples(folder, _brief(folder, args.briefs), scorer) for folder in folders}
    shipped = shipped_weights()
    written = {}
    for group in GROUPS:
        parts = {name: found[group] for name, found in by_story.items() if group in found}
        scores = []
        for name, part in parts.items():
            bias, vector = fit([other for key, other in parts.items() if key != name])
            scores.append(best_f1(part, bias, vector))
        mean, cut = np.mean([f1 for f1, _ in scores]), np.mean([cut for _, cut in scores])
        print(f"{group:8} left-out pair F1 {mean:.3f}, cut {cut:.2f}; " + " ".join(f"{f1:.2f}" for f1, _ in scores))
        bias, vector = fit([part for key, part in parts.items() if key != args.leave_out])
        weights = {
            name: round(float(value), 3) for name, value in zip(NAMES, vector, strict=True) if abs(value) > 0.005
        }
        print("   ", round(bias, 2), weights)
        threshold = shipped[group].threshold if group in shipped else 0.5
        written[group] = {"bias": round(bias, 3), "threshold": threshold, "weights": weights}
    if args.write or args.leave_out:
        WEIGHTS.write_text(json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    main()
