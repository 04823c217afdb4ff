import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.language._casing import cased

PLAIN = (
    "The mayor of Orle said on Monday that two men were arrested near the harbour. Police found a rifle and some money "
    "in their car, which stood in front of a bank."
)


def test_casing_leaves_ordinary_text_alone():
    assert cased(PLAIN) == PLAIN


@pytest.mark.parametrize("lost", [str.upper, str.lower])
def test_casing_gives_back_sentence_starts_and_common_words(lost):
    made = cased(lost(PLAIN))
    assert made.startswith("The mayor of ")
    assert " Police found a rifle" in made
    assert " on Monday that two men were arrested " in made


def test_casing_takes_an_unknown_word_for_a_name():
    assert "Vorrelshtat" in cased(PLAIN.lower() + " the mayor of vorrelshtat was there.")


def test_casing_of_a_short_text_is_as_it_was():
    assert cased("MAYOR ARRESTED IN ORLE") == "MAYOR ARRESTED IN ORLE"
    assert cased("") == ""


def test_casing_initials_and_bracketed_letters():
    made = cased(PLAIN.lower() + " the national farmers union (nfu) of the u.s. agreed.")
    assert "(NFU)" in made
    assert "U.S." in made


@given(st.text())
def test_casing_keeps_length(text: str):
    assert len(cased(text)) == len(text)
    assert len(cased(PLAIN.lower() + text.lower())) == len(PLAIN.lower() + text.lower())


@given(st.text(alphabet=string.ascii_letters + " .,'\"()\n", min_size=0, max_size=80))
def test_casing_changes_nothing_but_capitals(text: str):
    for whole in (PLAIN.lower() + text.lower(), PLAIN.upper() + text.upper()):
        assert cased(whole).lower() == whole.lower()


@given(st.text(alphabet=string.ascii_letters + " .,", max_size=60))
def test_casing_leaves_text_with_some_capitals_alone(text: str):
    whole = PLAIN + text.lower()
    assert cased(whole) == whole


@given(st.text(alphabet=string.ascii_lowercase + " .,", max_size=60))
def test_casing_is_done_once(text: str):
    made = cased(PLAIN.lower() + text)
    assert cased(made) == made


@given(st.text(alphabet=string.ascii_lowercase + " .,", max_size=60))
def test_casing_comes_to_the_same_from_above_and_below(text: str):
    assert cased((PLAIN + text).lower()) == cased((PLAIN + text).upper())
