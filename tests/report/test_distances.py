import msgspec

from firsthand.model import Brief, Whereabouts
from firsthand.report.view import view


def place(brief: Brief, number: int, verdict: str | None) -> Whereabouts:
    return Whereabouts(
        brief.documents[number].id, 0, 8, (("Tripoli", 4, 8),), ("Ostvik", 0, 6), 150.0, 150.0, 135.0,
        map_km=147.3, map_direction=149.0, verdict=verdict,  # type: ignore[arg-type]
    )  # fmt: skip


def test_distances_stand_beside_the_map_s_conflicts_first(brief: Brief) -> None:
    told = (place(brief, 0, "agree"), place(brief, 1, "conflict"))
    shown = view(msgspec.structs.replace(brief, whereabouts=told)).distances
    assert [(verdict, documents) for _, verdict, documents in shown] == [("conflict", (2,)), ("agree", (1,))]
    assert shown[0][0].endswith("147 km southeast on the map")
    assert shown[0][0].startswith("Ostvik, “")


def test_distances_that_nothing_checks_are_not_shown(brief: Brief) -> None:
    bare = msgspec.structs.replace(place(brief, 0, None), subject=None, map_km=None)
    assert view(msgspec.structs.replace(brief, whereabouts=(bare,))).distances == ()
