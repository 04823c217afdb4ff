import pytest

from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text, witness, content",
    [
        ("The ministry dismissed the report as baseless.", "ministry", "the report"),
        ("The ministry called the report baseless.", "ministry", "the report"),
        ("The embassy called the story a hoax.", "embassy", "the story"),
        ("The mayor described the story as a fabrication.", "mayor", "the story"),
        ("Marta Lund called the reports of a coup “pure invention”.", "Marta Lund", "the reports of a coup"),
        ("Marta Lund called the claim that the dam had cracked “a lie”.", "Marta Lund", "the dam had cracked"),
    ],
)
def test_denials_by_a_label(text: str, witness: str, content: str) -> None:
    assert told_in(text) == [Told(witness, content, (), "denies")]


@pytest.mark.parametrize(
    "text, content",
    [
        ("The army rejected as false the claim that its planes had bombed Estrand.", "its planes had bombed Estrand"),
        ("The army dismissed as nonsense the rumour that its general had fled.", "its general had fled"),
    ],
)
def test_denials_label_before_the_clause(text: str, content: str) -> None:
    assert told_in(text) == [Told("army", content, (), "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Brek said it was not true that the dam had cracked.",
        "Tomas Brek said that it was untrue that the dam had cracked.",
        "Tomas Brek said reports that the dam had cracked were false.",
        "Reports that the dam had cracked are baseless, Tomas Brek said.",
    ],
)
def test_denials_said_to_be_untrue(text: str) -> None:
    (told,) = told_in(text)
    assert told == Told("Tomas Brek", "the dam had cracked", (), "denies")


def test_denials_said_to_be_untrue_in_a_quotation() -> None:
    (told,) = told_in("“Reports that the dam cracked are false,” Marta Lund said.")
    assert told == Told("Marta Lund", "the dam cracked", (), "denies")


@pytest.mark.parametrize(
    "text, content",
    [
        ("The army denied that its planes had bombed Estrand.", "its planes had bombed Estrand"),
        ("The army denied reports that its planes had bombed Estrand.", "its planes had bombed Estrand"),
        ("The army denied the allegation that it had sold the grain.", "it had sold the grain"),
        ("The army rejected the allegation that it had sold the grain.", "it had sold the grain"),
        ("The army refuted claims that its staff had fled Veldmar.", "its staff had fled Veldmar"),
        ("The army contradicted the report that the border was open.", "the border was open"),
        ("The army denied bombing Estrand.", "bombing Estrand"),
    ],
)
def test_denials_by_a_verb(text: str, content: str) -> None:
    assert told_in(text) == [Told("army", content, (), "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the dam had not cracked.",
        "The dam, the minister said, had not cracked.",
        "The minister described the flood as a disaster.",
        "The minister said the figure was false.",
    ],
)
def test_denials_negated_content_is_no_denial(text: str) -> None:
    assert [told.stance for told in told_in(text)] == ["asserts"]


def test_denials_passed_on() -> None:
    text = "The ministry said the mayor had denied that the bridge was mined."
    outer, inner = told_in(text)
    assert outer.stance == "asserts"
    assert inner == Told("mayor", "the bridge was mined", ("ministry",), "denies")
