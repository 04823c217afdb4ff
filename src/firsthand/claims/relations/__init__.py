"""Relations between actors: what one is to another, as a text words it."""

from firsthand.claims.relations.related import find_related
from firsthand.claims.relations.ties import find_ties

__all__ = ["find_related", "find_ties"]
