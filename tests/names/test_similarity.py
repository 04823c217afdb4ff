import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names import same_name
from firsthand.names.similarity import FEATURES, features


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muhammad Qasimi", "Mohamed Kassimi"),
        ("Dmitry Orlovsky", "Dmitri Orlovskiy"),
        ("Jon Ferrand", "John Ferrand"),
        ("Orlan Freight Ltd", "Orlan Freight Limited"),
        ("Bill Harker", "William Harker"),
        ("Josef Smetana", "Josef Smetna"),
    ],
)
def test_same_name_accepts_spellings(a: str, b: str) -> None:
    assert same_name(a, b) > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("John Smith", "Jane Smith"),
        ("Lena Orlova", "Petra Orlova"),
        ("Anton Berg", "Viktor Lindqvist"),
        ("Orlan Freight", "Tavira Shipping"),
        ("Karim Haddad", "Karim Mansour"),
    ],
)
def test_same_name_refuses_others(a: str, b: str) -> None:
    assert same_name(a, b) < 0.5


@given(st.text(max_size=20), st.text(max_size=20))
def test_same_name_is_symmetric(a: str, b: str) -> None:
    assert same_name(a, b) == pytest.approx(same_name(b, a))
    assert 0.0 <= same_name(a, b) <= 1.0


def test_features_have_names() -> None:
    assert len(features("Lena Orlova", "L. Orlova")) == len(FEATURES)
