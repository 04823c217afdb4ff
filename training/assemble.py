"""Put syntax, lemmas and names together as one pipeline and move it to its place in the package."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import spacy

from training import mentions, types
from training.blank import keep_attribute
from training.lemmas import tables

VERSION = "1.1.0"


def assemble(data: Path, syntax: Path, ner: Path, vectors: Path, out: Path) -> None:
    """Write the pipeline to `out`, replacing what is there in one step; a card that is there stays."""
    nlp = spacy.load(syntax)
    names = spacy.load(ner)
    nlp.add_pipe("ner", source=names)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True}, after="parser")
    lemmatizer.initialize(list, nlp=nlp, lookups=tables(data, map(str, np.load(vectors)["words"])))  # type: ignore[attr-defined]
    nlp.meta.update(
        name="firsthand",
        version=VERSION,
        description="English syntax (Universal Dependencies), lemmas and names for news; see card.md.",
        license="CC BY-SA 4.0",
        spacy_version=">=3.8.4,<3.9.0",
        author="the firsthand authors",
    )
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    keep_attribute(fresh)
    types.make(spacy.load(fresh), data, fresh / "types")
    mentions.make(mentions.named(fresh), data, fresh / "mentions")
    if (out / "card.md").exists():
        shutil.copy(out / "card.md", fresh / "card.md")
    swap(fresh, out)


def swap(fresh: Path, out: Path) -> None:
    """Put a finished folder in the place of another."""
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "syntax", "ner", "vectors", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    assemble(args.data, args.syntax, args.ner, args.vectors, args.out)


if __name__ == "__main__":
    main()
