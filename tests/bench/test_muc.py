import json
from pathlib import Path

from bench.muc import Filler, bodies, is_found, places, texts

from firsthand.model import Claim
from tests.claims.conftest import tree


def test_muc_places_are_whole_words():
    text = "the bank and the banker in the bank"
    assert [text[a:b] for a, b in places(text, ("bank", "banker"))] == ["bank", "bank", "banker"]
    assert places(text, ()) == []


def test_muc_filler_is_found_by_a_fitting_role_at_a_mention():
    text = "gunmen shot the mayor"
    victim = Filler("attack", "Victim", ("the mayor",))
    spot: list[tuple[int, Claim]] = [(text.index("mayor"), None)]  # type: ignore[list-item]
    assert is_found(victim, {("attack", "patient"): spot}, text)
    assert is_found(victim, {("killing", "target"): spot}, text)
    assert not is_found(victim, {("attack", "agent"): spot}, text)
    assert not is_found(victim, {("abduction", "patient"): spot}, text)
    assert not is_found(victim, {("attack", "patient"): [(0, spot[0][1])]}, text)


def test_muc_organisation_may_stand_in_the_phrase():
    text = "rnf gunmen shot"
    body = Filler("attack", "PerpOrg", ("rnf",))
    spot: list[tuple[int, Claim]] = [(0, None)]  # type: ignore[list-item]
    assert is_found(body, {("attack", "agent's body"): spot}, text)
    assert not is_found(body, {("attack", "agent"): spot}, text)


def test_muc_bodies_of_a_phrase():
    doc = tree("rnf||PROPN|2|compound gunmen||NOUN|0|ROOT")
    assert list(bodies(doc[1], frozenset({"appos"}))) == [4]
    assert list(bodies(doc[1], frozenset({"compound"}))) == [4, 0]


def test_muc_texts_give_a_shared_filler_once(tmp_path: Path):
    empty = {"PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []}
    template = {"incident_type": "bombing / car", **empty, "Weapon": [[["bomb", 3], ["device", 9]]]}
    file = tmp_path / "some.json"
    file.write_text(json.dumps({"doctext": "a bomb", "templates": [template, template]}) + "\n", "utf-8")
    assert list(texts(file)) == [("a bomb", [Filler("bombing", "Weapon", ("bomb", "device"))])]
