from collections.abc import Callable, Sequence

import numpy as np
import pytest

from firsthand.lineage import links
from firsthand.model import Document, Link

from .conftest import FERRY, RIVAL, SPUN, SPUN_SOURCE

Embed = Callable[[Sequence[str]], np.ndarray]
Make = Callable[..., Document]


def only(found: list[Link]) -> Link:
    assert len(found) == 1
    return found[0]


def test_links_same_text_of_one_agency_is_copy(make: Make, embed: Embed) -> None:
    a = make("a", "MARLOW (AP) - " + FERRY[0], *FERRY[1:], outlet="The Tern Post", published="2031-05-04")
    b = make("b", *FERRY, outlet="The Marlow Mail", authors=("Associated Press",), published="2031-05-04")
    link = only(links([a, b], {}, embed))
    assert (link.a, link.b, link.kind, link.share) == ("a", "b", "copy", 1.0)
    assert link.direction == "unknown"


def test_links_first_part_of_text_is_copy(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, authors=("Associated Press",))
    b = make("b", *FERRY[:4], authors=("Associated Press",))
    assert only(links([a, b], {}, embed)).kind == "copy"


def test_links_changed_number_and_added_sentences_is_version(make: Make, embed: Embed) -> None:
    later = (
        FERRY[0].replace("14", "17"),
        FERRY[1],
        "One of the hurt died in hospital overnight.",
        *FERRY[2:],
        RIVAL[3],
    )
    a = make("a", *FERRY[:4], authors=("Reuters",), published="2031-05-04")
    b = make("b", *later, authors=("Reuters",), published="2031-05-05")
    link = only(links([a, b], {}, embed))
    assert (link.kind, link.direction) == ("version", "a-to-b")


def test_links_sentences_taken_into_own_text_is_rewrite(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, authors=("Associated Press",))
    b = make("b", RIVAL[2], *FERRY[1:4], RIVAL[3], RIVAL[4], outlet="The Tern Post", authors=("Ada Birch",))
    link = only(links([a, b], {}, embed))
    assert (link.kind, link.direction) == ("rewrite", "a-to-b")
    assert 0.4 <= link.share <= 0.6


def test_links_independent_reports_are_unlinked(make: Make, embed: Embed) -> None:
    assert links([make("a", *FERRY), make("b", *RIVAL)], {}, embed) == []


def test_links_one_background_sentence_is_no_link(make: Make, embed: Embed) -> None:
    assert links([make("a", *FERRY), make("b", *RIVAL, FERRY[4])], {}, embed) == []


def test_links_swapped_words_are_spun(make: Make, embed: Embed) -> None:
    link = only(links([make("a", *SPUN), make("b", *SPUN_SOURCE)], {}, embed))
    assert link.kind == "spun"
    assert "foreign" in link.why


def test_links_shared_speech_alone_is_quotes(make: Make, embed: Embed) -> None:
    said = (
        "“We shall look at every chart and every log before a single boat leaves this harbour again,” she said.",
        "“Nobody warned the crew that the bank had wandered so far to the north since the spring,” she added.",
        "“The families of those who were hurt will hear from us before the newspapers do,” she promised.",
    )
    a = make("a", *FERRY[:3], *said)
    b = make("b", *RIVAL, *said)
    link = only(links([a, b], {}, embed))
    assert link.kind == "quotes"
    for start, end, other_start, other_end in link.passages:
        assert a.text[start:end] in "\n".join(said)
        assert b.text[other_start:other_end] in "\n".join(said)


def test_links_passages_are_offsets_of_shared_words(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY)
    b = make("b", *RIVAL[:2], *FERRY[1:4], *RIVAL[2:])
    link = only(links([a, b], {}, embed))
    start, end, other_start, other_end = link.passages[0]
    assert a.text[start:end] == b.text[other_start:other_end]
    assert a.text[start:end].startswith("The vessel had left")


def test_links_title_and_furniture_are_no_evidence(make: Make, embed: Embed) -> None:
    tail = (
        "Copyright 2031 The Tern Post. All rights reserved by the owners of this newspaper and its website.",
        "Sign up for our morning letter and never miss a word of what happens on the islands of Tern.",
        "Follow us on all the usual networks for pictures of boats and birds and summer evenings.",
    )
    title = "Ferry runs aground on sandbank off the port of Marlow with hundreds of people on board"
    a = make("a", title, *FERRY[:5], *tail, title=title)
    b = make("b", title, *RIVAL, *tail, title=title)
    assert links([a, b], {}, embed) == []


@pytest.mark.parametrize("reverse", [False, True])
def test_links_do_not_depend_on_order(make: Make, embed: Embed, reverse: bool) -> None:
    documents = [make("a", *FERRY), make("b", *FERRY), make("c", *SPUN), make("d", *SPUN_SOURCE), make("e", *RIVAL)]
    expected = links(documents, {}, embed)
    assert links(documents[::-1] if reverse else documents, {}, embed) == expected
    assert [(link.a, link.b) for link in expected] == [("a", "b"), ("c", "d")]


def test_links_use_given_sentences(make: Make, embed: Embed) -> None:
    a, b = make("a", *FERRY), make("b", *FERRY)
    assert links([a, b], {"a": [], "b": []}, embed) == []


def test_links_of_empty_documents(make: Make, embed: Embed) -> None:
    assert links([make("a", ""), make("b", ""), make("c", "\n\n")], {}, embed) == []
    assert links([], {}, embed) == []


def test_links_credit_gives_direction(make: Make, embed: Embed) -> None:
    a = make(
        "a",
        RIVAL[2],
        *FERRY[1:4],
        "The harbour office was surprised, Reuters reported.",
        RIVAL[3],
        outlet="The Tern Post",
    )
    b = make("b", *FERRY, authors=("Reuters",))
    link = only(links([a, b], {}, embed))
    assert link.direction == "b-to-a"
    assert "credits Reuters" in link.why


def test_links_two_compilations_of_agencies_are_not_one_agency(make: Make, embed: Embed) -> None:
    a = make("a", "By Agencies", *FERRY, outlet="The Tern Post")
    b = make("b", "By Agencies", *RIVAL, FERRY[4], FERRY[1], outlet="The Marlow Mail")
    assert links([a, b], {}, embed) == []
