"""A teacher for the small pipeline: MiniLM fine-tuned to tag, parse (biaffine, Dozat and Manning 2017) and find names.

It is not shipped. It labels raw news sentences, which the shipped pipeline then trains on beside the gold ones. The
transformer is uncased, so an embedding of each piece's letter case is added to its input.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from training import names
from training.conllu import read_conllu
from training.vectors import minilm_path

LONGEST = 120  # words; longer sentences are left out
IGNORED = -100
TAGS = ("O", *(f"{p}-{label}" for label in ("PERSON", "ORG", "PLACE", "GROUP") for p in "BI"))


@dataclass(slots=True)
class Item:
    """A sentence with what is annotated of it; None where a layer is missing."""

    words: list[str]
    syntax: list[tuple[str, str, str, int, str]] | None = None  # upos, xpos, feats, head (its own index for root), dep
    tags: list[str] | None = None


def bio(length: int, spans: list[names.Span]) -> list[str]:
    """BIO tags of non-overlapping spans."""
    tags = ["O"] * length
    for start, end, label in spans:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags


def items(data: Path) -> tuple[list[Item], list[Item]]:
    """Training and development sentences."""

    def syntax(name: str) -> list[Item]:
        sentences = read_conllu(data / "ud" / f"{name}.conllu.xz")
        return [
            Item([w.form for w in s.words], [(w.upos, w.xpos, w.feats, w.head, w.dep) for w in s.words])
            for s in sentences
        ]

    corpora = [list(names.gum(data, "gum-train")), list(names.wikigold(data)), list(names.wnut(data)), list(names.re3d(data))]
    gum_dev = list(names.gum(data, "gum-dev"))
    names.settle([*corpora, gum_dev])
    gum = syntax("gum-train")
    for item, named in zip(gum, corpora[0]):
        item.tags = bio(len(item.words), named.spans)
    train = syntax("ewt-train") + gum
    for corpus in (corpora[1], corpora[2][::4], corpora[3], corpora[3]):
        train += [Item(n.words, None, bio(len(n.words), n.spans)) for n in corpus]
    dev = syntax("gum-dev")
    for item, named in zip(dev, gum_dev):
        item.tags = bio(len(item.words), named.spans)
    return [i for i in train if len(i.words) <= LONGEST], [i for i in syntax("ewt-dev")[::3] + dev[::2] if len(i.words) <= LONGEST]


def case_of(word: str) -> int:
    """Letter case of a word: 1 lower, 2 capital first, 3 upper, 4 mixed, 5 digits, 6 other."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper():
        return 2 if word[1:].islower() else 4
    return 5 if any(c.isdigit() for c in word) else 4 if any(c.isalpha() for c in word) else 6


class Biaffine(nn.Module):
    """Scores (batch, dependents, heads, out) of pairs of words."""

    def __init__(self, width: int, hidden: int, out: int) -> None:
        super().__init__()
        self.dependent = nn.Sequential(nn.Linear(width, hidden), nn.LeakyReLU(0.1), nn.Dropout(0.25))
        self.head = nn.Sequential(nn.Linear(width, hidden), nn.LeakyReLU(0.1), nn.Dropout(0.25))
        self.weight = nn.Parameter(torch.randn(out, hidden + 1, hidden + 1) * 0.01)

    def forward(self, states: Tensor) -> Tensor:
        one = states.new_ones((*states.shape[:2], 1))
        dependent = torch.cat([self.dependent(states), one], -1)
        head = torch.cat([self.head(states), one], -1)
        return torch.einsum("bdi,oij,bhj->bdho", dependent, self.weight.to(head.dtype), head)


class Teacher(nn.Module):
    """Encoder and heads; `labels` maps each layer's name to its list of labels."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = AutoModel.from_pretrained(minilm_path())
        width = self.encoder.config.hidden_size
        self.encoder.embeddings.word_embeddings.requires_grad_(False)  # a quarter of the time, nothing lost in two epochs
        self.case = nn.Embedding(7, width)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop = nn.Dropout(0.2)
        self.linear = nn.ModuleDict({k: nn.Linear(width, len(v)) for k, v in labels.items() if k != "dep"})
        self.arc = Biaffine(width, 256, 1)
        self.dep = Biaffine(width, 96, len(labels["dep"]))

    def forward(self, coded: dict[str, Tensor]) -> dict[str, Tensor]:
        embedded = self.encoder.embeddings.word_embeddings(coded["ids"]) + self.case(coded["case"])
        states = self.encoder(inputs_embeds=embedded, attention_mask=coded["mask"]).last_hidden_state
        # word states: mean over pieces, by a (batch, words, pieces) matrix
        states = self.drop(torch.bmm(coded["pool"].to(states.dtype), states))
        out = {name: layer(states).float() for name, layer in self.linear.items()}
        out["arc"] = self.arc(states).squeeze(-1).float()
        out["dep"] = self.dep(states)
        return out


class Coder:
    """Sentences to padded tensors."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(minilm_path())
        self.index = {k: {label: i for i, label in enumerate(v)} for k, v in labels.items()}
        self.pieces: dict[str, list[int]] = {}

    def split(self, word: str) -> list[int]:
        if word not in self.pieces:
            ids = self.tokenizer(word, add_special_tokens=False)["input_ids"][:12]
            self.pieces[word] = ids or [self.tokenizer.unk_token_id]
        return self.pieces[word]

    def inputs(self, batch: list[Item]) -> dict[str, Tensor]:
        split = [[self.split(w) for w in item.words] for item in batch]
        longest = 2 + max(sum(map(len, s)) for s in split)
        ids = np.zeros((len(batch), longest), np.int64)
        case = np.zeros_like(ids)
        mask = np.zeros_like(ids)
        pool = np.zeros((len(batch), max(len(i.words) for i in batch), longest), np.float32)
        for row, (item, pieces) in enumerate(zip(batch, split)):
            at = 1
            ids[row, 0] = self.tokenizer.cls_token_id
            for word, own in enumerate(pieces):
                ids[row, at : at + len(own)] = own
                case[row, at : at + len(own)] = case_of(item.words[word])
                pool[row, word, at : at + len(own)] = 1 / len(own)
                at += len(own)
            ids[row, at] = self.tokenizer.sep_token_id
            mask[row, : at + 1] = 1
        arrays = {"ids": ids, "case": case, "mask": mask, "pool": pool}
        return {k: torch.from_numpy(v) for k, v in arrays.items()}

    def targets(self, batch: list[Item]) -> dict[str, Tensor]:
        size = (len(batch), max(len(i.words) for i in batch))
        out = {k: np.full(size, IGNORED, np.int64) for k in ("upos", "xpos", "feats", "arc", "dep", "ner")}
        for row, item in enumerate(batch):
            n = len(item.words)
            if item.syntax:
                for k, name in enumerate(("upos", "xpos", "feats", "arc", "dep")):
                    column = [s[k] for s in item.syntax]
                    out[name][row, :n] = column if name == "arc" else [self.index[name].get(c, IGNORED) for c in column]  # type: ignore[arg-type]
            if item.tags:
                out["ner"][row, :n] = [self.index["ner"][t] for t in item.tags]
        return {k: torch.from_numpy(v) for k, v in out.items()}


def loss_of(out: dict[str, Tensor], gold: dict[str, Tensor], mask: Tensor) -> Tensor:
    """Sum of the layers' cross entropies."""
    total = torch.zeros(())
    out["arc"] = out["arc"].masked_fill(~mask[:, None, :], -1e4)
    for name in ("upos", "xpos", "feats", "ner", "arc"):
        if (gold[name] != IGNORED).any():
            weight = 1.0 if name in {"arc", "ner"} else 0.5
            total = total + weight * nn.functional.cross_entropy(out[name].flatten(0, 1), gold[name].flatten(), ignore_index=IGNORED)
    if (gold["dep"] != IGNORED).any():
        heads = gold["arc"].clamp(min=0)[..., None, None].expand(-1, -1, 1, out["dep"].shape[-1])
        chosen = out["dep"].gather(2, heads).squeeze(2).float()
        total = total + nn.functional.cross_entropy(chosen.flatten(0, 1), gold["dep"].flatten(), ignore_index=IGNORED)
    return total


def bucketed(all_items: list[Item], words: int, rng: random.Random) -> list[list[Item]]:
    """Batches of about equally long sentences, `words` words each, in random order."""
    ordered = sorted(all_items, key=lambda i: len(i.words) + rng.random() * 3)
    out: list[list[Item]] = [[]]
    for item in ordered:
        if out[-1] and (len(out[-1]) + 1) * len(item.words) > words:
            out.append([])
        out[-1].append(item)
    rng.shuffle(out)
    return out


def word_mask(batch: list[Item]) -> Tensor:
    lengths = torch.tensor([len(i.words) for i in batch])
    return torch.arange(int(lengths.max()))[None] < lengths[:, None]


def tree(scores: np.ndarray[Any, Any]) -> list[int]:
    """Best heads of a sentence from scores (n, n) whose diagonal stands for being the root: one root, no cycle."""
    n = len(scores)
    roots = np.argsort(-np.diag(scores))[: 3 if n > 2 else n]
    plain = scores.argmax(1)
    if sum(int(plain[i]) == i for i in range(n)) == 1 and not cycles(plain):
        return [int(h) for h in plain]
    best: tuple[float, list[int]] = (-np.inf, [0] * n)
    for root in roots:
        full = scores.copy()
        np.fill_diagonal(full, -np.inf)
        heads = edmonds(full, int(root))
        value = float(scores[root, root] + sum(full[i, h] for i, h in enumerate(heads) if i != root))
        if value > best[0]:
            best = (value, heads)
    return best[1]


def cycles(heads: np.ndarray[Any, Any]) -> list[int]:
    """Words of one cycle of length two or more, or nothing."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = int(heads[i])
        if state[i] == 1 and int(heads[i]) != i and i in path:
            return path[path.index(i) :]
        for k in path:
            state[k] = 2
    return []


def edmonds(scores: np.ndarray[Any, Any], root: int) -> list[int]:
    """Maximum spanning tree of scores[dependent, head] by contraction (Chu and Liu 1965, Edmonds 1967)."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[root] = root
    loop = cycles(heads)
    if not loop:
        return [int(h) for h in heads]
    outside = [i for i in range(n) if i not in set(loop)]
    place = {word: k for k, word in enumerate(outside)}
    new = len(outside)
    small = np.full((new + 1, new + 1), -np.inf)
    small[:new, :new] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(loop, outside)] - scores[loop, heads[loop]][:, None]
    out_of = scores[np.ix_(outside, loop)]
    small[new, :new] = into.max(0)
    small[:new, new] = out_of.max(1)
    inner = edmonds(small, place[root])
    result = [int(h) for h in heads]
    for word in outside:
        k = inner[place[word]]
        result[word] = loop[int(out_of[place[word]].argmax())] if k == new else outside[k]
    result[root] = root
    entry = inner[new]
    result[loop[int(into[:, entry].argmax())]] = outside[entry]
    return result


@torch.inference_mode()
def predict(model: Teacher, coder: Coder, batch: list[Item]) -> Iterator[tuple[Item, float]]:
    """Label sentences; with each goes the mean probability of its heads."""
    model.eval()
    with torch.autocast("cpu", torch.bfloat16):
        out = model(coder.inputs(batch))
    out["arc"] = out["arc"].masked_fill(~word_mask(batch)[:, None, :], -1e4).log_softmax(-1)
    for row, item in enumerate(batch):
        n = len(item.words)
        arcs = out["arc"][row, :n, :n].numpy()
        heads = tree(arcs)
        deps = out["dep"][row, torch.arange(n), torch.tensor(heads)].float()
        deps[:, model.labels["dep"].index("ROOT")] = -1e4
        names_of = model.labels["dep"]
        dep = ["ROOT" if heads[i] == i else names_of[int(k)] for i, k in enumerate(deps.argmax(-1))]
        columns = [[model.labels[k][int(j)] for j in out[k][row, :n].argmax(-1)] for k in ("upos", "xpos", "feats")]
        tags = [model.labels["ner"][int(j)] for j in out["ner"][row, :n].argmax(-1)]
        sure = float(np.exp(arcs[np.arange(n), heads]).mean())
        yield Item(item.words, list(zip(*columns, heads, dep)), tags), sure


def spans_of(tags: list[str]) -> list[names.Span]:
    """Spans of BIO tags; an I that continues nothing of its label begins a span."""
    edges = [i for i, (a, b) in enumerate(pairwise(["O", *tags])) if b[0] == "B" or (b[0] == "I" and a[2:] != b[2:])]
    out = []
    for start in edges:
        end = start + 1
        while end < len(tags) and tags[end] == f"I-{tags[start][2:]}":
            end += 1
        out.append((start, end, tags[start][2:]))
    return out


def evaluate(model: Teacher, coder: Coder, dev: list[Item]) -> dict[str, float]:
    """UPOS, UAS, LAS, and F1 of names, on gold tokens."""
    hit = dict.fromkeys(("upos", "uas", "las"), 0)
    total = found = gold = right = 0
    for batch in bucketed(dev, 3000, random.Random(0)):
        for item, (guess, _) in zip(batch, predict(model, coder, batch)):
            assert item.syntax and guess.syntax and guess.tags
            for a, b in zip(item.syntax, guess.syntax):
                total += 1
                hit["upos"] += a[0] == b[0]
                hit["uas"] += a[3] == b[3]
                hit["las"] += a[3:] == b[3:]
            if item.tags:
                expected, got = set(spans_of(item.tags)), set(spans_of(guess.tags))
                found, gold, right = found + len(got), gold + len(expected), right + len(expected & got)
    return {**{k: round(100 * v / total, 2) for k, v in hit.items()}, "ner": round(200 * right / max(1, found + gold), 2)}


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(1)
    rng = random.Random(1)
    data, dev = items(args.data)
    syntax = [s for item in data if item.syntax for s in item.syntax]
    labels = {
        "upos": sorted({s[0] for s in syntax}),
        "xpos": sorted({s[1] for s in syntax}),
        "feats": sorted({s[2] for s in syntax}),
        "dep": sorted({s[4] for s in syntax}),
        "ner": list(TAGS),
    }
    model, coder = Teacher(labels), Coder(labels)
    own = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": 2.5e-4}, {"params": own, "lr": 1.5e-3}], weight_decay=0.01, betas=(0.9, 0.98))
    tops = [group["lr"] for group in optimizer.param_groups]
    began, step, passed = time.time(), 0, 0.0
    while passed < 1:
        for batch in bucketed(data, args.words, rng):
            passed = max((time.time() - began) / (60 * args.minutes), step / args.steps)
            if passed >= 1:
                break
            for group, top in zip(optimizer.param_groups, tops):
                group["lr"] = top * min(1.0, (step + 1) / 150) * max(0.02, 1 - passed)
            model.train()
            with torch.autocast("cpu", torch.bfloat16):
                out = model(coder.inputs(batch))
            loss = loss_of(out, coder.targets(batch), word_mask(batch))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 25 == 0:
                print(f"{(time.time() - began) / 60:6.1f} min  step {step}  loss {float(loss):.3f}", flush=True)
            if step % 300 == 0:
                print(evaluate(model, coder, dev[:: 4]), flush=True)
    print(evaluate(model, coder, dev), flush=True)
    torch.save({"labels": labels, "state": model.state_dict()}, args.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--steps", type=int, default=100000, help="most steps")
    parser.add_argument("--words", type=int, default=1200)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
