"""JSON of the usual shapes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Document, Problem
from firsthand.reading import read
from tests.reading.conftest import BODY, LEAD, SECOND, THIRD, TITLE, kinds, rules

Reading = Callable[..., Document]

ARTICLE = {
    "url": "https://www.veldmarpost.example/coast/1",
    "source_domain": "www.veldmarpost.example",
    "title": TITLE,
    "description": "Divers will look at the hull on Wednesday.",
    "authors": ["Mara Quist", "Www.Veldmarpost.Example", "Author"],
    "date_publish": "2021-05-24T17:20:00",
    "language": "en",
    "text": BODY,
}


def test_records_news_please(read_text: Reading) -> None:
    document = read_text(json.dumps(ARTICLE), "a.json")
    assert document.text == f"{TITLE}\nDivers will look at the hull on Wednesday.\n{BODY}"
    assert [kind for kind, _ in kinds(document)][:3] == ["title", "description", "body"]
    assert (document.outlet, document.published, document.language) == (
        "veldmarpost.example",
        "2021-05-24T17:20:00",
        "en",
    )
    assert document.authors == ("Mara Quist",)
    assert document.url == ARTICLE["url"]


SECTIONS = {"summary": [], "sections": [{"headline": [], "paragraphs": BODY.split("\n")}]}
SHAPES: dict[str, dict[str, object]] = {
    "schema.org": {
        "headline": TITLE,
        "articleBody": BODY,
        "datePublished": "2021-05-24",
        "publisher": {"name": "Coast Courier"},
        "author": {"name": "Mara Quist"},
    },
    "Fundus": {"plaintext_body": BODY, "publishing_date": "2021-05-24 00:00:00+00:00", "authors": ["Mara Quist"]},
    "Fundus, structured": {"body": SECTIONS, "publishing_date": "2021-05-24", "authors": "Mara Quist"},
    "newspaper": {"maintext": BODY, "publish_date": "Mon, 24 May 2021", "author": "By Mara Quist"},
    "NewsAPI": {
        "content": BODY,
        "publishedAt": "May 24, 2021",
        "source": {"name": "Coast Courier"},
        "byline": "Mara Quist",
    },
}


@pytest.mark.parametrize(
    "record", [{"title": TITLE, "publisher": "Coast Courier"} | shape for shape in SHAPES.values()], ids=list(SHAPES)
)
def test_records_other_shapes(read_text: Reading, record: dict[str, object]) -> None:
    document = read_text(json.dumps(record), "a.json")
    assert document.text == f"{TITLE}\n{BODY}"
    assert document.published is not None
    assert document.published.startswith("2021-05-24")
    assert document.outlet == "Coast Courier"
    assert document.authors == ("Mara Quist",)


def test_records_format_follows_content_not_name(read_text: Reading) -> None:
    assert read_text(json.dumps(ARTICLE), "a.txt").title == TITLE


@pytest.mark.parametrize(
    "wrapped", [[ARTICLE, dict(ARTICLE, title="Another")], {"articles": [ARTICLE, dict(ARTICLE, title="Another")]}]
)
def test_records_lists(tmp_path: Path, wrapped: object) -> None:
    (tmp_path / "all.json").write_text(json.dumps(wrapped))
    documents, problems = read([tmp_path / "all.json"])
    assert problems == []
    assert [document.path for document in documents] == [f"{tmp_path}/all.json#1", f"{tmp_path}/all.json#2"]
    assert [document.title for document in documents] == [TITLE, "Another"]


def test_records_lines_with_a_malformed_one(tmp_path: Path) -> None:
    lines = [json.dumps(ARTICLE), '{"title": "cut', "", json.dumps({"id": 7}), json.dumps(ARTICLE)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines))
    documents, problems = read([tmp_path / "all.jsonl"])
    assert [document.path.rpartition("#")[2] for document in documents] == ["1", "5"]
    assert "line 2: malformed JSON" in problems[0].message
    assert problems[0].at is not None
    assert problems[0].at > len(lines[0])
    assert "line 4: no article" in problems[1].message


def test_records_malformed_json_says_where(problem_of: Callable[..., Problem]) -> None:
    problem = problem_of(b'{"title": "Ship",\n "text": }', "a.json")
    assert "line 2, column 10" in problem.message
    assert problem.at == 27


@pytest.mark.parametrize("data", [b'{"id": 3, "label": "ship"}', b'["a"]', b"[1]", b"7", b"{}", b'{"text": {"a": 1}}'])
def test_records_other_json_names_the_keys(problem_of: Callable[..., Problem], data: bytes) -> None:
    assert "maintext" in problem_of(data, "a.json").message


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"text": ' + b"9" * 9000 + b"}"])
def test_records_hostile_json(problem_of: Callable[..., Problem], data: bytes) -> None:
    assert "JSON nested too deeply" in problem_of(data, "a.json").message


def test_records_description_that_repeats_the_body_goes(read_text: Reading) -> None:
    cut = LEAD[:80] + "..."
    document = read_text(json.dumps(dict(ARTICLE, description=cut)), "a.json")
    assert document.text == f"{TITLE}\n{BODY}"
    assert rules(document)[cut] == "description repeats the body"


@pytest.mark.parametrize("description", [TITLE, None, "", "Sign up for our newsletter today."])
def test_records_description_of_nothing_goes(read_text: Reading, description: str | None) -> None:
    assert read_text(json.dumps(dict(ARTICLE, description=description)), "a.json").text == f"{TITLE}\n{BODY}"


def test_records_title_repeated_in_the_body_goes(read_text: Reading) -> None:
    document = read_text(
        json.dumps(dict(ARTICLE, description=None, text=f"{TITLE} Updated: 2021-05-24 09:10\n{BODY}")), "a.json"
    )
    assert document.text == f"{TITLE}\n{BODY}"
    assert rules(document) == {TITLE: "repeated title", "Updated: 2021-05-24 09:10": "date line"}


@pytest.mark.parametrize("tail", [" | Veldmar Post", " - veldmarpost", " - Veldmar Post | Coast"])
def test_records_site_name_leaves_the_title(read_text: Reading, tail: str) -> None:
    document = read_text(json.dumps(dict(ARTICLE, title=TITLE + tail)), "a.json")
    assert document.title == TITLE
    assert rules(document)[tail.strip()] == "site name in the title"


def test_records_dash_in_a_title_stays(read_text: Reading) -> None:
    title = "Ship strikes sandbank - nine sailors safe"
    assert read_text(json.dumps(dict(ARTICLE, title=title)), "a.json").title == title


def test_records_without_text_keep_title_and_description(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(dict(ARTICLE, text="")))
    documents, problems = read([tmp_path / "a.json"])
    assert documents[0].text == f"{TITLE}\nDivers will look at the hull on Wednesday."
    assert "no article text" in problems[0].message


def test_records_unreadable_date_is_a_problem_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(dict(ARTICLE, date_publish="last Tuesday")))
    documents, problems = read([tmp_path / "a.json"])
    assert documents[0].published is None
    assert "last Tuesday" in problems[0].message


def test_records_lone_surrogates_can_be_written_out(read_text: Reading) -> None:
    document = read_text('{"title": "Ship \\ud83d aground off the coast", "text": "' + SECOND + ' \\udc00"}', "a.json")
    assert document.text.encode("utf-8")
    assert THIRD not in document.text
