from collections.abc import Callable

import pytest

from firsthand.claims.attribution.bounds import comma_after, trim
from firsthand.claims.attribution.view import View
from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "joint, second",
    [
        ("; the army said it was safe.", "army"),
        (", but the army said it was safe.", "army"),
        (", while the army insisted it was safe.", "army"),
        ("; police added that it was safe.", "police"),
    ],
)
def test_bounds_second_cue_ends_the_first_content(joint: str, second: str) -> None:
    text = f"Marta Lund said the bridge was mined{joint}"
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined"), Told(second, "it was safe")]


def test_bounds_semicolon_before_the_same_speaker() -> None:
    text = "Maria Lund said the bridge was mined; she added that the road was open."
    assert told_in(text) == [Told("Maria Lund", "the bridge was mined"), Told("Maria Lund", "the road was open")]


def test_bounds_semicolon_alone_ends_nothing() -> None:
    text = "Marta Lund said the bridge was mined; nobody should cross it."
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined; nobody should cross it")]


@pytest.mark.parametrize(
    "tail",
    [
        ", but declined to give details",
        ", but refused to name the officer",
        ", but did not say by whom",
        ", but gave no numbers",
        ", but police gave no numbers",
    ],
)
def test_bounds_silence_after_but_is_the_documents_own(tail: str) -> None:
    text = f"Marta Lund said the bridge was mined{tail}."
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined")]


@pytest.mark.parametrize(
    "content",
    [
        "the bridge was mined and the army would clear it",
        "the bridge was mined and that the road was shut",
        "the bridge, which was built in 1920, was mined",
        "the bridge was mined because the pumps had failed",
    ],
)
def test_bounds_content_goes_on(content: str) -> None:
    assert told_in(f"Marta Lund said {content}.") == [Told("Marta Lund", content)]


def test_bounds_comment_set_off_at_the_end() -> None:
    text = "Marta Lund said the bridge over the river had been mined, a sign of how tense the days have become."
    assert told_in(text) == [Told("Marta Lund", "the bridge over the river had been mined")]


def test_bounds_trim(view: Callable[[str], View]) -> None:
    seen = view(", the road was open and, .")
    first, last = trim(seen, 0, len(seen.low)) or (0, 0)
    assert seen.words(first, last) == "the road was open"
    assert trim(seen, 0, 1) is None
    assert trim(seen, 2, 2) is None


def test_bounds_comma_after(view: Callable[[str], View]) -> None:
    seen = view("The road was open, and the “steep, icy” pass was not.")
    size = len(seen.low)
    assert seen.raw[comma_after(seen, 0, size)] == ","
    assert comma_after(seen, seen.low.index("and"), size) == size
