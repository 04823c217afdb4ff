import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.folding import consonants, initials, key, plain, skeleton, words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Al-Jazwar", "Jazwar"),
        ("Juffra", "al-Jufra"),
        ("Qasim", "Kasim"),
        ("Khoury", "Houri"),
        ("Lavrovsky", "Lavrovskiy"),
        ("Nahariyya", "Nahariya"),
        ("Saïd", "Said"),
        ("Abd el-Nour", "Abd al-Nur"),
    ],
)
def test_key_folds_romanisations(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(("a", "b"), [("Orlan", "Arlen"), ("Malta", "Melita"), ("Bern", "Brno")])
def test_key_keeps_names_apart(a: str, b: str) -> None:
    assert key(a) != key(b)


def test_consonants_drop_inner_vowels() -> None:
    assert consonants("muhammad") == consonants("mohamed") == "mhmd"


def test_plain_reads_dots_cyrillic_and_marks() -> None:
    assert plain("U.N.") == "un"
    assert plain("Сергей") == "sergei"
    assert plain("Łódź") == "lodz"
    assert plain("O’Neil & Sons") == "oneil and sons"


def test_words_drop_article_and_possessive() -> None:
    assert words("the Harbour Board's") == ("harbour", "board")


def test_initials_with_and_without_small_words() -> None:
    assert initials("Union of Pilots") == "UP"
    assert initials("Union of Pilots", small=True) == "UOP"


@given(st.text(max_size=30))
def test_folding_takes_any_text(text: str) -> None:
    assert plain(plain(text)) == plain(text) or not text.isascii()
    for word in words(text):
        skeleton(word)
        consonants(word)
