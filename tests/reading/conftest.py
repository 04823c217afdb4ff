"""Articles of our own making: an invented port, invented people."""

from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Document, Problem
from firsthand.reading import read

LEAD = (
    "A grain ship ran aground off the port of Veldmar on Monday, and nine sailors were saved, the harbour office said."
)
SECOND = "Harbour master Ines Tolland said the ship had lost its engine two hours before it struck the sandbank."
THIRD = "Two of the sailors were treated for cold in the hospital of Estrand, a town 40 km to the north."
LAST = "The grain company did not answer questions about the age of the ship, which sails under the flag of Morland."
TITLE = "Nine sailors brought ashore as grain ship strikes sandbank"
BODY = "\n".join((LEAD, SECOND, THIRD, LAST))


def page(*lines: str) -> str:
    """A dump: the article's paragraphs with lines of the page among them."""
    return "\n\n".join(lines)


def kinds(document: Document) -> list[tuple[str, str]]:
    """The parts of a document as (kind, text)."""
    return [(part.kind, document.text[part.start : part.end]) for part in document.parts]


def rules(document: Document) -> dict[str, str]:
    """What was taken out, and the rule."""
    return {removed.text: removed.rule for removed in document.removed}


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[..., Document]:
    """Reads a text through a file; expects one document and no problem."""

    def reading(text: str, name: str = "page.txt") -> Document:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        documents, problems = read([path])
        assert problems == []
        assert len(documents) == 1
        return documents[0]

    return reading


@pytest.fixture
def problem_of(tmp_path: Path) -> Callable[..., Problem]:
    """Reads bytes through a file beside a good one; expects one problem, and the good document."""

    def reading(data: bytes, name: str = "bad.txt") -> Problem:
        (tmp_path / name).write_bytes(data)
        (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
        documents, problems = read([tmp_path])
        assert [Path(document.path).name for document in documents] == ["good.txt"]
        assert len(problems) == 1
        assert Path(problems[0].path).name.startswith(name)
        return problems[0]

    return reading
