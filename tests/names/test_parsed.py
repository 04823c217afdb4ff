"""What needs the syntax of sentences: governments by their seat, descriptions, names that the recogniser missed."""

from collections.abc import Callable

import pytest

from firsthand import claims, language
from firsthand.model import Document, Entity
from firsthand.names import resolve

Read = Callable[..., list[Entity]]


@pytest.fixture
def read() -> Read:
    """The entities of some plain texts, with the claims that they make."""

    def resolved(*texts: str) -> list[Entity]:
        documents = [Document(f"d{place}", f"d{place}", text) for place, text in enumerate(texts)]
        docs = {d.id: doc for d, doc in zip(documents, language.parse(texts), strict=True)}
        told = [claim for document in documents for claim in claims.extract(document, docs[document.id])]
        return resolve(docs, list(docs), claims=told)

    return resolved


def named(entities: list[Entity], name: str, kind: str) -> Entity:
    return next(entity for entity in entities if name in (entity.name, *entity.aliases) and entity.kind == kind)


def rules(entity: Entity) -> set[tuple[str, str]]:
    return {(join.surface, join.rule) for join in entity.joined}


def test_a_capital_that_speaks_is_a_government(read: Read) -> None:
    found = read("Ankara denied the report. Trains in Ankara were late.")
    assert rules(named(found, "government of Turkey", "organisation")) == {("Ankara", "metonym")}
    assert len(named(found, "Ankara", "place").mentions) == 1


def test_a_seat_and_a_government_are_one(read: Read) -> None:
    found = read("The Kremlin said no. Moscow accused the bank.", "The Russian government met in Moscow.")
    government = named(found, "Russian government", "organisation")
    assert {("Kremlin", "seat"), ("Moscow", "metonym")} <= rules(government)
    assert len(named(found, "Moscow", "place").mentions) == 1


def test_a_title_describes_its_bearer(read: Read) -> None:
    found = read("General Omar Qasimi left the port on Monday. The general said that he was tired.")
    assert ("general", "description") in rules(named(found, "Omar Qasimi", "person"))


def test_a_current_holder_is_not_the_former_one(read: Read) -> None:
    found = read("The former mayor, Lena Orlova, wept. The new mayor said nothing.")
    assert not named(found, "Lena Orlova", "person").joined


def test_a_body_is_described_by_its_kind(read: Read) -> None:
    found = read("The Tavira Harbour Board met on Friday. The board said that the cranes were safe.")
    assert ("board", "description") in rules(named(found, "Tavira Harbour Board", "organisation"))


def test_the_capital_is_that_of_the_country(read: Read) -> None:
    found = read("Trains left Tripoli. In Libya, roads to the capital were closed.")
    assert ("capital", "description") in rules(named(found, "Tripoli", "place"))


def test_one_statement_joins_far_spellings(read: Read) -> None:
    said = "three boats had carried the wounded fishermen across the lake"
    found = read(
        f"Omar Zeidane, mayor of Tavira, said {said}.",
        f"The mayor of Tavira, Omar Zamzali, said {said}.",
    )
    (mayor,) = [entity for entity in found if entity.kind == "person"]
    (join,) = mayor.joined
    assert join.rule == "same role, same statement"
    assert {mention.document for mention in join.evidence} == {"d0", "d1"}


def test_a_surname_alone_is_found_where_the_recogniser_missed_it(read: Read) -> None:
    found = read("Omar Qasimi came. Omar Qasimi spoke. Qasimi left, and Qasimi's brother stayed.")
    assert len(named(found, "Omar Qasimi", "person").mentions) == 4


def test_a_bank_and_its_group_are_two(read: Read) -> None:
    found = read("Danubia Bank belongs to Danubia Group. Danubia Bank lost money, and Danubia Group did too.")
    assert {entity.name for entity in found} >= {"Danubia Bank", "Danubia Group"}


def test_the_surname_before_the_last_stands_alone_too(read: Read) -> None:
    found = read("Luis Ortega Paz came. Luis Ortega Paz spoke. Ortega left for the port.")
    assert len(named(found, "Luis Ortega Paz", "person").mentions) == 3
