import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.attribution import find_attributions
from firsthand.language import load
from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text",
    [
        "If the army says the road is open, people will leave.",
        "Unless the ministry announces that schools reopen, children stay at home.",
        "Whether he denies that he fled is unclear.",
        "Had the army said the road was open, people would have left.",
        "Should the army say the road is open, people will leave.",
        "It is unclear whether the army said the road was open.",
        "Did Marta Lund say the bridge was mined?",
        "The general may say the bridge was mined.",
    ],
)
def test_find_supposed_sayings_tell_nothing(text: str) -> None:
    assert told_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the bridge was mined.",
        "No official said that the bridge was mined.",
        "Neither the army nor the police said the bridge was mined.",
        "Neither Lund nor Brek confirmed the deaths.",
        "None of the drivers reported seeing the truck.",
        "Anyone who says the bridge was mined is lying.",
    ],
)
def test_find_nobody_tells_nothing(text: str) -> None:
    assert told_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lund declined to say whether the bridge was mined.",
        "The army refused to confirm that the bridge was mined.",
        "The army would not say who ordered the attack.",
        "The army has not said whether the bridge was mined.",
        "The bridge was mined, and the army never denied it.",
        "Without saying who was to blame, the army left.",
        "The army did not respond to questions about the bridge.",
    ],
)
def test_find_refusals_tell_nothing(text: str) -> None:
    assert told_in(text) == []


@pytest.mark.parametrize("text", ["I said the bridge was mined.", "We said the bridge was mined."])
def test_find_authors_own_saying_is_no_witness(text: str) -> None:
    assert told_in(text) == []


@pytest.mark.parametrize(
    "quotation",
    [
        "“I think the bridge was mined,”",
        "“We know the bridge was mined,”",
        "“Yesterday everyone believed that the bridge was mined,”",
        "“I said the bridge was mined,”",
    ],
)
def test_find_thinking_within_a_quotation_is_its_speakers(quotation: str) -> None:
    assert told_in(f"{quotation} Marta Lund said.") == [Told("Marta Lund", quotation)]


@pytest.mark.parametrize(
    "quotation, witness",
    [
        ("“Yesterday the army said the bridge was mined,”", "army"),
        ("“But the engineers told us that the bridge was mined,”", "engineers"),
        ("“We were afraid, and the engineers said the bridge was mined,”", "engineers"),
        ("“When the soldiers came, a sergeant told me that the bridge was mined,”", "sergeant"),
    ],
)
def test_find_saying_within_a_quotation_is_a_chain(quotation: str, witness: str) -> None:
    outer, inner = told_in(f"{quotation} said Tomas Brek, a baker.")
    assert outer == Told("Tomas Brek (baker)", quotation)
    assert (inner.witness, inner.via, inner.content.strip("”,")) == (
        witness,
        ("Tomas Brek (baker)",),
        "the bridge was mined",
    )


def test_find_saying_within_a_saying_is_a_chain() -> None:
    outer, inner = told_in("Reuters reported that the general had said the bridge was mined.")
    assert outer == Told("Reuters", "the general had said the bridge was mined")
    assert inner == Told("general", "the bridge was mined", ("Reuters",))


@pytest.mark.parametrize(
    "text, via",
    [
        ("Marta Lund told Reuters the bridge was mined.", ("Reuters",)),
        ("Marta Lund told Radio Estrand that the bridge was mined.", ("Radio Estrand",)),
        ("Marta Lund told a local newspaper that the bridge was mined.", ("local newspaper",)),
        ("Marta Lund told reporters the bridge was mined.", ()),
        ("Marta Lund told her sister the bridge was mined.", ()),
    ],
)
def test_find_hearer_that_publishes_passes_on(text: str, via: tuple[str, ...]) -> None:
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined", via)]


@pytest.mark.parametrize(
    "cue",
    [
        "Marta Lund told the BBC.",
        "Marta Lund said in an interview with the BBC.",
        "Marta Lund said in a statement to the BBC.",
    ],
)
def test_find_hearer_of_a_quotation(cue: str) -> None:
    assert told_in(f"“The bridge was mined,” {cue}") == [Told("Marta Lund", "“The bridge was mined,”", ("BBC",))]


def test_find_same_newspaper_is_the_one_told_before() -> None:
    text = "Marta Lund told the Estrand Times in May. She told the same newspaper that the bridge was mined."
    assert told_in(text) == [Told("Marta Lund", "the bridge was mined", ("Estrand Times",))]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Fourteen\u00a0boats sank off Estrand,\u00a0the coast guard said on\u00a0Monday.",
            [Told("coast guard", "Fourteen\u00a0boats sank off Estrand")],
        ),
        (
            "According\u00a0to\u00a0the coast guard, the ferry sank.",
            [Told("coast guard", "the ferry sank")],
        ),
        (
            "Mayor\u00a0Marta\u00a0Lund said 40\u00a0boats had left. “Nobody stayed,”\u00a0Lund\u202fsaid.",
            [Told("Marta Lund (Mayor)", "40\u00a0boats had left"), Told("Marta Lund (Mayor)", "“Nobody stayed,”")],
        ),
    ],
)
def test_find_hard_blanks_are_blanks(text: str, expected: list[Told]) -> None:
    assert told_in(text) == expected


_PIECES = (
    *("Marta Lund", "Brek-Hanna", "the army", "Reuters", "she", "it", "nobody", "one of them", "the airline", "who"),
    *("said", "told", "was told", "denied", "citing", "according to", "quoted", "as saying", "called", "is believed"),
    *("that", "if", "and", "but", "by", "the bridge was mined", "a lie", "allegedly", "in her view", "the claim that"),
    *(",", ".", "?", ":", ";", "—", "“", "”", '"', "‘", "’", "(", ")", "-", "\n", "\n\n", "\u00a0", "a.m.", "43"),
)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_PIECES), max_size=24), st.sampled_from([" ", ""]))
def test_find_any_words_give_spans_within_the_text(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces) + "."
    for attribution in find_attributions(load()(text)):
        cue = [attribution.cue] if attribution.cue else []
        assert attribution.spans
        for start, end in (*attribution.spans, *cue):
            assert 0 <= start < end <= len(text)
        assert attribution.witness is None or attribution.witness.strip()
