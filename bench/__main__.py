"""All benches with their floors: ``python -m bench SHARED [--only stories speed] [--pin] [--json OUT]``.

SHARED holds ``stories/`` and ``data/``; a bench whose data is not there is left out, and without SHARED nothing is
measured. Exit status 1 if a figure is under its floor or a bench failed. ``--pin`` writes the floors of what was
measured to ``bench/floors.json``; it lowers none unless ``--lower-because`` gives the reason.
"""

import argparse
import json
import sys
import time
import traceback
from pathlib import Path

from bench.figures import BENCHES, Bench, Figure
from bench.floors import Floors, table


def run(benches: list[Bench], shared: Path) -> tuple[dict[str, Figure], list[str]]:
    """Figures as ``bench.figure``, and the names of benches that failed."""
    figures: dict[str, Figure] = {}
    failed = []
    for bench in benches:
        began = time.perf_counter()
        print(f"{bench.name} …", end=" ", flush=True, file=sys.stderr)
        try:
            figures.update({f"{bench.name}.{figure.name}": figure for figure in bench.run(shared / bench.needs)})
        except Exception:  # one bench that fails must not hide the others' figures
            traceback.print_exc()
            failed.append(bench.name)
        print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)
    return figures, failed


def main(arguments: list[str] | None = None) -> int:
    """Measures, prints, checks or pins."""
    parser = argparse.ArgumentParser("bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", nargs="+", choices=[bench.name for bench in BENCHES], metavar="BENCH")
    parser.add_argument("--pin", action="store_true", help="write floors.json")
    parser.add_argument("--lower-because", metavar="REASON", help="with --pin: floors may go down, for this reason")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures here too")
    options = parser.parse_args(arguments)
    if not options.shared.is_dir():
        print(f"bench: there is no {options.shared}, so nothing is measured")
        return 0
    asked = [bench for bench in BENCHES if not options.only or bench.name in options.only]
    here = [bench for bench in asked if (options.shared / bench.needs).exists()]
    figures, failed = run(here, options.shared)
    if options.json:
        told = {name: {"value": figure.value, "unit": figure.unit} for name, figure in figures.items()}
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    floors = Floors.read()
    wrong = [f"{name} failed" for name in failed]
    if options.pin:
        refused = floors.pin(figures, options.lower_because)
        wrong += [f"{line}: not lowered, give --lower-because REASON" for line in refused]
        floors.write()
    else:
        wrong += floors.broken(figures)
    print(table(figures, floors, [bench.name for bench in asked if bench not in here]))
    for line in wrong:
        print(f"bench: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
