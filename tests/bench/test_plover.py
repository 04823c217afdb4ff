import pytest
from bench.plover import event_of, matched

from firsthand import claims, language
from firsthand.model import Document


@pytest.mark.parametrize(
    "told, gold, right",
    [
        (["the rebels"], ["Sumari rebels"], 1),
        (["the army", "the army"], ["an army"], 1),
        (["the army"], ["the police"], 0),
        ([], ["police"], 0),
        (["Iranian envoys"], ["Iran"], 0),
        (["Russian troops"], ["Russians", "troops"], 1),
    ],
)
def test_plover_actors_are_matched_once_by_their_words(told: list[str], gold: list[str], right: int):
    assert matched(told, gold) == right


def event(text: str):
    (doc,) = language.parse([text])
    return event_of(doc, claims.extract(Document("d", "", text), doc))


def test_plover_event_is_the_least_embedded():
    found = event("Police said rebels killed two monks.")
    assert (found.plover, found.sources) == ("ASSAULT", ("rebels",))
    assert any("monks" in text for text in found.targets)


def test_plover_sentence_without_a_class_has_none():
    assert event("The lake is blue.") == ("", (), ())
