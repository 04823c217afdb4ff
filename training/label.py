"""Let the teacher label raw news: CoNLL-U for the syntax, JSON lines for the names."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import torch

from training.blank import blank_pipeline
from training.names import spacing
from training.teacher import LONGEST, Coder, Item, Teacher, predict, spans_of
from training.texts import ecb_documents, re3d_texts, wikigold_sentences

LEAST_SURE = 0.80  # mean probability of a sentence's heads below which it is not used


def texts(data: Path) -> Iterator[tuple[str, bool, bool]]:
    """Raw sentences, whether each begins a document, and whether its names are to be used (where gold ones lack)."""
    for document in ecb_documents(data):
        for i, words in enumerate(document):
            yield join(words), i == 0, True
    for i, words in enumerate(wikigold_sentences(data)):
        yield join(words), i % 20 == 0, False
    for i, text in enumerate(re3d_texts(data)):
        yield text, i % 20 == 0, False


def join(words: list[str]) -> str:
    """Text of a tokenised sentence, with guessed blanks."""
    return "".join(w + " " * s for w, s in zip(words, spacing(words))).strip()


def load(path: Path) -> tuple[Teacher, Coder]:
    """A trained teacher and the coder that goes with it."""
    stored = torch.load(path)
    model = Teacher(stored["labels"])
    model.load_state_dict(stored["state"])
    return model.eval(), Coder(stored["labels"])


def label(data: Path, teacher: Path, conllu: Path, named: Path, words: int = 3000) -> None:
    """Write both files; sentences keep the order of their documents."""
    model, coder = load(teacher)
    tokenizer = blank_pipeline(None).tokenizer
    raw = []
    for text, new_doc, with_names in texts(data):
        doc = tokenizer(" ".join(text.split()))
        if 2 <= len(doc) <= LONGEST:
            raw.append((Item([t.text for t in doc]), [bool(t.whitespace_) for t in doc], new_doc, with_names))
    order = sorted(range(len(raw)), key=lambda i: len(raw[i][0].words))
    results: dict[int, tuple[Item, float]] = {}
    while order:
        size = max(1, words // len(raw[order[-1]][0].words))
        part, order = order[-size:], order[:-size]
        for i, result in zip(part, predict(model, coder, [raw[i][0] for i in part])):
            results[i] = result
    kept = 0
    with conllu.open("w", encoding="utf-8") as syntax_out, named.open("w", encoding="utf-8") as names_out:
        for i, (_, spaces, new_doc, with_names) in enumerate(raw):
            item, sure = results[i]
            if sure >= LEAST_SURE:
                kept += 1
                syntax_out.write(as_conllu(item, spaces, new_doc))
            if with_names:
                assert item.tags
                row = {"words": item.words, "spaces": [*spaces[:-1], True], "spans": spans_of(item.tags), "source": "silver"}
                names_out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{kept} of {len(raw)} sentences kept")


def as_conllu(item: Item, spaces: list[bool], new_doc: bool) -> str:
    """One sentence; lemmas are left out."""
    assert item.syntax
    lines = ["# newdoc"] * new_doc
    text = "".join(w + " " * s for w, s in zip(item.words, spaces)).strip()
    lines.append(f"# text = {text}")
    for i, (word, (upos, xpos, feats, head, dep)) in enumerate(zip(item.words, item.syntax)):
        root = head == i
        misc = "_" if spaces[i] or i == len(item.words) - 1 else "SpaceAfter=No"
        cells = [i + 1, word, "_", upos, xpos, feats or "_", 0 if root else head + 1, "root" if root else dep, "_", misc]
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines) + "\n\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "teacher", "conllu", "named"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    label(args.data, args.teacher, args.conllu, args.named)


if __name__ == "__main__":
    main()
