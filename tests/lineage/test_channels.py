from collections.abc import Callable, Sequence

import numpy as np

from firsthand.lineage import channels, links
from firsthand.model import Document

from .conftest import FERRY, RIVAL, SPUN, SPUN_SOURCE

Embed = Callable[[Sequence[str]], np.ndarray]
Make = Callable[..., Document]


def channel_names(documents: list[Document], embed: Embed) -> dict[str, str | None]:
    return {k: v.name for k, v in channels(documents, links(documents, {}, embed)).items()}


def test_channels_copy_without_credit_takes_agency(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, outlet="The Tern Post", authors=("Associated Press",))
    b = make("b", *FERRY, outlet="The Marlow Mail")
    c = make("c", *FERRY)
    found = channels([a, b, c], links([a, b, c], {}, embed))
    assert {found[k].name for k in "abc"} == {"AP"}
    assert found["b"].evidence is not None
    assert found["b"].evidence.rule == "text of"
    assert "a.json" in found["b"].evidence.text


def test_channels_reporter_with_agency_sentences_keeps_outlet(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, authors=("Associated Press",))
    b = make("b", RIVAL[2], *FERRY[:4], outlet="The Tern Post", authors=("Ada Birch",))
    assert channel_names([a, b], embed) == {"a": "AP", "b": "The Tern Post"}


def test_channels_several_agencies_is_the_one_whose_text_it_is(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, authors=("Associated Press",))
    b = make("b", *FERRY[:5], RIVAL[4], "AFP - AP", outlet="The Tern Post")
    assert channel_names([a, b], embed) == {"a": "AP", "b": "AP"}
    assert channel_names([b], embed) == {"b": "agencies"}


def test_channels_relay_is_traced_to_the_agency(make: Make, embed: Embed) -> None:
    a = make("a", *FERRY, "Copyright 2031 The Associated Press. All rights reserved.")
    b = make("b", *FERRY[:5], authors=("Press Association",), outlet="The Tern Post")
    assert channel_names([a, b], embed) == {"a": "AP", "b": "AP"}
    assert channel_names([b], embed) == {"b": "PA"}


def test_channels_spun_text_has_no_channel_of_its_source(make: Make, embed: Embed) -> None:
    a = make("a", *SPUN_SOURCE, outlet="The Tern Post", authors=("Ada Birch",))
    b = make("b", *SPUN)
    assert channel_names([a, b], embed) == {"a": "The Tern Post", "b": None}


def test_channels_unknown_is_none(make: Make, embed: Embed) -> None:
    found = channels([make("a", *RIVAL)], [])
    assert found["a"].name is None
    assert found["a"].evidence is None
