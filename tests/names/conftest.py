"""Documents with names marked by hand: "[Mayor Lena Orlova|PERSON] spoke"."""

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc
from spacy.util import filter_spans

from firsthand.model import Entity
from firsthand.names import resolve

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def marked(text: str) -> Doc:
    """A document of the text without its marks, with the marked spans as entities."""
    bare, spans, last = "", [], 0
    for match in _MARK.finditer(text):
        bare += text[last : match.start()]
        spans.append((len(bare), len(bare) + len(match[1]), match[2]))
        bare += match[1]
        last = match.end()
    doc = spacy.blank("en")(bare + text[last:])
    found = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans]
    doc.ents = filter_spans([span for span in found if span is not None])
    return doc


@pytest.fixture
def entities() -> Callable[..., dict[str, Entity]]:
    """The entities of some marked texts, by name."""

    def resolved(*texts: str) -> dict[str, Entity]:
        docs = {f"d{place}": marked(text) for place, text in enumerate(texts)}
        return {entity.name: entity for entity in resolve(docs, list(docs))}

    return resolved
