"""From what the user names (files, folders, patterns, ``-``) to the files to read."""

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from firsthand.model import Problem

STDIN = "-"
_PATTERN = frozenset("*?[")


def sources(paths: Sequence[str | Path]) -> Iterator[Path | Problem]:
    """The files that paths name, each once, in the order of their paths; a problem stands where nothing could be found.

    Folders are walked to the bottom; what begins with a dot inside them is skipped. A pattern (``news/*.txt``, ``**``
    for any depth) is expanded unless a file has that very name. ``-`` is standard input.
    """
    found: dict[str, Path | Problem] = {}
    for given in paths:
        for entry in _expand(str(given)):
            name = entry.path if isinstance(entry, Problem) else str(entry)
            found.setdefault(name if name == STDIN else os.path.abspath(name), entry)
    yield from sorted(found.values(), key=lambda entry: entry.path if isinstance(entry, Problem) else str(entry))


def _expand(given: str) -> Iterator[Path | Problem]:
    if given == STDIN:
        yield Path(STDIN)
        return
    try:
        mode = os.stat(given).st_mode
    except (OSError, ValueError) as error:
        yield from _pattern(given, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(given)
    else:
        yield Path(given)


def _pattern(given: str, error: OSError | ValueError) -> Iterator[Path | Problem]:
    if not _PATTERN.intersection(given):
        yield Problem(given, None, _why(error))
        return
    matches = sorted(glob.glob(given, recursive=True))
    if not matches:
        yield Problem(given, None, "no file matches this pattern")
    for match in matches:
        if os.path.isdir(match):
            if "**" not in given:
                yield from _folder(match)
        else:
            yield Path(match)


def _folder(given: str) -> Iterator[Path | Problem]:
    failed: list[Problem] = []

    def note(error: OSError) -> None:
        failed.append(Problem(str(error.filename or given), None, _why(error)))

    empty = True
    for folder, folders, names in os.walk(given, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            empty = False
            yield _entry(os.path.join(folder, name))
    yield from failed
    if empty and not failed:
        yield Problem(given, None, "the folder holds no files")


def _entry(path: str) -> Path | Problem:
    """A file of a folder. What is no regular file (a pipe, a device) is not opened: reading it might never end."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return Problem(path, None, _why(error))
    return Path(path) if stat.S_ISREG(mode) else Problem(path, None, "not a regular file; it was skipped")


def load(path: Path, limit: int) -> bytes | Problem:
    """The bytes of a file, or why it could not be read. At most ``limit`` bytes are read; more is a problem."""
    try:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with path.open("rb") as file:
                data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        return Problem(str(path), None, _why(error))
    if len(data) > limit:
        return Problem(
            str(path), None, f"larger than {limit / 1e6:.0f} MB, which is as much as is read of one file: split it"
        )
    return data


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied: make it readable (chmod +r)"
    return f"could not be read: {getattr(error, 'strerror', None) or error}"
