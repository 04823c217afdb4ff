import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.lineage.text import fold, words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("soldiers’", "soldier"),
        ("5:10", "5.10"),
        ("1,500", "1500"),
        ("seven", "7"),
        ("U.S.", "US"),
        ("analysing", "analyzed"),
        ("kilometres", "kilometer"),
        ("parties", "party"),
        ("colour", "color"),
        ("strikes", "striking"),
    ],
)
def test_fold_makes_spellings_equal(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("first", "second"), [("backed", "back"), ("used", "use"), ("boat", "boats-man"), ("14", "15")]
)
def test_fold_keeps_words_apart(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@given(st.text(max_size=200))
def test_words_are_stretches_of_the_text(text: str) -> None:
    at = 0
    for word in words(text, 0, len(text)):
        assert at <= word.start < word.end <= len(text)
        assert word.form
        at = word.end
