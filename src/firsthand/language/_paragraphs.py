"""Sentences end where paragraphs do: a pipeline component that runs before the parser."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("firsthand_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Marks the first word after each line break as a sentence start; the parser keeps to it."""
    broken = False
    for token in doc:
        if token.is_space:
            broken = broken or "\n" in token.text
            token.is_sent_start = False if token.i else None
        elif broken:
            token.is_sent_start = True
            broken = False
    return doc
