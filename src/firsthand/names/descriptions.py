"""Descriptions that stand for a name: "the rogue general", "the charity", "the capital"."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from firsthand.names.attributes import Attribute, attributes
from firsthand.names.data import word_set
from firsthand.names.found import Found, where
from firsthand.names.places import country_named, country_of
from firsthand.names.seats import capital_of
from firsthand.names.spans import Named

_NOT_ALONE = re.compile(
    r"(?:['’]s)? (?:of|for) |,? [A-Z]|-"
)  # "the mayor of X", "the general, X": the name is beside it
_CAPITAL = re.compile(r"\b[Tt]he capital(?![\w-]| (?:of|city|[A-Z]|letter|gains?|punishment|cost)|, [A-Z])")


def describe(
    docs: Mapping[str, Doc],
    texts: Mapping[str, str],
    founds: Sequence[Found],
    roles: Mapping[tuple[str, int], str],
    leaders: Iterable[tuple[Found, Named]] = (),
) -> None:
    """Add to the entities the descriptions that mean them.

    ``roles`` are those told at mentions of people, ``leaders`` who leads some body, and the mention that says so.
    """
    told = attributes(founds, docs, roles, leaders)
    covered = _Covered(founds)
    starts = _Starts(founds)
    for document, text in texts.items():
        for start, noun, end, modifiers in _definite(text, told):
            if covered.holds(document, start, end):
                continue
            meant = _meant(told[noun], modifiers, document, start, starts)
            if meant is not None:
                mention = Named(document, start, end, text[start:end], "group")
                meant.found.describe(mention, "description", where(meant.mention))
    _capitals(texts, founds, covered)
    _recognised(texts, founds, covered)


def _definite(text: str, told: Mapping[str, list[Attribute]]) -> Iterator[tuple[int, str, int, frozenset[str]]]:
    """Definite noun phrases whose noun is said of somebody: start (after the article), noun, end, modifiers."""
    if not told:
        return
    nouns = "|".join(sorted(map(re.escape, told), key=lambda noun: (-len(noun), noun)))
    phrase = re.compile(rf"\b(?:[Tt]he|[Tt]his) ((?:[a-z][\w'’-]* ){{0,2}})({nouns})(?![\w-])")
    for match in phrase.finditer(text):
        if not _NOT_ALONE.match(text, match.end()) and not _compound(text, match.end()):
            yield match.start(1), match[2], match.end(), frozenset(word.strip("'’") for word in match[1].split())
    head = re.compile(rf"(?<!\w)({'|'.join(map(str.capitalize, sorted(told)))})(?= (?:{_offices()})\b)")
    for match in head.finditer(text):
        yield match.start(), match[1].lower(), match.end(), frozenset()


def _offices() -> str:
    return "|".join(sorted(word_set("leads") | word_set("spokes")))


def _compound(text: str, end: int) -> bool:
    """Whether the noun only qualifies the next word ("the company car"); verbs and small words after it are none."""
    after = re.match(r" ([a-z]+)", text[end : end + 20])
    if not after:
        return False
    word = after[1]
    verb = (
        word in word_set("speech") | word_set("closed") or word.endswith(("ed", "s")) or word in word_set("followers")
    )
    return not verb


def _meant(
    told: Sequence[Attribute], modifiers: frozenset[str], document: str, at: int, starts: "_Starts"
) -> Attribute | None:
    """Of those who are so described, the one that is named in the document; of several the best described, the last."""
    said = modifiers - word_set("filling")
    told = [attribute for attribute in told if _fits(attribute, said, modifiers, told)]
    here = [attribute for attribute in told if starts.last(attribute.found, document, at) is not None]
    if not here:
        only = len({id(attribute.found) for attribute in told}) == 1 and told[0].found.kind == "organisation"
        return told[0] if only and told[0].noun not in word_set("firms") | {"firm"} else None
    return max(
        here,
        key=lambda attribute: (
            len(said & attribute.modifiers),
            starts.last(attribute.found, document, at) or 0,
            -len(attribute.modifiers),
        ),
    )


def _fits(
    attribute: Attribute, said: frozenset[str], modifiers: frozenset[str], everything: Sequence[Attribute]
) -> bool:
    """Whether the words that qualify a description do not speak against an entity.

    A body so qualified is another one unless some of the words are said of it; a person may be told something new, but
    the current leader is not the late one. ``said`` are the modifiers that say something.
    """
    if attribute.found.kind == "organisation":
        return not said or bool(said & attribute.modifiers)
    past, present = word_set("past"), word_set("present")
    known = {word for other in everything if other.found is attribute.found for word in other.modifiers}
    return not ((modifiers & present and known & past) or (modifiers & past and known & present))


class _Starts:
    """Where entities are named."""

    def __init__(self, founds: Sequence[Found]) -> None:
        self._at: dict[tuple[int, str], list[int]] = defaultdict(list)
        for found in founds:
            for mention in found.mentions:
                self._at[id(found), mention.document].append(mention.start)
        for starts in self._at.values():
            starts.sort()

    def last(self, found: Found, document: str, at: int) -> int | None:
        """Where it was last named before an offset; None if nowhere before it."""
        starts = self._at.get((id(found), document), [])
        k = bisect_left(starts, at)
        return starts[k - 1] if k else None


class _Covered:
    """Which stretches of the documents are mentions already."""

    def __init__(self, founds: Sequence[Found]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for found in founds:
            for mention in (*found.mentions, *found.described):
                self._spans[mention.document].append((mention.start, mention.end))
        for spans in self._spans.values():
            spans.sort()

    def holds(self, document: str, start: int, end: int) -> bool:
        """Whether some mention and the stretch have characters in common."""
        spans = self._spans.get(document, [])
        k = bisect_left(spans, (end, 0))
        return any(span_end > start for _, span_end in spans[max(0, k - 3) : k])


def _capitals(texts: Mapping[str, str], founds: Sequence[Found], covered: _Covered) -> None:
    """Give "the capital" to the capital of the country that the document names most, if the story names that town."""
    towns: dict[str, Found] = {}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    proof: dict[tuple[str, str], Named] = {}
    for found in founds:
        for mention in found.mentions:
            country = country_named(mention.text) or country_of(mention.text)
            if country is None and found.kind in ("place", "organisation") and (whose := capital_of(mention.text)):
                towns.setdefault(whose, found)
                country = whose
            if country:
                named[mention.document][country] += 1
                proof.setdefault((mention.document, country), mention)
    for document, text in texts.items():
        ranked = [country for country, _ in named[document].most_common() if country in towns]
        for match in _CAPITAL.finditer(text) if ranked else ():
            start = match.start() + 4
            if not covered.holds(document, start, match.end()):
                mention = Named(document, start, match.end(), "capital", "place")
                towns[ranked[0]].describe(mention, "description", where(proof[document, ranked[0]]))


_RECOGNISED = re.compile(
    r"\b(?:[\w.]+-(?:backed|supported|recogni[sz]ed|based|led|brokered)|[a-z]+ly[- ][a-z]+ed) "
    r"(?:(?:unity|interim|transitional|coalition) )?government\b|\b(?:unity|transitional) government\b"
)


def _recognised(texts: Mapping[str, str], founds: Sequence[Found], covered: _Covered) -> None:
    """Give "the UN-backed government" to the one body of the story whose name is that of a government of its own."""
    named = [
        found
        for found in founds
        if found.kind == "organisation"
        and any(_GOVERNMENT.search(mention.text) for mention in found.mentions)
        and not any(country_of(mention.text.split(" ")[0]) for mention in found.mentions)
    ]
    if len(named) != 1:
        return
    proof = where(next(mention for mention in named[0].mentions if _GOVERNMENT.search(mention.text)))
    for document, text in texts.items():
        for match in _RECOGNISED.finditer(text):
            if not covered.holds(document, match.end() - len("government"), match.end()):
                mention = Named(document, match.start(), match.end(), match[0], "organisation")
                named[0].describe(mention, "description", proof)


_GOVERNMENT = re.compile(r"\bGovernment\b")
