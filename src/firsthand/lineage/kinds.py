"""What kind of link two texts have, which came first, and the sentence that says why."""

from dataclasses import dataclass
from datetime import datetime

from firsthand.lineage.agencies import agency, host_of
from firsthand.lineage.credits import Credit, Weight
from firsthand.lineage.evidence import Side
from firsthand.model import Direction, Document, LinkKind

FEW = 0.06  # part of the sentences that "trivial edits" may touch
LARGE = 0.4  # share from which two texts of one channel are editions of one story
MOST = 0.6  # share from which two texts of one channel are editions whatever their dates
HALF = 0.5  # the same where one of them does not say whose text it is
SOME = 0.15  # the same for two texts of one agency
ZONES = 14  # hours that the clocks of two outlets may be apart
FULLER = 1.3  # times as many sentences
EDITION_HOURS = 36  # editions of one story follow one another within this time; later comes a follow-up


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two texts of a pair with what it says of itself and what of it stands in the other."""

    document: Document
    credit: Credit
    side: Side

    def agencies(self) -> frozenset[str]:
        """The agencies that its credit allows."""
        known = agency(self.credit.name or "") if self.credit.weight is Weight.AGENCY else None
        own = (known.name, *known.relays) if known else ()
        return frozenset((*own, *self.credit.among))


def same_channel(a: Party, b: Party) -> bool:
    """Whether both say that they are one agency's or one outlet's text."""
    if a.agencies() & b.agencies():
        return True
    return a.credit.name is not None and a.credit.name == b.credit.name


def same_agency(a: Party, b: Party) -> bool:
    """Whether both may be one agency's text."""
    return bool(a.agencies() & b.agencies())


def kind_of(a: Party, b: Party, share: float) -> LinkKind:
    """Copy, version or rewrite, for two texts whose wording is related."""
    near = _trivial(a, b)
    same = same_channel(a, b)
    if same or _may_print(a.credit, b.credit) or _may_print(b.credit, a.credit):
        if near:
            return "copy"
        large = LARGE if same else HALF
        edition = _close(a.document, b.document) and not _other_reporters(a, b)
        if share >= MOST or (edition and (share >= large or (share >= SOME and same_agency(a, b)))):
            return "version"
        return "rewrite"
    return "copy" if near and _complete(a) and _complete(b) else "rewrite"


def _may_print(one: Credit, other: Credit) -> bool:
    """Whether a text that does not say who wrote it can be the other channel's."""
    return one.weight <= Weight.ITSELF or (one.weight < Weight.SEVERAL and other.weight is Weight.AGENCY)


def _trivial(a: Party, b: Party) -> bool:
    """Whether one text is the other or its first part: nothing left out between, no number changed, hardly a word."""
    for one, two in ((a, b), (b, a)):
        body = one.side.prepared.body
        missing = [i for i in body if not _stands(one.side, i)]
        if len(missing) <= FEW * len(body) and _unbroken(two.side) and not _renumbered(one.side):
            return True
    return False


def _stands(side: Side, number: int) -> bool:
    found = side.found.get(number)
    return found is not None and (found.grade == "taken" or found.whole >= 0.8)


def _unbroken(side: Side) -> bool:
    body = side.prepared.body
    there = [i for i in body if _stands(side, i)]
    if not there:
        return False
    inside = [i for i in body if there[0] < i < there[-1]]
    return sum(i not in there for i in inside) <= FEW * len(inside)


def _complete(party: Party) -> bool:
    body = party.side.prepared.body
    return sum(_stands(party.side, i) for i in body) >= (1 - 2 * FEW) * len(body)


def _renumbered(side: Side) -> bool:
    return any(side.found[i].renumbered for i in side.prepared.body if i in side.found and _stands(side, i))


def _other_reporters(a: Party, b: Party) -> bool:
    """Whether both texts are signed, by different people: two stories of one outlet, not two editions of one."""
    first, second = ({x.casefold() for x in p.document.authors} for p in (a, b))
    return bool(first and second) and not first & second and not same_agency_only(a, b)


def same_agency_only(a: Party, b: Party) -> bool:
    """Whether both bylines are the agency's name itself, however written."""
    return all(
        p.credit.evidence is not None and p.credit.evidence.rule == "byline" and p.credit.weight is Weight.AGENCY
        for p in (a, b)
    )


def moment(document: Document) -> datetime | None:
    """When a document was published, without its zone; ``None`` if unknown."""
    try:
        return datetime.fromisoformat(document.published).replace(tzinfo=None) if document.published else None
    except ValueError:
        return None


def _timed(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) != (0, 0, 0)


def _close(a: Document, b: Document) -> bool:
    """Whether two texts were published within the time in which editions follow one another, as far as is known."""
    first, second = moment(a), moment(b)
    if first is None or second is None:
        return True
    if _timed(first) and _timed(second):
        return abs((second - first).total_seconds()) <= EDITION_HOURS * 3600
    return abs((second.date() - first.date()).days) <= 1


def _certainly_before(a: Document, b: Document) -> bool:
    """Whether a was published before b. Two outlets' clocks may stand in two zones: hours count within one only."""
    first, second = moment(a), moment(b)
    if first is None or second is None:
        return False
    if host_of(a.url) == host_of(b.url) and a.url and _timed(first) and _timed(second):
        return first < second
    hours = (second - first).total_seconds() / 3600
    return hours >= ZONES if _timed(first) and _timed(second) else first.date() < second.date()


def direction_of(a: Party, b: Party, kind: LinkKind, cites: tuple[str | None, str | None]) -> tuple[Direction, str]:
    """Which text came first and why; ``cites`` are the names by which a credits b's channel, and b a's."""
    if bool(cites[0]) != bool(cites[1]):
        user = a if cites[0] else b
        return ("b-to-a" if cites[0] else "a-to-b"), f"{_who(user)} credits {cites[0] or cites[1]}"
    if kind == "quotes":
        return "unknown", "one speaker's words; either may have heard them"
    both = same_channel(a, b)
    if kind == "copy" and both:
        for one, way in ((a, "a-to-b"), (b, "b-to-a")):
            other = b if one is a else a
            if one.document.outlet == one.credit.name != other.document.outlet:
                return ("a-to-b" if way == "a-to-b" else "b-to-a"), f"{one.credit.name} itself published it"
        return "unknown", f"both print {a.credit.name}'s text"
    if not both and kind != "version":
        ranked = {a.credit.weight, b.credit.weight}
        if Weight.AGENCY in ranked and ranked & {Weight.REPORTER, Weight.JOINT, Weight.OUTLET}:
            first = a.credit.weight is Weight.AGENCY
            return (
                "a-to-b" if first else "b-to-a"
            ), f"{(a if first else b).credit.name}'s agency text, used by {_who(b if first else a)}"
    if _certainly_before(a.document, b.document):
        return "a-to-b", "published earlier"
    if _certainly_before(b.document, a.document):
        return "b-to-a", "published earlier"
    if kind == "version" and max(a.side.prepared.size, b.side.prepared.size) >= FULLER * min(
        a.side.prepared.size, b.side.prepared.size
    ):
        first = a.side.prepared.size < b.side.prepared.size
        return ("a-to-b" if first else "b-to-a"), "the fuller edition, as a rule the later one"
    return "unknown", "nothing shows which came first"


def _who(party: Party) -> str:
    return party.document.outlet or party.credit.name or party.document.path
