"""Which mentions are one entity: B-cubed on the annotated stories that list entities, and on stories of our own.

``python -m bench.entities STORIES [--errors NAME|all] [--only libya-2020|cases]``. STORIES holds a folder a story with
``articles`` and ``gold.json``; gold that lists no entities is passed over. Our own stories are in ``entity_cases`` (see
its README); every third is held out: it may only be counted.

What is scored are gold items: in a gold story a (document, surface) pair, which stands for all its occurrences as whole
words outside longer surfaces of its document; in our own stories each marked mention. An occurrence is found if some
mention of the program and it hold each other's head (the root of the span in the parse); of several the one that
shares most characters counts. An item belongs to the entity that most of its found occurrences belong to (of equals
the first). An item without any is an entity of its own in ``precision``, ``recall`` and ``f1``, and scores nothing in
``strict f1``. Surfaces that do not stand in the cleaned text are left out and counted. B-cubed after Bagga and Baldwin
(1998): for each item the share of its found group that is its gold group, and of its gold group that is found with it.
"""

import argparse
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc

from firsthand import claims, language, names, reading
from firsthand.model import Claim, Document, Entity

CASES = Path(__file__).parent / "entity_cases"
_MARK = re.compile(r"\[|\|([a-z]\.[\w-]+)\]")
KINDS = {"p": "person", "o": "organisation", "l": "place", "g": "group", "e": "equipment"}

Span = tuple[int, int]


class Item(NamedTuple):
    """A thing to be found: its gold entity, that one's kind, its document, the words, where they stand."""

    entity: str
    kind: str
    document: str
    surface: str
    spans: tuple[Span, ...]


class Story(NamedTuple):
    """Documents with their parse and claims, the gold items in them, the gold surfaces that are not in the texts."""

    name: str
    docs: Mapping[str, Doc]
    claims: list[Claim]
    items: list[Item]
    gone: list[str]
    held_out: bool = False


def annotated(stories: Path) -> Iterator[Story]:
    """The annotated stories whose gold lists entities."""
    for path in sorted(stories.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not gold.get("entities"):
            continue
        documents, _ = reading.read([path.parent / "articles"])
        names_of = {Path(document.path or "").name: document.id for document in documents}
        docs = dict(zip(names_of.values(), language.parse(d.text for d in documents), strict=True))
        items, gone = _listed(gold["entities"], names_of, docs)
        told = [claim for document in documents for claim in claims.extract(document, docs[document.id])]
        yield Story(path.parent.name, docs, told, items, gone)


def _listed(
    gold: Sequence[Mapping[str, Any]], names_of: Mapping[str, str], docs: Mapping[str, Doc]
) -> tuple[list[Item], list[str]]:
    """The items of a gold reading, and the surfaces that are not in the texts."""
    surfaces: dict[str, set[str]] = defaultdict(set)
    for entity in gold:
        for mention in entity["mentions"]:
            surfaces[mention["doc"]].add(mention["surface"])
    items, gone = [], []
    for entity in gold:
        for mention in entity["mentions"]:
            doc = docs[names_of[mention["doc"]]]
            longer = [other for other in surfaces[mention["doc"]] if mention["surface"] in other != mention["surface"]]
            spans = _occurrences(doc.text, mention["surface"], longer)
            if spans:
                document = names_of[mention["doc"]]
                items.append(Item(entity["name"], entity["kind"], document, mention["surface"], spans))
            else:
                gone.append(f"{mention['doc']}: {mention['surface']}")
    return items, gone


def _occurrences(text: str, surface: str, longer: Sequence[str]) -> tuple[Span, ...]:
    """Where a surface stands as whole words: outside longer surfaces; inside them if it stands nowhere else."""
    everywhere = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
    inside = [(m.start(), m.end()) for other in longer for m in re.finditer(re.escape(other), text)]
    outside = [span for span in everywhere if not any(start <= span[0] and span[1] <= end for start, end in inside)]
    return tuple(outside or everywhere)


def ours(folder: Path = CASES) -> Iterator[Story]:
    """The stories of our own, by number."""
    for number, path in enumerate(sorted(folder.glob("*.toml")), 1):
        texts, items = {}, []
        for k, marked in enumerate(tomllib.loads(path.read_text("utf-8"))["documents"]):
            document = f"{path.stem}-{k}"
            texts[document], found = unmarked(marked)
            items += [Item(id, KINDS[id[0]], document, texts[document][a:b], ((a, b),)) for id, (a, b) in found]
        docs = dict(zip(texts, language.parse(texts.values()), strict=True))
        made = (Document(id, id, text) for id, text in texts.items())
        told = [claim for document in made for claim in claims.extract(document, docs[document.id])]
        yield Story(path.stem, docs, told, items, [], held_out=number % 3 == 0)


def unmarked(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """A text without its marks, and for each mark ("[words|p.name]", nested or not) the entity and where it stands."""
    text, at, opened, found = "", 0, [], []
    marked = marked.strip()
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] == "[":
            opened.append(len(text))
        else:
            found.append((mark[1], (opened.pop(), len(text))))
    if opened:
        raise ValueError(f"a mark without end: {text[opened[-1] :][:40]!r}")
    return text + marked[at:], found


def resolved(story: Story) -> list[Entity]:
    """The entities that the program finds in a story."""
    return names.resolve(story.docs, list(story.docs), claims=story.claims)


def answers(story: Story, entities: Sequence[Entity]) -> list[str | None]:
    """For each item the id of the entity that it belongs to, None if it was not found."""
    mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            mentions[mention.document].append((mention.start, mention.end, entity.id))
    heads = {document: _Heads(doc) for document, doc in story.docs.items()}
    found = []
    for item in story.items:
        here = [_at(span, mentions[item.document], heads[item.document]) for span in item.spans]
        counts = Counter(id for id in here if id)
        found.append(max(counts, key=counts.__getitem__) if counts else None)
    return found


class _Heads:
    """The heads of spans of one document."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._known: dict[Span, Span] = {}

    def of(self, start: int, end: int) -> Span:
        """Where the head of the words between two offsets stands."""
        if (start, end) not in self._known:
            span = self._doc.char_span(start, end, alignment_mode="expand")
            root = span.root if span is not None else None
            self._known[start, end] = (root.idx, root.idx + len(root)) if root is not None else (start, end)
        return self._known[start, end]


def _at(span: Span, mentions: Sequence[tuple[int, int, str]], heads: _Heads) -> str | None:
    """The entity of the mention that agrees best with a span."""
    best, found = 0.0, None
    for start, end, id in mentions:
        shared = min(end, span[1]) - max(start, span[0])
        if shared <= 0 or not ((start, end) == span or _agree(span, (start, end), heads)):
            continue
        worth = 2 * shared / (end - start + span[1] - span[0])
        if worth > best:
            best, found = worth, id
    return found


def _agree(one: Span, other: Span, heads: _Heads) -> bool:
    """Whether each holds the other's head."""
    return _within(heads.of(*other), one) and _within(heads.of(*one), other)


def _within(inner: Span, outer: Span) -> bool:
    return inner[0] < outer[1] and outer[0] < inner[1]


def b_cubed(gold: Sequence[str], told: Sequence[str | None]) -> dict[str, float]:
    """Shares in percent: precision, recall, f1, strict f1, found. Items as in the module's text."""
    groups = [id if id is not None else f"~{k}" for k, id in enumerate(told)]
    by_gold, by_told, by_both = Counter(gold), Counter(groups), Counter(zip(gold, groups))
    precise = [by_both[pair] / by_told[pair[1]] for pair in zip(gold, groups)]
    recalled = [by_both[pair] / by_gold[pair[0]] for pair in zip(gold, groups)]
    hits = [id is not None for id in told]
    precision, recall = sum(precise) / len(gold), sum(recalled) / len(gold)
    strict_precision = _share(sum(p for p, hit in zip(precise, hits) if hit), sum(hits))
    strict_recall = sum(r for r, hit in zip(recalled, hits) if hit) / len(gold)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 100 * _harmonic(precision, recall),
        "strict f1": 100 * _harmonic(strict_precision, strict_recall),
        "found": 100 * sum(hits) / len(gold),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def _together(stories: Sequence[tuple[Story, list[str | None]]]) -> dict[str, float]:
    """The figures of several stories as of one."""
    gold = [f"{story.name} {item.entity}" for story, _ in stories for item in story.items]
    told = [id and f"{story.name} {id}" for story, ids in stories for id in ids]
    return b_cubed(gold, told)


def measure(stories: Path) -> dict[str, dict[str, float]]:
    """The figures of each annotated story, and of our own stories "read" and "held out"."""
    rows = {story.name: b_cubed(*_told(story)) for story in annotated(stories)}
    own = [(story, answers(story, resolved(story))) for story in ours()]
    rows["read"] = _together([pair for pair in own if not pair[0].held_out])
    rows["held out"] = _together([pair for pair in own if pair[0].held_out])
    return rows


def _told(story: Story) -> tuple[list[str], list[str | None]]:
    return [item.entity for item in story.items], answers(story, resolved(story))


def errors(story: Story, entities: Sequence[Entity], told: Sequence[str | None]) -> Iterator[str]:
    """A line for each item that is not found, each gold entity that is split, and each entity that mixes some."""
    name_of = {entity.id: f"{entity.name} ({entity.kind})" for entity in entities}
    split: dict[str, Counter[str]] = defaultdict(Counter)
    mixed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item, id in zip(story.items, told):
        where = f"{item.document[-12:]} {item.surface!r}"
        if id is None:
            yield f"missed  {item.entity}: {where} … {_line(story.docs[item.document].text, item.spans[0])}"
            continue
        split[item.entity][id] += 1
        mixed[id][item.entity].append(where)
    for entity, ids in split.items():
        if len(ids) > 1:
            parts = [f"{name_of[id]}: {', '.join(mixed[id][entity])}" for id in ids]
            yield f"split   {entity}\n          " + "\n          ".join(parts)
    for id, golds in mixed.items():
        if len(golds) > 1:
            parts = [f"{gold}: {', '.join(wheres)}" for gold, wheres in golds.items()]
            yield f"mixed   {name_of[id]}\n          " + "\n          ".join(parts)


def _line(text: str, span: Span) -> str:
    return " ".join(text[max(0, span[0] - 40) : span[1] + 40].split())


def main() -> None:
    """Prints the figures a story, and of the stories named what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--errors", metavar="NAME", help="print what is wrong in this story; all: in each not held out")
    parser.add_argument("--only", metavar="NAME", help="this story alone")
    args = parser.parse_args()
    rows: list[tuple[str, int, dict[str, float]]] = []
    own = []
    for story in [*annotated(args.stories), *ours()]:
        if args.only and args.only != story.name:
            continue
        entities = resolved(story)
        told = answers(story, entities)
        rows.append((story.name, len(story.items), b_cubed([item.entity for item in story.items], told)))
        own += [(story, told)] if story.docs and story.name[0].isdigit() else []
        if not story.held_out and args.errors in {"all", story.name}:
            print(f"── {story.name}", *errors(story, entities, told), sep="\n")
            print(*(f"gone    {line}" for line in story.gone), sep="\n")
    for name, out in (("read", False), ("held out", True)):
        if part := [pair for pair in own if pair[0].held_out is out]:
            rows.append((name, sum(len(story.items) for story, _ in part), _together(part)))
    print(f"{'':<26}{'items':>6}" + "".join(f"{name:>11}" for name in b_cubed(["x"], ["x"])))
    for name, items, figures in rows:
        print(f"{name:<26}{items:>6}" + "".join(f"{value:>11.1f}" for value in figures.values()))


if __name__ == "__main__":
    sys.exit(main())
