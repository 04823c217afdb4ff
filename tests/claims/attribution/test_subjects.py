import pytest

from tests.claims.attribution.conftest import Told, told_in, witnesses


@pytest.mark.parametrize(
    "text, witness",
    [
        ("The officer who led the search said the boat was empty.", "officer"),
        ("Tomas Brek, who led the search, said the boat was empty.", "Tomas Brek"),
        (
            "Marta Lund, the mayor of Estrand, who took office in May, said the boat was empty.",
            "Marta Lund (mayor of Estrand)",
        ),
        ("The mayor of Estrand, who hopes to win again, said the boat was empty.", "mayor of Estrand"),
        ("A guard standing at the gate said the boat was empty.", "guard"),
        ("A source close to the talks said the boat was empty.", "source close to the talks"),
    ],
)
def test_subjects_over_what_is_told_of_them(text: str, witness: str) -> None:
    assert told_in(text) == [Told(witness, "the boat was empty")]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, in front of the town hall, Marta Lund said the road was open.",
        "After the shelling stopped, Marta Lund, still in her coat, said the road was open.",
        "Asked about the convoy, Marta Lund said the road was open.",
        "As the talks went on, Marta Lund said the road was open.",
    ],
)
def test_subjects_after_an_adverbial(text: str) -> None:
    assert told_in(text) == [Told("Marta Lund", "the road was open")]


@pytest.mark.parametrize(
    "text, witness",
    [
        ("“The road is open,” said Marta Lund.", "Marta Lund"),
        ("“The road is open,” a man who gave no name said.", "man"),
        ("“The road is open,” said one of the drivers.", "one of the drivers"),
        ("The road was open again, a diplomat from Veldmar said.", "diplomat from Veldmar"),
        ("Said the mate: “The road is open.”", "mate"),
    ],
)
def test_subjects_beside_the_cue(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lund visited the quay and said it was safe.",
        "Marta Lund visited the quay, saying it was safe.",
    ],
)
def test_subjects_shared_with_another_verb(text: str) -> None:
    assert told_in(text) == [Told("Marta Lund", "it was safe")]


def test_subjects_participle_goes_with_the_cue_before() -> None:
    text = "Marta Lund said the road was open, adding that the bridge was not."
    assert told_in(text) == [Told("Marta Lund", "the road was open"), Told("Marta Lund", "the bridge was not")]


def test_subjects_issuer_of_a_statement() -> None:
    text = "The ministry issued a statement saying the road was open."
    assert told_in(text) == [Told("ministry", "the road was open")]


@pytest.mark.parametrize(
    "text, witness",
    [
        ("The brother of Tomas Brek said the boat was empty.", "brother of Tomas Brek"),
        ("Tomas Brek's lawyer said the boat was empty.", "Tomas Brek's lawyer"),
        ("Officials in Estrand and Veldmar said the boat was empty.", "Officials in Estrand and Veldmar"),
    ],
)
def test_subjects_whole_phrase(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]


@pytest.mark.parametrize("part", ["One", "Two"])
def test_subjects_some_of_those_cited_before(part: str) -> None:
    text = f"Four officials said the boat was full. {part} of them said the captain was drunk."
    assert witnesses(text) == ["Four officials", f"{part.lower()} of four officials"]


def test_subjects_one_of_a_named_group() -> None:
    text = "Three witnesses said the truck burned. One of the witnesses said the driver ran."
    assert witnesses(text) == ["Three witnesses", "one of three witnesses"]


@pytest.mark.parametrize(
    "text, witness",
    [
        (
            "The owner of the ferry that sank off Estrand on Monday denied that the hull had been rotten.",
            "owner of the ferry",
        ),
        (
            "Shares fell 4 percent after the bank, which employs 9,000 people, said profits would miss forecasts.",
            "bank",
        ),
    ],
)
def test_subjects_are_not_what_stands_nearest(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]
