"""The same sentences in another case, so that headlines and lower-cased text are parsed too."""

from __future__ import annotations

import copy
import random

from training.conllu import Sentence

_SMALL_TEXT = """
a an and as at but by for from in into nor of on or over the to with
"""
SMALL = frozenset(_SMALL_TEXT.split())


def recase(run: list[Sentence], rng: random.Random) -> list[Sentence]:
    """A copy of the run in lower case, upper case or headline case."""
    kind = rng.choices(["lower", "upper", "title"], [3, 3, 4])[0]
    run = copy.deepcopy(run)
    for sentence in run:
        for i, word in enumerate(sentence.words):
            if kind == "lower":
                word.form = word.form.lower()
            elif kind == "upper":
                word.form = word.form.upper()
            elif (i == 0 or word.form not in SMALL) and not (i and not sentence.words[i - 1].space):
                word.form = word.form[:1].upper() + word.form[1:]
    return run
