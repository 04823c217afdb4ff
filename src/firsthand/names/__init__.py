"""Names: which mentions are the same actor, place or thing, and where on earth the places are."""

from firsthand.names.index import Spot
from firsthand.names.linking import link
from firsthand.names.places import Gazetteer, contains, country_named, country_of, distance
from firsthand.names.recognition import find as find_toponyms
from firsthand.names.resolution import resolve
from firsthand.names.similarity import same_name
from firsthand.names.toponyms import Placing, Toponym
from firsthand.names.toponyms import place as place_toponyms
from firsthand.names.whereabouts import find_whereabouts, tells_whereabouts

__all__ = [
    "Gazetteer",
    "Placing",
    "Spot",
    "Toponym",
    "contains",
    "country_named",
    "country_of",
    "distance",
    "find_toponyms",
    "find_whereabouts",
    "link",
    "place_toponyms",
    "resolve",
    "same_name",
    "tells_whereabouts",
]
