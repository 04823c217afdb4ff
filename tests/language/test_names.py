import pytest
from spacy.tokens import Span

from firsthand.language import load
from firsthand.language._names import settle


def doc_with(text, *names):
    """A doc whose names are given as (words, type), found one after the other."""
    doc = load().make_doc(text)
    spans, at = [], 0
    for words, label in names:
        at = text.index(words, at)
        span = doc.char_span(at, at + len(words))
        spans.append(Span(doc, span.start, span.end, label=label))
        at += len(words)
    doc.ents = spans
    return doc


def types(doc):
    return [(entity.text, entity.label_) for entity in doc.ents]


def test_settle_makes_a_name_after_a_title_a_person():
    doc = doc_with("The house of Mr Tarwick burned.", ("Tarwick", "PLACE"))
    assert types(settle(doc)) == [("Tarwick", "PERSON")]


def test_settle_takes_a_title_off_a_name():
    doc = doc_with("They met Mrs Tarwick there.", ("Mrs Tarwick", "PERSON"))
    assert types(settle(doc)) == [("Tarwick", "PERSON")]


def test_settle_leaves_out_a_name_that_is_a_title_alone():
    doc = doc_with("They met Mr there.", ("Mr", "PERSON"))
    assert types(settle(doc)) == []


def test_settle_knows_a_surname_by_the_full_name():
    doc = doc_with("Ada Tarwick spoke. Tarwick left.", ("Ada Tarwick", "PERSON"), ("Tarwick", "PLACE"))
    assert types(settle(doc)) == [("Ada Tarwick", "PERSON"), ("Tarwick", "PERSON")]


def test_settle_keeps_a_place_that_is_named_more_often_than_the_person():
    text = "In Lincoln, and in Lincoln, and in Lincoln, Ada Lincoln spoke."
    doc = doc_with(text, *[("Lincoln", "PLACE")] * 3, ("Ada Lincoln", "PERSON"))
    assert types(settle(doc))[:3] == [("Lincoln", "PLACE")] * 3


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (["ORG", "ORG", "PERSON"], ["ORG", "ORG", "ORG"]),
        (["ORG", "PERSON"], ["ORG", "PERSON"]),
        (["ORG", "PLACE", "PERSON"], ["ORG", "PLACE", "PERSON"]),
    ],
)
def test_settle_goes_by_two_thirds_of_three_places_and_more(given, settled):
    doc = doc_with(", ".join(["Vostrex"] * len(given)), *[("Vostrex", label) for label in given])
    assert [label for _, label in types(settle(doc))] == settled


def test_settle_leaves_a_doc_without_names_alone():
    assert types(settle(doc_with("Nobody was there."))) == []
