"""Mentions: every place of a story where something is named, the ones that the pipeline missed included."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from firsthand.names.data import word_set
from firsthand.names.folding import plain
from firsthand.names.known import NameKind, acronyms, bodies, given_names, introduced
from firsthand.names.phrases import Phrases
from firsthand.names.places import Gazetteer, country_of
from firsthand.names.proper import proper
from firsthand.names.spans import Named, tagged
from firsthand.names.unseen import listed, located, shaped, titled

_LOWER = re.compile(r"(?<![\w.@/])[a-z]{3,}(?!\w)")
_PICKED_SHARE = 0.25  # a string is a name wherever it stands if the pipeline said so for this part of its places
_RARELY_ELSE = 0.05  # the same for a word that the story never has in lower case


def read(docs: Mapping[str, Doc], texts: Mapping[str, str], order: Sequence[str], gazetteer: Gazetteer) -> list[Named]:
    """Every mention of every document in reading order; kinds are the pipeline's. ``texts`` are those of ``docs``."""
    found = [mention for document, text in texts.items() for mention in tagged(document, docs[document], text)]
    written = Counter(word for text in texts.values() for word in _LOWER.findall(text))
    found = _introduced(texts, _uncommon(written, list(_split(found, written, gazetteer))))
    found += _unmarked(texts, found, gazetteer)
    found = _wider(texts, found, list(proper({document: docs[document] for document in texts}, texts, found, written)))
    found += _missed(texts, found, written)
    rank = {document: place for place, document in enumerate(order)}
    found.sort(key=lambda mention: (rank[mention.document], mention.start, -mention.end))
    return list(_apart(found))


def _split(found: list[Named], written: Mapping[str, int], gazetteer: Gazetteer) -> Iterator[Named]:
    """Take apart spans that run two names of the story together ("Tavira Lena Orlova")."""
    counts = Counter(mention.text for mention in found)
    people = Counter(mention.text for mention in found if mention.kind == "person")
    elsewhere = frozenset(t for t, n in counts.items() if people[t] * 2 < n or (n > 9 and _is_city(t, gazetteer)))
    for mention in found:
        parts = mention.text.split(" ")
        parts = parts if mention.kind == "person" or _ends_in_person(parts) else [mention.text]
        cuts = range(len(parts) - 1, 0, -1)
        cut = next((n for n in cuts if _two(" ".join(parts[:n]), " ".join(parts[n:]), counts, elsewhere, written)), 0)
        if not cut:
            yield mention
            continue
        middle = mention.start + len(" ".join(parts[:cut]))
        yield mention._replace(end=middle, text=" ".join(parts[:cut]), title=None)
        if len(parts) - cut > 1 or counts[parts[-1]]:
            rest = " ".join(parts[cut:])
            kind: NameKind = "person" if _ends_in_person(parts) else mention.kind
            yield mention._replace(start=middle + 1, text=rest, kind=kind)


def _ends_in_person(parts: list[str]) -> bool:
    """Whether a run of words ends in a given name and a surname."""
    return len(parts) > 2 and plain(parts[-2]) in given_names() and plain(parts[-1]) not in word_set("org_heads")


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    spot = gazetteer.get(name)
    return spot is not None and spot.name == name and spot.population > 100_000


def _two(left: str, right: str, counts: Counter[str], elsewhere: frozenset[str], written: Mapping[str, int]) -> bool:
    """Whether a run of words is rather two names: the first often stands alone in the story."""
    whole = counts[f"{left} {right}"]
    if plain(left) in bodies() and plain(left) not in plain(right):
        return True
    if " " not in right:
        often = 3 if right.lower() in written else 10
        return left in elsewhere and counts[left] > often * whole  # a caption: "Tavira: Bodies" without its colon
    return counts[left] > 2 * whole and (" " in left or counts[left] > 4 * whole)


def _uncommon(written: Mapping[str, int], found: list[Named]) -> list[Named]:
    """The mentions without single words that the story as often has in lower case: first words of sentences."""
    counts = Counter(mention.text for mention in found)
    common = {
        text
        for text, count in counts.items()
        if text.isalpha() and text.istitle() and written.get(text.lower(), 0) >= count and text.lower() not in bodies()
    }
    return [mention for mention in found if mention.text not in common]


def _introduced(texts: Mapping[str, str], found: list[Named]) -> list[Named]:
    """The mentions, with every place of a name that a document introduces with its acronym as one whole mention."""
    told = [pair for text in texts.values() for pair in introduced(text)]
    names = Phrases([*(name for _, name in told), *(short for short, _ in told), *acronyms().values()])
    whole = [
        Named(document, start, end, name, "organisation")
        for document, text in texts.items()
        for start, end, name in names.find(text)
    ]
    cover = _Cover(texts, whole)
    return whole + [mention for mention in found if cover.free(mention.document, mention.start, mention.end)]


def _unmarked(texts: Mapping[str, str], found: list[Named], gazetteer: Gazetteer) -> list[Named]:
    """Names that tables, titles and the gazetteer show where the pipeline saw none."""
    towns = Phrases(located(texts, gazetteer))
    cover = _Cover(texts, found)
    more: list[Named] = []
    for document, text in texts.items():
        places: list[tuple[int, int, NameKind]] = [(start, end, "place") for start, end, _ in towns.find(text)]
        for start, end, kind in (*titled(text), *listed(text), *shaped(text), *places):
            if cover.free(document, start, end):
                cover.add(document, start, end)
                more.append(Named(document, start, end, text[start:end], kind))
    return more


def _wider(texts: Mapping[str, str], found: list[Named], runs: list[Named]) -> list[Named]:
    """The mentions with runs that touch none, and with those of several words in place of mentions inside them."""
    at: dict[str, list[Named]] = defaultdict(list)
    for mention in found:
        at[mention.document].append(mention)
    replaced: set[Named] = set()
    more: list[Named] = []
    cover = _Cover(texts, found)
    for run in runs:
        if not cover.free(run.document, run.start, run.end):
            touched = [m for m in at[run.document] if m.start < run.end and run.start < m.end]
            if " " not in run.text or not all(_widens(run, mention) for mention in touched):
                continue
            replaced.update(touched)
        more.append(run)
    return [mention for mention in found if mention not in replaced] + more


def _widens(run: Named, mention: Named) -> bool:
    """Whether a run of several words is the better reading of a mention inside it."""
    inside = run.start <= mention.start and mention.end <= run.end and run.text != mention.text
    first = run.text.split(" ")[0]
    completes = run.kind == mention.kind and run.end == mention.end and (country_of(first) or first[-1] in "'’")
    return inside and (" " not in mention.text or bool(completes))


def _missed(texts: Mapping[str, str], found: list[Named], written: Mapping[str, int]) -> list[Named]:
    """Places where a name stands that was seen elsewhere in the story but not there."""
    forms = Counter((mention.text, mention.kind) for mention in found)
    best: dict[str, tuple[int, NameKind]] = {}
    for (text, kind), count in sorted(forms.items()):
        if len(text) > 2 and count > best.get(text, (0, kind))[0]:
            best[text] = count, kind
    best |= {text.upper(): (n, kind) for text, (n, kind) in best.items() if kind == "place" and len(text) > 3}
    names = Phrases(best)
    cover = _Cover(texts, found)
    candidates: dict[str, list[Named]] = defaultdict(list)
    for document, text in texts.items():
        for start, end, name in names.find(text):
            if cover.free(document, start, end):
                candidates[name].append(Named(document, start, end, name, best[name][1]))
    totals = Counter(mention.text for mention in found)
    totals.update({text.upper(): n for text, n in totals.items() if text.upper() in candidates})
    kept: list[Named] = []
    for text, places in candidates.items():
        often = text.lower() in written or " " in text or len(text) < 4
        if totals[text] >= (_PICKED_SHARE if often else _RARELY_ELSE) * (totals[text] + len(places)):
            kept += places
    return kept


class _Cover:
    """Which characters of the texts belong to mentions."""

    def __init__(self, texts: Mapping[str, str], mentions: Iterable[Named]) -> None:
        self._taken = {document: bytearray(len(text)) for document, text in texts.items()}
        for mention in mentions:
            self.add(mention.document, mention.start, mention.end)

    def add(self, document: str, start: int, end: int) -> None:
        self._taken[document][start:end] = b"\x01" * (end - start)

    def free(self, document: str, start: int, end: int) -> bool:
        return self._taken[document].find(1, start, end) < 0


def _apart(found: Iterable[Named]) -> Iterator[Named]:
    """The mentions without those that overlap an earlier one."""
    last: dict[str, int] = {}
    for mention in found:
        if mention.start >= last.get(mention.document, 0):
            last[mention.document] = mention.end
            yield mention
