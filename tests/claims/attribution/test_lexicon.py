import pytest

from firsthand.claims.attribution.lexicon import adverbs, cue_nouns, cues, first_names, media, roles, words


@pytest.mark.parametrize(
    "form, lemma",
    [
        ("said", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("admitted", "admit"),
        ("writing", "write"),
    ],
)
def test_lexicon_forms(form: str, lemma: str) -> None:
    assert cues()[form].lemma == lemma


def test_lexicon_kinds() -> None:
    assert cues()["denied"].kind == "deny"
    assert cues()["alleged"].kind == "doubt"
    assert cues()["feared"].kind == "belief"


def test_lexicon_frames_are_known() -> None:
    assert {frame for cue in cues().values() for frame in cue.frames} <= set("qctnaxfipouskQCjT")


def test_lexicon_other_lists() -> None:
    assert cue_nouns()["allegations"] == "doubt"
    assert "reportedly" in adverbs()
    assert "bbc" in media()[0]
    assert roles()["spokeswoman"] == "f"
    assert roles()["spokesmen"] == "m"
    assert first_names()["maria"] == "f"
    assert "mr." in words("titles")
