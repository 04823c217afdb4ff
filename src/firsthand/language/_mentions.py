"""Mentions of actors and places that are no names: "the regime", "coalition forces", "a hospital in the city", "they".

Every noun or pronoun heads some candidate spans. A small network calls each a PERSON, an ORG, a PLACE or nothing: it
adds up what it has learnt of named features (as a linear model would), of the hidden states of syntax at head and
edges, of static vectors, and of what sort of thing the head is. The candidates of one head and "nothing" share one
softmax. The surest that do not overlap become `doc.spans["mentions"]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, SpanGroup

from firsthand.language._candidates import Candidate, candidates, features

CLASSES = ("", "PERSON", "ORG", "PLACE")
KEY = "mentions"
Floats = NDArray[np.float32]


class Known:
    """What is known of every token of a doc in numbers; the row after the last token is zero throughout."""

    def __init__(self, doc: Doc, weights: dict[str, Floats]) -> None:
        self.states, self.static = vectors(doc)
        self.heads = np.array([token.head.i for token in doc], np.int64)
        self.sorts = _sorts(self, weights)

    def likely(self, weights: dict[str, Floats]) -> list[bool]:
        """Which tokens may head a mention: a linear model that keeps all but one in two hundred of those that do."""
        tokens = np.concatenate([self.states, self.static, self.sorts], axis=1)
        return [bool(score > 0) for score in tokens @ weights["likely"] + weights["likely_end"]]

    def of(self, found: list[Candidate]) -> Floats:
        """Rows of candidates (candidates, width): states, static vectors, sorts at head, edges and parent."""
        start, end, head = (np.array([candidate[i] for candidate in found]) for i in range(3))
        parent = self.heads[head]
        before = np.where(start > 0, start - 1, len(self.heads))
        parts = [self.states[i] for i in (head, start, end - 1, before, end)]
        parts += [self.static[i] for i in (head, start, parent)]
        return np.concatenate([*parts, self.sorts[head], self.sorts[parent]], axis=1)


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


class Mentions:
    """The component. `index` numbers the named features; the other weights are described in `training.mentions`."""

    def __init__(self, weights: dict[str, Floats], index: dict[str, int]) -> None:
        self.weights = weights
        self.index = index
        both = np.concatenate([weights["named"], weights["linear"]], axis=1)
        self._named = np.pad(both, ((0, 1), (0, 0)))  # the last row stands for what is in every candidate: nothing

    @classmethod
    def from_disk(cls, path: Path) -> Mentions:
        """Read what `training.mentions` wrote."""
        with np.load(path / "weights.npz") as stored:
            weights = {name: stored[name].astype(np.float32) for name in stored}
        return cls(weights, {name: i for i, name in enumerate(json.loads((path / "features.json").read_text("utf-8")))})

    def __call__(self, doc: Doc) -> Doc:
        """Set doc.spans["mentions"], in order of place."""
        chosen = self._choose(doc)
        spans = [Span(doc, start, end, label=label) for start, end, label in sorted(chosen)]
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans)
        return doc

    def scores(self, doc: Doc, known: Known, found: list[Candidate]) -> Floats:
        """Scores of PERSON, ORG and PLACE (candidates, 3): log-odds against "the head heads no mention"."""
        w = self.weights
        ids: list[int] = []
        starts = []
        for candidate in found:
            starts.append(len(ids))
            ids.append(len(self.index))
            ids += [i for name in features(doc, candidate) if (i := self.index.get(name)) is not None]
        named = np.add.reduceat(self._named[ids], starts)
        width = len(w["hidden"])
        hidden = np.maximum(known.of(found) @ w["dense"] + w["hidden"] + named[:, :width], 0)
        out: Floats = hidden @ w["out"] + w["end"] + named[:, width:]
        return out

    def _choose(self, doc: Doc) -> list[tuple[int, int, str]]:
        if not len(doc):
            return []
        known = Known(doc, self.weights)
        found = candidates(doc, known.likely(self.weights))
        if not found:
            return []
        scores = self.scores(doc, known, found)
        taken: set[int] = set()
        chosen = []
        for _, (start, end, _, _), label in sorted(_best(found, scores, float(self.weights["eager"])), reverse=True):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                chosen.append((start, end, label))
        return chosen


def _best(found: list[Candidate], scores: Floats, eager: float) -> Iterator[tuple[float, Candidate, str]]:
    """For each head that is a mention's, how sure that is (log-odds), its best candidate, and the type."""
    groups: dict[int, list[int]] = {}
    for row, candidate in enumerate(found):
        groups.setdefault(candidate[2], []).append(row)
    order = np.array([row for rows in groups.values() for row in rows])
    starts = np.cumsum([0, *map(len, groups.values())])[:-1]
    tops = scores.max(axis=1)
    odds = np.log(np.add.reduceat(np.exp(scores[order]).sum(axis=1), starts)) + eager
    for sure, rows in zip(odds.tolist(), groups.values(), strict=True):
        if sure > 0:
            row = max(rows, key=lambda row: float(tops[row]))
            yield sure, found[row], CLASSES[1 + int(scores[row].argmax())]
