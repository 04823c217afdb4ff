from collections.abc import Callable

from firsthand.model import Entity

Resolved = Callable[..., dict[str, Entity]]


def test_groups_are_one_by_nationality_and_role(entities: Resolved) -> None:
    found = entities(
        "[Chadian|GROUP] mercenaries left. The mercenaries were paid.",
        "[Chadian|GROUP] fighters left. The [Chadians|GROUP] were paid.",
    )
    (group,) = [entity for entity in found.values() if entity.kind == "group"]
    assert len(group.mentions) == 4
    assert {join.rule for join in group.joined} == {
        "same nationality and role",
        "the one named before",
        "the people of the group",
    }


def test_groups_of_two_sides_stay_apart(entities: Resolved) -> None:
    found = entities(
        "[Syrian|GROUP] fighters allied to [Turkey|PLACE] came.", "[Syrian|GROUP] fighters loyal to [Egypt|PLACE] came."
    )
    assert sum(entity.kind == "group" for entity in found.values()) == 2


def test_groups_count_two_nations_together_as_one_more(entities: Resolved) -> None:
    found = entities("[Chadian|GROUP] and [Libyan|GROUP] fighters came.", "[Libyan|GROUP] fighters came.")
    assert len(found["Chadian and Libyan fighters"].mentions) == 1
    assert len(found["Libyan fighters"].mentions) == 2


def test_forces_are_the_army_of_their_leader(entities: Resolved) -> None:
    found = entities(
        "[Omar Qasimi|PERSON]'s [Tavira Free Army|ORG] left.",
        "[Qasimi|PERSON]'s forces burned [Tavira Free Army|ORG] maps.",
    )
    army = found["Tavira Free Army"]
    assert len(army.mentions) == 3
    (join,) = army.joined
    assert (join.surface, join.rule) == ("Qasimi's forces", "forces of its leader")
    assert len(join.evidence) == 3


def test_forces_of_a_government_are_not_the_government(entities: Resolved) -> None:
    found = entities("The [Government of Unity|ORG] met. [Government of Unity|ORG] forces left.")
    assert len(found["Government of Unity"].mentions) == 2
    assert found["Government of Unity forces"].kind == "organisation"


def test_armies_with_one_spokesman_are_one(entities: Resolved) -> None:
    found = entities(
        "[Chadian|GROUP] army spokesman [Omar Qasimi|PERSON] spoke.",
        "[Omar Qasimi|PERSON], a [Northern Council|ORG] military spokesman, spoke.",
    )
    (army,) = [e for e in found.values() if any(join.rule == "same spokesman" for join in e.joined)]
    assert len(army.mentions) == 2


def test_armies_of_two_nations_stay_apart(entities: Resolved) -> None:
    found = entities("The [Chadian|GROUP] army met the [Libyan|GROUP] army. The army left.")
    assert (len(found["Chadian army"].mentions), len(found["Libyan army"].mentions)) == (1, 2)


def test_an_army_with_a_name_takes_the_plain_words(entities: Resolved) -> None:
    found = entities("The [Chadian Army|ORG] left.", "The [Chadian|GROUP] army left.")
    assert len(found["Chadian Army"].mentions) == 2


def test_a_nation_s_adjective_in_a_group_is_no_mention_of_its_people(entities: Resolved) -> None:
    found = entities("[Chadian|GROUP] fighters drank [Chadian|GROUP] tea.")
    assert len(found["Chadian"].mentions) == 1
