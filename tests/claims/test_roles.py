from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand.claims.kinds import sense_of
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


def of_sense(doc: Doc, head: int) -> set[tuple[str, str]]:
    sense, at = sense_of(doc[head])
    return {(role.role, doc.text[role.start : role.end]) for role in roles_of(doc[head], sense, at)}


def test_roles_of_a_sense_a_weapon_is_the_instrument(tree: Tree):
    doc = tree(
        "They||PRON|2|nsubj fired|fire|VERB|0|ROOT rockets|rocket|NOUN|2|obj at||ADP|5|case guards|guard|NOUN|2|obl"
    )
    assert of_sense(doc, 1) == {("agent", "They"), ("instrument", "rockets"), ("patient", "guards")}


def test_roles_a_weapon_that_kills_is_the_instrument(tree: Tree):
    doc = tree("Bomb||NOUN|2|nsubj killed|kill|VERB|0|ROOT nuns|nun|NOUN|2|obj")
    assert of_sense(doc, 1) == {("instrument", "Bomb"), ("patient", "nuns")}


def test_roles_who_dies_is_the_patient(tree: Tree):
    assert of_sense(tree("Monks|monk|NOUN|2|nsubj died|die|VERB|0|ROOT"), 1) == {("patient", "Monks")}


def test_roles_of_a_light_verb_s_noun(tree: Tree):
    doc = tree(
        "Rebels|rebel|NOUN|2|nsubj launched|launch|VERB|0|ROOT attack||NOUN|2|obj on||ADP|5|case port||NOUN|2|obl "
        "on||ADP|7|case Friday||PROPN|2|obl"
    )
    assert of_sense(doc, 1) == {("agent", "Rebels"), ("patient", "port"), ("time", "Friday")}


def test_roles_what_stands_on_a_coast_is_built_there_and_not_struck(tree: Tree):
    doc = tree(
        "Construction||NOUN|4|nsubj of||ADP|3|case mill||NOUN|1|nmod began|begin|VERB|0|ROOT "
        "on||ADP|6|case coast||NOUN|4|obl"
    )
    assert of_sense(doc, 3) == {("patient", "mill"), ("place", "coast")}


@pytest.mark.parametrize(
    "case, word", [("on", "Tuesday"), ("in", "March"), ("at", "dawn"), ("in", "1990"), ("over", "weekend")]
)
def test_roles_a_time_is_no_place(tree: Tree, case: str, word: str):
    pos = "NUM" if word.isdigit() else "NOUN"
    doc = tree(f"They||PRON|2|nsubj moved||VERB|0|ROOT {case}||ADP|4|case {word}||{pos}|2|obl")
    assert told(doc, 1) == {"agent": "They", "time": word}


def test_roles_a_town_that_falls_is_the_patient(tree: Tree):
    doc = tree("Town||NOUN|2|nsubj fell|fall|VERB|0|ROOT to||ADP|4|case rebels|rebel|NOUN|2|obl")
    assert of_sense(doc, 1) == {("patient", "Town"), ("agent", "rebels")}


def test_roles_name_in_apposition_belongs_to_the_phrase(tree: Tree):
    doc = tree("mayor||NOUN|0|ROOT Ann||PROPN|1|appos Bo||PROPN|2|flat")
    start, end = phrase(doc[0])
    assert doc.text[start:end] == "mayor Ann Bo"


def test_roles_relative_pronoun_is_whom_it_stands_for(tree: Tree):
    doc = tree("men||NOUN|0|ROOT who||PRON|3|nsubj shut||VERB|1|acl:relcl gates||NOUN|3|obj")
    assert told(doc, 2) == {"agent": "men", "patient": "gates"}


def test_roles_coordinated_phrases_play_the_same(tree: Tree):
    doc = tree("They||PRON|2|nsubj shut||VERB|0|ROOT gates||NOUN|2|obj and||CCONJ|5|cc doors||NOUN|3|conj")
    assert of_sense(doc, 1) == {("agent", "They"), ("patient", "gates"), ("patient", "doors")}
