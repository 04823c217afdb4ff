import base64
import hashlib
import re
from html.parser import HTMLParser

from firsthand.model import Brief
from firsthand.report import page
from firsthand.report.page import paragraphs
from tests.report import hostile

VOID = {"meta", "input", "br", "img", "link", "line", "circle", "path"}


class Reader(HTMLParser):
    """Collects tags, ids, links and handlers, and fails on tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_page_is_well_formed_and_every_link_inside_it_leads_somewhere(brief: Brief) -> None:
    reader = read(page(brief))
    assert len(reader.ids) == len(set(reader.ids))
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside <= set(reader.ids)
    assert {finding.id for finding in brief.findings} <= set(reader.ids)


def test_page_asks_nothing_of_the_network(brief: Brief) -> None:
    html = page(brief)
    assert not re.search(r"<(?:link|img|iframe|script)[^>]*\b(?:src|href)=", html)
    assert "url(" not in html
    assert "@import" not in html


def test_page_policy_allows_only_its_own_script_and_style(brief: Brief) -> None:
    html = page(brief)
    for tag in ("script", "style"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}" in html or f"{tag}-src 'sha256-{digest}" in html
    assert " style=" not in html


def test_page_takes_nothing_hostile_as_markup() -> None:
    html = page(hostile.brief())
    reader = read(html)
    assert reader.tags.count("script") == 1
    assert "img" not in reader.tags
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert not [link for link in reader.links if link.startswith("javascript")]
    assert "\x1b" not in html
    assert "\u202e" not in html


def test_page_shows_quotes_verdicts_and_marks_without_its_script(brief: Brief) -> None:
    html = re.sub(r"<script>.*</script>", "", page(brief), flags=re.DOTALL)
    assert "<mark>300 tons</mark>" in html
    assert "5 documents, but one origin: Elena Tarvo, harbour master" in html
    assert '<span class="mark">spun</span>' in html
    assert 'id="tools" hidden' in html


def test_page_is_small_and_the_same_each_time(brief: Brief) -> None:
    assert page(brief) == page(brief)
    assert len(page(brief).encode()) < 100_000


def test_paragraphs_mark_overlapping_spans() -> None:
    lines = paragraphs("one two three\nfour", [(0, 7), (4, 13), (14, 18)], 3)
    assert [[(piece.text, piece.marked, piece.id) for piece in line] for line in lines] == [
        [("one ", True, "t3-0"), ("two", True, "t3-4"), (" three", True, None)],
        [("four", True, "t3-14")],
    ]
