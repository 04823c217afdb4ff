"""Names that need no reading: bodies known everywhere, and acronyms with what they stand for."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from firsthand.names.data import rows, word_set
from firsthand.names.folding import initials, plain, words

NameKind = Literal["person", "organisation", "place", "group"]
_CAPITAL = r"[A-Z][\w'’.&-]*"
_SMALL = r"(?:of|the|and|for|de|du|des|in|on|to)"
_INTRODUCED = re.compile(
    rf"({_CAPITAL}(?: (?:{_CAPITAL}|{_SMALL})){{1,9}})(?:,? \((?:the |or )?|, or (?:the )?)"
    r"[\"“‘]?([A-Z][A-Za-z.&-]{1,9})[\"”’]?[),]"
)


@cache
def bodies() -> dict[str, NameKind]:
    """The kinds of widely known names, by their plain words."""
    kinds: dict[str, NameKind] = {"organisation": "organisation", "group": "group"}
    return {" ".join(words(name)): kinds[kind] for kind, names in rows("bodies.tsv") for name in names.split(",")}


@cache
def acronyms() -> dict[str, str]:
    """Acronyms that news uses without expanding them → what they stand for."""
    return {row[0]: row[1] for row in rows("acronyms.tsv")}


@cache
def given_names() -> frozenset[str]:
    """Given names that are common somewhere in the world, plain."""
    return frozenset(name for _, names in rows("given.tsv") for name in names.split(","))


@cache
def is_human(noun: str) -> bool:
    """Whether a noun is one for a person: an office, a title, or by its ending."""
    if noun in word_set("roles") | word_set("titles") | word_set("humans"):
        return True
    return noun.endswith(("er", "or", "ist", "man", "woman", "ian")) and noun not in word_set("no_humans")


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms and names where a text gives both ("Harbour Pilots Union (HPU)")."""
    for match in _INTRODUCED.finditer(text):
        short, parts = match[2].replace(".", ""), match[1].split()
        for first, part in enumerate(parts):
            name = " ".join(parts[first:])
            if part[0].isupper() and _spells(short, name):
                yield short, name
                break


def expansions(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Plain acronyms → the words that they stand for, in this story or, if no document says, everywhere."""
    found = {plain(short): words(name) for short, name in acronyms().items()}
    for _, text in sorted(texts.items(), reverse=True):
        found.update((plain(short), words(name)) for short, name in introduced(text))
    return found


def _spells(short: str, name: str) -> bool:
    """Whether letters are the initials of a name's words, the small words counted or not.

    Letters from inside the words may stand between ("ASEAN": Association of Southeast Asian Nations).
    """
    letters = short.upper().replace("-", "").replace("&", "")
    if len(letters) > 1 and letters in (initials(name), initials(name, small=True)):
        return True
    first = initials(name)
    return len(letters) > 2 and len(first) > 2 and _in_order(first, letters) and _in_order(letters, plain(name).upper())


def _in_order(part: str, whole: str) -> bool:
    """Whether the letters of one text stand in another in that order, the first at its beginning."""
    rest = iter(whole)
    return part[:1] == whole[:1] and all(letter in rest for letter in part)
