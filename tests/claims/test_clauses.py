from collections.abc import Callable

from spacy.tokens import Doc

from firsthand.claims.clauses import clauses

Tree = Callable[[str], Doc]


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(clause.head.text, doc.text[clause.start : clause.end]) for clause in clauses(doc)]


def test_clauses_plain_sentence_is_one(tree: Tree):
    doc = tree("Guards||NOUN|2|nsubj closed|close|VERB|0|ROOT the||DET|4|det gate||NOUN|2|obj .||PUNCT|2|punct")
    assert told(doc) == [("closed", "Guards closed the gate")]


def test_clauses_speech_and_content_are_two(tree: Tree):
    doc = tree(
        "Guards||NOUN|2|nsubj said|say|VERB|0|ROOT that||SCONJ|6|mark the||DET|5|det gate||NOUN|6|nsubj "
        "fell|fall|VERB|2|ccomp .||PUNCT|2|punct"
    )
    assert told(doc) == [("said", "Guards said"), ("fell", "the gate fell")]


def test_clauses_conjoined_verbs_are_two(tree: Tree):
    doc = tree(
        "Rain||NOUN|2|nsubj fell|fall|VERB|0|ROOT and||CCONJ|5|cc rivers|river|NOUN|5|nsubj rose|rise|VERB|2|conj "
        ".||PUNCT|2|punct"
    )
    assert told(doc) == [("fell", "Rain fell"), ("rose", "rivers rose")]


def test_clauses_conjoined_nouns_are_one(tree: Tree):
    doc = tree(
        "Rain||NOUN|4|nsubj and||CCONJ|3|cc hail||NOUN|1|conj fell|fall|VERB|0|ROOT on||ADP|6|case Orle||PROPN|4|obl"
    )
    assert told(doc) == [("fell", "Rain and hail fell on Orle")]


def test_clauses_open_complement_belongs_to_its_verb(tree: Tree):
    doc = tree("Troops||NOUN|2|nsubj began|begin|VERB|0|ROOT to||PART|4|mark leave||VERB|2|xcomp Orle||PROPN|4|obj")
    assert told(doc) == [("began", "Troops began to leave Orle")]


def test_clauses_participle_tells_an_event_of_its_own(tree: Tree):
    doc = tree(
        "A||DET|2|det wall||NOUN|3|nsubj fell|fall|VERB|0|ROOT ,||PUNCT|5|punct injuring|injure|VERB|3|advcl "
        "two||NUM|7|nummod men|man|NOUN|5|obj .||PUNCT|3|punct"
    )
    assert told(doc) == [("fell", "A wall fell"), ("injuring", "injuring two men")]


def test_clauses_predicate_noun_with_copula(tree: Tree):
    doc = tree("Two||NUM|4|nsubj are|be|AUX|4|cop still||ADV|4|advmod missing||ADJ|0|ROOT .||PUNCT|4|punct")
    assert told(doc) == [("missing", "Two are still missing")]


def test_clauses_headline_without_a_verb_is_one(tree: Tree):
    doc = tree("Fire||NOUN|0|ROOT in||ADP|4|case Orle||PROPN|4|compound harbour||NOUN|1|nmod")
    assert told(doc) == [("Fire", "Fire in Orle harbour")]


def test_clauses_marks_alone_are_none(tree: Tree):
    assert told(tree("*||PUNCT|0|ROOT *||PUNCT|1|punct")) == []


def test_clauses_stay_in_their_sentence_and_in_order(tree: Tree):
    doc = tree("Rain||NOUN|2|nsubj fell|fall|VERB|0|ROOT\nRivers|river|NOUN|2|nsubj rose|rise|VERB|0|ROOT")
    assert [clause.head.text for clause in clauses(doc)] == ["fell", "rose"]
    for clause in clauses(doc):
        assert clause.sentence.start <= clause.first <= clause.head.i <= clause.last < clause.sentence.end


def test_clauses_part_a_conjunct_that_has_its_own_subject(tree: Tree):
    doc = tree(
        "Bodies||NOUN|3|nsubj:pass were|be|AUX|3|aux:pass found|find|VERB|0|ROOT and||CCONJ|7|cc men|man|NOUN|7|nsubj "
        "stay||AUX|7|aux missing||ADJ|3|conj"
    )
    assert [clause.head.text for clause in clauses(doc)] == ["found", "missing"]
