import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.numerals import find_numbers, parse_number

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int, joint: str) -> str:
    """The number in words, with "and" or a blank after hundreds."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            head = f"{spelled(number // size, joint)} {name}"
            rest = number % size
            return head if not rest else head + (joint if rest < 100 else " ") + spelled(rest, joint)
    if number >= 100:
        head = f"{SMALL.split()[number // 100]} hundred"
        return head if not number % 100 else head + joint + spelled(number % 100, joint)
    if number < 20:
        return SMALL.split()[number]
    return TENS.split()[number // 10] + (f"-{SMALL.split()[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_numerals_words_read_back(number: int, joint: str) -> None:
    assert parse_number(spelled(number, joint)) == number


@given(st.integers(0, 10**12))
def test_numerals_digits_read_back(number: int) -> None:
    assert parse_number(f"{number:,}") == number
    assert parse_number(str(number)) == number


@given(st.text(max_size=60))
def test_numerals_offsets_lie_in_text(text: str) -> None:
    end = 0
    for numeral in find_numbers(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


@pytest.mark.parametrize(
    "text, value",
    [
        ("2.5 million", 2_500_000),
        ("half a million", 500_000),
        ("half-million", 500_000),
        ("a quarter of a million", 250_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a couple hundred", 200),
        ("fifteen hundred", 1500),
        ("a hundred", 100),
        ("two and a half", 2.5),
        ("one and a half million", 1_500_000),
        ("2½", 2.5),
        ("1 1/2", 1.5),
        ("10k", 10_000),
        ("3bn", 3e9),
        ("2,50,000", 250_000),
    ],
)
def test_numerals_reads_newspaper_forms(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text, values",
    [
        ("between one hundred and two hundred", [100, 200]),
        ("one thousand and two thousand", [1000, 2000]),
        ("twenty and thirty", [20, 30]),
        ("one, two, three", [1, 2, 3]),
        ("the 20th of the 1930s on the A42", []),
        ("a man and an owl", []),
    ],
)
def test_numerals_splits_and_leaves_out(text: str, values: list[float]) -> None:
    assert [numeral.value for numeral in find_numbers(text)] == values
