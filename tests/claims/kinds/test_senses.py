from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from firsthand import language
from firsthand.claims.kinds import OTHER, kind_of, sense_of
from firsthand.claims.kinds.senses import carriers, noun_sense

Tree = Callable[[str], Doc]


def clause(tree: Tree, verb: str, thing: str, extra: str = "", subject: str = "They||PRON") -> Doc:
    return tree(f"{subject}|2|nsubj {verb}|{verb}|VERB|0|ROOT {thing}|{thing}|NOUN|2|obj {extra}")


@pytest.mark.parametrize(
    "verb, thing, kind",
    [
        ("fire", "rifle", "attack"),
        ("fire", "manager", "dismissal"),
        ("fire", "imagination", OTHER),
        ("shoot", "guard", "attack"),
        ("shoot", "film", OTHER),
        ("charge", "driver", "charge"),
        ("capture", "town", "capture"),
        ("capture", "moment", OTHER),
        ("capture", "gunman", "arrest"),
        ("kill", "guard", "killing"),
        ("kill", "time", OTHER),
        ("seize", "town", "capture"),
        ("seize", "goods", "seizure"),
        ("impose", "curfew", "crackdown"),
        ("impose", "sanction", "sanction"),
        ("occupy", "town", "capture"),
        ("release", "hostage", "release"),
        ("release", "album", OTHER),
        ("release", "report", "statement"),
        ("pay", "ransom", "payment"),
        ("pay", "attention", OTHER),
        ("fight", "rebel", "clash"),
        ("fight", "cancer", OTHER),
        ("fight", "blaze", "rescue"),
        ("reject", "proposal", "rejection"),
        ("reject", "allegation", "denial"),
        ("demonstrate", "pump", OTHER),
    ],
)
def test_senses_are_told_apart_by_the_object(tree: Tree, verb: str, thing: str, kind: str):
    assert kind_of(clause(tree, verb, thing)[1]) == kind


@pytest.mark.parametrize(
    "verb, subject, kind",
    [
        ("crash", "plane||NOUN", "accident"), ("crash", "price||NOUN", OTHER), ("strike", "nurse||NOUN", "protest"),
        ("strike", "gunman||NOUN", "attack"), ("strike", "typhoon||NOUN", "natural"), ("strike", "clock||NOUN", OTHER),
    ],
)  # fmt: skip
def test_senses_are_told_apart_by_the_subject(tree: Tree, verb: str, subject: str, kind: str):
    assert kind_of(tree(f"{subject}|2|nsubj {verb}||VERB|0|ROOT")[1]) == kind


def test_senses_are_told_apart_by_a_phrase(tree: Tree):
    accused = clause(tree, "charge", "him", "with||ADP|5|case fraud||NOUN|2|obl")
    assert kind_of(accused[1]) == "charge"
    assert kind_of(clause(tree, "hold", "him", "for||ADP|5|case ransom||NOUN|2|obl")[1]) == "abduction"


def test_senses_a_time_is_no_phrase_that_a_pattern_asks_for(tree: Tree):
    doc = tree("He||PRON|2|nsubj fired|fire|VERB|0|ROOT clerk||NOUN|2|obj at||ADP|5|case noon||NOUN|2|obl")
    assert kind_of(doc[1]) != "attack" or sense_of(doc[1])[0].plover != "FIGHT"
    aimed = tree("He||PRON|2|nsubj fired|fire|VERB|0|ROOT at||ADP|4|case guards|guard|NOUN|2|obl")
    assert sense_of(aimed[1])[0].plover == "FIGHT"


def test_senses_particles(tree: Tree):
    doc = tree("They||PRON|2|nsubj broke|break|VERB|0|ROOT off||ADP|2|compound:prt talks|talk|NOUN|2|obj")
    assert kind_of(doc[1]) == "sanction"
    assert kind_of(clause(tree, "hold", "talk")[1]) == "negotiation"


@pytest.mark.parametrize(
    "modifier, noun, kind",
    [
        ("heart", "attack", None), ("market", "crash", None), ("train", "crash", "accident"),
        ("hunger", "strike", "protest"),
        ("air", "strike", "attack"), ("clinical", "trial", None), ("murder", "trial", "charge"),
        ("bank", "charge", None),
    ],
)  # fmt: skip
def test_senses_of_nouns_by_what_stands_before(tree: Tree, modifier: str, noun: str, kind: str | None):
    sense = noun_sense(tree(f"{modifier}||NOUN|2|compound {noun}||NOUN|0|ROOT")[1])
    assert (sense.kind if sense else None) == kind


def test_senses_of_nouns_by_what_they_are_of(tree: Tree):
    stairs = tree("flight||NOUN|0|ROOT of||ADP|3|case stairs|stair|NOUN|1|nmod")
    fighting = tree("outbreak||NOUN|0|ROOT of||ADP|3|case fighting||NOUN|1|nmod")
    assert noun_sense(stairs[0]) is None
    assert getattr(noun_sense(fighting[0]), "kind", "") == "clash"


def test_senses_carrier_noun_leaves_it_to_the_noun_beside(tree: Tree):
    doc = tree("sabotage||NOUN|2|compound campaign||NOUN|0|ROOT")
    assert getattr(noun_sense(doc[1]), "kind", "") == "destruction"


def test_senses_light_verb_shows_its_object(tree: Tree):
    doc = clause(tree, "stage", "attack")
    sense, shown = sense_of(doc[1])
    assert (sense.kind, shown) == ("attack", doc[2])


def test_senses_phase_verb_shows_its_complement(tree: Tree):
    doc = tree("Troops|troop|NOUN|2|nsubj began|begin|VERB|0|ROOT to||PART|4|mark withdraw||VERB|2|xcomp")
    sense, shown = sense_of(doc[1])
    assert (sense.kind, shown) == ("withdrawal", doc[3])


def test_senses_phase_verbs_nest(tree: Tree):
    doc = tree(
        "They||PRON|2|nsubj tried|try|VERB|0|ROOT to||PART|4|mark start||VERB|2|xcomp fighting|fight|VERB|4|xcomp"
    )
    assert kind_of(doc[1]) == "clash"


def test_senses_clashes_erupted(tree: Tree):
    doc = tree("Clashes|clash|NOUN|2|nsubj erupted|erupt|VERB|0|ROOT")
    sense, shown = sense_of(doc[1])
    assert (sense.kind, shown) == ("clash", doc[0])


@pytest.mark.parametrize("word, kind", [("killed", "killing"), ("arrested", "arrest"), ("tables", OTHER)])
def test_senses_capitals_of_a_headline(tree: Tree, word: str, kind: str):
    doc = tree(f"Dozens||PROPN|2|nsubj {word.title()}|{word.title()}|PROPN|0|ROOT")
    assert kind_of(doc[1]) == kind


def test_senses_carriers_are_disjoint_lists_of_lemmas():
    for words in carriers().values():
        assert all(word == word.lower() and word for word in words)


@pytest.mark.parametrize(
    "text, word, kind",
    [
        ("Guards fled the village.", "fled", "withdrawal"),
        ("The kidnappers freed the doctor.", "freed", "release"),
        ("A strong earthquake shook the islands.", "shook", "natural"),
        ("The army drove villagers out of their homes.", "drove", "displacement"),
        ("A former guard went on trial in Munich.", "went", "charge"),
        ("The airport reopened on Friday.", "reopened", "closure"),
        ("Velika fell to government forces.", "fell", "capture"),
    ],
)
def test_senses_of_whole_sentences(text: str, word: str, kind: str):
    (doc,) = language.parse([text])
    assert kind_of(next(token for token in doc if token.text == word)) == kind
