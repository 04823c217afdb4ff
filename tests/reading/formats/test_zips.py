"""ZIP packages that must not be unpacked, and XML that must not be parsed to its end."""

import struct
import time
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from firsthand.reading.formats import zips
from tests.reading.formats.test_office import package


class Heard:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.told.append((tag, dict(attributes)))

    def end(self, tag: str) -> None:
        self.told.append(f"/{tag}")

    def data(self, text: str) -> None:
        self.told.append(text)


def heard(xml: str | bytes, most: int = 1000, spaces: frozenset[str] = frozenset()) -> list[object]:
    sink = Heard()
    with zipfile.ZipFile(BytesIO(package({"a.xml": xml}))) as opened:
        zips.feed(opened, "a.xml", sink, most, spaces)
    return sink.told


def test_zips_packages_that_are_safe() -> None:
    stream = BytesIO(b"...." + package({"a.xml": "<a/>", "b.txt": "ship " * 1_000_000}))
    stream.seek(2)
    assert zips.unsafe(package({})) is None
    assert zips.unsafe(stream) is None
    assert stream.tell() == 2


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "damaged"),
        (b"PK\x03\x04" + bytes(500), "damaged"),
        (package({"a": b"ship"})[:-1], "damaged"),
        (package({"a": bytes(12_000_000)}), "times its size"),
        (package({str(i): bytes(9_000_000) for i in range(23)}), "unpacks to 207 MB"),
        (package({"a": b"ship"}, zipfile.ZIP_BZIP2), "Office does not use"),
        (b"PK\x01\x02" * 20_001, "20,001 entries"),
    ],
    ids=["empty", "zeros", "cut", "ratio", "size", "method", "entries"],
)
def test_zips_packages_that_are_not(data: bytes, words: str) -> None:
    assert words in str(zips.unsafe(data))


def test_zips_claimed_size_is_all_that_is_unpacked() -> None:
    data = bytearray(package({"a.xml": "<a>" + "ship " * 4_000_000 + "</a>"}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    assert zips.unsafe(bytes(data)) is None
    sink = Heard()
    with zipfile.ZipFile(BytesIO(bytes(data))) as opened, pytest.raises(Exception, match=r"CRC|no element|token"):
        zips.feed(opened, "a.xml", sink, 1000)
    assert sum(len(entry) for entry in sink.told if isinstance(entry, str)) <= 100


def test_zips_parse_gives_local_names_and_whole_texts() -> None:
    told = heard('<x:a xmlns:x="here" xmlns:y="there" x:b="1" c="2">ship &amp; crew<y:a/>&#233;</x:a>')
    assert told == [("a", {"b": "1", "c": "2"}), "ship & crew", ("a", {}), "/a", "é", "/a"]


def test_zips_parse_leaves_other_namespaces_nameless() -> None:
    told = heard('<a xmlns="here" xmlns:y="there"><y:a/></a>', spaces=frozenset(("here",)))
    assert told == [("a", {}), ("", {}), "/", "/a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_zips_parse_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    assert heard(f'<?xml version="1.0" encoding="{declared}"?><a>é</a>'.encode(encoding))[1] == "é"


@pytest.mark.parametrize(
    "xml",
    [
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY b "ship">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        "<a>" + "<b/>" * 2000 + "</a>",
        "<a>" + "&amp;" * 2000 + "</a>",
        "<a " + " ".join(f'b{i}="1"' for i in range(2000)) + "/>",
        '<a b="' + "ship " * 1_900_000 + '"/>',
        "<a><!-- " + "ship " * 1_900_000 + "--></a>",
    ],
    ids=["doctype", "entity", "outside", "tags", "entities", "attributes", "long attribute", "long comment"],
)
def test_zips_parse_refuses(xml: str) -> None:
    began = time.monotonic()
    with pytest.raises(zips.Refused):
        heard(xml)
    assert time.monotonic() - began < 2


def test_zips_parse_tells_what_it_counted() -> None:
    with zipfile.ZipFile(BytesIO(package({"a.xml": '<a b="1">&amp;</a>'}))) as opened:
        assert zips.feed(opened, "a.xml", Heard(), 9) == 4
