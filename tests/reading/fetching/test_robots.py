import time

import pytest

from firsthand.reading.fetching.addresses import FetchError, Target, target
from firsthand.reading.fetching.robots import LONGEST_DELAY, MAX_ROBOTS, Robots, Rules, rules_of

SITE = "https://veldmar.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /archive", "/news", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: firsthand\nDisallow: /archive", "/news", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: FirstHand/2.0\nDisallow: /archive", "/archive/1", False),
        ("User-agent: *\nDisallow:\n\nUser-agent: otherbot\nUser-agent: firsthand\nDisallow: /", "/news", False),
        ("User-agent: first\nDisallow: /\nUser-agent: firsthander\nDisallow: /", "/news", True),
        ("User-agent: first\nAllow: /\n\nUser-agent: *\nDisallow: /", "/news", False),
        ("User-agent: otherbot\nDisallow: /", "/news", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/port", "/news/port/1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /?print=", "/?print=1", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", False),
        ("<html><body>no such page</body></html>", "/a", True),
        ("User agent *\nDisallow /news", "/news", False),
        ("User-agent: otherbot\n\nUser-agent: *\n# all of you\nDisallow: /x", "/x", False),
    ],
)
def test_robots_rules(text: str, path: str, allowed: bool) -> None:
    assert rules_of(200, text.encode()).allows(SITE + path) is allowed


def test_robots_delay_is_ours_and_capped() -> None:
    text = "User-agent: *\nCrawl-delay: 3\n\nUser-agent: otherbot\nCrawl-delay: 20"
    assert Rules(text).delay == 3
    assert Rules("User-agent: firsthand\nCrawl-delay: 86400").delay == LONGEST_DELAY
    assert Rules("User-agent: *\nCrawl-delay: soon").delay == 0


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
def test_robots_missing_file_allows_all(status: int) -> None:
    assert rules_of(status, b"User-agent: *\nDisallow: /").allows(SITE + "/a")


def test_robots_failing_server_allows_nothing() -> None:
    with pytest.raises(FetchError, match=r"robots\.txt.*HTTP 503.*save the page"):
        rules_of(503, b"")


def test_robots_long_file_is_read_to_the_limit() -> None:
    text = "User-agent: *\nDisallow: /early\n" + "# filler\n" * (MAX_ROBOTS // 9) + "Disallow: /late\n"
    rules = rules_of(200, text.encode())
    assert not rules.allows(SITE + "/early")
    assert rules.allows(SITE + "/late")


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: bot{n}\n" for n in range(12_000)) + "Disallow: /a\n" * 18_000,
        "User-agent: *\n" + "".join(f"Disallow: /*{n}*b\n" for n in range(25_000)),
        "User-agent: *\nDisallow: /" + "*a" * 240_000,
        "User-agent: *\nDisallow: /" + "$" * 400_000,
        "User-agent: *\n" + "Disallow: /$\n" * 38_000,
        "user-agent " * 45_000,
        "\x00\xff" * 200_000,
        " " * 500_000,
    ],
)
def test_robots_hostile_file_is_read_in_time(text: str) -> None:
    started = time.monotonic()
    rules_of(200, text.encode()).allows(SITE + "/" + "a" * 4000)
    assert time.monotonic() - started < 3


def test_robots_server_is_asked_once_a_day() -> None:
    now = [0.0]
    asked: list[str] = []

    def load(file: Target) -> tuple[int, bytes]:
        asked.append(file.url)
        return 200, b"User-agent: *\nDisallow: /archive"

    robots = Robots(lambda: now[0])
    for path in ("/a", "/archive/b", "/c?d"):
        place = target(SITE + path)
        assert robots.rules(place, load).allows(place.url) is not path.startswith("/archive")
    robots.rules(target("http://veldmar.example/a"), load)
    assert asked == [SITE + "/robots.txt", "http://veldmar.example/robots.txt"]
    now[0] = 25 * 3600
    robots.rules(target(SITE + "/a"), load)
    assert len(asked) == 3


def test_robots_failure_is_remembered_for_a_while() -> None:
    now = [0.0]
    asked: list[str] = []

    def load(file: Target) -> tuple[int, bytes]:
        asked.append(file.url)
        raise FetchError("the server broke off the connection", True)

    robots = Robots(lambda: now[0])
    for _ in range(2):
        with pytest.raises(FetchError, match=r"its robots\.txt, asked for first, could not be read: the server broke"):
            robots.rules(target(SITE + "/a"), load)
    assert len(asked) == 1
    now[0] = 3600
    with pytest.raises(FetchError):
        robots.rules(target(SITE + "/a"), load)
    assert len(asked) == 2
