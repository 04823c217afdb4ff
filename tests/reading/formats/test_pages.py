"""Web pages, friendly and hostile."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Document
from firsthand.reading import read
from tests.reading.conftest import LAST, LEAD, SECOND, THIRD, TITLE

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Coast Courier</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Coast Courier">
<meta name="author" content="Mara Quist">
<meta property="article:published_time" content="2021-05-24T17:20:00Z">
<meta property="og:url" content="https://coastcourier.example/ship">
<script>var x = "<p>never shown</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li>
<li><a href="/coast">Coast</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></article>
<footer><p>Privacy policy</p></footer></body></html>"""


def test_pages_article_and_metadata(read_text: Callable[..., Document]) -> None:
    document = read_text(PAGE, "a.html")
    assert document.text.split("\n") == [TITLE, LEAD, SECOND, THIRD, LAST]
    assert (document.outlet, document.authors, document.published) == (
        "Coast Courier",
        ("Mara Quist",),
        "2021-05-24T17:20:00+00:00",
    )


def test_pages_format_follows_content_not_name(read_text: Callable[..., Document]) -> None:
    assert read_text(PAGE, "a.txt").title == TITLE


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 100_000 + LEAD,
    "unclosed": "<html><body>" + "<b><i>" * 50_000 + LEAD,
    "scripts": "<html><body>" + "<script>" * 50_000 + LEAD,
    "angles": "<html><body>" + "<" * 300_000 + LEAD,
    "attributes": "<html><body><div " + 'a="b" ' * 50_000 + "></div>",
    "empty": "<html><body></body></html>",
    "huge": "<html><body>" + "<p>ship</p>" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_pages_hostile_input_neither_crashes_nor_hangs(tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.html").write_text(HOSTILE[name])
    (tmp_path / "good.html").write_text(PAGE)
    start = time.monotonic()
    documents, problems = read([tmp_path])
    assert time.monotonic() - start < 20
    assert TITLE in [document.title for document in documents]
    assert len(documents) + len(problems) >= 2
