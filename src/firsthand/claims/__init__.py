"""Who says what happened, with numbers, times and places: from a parsed document to claims."""

from firsthand.claims.extract import extract
from firsthand.claims.kinds import kind_of_noun

__all__ = ["extract", "kind_of_noun"]
