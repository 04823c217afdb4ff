from firsthand.model import identity


def test_identity_is_the_same_on_every_machine() -> None:
    assert identity("d", "harbour", 3) == "d61242026f258"


def test_identity_tells_parts_from_their_joint() -> None:
    assert identity("c", "ab", "c") != identity("c", "a", "bc")


def test_identity_takes_broken_unicode() -> None:
    assert len(identity("c", "\ud800")) == 13
