"""Which words of a sentence are the content of its cues: before, after or around them."""

from collections.abc import Sequence

from firsthand.claims.attribution.bounds import comma_after, limit, trim
from firsthand.claims.attribution.denials import deny
from firsthand.claims.attribution.following import following
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.passives import passive
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.shapes import (
    closing,
    ends_quote,
    opening,
    past_adjunct,
    pictured,
    shape_of,
    splits_clause,
)
from firsthand.claims.attribution.view import COMMAS, View

_NEAREST = 6  # earlier cues of a sentence that can bound a content; more would cost time in endless ones
_CLAUSAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "AUX"})
_GOING_ON = frozenset({
    "because", "unless", "although", "though", "so", "if", "perhaps", "maybe", "probably", "especially", "even",
    "partly", "mostly", "largely", "including", "not",
})  # fmt: skip


def place_contents(view: View, hits: Sequence[Hit]) -> None:
    """Gives each hit of one unit its shape, then its content; a hit without content keeps none."""
    for hit in hits:
        hit.shape = hit.shape or shape_of(view, hit)
    for hit in hits:
        if hit.content:
            continue
        match hit.shape:
            case "relative":
                hit.content = _relative(view, hit)
            case "reduced" if hit.reduced is not None:
                hit.content = [
                    hit.reduced,
                    (hit.last, limit(view, hit, [], hit.last, comma_after(view, hit.last, closing(view, hit)))),
                ]
            case "after-content":
                hit.content = _before(view, hit, hits)
            case "aside":
                hit.content = _aside(view, hit)
            case "passive":
                hit.content = passive(view, hit, hits)
            case "before-content" if not pictured(view, hit):
                hit.content = following(view, hit, hits)
        spans = (trim(view, *span) for span in hit.content)
        hit.content = [span for span in spans if span and any(view.raw[k][:1].isalnum() for k in range(*span))]
        deny(view, hit)


def _before(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    start = opening(view, hit)
    for other in [other for other in hits if other.verb < hit.verb][-_NEAREST:]:
        if other.shape == "passive" or view.quote[other.verb] != view.quote[hit.verb]:
            continue
        cut = _join(view, other.last, hit.first) if other.source is not None and other.shape == "before-content" else -1
        if cut >= 0:
            start = cut + 1
        elif other.shape == "after-content":
            start = max(start, other.last)
    start, stop = _quoted_before(view, hit, start)
    spans = [(start, stop)]
    rest = _resumed(view, hit, hits)
    return [*spans, rest] if rest else spans


def _quoted_before(view: View, hit: Hit, start: int) -> Span:
    """The words before a cue, less what leads into a quotation (He shrugged: “…,”) and what names its speaker."""
    own, stop = view.quote[hit.verb], hit.first
    mark = next((k for k in range(stop - 1, start, -1) if view.quote[k] != own), -1)
    if mark < 0 or not view.quotes[view.quote[mark]].full(view.text):
        return start, stop
    if not view.finite(mark + 1, stop):
        stop = mark + 1
    first = mark
    while first > start and view.quote[first - 1] == view.quote[mark]:
        first -= 1
    led = first > start and (view.raw[first - 1] in {":", "("} or view.raw[first - 1].endswith("."))
    return (first, stop) if led else (start, stop)


def _join(view: View, start: int, end: int) -> int:
    """A joining word after a comma between two clauses with cues of their own, or -1."""
    for k in range(start + 1, end):
        if (
            view.low[k] in {"but", "while", "although", "though", "and"}
            and view.raw[k - 1] in COMMAS
            and view.quote[k] < 0
        ):
            return k
    return -1


def _resumed(view: View, hit: Hit, hits: Sequence[Hit]) -> Span | None:
    """The second half of a content that its cue interrupts ("Y," X said, "and Z")."""
    end, k = closing(view, hit), past_adjunct(view, hit)
    quote = next((j for j in range(k, end) if view.quote[j] >= 0 and view.quote[j] != view.quote[hit.verb]), -1)
    if (
        quote >= 0
        and (view.raw[quote - 1] in {",", ":"} or quote == k)
        and ends_quote(view, hit.first - 1, hit.unit.start)
    ):
        between = any(
            quote > other.verb > hit.verb or (other.verb > quote and other.shape == "after-content") for other in hits
        )
        return None if between else (quote, limit(view, hit, hits, quote, end))
    if k + 1 < end and view.raw[k] == "," and _clause_goes_on(view, hit, k, end):
        return k + 1, limit(view, hit, hits, k + 1, end)
    return None


def _clause_goes_on(view: View, hit: Hit, comma: int, end: int) -> bool:
    """Whether the clause before a cue goes on after it, behind a comma."""
    k = comma + 1
    joined = view.pos[k] == "CCONJ" and view.finite(k, end)
    if view.low[k] in {"who", "which", "whose"} or _apposed(view, hit, comma):
        return hit.inverted and joined
    lead = hit.first - hit.unit.start
    halved = comma - hit.unit.start > 1 and (view.pos[hit.first - 2] in {"AUX", "SCONJ"} or lead <= 3)
    clause = joined or (view.pos[k] in _CLAUSAL and view.finite(k, end))
    return clause or halved or splits_clause(view, hit, hit.unit.start) or _goes_on(view, k, end)


def _goes_on(view: View, k: int, end: int) -> bool:
    """Whether a clause goes on after its cue (…, X said, by closing …; …, he added, to keep …)."""
    if k + 2 >= end:
        return False
    if view.low[k] == "that":
        return view.finite(k, end)
    acting = view.low[k] == "by" and view.low[k + 1].endswith("ing")
    aiming = view.low[k] == "to" and view.pos[k + 1] in {"VERB", "AUX"}
    return acting or aiming or view.low[k] in _GOING_ON


def _apposed(view: View, hit: Hit, comma: int) -> bool:
    """Whether what follows an inverted source is its apposition (said X, the mayor of Y)."""
    return hit.inverted or any(view.dep[k] == "appos" for k in range(comma, min(comma + 8, hit.unit.end)))


def _aside(view: View, hit: Hit) -> list[Span]:
    """ "As X puts it, Y", "Y1, as X says, Y2"."""
    start, end = opening(view, hit), closing(view, hit)
    return [(start, max(start, hit.first - 1)), (hit.last, end)]


def _relative(view: View, hit: Hit) -> list[Span]:
    end, begin = closing(view, hit), hit.last
    stop = comma_after(view, begin, end)
    return [(hit.relative, hit.relative + 1), (begin, limit(view, hit, [], begin, stop))]
