"""Places told by other places: "Orna, a town 150 km southeast of Tavira", and what the map says of it."""

import msgspec

from firsthand.model.findings import Verdict


class Whereabouts(msgspec.Struct, frozen=True):
    """Where a document says that something lies, from a place that the map knows.

    ``start`` and ``end`` are the characters that say it ("150 km southeast of Tavira"); ``anchors`` the places that it
    is told from, with their offsets (two for "halfway between"); ``subject`` the place that lies there, if one is named
    beside it. ``low`` and ``high`` bound the stated distance in kilometres (``None``: open), ``direction`` is the
    stated compass point in degrees from north. ``latitude``, ``longitude`` and ``radius`` (km) are the circle that this
    makes, without direction none. ``map_km`` and ``map_direction`` are what the gazetteer gives for the subject as the
    crow flies, and ``verdict`` compares: agree, compatible (it may be told by road), conflict, or ``None`` where there
    is nothing to compare with.
    """

    document: str
    start: int
    end: int
    anchors: tuple[tuple[str, int, int], ...]
    subject: tuple[str, int, int] | None = None
    low: float | None = None
    high: float | None = None
    direction: float | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float | None = None
    map_km: float | None = None
    map_direction: float | None = None
    verdict: Verdict | None = None
    made_by: str = ""
