from firsthand.names import Gazetteer
from firsthand.names.phrases import Phrases
from firsthand.names.unseen import listed, located, shaped, titled


def test_phrases_find_the_longest_as_whole_words() -> None:
    names = Phrases(["Orlan", "Orlan Group", "al-Wadi"])
    text = "Orlan Group left al-Wadi for Orlans and Orlan."
    assert [name for _, _, name in names.find(text)] == ["Orlan Group", "al-Wadi", "Orlan"]


def test_listed_knows_countries_peoples_and_bodies() -> None:
    text = "Norwegian crews left Norway, the United Nations said. Mia Jordan stayed."
    assert [(text[start:end], kind) for start, end, kind in listed(text)] == [
        ("Norwegian", "group"),
        ("Norway", "place"),
        ("United Nations", "organisation"),
    ]


def test_titled_takes_the_name_after_a_title() -> None:
    text = "Then Mr. Berg met President Lena Orlova. President Monday was no one."
    assert [text[start:end] for start, end, _ in titled(text)] == ["Berg", "Lena Orlova"]


def test_located_wants_two_mentions_and_the_country() -> None:
    texts = {"a": "A fire in Bodø in Norway. Crews from Bodø came. A fire in Orlan. People in Orlan fled."}
    assert located(texts, Gazetteer()) == {"Bodø"}


def test_shaped_finds_airfields_ministries_and_articles() -> None:
    text = "They flew from Orlan air base to al-Wadi, the Ports Ministry said."
    assert {text[start:end] for start, end, _ in shaped(text)} == {"Orlan air base", "al-Wadi", "Ports Ministry"}
