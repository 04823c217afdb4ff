"""Speed on this machine: a cold five-article brief, and how much the whole way costs beside the spaCy pipeline alone.

Processor time, so that other work on the machine does not spoil the figures; only ``cold_seconds`` is on the clock.
"""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

from firsthand import claims, language, names, reading
from firsthand.claims.quantities import find_quantities
from firsthand.claims.times import find_times
from firsthand.model import Document
from firsthand.pipeline import brief_of_documents, whereabouts

COLD_ARTICLES = 5
ROUNDS = 2


def cold_brief(articles: list[Path]) -> tuple[float, float]:
    """Seconds on the clock and seconds of the processor for a brief in a fresh process, the better of three."""
    command = [sys.executable, "-m", "firsthand", "brief", *map(str, articles), "--format", "json", "--quiet"]
    runs = []
    for _ in range(3):
        before, began = os.times(), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        clock, after = time.perf_counter() - began, os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        runs.append((clock, used))
    return min(clock for clock, _ in runs), min(used for _, used in runs)


def measure(stories: Path) -> dict[str, float]:
    """``words_per_second`` of the whole way and of spaCy alone, warm; ``times_spacy``, the one's time over the other's;
    ``values_share``, what names, places, quantities and times take in percent of spaCy's time; and ``cold_seconds``,
    ``cold_cpu_seconds`` for five articles of one story, models loaded from disk.

    Both sides of the ratio read the same texts in the same batches, story by story, in turn.
    """
    folders = sorted(stories.glob("*/articles"))
    piles = [reading.read([folder])[0] for folder in folders]
    words = sum(len(document.text.split()) for pile in piles for document in pile)
    brief_of_documents(piles[0])  # warms vocabulary, gazetteer and caches
    alone, whole = [], []
    for _ in range(ROUNDS):
        alone.append(sum(_used(lambda pile=pile: list(language.parse(d.text for d in pile))) for pile in piles))
        whole.append(sum(_used(lambda pile=pile: brief_of_documents(pile)) for pile in piles))
    figures = {
        "words_per_second": words / min(whole),
        "words_per_second_spacy": words / min(alone),
        "times_spacy": min(whole) / min(alone),
        "values_share": 100 * _values(piles) / min(alone),
    }
    cold = _five(folders)
    if cold:
        figures["cold_seconds"], figures["cold_cpu_seconds"] = cold_brief(cold)
    return figures


def _values(piles: list[list[Document]]) -> float:
    """Seconds that names, places, quantities and times take on parsed texts, story by story."""
    gazetteer, total = names.Gazetteer(), 0.0
    for pile in piles:
        docs = {document.id: doc for document, doc in zip(pile, language.parse(d.text for d in pile), strict=True)}
        order = list(docs)
        told = [claim for document in pile for claim in claims.extract(document, docs[document.id])]

        def work(pile: list[Document] = pile, docs: dict[str, Doc] = docs, order: list[str] = order) -> None:
            for document in pile:
                find_quantities(docs[document.id])
                find_times(docs[document.id], document.published)
                whereabouts(document, docs[document.id], gazetteer)
            names.link(told, names.resolve(docs, order, gazetteer, claims=told))  # noqa: B023

        total += _used(work)
    return total


def _five(folders: list[Path]) -> list[Path]:
    """Five articles of one story: of one that has just five, else the first five of the first that has more."""
    listed = [sorted(path for path in folder.iterdir() if path.is_file()) for folder in folders]
    enough = sorted((files for files in listed if len(files) >= COLD_ARTICLES), key=len)
    return enough[0][:COLD_ARTICLES] if enough else []


def _used(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start
