"""Fit the model of mentions on re3d's training sentences, as the finished pipeline parses them.

The weights that it writes: `named` and `linear` (features, hidden or types), `dense` (width, hidden), `hidden` and
`end` (their biases), `out` (hidden, types), `eager`; and those of `training.sorts`. The hidden layers of all seeds
stand side by side, which averages their scores.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn

from firsthand.language._candidates import Candidate, candidates, features
from firsthand.language._mentions import CLASSES, Floats, Known, Mentions
from training import names, sorts

ENTITY = ("ent=", "tag=", "case=", "in=", "shape=")
HIDDEN = 48
SEEDS = (1, 2)
EPOCHS = 8
BATCH = 64
# Given to the log-odds that a head is a mention's: most are none, and F1 wants recall as much as precision. Chosen by
# cross-validation on the training sentences; between 0.3 and 0.9 F1 hardly differs.
EAGERNESS = 0.7
TYPES = CLASSES[1:]
Parsed = list[tuple[Doc, dict[tuple[int, int], str]]]


@dataclass(slots=True)
class Head:
    """The candidates of one head: names of features, numbers (candidates, width), and which of the choices is right.

    Choice 0 is "nothing", then come the types of the first candidate, of the second and so on.
    """

    named: list[list[str]]
    dense: Floats
    right: int


def docs(nlp: Language, data: Path) -> Parsed:
    """Parsed training sentences with their gold mentions over our tokens."""
    out = []
    for named in names.re3d(data, mentions=True):
        text = "".join(w + " " * s for w, s in zip(named.words, named.spaces))
        doc = nlp(text.strip())
        starts = np.cumsum([0, *[len(w) + s for w, s in zip(named.words, named.spaces)]])
        gold = {}
        for a, b, label in named.spans:
            span = doc.char_span(int(starts[a]), int(starts[b - 1]) + len(named.words[b - 1]))
            if span is not None and label in TYPES:
                gold[span.start, span.end] = label
        out.append((doc, gold))
    return out


def likely(parsed: Parsed, weights: dict[str, Floats], kept: float = 0.995) -> dict[str, Floats]:
    """Weights that say which tokens may head a mention; above 0 are `kept` of those that do."""
    given, wanted = [], []
    for doc, gold in parsed:
        known = Known(doc, weights)
        hits = {head for start, end, head, _ in candidates(doc) if (start, end) in gold}
        at = sorted({head for _, _, head, _ in candidates(doc) if not doc[head].ent_type_})
        given.append(np.concatenate([known.states[at], known.static[at], known.sorts[at]], axis=1))
        wanted += [head in hits for head in at]
    x, y = np.concatenate(given), np.array(wanted)
    mean, spread = x.mean(0), x.std(0) + 1e-3
    model = LogisticRegression(C=0.03, max_iter=500).fit((x - mean) / spread, y)
    direction = (model.coef_[0] / spread).astype(np.float32)
    return {"likely": direction, "likely_end": np.array(-np.quantile((x @ direction)[y], 1 - kept), np.float32)}


def heads(parsed: Parsed, weights: dict[str, Floats]) -> list[Head]:
    """The heads of every doc with their candidates."""
    out = []
    for doc, gold in parsed:
        known = Known(doc, weights)
        groups: dict[int, list[Candidate]] = {}
        for candidate in candidates(doc, known.likely(weights)):
            groups.setdefault(candidate[2], []).append(candidate)
        for found in groups.values():
            labels = [gold.get(candidate[:2]) for candidate in found]
            right = next((1 + len(TYPES) * i + TYPES.index(label) for i, label in enumerate(labels) if label), 0)
            out.append(Head([features(doc, candidate) for candidate in found], known.of(found), right))
    return out


def forget(found: list[str], rng: random.Random, share: float = 0.25) -> list[str]:
    """Sometimes without what the name recogniser said: it knows these very sentences too well."""
    if rng.random() > share:
        return found
    return [f for f in found if not f.startswith(ENTITY) or "|" not in f]


class Network(nn.Module):
    """The model with one hidden layer; named features also reach the types directly."""

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.named = nn.EmbeddingBag(features, HIDDEN, mode="sum")
        self.linear = nn.EmbeddingBag(features, len(TYPES), mode="sum")
        nn.init.normal_(self.named.weight, std=0.02)
        nn.init.zeros_(self.linear.weight)
        self.dense = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(TYPES))
        self.drop = nn.Dropout(0.3)

    def forward(self, ids: Tensor, offsets: Tensor, numbers: Tensor) -> Tensor:
        """Scores of the types; `offsets` say where in `ids` each candidate's features begin."""
        hidden = torch.relu(self.named(ids, offsets) + self.dense(self.drop(numbers)))
        scores: Tensor = self.out(self.drop(hidden)) + self.linear(ids, offsets)
        return scores


def train(given: list[Head], mean: Floats, spread: Floats, index: dict[str, int], seed: int) -> Network:
    """One network, with AdamW and a rate that falls to nothing."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Network(len(index), len(mean))
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    steps = EPOCHS * -(-len(given) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(given)).split(BATCH):
            batch = [given[int(i)] for i in part]
            bags = [[index[n] for n in forget(found, rng) if n in index] for head in batch for found in head.named]
            offsets = torch.tensor([0, *np.cumsum([len(bag) for bag in bags])[:-1]])
            numbers = torch.tensor((np.concatenate([head.dense for head in batch]) - mean) / spread)
            scores = net(torch.tensor([i for bag in bags for i in bag]), offsets, numbers)
            choices = [
                torch.cat([torch.zeros(1), own.flatten()]) for own in scores.split([len(head.named) for head in batch])
            ]
            padded = nn.utils.rnn.pad_sequence(choices, batch_first=True, padding_value=-1e9)
            nn.functional.cross_entropy(padded, torch.tensor([head.right for head in batch])).backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return net


def fit(parsed: Parsed, kinds: dict[str, Floats], least: int = 2) -> Mentions:
    """The model of all seeds over the candidates; `kinds` are the weights of `training.sorts`."""
    kinds = {**kinds, **likely(parsed, kinds)}
    given = heads(parsed, kinds)
    counts = Counter(name for part in given for found in part.named for name in found)
    index = {name: i for i, name in enumerate(sorted(n for n, k in counts.items() if k >= least))}
    raw = np.concatenate([part.dense for part in given])
    mean, spread = raw.mean(0), raw.std(0) + 1e-3
    nets = [train(given, mean, spread, index, seed) for seed in SEEDS]

    def array(values: Tensor) -> Floats:
        return values.detach().numpy()  # type: ignore[no-any-return]

    inner = np.concatenate([array(net.dense.weight).T for net in nets], axis=1) / spread[:, None]
    weights = {
        "named": np.concatenate([array(net.named.weight) for net in nets], axis=1),
        "dense": inner,
        "hidden": np.concatenate([array(net.dense.bias) for net in nets]) - mean @ inner,
        "out": np.concatenate([array(net.out.weight).T for net in nets]) / len(nets),
        "linear": np.mean([array(net.linear.weight) for net in nets], axis=0),
        "end": np.mean([array(net.out.bias) for net in nets], axis=0),
    }
    weights["eager"] = np.array(EAGERNESS, np.float32)
    return Mentions({**kinds, **weights}, index)


def write(model: Mentions, path: Path) -> None:
    """Weights as float16, features in the order of their rows."""
    path.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path / "weights.npz", **{k: v.astype(np.float16) for k, v in model.weights.items()})
    (path / "features.json").write_text(json.dumps(list(model.index), ensure_ascii=False, indent=0) + "\n", "utf-8")


def make(nlp: Language, data: Path, path: Path) -> None:
    """Fit and write both networks."""
    kinds = sorts.fit(nlp, data)
    write(fit(docs(nlp, data), kinds), path)


def cross(parsed: Parsed, kinds: dict[str, Floats], folds: int = 4) -> float:
    """F1 by cross-validation over blocks of sentences."""
    right = found = wanted = 0
    for fold in range(folds):
        held = [d for i, d in enumerate(parsed) if i // 20 % folds == fold]
        model = fit([d for i, d in enumerate(parsed) if i // 20 % folds != fold], kinds)
        for doc, gold in held:
            spans = {((s.start, s.end), s.label_) for s in model(doc).spans["mentions"]}
            right, found, wanted = right + len(spans & set(gold.items())), found + len(spans), wanted + len(gold)
    return 200 * right / (found + wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", type=Path, help="folder of the pipeline; mentions/ is written into it")
    parser.add_argument("--cross", action="store_true", help="print the cross-validated F1 too")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    if args.cross:
        kinds = sorts.fit(nlp, args.data)
        print(f"cross-validated F1 {cross(docs(nlp, args.data), kinds):.1f}")
    make(nlp, args.data, args.pipeline / "mentions")


if __name__ == "__main__":
    main()
