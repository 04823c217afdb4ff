"""Fitting of the small networks with one hidden layer (`firsthand.language._network`), and how they are stored."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from firsthand.language._network import Floats, Network

HIDDEN = 48


class Trained(nn.Module):
    """The network while it is trained; numbers come with mean 0 and spread 1."""

    def __init__(self, features: int, width: int, classes: int) -> None:
        super().__init__()
        self.named = nn.EmbeddingBag(features, HIDDEN, mode="sum")
        self.linear = nn.EmbeddingBag(features, classes, mode="sum")
        nn.init.normal_(self.named.weight, std=0.02)
        nn.init.zeros_(self.linear.weight)
        self.dense = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, classes)
        self.drop = nn.Dropout(0.3)

    def forward(self, bags: list[list[int]], numbers: Tensor) -> Tensor:
        """Scores of the classes for bags of features and rows of numbers."""
        ids = torch.tensor([i for bag in bags for i in bag], dtype=torch.long)
        offsets = torch.tensor([0, *np.cumsum([len(bag) for bag in bags])[:-1]])
        hidden = torch.relu(self.named(ids, offsets) + self.dense(self.drop(numbers)))
        scores: Tensor = self.out(self.drop(hidden)) + self.linear(ids, offsets)
        return scores


def numbered(bags: list[list[str]], least: int = 2) -> dict[str, int]:
    """Rows for the features that occur `least` times."""
    counts = Counter(name for bag in bags for name in bag)
    return {name: i for i, name in enumerate(sorted(n for n, k in counts.items() if k >= least))}


def optimiser(net: Trained, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, and a rate that falls to nothing."""
    adam = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    return adam, torch.optim.lr_scheduler.LambdaLR(adam, lambda step: 1 - step / steps)


def joined(
    nets: list[Trained], mean: Floats, spread: Floats, more: dict[str, Floats], index: dict[str, int]
) -> Network:
    """One network of several: hidden layers side by side, scores averaged; numbers need no more scaling."""

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
    return Network({**more, **weights}, index)


def write(network: Network, path: Path) -> None:
    """Weights as float16, features in the order of their rows."""
    path.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path / "weights.npz", **{k: v.astype(np.float16) for k, v in network.weights.items()})
    (path / "features.json").write_text(json.dumps(list(network.index), ensure_ascii=False, indent=0) + "\n", "utf-8")
