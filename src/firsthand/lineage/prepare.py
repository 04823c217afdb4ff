"""A document as the comparison sees it: sentences with their words, what is quoted, and what is not evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.lineage.agencies import pattern
from firsthand.lineage.furniture import is_caption, is_furniture
from firsthand.lineage.text import Word, is_function, words
from firsthand.model import Document

FUNCTION_WEIGHT = 0.3
NAME_WEIGHT = 0.6

_SPLIT = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9#@])|\n+")
_OPENING = re.compile(r"[“\"]|(?<![\w.,!?])[‘'](?=\w)")
_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_CITED = re.compile(
    rf"(?:{pattern()})(?: news)?(?: agency)? (?:report|sa(?:id|ys)|wrote|writes)"
    rf"|(?:according to|reported by) (?:the )?(?:{pattern()})"
)
_POST = re.compile(r"\(@\w+\)|pic\.twitter\.com|t\.co/\w|[—–] [^\n]{2,40}\(@")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that can be evidence. ``quoted`` tells for each word whether it stands in a direct quotation."""

    start: int
    end: int
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    weights: tuple[float, ...]
    quoted: tuple[bool, ...]
    kind: str  # body, caption, title or description
    total: float  # sum of the weights
    cited: bool  # a quotation of a news agency's own words


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and its sentences in order."""

    document: Document
    sentences: tuple[Sentence, ...]
    size: int  # sentences of the body

    @property
    def body(self) -> list[int]:
        """The numbers of the sentences of the body."""
        return [i for i, sentence in enumerate(self.sentences) if sentence.kind == "body"]


def split(text: str) -> list[tuple[int, int]]:
    """Sentence spans by punctuation and line breaks: for documents that came without the pipeline's."""
    cuts = [0, *(m.end() for m in _SPLIT.finditer(text)), len(text)]
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if stripped := piece.strip():
            start += len(piece) - len(piece.lstrip())
            spans.append((start, start + len(stripped)))
    return spans


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans of direct quotations, marks excluded.

    One that its paragraph does not close runs to the paragraph's end if the next paragraph opens one too.
    """
    spans = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at = paragraph.start()
        while opening := _OPENING.search(text, at, paragraph.end()):
            mark = opening.group()
            close = _closing(text, opening.end(), paragraph.end(), _CLOSING[mark])
            if close < 0 and mark in "‘'":  # an apostrophe, not a quotation
                at = opening.end()
                continue
            if close < 0:  # runs on, if the next paragraph opens a quotation too; else a stray mark
                if not _OPENING.match(text, paragraph.end() + 1):
                    at = opening.end()
                    continue
                close = paragraph.end()
            spans.append((opening.end(), close))
            at = close + 1
    return spans


def _closing(text: str, at: int, end: int, mark: str) -> int:
    while (at := text.find(mark, at, end)) >= 0:
        if mark not in "'’" or not text[at + 1 : at + 2].isalnum():
            return at
        at += 1
    return -1


def prepare(document: Document, spans: Sequence[tuple[int, int]] | None) -> Prepared:
    """The sentences of a document that can show whose wording it is."""
    text = document.text
    quotes = quotations(text)
    kinds = _kinds(document)
    found: list[Sentence] = []
    seen: set[tuple[str, ...]] = set()
    for start, end in spans if spans is not None else split(text):
        kind = _kind(text, start, end, kinds)
        tokens = words(text, start, end)
        forms = tuple(w.form for w in tokens)
        if kind is None or len(forms) < 4 or (forms in seen and kind != "title"):
            continue
        seen.add(forms)
        inside = _inside(tokens, quotes)
        cited = any(inside) and _CITED.search(text, start, end) is not None
        if cited:  # an agency's words are wording, not speech
            inside = (False,) * len(tokens)
        elif _POST.search(text, start, end):
            inside = (True,) * len(tokens)
        weights = tuple(_weight(w) for w in tokens)
        found.append(Sentence(start, end, tuple(tokens), forms, weights, inside, kind, sum(weights), cited))
    body = sum(s.kind == "body" for s in found)
    return Prepared(document, tuple(found), body)


def _weight(word: Word) -> float:
    if is_function(word.form):
        return FUNCTION_WEIGHT
    return NAME_WEIGHT if word.capital or word.form[0].isdigit() else 1.0


def _inside(tokens: Sequence[Word], quotes: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    flags, k = [], 0
    for word in tokens:
        while k < len(quotes) and quotes[k][1] <= word.start:
            k += 1
        # fewer than three quoted words are a term, not somebody's sentence
        flags.append(k < len(quotes) and quotes[k][0] <= word.start and quotes[k][1] - quotes[k][0] > 18)
    return tuple(flags)


def _kinds(document: Document) -> list[tuple[int, int, str]]:
    if document.parts:
        return [(p.start, p.end, p.kind) for p in document.parts]
    if document.title and document.text.startswith(document.title):
        return [(0, len(document.title), "title")]
    return []


def _kind(text: str, start: int, end: int, kinds: Sequence[tuple[int, int, str]]) -> str | None:
    """What a sentence belongs to; ``None`` where it is no evidence of whose wording a text is."""
    kind = next((k for s, e, k in kinds if s <= start < e and k != "dateline"), "body")
    if kind in ("byline", "credit"):
        return None
    if kind == "body":
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if is_caption(line):
            return "caption"
    return None if is_furniture(text[start : min(end, start + 120)]) else kind
