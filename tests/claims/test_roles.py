from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand.claims.roles import phrase, roles_of

Tree = Callable[[str], Doc]


def told(doc: Doc, head: int) -> dict[str, str]:
    return {role.role: doc.text[role.start : role.end] for role in roles_of(doc[head])}


def test_roles_agent_and_patient(tree: Tree):
    doc = tree("Two||NUM|2|nummod guards||NOUN|3|nsubj shut||VERB|0|ROOT the||DET|5|det gate||NOUN|3|obj")
    assert told(doc, 2) == {"agent": "Two guards", "patient": "the gate"}


def test_roles_passive_turns_them_round(tree: Tree):
    doc = tree(
        "The||DET|2|det gate||NOUN|4|nsubj:pass was|be|AUX|4|aux:pass shut||VERB|0|ROOT by||ADP|6|case "
        "guards||NOUN|4|obl:agent"
    )
    assert told(doc, 3) == {"agent": "guards", "patient": "The gate"}


@pytest.mark.parametrize(
    "preposition, role",
    [("in", "place"), ("from", "origin"), ("to", "destination"), ("with", "instrument"), ("after", "time")],
)
def test_roles_by_preposition(tree: Tree, preposition: str, role: str):
    doc = tree(f"They||PRON|2|nsubj moved||VERB|0|ROOT {preposition}||ADP|4|case Orle||PROPN|2|obl")
    assert told(doc, 1)[role] == "Orle"


def test_roles_unknown_preposition_gives_none(tree: Tree):
    doc = tree("They||PRON|2|nsubj moved||VERB|0|ROOT notwithstanding||ADP|4|case orders||NOUN|2|obl")
    assert told(doc, 1) == {"agent": "They"}


def test_roles_conjunct_borrows_the_subject(tree: Tree):
    doc = tree("Guards||NOUN|2|nsubj shouted||VERB|0|ROOT and||CCONJ|4|cc fired||VERB|2|conj shots||NOUN|4|obj")
    assert told(doc, 3) == {"agent": "Guards", "patient": "shots"}


def test_roles_object_of_an_open_complement(tree: Tree):
    doc = tree("Troops||NOUN|2|nsubj began||VERB|0|ROOT to||PART|4|mark leave||VERB|2|xcomp Orle||PROPN|4|obj")
    assert told(doc, 1) == {"agent": "Troops", "patient": "Orle"}


def test_roles_come_in_reading_order(tree: Tree):
    doc = tree("In||ADP|2|case Orle||PROPN|4|obl guards||NOUN|4|nsubj shut||VERB|0|ROOT gates||NOUN|4|obj")
    spans = [(role.start, role.end) for role in roles_of(doc[3])]
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_roles_phrase_leaves_out_relative_clauses(tree: Tree):
    doc = tree("the||DET|3|det old||ADJ|3|amod gate||NOUN|0|ROOT that||PRON|5|nsubj fell|fall|VERB|3|acl:relcl")
    start, end = phrase(doc[2])
    assert doc.text[start:end] == "the old gate"
