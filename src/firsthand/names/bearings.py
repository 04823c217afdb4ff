"""Directions on a sphere: compass points in words, the bearing from one place to another, the point that lies there.

A sphere of mean radius is within 0.6 % of WGS 84, and news rounds far more than that.
"""

import math
import re

from firsthand.names.geography import EARTH_KM

_WINDS = ("north", "east", "south", "west")
_DEGREES = {
    "north": 0.0, "northnortheast": 22.5, "northeast": 45.0, "eastnortheast": 67.5, "east": 90.0,
    "eastsoutheast": 112.5, "southeast": 135.0, "southsoutheast": 157.5, "south": 180.0, "southsouthwest": 202.5,
    "southwest": 225.0, "westsouthwest": 247.5, "west": 270.0, "westnorthwest": 292.5, "northwest": 315.0,
    "northnorthwest": 337.5,
}  # fmt: skip
_SHORT = {"N": 0.0, "NE": 45.0, "E": 90.0, "SE": 135.0, "S": 180.0, "SW": 225.0, "W": 270.0, "NW": 315.0}
DIRECTION = rf"(?:(?:{'|'.join(_WINDS)})(?:[- ]?(?:{'|'.join(_WINDS)}))*(?:ern|ward)?|[NS][EW]?|[EW])"
"""A pattern of compass points, in words of any case or as one or two capital letters."""


def degrees(words: str) -> float | None:
    """Degrees from north of a compass point ("south-east" → 135.0), ``None`` for other words."""
    if words in _SHORT:
        return _SHORT[words]
    return _DEGREES.get(re.sub(r"ern$|ward$|[\s-]", "", words.lower()))


def bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Degrees from north in which the great circle from ``a`` to ``b`` begins; points are latitude, longitude."""
    lat_a, lat_b, turn = math.radians(a[0]), math.radians(b[0]), math.radians(b[1] - a[1])
    east = math.sin(turn) * math.cos(lat_b)
    north = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360


def between(one: float, other: float) -> float:
    """The angle between two bearings, 0 to 180 degrees."""
    return abs((one - other + 180) % 360 - 180)


def point(start: tuple[float, float], direction: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of what lies so far from a point in that direction."""
    lat, arc, turn = math.radians(start[0]), km / EARTH_KM, math.radians(direction)
    end = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(turn))
    east = math.atan2(math.sin(turn) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(end))
    return math.degrees(end), (start[1] + math.degrees(east) + 180) % 360 - 180


def middle(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """The point halfway between two on their great circle."""
    lat_a, lat_b, turn = math.radians(a[0]), math.radians(b[0]), math.radians(b[1] - a[1])
    x, y = math.cos(lat_b) * math.cos(turn), math.cos(lat_b) * math.sin(turn)
    lat = math.atan2(math.sin(lat_a) + math.sin(lat_b), math.hypot(math.cos(lat_a) + x, y))
    lon = a[1] + math.degrees(math.atan2(y, math.cos(lat_a) + x))
    return math.degrees(lat), (lon + 180) % 360 - 180
