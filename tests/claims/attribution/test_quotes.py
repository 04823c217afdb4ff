from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.attribution.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ('He said "it sank" and left.', ['"it sank"']),
        ("“It sank,” he said. “Fast.”", ["“It sank,”", "“Fast.”"]),
        ("The trams 'bumped into each other' but didn't stop.", ["'bumped into each other'"]),
        ("The residents' homes and the boys' school were hit.", []),
        ("‘We ran,’ she said. It’s over.", ["‘We ran,’"]),
        ("“She said ‘run’ and we ran.”", ["“She said ‘run’ and we ran.”"]),
        ("”It sank,” he said.", ["”It sank,”"]),
        ("“It sank,’’ he said.", ["“It sank,’’"]),
    ],
)
def test_quotes_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_quotes_missing_closer_goes_on_in_next_paragraph() -> None:
    text = "“It sank.\n“Nobody came,” he said."
    first, second = find_quotes(text)
    assert (text[first.start : first.end], first.closed) == ("“It sank.", False)
    assert (text[second.start : second.end], second.resumed) == ("“Nobody came,”", True)


def test_quotes_full_tells_speech_from_picked_words() -> None:
    text = "He called it a “red line” there. “We ran,” she said."
    assert [quote.full(text) for quote in find_quotes(text)] == [False, True]


@given(st.text(alphabet="ab \n\"'“”‘’.,", max_size=60))
def test_quotes_never_overlap_or_cross_lines(text: str) -> None:
    quotes = find_quotes(text)
    for one, other in pairwise(quotes):
        assert one.end <= other.start
    assert all(quote.start < quote.end and "\n" not in text[quote.start : quote.end] for quote in quotes)
