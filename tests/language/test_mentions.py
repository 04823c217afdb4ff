import numpy as np
import pytest

from firsthand.language import load
from firsthand.language._candidates import candidates, features
from firsthand.language._network import Known


@pytest.fixture(scope="module")
def nlp():
    return load()


def spans(doc):
    return {(span.text, span.label_) for span in doc.spans["mentions"]}


def texts(doc):
    return {doc[start:end].text for start, end, _, _ in candidates(doc)}


def test_candidates_hold_the_chunk_and_what_follows_it(nlp):
    doc = nlp("The northern part of the city was shelled.")
    assert {"The northern part", "The northern part of the city", "northern part", "the city"} <= texts(doc)


def test_candidates_hold_two_joined_nouns(nlp):
    assert "our allies and friends" in texts(nlp("They attacked our allies and friends."))


def test_candidates_leave_out_heads_that_are_not_likely(nlp):
    doc = nlp("The soldiers burned a field.")
    none = candidates(doc, [False] * len(doc))
    assert [c for c in none if not doc[c[2]].ent_type_] == []


def test_features_are_named_alike_for_like_candidates(nlp):
    first, second = nlp("The rebels took the airport."), nlp("The rebels took the harbour.")
    at = next(c for c in candidates(first) if first[c[0] : c[1]].text == "The rebels")
    assert features(first, at) == features(second, at)


def test_mentions_find_descriptions_and_pronouns(nlp):
    found = spans(nlp("Coalition forces attacked the village, and they shelled its hospital."))
    assert ("Coalition forces", "ORG") in found
    assert ("the village", "PLACE") in found


def test_mentions_do_not_overlap(nlp):
    doc = nlp("The minister for the north of the country, Karim Haddad, met the rebels in a hotel in Tripoli.")
    taken = [i for span in doc.spans["mentions"] for i in range(span.start, span.end)]
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize("text", ["", " ", "!", "\n\n"])
def test_mentions_of_a_text_without_words_are_none(nlp, text):
    assert list(nlp(text).spans["mentions"]) == []


def test_sorts_are_log_probabilities(nlp):
    doc = nlp("Yesterday a woman bought bread in Paris.")
    weights = nlp.get_pipe("firsthand_mentions").network.weights
    known = Known(doc, weights)
    assert known.sorts.shape == (len(doc) + 1, len(weights["sort_end"]))
    assert np.all(known.sorts <= 0)
    assert known.sorts[2].argmax() == 1  # a woman is a person
