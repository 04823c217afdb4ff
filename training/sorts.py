"""Fit what sort of thing a token heads (person, place, organization, object, event, time …) on GUM's entities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from torch import nn

from firsthand.language._network import Floats, vectors
from training.conllu import Sentence, read_conllu
from training.names import entities

SORTS = (
    "",
    "person",
    "place",
    "organization",
    "object",
    "event",
    "time",
    "abstract",
    "substance",
    "animal",
    "plant",
)
HEADS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "ADV", "NUM"})
HIDDEN = 96


def labels(sentence: Sentence) -> dict[int, int]:
    """The sort of the widest entity of every head."""
    widest: dict[int, tuple[int, int]] = {}
    for start, end, head, sort in entities(sentence):
        if sort in SORTS:
            widest[head] = max(widest.get(head, (0, 0)), (end - start, SORTS.index(sort)))
    return {head: sort for head, (_, sort) in widest.items()}


def rows(nlp: Language, path: Path) -> Iterator[tuple[Floats, NDArray[np.int64]]]:
    """For every sentence the vectors of its nouns and pronouns, as `Known` has them, and their sorts."""
    sentences = list(read_conllu(path))
    docs = (Doc(nlp.vocab, [w.form for w in s.words], [w.space for w in s.words]) for s in sentences)
    for sentence, doc in zip(sentences, nlp.pipe(docs, batch_size=128, disable=["ner"])):
        known = labels(sentence)
        states, static = vectors(doc)
        at = np.array([token.i for token in doc if token.pos_ in HEADS], np.int64)
        parents = np.array([doc[int(i)].head.i for i in at], np.int64)
        yield (
            np.concatenate([states[at], static[at], static[parents]], axis=1),
            np.array([known.get(int(i), 0) for i in at], np.int64),
        )


def fit(nlp: Language, data: Path, epochs: int = 6, batch: int = 256) -> dict[str, Floats]:
    """Weights of the sorts; prints its accuracy on GUM's development set."""
    train, dev = (list(rows(nlp, data / "ud" / f"gum-{part}.conllu.xz")) for part in ("train", "dev"))
    x, y = np.concatenate([a for a, _ in train]), torch.tensor(np.concatenate([b for _, b in train]))
    mean, spread = x.mean(0), x.std(0) + 1e-3
    inputs = torch.tensor((x - mean) / spread)
    torch.manual_seed(1)
    net = nn.Sequential(
        nn.Dropout(0.2), nn.Linear(x.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(0.2), nn.Linear(HIDDEN, len(SORTS))
    )
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    steps = epochs * -(-len(x) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(epochs):
        for part in torch.randperm(len(x)).split(batch):
            loss = nn.functional.cross_entropy(net(inputs[part]), y[part])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    net.eval()
    with torch.no_grad():
        held = torch.tensor((np.concatenate([a for a, _ in dev]) - mean) / spread)
        right = net(held).argmax(1).numpy() == np.concatenate([b for _, b in dev])
    print(f"sorts of GUM's development set: {100 * right.mean():.1f} % right")
    first, last = net[1], net[4]
    inner = first.weight.detach().numpy().T / spread[:, None]
    return {
        "sort_in": inner,
        "sort_mid": first.bias.detach().numpy() - mean @ inner,
        "sort_out": last.weight.detach().numpy().T,
        "sort_end": last.bias.detach().numpy(),
    }
