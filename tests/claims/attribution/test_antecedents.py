import pytest

from tests.claims.attribution.conftest import told_in, witnesses


@pytest.mark.parametrize(
    "pronoun, witness",
    [("He", "Peter Holt"), ("She", "Maria Lund")],
)
def test_antecedents_gender_tells_two_people_apart(pronoun: str, witness: str) -> None:
    text = f"Maria Lund met Peter Holt on the quay at noon. {pronoun} said the harbour would stay shut."
    assert witnesses(text) == [witness]


def test_antecedents_last_speaker_of_the_gender() -> None:
    text = (
        "Maria Lund said the cannery would close. Peter Holt said it would stay open.\n"
        "She said the owners had no money. He said the bank would wait."
    )
    assert witnesses(text) == ["Maria Lund", "Peter Holt", "Maria Lund", "Peter Holt"]


@pytest.mark.parametrize(
    "text, witness",
    [
        (
            "Dilwin Karsh leads the party. She was elected in May. Tomas Brek drives her. She said the road was shut.",
            "Dilwin Karsh",
        ),
        (
            "Tomas Brek runs the ferry. He bought it in 2011. Marta Lund works there. He said it would sail again.",
            "Tomas Brek",
        ),
    ],
)
def test_antecedents_gender_is_learnt_from_an_earlier_pronoun(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]


def test_antecedents_learnt_gender_stays_when_another_is_named() -> None:
    text = (
        "Dilwin Karsh leads the party. She was elected in May. Karsh met Peter Holt on Monday.\n"
        "He said the vote was lost. She said it was not over."
    )
    assert witnesses(text) == ["Peter Holt", "Dilwin Karsh"]


def test_antecedents_person_named_inside_a_quotation_counts_less() -> None:
    text = "“Peter Holt is no friend of ours,” Maria Lund said. She said the vote had been bought."
    assert witnesses(text)[-1] == "Maria Lund"


def test_antecedents_owner_of_something_counts_less() -> None:
    text = "Maria Lund's brother was there. Anna Tolland said the road was shut. She said it would open on Monday."
    assert witnesses(text) == ["Anna Tolland", "Anna Tolland"]


def test_antecedents_named_only_later() -> None:
    text = "She said the ferry was late. Maria Lund has run the harbour office for ten years."
    assert witnesses(text) == ["Maria Lund"]


@pytest.mark.parametrize(
    "text, witness",
    [
        ("Maria Lund spoke to the council. In her view, the dam was never safe.", "Maria Lund"),
        ("Peter Holt spoke to the council. The dam, in his view, was never safe.", "Peter Holt"),
        ("The council heard Maria Lund and Peter Holt. According to him, the dam was safe.", "Peter Holt"),
        ("The council heard Maria Lund and Peter Holt. According to her, the dam was safe.", "Maria Lund"),
    ],
)
def test_antecedents_of_other_forms(text: str, witness: str) -> None:
    assert witnesses(text) == [witness]


@pytest.mark.parametrize("called", ["The 43-year-old", "The man", "The suspect"])
def test_antecedents_sole_person_by_another_word(called: str) -> None:
    text = f"Police stopped Tomas Brek at the bridge on Friday. {called} said the brakes had failed."
    assert witnesses(text) == ["Tomas Brek"]


def test_antecedents_sole_needs_one_person() -> None:
    text = "Police stopped Peter Holt and John Brek at the bridge. The 43-year-old said the brakes had failed."
    assert witnesses(text) == ["43-year-old"]


def test_antecedents_other_gender_is_never_taken() -> None:
    (told,) = told_in("Maria Lund was on the quay. He said the harbour would stay shut.")
    assert told.witness != "Maria Lund"
