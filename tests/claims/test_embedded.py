import pytest

from firsthand import claims, language
from firsthand.model import Claim, Document


def told(text: str) -> list[Claim]:
    (doc,) = language.parse([text])
    return claims.extract(Document("d", "", text), doc)


def parts(text: str, kind: str) -> dict[str, set[str]]:
    """Roles of all claims of a kind."""
    out: dict[str, set[str]] = {}
    for claim in told(text):
        if claim.kind == kind:
            for role in claim.roles:
                out.setdefault(role.role, set()).add(text[role.start : role.end])
    return out


def test_embedded_noun_makes_a_claim_beside_the_clause():
    text = "The murder of two nuns by gunmen shocked the country."
    (claim,) = [claim for claim in told(text) if claim.kind == "killing"]
    assert claim.told_by == "noun"
    assert "two nuns" in parts(text, "killing")["patient"]
    assert "gunmen" in parts(text, "killing")["agent"]


@pytest.mark.parametrize(
    "text, who",
    [
        ("The Red Dawn claimed responsibility for the attack on the bank.", "The Red Dawn"),
        ("The men responsible for the attack on the bank fled.", "The men"),
        ("Rebels took part in the attack on the bank.", "Rebels"),
        ("Police blamed the rebels for the attack on the bank.", "the rebels"),
        ("The colonel ordered the attack on the bank.", "The colonel"),
    ],
)
def test_embedded_who_is_said_to_have_done_it(text: str, who: str):
    found = parts(text, "attack")
    assert any(text.startswith(who) for text in found["agent"])
    assert "the bank" in found["patient"]


def test_embedded_the_target_of_an_attack_suffers_it():
    assert "The judge" in parts("The judge was the target of a bomb attack.", "attack")["patient"]


def test_embedded_the_accused_did_what_the_clause_says():
    found = parts("Police accused the men of planting a bomb.", "attack")
    assert found["agent"] == {"the men"}
    assert any("bomb" in text for text in found["instrument"])


def test_embedded_who_is_ordered_does_it():
    text = "The general ordered the troops to shell the port."
    (claim,) = [claim for claim in told(text) if claim.told_by == "complement"]
    assert (claim.kind, claim.predicate) == ("attack", "shell")
    assert "the troops" in parts(text, "attack")["agent"]
    assert "the port" in parts(text, "attack")["patient"]


def test_embedded_event_without_anybody_is_left_out():
    assert [claim.told_by for claim in told("The attack was long.")] == ["clause"]


def test_embedded_light_verb_s_noun_is_told_once():
    found = told("Rebels staged an attack on the port.")
    assert [(claim.kind, claim.told_by) for claim in found] == [("attack", "clause")]


def test_embedded_nouns_of_another_sense_tell_nothing():
    assert {claim.kind for claim in told("A steep flight of stairs leads to the attic.")} <= {"other", "state"}


@pytest.mark.parametrize("text", ["Police denied the murder of two nuns.", "No attack on the bank took place."])
def test_embedded_claims_have_places_in_the_text(text: str):
    for claim in told(text):
        assert 0 <= claim.start <= claim.trigger[0] < claim.trigger[1] <= claim.end <= len(text)
        assert all(0 <= role.start < role.end <= len(text) for role in claim.roles)
