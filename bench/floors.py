"""Floors: the least (or, where less is better, the most) that a figure may be; pinned in ``floors.json``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.figures import Figure

FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.5  # points of percent
PROMISED = {
    "speed.times_spacy": 1.6,
    "speed.cold_cpu_seconds": 4.0,
    **{f"hostile.{name}": 0.0 for name in ("crashes", "hangs", "over_memory", "silent", "unlocated")},
}
"""Held whatever was measured: the whole way beside the spaCy pipeline alone, a cold brief of five articles, and that no
file brings reading down."""

UNPINNED = {"speed.cold_seconds", "hostile.slowest_s", "hostile.peak_mib", "hostile.inputs"}
"""Shown only: seconds on the clock tell of the machine's other work; its processor seconds are held instead."""


@dataclass
class Floors:
    """Limits by figure, and every loosening with its reason."""

    limits: dict[str, float] = field(default_factory=dict)
    lowered: list[dict[str, str | float]] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path = FILE) -> "Floors":
        """The pinned floors, and what is promised."""
        stored = json.loads(file.read_text("utf-8")) if file.exists() else {"limits": {}, "lowered": []}
        return cls(stored["limits"] | PROMISED, stored["lowered"])

    def write(self, file: Path = FILE) -> None:
        """Stores them, sorted."""
        stored = {"limits": dict(sorted(self.limits.items())), "lowered": self.lowered}
        file.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", "utf-8")

    def broken(self, figures: Mapping[str, Figure]) -> list[str]:
        """A line for each figure on the wrong side of its floor, and for each that its bench no longer gives."""
        lines = [
            f"{name} is {said(figure, figure.value)}, {'over' if figure.less else 'under'} its "
            f"{'ceiling' if figure.less else 'floor'} of {said(figure, self.limits[name])}"
            for name, figure in figures.items()
            if name in self.limits and worse(figure, figure.value, self.limits[name])
        ]
        ran = {name.partition(".")[0] for name in figures}
        gone = [name for name in self.limits if name not in figures and name.partition(".")[0] in ran]
        return lines + [f"{name} has a floor but was not measured" for name in gone]

    def pin(self, figures: Mapping[str, Figure], because: str | None = None) -> list[str]:
        """Raises floors to what was measured less a margin. A figure under its floor needs a reason, which is stored;
        without one the floor stays, and a line says so.
        """
        refused = []
        for name, figure in figures.items():
            if name in UNPINNED:
                continue
            new, old = floor_of(name, figure), self.limits.get(name)
            if old is None or worse(figure, old, new):
                self.limits[name] = new
            elif worse(figure, figure.value, old) and name not in PROMISED:
                if because is None:
                    refused.append(f"{name} is {said(figure, figure.value)}, its floor {said(figure, old)}")
                    continue
                self.limits[name] = new
                self.lowered.append({"figure": name, "from": old, "to": new, "because": because})
        return refused


def floor_of(name: str, figure: Figure) -> float:
    """The limit for a measured value: half a point off accuracies; half of speeds, since machines differ."""
    if name in PROMISED:
        return PROMISED[name]
    if figure.unit == "%":
        return round(max(0.0, figure.value + (MARGIN if figure.less else -MARGIN)), 2)
    return float(f"{figure.value * (2 if figure.less else 0.5):.3g}")


def worse(figure: Figure, value: float, than: float) -> bool:
    """Whether a value of that figure is worse than another."""
    return value > than if figure.less else value < than


def said(figure: Figure, value: float) -> str:
    """The value with its unit."""
    if figure.unit == "%":
        return f"{value:.2f}%"
    return f"{value:,.2f} {figure.unit}" if value < 100 else f"{value:,.0f} {figure.unit}"


def table(figures: Mapping[str, Figure], floors: Floors, unmeasured: Iterable[str] = ()) -> str:
    """A figure a row: its value, its floor, and a mark where it is under it."""
    rows = [
        (
            name,
            said(figure, figure.value),
            ("at most " if figure.less else "at least ") + said(figure, floors.limits[name])
            if name in floors.limits
            else "–",
            "  ← fails" if name in floors.limits and worse(figure, figure.value, floors.limits[name]) else "",
        )
        for name, figure in figures.items()
    ]
    rows += [(name, "no data here", "", "") for name in unmeasured]
    wide = max((len(row[0]) for row in rows), default=0)
    return "\n".join(f"{name:<{wide}} {value:>15}  {limit:>24}{mark}".rstrip() for name, value, limit, mark in rows)
