"""Which names are the same place."""

import re
from collections.abc import Iterable

from firsthand.names.clusters import Clusters, Name, candidates, named
from firsthand.names.data import word_set
from firsthand.names.folding import key, plain
from firsthand.names.index import Spot
from firsthand.names.places import Gazetteer, country_named, distance
from firsthand.names.similarity import word_similarity
from firsthand.names.spans import Named

_FIELD = re.compile(
    r"\b(?:international airport|airport|air ?base|air force base|air terminal|airfield|military base|base)\b"
)
_KIND_WORDS = re.compile(r"^(?:city|town|village|state|province) of | (?:city|town|village)$")
_INNER_POSSESSIVE = re.compile(r"['’]s(?= )")
_SPELLING = 0.87
_FIELD_SPELLING = 0.72  # names of airfields are told apart by the word "airbase" already
_SAME_KM = 25.0


def localities(mentions: Iterable[Named], gazetteer: Gazetteer) -> list[list[Named]]:
    """The mentions of each place."""
    names = named(mentions)
    clusters = Clusters(names)
    canon: dict[str, Name] = {}
    for name in names:
        first = canon.setdefault(_canonical(name), name)
        if first is not name:
            clusters.merge(first, name)
    for a, b in candidates(names):
        if clusters.together(a) is not clusters.together(b) and _one_place(a, b, gazetteer):
            clusters.merge(
                a, b, lambda one, other: not one.documents & other.documents or _one_place(one, other, gazetteer)
            )
    return [[mention for name in cluster for mention in name.mentions] for cluster in clusters]


def _canonical(name: Name) -> str:
    country = country_named(name.text)
    if country:
        return f"={country}"
    text = _KIND_WORDS.sub("", plain(_INNER_POSSESSIVE.sub("", name.text)))
    field = _FIELD.search(text)
    if field:
        return f"^{key(_FIELD.sub('', text).strip().removeprefix('of '))}"
    return key(text)


def _one_place(a: Name, b: Name, gazetteer: Gazetteer) -> bool:
    if country_named(a.text) or country_named(b.text):
        return False
    left, right = plain(a.text), plain(b.text)
    fields = [bool(_FIELD.search(text)) for text in (left, right)]
    if fields[0] != fields[1]:
        return False
    left_words = _FIELD.sub("", " ".join(a.form)).split()
    right_words = _FIELD.sub("", " ".join(b.form)).split()
    if len(left_words) != len(right_words) or not left_words:
        return False
    known = gazetteer.find(a.text), gazetteer.find(b.text)
    if known[0] and known[1]:
        return _near(known[0], known[1]) and word_similarity(left_words[0], right_words[0]) > 0.6
    floor = _FIELD_SPELLING if fields[0] else _SPELLING
    if len(left_words) > 1 and any(one == other and len(one) > 3 for one, other in zip(left_words, right_words)):
        floor = min(floor, 0.8)
    if a.documents & b.documents:
        floor = 0.95
    return all(_alike(one, other, floor) for one, other in zip(left_words, right_words))


def _alike(a: str, b: str, floor: float) -> bool:
    """Alike as they stand, or after an article that was written together with the name ("Alwadi", "Wadi")."""
    if a == b:
        return True
    if a in word_set("compass") or b in word_set("compass") or min(len(a), len(b)) < 4:
        return False
    bare = [word[2:] if len(word) > 6 and word[:2] in ("al", "el") else word for word in (a, b)]
    return bare[0][0] == bare[1][0] and word_similarity(bare[0], bare[1]) >= floor


def _near(one: tuple[Spot, ...], other: tuple[Spot, ...]) -> bool:
    return distance(one[0], other[0]) < _SAME_KM
