"""Chains within a sentence: who passed on what another is said to know.

"X reported, citing Y", "X, quoting Y, said …", "X quoted Y as saying …", "…, X said, according to Y".
"""

from collections.abc import Sequence

from firsthand.claims.attribution.bounds import trim
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import words
from firsthand.claims.attribution.outlets import news_organisation
from firsthand.claims.attribution.patterns import can_know
from firsthand.claims.attribution.phrases import named_after
from firsthand.claims.attribution.view import COMMAS, View

_TIMES = words("times")
_MEDIA = words("passing-on")
_QUOTING = frozenset({"quote", "cite"})


def chain(view: View, hits: Sequence[Hit]) -> None:
    """Gives hits that hand something on their ``outer`` hit; what was handed on becomes the inner hit's content."""
    for hit in hits:
        if hit.shape == "citing":
            _cite(hit, hits)
        elif hit.shape == "phrase":
            _according(view, hit, hits)
        elif hit.lemma in _QUOTING and hit.thing and hit.inherits and hit.content:
            _cited_before(view, hit, hits)
        elif hit.cue[0] - 1 > hit.unit.start and view.low[hit.cue[0] - 1] == "as":
            _quoted_as_saying(view, hit, hits)


def _cite(hit: Hit, hits: Sequence[Hit]) -> None:
    """ "X reported, citing Y"; "X, quoting Y, said …": Y's content is X's."""
    told = [other for other in hits if other is not hit and other.content and other.shape != "citing"]
    before = [other for other in told if other.verb < hit.verb]
    around = before[-1:] or [other for other in told if other.verb > hit.verb and not other.participle][:1]
    for other in around:
        hit.content, hit.outer = other.content, other


def _cited_before(view: View, hit: Hit, hits: Sequence[Hit]) -> None:
    """ "X, which cites Y, says …": Y is said to know it."""
    near = named_after(view, hit.content[0][0], hit.unit)
    for other in hits:
        known = near is not None and can_know(view, *near[0])
        if known and near is not None and other.verb > hit.verb and other.source == hit.source and not other.inherits:
            hit.content, hit.outer = other.content, other
            hit.source, hit.head = near
            return


def _according(view: View, hit: Hit, hits: Sequence[Hit]) -> None:
    """ "…, X said, according to Y", "X said, according to Y, that …": one of the two passed it on."""
    for other in hits:
        between = range(other.last, hit.first)
        apart = hit.first < other.last or len(between) > 4 or other.shape not in {"after-content", "before-content"}
        if apart or any(view.raw[k] not in COMMAS and view.low[k] not in _TIMES | {"on"} for k in between):
            continue
        if other.shape == "before-content":
            begin = hit.last + (hit.last < hit.unit.end and view.raw[hit.last] in COMMAS)
            begin += begin < hit.unit.end and view.low[begin] == "that"
            rest = [(max(first, begin), last) for first, last in other.content if last > begin]
            whole = trim(view, begin, hit.unit.end)
            rest = rest or ([whole] if whole else [])
            other.content = rest
        if not other.content or hit.source is None:
            return
        if _passes_on(view, *hit.source):
            other.outer = hit
        else:
            hit.content, hit.outer = other.content, other
        return


def _passes_on(view: View, first: int, last: int) -> bool:
    """Whether a source is one that publishes: a news organisation, "the same channel", "a transcript"."""
    return news_organisation(view, first, last) is not None or any(view.low[k] in _MEDIA for k in range(first, last))


def _quoted_as_saying(view: View, hit: Hit, hits: Sequence[Hit]) -> None:
    """ "X quoted Y as saying …", "Y was quoted by X as saying …": Y is said to know it."""
    quoting = next((h for h in hits if h.lemma in _QUOTING and h.verb < hit.verb and hit.verb - h.verb < 25), None)
    if quoting is None:
        return
    if quoting.passive:
        subject = view.child(quoting.verb, "nsubj:pass", "nsubj")
        by = next((k for k in range(quoting.verb + 1, hit.verb) if view.low[k] == "by"), -1)
        agent = named_after(view, by + 1, hit.unit) if by > 0 else None
        if subject >= hit.unit.start:
            hit.source, hit.head = (view.left[subject], subject + 1), subject
        quoting.source, quoting.head = agent if agent else (None, -1)
    else:
        near = named_after(view, quoting.cue[1], hit.unit)
        if near is None or hit.cue[0] - 1 <= near[0][0]:
            return
        hit.source, hit.head = near
        hit.source = (near[0][0], min(near[0][1], hit.cue[0] - 1))
    hit.inherits, hit.outer = False, quoting
