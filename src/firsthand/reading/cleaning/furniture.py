"""Takes out of a page's lines what is not the article: rules for single lines here, for runs of lines in ``blocks``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Removed
from firsthand.reading import dates
from firsthand.reading.cleaning import blocks, bylines, judge
from firsthand.reading.cleaning.lines import Line, features, folded, paragraphs, split
from firsthand.reading.cleaning.marking import is_credit, mark
from firsthand.reading.cleaning.markup import Place
from firsthand.reading.cleaning.slices import Run, Slice
from firsthand.reading.patterns import furniture
from firsthand.reading.remembering import remembered

_LONGEST = 1200
_LOOSE = frozenset(("related stories", "form", "headlines of other stories", "teaser", "label"))
"""Rules that go by what stands around a line more than by the line; where the markup is known, it knows better."""

_PHRASE_ONCE = 40
_MUCH, _MUCH_OF = 8, 0.25
_ABOVE = 8
_OPENING = 2
_STAMPED = 16
_BRACKETED = re.compile(r"\[[^\[\]]{12,160}\]$")
_READ_MORE = re.compile(r"^.{8,200}?[^.\s] (?:read more|continue reading|see more)\W*$", re.IGNORECASE)
_COUNT = re.compile(r"[\d,.]{1,6}[km]?$", re.IGNORECASE)
_SOFT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_TOKEN = re.compile(r"[\w+'-]+")
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that are the article's, what was taken out, and the date and authors that it prints.

    ``title_runs`` say where in the text a title that was found there stood.
    """

    title: str | None
    title_runs: tuple[Run, ...]
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]
    published: str | None
    authors: tuple[str, ...]


def clean(
    text: str,
    title: str | None,
    recurring: frozenset[str] = frozenset(),
    places: Sequence[Place] | None = None,
    whole_page: bool = True,
) -> Cleaned:
    """The article in a page's text. With ``title`` unknown, the first line that could be one becomes it.

    ``recurring`` are the lines, folded, that stand in other articles of the same outlet too; ``places`` say for each
    line of the text where in the HTML it stood. Of a text that is no ``whole_page`` nothing but labels and buttons is
    taken out beyond what the rules know.
    """
    ruled = by_rules(text, title, recurring, places)
    lines, found_title = ruled.lines, ruled.title
    _judged(ruled, whole_page)
    found_title = _unless_all(lines, found_title)
    taken = ruled.taken + [
        (line.number, Removed(line.text, line.rule, line.at)) for line in lines if line.rule and line.rule != "title"
    ]
    taken.sort(key=lambda pair: pair[0])
    kept = tuple(line for line in lines if line.rule is None)
    runs = next((line.runs for line in lines if line.rule == "title"), ())
    return Cleaned(found_title, runs, kept, tuple(removed for _, removed in taken), ruled.published, ruled.authors)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines with what the rules decided about them; what was cut out of lines; title, date and authors as printed."""

    lines: list[Line]
    places: list[Place] | None
    taken: list[tuple[int, Removed]]
    title: str | None
    published: str | None
    authors: tuple[str, ...]


def by_rules(
    text: str, title: str | None, recurring: frozenset[str] = frozenset(), places: Sequence[Place] | None = None
) -> Ruled:
    """What the rules make of a page's text, before the model judges what they left."""
    taken: list[tuple[int, Removed]] = []
    lines = _lines(text, title, taken, places is not None)
    _date_lines(lines, taken)
    for line in lines:
        line.rule = line.rule or line_rule(line.text)
    mark(lines)
    _recurring(lines, recurring)
    found_title = title or blocks.take_title(lines)
    blocks.repeated(lines, found_title)
    blocks.apply(lines)
    stands = [places[line.number] for line in lines] if places is not None else None
    return Ruled(lines, stands, taken, found_title, _published(lines), _authors(lines))


def _judged(ruled: Ruled, whole_page: bool) -> None:
    """Takes out what the model holds to be furniture among what the rules left, and puts back what loose rules took.

    Credits stay: they show whose text it is. A text of which the rules take out much was a whole page after all.
    """
    loose = _LOOSE if ruled.places is not None else frozenset()
    if all(line.rule and line.rule not in loose for line in ruled.lines):
        return
    taken = sum(line.rule is not None for line in ruled.lines)
    whole_page = whole_page or taken >= max(_MUCH, _MUCH_OF * len(ruled.lines))
    found = judge.judged(ruled.lines, ruled.places, ruled.title, whole_page)
    for line, out, own in zip(ruled.lines, found.furniture, found.article):
        if line.rule is None and line.kind != "credit" and out:
            line.rule = "unlike the article's lines"
        elif line.rule in loose and own:
            line.rule = None
    _restore_repeated(ruled.lines)


def _restore_repeated(lines: list[Line]) -> None:
    """A paragraph that stood twice stays once, even if the model took out the first of the two."""
    kept = {folded(line.text) for line in lines if line.rule is None}
    for line in lines:
        if line.rule == "repeated paragraph" and folded(line.text) not in kept:
            line.rule = None
            kept.add(folded(line.text))


def _unless_all(lines: list[Line], title: str | None) -> str | None:
    """A text of one paragraph is no title over nothing: then that line is the body after all."""
    taken = next((line for line in lines if line.rule == "title"), None)
    if taken is None or not taken.ends or any(line.rule is None for line in lines):
        return title
    taken.rule = None
    return None


def _lines(text: str, title: str | None, taken: list[tuple[int, Removed]], as_they_are: bool) -> list[Line]:
    """The lines with their inner furniture cut out and the title cut from a line that goes on after it.

    Paragraphs that were wrapped at a fixed width are joined unless the lines are known to be whole.
    """
    lines: list[Line] = []
    for number, raw in enumerate(split(text) if as_they_are else paragraphs(text)):
        content = _printable(raw)
        if not content.text:
            continue
        content = _cut(content, number, taken)
        if title:
            content = _cut_title(content, title, number, taken)
        if content.text:
            lines.append(features(content, number))
    return lines


def _printable(raw: Slice) -> Slice:
    """The line without control characters and the marks of encodings at its ends."""
    if _SOFT.search(raw.text):
        raw = raw.without(found.span() for found in _SOFT.finditer(raw.text))
    return raw.strip().strip("\ufeff\u200b")


def _cut(content: Slice, number: int, taken: list[tuple[int, Removed]]) -> Slice:
    """The line without stretches of furniture at its start and inside it."""
    if len(content.text) > 20 * _LONGEST:
        return content
    for rule, pattern in furniture().cut_start:
        found = pattern.match(content.text)
        while found and found.group():
            taken.append((number, Removed(found.group().strip(), rule, content.at)))
            content = content.part(found.end()).strip()
            found = pattern.match(content.text)
    low = content.text.lower()
    if any(word in low for word in furniture().cut_needs):
        inside = list(furniture().cut_inside.finditer(content.text))
        taken.extend(
            (number, Removed(found.group().strip(), "video", content.part(found.start()).at)) for found in inside
        )
        content = content.without((found.span() for found in inside), " ").strip()
    return content


def _cut_title(content: Slice, title: str, number: int, taken: list[tuple[int, Removed]]) -> Slice:
    """A line that says the title and goes on (with a date, a byline, the first sentence) keeps what goes on."""
    text = content.text
    if len(text) <= len(title) or len(title.split()) < 4 or folded(text[: len(title)]) != folded(title):
        return content
    rest = text[len(title) :]
    if not rest[0].isspace() or not re.match(r"[A-Z0-9(]", rest.lstrip()):
        return content
    taken.append((number, Removed(text[: len(title)], "repeated title", content.at)))
    return content.part(len(title)).strip()


def _recurring(lines: list[Line], recurring: frozenset[str]) -> None:
    """Takes out what the outlet prints in other articles too. Paragraphs stay: outlets repeat background verbatim."""
    for line in lines if recurring else ():
        told_again = line.rule is None and line.kind == "body" and folded(line.text) in recurring
        if told_again and (not line.real or furniture().addressed.search(line.text.lower())):
            line.rule = "stands in other articles of the outlet"


def _date_lines(lines: list[Line], taken: list[tuple[int, Removed]]) -> None:
    """Takes out date lines, and dates with a label at the head of a line; each line keeps its date."""
    for line in lines:
        found, line.stamp = dates.is_stamp_line(line.text)
        if found:
            line.rule = "date line"
        elif dates.has_label(line.text):
            start = dates.stamp(line.text)
            if start and start[0] < len(line.text):
                taken.append((line.number, Removed(line.text[: start[0]].strip(), "date line", line.at)))
                rest = features(Slice(line.text, line.runs).part(start[0]).strip(" |,;–-"), line.number)
                line.text, line.words, line.ends, line.bullet = rest.text, rest.words, rest.ends, rest.bullet
                line.runs, line.stamp = rest.runs, start[1]


def _published(lines: list[Line]) -> str | None:
    """The date that a page prints for its article: between title and third paragraph, else just above the title.

    A page's head may print today's date, and its foot those of other stories: the one is the last to be believed, the
    other never.
    """
    at = next((i for i, line in enumerate(lines) if line.rule == "title"), None)
    end = _end_of_opening(lines, at or 0)
    above = lines[max(0, at - _ABOVE) : at][::-1] if at else []
    return _dated(lines[(at or 0) : end]) or _dated(above) or _dated(lines[:end])


def _dated(lines: list[Line]) -> str | None:
    """The first date line's date, or else the first date inside a line that says more."""
    whole = (line.stamp for line in lines if line.stamp)
    short = (line for line in lines if not line.real and line.words <= _STAMPED and not line.ends)
    return next(whole, None) or next((iso for line in short if (iso := dates.inside(line.text))), None)


def _authors(lines: list[Line]) -> tuple[str, ...]:
    """The authors that a page prints between the title and the third paragraph."""
    at = next((i for i, line in enumerate(lines) if line.rule == "title"), 0)
    return bylines.authors(lines, at, _end_of_opening(lines, at))


def _end_of_opening(lines: list[Line], start: int) -> int:
    real = 0
    for i in range(start, len(lines)):
        real += lines[i].real
        if real > _OPENING:
            return i
    return len(lines)


@remembered
def line_rule(text: str) -> str | None:
    """The rule that takes a line out whatever stands around it."""
    if _NO_WORD.match(text):
        return "separator"
    if _COUNT.match(text) or (len(text) <= 2 and text.islower()):
        return "count"
    if len(text) > _LONGEST and not text.lower().startswith("newsletter sign"):
        return None
    for rule, pattern in furniture().whole:
        if pattern.fullmatch(text):
            return rule
    line = features(text, 0)
    return _teaser(line) or _visitor(line) or _menu(line)


def _teaser(line: Line) -> str | None:
    text, table = line.text, furniture()
    if _BRACKETED.match(text) and not text.endswith((".]", "!]")) and line.words >= 4 and "photo" not in text.lower():
        return "link to another story"
    content = text.lstrip("•▪●◦‣·►▶»■*–- ")
    if line.words <= 40 and table.lead.match(content):
        return "link to another story"
    if not line.ends or text.endswith("?"):
        if line.words <= 30 and table.lead_unpunctuated.match(content):
            return "link to another story"
        if line.words <= 150 and table.lead_long.match(content):
            return "link to another story"
        if line.words <= 25 and _READ_MORE.match(text):
            return "link to another story"
    return None


def _visitor(line: Line) -> str | None:
    """A line that speaks to the page's visitor and reports nobody's words."""
    table, low = furniture(), line.text.lower()
    if line.real and (table.quoted.search(low) or not table.addressed.search(_first_sentence(line.text).lower())):
        return None
    if table.unless.search(low):
        return None
    first = table.phrase.search(low)
    if first is None or is_credit(line.text):
        return None
    if line.words > _PHRASE_ONCE and table.phrase.search(low, first.end()) is None:
        return None
    return "addresses the visitor"


def _first_sentence(text: str) -> str:
    end = _SENTENCE.search(text)
    return text[: end.start() + 1] if end else text


def _menu(line: Line) -> str | None:
    """A line of nothing but words of buttons and menus."""
    if line.words > 14 or line.ends or line.tabular:
        return None
    table = furniture()
    tokens = _TOKEN.findall(line.text.lower())
    known = sum(token in table.words for token in tokens)
    strong = any(token in table.strong for token in tokens)
    if tokens and (known == len(tokens) or (strong and known >= 0.75 * len(tokens))):
        return "menu"
    return None
