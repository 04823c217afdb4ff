from firsthand.findings.cells import cells
from firsthand.model import Quantity
from tests.findings.conftest import Story, collapse


def told(story: Story) -> dict[tuple[str, str], str]:
    """Words of the cells by slot and kind."""
    found = cells(story.claims, story.documents, story.listed())
    return {(cell.slot, cell.kind): story.documents[cell.document].text[cell.start : cell.end] for cell in found}


def test_cells_of_a_claim_are_its_number_time_place_and_event():
    found = told(collapse((40,)))
    assert found["count", "killing"] == "40 people"
    assert found["time", "accident"] == "Monday"
    assert "Orle" in found["place", "accident"]
    assert found["event", "accident"] == "A wall fell in Orle on Monday"


def test_cells_place_takes_its_preposition():
    assert told(collapse((40,)))["place", "accident"] == "in Orle"


def test_cells_counted_noun_tells_the_kind():
    story = Story()
    story.document("a", "The toll stood at 84 dead.")
    story.claim("a", "The toll stood at 84 dead", "stood", number=("84", 84.0, 84.0, "dead"))
    assert told(story)["count", "killing"] == "84"


def test_cells_number_without_a_value_is_none():
    story = Story()
    story.document("a", "A number of people died.")
    story.claim("a", "A number of people died", "died", quantities=(Quantity(0, 11, None, None),))
    assert not any(cell.slot == "count" for cell in cells(story.claims, story.documents, []))


def test_cells_people_and_organisations_are_names():
    story = Story()
    story.document("a", "Mara Quist left Norda Rail.")
    story.claim("a", "Mara Quist left Norda Rail", "left")
    story.name("Mara Quist", "person")
    story.name("Norda Rail", "organisation")
    found = told(story)
    assert (found["person", "other"], found["organisation", "other"]) == ("Mara Quist", "Norda Rail")


def test_cells_know_the_names_of_the_whole_sentence():
    story = collapse((40,))
    number = next(c for c in cells(story.claims, story.documents, story.listed()) if c.slot == "count")
    assert {entity.id for entity in story.listed()} == set(number.entities)


def test_cells_of_nothing_are_none():
    assert cells([], {}, []) == []
