"""Who says what happened, with numbers, times and places: from a parsed document to claims."""

from firsthand.claims.extract import extract

__all__ = ["extract"]
