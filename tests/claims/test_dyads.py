from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from firsthand.claims.dyads import is_actor, targets

Tree = Callable[[str], Doc]


def named(doc: Doc, **labels: str) -> Doc:
    doc.set_ents([Span(doc, t.i, t.i + 1, labels[t.text]) for t in doc if t.text in labels])
    return doc


def aimed(doc: Doc, head: int) -> list[str]:
    return [token.text for token in targets(doc[head], doc[head])]


def test_dyads_the_object_is_the_target(tree: Tree):
    doc = tree(
        "Police||NOUN|2|nsubj beat||VERB|0|ROOT students|student|NOUN|2|obj and||CCONJ|5|cc nurses|nurse|NOUN|3|conj"
    )
    assert aimed(doc, 1) == ["students", "nurses"]


def test_dyads_the_target_inside_the_object(tree: Tree):
    doc = tree("Iran||PROPN|2|nsubj rejected|reject|VERB|0|ROOT Indian||ADJ|4|amod proposal||NOUN|2|obj")
    assert aimed(named(doc, Iran="PLACE", Indian="GROUP"), 1) == ["Indian"]


def test_dyads_the_target_of_a_complement(tree: Tree):
    doc = tree(
        "They||PRON|2|nsubj threatened|threaten|VERB|0|ROOT to||PART|4|mark break||VERB|2|xcomp ties|tie|NOUN|4|obj "
        "with||ADP|7|case Baku||PROPN|5|nmod"
    )
    assert aimed(named(doc, Baku="PLACE"), 1) == ["Baku"]


def test_dyads_where_it_happened_only_if_nobody_else_is_named(tree: Tree):
    text = "They||PRON|2|nsubj protested|protest|VERB|0|ROOT in||ADP|4|case Orle||PROPN|2|obl"
    assert aimed(named(tree(text), Orle="PLACE"), 1) == ["Orle"]
    more = text + " against||ADP|6|case mayor||NOUN|2|obl"
    assert aimed(named(tree(more), Orle="PLACE"), 1) == ["mayor"]


def test_dyads_a_conjunct_is_no_target_of_the_act(tree: Tree):
    doc = tree("They||PRON|2|nsubj spoke|speak|VERB|0|ROOT and||CCONJ|4|cc beat||VERB|2|conj guards|guard|NOUN|4|obj")
    assert aimed(doc, 1) == []


@pytest.mark.parametrize(
    "word, pos, actor", [("rebels|rebel", "NOUN", True), ("they|they", "PRON", False), ("stones|stone", "NOUN", False)]
)
def test_dyads_who_can_act(tree: Tree, word: str, pos: str, actor: bool):
    assert is_actor(tree(f"{word}|{pos}|0|ROOT")[0]) == actor
