"""Who is said to know what: attributions of a document's content to the sources that it names."""

from firsthand.claims.attribution.find import find_attributions

__all__ = ["find_attributions"]
