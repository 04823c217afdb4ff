"""Which files are read, and which articles cleaned, by this process, and which by others (``workers``)."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from firsthand.model import Document, Problem
from firsthand.reading.cleaning.recurring import Outlet
from firsthand.reading.draft import Address, Draft
from firsthand.reading.files import read_file
from firsthand.reading.serving import Packed, cleaned
from firsthand.reading.sources import STDIN, Source, printable
from firsthand.reading.workers import DiedError, NotStartedError, Task, Workers

MOST = 20_000_000
"""Bytes of a file that another process reads: all that it finds in one is pickled."""

START = 0.6
"""Seconds that must be saved before processes are started: each takes half a second to load."""

# seconds of one core, roughly: of a file, of its bytes, of a character to be cleaned
_A_FILE, _A_BYTE, _A_CHARACTER = 2e-3, 2e-7, 7e-7
_DIED = "the process that worked on it ended (out of memory, for one); split it, or read it with --processes 1"


class Sharing:
    """Reads and cleans, here or in the processes of ``workers``: what comes out is the same."""

    def __init__(self, workers: Workers, given: Sequence[Source]) -> None:
        self._workers = workers
        files = dict(shareable(given)) if workers.count > 1 else {}
        seconds = sum(_A_FILE + _A_BYTE * size for size in files.values())
        pays = _pays(seconds, len(files), workers.count)
        self._tasks = dict(zip(files, workers.submit("read", files, _worth(seconds)))) if pays else {}

    def read(self, path: Path) -> Iterator[Packed | Problem | Address]:
        """The articles of one of the files, and what of it could not be read."""
        task = self._tasks.pop(path, None)
        try:
            yield from task.results() if task else _read_here(path)
        except NotStartedError:
            yield from _read_here(path)
        except DiedError:
            yield Problem(printable(path.as_posix()), None, _DIED)

    def clean(
        self, found: Sequence[Packed], learnt: Mapping[Outlet, frozenset[str]]
    ) -> Iterator[tuple[Document | None, list[Problem]]]:
        """For each article its document and its problems, in order; ``learnt`` has the recurring lines of outlets."""
        seconds = _A_CHARACTER * sum(len(draft.body) for draft, _ in found)
        tasks: list[Task] = []
        if self._workers.count > 1 and (self._workers.started or _pays(seconds, len(found), self._workers.count)):
            self._workers.learn(learnt)
            tasks = self._workers.submit("clean", found, _worth(seconds))
        for place, one in enumerate(found):
            try:
                yield from tasks[place].results() if tasks else [cleaned(one, learnt)]
            except NotStartedError:
                yield cleaned(one, learnt)
            except DiedError:
                yield None, [Problem(one[0].path, None, _DIED)]


def _pays(seconds: float, count: int, processes: int) -> bool:
    return count > 1 and seconds * (1 - 1 / processes) > START


def _worth(seconds: float) -> int:
    """How many processes have enough to do to be started for it."""
    return max(2, int(seconds / max(START, 0.1)))


def _read_here(path: Path) -> Iterator[Packed | Problem | Address]:
    for found in read_file(path):
        yield (found, None) if isinstance(found, Draft) else found


def shareable(given: Sequence[Source]) -> Iterator[tuple[Path, int]]:
    """The files that another process may read, and how large they are: no pipes, and none over ``MOST`` bytes."""
    for source in given:
        if not isinstance(source, Path) or str(source) == STDIN:
            continue
        try:
            state = os.stat(source)
        except (OSError, ValueError):  # who reads it says what is wrong
            continue
        if stat.S_ISREG(state.st_mode) and state.st_size <= MOST:
            yield source, state.st_size
