"""Accuracy and speed of the language pipeline: ``python bench/language.py DATA_DIR [--json OUT]``.

DATA_DIR holds ``ud/pud-test.conllu.xz`` and ``ner/re3d-test.conll`` with ``ner/re3d/*/documents.json``.

Syntax is scored from raw text as in the CoNLL 2018 shared task (Zeman et al. 2018): the sentences' texts joined by
blanks are parsed as one text; system and gold words are paired where they cover the same characters; F1 is over gold
and system words. A word of a multiword token has the characters that it spells. "uas" and "las" leave punctuation out,
as spaCy's scorer does, since PUD hangs commas elsewhere than the treebanks that we train on (a comma after a fronted
phrase hangs on the clause there, on the phrase here); "all words" counts it. Subtypes count (nsubj:pass is not nsubj);
"conll" compares without them, as the shared task did. Names are scored by exact span and type.
"""

import argparse
import gc
import json
import lzma
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from firsthand.language import PIPELINE, load

LABELS = ("nsubj", "obj", "ccomp", "parataxis", "appos", "xcomp", "advcl", "obl", "nmod", "nummod")
RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE"}
Span = tuple[int, int]  # offsets into the text without white space


class Word(NamedTuple):
    """A word of either side; `head` is the span of its head, None for a root."""

    span: Span
    upos: str
    head: Span | None
    dep: str


def f1(right: int, system: int, gold: int) -> float:
    return round(200 * right / (system + gold), 2) if system + gold else 0.0


def read_gold(path: Path) -> tuple[str, list[Word], set[Span]]:
    """The text, the gold words, and the spans of the gold sentences."""
    texts: list[str] = []
    words: list[Word] = []
    sentences: set[Span] = set()
    offset = 0
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        blocks = stream.read().strip().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        text = next(line.partition("=")[2].strip() for line in lines if line.startswith("# text ="))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        inside = {k: row for row in rows if "-" in row[0] for k in range(*bounds(row[0]))}
        spans: dict[int, Span] = {}
        start = offset
        for row in rows:
            if "-" in row[0] or "." in row[0]:
                continue
            number = int(row[0])
            form = re.sub(r"\s", "", row[1])
            if number in inside:  # the last word of a multiword token takes what is left of its characters
                first, last = inside[number][0].split("-")
                surface = len(re.sub(r"\s", "", inside[number][1]))
                begun = spans[int(first)][0] if number > int(first) else start
                end = begun + surface if number == int(last) else min(start + len(form), begun + surface)
            else:
                end = start + len(form)
            spans[number] = (start, end)
            start = end
        words += [
            Word(spans[int(row[0])], row[3], spans.get(int(row[6])), "root" if row[6] == "0" else row[7])
            for row in rows
            if "-" not in row[0] and "." not in row[0]
        ]
        if start - offset != len(re.sub(r"\s", "", text)):
            raise ValueError(f"words do not spell the text: {text}")
        sentences.add((offset, start))
        offset = start
        texts.append(text)
    return " ".join(texts), words, sentences


def bounds(number: str) -> tuple[int, int]:
    first, last = number.split("-")
    return int(first), int(last) + 1


def squeezed(text: str) -> list[int]:
    """For each offset into the text, the offset without white space."""
    out = [0]
    for char in text:
        out.append(out[-1] + (not char.isspace()))
    return out


def syntax(nlp: Language, path: Path) -> dict[str, float]:
    text, gold, gold_sentences = read_gold(path)
    doc = nlp(text)
    at = squeezed(text)
    tokens = [t for t in doc if not t.is_space]
    span = {t.i: (at[t.idx], at[t.idx + len(t)]) for t in tokens}
    system = {
        span[t.i]: Word(
            span[t.i],
            t.pos_,
            None if t.head is t or t.head.i == t.i else span.get(t.head.i),
            t.dep_.replace("ROOT", "root"),
        )
        for t in tokens
    }
    pairs = [(word, system[word.span]) for word in gold if word.span in system]
    counts = len(system), len(gold)
    figures = {
        "tokens": f1(len(pairs), *counts),
        "upos": f1(sum(g.upos == s.upos for g, s in pairs), *counts),
        **attachment(
            "", pairs, [w for w in system.values() if w.dep != "punct"], [w for w in gold if w.dep != "punct"]
        ),
        **attachment(" all words", pairs, list(system.values()), gold),
    }
    sentences = {
        (span[own[0].i][0], span[own[-1].i][1]) for s in doc.sents if (own := [t for t in s if not t.is_space])
    }
    figures["sentences"] = f1(len(sentences & gold_sentences), len(sentences), len(gold_sentences))
    found, wanted = Counter(w.dep for w in system.values()), Counter(w.dep for w in gold)
    right = Counter(g.dep for g, s in pairs if g.head == s.head and g.dep == s.dep)
    figures.update({f"las {label}": f1(right[label], found[label], wanted[label]) for label in LABELS})
    return figures


def attachment(suffix: str, pairs: list[tuple[Word, Word]], system: list[Word], gold: list[Word]) -> dict[str, float]:
    """UAS, LAS with and LAS without subtypes over the given words."""
    counts = len(system), len(gold)
    kept, wanted = {w.span for w in system}, {w.span for w in gold}
    same = [(g.dep, s.dep) for g, s in pairs if g.head == s.head and g.span in wanted and s.span in kept]
    return {
        f"uas{suffix}": f1(len(same), *counts),
        f"las{suffix}": f1(sum(g == s for g, s in same), *counts),
        f"las{suffix} conll": f1(sum(g.partition(":")[0] == s.partition(":")[0] for g, s in same), *counts),
    }


def read_conll(path: Path) -> list[tuple[list[str], set[tuple[int, int, str]]]]:
    """Sentences: words, and entities as (start, end, type) without white space."""
    out = []
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        rows = [line.split("\t") for line in block.split("\n") if line.strip()]
        entities: set[tuple[int, int, str]] = set()
        start = at = 0
        kind = ""
        for word, tag in [*((r[0], r[-1].strip()) for r in rows), ("", "O")]:
            if kind and not tag.startswith("I-"):
                entities.add((start, at, kind))
                kind = ""
            if tag.startswith("B-"):
                start, kind = at, tag[2:]
            at += len(word)
        if rows:
            out.append(([r[0] for r in rows], entities))
    return out


def as_printed(words: list[str], texts: list[tuple[str, str]]) -> str:
    """The sentence as its document has it, or its words joined by blanks."""
    flat = "".join(words)
    for text, dense in texts:
        at = dense.find(flat)
        if at >= 0:
            places = [i for i, char in enumerate(text) if not char.isspace()]
            return text[places[at] : places[at + len(flat) - 1] + 1]
    return " ".join(words)


def entities(nlp: Language, data: Path) -> dict[str, float]:
    """F1 over persons, organisations and places: of all mentions, and of those that are proper names in full."""
    texts = []
    for path in sorted(data.glob("ner/re3d/*/documents.json")):
        for line in path.read_text("utf-8-sig").splitlines():
            text = json.loads(line)["text"]
            texts.append((text, re.sub(r"\s", "", text)))
    right: Counter[str] = Counter()
    system: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for words, spans in read_conll(data / "ner" / "re3d-test.conll"):
        text = as_printed(words, texts)
        at = squeezed(text)
        doc = nlp(text)
        wanted = {(a, b, RE3D[kind]) for a, b, kind in spans if kind in RE3D}
        mentions = {(at[m.start_char], at[m.end_char], m.label_) for m in doc.spans.get("mentions", doc.ents)}
        mentions = {m for m in mentions if m[2] in RE3D.values()}
        count("mentions", mentions, wanted, right, system, gold)
        for label in RE3D.values():
            count(
                label, {m for m in mentions if m[2] == label}, {w for w in wanted if w[2] == label}, right, system, gold
            )
        dense = "".join(words)
        named = {w for w in wanted if is_name(dense[w[0] : w[1]], text, at, w)}
        found = {(at[e.start_char], at[e.end_char], e.label_) for e in doc.ents if e.label_ in RE3D.values()}
        inside = {f for f in found if f in wanted or not any(w[0] <= f[0] and f[1] <= w[1] for w in wanted - named)}
        count("names", inside, named, right, system, gold)
        count("names untyped", {f[:2] for f in inside}, {n[:2] for n in named}, right, system, gold)
    return {
        f"ner {key}": f1(right[key], system[key], gold[key])
        for key in ("mentions", *RE3D.values(), "names", "names untyped")
    }


def is_name(dense: str, text: str, at: list[int], span: tuple[int, int, str]) -> bool:
    """Whether every word of a gold mention is capitalised or a number, as in a bare proper name."""
    start, end = at.index(span[0]), at.index(span[1])
    while text[start].isspace():
        start += 1
    words = re.findall(r"[\w.]+", text[start:end])
    return (
        bool(words)
        and words[0] not in {"The", "We", "I", "It", "They", "He", "She", "My"}
        and all(w[0].isupper() or w[0].isdigit() or w in {"of", "and", "for", "al", "the"} for w in words)
        and words[0][0].isupper()
    )


def count(
    key: str,
    system: set,
    gold: set,
    right_of: Counter[str],
    system_of: Counter[str],
    gold_of: Counter[str],  # type: ignore[type-arg]
) -> None:
    right_of[key] += len(system & gold)
    system_of[key] += len(system)
    gold_of[key] += len(gold)


def speed(nlp: Language, path: Path) -> dict[str, float]:
    """Words a second of the pipeline on texts of 20 sentences; seconds that loading takes in a fresh process."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        sentences = [line.partition("=")[2].strip() for line in stream if line.startswith("# text =")]
    texts = [" ".join(sentences[i : i + 20]) for i in range(0, len(sentences), 20)]
    rates = []
    for _ in range(3):
        gc.collect()
        began = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append(words / (time.process_time() - began))
    code = "; ".join(
        [
            "import time",
            "a = time.perf_counter()",
            "from firsthand.language import load",
            "b = time.perf_counter()",
            "load()",
            "print(b - a, time.perf_counter() - b)",
        ]
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    importing, loading = min(float(r[0]) for r in runs), min(float(r[1]) for r in runs)
    return {"words per second": round(max(rates)), "import s": round(importing, 2), "load s": round(loading, 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    nlp = load()
    pud = args.data / "ud" / "pud-test.conllu.xz"
    figures = {**syntax(nlp, pud), **entities(nlp, args.data), **speed(nlp, pud)}
    print(PIPELINE)
    for name, value in figures.items():
        print(f"{name:<22}{value:>10}")
    if args.json:
        args.json.write_text(json.dumps({"pipeline": PIPELINE, **figures}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
