"""The ranges of one finding on one scale, as positions in per cent: what the page draws beside each value."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.report.answers import Answer

_MARGIN = 8.0  # per cent left free at either end, so that an open side can be seen to go on
_WIDE = 40.0  # from this ratio of largest to smallest the scale is logarithmic


class Bar(NamedTuple):
    """A range from ``left`` to ``right`` (0..100); an open side reaches the edge."""

    left: float
    right: float
    open_left: bool
    open_right: bool

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.left == self.right


class Scale(NamedTuple):
    """A bar for each answer (``None`` for one without a number) and the ticks that all rows share."""

    bars: tuple[Bar | None, ...]
    ticks: tuple[float, ...]


def scale(answers: Sequence[Answer]) -> Scale | None:
    """The answers' ranges on one scale; ``None`` where fewer than two of them differ."""
    ends = sorted({end for answer in answers for end in (answer.low, answer.high) if end is not None})
    if len({(answer.low, answer.high) for answer in answers if answer.numeric}) < 2 or len(ends) < 2:
        return None
    log = ends[0] > 0 and ends[-1] / ends[0] >= _WIDE
    first, last = _at(ends[0], log), _at(ends[-1], log)

    def place(value: float) -> float:
        return round(_MARGIN + (100 - 2 * _MARGIN) * (_at(value, log) - first) / (last - first), 1)

    def bar(answer: Answer) -> Bar | None:
        if not answer.numeric:
            return None
        low, high = answer.low, answer.high
        return Bar(
            0.0 if low is None else place(low), 100.0 if high is None else place(high), low is None, high is None
        )

    return Scale(tuple(bar(answer) for answer in answers), tuple(place(end) for end in ends))


def _at(value: float, log: bool) -> float:
    return math.log(value) if log else value
