from hypothesis import given
from hypothesis import strategies as st

from firsthand.report.quoting import clean, quotation

TEXT = "Fog lay over Skerra.\nThe ferry sank at dawn, said Dr. Pell. It carried 40 people. Nobody knows why."


def test_quotation_finds_the_sentence_by_its_punctuation() -> None:
    start = TEXT.index("40")
    found = quotation(TEXT, start, start + 2)
    assert (found.before, found.marked, found.after) == ("It carried ", "40", " people.")


def test_quotation_does_not_end_at_an_abbreviation() -> None:
    start = TEXT.index("dawn")
    assert quotation(TEXT, start, start + 4).text == "The ferry sank at dawn, said Dr. Pell."


def test_quotation_takes_the_sentence_that_it_is_given() -> None:
    start = TEXT.index("40")
    sentence = (TEXT.index("It"), TEXT.index(" Nobody"))
    assert quotation(TEXT, start, start + 2, sentence).text == "It carried 40 people."


def test_quotation_cuts_far_words_and_shows_it() -> None:
    text = "word " * 100 + "value" + " more" * 100
    found = quotation(text, 500, 505, limit=60)
    assert found.marked == "value"
    assert found.before.startswith("…word")
    assert found.after.endswith("more…")
    assert len(found.text) <= 64


def test_quotation_marks_are_left_out_around_speech() -> None:
    assert quotation("“We left,” she said.", 1, 3).marks == ("", "")
    assert quotation("We left, she said.", 0, 2).marks == ("“", "”")
    assert quotation("We left,” she said.", 0, 2).marks == ("“", "")


def test_clean_removes_what_steers_a_terminal() -> None:
    assert clean("\x1b[31mred\x07 and \u202ereversed\nline") == "[31mred and reversed line"


@given(st.text(max_size=200), st.integers(-5, 220), st.integers(-5, 220), st.integers(5, 80))
def test_quotation_never_fails_and_keeps_to_its_limit(text: str, start: int, end: int, limit: int) -> None:
    found = quotation(text, start, end, limit=limit)
    assert len(found.text) <= limit + 3
    assert "\x1b" not in found.text
