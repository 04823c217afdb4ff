"""Reading: files and addresses to documents, problems beside them."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from firsthand.model import Document, Problem
from firsthand.reading.cleaning.recurring import outlet, recurring
from firsthand.reading.documents import document, told_apart
from firsthand.reading.draft import Address, Draft, Found
from firsthand.reading.payloads import MAX_FILE, read_stream
from firsthand.reading.sources import STDIN, Source, name_of, printable, sources, why
from firsthand.reading.web import Web

if TYPE_CHECKING:
    from firsthand.reading.following import Follower

NAMED = 20
"""Problems of one archive, feed or table that are told one by one; of more, the count is."""


def read(
    paths: Sequence[str | Path], *, progress: Callable[[str], None] | None = None, web: Web | None = None
) -> tuple[list[Document], list[Problem]]:
    """The documents of files, folders, patterns, addresses and ``-``, in the order of their paths, and the problems.

    A document from a list, a table or an archive has the path ``file#number``. ``progress`` is told each path before it
    is read. ``web`` says how addresses are fetched; without it nothing is kept of what is fetched. Of documents with
    the same content all are kept; the second's id differs. ``Problem.at`` is a byte offset for bytes that are no text,
    a character offset elsewhere.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for found in _found(sources(paths), progress or (lambda path: None), web):
        (problems if isinstance(found, Problem) else drafts).append(found)  # type: ignore[arg-type]
    documents: list[Document] = []
    learnt = recurring(drafts)
    for draft in drafts:
        made, wrong = document(draft, learnt.get(outlet(draft), frozenset()))
        problems += wrong
        if made:
            documents.append(made)
    return told_apart(documents), list(_counted(problems))


def _found(given: Iterator[Source], progress: Callable[[str], None], web: Web | None) -> Iterator[Draft | Problem]:
    """The drafts and problems of sources; what files point to is fetched last, if it is to be."""
    follower: Follower | None = None
    pointed: list[Address] = []
    for source in given:
        if isinstance(source, Problem):
            yield source
        elif isinstance(source, Address):
            follower = follower or _follower(web, progress)
            yield from follower.read(source)
        else:
            progress(name_of(source))
            for found in read_file(source):
                if isinstance(found, Address):
                    pointed.append(found)
                else:
                    yield found
    if pointed and web and web.follow:
        follower = follower or _follower(web, progress)
        for address in pointed:
            yield from follower.read(address)
    elif pointed:
        from firsthand.reading.following import unfollowed

        yield from unfollowed(pointed)
    if follower:
        yield from follower.rest()


def _follower(web: Web | None, progress: Callable[[str], None]) -> "Follower":
    from firsthand.reading.following import Follower  # what the web needs takes a while to load

    return Follower(web or Web(), progress)


def _counted(problems: list[Problem]) -> Iterator[Problem]:
    """The problems, but of one container's parts no more than the first few."""
    counts: dict[str, int] = {}
    for problem in problems:
        container, mark, _ = problem.path.partition("#")
        if mark:
            counts[container] = counts.get(container, 0) + 1
        if not mark or counts[container] <= NAMED:
            yield problem
    for container, count in counts.items():
        if count > NAMED:
            yield Problem(container, None, f"{count - NAMED:,} more of its parts could not be read as articles")


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
