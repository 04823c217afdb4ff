"""Pages to learn from: texts of open corpora, set into the invented sites of ``bench/sites`` that are in development.

The texts are those of GUM and of EWT's weblogs and newsgroups (CC BY and CC BY-SA), and re3d's but for its
non-commercial folder; other stories and comments on the pages are made of sentences of the same corpora.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bench.sites import DEVELOPMENT, Article, Page
from bench.sites.markup import Label
from bench.sites.page import made
from bench.sites.wording import DEVELOPMENT_WIRE, Wire

from training.conllu import read_conllu

EWT = ("weblog", "newsgroup")
PAGES_EACH = 12
LEAST = 4  # paragraphs
MOST = 40


def documents(data: Path) -> list[list[str]]:
    """Texts as lists of paragraphs."""
    texts: list[list[str]] = []
    for name in ("gum-train", "ewt-train", "ewt-dev"):  # gum-dev has non-commercial genres
        for paragraphs, source in _treebank(data / "ud" / f"{name}.conllu.xz"):
            if name.startswith("gum") or source.startswith(EWT):
                texts.append(paragraphs)
    for path in sorted((data / "ner" / "re3d").glob("*/documents.json")):
        if "BBC" in path.parent.name:
            continue
        stored = [json.loads(line)["text"] for line in path.read_text("utf-8-sig").splitlines()]
        texts += [[p for part in text.splitlines() if (p := " ".join(part.split()))] for text in stored]
    return [text for text in texts if sum(len(p.split()) >= 8 for p in text) >= LEAST]


def _treebank(path: Path) -> Iterator[tuple[list[str], str]]:
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        ids = re.findall(r"# newdoc id = (\S+)", stream.read())
    number = -1
    paragraphs: list[str] = []
    for sentence in read_conllu(path):
        if sentence.new_doc:
            if paragraphs:
                yield paragraphs, ids[number]
            paragraphs, number = [], number + 1
        if sentence.new_par or not paragraphs:
            paragraphs.append(sentence.text)
        else:
            paragraphs[-1] += " " + sentence.text
    yield paragraphs, ids[number]


def article(paragraphs: list[str], rng: random.Random) -> Article:
    """A stretch of a text under a title made of its first words."""
    size = rng.choice((4, 6, 8, 12, 16, 24, MOST))
    start = rng.randrange(max(1, len(paragraphs) - size + 1))
    chosen = [p for p in paragraphs[start : start + size] if len(p) < 3000]
    words = max(chosen[:3], key=len).split()
    title = " ".join(words[: rng.randint(6, 12)]).rstrip(".,;:")
    moment = datetime(rng.randint(2008, 2023), rng.randint(1, 12), rng.randint(1, 28), rng.randint(5, 22), 15)
    authors = tuple(rng.sample(_AUTHORS, rng.randint(0, 2)))
    if rng.random() < 0.25:
        at = rng.randrange(1, len(chosen) + 1)
        chosen[at:at] = _list(rng)
    return Article(title, authors, moment, tuple(chosen), tuple(_captions(paragraphs, rng)))


_AUTHORS = ("Hanna Relling", "Tom Askwith", "Lena Brock", "Ousmane Keita", "R. J. Pell")
_PEOPLE = ("Maria Holm", "Joss Ferrel", "Amina Yusuf", "Pavel Drost", "Ana Luz Marin", "Kofi Addo", "Sergeant Ivo Lund")
_PLACES = ("Estrand", "Tarsk", "Veldmar", "Morland", "Kelvany")
_CREDITS = (
    " (AFP)",
    " © Joss Ferrel",
    " Photo: Lena Brock",
    " (Pavel Drost/Reuters)",
    " [File: AP]",
    " | TANOR",
    " (AP Photo/A. Holm)",
)
_AGENCIES = ("Getty Images", "Reuters", "AP", "EPA", "Twitter", "Facebook", "PA", "Rex Features")
_HEADS = (
    "The dead were named as:",
    "What we know",
    "Background",
    "Key points of the deal:",
    "Who was on board?",
    "The talks",
    "Analysis",
)


def _list(rng: random.Random) -> list[str]:
    """What articles have besides paragraphs: a head, names with ages, terms of a deal, values, a question answered."""
    head = rng.choice(_HEADS)
    bullet = rng.choice(("", "", "• ", "- ", "* "))
    kind = rng.randrange(5)
    people = rng.sample(_PEOPLE, rng.randint(2, 5))
    if kind == 0:
        return [head, *(f"{bullet}{name}, {rng.randint(8, 80)}, of {rng.choice(_PLACES)}" for name in people)]
    if kind == 1:
        return [head, *(f"{bullet}{place}: {rng.randint(2, 90)} killed" for place in rng.sample(_PLACES, 3))]
    if kind == 2:
        terms = ("the border opens at noon", "prisoners are exchanged within a week", "the army leaves the port")
        return ["The sides agreed that:", *(f"{bullet}{term}{rng.choice((';', '.', ''))}" for term in terms)]
    if kind == 3:
        return [rng.choice(("Who is behind it?", "What happens next?", "How many are missing?"))]
    return [head]


def _captions(paragraphs: list[str], rng: random.Random, most: int = 3) -> list[str]:
    found = [p for p in paragraphs if 8 <= len(p.split()) <= 26]
    chosen = rng.sample(found, min(len(found), rng.randint(0, most)))
    bare = [caption.rstrip(".") if rng.random() < 0.5 else caption for caption in chosen]
    return [_credited(caption, rng) for caption in bare]


def _credited(caption: str, rng: random.Random) -> str:
    if rng.random() < 0.25:
        return f"{rng.choice(_AGENCIES)} {caption}"
    return caption + rng.choice(_CREDITS) if rng.random() < 0.4 else caption


def alone(paragraphs: list[str], rng: random.Random) -> tuple[str | None, list[str]]:
    """A text without a page around it: its title, known or the first line, and its lines, captions among them."""
    own = article(paragraphs, rng)
    lines = list(own.paragraphs)
    if rng.random() < 0.5:
        for caption in _captions(paragraphs, rng, 10):
            at = rng.randrange(1, len(lines) + 1)
            lines[at:at] = [caption]
    if rng.random() < 0.5:
        return own.title, lines
    return None, [own.title, *lines] if rng.random() < 0.7 else lines


def wire(texts: list[list[str]], rng: random.Random) -> Wire:
    """Other stories and comments out of sentences of the corpora, or those that the sites in development have."""
    if rng.random() < 0.3:
        return DEVELOPMENT_WIRE
    paragraphs = [p for text in rng.sample(texts, 40) for p in text if not set("{}") & set(p)]
    sentences = [p.split(". ")[0].rstrip(".") + "." for p in paragraphs if 12 <= len(p.split(". ")[0].split()) <= 45]
    heads = [" ".join(p.split()[: rng.randint(5, 11)]).rstrip(".,;:") for p in paragraphs if len(p.split()) > 10]
    said = [p[:300] for p in paragraphs if 3 <= len(p.split()) <= 60]
    if rng.random() < 0.5:
        heads = [head.title() for head in heads]
    return Wire(tuple(heads), tuple(sentences), tuple(said), DEVELOPMENT_WIRE.readers)


def pages(texts: list[list[str]], rng: random.Random) -> Iterator[Page]:
    """Every text in some of the sites, and some as bare articles."""
    styles = sorted(DEVELOPMENT)
    for text in texts:
        for style in rng.sample(styles, min(PAGES_EACH, len(styles))):
            own = article(text, rng)
            if sum(len(p.split()) >= 8 for p in own.paragraphs) < LEAST - 1:
                continue
            yield made(style, own, DEVELOPMENT[style](own, rng, wire(texts, rng)))


def mixed(found: list[Page], rng: random.Random) -> Page:
    """A dump with one site's lines above the article, another's below it, and a third's amid it, some left out."""
    page, below, amid = rng.sample(found, 3)
    first, last = _ends(page)
    inner = [line for line in _inside(amid) if line[0] == "furniture"]
    lines: list[tuple[Label, str]] = []
    for label, text in page.lines[first:last]:
        lines.append((label, text))
        if label == "body" and inner and rng.random() < 0.15:
            at = rng.randrange(len(inner))
            lines += inner[at : at + rng.randint(1, 3)]
    head, tail = list(page.lines[:first]), list(below.lines[_ends(below)[1] :])
    if rng.random() < 0.5:
        head = head[rng.randrange(len(head) + 1) :]
    kept = rng.choice((1.0, 1.0, 0.8, 0.5))
    chosen = [line for line in [*head, *lines, *tail] if line[0] != "furniture" or rng.random() < kept]
    return replace(page, style=f"mixed {below.style}", lines=tuple(chosen))


def _ends(page: Page) -> tuple[int, int]:
    """Where the article's paragraphs begin and end among the lines."""
    at = [i for i, (label, _) in enumerate(page.lines) if label == "body"]
    return at[0], at[-1] + 1


def _inside(page: Page) -> tuple[tuple[Label, str], ...]:
    first, last = _ends(page)
    return page.lines[first:last]
