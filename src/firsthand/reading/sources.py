"""From what the user names (files, folders, patterns, addresses, ``-``) to what is to be read."""

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from firsthand.model import Problem
from firsthand.reading.draft import Address

STDIN = "-"
Source = Path | Address | Problem
_PATTERN = frozenset("*?[")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def sources(paths: Sequence[str | Path]) -> Iterator[Source]:
    """The files that paths name, each once, in the order of their paths; a problem stands where nothing could be found.

    ``https://…`` and ``http://…`` are addresses of the web.

    Folders are walked to the bottom; what begins with a dot inside them is skipped. A pattern (``news/*.txt``, ``**``
    for any depth) is expanded unless a file has that very name. ``-`` is standard input.
    """
    found: dict[str, Source] = {}
    for given in paths:
        for entry in _expand(str(given)):
            name = name_of(entry)
            as_it_is = name == STDIN or isinstance(entry, Address)
            found.setdefault(name if as_it_is else os.path.abspath(name), entry)
    for entry in sorted(found.values(), key=name_of):
        yield Problem(printable(entry.path), entry.at, entry.message) if isinstance(entry, Problem) else entry


def name_of(source: Source) -> str:
    """What a source is called in progress and problems."""
    return str(source) if isinstance(source, Path) else source.path


def printable(name: str) -> str:
    """A path as text that can be written down: bytes of a file's name that are no UTF-8 read as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _expand(given: str) -> Iterator[Source]:
    if given == STDIN:
        yield Path(STDIN)
        return
    if _ADDRESS.match(given):
        yield Address(given, given)
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
        yield Problem(given, None, why(error))
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
        failed.append(Problem(str(error.filename or given), None, why(error)))

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
        return Problem(path, None, why(error))
    return Path(path) if stat.S_ISREG(mode) else Problem(path, None, "not a regular file; it was skipped")


def why(error: OSError | ValueError) -> str:
    """What stands in the way of a file, and the remedy where there is one."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied: make it readable (chmod +r)"
    return f"could not be read: {getattr(error, 'strerror', None) or error}"
