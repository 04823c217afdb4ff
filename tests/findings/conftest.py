"""Claims, documents and vectors made by hand."""

import re
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.findings import Material
from firsthand.model import Channel, Claim, Document, Entity, Link, Mention, Quantity, TimeValue, identity


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of hashed words: texts that share words are near each other."""
    rows = np.zeros((len(texts), 128), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"\w+", text.lower()):
            row[zlib.crc32(word.encode()) % 128] += 1
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, lengths, out=rows, where=lengths > 0)


class Story:
    """Documents and the claims that their sentences (one a line) make."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.claims: list[Claim] = []
        self.entities: dict[str, list[Mention]] = {}
        self.kinds: dict[str, str] = {}
        self.links: list[Link] = []
        self.channels: dict[str, Channel] = {}

    def document(self, id: str, *sentences: str, published: str = "2021-05-04", channel: str | None = None) -> None:
        self.documents[id] = Document(id, f"{id}.txt", "\n".join(sentences), published=published)
        self.channels[id] = Channel(channel or f"Outlet {id}")

    def claim(self, document: str, words: str, predicate: str, kind: str = "other", **fields: Any) -> Claim:
        """The claim that says ``words``; ``number`` is (words, low, high, noun), ``when`` is (words, ISO date)."""
        text = self.documents[document].text
        start = text.index(words)
        at = text.index(predicate, start) if predicate in words else start
        number, when = fields.pop("number", None), fields.pop("when", None)
        if number:
            place = text.index(number[0], start)
            fields["quantities"] = (
                Quantity(place, place + len(number[0]), number[1], number[2], unit="person", noun=number[3]),
            )
        if when:
            place = text.index(when[0], start)
            fields["time"] = TimeValue(when[1], when[1], when[0], (place, place + len(when[0])), "day")
        line = (text.rfind("\n", 0, start) + 1, text.find("\n", start))
        claim = Claim(
            identity("c", document, start, words),
            document,
            start,
            start + len(words),
            kind,
            predicate,
            (at, at + len(predicate)),
            sentence=(line[0], line[1] if line[1] >= 0 else len(text)),
            **fields,
        )
        self.claims.append(claim)
        return claim

    def name(self, name: str, kind: str) -> None:
        """Marks every mention of a name."""
        self.kinds[name] = kind
        self.entities[name] = [
            Mention(id, match.start(), match.end())
            for id, document in self.documents.items()
            for match in re.finditer(re.escape(name), document.text)
        ]

    def listed(self) -> list[Entity]:
        return [
            Entity(identity("e", name), name, self.kinds[name], tuple(mentions))  # type: ignore[arg-type]
            for name, mentions in self.entities.items()
        ]

    def material(self) -> Material:
        return Material(self.documents, self.claims, self.listed(), self.links, self.channels, embed)


def collapse(numbers: Sequence[int] = (40, 40)) -> Story:
    """Two reports of a wall that fell, each with a toll."""
    story = Story()
    for k, number in enumerate(numbers):
        id = "abcdef"[k]
        story.document(id, f"A wall fell in Orle on Monday, killing {number} people.", published=f"2021-05-0{4 + k}")
        story.claim(id, "A wall fell in Orle on Monday", "fell", "accident", when=("Monday", "2021-05-03"))
        story.claim(
            id, f"killing {number} people", "kill", "killing", number=(f"{number} people", number, number, "people")
        )
    story.name("Orle", "place")
    return story
