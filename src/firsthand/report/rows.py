"""Findings as rows in the order in which a reader needs them; what the same words answer twice stands in one row."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from firsthand.model import Brief, Finding
from firsthand.report import wording
from firsthand.report.answers import Answer, answers
from firsthand.report.quoting import clean
from firsthand.report.sources import Sources

Section = Literal["differ", "revised", "repeated", "known", "single"]
HEADINGS: dict[Section, tuple[str, str]] = {
    "differ": ("Where the reports differ", "values that cannot all be true, and denials"),
    "revised": ("Revised", "a later report replaces an earlier one"),
    "repeated": ("Repeated by many, known from one", "three documents or more, one origin: copies do not confirm"),
    "known": ("What is reported", "by the number of independent origins, then of documents"),
    "single": ("In one document only", "nothing to compare it with"),
}
_NUMBERS = frozenset({"count", "money", "distance", "duration"})
_SAYS = {**dict.fromkeys(_NUMBERS, 0), "event": 1, "cause": 1, "time": 2}  # which of two findings says more
_SAME = 0.7  # part of the smaller finding's claims that the other shares
_MANY = 3  # documents that repeat one origin before a reader is warned


@dataclass(frozen=True)
class Row:
    """A finding: ``title`` is its headline where one value stands, its question where several do.

    ``tally`` counts documents, channels, witnesses and origins; ``standing`` also names the witnesses. ``also`` are
    the findings that only answer another question from the same words.
    """

    id: str
    title: str
    verdict: str
    why: str
    tally: str
    standing: str
    documents: int
    origins: int
    channels: tuple[str, ...]
    witnesses: tuple[str, ...]
    credibility: str
    answers: tuple[Answer, ...]
    warning: str
    also: tuple["Row", ...]


def sections(brief: Brief, sources: Sources) -> tuple[tuple[Section, tuple[Row, ...]], ...]:
    """The findings by section, those without any left out."""
    grouped: dict[Section, list[Finding]] = defaultdict(list)
    for finding in sorted(brief.findings, key=_standing):
        grouped[_section(finding)].append(finding)
    made = []
    for name in HEADINGS:
        folded = _folded(grouped[name]) if name != "single" else [(finding, []) for finding in grouped[name]]
        if folded:
            made.append((name, tuple(_row(finding, also, sources) for finding, also in folded)))
    return tuple(made)


def _folded(findings: list[Finding]) -> list[tuple[Finding, list[Finding]]]:
    """Findings with those that only answer another question from the same claims: where and when the same happened.

    What carries a number or a conflict always stands for itself.
    """
    claims = {finding.id: frozenset(value.claim for value in finding.values) for finding in findings}
    kept: list[tuple[Finding, list[Finding]]] = []
    for finding in sorted(findings, key=lambda finding: _SAYS.get(finding.slot, 3)):
        for other, also in kept:
            shared = len(claims[finding.id] & claims[other.id])
            if (
                finding.slot not in _NUMBERS
                and finding.verdict != "conflict"
                and finding.documents <= other.documents
                and shared >= _SAME * min(len(claims[finding.id]), len(claims[other.id])) > 0
            ):
                also.append(finding)
                break
        else:
            kept.append((finding, []))
    return sorted(kept, key=lambda pair: _standing(pair[0]))


def _section(finding: Finding) -> Section:
    if finding.verdict in {"conflict", "disputed"}:
        return "differ"
    if finding.verdict == "revised":
        return "revised"
    if finding.verdict == "single" or finding.documents < 2:
        return "single"
    return "repeated" if finding.origins <= 1 and finding.documents >= _MANY else "known"


def _standing(finding: Finding) -> tuple[int, int, int, bool, str, str]:
    """Best supported first; among equals those that carry a number, then those on which all agree."""
    loose = finding.verdict == "compatible"
    return -finding.origins, -finding.documents, _SAYS.get(finding.slot, 3), loose, finding.headline, finding.id


def _row(finding: Finding, also: list[Finding], sources: Sources) -> Row:
    found = answers(finding, sources)
    asks = finding.slot in _NUMBERS or finding.verdict in {"conflict", "revised"}
    one = finding.slot == "event" or not asks or len({answer.label for answer in found}) < 2
    heading = (finding.headline or finding.ask) if one else (finding.ask or finding.headline)
    named = dict.fromkeys(name for value in finding.values if (name := sources.witness(value))) or map(
        clean, finding.witnesses
    )
    witnesses = tuple(sorted(sources.introduced(name) for name in named))
    known = f" ({wording.listed(witnesses, separator=_between(witnesses))})" if witnesses else ""
    parts = [wording.count(finding.documents, "document")]
    if finding.channels:
        parts.append(wording.count(len(finding.channels), "channel"))
    parts.append(wording.count(len(witnesses), "witness") if witnesses else "no witness named")
    origins = [wording.count(finding.origins, "origin")] if finding.documents > 1 else []
    return Row(
        id=finding.id,
        title=clean(heading),
        verdict=finding.verdict,
        why=clean(finding.why),
        tally=" · ".join(parts + origins),
        standing=" · ".join(parts) + known + "".join(f" · {words}" for words in origins),
        documents=finding.documents,
        origins=finding.origins,
        channels=tuple(clean(name) for name in finding.channels),
        witnesses=witnesses,
        credibility=f"{finding.credibility} {wording.CREDIBILITY.get(finding.credibility, '')}".strip(),
        answers=found,
        warning=_warning(finding, sources),
        also=tuple(_row(other, [], sources) for other in also),
    )


def _warning(finding: Finding, sources: Sources) -> str:
    """That many documents repeat one origin, and what it is; who denies a thing is no origin of it."""
    held = [value for value in finding.values if value.stance != "denies"] or list(finding.values)
    many = len({value.document for value in held})
    if finding.origins > 1 or many < _MANY:
        return ""
    names = tuple(sorted({sources.introduced(name) for value in held if (name := sources.witness(value))}))
    if names:
        origin = wording.listed(names, separator=_between(names))
    elif len({sources.channel(value.document) for value in held}) == 1:
        origin = f"the text of {sources.channel(held[0].document)}, which names no witness"
    else:
        origin = "related wording, and no witness named"
    return f"{many} documents, but one origin: {origin}"


def _between(names: tuple[str, ...]) -> str:
    return "; " if any("," in name for name in names) else ", "
