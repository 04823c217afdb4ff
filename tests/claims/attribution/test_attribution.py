import pytest
from spacy.language import Language

from firsthand.claims.attribution import find_attributions
from firsthand.language import load
from firsthand.model import Attribution


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def found(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    return [(a.witness, content(a, text)) for a in find_attributions(nlp(text))]


def content(attribution: Attribution, text: str) -> str:
    return " … ".join(text[start:end] for start, end in attribution.spans)


@pytest.mark.parametrize(
    "text, witness, told",
    [
        (
            "A ferry struck a pier and 12 people were hurt, police said Friday.",
            "police",
            "A ferry struck a pier and 12 people were hurt",
        ),
        ("Police said 12 people were hurt.", "Police", "12 people were hurt"),
        ("The ferry sank within minutes, said local sources.", "local sources", "The ferry sank within minutes"),
        (
            "According to the harbour office, the ferry sank at noon.",
            "harbour office",
            "the ferry sank at noon",
        ),
        ("The ferry sank at noon, according to the harbour office.", "harbour office", "The ferry sank at noon"),
        (
            "The ferry, which news agency Norda reports was heading north, hit a pier.",
            "news agency Norda",
            "which … was heading north",
        ),
        ("The ministry warned that the dam could break.", "ministry", "the dam could break"),
        ("Officials confirmed the deaths of two sailors.", "Officials", "the deaths of two sailors"),
    ],
)
def test_attribution_shapes(nlp: Language, text: str, witness: str, told: str) -> None:
    assert (witness, told) in found(nlp, text)


def test_attribution_own_voice_has_none(nlp: Language) -> None:
    text = "Police said the pier was closed. The ferry had left Vesterby at dawn.\nThe pier reopened on Sunday."
    spans = [span for a in find_attributions(nlp(text)) for span in a.spans]
    assert all(end <= text.index("The ferry had") for _, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on the deaths.",
        "The mayor refused to say who was on board.",
        "The company did not respond to requests for comment.",
        "He lives in the “old town” near the river.",
    ],
)
def test_attribution_nothing_told(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_attribution_hearer_becomes_via(nlp: Language) -> None:
    text = "The trucks left at night, the town's mayor told Reuters."
    (attribution,) = find_attributions(nlp(text))
    assert attribution.witness == "town's mayor"
    assert attribution.via == ("Reuters",)


def test_attribution_citing_is_a_chain(nlp: Language) -> None:
    text = "The trucks left at night, Reuters reported, citing the town's mayor."
    (attribution,) = find_attributions(nlp(text))
    assert attribution.witness == "town's mayor"
    assert attribution.via == ("Reuters",)


def test_attribution_nested_chain(nlp: Language) -> None:
    text = "The minister said that the general believed that the road was mined."
    inner = min(find_attributions(nlp(text)), key=lambda a: sum(end - start for start, end in a.spans))
    assert inner.witness == "general"
    assert inner.via == ("minister",)


def test_attribution_expands_name_and_role(nlp: Language) -> None:
    text = (
        "Mayor Anna Lindqvist said the bridge was safe.\n"
        "“Nobody was hurt,” Lindqvist said. She added that trains would run."
    )
    witnesses = {witness for witness, _ in found(nlp, text)}
    assert witnesses == {"Anna Lindqvist (Mayor)"}


def test_attribution_agency_is_the_named_body(nlp: Language) -> None:
    text = "The Vesterby Transport Authority says the trams stopped. The agency says one worker was hurt."
    assert {witness for witness, _ in found(nlp, text)} == {"Vesterby Transport Authority"}


def test_attribution_interrupted_quotation_is_one(nlp: Language) -> None:
    text = "“We saw smoke,” said Karl Berg, a fisherman from Vesterby. “Then it sank.”"
    (attribution,) = find_attributions(nlp(text))
    assert content(attribution, text) == "“We saw smoke,” … “Then it sank.”"
    assert attribution.quoted


def test_attribution_quotation_alone_has_last_speaker(nlp: Language) -> None:
    text = "Karl Berg, a police officer, said the sea was calm.\n“We saw smoke and then it sank.”"
    assert ("Karl Berg (police officer)", "“We saw smoke and then it sank.”") in found(nlp, text)


def test_attribution_stances(nlp: Language) -> None:
    text = "The army denied that any soldiers were killed. The men are believed to be hiding in the hills."
    stances = [(a.witness, a.stance) for a in find_attributions(nlp(text))]
    assert stances == [("army", "denies"), (None, "doubts")]


def test_attribution_doubt_within_speech_keeps_the_witness(nlp: Language) -> None:
    text = "Prosecutors said the man allegedly drove the truck."
    assert {(a.witness, a.stance) for a in find_attributions(nlp(text))} == {
        ("Prosecutors", "asserts"),
        ("Prosecutors", "doubts"),
    }


def test_attribution_headline_source(nlp: Language) -> None:
    assert found(nlp, "Ferry sinks off Vesterby with 40 on board: police") == [
        ("police", "Ferry sinks off Vesterby with 40 on board")
    ]


def test_attribution_second_cue_ends_the_first_content(nlp: Language) -> None:
    text = "The rebels said the town had fallen, but the army said it still held the bridge."
    assert found(nlp, text) == [("rebels", "the town had fallen"), ("army", "it still held the bridge")]


def test_attribution_signed_message(nlp: Language) -> None:
    text = "We are searching for survivors. — Vesterby Coast Guard (@vestguard) May 2, 2019"
    assert ("Vesterby Coast Guard", "We are searching for survivors.") in found(nlp, text)


def test_attribution_skip_and_empty(nlp: Language) -> None:
    text = "Police said 12 people were hurt."
    assert find_attributions(nlp(text), [(0, len(text))]) == []
    assert find_attributions(nlp("")) == []


def test_attribution_offsets_point_into_the_text(nlp: Language) -> None:
    text = "OSLO, Norway — The harbour office said two boats were missing.\n\nIt said divers were searching."
    for attribution in find_attributions(nlp(text)):
        for start, end in (*attribution.spans, attribution.source or (0, 1), attribution.cue or (0, 1)):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_attribution_deterministic(nlp: Language) -> None:
    text = "“It is over,” the mayor told the BBC. Police said two men, who he said were armed, had fled."
    assert find_attributions(nlp(text)) == find_attributions(nlp(text))
