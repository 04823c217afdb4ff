"""Fit the network that types names, on the gold names of four corpora: ``python -m training.types DATA PIPELINE``."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc, Span
from torch import nn

from firsthand.language._network import Floats, Known, Network
from firsthand.language._types import TYPES, features, numbers
from training import ner, network, sorts
from training.names import Named

WORDS = ("word=", "first=", "last=", "all=")
SEEDS = (1, 2)
EPOCHS = 5
BATCH = 128


@dataclass(slots=True)
class Given:
    """The names of a doc: their features, numbers and types."""

    bags: list[list[str]]
    numbers: Floats
    types: list[int]


def given(nlp: Language, corpus: list[Named], kinds: dict[str, Floats]) -> Iterator[Given]:
    """The names of every text."""
    corpus = [named for named in corpus if named.spans]
    docs = (Doc(nlp.vocab, named.words, named.spaces) for named in corpus)
    for named, doc in zip(corpus, nlp.pipe(docs, batch_size=64, disable=["ner"])):
        spans = [Span(doc, start, end) for start, end, _ in named.spans]
        rows = numbers(doc, Known(doc, kinds), spans)
        yield Given([features(doc, span) for span in spans], rows, [TYPES.index(label) for *_, label in named.spans])


def fit(parts: list[Given], kinds: dict[str, Floats]) -> Network:
    """The network; words of names are sometimes left out, so that it looks around them too."""
    bags, types = [bag for part in parts for bag in part.bags], torch.tensor([t for part in parts for t in part.types])
    raw = np.concatenate([part.numbers for part in parts])
    mean, spread = raw.mean(0), raw.std(0) + 1e-3
    rows, index = torch.tensor((raw - mean) / spread), network.numbered(bags)
    nets = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        rng = random.Random(seed)
        net = network.Trained(len(index), raw.shape[1], len(TYPES))
        adam, schedule = network.optimiser(net, EPOCHS * -(-len(bags) // BATCH))
        for _ in range(EPOCHS):
            for part in torch.randperm(len(bags)).split(BATCH):
                batch = [
                    [index[n] for n in bags[int(i)] if n in index and not (n.startswith(WORDS) and rng.random() < 0.3)]
                    for i in part
                ]
                nn.functional.cross_entropy(net(batch, rows[part]), types[part]).backward()
                adam.step()
                adam.zero_grad()
                schedule.step()
        nets.append(net)
    return network.joined(nets, mean, spread, kinds, index)


def make(nlp: Language, data: Path, path: Path) -> None:
    """Fit and write; prints the share of right types on the development sets."""
    kinds = sorts.fit(nlp, data)
    rng = random.Random(1)
    gold, held = ner.corpora(data)
    model = fit([part for corpus in gold for part in given(nlp, list(ner.runs(corpus, rng)), kinds)], kinds)
    network.write(model, path)
    for name, corpus in zip(("gum", "wikigold", "re3d"), held):
        parts = list(given(nlp, list(ner.runs(corpus, rng)), kinds))
        right = [model.scores(part.bags, part.numbers).argmax(1) == np.array(part.types) for part in parts]
        print(f"types of {name}'s development names: {100 * np.concatenate(right).mean():.1f} % right")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", type=Path, help="folder of the pipeline; types/ is written into it")
    args = parser.parse_args()
    make(spacy.load(args.pipeline), args.data, args.pipeline / "types")


if __name__ == "__main__":
    main()
