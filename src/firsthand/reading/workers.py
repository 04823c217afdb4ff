"""Processes that read files and clean articles beside this one.

They are programs of their own and not children of multiprocessing, which would run the caller's script again in each of
them and forget its other tasks when one dies. Each takes orders on its standard input and answers on its standard
output, in pickles; a thread here waits on each. What a process held when it died is lost, and nothing else.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Literal, Self

_PROGRAM = "from firsthand.reading.serving import serve; serve()"
MOST = 8
"""Tasks that a process is given at a time."""

Kind = Literal["read", "clean"]
Reply = tuple[Literal["value", "end", "error", "died", "not started"], Any]


class DiedError(Exception):
    """The process that had the task ended before the task was done."""


class NotStartedError(Exception):
    """No process could be started: the task is to be done here."""


@dataclass(slots=True)
class Task:
    """Something that a process does; what it is given is pickled only when its turn comes."""

    kind: Kind
    given: Any
    replies: SimpleQueue[Reply] = field(default_factory=SimpleQueue)

    def results(self) -> Iterator[Any]:
        """What it gives, as it comes; may raise ``DiedError`` after some, ``NotStartedError`` before any."""
        while True:
            what, value = self.replies.get()
            if what == "value":
                yield value
            elif what == "end":
                return
            elif what == "error":
                raise value
            else:
                raise DiedError if what == "died" else NotStartedError


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """Up to ``count`` processes, started when there are tasks for them and ended with the block."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._rows: SimpleQueue[list[Task] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closing = False
        self._learnt: Mapping[Any, frozenset[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._closing = True
            for process in self._running:
                _kill(process)
        for _ in self._threads:
            self._rows.put(None)
        for thread in self._threads:
            thread.join()

    @property
    def started(self) -> bool:
        """Whether any processes have been started."""
        return bool(self._threads)

    def learn(self, learnt: Mapping[Any, frozenset[str]]) -> None:
        """The recurring lines of each outlet, which tasks of cleaning that come after it mind."""
        self._learnt = learnt

    def submit(self, kind: Kind, given: Iterable[Any], worth: int) -> list[Task]:
        """Has paths read, or articles cleaned, one task each; neighbours, which may share lines, by one process.

        ``worth`` is how many processes there should be for it, if so many are allowed.
        """
        tasks = [Task(kind, one) for one in given]
        step = min(MOST, len(tasks) // (4 * self.count) + 1)
        for start in range(0, len(tasks), step):
            self._rows.put(tasks[start : start + step])
            if len(self._threads) < min(self.count, worth):
                thread = threading.Thread(target=self._drive, name="firsthand reading", daemon=True)
                self._threads.append(thread)
                thread.start()
        return tasks

    def _drive(self) -> None:
        """Hands tasks to one process, and what it leaves undone by its death to another."""
        if hasattr(signal, "pthread_sigmask"):  # writing to a process that has died must not end this one
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
        process: _Process | None = None
        while (row := self._rows.get()) is not None and not self._closing:
            while row:
                process = process or self._started()
                if process is None:
                    row.pop(0).replies.put(("not started", None))
                elif not process.does(row, self._learnt):
                    self._forget(process)
                    process = None
        if process:
            self._forget(process)

    def _started(self) -> "_Process | None":
        with self._lock:
            if self._closing:
                return None
            try:
                process = _Process()
            except OSError:
                return None
            self._running.add(process.program)
        if process.is_ready():
            return process
        self._forget(process)
        return None

    def _forget(self, process: "_Process") -> None:
        with self._lock:
            self._running.discard(process.program)
            process.end()


class _Process:
    """One of the processes, as the thread sees it that drives it."""

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, sys.path))
        self.program = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
            # a group of its own: Ctrl-C reaches only this program, which then ends it with what it has started
            process_group=0 if os.name == "posix" else None,
        )
        self._knows: object = None

    def is_ready(self) -> bool:
        """Waits until it has loaded what it needs."""
        try:
            return bool(self._answer() == "ready")
        except (EOFError, OSError, pickle.UnpicklingError):
            return False

    def does(self, row: list[Task], learnt: Mapping[Any, frozenset[str]]) -> bool:
        """Has tasks of one kind done and takes them from the row; false if the process died of the last one taken."""
        try:
            if row[0].kind == "clean" and self._knows is not learnt:
                self._order("learn", learnt)
                self._knows = learnt
            self._order(row[0].kind, [task.given for task in row])
            while row:
                reply = self._answer()
                row[0].replies.put(reply)
                if reply[0] != "value":
                    del row[0]
        except (EOFError, OSError, pickle.UnpicklingError):
            row.pop(0).replies.put(("died", None))
            return False
        return True

    def end(self) -> None:
        """Ends the process, and the processes that it has started."""
        _kill(self.program)
        for stream in (self.program.stdin, self.program.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        self.program.wait()

    def _order(self, kind: str, given: Any) -> None:
        assert self.program.stdin
        pickle.dump((kind, given), self.program.stdin, pickle.HIGHEST_PROTOCOL)
        self.program.stdin.flush()

    def _answer(self) -> Any:
        return pickle.load(self.program.stdout)  # type: ignore[arg-type]


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
