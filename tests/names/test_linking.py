from firsthand.model import Claim, Entity, Mention, Role
from firsthand.names import link

QASIMI = Entity("e1", "Omar Qasimi", "person", (Mention("d", 0, 6),))
FORCES = Entity("e2", "Qasimi's forces", "organisation", (Mention("d", 0, 15),))
FIGHTERS = Entity("e3", "Chadian fighters", "group", (Mention("d", 20, 36),))


def linked(role: Role) -> str | None:
    claim = Claim("c", "d", 0, 40, "attack", "attack", (15, 19), roles=(role,))
    return link([claim], [QASIMI, FORCES, FIGHTERS])[0].roles[0].entity


def test_link_prefers_the_longest_mention_at_a_role_s_end() -> None:
    assert linked(Role("agent", 0, 15)) == "e2"
    assert linked(Role("agent", 0, 6)) == "e1"


def test_link_prefers_the_longest_of_mentions_that_begin_together() -> None:
    assert linked(Role("agent", 0, 18)) == "e2"


def test_link_gives_groups_to_roles() -> None:
    assert linked(Role("patient", 20, 36)) == "e3"
