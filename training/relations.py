"""Fit the linear model of re3d's relations: ``python -m training.relations DATA [--cross]``.

Trained on the sentences of re3d-train without the non-commercial folder, twice over: between gold arguments, and
between the arguments that the program finds itself, labelled where their heads are those of a gold relation. Those come
of mention models that were fitted without the document, for the shipped one knows these very sentences too well.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from firsthand.claims.relations import related
from firsthand.claims.relations.arguments import Argument, arguments
from firsthand.claims.relations.features import Pair, pairs
from firsthand.claims.relations.related import SYMMETRIC, Model, find_related
from firsthand.language import load
from training import mentions
from training.re3d import Annotated, documents
from training.texts import NON_COMMERCIAL, squeeze

FOLDER = Path(related.__file__).parent / "data"
# Taken from the score of "nothing": most pairs are in no relation, and F1 wants recall as much as precision. This, the
# strength of the prior and the least count of a feature were chosen by cross-validation over documents of re3d-train.
EAGERNESS = 2.0
STRENGTH = 0.1
LEAST = 2
FAINT = 0.04  # features whose weights are all smaller are left out


def unseen(read: Sequence[Annotated], data: Path, folds: int = 4) -> None:
    """Sets the mentions of each document to those of a model that was fitted on other documents."""
    sentences = mentions.docs(load(), data)
    flat = [squeeze(annotated.doc.text) for annotated in read]
    order = sorted(range(len(read)), key=lambda k: read[k].id)
    for fold in range(folds):
        held = [k for place, k in enumerate(order) if place % folds == fold]
        rest = [one for one in sentences if not any(squeeze(one[0].text) in flat[k] for k in held)]
        model = mentions.fit(rest)
        for k in held:
            model(read[k].doc)


def examples(annotated: Annotated, found: Sequence[Argument]) -> list[tuple[Pair, str]]:
    """Pairs of the training sentences with their classes."""
    told: dict[tuple[int, int], str] = {}
    for gold in annotated.relations:
        one, other = gold.subject.head, gold.object.head
        way = "" if gold.relation in SYMMETRIC else ">" if one < other else "<"
        told.setdefault((min(one, other), max(one, other)), gold.relation + way)
    training = {s.start: annotated.is_test(s) is False for s in annotated.doc.sents}
    return [
        (pair, told.get((pair.one.head, pair.other.head), ""))
        for pair in pairs(annotated.doc, found)
        if training[annotated.doc[pair.one.head].sent.start]
    ]


def fit(rows: Sequence[tuple[Pair, str]]) -> Model:
    """Multinomial logistic regression over named features."""
    counts = Counter(name for pair, _ in rows for name in set(pair.features))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: k for k, name in enumerate(names)}
    columns = [[index[name] for name in pair.features if name in index] for pair, _ in rows]
    pointers = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate([np.array(column, np.int64) for column in columns])
    matrix = csr_matrix((np.ones(len(flat), np.float32), flat, pointers), shape=(len(rows), len(index)))
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3)
    model.fit(matrix, [label for _, label in rows])
    classes = [str(name) for name in model.classes_]
    weights: NDArray[np.float32] = model.coef_.T.astype(np.float32)
    weights[index["bias"]] += model.intercept_
    weights[index["bias"], classes.index("")] -= EAGERNESS
    kept = [k for k in range(len(names)) if np.abs(weights[k]).max() >= FAINT or names[k] == "bias"]
    return Model(weights[kept], classes, [names[k] for k in kept])


def write(model: Model, folder: Path) -> None:
    """Weights as float16, features in the order of their rows."""
    np.savez_compressed(folder / "re3d.npz", weights=model.weights.astype(np.float16))
    told = {"classes": model.classes, "features": list(model.index)}
    (folder / "re3d.json").write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", "utf-8")


def cross(rows: Sequence[tuple[Annotated, list[tuple[Pair, str]]]], folds: int = 4) -> tuple[float, float]:
    """F1 over documents left out, with our own arguments and with the gold's."""
    order = sorted(range(len(rows)), key=lambda k: rows[k][0].id)
    counts = Counter[str]()
    for fold in range(folds):
        kept = [rows[k] for place, k in enumerate(order) if place % folds != fold]
        model = fit([row for annotated, found in kept if annotated.source != NON_COMMERCIAL for row in found])
        for annotated in (rows[k][0] for place, k in enumerate(order) if place % folds == fold):
            for name, found in (("own", None), ("gold", annotated.arguments)):
                counts.update(_counted(name, annotated, model, found))
    return tuple(200 * counts[f"{n} right"] / (counts[f"{n} told"] + counts[f"{n} gold"]) for n in ("own", "gold"))  # type: ignore[return-value]


def _counted(name: str, annotated: Annotated, model: Model, found: list[Argument] | None) -> dict[str, int]:
    doc = annotated.doc
    told = {
        _key(one.subject.head, one.relation, one.object.head)
        for one in find_related(doc, found, model)
        if annotated.is_test(doc[one.subject.head].sent) is False
    }
    gold = {_key(g.subject.head, g.relation, g.object.head) for g in annotated.relations if g.test is False}
    return {f"{name} right": len(told & gold), f"{name} told": len(told), f"{name} gold": len(gold)}


def _key(subject: int, relation: str, target: int) -> tuple[int, str, int]:
    if relation in SYMMETRIC and target < subject:
        subject, target = target, subject
    return subject, relation, target


def main() -> None:
    """Fits, and writes the weights into the package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cross", action="store_true", help="print the cross-validated F1, and write nothing")
    options = parser.parse_args()
    read = list(documents(options.data))
    unseen(read, options.data)
    rows = [(a, examples(a, a.arguments) + examples(a, arguments(a.doc))) for a in read]
    if options.cross:
        own, gold = cross(rows)
        print(f"cross-validated F1: {own:.1f} end to end, {gold:.1f} between gold arguments")
        return
    write(fit([row for a, found in rows if a.source != NON_COMMERCIAL for row in found]), FOLDER)


if __name__ == "__main__":
    main()
