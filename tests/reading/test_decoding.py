"""Bytes to text: encodings marked, unmarked, declared, misdeclared and broken."""

import time

import pytest

from firsthand.reading.decoding import decode
from tests.reading.conftest import BODY, LEAD

FRENCH = "Le port de Veldmar a été fermé après l'accident : « Rien n'est réglé », a déclaré la préfète, très émue.\n"
RUSSIAN = "Капитан порта сообщил, что девять моряков были доставлены на берег после аварии судна.\n"
CHINESE = "一艘运粮船周一在维尔德马港外搁浅。港务局表示，九名船员获救，事故原因尚不清楚。\n"
TAIWANESE = "一艘運糧船週一在維爾德馬港外擱淺。港務局表示，九名船員獲救，事故原因尚不清楚。\n"
JAPANESE = "月曜日、ベルドマル港の沖で穀物を積んだ船が座礁した。船員九人が救助された。\n"
ARABIC = "جنحت سفينة محملة بالحبوب يوم الاثنين قبالة ميناء فيلدمار. وقال مكتب الميناء إن تسعة بحارة أنقذوا.\n"
POLISH = "Statek ze zbożem wszedł na mieliznę u wejścia do portu. Uratowano dziewięciu marynarzy, są już w łodziach.\n"
CZECH = "Loď s obilím v pondělí najela na mělčinu u přístavu. Devět námořníků bylo zachráněno, uvedl úřad.\n"
TURKISH = "Tahıl yüklü gemi limanı açıklarında karaya oturdu. Başkanlığı dokuz denizcinin kurtarıldığını açıkladı.\n"
GERMAN = "Der Frachter lief vor der Küste auf Grund, die Männer wurden in großer Eile gerettet, sagte Frau Möller.\n"
ENGLISH = "“We are sinking,” he said — it’s Mr Müller’s café… at 5°, for €20.\n"


@pytest.mark.parametrize("text", [BODY, FRENCH, RUSSIAN, CHINESE, JAPANESE, ARABIC, "Ship 🚢 aground\n" * 3])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_decoding_unicode_marked_and_not(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.problem, decoded.note) == (text, None, None)


@pytest.mark.parametrize(
    "text", [ENGLISH, FRENCH.replace("\u202f", ""), GERMAN, "El señor dijo: ¿qué pasó?", "Erdoðan"]
)
def test_decoding_western_text_needs_no_remark(text: str) -> None:
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.note) == (text, None)


@pytest.mark.parametrize(
    "text, encoding",
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso8859-5"), (RUSSIAN, "cp866"), (RUSSIAN, "mac_cyrillic"),
        (CHINESE, "gb18030"), (TAIWANESE, "big5"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (ARABIC, "cp1256"),
        (POLISH, "cp1250"), (POLISH, "iso8859-2"), (CZECH, "cp1250"), (TURKISH, "cp1254"), (FRENCH, "mac_roman"),
        (GERMAN, "mac_roman"), ("“We are sinking,” he said. It’s bad.\n", "mac_roman"),
        ("The ship was named Капитан Морозов and it sank off Estrand on Monday with nine sailors.\n", "cp1251"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("times", [1, 40])
def test_decoding_guesses_are_right_and_say_so(text: str, encoding: str, times: int) -> None:
    decoded = decode(text.encode(encoding) * times)
    assert decoded.text == text * times
    assert decoded.note is not None
    assert "guess" in decoded.note


def test_decoding_iso_2022_jp_is_seen_though_it_is_ascii() -> None:
    assert decode(JAPANESE.encode("iso2022_jp")).text == JAPANESE
    assert decode(b"\x1b[1mShip\x1b[0m aground").text == "\x1b[1mShip\x1b[0m aground"


@pytest.mark.parametrize(
    "text, encoding, declared",
    [
        (ARABIC, "iso8859-6", "ISO-8859-6"), (TAIWANESE, "big5", "Big5"), (CHINESE, "gb18030", "gb2312"),
        (ENGLISH, "cp1252", "iso-8859-1"), (ENGLISH, "cp1252", "us-ascii"), (FRENCH, "utf-8", "iso-8859-1"),
        (RUSSIAN, "cp1251", "iso-8859-1"), (FRENCH, "cp1252", "utf-8"), (FRENCH, "cp1252", "unheard-of"),
        (FRENCH, "cp1252", "hex"), (FRENCH, "cp1252", "idna"), (FRENCH, "cp1252", "punycode"), (FRENCH, "cp1252", ""),
    ],
)  # fmt: skip
def test_decoding_declared_encodings_hold_where_they_fit(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared).text == text


@pytest.mark.parametrize(
    "head", ['<html><meta charset="windows-1251">', '<?xml version="1.0" encoding="windows-1251"?>']
)
def test_decoding_pages_declare_their_encoding(head: str) -> None:
    decoded = decode(f"{head}<p>{RUSSIAN[:9]}".encode("cp1251"))
    assert (decoded.text, decoded.note) == (f"{head}<p>{RUSSIAN[:9]}", None)


def test_decoding_a_bad_byte_in_a_declared_encoding_is_noted() -> None:
    data = CHINESE.encode("gb18030")
    decoded = decode(data[:30] + b"\xff" + data[30:], "gbk")
    assert decoded.text.replace("\ufffd", "") == CHINESE
    assert "not gb18030" in str(decoded.note)


@pytest.mark.parametrize("cut", [1, 2])
def test_decoding_text_cut_within_its_last_letter(cut: int) -> None:
    decoded = decode((LEAD + "”").encode()[:-cut])
    assert decoded.text == LEAD + "\ufffd"
    assert decoded.at == len(LEAD)


def test_decoding_odd_utf_16() -> None:
    decoded = decode(BODY.encode("utf-16") + b"x")
    assert decoded.text == BODY + "\ufffd"
    assert "not utf-16" in str(decoded.note)


def test_decoding_a_mark_that_lies_is_a_problem() -> None:
    assert "save the file as UTF-8" in str(decode(b"\xff\xfe\x00\x00" + LEAD.encode() * 3).problem)


def test_decoding_zero_bytes_keep_the_places_of_the_text() -> None:
    decoded = decode(LEAD.encode() * 50 + b"\0" + LEAD.encode())
    assert decoded.text == LEAD * 50 + "\ufffd" + LEAD
    assert f"character {50 * len(LEAD)}" in str(decoded.note)


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"\xe9", b"\x80", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xef\xbb", b"\0", b"\0\0\0\0"],
)
def test_decoding_next_to_nothing(data: bytes) -> None:
    decoded = decode(data)
    assert len(decoded.text) <= len(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8000, bytes(range(128, 256)) * 8000, b"\xe9" * 2_000_000, b"\x81" * 500_000,
        RUSSIAN.encode("koi8-r") * 20_000, CHINESE.encode("gb18030") * 20_000, b"<meta " * 100_000 + b"\xe9",
        b"<?xml " * 100_000 + b"\xe9", b"\x1b$" * 500_000, b"a\0" * 500_000,
    ],
)  # fmt: skip
def test_decoding_large_and_odd_data_soon(data: bytes) -> None:
    start = time.perf_counter()
    decode(data)
    assert time.perf_counter() - start < 2
