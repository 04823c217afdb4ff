"""What every format shows, in the order in which it is shown: the brief as rows, answers and cards of plain strings."""

from collections import defaultdict
from dataclasses import dataclass

from firsthand.model import Brief, Entity, Finding, Moment, Problem
from firsthand.report import wording
from firsthand.report.cards import Card, cards, title
from firsthand.report.distances import Line, distances
from firsthand.report.quoting import clean, quotation
from firsthand.report.rows import Row, Section, sections
from firsthand.report.sources import Sources, sources_of


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
    distances: tuple[Line, ...]  # words, verdict, documents by number
    errors: tuple[str, ...]

    def rows(self, section: Section) -> tuple[Row, ...]:
        """The rows of a section."""
        return dict(self.sections).get(section, ())


def view(brief: Brief) -> View:
    """The brief in reading order. Same brief, same view."""
    sources = sources_of(brief)
    shown = cards(brief, sources)
    published = sorted(report.published[:10] for report in brief.documents if report.published)
    return View(
        title=title(brief, shown),
        counts=_counts(brief, sources),
        period=wording.span(published[0], published[-1]) if published else "",
        made_by=f"firsthand {brief.made_by.firsthand}, {brief.made_by.pipeline}",
        sections=sections(brief, sources),
        cards=shown,
        actors=_actors(brief),
        relations=_relations(brief, sources),
        timeline=_timeline(brief, sources),
        distances=distances(brief, sources),
        errors=tuple(_error(problem) for problem in brief.errors),
    )


def _error(problem: Problem) -> str:
    at = f":{problem.at}" if problem.at is not None else ""
    return clean(f"{problem.path}{at}: {problem.message}")


def _counts(brief: Brief, sources: Sources) -> str:
    known = [report for report in brief.documents if report.channel and report.channel.name]
    channels = {report.channel.name for report in known if report.channel}
    named = {sources.named(claim.witness, claim.witness_entity) for claim in brief.claims}
    witnesses = {name.casefold() for name in named if name}
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
            claims = [claim for id in relation.claims if (claim := sources.claims.get(id))]
            told = {claim.document for claim in claims} | {words.document for words in relation.evidence}
            documents = {sources.order[one] for one in told if one in sources.order}
            verb = wording.related(relation.relation, many=subject.kind == "group")
            made.append((f"{clean(subject.name)} {verb} {clean(other.name)}", tuple(sorted(documents))))
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
