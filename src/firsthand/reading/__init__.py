"""From paths to documents: what was published, without the page's furniture.

Plain text (whole page dumps too), JSON of news-please and its kin, JSON lines and web pages, told apart by content.
What cannot be read is a ``Problem`` beside the documents, never an exception.
"""

from firsthand.reading.reader import read
from firsthand.reading.sources import sources

__all__ = ["read", "sources"]
