"""Names that can be seen without the pipeline: countries, peoples, bodies, titled people, towns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from firsthand.names.data import rows, word_set
from firsthand.names.folding import plain, words
from firsthand.names.known import NameKind, bodies
from firsthand.names.phrases import Phrases
from firsthand.names.places import Gazetteer, country_code, country_named, country_of

_CAPITAL = r"[A-Z][^\W\d_]+(?:[-’'](?!s\b)[A-Z]?[^\W\d_]+)*"
_TITLED = re.compile(
    r"\b(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|Prime Minister|Gen\.|General|Col\.|Colonel|Capt\.|Captain|Mayor|Senator"
    rf"|Sen\.|Rep\.|Gov\.|Governor|Judge|Rabbi|Bishop|Sheriff|Sgt\.|Lt\.) "
    rf"({_CAPITAL}(?: (?:[A-Z]\. )?{_CAPITAL}){{0,2}})"
)
_IN_PLACE = re.compile(rf"\b(?:in|near|outside|of|from|at|to) ((?:[Aa]l-)?{_CAPITAL}(?: {_CAPITAL})?)(?! [A-Z])")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'-]+ $")
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_AIRFIELD = re.compile(
    rf"(?<![\w-])(?:[Aa]l-)?{_CAPITAL}(?: {_CAPITAL}){{0,2}} "
    r"(?:[Aa]ir ?[Bb]ase|(?:[Ii]nternational )?[Aa]irport|[Aa]irfield|[Mm]ilitary [Bb]ase)\b"
)
_MINISTRY = re.compile(rf"\bMinistry of (?:the )?{_CAPITAL}|\b(?!The\b){_CAPITAL} Ministry\b")
_ARABIC = re.compile(rf"(?<![\w-])[Aa]l-{_CAPITAL}")
_TOWN = 100_000  # people; smaller towns are taken only in countries that the story names

Found = tuple[int, int, NameKind]


@cache
def _listed() -> Phrases:
    names = {row[1] for row in rows("countries.tsv")}
    for row in rows("countries.tsv"):
        names |= {
            name for column in row[2:4] for name in column.split(",") if len(name) > 3 or name in ("U.S.", "UAE", "UK")
        }
    names |= {name for _, listed in rows("bodies.tsv") for name in listed.split(",") if " " in name or "-" in name}
    return Phrases(names - {""})


def listed(text: str) -> Iterator[Found]:
    """Countries, peoples and bodies of the tables in a text; countries not in a longer run of capitalised words."""
    for start, end, name in _listed().find(text):
        kind: NameKind = bodies().get(" ".join(words(name)), "organisation")
        if country_of(name):
            kind = "group"
        elif country_named(name):
            kind = "place"
            if _CAPITAL_BEFORE.search(text, max(0, start - 30), start) or _CAPITAL_AFTER.match(text, end):
                continue
        yield start, end, kind


def titled(text: str) -> Iterator[Found]:
    """People after a title ("Mr. Berg")."""
    for match in _TITLED.finditer(text):
        first = plain(match[1].split()[0])
        if first not in word_set("titles") | word_set("closed") | word_set("months"):
            yield match.start(1), match.end(1), "person"


def shaped(text: str) -> Iterator[Found]:
    """Airfields and ministries by their words, and names with an Arabic article (places until more is known)."""
    for match in _AIRFIELD.finditer(text):
        yield match.start(), match.end(), "place"
    for match in _MINISTRY.finditer(text):
        yield match.start(), match.end(), "organisation"
    for match in _ARABIC.finditer(text):
        yield match.start(), match.end(), "place"


def located(texts: Mapping[str, str], gazetteer: Gazetteer) -> frozenset[str]:
    """Names after a word like "in" that the gazetteer knows by just that name, told twice in the story."""
    counts = Counter(match[1] for text in texts.values() for match in _IN_PLACE.finditer(text))
    countries = _countries(texts.values())
    return frozenset(name for name, count in counts.items() if count > 1 and _is_town(name, gazetteer, countries))


def _is_town(name: str, gazetteer: Gazetteer, countries: frozenset[str]) -> bool:
    bare = plain(name)
    if bare in word_set("closed") | word_set("months") or bare in bodies() or bare in word_set("org_heads"):
        return False
    return any(
        plain(spot.name) == bare and (spot.country in countries or spot.population >= _TOWN)
        for spot in gazetteer.find(name)[:8]
    )


def _countries(texts: Iterable[str]) -> frozenset[str]:
    named = {name for text in texts for _, _, name in _listed().find(text)}
    return frozenset(code for name in named if (code := country_code(country_of(name) or name)))
