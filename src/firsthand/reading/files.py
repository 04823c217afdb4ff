"""The articles of one file of this machine."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from firsthand.model import Problem
from firsthand.reading.draft import Found
from firsthand.reading.payloads import MAX_FILE, read_stream
from firsthand.reading.sources import STDIN, printable, why


def read_file(path: Path) -> Iterator[Found]:
    """The articles of one file as found, and what of it could not be read."""
    name = printable(path.as_posix())
    try:
        with _opened(path) as stream:
            yield from read_stream(name, stream, path.suffix.lower())
    except (OSError, ValueError) as error:
        yield Problem(name, None, why(error))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file that can be sought in; standard input and pipes are read into memory first, to the limit."""
    if str(path) == STDIN:
        yield io.BytesIO(sys.stdin.buffer.read(MAX_FILE + 1))
        return
    with path.open("rb") as stream:
        yield stream if stream.seekable() else io.BytesIO(stream.read(MAX_FILE + 1))
