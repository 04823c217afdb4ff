"""The eleven relations of re3d between any two arguments of a sentence, by a linear model (`data/re3d.md`).

It sees more than the rules and is less often right: it serves whoever reads everything that it shows, not the brief.
"""

import json
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from firsthand.claims.relations.arguments import Argument, arguments
from firsthand.claims.relations.features import Pair, pairs

SYMMETRIC = frozenset({"AlliesOf", "Apart", "CoLocated", "CommWith", "IsSynonymOf"})


class Related(NamedTuple):
    """A relation between two arguments; in a symmetric one the earlier stands first."""

    subject: Argument
    relation: str
    object: Argument


class Model:
    """Weights of named features for each class: "" (none), a relation, or a directed one with ">" or "<" behind it."""

    def __init__(self, weights: NDArray[np.float32], classes: list[str], names: list[str]) -> None:
        self.weights = weights  # (features, classes)
        self.classes = classes
        self.index = {name: k for k, name in enumerate(names)}

    def choose(self, found: Pair) -> str:
        """The likeliest class of a pair."""
        rows = [k for name in found.features if (k := self.index.get(name)) is not None]
        return self.classes[int(self.weights[rows].sum(axis=0).argmax())]


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model of the package."""
    folder = files(__package__) / "data"
    told = json.loads((folder / "re3d.json").read_text("utf-8"))
    with as_file(folder / "re3d.npz") as path, np.load(path) as stored:
        weights = stored["weights"].astype(np.float32)
    return Model(weights, told["classes"], told["features"])


def find_related(doc: Doc, found: list[Argument] | None = None, model: Model | None = None) -> list[Related]:
    """The relations of a text, by default between its own ``arguments``."""
    model = model or shipped()
    out = []
    for pair in pairs(doc, arguments(doc) if found is None else found):
        told = model.choose(pair)
        if told:
            one, other = (pair.other, pair.one) if told.endswith("<") else (pair.one, pair.other)
            out.append(Related(one, told.rstrip("<>"), other))
    return out
