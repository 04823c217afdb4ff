"""Synthetic news pages: given articles set in invented sites, as HTML and as the lines that a naive scraper takes.

All wording of the sites is invented here. Styles in ``DEVELOPMENT`` may be looked at when rules are written; those in
``HELD_OUT``, with wording of their own, are there to measure them and nothing else.
"""

import random
from collections.abc import Callable

from bench.sites.broadsheets import STYLES as BROADSHEETS
from bench.sites.communities import STYLES as COMMUNITIES
from bench.sites.development import STYLES as FIRST
from bench.sites.development_more import STYLES as MORE
from bench.sites.held_out import STYLES as HELD_OUT
from bench.sites.magazines import STYLES as MAGAZINES
from bench.sites.page import Article, Page
from bench.sites.page import made as _made
from bench.sites.regional import STYLES as REGIONAL
from bench.sites.wording import DEVELOPMENT_WIRE, HELD_OUT_WIRE

DEVELOPMENT = {**FIRST, **MORE, **BROADSHEETS, **REGIONAL, **MAGAZINES, **COMMUNITIES}

__all__ = ["DEVELOPMENT", "HELD_OUT", "Article", "Page", "render"]


def render(article: Article, style: str, seed: str = "") -> Page:
    """The article as that site prints it; the same arguments give the same page."""
    rng = random.Random(f"{seed}|{style}|{article.title}")
    held = style in HELD_OUT
    build: Callable = (HELD_OUT if held else DEVELOPMENT)[style]
    wire = HELD_OUT_WIRE if held else DEVELOPMENT_WIRE
    return _made(style, article, build(article, rng, wire))
