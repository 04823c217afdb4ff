"""Toponyms in running text: what the pipeline marks as places, and what names, tables and the gazetteer show besides.

Found is every place that a text names: on its own, as an adjective ("the Turkish army"), within another name ("the
Suffolk Times"), and buildings and streets. Peoples ("Turks"), languages and people called like places are not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from spacy.tokens import Doc, Span

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.geography import country_named, country_of, regions
from firsthand.names.index import Spot
from firsthand.names.known import bodies, given_names
from firsthand.names.places import Gazetteer, abbreviated
from firsthand.names.shapes import CAPITAL, HEADS, OPENING, OWNER, RUN, WORD, bare, told, whole
from firsthand.names.toponyms import Toponym

_TOWN = 100_000  # people; smaller towns need a word before them that says so
_CITY = 500_000  # people; a city as large keeps its name beside a person's ("Washington")
_ADJECTIVE = "(?:nearby|central|downtown|northern|southern|eastern|western|north|south|east|west|neighbou?ring)"
_IN = re.compile(
    r"(?:^|[\s(\"“])(?:in|near|outside|around|across|inside|throughout|towards?|at)(?: the)? $", re.IGNORECASE
)
_CUE = re.compile(
    r"(?:^|[\s(\"“])(?:in|near|outside|around|across|inside|throughout|towards?|from|at|to|between|of|north|south|east"
    r"|west|into|through|via|for|leaving|reach(?:ed)?|entered|visit(?:ed|ing)?|capital|city|town|village|suburb"
    rf"|district|province|state|region|based)(?: of)?(?: the)?(?: {_ADJECTIVE})?\s$"
)
_AFTER_PLACE = re.compile(r"[\w.)’'], (?:in )?$")
_BEFORE_OUTER = re.compile(r"(?:^|\n|\b(?:in|near|of|from|at|outside|to)) ?$")
_OUTER = re.compile(rf", ({CAPITAL}(?: {CAPITAL})?\.?)(?!\w)")
_LINE_START = re.compile(r"(?:\A|\n)\s*$")
_DATELINE = re.compile(
    r",? ?(?:[A-Z][a-z]{2,5}\.? ?\d*,? ?)?(?:\([^)\n]{1,30}\)\s*)?[-–—:]|, [A-Z][a-z]+\.? ?(?:\(|[-–—])"
)
_ABBREVIATION = re.compile(r"(?<=, )(?:[A-Z][a-z]{1,5}\.|(?:[A-Z]\.){2}|[A-Z]{2})(?!\w)")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Gen|Col|Rep|Sen|Gov|President|Judge|Sir|Lord|Prof)\.? $")
_CAPITALISED = re.compile(r"(?<![\w.])[A-Z][^\W\d_]+(?=( [A-Z][^\W\d_]+)?)")
_ARTICLES = ("The", "A", "An")
_MORE_WORDS = re.compile(r"(?: [A-Z][\w.]*){1,3}")
_LOWER = re.compile(r"(?<![\w.])[a-z]{3,}")


def find(doc: Doc, gazetteer: Gazetteer) -> list[Toponym]:
    """The toponyms of a text in order, none overlapping another."""
    return _Reader(doc, gazetteer).read()


class _Reader:
    """One text and what of it is taken already."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self._doc, self._text, self._spot = doc, doc.text, gazetteer.exactly
        self._taken = bytearray(len(self._text))
        self._found: list[Toponym] = []
        self._entities = {place: ent for ent in doc.ents for place in range(ent.start_char, ent.end_char)}
        people = [ent.text.split() for ent in doc.ents if ent.label_ == "PERSON"]
        self._persons = Counter(word for words in people for word in words)
        self._surnames = {words[-1] for words in people if len(words) > 1}
        marked = [ent for ent in doc.ents if ent.label_ == "PLACE"]
        self._places = Counter(ent.text for ent in marked)
        self._placed_once = {
            ent.text for ent in marked if self._placed(ent.start_char) or self._text.startswith(", ", ent.end_char)
        }

    def read(self) -> list[Toponym]:
        """All stages, the surest first."""
        for stage in (self._shaped, self._adjectives, self._marked, self._looked_up, self._again):
            for start, end in stage():
                if start < end and self._taken.find(1, start, end) < 0:
                    self._taken[start:end] = b"\x01" * (end - start)
                    adjective = stage == self._adjectives
                    self._found.append(Toponym(start, end, self._text[start:end], adjective))
        return sorted(self._found)

    def _shaped(self) -> Iterator[tuple[int, int]]:
        for span in whole(self._text):
            yield self._owned(*span)
        for start, end in told(self._text):
            if _nameable(self._text[start:end]):
                yield start, end
        yield from self._before_outer()

    def _before_outer(self) -> Iterator[tuple[int, int]]:
        """Names before the state or country that holds them ("in Tavira, Ruritania")."""
        for run in RUN.finditer(self._text):
            outer = _OUTER.match(self._text, run.end())
            if not outer or not _BEFORE_OUTER.search(self._text, max(0, run.start() - 9), run.start()):
                continue
            spot = self._spot(outer[1]) or self._spot(outer[1].rstrip("."))
            person = " " in run[0] and plain(run[0].split()[0]) in given_names()
            if spot and spot.kind in ("country", "division") and _nameable(run[0]) and not person:
                yield bare(self._text, *run.span())

    def _owned(self, start: int, end: int) -> tuple[int, int]:
        """Without an opening place that owns the rest ("Tavira's Mill Bridge")."""
        owner = OWNER.match(self._text, start, end)
        return (owner.end(), end) if owner and self._spot(owner[1]) else (start, end)

    def _adjectives(self) -> Iterator[tuple[int, int]]:
        free = 0
        for match in _CAPITALISED.finditer(self._text):
            start, end = match.span()
            two = match[1] is not None and match[0] not in _ARTICLES and _is_demonym(match[0] + match[1])
            if start < free or not (two or _is_demonym(match[0])) or self._opens_name(start, match[0]):
                continue
            free = match.end(1) if two else end
            span = self._doc.char_span(start, free)
            if span is not None and _before_noun(self._doc, span.end - 1):
                yield start, free

    def _opens_name(self, start: int, word: str) -> bool:
        """Whether a word is the first of a country's or a division's name ("Saudi Arabia", "British Columbia")."""
        words = _MORE_WORDS.match(self._text, start + len(word))
        end = words.end() if words else 0
        while end > start + len(word):
            spot = self._spot(self._text[start:end])
            if spot and spot.kind in ("country", "region", "division"):
                return True
            end = self._text.rfind(" ", start + len(word), end)
        return False

    def _marked(self) -> Iterator[tuple[int, int]]:
        for ent in self._doc.ents:
            if ent.label_ == "PLACE" and self._is_place(ent):
                yield self._trimmed(ent.start_char, ent.end_char)

    def _is_place(self, ent: Span) -> bool:
        name = ent.text
        if _is_demonym(name) or plain(name) in _common():
            return False
        if plain(name) in bodies() and not self._placed(ent.start_char):
            return plain(name) in regions() or plain(name) in ("eu", "european union")
        if country_named(name):
            return True
        if ent.start and self._doc[ent.start - 1].lower_.rstrip(".") in word_set("person_titles"):
            return False
        if len(ent) > 1:
            known = self._trimmed(ent.start_char, ent.end_char) != (ent.start_char, ent.end_char)
            return known or not self._unplaced_person(ent)
        if self._is_person(name, ent.start_char):
            return False
        return self._spot(name) is not None or name in self._placed_once

    def _unplaced_person(self, ent: Span) -> bool:
        """Whether several words that no map knows and that stand nowhere as a place do may be a person's name."""
        first, last = plain(ent[0].text), plain(ent[-1].text)
        if self._spot(ent.text) or ent.text in self._placed_once or last in _heads():
            return False
        return first in given_names() or ent.root.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "appos", "flat")

    def _is_person(self, name: str, start: int) -> bool:
        """Whether a single word rather names a person of the text."""
        if _COURTESY.search(self._text, max(0, start - 12), start):
            return True
        if self._placed(start):
            return False
        if name in self._surnames:
            spot = self._spot(name)
            return spot is None or spot.population < _CITY
        return self._persons[name] > self._places[name]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A marked span put right: words that open a sentence off, a cut-off point on, a known place out of more."""
        text = self._text
        start, end = bare(text, start, end)
        if text[end : end + 1] == "." and abbreviated(text[start : end + 1]):
            end += 1
        start, end = self._owned(start, end - 2 if text[start:end].endswith(("'s", "’s")) else end)
        words = [(match.start(), match.end()) for match in WORD.finditer(text, start, end)]
        if len(words) < 2 or self._spot(text[start:end]) or plain(text[slice(*words[-1])]) in _heads():
            return start, end
        for length in range(len(words) - 1, 0, -1):
            for first in (0, len(words) - length):
                part = words[first][0], words[first + length - 1][1]
                name = text[slice(*part)]
                spot = self._spot(name)
                if spot and plain(name) not in _common() and spot.population >= _TOWN:
                    return part
        return start, end

    def _looked_up(self) -> Iterator[tuple[int, int]]:
        for match in _ABBREVIATION.finditer(self._text):
            if abbreviated(match[0]):
                yield match.span()
        for run in RUN.finditer(self._text):
            words = [match.span() for match in WORD.finditer(self._text, run.start(), run.end())]
            yield from self._within(words, run.span())

    def _within(self, words: list[tuple[int, int]], run: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Known places in a run of capitalised words, the longest first."""
        place = 0
        while place < len(words):
            longest = 1 if OPENING.match(self._text, words[place][0]) else 4
            for last in range(min(len(words), place + longest), place, -1):
                span = words[place][0], words[last - 1][1]
                if self._accepted(*span, entire=span == run, first=place == 0):
                    yield span
                    place = last - 1
                    break
            place += 1

    def _accepted(self, start: int, end: int, entire: bool, first: bool) -> bool:
        """Whether a place that the gazetteer has is what stands here. ``entire``: the words are a whole run."""
        name = self._text[start:end]
        if self._taken.find(1, start, end) >= 0 or len(name) < 2:
            return False
        spot = self._spot(name)
        if spot is None or _is_demonym(name):
            return False
        ent = self._entities.get(start)
        label = ent.label_ if ent is not None else ""
        if label == "PERSON" and ent is not None and len(ent.text) > end - start:
            return False
        if spot.kind in ("country", "region"):
            return label != "PERSON" or self._cued(start) or plain(name) not in given_names()
        if plain(name) in bodies() or plain(name) in _common() or (" " not in name and self._is_person(name, start)):
            return False
        return self._accepted_local(spot, start, end, label, entire, first)

    def _accepted_local(self, spot: Spot, start: int, end: int, label: str, entire: bool, first: bool) -> bool:
        name = self._text[start:end]
        if entire and self._cued(start) and (label or " " in name or name.lower() not in self._lower):
            return True
        if label == "PERSON" or plain(name) in given_names():
            return False
        if spot.kind == "division":
            return spot.country in ("US", "CA", "AU", "GB") or bool(label and first)
        at_start = _LINE_START.search(self._text, max(0, start - 40), start)
        if entire and at_start and _DATELINE.match(self._text, end):
            return True
        return label == "ORG" and spot.kind == "town" and spot.population >= _TOWN and (first or entire)

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(_LOWER.findall(self._text))

    def _again(self) -> Iterator[tuple[int, int]]:
        """The names found, wherever else they stand."""
        names = {one.name for one in self._found if not one.adjective and len(one.name) > 2}
        names |= {name.title() for name in names if name.isupper() and len(name) > 4 and "." not in name}
        listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        for match in re.finditer(rf"(?<!\w)(?:{listed})(?!\w)", self._text) if names else ():
            ent = self._entities.get(match.start())
            if ent is not None and ent.label_ == "PERSON" and ent.text != match[0]:
                continue
            if " " in match[0] or not self._is_person(match[0], match.start()):
                yield match.span()

    def _placed(self, start: int) -> bool:
        return bool(_IN.search(self._text, max(0, start - 14), start))

    def _cued(self, start: int) -> bool:
        before = max(0, start - 40)
        return bool(_CUE.search(self._text, before, start) or _AFTER_PLACE.search(self._text, before, start))


def _is_demonym(name: str) -> bool:
    return country_of(name) is not None and country_named(name) is None


def _nameable(name: str) -> bool:
    """Whether words may be a place's name: they do not open with a word of grammar, and are no people."""
    first = plain(name).partition(" ")[0]
    return (
        first not in word_set("closed") | word_set("months") and plain(name) not in _common() and not country_of(name)
    )


@cache
def _heads() -> frozenset[str]:
    return word_set("place_heads") | HEADS


@cache
def _common() -> frozenset[str]:
    sets = ("closed", "months", "titles", "org_heads", "place_heads", "compass")
    return HEADS.union(*map(word_set, sets))


def _before_noun(doc: Doc, last: int) -> bool:
    """Whether a demonym stands before what it describes ("Turkish troops", "Russian and Turkish ties")."""
    token, after = doc[last], doc[last + 1] if last + 1 < len(doc) else None
    if token.tag_ in ("NNS", "NNPS") or after is None or after.lower_.startswith("american"):
        return False
    if after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") or after.text in ("-", "–", "/"):
        return True
    head = token.head
    if token.dep_ == "conj" and head.i < token.i:
        return head.head.i > token.i and head.pos_ in ("ADJ", "PROPN")
    return head.i > token.i and token.dep_ in ("amod", "compound", "nmod", "flat", "nmod:poss", "dep")
