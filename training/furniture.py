"""The model of which lines of a page are its article's: ``python -m training.furniture DATA OUT.npz``.

Each page of ``training.pages`` is learnt from as HTML and as a dump of its lines; dumps that mix the lines of several
sites and bare articles are added. How a model does on sites that it was not trained on is printed; it sets the
thresholds.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from bench.sites import Page
from numpy.typing import NDArray

from firsthand.reading.cleaning import markup
from firsthand.reading.cleaning.furniture import by_rules
from firsthand.reading.cleaning.judge import Network, first_inputs, is_sentence, second_inputs
from firsthand.reading.cleaning.lines import Line, folded
from firsthand.reading.cleaning.traits import Traits, traits
from training import pages

WEIGHTS = {"body": 6.0, "caption": 2.0, "byline": 1.0, "furniture": 1.0, "title": 0.0, "repeat": 0.0}
LEADS = 3  # paragraphs that tell the news, which count more
UNITS = (48, 32)
ROUNDS = 6
BATCH = 1024
RATE, DECAY, DROP = 4e-3, 1e-2, 0.2
LOST = {"dump": (0.005, 0.08), "html": (0.01, 0.12)}
"""Of the body's sentences, and of its other lines: what the thresholds are set for, on sites left out."""


@dataclass
class Lines:
    """A page's lines as the model sees them; ``wanted`` is 1 for furniture; ``style`` names its site."""

    style: str
    found: Traits
    sentence: NDArray[np.bool_]
    wanted: NDArray[np.float32]
    weight: NDArray[np.float32]
    body: NDArray[np.bool_]
    open: NDArray[np.bool_]


# lines


def lines_of(page: Page, html: bool) -> Lines | None:
    """The lines of a page after the rules, with what they should be."""
    if html:
        found = markup.lines(page.html)
        text, places = "\n".join(line for line, _ in found), [place for _, place in found]
        ruled = by_rules(text, page.article.title, places=places)
    else:
        ruled = by_rules(page.dump, None)
    labels = _labels(page, ruled.lines)
    if not ruled.lines:
        return None
    return Lines(
        page.style,
        traits(ruled.lines, ruled.places, ruled.title),
        np.array([is_sentence(line) for line in ruled.lines]),
        np.array([label == "furniture" for label in labels], np.float32),
        _weights(labels),
        np.array([label in ("body", "caption") for label in labels]),
        np.array([line.rule is None for line in ruled.lines]),
    )


def _weights(labels: list[str]) -> NDArray[np.float32]:
    """How much each line counts; the first paragraphs, which tell the news, count more."""
    weights = np.array([WEIGHTS[label] for label in labels], np.float32)
    weights[[i for i, label in enumerate(labels) if label == "body"][:LEADS]] *= 2.5
    return weights


def bare(text: list[str], rng: random.Random) -> Lines | None:
    """A text without a page around it: most of what is read is such."""
    title, lines = pages.alone(text, rng)
    ruled = by_rules("\n".join(lines), title)
    if not ruled.lines:
        return None
    size = len(ruled.lines)
    head = np.array([line.rule != "title" for line in ruled.lines], np.float32)
    return Lines(
        "bare",
        traits(ruled.lines, None, ruled.title),
        np.array([is_sentence(line) for line in ruled.lines]),
        np.zeros(size, np.float32),
        WEIGHTS["body"] * head,
        head > 0,
        np.array([line.rule is None for line in ruled.lines]),
    )


def _labels(page: Page, lines: list[Line]) -> list[str]:
    """The label of each line: by its words, in order; a line that the rules cut is that of which it is a part.

    What a rule took out as said already counts for nothing, whichever of its two places is the article's.
    """
    known: dict[str, list[str]] = {}
    for label, text in page.lines:
        known.setdefault(folded(text), []).append(label)
    told = []
    for line in lines:
        key = folded(line.text)
        own = known.get(key)
        if line.rule and line.rule.startswith("repeated"):
            told.append("repeat")
        elif own:
            told.append(own.pop(0) if len(own) > 1 else own[0])
        else:
            told.append(next((labels[0] for text, labels in known.items() if key in text), "repeat"))
    return told


# learning


def fit(found: list[Lines], units: tuple[int, int] = UNITS) -> tuple[Network, Network]:
    """Both steps; the second learns from what first steps say of pages that they did not learn from."""
    parts = [found[k::2] for k in range(2)]
    halves = [_network([first_inputs(p.found) for p in part], part, units[0], k) for k, part in enumerate(parts)]
    told = [(page, halves[1 - k](first_inputs(page.found))) for k, part in enumerate(parts) for page in part]
    inputs = [second_inputs(page.found, alone) for page, alone in told]
    second = _network(inputs, [page for page, _ in told], units[1], 7)
    return _network([first_inputs(p.found) for p in found], found, units[0], 3), second


def _network(inputs: list[NDArray[np.float32]], found: list[Lines], units: int, seed: int) -> Network:
    import torch

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    x = torch.from_numpy(np.vstack(inputs))
    y = torch.from_numpy(np.concatenate([page.wanted for page in found]))
    w = torch.from_numpy(np.concatenate([page.weight for page in found]))
    hidden, out = torch.nn.Linear(x.shape[1], units), torch.nn.Linear(units, 1)
    drop = torch.nn.Dropout(DROP)
    model = torch.nn.Sequential(drop, hidden, torch.nn.ReLU(), drop, out)
    learner = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = ROUNDS * (len(x) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(learner, RATE, total_steps=steps)
    for _ in range(ROUNDS):
        order = torch.randperm(len(x))
        for at in range(0, len(x), BATCH):
            rows = order[at : at + BATCH]
            told = model(x[rows])[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(told, y[rows], weight=w[rows])
            learner.zero_grad()
            loss.backward()
            learner.step()
            schedule.step()
    told = [np.vstack((m.weight.detach().numpy().T, m.bias.detach().numpy()[None])) for m in (hidden, out)]
    return Network(told[0], told[1][:, 0])


Told = tuple[Lines, NDArray[np.float32]]


def likely(models: tuple[Network, Network], page: Lines) -> NDArray[np.float32]:
    """The probability of furniture for each line of a page."""
    return models[1](second_inputs(page.found, models[0](first_inputs(page.found))))


def thresholds(told: list[Told], lost: tuple[float, float]) -> tuple[float, float]:
    """The probabilities from which those shares of the body's sentences and of its other lines are taken out."""
    found = []
    for sentences, share in zip((True, False), lost):
        own = [p[page.body & page.open & (page.sentence == sentences)] for page, p in told]
        found.append(float(np.clip(np.quantile(np.concatenate(own), 1 - share), 0.3, 0.995)))
    return found[0], found[1]


def shares(told: list[Told], at: tuple[float, float]) -> str:
    """Furniture found (by rules or model), furniture among what was taken out, and sentences kept, in percent."""
    counts: Counter[str] = Counter()
    for page, p in told:
        out = (p >= np.where(page.sentence, *at)) | ~page.open
        furniture, sentences = page.wanted > 0, page.body & page.sentence
        counts.update(furniture=int(furniture.sum()), found=int((furniture & out).sum()))
        counts.update(out=int(((furniture | page.body) & out).sum()))
        counts.update(sentences=int(sentences.sum()), kept=int((sentences & ~out).sum()))
    found, right = counts["found"] / max(1, counts["furniture"]), counts["found"] / max(1, counts["out"])
    kept = counts["kept"] / max(1, counts["sentences"])
    return f"furniture found {100 * found:.2f}, right {100 * right:.2f}, sentences {100 * kept:.2f}"


def crossed(found: list[Lines], folds: int = 3) -> list[Told]:
    """Every page with what a model says of it that has not seen its site."""
    styles = sorted({page.style for page in found if not page.style.startswith("mixed")})
    told: list[Told] = []
    for fold in (styles[k::folds] for k in range(folds)):
        models = fit([page for page in found if page.style.removeprefix("mixed ") not in fold])
        told += [(page, likely(models, page)) for page in found if page.style in fold]
    return told


def learnt(data: Path, form: str) -> tuple[dict[str, NDArray[np.float32]], str]:
    """The weights and thresholds for one form of page, and a report on sites left out."""
    rng = random.Random(1)
    texts = pages.documents(data)
    made = list(pages.pages(texts, rng))
    found = [own for page in made if (own := lines_of(page, form == "html"))]
    if form == "dump":
        more = (pages.mixed(made, rng) for _ in made)
        found += [own for page in more if (own := lines_of(page, False))]
        found += [own for _ in range(8) for text in texts if (own := bare(text, rng))]
    rng.shuffle(found)
    told = crossed(found)
    at = thresholds(told, LOST[form])
    report = [f"{form}: {len(found)} pages; sites left out: thresholds {at[0]:.3f} {at[1]:.3f}: {shares(told, at)}"]
    for style in sorted({page.style for page in found}):
        own = shares([pair for pair in told if pair[0].style == style], at)
        report += [f"  {style:<28} {own}"]
    stored = {f"{form}_thresholds": np.array(at, np.float32)}
    for number, model in enumerate(fit(found), start=1):
        stored |= {f"{form}_hidden{number}": model.hidden, f"{form}_out{number}": model.out}
    return stored, "\n".join(report)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    stored: dict[str, NDArray[np.float32]] = {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for weights, report in pool.map(partial(learnt, args.data), ("dump", "html")):
            print(report, flush=True)
            stored |= weights
    np.savez_compressed(args.out, **{name: value.astype(np.float16) for name, value in stored.items()})


if __name__ == "__main__":
    main()
