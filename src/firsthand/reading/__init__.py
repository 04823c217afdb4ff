"""From paths and addresses to documents: what was published, without the page's furniture.

Each format is told by its content. What cannot be read is a ``Problem`` beside the documents, never an exception.
"""

from firsthand.reading.forms import FORMATS
from firsthand.reading.reader import read
from firsthand.reading.sources import sources
from firsthand.reading.web import Web

__all__ = ["FORMATS", "Web", "read", "sources"]
