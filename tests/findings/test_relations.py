from firsthand.findings import relations
from firsthand.model import Place, Relation, Tie, Wording
from tests.findings.conftest import Story


def tie(story: Story, subject: str, word: str, target: str, name: str = "backs", **fields: object) -> Tie:
    """A tie of document a, by the words of its text."""
    text = story.documents["a"].text
    spans = [(text.index(words), text.index(words) + len(words)) for words in (subject, target, word)]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Tie("a", name, spans[0], spans[1], spans[2], start, end, **{"asserted": True, "made_by": "rule", **fields})  # type: ignore[arg-type]


def story_of(text: str, **kinds: str) -> Story:
    story = Story()
    story.document("a", text)
    for name, kind in kinds.items():
        story.name(name.replace("_", " "), kind)
    return story


def rows(story: Story, *ties: Tie) -> list[tuple[str, str, str]]:
    names = {entity.id: entity.name for entity in story.listed()}
    found = relations(ties, story.claims, story.listed())
    return [(names[r.subject], r.relation, names[r.object]) for r in found]


def test_relations_hold_claims_and_words():
    story = story_of("Egypt backs the Orle Front.", Egypt="place", Orle_Front="group")
    claim = story.claim("a", "Egypt backs the Orle Front", "backs")
    ids = {entity.name: entity.id for entity in story.listed()}
    found = relations([tie(story, "Egypt", "backs", "Orle Front")], story.claims, story.listed())
    assert found == [Relation(ids["Egypt"], "backs", ids["Orle Front"], (claim.id,), (Wording("a", 0, 26, "rule"),))]


def test_relations_are_not_made_of_what_is_taken_back():
    story = story_of("Egypt backs the Orle Front.", Egypt="place", Orle_Front="group")
    assert rows(story, tie(story, "Egypt", "backs", "Orle Front", asserted=False)) == []
    story.claim("a", "Egypt backs the Orle Front", "backs", stance="denies")
    assert rows(story, tie(story, "Egypt", "backs", "Orle Front")) == []


def test_relations_need_two_named_actors():
    story = story_of("Egypt backs the Orle Front.", Egypt="place")
    assert rows(story, tie(story, "Egypt", "backs", "Orle Front")) == []


def test_relations_take_a_people_for_its_country_where_it_stands_for_it():
    story = story_of("Egypt and Egyptian men back the Orle Front.", Egypt="place", Egyptian="group", Orle_Front="group")
    state = tie(story, "Egyptian", "back", "Orle Front", states=(True, False))
    assert rows(story, state) == [("Egypt", "backs", "Orle Front")]
    assert rows(story, tie(story, "Egyptian", "back", "Orle Front")) == [("Egyptian", "backs", "Orle Front")]


def test_relations_let_a_town_be_held_but_not_act():
    story = story_of("The Orle Front took Norda.", Orle_Front="group", Norda="place")
    assert rows(story, tie(story, "Orle Front", "took", "Norda", "controls")) == [("Orle Front", "controls", "Norda")]
    there = [
        entity
        if entity.kind != "place"
        else type(entity)(entity.id, entity.name, "place", entity.mentions, Place(1.0, 1.0))
        for entity in story.listed()
    ]
    assert relations([tie(story, "Norda", "took", "Orle Front", "fights")], [], there) == []
