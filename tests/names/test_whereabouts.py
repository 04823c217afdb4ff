"""Places told by other places, and the map's word on them."""

import pytest

from firsthand.model import Whereabouts
from firsthand.names import Gazetteer, find_toponyms, find_whereabouts, place_toponyms
from tests.names.conftest import marked


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def told(text: str, gazetteer: Gazetteer) -> list[tuple[str, Whereabouts]]:
    doc = marked(text)
    toponyms = find_toponyms(doc, gazetteer)
    found = find_whereabouts("d", doc.text, toponyms, place_toponyms(doc.text, toponyms, gazetteer), gazetteer)
    return [(doc.text[one.start : one.end], one) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "direction"),
    [
        ("The camp is 150km (93 miles) southeast of Tripoli, Libya.", "150km (93 miles) southeast of Tripoli",
         150, 150, 135),
        ("A boat sank 20 miles to the north of [Oslo|PLACE].", "20 miles to the north of Oslo", 32.187, 32.187, 0),
        ("They were less than 5 km from the city of Lyon, France.", "less than 5 km from the city of Lyon",
         None, 5, None),
        ("A blast hit a depot just outside [Madrid|PLACE].", "just outside Madrid", 0, 20, None),
        ("The wreck is off.\nIt lies two kilometres off the coast of [Valletta|PLACE].",
         "two kilometres off the coast of Valletta", 2, 2, None),
    ],
)  # fmt: skip
def test_find_reads_distance_and_direction(
    text: str, words: str, low: float | None, high: float | None, direction: float | None, gazetteer: Gazetteer
) -> None:
    ((said, found),) = told(text, gazetteer)
    assert (said, found.low, found.high, found.direction) == (words, low, high, direction)
    assert found.subject is None
    assert found.verdict is None


def test_find_computes_the_point(gazetteer: Gazetteer) -> None:
    ((_, found),) = told("A ship burned 100 km west of [Lisbon|PLACE].", gazetteer)
    assert found.latitude == pytest.approx(38.7, abs=0.1)
    assert found.longitude == pytest.approx(-10.29, abs=0.1)
    assert found.radius is not None


def test_find_halfway_has_two_anchors(gazetteer: Gazetteer) -> None:
    ((said, found),) = told("It stopped halfway between [Paris|PLACE] and [Lyon|PLACE].", gazetteer)
    assert said == "halfway between Paris and Lyon"
    assert [name for name, *_ in found.anchors] == ["Paris", "Lyon"]
    assert found.latitude == pytest.approx(47.3, abs=0.2)


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("a city 150 km southeast of Tripoli", "agree"),
        ("a town around 220 kilometres from Tripoli", "compatible"),
        ("which is 400 km south of Tripoli", "conflict"),
        ("30 miles from Tripoli", "conflict"),
        ("a city 150 km west of Tripoli", "conflict"),
        ("some 150 km from the capital", "agree"),
    ],
)
def test_find_holds_the_statement_against_the_map(stated: str, verdict: str, gazetteer: Gazetteer) -> None:
    ((_, found),) = told(f"In [Libya|PLACE] they fled to [Bani Walid|PLACE], {stated}.", gazetteer)
    assert found.subject is not None
    assert found.subject[0] == "Bani Walid"
    assert found.anchors[0][0] == "Tripoli"
    assert found.map_km == pytest.approx(147, abs=5)
    assert found.verdict == verdict


def test_find_takes_the_namesake_that_fits(gazetteer: Gazetteer) -> None:
    ((_, found),) = told("They met in [Edmonton|PLACE], 10 km south of [Cairns|PLACE], [Australia|PLACE].", gazetteer)
    assert (found.map_km, found.verdict) == (pytest.approx(10.8, abs=1), "agree")


def test_find_says_nothing_of_a_namesake_elsewhere(gazetteer: Gazetteer) -> None:
    ((_, found),) = told("They met in [Perth|PLACE], 20 km south of [Cairns|PLACE], [Australia|PLACE].", gazetteer)
    assert found.verdict is None


def test_find_leaves_speeds_lengths_and_what_is_not_placed(gazetteer: Gazetteer) -> None:
    assert told("He drove 90 miles per hour and walked 3 km from his house near [Lyon|PLACE].", gazetteer) == []
    assert told("The village is 20 km from [Qwxzzy|PLACE].", gazetteer) == []
