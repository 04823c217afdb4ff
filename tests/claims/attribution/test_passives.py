import pytest

from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text, witness, content",
    [
        (
            "It was confirmed late on Monday by the harbour office that two boats were missing.",
            "harbour office",
            "two boats were missing",
        ),
        ("It was later confirmed by Marta Lund that two boats were missing.", "Marta Lund", "two boats were missing"),
        (
            "It was announced on Sunday by the ministry that schools would reopen.",
            "ministry",
            "schools would reopen",
        ),
        (
            "It was reported on Monday by Radio Estrand that the tunnel had flooded.",
            "Radio Estrand",
            "the tunnel had flooded",
        ),
        ("Residents were warned by the army that the road was mined.", "army", "the road was mined"),
        ("Villagers were told on Sunday by soldiers that the road was mined.", "soldiers", "the road was mined"),
    ],
)
def test_passives_agent_before_a_clause(text: str, witness: str, content: str) -> None:
    assert told_in(text) == [Told(witness, content)]


@pytest.mark.parametrize(
    "text, witness",
    [
        ("The deaths were confirmed by the coast guard.", "coast guard"),
        ("The deaths were confirmed on Friday morning by the coast guard.", "coast guard"),
        ("The deaths were announced in a short statement by the ministry.", "ministry"),
    ],
)
def test_passives_agent_of_a_thing(text: str, witness: str) -> None:
    assert told_in(text) == [Told(witness, "The deaths")]


@pytest.mark.parametrize(
    "text, content",
    [
        ("The general is said to have fled to Estrand.", "The general … to have fled to Estrand"),
        ("The general is believed to be hiding in Estrand.", "The general … to be hiding in Estrand"),
        ("It is believed that the general is hiding in Estrand.", "the general is hiding in Estrand"),
        ("It is feared that 30 people drowned.", "30 people drowned"),
        ("It was claimed in court that the driver had slept.", "the driver had slept"),
        ("Three sailors were reported missing.", "Three sailors … missing"),
    ],
)
def test_passives_without_an_agent_doubt(text: str, content: str) -> None:
    assert told_in(text) == [Told(None, content, (), "doubts")]


def test_passives_hearer_alone_leaves_no_doubt() -> None:
    text = "Passengers were told that the ferry would sail at noon."
    assert told_in(text) == [Told(None, "the ferry would sail at noon")]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The order was described by a former officer as illegal.",
            Told("former officer", "The order … as illegal"),
        ),
        (
            "The dead man was identified by police as Tomas Brek.",
            Told("police", "The dead man … as Tomas Brek"),
        ),
        (
            "The dead man was identified as Tomas Brek.",
            Told(None, "The dead man … as Tomas Brek", (), "doubts"),
        ),
    ],
)
def test_passives_labels(text: str, expected: Told) -> None:
    assert told_in(text) == [expected]


def test_passives_accusation_is_doubted() -> None:
    text = "Four men were accused by prosecutors of selling the grain."
    assert told_in(text) == [Told("prosecutors", "Four men … selling the grain", (), "doubts")]


@pytest.mark.parametrize(
    "text",
    ["The ferry was built by a yard in Estrand.", "The deaths have not been confirmed."],
)
def test_passives_nothing_told(text: str) -> None:
    assert told_in(text) == []
