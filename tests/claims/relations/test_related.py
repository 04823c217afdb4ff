import numpy as np

from firsthand.claims.relations import find_related
from firsthand.claims.relations.arguments import arguments
from firsthand.claims.relations.features import pairs
from firsthand.claims.relations.related import Model, shipped
from firsthand.language import parse

TEXT = "Peter Lang met the French president in Minsk. Three trucks burned."


def test_arguments_are_mentions_things_numbers_and_other_nouns():
    (doc,) = parse([TEXT])
    found = arguments(doc)
    kinds = {doc[one.head].text: one.kind for one in found}
    assert kinds["Minsk"] == "PLACE"
    assert kinds["trucks"] == "THING"
    assert kinds["Three"] == "QUANTITY"
    assert len({one.head for one in found}) == len(found)


def test_pairs_stay_within_a_sentence_and_in_order():
    (doc,) = parse([TEXT])
    for pair in pairs(doc, arguments(doc)):
        assert pair.one.head < pair.other.head
        assert doc[pair.one.head].sent.start == doc[pair.other.head].sent.start


def test_related_directs_a_class_by_its_mark():
    (doc,) = parse(["Peter Lang met Ana Reves."])
    found = [one for one in arguments(doc) if doc[one.head].pos_ == "PROPN"]
    (back,) = find_related(doc, found, Model(np.array([[0.0, 1.0]], np.float32), ["", "InChargeOf<"], ["bias"]))
    assert (back.subject.head > back.object.head, back.relation) == (True, "InChargeOf")


def test_related_says_nothing_where_nothing_is_likeliest():
    (doc,) = parse([TEXT])
    assert find_related(doc, None, Model(np.array([[1.0, 0.0]], np.float32), ["", "Likes>"], ["bias"])) == []


def test_related_shipped_model_knows_its_relations():
    assert {name.rstrip("<>") for name in shipped().classes} >= {"", "FightingAgainst", "InChargeOf", "CoLocated"}
