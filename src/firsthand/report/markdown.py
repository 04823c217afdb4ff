"""The brief as Markdown (CommonMark): a heading a finding, quotes in blockquotes, no document taken as markup."""

import re

from firsthand.model import Brief
from firsthand.report import wording
from firsthand.report.answers import Answer, Excerpt
from firsthand.report.cards import Card
from firsthand.report.rows import HEADINGS, Row
from firsthand.report.view import view

_SPECIAL = re.compile(r"([\\\\`*_{}\[\]<>#|~!$])")
_LEADING = re.compile(r"^(\s*(?:\d+(?=[.)])|(?=[-+=])))")


def markdown(brief: Brief) -> str:
    """The whole brief as Markdown, ending in a line break."""
    shown = view(brief)
    lines = [f"# {escaped(shown.title)}", "", escaped(shown.counts + (f" · {shown.period}" if shown.period else ""))]
    for name, rows in shown.sections:
        heading, note = HEADINGS[name]
        lines += ["", f"## {heading} ({len(rows)})", "", f"*{note}*"]
        if name == "single":
            lines += ["", *[_single(row) for row in rows]]
        else:
            for row in rows:
                lines += _finding(row)
    lines += ["", f"## Documents ({len(shown.cards)})", ""]
    for card in shown.cards:
        lines += _card(card)
    if shown.timeline:
        lines += ["", "## Timeline", ""]
        for event in shown.timeline:
            lines += [f"- **{escaped(event.when)}**", *[f"  - {escaped(text)}" for text, _ in event.lines]]
    if shown.distances:
        lines += ["", "## Stated distances and the map", ""]
        lines += [f"- {escaped(words)}: **{verdict}** {_refs(found)}" for words, verdict, found in shown.distances]
    if shown.relations:
        lines += ["", "## Who is bound to whom", ""]
        lines += [f"- {escaped(words)} {_refs(documents)}" for words, documents in shown.relations]
    if shown.errors:
        lines += ["", f"## Errors ({len(shown.errors)})", "", *[f"- {escaped(error)}" for error in shown.errors]]
    lines += ["", f"Made by {escaped(shown.made_by)}.", ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Text in which Markdown and HTML find nothing to act on."""
    return _LEADING.sub(r"\1\\", _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;")))


def _finding(row: Row) -> list[str]:
    lines = ["", f"### {escaped(row.title)} — {row.verdict}", "", escaped(row.standing)]
    if row.warning:
        lines += ["", f"**{escaped(row.warning)}**"]
    if row.why:
        lines += ["", f"*{escaped(row.why)}*"]
    for answer in row.answers:
        lines += ["", f"- **{escaped(answer.label)}** — {_told(answer)}"]
        for excerpt in answer.excerpts:
            lines += ["", f"  > {_quote(excerpt)} {_refs(excerpt.documents)}"]
    if row.also:
        lines += ["", "The same words also answer:", ""]
        lines += [f"- {escaped(other.title)} — {_glance(other)} ({other.verdict})" for other in row.also]
    return lines


def _glance(row: Row) -> str:
    return "; ".join(f"{escaped(answer.label)} {_refs(answer.documents)}" for answer in row.answers)


def _told(answer: Answer) -> str:
    told = (
        f"{escaped(told.words)}{'' if told.who else ', no witness named'} {_refs(told.documents)}"
        for told in answer.told
    )
    stance = wording.STANCE[answer.stance]
    return "; ".join(told) + (f" ({stance})" if stance and stance != answer.label else "")


def _quote(excerpt: Excerpt) -> str:
    words, (opening, closing) = excerpt.quotation, excerpt.quotation.marks
    marked = f"**{escaped(words.marked.strip())}**" if words.marked.strip() else ""
    return f"{opening}{escaped(words.before)}{marked}{escaped(words.after)}{closing}"


def _single(row: Row) -> str:
    known = f" · {escaped(wording.listed(row.witnesses, 3))}" if row.witnesses else ""
    return f"- {escaped(row.title)}{known} {_refs(row.answers[0].documents if row.answers else ())}".rstrip()


def _card(card: Card) -> list[str]:
    name = f"[{escaped(card.title)}](<{_address(card.url)}>)" if card.url else escaped(card.title)
    channel = f"channel {escaped(card.channel)}" + (f" ({escaped(card.evidence)})" if card.evidence else "")
    mark = f" — **{card.mark}**" if card.mark else ""
    lines = [f"{card.number}. {name}{mark}  ", f"   {escaped(card.outlet)} · {channel} · {escaped(card.published)}"]
    if card.links:
        lines[-1] += "  "
        lines.append(f"   {escaped('; '.join(card.links))}")
    if card.removed:
        gone = sum(len(texts) for _, texts in card.removed)
        lines[-1] += "  "
        lines.append(
            f"   removed: {wording.count(gone, 'piece')} ({escaped(', '.join(rule for rule, _ in card.removed))})"
        )
    return lines


def _address(url: str) -> str:
    return re.sub(r"[\s<>\\\\]", lambda match: f"%{ord(match[0]):02X}", url)


def _refs(documents: tuple[int, ...]) -> str:
    return wording.numbered(documents)
