from firsthand.model import Entity, Mention
from firsthand.names.witnesses import Witnesses, called, in_full, is_no_witness


def person(name: str, role: str | None = None, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity("e" + name, name, "person", (Mention("d", 0, 4),), role=role, aliases=aliases)


def test_witnesses_by_name_and_alias():
    brook = person("Ada Brook", "fire chief", ("Brook",))
    known = Witnesses([brook, person("Tomas Reed")])
    assert known.find("Brook") is brook
    assert known.find("Ada Brook (chief)") is brook
    assert known.find("police") is None


def test_witnesses_by_the_office_that_one_person_holds():
    mayor = person("Selim Aydar", "mayor of Bel Walad")
    known = Witnesses([mayor, person("Ada Brook", "fire chief")])
    assert known.find("town's mayor") is mayor
    assert known.find("mayor of Bel Walad Selim Adnar") is mayor
    assert known.find("mayor of Oldport Henry Cole") is None


def test_witnesses_office_of_two_persons_needs_its_place():
    one, other = person("Selim Aydar", "mayor of Bel Walad"), person("Ines Duarte", "mayor of Oldport")
    known = Witnesses([one, other])
    assert known.find("mayor") is None
    assert known.find("Oldport's mayor") is other


def test_witnesses_are_called_by_name_and_role():
    assert called(person("Ada Brook", "fire chief")) == "Ada Brook (fire chief)"
    assert called(person("Ada Brook")) == "Ada Brook"


def test_witnesses_surname_alone_is_the_one_full_name():
    assert in_full(["Brook", "Ada Brook (chief)", "police"]) == {"Brook": "Ada Brook (chief)"}
    assert in_full(["Brook", "Ada Brook", "Tom Brook"]) == {}


def test_witnesses_bare_nationality_is_nobody():
    assert is_no_witness("Russian")
    assert not is_no_witness("Russian officials")
