import pytest

from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text, witness",
    [
        ("According to two engineers, the dam was never safe.", "two engineers"),
        ("According to Marta Lund, the mayor of Estrand, the dam was never safe.", "Marta Lund (mayor of Estrand)"),
        ("According to the fire chief, Tomas Brek, the dam was never safe.", "Tomas Brek (fire chief)"),
        ("Per the coast guard, the dam was never safe.", "coast guard"),
        ("As reported by the Estrand Times, the dam was never safe.", "Estrand Times"),
        ("By the operator's own account, the dam was never safe.", "operator"),
        ("In the mayor's view, the dam was never safe.", "mayor"),
        ("In the words of Marta Lund, the dam was never safe.", "Marta Lund"),
    ],
)
def test_patterns_phrase_before_its_content(text: str, witness: str) -> None:
    assert told_in(text) == [Told(witness, "the dam was never safe")]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The ferry sank at noon, according to two engineers.", Told("two engineers", "The ferry sank at noon")),
        (
            "Two men drowned, and, according to the coast guard, a third is missing.",
            Told("coast guard", "a third is missing"),
        ),
        (
            "The boat was empty; according to the coast guard, nobody had been on board.",
            Told("coast guard", "nobody had been on board"),
        ),
        (
            "The library was closed because, according to the council, the roof leaked.",
            Told("council", "the roof leaked"),
        ),
    ],
)
def test_patterns_according_to_within_a_sentence(text: str, expected: Told) -> None:
    assert told_in(text) == [expected]


def test_patterns_according_to_within_a_quotation() -> None:
    outer, inner = told_in("“According to the army, the bridge was mined,” Marta Lund said.")
    assert outer == Told("Marta Lund", "“According to the army, the bridge was mined,”")
    assert (inner.witness, inner.via) == ("army", ("Marta Lund",))


@pytest.mark.parametrize(
    "text",
    [
        "The army's claim that the dam was mined is old.",
        "The army's claim that the dam was mined, which Estrand rejects, is old.",
        "Marta Lund heard the army's claim that the dam was mined.",
    ],
)
def test_patterns_claim_of_somebody(text: str) -> None:
    assert told_in(text) == [Told("army", "the dam was mined", (), "doubts")]


def test_patterns_claim_of_nobody_is_doubted_and_news_is_nobodys() -> None:
    assert told_in("The claim that the dam was mined is old.") == [Told(None, "the dam was mined", (), "doubts")]
    assert told_in("The news that the dam was mined is old.") == []


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Dam near Estrand cracks after storm: officials", Told("officials", "Dam near Estrand cracks after storm")),
        ("Police: Two men drowned off Estrand", Told("Police", "Two men drowned off Estrand")),
        ("Two men drowned off Estrand - coast guard", Told("coast guard", "Two men drowned off Estrand")),
    ],
)
def test_patterns_headlines(text: str, expected: Told) -> None:
    assert told_in(text) == [expected]


def test_patterns_headline_needs_a_source() -> None:
    assert told_in("Storm over Estrand: a long night on the quay") == []


@pytest.mark.parametrize(
    "text, content",
    [
        ("The driver allegedly drove through the gate.", "The driver … drove through the gate"),
        ("The general was reportedly shot.", "The general was … shot"),
    ],
)
def test_patterns_adverbs_of_distance(text: str, content: str) -> None:
    assert told_in(text) == [Told(None, content, (), "doubts")]


def test_patterns_signed_message() -> None:
    text = "The water is rising fast. — Estrand Fire Service (@estrandfire) March 3, 2020"
    assert Told("Estrand Fire Service", "The water is rising fast.") in told_in(text)
