"""Train the name recogniser, with a tok2vec of its own, on four corpora."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Adam

from training import names
from training.blank import blank_pipeline, fast_gemm
from training.names import Named
from training.syntax import batches, best_so_far, rate, save

MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [4000, 1000, 2000, 1500],
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    },
}


def build(vectors: Path) -> Language:
    """An uninitialised pipeline with one component, ner."""
    nlp = blank_pipeline(vectors)
    nlp.add_pipe("ner", config={"model": MODEL})
    return nlp


def runs(corpus: list[Named], rng: random.Random, most: int = 6) -> Iterator[Named]:
    """Neighbouring sentences joined to texts of 1 to `most` sentences."""
    at = 0
    while at < len(corpus):
        size = rng.randint(1, most)
        words: list[str] = []
        spaces: list[bool] = []
        spans: list[names.Span] = []
        for named in corpus[at : at + size]:
            base = len(words)
            words += named.words
            spaces += [*named.spaces[:-1], True]
            spans += [(a + base, b + base, label) for a, b, label in named.spans]
        at += size
        yield Named(words, spaces, spans, corpus[0].source)


def recased(named: Named, rng: random.Random) -> Named:
    """The text in capitals or headline case."""
    upper = rng.random() < 0.5
    words = [w.upper() if upper else w[:1].upper() + w[1:] for w in named.words]
    return Named(words, named.spaces, named.spans, named.source)


def to_doc(vocab: Vocab, named: Named) -> Doc:
    """A gold doc with its names as entities."""
    doc = Doc(vocab, words=named.words, spaces=named.spaces)
    doc.set_ents([spacy.tokens.Span(doc, a, b, label=label) for a, b, label in named.spans], default="outside")
    return doc


def corpora(data: Path) -> tuple[list[list[Named]], list[list[Named]]]:
    """Training and development corpora; every tenth hundred of Wikigold's and re3d's sentences is development."""
    train = [
        list(names.wikigold(data)),
        list(names.wnut(data)),
        list(names.gum(data, "gum-train")),
        list(names.re3d(data)),
    ]
    dev = [list(names.gum(data, "gum-dev"))]
    names.settle(train + dev)
    for i, block in ((0, 100), (3, 30)):
        held = [n for k, n in enumerate(train[i]) if k // block % 10 == 5]
        train[i] = [n for k, n in enumerate(train[i]) if k // block % 10 != 5]
        dev.append(held)
    return train, dev


def score(nlp: Language, dev: list[list[Doc]]) -> dict[str, float]:
    """Mean and single F1 (per cent) of the development corpora."""
    figures = []
    for docs in dev:
        result = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
        figures.append(round(100 * (result["ents_f"] or 0.0), 2))
    return {"mean": round(sum(figures) / len(figures), 2), **dict(zip(("gum", "wikigold", "re3d"), figures))}


def train(args: argparse.Namespace) -> None:
    rng = random.Random(args.seed)
    args.work.mkdir(parents=True, exist_ok=True)
    start = args.start or args.work / "last"
    nlp = spacy.load(start) if start.exists() else build(args.vectors)
    gold, held = corpora(args.data)
    dev = [[to_doc(nlp.vocab, n) for n in runs(corpus, random.Random(5))] for corpus in held]

    def epoch() -> list[Doc]:
        chosen = [*gold[0], *gold[2]], gold[1][:: 2 if rng.random() < 0.5 else 3], gold[3], gold[3]
        texts = [n for corpus in chosen for n in runs(corpus, rng)]
        texts = [recased(n, rng) if rng.random() < 0.06 else n for n in texts]
        rng.shuffle(texts)
        return [to_doc(nlp.vocab, n) for n in texts]

    docs = epoch()
    if not start.exists():
        sample = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
        nlp.initialize(lambda: sample)
    optimizer = Adam(
        args.rate, beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    began, best, step = time.time(), best_so_far(args.work), 0
    while time.time() - began < 60 * args.minutes:
        for batch in batches(docs, min(args.words, 300 + step)):
            optimizer.learn_rate = rate(
                args.rate, min(1.0, (time.time() - began) / (60 * args.minutes)), step, start.exists()
            )
            nlp.update([Example(nlp.make_doc(doc.text), doc) for doc in batch], sgd=optimizer, drop=args.drop)
            step += 1
            if step % args.every == 0:
                with nlp.use_params(optimizer.averages):
                    figures = score(nlp, dev)
                    print(f"{(time.time() - began) / 60:6.1f} min  step {step:6d}  {figures}", flush=True)
                    save(nlp, args.work / "last")
                    if figures["mean"] > best:
                        best = figures["mean"]
                        save(nlp, args.work / "best")
                        (args.work / "best.json").write_text(json.dumps({"score": best, "step": step, **figures}))
                if time.time() - began >= 60 * args.minutes:
                    break
        docs = epoch()
    (args.work / "done").touch()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with ud/ and ner/")
    parser.add_argument("work", type=Path, help="folder for checkpoints")
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="pipeline to go on from")
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--words", type=int, default=1500)
    parser.add_argument("--every", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    fast_gemm()
    train(args)


if __name__ == "__main__":
    main()
