from collections.abc import Callable

from firsthand.model import Entity

Resolved = Callable[..., dict[str, Entity]]


def kinds(found: dict[str, Entity]) -> dict[str, str]:
    return {name: entity.kind for name, entity in found.items()}


def test_kinds_agree_over_the_story(entities: Resolved) -> None:
    found = entities("[Orlan|ORG] and [Orlan|ORG] left.", "[Orlan|PERSON] stayed.")
    assert kinds(found) == {"Orlan": "organisation"}


def test_kinds_leave_surnames_to_people(entities: Resolved) -> None:
    found = entities("[Anton Berg|PERSON] spoke. [Berg|PLACE] left. [Berg|PERSON] slept.")
    assert kinds(found) == {"Anton Berg": "person"}


def test_kinds_of_demonyms_and_countries(entities: Resolved) -> None:
    found = entities("The [Turkish|ORG] crew sailed from [Turkey|ORG].")
    assert kinds(found) == {"Turkish": "group", "Turkey": "place"}


def test_kinds_read_the_last_word(entities: Resolved) -> None:
    found = entities("The [Orlan Observatory|PERSON] burnt. They swam in the [Tavira River|PERSON].")
    assert kinds(found) == {"Orlan Observatory": "organisation", "Tavira River": "place"}


def test_kinds_read_words_beside(entities: Resolved) -> None:
    found = entities("They lived in [Zemlin|PERSON]. It rained near [Zemlin|PERSON] and in [Zemlin|PLACE].")
    assert kinds(found) == {"Zemlin": "place"}


def test_kinds_of_families(entities: Resolved) -> None:
    found = entities("[Anton Berg|PERSON] spoke. The [Bergs|PLACE] left.")
    assert kinds(found) == {"Anton Berg": "person", "Bergs": "group"}
