"""Sentences parsed by hand: what these modules do must not hang on the weights of a model."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

_VOCAB = spacy.blank("en").vocab


def tree(text: str) -> Doc:
    """A parsed text of ``word|lemma|POS|head|relation``, heads from 1 within each sentence (a line), 0 for the root."""
    words, lemmas, tags, heads, relations = [], [], [], [], []
    for line in text.strip().splitlines():
        first = len(words)
        for place, item in enumerate(line.split()):
            word, lemma, tag, head, relation = item.split("|")
            words.append(word)
            lemmas.append(lemma or word.lower())
            tags.append(tag)
            heads.append(first + (int(head) - 1 if int(head) else place))
            relations.append(relation)
    return Doc(_VOCAB, words=words, lemmas=lemmas, pos=tags, heads=heads, deps=relations)


@pytest.fixture(name="tree")
def _tree() -> Callable[[str], Doc]:
    return tree
