from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from firsthand.claims.kinds.around import core, heads, is_passive, modifiers, objects, obliques, resolved, subjects

Tree = Callable[[str], Doc]


def words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def tagged(doc: Doc, **tags: str) -> Doc:
    for token in doc:
        token.tag_ = tags.get(token.text, "")
    return doc


def test_around_active_clause(tree: Tree):
    doc = tree("Guards||NOUN|2|nsubj shut||VERB|0|ROOT gates||NOUN|2|obj at||ADP|5|case dusk||NOUN|2|obl")
    assert (words(subjects(doc[1])), words(objects(doc[1])), words(obliques(doc[1]))) == (
        ["Guards"],
        ["gates"],
        ["dusk"],
    )
    assert not is_passive(doc[1])


def test_around_passive_clause(tree: Tree):
    doc = tree(
        "Gates||NOUN|3|nsubj:pass were|be|AUX|3|aux:pass shut||VERB|0|ROOT by||ADP|5|case guards||NOUN|3|obl:agent"
    )
    assert (words(subjects(doc[2])), words(objects(doc[2]))) == (["guards"], ["Gates"])
    assert is_passive(doc[2])


def test_around_passive_without_agent_has_no_subject(tree: Tree):
    doc = tree("Gates||NOUN|3|nsubj:pass were|be|AUX|3|aux:pass shut||VERB|0|ROOT")
    assert subjects(doc[2]) == []


def test_around_bare_participle_suffers(tree: Tree):
    doc = tagged(tree("men||NOUN|0|ROOT shot|shoot|VERB|1|acl"), shot="VBN")
    assert (words(subjects(doc[1])), words(objects(doc[1]))) == ([], ["men"])


def test_around_present_participle_acts(tree: Tree):
    doc = tagged(tree("men||NOUN|0|ROOT carrying|carry|VERB|1|acl rifles||NOUN|2|obj"), carrying="VBG")
    assert (words(subjects(doc[1])), words(objects(doc[1]))) == (["men"], ["rifles"])


def test_around_relative_pronoun_stands_for_its_noun(tree: Tree):
    doc = tree("men||NOUN|0|ROOT who||PRON|3|nsubj fled|flee|VERB|1|acl:relcl")
    assert resolved(doc[1]) == doc[0]
    assert words(subjects(doc[2])) == ["men"]


def test_around_relative_clause_with_a_gap_for_its_object(tree: Tree):
    doc = tree("village||NOUN|0|ROOT rebels|rebel|NOUN|3|nsubj burned|burn|VERB|1|acl:relcl")
    assert (words(subjects(doc[2])), words(objects(doc[2]))) == (["rebels"], ["village"])


def test_around_object_is_told_to_do_it(tree: Tree):
    doc = tree("He||PRON|2|nsubj ordered|order|VERB|0|ROOT troops|troop|NOUN|2|obj to||PART|5|mark leave||VERB|2|xcomp")
    assert words(subjects(doc[4])) == ["troops"]


def test_around_the_accused_did_it(tree: Tree):
    doc = tree(
        "They||PRON|2|nsubj accused|accuse|VERB|0|ROOT men||NOUN|2|obj of||SCONJ|5|mark planting|plant|VERB|2|advcl "
        "it||PRON|5|obj"
    )
    assert words(subjects(doc[4])) == ["men"]


def test_around_conjunct_borrows_the_subject(tree: Tree):
    doc = tree("Men||NOUN|2|nsubj came|come|VERB|0|ROOT and||CCONJ|4|cc fled|flee|VERB|2|conj")
    assert words(subjects(doc[3])) == ["Men"]


def test_around_coordinated_passives_share_whom_they_happen_to(tree: Tree):
    doc = tagged(
        tree(
            "Men||NOUN|3|nsubj:pass were|be|AUX|3|aux:pass caught|catch|VERB|0|ROOT and||CCONJ|5|cc "
            "shot|shoot|VERB|3|conj"
        ),
        caught="VBN",
        shot="VBN",
    )
    assert words(objects(doc[4])) == ["Men"]


def test_around_heads_are_what_is_coordinated_or_included(tree: Tree):
    doc = tree(
        "nuns||NOUN|0|ROOT and||CCONJ|3|cc monks||NOUN|1|conj including|include|VERB|5|case cooks||NOUN|1|nmod "
        "of||ADP|7|case Orle||PROPN|1|nmod"
    )
    assert words(list(heads(doc[0]))) == ["nuns", "monks", "cooks"]


@pytest.mark.parametrize("measure", ["days", "series", "part", "wave"])
def test_around_core_of_what_only_measures(tree: Tree, measure: str):
    lemma = {"days": "day"}.get(measure, measure)
    doc = tree(f"{measure}|{lemma}|NOUN|0|ROOT of||ADP|3|case raids|raid|NOUN|1|nmod")
    assert core(doc[0]).text == "raids"
    assert core(doc[2]).text == "raids"


def test_around_modifiers_stand_left(tree: Tree):
    doc = tree("nuclear||ADJ|3|amod the||DET|3|det test||NOUN|0|ROOT site||NOUN|3|compound")
    assert words(modifiers(doc[2])) == ["nuclear"]
