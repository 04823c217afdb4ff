import itertools

import pytest

from firsthand.findings.origins import count_origins, credibility, witness_key
from firsthand.model import Stance, Value


def value(document: str, witness: str | None = None, stance: Stance = "asserts", via: tuple[str, ...] = ()) -> Value:
    return Value(f"c{document}{witness}", document, 0, 5, 4.0, 4.0, witness=witness, via=via, stance=stance)


def test_origins_many_mouths_that_name_nobody_are_one():
    assert count_origins([value("a"), value("b"), value("c")]) == 1


def test_origins_one_witness_heard_by_two_outlets_is_one():
    assert count_origins([value("a", "Mara Quist"), value("b", "Mara Quist", via=("Norda",))]) == 1


def test_origins_two_witnesses_are_two():
    assert count_origins([value("a", "Mara Quist"), value("b", "Anton Reves")]) == 2


def test_origins_two_witnesses_of_one_document_are_two():
    assert count_origins([value("a", "Mara Quist"), value("a", "Anton Reves")]) == 2


def test_origins_title_and_article_make_no_other_witness():
    assert count_origins([value("a", "the Mara Quist (fire chief)"), value("b", "Mara Quist")]) == 1


def test_origins_anonymous_witnesses_are_one_between_them():
    assert count_origins([value("a", "two officials"), value("b", "sources")]) == 1


def test_origins_anonymous_witness_adds_nothing_to_a_named_one():
    assert count_origins([value("a", "an official"), value("b", "Mara Quist")]) == 1


def test_origins_bodies_are_witnesses():
    assert count_origins([value("a", "police"), value("b", "the coastguard")]) == 2


def test_origins_denial_is_no_origin_of_what_it_denies():
    assert count_origins([value("a", "Mara Quist"), value("b", "Anton Reves", "denies")]) == 1


def test_origins_own_voice_beside_a_named_witness_is_an_echo():
    assert count_origins([value("a", "Mara Quist"), value("b")]) == 1


def test_origins_spellings_of_one_witness_are_one_where_told():
    values = [value("a", "Salim Awani"), value("b", "Saleem Al-Awani")]
    assert count_origins(values) == 2
    assert count_origins(values, lambda one, other: True) == 1


def test_origins_do_not_hang_on_order():
    values = [
        value("a", "Mara Quist"),
        value("b"),
        value("c", "police"),
        value("d", "Mara Quist"),
        value("e", "sources"),
    ]
    assert {count_origins(turned) for turned in itertools.permutations(values)} == {2}


@pytest.mark.parametrize(
    ("words", "anonymous"),
    [
        ("officials", True),
        ("the security officials", True),
        ("other news", True),
        ("police", False),
        ("Mara Quist", False),
    ],
)
def test_origins_anonymous_descriptions(words: str, anonymous: bool):
    assert witness_key(words)[1] is anonymous


def test_origins_credibility_needs_two_witnesses_to_confirm():
    assert credibility("agree", 2, True, False) == 1
    assert credibility("agree", 1, True, False) == 2
    assert credibility("agree", 1, False, False) == 3


def test_origins_credibility_is_worse_with_conflict_and_doubt():
    assert credibility("conflict", 2, True, False) > credibility("agree", 2, True, False)
    assert credibility("agree", 1, True, True) > credibility("agree", 1, True, False)


def test_origins_credibility_stays_on_the_scale():
    for verdict in ("agree", "compatible", "revised", "conflict", "disputed", "single"):
        for origins, witnessed, doubted in itertools.product((1, 2, 5), (False, True), (False, True)):
            assert 1 <= credibility(verdict, origins, witnessed, doubted) <= 6  # type: ignore[arg-type]


def test_origins_nameless_officials_of_one_body_are_one():
    values = [
        value("a", "two defence ministry officials"),
        value("b", "an official at the defence ministry"),
        value("c", "the defence ministry"),
    ]
    assert count_origins(values) == 1


def test_origins_nameless_officials_of_two_bodies_are_two():
    assert count_origins([value("a", "a police source"), value("b", "hospital officials")]) == 2


def test_origins_who_speak_together_are_no_further_ones():
    assert count_origins([value("a", "Mara Quist and Anton Reves"), value("b", "Anton Reves")]) == 1
    assert count_origins([value("a", "Mara Quist and Anton Reves"), value("b", "police")]) == 2
    together, both = value("a", "Mara Quist and Anton Reves"), [value("b", "Anton Reves"), value("c", "Mara Quist")]
    assert count_origins([together, *both]) == 2
