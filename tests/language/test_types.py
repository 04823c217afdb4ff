import pytest
from spacy.tokens import Span

from firsthand.language import load
from firsthand.language._types import TYPES, features


def typed(text, words, given):
    """The type that a name of the text gets when the recogniser called it `given`."""
    nlp = load()
    doc = nlp(text)
    start = text.index(words)
    span = doc.char_span(start, start + len(words))
    doc.ents = [Span(doc, span.start, span.end, label=given)]
    (entity,) = nlp.get_pipe("firsthand_types")(doc).ents
    assert entity.text == words
    return entity.label_


@pytest.mark.parametrize(
    ("text", "words", "given", "expected"),
    [
        ("The company Trenholm Industries Inc. said that profits fell.", "Trenholm Industries Inc.", "PERSON", "ORG"),
        ("They swam in the River Osk near the village.", "River Osk", "PERSON", "PLACE"),
        ("Many Iranians left.", "Iranians", "ORG", "GROUP"),
    ],
)
def test_types_go_by_words_and_surroundings(text, words, given, expected):
    assert typed(text, words, given) == expected


def test_types_are_those_of_the_pipeline():
    assert set(load().get_pipe("ner").labels) <= set(TYPES)


def test_types_leave_a_doc_without_names_alone():
    nlp = load()
    doc = nlp("nothing was there")
    doc.ents = []
    assert nlp.get_pipe("firsthand_types")(doc).ents == ()


def test_features_do_not_cross_the_start_of_a_sentence():
    doc = load()("It rained. Karim Haddad left.")
    span = doc.char_span(11, 23)
    assert "before=" in features(doc, span)
