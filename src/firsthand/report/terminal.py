"""The brief in a terminal: what needs attention first, quotes under each value, a screenful or two unless asked."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.model import Brief
from firsthand.report import wording
from firsthand.report.answers import Answer, Excerpt
from firsthand.report.cards import Card
from firsthand.report.rows import HEADINGS, Row, Section
from firsthand.report.view import View, view

STYLES = {
    "conflict": "bold red",
    "disputed": "bold magenta",
    "revised": "bold yellow",
    "compatible": "cyan",
    "agree": "green",
    "single": "dim",
}
_MARKS = {
    "spun": "bold red", "copy": "yellow", "same text": "yellow", "earlier edition": "dim", "not analysed": "dim",
}  # fmt: skip
_QUOTED: frozenset[Section] = frozenset({"differ", "revised"})  # sections whose every answer shows its words
_LABEL = 20  # widest column of values, in characters
_INDENT = 2
_RESERVED = 4  # findings that a section may show, however long the others are
_SINGLES = 6
_EVENTS = 8
_LINES = 4  # lines of one date


def terminal(brief: Brief, console: Console, *, limit: int | None = 25) -> None:
    """Prints a brief; ``limit`` is the number of findings shown, ``None`` for all of them and the rest in full."""
    if console.is_terminal:
        _print(view(brief), console, limit)
        return
    with console.capture() as capture:  # a file or a pipe gets no padding at the ends of its lines
        _print(view(brief), console, limit)
    console.print(Text("\n".join(line.rstrip() for line in capture.get().splitlines())), soft_wrap=True)


def _print(shown: View, console: Console, limit: int | None) -> None:
    _head(console, shown)
    compared = [(name, rows) for name, rows in shown.sections if name != "single"]
    for (name, rows), most in zip(compared, shares([(name, len(rows)) for name, rows in compared], limit)):
        _heading(console, HEADINGS[name][0], HEADINGS[name][1], len(rows))
        for row in rows[:most]:
            _finding(console, row, name)
        _more(console, len(rows) - most)
    _singles(console, shown.rows("single"), limit)
    _documents(console, shown.cards, limit)
    _timeline(console, shown, limit)
    _distances(console, shown)
    _errors(console, shown.errors)


def shares(sizes: list[tuple[Section, int]], limit: int | None) -> list[int]:
    """How many rows of each section to show: a few of each, then the rest in order, the repeated ones last."""
    if limit is None or sum(size for _, size in sizes) <= limit:
        return [size for _, size in sizes]
    given: list[int] = []
    for _, size in sizes:
        given.append(min(size, _RESERVED, max(limit - sum(given), 0)))
    for index in sorted(range(len(sizes)), key=lambda index: (sizes[index][0] == "repeated", index)):
        given[index] += min(sizes[index][1] - given[index], limit - sum(given))
    return given


def _head(console: Console, shown: View) -> None:
    console.print(Text(shown.title, style="bold"))
    console.print(Text(shown.counts + (f" · {shown.period}" if shown.period else "")), style="dim")


def _heading(console: Console, words: str, note: str, many: int) -> None:
    console.print()
    line = Text.assemble((words, "bold underline"), (f"  {many}", "bold"))
    if note and len(line) + len(note) + 4 <= console.width:
        line.append(f"  {note}", "dim")
    console.print(line)


def _finding(console: Console, row: Row, section: Section) -> None:
    console.print()
    title = Table.grid(expand=True, padding=(0, 2, 0, 0))
    title.add_column(ratio=1)
    title.add_column(justify="right", no_wrap=True)
    title.add_row(Text(row.title, style="bold"), Text(row.verdict, style=STYLES[row.verdict]))
    console.print(title)
    standing = Text(row.tally if section in _QUOTED else row.standing, style="dim")
    if row.warning:
        standing.stylize("yellow")
    parts: list[Text | Table] = [standing]
    if section in _QUOTED:
        parts.append(_compared(row.answers))
        if row.why:
            parts.append(Text(f"→ {row.why}", style="italic"))
    else:
        if len(row.answers) > 1 or (row.answers and row.answers[0].numeric and row.answers[0].label not in row.title):
            parts.append(_inline(row.answers))
        parts.extend(_quote(excerpt) for excerpt in _chosen(row))
    console.print(Padding(Group(*parts), (0, 0, 0, _INDENT)))


def _chosen(row: Row) -> list[Excerpt]:
    """One quote where all agree; a second one, of another document, where values are only compatible."""
    first = [excerpt for answer in row.answers for excerpt in answer.excerpts[:1]]
    rest = [excerpt for answer in row.answers for excerpt in answer.excerpts[1:]]
    others = [excerpt for excerpt in [*first[1:], *rest] if not set(excerpt.documents) & set(first[0].documents)]
    return first[:1] + (others[:1] if row.verdict == "compatible" else [])


def _compared(answers: tuple[Answer, ...]) -> Table:
    """Values in one column, and beside each who knows it and the words that say so."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=_LABEL)
    table.add_column(ratio=1)
    for answer in answers:
        style = "magenta" if answer.stance != "asserts" else "bold"
        told = Group(_sources(answer), *[_quote(excerpt, answer) for excerpt in answer.excerpts[:1]])
        table.add_row(Text(answer.brief, style=style), told)
    return table


def _sources(answer: Answer) -> Text:
    line = Text()
    for told in answer.told:
        line.append("; " if line else "").append(told.words if told.who else f"{told.words}, no witness named")
        line.append(f" {wording.numbered(told.documents)}", "dim")
    stance = wording.STANCE[answer.stance]
    return line.append(f" · {stance}", "magenta") if stance and stance != answer.label else line


def _inline(answers: tuple[Answer, ...]) -> Text:
    """The values on one line: ">1,000 (Bloomberg) · ~1,500 (Alaywan)"."""
    line = Text()
    for answer in answers:
        who = answer.witnesses or answer.channels
        line.append(" · " if line else "").append(answer.brief, "bold")
        line.append(f" ({wording.listed(who, 2)}) {wording.numbered(answer.documents)}")
    return line


def _quote(excerpt: Excerpt, answer: Answer | None = None) -> Text:
    words, (opening, closing) = excerpt.quotation, excerpt.quotation.marks
    line = Text.assemble((opening + words.before, "dim"), (words.marked, "underline"), (words.after + closing, "dim"))
    return (
        line if answer and len(answer.excerpts) == 1 else line.append(f" {wording.numbered(excerpt.documents)}", "dim")
    )


def _singles(console: Console, rows: tuple[Row, ...], limit: int | None) -> None:
    if not rows:
        return
    _heading(console, HEADINGS["single"][0], HEADINGS["single"][1], len(rows))
    most = len(rows) if limit is None else min(_SINGLES, limit)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in rows[:most]:
        number = row.answers[0].documents if row.answers else ()
        line = Text(row.title)
        if row.witnesses:
            line.append(f" · {wording.listed(row.witnesses, 2)}", "dim")
        table.add_row(Text(wording.numbered(number), style="dim"), line)
    console.print(Padding(table, (0, 0, 0, _INDENT)))
    _more(console, len(rows) - most)


def _documents(console: Console, cards: tuple[Card, ...], limit: int | None) -> None:
    _heading(console, "Documents", "", len(cards))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for card in cards:
        table.add_row(Text(f"[{card.number}]", style="dim"), _card(card, limit))
    console.print(Padding(table, (0, 0, 0, _INDENT)))


def _card(card: Card, limit: int | None) -> Text:
    text = Text(card.title, style="bold" if not card.mark else "")
    if card.mark:
        text.append(f"  {card.mark}", _MARKS[card.mark])
    channel = f"channel {card.channel}" + (f" ({card.evidence})" if card.evidence else "")
    text.append(f"\n{card.outlet} · {channel} · {card.published}", "dim")
    if card.links:
        text.append("\n" + wording.listed(card.links, len(card.links) if limit is None else 3, "; "), "dim")
    gone = sum(len(texts) for _, texts in card.removed)
    if gone:
        rules = wording.listed([rule for rule, _ in card.removed], 3)
        text.append(f"\nremoved: {wording.count(gone, 'piece')} of the page ({rules})", "dim")
    return text


def _timeline(console: Console, shown: View, limit: int | None) -> None:
    if not shown.timeline:
        return
    _heading(console, "Timeline", "", len(shown.timeline))
    most, lines = (None, None) if limit is None else (_EVENTS, _LINES)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for event in shown.timeline[:most]:
        said = [text for text, _ in event.lines[:lines]]
        rest = len(event.lines) - len(said)
        table.add_row(Text(event.when), Text("\n".join([*said, f"… {rest} more"] if rest else said)))
    console.print(Padding(table, (0, 0, 0, _INDENT)))
    _more(console, len(shown.timeline) - len(shown.timeline[:most]))


def _distances(console: Console, shown: View) -> None:
    if not shown.distances:
        return
    _heading(console, "Stated distances and the map", "", len(shown.distances))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for words, verdict, documents in shown.distances:
        table.add_row(Text(verdict), Text(f"{words} {wording.numbered(documents)}"))
    console.print(Padding(table, (0, 0, 0, _INDENT)))


def _errors(console: Console, errors: tuple[str, ...]) -> None:
    if errors:
        _heading(console, "Errors", "", len(errors))
        for error in errors:
            console.print(Padding(Text(error, style="red"), (0, 0, 0, _INDENT)))


def _more(console: Console, rest: int) -> None:
    if rest > 0:
        console.print(Padding(Text(f"… {rest} more (--all)", style="dim"), (1, 0, 0, _INDENT)))
