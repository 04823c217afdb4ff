"""English as the rest of firsthand reads it: sentences, words, syntax, names, and the meaning of sentences as vectors.

Everything that is needed is package data; nothing is downloaded.
"""

from firsthand.language._embedding import embed
from firsthand.language._pipeline import PIPELINE, load, parse

__all__ = ["PIPELINE", "embed", "load", "parse"]
