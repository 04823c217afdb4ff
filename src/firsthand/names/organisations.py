"""Which names are the same organisation, and which the same group of people."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.names.clusters import Clusters, Name, candidates, named
from firsthand.names.data import word_set
from firsthand.names.folding import initials, words
from firsthand.names.places import country_of
from firsthand.names.similarity import same_name, word_similarity
from firsthand.names.spans import Named

_ACRONYM = re.compile(r"[A-Z][A-Za-z]?(?:[A-Z.&]|[A-Z]-){1,6}")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "du", "des"))


def organisations(mentions: Iterable[Named], known: Mapping[str, tuple[str, ...]]) -> list[list[Named]]:
    """The mentions of each organisation; ``known`` are acronyms introduced in the story."""
    names = named(mentions)
    clusters = Clusters(names)
    scored = [(a, b) for a, b in candidates(names) if _one_body(a, b)]
    for a, b in sorted(scored, key=lambda pair: (-same_name(pair[0].text, pair[1].text), pair[0].form, pair[1].form)):
        clusters.merge(a, b, _may_be_one)
    _join_acronyms(clusters, names, known)
    _join_parts(clusters, names)
    return [[mention for name in cluster for mention in name.mentions] for cluster in clusters]


def _is_acronym(name: Name) -> bool:
    return len(name.form) == 1 and bool(_ACRONYM.fullmatch(name.text))


def _one_body(a: Name, b: Name) -> bool:
    left, right = _core(a), _core(b)
    if set(left) == set(right):
        return True
    if _is_acronym(a) or _is_acronym(b):
        return False
    if len(left) != len(right) or len(left) < 1 or any(map(str.isdigit, a.text + b.text)):
        return False
    floor = 0.93 if a.documents & b.documents else 0.87
    return min(len(word) for word in left + right) > 2 and all(
        one == other or (len(one) > 4 and word_similarity(one, other) >= floor and not _opposed(one, other))
        for one, other in zip(sorted(left), sorted(right))
    )


def _core(name: Name) -> tuple[str, ...]:
    """The words without small ones, "us" for "united states"."""
    kept = " ".join(word for word in name.form if word not in _SMALL)
    kept = kept.replace("united states", "us").replace("united nations", "un").replace("organisation", "organization")
    return tuple(kept.split()) or name.form


def _opposed(a: str, b: str) -> bool:
    compass = word_set("compass")
    return a in compass or b in compass or bool(country_of(a) or country_of(b))


def _may_be_one(a: Name, b: Name) -> bool:
    return _one_body(a, b) or not a.documents & b.documents


def _join_acronyms(clusters: Clusters, names: list[Name], known: Mapping[str, tuple[str, ...]]) -> None:
    """Acronyms go with the name that a document gives for them, else with the only name that has their initials."""
    by_form = {name.form: name for name in names}
    by_letters: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if len(name.form) > 1:
            for letters in sorted({initials(name.text), initials(name.text, small=True)}):
                by_letters[letters].append(name)
    for name in names:
        if not _is_acronym(name):
            continue
        full = by_form.get(known.get(name.form[0], ()))
        homes = {id(clusters.together(other)): other for other in by_letters[name.text.replace(".", "").upper()]}
        if full is None and len(homes) == 1 and len(name.text) > 2:
            full = next(iter(homes.values()))
        if full is not None:
            clusters.merge(full, name)


def _join_parts(clusters: Clusters, names: list[Name]) -> None:
    """Join a name with those that only complete it by words of kind or a demonym ("Orlan", "the Orlan Group")."""
    by_stem: dict[frozenset[str], list[Name]] = defaultdict(list)
    for name in names:
        stem = frozenset(_core(name)) - word_set("generic") - frozenset(word for word in name.form if country_of(word))
        if stem:
            by_stem[stem].append(name)
    for stem, sharing in sorted(by_stem.items(), key=lambda item: sorted(item[0])):
        bare = [name for name in sharing if set(_core(name)) == stem]
        for name in sharing if bare else ():
            clusters.merge(bare[0], name)


def groups(mentions: Iterable[Named]) -> list[list[Named]]:
    """Peoples: the demonyms of one country together, other names by their spelling."""
    found: dict[str, list[Named]] = defaultdict(list)
    for mention in mentions:
        country = country_of(mention.text)
        form = " ".join(words(mention.text))
        found[f"~{country}" if country else form.removesuffix("s") if len(form) > 4 else form].append(mention)
    return [found[key] for key in sorted(found)]
