from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand.claims.arguments import arguments
from firsthand.claims.kinds import Sense

Tree = Callable[[str], Doc]


def told(doc: Doc, noun: int, kind: str) -> set[tuple[str, str]]:
    return {(role, token.text) for role, token in arguments(doc[noun], Sense(kind))}


def test_arguments_the_murder_of_two_nuns_by_gunmen(tree: Tree):
    doc = tree(
        "murder||NOUN|0|ROOT of||ADP|4|case two||NUM|4|nummod nuns|nun|NOUN|1|nmod "
        "by||ADP|6|case gunmen|gunman|NOUN|1|nmod"
    )
    assert told(doc, 0, "killing") == {("patient", "nuns"), ("agent", "gunmen")}


@pytest.mark.parametrize(
    "kind, part", [("release", "patient"), ("killing", "patient"), ("attack", "agent"), ("deployment", "agent")]
)
def test_arguments_whose_event_it_is(tree: Tree, kind: str, part: str):
    doc = tree("army||NOUN|3|nmod:poss 's||PART|1|case act||NOUN|0|ROOT")
    assert told(doc, 2, kind) == {(part, "army")}


@pytest.mark.parametrize(
    "kind, part",
    [
        ("attack", "patient"), ("deployment", "patient"), ("construction", "patient"), ("killing", "patient"),
        ("protest", "agent"), ("statement", "agent"),
    ],
)  # fmt: skip
def test_arguments_what_it_is_of(tree: Tree, kind: str, part: str):
    doc = tree("act||NOUN|0|ROOT of||ADP|3|case tanks|tank|NOUN|1|nmod")
    assert told(doc, 0, kind) == {(part, "tanks")}


def test_arguments_genitive_acts_where_another_phrase_suffers(tree: Tree):
    doc = tree("army||NOUN|2|nmod:poss killing||NOUN|0|ROOT of||ADP|4|case monks|monk|NOUN|2|nmod")
    assert told(doc, 1, "killing") == {("agent", "army"), ("patient", "monks")}


@pytest.mark.parametrize("case", ["on", "against", "at", "toward"])
def test_arguments_whom_it_is_against(tree: Tree, case: str):
    doc = tree(f"raid||NOUN|0|ROOT {case}||ADP|3|case convoy||NOUN|1|nmod and||CCONJ|5|cc bridge||NOUN|3|conj")
    assert told(doc, 0, "attack") == {("patient", "convoy"), ("patient", "bridge")}


def test_arguments_modifiers_by_their_class(tree: Tree):
    doc = tree("rebel||NOUN|4|compound rocket||NOUN|4|compound embassy||NOUN|4|compound attack||NOUN|0|ROOT")
    assert told(doc, 3, "attack") == {("agent", "rebel"), ("instrument", "rocket"), ("patient", "embassy")}


@pytest.mark.parametrize(
    "case, noun, role",
    [
        ("in", "Orle", "place"), ("to", "Orle", "destination"), ("for", "victims", "recipient"),
        ("with", "rifle", "instrument"),
        ("with", "rebel", "agent"), ("from", "Orle", "origin"), ("from", "soldier", "agent"),
    ],
)  # fmt: skip
def test_arguments_by_preposition(tree: Tree, case: str, noun: str, role: str):
    doc = tree(f"act||NOUN|0|ROOT {case}||ADP|3|case {noun}||NOUN|1|nmod")
    assert told(doc, 0, "supply") == {(role, noun)}
