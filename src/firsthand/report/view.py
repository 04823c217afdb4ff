"""What every format shows, in the order in which it is shown: the brief as rows, answers and cards of plain strings."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from firsthand.model import Brief, Entity, Finding, Moment, Problem
from firsthand.report import wording
from firsthand.report.answers import Answer, Sources, answers
from firsthand.report.cards import Card, cards, title
from firsthand.report.quoting import clean, quotation

Section = Literal["differ", "revised", "repeated", "known", "single"]
HEADINGS: dict[Section, tuple[str, str]] = {
    "differ": ("Where the reports differ", "values that cannot all be true, and denials"),
    "revised": ("Revised", "a later report replaces an earlier one"),
    "repeated": ("Repeated by many, known from one", "three documents or more, one origin: copies do not confirm"),
    "known": ("What is reported", "by the number of independent origins, then of documents"),
    "single": ("In one document only", "nothing to compare it with"),
}
_MANY = 3  # documents that repeat one origin before a reader is warned


@dataclass(frozen=True)
class Row:
    """A finding: ``title`` is its headline where one value stands, its question where several do.

    ``tally`` counts documents, channels, witnesses and origins; ``standing`` also names the witnesses.
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


@dataclass(frozen=True)
class Event:
    """A stretch of the timeline and the lines that belong to it: (text, id of a finding or ``None``)."""

    when: str
    lines: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class View:
    """A brief as every format shows it."""

    title: str
    counts: str
    period: str
    made_by: str
    sections: tuple[tuple[Section, tuple[Row, ...]], ...]
    cards: tuple[Card, ...]
    actors: tuple[tuple[str, str, int], ...]  # name, what it is, number of documents
    relations: tuple[tuple[str, tuple[int, ...]], ...]  # words, documents by number
    timeline: tuple[Event, ...]
    errors: tuple[str, ...]

    def rows(self, section: Section) -> tuple[Row, ...]:
        """The rows of a section."""
        return dict(self.sections).get(section, ())


def view(brief: Brief) -> View:
    """The brief in reading order. Same brief, same view."""
    sources = Sources(
        reports={report.id: report for report in brief.documents},
        order={report.id: number for number, report in enumerate(brief.documents, 1)},
        claims={claim.id: claim for claim in brief.claims},
        entities={entity.id: entity for entity in brief.entities},
    )
    shown = cards(brief, sources)
    published = sorted(report.published[:10] for report in brief.documents if report.published)
    return View(
        title=title(brief, shown),
        counts=_counts(brief, sources),
        period=wording.span(published[0], published[-1]) if published else "",
        made_by=f"firsthand {brief.made_by.firsthand}, {brief.made_by.pipeline}",
        sections=_sections(brief, sources),
        cards=shown,
        actors=_actors(brief),
        relations=_relations(brief, sources),
        timeline=_timeline(brief, sources),
        errors=tuple(_error(problem) for problem in brief.errors),
    )


def _error(problem: Problem) -> str:
    at = f":{problem.at}" if problem.at is not None else ""
    return clean(f"{problem.path}{at}: {problem.message}")


def _counts(brief: Brief, sources: Sources) -> str:
    known = [report for report in brief.documents if report.channel and report.channel.name]
    channels = {report.channel.name for report in known if report.channel}
    witnesses = {claim.witness_entity or claim.witness.casefold() for claim in brief.claims if claim.witness}
    parts = [
        wording.count(len(brief.documents), "document"),
        wording.count(len({wording.outlet(report) for report in brief.documents}), "outlet"),
        wording.count(len(channels), "channel"),
        wording.count(len(witnesses), "witness"),
    ]
    unknown = len(brief.documents) - len(known)
    if unknown:
        parts.append(f"{unknown} without a known channel")
    return " · ".join(parts)


def _sections(brief: Brief, sources: Sources) -> tuple[tuple[Section, tuple[Row, ...]], ...]:
    grouped: dict[Section, list[Finding]] = defaultdict(list)
    for finding in brief.findings:
        grouped[_section(finding)].append(finding)
    rows = {
        name: tuple(_row(finding, sources) for finding in sorted(grouped[name], key=_standing)) for name in HEADINGS
    }
    return tuple((name, rows[name]) for name in HEADINGS if rows[name])


def _section(finding: Finding) -> Section:
    if finding.verdict in {"conflict", "disputed"}:
        return "differ"
    if finding.verdict == "revised":
        return "revised"
    if finding.verdict == "single" or finding.documents < 2:
        return "single"
    return "repeated" if finding.origins <= 1 and finding.documents >= _MANY else "known"


def _standing(finding: Finding) -> tuple[int, int, bool, str, str]:
    """Best supported first; among equals those that carry a number."""
    return -finding.origins, -finding.documents, finding.slot == "event", finding.headline, finding.id


def _row(finding: Finding, sources: Sources) -> Row:
    found = answers(finding, sources)
    one = finding.slot == "event" or len({answer.label for answer in found}) < 2
    heading = (finding.headline or finding.ask) if one else (finding.ask or finding.headline)
    named = dict.fromkeys(name for value in finding.values if (name := sources.witness(value))) or finding.witnesses
    witnesses = tuple(sorted(_with_role(name, sources) for name in named))
    known = f" ({wording.listed(witnesses, separator=_between(witnesses))})" if witnesses else ""
    parts = [wording.count(finding.documents, "document")]
    if finding.channels:
        parts.append(wording.count(len(finding.channels), "channel"))
    parts.append(wording.count(len(witnesses), "witness") if witnesses else "no witness named")
    origins = [wording.count(finding.origins, "origin")] if finding.documents > 1 else []
    warned = finding.origins <= 1 and finding.documents >= _MANY
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
        warning=f"{finding.documents} documents, but one origin: {_origin(finding, witnesses)}" if warned else "",
    )


def _origin(finding: Finding, witnesses: tuple[str, ...]) -> str:
    """What the one origin is: its witness, else the channel whose text is repeated."""
    if witnesses:
        return wording.listed(witnesses, separator=_between(witnesses))
    if len(finding.channels) == 1:
        return f"the text of {clean(finding.channels[0])}, which names no witness"
    return "related wording, and no witness named"


def _between(names: tuple[str, ...]) -> str:
    return "; " if any("," in name for name in names) else ", "


def _with_role(name: str, sources: Sources) -> str:
    name = clean(name)
    for entity in sources.entities.values():
        if entity.role and name in (entity.name, *entity.aliases):
            role = clean(entity.role)
            return name if role.casefold() in name.casefold() else f"{name}, {role}"
    return name


def _actors(brief: Brief) -> tuple[tuple[str, str, int], ...]:
    """Who and where, the most reported first; names that only one mention carries stay out."""
    named = [entity for entity in brief.entities if len(entity.mentions) > 1]
    named.sort(key=lambda entity: (-_spread(entity), -len(entity.mentions), entity.name, entity.id))
    return tuple((clean(entity.name), clean(entity.role or entity.kind), _spread(entity)) for entity in named)


def _spread(entity: Entity) -> int:
    return len({mention.document for mention in entity.mentions})


def _relations(brief: Brief, sources: Sources) -> tuple[tuple[str, tuple[int, ...]], ...]:
    made = []
    for relation in brief.relations:
        subject, other = sources.entities.get(relation.subject), sources.entities.get(relation.object)
        if subject and other:
            claims = (sources.claims.get(claim) for claim in relation.claims)
            documents = {sources.order[claim.document] for claim in claims if claim and claim.document in sources.order}
            made.append((f"{clean(subject.name)} {relation.relation} {clean(other.name)}", tuple(sorted(documents))))
    return tuple(sorted(made, key=lambda pair: (-len(pair[1]), pair[0])))


def _timeline(brief: Brief, sources: Sources) -> tuple[Event, ...]:
    findings = {finding.id: finding for finding in brief.findings}
    made = []
    for moment in sorted(brief.timeline, key=lambda moment: (moment.start, moment.end)):
        lines: list[tuple[str, str | None]] = [
            (clean(finding.headline), finding.id) for name in moment.findings if (finding := findings.get(name))
        ]
        lines += _told(moment, findings, sources)
        if lines:
            made.append(Event(wording.span(moment.start, moment.end), tuple(lines)))
    return tuple(made)


def _told(moment: Moment, findings: dict[str, Finding], sources: Sources) -> list[tuple[str, str | None]]:
    """Claims of a moment that none of its findings shows; the same words once, with the documents that say them."""
    shown = {value.claim for name in moment.findings if name in findings for value in findings[name].values}
    said: dict[str, set[int]] = defaultdict(set)
    for name in moment.claims:
        claim = sources.claims.get(name)
        if claim and name not in shown and claim.document in sources.reports:
            text, whole = sources.reports[claim.document].text, (claim.start, claim.end)
            said[quotation(text, *whole, sentence=whole, limit=160).text].add(sources.order[claim.document])
    return [(f"“{words}” {wording.numbered(documents)}", None) for words, documents in said.items()]
