import pytest

from firsthand.names.roles import agree, chosen, role_after, role_before


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Lena Orlova, the mayor of Tavira, said", "mayor of Tavira"),
        ("Lena Orlova, a spokeswoman for the Harbour Board.", "spokeswoman for the Harbour Board"),
        ("Lena Orlova, Tavira’s deputy mayor, said", "Tavira’s deputy mayor"),
        ("Lena Orlova, who is a research fellow at the Sea Institute, said", "research fellow at the Sea Institute"),
        ("Lena Orlova, the harbour, the mayor", None),
        ("Lena Orlova left", None),
    ],
)
def test_role_after_reads_apposition(text: str, role: str | None) -> None:
    assert role_after(text, len("Lena Orlova")) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The town’s Mayor ", "Mayor"),
        ("said Orlan military spokesman ", "Orlan military spokesman"),
        ("the mayor of Tavira, ", "mayor of Tavira"),
        ("Berg’s lawyer, ", "Berg’s lawyer"),
        ("the mayor ate with ", None),
        ("Hello ", None),
    ],
)
def test_role_before_reads_titles(text: str, role: str | None) -> None:
    found = role_before(text + "Lena Orlova", len(text))
    assert found == role or (role == "Mayor" and found == "town’s Mayor")


def test_chosen_prefers_what_says_most() -> None:
    assert chosen(["Mayor", "mayor of Tavira", "Mrs."]) == "mayor of Tavira"
    assert chosen(["Mr."]) is None


def test_agree_wants_noun_and_name() -> None:
    assert agree(["mayor of Tavira"], ["Tavira mayor"])
    assert not agree(["mayor of Tavira"], ["mayor of Lund"])
    assert not agree(["Mayor"], ["Mayor"])
