"""Toponyms in raw text. The documents have names marked by hand, so that the rules alone are asked."""

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from firsthand.names import Gazetteer, find_toponyms, find_whereabouts, place_toponyms
from tests.names.conftest import marked

_ENGLISH, _GAZETTEER = spacy.blank("en"), Gazetteer()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return _GAZETTEER


def names(text: str, gazetteer: Gazetteer) -> list[str]:
    return [toponym.name for toponym in find_toponyms(marked(text), gazetteer)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor spoke in [Orna|PLACE] on Friday.", ["Orna"]),
        ("They fled from Mill Road to the Tavira Bridge.", ["Mill Road", "Tavira Bridge"]),
        ("Shelling hit the villages of Orna and Belmere.", ["Orna", "Belmere"]),
        ("Police sealed off the Sarnok district.", ["Sarnok"]),
        ("A man died in Belmere, Kentucky.", ["Belmere", "Kentucky"]),
        ("LISBON, Portugal — The minister resigned.", ["LISBON", "Portugal"]),
        ("QUELMO, Portugal — The mayor left. Rain cheered Quelmo.", ["QUELMO", "Portugal", "Quelmo"]),
        ("Trucks left Germany; [Germany Trade Union|ORG] objected.", ["Germany", "Germany"]),
        ("The [Nairobi Hospital Workers Union|ORG] struck.", ["Nairobi Hospital"]),
        ("Deputies of the Harlan County sheriff came.", ["Harlan County"]),
        ("A crash closed Highway 403 near Hamilton.", ["Highway 403", "Hamilton"]),
    ],
)
def test_find_places_of_text(text: str, found: list[str], gazetteer: Gazetteer) -> None:
    assert names(text, gazetteer) == found


@pytest.mark.parametrize(
    "text",
    [
        "[Lena Orlova|PERSON] met [Jordan Berg|PERSON].",
        "[Anton Preston|PERSON] said so. [Preston|PLACE] left early.",
        "Then Mr. Milton laughed.",
        "A letter came from President [Tamar Quelmo|PLACE].",
        "[Anna Quelmo|PLACE] laughed.",
        "On Monday they spoke to the Minister.",
    ],
)
def test_find_leaves_people_and_other_words(text: str, gazetteer: Gazetteer) -> None:
    assert names(text, gazetteer) == []


def test_find_repeats_what_it_found_once(gazetteer: Gazetteer) -> None:
    text = "Rebels hold the village of Sarnok. Officials denied that Sarnok fell."
    assert names(text, gazetteer) == ["Sarnok", "Sarnok"]


@pytest.mark.parametrize(
    ("words", "tags", "found"),
    [
        ("The Turkish army withdrew .", "DET ADJ NOUN VERB PUNCT", ["Turkish"]),
        ("South Korean troops left .", "ADJ ADJ NOUN VERB PUNCT", ["South Korean"]),
        ("He spoke in Turkish .", "PRON VERB ADP PROPN PUNCT", []),
        ("The Russian Federation objected .", "DET ADJ PROPN VERB PUNCT", ["Russian Federation"]),
    ],
)
def test_find_adjectives_before_nouns(words: str, tags: str, found: list[str], gazetteer: Gazetteer) -> None:
    doc = Doc(Vocab(), words=words.split(), pos=tags.split())
    assert [toponym.name for toponym in find_toponyms(doc, gazetteer)] == found


def test_find_gives_spans_in_order_that_do_not_overlap(gazetteer: Gazetteer) -> None:
    doc = marked("In [Paris|PLACE], [Lyon|PLACE] and the town of Orna, France, near Lake Orna and Paris Road.")
    found = find_toponyms(doc, gazetteer)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(doc.text[one.start : one.end] == one.name for one in found)


@settings(deadline=None)  # the first look-up loads the index
@given(st.text(alphabet=st.sampled_from("aA. ,'’-–/\nÉ(5$km"), max_size=80))
def test_find_takes_any_text(text: str) -> None:
    found = find_toponyms(_ENGLISH(text), _GAZETTEER)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "word", ["A ", "Mill ", "Mill-", "St. ", "Orna's ", "Orna, ", "in the ", "of and the ", "12 km "]
)
def test_find_is_no_slower_on_hostile_text(word: str, gazetteer: Gazetteer) -> None:
    text = word * (40_000 // len(word))
    doc = Doc(Vocab(), words=[text], spaces=[False])
    began = time.process_time()
    toponyms = find_toponyms(doc, gazetteer)
    find_whereabouts("d", text, toponyms, place_toponyms(text, toponyms, gazetteer), gazetteer)
    assert time.process_time() - began < 5
