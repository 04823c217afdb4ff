"""Who published a document and who wrote it, from metadata and from the address."""

import re
from functools import cache
from urllib.parse import urlsplit

from firsthand.reading.patterns import table

_ARCHIVED = re.compile(
    r"^https?://(?:web\.)?archive\.(?:org|today|is|ph)/(?:web/)?\d+[a-z_]*/(?=https?://|www\.)", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:;|\||\n|, and | and | & |,(?! ?(?:jr|sr|ii|iii|phd|md)\b))\s*", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:by:?|written by|posted by|from|author:?|reporting by)\s+", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s+(?:for (?:the )?(?:mailonline|dailymail\.com|mail online|[\w.]+\.com)|in [A-Z]\w+)$", re.IGNORECASE
)
_WEB = re.compile(r"https?://|www\.|\w\.(?:com|org|net|co|info|news)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^a-z0-9]+")
_SITE_TAIL = re.compile(r"^(?P<title>.{12,}?\S)\s*(?P<sign>[|»·]| [-–—]) ?(?P<site>[^|»]{2,60})$")


@cache
def _domains() -> dict[str, str]:
    return dict(table("outlets.toml")["domains"])


@cache
def _no_authors() -> frozenset[str]:
    return frozenset(table("outlets.toml")["authors"]["none"])


@cache
def _agencies() -> frozenset[str]:
    return frozenset(table("outlets.toml")["authors"]["agencies"])


def host(url: str | None) -> str | None:
    """The host that published a page; for a page in a web archive, the original's."""
    if not url:
        return None
    url = _ARCHIVED.sub("", url.strip())
    try:
        name = urlsplit(url if "//" in url else "//" + url).hostname
    except ValueError:
        return None
    return name.lower().removeprefix("www.").rstrip(".") if name and "." in name else None


def outlet_of(name: str | None, url: str | None) -> str | None:
    """The outlet: the name that metadata gives, unless that is a domain; else the domain's; else the domain itself."""
    name = name.strip() if name else None
    if name and not _WEB.search(name):
        return name
    domain = host(url) or host(name)
    if domain is None:
        return name
    labels = domain.split(".")
    for i in range(len(labels) - 1):
        known = _domains().get(".".join(labels[i:]))
        if known:
            return known
    return domain


def authors_of(entries: list[str], outlet: str | None, url: str | None) -> tuple[str, ...]:
    """The authors, without what is none: the outlet's own name, roles, web addresses. Agencies stay."""
    own = {_bare(outlet or ""), *(_bare(label) for label in (host(url) or "").split("."))} - {""}
    found: dict[str, str] = {}
    for entry in entries:
        for part in _SPLIT.split(entry):
            name = _SUFFIX.sub("", _PREFIX.sub("", part.strip(" .,:\u00a0"))).strip(" .,:")
            key = name.lower()
            if key in _agencies() or (name and not _is_none(name, key, own)):
                found.setdefault(_bare(name), name)
    return tuple(found.values())


def _is_none(name: str, key: str, own: set[str]) -> bool:
    if key in _no_authors() or _bare(name) in own or _bare(name).removeprefix("the") in own:
        return True
    return len(name) > 60 or len(name) < 3 or bool(_WEB.search(name)) or not any(ch.isalpha() for ch in name)


def without_site(title: str, outlet: str | None, url: str | None) -> tuple[str, str | None]:
    """A title without the site's name at its end, and that end: "Bridge closed | Harbour Post" gives "Bridge closed".

    After a bar anything short goes; after a dash only what the outlet or the address names.
    """
    cut: list[str] = []
    while True:
        found = _SITE_TAIL.match(title)
        if not found or not _is_site(found, outlet, url, bool(cut)):
            break
        cut.insert(0, title[len(found["title"]) :].strip())
        title = found["title"].rstrip()
    return title, " ".join(cut) or None


def _is_site(found: re.Match[str], outlet: str | None, url: str | None, again: bool) -> bool:
    site = _bare(found["site"])
    names = {_bare(outlet or ""), _bare((host(url) or "").split(".")[0])} - {""}
    if any(len(name) >= 3 and len(site) >= 3 and (name in site or site in name) for name in names):
        return True
    short = len(found["site"].split()) <= 4 and len(found["title"].split()) >= 4
    if found["sign"].strip() in "|»":
        return short
    return again and short and found["site"][0].isupper() and len(found["site"].split()) <= 3


def _bare(text: str) -> str:
    return _LETTERS.sub("", text.lower())
