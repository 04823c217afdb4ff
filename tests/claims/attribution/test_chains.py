import pytest

from tests.claims.attribution.conftest import Told, told_in

PAPER, GUARD = "Estrand Times", "border guard"


@pytest.mark.parametrize(
    "text, content",
    [
        (
            "The convoy left Estrand at dawn, the Estrand Times reported, citing a border guard.",
            "The convoy left Estrand at dawn",
        ),
        (
            "Citing a border guard, the Estrand Times reported that the convoy had left at dawn.",
            "the convoy had left at dawn",
        ),
        (
            "The Estrand Times, citing a border guard, reported that the convoy had left at dawn.",
            "the convoy had left at dawn",
        ),
        (
            "The Estrand Times, which cites a border guard, says the convoy left Veldmar at dawn.",
            "the convoy left Veldmar at dawn",
        ),
        (
            "The Estrand Times quoted a border guard as saying the convoy had left at dawn.",
            "the convoy had left at dawn",
        ),
        (
            "A border guard was quoted by the Estrand Times as saying the convoy had left at dawn.",
            "the convoy had left at dawn",
        ),
        ("The Estrand Times reported that the convoy left. The newspaper cited a border guard.", "the convoy left"),
        (
            "The convoy left at dawn, the Estrand Times reported, according to a border guard.",
            "The convoy left at dawn",
        ),
    ],
)
def test_chains_last_named_is_the_witness(text: str, content: str) -> None:
    assert told_in(text) == [Told(GUARD, content, (PAPER,))]


@pytest.mark.parametrize(
    "text, content",
    [
        ("The bridge was mined, the mayor said, according to the Estrand Times.", "The bridge was mined"),
        ("The bridge was mined, the mayor said on Friday, according to the Estrand Times.", "The bridge was mined"),
        (
            "The mayor told the Estrand Times that the bridge had been mined in May.",
            "the bridge had been mined in May",
        ),
    ],
)
def test_chains_who_publishes_passes_on(text: str, content: str) -> None:
    assert told_in(text) == [Told("mayor", content, (PAPER,))]


@pytest.mark.parametrize(
    "text, witness, via",
    [
        ("Marta Lund said, according to the Estrand Times, that the bridge was mined.", "Marta Lund", PAPER),
        ("The mayor said, according to a transcript, that the bridge was mined.", "mayor", "transcript"),
        (
            "The Estrand Times reported, according to two border guards, that the bridge was mined.",
            "two border guards",
            PAPER,
        ),
    ],
)
def test_chains_according_to_between_a_saying_and_its_content(text: str, witness: str, via: str) -> None:
    assert told_in(text) == [Told(witness, "the bridge was mined", (via,))]


def test_chains_who_in_turn_cited() -> None:
    text = (
        "The convoy left at dawn, the news agency Norda reported, citing the Estrand Times, "
        "who in turn cited a border guard."
    )
    assert told_in(text) == [Told(GUARD, "The convoy left at dawn", ("news agency Norda", PAPER))]


def test_chains_cited_in_the_next_sentence() -> None:
    text = "Radio Estrand reported that the bridge was mined. It cited two soldiers."
    assert told_in(text) == [Told("two soldiers", "the bridge was mined", ("Radio Estrand",))]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Marta Lund was quoted as saying that the pumps had failed.",
            Told("Marta Lund", "the pumps had failed"),
        ),
        (
            "The broadcaster cited the harbour master as saying that two boats were missing.",
            Told("harbour master", "two boats were missing", ("broadcaster",)),
        ),
        (
            "The rebels took the town, Radio Estrand said, quoting a baker who had fled.",
            Told("baker", "The rebels took the town", ("Radio Estrand",)),
        ),
    ],
)
def test_chains_quoting(text: str, expected: Told) -> None:
    assert told_in(text) == [expected]


def test_chains_citing_a_reason_is_none() -> None:
    text = "The bridge was mined, Reuters reported, citing the discovery of wires."
    assert told_in(text) == [Told("Reuters", "The bridge was mined")]


def test_chains_citing_without_a_saying_tells_nothing() -> None:
    assert told_in("The bridge was closed by the council, citing the cost of repairs.") == []
