"""Briefs of annotated stories, scored by the scorer that stands beside them (``score.py``)."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from firsthand.model import encode
from firsthand.pipeline import brief_of

FIGURES = ("facts", "reports", "pure", "verdicts", "witnesses", "channels", "kinds", "furniture", "alarms", "lineage")


def story_folders(stories: Path) -> list[Path]:
    """The folders that hold articles and a gold reading."""
    return sorted(path.parent for path in stories.glob("*/gold.json"))


def measure(stories: Path, out: Path | None = None) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Figures (0..1) over all stories together, and for each; briefs are kept in ``out`` if given."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        pairs = []
        for story in story_folders(stories):
            target = folder / f"{story.name}.json"
            target.write_bytes(encode(brief_of([story / "articles"])))
            pairs.append(f"{story}={target}")
        each = {Path(pair.partition("=")[0]).name: _score(stories, [pair], folder) for pair in pairs}
        return _score(stories, pairs, folder), each


def _score(stories: Path, pairs: list[str], folder: Path) -> dict[str, float]:
    result = folder / "figures.json"
    command = [sys.executable, str(stories / "score.py"), *pairs, "--json", str(result)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {name: float(value) for name, value in json.loads(result.read_text()).items()}


def table(together: dict[str, float], each: dict[str, dict[str, float]]) -> str:
    """A plain table: a story a row, percent."""
    names = [name for name in FIGURES if name in together]
    width = max(map(len, [*each, "together"]))
    lines = [" " * width + "".join(f"{name:>11}" for name in names)]
    for story, figures in [*each.items(), ("together", together)]:
        cells = "".join(f"{figures[name] * 100:>11.1f}" if name in figures else f"{'–':>11}" for name in names)
        lines.append(f"{story:<{width}}{cells}")
    return "\n".join(lines)
