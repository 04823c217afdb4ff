"""Takes out of a page's lines what is not the article: rules for single lines here, for runs of lines in ``blocks``."""

import re
from dataclasses import dataclass

from firsthand.model import Removed
from firsthand.reading import blocks, dates
from firsthand.reading.lines import Line, features, folded, split
from firsthand.reading.marking import mark
from firsthand.reading.patterns import furniture, marks

_LONGEST = 1200
_PHRASE_ONCE = 40
_BRACKETED = re.compile(r"\[[^\[\]]{12,160}\]$")
_READ_MORE = re.compile(r"^.{8,200}?[^.\s] (?:read more|continue reading|see more)\W*$", re.IGNORECASE)
_COUNT = re.compile(r"[\d,.]{1,6}[km]?$", re.IGNORECASE)
_SOFT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_TOKEN = re.compile(r"[\w+'-]+")
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that are the article's, what was taken out, and the date that a date line gave."""

    title: str | None
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...]
    published: str | None


def clean(text: str, title: str | None) -> Cleaned:
    """The article in a page's text. With ``title`` unknown, the first line that could be one becomes it."""
    taken: list[tuple[int, Removed]] = []
    lines = _lines(text, title, taken)
    published = _date_lines(lines, taken)
    for line in lines:
        line.rule = line.rule or line_rule(line)
    mark(lines)
    found_title = title or blocks.take_title(lines)
    blocks.repeated(lines, found_title)
    blocks.apply(lines)
    found_title = _unless_all(lines, found_title)
    taken += [(line.number, Removed(line.text, line.rule)) for line in lines if line.rule not in (None, "title")]
    taken.sort(key=lambda pair: pair[0])
    kept = tuple(line for line in lines if line.rule is None)
    return Cleaned(found_title, kept, tuple(removed for _, removed in taken), published)


def _unless_all(lines: list[Line], title: str | None) -> str | None:
    """A text of one paragraph is no title over nothing: then that line is the body after all."""
    taken = next((line for line in lines if line.rule == "title"), None)
    if taken is None or not taken.ends or any(line.rule is None for line in lines):
        return title
    taken.rule = None
    return None


def _lines(text: str, title: str | None, taken: list[tuple[int, Removed]]) -> list[Line]:
    """The lines with their inner furniture cut out and the title cut from a line that goes on after it."""
    lines: list[Line] = []
    for number, raw in enumerate(split(_SOFT.sub("", text))):
        content = raw.strip().strip("\ufeff\u200b")
        if not content:
            continue
        content = _cut(content, number, taken)
        if title:
            content = _cut_title(content, title, number, taken)
        if content:
            lines.append(features(content, number))
    return lines


def _cut(text: str, number: int, taken: list[tuple[int, Removed]]) -> str:
    """The line without stretches of furniture at its start and inside it."""
    if len(text) > 20 * _LONGEST:
        return text
    for rule, pattern in furniture().cut_start:
        found = pattern.match(text)
        while found and found.group():
            taken.append((number, Removed(found.group().strip(), rule)))
            text = text[found.end() :].lstrip()
            found = pattern.match(text)
    low = text.lower()
    if any(word in low for word in furniture().cut_needs):
        pattern = furniture().cut_inside
        taken.extend((number, Removed(found.group().strip(), "video")) for found in pattern.finditer(text))
        text = pattern.sub(" ", text).strip()
    return text


def _cut_title(text: str, title: str, number: int, taken: list[tuple[int, Removed]]) -> str:
    """A line that says the title and goes on (with a date, a byline, the first sentence) keeps what goes on."""
    if len(text) <= len(title) or len(title.split()) < 4 or folded(text[: len(title)]) != folded(title):
        return text
    rest = text[len(title) :]
    if not rest[0].isspace() or not re.match(r"[A-Z0-9(]", rest.lstrip()):
        return text
    taken.append((number, Removed(text[: len(title)], "repeated title")))
    return rest.strip()


def _date_lines(lines: list[Line], taken: list[tuple[int, Removed]]) -> str | None:
    """Takes out date lines; the first one within reach of the top dates the document."""
    published = None
    real = 0
    for line in lines:
        found, iso = dates.is_stamp_line(line.text)
        if found:
            line.rule = "date line"
        elif dates.has_label(line.text):
            start = dates.stamp(line.text)
            if start and start[0] < len(line.text):
                found, iso = True, start[1]
                taken.append((line.number, Removed(line.text[: start[0]].strip(), "date line")))
                rest = features(line.text[start[0] :].lstrip(" |,;–-"), line.number)
                line.text, line.words, line.ends, line.bullet = rest.text, rest.words, rest.ends, rest.bullet
        if found and published is None and real <= 2:
            published = iso
        real += line.real
    return published


def line_rule(line: Line) -> str | None:
    """The rule that takes a line out whatever stands around it."""
    text = line.text
    if _NO_WORD.match(text):
        return "separator"
    if _COUNT.match(text) or (len(text) <= 2 and text.islower()):
        return "count"
    if len(text) > _LONGEST and not text.lower().startswith("newsletter sign"):
        return None
    for rule, pattern in furniture().whole:
        if pattern.fullmatch(text):
            return rule
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
    table = furniture()
    if table.unless.search(line.text) or marks().credit.match(line.text):
        return None
    first = table.phrase.search(line.text)
    if first is None:
        return None
    if line.real and (table.quoted.search(line.text) or not table.addressed.search(_first_sentence(line.text))):
        return None
    if line.words > _PHRASE_ONCE and table.phrase.search(line.text, first.end()) is None:
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
