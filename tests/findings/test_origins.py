import itertools

import pytest

from firsthand.findings.origins import count_origins, credibility, witness_key
from firsthand.model import Channel, Link, Stance, Value


def value(document: str, witness: str | None = None, stance: Stance = "asserts", via: tuple[str, ...] = ()) -> Value:
    return Value(f"c{document}{witness}", document, 0, 5, 4.0, 4.0, witness=witness, via=via, stance=stance)


def own(*documents: str) -> dict[str, Channel]:
    """Every document its own channel."""
    return {document: Channel(f"Outlet {document}") for document in documents}


def test_origins_two_outlets_in_their_own_voice_are_two():
    assert count_origins([value("a"), value("b")], own("a", "b"), []) == 2


def test_origins_one_witness_heard_by_two_outlets_is_one():
    assert count_origins([value("a", "Mara Quist"), value("b", "Mara Quist")], own("a", "b"), []) == 1


def test_origins_two_witnesses_are_two():
    assert count_origins([value("a", "Mara Quist"), value("b", "Anton Reves")], own("a", "b"), []) == 2


def test_origins_two_witnesses_of_one_document_are_two():
    assert count_origins([value("a", "Mara Quist"), value("a", "Anton Reves")], own("a"), []) == 2


def test_origins_title_and_article_make_no_other_witness():
    values = [value("a", "the Mara Quist (fire chief)"), value("b", "Mara Quist")]
    assert count_origins(values, own("a", "b"), []) == 1


def test_origins_copies_do_not_confirm():
    link = Link("a", "b", "copy", 1.0)
    assert count_origins([value("a"), value("b")], own("a", "b"), [link]) == 1


def test_origins_shared_quotes_are_no_copy():
    link = Link("a", "b", "quotes", 0.0)
    assert count_origins([value("a"), value("b")], own("a", "b"), [link]) == 2


def test_origins_one_channel_in_two_outlets_is_one():
    wire = {"a": Channel("Norda"), "b": Channel("norda")}
    assert count_origins([value("a"), value("b")], wire, []) == 1


def test_origins_anonymous_witnesses_of_two_channels_are_two():
    assert count_origins([value("a", "police"), value("b", "officials")], own("a", "b"), []) == 2


def test_origins_anonymous_witnesses_of_one_channel_are_one():
    wire = {"a": Channel("Norda"), "b": Channel("Norda")}
    assert count_origins([value("a", "police"), value("b", "officials")], wire, []) == 1


def test_origins_denial_is_no_origin_of_what_it_denies():
    assert count_origins([value("a", "Mara Quist"), value("b", "Anton Reves", "denies")], own("a", "b"), []) == 1


def test_origins_own_voice_beside_a_named_witness_is_an_echo():
    assert count_origins([value("a", "Mara Quist"), value("a")], own("a"), []) == 1


def test_origins_spellings_of_one_witness_are_one_where_told():
    values = [value("a", "Salim Awani"), value("b", "Saleem Al-Awani")]
    assert count_origins(values, own("a", "b"), []) == 2
    assert count_origins(values, own("a", "b"), [], lambda one, other: True) == 1


def test_origins_do_not_hang_on_order():
    values = [value("a", "Mara Quist"), value("b"), value("c", "police"), value("d", "Mara Quist"), value("e")]
    links = [Link("b", "e", "rewrite", 0.5), Link("c", "b", "spun", 0.9)]
    found = {count_origins(turned, own(*"abcde"), links) for turned in itertools.permutations(values)}
    assert len(found) == 1


def test_origins_unknown_channel_is_its_own():
    assert count_origins([value("a"), value("b")], {"a": Channel(None)}, []) == 2


@pytest.mark.parametrize("words", ["police", "the authorities", "officials", "local government officials"])
def test_origins_descriptions_are_generic(words: str):
    assert witness_key(words)[1] is (words != "local government officials")


def test_origins_credibility_needs_two_origins_to_confirm():
    assert credibility("agree", 2, False) == 1
    assert credibility("agree", 1, False) > 1


def test_origins_credibility_is_worse_with_conflict_and_doubt():
    assert credibility("conflict", 2, False) > credibility("agree", 2, False)
    assert credibility("agree", 1, True) > credibility("agree", 1, False)
    assert credibility("single", 1, False) > credibility("agree", 2, False)


def test_origins_credibility_stays_on_the_scale():
    for verdict in ("agree", "compatible", "revised", "conflict", "disputed", "single"):
        for origins, doubted in itertools.product((1, 2, 5), (False, True)):
            assert 1 <= credibility(verdict, origins, doubted) <= 6  # type: ignore[arg-type]
