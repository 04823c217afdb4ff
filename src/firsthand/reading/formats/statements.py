"""What an HTML page says of itself: title, description, address, site and author, as trafilatura finds them."""

import re
from contextlib import suppress
from datetime import datetime
from typing import Any

import htmldate
import trafilatura
from trafilatura import metadata

_HOST = re.compile(r"https?://(?:www\.|w\d+\.)?([^/]+)")
_YEAR = re.compile(r"\d{4}")


class Statements:
    """What a page states in its head and in elements that are marked as such; ``url`` is where the page was found.

    ``trafilatura.extract_metadata`` gives the same values. It also looks for categories, tags, a licence and a date,
    which takes as long again: here nothing looks for the first three, and for the date only who asks for it.
    """

    def __init__(self, html: str, url: str | None) -> None:
        self._tree = trafilatura.load_html(html)
        self._address: str | None = None
        values = self._stated(url) if self._tree is not None else {}
        self.title: str | None = values.get("title")
        self.description: str | None = values.get("description")
        self.url: str | None = values.get("url")
        self.site: str | None = values.get("sitename")
        self.author: str | None = values.get("author")

    def _stated(self, url: str | None) -> dict[str, Any]:
        tree = self._tree
        found = metadata.examine_meta(tree)
        if found.author and " " not in found.author:  # a user's name of the site's software
            found.author = None
        with suppress(Exception):  # malformed structured data: what was found before it counts
            found = metadata.extract_meta_json(tree, found)
        found.title = found.title or metadata.extract_title(tree)
        found.author = found.author or metadata.extract_author(tree)
        found.url = self._address = found.url or metadata.extract_url(tree, url)
        found.sitename = _site(found.sitename or metadata.extract_sitename(tree), found.url)
        found.clean_and_trim()
        return dict(found.as_dict())

    def dated_by_address(self) -> str | None:
        """The day of publication, as ISO, that htmldate finds where the address may state it; else it is not asked."""
        if self._tree is None or not _YEAR.search(self._address or ""):
            return None
        today = datetime.now().astimezone().strftime("%Y-%m-%d")
        found: str | None = htmldate.find_date(
            self._tree, original_date=True, extensive_search=False, max_date=today, url=self._address
        )
        return found


def _site(name: str | None, url: str | None) -> str | None:
    """The site's name without the sign of an account's, in capitals unless it has some; else the address's host."""
    if not name:
        host = _HOST.match(url) if url else None
        return host[1] if host else name
    name = name.lstrip("@")
    return name if not name or "." in name or name[0].isupper() else name.title()
