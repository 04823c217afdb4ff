from collections.abc import Callable

import pytest

from firsthand.lineage.furniture import is_caption, is_furniture
from firsthand.lineage.prepare import prepare, quotations, split
from firsthand.model import Document, Part

Make = Callable[..., Document]


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "We saw it." Then she left.', ["We saw it."]),
        ("“It’s the captain’s fault,” he said, “not mine.”", ["It’s the captain’s fault,", "not mine."]),
        ("'It's the captain's fault,' he said.", ["It's the captain's fault,"]),
        ("The ships' owners and the captain's wife said nothing.", []),
        (
            "“First we heard a bang.\n“Then the lights went out,” she said.",
            ["First we heard a bang.", "Then the lights went out,"],
        ),
        ('A stray " mark in a line.\nAnother line.', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_split_at_stops_and_line_breaks() -> None:
    text = "One ship sank. Two were saved!\nNobody was hurt"
    assert [text[a:b] for a, b in split(text)] == ["One ship sank.", "Two were saved!", "Nobody was hurt"]


def test_prepare_marks_kinds_and_leaves_out_furniture(make: Make) -> None:
    lines = (
        "Ferry stuck off the port of Marlow",
        "The ferry sat on the sand for hours.",
        "Read more: other ferries that got stuck",
    )
    document = make("a", *lines, "The ferry on the sand at low water. (Ada Birch/AP)", title=lines[0])
    assert [s.kind for s in prepare(document, None).sentences] == ["title", "body", "caption"]


def test_prepare_follows_parts(make: Make) -> None:
    text = "A lead of some words here.\nA caption of some words here."
    parts = (Part(0, 26, "description"), Part(27, len(text), "caption"))
    kinds = [s.kind for s in prepare(make("a", text, parts=parts), None).sentences]
    assert kinds == ["description", "caption"]


def test_prepare_agency_quotation_is_wording(make: Make) -> None:
    said = "“At least forty boats are still missing in the storm,” "
    own, agency = (prepare(make("a", said + by), None).sentences[0] for by in ("the mayor said.", "Reuters reported."))
    assert any(own.quoted)
    assert agency.cited
    assert not any(agency.quoted)


def test_prepare_counts_a_repeated_sentence_once(make: Make) -> None:
    document = make("a", "The ferry sat on the sand for hours.", "The ferry sat on the sand for hours.")
    assert len(prepare(document, None).sentences) == 1


@pytest.mark.parametrize(
    "line",
    [
        "File - The ferry in March.",
        "This photo released by the harbour shows the ferry.",
        "The ferry on the sand. REUTERS/Ada Birch",
        "The ferry on the sand. (Ada Birch, File/Associated Press)",
        "The ferry on the sand [Getty]",
        "AP:Associated Press The ferry on the sand",
    ],
)
def test_furniture_caption(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["AP reported that the ferry sat on the sand.", "The ferry (built 1961) sat on the sand.", "PA systems failed."],
)
def test_furniture_no_caption(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Copyright 2031 The Tern Post", True),
        ("Sign up for our letter", True),
        ("By Ada Birch", True),
        ("By noon the ferry was afloat again.", False),
        ("Photographs of the ferry were everywhere.", False),
    ],
)
def test_furniture_line(line: str, expected: bool) -> None:
    assert is_furniture(line) is expected
