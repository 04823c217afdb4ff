"""Universal Dependencies treebanks as spaCy docs: several sentences a doc, with the text's own spacing."""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

SPACE_TAG = "_SP"


@dataclass(slots=True)
class Word:
    """One syntactic word; `head` is an index into the sentence (its own index for the root)."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool
    misc: str


@dataclass(slots=True)
class Sentence:
    """Words, the text that they spell, and whether a document or a paragraph begins here."""

    words: list[Word] = field(default_factory=list)
    text: str = ""
    new_doc: bool = False
    new_par: bool = False


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a (possibly xz-compressed) CoNLL-U file."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield _sentence(block)
                block = []
        if block:
            yield _sentence(block)


def _sentence(block: list[str]) -> Sentence:
    sentence = Sentence()
    surface: tuple[int, int, str, bool] | None = None
    rows: list[list[str]] = []
    surfaces: list[tuple[int, int, str, bool]] = []
    for line in block:
        if line.startswith("#"):
            if line.startswith("# text ="):
                sentence.text = line.partition("=")[2].strip()
            sentence.new_doc |= line.startswith("# newdoc")
            sentence.new_par |= line.startswith("# newpar")
            continue
        cells = line.split("\t")
        if "-" in cells[0]:
            first, last = cells[0].split("-")
            surface = (int(first), int(last), cells[1], "SpaceAfter=No" not in cells[9])
            surfaces.append(surface)
        elif "." not in cells[0]:
            rows.append(cells)
    for cells in rows:
        number, head = int(cells[0]), int(cells[6])
        sentence.words.append(
            Word(
                form=cells[1].replace(" ", "\u00a0"),
                lemma=cells[2],
                upos=cells[3],
                xpos=cells[4] if cells[4] != "_" else cells[3],
                feats="" if cells[5] == "_" else cells[5],
                head=head - 1 if head else number - 1,
                dep="ROOT" if head == 0 else cells[7],
                space="SpaceAfter=No" not in cells[9],
                misc=cells[9],
            )
        )
    for first, last, form, space in surfaces:
        _spell(sentence.words[first - 1 : last], form, space)
    return sentence


def _spell(words: list[Word], surface: str, space: bool) -> None:
    """Give the words of a multiword token (don't = do + n't) the characters that they have on the page."""
    for word in words[:-1]:
        word.space = False
    words[-1].space = space
    if "".join(w.form for w in words) == surface:
        return
    if sum(len(w.form) for w in words) == len(surface):  # same lengths, other characters: typographic apostrophes
        start = 0
        for word in words:
            word.form = surface[start : start + len(word.form)]
            start += len(word.form)
        return
    cuts = [round(len(surface) * i / len(words)) for i in range(len(words) + 1)]
    for word, a, b in zip(words, cuts, cuts[1:], strict=False):
        word.form = surface[a:b] or word.form


def to_doc(vocab: Vocab, sentences: list[Sentence], breaks: list[str]) -> Doc:
    """Build a gold doc. `breaks[i]` stands after sentence i: "" (none), " " or line ends, which become SPACE tokens."""
    forms: list[str] = []
    spaces: list[bool] = []
    rows: list[tuple[str, str, str, str, int, str]] = []
    starts: list[bool] = []
    for sentence, gap in zip(sentences, breaks, strict=True):
        base = len(forms)
        for i, word in enumerate(sentence.words):
            forms.append(word.form)
            spaces.append(word.space)
            rows.append((word.lemma, word.upos, word.xpos, word.feats, base + word.head, word.dep))
            starts.append(i == 0)
        spaces[-1] = gap == " "
        if "\n" in gap:
            forms.append(gap)
            spaces.append(False)
            rows.append((gap, "SPACE", SPACE_TAG, "", len(forms) - 2, "dep"))
            starts.append(False)
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        lemmas=[r[0] for r in rows],
        pos=[r[1] for r in rows],
        tags=[r[2] for r in rows],
        morphs=[r[3] for r in rows],
        heads=[r[4] for r in rows],
        deps=[r[5] for r in rows],
        sent_starts=starts,
    )


def group(
    sentences: list[Sentence], rng: random.Random, longest: int = 10
) -> Iterator[tuple[list[Sentence], list[str]]]:
    """Cut documents into runs of 1 to `longest` neighbouring sentences, each with the gaps after its sentences.

    Paragraph ends become blank lines, line ends or blanks, as texts on the web have them.
    """
    run: list[Sentence] = []
    size = rng.randint(1, longest)
    for sentence in sentences:
        if run and (sentence.new_doc or len(run) >= size):
            yield run, _gaps(run, rng)
            run, size = [], rng.randint(1, longest)
        run.append(sentence)
    if run:
        yield run, _gaps(run, rng)


def _gaps(run: list[Sentence], rng: random.Random) -> list[str]:
    gaps: list[str] = []
    for sentence, after in pairwise(run):
        if after.new_par:
            gaps.append(rng.choices(["\n\n", "\n", " "], [6, 2, 2])[0])
        else:
            gaps.append(" " if sentence.words[-1].space else "")
    return [*gaps, ""]
