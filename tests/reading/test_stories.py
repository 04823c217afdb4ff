"""On real stories, where they lie beside the checkout: no word of an article is lost, the furniture is gone."""

import json
from pathlib import Path

import pytest

from firsthand.model import Document
from firsthand.reading import read

STORIES = Path(__file__).resolve().parents[3] / "shared" / "stories"
FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u200b": " "})

pytestmark = pytest.mark.skipif(not STORIES.is_dir(), reason="no ../shared/stories beside this checkout")


def folded(text: str) -> str:
    return " ".join(text.translate(FOLD).lower().split())


@pytest.fixture(scope="module")
def stories() -> list[tuple[dict[str, list[dict[str, object]]], dict[str, Document]]]:
    found = []
    for gold in sorted(STORIES.glob("*/gold.json")):
        documents, problems = read([gold.parent / "articles"])
        assert problems == []
        found.append(
            (json.loads(gold.read_text("utf-8")), {Path(document.path).name: document for document in documents})
        )
    return found


def test_stories_every_reported_fact_is_still_in_the_text(stories: list[tuple[dict, dict[str, Document]]]) -> None:
    lost = [
        (report["doc"], report["quote"])
        for gold, documents in stories
        for fact in gold["facts"]
        for report in fact["reports"]
        if folded(report["quote"]) not in folded(documents[report["doc"]].text)
    ]
    assert lost == []


def test_stories_furniture_is_out_of_the_body(stories: list[tuple[dict, dict[str, Document]]]) -> None:
    left, total = [], 0
    for gold, documents in stories:
        for line in gold.get("furniture", []):
            document = documents[line["doc"]]
            parts = [part for part in document.parts if part.kind in ("title", "description", "body")]
            body = folded("\n".join(document.text[part.start : part.end] for part in parts))
            total += 1
            left += [line["quote"]] if folded(line["quote"]) in body else []
    assert len(left) <= 0.05 * total, left
