"""Four corpora with entities, brought to one notion of a name: PERSON, ORG, PLACE, GROUP.

A name is the shortest proper name of its bearer: no article, no title, no common nouns. GROUP is a nationality, a
people or a religion ("Syrians", "Kurdish"). `mentions` keeps re3d's own, wider spans ("the regime", "they").
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from training.conllu import Sentence, read_conllu
from training.texts import NON_COMMERCIAL, squeeze

Span = tuple[int, int, str]  # first word, one past the last word, label
WNUT = {"person": "PERSON", "location": "PLACE", "corporation": "ORG", "group": "ORG"}
WIKIGOLD = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": "MISC"}
RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE", "Nationality": "GROUP"}
GUM = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
_CONNECTORS_TEXT = """
of for the and in at al el de la le du des da di von van bin ibn ul ud - ’ ' . & / 's
"""
CONNECTORS = frozenset(_CONNECTORS_TEXT.split())
_DETERMINERS_TEXT = """
the a an this that these those his her its their our my some all many most both
"""
DETERMINERS = frozenset(_DETERMINERS_TEXT.split())
_TITLES_TEXT = """
mr mrs ms miss dr prof professor sir lord lady president vice prime minister secretary foreign defence defense
state general gen lt lieutenant col colonel maj major sgt sergeant capt captain cpl corporal cmdr commander
admiral adm brig brigadier chief senator sen rep representative congressman congresswoman gov governor mayor king
queen prince princess pope sheikh sheik imam mullah ayatollah ambassador chancellor chairman chairwoman
chairperson director deputy spokesman spokeswoman spokesperson justice judge attorney detective officer inspector
sheriff reverend rev father sister brother saint emir sultan special envoy
"""
TITLES = frozenset(_TITLES_TEXT.split())
_KEPT_TITLES_TEXT = """
saint sister brother father king queen prince lady lord pope
"""
KEPT_TITLES = frozenset(_KEPT_TITLES_TEXT.split())
_DEMONYMS_TEXT = """
french dutch greek greeks arab arabs kurd kurds turk turks jew jews sikh sikhs hindu hindus muslim muslims
christian christians german germans swiss thai tatar tatars serb serbs croat croats czech czechs slovak slovaks
pole poles finn finns dane danes swede swedes spaniard spaniards scot scots briton britons afghan afghans uzbek
uzbeks tajik tajiks kazakh kazakhs kyrgyz uyghur uyghurs rohingya hutu hutus tutsi tutsis pashtun pashtuns basque
basques catholic catholics islamic druze alawite alawites hispanic hispanics latino latinos filipino filipinos
slavic nordic arabic hebrew semitic asiatic baltic celtic gaelic protestant protestants buddhist buddhists quaker
quakers mormon mormons maronite maronites copt copts coptic zulu maori sunni sunnis shia shias shiite shiites
yazidi yazidis
"""
DEMONYMS = frozenset(_DEMONYMS_TEXT.split())
ADJECTIVE = re.compile(
    r"[A-Z][a-z]{2,}(?:ians?|eans?|ese|[aeiou]?nese|[a-z]ish|[rkc]ans?|[aiq]i?nis?|[aq]is?|ebanese)$"
)
_NOT_DEMONYM_TEXT = """
indian-ocean english-language oscar grammy marxist nazi nazis punk internet olympic
"""
NOT_DEMONYM = frozenset(_NOT_DEMONYM_TEXT.split())


@dataclass(slots=True)
class Named:
    """A tokenised sentence with its text and its entity spans over words."""

    words: list[str]
    spaces: list[bool]
    spans: list[Span]
    source: str


def is_demonym(words: list[str]) -> bool:
    """Whether a MISC span of one or two words is a nationality, people or religion."""
    last = words[-1]
    if len(words) > 2 or last.lower() in NOT_DEMONYM:
        return False
    return last.lower() in DEMONYMS or bool(ADJECTIVE.fullmatch(last))


def core(words: list[str], start: int, end: int, label: str) -> Span | None:
    """The proper name inside a span, or None: article and title go; every word left is a capital or a connector."""
    while start < end and words[start].lower() in DETERMINERS:
        start += 1
    while (
        end > start and words[end - 1] in {"'s", "’s", ",", ".", "’", "'"} and not re.search(r"[A-Z]$", words[end - 2])
    ):
        end -= 1
    if label == "PERSON":
        end = next(
            (i for i in range(start + 1, end) if words[i].lower() in {"of", "for", "and", "in", "at", "&", "the"}), end
        )
        titled = [i for i in range(start, end - 1) if words[i].lower().rstrip(".") in TITLES - KEPT_TITLES]
        start = titled[-1] + 1 if titled else start
        if start < end - 1 and words[start] == ".":
            start += 1
    part = words[start:end]
    if not part or not any(c.isalpha() for c in part[-1]) or not part[0][:1].isupper():
        return None
    if (
        not all(w[:1].isupper() or w[:1].isdigit() or w.lower() in CONNECTORS for w in part)
        or part[-1].lower() in CONNECTORS
    ):
        return None
    if label == "PERSON" and all(w.lower().rstrip(".") in TITLES | CONNECTORS for w in part):
        return None
    if len(part) == 1 and part[0].lower() in {"i", "he", "she", "we", "they", "it", "you", "who"}:
        return None
    return start, end, label


def longest(spans: list[Span]) -> list[Span]:
    """Non-overlapping spans, longer ones first."""
    taken: set[int] = set()
    kept = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if taken.isdisjoint(range(span[0], span[1])):
            taken.update(range(span[0], span[1]))
            kept.append(span)
    return sorted(kept)


def read_bio(path: Path, separator: str | None, labels: dict[str, str], source: str) -> Iterator[Named]:
    """Sentences of a CoNLL file with BIO or IO tags in its last column; labels not listed are left out."""
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        rows = [line.split(separator) for line in block.split("\n") if line.strip()]
        rows = [[row[0], row[-1].strip()] for row in rows if row[0].strip() and row[0] != "-DOCSTART-"]
        if not rows:
            continue
        words = [word for word, _ in rows]
        spans: list[Span] = []
        start, kind = 0, ""
        for i, (_, tag) in enumerate([*rows, ["", "O"]]):
            if kind and (tag == "O" or tag.startswith("B-") or tag[2:] != kind):
                if kind in labels:
                    spans.append((start, i, labels[kind]))
                kind = ""
            if tag != "O" and not kind:
                start, kind = i, tag[2:]
        yield Named(words, spacing(words), spans, source)


def spacing(words: list[str]) -> list[bool]:
    """Guess which words a blank follows, for corpora that do not say."""
    spaces = [True] * len(words)
    opened: dict[str, bool] = {}
    for i, word in enumerate(words):
        if word in {
            ",",
            ".",
            ";",
            ":",
            "!",
            "?",
            ")",
            "]",
            "%",
            "'s",
            "’s",
            "n't",
            "'re",
            "'ve",
            "'ll",
            "'d",
            "'m",
            "”",
            "''",
        }:
            if i:
                spaces[i - 1] = False
        elif word in {"(", "[", "$", "“", "``", "@", "#", "£"}:
            spaces[i] = False
        elif word in {"-", "–", "/"} and 0 < i < len(words) - 1 and word != "–":
            spaces[i - 1] = spaces[i] = False
        elif word in {'"', "'"}:
            if opened.get(word) and i:
                spaces[i - 1] = False
            else:
                spaces[i] = False
            opened[word] = not opened.get(word)
    spaces[-1] = False
    return spaces


def wikigold(data: Path) -> Iterator[Named]:
    """Wikigold; of its MISC only demonyms are kept, as GROUP."""
    for named in read_bio(data / "ner" / "wikigold.conll.txt", None, WIKIGOLD, "wikigold"):
        spans = []
        for start, end, label in named.spans:
            part = named.words[start:end]
            if label == "MISC":
                if is_demonym(part):
                    spans.append((start, end, "GROUP"))
            elif span := core(named.words, start, end, label):
                spans.append(span)
        named.spans = longest(spans)
        yield named


def wnut(data: Path) -> Iterator[Named]:
    """WNUT-17 training tweets."""
    for named in read_bio(data / "ner" / "wnut17-train.conll", "\t", WNUT, "wnut"):
        named.spans = longest([s for span in named.spans if (s := core(named.words, *span))])
        yield named


def gum(data: Path, name: str) -> Iterator[Named]:
    """Proper names of GUM's entity layer, and its demonyms by tag."""
    for sentence in read_conllu(data / "ud" / f"{name}.conllu.xz"):
        words = [w.form for w in sentence.words]
        found = [(a, b, head, GUM[kind]) for a, b, head, kind in entities(sentence) if kind in GUM]
        spans = [s for span in found if (s := _gum_name(sentence, *span))]
        taken = {i for start, end, _ in spans for i in range(start, end)}
        for i, word in enumerate(sentence.words):
            if i not in taken and word.upos in {"ADJ", "PROPN"} and is_demonym([word.form]):
                spans.append((i, i + 1, "GROUP"))
        spans = [people(words, span) for span in spans]
        yield Named(words, [w.space for w in sentence.words], longest(spans), "gum")


def entities(sentence: Sentence) -> Iterator[tuple[int, int, int, str]]:
    """(start, end, head, GUM's kind) of the entities of GUM that begin and end in the sentence."""
    opened: dict[str, list[tuple[int, str, int]]] = {}
    for i, word in enumerate(sentence.words):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        if not found:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)):
            cells = part.strip("()").split("-")
            if part.startswith("("):
                minspan = next((c for c in cells[5:6] if c), "1")
                head = int(re.match(r"\d+", minspan).group()) - 1 if re.match(r"\d+", minspan) else 0  # type: ignore[union-attr]
                opened.setdefault(cells[0], []).append((i, cells[1], head))
                if not part.endswith(")"):
                    continue
            if opened.get(cells[0]):
                start, kind, head = opened[cells[0]].pop()
                if start + head <= i:
                    yield start, i + 1, start + head, kind


def _gum_name(sentence: Sentence, start: int, end: int, head: int, label: str) -> Span | None:
    words = sentence.words
    if words[head].upos != "PROPN" and not words[head].xpos.startswith("NNP"):
        return None

    def proper(i: int) -> bool:
        return words[i].xpos in {"NNP", "NNPS"} and words[i].form[:1].isupper()

    first = last = head
    while first > start and (
        proper(first - 1) or (words[first - 1].form == "-" and first - 2 >= start and proper(first - 2))
    ):
        first -= 1
    while last + 1 < end:
        ahead = next((k for k in range(last + 1, min(last + 4, end)) if proper(k)), None)
        if ahead is None or any(
            words[k].form.lower() not in CONNECTORS - {"in", "at", "'s"} for k in range(last + 1, ahead)
        ):
            break
        last = ahead
    return core([w.form for w in words], first, last + 1, label)


def re3d(data: Path, mentions: bool = False) -> Iterator[Named]:
    """re3d's training sentences without those of its non-commercial folder; names, or its own mentions."""
    barred = "".join(squeeze(t) for t, _ in _documents(data / "ner" / "re3d" / NON_COMMERCIAL))
    documents = [
        document
        for folder in sorted((data / "ner" / "re3d").iterdir())
        if folder.is_dir() and folder.name != NON_COMMERCIAL
        for document in _documents(folder)
    ]
    inner = [(squeeze(text), entities) for text, entities in documents]
    printed = [(text, squeezed) for (text, _), (squeezed, _) in zip(documents, inner)]
    for named in read_bio(data / "ner" / "re3d-train.conll", "\t", RE3D, "re3d"):
        flat = squeeze("".join(named.words))
        if flat in barred:
            continue
        named.spaces = next((found for text in printed if (found := _spaces(named.words, flat, *text))), named.spaces)
        if not mentions:
            spans = named.spans + _nested(named.words, flat, inner)
            named.spans = longest([people(named.words, s) for span in spans if (s := core(named.words, *span))])
        yield named


def _spaces(words: list[str], flat: str, text: str, squeezed: str) -> list[bool] | None:
    """Which words a blank follows in the text as printed, if the sentence `flat` is in it."""
    at = squeezed.find(flat)
    if at < 0:
        return None
    places = [i for i, char in enumerate(text) if not char.isspace()]
    spaces = []
    for word in words:
        at += len(squeeze(word))
        spaces.append(at == len(places) or places[at] > places[at - 1] + 1)
    return [*spaces[:-1], False]


def people(words: list[str], span: Span) -> Span:
    """A one-word person or organisation that is a demonym ("Syrians") is a GROUP."""
    start, end, label = span
    word = words[start]
    if label == "PLACE" or end - start > 1:
        return span
    people = word.lower() in DEMONYMS or re.search(r"(?:ians?|[a-z]{2}ish|[a-z]nese|[rxc]ans|[aq]is)$", word)
    return (start, end, "GROUP") if people else span


def _documents(folder: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Texts of a re3d folder with entities as offsets into the text without white space."""
    entities: dict[str, list[dict[str, object]]] = {}
    for line in (folder / "entities.json").read_text("utf-8-sig").splitlines():
        row = json.loads(line)
        entities.setdefault(row["documentId"], []).append(row)
    out = []
    for line in (folder / "documents.json").read_text("utf-8-sig").splitlines():
        row = json.loads(line)
        position = [0]
        for char in row["text"]:
            position.append(position[-1] + (not char.isspace()))
        spans = [
            (position[int(e["begin"])], position[int(e["end"])], RE3D[str(e["type"])])  # type: ignore[call-overload]
            for e in entities.get(row["_id"], [])
            if e["type"] in RE3D
        ]
        out.append((row["text"], spans))
    return out


def _nested(words: list[str], flat: str, inner: list[tuple[str, list[tuple[int, int, str]]]]) -> list[Span]:
    """Entities of the documents' JSON (they nest) that lie on word boundaries of the sentence."""
    starts, at = {}, 0
    ends = {}
    for i, word in enumerate(words):
        starts[at] = i
        at += len(squeeze(word))
        ends[at] = i + 1
    for text, entities in inner:
        offset = text.find(flat)
        if offset >= 0:
            return [
                (starts[a - offset], ends[b - offset], label)
                for a, b, label in entities
                if a - offset in starts and b - offset in ends and b > a
            ]
    return []


def settle(corpora: list[list[Named]]) -> None:
    """Make metonymy even: a name that is a PLACE more often than an ORG (countries that act) is a PLACE everywhere."""
    counts: Counter[tuple[str, str]] = Counter()
    for named in chain.from_iterable(corpora):
        counts.update((" ".join(named.words[a:b]), label) for a, b, label in named.spans)
    for named in chain.from_iterable(corpora):
        texts = [" ".join(named.words[a:b]) for a, b, _ in named.spans]
        named.spans = [
            (a, b, "PLACE" if label == "ORG" and counts[text, "PLACE"] > counts[text, "ORG"] else label)
            for (a, b, label), text in zip(named.spans, texts)
        ]
