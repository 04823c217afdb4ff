from collections.abc import Callable

import pytest
import spacy
from msgspec import structs
from spacy.tokens import Doc

from firsthand.claims import extract
from firsthand.model import Claim, Document, Part

Tree = Callable[[str], Doc]
GATE = (
    "Police||NOUN|2|nsubj said|say|VERB|0|ROOT two||NUM|4|nummod guards|guard|NOUN|5|nsubj closed|close|VERB|2|ccomp "
    "the||DET|7|det gate||NOUN|5|obj on||ADP|9|case Tuesday||PROPN|5|obl"
)


def read(doc: Doc, published: str | None = "2021-05-06", parts: tuple[Part, ...] = ()) -> dict[str, Claim]:
    """Claims by predicate."""
    document = Document("d1", "a.txt", doc.text, published=published, parts=parts)
    return {claim.predicate: claim for claim in extract(document, doc)}


def test_extract_gives_each_clause_its_own(tree: Tree):
    doc = tree(GATE)
    found = read(doc)
    assert list(found) == ["say", "close"]
    assert doc.text[found["close"].start : found["close"].end] == "two guards closed the gate on Tuesday"
    assert {claim.sentence for claim in found.values()} == {(0, len(doc.text.rstrip()))}


def test_extract_number_belongs_to_the_clause_that_states_it(tree: Tree):
    found = read(tree(GATE))
    assert found["say"].quantities == ()
    (quantity,) = found["close"].quantities
    assert (quantity.low, quantity.high, quantity.of) == (2, 2, "agent")


def test_extract_numbers_are_floats(tree: Tree):
    (quantity,) = read(tree(GATE))["close"].quantities
    assert isinstance(quantity.low, float)
    assert isinstance(quantity.high, float)


def test_extract_time_is_told_from_the_publication_date(tree: Tree):
    time = read(tree(GATE))["close"].time
    assert time is not None
    assert (time.start, time.end, time.text) == ("2021-05-04", "2021-05-04", "on Tuesday"[-len(time.text) :])


def test_extract_time_without_a_publication_date_is_unresolved(tree: Tree):
    time = read(tree(GATE), published=None)["close"].time
    assert time is None or time.start is None


def test_extract_witness_of_the_content_and_not_of_the_speech(tree: Tree):
    found = read(tree(GATE))
    assert found["close"].witness == "Police"
    assert found["say"].witness is None
    assert found["say"].kind == "statement"


def test_extract_trigger_is_the_predicate(tree: Tree):
    doc = tree(GATE)
    start, end = read(doc)["close"].trigger
    assert doc.text[start:end] == "closed"


@pytest.mark.parametrize("kind", ["credit", "byline", "dateline"])
def test_extract_says_nothing_of_credits(tree: Tree, kind: str):
    doc = tree("Photo||NOUN|2|nsubj shows|show|VERB|0|ROOT Orle||PROPN|2|obj\n" + GATE)
    end = doc.text.index("Police")
    found = read(doc, parts=(Part(0, end, kind),))  # type: ignore[arg-type]
    assert list(found) == ["say", "close"]


def test_extract_negation_and_modality_are_apart(tree: Tree):
    doc = tree("Guards||NOUN|4|nsubj may||AUX|4|aux not||PART|4|advmod close||VERB|0|ROOT it||PRON|4|obj")
    claim = read(doc)["close"]
    assert claim.negated
    assert claim.modality == "possible"


def test_extract_ids_are_of_the_content(tree: Tree):
    one, again = read(tree(GATE)), read(tree(GATE))
    assert one == again
    assert len({claim.id for claim in one.values()}) == len(one)
    document = Document("d2", "b.txt", tree(GATE).text, published="2021-05-06")
    assert {claim.id for claim in extract(document, tree(GATE))}.isdisjoint(claim.id for claim in one.values())


def test_extract_changes_no_document(tree: Tree):
    doc = tree(GATE)
    document = Document("d1", "a.txt", doc.text, published="2021-05-06")
    before = structs.asdict(document)
    extract(document, doc)
    assert structs.asdict(document) == before


def test_extract_of_an_empty_text_is_nothing():
    assert extract(Document("d1", "a.txt", ""), spacy.blank("en")("")) == []


def test_extract_says_what_tells_an_event(tree: Tree):
    doc = tree("Murder||NOUN|4|nsubj of||ADP|3|case nuns|nun|NOUN|1|nmod appalled|appal|VERB|0|ROOT priest||NOUN|4|obj")
    found = extract(Document("d1", "a.txt", doc.text), doc)
    assert {(claim.predicate, claim.told_by) for claim in found} == {("appal", "clause"), ("murder", "noun")}
    (inner,) = [claim for claim in found if claim.told_by == "noun"]
    assert inner.kind == "killing"
    assert inner.made_by.startswith("embedded@1")
    assert [(role.role, doc.text[role.start : role.end]) for role in inner.roles if role.role == "patient"] == [
        ("patient", "nuns")
    ]


def test_extract_codes_only_what_has_a_class(tree: Tree):
    found = read(tree(GATE))
    assert found["say"].codes == {}
    doc = tree("Rebels|rebel|NOUN|2|nsubj killed|kill|VERB|0|ROOT monks|monk|NOUN|2|obj")
    assert read(doc)["kill"].codes == {"plover": "ASSAULT", "acled": "Violence against civilians: Attack"}


def test_extract_target_beside_the_roles_of_a_coded_act(tree: Tree):
    doc = tree("Rebels|rebel|NOUN|2|nsubj killed|kill|VERB|0|ROOT monks|monk|NOUN|2|obj")
    roles = {(role.role, doc.text[role.start : role.end]) for role in read(doc)["kill"].roles}
    assert roles == {("agent", "Rebels"), ("patient", "monks"), ("target", "monks")}
