import pytest

from firsthand.report.numbers import bounds, number, quantity


@pytest.mark.parametrize(
    "value, words",
    [
        (9, "9"),
        (1500, "1,500"),
        (0.5, "0.5"),
        (4.2e6, "4.2 million"),
        (1_234_567, "1,234,567"),
        (3e9, "3 billion"),
        (-40, "-40"),
    ],
)
def test_number_is_written_as_people_write_it(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    "low, high, words",
    [
        (25, 25, "25"),
        (1500, 1600, "1,500–1,600"),
        (1001, None, "more than 1,000"),
        (25, None, "at least 25"),
        (None, 10, "up to 10"),
        (1350, 1650, "~1,500"),
        (45, 55, "~50"),
        (25, 27, "25–27"),
        (None, None, "not stated"),
    ],
)
def test_bounds_without_the_source_go_by_the_numbers(low: float | None, high: float | None, words: str) -> None:
    assert bounds(low, high) == words


@pytest.mark.parametrize(
    "low, high, source, words",
    [
        (11, None, "more than 10 ships", "more than 10"),
        (11, None, "at least 11 ships", "at least 11"),
        (20, None, "over 20 km", "more than 20"),
        (1800, 2200, "about 2,000 people", "~2,000"),
        (1800, 2200, "between 1,800 and 2,200 people", "1,800–2,200"),
        (27, 30, "nearly 30", "~30"),
        (24, 99, "dozens of boats", "dozens"),
        (None, 99, "fewer than 100", "fewer than 100"),
        (23, 27, "around 25", "~25"),
    ],
)
def test_bounds_follow_the_words_of_the_source(low: float | None, high: float | None, source: str, words: str) -> None:
    assert bounds(low, high, source) == words


def test_bounds_brief_uses_signs() -> None:
    assert bounds(1001, None, brief=True) == ">1,000"
    assert bounds(25, None, brief=True) == "≥25"
    assert bounds(None, 10, brief=True) == "≤10"
    assert bounds(None, 99, "under 100", brief=True) == "<100"


@pytest.mark.parametrize(
    "low, high, unit, words",
    [
        (9, 9, "person", "9"),
        (150, 150, "m", "150 m"),
        (3, 3, "kilometre", "3 km"),
        (4.2e6, 4.2e6, "USD", "$4.2 million"),
        (1e6, 2e6, "EUR", "€1 million–€2 million"),
        (1, 1, "ship", "1 ship"),
        (16, 16, "box", "16 boxes"),
        (2, 2, "foot", "2 feet"),
        (3, 3, "armed ferry", "3 armed ferries"),
        (14, 14, "aircraft", "14 aircraft"),
        (12, 12, "percent", "12%"),
        (7, 7, None, "7"),
    ],
)
def test_quantity_carries_its_unit(low: float, high: float, unit: str | None, words: str) -> None:
    assert quantity(low, high, unit) == words
