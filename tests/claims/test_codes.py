from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand import claims, language
from firsthand.claims.codes import codes, is_required
from firsthand.claims.kinds import sense_of
from firsthand.claims.modality import is_negated
from firsthand.model import Document

Tree = Callable[[str], Doc]


def coded(doc: Doc, head: int) -> dict[str, str]:
    return codes(doc[head], sense_of(doc[head])[0], negated=is_negated(doc[head]))


def act(tree: Tree, verb: str, aux: str = "", no: bool = False) -> dict[str, str]:
    before = [f"{aux}||AUX|#|aux"] if aux else []
    before += ["not||PART|#|advmod"] if no else []
    at = len(before) + 2
    line = " ".join(["They||PRON|#|nsubj", *before, f"{verb}|{verb}|VERB|0|ROOT", "rebels|rebel|NOUN|#|obj"])
    return coded(tree(line.replace("#", str(at))), at - 1)


@pytest.mark.parametrize(
    "verb, aux, no, plover",
    [
        ("kill", "", False, "ASSAULT"),
        ("kill", "", True, None),
        ("kill", "will", False, "THREATEN"),
        ("kill", "may", False, "ASSAULT"),
        ("arm", "", False, "AID"),
        ("arm", "will", False, "AGREE"),
        ("arm", "", True, "REJECT"),
        ("arrest", "will", False, "COERCE"),
        ("accuse", "will", False, "DISAPPROVE"),
        ("ponder", "", False, None),
    ],
)
def test_codes_what_is_said_of_an_act_makes_it_another(tree: Tree, verb: str, aux: str, no: bool, plover: str | None):
    assert act(tree, verb, aux, no).get("plover") == plover


def test_codes_only_acts_that_happened_have_a_type_of_acled(tree: Tree):
    assert act(tree, "kill")["acled"].startswith("Violence against civilians")
    for told in (act(tree, "kill", "will"), act(tree, "kill", no=True)):
        assert "acled" not in told


def test_codes_what_must_be_done_is_a_demand(tree: Tree):
    doc = tree("He||PRON|2|nsubj said|say|VERB|0|ROOT troops|troop|NOUN|5|nsubj must||AUX|5|aux withdraw||VERB|2|ccomp")
    assert is_required(doc[4])
    assert coded(doc, 4) == {"plover": "DEMAND"}


@pytest.mark.parametrize(
    "text, plover",
    [
        ("The union refused to call off the strike.", "REJECT"),
        ("The rebels threatened to attack the port.", "THREATEN"),
        ("France promised to help the refugees.", "AGREE"),
        ("Oman will withdraw its troops.", "AGREE"),
        ("Villagers demanded the release of the mayor.", "DEMAND"),
        ("Peru broke off talks with the rebels.", "SANCTION"),
        ("Russia deployed two battalions along the border.", "MOBILIZE"),
        ("Nurses went on strike.", "PROTEST"),
        ("The government lifted the curfew.", "CONCEDE"),
        ("The two ministers met in Geneva.", "CONSULT"),
        ("The army failed to release the hostages.", "REJECT"),
    ],
)
def test_codes_of_whole_sentences(text: str, plover: str):
    (doc,) = language.parse([text])
    found = claims.extract(Document("d", "", text), doc)
    assert plover in {claim.codes.get("plover") for claim in found if claim.told_by == "clause"}
