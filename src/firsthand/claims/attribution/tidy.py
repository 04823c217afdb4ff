"""Witnesses as they are written down: without the clause's own words around the name."""

import re
from collections.abc import Iterator

import msgspec

from firsthand.model import Attribution

_LEADING = re.compile(
    r"^(?:(?:but|while|whereas|and|as|after|although|though|however|if|when|since|yet|so|meanwhile|also|the|a|an)\s+)+(?=\S)",
    re.I,
)
_POSSESSED = re.compile(r"^(?:its|their|his|her)\s+(?:own\s+)?(?=(?:own\s+)?sources?\b)", re.I)
_TRAILING = re.compile(
    r"\s+(?:(?:late|early)\s+)?(?:on|in|by|since)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|\d{4})\b).*$"
)
_LATELY = re.compile(
    r"\s+(?:(?:last|this|next)\s+(?:week|month|year|night|fall|spring|summer|winter|autumn)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_NO_WITNESS = frozenset({
    "after", "before", "then", "there", "here", "now", "today", "yesterday", "this", "that", "it", "nothing",
    "everything", "something", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
})  # fmt: skip
_HYPHENED = re.compile(r"(?:[-‑][^\W\d_]+)+")


def tidied(attributions: list[Attribution], text: str) -> Iterator[Attribution]:
    """The attributions with clean witnesses; what is left of one that names nobody has no witness."""
    for attribution in attributions:
        if attribution.witness is None:
            yield attribution
            continue
        yield msgspec.structs.replace(attribution, witness=_tidy(_whole(attribution, text)))


def _whole(attribution: Attribution, text: str) -> str:
    """The witness with the rest of a hyphenated name that the tokens cut ("Moon Jae" of "Moon Jae-in")."""
    witness = attribution.witness or ""
    name, bracket, role = witness.partition(" (")
    if attribution.source is None:
        return witness
    said = text[slice(*attribution.source)]
    at = said.find(name)
    if at < 0:
        return witness
    rest = _HYPHENED.match(text, attribution.source[0] + at + len(name))
    return name + rest.group(0) + bracket + role if rest and name[:1].isupper() else witness


def _tidy(witness: str) -> str | None:
    cleaned = _LATELY.sub("", _TRAILING.sub("", _POSSESSED.sub("", _LEADING.sub("", witness)))).strip(" ,;:–—-")
    return None if cleaned.lower() in _NO_WITNESS or not cleaned else cleaned
