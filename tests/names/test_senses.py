"""Namesakes told apart by the story."""

import pytest

from firsthand.names import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def test_countries_in_a_list_are_no_towns(gazetteer: Gazetteer) -> None:
    found = gazetteer.locate({"Mexico": ["the U.S."], "Missouri": [], "Kansas": []}, ["U.S.", "American"])
    assert found["Mexico"].kind == "country"


def test_a_named_division_decides(gazetteer: Gazetteer) -> None:
    found = gazetteer.locate({"Portland": [], "Maine": [], "Bangor": []}, ["Maine"])
    assert found["Portland"].admin1 == "Maine"


def test_a_metropolis_outweighs_small_towns_nearby(gazetteer: Gazetteer) -> None:
    found = gazetteer.locate({"Portland": [], "Houston": [], "Texas": []}, ["Texas"])
    assert found["Portland"].population > 100_000


def test_a_county_named_in_full_is_meant_by_its_short_name(gazetteer: Gazetteer) -> None:
    found = gazetteer.locate({"Suffolk": [], "Suffolk County": [], "New York": [], "Long Island": []}, ["New York"])
    assert found["Suffolk"].admin1 == "New York"


def test_a_small_town_far_from_all_else_is_not_believed(gazetteer: Gazetteer) -> None:
    found = gazetteer.locate({"Stonewall": [], "Gainesville": ["Virginia"], "Manassas": [], "Virginia": []})
    assert "Stonewall" not in found or found["Stonewall"].admin1 == "Virginia"


def test_landmarks_have_namesakes(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate({"Westminster": []}, ["London", "British"])["Westminster"].country == "GB"
    assert gazetteer.locate({"Westminster": ["Colorado"]})["Westminster"].country == "US"


def test_divisions_first_where_the_city_says_so_itself(gazetteer: Gazetteer) -> None:
    quebec, city = gazetteer.get("Quebec"), gazetteer.get("Quebec City")
    assert quebec is not None
    assert city is not None
    assert (quebec.kind, city.kind) == ("division", "town")
