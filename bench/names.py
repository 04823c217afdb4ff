"""Name matching on pairs of names: F1 of ``same_name``, and the fit of its weights.

``python bench/names.py FOLDER`` scores the shipped weights and, by ten-fold cross-validation, the method;
``--fit`` also fits the weights on all pairs and writes them to the package. The folder holds ``name-bench.csv``
(columns name1, name2, is_match).
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from firsthand.names import similarity

Array = NDArray[np.float64]
WEIGHTS = Path(similarity.__file__).parent / "data" / "same_name.json"
FOLDS = 10


def read(folder: Path) -> tuple[list[tuple[str, str]], Array]:
    with (folder / "name-bench.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [(row["name1"], row["name2"]) for row in rows], np.array([row["is_match"] == "true" for row in rows], float)


def fit(values: Array, gold: Array, penalty: float = 0.003) -> Array:
    """Logistic regression with an L2 penalty on all but the bias."""
    mask = np.ones(values.shape[1])
    mask[0] = 0.0

    def loss(weights: Array) -> tuple[float, Array]:
        logits = values @ weights
        error = 1 / (1 + np.exp(-logits)) - gold
        value = np.mean(np.logaddexp(0, logits) - gold * logits) + penalty / 2 * np.sum(mask * weights**2)
        return float(value), values.T @ error / len(gold) + penalty * mask * weights

    return np.asarray(minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B").x)


def f1(scores: Array, gold: Array, threshold: float = 0.5) -> tuple[float, float, float]:
    found = scores >= threshold
    right = float(np.sum(found & (gold > 0)))
    precision, recall = right / max(1.0, float(found.sum())), right / max(1.0, float(gold.sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def crossed(values: Array, gold: Array) -> Array:
    """Scores of every pair by weights fitted on the other folds."""
    scores = np.zeros(len(gold))
    order = np.random.default_rng(0).permutation(len(gold))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        rest = np.setdiff1d(order, held)
        scores[held] = 1 / (1 + np.exp(-values[held] @ fit(values[rest], gold[rest])))
    return scores


def measure(folder: Path) -> dict[str, float]:
    """The figures that CI holds: F1 of the shipped weights, and of the method by cross-validation."""
    pairs, gold = read(folder)
    values = np.array([similarity.features(*pair) for pair in pairs])
    shipped = np.array([similarity.same_name(*pair) for pair in pairs])
    return {"names_f1": f1(shipped, gold)[2], "names_f1_crossed": f1(crossed(values, gold), gold)[2]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fit", action="store_true", help="fit the weights on all pairs and write them")
    parser.add_argument("--errors", type=int, default=0, help="print so many of the worst errors of cross-validation")
    options = parser.parse_args()
    pairs, gold = read(options.folder)
    values = np.array([similarity.features(*pair) for pair in pairs])
    if options.fit:
        weights = dict(zip(similarity.FEATURES, (round(float(w), 4) for w in fit(values, gold))))
        stored = {"made_by": "bench/names.py --fit", "data": "nomenklatura name-bench (MIT)", "weights": weights}
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    scores = crossed(values, gold)
    for threshold in (0.4, 0.5, 0.6, 0.7):
        precision, recall, score = f1(scores, gold, threshold)
        print(f"crossed at {threshold}: P {precision:.3f} R {recall:.3f} F1 {score:.3f}")
    for rank in np.argsort(-np.abs(scores - gold))[: options.errors]:
        print(f"{scores[rank]:.2f} {'same' if gold[rank] else 'other'}  {pairs[rank][0]} | {pairs[rank][1]}")
    print({name: round(value, 3) for name, value in measure(options.folder).items()})


if __name__ == "__main__":
    main()
