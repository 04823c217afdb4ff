"""Raw sentences of the licensed corpora, for word vectors and word statistics."""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from training.conllu import read_conllu

TREEBANKS = ("ewt-train", "gum-train")
NON_COMMERCIAL = "BBC Online"  # a folder of re3d that must not be trained on


def treebank_sentences(data: Path) -> Iterator[list[str]]:
    """Tokenised sentences of the training treebanks."""
    for name in TREEBANKS:
        for sentence in read_conllu(data / "ud" / f"{name}.conllu.xz"):
            yield [word.form for word in sentence.words]


def ecb_documents(data: Path) -> Iterator[list[list[str]]]:
    """Documents of ECB+ (CC BY 3.0), each a list of tokenised sentences; line 0 of an ECB+ file is its address."""
    with tarfile.open(data / "coreference" / "ecbplus-train-dev.tar.xz") as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".xml")), key=lambda m: m.name)
        for member in members:
            handle = archive.extractfile(member)
            assert handle is not None
            sentences: dict[int, list[str]] = {}
            for token in ElementTree.parse(handle).getroot().iter("token"):
                sentences.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
            first = sentences.get(0, [])
            if any("http" in word or "www" in word for word in first):
                sentences.pop(0)
            yield [s for _, s in sorted(sentences.items()) if s]


def wikigold_sentences(data: Path) -> Iterator[list[str]]:
    """Tokenised sentences of Wikigold (CC BY 4.0)."""
    for block in (data / "ner" / "wikigold.conll.txt").read_text("utf-8").split("\n\n"):
        words = [line.split()[0] for line in block.splitlines() if line.strip()]
        if words and words[0] != "-DOCSTART-":
            yield words


def re3d_texts(data: Path) -> Iterator[str]:
    """Texts of re3d documents that may be trained on and are not in its test file."""
    test = squeeze(" ".join(words(data / "ner" / "re3d-test.conll")))
    for folder in sorted((data / "ner" / "re3d").iterdir()):
        if not folder.is_dir() or folder.name == NON_COMMERCIAL:
            continue
        for line in (folder / "documents.json").read_text("utf-8-sig").splitlines():
            for part in re.split(r"(?<=[.!?])\s+", json.loads(line)["text"]):
                if part.strip() and squeeze(part) not in test:
                    yield part.strip()


def words(path: Path) -> list[str]:
    """First column of a CoNLL file."""
    return [line.split("\t")[0] for line in path.read_text("utf-8").splitlines() if line.strip()]


def squeeze(text: str) -> str:
    """Text without any white space, for comparing across tokenisations."""
    return re.sub(r"\s+", "", text)


def all_sentences(data: Path) -> Iterator[list[str]]:
    """Every tokenised sentence that word vectors may be computed from."""
    yield from treebank_sentences(data)
    for document in ecb_documents(data):
        yield from document
    yield from wikigold_sentences(data)
    for text in re3d_texts(data):
        yield re.findall(r"\w+|[^\w\s]", text)
