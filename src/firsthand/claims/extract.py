"""From a parsed document to its claims: clauses with their roles, quantities, times and who is said to know."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from msgspec import structs
from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from firsthand.claims.attribution import find_attributions
from firsthand.claims.clauses import Clause, clauses
from firsthand.claims.codes import codes, is_required
from firsthand.claims.dyads import targets
from firsthand.claims.embedded import Event, embedded
from firsthand.claims.kinds import OTHER, STATE, Sense, sense_of
from firsthand.claims.kinds.around import heads, subjects
from firsthand.claims.modality import is_negated, modality_of
from firsthand.claims.quantities import find_quantities
from firsthand.claims.roles import in_order, roles_from, roles_of
from firsthand.claims.times import find_times, on_its_day
from firsthand.claims.times_trust import trusts_date
from firsthand.claims.victims import victims
from firsthand.model import Attribution, Claim, Document, Quantity, Role, Stance, TimeValue, identity

_PRESUPPOSED = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl"})
_NO_CLAIM_PARTS = frozenset({"credit", "byline", "dateline"})
_NO_MATTER = frozenset({OTHER, STATE})
MADE_BY = "clauses@1"
EMBEDDED = "embedded@1"
Item = TypeVar("Item")


def extract(document: Document, doc: Doc) -> list[Claim]:
    """The claims of a document in reading order; ``doc`` is its text, parsed."""
    skip = [(part.start, part.end) for part in document.parts if part.kind in _NO_CLAIM_PARTS]
    found = [clause for clause in clauses(doc) if not _inside(clause.start, clause.end, skip)]
    places = _Places(doc, found, skip)
    quantities = _shared_out(places, find_quantities(doc), lambda q: (q.start, q.end))
    times = _shared_out(places, find_times(doc, document.published, trusts_date(document)), lambda t: t.at)
    attributions = _Attributions(find_attributions(doc, skip))
    senses = [sense_of(clause.head) for clause in found]
    told = [
        _claim(
            document,
            clause,
            senses[k],
            quantities.get(k, []),
            times.get(k, []),
            attributions.at(clause.head),
            speaks=attributions.is_cue(clause.head),
        )
        for k, clause in enumerate(found)
    ]
    inner = [_embedded(document, event, attributions.at(event.head)) for event in _events(doc, found, senses, skip)]
    return sorted([*told, *inner], key=lambda claim: (claim.start, claim.end, claim.trigger))


def _events(
    doc: Doc, found: Sequence[Clause], senses: Sequence[tuple[Sense, Token]], skip: Sequence[tuple[int, int]]
) -> Iterator[Event]:
    """The events that no clause of its own tells; they make claims beside those of the clauses."""
    told = frozenset([clause.head for clause in found] + [shown for _, shown in senses])
    for sentence in doc.sents:
        for event in embedded(sentence, told):
            if not _inside(event.start, event.end, skip):
                yield event


def _embedded(document: Document, event: Event, attribution: Attribution | None) -> Claim:
    """The claim of an event told by a noun or a complement; what a denial only mentions is not denied."""
    head, noun = event.head, event.head.pos_ in {"NOUN", "PROPN"}
    coded = codes(head, event.sense, negated=is_negated(head))
    aimed = _aimed(head, head, event.sense, attribution) if coded else []
    return Claim(
        id=identity("c", document.id, event.start, event.end, head.idx),
        document=document.id,
        start=event.start,
        end=event.end,
        kind=event.sense.kind,
        predicate=head.lemma_.lower(),
        trigger=(head.idx, head.idx + len(head)),
        told_by="noun" if noun else "complement",
        roles=tuple(in_order([*event.roles, *aimed])),
        witness=attribution.witness if attribution else None,
        witness_at=attribution.source if attribution else None,
        via=attribution.via if attribution else (),
        stance=attribution.stance if attribution and not (noun and attribution.stance == "denies") else "asserts",
        quoted=attribution.quoted if attribution else False,
        negated=is_negated(head),
        codes=coded,
        sentence=(event.sentence.start_char, event.sentence.end_char),
        made_by=f"{EMBEDDED} {attribution.rule}" if attribution and attribution.rule else EMBEDDED,
    )


def _claim(
    document: Document,
    clause: Clause,
    meant: tuple[Sense, Token],
    quantities: Sequence[Quantity],
    times: Sequence[TimeValue],
    attribution: Attribution | None,
    *,
    speaks: bool,
) -> Claim:
    """The claim of a clause.

    ``meant`` is its head's sense and the word that shows it. One that ``speaks`` is the words around a source ("police
    said on Monday"): a claim of its own that somebody spoke.
    """
    head = clause.head
    sense, shown = meant
    negated = is_negated(head)
    coded = codes(head, sense, negated=negated)
    aimed = _aimed(head, shown, sense, attribution) if coded else []
    roles = tuple(in_order([*roles_of(head, sense, shown), *aimed]))
    start, end = _within(clause, attribution)
    kind = "statement" if speaks and sense.kind in _NO_MATTER else sense.kind
    counted = [_with_role(quantity, roles, shown) for quantity in quantities]
    listed = victims(kind, roles, counted, document.text, clause.end)
    return Claim(
        id=identity("c", document.id, start, end, head.idx),
        document=document.id,
        start=start,
        end=end,
        kind=kind,
        predicate=head.lemma_.lower(),
        trigger=(head.idx, head.idx + len(head)),
        roles=roles,
        quantities=(*counted, listed) if listed else tuple(counted),
        time=_best_time(times),
        witness=attribution.witness if attribution else None,
        witness_at=attribution.source if attribution else None,
        via=attribution.via if attribution else (),
        stance=_stance(attribution, head),
        quoted=attribution.quoted if attribution else False,
        negated=negated,
        modality=modality_of(head),
        codes=coded,
        sentence=(clause.sentence.start_char, clause.sentence.end_char),
        made_by=f"{MADE_BY} {attribution.rule}" if attribution and attribution.rule else MADE_BY,
    )


def _aimed(head: Token, shown: Token, sense: Sense, attribution: Attribution | None) -> list[Role]:
    """Whom the act is aimed at; who is told what to do is the target of who says so. A source is no target."""
    tokens = [one for token in subjects(head) for one in heads(token)] if is_required(head) else targets(head, shown)
    found = roles_from([("target", token) for token in tokens], sense)
    said = attribution.source if attribution else None
    return [role for role in found if said is None or role.end <= said[0] or said[1] <= role.start]


def _within(clause: Clause, attribution: Attribution | None) -> tuple[int, int]:
    """Offsets of the clause, cut to what the source is said to know: cue and source are no part of it."""
    start, end, at = clause.start, clause.end, clause.head.idx
    for first, last in attribution.spans if attribution else ():
        if first <= at < last:
            return max(start, first), min(end, last)
    return start, end


def _stance(attribution: Attribution | None, head: Token) -> Stance:
    """The attribution's stance; what a denied clause only mentions ("the ship that sank") is not denied."""
    if attribution is None or (attribution.stance == "denies" and head.dep_ in _PRESUPPOSED):
        return "asserts"
    return attribution.stance


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _shared_out(
    places: "_Places", items: Iterable[Item], at: Callable[[Item], tuple[int, int]]
) -> dict[int, list[Item]]:
    """Gives each item to its clause, by the clause's number."""
    given: dict[int, list[Item]] = {}
    for item in items:
        k = places.clause_of(*at(item))
        if k is not None:
            given.setdefault(k, []).append(item)
    return given


def _best_time(times: Sequence[TimeValue]) -> TimeValue | None:
    """The time of a clause that has several: a resolved one before an unresolved, then the first; a clock time beside
    a day is that day's ("Bastille Day … around 10:45 p.m.").
    """
    best = min(times, key=lambda time: (time.start is None and time.end is None, time.at), default=None)
    return best and on_its_day(best, times)


def _with_role(quantity: Quantity, roles: Sequence[Role], shown: Token) -> Quantity:
    """The quantity with the role that its phrase plays; events that a light verb counts ("carried out 12 raids") are
    its object, though they play no part in themselves."""
    played = (r.role for r in roles if r.role != "target" and r.start < quantity.end and quantity.start < r.end)
    counted = shown.pos_ == "NOUN" and quantity.start <= shown.idx < quantity.end
    role = next(played, "patient" if counted else None)
    low, high = quantity.low, quantity.high
    # floats whatever the stage before made: a brief must encode to the same bytes after it was decoded
    return structs.replace(
        quantity, of=role, low=None if low is None else float(low), high=None if high is None else float(high)
    )


class _Places:
    """Which clause a stretch of the text belongs to."""

    def __init__(self, doc: Doc, found: Sequence[Clause], skip: Sequence[tuple[int, int]]) -> None:
        self._doc, self._found, self._skip = doc, found, skip
        self._spans = [(clause.start, clause.end) for clause in found]
        self._headed = {clause.head.i: k for k, clause in enumerate(found)}
        self._starts: list[int] = doc.to_array([IDX]).ravel().astype("int64").tolist()

    def clause_of(self, start: int, end: int) -> int | None:
        """The shortest clause that holds the stretch (or most of it), by number; of one that stands in none (long
        appositions are parts of no clause), that of the nearest head above it, else the nearest of its sentence.
        """
        best = max(
            ((min(end, b) - max(start, a), a - b, -k) for k, (a, b) in enumerate(self._spans) if a < end and start < b),
            default=None,
        )
        if best is not None:
            return -best[2]
        if _inside(start, end, self._skip):
            return None
        token = self._doc[bisect_right(self._starts, end - 1) - 1]
        above = next((self._headed[above.i] for above in (token, *token.ancestors) if above.i in self._headed), None)
        return self._nearest(start, end) if above is None else above

    def _nearest(self, start: int, end: int) -> int | None:
        """The clause nearest to a stretch in its sentence."""
        near = [
            (max(a - end, start - b), k)
            for k, ((a, b), clause) in enumerate(zip(self._spans, self._found, strict=True))
            if clause.sentence.start_char <= start < clause.sentence.end_char
        ]
        return min(near)[1] if near else None


class _Attributions:
    """Attributions by place: which one speaks at a token, and whether a token is a cue."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        flat = [(start, end, attribution) for attribution in attributions for start, end in attribution.spans]
        self._flat = sorted(flat, key=lambda item: (item[0], -item[1]))
        self._starts = [item[0] for item in self._flat]
        self._reach = list(accumulate((item[1] for item in self._flat), max))
        self._cues = sorted(attribution.cue for attribution in attributions if attribution.cue)

    def at(self, token: Token) -> Attribution | None:
        """The innermost attribution whose content holds the token."""
        best = None
        for k in range(bisect_right(self._starts, token.idx) - 1, -1, -1):
            start, end, attribution = self._flat[k]
            if token.idx < end and (best is None or end - start < best[0]):
                best = end - start, attribution
            if self._reach[k] <= token.idx:  # nothing that begins earlier reaches this far
                break
        return best[1] if best else None

    def is_cue(self, token: Token) -> bool:
        """Whether the token is (part of) the words that attribute."""
        k = bisect_right(self._cues, (token.idx, 1 << 60)) - 1
        return k >= 0 and self._cues[k][0] <= token.idx < self._cues[k][1]
