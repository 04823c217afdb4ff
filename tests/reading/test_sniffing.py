"""What files are, whatever they are called, and their encodings."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Problem
from firsthand.reading import read
from tests.reading.conftest import BODY

FRENCH = "Le port de Veldmar a été fermé après l’accident du navire, a-t-on déclaré. « Rien n’est réglé », dit-elle."


@pytest.mark.parametrize(
    "data, words",
    [
        (b"%PDF-1.7 ...", "this is a PDF (starts with %PDF), not text"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (gzip.compress(b"ship"), "gunzip"),
        (b"{\\rtf1 ship}", "plain text"),
        (b"ship\x00\x01\x02 aground" * 9, "binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 50, "binary"),
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "feed"),
    ],
)
def test_sniffing_what_is_no_text(problem_of: Callable[..., Problem], data: bytes, words: str) -> None:
    assert words in problem_of(data, "page.txt").message


def test_sniffing_binary_says_where(problem_of: Callable[..., Problem]) -> None:
    assert problem_of(b"ship\x00aground").at == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_sniffing_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode(encoding))
    documents, problems = read([path])
    assert documents[0].text == FRENCH
    assert problems == []


def test_sniffing_latin_1(tmp_path: Path) -> None:
    text = FRENCH.replace("’", "'")
    (tmp_path / "a.txt").write_bytes(text.encode("latin-1"))
    assert read([tmp_path / "a.txt"])[0][0].text == text


def test_sniffing_another_alphabet_is_read_and_reported(tmp_path: Path) -> None:
    text = (
        "Капитан порта сообщил в понедельник, что девять моряков были доставлены на берег после аварии судна у берега. "
        * 5
    )
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    documents, problems = read([tmp_path / "a.txt"])
    assert "моряков" in documents[0].text
    assert "guess" in problems[0].message


def test_sniffing_a_few_broken_bytes_are_reported(tmp_path: Path) -> None:
    data = FRENCH.encode() * 3
    (tmp_path / "a.txt").write_bytes(data[:60] + b"\xff" + data[60:])
    documents, problems = read([tmp_path / "a.txt"])
    assert "\ufffd" in documents[0].text
    assert (problems[0].at, "broken UTF-8" in problems[0].message) == (60, True)


def test_sniffing_letters_wrongly_decoded_before_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH.encode().decode("cp1252", "replace"), encoding="utf-8")
    documents, problems = read([tmp_path / "a.txt"])
    assert len(documents) == 1
    assert "wrongly decoded" in problems[0].message


def test_sniffing_text_over_the_cap(problem_of: Callable[..., Problem]) -> None:
    assert "6.0 million characters" in problem_of(b"ship. " * 1_000_000).message


def test_sniffing_text_in_brackets_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[Morland] " + BODY)
    assert read([tmp_path / "a.txt"])[0][0].text == "[Morland] " + BODY
