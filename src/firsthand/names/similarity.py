"""How likely it is that two spellings are one name: aligned words, then a logistic model over what was aligned."""

import json
import math
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein

from firsthand.names.data import rows
from firsthand.names.folding import PARTICLES, consonants, plain, skeleton, words

FEATURES = (
    "bias", "aligned", "weakest", "first", "last", "joined", "consonants", "extra", "extra_both", "conflict", "exact",
    "subset", "order", "numbers", "single", "form", "org", "org_weakest", "org_extra",
)  # fmt: skip
_ALIKE = 0.72  # words less alike than this are two words, not two spellings


class _Pair(NamedTuple):
    left: int
    right: int
    score: float


@cache
def _forms() -> dict[str, str]:
    return {variant: head for head, variants in rows("forms.tsv") for variant in variants.split(",")}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """The full given names that a short form may stand for."""
    found: dict[str, frozenset[str]] = {}
    for head, variants in rows("nicknames.tsv"):
        for variant in (head, *variants.split(",")):
            found[variant] = found.get(variant, frozenset()) | {head}
    return found


@cache
def _weights() -> tuple[float, ...]:
    stored = json.loads((files("firsthand.names") / "data" / "same_name.json").read_text("utf-8"))
    return tuple(stored["weights"][name] for name in FEATURES)


@lru_cache(maxsize=65536)
def word_similarity(a: str, b: str) -> float:
    """Likeness (0..1) of two plain words as spellings of one name."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.0
    nicknames = _nicknames()
    if nicknames.get(a, frozenset()) & nicknames.get(b, frozenset()):
        return 0.95
    left, right = skeleton(a), skeleton(b)
    if left == right:
        return 0.98
    if ("q" in a) != ("q" in b) and skeleton(a.replace("q", "g")) == skeleton(b.replace("q", "g")):
        return 0.95  # "Qasim" is said, and written, "Gasim" from Libya to the Gulf
    score = max(
        0.5 * JaroWinkler.similarity(a, b) + 0.5 * Levenshtein.normalized_similarity(a, b),
        0.5 * JaroWinkler.similarity(left, right) + 0.5 * Levenshtein.normalized_similarity(left, right),
    )
    bones = consonants(a)
    if len(bones) >= 3 and bones == consonants(b):
        score = max(score, 0.93)
    return score


def _align(left: tuple[str, ...], right: tuple[str, ...]) -> list[_Pair]:
    scored = [_Pair(i, j, word_similarity(a, b)) for i, a in enumerate(left) for j, b in enumerate(right)]
    scored.sort(key=lambda pair: (-pair.score, abs(pair.left - pair.right), pair.left, pair.right))
    pairs: list[_Pair] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for pair in scored:
        if pair.score >= _ALIKE and pair.left not in used_left and pair.right not in used_right:
            pairs.append(pair)
            used_left.add(pair.left)
            used_right.add(pair.right)
    return sorted(pairs)


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The name's own words, and the words that only say its legal form ("ltd", "gmbh")."""
    forms = _forms()
    text = f" {' '.join(words(name))} "
    found: list[str] = []
    for phrase, form in forms.items():
        if f" {phrase} " in text:
            found.append(form)
            text = text.replace(f" {phrase} ", " ")
    own = tuple(word for word in text.split() if word not in PARTICLES) or tuple(text.split()) or words(name)
    return own, tuple(sorted(found))


def _share(found: float, total: int) -> float:
    return found / total if total else 0.0


def features(a: str, b: str) -> tuple[float, ...]:
    """The values of ``FEATURES`` for two names; symmetric."""
    (left, left_form), (right, right_form) = sorted((_parts(a), _parts(b)))
    if not left or not right:
        return (1.0,) + (0.0,) * (len(FEATURES) - 1)
    pairs = _align(left, right)
    letters = sum(map(len, left)) + sum(map(len, right))
    covered = sum(pair.score * (len(left[pair.left]) + len(right[pair.right])) for pair in pairs)
    weakest = min((pair.score for pair in pairs), default=0.0)
    extra_left, extra_right = len(left) - len(pairs), len(right) - len(pairs)
    join_left, join_right = "".join(map(skeleton, words(a))), "".join(map(skeleton, words(b)))
    joined = Levenshtein.normalized_similarity(join_left, join_right)
    bones = Levenshtein.normalized_similarity("".join(map(consonants, left)), "".join(map(consonants, right)))
    spaceless = join_left == join_right
    in_order = all(one.right < two.right for one, two in pairwise(pairs))
    numbers = {w for w in left if any(map(str.isdigit, w))} != {w for w in right if any(map(str.isdigit, w))}
    org = bool(left_form or right_form)
    exact = plain(a) == plain(b) or spaceless
    return (
        1.0,
        1.0 if spaceless else _share(covered, letters),
        1.0 if spaceless else weakest,
        word_similarity(left[0], right[0]),
        word_similarity(left[-1], right[-1]),
        joined,
        bones,
        0.0 if spaceless else float(extra_left + extra_right) / (len(left) + len(right)),
        0.0 if spaceless else float(min(extra_left, extra_right, 2)),
        0.0 if spaceless else float(extra_left > 0 and extra_right > 0),
        float(exact),
        float(len(pairs) >= 2 and (extra_left == 0) != (extra_right == 0)),
        0.0 if in_order else 1.0,
        float(numbers),
        float(min(len(left), len(right)) == 1),
        float(bool(left_form) and bool(right_form) and left_form != right_form),
        float(org),
        org * weakest,
        org * float(extra_left + extra_right) / (len(left) + len(right)),
    )


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> float:
    """How likely (0..1) it is that two names are spellings of one; symmetric; 0.5 is the threshold that was fitted."""
    total = sum(weight * value for weight, value in zip(_weights(), features(a, b)))
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, total))))
