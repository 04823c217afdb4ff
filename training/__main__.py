"""Make every weight of the language package: ``python -m training DATA [--work DIR] [--minutes N]``.

The stages run as processes of one thread each, two at a time. A stage whose output lies in the work folder is not run
again, and syntax and names go on from their last checkpoint, so a run that was stopped is taken up by the same command.

    vectors ──┬─ syntax ──────────────┬─ assemble ── en_firsthand/
              └─ names ── sentences ──┘              embeddings/ ── relations
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "firsthand" / "language"


def start(module: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Start a stage as a process of its own that uses one core."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-m", f"training.{module}", *map(str, arguments)]
    print("+", " ".join(command), flush=True)
    return subprocess.Popen(command, env={**os.environ, **threads, "TOKENIZERS_PARALLELISM": "false"})


def finish(*stages: subprocess.Popen[bytes]) -> None:
    """Wait for stages; the first that failed stops the run."""
    for stage in stages:
        if stage.wait():
            raise SystemExit(f"failed: {' '.join(map(str, stage.args))}")  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("out/training"))
    parser.add_argument("--out", type=Path, default=PACKAGE)
    parser.add_argument("--minutes", type=float, default=50, help="for syntax; the other stages take part of it")
    args = parser.parse_args()
    data, work, minutes = args.data, args.work, args.minutes
    work.mkdir(parents=True, exist_ok=True)
    vectors = work / "vectors.npz"

    if not vectors.exists():
        finish(start("vectors", data, vectors))
    syntax = []
    if not (work / "syntax" / "done").exists():
        syntax.append(start("syntax", data, work / "syntax", "--vectors", vectors, "--minutes", minutes))
    if not (work / "ner" / "done").exists():
        finish(start("ner", data, work / "ner", "--vectors", vectors, "--minutes", 0.4 * minutes))
    finish(start("sentences", data, args.out / "embeddings"), *syntax)
    finish(start("assemble", data, work / "syntax" / "best", work / "ner" / "best", vectors, args.out / "en_firsthand"))
    if args.out == PACKAGE:  # reads what the package's own pipeline makes of re3d
        finish(start("relations", data))


if __name__ == "__main__":
    main()
