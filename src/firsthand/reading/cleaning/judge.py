"""A small trained model of which lines of a page are its article's, for what the rules leave open.

Two steps, each a network of one hidden layer over the traits of a line and of its neighbours: the first judges every
line by itself, the second sees what the first said of the lines around. The recipe is ``training/furniture.py``.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.reading.cleaning.lines import Line
from firsthand.reading.cleaning.markup import Place
from firsthand.reading.cleaning.traits import Traits, to_both_sides, traits

Floats = NDArray[np.float32]

NEAR = 6
"""How many lines to each side the second step sees."""

_REACHES = (3, 8, 20)
_SURE = 0.2
_FAR = 25
_SENTENCE = 8
_ARTICLE = 0.2
_RARELY, _NEVER = 0.97, 2.0


class Network:
    """One hidden layer of rectified units: ``hidden`` (inputs + 1, units), ``out`` (units + 1,); biases last."""

    def __init__(self, hidden: Floats, out: Floats) -> None:
        self.hidden = hidden
        self.out = out

    def __call__(self, inputs: Floats) -> Floats:
        """The probability of each row."""
        units = np.maximum(inputs @ self.hidden[:-1] + self.hidden[-1], 0)
        score = units @ self.out[:-1] + self.out[-1]
        return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), np.float32)


class Judge:
    """The two steps for one form of page ("dump" or "html"), and the probabilities from which a line is taken out.

    A sentence is taken out only if it is very surely furniture: a label or a button that stays costs less than a
    sentence that is lost.
    """

    def __init__(self, first: Network, second: Network, sentence: float, other: float) -> None:
        self.first = first
        self.second = second
        self.sentence = sentence
        self.other = other

    def likely(self, found: Traits) -> Floats:
        """For each line the probability that it is furniture."""
        return self.second(second_inputs(found, self.first(first_inputs(found))))


def first_inputs(found: Traits) -> Floats:
    """What the first step sees."""
    return np.hstack((found.own, found.neighbours))


def second_inputs(found: Traits, alone: Floats) -> Floats:
    """What the second step sees: a line's own traits, and what the first step said of it and of those around."""
    return np.hstack((found.own, _around(alone), _body(alone, found.real)))


def _around(likely: Floats) -> Floats:
    count = len(likely)
    padded = np.concatenate((np.full(NEAR, 0.5, np.float32), likely, np.full(NEAR, 0.5, np.float32)))
    columns = [padded[NEAR + step : NEAR + step + count] for step in range(-NEAR, NEAR + 1)]
    return np.column_stack((*columns, *(to_both_sides(likely[:, None], reach) for reach in _REACHES)))


def _body(likely: Floats, real: NDArray[np.bool_]) -> Floats:
    """What share of the page's likely body stands above and below, and how far its next paragraphs are."""
    weight = np.where(real, 1 - likely, 0.0).astype(np.float64)
    total = max(1e-6, float(weight.sum()))
    above = (np.cumsum(weight) - weight) / total
    below = 1 - above - weight / total
    sure = real & (likely < _SURE)
    columns = [above, below, above > 0, below > 1e-6, above > 0.1, below > 0.1, weight / total]
    columns += [np.minimum(steps, _FAR) / _FAR for steps in (_steps(sure), _steps(sure[::-1])[::-1])]
    return np.stack(columns, axis=1).astype(np.float32)


def _steps(sure: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each line how many lines above it the next sure paragraph stands."""
    at = np.arange(len(sure))
    last = np.maximum.accumulate(np.where(sure, at, -_FAR))
    return np.asarray(at - np.concatenate(([-_FAR], last[:-1])))


def is_sentence(line: Line) -> bool:
    """Whether it reads like a sentence, or is a caption: those report facts too."""
    return (line.ends and line.words >= _SENTENCE) or line.kind == "caption"


class Judged(NamedTuple):
    """For each line whether it is furniture, and whether it is so surely the article's that loose rules must yield."""

    furniture: NDArray[np.bool_]
    article: NDArray[np.bool_]


def judged(lines: Sequence[Line], places: Sequence[Place] | None, title: str | None, whole_page: bool = True) -> Judged:
    """What the model says of lines, those among them that rules took out too; ``places`` are theirs in HTML.

    It has learnt from whole pages, where two lines of three are furniture. In a text that was an article before it was
    given (``whole_page`` is false) nearly none is, so that sentences and captions stay whatever the model says.
    """
    if len(lines) < 2:
        return Judged(np.zeros(len(lines), bool), np.zeros(len(lines), bool))
    judge = _judges()["dump" if places is None else "html"]
    sentences = np.array([is_sentence(line) for line in lines])
    likely = judge.likely(traits(lines, places, title))
    limits = (judge.sentence, judge.other) if whole_page else (_NEVER, _RARELY)
    return Judged(likely >= np.where(sentences, *limits), likely < _ARTICLE)


@cache
def _judges() -> dict[str, Judge]:
    with np.load(BytesIO(files("firsthand.reading").joinpath("data", "lines.npz").read_bytes())) as stored:
        told = {name: stored[name].astype(np.float32) for name in stored.files}
    return {
        form: Judge(
            Network(told[f"{form}_hidden1"], told[f"{form}_out1"]),
            Network(told[f"{form}_hidden2"], told[f"{form}_out2"]),
            *map(float, told[f"{form}_thresholds"]),
        )
        for form in ("dump", "html")
    }
