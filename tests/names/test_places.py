import pytest

from firsthand.names import Gazetteer, contains, country_named, country_of, distance
from firsthand.names.index import Index
from firsthand.names.toponyms import beside


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def test_gazetteer_reads_nothing_before_the_first_look_up() -> None:
    gazetteer = Gazetteer(Index())
    assert "_arrays" not in vars(gazetteer._index)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Cologne", "DE"),
        ("the U.S.", "US"),
        ("Conn.", "US"),
        ("northern Kenya", "KE"),
        ("Nahariya", "IL"),
        ("Washington, D.C.", "US"),
    ],
)
def test_get_knows_usual_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    spot = gazetteer.get(name)
    assert spot is not None
    assert spot.country == country


def test_find_is_empty_for_what_is_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwxzzy Harbour Board") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.find("West") == ()


def test_locate_uses_what_stands_beside(gazetteer: Gazetteer) -> None:
    far = gazetteer.locate({"Paris": ["Texas"]})["Paris"]
    assert (far.country, far.admin1) == ("US", "Texas")
    assert gazetteer.locate({"Paris": []})["Paris"].country == "FR"


def test_locate_uses_the_countries_of_the_story(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate({"Tripoli": []}, ["Lebanese", "Lebanon", "Beirut"])["Tripoli"].country == "LB"
    assert gazetteer.locate({"Georgia": ["Tbilisi"], "Tbilisi": []})["Georgia"].kind == "country"


def test_airfields_are_found_by_their_word(gazetteer: Gazetteer) -> None:
    spot = gazetteer.get("Benina airport")
    assert spot is not None
    assert spot.kind == "airfield"


def test_contains_and_distance(gazetteer: Gazetteer) -> None:
    germany, bavaria, munich, europe = (gazetteer.get(name) for name in ("Germany", "Bavaria", "Munich", "Europe"))
    assert germany
    assert bavaria
    assert munich
    assert europe
    assert contains(germany, munich)
    assert contains(bavaria, munich)
    assert contains(germany, bavaria)
    assert contains(europe, germany)
    assert not contains(munich, germany)
    nuremberg = gazetteer.get("Nuremberg")
    assert nuremberg
    assert distance(munich, nuremberg) == pytest.approx(150, abs=10)


def test_country_of_demonyms() -> None:
    assert country_of("Turkish") == country_of("Turks") == "Turkey"
    assert country_of("Texans") == "Texas"
    assert country_of("Turkey") is None
    assert country_named("UAE") == "United Arab Emirates"


def test_beside_reads_commas_and_possessives() -> None:
    text = "A fire in Paris, Texas, spread. Kenya's northern Garissa was calm. They met in Lyme, Conn., on Monday."
    for name, outer in (("Paris", "Texas"), ("Garissa", "Kenya"), ("Lyme", "Conn.")):
        start = text.index(name)
        assert outer in beside(text, [(start, start + len(name))])
