"""Feeds and sitemaps: what is an article, what is an address, and what the feed says of each."""

import json
import time
from collections.abc import Iterator

import feedparser
import pytest

from firsthand.model import Problem
from firsthand.reading.draft import Address, Draft, Found, Hint
from firsthand.reading.formats import feeds, sitemaps
from firsthand.reading.formats.feeds import read_feed, read_sitemap
from firsthand.reading.formats.pages import read_page
from tests.reading.conftest import BODY, LAST, LEAD, SECOND, THIRD

HTML = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)
LINK = "<link>https://veldmarpost.example/ship</link>"


def inner(path: str, data: bytes, hint: Hint) -> Iterator[Found]:
    yield from read_page(path, data.decode(), hint.url)


def rss(*items: str, about: str = "<title>Veldmar Post</title>", namespaces: str = NAMESPACES) -> str:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {namespaces}><channel>{about}{entries}</channel></rss>'


def found(feed: str | bytes) -> list[Found]:
    return list(read_feed("feed.xml", feed if isinstance(feed, bytes) else feed.encode(), inner))


def content(html: str) -> str:
    return f"{LINK}<content:encoded><![CDATA[{html}]]></content:encoded>"


def only(feed: str | bytes) -> Found:
    (entry,) = found(feed)
    return entry


def draft(feed: str | bytes) -> Draft:
    entry = only(feed)
    assert isinstance(entry, Draft)
    return entry


def address(feed: str | bytes) -> Address:
    entry = only(feed)
    assert isinstance(entry, Address)
    return entry


def problem(feed: str | bytes) -> Problem:
    entry = only(feed)
    assert isinstance(entry, Problem)
    return entry


# what a feed says of an article


def test_feeds_rss_article() -> None:
    item = (
        f"<title>Ship &amp;amp; sailors</title>{content(HTML)}<dc:creator>Ines Tolland</dc:creator>"
        "<dc:creator><![CDATA[Jon Vest]]></dc:creator><category>Uncategorized</category><category>Sea</category>"
        "<pubDate>Mon, 05 Feb 2024 10:30:00 +0000</pubDate><atom:updated>2024-02-06T10:00:00Z</atom:updated>"
        "<description>Nine were saved off Veldmar.</description>"
        "<media:title>A picture</media:title><media:description>Not this</media:description>"
    )
    about = "<title>World | Veldmar Post</title><link>https://www.veldmarpost.example</link><language>en-GB</language>"
    assert draft(rss(item, about=about)) == Draft(
        path="feed.xml#1",
        body=BODY,
        title="Ship & sailors",
        description="Nine were saved off Veldmar.",
        url="https://veldmarpost.example/ship",
        outlet="Veldmar Post",
        authors=("Ines Tolland", "Jon Vest"),
        published="Mon, 05 Feb 2024 10:30:00 +0000",
        modified="2024-02-06T10:00:00Z",
        section="Sea",
        language="en-GB",
        rules={
            "title": "RSS title",
            "url": "RSS link",
            "outlet": "feed title",
            "authors": "RSS dc:creator",
            "published": "RSS pubDate",
            "modified": "RSS atom:updated",
            "section": "RSS category",
            "language": "feed language",
        },
    )


def test_feeds_atom_xhtml_and_base() -> None:
    entry = draft(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://estrand.example/news/">'
        '<title>Estrand Times</title><author><name>Ines Tolland</name></author><link rel="self" href="/atom"/>'
        '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ship <b>aground</b></div></title>'
        '<link rel="enclosure" href="ship.mp3"/><link href="ship.html"/><updated>2024-02-05T10:00:00Z</updated>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p><p>{SECOND}</p></div></content>'
        "</entry></feed>"
    )
    assert entry.body == f"{LEAD}\n{SECOND}"
    assert (entry.title, entry.url) == ("Ship aground", "https://estrand.example/news/ship.html")
    assert (entry.authors, entry.rules["authors"]) == (("Ines Tolland",), "Atom feed author")
    # a date of change is no date of publication
    assert (entry.published, entry.modified, entry.rules["modified"]) == (None, "2024-02-05T10:00:00Z", "Atom updated")
    assert "published" not in entry.rules


def test_feeds_rdf_dates() -> None:
    entry = address(
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/" {NAMESPACES}><channel><title>Morland Wire</title>'
        "<link>http://wire.example/</link><items><rdf:Seq/></items></channel>"
        '<item rdf:about="http://wire.example/1"><title>Ship aground</title><link>/1</link>'
        f"<dc:date>2024-02-05T10:00:00+01:00</dc:date><description>{LEAD}</description></item></rdf:RDF>"
    )
    assert entry.url == "http://wire.example/1"
    assert entry.hint == Hint(
        url="http://wire.example/1", published="2024-02-05T10:00:00+01:00", title="Ship aground", outlet="Morland Wire"
    )


def test_feeds_old_rss_with_doctype_and_latin_1() -> None:
    entry = address(
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" '
        '"http://dtd.example/rss-0.91.dtd">\n<rss version="0.91"><channel><title>Veldmar Post</title><item>'
        "<title>Café &eacute;tale, Tolland &amp; Vest</title><link>http://v.example/?a=1&amp;b=2</link>"
        "</item></channel></rss>".encode("latin-1")
    )
    assert (entry.hint.title, entry.url) == ("Café étale, Tolland & Vest", "http://v.example/?a=1&b=2")


def test_feeds_date_in_another_language() -> None:
    entry = address(rss(f"<title>Ship</title>{LINK}<pubDate>Κυρ, 11 Ιούλ 2004 12:00:00 EST</pubDate>"))
    assert entry.hint.published == "2004-07-11T17:00:00Z"


def test_feeds_utf_16() -> None:
    feed = '<?xml version="1.0" encoding="UTF-16"?>' + rss(f"<title>Zoë</title>{LINK}")
    assert address(feed.encode("utf-16")).hint.title == "Zoë"


def test_feeds_source_is_the_outlet() -> None:
    entry = address(rss(f'<title>Ship</title>{LINK}<source url="https://e.example/feed">Estrand Times</source>'))
    assert entry.hint.outlet == "Estrand Times"


@pytest.mark.parametrize(
    "title, outlet",
    [
        ("World news | Veldmar Post", "Veldmar Post"),
        ("Veldmar Post – Breaking news and video", "Veldmar Post"),
        ("Post > World", "Post"),
        ("Harbour notes", "Harbour notes"),
    ],
)
def test_feeds_outlet_in_a_feeds_title(title: str, outlet: str) -> None:
    about = f"<title><![CDATA[{title}]]></title><link>https://news.veldmarpost.example/</link>"
    assert address(rss(f"<title>Ship</title>{LINK}", about=about)).hint.outlet == outlet


@pytest.mark.parametrize("author", ["ines@v.example (Ines Tolland)", "Ines Tolland &lt;ines@v.example&gt;"])
def test_feeds_author_with_mail_address(author: str) -> None:
    entry = draft(rss(f"{content(HTML)}<author>{author}</author>"))
    assert (entry.authors, entry.rules["authors"]) == (("Ines Tolland",), "RSS author")


@pytest.mark.parametrize(
    "guid, url",
    [
        ("<guid>https://v.example/1</guid>", "https://v.example/1"),
        ('<guid isPermaLink="false">https://v.example/?p=1</guid>', None),
        ("<guid>4711</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>/news/1</link>", "https://v.example/news/1"),
    ],
)
def test_feeds_links(guid: str, url: str | None) -> None:
    about = "<title>Veldmar Post</title><link>https://v.example/</link>"
    entry = draft(rss(f"{guid}<description>{LEAD}\n\n{SECOND}\n\n{THIRD}</description>", about=about))
    assert entry.url == url


# the text


@pytest.mark.parametrize(
    "html, lines",
    [
        (f"<div><div>{LEAD}</div><div>{SECOND}</div></div>", [LEAD, SECOND]),
        (f"{LEAD}<br><br>{SECOND}<br/>{THIRD}", [LEAD, SECOND, THIRD]),
        (f"{LEAD}\n\n<a href='/x'>{SECOND}</a>\n\n{THIRD}", [LEAD, f"{SECOND}", THIRD]),
        (f"{LEAD}\n\n{SECOND}", [LEAD, SECOND]),
        (
            f"<p>{LEAD} The dead:</p><ul><li>Maria Holm, 34</li><li>Jon Vest, 51</li></ul>{HTML}",
            [f"{LEAD} The dead:", "Maria Holm, 34", "Jon Vest, 51", *BODY.split("\n")],
        ),
        (
            f"<figure><img src='a.jpg'><figcaption>The ship. Photo: Jon Vest</figcaption></figure>{HTML}",
            ["The ship. Photo: Jon Vest", *BODY.split("\n")],
        ),
        (
            f"<p>{LEAD}</p><iframe src='v'>no frames</iframe><script>var a;</script> and more<p>{SECOND}</p>",
            [LEAD, "and more", SECOND],
        ),
        (
            f"<p>{LEAD}</p><table><tr><th>Port</th><th>Ships</th></tr><tr><td>Veldmar</td><td>9</td></tr></table>"
            f"<p>{SECOND}</p>",
            [LEAD, "Port | Ships", "Veldmar | 9", SECOND],
        ),
        (
            f"{HTML}<ul><li><a href='/1'>Harbour of Estrand closed again</a></li></ul><p>{LEAD}</p>",
            [*BODY.split("\n"), "• Harbour of Estrand closed again", LEAD],
        ),
    ],
)
def test_feeds_fragments_as_lines(html: str, lines: list[str]) -> None:
    assert draft(rss(content(html))).body.split("\n") == lines


def test_feeds_own_footer_is_left_out() -> None:
    footer = (
        '<p>The post <a href="https://veldmarpost.example/ship">Ship</a> appeared first on <a href="{}">It</a>.</p>'
    )
    assert draft(rss(content(HTML + footer.format("https://veldmarpost.example")))).body == BODY
    # another outlet's name says whose text it is
    assert draft(rss(content(HTML + footer.format("https://e.example")))).body.endswith("appeared first on It.")


def test_feeds_content_that_is_a_whole_page() -> None:
    page = (
        f"<!DOCTYPE html><html><head><title>Another title</title></head><body><article>{HTML}</article></body></html>"
    )
    entry = draft(rss("<title>Ship aground</title>" + content(page)))
    assert entry.body.split("\n")[0] == LEAD
    assert (entry.title, entry.rules["title"]) == ("Ship aground", "RSS title")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Nine sailors were saved.</p>",
        f"<p>{LEAD}</p><p>{SECOND} […]</p>",
        f"<p>{LEAD}</p><p>{SECOND} [&#8230;]</p><p>The post Ship appeared first on Veldmar Post.</p>",
        f"<p>{LEAD}</p><p>{SECOND}</p> <a href='https://e.example/'>Continue reading...</a>",
        f"<p>{LEAD}</p><p>{SECOND}</p><p><a href='https://veldmarpost.example/ship?from=rss'>Read more</a></p>",
        f"<p>{LEAD}</p><p>{SECOND} <a href='https://veldmarpost.example/ship'>Read more »</a></p>",
        f"<p>{LEAD}</p><p>{SECOND}</p><p>Read the full story here</p>",
        "<ol>"
        + "<li><a href='/1'>Harbour of Estrand closed again after the storm of Monday night</a></li>" * 20
        + "</ol>",
    ],
)
def test_feeds_summaries_are_addresses(html: str) -> None:
    assert address(rss(content(html))).url == "https://veldmarpost.example/ship"


@pytest.mark.parametrize(
    "tail",
    [
        "<p>Read more: <a href='https://veldmarpost.example/dredging'>Harbour to be dredged</a></p>",
        "<p>Tolland said they would not continue reading the names.</p>",
        "<p>This article was originally published by Estrand Times.</p>",
    ],
)
def test_feeds_whole_texts_are_articles(tail: str) -> None:
    assert draft(rss(content(HTML + tail))).body.startswith(BODY)


def test_feeds_description_that_is_the_article() -> None:
    assert draft(rss(f"{LINK}<description><![CDATA[{HTML}]]></description>")).body == BODY
    one = " ".join([LEAD, SECOND, THIRD, LAST] * 3)
    assert draft(rss(f"{LINK}<description>{one}</description>")).body == one
    assert address(rss(f"{LINK}<description>{LEAD} {SECOND}</description>")).hint.outlet == "Veldmar Post"


def test_feeds_summary_without_link_is_kept() -> None:
    assert draft(rss(f"<description>{LEAD}</description>")).body == LEAD


def test_feeds_entry_with_nothing() -> None:
    entries = found(rss("<title>Ship aground</title>", content(HTML)))
    assert isinstance(entries[0], Problem)
    assert entries[0].path == "feed.xml#1"
    assert "neither text nor link" in entries[0].message
    assert isinstance(entries[1], Draft)


# JSON Feed


def test_feeds_json() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Veldmar Post",
        "home_page_url": "https://v.example/",
        "language": "en",
        "authors": [{"name": "Ines Tolland"}],
        "items": [
            {
                "id": "1", "url": "/ship", "title": "Ship aground", "content_html": HTML, "tags": ["Sea"],
                "date_published": "2024-02-05T10:00:00Z", "date_modified": "2024-02-06T10:00:00Z",
                "summary": "Nine saved.",
            },
            {"id": "https://v.example/2", "content_text": f"{LEAD}\n\n{SECOND}", "author": {"name": "Jon Vest"}},
            {"id": "3", "external_url": "https://e.example/3", "summary": "Short."},
            {"id": "4"},
            5,
        ],
    }  # fmt: skip
    first, second, third, fourth, fifth = found(json.dumps(feed))
    assert isinstance(first, Draft)
    assert (first.body, first.url, first.description) == (BODY, "https://v.example/ship", "Nine saved.")
    assert (first.authors, first.section, first.language) == (("Ines Tolland",), "Sea", "en")
    assert (first.published, first.rules["published"]) == ("2024-02-05T10:00:00Z", "JSON Feed date_published")
    assert (first.modified, first.outlet) == ("2024-02-06T10:00:00Z", "Veldmar Post")
    assert isinstance(second, Draft)
    assert (second.body, second.authors, second.url) == (f"{LEAD}\n{SECOND}", ("Jon Vest",), "https://v.example/2")
    assert isinstance(third, Address)
    assert third.url == "https://e.example/3"
    assert isinstance(fourth, Problem)
    assert isinstance(fifth, Problem)
    assert fifth.path == "feed.xml#5"


@pytest.mark.parametrize(
    "feed, words",
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [}', "line 1"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "without items"),
        ("[" * 100_000, "nested too deeply"),
        ('{"items": [' + "1" * 10_000 + "]}", "numbers too long"),
        ('{"title": [], "authors": {}, "items": [{"url": 5, "id": {}, "tags": [{}], "authors": [[]]}]}', "neither"),
        ('{"home_page_url": "http://[", "items": [{"url": "http://[1", "content_html": "\\ud800"}]}', "Draft"),
    ],
)
def test_feeds_json_that_is_none(feed: str, words: str) -> None:
    assert words in repr(only(feed))


# what is wrong with feeds


def test_feeds_malformed_is_read_as_far_as_it_goes() -> None:
    feed = rss(f"<title>Tolland & Vest \x03saved</title>{content(HTML)}", namespaces="").replace("<item>", "\n<item>")
    wrong, entry = found("<?xml version='1.0'?>\n" + feed)
    assert isinstance(wrong, Problem)
    assert wrong.at is not None
    assert feed[wrong.at - len("<?xml version='1.0'?>\n") :].startswith("<item>")
    assert "line 3" in wrong.message
    assert isinstance(entry, Draft)
    assert (entry.title, entry.body) == ("Tolland & Vest saved", BODY)


def test_feeds_undeclared_prefixes_are_no_fault() -> None:
    assert draft(rss(content(HTML) + "<dc:creator>Ines Tolland</dc:creator>", namespaces="")).authors == (
        "Ines Tolland",
    )


def test_feeds_entry_cut_off_is_left_out() -> None:
    whole = rss(f"<title>One</title>{LINK}", f"<title>Two</title>{content(HTML)}")
    wrong, entry = found(whole[: whole.index(LAST)])
    assert isinstance(wrong, Problem)
    assert "1 entries read" in wrong.message
    assert isinstance(entry, Address)
    assert entry.hint.title == "One"


@pytest.mark.parametrize(
    "feed, words",
    [
        ("<rss version='2.0'><channel></channel></rss>", "without entries"),
        ("<rss version='2.0'><channel><title>x", "malformed feed at line 1"),
        ("<rss", "malformed feed at line 1"),
        ("", "malformed feed at line 1"),
        ("<rss>" + "<?" * 10_000, "malformed"),
        ("<!DOCTYPE rss [" + "] " * 100_000, "malformed"),
    ],
)
def test_feeds_that_are_none(feed: str, words: str) -> None:
    assert words in problem(feed).message


def test_feeds_never_fetch_or_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("fetched")

    monkeypatch.setattr(feedparser.http, "get", refused)
    assert "malformed" in problem("https://v.example/feed").message
    assert "malformed" in problem("/etc/hostname").message


def test_feeds_entities_are_not_expanded() -> None:
    declared = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    file = '<!ENTITY file SYSTEM "file:///etc/hostname">'
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{declared}{file}]>' + rss(f"<title>&a11; &file;</title>{LINK}")
    assert address(bomb).hint.title == "&a11; &file;"


@pytest.mark.parametrize(
    "item",
    [
        f"<author>{'a' * 300_000}</author>",
        "".join(f"<category>c{n}</category>" for n in range(50_000)),
        f"<pubDate>{'1' * 300_000}</pubDate>",
        f"<description>{' <b> </b>' * 50_000}</description>",
        f"<title>{' <b> </b>' * 50_000}</title>",
        f"<description><![CDATA[{'<a ' * 100_000}]]></description>",
        f"<description><![CDATA[{'<div>' * 100_000}]]></description>",
        f"<description>{'read more ' * 50_000}</description>",
        "<x " + " ".join(f"a{n}='1'" for n in range(50_000)) + "/>",
        "<item>" * 50_000,
    ],
    ids=["author", "categories", "date", "inline", "title", "open", "deep", "more", "attributes", "items"],
)
def test_feeds_hostile_entries_take_no_time(item: str) -> None:
    start = time.process_time()
    assert found(rss(item))
    assert time.process_time() - start < 3


def test_feeds_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_ENTRIES", 2)
    wrong, *entries = found(rss(*[f"<title>Ship</title>{LINK}"] * 3))
    assert isinstance(wrong, Problem)
    assert "3 entries; only the first 2" in wrong.message
    assert len(entries) == 2
    assert "tags and attributes" in problem("<rss>" * 1_000_000).message
    monkeypatch.setattr(feeds, "MAX_FEED", 100)
    assert "split it" in problem(rss(LINK * 10)).message


# sitemaps


def listed(text: str | bytes) -> list[Found]:
    return list(read_sitemap("map.xml", text if isinstance(text, bytes) else text.encode()))


def test_feeds_sitemap_with_news() -> None:
    (entry,) = listed(
        '<?xml version="1.0"?><?xml-stylesheet href="s.xsl"?><!-- made --><urlset '
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://v.example/?a=1&amp;b=2 </loc>'
        "<lastmod>2024-03-01</lastmod><image:image><image:loc>https://v.example/a.jpg</image:loc>"
        "<image:title>A picture</image:title></image:image><news:news><news:publication><news:name>Veldmar Post"
        "</news:name></news:publication><news:publication_date>2024-02-05</news:publication_date>"
        "<news:title>Ship aground</news:title></news:news></url></urlset>"
    )
    url = "https://v.example/?a=1&b=2"
    hint = Hint(url=url, published="2024-02-05", title="Ship aground", outlet="Veldmar Post")
    assert entry == Address("map.xml#1", url, hint)


@pytest.mark.parametrize(
    "text",
    [
        "<urlset><url><loc>https://v.example/1</loc><lastmod>2024-03-01</lastmod></url></urlset>",
        '<s:urlset xmlns:s="https://www.sitemaps.org/0.9"><s:url><s:loc>https://v.example/1</s:loc></s:url></s:urlset>',
        "<urlset><url><loc><![CDATA[https://v.example/1]]></loc></url></urlset>",
        "<sitemapindex><sitemap><loc>https://v.example/1</loc><lastmod>2024</lastmod></sitemap></sitemapindex>",
        "<urlset><url><x:loc>https://v.example/1</x:loc></url></urlset>",
        '<?xml version="1.0" encoding="utf-16"?><urlset><url><loc>https://v.example/1</loc></url></urlset>'.encode("utf-16"),
    ],
)  # fmt: skip
def test_feeds_sitemap_forms(text: str | bytes) -> None:
    assert listed(text) == [Address("map.xml#1", "https://v.example/1", Hint(url="https://v.example/1"))]


def test_feeds_sitemap_bad_entries_beside_good() -> None:
    entries = listed("<urlset><url><loc>/1</loc></url><url/><url><loc>https://v.example/3</loc></url></urlset>")
    assert [(entry.path, type(entry)) for entry in entries] == [
        ("map.xml#1", Problem),
        ("map.xml#2", Problem),
        ("map.xml#3", Address),
    ]


@pytest.mark.parametrize("end", ["</loc></url><url><loc>https://v.exam", "</loc></url>\n<url><lo"])
def test_feeds_sitemap_cut_off(end: str) -> None:
    *entries, wrong = listed(f"<urlset>\n<url><loc>https://v.example/1{end}")
    assert entries == [Address("map.xml#1", "https://v.example/1", Hint(url="https://v.example/1"))]
    assert isinstance(wrong, Problem)
    assert "1 addresses" in wrong.message


def test_feeds_sitemap_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_ADDRESSES", 2)
    *entries, wrong = listed("<urlset>" + "<url><loc>https://v.example/1</loc></url>" * 3 + "</urlset>")
    assert len(entries) == 2
    assert isinstance(wrong, Problem)
    assert wrong.message.startswith("3 addresses; only the first 2")


@pytest.mark.parametrize(
    "text, words",
    [
        ("<urlset></urlset>", "no addresses"),
        ("<urlset", "malformed sitemap at line 1"),
        ("", "malformed sitemap"),
        ("<urlset>" + "<url>" * 10_000, "malformed sitemap"),
        ("<a>" * 2_000_000, "split it"),
        (
            '<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>&f;</loc></url></urlset>',
            "'&f;' leads to no page",
        ),
    ],
)
def test_feeds_sitemaps_that_are_none(text: str, words: str) -> None:
    (wrong,) = listed(text)
    assert isinstance(wrong, Problem)
    assert words in wrong.message
