"""A network with one hidden layer over named features and numbers; named features also reach the classes directly."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]


class Network:
    """Weights: `named`, `linear` (features, hidden or classes), `dense` (numbers, hidden), `hidden`, `end`, `out`."""

    def __init__(self, weights: dict[str, Floats], index: dict[str, int]) -> None:
        self.weights = weights
        self.index = index  # rows of the named features
        both = np.concatenate([weights["named"], weights["linear"]], axis=1)
        self._named = np.pad(both, ((0, 1), (0, 0)))  # the last row stands for what every bag has: nothing

    @classmethod
    def from_disk(cls, path: Path) -> Network:
        """Read what `training.network` wrote."""
        with np.load(path / "weights.npz") as stored:
            weights = {name: stored[name].astype(np.float32) for name in stored}
        return cls(weights, {name: i for i, name in enumerate(json.loads((path / "features.json").read_text("utf-8")))})

    def scores(self, bags: Sequence[Sequence[str]], numbers: Floats) -> Floats:
        """Scores (bags, classes) of one bag of named features and one row of numbers each."""
        ids: list[int] = []
        starts = []
        for bag in bags:
            starts.append(len(ids))
            ids.append(len(self.index))
            ids += [i for name in bag if (i := self.index.get(name)) is not None]
        named = np.add.reduceat(self._named[ids], starts)
        w = self.weights
        width = len(w["hidden"])
        hidden = np.maximum(numbers @ w["dense"] + w["hidden"] + named[:, :width], 0)
        out: Floats = hidden @ w["out"] + w["end"] + named[:, width:]
        return out


class Known:
    """What is known of every token of a doc in numbers; the row after the last token is zero throughout."""

    def __init__(self, doc: Doc, weights: dict[str, Floats]) -> None:
        self.states, self.static = vectors(doc)
        self.heads = np.array([token.head.i for token in doc], np.int64)
        self.sorts = _sorts(self, weights)


def vectors(doc: Doc) -> tuple[Floats, Floats]:
    """Hidden states of syntax and static vectors of all tokens, each with a row of zeros after the last."""
    states = np.asarray(doc.tensor, np.float32)
    static = np.asarray(doc.vocab.vectors.get_batch([token.lower_ for token in doc]), np.float32)
    return np.pad(states, ((0, 1), (0, 0))), np.pad(static, ((0, 1), (0, 0)))


def _sorts(known: Known, weights: dict[str, Floats]) -> Floats:
    """Log-probabilities (tokens + 1, sorts), none below -8, of what sort of thing each token heads.

    A network with one hidden layer, trained on GUM's entities (`training.sorts`).
    """
    rows = np.concatenate([known.states[:-1], known.static[:-1], known.static[known.heads]], axis=1)
    hidden = np.maximum(rows @ weights["sort_in"] + weights["sort_mid"], 0)
    scores: Floats = hidden @ weights["sort_out"] + weights["sort_end"]
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return np.pad(np.maximum(scores, -8), ((0, 1), (0, 0)))
