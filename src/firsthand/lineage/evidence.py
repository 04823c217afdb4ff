"""How much of the wording of one text stands in another: sentence by sentence, quoted speech apart."""

from dataclasses import dataclass, field

from firsthand.lineage.align import Alignment, Block
from firsthand.lineage.prepare import Prepared, Sentence
from firsthand.lineage.text import is_function

LONG_RUN = 6  # words: a run that two writers seldom hit on by chance
RUN = 4
TAKEN = 0.75  # part of a sentence's unquoted words: it was taken over
REWORKED = 0.5
ENOUGH = 2.5  # weight of unquoted words that a sentence needs to tell anything
SCORES = {"taken": 1.0, "reworked": 0.6, "borrowed": 0.4, "touched": 0.2}


@dataclass(slots=True)
class Found:
    """What of one sentence stands in the other text."""

    cover: float  # part of its unquoted words (by weight)
    whole: float  # part of all its words
    run: int  # longest unquoted run, words
    speech: int  # longest run of quoted words
    renumbered: bool  # a number of it is another in its best counterpart
    grade: str | None  # taken, reworked, borrowed, touched


@dataclass(slots=True)
class Side:
    """One of the two texts: what was found of each of its sentences."""

    prepared: Prepared
    found: dict[int, Found] = field(default_factory=dict)

    def score(self, captions: bool) -> float:
        """The evidence that this text's sentences bear, in sentences taken over; captions count only if told."""
        return sum(SCORES[f.grade] for i, f in self.found.items() if f.grade and self._counts(i, captions))

    def count(self, *grades: str) -> int:
        """How many sentences of the body have these grades."""
        return sum(self.found[i].grade in grades for i in self.prepared.body if i in self.found)

    def cited(self) -> bool:
        """Whether wording that this text cites from a news agency was taken over in the other."""
        return any(
            f.grade in ("taken", "reworked") and f.run >= LONG_RUN and self.prepared.sentences[i].cited
            for i, f in self.found.items()
        )

    def speeches(self) -> int:
        """In how many sentences a long run of quoted words stands in the other text."""
        return sum(f.speech >= LONG_RUN for i, f in self.found.items() if self.prepared.sentences[i].kind == "body")

    def _counts(self, number: int, captions: bool) -> bool:
        kind = self.prepared.sentences[number].kind
        return kind in ("body", "description") or (captions and kind == "caption")

    def share(self) -> float:
        """The part of the body's sentences that stand in the other text, quoted ones included."""
        body = self.prepared.body
        there = sum(i in self.found and self.found[i].whole >= REWORKED and self._stands(self.found[i]) for i in body)
        return there / len(body) if body else 0.0

    @staticmethod
    def _stands(found: Found) -> bool:
        return found.grade in ("taken", "reworked") or found.speech >= LONG_RUN


def weigh(alignment: Alignment) -> tuple[Side, Side]:
    """What stands in the other text, for both texts."""
    sides = []
    for flip in (False, True):
        prepared = alignment.b if flip else alignment.a
        pieces: dict[int, list[list[tuple[int, int]]]] = {}
        for match in alignment.matches:
            i = match.b if flip else match.a
            if _title(alignment, match.a, match.b):
                continue
            pieces.setdefault(i, []).append([_span(b, flip) for b in match.blocks])
        side = Side(prepared)
        for i in sorted(pieces):
            side.found[i] = _judge(prepared.sentences[i], pieces[i])
        sides.append(side)
    return sides[0], sides[1]


def _title(alignment: Alignment, i: int, j: int) -> bool:
    return "title" in (alignment.a.sentences[i].kind, alignment.b.sentences[j].kind)


def _span(block: Block, flip: bool) -> tuple[int, int]:
    at = block.b if flip else block.a
    return at, at + block.size


def _judge(sentence: Sentence, pieces: list[list[tuple[int, int]]]) -> Found:
    """Grades a sentence by its best counterpart; others may add long runs (a sentence can be split in two)."""
    pieces = sorted(pieces, key=lambda spans: -_weight(sentence, spans))
    union = list(pieces[0])
    for other in pieces[1:]:
        union += [span for span in other if span[1] - span[0] >= RUN]
    covered = [False] * len(sentence.forms)
    for start, end in union:
        covered[start:end] = [True] * (end - start)
    own = [not q for q in sentence.quoted]
    whole = _part(sentence, covered, [True] * len(own))
    cover = _part(sentence, covered, own)
    run = max((_run(sentence, s, e, own) for s, e in union), default=0)
    speech = max((_run(sentence, s, e, sentence.quoted) for s, e in union), default=0)
    bearing = sum(w for w, o in zip(sentence.weights, own) if o)
    renumbered = any(w.form[0].isdigit() and not c for w, c in zip(sentence.words, covered))
    return Found(cover, whole, run, speech, renumbered, _grade(cover, run, bearing))


def _grade(cover: float, run: int, bearing: float) -> str | None:
    if bearing < ENOUGH:
        return None
    if cover >= TAKEN and run >= RUN:
        return "taken"
    if cover >= REWORKED and run >= RUN:
        return "reworked"
    if run >= LONG_RUN and cover >= REWORKED / 2:
        return "borrowed"
    return "touched" if cover >= REWORKED else None


def _weight(sentence: Sentence, spans: list[tuple[int, int]]) -> float:
    return sum(sum(sentence.weights[start:end]) for start, end in spans)


def _part(sentence: Sentence, covered: list[bool], among: list[bool] | tuple[bool, ...]) -> float:
    total = sum(w for w, m in zip(sentence.weights, among) if m)
    return sum(w for w, c, m in zip(sentence.weights, covered, among) if c and m) / total if total else 0.0


def _run(sentence: Sentence, start: int, end: int, among: list[bool] | tuple[bool, ...]) -> int:
    """The longest stretch of the words asked for in the run, if it holds more than names and function words."""
    best = length = 0
    content = False
    for k in range(start, end):
        if not among[k]:
            length, content = 0, False
            continue
        length += 1
        word = sentence.words[k]
        content = content or not (is_function(word.form) or word.capital or word.form[0].isdigit())
        if content:
            best = max(best, length)
    return best
