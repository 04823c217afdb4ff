"""Reading: files to documents, problems beside them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from firsthand.model import Document, Problem
from firsthand.reading import pages, records, sniffing
from firsthand.reading.documents import MAX_TEXT, document, told_apart, too_long
from firsthand.reading.draft import Draft
from firsthand.reading.sources import load, sources

MAX_FILE = 512_000_000
"""Bytes that are read of one file; only JSON may hold more than one document's text."""


def read(
    paths: Sequence[str | Path], *, progress: Callable[[str], None] | None = None
) -> tuple[list[Document], list[Problem]]:
    """The documents of files, folders, patterns and ``-``, in the order of their paths, and what could not be read.

    A document from a list or from JSON lines has the path ``file#number`` (entry or line, from 1). ``progress`` is told
    each path before it is read. Of documents with the same content all are kept; the second's id differs.
    ``Problem.at`` is a byte offset for bytes that are no text, a character offset elsewhere.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for source in sources(paths):
        if isinstance(source, Problem):
            problems.append(source)
            continue
        if progress:
            progress(str(source))
        drafts, wrong = drafts_of(source)
        problems += wrong
        for draft in drafts:
            found, wrong = document(draft)
            problems += wrong
            if found:
                documents.append(found)
    return told_apart(documents), problems


def drafts_of(path: Path) -> tuple[list[Draft], list[Problem]]:
    """The articles of one file as found."""
    data = load(path, MAX_FILE)
    if isinstance(data, Problem):
        return [], [data]
    name = path.as_posix()
    wrong = sniffing.not_text(data)
    if wrong:
        return [], [Problem(name, wrong[1], wrong[0])]
    decoded = sniffing.decode(data)
    if decoded.problem:
        return [], [Problem(name, decoded.at, decoded.problem)]
    notes = [Problem(name, decoded.at, decoded.note)] if decoded.note else []
    drafts, problems = _by_format(name, decoded.text, path.suffix.lower())
    return drafts, notes + problems


def _by_format(name: str, text: str, suffix: str) -> tuple[list[Draft], list[Problem]]:
    form = sniffing.format_of(text, suffix)
    if form == "json":
        return records.read_json(name, text)
    if form == "lines":
        return records.read_lines(name, text)
    if form == "html":
        return pages.read_page(name, text)
    if len(text) > MAX_TEXT:
        return [], [too_long(name, len(text))]
    return [Draft(name, text)], []
