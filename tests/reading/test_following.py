"""Addresses, and what feeds and site maps point to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Problem
from firsthand.reading import following, read
from firsthand.reading.draft import Address, Draft
from firsthand.reading.fetching.fetcher import Fetched
from firsthand.reading.following import Follower
from firsthand.reading.web import Web
from tests.reading.conftest import BODY, LEAD, TITLE

PARAGRAPHS = "</p><p>".join(BODY.splitlines())
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{PARAGRAPHS}</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel>
<title>Harbour Post</title><link>https://post.example/</link>
<item><title>{title}</title><link>https://post.example/1</link><description>Nine were saved …</description></item>
<item><title>Other</title><link>https://post.example/2</link><description>Another ship …</description></item>
</channel></rss>"""
MAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://post.example/1</loc></url></urlset>'
)
INDEX = (
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<sitemap><loc>https://post.example/map.xml</loc></sitemap></sitemapindex>"
)


class Pages:
    """A fetcher that has its pages in a dictionary, and remembers what it was asked for."""

    def __init__(self, **pages: str):
        self.pages = {f"https://post.example/{name.replace('_', '.')}": text for name, text in pages.items()}
        self.asked: list[str] = []

    def get(self, url: str) -> Fetched | Problem:
        self.asked.append(url)
        if url not in self.pages:
            return Problem(url, None, "there is no such page")
        body = self.pages[url].encode()
        return Fetched(url, url, 200, body, "", "", "", content_type="text/html" if url[-1].isdigit() else None)

    def close(self) -> None:
        self.asked.append("closed")


def followed(pages: Pages, name: str, web: Web | None = None) -> list[Draft | Problem]:
    with Follower(web or Web(), fetcher=pages) as follower:  # type: ignore[arg-type]
        return [*follower.read(Address("x", f"https://post.example/{name}")), *follower.rest()]


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Callable[[Pages], None]:
    """Every fetcher that is made is the given pages."""
    return lambda pages: monkeypatch.setattr(following, "Fetcher", lambda **given: pages)


def test_following_page() -> None:
    (draft,) = followed(Pages(**{"1": PAGE}), "1")
    assert isinstance(draft, Draft)
    assert (draft.path, draft.url) == ("https://post.example/1", "https://post.example/1")
    assert LEAD in draft.body


def test_following_feed_fetches_what_it_points_to() -> None:
    pages = Pages(feed_xml=FEED.format(title=TITLE), **{"1": PAGE})
    draft, problem = followed(pages, "feed.xml")
    assert isinstance(draft, Draft)
    assert draft.outlet == "Harbour Post"
    assert problem == Problem("https://post.example/2", None, "there is no such page")
    assert pages.asked == [f"https://post.example/{name}" for name in ("feed.xml", "1", "2")] + ["closed"]


def test_following_index_of_site_maps() -> None:
    (draft,) = followed(Pages(index_xml=INDEX, map_xml=MAP, **{"1": PAGE}), "index.xml")
    assert isinstance(draft, Draft)


def test_following_index_that_points_to_itself_ends() -> None:
    pages = Pages(index_xml=INDEX.replace("map.xml", "index.xml"))
    assert followed(pages, "index.xml") == []
    assert pages.asked.count("https://post.example/index.xml") == 1


def test_following_limit_is_told() -> None:
    found = followed(Pages(feed_xml=FEED.format(title=TITLE), **{"1": PAGE}), "feed.xml", Web(limit=2))
    assert isinstance(found[-1], Problem)
    assert "1 more addresses were not fetched" in found[-1].message
    assert "--limit" in found[-1].message


def test_following_feed_in_a_file_waits_for_leave(tmp_path: Path, offline: Callable[[Pages], None]) -> None:
    pages = Pages(**{"1": PAGE, "2": PAGE})
    offline(pages)
    (tmp_path / "feed.xml").write_text(FEED.format(title=TITLE), "utf-8")
    documents, problems = read([tmp_path])
    assert documents == []
    assert pages.asked == []
    assert [problem.message for problem in problems] == [
        "2 articles are only pointed to and were not fetched; give --follow to fetch from the web"
    ]
    documents, problems = read([tmp_path], web=Web(follow=True))
    assert [document.url for document in documents] == ["https://post.example/1", "https://post.example/2"]
    assert problems == []


def test_following_address_beside_a_file(tmp_path: Path, offline: Callable[[Pages], None]) -> None:
    offline(Pages(**{"1": PAGE}))
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    said: list[str] = []
    documents, problems = read(["https://post.example/1", tmp_path / "a.txt"], progress=said.append)
    assert problems == []
    assert {document.path for document in documents} == {"https://post.example/1", (tmp_path / "a.txt").as_posix()}
    assert sorted(said) == sorted(document.path for document in documents)


def test_following_private_addresses_are_refused() -> None:
    documents, problems = read(["http://127.0.0.1:9/"])
    assert documents == []
    assert "private" in problems[0].message
