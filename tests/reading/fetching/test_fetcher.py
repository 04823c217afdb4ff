import gzip
import ipaddress
import json
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from firsthand import __version__
from firsthand.model import Problem
from firsthand.reading.fetching import addresses
from firsthand.reading.fetching.fetcher import Fetched, Fetcher
from firsthand.reading.fetching.kept import Kept
from firsthand.reading.fetching.transport import Limits

PAGE = b"<html><body><p>Nine sailors were saved off Veldmar, Ines Tolland said.</p></body></html>"
MORNING = 1_930_000_000.0

Reply = tuple[int, dict[str, str], bytes] | Callable[[Any], None]


@dataclass
class Site:
    """A server on this machine: what it answers by path, and what it was asked."""

    port: int = 0
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> str:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": "text/html; charset=UTF-8", **given}, body)
        return self.url + path

    def does(self, path: str, reply: Callable[[Any], None]) -> str:
        self.pages[path] = reply
        return self.url + path

    def raw(self, path: str, *parts: bytes) -> str:
        """A reply written byte by byte as given; the connection then ends."""

        def reply(handler: Any) -> None:
            handler.close_connection = True
            for part in parts:
                handler.wfile.write(part)

        return self.does(path, reply)


@dataclass
class Time:
    """A clock that only sleeping moves."""

    now: float = MORNING
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def serve(site: Site, tls: ssl.SSLContext | None = None) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            reply = site.pages.get(self.path, (404, {}, b"none"))
            if callable(reply):
                reply(self)
                return
            status, headers, body = reply
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            return

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach another machine, even if what it tests is broken."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        assert ipaddress.ip_address(address[0]).is_loopback, f"a test tried to connect to {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", _numeric_only(socket.getaddrinfo))


def _numeric_only(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: str, *given: Any, **named: Any) -> Any:
        ipaddress.ip_address(host)
        return look_up(host, *given, **named)

    return guarded


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    server = serve(site)
    yield site
    server.shutdown()
    server.server_close()


@pytest.fixture
def moment() -> Time:
    return Time()


@pytest.fixture
def fetcher(moment: Time, tmp_path: Path) -> Fetcher:
    return make(moment, kept=Kept(tmp_path))


def make(moment: Time, **given: Any) -> Fetcher:
    return Fetcher(**{"allow_private": True, "clock": moment, "ticks": moment, "sleep": moment.sleep, **given})


def got(found: Fetched | Problem) -> Fetched:
    assert isinstance(found, Fetched), found
    return found


def told(found: Fetched | Problem) -> str:
    assert isinstance(found, Problem), found
    assert found.at is None
    return found.message


# pages


def test_fetching_page_comes_with_what_its_server_says(site: Site, fetcher: Fetcher) -> None:
    url = site.page("/port?day=1", ETag='"7"', Last_Modified="Mon, 03 Mar 2031 08:00:00 GMT")
    page = got(fetcher.get(f" {url}#sailors "))
    assert (page.url, page.final_url, page.status, page.body) == (f"{url}#sailors", url, 200, PAGE)
    assert (page.content_type, page.charset, page.machine) == ("text/html", "utf-8", "127.0.0.1")
    assert (page.etag, page.last_modified) == ('"7"', "Mon, 03 Mar 2031 08:00:00 GMT")
    assert page.fetched == page.checked == "2031-02-27T23:06:40+00:00"
    assert not page.again
    assert page.note is None
    assert site.asked == ["/robots.txt", "/port?day=1"]
    sent = site.headers[1]
    assert sent["user-agent"] == f"firsthand/{__version__}"
    assert sent["host"] == f"127.0.0.1:{site.port}"
    assert sent["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in sent


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:]) + b"\x00\x00"),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("GZIP, deflate", lambda data: zlib.compress(gzip.compress(data))),
        ("utf-8", lambda data: data),
        ("identity", lambda data: data),
    ],
)
def test_fetching_body_is_unpacked(site: Site, fetcher: Fetcher, coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert got(fetcher.get(site.page("/a", pack(PAGE), Content_Encoding=coding))).body == PAGE


@pytest.mark.parametrize(
    ("coding", "body", "words"),
    [
        ("br", b"\x0b\x02", "compressed as 'br'"),
        ("gzip", b"no gzip at all", "damaged"),
        ("gzip", gzip.compress(PAGE)[:-12], "cut off"),
        ("deflate", zlib.compress(PAGE)[:-6], "cut off"),
        ("gzip, gzip, gzip, gzip", b"x", "4 times over"),
        ("gzip", gzip.compress(b"a" * 1_000_001), "larger than 1 MB"),
        ("deflate", zlib.compress(b"a" * 50_000_000), "larger than 1 MB"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"a" * 100_000_000, 1), 1), "larger than 1 MB"),
        ("gzip", gzip.compress(b"") * 40_000, "damaged"),
        ("identity", b"a" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_fetching_body_that_cannot_be_unpacked(site: Site, moment: Time, coding: str, body: bytes, words: str) -> None:
    fetcher = make(moment, limits=Limits(size=1_000_000))
    assert words in told(fetcher.get(site.page("/a", body, Content_Encoding=coding)))


def test_fetching_body_without_a_length_is_capped(site: Site, moment: Time) -> None:
    def endless(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        with suppress(OSError):
            while True:
                handler.wfile.write(b"10000\r\n" + b"a" * 65536 + b"\r\n")

    found = make(moment, limits=Limits(size=1_000_000)).get(site.does("/a", endless))
    assert "larger than 1 MB" in told(found)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + PAGE, "cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nshort", "cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "try again"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3, 4\r\n\r\nabcd", "no proper HTTP"),
        (b"SSH-2.0-veldmar\r\n", "no proper HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n", "no proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", "no proper HTTP"),
        (b"", "broke off"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "empty page"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "empty page"),
        (b"HTTP/1.1 302 Found\r\n\r\n", "does not say where"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "HTTP 304"),
        (b"HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\na", "HTTP 206"),
    ],
)
def test_fetching_broken_answers_are_problems(site: Site, fetcher: Fetcher, reply: bytes, words: str) -> None:
    assert words in told(fetcher.get(site.raw("/a", reply)))


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Type: text/html; charset=\xff\xfe\r\nETag: \x01\r\n",
        b"Content-Type: \r\nLast-Modified: x\r\n folded\r\n",
        b"Content-Type\r\nno colon here\r\n",
        b"Content-Length: many\r\n",
    ],
)
def test_fetching_odd_headers_cost_nothing(site: Site, fetcher: Fetcher, headers: bytes) -> None:
    url = site.raw("/a", b"HTTP/1.0 200\r\n" + headers + b"\r\n" + PAGE)
    for _ in range(2):
        assert got(fetcher.get(url)).body.endswith(PAGE)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "asks for a login"),
        (402, "paying readers"),
        (403, "does not give this page to programs"),
        (404, "no such page"),
        (410, "taken down"),
        (451, "legal reasons"),
        (418, "HTTP 418"),
        (429, "fewer requests"),
        (500, "the server failed"),
        (503, "busy"),
    ],
)
def test_fetching_statuses_are_told_in_plain_words(site: Site, fetcher: Fetcher, status: int, words: str) -> None:
    url = site.page("/a", status=status)
    found = fetcher.get(url)
    assert words in told(found)
    assert f"HTTP {status}" in told(found)
    assert isinstance(found, Problem)
    assert found.path == url


# addresses


def test_fetching_private_addresses_are_refused(site: Site, moment: Time) -> None:
    site.page("/a")
    asked: list[str] = []

    def resolve(host: str, *_: object) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if host == "localhost" else ["1.1.1.1", "::ffff:127.0.0.1"]

    fetcher = make(moment, allow_private=False, resolve=resolve)
    numbers = ("127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "[::1]")
    for host in (*numbers, "localhost", "estrand.example"):
        assert "Only public pages are fetched" in told(fetcher.get(f"http://{host}:{site.port}/a"))
    assert asked == ["localhost", "estrand.example"]
    assert site.asked == []


def test_fetching_connects_to_the_very_address_that_was_checked(site: Site, moment: Time) -> None:
    """A name that changes its address between look-ups is looked up once a request, and checked each time."""
    site.page("/a")
    answers = iter((["127.0.0.1"], ["127.0.0.1"], ["192.0.2.1"]))
    fetcher = make(moment, resolve=lambda *_: next(answers), limits=Limits(connect=0.1))
    page = got(fetcher.get(f"http://veldmar.example:{site.port}/a"))
    assert page.machine == "127.0.0.1"
    assert [sent["host"] for sent in site.headers] == [f"veldmar.example:{site.port}"] * 2
    assert next(answers) == ["192.0.2.1"]


def test_fetching_next_machine_is_tried(site: Site, moment: Time) -> None:
    site.page("/a")
    fetcher = make(moment, resolve=lambda *_: ["127.0.0.2", "127.0.0.1"])
    assert got(fetcher.get(f"http://veldmar.example:{site.port}/a")).machine == "127.0.0.1"


def test_fetching_login_is_refused_and_not_shown(fetcher: Fetcher) -> None:
    found = fetcher.get("http://ines:secret@veldmar.example/a")
    assert "user name or password" in told(found)
    assert isinstance(found, Problem)
    assert found.path == "http://…@veldmar.example/a"


def test_fetching_unknown_host_and_refused_connection(moment: Time) -> None:
    def unknown(*_: object) -> Sequence[str]:
        raise socket.gaierror(-2, "unknown")

    assert "no host of the name veldmar.example" in told(make(moment, resolve=unknown).get("https://veldmar.example/a"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refuses connections" in told(make(moment).get(f"http://127.0.0.1:{port}/a"))


@pytest.mark.parametrize("junk", ["", "http://", "mailto:ines@veldmar.example", "http://[", "http://\ud800/", "\x00"])
def test_fetching_junk_is_a_problem(fetcher: Fetcher, junk: str) -> None:
    assert told(fetcher.get(junk))


# redirects


def test_fetching_redirects_are_followed_by_hand(site: Site, fetcher: Fetcher, moment: Time) -> None:
    site.page("/b/c")
    site.page("/b", b"", 301, Location="b/c#top")
    page = got(fetcher.get(site.page("/a", b"", 302, Location="/b")))
    assert (page.url, page.final_url) == (f"{site.url}/a", f"{site.url}/b/c")
    assert site.asked == ["/robots.txt", "/a", "/b", "/b/c"]
    assert moment.slept == [1.0, 1.0]


def test_fetching_redirect_with_bytes_of_utf8(site: Site, fetcher: Fetcher) -> None:
    site.page("/br%C3%BCcke")
    url = site.raw("/a", b"HTTP/1.1 307 X\r\nLocation: /br\xc3\xbccke\r\n\r\n")
    assert got(fetcher.get(url)).final_url == f"{site.url}/br%C3%BCcke"


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://127.0.0.2/admin", "this machine itself: 127.0.0.2"),
        ("http://2130706434/", "this machine itself: 127.0.0.2"),
        ("//inside.example/", "this machine itself: 127.0.0.2"),
        ("file:///etc/hosts", "only http:// and https://"),
        ("http://ines:secret@veldmar.example/", "user name or password"),
        ("http://[::1", "no address"),
        ("/a", "in a circle"),
    ],
)
def test_fetching_redirects_are_checked_anew(
    site: Site, moment: Time, monkeypatch: pytest.MonkeyPatch, location: str, words: str
) -> None:
    """127.0.0.1 passes for a public machine here, 127.0.0.2 for one inside a network."""
    judge = addresses.special
    monkeypatch.setattr(addresses, "special", lambda address: None if str(address) == "127.0.0.1" else judge(address))
    site.page("/a", b"", 302, Location=location)
    names = {"site.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    fetcher = make(moment, allow_private=False, resolve=lambda host, *_: names[host])
    message = told(fetcher.get(f"http://site.example:{site.port}/a"))
    assert words in message
    assert "secret" not in message
    assert site.asked == ["/robots.txt", "/a"]


def test_fetching_endless_redirects_end(site: Site, fetcher: Fetcher) -> None:
    for number in range(9):
        site.page(f"/{number}", b"", 302, Location=f"/{number + 1}")
    assert "more than 5 redirects" in told(fetcher.get(f"{site.url}/0"))
    assert site.asked[-1] == "/5"


# robots.txt and pace


def test_fetching_robots_refusal_names_the_remedy(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /archive")
    site.page("/archive/b")
    url = site.page("/a", b"", 302, Location="/archive/b")
    remedy = "its robots.txt asks programs not to read this page; save the page from your browser and give the file"
    assert told(fetcher.get(f"{site.url}/archive/b")) == remedy
    assert told(fetcher.get(url)) == f"it leads on to {site.url}/archive/b, and there: {remedy}"
    assert site.asked == ["/robots.txt", "/a"]


def test_fetching_robots_redirects(site: Site, fetcher: Fetcher, moment: Time) -> None:
    site.page("/robots.txt", b"", 301, Location="/rules")
    site.page("/rules", b"User-agent: firsthand\nDisallow: /a")
    assert "robots.txt" in told(fetcher.get(site.page("/a")))
    site.page("/robots.txt", b"", 301, Location="/robots.txt")
    assert got(make(moment).get(f"{site.url}/a"))
    assert site.asked.count("/robots.txt") == 7


@pytest.mark.parametrize("status", [500, 503])
def test_fetching_robots_failure_refuses(site: Site, fetcher: Fetcher, status: int) -> None:
    site.page("/robots.txt", status=status)
    assert f"robots.txt, which says what programs may read, could not be read (HTTP {status})" in told(
        fetcher.get(site.page("/a"))
    )
    assert site.asked == ["/robots.txt"]


def test_fetching_robots_that_breaks_off_refuses(site: Site, fetcher: Fetcher) -> None:
    site.raw("/robots.txt", b"")
    assert "its robots.txt, asked for first, could not be read" in told(fetcher.get(site.page("/a")))


def test_fetching_pace_is_a_second_or_what_robots_ask(site: Site, fetcher: Fetcher, moment: Time) -> None:
    for path in ("/a", "/b", "/c"):
        got(fetcher.get(site.page(path)))
    assert moment.slept == [1.0, 1.0]
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    slow = make(moment)
    for path in ("/a", "/b"):
        got(slow.get(site.url + path))
    assert moment.slept[2:] == [7.0]


def test_fetching_busy_server_is_asked_once_more(site: Site, fetcher: Fetcher, moment: Time) -> None:
    def busy_once(handler: Any) -> None:
        site.page("/a")
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 503 Busy\r\nRetry-After: 4\r\n\r\n")

    assert got(fetcher.get(site.does("/a", busy_once))).body == PAGE
    assert moment.slept == [4.0]


def test_fetching_busy_server_says_when_to_try_again(site: Site, fetcher: Fetcher, moment: Time) -> None:
    url = site.page("/a", b"", 429, Retry_After="3600")
    assert told(fetcher.get(url)).endswith("(HTTP 429): try again after 2031-02-28 00:06 UTC")
    url = site.page("/b", b"", 503, Retry_After="Fri, 28 Feb 2031 12:00:00 GMT")
    assert told(fetcher.get(url)).endswith("(HTTP 503): try again after 2031-02-28 12:00 UTC")
    for value in ("soon", "-5", "999999999999", "Fri, 28 Feb 99999 12:00:00 GMT"):
        assert told(fetcher.get(site.page("/c", b"", 503, Retry_After=value))).endswith("try again later")
    site.asked.clear()
    fetcher.get(site.page("/d", b"", 503, Retry_After="1"))
    assert site.asked == ["/d", "/d"]


# time


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    ],
)
def test_fetching_dripping_server_ends(site: Site, start: bytes) -> None:
    def drip(handler: Any) -> None:
        handler.wfile.write(start)
        with suppress(OSError):
            for _ in range(200):
                handler.wfile.write(b"a")
                time.sleep(0.02)

    fetcher = Fetcher(allow_private=True, gap=0, limits=Limits(read=0.3, whole=0.4))
    started = time.monotonic()
    assert "not there after" in told(fetcher.get(site.does("/a", drip)))
    assert time.monotonic() - started < 2


def test_fetching_silent_server_ends(site: Site) -> None:
    url = site.does("/a", lambda handler: time.sleep(0.6))
    fetcher = Fetcher(allow_private=True, gap=0, limits=Limits(read=0.2))
    assert "sent nothing for" in told(fetcher.get(url))


# TLS

# made for these tests: a certificate for veldmar.example until 2120, and one of the same key that ended in 2021
KEY = """
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQF7IyflrLpuwA15EfGh/hfkK9oKGvFRGFFNN3IxF+BWhRANCAAS6rOXpBwj2ciOC
ucpntKrZp0tNQQ+kxksIz1XhQZQkvSq3O3W9HmT8DU2Wy6KwC+nqA9ZFW0UFzMf+0l66Sijx
"""
GOOD = """
MIIBpDCCAUqgAwIBAgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA92ZWxkbWFyLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEw
MDAwMDBaMBoxGDAWBgNVBAMMD3ZlbGRtYXIuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLqs5ekHCPZyI4K5yme0qtmnS01BD6TG
SwjPVeFBlCS9Krc7db0eZPwNTZbLorAL6eoD1kVbRQXMx/7SXrpKKPGjfzB9MBoGA1UdEQQTMBGCD3ZlbGRtYXIuZXhhbXBsZTAPBgNVHRMBAf8E
BTADAQH/MA4GA1UdDwEB/wQEAwIChDAdBgNVHQ4EFgQU38+szS/mnQV2ZsQwp5ks5Jc3kGUwHwYDVR0jBBgwFoAU38+szS/mnQV2ZsQwp5ks5Jc3
kGUwCgYIKoZIzj0EAwIDSAAwRQIhAJON0eSLJ2g4m71uIFowkbLY7nZyD4TcMwdYqu01m39fAiAyqa2CGChQ4/mlNo/NurfQ36y4h3bhtiYpBUQd
pqttFQ==
"""
LATE = """
MIIBojCCAUigAwIBAgIBATAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA92ZWxkbWFyLmV4YW1wbGUwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAw
MDAwWjAaMRgwFgYDVQQDDA92ZWxkbWFyLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS6rOXpBwj2ciOCucpntKrZp0tNQQ+kxksI
z1XhQZQkvSq3O3W9HmT8DU2Wy6KwC+nqA9ZFW0UFzMf+0l66Sijxo38wfTAaBgNVHREEEzARgg92ZWxkbWFyLmV4YW1wbGUwDwYDVR0TAQH/BAUw
AwEB/zAOBgNVHQ8BAf8EBAMCAoQwHQYDVR0OBBYEFN/PrM0v5p0FdmbEMKeZLOSXN5BlMB8GA1UdIwQYMBaAFN/PrM0v5p0FdmbEMKeZLOSXN5Bl
MAoGCCqGSM49BAMCA0gAMEUCIEWN/tVOjND4H6tM8gwyvWVOdTIeiDPZeU0yqGmLSSbBAiEAt8kDn44By1r+Zlg5gC8XNabk4iuz+b3UtQa3160Q
wYM=
"""


def pem(kind: str, text: str) -> str:
    body = "".join(text.split())
    lines = "\n".join(body[start : start + 64] for start in range(0, len(body), 64))
    return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----\n"


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Callable[[str], Site]]:
    servers = []

    def start(certificate: str) -> Site:
        file = tmp_path / "server.pem"
        file.write_text(pem("PRIVATE KEY", KEY) + pem("CERTIFICATE", certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        site = Site()
        servers.append(serve(site, context))
        return site

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def trusting(moment: Time, *certificates: str) -> Fetcher:
    context = ssl.create_default_context(cadata="".join(pem("CERTIFICATE", text) for text in certificates))
    return make(moment, tls=context, resolve=lambda *_: ["127.0.0.1"])


def test_fetching_tls_is_checked_for_the_name_not_the_address(secure: Callable[[str], Site], moment: Time) -> None:
    site = secure(GOOD)
    site.page("/a")
    fetcher = trusting(moment, GOOD)
    page = got(fetcher.get(f"https://veldmar.example:{site.port}/a"))
    assert (page.body, page.machine) == (PAGE, "127.0.0.1")
    for host in ("estrand.example", "127.0.0.1"):
        assert "belongs to another host" in told(fetcher.get(f"https://{host}:{site.port}/a"))
    assert site.asked == ["/robots.txt", "/a"]


def test_fetching_tls_expired_and_untrusted_certificates(secure: Callable[[str], Site], moment: Time) -> None:
    site = secure(LATE)
    url = f"https://veldmar.example:{site.port}/a"
    assert "has expired" in told(trusting(moment, LATE).get(url))
    site = secure(GOOD)
    url = f"https://veldmar.example:{site.port}/a"
    assert "nobody this machine trusts" in told(make(moment, resolve=lambda *_: ["127.0.0.1"]).get(url))


def test_fetching_tls_asked_of_a_plain_server(site: Site, moment: Time) -> None:
    found = make(moment).get(f"https://127.0.0.1:{site.port}/a")
    assert "no safe connection" in told(found)


def test_fetching_tls_is_not_given_up_by_a_redirect(secure: Callable[[str], Site], site: Site, moment: Time) -> None:
    safe = secure(GOOD)
    safe.page("/a", b"", 301, Location=site.page("/a"))
    message = told(trusting(moment, GOOD).get(f"https://veldmar.example:{safe.port}/a"))
    assert f"from https to http ({site.url}/a)" in message
    assert site.asked == []


# what is kept


def conditional(site: Site, tag: str = '"1"', body: bytes = PAGE) -> Callable[[Any], None]:
    def reply(handler: Any) -> None:
        known = handler.headers.get("If-None-Match") == tag
        handler.send_response(304 if known else 200)
        handler.send_header("ETag", tag)
        handler.send_header("Content-Length", "0" if known else str(len(body)))
        handler.end_headers()
        handler.wfile.write(b"" if known else body)

    return reply


def test_fetching_unchanged_page_is_given_from_the_store(
    site: Site, fetcher: Fetcher, moment: Time, tmp_path: Path
) -> None:
    url = site.does("/a", conditional(site))
    first = got(fetcher.get(url))
    moment.now += 3600
    again = got(fetcher.get(url))
    assert "if-none-match" not in site.headers[1]
    assert site.headers[2]["if-none-match"] == '"1"'
    assert (again.body, again.sha256, again.status, again.again) == (PAGE, first.sha256, 200, True)
    assert (again.fetched, again.checked) == (first.fetched, "2031-02-28T00:06:40+00:00")
    assert [copy.again for copy in Kept(tmp_path).history(url)] == [False, True]


def test_fetching_damaged_copy_is_fetched_anew(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    url = site.does("/a", conditional(site))
    first = got(fetcher.get(url))
    (tmp_path / "bodies" / first.sha256).write_bytes(b"something else")
    second = got(fetcher.get(url))
    assert (second.body, second.again) == (PAGE, False)
    assert "if-none-match" not in site.headers[2]
    assert got(fetcher.get(url)).again


def test_fetching_changed_page_keeps_both_bodies(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    url = site.does("/a", conditional(site))
    got(fetcher.get(url))
    site.does("/a", conditional(site, '"2"', PAGE + b"corrected"))
    assert got(fetcher.get(url)).body == PAGE + b"corrected"
    kept = Kept(tmp_path)
    assert [kept.body(copy) for copy in kept.history(url)] == [PAGE, PAGE + b"corrected"]


def test_fetching_condition_is_put_to_the_page_that_answered(site: Site, fetcher: Fetcher) -> None:
    site.does("/b", conditional(site))
    url = site.page("/a", b"", 302, Location="/b")
    got(fetcher.get(url))
    assert got(fetcher.get(url)).again
    assert ["if-none-match" in sent for sent in site.headers] == [False, False, False, False, True]


def test_fetching_tampered_store_sends_no_foreign_headers(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    url = site.does("/a", conditional(site))
    got(fetcher.get(url))
    log = Kept(tmp_path).log(url)
    line = json.loads(log.read_text())
    line["headers"]["etag"] = '"1"\r\nX-Bad: 1'
    log.write_text(json.dumps(line) + "\n")
    assert not got(fetcher.get(url)).again
    assert "x-bad" not in site.headers[-1]


def test_fetching_page_that_cannot_be_kept_is_given_with_a_note(site: Site, moment: Time, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where the folder should be")
    url = site.page("/a")
    page = got(make(moment, kept=Kept(tmp_path / "store")).get(url))
    assert page.body == PAGE
    assert page.note is not None
    assert page.note.path == url
    assert "choose another folder" in page.note.message


def test_fetching_works_from_several_threads(site: Site, moment: Time) -> None:
    with make(moment) as fetcher:
        urls = [site.page(f"/{number}") for number in range(6)]
        found: list[Fetched | Problem] = []
        threads = [threading.Thread(target=lambda url=url: found.append(fetcher.get(url))) for url in urls]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(got(page).body == PAGE for page in found)
    assert len(found) == 6
    assert site.asked.count("/robots.txt") == 1
