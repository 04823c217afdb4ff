"""Mentions: the spans that the pipeline calls names, trimmed, completed and made consistent over a story."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.known import NameKind, bodies, introduced
from firsthand.names.places import country_of

_KINDS: dict[str, NameKind] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "PLACE": "place", "LOC": "place", "GPE": "place",
    "FAC": "place", "GROUP": "group", "NORP": "group",
}  # fmt: skip
_EDGES = " \t\n\"“”‘’'`()[]{}<>,;:–—-…•*|/"
_LEADING = re.compile(r"(?:the|The|THE|a|an|A|An|its|his|her|their|our)\s+")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_LOWER = re.compile(r"(?<![\w.@/])[a-z]{3,}(?!\w)")
_WORD = re.compile(r"[\w'’.-]+")
_NO_NAMES = frozenset(("ADV", "PRON", "DET", "SCONJ", "CCONJ", "ADP", "AUX", "VERB", "INTJ"))
_PICKED_SHARE = 0.25  # a string is a name wherever it stands if the pipeline said so for this part of its places


class Named(NamedTuple):
    """One mention: where it stands, the words, what kind of thing they name, and the title cut off before them."""

    document: str
    start: int
    end: int
    text: str
    kind: NameKind
    title: str | None = None


def trimmed(text: str, start: int, end: int, kind: NameKind) -> tuple[int, int, str | None]:
    """The span without quotes, articles, a possessive and titles; and the titles, if a person's name had some before it."""
    line = text.find("\n", start, end)
    if line > start:
        end = line
    start, end = _unquoted(text, start, end)
    leading = _LEADING.match(text, start, end)
    if leading and leading.end() < end:
        start = leading.end()
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
    """Where a person's name begins in a span like "Ruritanian President Lena Orlova"; the start if no title stands inside."""
    inner = [word for word in _WORD.finditer(text, start, end)]
    for place in range(len(inner) - 2, -1, -1):
        if plain(inner[place][0]) in word_set("person_titles"):
            return inner[place + 1].start()
    if len(inner) > 2 and country_of(inner[0][0]):
        return inner[1].start()
    return start


def _closed_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Token bounds without words at the edges that are no part of a name ("There", "They", "Photo")."""
    while start < end and (_closed(doc[start]) or (doc[start].pos_ in _NO_NAMES and doc[start].is_sent_start)):
        start += 1
    while end > start and _closed(doc[end - 1]):
        end -= 1
    return start, end


def _closed(token: Token) -> bool:
    return token.lower_ in word_set("closed") and (len(token) == 1 or not token.is_upper)


def split(found: Iterable[Named]) -> Iterator[Named]:
    """Take apart spans that run two names of the story together ("Tavira Lena Orlova" where both are named elsewhere too)."""
    found = list(found)
    counts = Counter(mention.text for mention in found)
    for mention in found:
        parts = mention.text.split(" ")
        cut = next(
            (n for n in range(len(parts) - 1, 0, -1) if _two(" ".join(parts[:n]), " ".join(parts[n:]), counts)), 0
        ) if mention.kind == "person" and len(parts) > 1 else 0  # fmt: skip
        if not cut:
            yield mention
            continue
        middle = mention.start + len(" ".join(parts[:cut]))
        yield mention._replace(end=middle, text=" ".join(parts[:cut]), title=None)
        if len(parts) - cut > 1 or counts[parts[-1]]:
            yield mention._replace(start=middle + 1, text=" ".join(parts[cut:]))


def _two(left: str, right: str, counts: Counter[str]) -> bool:
    """Whether a run of words is rather two names: the first stands alone in the story, and so does the second or it has two words."""
    whole = counts[f"{left} {right}"]
    if plain(left) in bodies() and plain(left) not in plain(right):
        return True
    if counts[left] <= 2 * whole or " " not in right:
        return False
    return " " in left or counts[left] > 4 * whole


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def read(docs: Mapping[str, Doc], order: Sequence[str]) -> list[Named]:
    """Every mention of every document in reading order, of the kind that the pipeline gave it."""
    found = [mention for document in order if document in docs for mention in _tagged(document, docs[document])]
    found = list(split(found))
    found = _uncommon(docs, found)
    found = _introduced(docs, order, found)
    found += _missed(docs, order, found)
    rank = {document: place for place, document in enumerate(order)}
    found.sort(key=lambda mention: (rank[mention.document], mention.start, -mention.end))
    return list(_apart(found))


def _tagged(document: str, doc: Doc) -> Iterable[Named]:
    text = doc.text
    for span in doc.ents:
        kind = _KINDS.get(span.label_)
        if kind is None:
            continue
        first, last = _closed_edges(doc, span.start, span.end)
        if first == last or (last - first == 1 and not _stands_alone(doc, first)):
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        start, end, title = trimmed(text, start, end, kind)
        start -= len(match[0]) if (match := _joined().search(text[max(0, start - 50) : start])) and not title else 0
        if kind in ("person", "organisation") and (name := _untitled(text, start, end)) != start:
            kind, title, start = "person", text[start:name].strip(" ,"), name
        if _is_name(text[start:end], kind):
            yield Named(document, start, end, text[start:end], kind, title)


def _stands_alone(doc: Doc, place: int) -> bool:
    """Whether a single word is a name by its part of speech, where the pipeline says one."""
    token = doc[place]
    return token.pos_ in ("", "PROPN", "X") or token.is_upper or not token.is_sent_start or country_of(token.text) is not None


@cache
def _joined() -> re.Pattern[str]:
    """What belongs to a name that begins after it: "Ministry of the ", "Bank of ", "Rue du "."""
    heads = "|".join(word.capitalize() for word in sorted(_heads(), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<![\w.])(?:(?:(?:[A-Z][\w-]+ ){{0,2}}(?:{heads})(?: (?:of|for)(?: the)?) )|"
        r"(?:[A-Z][\w-]+ (?:des|du|de la|del|de los|de las|della|dei) ))$"
    )


@cache
def _heads() -> frozenset[str]:
    return word_set("org_heads") | word_set("place_heads")


def _is_name(name: str, kind: NameKind) -> bool:
    if len(name) < 2 or not any(char.isupper() for char in name) or not plain(name):
        return False
    bare = plain(name)
    if bare in word_set("courtesy") or bare in word_set("months") or (bare in word_set("closed") and not name.isupper()):
        return False
    last = bare.rsplit(" ", 1)[-1]
    if last in ("day", "eve") or (last == bare and bare in _heads() and name.upper() != name and bare not in bodies()):
        return False
    if kind == "person" and all(word in word_set("titles") for word in bare.split()):
        return False
    return kind != "person" or not any(char.isdigit() for char in name)


def _uncommon(docs: Mapping[str, Doc], found: list[Named]) -> list[Named]:
    """The mentions without single words that the story uses in lower case at least as often: first words of sentences."""
    counts = Counter(mention.text for mention in found)
    single = {text.lower(): text for text in counts if text.isalpha() and text.istitle()}
    lower: Counter[str] = Counter()
    for doc in docs.values():
        lower.update(word for word in _LOWER.findall(doc.text) if word in single)
    common = {single[word] for word, count in lower.items() if count >= counts[single[word]] and word not in bodies()}
    return [mention for mention in found if mention.text not in common]


def _introduced(docs: Mapping[str, Doc], order: Sequence[str], found: list[Named]) -> list[Named]:
    """The mentions, with every place of a name that a document introduces with its acronym as one whole mention."""
    texts = {document: docs[document].text for document in order if document in docs}
    names = sorted({name for text in texts.values() for _, name in introduced(text)}, key=lambda name: (-len(name), name))
    if not names:
        return found
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    whole = [
        Named(document, match.start(), match.end(), match[0], "organisation")
        for document, text in texts.items()
        for match in pattern.finditer(text)
    ]
    taken = {document: _covered(text, []) for document, text in texts.items()}
    for mention in whole:
        taken[mention.document][mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    return whole + [m for m in found if not any(taken[m.document][m.start : m.end])]


def _missed(docs: Mapping[str, Doc], order: Sequence[str], found: list[Named]) -> list[Named]:
    """Places where a name stands that the pipeline saw elsewhere in the story but not there."""
    forms: Counter[tuple[str, NameKind]] = Counter((mention.text, mention.kind) for mention in found)
    best: dict[str, tuple[int, NameKind]] = {}
    for (text, kind), count in sorted(forms.items()):
        if len(text) > 2 and count > best.get(text, (0, kind))[0]:
            best[text] = count, kind
    if not best:
        return []
    longest = sorted(best, key=lambda text: (-len(text), text))
    pattern = re.compile(r"(?<![\w])(?:%s)(?!\w)" % "|".join(map(re.escape, longest)))
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in found:
        spans[mention.document].append((mention.start, mention.end))
    candidates: dict[str, list[Named]] = defaultdict(list)
    for document in order:
        if document not in docs:
            continue
        text = docs[document].text
        taken = _covered(text, spans[document])
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                named = Named(document, match.start(), match.end(), match[0], best[match[0]][1])
                candidates[match[0]].append(named)
    totals = Counter(mention.text for mention in found)
    return [
        mention
        for text, places in candidates.items()
        if totals[text] >= _PICKED_SHARE * (totals[text] + len(places))
        for mention in places
    ]


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    taken = bytearray(len(text))
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)
    return taken


def _apart(found: Iterable[Named]) -> Iterable[Named]:
    """The mentions without those that overlap an earlier one."""
    last: dict[str, int] = {}
    for mention in found:
        if mention.start >= last.get(mention.document, 0):
            last[mention.document] = mention.end
            yield mention
