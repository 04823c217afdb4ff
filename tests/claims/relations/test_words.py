from firsthand.claims.relations.verbs import TOWARDS
from firsthand.claims.relations.words import table, words
from firsthand.model import RELATIONS


def test_words_every_relation_of_the_brief_has_verbs():
    assert set(table("verbs").values()) >= RELATIONS


def test_words_every_relation_of_a_noun_says_where_its_object_stands():
    assert set(table("nouns").values()) <= set(TOWARDS)


def test_words_sets_may_share_words():
    assert "fighter" in words("parts") & words("bands") & words("forces")
