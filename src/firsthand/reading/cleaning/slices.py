"""Text that knows where its characters stood in the text that it was cut from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

Run = tuple[int, int, int]
"""Start and end in this text, and where in the source the start stood; runs are in order and do not overlap."""


class Slice(NamedTuple):
    """A piece of a source text, or several with other characters between them (those belong to no run)."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str, at: int = 0) -> Slice:
        """A text that stands in its source at ``at``."""
        return cls(text, ((0, len(text), at),) if text else ())

    @property
    def at(self) -> int | None:
        """Where in the source the first character that comes from there stood."""
        return self.runs[0][2] if self.runs else None

    def part(self, start: int, end: int | None = None) -> Slice:
        """The characters from ``start`` to ``end``, as a slice of the same source."""
        end = len(self.text) if end is None else end
        runs = (
            (max(a, start) - start, min(b, end) - start, at + max(a, start) - a)
            for a, b, at in self.runs
            if max(a, start) < min(b, end)
        )
        return Slice(self.text[start:end], tuple(runs))

    def strip(self, characters: str | None = None) -> Slice:
        """Without white space, or the given characters, at both ends."""
        text = self.text
        if text.strip(characters) == text:
            return self
        head, tail = len(text) - len(text.lstrip(characters)), len(text.rstrip(characters))
        return self.part(head, max(head, tail))

    def without(self, spans: Iterable[tuple[int, int]], filler: str = "") -> Slice:
        """Each of the spans, which are in order and apart, replaced by the filler."""
        pieces: list[Slice] = []
        last = 0
        for start, end in spans:
            pieces.append(self.part(last, start))
            last = end
        return joined([*pieces, self.part(last)], filler) if pieces else self


def joined(pieces: Iterable[Slice], between: str = "") -> Slice:
    """Slices of one source put together, in the order given."""
    texts: list[str] = []
    runs: list[Run] = []
    size = 0
    for piece in pieces:
        if texts:
            size += len(between)
        runs += [(a + size, b + size, at) for a, b, at in piece.runs]
        texts.append(piece.text)
        size += len(piece.text)
    return Slice(between.join(texts), tuple(_merged(runs)))


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, neighbours that go on in the source as one."""
    last: Run | None = None
    for run in runs:
        if last and last[1] == run[0] and last[2] + last[1] - last[0] == run[2]:
            last = (last[0], run[1], last[2])
        else:
            if last:
                yield last
            last = run
    if last:
        yield last
