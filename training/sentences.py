"""Static sentence embeddings distilled from all-MiniLM-L6-v2 with model2vec (Tulkens and van Dongen 2024).

Each token of the transformer's vocabulary is encoded alone and reduced by PCA. Where model2vec guesses frequencies from
ranks, we count them in the licensed corpora: a token's weight is a / (a + p) (SIF, Arora et al. 2017). Rows are stored
as int8 with a factor each.
"""

from __future__ import annotations

import argparse
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
from model2vec.distill import distill
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from training.assemble import swap
from training.texts import all_sentences
from training.vectors import minilm_path

SIF = 1e-3


def build(data: Path, out: Path, width: int) -> None:
    """Write tokenizer.json and model.safetensors (embeddings int8 (n, width), scales float32 (n, 1))."""
    model = distill(minilm_path(), pca_dims=width, sif_coefficient=None, quantize_to="float32")
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    model.save_pretrained(str(fresh))
    tokenizer = Tokenizer.from_file(str(fresh / "tokenizer.json"))
    counts: Counter[int] = Counter()
    for words in all_sentences(data):
        counts.update(tokenizer.encode(" ".join(words), add_special_tokens=False).ids)
    share = np.array([counts[i] + 0.5 for i in range(len(model.embedding))], dtype=np.float64)
    share /= share.sum()
    table = model.embedding.astype(np.float32)
    table /= np.sqrt((table**2).sum(1).mean())
    factor = (SIF / (SIF + share))[:, None] * np.abs(table).max(1, keepdims=True)
    coded = np.round(127 * table / np.abs(table).max(1, keepdims=True).clip(1e-9)).astype(np.int8)
    for path in fresh.iterdir():
        if path.name != "tokenizer.json":
            path.unlink()
    save_file({"embeddings": coded, "scales": (factor / 127).astype(np.float32)}, fresh / "model.safetensors")
    (fresh / "model.safetensors").chmod(0o644)
    if (out / "card.md").exists():
        shutil.copy(out / "card.md", fresh / "card.md")
    swap(fresh, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=256)
    args = parser.parse_args()
    build(args.data, args.out, args.width)


if __name__ == "__main__":
    main()
