from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand.claims import kind_of_noun
from firsthand.claims.kinds import OTHER, STATE, kind_of

Tree = Callable[[str], Doc]


@pytest.mark.parametrize(
    "lemma, kind",
    [("kill", "killing"), ("injure", "injury"), ("arrest", "arrest"), ("say", "statement"), ("ponder", OTHER)],
)
def test_kinds_of_verbs(tree: Tree, lemma: str, kind: str):
    assert kind_of(tree(f"It|it|PRON|2|nsubj {lemma}s|{lemma}|VERB|0|ROOT")[1]) == kind


def test_kinds_light_verb_has_its_object_s_kind(tree: Tree):
    doc = tree("Rebels|rebel|NOUN|2|nsubj staged|stage|VERB|0|ROOT an||DET|4|det attack||NOUN|2|obj")
    assert kind_of(doc[1]) == kind_of_noun("attack") == "attack"


def test_kinds_copula_is_a_state(tree: Tree):
    assert kind_of(tree("It||PRON|3|nsubj is|be|AUX|3|cop purple||ADJ|0|ROOT")[2]) == STATE


def test_kinds_adjective_that_tells_an_event_is_no_mere_state(tree: Tree):
    assert kind_of(tree("He||PRON|3|nsubj is|be|AUX|3|cop dead||ADJ|0|ROOT")[2]) == "killing"


@pytest.mark.parametrize(
    "noun, kind", [("dead", "killing"), ("Death", "killing"), ("wounded", "injury"), ("table", None), ("", None)]
)
def test_kinds_of_counted_nouns(noun: str, kind: str | None):
    assert kind_of_noun(noun) == kind
