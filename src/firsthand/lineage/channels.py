"""Whose text each document is: by what it says of itself, else by the text that it shares."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from firsthand.lineage.agencies import agency
from firsthand.lineage.credits import SEVERAL, Credit, Weight, credit
from firsthand.model import Channel, Document, Evidence, Link

LARGE = 0.5  # share of the shorter text
HALF = 0.4  # part of the adopting document's text that must be covered by passages
RELAYED = 0.3  # share from which an agency's text is another agency's that it relays


def channels(documents: Sequence[Document], links: Sequence[Link]) -> dict[str, Channel]:
    """The channel of each document by its id; ``Channel(None)`` where nothing shows it.

    A document without a credit of its own that is another's text takes over that one's channel (rule "text of").
    """
    by_id = {d.id: d for d in documents}
    credits = {d.id: credit(d) for d in documents}
    partners: dict[str, list[tuple[Link, str]]] = {d.id: [] for d in documents}
    for link in links:
        if link.kind != "quotes" and link.a in by_id and link.b in by_id:
            partners[link.a].append((link, link.b))
            partners[link.b].append((link, link.a))
    order = sorted(by_id, key=lambda i: (by_id[i].path, i))
    for identity in partners:
        partners[identity].sort(key=lambda x: (-x[0].share, by_id[x[1]].path, x[1]))
    for _ in range(3):  # a channel may reach a document over one or two others
        changed = {i: new for i in order if (new := _taken_over(by_id, credits, partners[i], i))}
        if not changed:
            break
        credits.update(changed)
    return {d.id: _channel(credits[d.id]) for d in documents}


def _channel(found: Credit) -> Channel:
    return Channel(found.name, found.evidence)


def _taken_over(
    by_id: dict[str, Document], credits: dict[str, Credit], partners: list[tuple[Link, str]], identity: str
) -> Credit | None:
    mine = credits[identity]
    for link, other in partners:
        theirs = credits[other]
        if theirs.weight is not Weight.AGENCY and not (mine.weight <= Weight.ITSELF < theirs.weight):
            continue
        if theirs.name in (None, mine.name, SEVERAL):
            continue
        if _is_theirs(by_id[identity], mine, theirs, link):
            text = f"text of {PurePosixPath(by_id[other].path).name or other}"
            shown = f"{text} ({theirs.evidence.rule}: {theirs.evidence.text})" if theirs.evidence else text
            return Credit(theirs.name, Weight.AGENCY, Evidence("text of", shown[:300]))
    return None


def _is_theirs(document: Document, mine: Credit, theirs: Credit, link: Link) -> bool:
    """Whether the link shows that the document is the other channel's text, given what it says of itself."""
    if mine.weight is Weight.SEVERAL:
        return theirs.name in mine.among
    if mine.weight is Weight.AGENCY:
        known = agency(mine.name or "")
        own = mine.evidence is not None and mine.evidence.rule in ("copyright", "dateline", "writers", "text of")
        return known is not None and not own and theirs.name in known.relays and link.share >= RELAYED
    if mine.weight > Weight.OUTLET or link.kind == "spun" or link.share < LARGE:
        return False
    return _covered(document, link) >= HALF or _speaks_as(document, theirs.name or "")


def _covered(document: Document, link: Link) -> float:
    first = link.a == document.id
    spans = [(p[0], p[1]) if first else (p[2], p[3]) for p in link.passages]
    return sum(end - start for start, end in spans) / max(1, len(document.text))


def _speaks_as(document: Document, name: str) -> bool:
    """Whether the text speaks in a channel's own voice ("told XYZ", "XYZ affiliate", "seen by XYZ")."""
    known = agency(name)
    forms = known.forms if known else (name,)
    return any(
        f"{a}{form}{b}" in document.text
        for form in forms
        for a, b in (("told ", ""), ("", " affiliate"), ("seen by ", ""))
    )
