"""Reading: files and addresses to documents, problems beside them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.model import Document, Problem
from firsthand.reading.cleaning.recurring import recurring
from firsthand.reading.documents import told_apart
from firsthand.reading.draft import Address, Draft
from firsthand.reading.serving import Packed
from firsthand.reading.sharing import Sharing
from firsthand.reading.sources import Source, name_of, sources
from firsthand.reading.web import Web
from firsthand.reading.workers import Workers, cores

if TYPE_CHECKING:
    from firsthand.reading.following import Follower

NAMED = 20
"""Problems of one archive, feed or table that are told one by one; of more, the count is."""


def read(
    paths: Sequence[str | Path],
    *,
    progress: Callable[[str], None] | None = None,
    web: Web | None = None,
    processes: int | None = None,
) -> tuple[list[Document], list[Problem]]:
    """The documents of files, folders, patterns, addresses and ``-``, in the order of their paths, and the problems.

    A document from a list, a table or an archive has the path ``file#number``. ``progress`` is told each path before it
    is read. ``web`` says how addresses are fetched; without it nothing is kept of what is fetched. Of documents with
    the same content all are kept; the second's id differs. ``Problem.at`` is a byte offset for bytes that are no text,
    a character offset elsewhere.

    Where that pays, up to ``processes`` others share the work (none: as many as this one may use cores; 1: none but
    this one); what is returned is the same.
    """
    given = list(sources(paths))
    articles: list[Packed] = []
    problems: list[Problem] = []
    documents: list[Document] = []
    with Workers(processes or cores()) as workers:
        sharing = Sharing(workers, given)
        for found in _found(given, sharing, progress or (lambda path: None), web):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                articles.append(found)
        learnt = recurring([draft for draft, _ in articles])
        for made, wrong in sharing.clean(articles, learnt):
            problems += wrong
            if made:
                documents.append(made)
    return told_apart(documents), list(_counted(problems))


def _found(
    given: Sequence[Source], sharing: Sharing, progress: Callable[[str], None], web: Web | None
) -> Iterator[Packed | Problem]:
    """The articles and problems of sources; what files point to is fetched last, if it is to be."""
    follower: Follower | None = None
    pointed: list[Address] = []
    for source in given:
        if isinstance(source, Problem):
            yield source
        elif isinstance(source, Address):
            follower = follower or _follower(web, progress)
            yield from map(_unpacked, follower.read(source))
        else:
            progress(name_of(source))
            for found in sharing.read(source):
                if isinstance(found, Address):
                    pointed.append(found)
                else:
                    yield found
    if pointed and web and web.follow:
        follower = follower or _follower(web, progress)
        for address in pointed:
            yield from map(_unpacked, follower.read(address))
    elif pointed:
        from firsthand.reading.following import unfollowed

        yield from unfollowed(pointed)
    if follower:
        yield from follower.rest()


def _unpacked(found: Draft | Problem) -> Packed | Problem:
    return (found, None) if isinstance(found, Draft) else found


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
