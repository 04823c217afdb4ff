"""A document as plain lists: what the rules of attribution look at, fetched from spaCy once."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc

from firsthand.claims.attribution.lexicon import cues
from firsthand.claims.attribution.quotes import find_quotes

TERMINAL = frozenset(".?!…")
COMMAS = frozenset({",", "--", "—", "–", "-", ";"})
QUOTE_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "’’", "‘", "’", "'", "`"})


_MISTAKEN = frozenset({"ADV", "VERB", "INTJ", "X", "ADP"})
_CAPITALISED = frozenset({"i", "but", "and", "if", "when", "then", "so", "yes", "no", "why", "how", "not"})
_DATELINE = re.compile(
    r"(?:(?=[^\n]{0,60}(?:[—–]|--|\) ?-|[A-Z]{3} -) )[A-Z][A-Z]+[^\n“\"]{0,60}?(?:—|–|--|-) "
    r"|\([A-Z][\w ]{1,20}\)(?: [-—–])? )"
)


class Unit(NamedTuple):
    """A sentence as its author wrote it, all of a quotation's sentences with it. Tokens, end exclusive."""

    start: int
    end: int
    paragraph: int


class View:
    """Token-wise lists of a parsed document; ``left`` and ``right`` are the first and last token of each subtree."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.low = [token.lower_ for token in doc]
        self.raw = [token.text for token in doc]
        self.start = [token.idx for token in doc]
        self.end = [token.idx + len(token) for token in doc]
        size = len(self.low)
        rows = doc.to_array(["HEAD", "DEP", "POS", "ENT_TYPE"]).astype("int64").tolist() if size else []
        name = doc.vocab.strings
        known: dict[int, str] = {0: ""}

        def word(key: int) -> str:
            if key not in known:
                known[key] = name[key]
            return known[key]

        self.head = [i + row[0] for i, row in enumerate(rows)]
        self.dep = [word(row[1] % 2**64) for row in rows]
        self.pos = [word(row[2] % 2**64) for row in rows]
        self.entity = [word(row[3] % 2**64) for row in rows]
        self._repair_names()
        self.kids: list[list[int]] = [[] for _ in range(size)]
        self.left, self.right = list(range(size)), list(range(size))
        self._edges()
        self.quotes = find_quotes(self.text)
        self.quote = self._quote_of_tokens()
        self.units = self._units()

    def _repair_names(self) -> None:
        """Takes a capitalised word amid a sentence for a name where the tagger, who never saw it, did not."""
        for i in range(1, len(self.low)):
            named = self.pos[i] == "ADJ" and self.entity[i] in {"PERSON", "ORG"}
            if not (named or self.pos[i] in _MISTAKEN) or not self.raw[i][:1].isupper() or self.raw[i].isupper():
                continue
            before = self.raw[i - 1]
            spoken = i > 1 and before in QUOTE_MARKS and self.raw[i - 2] == ","
            amid = before[:1].islower() or before == "," or spoken
            alone = i + 1 < len(self.raw) and (self.raw[i + 1][:1].islower() or not self.raw[i + 1][:1].isalpha())
            if amid and (alone or named) and self.low[i] not in _CAPITALISED:
                self.pos[i] = "PROPN"

    def _edges(self) -> None:
        for i, head in enumerate(self.head):
            if head == i:
                continue
            self.kids[head].append(i)
            at, steps = head, 0
            while steps < 200:
                if self.left[at] > i:
                    self.left[at] = i
                if self.right[at] < i:
                    self.right[at] = i
                if self.head[at] == at:
                    break
                at, steps = self.head[at], steps + 1

    def _quote_of_tokens(self) -> list[int]:
        starts = [quote.start for quote in self.quotes]
        inside = []
        for start in self.start:
            k = bisect_right(starts, start) - 1
            inside.append(k if k >= 0 and start < self.quotes[k].end else -1)
        return inside

    def _units(self) -> list[Unit]:
        starts = {sentence.start for sentence in self.doc.sents}
        units: list[Unit] = []
        paragraph, begin = 0, self._dateline(0)
        for i in range(1, len(self.low)):
            broken = "\n" in self.raw[i - 1]
            if i < begin:
                continue
            if broken or self._begins(i, starts):
                units += self._trimmed(begin, i, paragraph)
                begin = i + (self._dateline(i) if broken else 0)
            paragraph += broken
        return units + self._trimmed(begin, len(self.low), paragraph)

    def _dateline(self, i: int) -> int:
        """How many tokens of a dateline open a paragraph ("OSLO, Norway (AP) —", "(CNN)")."""
        if i >= len(self.low):
            return 0
        match = _DATELINE.match(self.text, self.start[i])
        if match is None:
            return 0
        return bisect_left(self.start, match.end(), i) - i

    def _begins(self, i: int, starts: set[int]) -> bool:
        """Whether a sentence of the author begins at a token; the parser errs most beside quotation marks."""
        last = i - 1
        while last > 0 and self.raw[last].isspace():  # a hard blank after the full stop is a token
            last -= 1
        quote, before = self.quote[i], self.quote[last]
        if quote >= 0 and quote == before:
            return False
        opens = quote >= 0 and self.raw[i] in QUOTE_MARKS
        stopped = self.raw[last] in TERMINAL
        if opens and (stopped or (before >= 0 and self.raw[last - 1] in TERMINAL)):
            return True
        closed = before >= 0 and self.raw[last] in QUOTE_MARKS
        if closed and self.raw[last - 1] in TERMINAL and self.raw[i][:1].isupper():
            return self.raw[last - 1] == "." or not self._tells_of_quote(i)
        parted = any(k in starts for k in range(last + 1, i + 1)) and not self.raw[i].isspace()
        if not (parted or (closed and last in starts)):
            return False
        if closed and (self.raw[i][:1].islower() or self.raw[last - 1] not in TERMINAL):
            return False
        return stopped or closed or self.raw[last] in {")", "]", "*"}

    def _tells_of_quote(self, i: int) -> bool:
        """Whether the words after a quotation only name its speaker (“Why?” Anna Lindqvist asked.)."""
        for k in range(i + 1, min(i + 9, len(self.low) - 1)):
            if self.raw[k] in TERMINAL or "\n" in self.raw[k]:
                return False
            cue = cues().get(self.low[k])
            if cue and "q" in cue.frames and cue.form in {"past", "third"} and self.pos[k] not in {"NOUN", "ADJ"}:
                after = self.raw[k + 1] in TERMINAL or self.raw[k + 1] in COMMAS or self.pos[k + 1] in {"ADP", "ADV"}
                return after or "\n" in self.raw[k + 1]
        return False

    def _trimmed(self, start: int, end: int, paragraph: int) -> list[Unit]:
        while start < end and not self.raw[start].strip():
            start += 1
        while end > start and not self.raw[end - 1].strip():
            end -= 1
        return [Unit(start, end, paragraph)] if end > start else []

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Characters of tokens ``first`` to ``last`` (exclusive)."""
        return self.start[first], self.end[last - 1]

    def words(self, first: int, last: int) -> str:
        """The text of tokens ``first`` to ``last`` (exclusive) with single blanks."""
        return " ".join(self.text[self.start[first] : self.end[last - 1]].split()) if last > first else ""

    def finite(self, first: int, last: int) -> bool:
        """Whether the tokens hold a verb that can head a clause."""
        return any(self.pos[i] in {"VERB", "AUX"} for i in range(first, last))

    def child(self, token: int, *labels: str) -> int:
        """The first child with one of the labels, or -1."""
        for kid in self.kids[token]:
            if self.dep[kid] in labels:
                return kid
        return -1
