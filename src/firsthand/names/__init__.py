"""Names: which mentions are the same actor, place or thing, and where on earth the places are."""

from firsthand.names.index import Spot
from firsthand.names.linking import link
from firsthand.names.places import Gazetteer, contains, country_named, country_of, distance
from firsthand.names.resolution import resolve
from firsthand.names.similarity import same_name

__all__ = ["Gazetteer", "Spot", "contains", "country_named", "country_of", "distance", "link", "resolve", "same_name"]
