from dataclasses import replace

import numpy as np
from msgspec import structs

from firsthand.findings.cells import cells
from firsthand.findings.features import NAMES, Table, candidates, table
from firsthand.findings.passages import Passages
from firsthand.model import Link
from tests.findings.conftest import Story, collapse, embed


def row(story: Story, group: str = "number") -> dict[str, float]:
    """The features of the first two cells of a group."""
    found = [c for c in cells(story.claims, story.documents, story.listed()) if c.group == group]
    rows = table(found, story.documents, embed, Passages(story.links))
    _, _, matrix = pairs(rows)
    return dict(zip(NAMES, matrix[0].tolist(), strict=True))


def pairs(rows: Table) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All candidate pairs of a table in one block."""
    blocks = list(candidates(rows))
    first, second, matrix = (np.concatenate([block[k] for block in blocks]) for k in range(3))
    return first, second, matrix


def test_features_of_one_matter_speak_for_it():
    found = row(collapse((40, 40)))
    assert found["value"] == found["noun"] == found["kind"] == found["predicate"] == 1
    assert found["clause_sense"] > 0.9
    assert found["entities"] > 0


def test_features_other_number_speaks_against():
    assert row(collapse((40, 7)))["value"] == -1


def test_features_like_magnitude():
    near, far = row(collapse((40, 44)))["magnitude"], row(collapse((40, 4000)))["magnitude"]
    assert 0 <= far < near <= 1


def test_features_other_kind_speaks_against():
    story = collapse((40, 40))
    hurt = story.claims.pop()
    story.claim(hurt.document, "killing 40 people", "injure", "injury", number=("40 people", 40.0, 40.0, "inhabitant"))
    assert row(story)["kind"] == -1


def test_features_one_document_speaks_against():
    story = Story()
    story.document("a", "The wall killed 4 people.", "The wall killed 5 people.")
    for number in (4.0, 5.0):
        words = f"The wall killed {number:.0f} people"
        story.claim("a", words, "killed", "killing", number=(f"{number:.0f} people", number, number, "people"))
    assert row(story)["one_document"] == -1


def test_features_same_place_of_a_shared_passage():
    story = collapse((40, 40))
    length = len(story.documents["a"].text)
    assert row(story)["linked"] == 0
    story.links.append(Link("a", "b", "copy", 1.0, passages=((0, length, 0, length),)))
    assert row(story)["linked"] == 1


def test_features_are_finite_and_bounded():
    for group in ("number", "time", "place", "event"):
        found = row(collapse((40, 7)), group)
        assert all(np.isfinite(value) and -1 <= value <= 1.001 for value in found.values())


def test_features_pairs_are_ordered_and_never_of_one_claim():
    story = collapse((40, 7, 3))
    found = [c for c in cells(story.claims, story.documents, story.listed()) if c.group == "event"]
    i, j, _ = pairs(table(found, story.documents, embed, Passages([])))
    assert (i < j).all()
    assert all(found[a].claim.id != found[b].claim.id for a, b in zip(i, j, strict=True))


def test_features_units_that_differ_are_not_compared():
    story = Story()
    story.document("a", "The wall was 40 metres long.")
    story.document("b", "The wall killed 40 people.")
    story.claim("a", "The wall was 40 metres long", "long", number=("40 metres", 40.0, 40.0, "metre"))
    story.claim("b", "The wall killed 40 people", "killed", number=("40 people", 40.0, 40.0, "people"))
    found = [c for c in cells(story.claims, story.documents, []) if c.group == "number"]
    quantity = found[0].quantity
    assert quantity is not None
    found[0] = replace(found[0], quantity=structs.replace(quantity, unit="km"))
    blocks = list(candidates(table(found, story.documents, embed, Passages([]))))
    assert not any(len(block[0]) for block in blocks)
