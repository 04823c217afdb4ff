"""Titles and roles that go with a person's name: "Mayor X", "X, a spokesman for Y", "Y's lawyer, X"."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.places import country_of

_BREAK = re.compile(
    r"[;:!?\n()\"“”—–]|(?<!Gen)(?<!Col)(?<!Sgt)(?<!Gov)(?<!Sen)(?<!Rep)(?<!Rev)"
    r"(?<!Maj)(?<!Adm)(?<!Brig)(?<!Capt)(?<!Supt)(?<!\bLt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)(?<!Mrs)(?<!\b[A-Z])\. "
)
_REST = re.compile(
    r"^(?:-in-chief|-of-staff)?(?: (?:of|for|at|in|to) (?:the )?(?:[A-Z][\w'’-]*(?: of| and)? ?){1,5})?,? ?$"
)
_LAST_WORD = re.compile(r"([\w.'’&-]+),? ?$")
_QUALIFIER = (
    r"(?!(?:was|were|is|are|has|had|who|when|where|and|but|said|says|told|which|that|after|as|to|with|by)\b)"
    r"(?:(?:[A-Z]\.)+|[A-Z][a-z]{0,3}\.|[^\W\d_][\w'’&/-]*)"
)
_BEFORE, _AFTER = 90, 150


@cache
def _role() -> re.Pattern[str]:
    roles = sorted(word_set("roles"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(roles)})\b", re.IGNORECASE)


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(
        r"^(?:, | \()(?:who (?:is|was) )?(?:(?:an?|the|its|then|now) )?"
        rf"((?:{_QUALIFIER} ){{0,6}}?{_role().pattern}"
        r"(?: (?:of|for|at|in|with|to|on) (?:the )?(?:(?:(?:[A-Z]\.)+|[^\W\d_][\w'’&-]*)(?: |(?=[,.;)]))){1,7}?)?)"
        r"(?=,|\.|;|\)|\n| ?(?:[—–-]|said|told|says|who|and|added|was|is|has|whose)\b|$)"
    )


def role_before(text: str, start: int) -> str | None:
    """The role that stands right before a name, with the words that qualify it."""
    window = text[max(0, start - _BEFORE) : start]
    for match in _BREAK.finditer(window):
        window = " " * match.end() + window[match.end() :]
    found = None
    for match in _role().finditer(window):
        found = match
    if not found or not _REST.match(window[found.end() :]):
        return None
    first = found.start()
    while word := _LAST_WORD.search(window, 0, first):
        bare = plain(word[1])
        comma = "," in window[word.end(1) : first]
        if comma or not (word[1][0].isupper() or bare in word_set("modifiers") or bare in word_set("roles")):
            break
        first = word.start(1)
    return _clean(window[first:])


def role_after(text: str, end: int) -> str | None:
    """The role in apposition after a name."""
    match = _apposition().match(text[end : end + _AFTER])
    return _clean(match[1]) if match else None


def _clean(role: str) -> str | None:
    role = re.sub(r"\s+", " ", role).strip(" ,-")
    role = re.sub(r"^(?:the|a|an|its|his|her|their) ", "", role, flags=re.IGNORECASE)
    parts = role.split()
    while len(parts) > 1 and any(map(country_of, parts[1:])) and not country_of(parts[0]) and parts[0].isalpha():
        if plain(parts[0]) in word_set("modifiers") | word_set("titles") | word_set("roles"):
            break
        parts = parts[1:]  # a place run together with the title: "Tavira Ruritanian President"
    role = " ".join(parts)
    return role if role and plain(role) not in word_set("courtesy") | word_set("kin") else None


def of_title(title: str | None) -> str | None:
    """The role that a title cut off a name tells, if one of its words is a title or role."""
    known = word_set("roles") | word_set("titles")
    return _clean(title) if title and any(plain(word) in known for word in title.split()) else None


def chosen(roles: Iterable[str]) -> str | None:
    """The role that says most: told most often, then by naming whom it serves, then by length."""
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for role in roles:
        bare = plain(role)
        if bare and bare not in word_set("courtesy"):
            counts[bare] += 1
            spelt[bare] = min(spelt.get(bare, role), role)
    if not counts:
        return None

    def worth(bare: str) -> tuple[float, int, str]:
        told = counts[bare] + sum(counts[other] for other in counts if other != bare and _within(other, bare)) * 0.9
        return told + 1.5 * (" of " in bare or " for " in bare) + 0.5 * (" " in bare), -abs(len(bare) - 30), bare

    return spelt[max(sorted(counts), key=worth)]


def _within(shorter: str, longer: str) -> bool:
    return set(shorter.split()) < set(longer.split())


def agree(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two people hold one office by what is said of them: one role noun and one proper name in common."""
    left, right = _offices(a), _offices(b)
    return any(noun == other and places & others for noun, places in left for other, others in right)


def same_noun(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether some role noun is told of both."""
    return bool({noun for noun, _ in _offices(a)} & {noun for noun, _ in _offices(b)})


def _offices(roles: Iterable[str]) -> list[tuple[str, frozenset[str]]]:
    found = []
    for role in roles:
        nouns = _role().findall(role)
        named = {plain(word) for word in re.findall(r"[A-Z][\w'’-]+", role) if not country_of(word)}
        named -= word_set("roles") | word_set("titles") | word_set("modifiers")
        found += [(noun.casefold(), frozenset(named)) for noun in nouns]
    return found
