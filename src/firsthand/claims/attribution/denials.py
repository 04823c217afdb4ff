"""Denials that no denying verb shows: "called the report baseless", "said it was not true that the dam had burst"."""

from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import cue_nouns, words
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.view import View

_FALSE = words("false")
_BE = frozenset({"is", "was", "are", "were", "be", "been", "'s", "’s"})
_LABELS = frozenset("ajx")


def deny(view: View, hit: Hit) -> None:
    """Turns a hit into a denial where its content only calls something false: then that something is its content."""
    if len(hit.content) != 1 or hit.kind not in {"neutral", "deny"}:
        return
    first, last = hit.content[0]
    if hit.kind == "deny" or set(hit.frames) & _LABELS:
        labelled = _without_label(view, hit, first, last)
        if labelled is not None:
            hit.content, hit.kind = [labelled], "deny"
            return
    if hit.kind == "deny":
        hit.content = [_inner(view, first, last)]
        return
    found = _said_false(view, first, last)
    if found is not None:
        hit.content, hit.kind = [found], "deny"


def _without_label(view: View, hit: Hit, first: int, last: int) -> Span | None:
    """What is called false in "the report as baseless", "the report baseless", "as a hoax the claim that …"."""
    if view.low[first] == "as":
        that = next((k for k in range(first + 1, last) if view.low[k] == "that" and view.low[k - 1] != "as"), -1)
        return (that + 1, last) if that > 0 and hit.kind == "deny" else None
    link = next((k for k in range(first + 1, last) if view.low[k] == "as" and view.quote[k] == view.quote[first]), -1)
    if link > 0 and (hit.kind == "deny" or _false(view, link + 1, last)):
        return _inner(view, first, link)
    if link < 0 and "x" in hit.frames:
        begun = first + 1 + (view.pos[first] == "DET")  # what is called so has a noun: the rumours nonsense
        false = next((k for k in range(begun, last) if view.low[k] in _FALSE), -1)
        begin = false
        while begin - 1 > first and (
            view.pos[begin - 1] in {"DET", "ADJ", "ADV"} or view.quote[begin - 1] != view.quote[first]
        ):
            begin -= 1
        begin = max(begin, begun) if false >= 0 else begin
        return _inner(view, first, begin) if begin > first else None
    return None


def _inner(view: View, first: int, last: int) -> Span:
    """The clause of "the claim that …", else the phrase itself."""
    that = next((k for k in range(first + 1, last - 1) if view.low[k] == "that" and view.low[k - 1] in cue_nouns()), -1)
    return (that + 1, last) if that > 0 else (first, last)


def _said_false(view: View, first: int, last: int) -> Span | None:
    """What a content says is false: "it was not true that …", "reports that … are false"."""
    if view.low[first] in {"it", "that"} and first + 2 < last and view.low[first + 1] in _BE:
        that = next((k for k in range(first + 2, min(last, first + 9)) if view.low[k] == "that"), -1)
        return (that + 1, last) if that > 0 and _false(view, first + 2, that) else None
    noun = next((k for k in range(first, min(first + 5, last)) if view.low[k] in cue_nouns()), -1)
    if noun < 0 or noun + 2 >= last or view.low[noun + 1] != "that":
        return None
    for k in range(last - 2, noun + 2, -1):
        if view.low[k] in _BE:
            return (noun + 2, k) if _false(view, k + 1, last) else None
    return None


def _false(view: View, first: int, last: int) -> bool:
    """Whether words call something false: baseless, a lie, not true, pure invention."""
    short = range(first, min(first + 6, last))
    negated = any(view.low[k] in {"not", "n't", "n’t"} for k in short)
    return any(view.low[k] in _FALSE for k in short) or (negated and any(view.low[k] == "true" for k in short))
