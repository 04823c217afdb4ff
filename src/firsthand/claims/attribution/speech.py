"""Quotations whose sentence names no speaker: they belong to the one who was speaking."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from firsthand.claims.attribution.sources import Resolver
from firsthand.claims.attribution.view import QUOTE_MARKS, TERMINAL, Unit, View
from firsthand.model import Attribution

_REACH = 220  # tokens back to the last speaker


def with_loose_quotes(
    view: View, found: Sequence[Attribution], resolver: Resolver, skip: Sequence[tuple[int, int]]
) -> list[Attribution]:
    """The attributions with the quotations that no cue covers.

    A quotation that goes on with the one before its cue ("Y," X said. "Z") joins that attribution; others get one of
    their own: to the subject of their sentence, else to the last speaker.
    """
    done = list(found)
    taken = _taken(view, found)
    latest = _by_unit(view, found)
    for k, quote in enumerate(view.quotes):
        said = any(letter.isalnum() for letter in view.text[quote.start : quote.end])
        if k in taken or not said or not quote.full(view.text):
            continue
        number, first, last = _place(view, quote.start, quote.end)
        if number < 0 or any(a <= quote.start < b for a, b in skip):
            continue
        unit = view.units[number]
        opens = first - unit.start <= 1
        alone = opens and _complete(view, first, last, unit)
        before = latest.get(number - 1)
        if not opens and view.raw[first - 1].endswith("."):  # after an abbreviation that ended its sentence
            opens = alone = (before := latest.get(number)) is not None
        if opens and before is not None:
            span = (quote.start, quote.end if alone else view.end[unit.end - 1])
            done[before] = msgspec.structs.replace(done[before], spans=(*done[before].spans, span))
            latest[number] = before
            continue
        witness, source = (None, None) if alone else _subject(view, unit, first, last, resolver)
        if witness is None and alone:
            witness, source = _announced(view, number, resolver)
        if witness is None and alone:
            witness = _speaking(first, resolver)
        if witness is not None:
            latest[number] = len(done)
            done.append(Attribution(((quote.start, quote.end),), witness, source, None, (), "asserts", True, "speech"))
    return done


def _complete(view: View, first: int, last: int, unit: Unit) -> bool:
    """Whether a quotation from token ``first`` to ``last`` (exclusive) is a sentence, and what follows it another."""
    stopped = last - 2 > first and (view.raw[last - 2] in TERMINAL or view.raw[last - 1] in TERMINAL)
    return unit.end - last <= 1 or stopped


def _taken(view: View, found: Sequence[Attribution]) -> set[int]:
    """The numbers of the quotations that an attribution with its cue outside them has told."""
    starts = [quote.start for quote in view.quotes]
    taken = set()
    for attribution in found:
        for first, last in attribution.spans:
            for k in range(max(bisect_right(starts, first) - 1, 0), bisect_left(starts, last)):
                quote, cue = view.quotes[k], attribution.cue
                inside = cue is not None and quote.start <= cue[0] < quote.end
                if not inside and first < quote.end:
                    taken.add(k)
    return taken


def _by_unit(view: View, found: Sequence[Attribution]) -> dict[int, int]:
    """For each unit, the index of the quoted attribution with its cue there, whose quotation can go on in the next."""
    starts = [view.start[unit.start] for unit in view.units]
    spans = sorted(span for attribution in found for span in attribution.spans)
    furthest = list(accumulate((end for _, end in spans), max))
    latest: dict[int, int] = {}
    for i, attribution in enumerate(found):
        if attribution.quoted and attribution.cue is not None and attribution.witness is not None:
            cue = attribution.cue[0]
            before = bisect_right(spans, (cue, len(view.text))) - 1
            if before < 0 or furthest[before] <= cue:  # not itself within somebody's words
                latest[bisect_right(starts, cue) - 1] = i
    return latest


def _place(view: View, start: int, end: int) -> tuple[int, int, int]:
    """The number of the unit that holds a quotation or -1, and the quotation's first and last token."""
    first, last = bisect_left(view.start, start), bisect_left(view.start, end)
    k = bisect_right([unit.start for unit in view.units], first) - 1
    if k < 0 or first >= view.units[k].end:
        return -1, first, last
    return k, first, last


def _subject(
    view: View, unit: Unit, first: int, last: int, resolver: Resolver
) -> tuple[str | None, tuple[int, int] | None]:
    """The subject of a sentence whose colon or comma leads into a quotation (he shrugged: “…”)."""
    before = first - 1
    leads = before > unit.start and view.raw[before] in {":", ","}
    if not leads or unit.end - last > 2 or (view.raw[before] == "," and not view.finite(unit.start, before)):
        return None, None
    for i in range(unit.start, before):
        if view.dep[i].startswith("nsubj") and view.quote[i] < 0 and view.dep[view.head[i]] in {"root", "conj", "ROOT"}:
            span = (max(view.left[i], unit.start), min(view.right[i] + 1, before))
            cut = next((k for k in range(i + 1, span[1]) if view.raw[k] == ","), span[1])
            return resolver.name((span[0], cut), i, unit.start), view.offsets(span[0], cut)
    if view.raw[before] == ":" and before - unit.start <= 4 and view.raw[unit.start] not in QUOTE_MARKS:
        return resolver.name((unit.start, before), before - 1, unit.start), view.offsets(unit.start, before)
    return None, None


def _announced(view: View, number: int, resolver: Resolver) -> tuple[str | None, tuple[int, int] | None]:
    """The subject of the sentence before, where its colon announces a quotation (The statement reads:)."""
    if number < 1 or view.raw[view.units[number - 1].end - 1] != ":":
        return None, None
    unit = view.units[number - 1]
    for i in range(unit.start, unit.end - 1):
        if view.dep[i].startswith("nsubj") and view.quote[i] < 0:
            span = (max(view.left[i], unit.start), min(view.right[i] + 1, unit.end - 1))
            cut = next((k for k in range(i + 1, span[1]) if view.raw[k] == ","), span[1])
            return resolver.name((span[0], cut), i, unit.start), view.offsets(span[0], cut)
    return None, None


def _speaking(first: int, resolver: Resolver) -> str | None:
    """Who was speaking before a quotation that stands alone: the last one cited in this paragraph or the two before."""
    near = [s for s in resolver.speakers if s.at < first]
    if not near:
        return None
    speaker = max(near, key=lambda s: s.at)
    if first - speaker.at > _REACH:
        return None
    newer = resolver.introduced(speaker.at, first)
    return newer or speaker.text
