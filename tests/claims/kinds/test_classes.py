from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from firsthand.claims.kinds.classes import belongs, class_of_words

Tree = Callable[[str], Doc]


@pytest.mark.parametrize(
    "word, lemma, pos, name, is_one",
    [
        ("soldiers", "soldier", "NOUN", "forces", True),
        ("soldiers", "soldier", "NOUN", "group", True),
        ("soldiers", "soldier", "NOUN", "person", True),
        ("rifles", "rifle", "NOUN", "weapon", True),
        ("rifles", "rifle", "NOUN", "person", False),
        ("them", "they", "PRON", "person", True),
        ("five", "five", "NUM", "person", True),
        ("dozens", "dozen", "NOUN", "person", True),
        ("Tuesday", "Tuesday", "PROPN", "time", True),
        ("earthquake", "earthquake", "NOUN", "nature", True),
        ("novel", "novel", "NOUN", "work", True),
    ],
)
def test_classes_of_words(tree: Tree, word: str, lemma: str, pos: str, name: str, is_one: bool):
    assert belongs(tree(f"{word}|{lemma}|{pos}|0|ROOT")[0], name) == is_one


@pytest.mark.parametrize(
    "label, name", [("PERSON", "person"), ("ORG", "group"), ("GROUP", "group"), ("PLACE", "place")]
)
def test_classes_names_belong_by_their_type(tree: Tree, label: str, name: str):
    doc = tree("Orle||PROPN|0|ROOT")
    assert not belongs(doc[0], name)
    doc.set_ents([Span(doc, 0, 1, label)])
    assert belongs(doc[0], name)


def test_classes_a_stick_of_dynamite_is_dynamite(tree: Tree):
    doc = tree("dynamite||NOUN|2|compound sticks|stick|NOUN|0|ROOT")
    assert belongs(doc[1], "weapon")
    assert not belongs(tree("sticks|stick|NOUN|0|ROOT")[0], "weapon")


def test_classes_unknown_class_is_an_error():
    with pytest.raises(ValueError, match="'spaceship'"):
        class_of_words("spaceship")
