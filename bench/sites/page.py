"""What goes into a page and what comes out, and heads with metadata of several kinds."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bench.sites.markup import Label, Node, Tag, tag, to_html, to_lines

Metadata = Literal["json-ld", "opengraph", "both", "none"]


@dataclass(frozen=True)
class Article:
    """A report to be printed: ``paragraphs`` and ``captions`` are one line each."""

    title: str
    authors: tuple[str, ...]
    published: datetime
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Site:
    """A page as its style builds it: the outlet's name and host, the metadata that it states, and the body element.

    ``dated`` and ``signed`` say that date and author are printed to be read: a dump can be expected to give them.
    """

    outlet: str
    host: str
    metadata: Metadata
    body: Tag
    section: str = "news"
    dated: bool = True
    signed: bool = True


@dataclass(frozen=True)
class Page:
    """A rendered page; ``metadata`` is whether the HTML states outlet, date and author in its head."""

    style: str
    article: Article
    outlet: str
    url: str
    html: str
    lines: tuple[tuple[Label, str], ...]
    metadata: bool
    dated: bool
    signed: bool

    @property
    def dump(self) -> str:
        """All visible lines."""
        return "\n".join(text for _, text in self.lines)


def made(style: str, article: Article, site: Site) -> Page:
    """The page that a style built, written out."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in article.title.lower()).split()[:8])
    url = f"https://{site.host}/{site.section}/{slug}"
    document = tag("html", _head(article, site, url), site.body, lang="en")
    html = "<!DOCTYPE html>\n" + to_html(document)
    stated = site.metadata != "none"
    lines = tuple(to_lines(site.body))
    return Page(style, article, site.outlet, url, html, lines, stated, site.dated, site.signed)


def _head(article: Article, site: Site, url: str) -> Tag:
    children: list[Node] = [
        tag("meta", charset="utf-8"),
        tag("title", f"{article.title} | {site.outlet}"),
        tag("link", rel="canonical", href=url),
        tag("style", "body{font:16px/1.5 serif}.hide{display:none}nav li{display:inline}"),
        tag("script", "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}"),
    ]
    if site.metadata in ("opengraph", "both"):
        children += _opengraph(article, site, url)
    if site.metadata in ("json-ld", "both"):
        children.append(tag("script", _json_ld(article, site, url), type="application/ld+json"))
    return tag("head", *children)


def _opengraph(article: Article, site: Site, url: str) -> list[Node]:
    stated = {
        "og:title": article.title,
        "og:type": "article",
        "og:url": url,
        "og:site_name": site.outlet,
        "article:published_time": article.published.isoformat() + "+00:00",
        "article:section": site.section.title(),
    }
    named: list[Node] = [tag("meta", name="author", content=", ".join(article.authors))]
    return named + [tag("meta", property=key, content=value) for key, value in stated.items()]


def _json_ld(article: Article, site: Site, url: str) -> str:
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": url,
        "headline": article.title,
        "datePublished": article.published.isoformat() + "Z",
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "Organization", "name": site.outlet},
        "articleSection": site.section.title(),
    }
    return json.dumps(stated)
