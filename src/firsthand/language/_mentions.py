"""Mentions of actors and places that are no names: "the regime", "coalition forces", "a hospital in the city", "they".

Every noun or pronoun heads some candidate spans. A small network calls each a PERSON, an ORG, a PLACE or nothing: it
adds up what it has learnt of named features (as a linear model would), of the hidden states of syntax at head and
edges, of static vectors, and of what sort of thing the head is. The candidates of one head and "nothing" share one
softmax. The surest that do not overlap become `doc.spans["mentions"]`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Span, SpanGroup

from firsthand.language._candidates import Candidate, candidates, features
from firsthand.language._network import Floats, Known, Network

CLASSES = ("", "PERSON", "ORG", "PLACE")
KEY = "mentions"


def likely(known: Known, weights: dict[str, Floats]) -> list[bool]:
    """Which tokens may head a mention: a linear model that keeps all but one in two hundred of those that do."""
    tokens = np.concatenate([known.states, known.static, known.sorts], axis=1)
    return [bool(score > 0) for score in tokens @ weights["likely"] + weights["likely_end"]]


def numbers(known: Known, found: list[Candidate]) -> Floats:
    """Rows of candidates (candidates, width): states, static vectors, sorts at head, edges and parent."""
    start, end, head = (np.array([candidate[i] for candidate in found]) for i in range(3))
    parent = known.heads[head]
    before = np.where(start > 0, start - 1, len(known.heads))
    parts = [known.states[i] for i in (head, start, end - 1, before, end)]
    parts += [known.static[i] for i in (head, start, parent)]
    return np.concatenate([*parts, known.sorts[head], known.sorts[parent]], axis=1)


class Mentions:
    """The component. Besides the network's, its weights are described in `training.mentions`."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def __call__(self, doc: Doc) -> Doc:
        """Set doc.spans["mentions"], in order of place."""
        chosen = self._choose(doc)
        spans = [Span(doc, start, end, label=label) for start, end, label in sorted(chosen)]
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans)
        return doc

    def _choose(self, doc: Doc) -> list[tuple[int, int, str]]:
        if not len(doc):
            return []
        weights = self.network.weights
        known = Known(doc, weights)
        found = candidates(doc, likely(known, weights))
        if not found:
            return []
        # log-odds of PERSON, ORG and PLACE against "the head heads no mention"
        scores = self.network.scores([features(doc, candidate) for candidate in found], numbers(known, found))
        taken: set[int] = set()
        chosen = []
        for _, (start, end, _, _), label in sorted(_best(found, scores, float(weights["eager"])), reverse=True):
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
