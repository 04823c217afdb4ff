import pytest

from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text, content",
    [
        ("Marta Lund said the bridge was mined.", "the bridge was mined"),
        ("Marta Lund warned that the bridge was mined.", "the bridge was mined"),
        ("The bridge was mined, Marta Lund said.", "The bridge was mined"),
        ("The bridge was mined, said Marta Lund.", "The bridge was mined"),
        ("The bridge was mined, Marta Lund told reporters on Friday.", "The bridge was mined"),
        ("The bridge, Marta Lund said, was mined.", "The bridge … was mined"),
        (
            "Most of the bridge, Marta Lund said, had been mined since May.",
            "Most of the bridge … had been mined since May",
        ),
        ("Next year, Marta Lund said, the bridge would be rebuilt.", "Next year … the bridge would be rebuilt"),
        (
            "The bridge was mined, Marta Lund said by telephone, and nobody should cross it.",
            "The bridge was mined … and nobody should cross it",
        ),
        ("As Marta Lund puts it, the bridge was a trap.", "the bridge was a trap"),
        ("The bridge, which Marta Lund said was mined, fell on Monday.", "which … was mined"),
    ],
)
def test_shapes_content_before_after_and_around(text: str, content: str) -> None:
    assert told_in(text) == [Told("Marta Lund", content)]


@pytest.mark.parametrize(
    "text, content",
    [
        ("If the dam breaks, Marta Lund said, the town will drown.", "If the dam breaks … the town will drown"),
        ("If the dam breaks, Marta Lund said, “the town will drown.”", "If the dam breaks … “the town will drown.”"),
        (
            "If the dam breaks, Marta Lund warned, 4,000 homes will be lost.",
            "If the dam breaks … 4,000 homes will be lost",
        ),
    ],
)
def test_shapes_if_clause_before_the_cue_is_content(text: str, content: str) -> None:
    assert told_in(text) == [Told("Marta Lund", content)]


@pytest.mark.parametrize(
    "text",
    [
        "As the talks went on, Marta Lund said the bridge was mined.",
        "Asked about the convoy, Marta Lund said the bridge was mined.",
    ],
)
def test_shapes_adverbial_before_the_cue_is_none(text: str) -> None:
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined")]


def test_shapes_what_somebody_called_is_doubted() -> None:
    (told,) = told_in("The army fired after what it called a trap.")
    assert (told.witness, told.stance) == ("army", "doubts")


def test_shapes_picture_is_the_documents_own_description() -> None:
    assert told_in("The picture shows a bridge in ruins.") == []
    assert told_in("The report shows the bridge was mined.") == [Told("report", "the bridge was mined")]


def test_shapes_supposition_before_a_cue_set_off_by_commas() -> None:
    text = "If the court agrees, lawyers for the miners said, compensation could reach $40 million."
    (told,) = told_in(text)
    assert told.content == "If the court agrees … compensation could reach $40 million"
