"""The documents as cards: what each is called, whose text it is, what it was made from."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from firsthand.model import Brief, Finding, Link, Report
from firsthand.report import wording
from firsthand.report.quoting import clean
from firsthand.report.sources import Sources

_STOP = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "is", "are", "was",
     "were", "after", "over", "into", "his", "her", "its", "says", "say", "said"]
)  # fmt: skip
_LONG = 90  # characters of evidence
_READ = "en"
_ASKING = re.compile(
    r"^(?:what|why|how|who|where|when|analysis|opinion|explainer|timeline|live|photos|video)\b|\?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Card:
    """A document: ``links`` in words, what was ``removed`` by rule.

    ``mark`` is "spun", "copy", "earlier edition", "same text" (where the direction is unknown), "not analysed" (a
    language that is not read) or empty.
    """

    number: int
    id: str
    title: str
    outlet: str
    channel: str
    evidence: str
    published: str
    authors: str
    url: str | None
    path: str
    words: int
    mark: str
    links: tuple[str, ...]
    removed: tuple[tuple[str, tuple[str, ...]], ...]
    report: Report


def cards(brief: Brief, sources: Sources) -> tuple[Card, ...]:
    """The documents of a brief, numbered from 1 in its order."""
    linked: dict[str, list[tuple[Link, int]]] = defaultdict(list)
    for link in brief.links:
        if link.a in sources.order and link.b in sources.order:
            linked[link.a].append((link, sources.order[link.b]))
            linked[link.b].append((link, sources.order[link.a]))
    made = []
    for number, report in enumerate(brief.documents, 1):
        links = sorted(linked[report.id], key=lambda pair: (-pair[0].share, pair[1], pair[0].kind))
        removed: dict[str, list[str]] = defaultdict(list)
        for gone in report.removed:
            removed[gone.rule].append(clean(gone.text))
        made.append(
            Card(
                number=number,
                id=report.id,
                title=wording.headline(report),
                outlet=wording.outlet(report),
                channel=clean(report.channel.name) if report.channel and report.channel.name else "unknown",
                evidence=_evidence(report),
                published=wording.day(report.published) if report.published else "undated",
                authors=wording.listed([clean(author) for author in report.authors]),
                url=report.url if report.url and report.url.startswith(("http://", "https://")) else None,
                path=clean(report.path),
                words=len(report.text.split()),
                mark=_mark([link for link, _ in links], report),
                links=tuple(wording.linked(link, report.id, other) for link, other in links),
                removed=tuple((clean(rule), tuple(texts)) for rule, texts in removed.items()),
                report=report,
            )
        )
    return tuple(made)


def _evidence(report: Report) -> str:
    """The rule that decided on the channel and the words that it saw: "byline: “The Associated Press”"."""
    evidence = report.channel.evidence if report.channel else None
    if evidence is None:
        return ""
    words = clean(evidence.text).strip()
    if len(words) > _LONG:
        words = words[:_LONG].rsplit(" ", 1)[0] + "…"
    return f"{clean(evidence.rule)}: “{words}”" if words else clean(evidence.rule)


def _mark(links: list[Link], report: Report) -> str:
    if report.language not in (None, _READ):
        return "not analysed"
    document = report.id
    made_from = {link.kind for link in links if wording.derived(link, document)}
    for kind in ("spun", "copy"):
        if kind in made_from:
            return kind
    versions = [link for link in links if link.kind == "version" and link.direction != "unknown"]
    earlier = any(not wording.derived(link, document) for link in versions)
    if earlier:
        return "earlier edition"
    return "same text" if any(link.kind in {"copy", "spun"} and link.direction == "unknown" for link in links) else ""


def title(brief: Brief, shown: tuple[Card, ...]) -> str:
    """What the event is in a document's own words: a title that shares words with the others, of a central document.

    A document is central that takes part in many findings. Copies, spun texts and editions that a later one replaced
    are passed over, and so are titles that ask or explain.
    """
    if not shown:
        return "No documents"
    common = Counter(word for card in shown for word in _words(card.title))
    part = Counter(document for finding in brief.findings for document in _compared(finding))
    told = [card for card in shown if card.report.title and not _ASKING.search(card.title)] or list(shown)
    first = [card for card in told if not card.mark] or told

    def score(card: Card) -> float:
        words = _words(card.title)
        return (1 + part[card.id]) * sum(common[word] for word in words) / (4 + len(words))

    return max(first, key=lambda card: (score(card), -card.number)).title


def _compared(finding: Finding) -> set[str]:
    documents = {value.document for value in finding.values}
    return documents if len(documents) > 1 else set()


def _words(text: str) -> frozenset[str]:
    """The words of a title, cut to their stems."""
    words = ("".join(letter for letter in word if letter.isalnum()) for word in text.casefold().split())
    return frozenset(word[:5] for word in words if word and word not in _STOP)
