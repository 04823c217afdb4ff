"""What tests of the whole way share: a small article about an invented event, and the brief of the example."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.model import Brief

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour-fire"
TRAM = (
    "A tram left the rails on Harrow Street in Belmere on Monday, injuring 14 people, police said.",
    "The driver, Anton Reves, told the Belmere Post that the brakes had failed.",
    "Two of the injured were taken to St. Anna hospital, fire chief Mara Quist said.",
)


def article(**fields: object) -> bytes:
    """An article as JSON."""
    told = {
        "title": "Tram derails in Belmere",
        "text": "\n".join(TRAM),
        "date_publish": "2021-05-04 10:00:00",
        "url": "https://belmere-post.example/tram",
        **fields,
    }
    return json.dumps(told).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder with files of given content; ``good.json`` is always there."""

    def made(**files: bytes) -> Path:
        place = tmp_path / "articles"
        place.mkdir()
        (place / "good.json").write_bytes(article())
        for name, content in files.items():
            (place / name.replace("__", ".")).write_bytes(content)
        return place

    return made


@pytest.fixture(scope="session")
def example() -> Brief:
    """The brief of the shipped example."""
    from firsthand.pipeline import brief_of  # here, for most tests need no model

    return brief_of([EXAMPLE])
