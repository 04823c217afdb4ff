import pytest

from firsthand.claims.relations import find_ties
from firsthand.language import parse


def told(text: str) -> set[tuple[str, str, str]]:
    """Asserted ties of a text by the names in them."""
    (doc,) = parse([text])
    return {
        (text[slice(*tie.subject)], tie.relation, text[slice(*tie.object)])
        for tie in find_ties("d", doc)
        if tie.asserted
    }


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("France supports the Ivory Council.", ("France", "backs", "Ivory Council")),
        ("The Ivory Council is supported by France.", ("France", "backs", "Ivory Council")),
        ("France continued to support the Ivory Council.", ("France", "backs", "Ivory Council")),
        ("France provided the Ivory Council with weapons.", ("France", "backs", "Ivory Council")),
        ("The French-backed Ivory Council met.", ("French", "backs", "Ivory Council")),
        ("Peter Lang, head of the Ivory Council, left.", ("Peter Lang", "commands", "Ivory Council")),
        ("Ivory Council leader Peter Lang left.", ("Peter Lang", "commands", "Ivory Council")),
        ("The leader of the Ivory Council, Peter Lang, left.", ("Peter Lang", "commands", "Ivory Council")),
        ("Peter Lang's Ivory Council won.", ("Peter Lang", "commands", "Ivory Council")),
        ("Troops of the Ivory Council attacked the Delta Army.", ("Ivory Council", "fights", "Delta Army")),
        ("The Ivory Council launched an attack on the Delta Army.", ("Ivory Council", "fights", "Delta Army")),
        ("Syrian fighters fought alongside the Delta Army.", ("Syrian", "fights-with", "Delta Army")),
        ("The Delta Army captured the town of Minsk.", ("Delta Army", "controls", "Minsk")),
        ("Minsk is under the control of the Delta Army.", ("Delta Army", "controls", "Minsk")),
        ("Syrian fighters allied to the Delta Army left.", ("Syrian", "fights-with", "Delta Army")),
        ("The Delta Army took the town of Minsk.", ("Delta Army", "controls", "Minsk")),
        ("The Delta Army lost Minsk to the Ivory Council.", ("Ivory Council", "controls", "Minsk")),
        ("Clashes between the Delta Army and the Ivory Council went on.", ("Delta Army", "fights", "Ivory Council")),
        ("The Delta Army and the Ivory Council fought for an hour.", ("Delta Army", "fights", "Ivory Council")),
        ("The Ivory Council enjoys the support of France.", ("France", "backs", "Ivory Council")),
        ("The Ivory Council gets weapons from France.", ("France", "backs", "Ivory Council")),
        ("Peter Lang works for the Ivory Council.", ("Ivory Council", "employs", "Peter Lang")),
        ("The Delta Army recruited Syrians.", ("Delta Army", "recruits", "Syrians")),
    ],
)
def test_ties_are_found_however_they_are_worded(text: str, tie: tuple[str, str, str]):
    assert tie in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "France does not support the Ivory Council.",
        "France may support the Ivory Council.",
        "France denied that it supports the Ivory Council.",
        "France refused to support the Ivory Council.",
        "Does France support the Ivory Council?",
        "France stopped supporting the Ivory Council.",
        "Peter Lang, the former head of the Ivory Council, left.",
        "Peter Lang, vice president of the Ivory Council, left.",
        "Peter Lang, director of Egypt's coast guard, left.",
        "France welcomed the Ivory Council.",
    ],
)
def test_ties_are_not_asserted_where_the_text_takes_them_back(text: str):
    assert told(text) == set()


def test_ties_hold_the_words_that_say_so():
    text = "On Monday, France supported the Ivory Council again."
    (doc,) = parse([text])
    (tie,) = find_ties("d", doc)
    assert text[slice(*tie.word)] == "supported"
    assert text[tie.start : tie.end] == "France supported the Ivory Council"
    assert tie.made_by.startswith("relations@1 ")
    assert tie.document == "d"


def test_ties_say_whether_a_people_stands_for_its_country():
    for text, state in (
        ("The French-backed Ivory Council met.", True),
        ("He praised French aid to the Ivory Council.", True),
        ("French fighters support the Ivory Council.", False),
    ):
        (doc,) = parse([text])
        assert [tie.states[0] for tie in find_ties("d", doc)] == [state], text


def test_ties_of_an_empty_text_are_none():
    (doc,) = parse([""])
    assert find_ties("d", doc) == []
