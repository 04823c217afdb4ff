import ipaddress
import socket
import threading
import time
from collections.abc import Sequence

import pytest

from firsthand.reading.fetching.addresses import MAX_URL, FetchError, machines, resolved, special, target, without_login


def failure(url: str) -> str:
    with pytest.raises(FetchError) as caught:
        target(url)
    return caught.value.message


@pytest.mark.parametrize(
    ("url", "one"),
    [
        ("HTTP://Veldmar.Example", "http://veldmar.example/"),
        (" https://veldmar.example:443/port#ship ", "https://veldmar.example/port"),
        ("https://veldmar.example:8443/?q=a b&c=%41", "https://veldmar.example:8443/?q=a%20b&c=%41"),
        ("http://veldmar.example./x", "http://veldmar.example/x"),
        ("http://hafen-köln.example/brücke", "http://xn--hafen-kln-67a.example/br%C3%BCcke"),
        ("http://veldmar。example/", "http://veldmar.example/"),
        ("http://veldmar.example/a/./b/../c/%2e%2E/d", "http://veldmar.example/a/d"),
        ("http://veldmar.example/../..", "http://veldmar.example/"),
        ("http://veldmar.example/50%/%zz", "http://veldmar.example/50%25/%25zz"),
        ("http://veldmar.example//two//slashes/", "http://veldmar.example//two//slashes/"),
        ("http://veldmar.example?page=2", "http://veldmar.example/?page=2"),
        ("http://[2606:4700:0::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("http://a_b.veldmar.example/\udce9", "http://a_b.veldmar.example/?"),
    ],
)
def test_addresses_target_has_one_spelling(url: str, one: str) -> None:
    if "\udce9" in url:
        assert target(url).path == "/%3F"
    else:
        assert target(url).url == one
        assert target(target(url).url) == target(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://127.1", "127.0.0.1"),
        ("http://0177.0.0.01/", "127.0.0.1"),
        ("http://127.0.0.1./", "127.0.0.1"),
        ("http://0/", "0.0.0.0"),
        ("http://0x/", "0.0.0.0"),
        ("http://１２７.0.0.1/", "127.0.0.1"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:7f00:1"),
        ("http://[0:0::1]/", "::1"),
        ("http://169.254.169.254/latest", "169.254.169.254"),
    ],
)
def test_addresses_odd_spellings_of_numbers_are_understood_and_refused(url: str, host: str) -> None:
    place = target(url)
    assert place.numeric
    assert ipaddress.ip_address(place.host) == ipaddress.ip_address(host)
    with pytest.raises(FetchError, match="this address leads to"):
        machines(place, unasked, False, 1)
    assert machines(place, unasked, True, 1) == [place.host]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://veldmar.example/", "only http:// and https://"),
        ("file:///etc/hosts", "only http:// and https://"),
        ("veldmar.example/page", "only http:// and https://"),
        ("", "only http:// and https://"),
        ("http://ines:secret@veldmar.example/", "user name or password"),
        ("http://veldmar.example\\@estrand.example/", "user name or password"),
        ("http://veldmar.example\\estrand/", "no host can have"),
        ("http:///page", "no host name"),
        ("http://veldmar.example:0/", "no port"),
        ("http://veldmar.example:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://[fe80::1%25eth0]/", "no IPv6 address"),
        ("http://[::1]veldmar.example/", "address"),
        ("http://256.1.1.1/", "no numeric address"),
        ("http://1.2.3.4.5/", "no numeric address"),
        ("http://veldmar.09/", "no numeric address"),
        ("http://exa mple/", "no host can have"),
        ("http://%31%32%37.1.example/", "no host can have"),
        ("http://veldmar..example/", "no host can have"),
        ("http://-veldmar.example/", "no host can have"),
        ("http://" + "a" * 64 + ".example/", "no host can have"),
        ("http://" + "ü" * 3000 + ".example/", "no host can have"),
        ("http://veldmar.example/a\r\nX-Bad: 1", "control characters"),
        ("http://veldmar.example/\x00", "control characters"),
        ("http://veldmar.example/" + "a" * MAX_URL, f"at most {MAX_URL}"),
    ],
)
def test_addresses_target_refuses(url: str, words: str) -> None:
    assert words in failure(url)


def test_addresses_login_is_never_shown() -> None:
    assert without_login("https://ines:secret@veldmar.example/a@b") == "https://…@veldmar.example/a@b"
    assert without_login("https://veldmar.example/a@b") == "https://veldmar.example/a@b"
    assert "secret" not in failure("https://ines:secret@veldmar.example/")


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "100.127.255.254", "169.254.169.254", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "198.18.0.1", "198.51.100.7", "203.0.113.7", "192.0.0.8", "192.88.99.1", "::", "::1", "fe80::1", "fec0::1",
        "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "2001::1", "3fff::1", "100::1", "4000::1", "::127.0.0.1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:a00:1::",
        "2002:7f00:1::1", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_addresses_special_ones_are_not_public(text: str) -> None:
    assert special(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "192.169.0.1", "223.255.0.1",
        "2606:4700::1", "2a00::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1",
    ],
)  # fmt: skip
def test_addresses_public_ones_are_public(text: str) -> None:
    assert special(ipaddress.ip_address(text)) is None


def unasked(host: str, port: int, seconds: float) -> Sequence[str]:
    raise AssertionError(f"the name {host} was looked up")


def test_addresses_one_private_machine_among_public_ones_refuses_the_host() -> None:
    place = target("https://veldmar.example/")
    with pytest.raises(FetchError, match=r"a private network: 10\.0\.0\.7"):
        machines(place, lambda *_: ["1.1.1.1", "10.0.0.7"], False, 1)
    assert machines(place, lambda *_: ["2606:4700::1", "1.1.1.1", "1.1.1.1"], False, 1) == ["2606:4700::1", "1.1.1.1"]


def test_addresses_unknown_and_slow_names_name_the_remedy() -> None:
    place = target("https://veldmar.example/")

    def unknown(*_: object) -> Sequence[str]:
        raise socket.gaierror(-2, "unknown")

    def slow(*_: object) -> Sequence[str]:
        raise TimeoutError

    for resolve, words in (
        (unknown, "no host of the name veldmar.example"),
        (slow, "took over 1 s"),
        (lambda *_: [], "no host of the name"),
        (lambda *_: ["x"], "no address"),
    ):
        with pytest.raises(FetchError, match=words):
            machines(place, resolve, False, 1)


def test_addresses_system_knows_localhost() -> None:
    found = resolved("localhost", 80, 5)
    assert found
    with pytest.raises(FetchError, match="this machine itself"):
        machines(target("http://localhost/"), resolved, False, 5)


def test_addresses_lookup_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    end = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: end.wait(5) and [])
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        resolved("veldmar.example", 80, 0.05)
    assert time.monotonic() - started < 2
    end.set()
