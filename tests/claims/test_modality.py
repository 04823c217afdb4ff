from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand.claims.modality import is_negated, modality_of

Tree = Callable[[str], Doc]


@pytest.mark.parametrize(
    "text, head, negated",
    [
        ("It||PRON|2|nsubj fell||VERB|0|ROOT", 1, False),
        ("It||PRON|4|nsubj did|do|AUX|4|aux not||PART|4|advmod fall||VERB|0|ROOT", 3, True),
        ("It||PRON|4|nsubj did|do|AUX|4|aux n't|not|PART|4|advmod fall||VERB|0|ROOT", 3, True),
        ("It||PRON|3|nsubj never||ADV|3|advmod fell||VERB|0|ROOT", 2, True),
        ("No||DET|2|det wall||NOUN|3|nsubj fell||VERB|0|ROOT", 2, True),
        ("Rain||NOUN|2|nsubj hit||VERB|0|ROOT no||DET|4|det town||NOUN|2|obj", 1, True),
    ],
)
def test_modality_negation(tree: Tree, text: str, head: int, negated: bool):
    assert is_negated(tree(text)[head]) is negated


def test_modality_negation_of_a_clause_below_is_not_the_verb_s(tree: Tree):
    doc = tree("He||PRON|2|nsubj said||VERB|0|ROOT it||PRON|5|nsubj never||ADV|5|advmod fell||VERB|2|ccomp")
    assert not is_negated(doc[1])
    assert is_negated(doc[4])


@pytest.mark.parametrize(
    "auxiliary, modality",
    [("may", "possible"), ("might", "possible"), ("could", "possible"), ("will", "planned"), ("has", None)],
)
def test_modality_of_auxiliaries(tree: Tree, auxiliary: str, modality: str | None):
    assert modality_of(tree(f"It||PRON|3|nsubj {auxiliary}||AUX|3|aux fall||VERB|0|ROOT")[2]) == modality


def test_modality_condition(tree: Tree):
    assert modality_of(tree("if||SCONJ|3|mark it||PRON|3|nsubj falls||VERB|0|ROOT")[2]) == "conditional"


def test_modality_question(tree: Tree):
    assert modality_of(tree("Did|do|AUX|3|aux it||PRON|3|nsubj fall||VERB|0|ROOT ?||PUNCT|3|punct")[2]) == "asked"


def test_modality_plain_statement_has_none(tree: Tree):
    assert modality_of(tree("It||PRON|2|nsubj fell||VERB|0|ROOT .||PUNCT|2|punct")[1]) is None


def test_modality_question_within_a_quotation(tree: Tree):
    told = "fell||VERB|4|ccomp ?||PUNCT|1|punct they||PRON|4|nsubj asked||VERB|0|ROOT .||PUNCT|4|punct"
    assert modality_of(tree(told)[0]) == "asked"
