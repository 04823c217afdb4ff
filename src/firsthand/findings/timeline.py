"""When things happened (not when they were published): findings and claims by day."""

from collections.abc import Iterable, Sequence

from firsthand.model import Claim, Finding, Moment

_EXACT = frozenset({"minute", "hour", "daypart", "day"})


def timeline(findings: Iterable[Finding], claims: Sequence[Claim]) -> list[Moment]:
    """Moments in order; a claim counts where its time is known to the day, a finding where one of its claims does."""
    days: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    at = {claim.id: day for claim in claims if (day := _days(claim)) is not None}
    told: set[str] = set()
    for finding in findings:
        if finding.slot in {"time", "place", "person", "organisation"} or finding.verdict == "single":
            continue
        spans = sorted({at[value.claim] for value in finding.values if value.claim in at})
        if spans:
            days.setdefault(spans[0], ([], []))[0].append(finding.id)
            told |= {value.claim for value in finding.values}
    for claim_id, span in at.items():
        if claim_id not in told:
            days.setdefault(span, ([], []))[1].append(claim_id)
    return [Moment(start, end, tuple(ids), tuple(others)) for (start, end), (ids, others) in sorted(days.items())]


def _days(claim: Claim) -> tuple[str, str] | None:
    """The first and last day of what a claim says happened; ``None`` where it is not known to the day."""
    time = claim.time
    if time is None or time.start is None or time.end is None or claim.modality is not None or claim.negated:
        return None
    if time.precision not in _EXACT or time.start.startswith("T"):
        return None
    return time.start[:10], time.end[:10]
