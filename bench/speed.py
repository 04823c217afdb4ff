"""Speed on this machine: a cold five-article brief, and how much the whole way costs beside the spaCy pipeline alone."""

import subprocess
import sys
import time
from pathlib import Path

from firsthand import language, reading
from firsthand.pipeline import brief_of_documents


def cold_brief(articles: Path) -> float:
    """Seconds for a brief in a fresh process, the better of two."""
    command = [sys.executable, "-m", "firsthand", "brief", str(articles), "--format", "json", "--quiet"]
    return min(_timed(lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL)) for _ in range(2))


def measure(stories: Path) -> dict[str, float]:
    """``documents_per_second`` warm, ``times_spacy`` (whole way over spaCy alone) and ``cold_seconds`` (libya-2020, five articles)."""
    piles = [reading.read([folder])[0] for folder in sorted(stories.glob("*/articles"))]
    texts = [document.text for pile in piles for document in pile]
    list(language.parse(texts[:4]))
    language.embed(["warm"])
    spacy = min(_timed(lambda: list(language.parse(texts))) for _ in range(2))
    whole = min(_timed(lambda: [brief_of_documents(pile) for pile in piles]) for _ in range(2))
    figures = {
        "documents_per_second": len(texts) / whole,
        "words_per_second_spacy": sum(len(text.split()) for text in texts) / spacy,
        "times_spacy": whole / spacy,
    }
    if (stories / "libya-2020").is_dir():
        figures["cold_seconds"] = cold_brief(stories / "libya-2020" / "articles")
    return figures


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start
