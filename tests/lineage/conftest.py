"""Invented reports of invented events, and vectors without a model."""

import zlib
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from firsthand.model import Document


@pytest.fixture
def embed() -> Callable[[Sequence[str]], np.ndarray]:
    """Rows of hashed letter pairs: similar strings have similar rows."""

    def vectors(texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 256), dtype=np.float32)
        for row, text in zip(rows, texts):
            for k in range(len(text) - 1):
                row[zlib.crc32(text[k : k + 2].encode()) % 256] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    return vectors


@pytest.fixture
def make() -> Callable[..., Document]:
    """A document from its lines."""

    def document(name: str, *lines: str, **fields: object) -> Document:
        return Document(id=name, path=f"{name}.json", text="\n".join(lines), **fields)  # type: ignore[arg-type]

    return document


FERRY = (
    "A passenger ferry ran aground on a sandbank off the port of Marlow on Sunday, hurting 14 people, police said.",
    "The vessel had left the island of Tern two hours earlier with 212 people on board, most of them day trippers.",
    "Tugs pulled the ship free at high water and it limped into the harbour under its own power.",
    "Divers will look at the hull before the owner decides when the service starts again.",
    "The same ferry lost a propeller in a storm four winters ago and was laid up for months.",
    "A spokeswoman for the harbour office said the sandbank had moved since the last survey in spring.",
)

RIVAL = (
    "Fourteen travellers needed treatment after the Tern ferry got stuck in shallow water near Marlow at the weekend.",
    "Rescuers counted 212 passengers and crew when everybody was back on land.",
    "Our reporter at the quay saw tired families queueing for coaches late into the night.",
    "Captain Ines Okoro would not talk about the cause, but locals blame shifting sands.",
    "Island shops fear a lean summer if sailings stay cancelled.",
)

SPUN_SOURCE = (
    "The rebels seized the airfield of Kessan at dawn with the help of foreign fighters, officials said.",
    "Heavy equipment of the garrison was moved from the capital to the port of Ulla by road, said Tor Benning.",
    "The government is backed by troops of Norland, while the rebels are supplied by Ostia and Varn.",
    "The loss of the base is a serious setback because it deprives it of its best trained forces on that front.",
    "Thousands of families have left the villages around Kessan since the fighting started in March.",
)

SPUN = (
    "The insurgents grabbed the airfield of Kessan at daybreak with the assistance of remote warriors, officials said.",
    "Overwhelming hardware of the garrison was shifted from the money to the port of Ulla by street, said Tor Benning.",
    "The administration is upheld by soldiers of Norland, while the insurgents are provided by Ostia and Varn.",
    "The misfortune of the base is a genuine mishap because it denies it of its best prepared powers on that front.",
    "Thousands of families have departed the towns around Kessan since the battling began in March.",
)
