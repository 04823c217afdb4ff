from collections.abc import Callable

import pytest

from firsthand.lineage.credits import Weight, credit
from firsthand.model import Document, Removed

Make = Callable[..., Document]
TEXT = "A ferry ran aground off Marlow on Sunday."


@pytest.mark.parametrize(
    ("line", "name", "rule"),
    [
        ("MARLOW, Tern (AP) — " + TEXT, "AP", "dateline"),
        ("MARLOW, May 4 (Reuters) - " + TEXT, "Reuters", "dateline"),
        ("(CNN) " + TEXT, "CNN", "dateline"),
        ("MARLOW — Xinhua — " + TEXT, "Xinhua", "dateline"),
        ("Ferry aground Updated: 2031-05-04 06:50 (Xinhua)", "Xinhua", "dateline"),
        ("By Ada Birch, Associated Press", "AP", "byline"),
        ("By The Associated Press", "AP", "byline"),
        ("Agence France-Presse", "AFP", "byline"),
        ("By Agencies (The Tern Post)", "agencies", "byline"),
    ],
)
def test_credit_head_lines(make: Make, line: str, name: str, rule: str) -> None:
    found = credit(make("a", line, TEXT, outlet="The Tern Post"))
    assert found.name == name
    assert found.evidence is not None
    assert found.evidence.rule == rule


@pytest.mark.parametrize(
    ("line", "name", "rule"),
    [
        ("Copyright 2031 The Associated Press. All rights reserved.", "AP", "copyright"),
        ("© 2031 AFP", "AFP", "copyright"),
        (
            "Associated Press writers Ada Birch and Tor Lund contributed to this report.",
            "AP",
            "writers",
        ),
        ("(Reporting by Ada Birch; Editing by Tor Lund)", "Reuters", "sign-off"),
        ("Source: TASS", "TASS", "sign-off"),
        ("Reuters - Ap - Afp", "agencies", "sign-off"),
    ],
)
def test_credit_tail_lines(make: Make, line: str, name: str, rule: str) -> None:
    lines = [TEXT] + [f"Sentence number {k} stands here to fill the page." for k in range(9)]
    for document in (
        make("a", *lines, line, outlet="The Tern Post"),
        make("a", *lines, outlet="The Tern Post", removed=(Removed(line, "x"),)),
    ):
        found = credit(document)
        assert found.name == name
        assert found.evidence is not None
        assert found.evidence.rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "The ferry on the sandbank on Sunday. (AP Photo/Ada Birch)",
        "The ferry on the sandbank. REUTERS/Ada Birch",
        "File - The ferry on a calm day in March. (Ada Birch/Associated Press)",
        "The harbour office told Reuters that it knew nothing.",
        "The Associated Press contributed to this report.",
        "ab/cd (AFP, dpa)",
        "Divers were on their way, AFP reported (see picture).",
    ],
)
def test_credit_photo_source_and_mention_are_no_channel(make: Make, line: str) -> None:
    found = credit(make("a", TEXT, line, outlet="The Tern Post"))
    assert found.name == "The Tern Post"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example/aponline/2031/05/ferry.html", "AP"),
        ("https://mail.example/wires/pa/article-1/Ferry.html", "PA"),
        ("https://go.example/US/wireStory/ferry-123", "AP"),
        ("https://news.example/reuters/2031/ferry.html", "Reuters"),
        ("https://www.reuters.com/world/ferry", "Reuters"),
        ("https://www.bbc.co.uk/news/ferry", "BBC"),
        ("https://news.example/maps/ferry", "news.example"),
    ],
)
def test_credit_url(make: Make, url: str, name: str) -> None:
    assert credit(make("a", TEXT, url=url)).name == name


@pytest.mark.parametrize(
    ("authors", "name", "weight"),
    [
        (("Associated Press",), "AP", Weight.AGENCY),
        (("Tor Lund", "Associated Press"), "AP", Weight.AGENCY),
        (("Tor Lund", "Press Association Sport Correspondent"), "PA", Weight.AGENCY),
        (("Associated Press", "Ada Birch For Ternpost.Com"), "The Tern Post", Weight.JOINT),
        (("Ada Birch",), "The Tern Post", Weight.REPORTER),
        (("Ada Birch", "Reuters", "Getty Images"), "The Tern Post", Weight.REPORTER),
        ((), "The Tern Post", Weight.OUTLET),
    ],
)
def test_credit_authors(make: Make, authors: tuple[str, ...], name: str, weight: Weight) -> None:
    found = credit(make("a", TEXT, authors=authors, outlet="The Tern Post"))
    assert (found.name, found.weight) == (name, weight)


def test_credit_page_names_itself(make: Make) -> None:
    found = credit(make("a", TEXT, "The mayor denied it in a statement to Ternwatch on Monday."))
    assert (found.name, found.weight) == ("Ternwatch", Weight.ITSELF)


@pytest.mark.parametrize(
    "lines",
    [
        ("The mayor denied it in an interview with Bloomberg.",),
        ("The mayor spoke in an interview with Ternwatch.", "Divers were late, Ternwatch reported on Sunday."),
        ("The mayor denied it in a statement to Parliament.",),
    ],
)
def test_credit_unknown_page_stays_unknown(make: Make, lines: tuple[str, ...]) -> None:
    assert credit(make("a", TEXT, *lines)).name is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("MARLOW, May 4. /TASS/. " + TEXT,), "TASS"),
        (("Marlow, IRNA – " + TEXT,), "IRNA"),
        (("KYIV. May 4 (Interfax-Ukraine) – " + TEXT,), "Interfax"),
        (("Marlow, May 4 (PTI) " + TEXT,), "PTI"),
        (("MARLOW (AA) - " + TEXT,), "Anadolu"),
        ((TEXT, TEXT + " — AFP"), "AFP"),
        ((TEXT, TEXT + " (ANI)"), "ANI"),
        ((TEXT, TEXT + " – AFP, Reuters"), "agencies"),
        ((TEXT, TEXT + " (With inputs from PTI)"), "The Tern Post"),
        ((TEXT, "The harbour office spoke to AP and to AFP."), "The Tern Post"),
        (("By ADA BIRCH Associated Press", TEXT), "AP"),
        ((TEXT, "SOURCE: Reuters news agency"), "Reuters"),
        ((TEXT, "SOURCE: News Agencies"), "agencies"),
        ((TEXT, "SOURCE: The Tern Post and news agencies"), "The Tern Post"),
    ],
)
def test_credit_house_styles(make: Make, lines: tuple[str, ...], name: str) -> None:
    assert credit(make("a", *lines, outlet="The Tern Post")).name == name


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Reuters in Marlow", "Reuters"),
        ("Agence France-Presse in Marlow", "AFP"),
        ("By Associated Press", "AP"),
        ("Associated Press and Ada Birch For Ternpost.Com", "The Tern Post"),
        ("Staff and agencies", "agencies"),
        ("Reuters Staff", "Reuters"),
    ],
)
def test_credit_author_styles(make: Make, author: str, name: str) -> None:
    assert credit(make("a", TEXT, authors=(author,), outlet="The Tern Post")).name == name


def test_credit_agency_as_outlet(make: Make) -> None:
    found = credit(make("a", TEXT, outlet="AP News", authors=("Associated Press", "Ada Birch")))
    assert (found.name, found.weight) == ("AP", Weight.AGENCY)
