"""Which names are the same organisation, and which the same group of people."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.names.clusters import Clusters, Name, candidates, named
from firsthand.names.data import legal_forms, word_set
from firsthand.names.folding import initials, words
from firsthand.names.found import Found
from firsthand.names.places import country_of
from firsthand.names.similarity import same_name, word_similarity
from firsthand.names.spans import Named

_ACRONYM = re.compile(r"[A-Z][A-Za-z]?(?:[A-Z.&]|[A-Z]-){1,6}")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "de", "du", "des"))


def organisations(mentions: Iterable[Named], known: Mapping[str, tuple[str, ...]]) -> list[Found]:
    """Each organisation; ``known`` are acronyms introduced in the story."""
    names = named(mentions)
    clusters = Clusters(names)
    scored = [(a, b) for a, b in candidates(names) if _one_body(a, b)]
    for a, b in sorted(scored, key=lambda pair: (-same_name(pair[0].text, pair[1].text), pair[0].form, pair[1].form)):
        clusters.merge(a, b, _may_be_one, None if set(_core(a)) == set(_core(b)) else "spelling")
    _join_acronyms(clusters, names, known)
    _join_parts(clusters, names)
    return clusters.found("organisation")


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
        full, rule = by_form.get(known.get(name.form[0], ())), "acronym"
        homes = {id(clusters.together(other)): other for other in by_letters[name.text.replace(".", "").upper()]}
        if full is None and len(homes) == 1 and len(name.text) > 2:
            full, rule = next(iter(homes.values())), "initials"
        if full is not None:
            clusters.merge(full, name, rule=rule)


def _join_parts(clusters: Clusters, names: list[Name]) -> None:
    """Join a name with those that only complete it by words of kind or a nation ("Orlan", "the Orlan Group").

    Where two of one stem are two bodies (another nation, or two kinds named in one document: a bank and its group), the
    bare name goes to the one that is named most beside it.
    """
    by_stem: dict[frozenset[str], list[Name]] = defaultdict(list)
    for name in names:
        if stem := frozenset(_core(name)) - word_set("generic") - word_set("firms") - legal_forms() - _nations(name):
            by_stem[stem].append(name)
    for _, sharing in sorted(by_stem.items(), key=lambda item: sorted(item[0])):
        sharing.sort(key=lambda name: (len(_core(name)), -len(name.mentions), name.form))
        for k, shorter in enumerate(sharing):
            longer = [name for name in sharing[k + 1 :] if set(_core(shorter)) < set(_core(name))]
            longer.sort(key=lambda name: (-_beside(shorter, name), name.form))
            if longer and (len(longer) == 1 or not _two_bodies(longer)):
                for name in longer:
                    clusters.merge(shorter, name, rule="kind word")
            elif longer and _beside(shorter, longer[0]) > _beside(shorter, longer[1]):
                clusters.merge(shorter, longer[0], rule="kind word")


def _nations(name: Name) -> frozenset[str]:
    """The words of a name that are a nation's."""
    found = {word for word in name.form if country_of(word)}
    return frozenset(found | ({"us", "un", "uk", "eu"} & set(_core(name)[:1])))


def _two_bodies(names: list[Name]) -> bool:
    """Whether names of one stem are those of several bodies."""
    nations = {nation for name in names for word in _nations(name) if (nation := country_of(word) or word)}
    kinds = [(set(_core(name)) & word_set("generic"), name.documents) for name in names]
    apart = any(one and two and one != two and here & there for one, here in kinds for two, there in kinds)
    return len(nations) > 1 or apart


def _beside(shorter: Name, longer: Name) -> int:
    """How often the longer name stands in documents of the shorter."""
    return sum(mention.document in shorter.documents for mention in longer.mentions)


def peoples(mentions: Iterable[Named]) -> list[Found]:
    """Peoples: the demonyms of one country together, other names by their spelling."""
    found: dict[str, list[Named]] = defaultdict(list)
    for mention in mentions:
        country = country_of(mention.text)
        form = " ".join(words(mention.text))
        found[f"~{country}" if country else form.removesuffix("s") if len(form) > 4 else form].append(mention)
    return [Found("group", found[key]) for key in sorted(found)]
