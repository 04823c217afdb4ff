"""Articles in Markdown: what front matter says, and what the marks leave of the text."""

import time
from itertools import chain

import pytest

from firsthand.model import Problem
from firsthand.reading.draft import Draft
from firsthand.reading.formats.markdown import looks_like_markdown, read_markdown
from tests.reading.conftest import BODY, LEAD, SECOND, THIRD, TITLE

PARAGRAPHS = BODY.replace("\n", "\n\n")


def draft(text: str) -> Draft:
    (found,) = read_markdown("a.md", text)
    assert isinstance(found, Draft)
    return found


def lines(text: str) -> list[str]:
    return draft(text).body.split("\n")


# front matter


def test_markdown_front_matter_of_jekyll() -> None:
    found = draft(
        f"""---
layout: post
title:  "Ship: nine saved"   # as in print
date:   2014-05-12 10:00:00 +0200
last_modified_at: 2014-05-13
author: Ines Tolland
categories: [news, coast]
description: >-
  A grain ship ran aground,
  and nine were saved.
source: Veldmar Courier
permalink: /news/:title/
lang: en
---

{PARAGRAPHS}
"""
    )
    assert (found.title, found.published, found.authors) == (
        "Ship: nine saved",
        "2014-05-12 10:00:00 +0200",
        ("Ines Tolland",),
    )
    assert found.description == "A grain ship ran aground, and nine were saved."
    assert (found.outlet, found.language, found.url) == ("Veldmar Courier", "en", None)
    assert found.rules["published"] == "front matter"
    assert found.body == BODY


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "Nine saved"\ndate = 2014-05-12T10:00:00+02:00\nauthors = ["Ines Tolland", "Hans Holm"]\n'
        '[params]\nsource = "x"\n+++\n',
        '{"title": "Nine saved", "date": "2014-05-12T10:00:00+02:00", "authors": ["Ines Tolland", "Hans Holm"]}\n',
        "---\ntitle: Nine saved\ndate: 2014-05-12T10:00:00+02:00\nauthors:\n  - Ines Tolland\n  - Hans Holm\n---\n",
        "---\ntitle: Nine saved\ndate: 2014-05-12T10:00:00+02:00\nauthors:\n- name: Ines Tolland\n  bio: of ships\n"
        "- name: Hans Holm\n  bio: writes of ports\n---\n",
        "\ufeff---\r\ntitle: 'Nine saved'\r\ndate: 2014-05-12T10:00:00+02:00\r\n"
        "author: [Ines Tolland, \"Hans Holm\"]\r\n---\r\n",
    ],
)  # fmt: skip
def test_markdown_front_matter_of_hugo_and_kin(front: str) -> None:
    found = draft(front + "\n" + PARAGRAPHS)
    assert (found.title, found.authors) == ("Nine saved", ("Ines Tolland", "Hans Holm"))
    assert str(found.published).replace(" ", "T") == "2014-05-12T10:00:00+02:00"
    assert found.body == BODY


def test_markdown_front_matter_of_a_web_clipper() -> None:
    found = draft(
        '---\ntitle: "Nine saved"\nsource: "https://courier.example/ship"\nauthor:\n  - "[[Ines Tolland]]"\n'
        f'published: 2014-05-12\ncreated: 2024-01-01\ntags:\n  - "clippings"\n---\n{PARAGRAPHS}'
    )
    assert (found.url, found.outlet) == ("https://courier.example/ship", None)
    assert (found.authors, found.published) == (("Ines Tolland",), "2014-05-12")


def test_markdown_author_in_a_table_of_its_own() -> None:
    found = draft(f"---\ntitle: x\nauthor:\n  name: Ines Tolland\n  email: ines@estrand.example\n---\n{BODY}")
    assert found.authors == ("Ines Tolland",)


def test_markdown_stretch_between_rules_is_no_front_matter() -> None:
    text = f"---\n\nEstrand: the ship was lost.\n\n{PARAGRAPHS}\n\n---\n\nMore."
    assert lines(text) == ["Estrand: the ship was lost.", *BODY.split("\n"), "More."]


@pytest.mark.parametrize("front", ["---\ntitle: [x\n---\n", "+++\ntitle = [\n+++\n", "+++\nx\n+++\n", '{"title": [\n'])
def test_markdown_broken_front_matter_keeps_the_text(front: str) -> None:
    assert draft(front + "\n" + PARAGRAPHS).body.endswith(BODY)


# the text


def test_markdown_title_is_the_one_top_heading() -> None:
    found = draft(f"# {TITLE}\n\n{LEAD}\n\n## What is known\n\n{SECOND}")
    assert (found.title, found.rules["title"]) == (TITLE, "Markdown heading")
    assert found.body.split("\n") == [TITLE, LEAD, "What is known", SECOND]
    assert draft(f"# One\n\n{LEAD}\n\n# Two\n\n{SECOND}").title is None


def test_markdown_marks_go_and_words_stay() -> None:
    text = (
        "The **harbour office** in [Estrand](https://e.example/a_(b)) said *nine* were `saved`, ~~ten~~ "
        "see <https://e.example>.[^1] It is [known][1] &amp; [not][].\n\n[1]: https://e.example 'x'\n[not]: /n\n\n"
        "[^1]: By telephone.\n"
    )
    assert lines(text) == [
        "The harbour office in Estrand said nine were saved, ten see https://e.example. It is known & not.",
        "By telephone.",
    ]


def test_markdown_lists_quotes_and_code() -> None:
    text = f"> {LEAD}\n>\n> > {SECOND}\n\n- one\n- two\n  1. three\n\n```\nfour\n```\n\n    five\n"
    assert lines(text) == [LEAD, SECOND, "one", "two", "three", "four", "five"]


def test_markdown_images_are_their_descriptions() -> None:
    text = (
        f'{LEAD}\n![The ship off Veldmar](a.jpg "Photo: Hans Holm")\n\n'
        "[![The pier](p.jpg)](/x) ![](b.jpg) ![IMG_2034.jpg](c.jpg)\n"
    )
    assert lines(text) == [LEAD, "The ship off Veldmar", "Photo: Hans Holm", "The pier"]


def test_markdown_tables_are_rows() -> None:
    text = "| Who | How many |\n|:--|--:|\n| saved | **9** |\n| hurt | 2 |\n"
    assert lines(text) == ["Who | How many", "saved | 9", "hurt | 2"]


def test_markdown_html_is_its_text() -> None:
    text = (
        f"<div class='lead'>\n<p>{LEAD}</p>\n<script>var a = '<p>no</p>';</script>\n<!-- no -->\n</div>\n\n{SECOND}\n\n"
        "<figure><img src='x.jpg'><figcaption>The ship &amp; the pier</figcaption></figure>\n\nA <b>bold</b><br>line.\n"
    )
    assert lines(text) == [LEAD, SECOND, "The ship & the pier", "A bold", "line."]


def test_markdown_marks_of_site_generators_go() -> None:
    figure, include, note = '{{< figure src="x.jpg" caption="The ship" >}}', "{% include ad.html %}", "{{% note %}}"
    text = "\n\n".join((figure, include, LEAD, note, SECOND))
    assert lines(text) == ["The ship", LEAD, SECOND]


def test_markdown_wrapped_paragraphs_are_joined_and_short_lines_are_not() -> None:
    wrapped = LEAD.replace("Monday, ", "Monday,\n")
    assert lines(f"By Ines Tolland\n12 May 2014\n\n{wrapped}\n") == ["By Ines Tolland", "12 May 2014", LEAD]
    assert lines(f"{LEAD * 2}\n{SECOND * 2}\n") == [LEAD * 2, SECOND * 2]


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: x\n---\n", "[a]: http://x.example\n", "![](x.jpg)"])
def test_markdown_without_text_says_so(text: str) -> None:
    (found,) = read_markdown("a.md", text)
    assert isinstance(found, (Problem, Draft))
    assert isinstance(found, Draft) == (text[:1] in ("[", "!"))


@pytest.mark.parametrize(
    "text, is_markdown",
    [
        (f"---\ntitle: {TITLE}\n---\n{BODY}", True),
        (f'+++\ntitle = "{TITLE}"\n+++\n{BODY}', True),
        (f"# {TITLE}\n\n{LEAD} See [here](https://e.example/a).", True),
        (f"{TITLE}\n======\n\n**Veldmar** {LEAD}", True),
        (f"[a](/b) [c](/d)\n{LEAD} [e](https://f.example)", True),
        (BODY, False),
        (f"# 1 in Veldmar\n{BODY}", False),
        (f"#Veldmar #ship\n{BODY}", False),
        (f"* one\n* two\n* three\n{BODY}", False),
        (f"---\n{BODY}\n---\n{BODY}", False),
        (f"He said *** and __ and 5 * 3 * 2.\n{BODY}", False),
        ("From: Ines\nTo: Hans\n\n> quoted\n> more\n" + BODY, False),
    ],
)
def test_markdown_is_known_by_its_marks(text: str, is_markdown: bool) -> None:
    assert looks_like_markdown(text) is is_markdown


HOSTILE = [
    ">" * 10_000, "> " * 10_000, "[" * 10_000, "[" * 200_000, "- " * 10_000, "*a_ " * 20_000, "`a" * 20_000,
    "<" * 20_000,
    "<!--" * 20_000, "[a](" * 20_000, "![" * 20_000, "[a][" * 10_000, "|" * 20_000, "&#x" * 20_000, "\\" * 50_000,
    "*" * 5_000 + "a" + "*" * 5_000, "[" * 5_000 + "]" * 5_000, '![a](x "' * 8_000, "{{< " * 20_000, "{% " * 20_000,
    "<div>\n" + "<p " * 20_000, "<script>\n\n" * 5_000, "---\ntitle: " + "'" * 9_000 + "x\n---\n",
    "+++\na=" + "[" * 9_000 + "\n+++\n",
    '{"a":' + "[" * 9_000, "".join("a" + "`" * n for n in range(600)),
    "".join(" " * 2 * n + "- x\n" for n in range(900)),
    "<div>\n<!--" * 5_000, "[^" * 20_000, "---\nauthor: " + "[[" * 5_000 + "\n---\n", "a\n" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_markdown_hostile_text_ends_soon_and_keeps_the_article(text: str) -> None:
    start = time.perf_counter()
    found = list(chain(read_markdown("a.md", text), read_markdown("a.md", f"{THIRD}\n\n{text}")))
    looks_like_markdown(text)
    assert time.perf_counter() - start < 2
    assert isinstance(found[-1], Draft)
    assert THIRD in found[-1].body


def test_markdown_nesting_past_all_bounds_keeps_the_text() -> None:
    assert lines("> " * 200 + LEAD) == [LEAD]
