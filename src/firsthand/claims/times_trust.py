"""Whether the date of publication can be trusted, so that "on Tuesday" is the day that it seems to be."""

import re
from datetime import datetime

from firsthand.model import Document

_WEAK = re.compile(
    r"creat|load|crawl|retriev|captur|modif|updat|lastmod|changed|saved|file|address|forward", re.IGNORECASE
)
_SAME_DAY = 1  # an article that was changed a day before it was published has a time zone, not a wrong date


def trusts_date(document: Document) -> bool:
    """Whether the publication date is there, was told as that (``known_by``), and does not come after a change of the
    text.

    A file's making, a load or crawl, a change or a web address dates something else than the publication.
    """
    if document.published is None or _WEAK.search(document.known_by.get("published", "")):
        return False
    first, changed = _day(document.published), _day(document.modified)
    return first is not None and (changed is None or (first - changed).days <= _SAME_DAY)


def _day(stamp: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
