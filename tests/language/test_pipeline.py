import pytest

from firsthand import language
from firsthand.language import PIPELINE, load, parse
from firsthand.language import _pipeline as pipeline


def heads(doc):
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_language_exports_only_its_public_names():
    assert sorted(language.__all__) == ["PIPELINE", "embed", "load", "parse"]
    assert {name for name in vars(language) if not name.startswith("_")} == set(language.__all__)


def test_pipeline_names_model_and_version():
    meta = load().meta
    assert f"{meta['lang']}_{meta['name']} {meta['version']}" == PIPELINE
    assert PIPELINE.startswith("en_firsthand ")


def test_load_is_cached():
    assert load() is load()


def test_load_gives_every_layer():
    assert {"tagger", "morphologizer", "parser", "lemmatizer", "ner"} <= set(load().pipe_names)


def test_parse_splits_sentences():
    doc = load()(
        "Four people were killed in the blast. The army denied it was involved. "
        "Gen. Omar Saleh spoke at 3 p.m. on Monday."
    )
    assert [sentence.text.split()[0] for sentence in doc.sents] == ["Four", "The", "Gen."]


def test_parse_ends_sentences_at_blank_lines():
    doc = load()("Rebels take airport\n\nThe rebels have taken the airport, officials said.")
    assert [sentence.text.split()[0] for sentence in doc.sents if sentence.text.strip()] == ["Rebels", "The"]


def test_parse_finds_said_clause():
    doc = load()("The mayor said that the soldiers had left the town.")
    assert heads(doc)["mayor"] == ("nsubj", "said")
    assert heads(doc)["left"] == ("ccomp", "said")
    assert heads(doc)["soldiers"] == ("nsubj", "left")
    assert heads(doc)["town"] == ("obj", "left")


def test_parse_finds_passive_and_agent():
    doc = load()("Two fishermen were arrested by the coast guard.")
    assert heads(doc)["fishermen"] == ("nsubj:pass", "arrested")
    assert heads(doc)["guard"] == ("obl:agent", "arrested")
    assert heads(doc)["Two"] == ("nummod", "fishermen")


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("They were killed.", "killed", "kill"),
        ("They were killed.", "were", "be"),
        ("Several cities fell.", "cities", "city"),
        ("He denied the claims.", "denied", "deny"),
        ("The men fled.", "men", "man"),
        ("The men fled.", "The", "the"),
        ("Two planes crashed.", "planes", "plane"),
        ("They were planning an attack.", "planning", "plan"),
    ],
)
def test_parse_gives_lemmas(text, word, lemma):
    assert next(token.lemma_ for token in load()(text) if token.text == word) == lemma


def test_parse_finds_names():
    doc = load()("Angela Merkel met United Nations officials in Berlin, and Syrian refugees.")
    found = {entity.text: entity.label_ for entity in doc.ents}
    assert found["Angela Merkel"] == "PERSON"
    assert found["United Nations"] == "ORG"
    assert found["Berlin"] == "PLACE"
    assert found["Syrian"] == "GROUP"


def test_parse_keeps_order_and_empty_texts():
    texts = ["One fell.", "", "Three fell."]
    assert [doc.text for doc in parse(texts, batch=2)] == texts


def test_parse_is_the_same_in_any_batch():
    texts = ["The navy seized two boats.", "Police denied the report, the BBC said on Monday.", "Nothing was found."]
    together = [doc.to_json() for doc in parse(texts)]
    assert [doc.to_json() for doc in parse(texts, batch=1)] == together


def test_parse_names_the_text_that_is_too_long(monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST_TEXT", 100)
    with pytest.raises(ValueError, match=r"text 1 has 101 characters"):
        list(parse(["short", "x" * 101]))


def test_parse_marks_mentions():
    doc = load()("The regime denied it. A hospital in Aleppo was shelled, he said.")
    found = {(span.text, span.label_) for span in doc.spans["mentions"]}
    assert ("Aleppo", "PLACE") in found
    assert ("he", "PERSON") in found
    assert ("The regime", "ORG") in found


def test_parse_sees_names_whatever_their_case_in_the_vectors():
    vocab = load().vocab
    assert vocab["Syria"].text != "syria"
    assert load()("Syria")[0].has_vector
