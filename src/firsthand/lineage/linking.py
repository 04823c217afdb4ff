"""Which documents' wording is related, of what kind, and how much."""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from firsthand.lineage.agencies import agency
from firsthand.lineage.align import Alignment, Vectors, align
from firsthand.lineage.candidates import pairs
from firsthand.lineage.credits import Weight, credit
from firsthand.lineage.evidence import Side, weigh
from firsthand.lineage.kinds import Party, direction_of, kind_of, same_agency
from firsthand.lineage.passages import passages
from firsthand.lineage.prepare import Sentence, prepare
from firsthand.lineage.spun import Parallel, is_spun, parallels
from firsthand.model import Document, Link, LinkKind

Embed = Callable[[Sequence[str]], np.ndarray]

ENOUGH = 2.4  # evidence, in sentences taken over, that two independent reports of one event do not reach
EXPECTED = 1.4  # the same where one channel or a credit already makes a link likely
LEAST = 1.0  # the same for a brief, of whose few sentences it must be the part
BRIEF = 0.2
LIKELY = 2.0  # the same where one of several credited agencies is the other's channel
LEAST_SHARE = 0.07  # of the shorter text's sentences: less is a background sentence
SAME_MEANING = 0.4  # cosine of two sentences' vectors below which they happen to be built alike
SWAPPED = 1.0  # sentences with swapped words for each one that was left as it is
UNTOUCHED = 0.97  # part of a sentence's words
LOOSE = 0.4  # part of a sentence's words that stand in the other text, where words were swapped
SPEECH = 0.2  # what a shared quotation adds where a link is likely already
QUOTES = 2  # sentences of shared quoted speech that make a link "quotes"
_REPORTED = re.compile(
    r"\b(?:report(?:ed|s|ing)?|told|said|says|according to|cit(?:ed|es|ing)|quot(?:ed|es|ing)|wrote|writes|via)\b"
)


def links(
    documents: Sequence[Document], sentences: Mapping[str, Sequence[tuple[int, int]]], embed: Embed
) -> list[Link]:
    """The links of all pairs of documents whose wording is related, sorted by the documents' paths.

    ``sentences`` gives the sentence spans (offsets into ``Document.text``) by document id; a document without one is
    split by punctuation. ``embed`` gives one L2-normalised row for each text. The time is that of the texts' size and
    of the pairs that share runs of words.
    """
    ordered = sorted(documents, key=lambda d: (d.path, d.id))
    prepared = [prepare(d, sentences.get(d.id)) for d in ordered]
    credits = [credit(d) for d in ordered]
    found = []
    vectors = Vectors(prepared)
    for i, j in pairs(prepared):
        alignment = align(prepared, vectors, i, j)
        sides = weigh(alignment)
        a, b = Party(ordered[i], credits[i], sides[0]), Party(ordered[j], credits[j], sides[1])
        if link := _spun(alignment, a, b, embed) or _link(alignment, a, b):
            found.append(link)
    return found


def _link(alignment: Alignment, a: Party, b: Party) -> Link | None:
    captions = same_agency(a, b)
    scores = a.side.score(captions), b.side.score(captions)
    speeches = min(a.side.speeches(), b.side.speeches())
    if max(scores) < LEAST and speeches < QUOTES:
        return None
    cites = cites_channel(a, b), cites_channel(b, a)
    size = min(alignment.a.size, alignment.b.size)
    needed = _needed(a, b, cites)
    heard = SPEECH * min(
        speeches, QUOTES
    )  # that two reporters heard the same is no evidence; that one read the other's quotes is a little
    evidence = min(scores) if needed == ENOUGH else sum(scores) / 2 + heard
    related = (
        evidence >= (needed if needed > EXPECTED else min(needed, max(LEAST, BRIEF * size)))
        and evidence >= LEAST_SHARE * size
    )
    if not related and speeches < QUOTES:
        return None
    share = max(a.side.share(), b.side.share())
    kind: LinkKind = kind_of(a, b, share) if related else "quotes"
    return _made(alignment, a, b, kind, share, _found(a.side, b.side, kind), cites)


def _spun(alignment: Alignment, a: Party, b: Party, embed: Embed) -> Link | None:
    """The link of two texts that are one text with swapped words, if they are."""
    built = parallels(alignment)
    if not is_spun(built):
        return None
    texts = [p.document.text[s.start : s.end] for p, s in _sentences(built, a, b)]
    vectors = embed(texts)
    meant = [q for k, q in enumerate(built) if float(vectors[2 * k] @ vectors[2 * k + 1]) >= SAME_MEANING]
    if not is_spun(meant) or len(meant) < SWAPPED * _copied(a.side, b.side):
        return None
    share = max(_loose_share(a.side, {q.a for q in meant}), _loose_share(b.side, {q.b for q in meant}))
    swaps = dict.fromkeys(pair for q in meant for pair in _swapped(q, a, b))
    why = f"{len(meant)} sentences of one build with words swapped: {', '.join(list(swaps)[:6])}"
    return _made(alignment, a, b, "spun", share, why, (cites_channel(a, b), cites_channel(b, a)))


def _sentences(built: Sequence[Parallel], a: Party, b: Party) -> list[tuple[Party, Sentence]]:
    pairs_of = (((a, a.side.prepared.sentences[q.a]), (b, b.side.prepared.sentences[q.b])) for q in built)
    return [one for pair in pairs_of for one in pair]


def _swapped(parallel: Parallel, a: Party, b: Party) -> list[str]:
    """The words swapped, as they are written."""
    first, second = a.side.prepared.sentences[parallel.a].words, b.side.prepared.sentences[parallel.b].words
    places = [(first[x], second[y]) for x, y in parallel.swaps]
    return [f"{a.document.text[p.start : p.end]}/{b.document.text[q.start : q.end]}" for p, q in places]


def _copied(a: Side, b: Side) -> int:
    """Sentences that stand in the other text as they are: where they are many, swapped words are an editor's."""
    return min(
        sum(
            f.grade == "taken" and f.cover >= UNTOUCHED
            for i, f in s.found.items()
            if s.prepared.sentences[i].kind == "body"
        )
        for s in (a, b)
    )


def _loose_share(side: Side, built: set[int]) -> float:
    body = side.prepared.body
    return sum(i in built or (i in side.found and side.found[i].whole >= LOOSE) for i in body) / max(1, len(body))


def _made(
    alignment: Alignment,
    a: Party,
    b: Party,
    kind: LinkKind,
    share: float,
    shown: str,
    cites: tuple[str | None, str | None],
) -> Link:
    direction, reason = direction_of(a, b, kind, cites)
    return Link(
        a=a.document.id,
        b=b.document.id,
        kind=kind,
        share=round(min(1.0, share), 2),
        direction=direction,
        passages=passages(alignment, quoted=kind == "quotes"),
        why=f"{shown}; {reason}",
    )


def _needed(a: Party, b: Party, cites: tuple[str | None, str | None]) -> float:
    """The evidence that a link needs: less where one agency, a credit or a cited wording already makes it likely."""
    if any(cites) or a.side.cited() or b.side.cited():
        return EXPECTED
    if not same_agency(a, b):
        return ENOUGH
    return LIKELY if Weight.SEVERAL in (a.credit.weight, b.credit.weight) else EXPECTED


def _found(a: Side, b: Side, kind: LinkKind) -> str:
    """How many sentences show the link, in words."""
    side = min((a, b), key=lambda s: s.prepared.size)
    if kind == "quotes":
        return f"only quoted speech is shared ({side.speeches()} sentences)"
    taken, reworked = side.count("taken"), side.count("reworked", "borrowed")
    return f"of {side.prepared.size} sentences {taken} stand in the other text and {reworked} in part"


def cites_channel(user: Party, source: Party) -> str | None:
    """The name of the other's channel, if a text names it as the source of something it reports."""
    names = {name for name in source.agencies() or {source.credit.name} if name and name != user.credit.name}
    for name, form in sorted({(channel, form) for channel in names for form in _forms(channel)}):
        for match in re.finditer(rf"(?<![\w/]){re.escape(form)}(?![\w/])", user.document.text):
            around = user.document.text[max(0, match.start() - 30) : match.end() + 25].replace(form, " ")
            if _REPORTED.search(around):
                return name
    return None


def _forms(name: str) -> tuple[str, ...]:
    known = agency(name)
    return known.forms if known else (name,)
