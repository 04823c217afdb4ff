from collections.abc import Callable

from firsthand.model import Entity
from firsthand.names import resolve
from tests.names.conftest import marked

Resolved = Callable[..., dict[str, Entity]]


def test_resolve_gives_surnames_to_the_full_name(entities: Resolved) -> None:
    found = entities("[Anton Berg|PERSON] spoke. Then [Berg|PERSON] left.", "[Berg|PERSON] was seen.")
    assert len(found) == 1
    assert len(found["Anton Berg"].mentions) == 3


def test_resolve_joins_romanisations(entities: Resolved) -> None:
    found = entities(
        "[Muhammad Qasimi|PERSON] spoke.", "[Mohamed Kassimi|PERSON] spoke.", "[al-Jazwar|PLACE]", "[Jazwar|PLACE]"
    )
    assert len(found) == 2


def test_resolve_keeps_given_names_apart(entities: Resolved) -> None:
    assert len(entities("[John Smith|PERSON] met [Jane Smith|PERSON].")) == 2
    assert len(entities("[John Smith|PERSON] left.", "[Jane Smith|PERSON] left.")) == 2
    assert len(entities("[Maria Rossi|PERSON] left.", "[Mario Rossi|PERSON] left.")) == 2


def test_resolve_gives_a_shared_surname_to_the_last_named(entities: Resolved) -> None:
    found = entities("[Lena Orlova|PERSON] fell. [Petra Orlova|PERSON] ran. [Orlova|PERSON] wept.")
    assert len(found["Petra Orlova"].mentions) == 2
    assert len(found["Lena Orlova"].mentions) == 1


def test_resolve_joins_surnames_only_by_office(entities: Resolved) -> None:
    same = entities(
        "[Lena Orlova|PERSON], mayor of [Tavira|PLACE], fell.",
        "The mayor of [Tavira|PLACE], [Lena Orsted|PERSON], fell.",
    )
    other = entities(
        "[Lena Orlova|PERSON], mayor of [Tavira|PLACE], fell.", "The mayor of [Lund|PLACE], [Lena Orsted|PERSON], fell."
    )
    assert sum(entity.kind == "person" for entity in same.values()) == 1
    assert sum(entity.kind == "person" for entity in other.values()) == 2


def test_resolve_takes_two_named_together_as_two(entities: Resolved) -> None:
    found = entities("[Karim Hadad|PERSON] met [Karim Hadid|PERSON].")
    assert len(found) == 2


def test_resolve_joins_acronyms(entities: Resolved) -> None:
    found = entities("The [Tavira Harbour Board|ORG] (THB) met. The [THB|ORG] agreed.", "[THB|ORG] denied it.")
    assert len(found) == 1
    assert found["Tavira Harbour Board"].aliases == ("THB",)


def test_resolve_joins_names_completed_by_kind(entities: Resolved) -> None:
    found = entities("[Orlan|ORG] and the [Orlan Group|ORG] and the [Ministry of Ports|ORG]", "[Ports Ministry|ORG]")
    assert len(found) == 2


def test_resolve_keeps_demonym_and_country_apart(entities: Resolved) -> None:
    found = entities("[Turkish|GROUP] tea and [Turks|GROUP] left [Turkey|PLACE].")
    assert {(entity.kind, len(entity.mentions)) for entity in found.values()} == {("group", 2), ("place", 1)}
    assert found["Turkey"].place is not None


def test_resolve_holds_roles(entities: Resolved) -> None:
    found = entities("[Mayor Lena Orlova|PERSON] spoke.", "[Lena Orlova|PERSON], the mayor of [Tavira|PLACE], spoke.")
    assert found["Lena Orlova"].role == "mayor of Tavira"


def test_resolve_is_the_same_in_any_order() -> None:
    texts = {
        "a": "[Muhammad Qasimi|PERSON] and [Orlan|ORG] met [Berg|PERSON].",
        "b": "[Mohamed Kassimi|PERSON] of the [Orlan Group|ORG] saw [Anton Berg|PERSON].",
        "c": "[Qasimi|PERSON] left [Turkey|PLACE].",
    }
    docs = {document: marked(text) for document, text in texts.items()}

    def told(order: list[str]) -> set[tuple[str, frozenset[tuple[str, int, int]]]]:
        return {
            (entity.id, frozenset((m.document, m.start, m.end) for m in entity.mentions))
            for entity in resolve({document: docs[document] for document in order}, order)
        }

    assert told(["a", "b", "c"]) == told(["c", "a", "b"]) == told(["b", "c", "a"])


def test_resolve_takes_empty_documents() -> None:
    assert resolve({}, []) == []
    assert resolve({"d": marked("")}, ["d"]) == []
