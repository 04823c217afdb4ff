"""Fit the model of mentions on re3d's training sentences, as the finished pipeline parses them.

Besides the network's, its weights are those of `training.sorts`, `likely` with `likely_end` (which tokens may head a
mention at all), and `eager`.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc
from torch import nn

from firsthand.language._candidates import Candidate, candidates, features
from firsthand.language._mentions import CLASSES, Mentions, likely, numbers
from firsthand.language._network import Floats, Known
from training import names, network, sorts

ENTITY = ("ent=", "tag=", "case=", "in=", "shape=")
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


def heads_likely(parsed: Parsed, weights: dict[str, Floats], kept: float = 0.995) -> dict[str, Floats]:
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
        for candidate in candidates(doc, likely(known, weights)):
            groups.setdefault(candidate[2], []).append(candidate)
        for found in groups.values():
            labels = [gold.get(candidate[:2]) for candidate in found]
            right = next((1 + len(TYPES) * i + TYPES.index(label) for i, label in enumerate(labels) if label), 0)
            out.append(Head([features(doc, candidate) for candidate in found], numbers(known, found), right))
    return out


def forget(found: list[str], rng: random.Random, share: float = 0.25) -> list[str]:
    """Sometimes without what the name recogniser said: it knows these very sentences too well."""
    if rng.random() > share:
        return found
    return [f for f in found if not f.startswith(ENTITY) or "|" not in f]


def train(given: list[Head], mean: Floats, spread: Floats, index: dict[str, int], seed: int) -> network.Trained:
    """One network."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = network.Trained(len(index), len(mean), len(TYPES))
    adam, schedule = network.optimiser(net, EPOCHS * -(-len(given) // BATCH))
    for _ in range(EPOCHS):
        for part in torch.randperm(len(given)).split(BATCH):
            batch = [given[int(i)] for i in part]
            bags = [[index[n] for n in forget(found, rng) if n in index] for head in batch for found in head.named]
            rows = torch.tensor((np.concatenate([head.dense for head in batch]) - mean) / spread)
            own = net(bags, rows).split([len(head.named) for head in batch])
            choices = [torch.cat([torch.zeros(1), scores.flatten()]) for scores in own]
            padded = nn.utils.rnn.pad_sequence(choices, batch_first=True, padding_value=-1e9)
            nn.functional.cross_entropy(padded, torch.tensor([head.right for head in batch])).backward()
            adam.step()
            adam.zero_grad()
            schedule.step()
    return net


def fit(parsed: Parsed, kinds: dict[str, Floats]) -> Mentions:
    """The model of all seeds over the candidates; `kinds` are the weights of `training.sorts`."""
    kinds = {**kinds, **heads_likely(parsed, kinds), "eager": np.array(EAGERNESS, np.float32)}
    given = heads(parsed, kinds)
    index = network.numbered([found for head in given for found in head.named])
    raw = np.concatenate([head.dense for head in given])
    mean, spread = raw.mean(0), raw.std(0) + 1e-3
    nets = [train(given, mean, spread, index, seed) for seed in SEEDS]
    return Mentions(network.joined(nets, mean, spread, kinds, index))


def make(nlp: Language, data: Path, path: Path) -> None:
    """Fit and write both networks."""
    kinds = sorts.fit(nlp, data)
    network.write(fit(docs(nlp, data), kinds).network, path)


def named(folder: Path) -> Language:
    """The pipeline of a folder with all that types its names."""
    nlp = spacy.load(folder)
    nlp.add_pipe("firsthand_types", config={"folder": str(folder / "types")})
    nlp.add_pipe("firsthand_names")
    return nlp


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
    nlp = named(args.pipeline)
    if args.cross:
        kinds = sorts.fit(nlp, args.data)
        print(f"cross-validated F1 {cross(docs(nlp, args.data), kinds):.1f}")
    make(nlp, args.data, args.pipeline / "mentions")


if __name__ == "__main__":
    main()
