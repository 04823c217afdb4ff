"""Fit the linear model of mentions on re3d's training sentences, as the finished pipeline parses them."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
import spacy
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

from firsthand.language._mentions import CLASSES, Mentions, candidates, features
from training import names

ENTITY = ("ent=", "tag=", "case=", "in=", "shape=")


# Taken from the score of "nothing": most candidates are none, and F1 wants recall as much as precision. Both this and
# the strength of the prior were chosen by cross-validation on the training sentences (F1 64.3 without, 68.0 with).
EAGERNESS = 1.2


def docs(nlp: Language, data: Path) -> list[tuple[Doc, dict[tuple[int, int], str]]]:
    """Parsed training sentences with their gold mentions over our tokens."""
    out = []
    for named in names.re3d(data, mentions=True):
        text = "".join(w + " " * s for w, s in zip(named.words, named.spaces))
        doc = nlp(text.strip())
        starts = np.cumsum([0, *[len(w) + s for w, s in zip(named.words, named.spaces)]])
        gold = {}
        for a, b, label in named.spans:
            span = doc.char_span(int(starts[a]), int(starts[b - 1]) + len(named.words[b - 1]))
            if span is not None and label in CLASSES:
                gold[span.start, span.end] = label
        out.append((doc, gold))
    return out


def forget(found: list[str], rng: random.Random, share: float = 0.25) -> list[str]:
    """Sometimes without what the name recogniser said: it knows these very sentences too well."""
    if rng.random() > share:
        return found
    return [f for f in found if not f.startswith(ENTITY) or "|" not in f]


def fit(parsed: list[tuple[Doc, dict[tuple[int, int], str]]], least: int = 2, strength: float = 0.3) -> Mentions:
    """Logistic regression over the candidates of the docs."""
    rng = random.Random(1)
    rows = []
    for doc, gold in parsed:
        for candidate in candidates(doc):
            label = CLASSES.index(gold.get(candidate[:2], ""))
            vector = doc.vocab.vectors.get_batch([doc[candidate[2]].lower_])[0]
            rows.append((forget(features(doc, candidate), rng), vector, label))
    counts = Counter(name for found, _, _ in rows for name in found)
    index = {name: i for i, name in enumerate(sorted(n for n, k in counts.items() if k >= least))}
    columns = [[index[n] for n in found if n in index] for found, _, _ in rows]
    pointers = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate([np.array(c, np.int64) for c in columns])
    sparse = csr_matrix((np.ones(len(flat), np.float32), flat, pointers), shape=(len(rows), len(index)))
    dense = np.stack([vector for _, vector, _ in rows])
    model = LogisticRegression(C=strength, max_iter=400)
    model.fit(hstack([sparse, csr_matrix(dense)]).tocsr(), [label for _, _, label in rows])
    weights = np.zeros((len(index) + 1, len(CLASSES)), np.float32)
    weights[:-1] = model.coef_[:, : len(index)].T
    # the intercept travels with a feature that every candidate has exactly one of
    for name, i in index.items():
        if name.startswith("long="):
            weights[i] += model.intercept_
            weights[i, 0] -= EAGERNESS
    return Mentions(weights[:-1], model.coef_[:, len(index) :].T.astype(np.float32), index)


def write(model: Mentions, path: Path) -> None:
    """Weights as float16, features in the order of their rows."""
    path.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path / "weights.npz", weights=model.weights.astype(np.float16), dense=model.dense.astype(np.float16)
    )
    (path / "features.json").write_text(json.dumps(list(model.index), ensure_ascii=False, indent=0) + "\n", "utf-8")


def cross(parsed: list[tuple[Doc, dict[tuple[int, int], str]]], folds: int = 4) -> float:
    """F1 by cross-validation over blocks of sentences."""
    right = found = wanted = 0
    for fold in range(folds):
        held = [d for i, d in enumerate(parsed) if i // 20 % folds == fold]
        model = fit([d for i, d in enumerate(parsed) if i // 20 % folds != fold])
        for doc, gold in held:
            spans = {((s.start, s.end), s.label_) for s in model(doc).spans["mentions"]}
            right, found, wanted = right + len(spans & set(gold.items())), found + len(spans), wanted + len(gold)
    return 200 * right / (found + wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", type=Path, help="folder of the pipeline; mentions/ is written into it")
    parser.add_argument("--cross", action="store_true", help="print the cross-validated F1 too")
    args = parser.parse_args()
    parsed = docs(spacy.load(args.pipeline), args.data)
    if args.cross:
        print(f"cross-validated F1 {cross(parsed):.1f}")
    write(fit(parsed), args.pipeline / "mentions")


if __name__ == "__main__":
    main()
