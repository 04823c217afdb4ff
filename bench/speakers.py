"""Who is behind a pronoun or a role: ``python -m bench.speakers SHARED [--split dev test train] [--errors N]``.

Gold is GUM (``data/ud/gum-*.conllu.xz``, Zeldes 2017), whose last column marks entities and their coreference. The raw
text of each document is put together from its sentences, a line for each paragraph, and read by ``language.load()`` and
``find_attributions``. Measured are the splits dev and test together: 60 documents, four of each of 15 genres. They ask
for about 80 answers (25 pronouns, 55 names, hardly a role), so one answer moves pronouns by four points. All splits ask
for about 330 (70 pronouns, 25 roles, 240 names); but the pipeline's syntax was trained on train's, and train is where
errors are to be looked at (``--split train --errors N``).

An attribution is asked about if
- the head word of its ``source`` is, in the gold tree, the head word of a gold mention of a person, an organisation or
  a place that holds all the source's nouns and verbs (of several such mentions the one most nearly of the same words);
  for "who", "which" and "that" it is the word that they stand for;
- the source is of one of three kinds. *pronoun*: a personal or possessive pronoun of the third person, or a relative
  one. *role*: a noun ("the company", "his lawyer"). *name*: a proper noun, or a noun with a name of the same entity
  beside it ("the mayor, Anna Lind");
- and the entity is named somewhere in the document: a mention of its chain has a proper noun for its head. Several
  people in a row ("Lind and Holm"), peoples ("Americans") and "a Democrat" are no names.
Left out are therefore "I", "we" and "you", demonstratives, numbers, studies and reports, sources that no gold mention
holds, attributions without a source in the text, and whoever the document never names. The same words told to be the
same witness twice count once, and so does a document that stands in the treebank twice. Attributions that were not
found are not counted here; ``bench.attribution`` does that.

*right*: the witness's words before the bracket hold the head word or the last word ("Anna" or "Lind") of a name of the
gold chain, and no other chain with that word in a name has one that shares more of its words (Dice); or they are that
mention over again. *none*: no witness, a pronoun, or the source's own words over again. *wrong*: everything else, so
that somebody else is named. Accuracy is right over asked. *apart*: of the pronouns and roles, those whose entity's last
name before them (else the first after them) stands in another paragraph, and how many of these are right.
"""

import argparse
import lzma
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc

from firsthand.claims.attribution import find_attributions
from firsthand.language import load
from firsthand.model import Attribution

SPLITS = ("dev", "test")
KINDS = ("pronoun", "role", "name")
NEWSLIKE = ("news", "interview", "speech", "podcast", "court", "letter", "bio")
_WHO = frozenset({"person", "organization", "place"})
_MARK = re.compile(r"\((\w+)(?:\[\d+/\d+\])?-(\w+)[^()]*(\))?|(\w+)(?:\[\d+/\d+\])?\)")
_REFERS = re.compile(r"(\d+):ref\b")
_NAME_PARTS = frozenset({"flat", "compound"})
_FULL = frozenset({"NOUN", "PROPN", "PRON", "VERB", "AUX"})
_BODY_PARTS = _NAME_PARTS | {"nmod", "conj"}
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
_PRONOUN = re.compile(
    r"he|him|his|she|hers?|it|its|they|them|theirs?|(?:him|her|it)self|themselves|who|whom|whose|which|that|this|these|"
    r"those|i|me|my|we|us|our|you|your|one",
    re.IGNORECASE,
)
_SMALL = frozenset({"the", "a", "an", "of", "with", "as", "by", "to", "from"})
Reader = Callable[[str], Doc]


@dataclass
class Word:
    """A word at its place in the document; ``head`` and ``refers`` are numbers of words there, -1 for none."""

    start: int
    end: int
    form: str
    tag: str
    features: str
    dep: str
    head: int
    refers: int


class Mention(NamedTuple):
    """An entity's words ``first`` to ``last`` (exclusive); ``name`` is empty if its head is no proper noun."""

    chain: str
    sort: str
    first: int
    last: int
    head: int
    name: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


@dataclass
class Story:
    """A document of the treebank. ``sentences`` and ``paragraphs`` are the offsets at which they begin."""

    id: str
    genre: str = ""
    text: str = ""
    words: list[Word] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def names(self, chain: str) -> list[Mention]:
        """The mentions of a chain that name it."""
        return [mention for mention in self.mentions if mention.chain == chain and mention.name]

    def said(self, mention: Mention) -> str:
        """A mention's words."""
        return self.text[self.words[mention.first].start : self.words[mention.last - 1].end]

    def sentence(self, at: int) -> str:
        """The sentence around an offset."""
        k = bisect_right(self.sentences, at)
        return self.text[self.sentences[k - 1] : self.sentences[k] if k < len(self.sentences) else None].strip()


class Answer(NamedTuple):
    """One attribution that is asked about, and how it was answered: right, wrong or none."""

    kind: str
    how: str
    apart: bool
    story: Story
    chain: str
    told: Attribution


def read(path: Path) -> Iterator[Story]:
    """The documents of a file in CoNLL-U."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        yield from stories(stream.read())


def stories(source: str) -> Iterator[Story]:
    """The documents of a text in CoNLL-U."""
    story: Story | None = None
    for block in re.split(r"\n[ \t]*\n", source):
        lines = block.strip("\n").split("\n")
        remarks = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if opened := _remark(remarks, "newdoc id"):
            if story is not None:
                yield story
            story = Story(opened, _remark(remarks, "meta::genre"))
        if story is not None and rows:
            _append(story, rows, any(remark.startswith("# newpar") for remark in remarks))
    if story is not None:
        yield story


def _remark(remarks: Iterable[str], name: str) -> str:
    begins = f"# {name} ="
    return next((remark.removeprefix(begins).strip() for remark in remarks if remark.startswith(begins)), "")


def _append(story: Story, rows: list[list[str]], opens: bool) -> None:
    """Adds a sentence."""
    if opens or not story.paragraphs:
        story.text = story.text.rstrip() + "\n" if story.text else ""
        story.paragraphs.append(len(story.text))
    story.sentences.append(len(story.text))
    spans = _spell(story, rows)
    rows = [row for row in rows if row[0].isdecimal()]
    before = len(story.words)
    for row in rows:
        refers = _REFERS.search(row[8])
        numbers = int(row[6]), int(refers[1]) if refers else 0
        head, other = (before + number - 1 if number else -1 for number in numbers)
        story.words.append(Word(*spans[row[0]], row[1], row[3], row[5], row[7], head, other))
    _mark(story, before, rows)


def _spell(story: Story, rows: list[list[str]]) -> dict[str, tuple[int, int]]:
    """Adds a sentence's letters to the text; the offsets of its words. The words of "don't" share its letters out."""
    spans: dict[str, tuple[int, int]] = {}
    last = 0  # of the words that a token of several covers
    for row in rows:
        number, form = row[0], row[1]
        if "." in number or (number.isdecimal() and int(number) <= last):
            continue
        start = len(story.text)
        story.text += form
        parts = {number: form}
        if "-" in number:
            first, last = map(int, number.split("-"))
            parts = {row[0]: row[1] for row in rows if row[0].isdecimal() and first <= int(row[0]) <= last}
        split = "".join(parts.values()) == form
        for part, letters in parts.items():
            end = start + len(letters) if split else len(story.text)
            spans[part] = (start, end)
            start = end if split else start
        if "SpaceAfter=No" not in row[9].split("|"):
            story.text += " "
    return spans


def _mark(story: Story, before: int, rows: list[list[str]]) -> None:
    """Adds the mentions of a sentence, whose words begin at number ``before``."""
    opened: dict[str, list[tuple[str, int]]] = {}
    for k, row in enumerate(rows, before):
        marks = next((part.removeprefix("Entity=") for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in _MARK.finditer(marks):
            if mark[1]:
                opened.setdefault(mark[1], []).append((mark[2], k))
            chain = mark[4] or (mark[1] if mark[3] else "")
            if chain and opened.get(chain):
                sort, first = opened[chain].pop()
                story.mentions.append(_mention(story.words, chain, sort, range(first, k + 1)))


def _mention(words: Sequence[Word], chain: str, sort: str, inside: range) -> Mention:
    """A mention with its name, if it is one; an organisation's name may hold "of" or "and"."""
    head = _head(words, inside)
    plain = Mention(chain, sort, inside.start, inside.stop, head)
    body = sort == "organization"
    several = any(words[k].head == head and words[k].dep == "conj" for k in inside)
    people = sort == "person" and "Number=Plur" in words[head].features
    any_one = words[inside.start].form.casefold() in {"a", "an"}
    if words[head].tag != "PROPN" or (several and not body) or people or any_one:
        return plain
    found, ends = [head], [head]
    for at in found:
        below = [k for k in inside if words[k].head == at and words[k].tag == "PROPN"]
        found += [k for k in below if words[k].dep in (_BODY_PARTS if body else _NAME_PARTS)]
        ends += [k for k in below if words[k].dep == "flat" and _plain(words[k].form) not in _GENERATIONS]
    name = frozenset(_plain(words[k].form) for k in found)
    return plain._replace(name=name, keys=frozenset(_plain(words[k].form) for k in (head, max(ends))))


def _head(words: Sequence[Word], numbers: Iterable[int]) -> int:
    """The word on which the others hang: the first whose own head is not among them, no punctuation if it can be."""
    inside = list(numbers)
    tops = [k for k in inside if words[k].head not in inside]
    return next((k for k in tops if words[k].tag not in {"PUNCT", "ADP"}), (tops or inside)[0])


def _plain(form: str) -> str:
    return form.casefold().strip(".,'’\"“”").removesuffix("'s").removesuffix("’s")


def answers(story: Story, doc: Doc) -> Iterator[Answer]:
    """What the attributions of a document say about who is behind the words of their sources."""
    seen = set()
    for told in find_attributions(doc):
        if told.source is None or (told.source, told.witness) in seen:
            continue
        seen.add((told.source, told.witness))
        at = [k for k, word in enumerate(story.words) if word.start < told.source[1] and told.source[0] < word.end]
        mention = _stands_on(story, at)
        if mention is None or mention.sort not in _WHO:
            continue
        kind, names = _kind(story, mention, at), story.names(mention.chain)
        if kind and names:
            said = story.text[slice(*told.source)]
            apart = kind != "name" and _apart(story, told.source[0], names)
            yield Answer(kind, judged(story, mention.chain, said, told.witness), apart, story, mention.chain, told)


def _stands_on(story: Story, at: list[int]) -> Mention | None:
    """The gold mention with the head word of a source's words, and with all its nouns and verbs; of several the one
    most nearly of the same words.
    """
    if not at:
        return None
    head = _head(story.words, at)
    if story.words[head].refers >= 0:
        head = story.words[head].refers
        at = [head]
    full = {k for k in at if story.words[k].tag in _FULL}
    found = [one for one in story.mentions if one.head == head and full.issubset(range(one.first, one.last))]
    return max(found, key=lambda one: dice(set(at), set(range(one.first, one.last))), default=None)


def _kind(story: Story, mention: Mention, at: list[int]) -> str:
    """Of a source, or nothing if it is left out."""
    word = story.words[_head(story.words, at)]
    if word.tag == "PRON":
        return "pronoun" if "Person=3" in word.features or "PronType=Rel" in word.features else ""
    beside = any(at[0] <= one.first and one.last <= at[-1] + 1 for one in story.names(mention.chain))
    if word.tag == "PROPN" or beside:
        return "name"
    return "role" if word.tag == "NOUN" else ""


def _apart(story: Story, at: int, names: Sequence[Mention]) -> bool:
    """Whether the last name before the source, else the first after it, stands in another paragraph."""
    starts = [story.words[mention.first].start for mention in names]
    name = max((start for start in starts if start < at), default=min(starts))
    return bisect_right(story.paragraphs, name) != bisect_right(story.paragraphs, at)


def judged(story: Story, chain: str, said: str, witness: str | None) -> str:
    """Whether a witness names the entity of a chain: right, wrong, or none if it names nobody."""
    name = (witness or "").partition(" (")[0]
    words = {_plain(word) for word in re.findall(r"[^\s/–—-]+", name) if word[0].isupper() or not word.islower()}
    names = story.names(chain)
    if any(_bare(name) == _bare(story.said(mention)) for mention in names):
        return "right"
    keys = words & {key for mention in names for key in mention.keys}
    if keys:
        own = max(dice(words, mention.name) for mention in names)
        others = (mention for mention in story.mentions if mention.chain != chain and mention.name & keys)
        if own >= max((dice(words, mention.name) for mention in others), default=0.0):
            return "right"
    nobody = not name or _PRONOUN.fullmatch(name) or _bare(name) == _bare(said)
    return "none" if nobody else "wrong"


def _bare(phrase: str) -> list[str]:
    return [word for word in re.findall(r"\w+", phrase.casefold()) if word not in _SMALL]


def dice(one: Set[Any], other: Set[Any]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def gathered(shared: Path, splits: Iterable[str], nlp: Reader) -> list[Answer]:
    """The answers about all documents of the splits."""
    found: list[Answer] = []
    seen = set()
    for split in splits:
        for story in read(shared / "data" / "ud" / f"gum-{split}.conllu.xz"):
            if story.text not in seen:
                seen.add(story.text)
                found += answers(story, nlp(story.text))
    return found


def share(found: Iterable[Answer]) -> float:
    """How many are right, in percent."""
    right = [answer.how == "right" for answer in found]
    return 100 * sum(right) / len(right) if right else 0.0


def measure(shared: Path, splits: Iterable[str] = SPLITS) -> dict[str, float]:
    """Of the pronouns, roles and names, how many have the right witness, in percent."""
    found = gathered(shared, splits, load())
    return {kind: share(answer for answer in found if answer.kind == kind) for kind in KINDS}


def row(name: str, found: Sequence[Answer]) -> str:
    how = Counter(answer.how for answer in found)
    apart = [answer for answer in found if answer.apart]
    far = f"{len(apart):>8}{share(apart):>7.1f} %" if apart else ""
    return f"{name:<24}{len(found):>6}{how['right']:>7}{how['wrong']:>7}{how['none']:>6}{share(found):>7.1f} %{far}"


def table(found: Sequence[Answer]) -> str:
    """By kind, then by genre and kind, what is most like news first."""
    lines = [f"{'':<24}{'asked':>6}{'right':>7}{'wrong':>7}{'none':>6}{'':>9}{'apart':>8}"]
    lines += [row(kind, [answer for answer in found if answer.kind == kind]) for kind in KINDS]
    genres = {answer.story.genre for answer in found}
    for genre in [*(one for one in NEWSLIKE if one in genres), *sorted(genres.difference(NEWSLIKE))]:
        for kind in KINDS:
            if some := [answer for answer in found if answer.kind == kind and answer.story.genre == genre]:
                lines.append(row(f"{genre}: {kind}", some))
    return "\n".join(lines)


def described(answer: Answer) -> str:
    """An answer with its sentence, for looking at errors."""
    story, told = answer.story, answer.told
    at = told.source or (0, 0)
    names = " / ".join(dict.fromkeys(story.said(mention) for mention in story.names(answer.chain)))
    where = f"{answer.how} {answer.kind}{' apart' if answer.apart else ''} in {story.id}, {told.rule}"
    said = f"[{story.text[slice(*at)]}] is told to be [{told.witness}], gold is {names[:120]}"
    return f"{where}: {said}\n    {story.sentence(at[0])}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--split", nargs="+", choices=("dev", "test", "train"), default=SPLITS, help="else dev and test"
    )
    parser.add_argument("--errors", type=int, default=0, help="print so many that are not right, news first")
    parser.add_argument("--kind", choices=KINDS, help="print errors of this kind only")
    options = parser.parse_args()
    found = gathered(options.shared, options.split, load())
    print(table(found))
    errors = [answer for answer in found if answer.how != "right" and options.kind in (None, answer.kind)]
    errors.sort(key=lambda one: NEWSLIKE.index(one.story.genre) if one.story.genre in NEWSLIKE else len(NEWSLIKE))
    for answer in errors[: options.errors]:
        print(described(answer))


if __name__ == "__main__":
    main()
