"""What passive cues tell: "X is said to …", "it was later confirmed by Y that …", "passengers were told that …"."""

from collections.abc import Sequence

from firsthand.claims.attribution.bounds import comma_after, limit
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.phrases import Span, named_after
from firsthand.claims.attribution.shapes import closing
from firsthand.claims.attribution.view import COMMAS, View

_SUBJECT = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "ADP", "PART"})
_NAMING = frozenset("anxp")
_LINKS = frozenset({"that", "whether", "how"})


def passive(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    """The content of a passive cue; its agent, where one is named, becomes the hit's source."""
    end = closing(view, hit)
    agent = _take_agent(view, hit, end)
    i = hit.last
    that = _that(view, i, end)
    begin = _subject_start(view, hit)
    it = view.low[begin] == "it" and hit.cue[0] - begin <= 2
    if that >= 0 and (it or "t" in hit.frames or ("p" in hit.frames and that == i)):
        return [(that + 1, limit(view, hit, hits, that + 1, end))]
    follows = view.low[i] if i < end else ""
    if "k" in hit.frames and follows == "to" and hit.source is not None:
        return [(i, limit(view, hit, hits, i, comma_after(view, i, end)))]
    rest = (i, limit(view, hit, hits, i, comma_after(view, i, agent if agent > i else end)))
    if "s" in hit.frames:
        return [(begin, hit.cue[0]), (i + 1, comma_after(view, i + 1, end))] if follows == "of" else []
    if not it and begin < hit.cue[0] and set(hit.frames) & _NAMING and _tells_on(view, hit, i, end):
        return [(begin, hit.cue[0]), rest]
    if hit.source is not None and set(hit.frames) & set("np"):
        return [(begin, hit.cue[0])]
    if it and "p" in hit.frames and i < end and view.finite(i, end):
        return [(i, limit(view, hit, hits, i, end))]
    return []


def _tells_on(view: View, hit: Hit, i: int, end: int) -> bool:
    """Whether what is said of the subject follows: to have …, as a …, at 40, missing."""
    if i >= end:
        return False
    if view.low[i] == "to":
        return "p" in hit.frames
    if view.low[i] == "as":
        return bool(set(hit.frames) & set("ap"))
    at = view.low[i] == "at" and i + 1 < end and any(view.pos[k] == "NUM" for k in range(i + 1, min(end, i + 5)))
    named = "a" in hit.frames and hit.source is None and view.pos[i] == "PROPN"
    return at or named or (hit.lemma in {"report", "declare"} and view.pos[i] == "ADJ")


def _that(view: View, start: int, end: int) -> int:
    """The "that" of a clause soon after a passive cue, over adjuncts (it was claimed in court that …); -1 if none."""
    for k in range(start, min(end, start + 9)):
        if view.low[k] in _LINKS:
            return k if view.low[k] == "that" else k - 1
        if view.pos[k] in {"VERB", "AUX", "SCONJ"} or (view.raw[k] in COMMAS and k > start + 1):
            return -1
    return -1


def _take_agent(view: View, hit: Hit, end: int) -> int:
    """Finds "by Y" after a passive cue: Y is the source. The token of "by", or -1."""
    for by in range(hit.last, min(end, hit.last + 12)):
        if view.low[by] in {"that", "to"} or view.raw[by] in COMMAS or view.quote[by] != view.quote[hit.verb]:
            return -1
        if view.low[by] != "by":
            continue
        near = named_after(view, by + 1, hit.unit)
        if near is None or view.low[by + 1].endswith("ing"):
            return -1
        (first, last), head = near
        stop = next((k for k in range(first + 1, last) if view.low[k] in {"that", "to", "as"}), last)
        hit.source, hit.head = (first, stop), min(head, stop - 1)
        if by == hit.last:
            hit.last = stop
        return by
    return -1


def _subject_start(view: View, hit: Hit) -> int:
    subject = view.child(hit.verb, "nsubj:pass", "nsubj", "csubj:pass", "expl")
    if hit.unit.start <= subject < hit.verb:
        return max(hit.unit.start, view.left[subject])
    k = hit.cue[0] - 1
    while k >= hit.unit.start and view.pos[k] in _SUBJECT:
        k -= 1
    return min(k + 1, hit.cue[0])
