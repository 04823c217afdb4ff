"""What a counted noun is a unit of: people, aircraft, vehicles, or the noun itself in the singular."""

import json
import re
from functools import lru_cache
from importlib import resources
from typing import Any

PERSON = "person"
_DATA = resources.files("firsthand.claims").joinpath("data")
UNITS: dict[str, Any] = json.loads(_DATA.joinpath("quantity_units.json").read_text(encoding="utf-8"))
_PEOPLE = frozenset(
    word
    for line in _DATA.joinpath("quantity_people.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
_IRREGULAR: dict[str, str] = UNITS["irregular"]
_KIND_OF: dict[str, str] = {noun: kind for kind, nouns in UNITS["kinds"].items() for noun in nouns}
FATES = frozenset(UNITS["fates"])
HARMING: dict[str, str] = UNITS["harming"]
CONTAINERS = frozenset(UNITS["containers"])
_HUMAN_END = re.compile(
    r"(?:[a-z]{2}(?:man|woman|person|people|men|women|child|goer|holder|worker|member|fighter|maker|keeper|seeker|ist|eer|jacker)|national)$"
)
_NOT_HUMAN = frozenset(("cyst", "mist", "list", "fist", "twist", "wrist", "beer", "deer", "steer", "career", "veer"))
_DEMONYM = re.compile(
    r"[A-Z][a-z]+(?:ans|ians|[a-z]{2}is|ese|ish|ards|egians|ots|ites|eks|oks|ines|ers|ican|ian|ean|aqi|ani|eli)$"
)


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a noun, in lower case unless it is written otherwise throughout."""
    lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.isupper() and len(word) < 5 and word != "MEN":
        return lower
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith(("men", "women")) and len(lower) > 5:
        return lower[:-2] + "an"
    if lower.endswith("children"):
        return lower[:-3]
    if lower.endswith("people"):
        return lower[:-6] + "person"
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|z)es$", lower) or lower.endswith(("oes", "uses")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    if lower.endswith("is") and _DEMONYM.match(word):
        return lower[:-1]
    return lower


def is_plural(word: str) -> bool:
    """Whether a noun looks plural."""
    lower = word.lower()
    return singular(word) != lower or lower in (
        "people",
        "personnel",
        "aircraft",
        "troops",
        "dead",
        "injured",
        "wounded",
    )


@lru_cache(maxsize=4096)
def is_human(word: str) -> bool:
    """Whether a noun, as written, names people."""
    noun = singular(word)
    if noun in _PEOPLE:
        return True
    if _HUMAN_END.search(noun) and noun not in _NOT_HUMAN:
        return True
    return noun not in _KIND_OF and bool(_DEMONYM.match(word))


@lru_cache(maxsize=4096)
def unit_of(word: str) -> str:
    """The unit that counts a noun: "person", a kind such as "aircraft", or the singular itself."""
    noun = singular(word)
    if is_human(word):
        return PERSON
    return _KIND_OF.get(noun, noun)
