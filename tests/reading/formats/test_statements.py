"""What a page says of itself is what trafilatura finds; for the date it is asked apart."""

import pytest
import trafilatura

from firsthand.reading.formats.statements import Statements
from tests.reading.conftest import LEAD, TITLE

ADDRESS = "https://post.veldmar.example/2021/05/03/aground"
PAGES = {
    "open graph": "<meta property='og:title' content='Aground'><meta property='og:site_name' content='veldmar post'>"
    "<meta property='og:url' content='https://veldmar.example/a'><meta name='author' content='Ines Tolland'>",
    "structured": '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Aground", "author": '
    '{"@type": "Person", "name": "Ines Tolland"}, "publisher": {"@type": "Organization", "name": "Veldmar Post"}}'
    "</script>",
    "malformed": '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": [</script>',
    "account": "<meta name='twitter:site' content='@veldmarpost'><meta name='author' content='admin'>",
    "canonical": f"<link rel='canonical' href='{ADDRESS}'><title>Aground - veldmar.example</title>",
    "nothing": "",
}


@pytest.mark.parametrize("head", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("url", [None, ADDRESS, "http://localhost:8000/a"])
def test_statements_are_those_of_trafilatura(head: str, url: str | None) -> None:
    byline = "<p class='byline'>By <a rel='author'>Tom Askwith</a></p>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{byline}<p>{LEAD}</p></body></html>"
    found = trafilatura.extract_metadata(html, default_url=url, extensive=False)
    stated = Statements(html, url)
    assert (stated.title, stated.description, stated.url) == (found.title, found.description, found.url)
    assert (stated.site, stated.author) == (found.sitename, found.author)
    assert stated.dated_by_address() == (found.date if "2021" in (found.url or "") else None)


def test_statements_of_what_is_no_page() -> None:
    stated = Statements("", None)
    assert (stated.title, stated.site, stated.dated_by_address()) == (None, None, None)
