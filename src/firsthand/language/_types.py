"""The types of names again, by what syntax sees: the recogniser finds names well, but sees four words to either side.

A network reads the hidden states of syntax at a name's head and edges, static vectors, the sort of thing that its head
and its parent are, and its words; what the recogniser said counts as LEAN besides.
"""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Span

from firsthand.language._network import Floats, Known, Network

TYPES = ("PERSON", "ORG", "PLACE", "GROUP")
LEAN = 1.0  # added to the score of the recogniser's own type; chosen on the development sets


def numbers(doc: Doc, known: Known, spans: list[Span]) -> Floats:
    """Rows of spans (spans, width): states, static vectors and sorts at head, edges, parent and beside the span."""
    last = len(doc)  # the row of zeros
    start, end = np.array([s.start for s in spans]), np.array([s.end for s in spans])
    head = np.array([s.root.i for s in spans])
    parent = known.heads[head]
    before = np.where(start > 0, start - 1, last)
    after = np.minimum(end + 1, last)
    parts = [known.states[i] for i in (head, start, end - 1, before, end)]
    parts += [known.static[i] for i in (head, parent, before, end, after)]
    mean = np.stack([known.static[s.start : s.end].mean(axis=0) for s in spans])
    return np.concatenate([*parts, mean, known.sorts[head], known.sorts[parent]], axis=1)


def features(doc: Doc, span: Span) -> list[str]:
    """Names of the features that hold for a span."""
    start, end, root = span.start, span.end, span.root
    words = [token.lower_ for token in span]
    case = next((token.lower_ for token in root.lefts if token.dep_ == "case"), "")
    return [
        *(f"word={word}" for word in words),
        f"first={words[0]}",
        f"last={words[-1]}",
        f"all={' '.join(words)}",
        f"end3={words[-1][-3:]}",
        f"end2={words[-1][-2:]}",
        f"start3={words[0][:3]}",
        f"shape={'_'.join(token.shape_ for token in span[:4])}",
        f"before={doc[start - 1].lower_ if start and not doc[start].is_sent_start else ''}",
        f"after={doc[end].lower_ if end < len(doc) else ''}",
        f"dep={root.dep_}",
        f"parent={root.head.lemma_.lower()}|{root.dep_}",
        f"case={case}|{root.dep_}",
        f"long={min(end - start, 5)}",
        f"capitals={span.text.isupper()}",
    ]


class Types:
    """The component: sets the type of every name."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def __call__(self, doc: Doc) -> Doc:
        """Give the names of the doc their types."""
        spans = list(doc.ents)
        if spans:
            known = Known(doc, self.network.weights)
            scores = self.network.scores([features(doc, span) for span in spans], numbers(doc, known, spans))
            for row, span in enumerate(spans):
                scores[row, TYPES.index(span.label_)] += LEAN
            doc.ents = tuple(
                Span(doc, span.start, span.end, label=TYPES[best])
                for span, best in zip(spans, scores.argmax(axis=1).tolist(), strict=True)
            )
        return doc
