"""Train tok2vec, tagger, morphologizer and parser on UD treebanks.

Selection is by the mean of UPOS accuracy, LAS and sentence F1 on the development sets of EWT and GUM, tokenised by the
pipeline. Each evaluation writes the averaged weights to `last` and, if they are the best so far, to `best`; a run that
finds `last` goes on from it.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Adam, Config

from training.blank import blank_pipeline, fast_gemm, keep_attribute
from training.case import recase
from training.conllu import Sentence, group, read_conllu, to_doc

CONFIG = """
[model]
@architectures = "spacy.Tok2Vec.v2"
[model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 128
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [5000, 1000, 2500, 2500]
include_static_vectors = true
[model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 128
depth = 4
window_size = 1
maxout_pieces = 3
"""
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 128, "upstream": "tok2vec"}


def build(vectors: Path) -> Language:
    """An uninitialised pipeline of four components that share one tok2vec."""
    nlp = blank_pipeline(vectors)
    nlp.add_pipe("tok2vec", config=Config().from_str(CONFIG))
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER, "normalize": False}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe(
        "parser",
        config={
            "min_action_freq": 15,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": 128,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": LISTENER,
            },
        },
    )
    return nlp


def gold_docs(vocab: Vocab, data: Path, names: Iterable[str], rng: random.Random) -> Iterator[Doc]:
    """Docs of 1 to 10 neighbouring sentences of the named treebanks."""
    for name in names:
        for run, gaps in group(list(read_conllu(data / "ud" / f"{name}.conllu.xz")), rng):
            yield to_doc(vocab, run, gaps)


def varied(
    runs: list[tuple[list[Sentence], list[str]]], share: float, rng: random.Random
) -> list[tuple[list[Sentence], list[str]]]:
    """The runs, a `share` of them in another case (lower, upper, headline)."""
    return [(recase(run, rng), gaps) if rng.random() < share else (run, gaps) for run, gaps in runs]


def batches(docs: list[Doc], words: int) -> Iterator[list[Doc]]:
    """Consecutive docs of about `words` words together."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def score(nlp: Language, dev: list[Doc], optimizer: Adam | None) -> dict[str, float]:
    """UPOS, UAS, LAS and sentence F1 (per cent) with the averaged weights."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in dev]
    if optimizer is not None:
        with nlp.use_params(optimizer.averages):
            scores = nlp.evaluate(examples)
    else:
        scores = nlp.evaluate(examples)
    names = {"upos": "pos_acc", "xpos": "tag_acc", "uas": "dep_uas", "las": "dep_las", "sents": "sents_f"}
    return {short: round(100 * scores[name], 2) for short, name in names.items()}


def train(args: argparse.Namespace) -> None:
    rng = random.Random(args.seed)
    work: Path = args.work
    work.mkdir(parents=True, exist_ok=True)
    resumed = (args.start or work / "last").exists()
    nlp = spacy.load(args.start or work / "last") if resumed else build(args.vectors)
    dev = list(gold_docs(nlp.vocab, args.data, ["ewt-dev", "gum-dev"], random.Random(7)))[::2]
    treebanks = [list(read_conllu(args.data / "ud" / f"{name}.conllu.xz")) for name in ("ewt-train", "gum-train")]

    def epoch() -> list[Doc]:
        runs = [run for treebank in treebanks for run in group(treebank, rng)]
        docs = [to_doc(nlp.vocab, run, gaps) for run, gaps in varied(runs, 0.08, rng)]
        rng.shuffle(docs)
        return docs

    docs = epoch()
    if not resumed:
        sample = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
        nlp.initialize(lambda: sample)
    optimizer = Adam(
        args.rate, beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    began, best, step = time.time(), best_so_far(work), 0
    minutes = args.minutes
    while time.time() - began < 60 * minutes:
        for batch in batches(docs, min(args.words, 300 + step)):
            passed = (time.time() - began) / (60 * minutes)
            if passed >= 1:
                break
            optimizer.learn_rate = rate(args.rate, passed, step, resumed)
            examples = [Example(nlp.make_doc(doc.text), doc) for doc in batch]
            nlp.update(examples, sgd=optimizer, drop=args.drop)
            step += 1
            if step % args.every == 0:
                best = report(nlp, dev, optimizer, step, began, best, work)
        docs = epoch()
    report(nlp, dev, optimizer, step, began, best, work)
    (work / "done").touch()


def best_so_far(work: Path) -> float:
    """Score of the weights in `best`, 0 if there are none."""
    stored = work / "best.json"
    return float(json.loads(stored.read_text("utf-8"))["score"]) if stored.exists() else 0.0


def rate(top: float, passed: float, step: int, resumed: bool) -> float:
    """Learning rate: 200 steps of warm-up, then falling linearly with time to a tenth."""
    warm = 1.0 if resumed else min(1.0, (step + 1) / 200)
    return top * warm * (1.0 - 0.9 * passed)


def report(nlp: Language, dev: list[Doc], optimizer: Adam, step: int, began: float, best: float, work: Path) -> float:
    """Evaluate, print, save; return the best score so far."""
    figures = score(nlp, dev, optimizer)
    mean = (figures["upos"] + figures["las"] + figures["sents"]) / 3
    print(f"{(time.time() - began) / 60:6.1f} min  step {step:6d}  {figures}", flush=True)
    with nlp.use_params(optimizer.averages):
        save(nlp, work / "last")
        if mean > best:
            save(nlp, work / "best")
            (work / "best.json").write_text(json.dumps({"score": mean, "step": step, **figures}))
    return max(best, mean)


def save(nlp: Language, path: Path) -> None:
    """Write a pipeline beside `path`, then put it in place by renaming."""
    fresh, old = path.with_suffix(".new"), path.with_suffix(".old")
    nlp.to_disk(fresh)
    keep_attribute(fresh)
    if path.exists():
        path.rename(old)
    fresh.rename(path)
    if old.exists():
        import shutil

        shutil.rmtree(old)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with ud/")
    parser.add_argument("work", type=Path, help="folder for checkpoints")
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="pipeline to go on from")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--drop", type=float, default=0.12)
    parser.add_argument("--words", type=int, default=1500)
    parser.add_argument("--every", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    fast_gemm()
    train(args)


if __name__ == "__main__":
    main()
