import html
import re
from dataclasses import replace
from datetime import datetime

import pytest
from bench.sites import DEVELOPMENT, Article, Page, render

ARTICLE = Article(
    "Ferry runs aground off Veldmar, four people hurt",
    ("Ines Tolland", "Joris Morland"),
    datetime(2018, 11, 3, 16, 20),
    (
        "A ferry with 212 people on board ran aground off Veldmar on Friday, and four were hurt, the coast guard said.",
        "“There was a bang and then the lights went out,” said Ada Brenn, 34, a nurse from Estrand.",
        "The ship, the Northern Grace, left Estrand at 9 p.m. & was due in Veldmar an hour later.",
        "No oil has leaked. Divers will look at the hull on Sunday, said Morland Lines, which owns the ship.",
        "It is the third accident in the strait since 2015.",
        "A spokesman for the ministry of transport said that an inquiry had been opened.",
    ),
    ("The Northern Grace on a sandbank off Veldmar on Saturday.", "Passengers leave a lifeboat"),
)
STYLES = sorted(DEVELOPMENT)
SEEDS = ("1", "2", "3")


def labelled(page: Page, label: str) -> list[str]:
    return [text for found, text in page.lines if found == label]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def seen(page: Page) -> str:
    """The words of the page's HTML outside its head, scripts and styles, with a space about each."""
    shown = re.sub(r"<(head|script|style)\b.*?</\1>", " ", page.html, flags=re.DOTALL)
    shown = re.sub(r"</?(?:a|span|b|i|strong|em|time|small)\b[^>]*>", "", shown)
    return f" {' '.join(words(html.unescape(re.sub(r'<[^>]+>', ' ', shown))))} "


@pytest.mark.parametrize("style", STYLES)
def test_sites_are_deterministic_and_vary(style: str):
    pages = [render(ARTICLE, style, seed) for seed in SEEDS]
    assert pages == [render(ARTICLE, style, seed) for seed in SEEDS]
    assert len({page.html for page in pages}) == len({page.dump for page in pages}) == len(SEEDS)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_sites_print_the_whole_article_in_its_order(style: str, seed: str):
    page = render(ARTICLE, style, seed)
    assert labelled(page, "body") == list(ARTICLE.paragraphs)
    shown = seen(page)
    assert all(f" {' '.join(words(paragraph))} " in shown for paragraph in ARTICLE.paragraphs)
    assert all(line in page.dump.splitlines() for line in ARTICLE.paragraphs)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_sites_have_one_title_and_the_furniture_of_real_ones(style: str, seed: str):
    page = render(ARTICLE, style, seed)
    assert labelled(page, "title") == [ARTICLE.title]
    assert 20 <= len(labelled(page, "furniture")) <= 140
    assert 15_000 < len(page.html) < 80_000
    assert not set(labelled(page, "furniture")) & {ARTICLE.title, *ARTICLE.paragraphs}


@pytest.mark.parametrize("style", STYLES)
def test_sites_captions_are_the_articles(style: str):
    page = render(ARTICLE, style)
    captions = labelled(page, "caption")
    assert captions
    assert all(caption.startswith(ARTICLE.captions) for caption in captions)
    assert not labelled(render(replace(ARTICLE, captions=()), style), "caption")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_sites_print_the_date_and_authors_that_they_promise(style: str, seed: str):
    page = render(ARTICLE, style, seed)
    told = " ".join(labelled(page, "byline")).lower()
    if page.dated:
        day = re.compile(r"\b0?3(?:rd)? nov(?:ember)? 2018|nov(?:ember)? 0?3, 2018|2018-11-03|03-11-2018")
        assert day.search(page.dump.lower())
    if page.signed:
        assert all(name.lower() in told for name in ARTICLE.authors)
    assert "ines tolland" not in render(replace(ARTICLE, authors=()), style, seed).dump.lower()


@pytest.mark.parametrize("style", STYLES)
def test_sites_take_an_article_of_one_paragraph(style: str):
    short = replace(ARTICLE, paragraphs=ARTICLE.paragraphs[:1], captions=(), authors=())
    page = render(short, style)
    assert labelled(page, "body") == [short.paragraphs[0]]
    assert not page.signed


def test_sites_in_development_are_many_and_state_metadata_in_several_ways():
    assert len(DEVELOPMENT) >= 10
    assert {render(ARTICLE, style).metadata for style in STYLES} == {True, False}
