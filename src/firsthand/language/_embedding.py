"""Static sentence embeddings: the mean of weighted token vectors, in NumPy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "embeddings"


@lru_cache(maxsize=1)
def _model() -> tuple[Tokenizer, NDArray[np.int8], NDArray[np.float32]]:
    """The tokenizer, token vectors (tokens, 256) as int8, and the factor (tokens, 1) that scales each row."""
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tensors = load_file(FOLDER / "model.safetensors")
    return tokenizer, tensors["embeddings"], tensors["scales"]


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Embed texts as unit vectors: (n, 256) float32, so that a dot product is a cosine.

    A text without a known token is the zero vector. Distilled from all-MiniLM-L6-v2 as in model2vec (Tulkens and
    van Dongen 2024): the transformer's output for each token alone, PCA, and weights that fall with frequency (SIF,
    Arora et al. 2017).
    """
    tokenizer, table, scales = _model()
    out = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for row, coded in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        ids = np.asarray(coded.ids, dtype=np.int64)
        if ids.size:
            out[row] = (table[ids] * scales[ids]).mean(axis=0)
    lengths = np.linalg.norm(out, axis=1, keepdims=True)
    np.divide(out, lengths, out=out, where=lengths > 0)
    return out
