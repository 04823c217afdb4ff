"""How likely two cells are about the same matter: a logistic model over named features.

Weights are fitted by ``training/pairing.py`` on annotated stories, one set a group.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.findings.features import NAMES, Table, candidates

Floats = NDArray[np.float32]


class Weights(msgspec.Struct, frozen=True):
    """One group's logistic model: a bias, a weight for each feature by name, and where clusters are cut."""

    bias: float
    weights: dict[str, float]
    threshold: float = 0.5


@cache
def shipped_weights() -> dict[str, Weights]:
    """The fitted weights by group."""
    data = files("firsthand.findings").joinpath("data/pairing.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, Weights])


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs (first[k], second[k]) with their chance of being about one matter."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    chance: Floats


def score(rows: Table, weights: Weights) -> Scored:
    """Scores all pairs of a table that blocking lets through."""
    vector = np.array([weights.weights.get(name, 0.0) for name in NAMES], np.float32)
    first, second, chance = [], [], []
    for i, j, matrix in candidates(rows):
        first.append(i)
        second.append(j)
        chance.append(1 / (1 + np.exp(-(matrix @ vector + np.float32(weights.bias)))))
    return Scored(np.concatenate(first), np.concatenate(second), np.concatenate(chance))
