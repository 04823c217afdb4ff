"""The spans that the pipeline marks as names, put right: titles and other words off, given names and heads on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.known import NameKind, bodies, given_names
from firsthand.names.places import country_of

_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "PLACE": "place", "LOC": "place", "GPE": "place",
    "FAC": "place", "GROUP": "group", "NORP": "group",
}  # fmt: skip
_EDGES = " \t\n\"“”‘’'`()[]{}<>,;:–—-…•*|/"
_PART_OF = re.compile(
    r"(?:Members|Fighters|Troops|Soldiers|Supporters|Officers|Units|Followers|Leaders|Militants|Gunmen|Officials) "
    r"(?:of|from) (?:the )?(?=[A-Z])"
)  # at the head of a sentence, where its capital is no part of a name
_LEADING = re.compile(r"(?:the|The|THE|a|an|A|An|its|his|her|their|our)\s+")
_HOLIDAY = re.compile(r" (?:Day|Eve)\b")
_OFFICE = re.compile(r"(?:CEO|CFO|Chairman|Director|Head|President|Chief Executive) of (?:the )?(?=[A-Z])")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_WORD = re.compile(r"[\w'’.-]+")
_NO_NAMES = frozenset(("ADV", "PRON", "DET", "SCONJ", "CCONJ", "ADP", "AUX", "VERB", "INTJ"))
_OPENERS = frozenset(
    ("The", "A", "An", "This", "These", "In", "At", "On", "He", "She", "It", "They", "We", "There", "But")
)


class Named(NamedTuple):
    """One mention: where it stands, the words, what kind of thing they name, and the title cut off before them."""

    document: str
    start: int
    end: int
    text: str
    kind: NameKind
    title: str | None = None


def tagged(document: str, doc: Doc, text: str) -> Iterator[Named]:
    """The mentions that the pipeline marked in one document, their spans put right; ``text`` is the document's."""
    for span in doc.ents:
        kind = _KINDS.get(span.label_)
        if kind is None:
            continue
        first, last = _closed_edges(doc, *_with_neighbours(doc, span.start, span.end))
        if first == last or (last - first == 1 and not _stands_alone(doc, first)):
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        start, end, title = trimmed(text, start, end, kind)
        start -= len(match[0]) if (match := _joined().search(text[max(0, start - 50) : start])) and not title else 0
        last_word = plain(text[start:end]).rpartition(" ")[2]
        if (
            kind in ("person", "organisation")
            and last_word not in word_set("org_heads")
            and (name := _untitled(text, start, end)) != start
        ):
            kind, title, start = "person", text[start:name].strip(" ,"), name
        if _is_name(text[start:end], kind) and not _HOLIDAY.match(text, end):
            yield Named(document, start, end, text[start:end], kind, title)


def _stands_alone(doc: Doc, place: int) -> bool:
    """Whether a single word is a name by its part of speech, where the pipeline says one."""
    token = doc[place]
    return (
        token.pos_ in ("", "PROPN", "X")
        or token.is_upper
        or not token.is_sent_start
        or country_of(token.text) is not None
    )


@cache
def _joined() -> re.Pattern[str]:
    """What belongs to a name that begins after it: "Ministry of the ", "Bank of ", "Rue du "."""
    heads = "|".join(word.capitalize() for word in sorted(_heads(), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<![\w.])(?:(?:(?:(?!The )[A-Z][\w-]+ ){{0,2}}(?:{heads})(?: (?:of|for)(?: the)?) )|"
        r"(?:[A-Z][\w-]+ (?:des|du|de la|del|de los|de las|della|dei) ))$"
    )


@cache
def _heads() -> frozenset[str]:
    return word_set("org_heads") | word_set("place_heads")


def _is_name(name: str, kind: NameKind) -> bool:
    if len(name) < 2 or not any(char.isupper() for char in name) or not plain(name):
        return False
    bare = plain(name)
    if (
        bare in word_set("courtesy")
        or bare in word_set("months")
        or (bare in word_set("closed") and not name.isupper())
    ):
        return False
    last = bare.rsplit(" ", 1)[-1]
    if last in ("day", "eve") or (last == bare and bare in _heads() and name.upper() != name and bare not in bodies()):
        return False
    if kind == "person" and all(word in word_set("titles") for word in bare.split()):
        return False
    return kind != "person" or not any(char.isdigit() for char in name)


def trimmed(text: str, start: int, end: int, kind: NameKind) -> tuple[int, int, str | None]:
    """The span without quotes, articles, a possessive and titles; and the titles, if a person's name had some."""
    line = text.find("\n", start, end)
    if line > start:
        end = line
    start, end = _unquoted(text, start, end)
    leading = _LEADING.match(text, start, end)
    if leading and leading.end() < end:
        start = leading.end()
    start = part.end() if (part := _PART_OF.match(text, start, end)) else start
    start += len(match[0]) if kind == "organisation" and (match := _OFFICE.match(text, start, end)) else 0
    end -= len(match[0]) if (match := _POSSESSIVE.search(text[start:end])) else 0
    if kind != "person":
        return start, end, None
    first = start
    for word in _WORD.finditer(text, start, end):
        if plain(word[0]) not in word_set("titles") or word.end() == end:
            start = word.start()
            break
    return start, end, text[first:start].strip(" ,") or None


def _untitled(text: str, start: int, end: int) -> int:
    """Where a person's name begins in a span like "Ruritanian President Lena Orlova"."""
    inner = list(_WORD.finditer(text, start, end))
    for place in range(len(inner) - 2, -1, -1):
        if plain(inner[place][0]) in word_set("person_titles"):
            return inner[place + 1].start()
    if len(inner) > 2 and country_of(inner[0][0]):
        return inner[1].start()
    return start


def _with_neighbours(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A single word with the given name before it, or the surname after it if it is a given name itself."""
    if end - start != 1 or country_of(doc[start].text):
        return start, end
    if (
        start
        and doc[start - 1].text.istitle()
        and plain(doc[start - 1].text) in given_names()
        and _unmarked_word(doc, start - 1)
    ):
        return start - 1, end
    after = end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha and not _closed(doc[end])
    if after and plain(doc[start].text) in given_names() and _unmarked_word(doc, end):
        return start, end + 1
    return start, end


def _unmarked_word(doc: Doc, place: int) -> bool:
    return doc[place].ent_iob != 3 and doc[place].ent_iob != 1


def _closed_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Token bounds without words at the edges that are no part of a name ("There", "They", "Photo")."""
    inner = next((place for place in range(start + 1, end) if doc[place].text in _OPENERS), end)
    end = inner if inner > start else end
    while start < end and (_closed(doc[start]) or (doc[start].pos_ in _NO_NAMES and doc[start].is_sent_start)):
        start += 1
    while end > start and _closed(doc[end - 1]):
        end -= 1
    return start, end


def _closed(token: Token) -> bool:
    return token.lower_ in word_set("closed") and (len(token) == 1 or not token.is_upper)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end
