"""Furniture that shows only in its surroundings: menus, lists of teasers, forms after the article, repeated titles."""

import re
from collections.abc import Iterator
from itertools import pairwise

from firsthand.reading.cleaning.lines import Line, folded, hard_bullet, prose
from firsthand.reading.patterns import furniture

_TITLE_WORDS = 30
_OPENING = 4
_GAP = 6
_SHORT_RUN = 5
_FEW = 4
_TITLE_REACH = 10
_ROW = re.compile(r"[|·•]| / |\b(?:menu|login|sign in|subscribe|newsletter|e-?paper|live tv)\b", re.IGNORECASE)
_PROMOTION = 10
_SAME_PARAGRAPH = 12
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]+(?:, [A-Z ]+)?: ")
_FORM_RULES = frozenset(("addresses the visitor", "form", "menu"))


def apply(lines: list[Line]) -> None:
    """Sets ``rule`` on the lines that rules about runs of lines take out."""
    _promotions(lines)
    _forms(lines)
    _related(lines)
    _bullets(lines)
    _questions(lines)
    _menus(lines)
    _headlines(lines)
    _tail(lines)


# the title


def take_title(lines: list[Line]) -> str | None:
    """The title of a page without metadata; short lines above it (menus, sections) are taken out.

    Of the lines above the article's paragraphs it is the one that shares most of its words with the first of them;
    failing that, the first line, if it could be a title.
    """
    kept = [line for line in lines if line.rule is None]
    opening, first = _opening(kept)
    at = _shares_words(kept[:first], opening)
    at = _by_its_place(kept, first) if at is None else at
    if at is None:
        return None
    for line in kept[:at]:
        if line.kind == "body" and (line.words <= 3 or not _stems(line.text) & opening):
            line.rule = "section"
    kept[at].rule = "title"
    return kept[at].text


def _opening(kept: list[Line]) -> tuple[set[str], int]:
    """The longer words of the article's first paragraphs, and where they begin: those of the longest run of paragraphs.

    Notices that stand above an article on its page are paragraphs too, but few.
    """
    run = max(prose((line.real for line in kept), _GAP), key=len)
    first = run[0] if run else 0
    words = {word for i in run[:_OPENING] for word in _stems(kept[i].text)}
    return words, run[min(2, len(run) - 1)] if len(run) > _SHORT_RUN else first


def _shares_words(above: list[Line], opening: set[str]) -> int | None:
    """The first line of whose longer words nearly as many return in the opening as of any, and a third at least."""
    scores: dict[int, float] = {}
    for i, line in enumerate(above):
        if line.kind != "body" or line.ends or not 4 <= line.words <= _TITLE_WORDS:
            continue
        words = _stems(line.text)
        shared = len(words & opening)
        if shared >= max(2, len(words) / 3):
            scores[i] = shared / len(words) + min(shared, 5) / 5 + (0.2 if line.words >= 6 else 0)
    best = max(scores.values(), default=0.0)
    return next((i for i, score in scores.items() if score >= 0.7 * best), None)


def _by_its_place(kept: list[Line], first: int) -> int | None:
    """The top line, if little stands above the article; else the last headline above it that is no row of links."""
    if not kept:
        return None
    if first <= _FEW:
        at = 1 if len(kept) > 1 and _is_label(kept[0], kept[1]) else 0
        fits = kept[at].kind == "body" and _could_be_title(kept[at], kept[at + 1 : at + 4])
        return at if fits else None
    for i in range(first - 1, max(-1, first - _TITLE_REACH), -1):
        line = kept[i]
        if line.kind == "body" and line.headline and line.words >= 5 and not _ROW.search(line.text):
            return i
    return None


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z0-9]{4,}", folded(text[:2000]))}


def _is_label(line: Line, after: Line) -> bool:
    """A section name over a headline: up to three words, and the next line is a headline of more."""
    return (
        line.words <= 3 and not line.ends and after.words >= 4 and after.words <= _TITLE_WORDS and after.kind == "body"
    )


def _could_be_title(line: Line, after: list[Line]) -> bool:
    if line.words > _TITLE_WORDS or line.words < 2 or line.text.endswith((":", ",", ";")) or "—" in line.text[:40]:
        return False
    if any(folded(other.text) == folded(line.text) for other in after):
        return True
    if not line.ends or line.text.endswith("?"):
        return True
    # a headline may end in a full stop: then the paragraph after it is clearly longer
    return bool(after) and line.words <= 24 and after[0].words > 1.2 * line.words and '"' not in line.text


def repeated(lines: list[Line], title: str | None) -> None:
    """Takes out further copies of the title, and copies of whole paragraphs (captions stay)."""
    same = folded(title).rstrip(". ") if title else None
    seen: set[str] = set()
    position = 0
    for line in lines:
        if line.rule:
            continue
        position += 1
        text = folded(line.text).strip("×>»•|- ").rstrip(". ")
        if same and (text == same or (position <= 4 and _begins(same, text, line))):
            line.rule = "repeated title"
        elif line.words >= _SAME_PARAGRAPH and text in seen and line.kind != "caption":
            line.rule = "repeated paragraph"
        seen.add(text)


def _begins(title: str, text: str, line: Line) -> bool:
    """Whether a line is the first words of the title, or the title and the site's name."""
    if line.ends or line.words < 3:
        return False
    return title.startswith(text) or (text.startswith(title) and text[len(title) :].lstrip()[:1] in ("|", "-", "»"))


# blocks under a head


def _forms(lines: list[Line]) -> None:
    """From the head of a comment or login form, everything to the end, once most of the article stands before it."""
    form = furniture().form
    total = sum(line.real for line in lines)
    before = 0
    for i, line in enumerate(lines):
        if line.words <= 12 and form.fullmatch(line.text):
            line.rule = "form"
            if before and (before == total or (before >= 3 and _is_form(lines[i + 1 :], before / total))):
                _take_out(lines[i + 1 :], "form")
                return
        before += line.real


def _is_form(after: list[Line], share: float) -> bool:
    """Whether what follows a head is a form or readers' comments: other lines of forms in it, or nearly all is said."""
    speaks = sum(line.rule in _FORM_RULES for line in after)
    return share >= 0.7 or (share >= 0.35 and speaks >= 2)


def _related(lines: list[Line]) -> None:
    """Under a head like "Related stories", the teasers that follow."""
    related = furniture().related
    for i, line in enumerate(lines):
        if line.words <= 10 and (line.rule in (None, "menu")) and related.fullmatch(line.text):
            line.rule = "related stories"
            _take_out(lines[i + 1 : i + 1 + _teasers(lines[i + 1 :])], "related stories")


def _teasers(after: list[Line]) -> int:
    """How many of the lines after a head are teasers: headlines, snippets cut short, and, where headline and
    snippet alternate to the very end, snippets too."""
    for count, line in enumerate(after):
        if line.rule or line.headline or line.cut_short or line.kind == "caption":
            continue
        if line.kind in ("credit", "byline"):
            return count
        if line.real or line.ends:
            return len(after) if _alternates(after, count) else count
    return len(after)


def _alternates(after: list[Line], at: int) -> bool:
    """Whether from the first snippet on headlines and snippets alternate to the end: three teasers at least."""
    rest = [line for line in after[at:] if line.rule is None]
    if at == 0 or any(not a.headline and not b.headline for a, b in pairwise(rest)):
        return False
    return sum(not line.headline for line in rest) >= 3


def _promotions(lines: list[Line]) -> None:
    """A box that asks to sign up, where its end is marked."""
    for i, line in enumerate(lines):
        if line.text.lower() == "after newsletter promotion":
            box = lines[max(0, i - _PROMOTION) : i]
            start = next((j for j, other in enumerate(box) if other.text.lower().startswith("sign up to ")), None)
            if start is not None:
                _take_out(box[start:], "advertisement")


# runs inside the article


def _runs(lines: list[Line], wanted: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches (start, end) of neighbouring lines that are wanted; lines already out do not break a run."""
    start = end = None
    for i, line in enumerate(lines):
        if wanted[i]:
            start = i if start is None else start
            end = i + 1
        elif line.rule is None and start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _bullets(lines: list[Line]) -> None:
    """Bulleted headlines between paragraphs. A list that a colon announces, that has full stops or values stays."""
    wanted = [line.rule is None and bool(line.bullet) for line in lines]
    for start, end in _runs(lines, wanted):
        run = [line for line in lines[start:end] if line.rule is None]
        if not _hangs_free(lines, start) or not any(line.real for line in lines[:start]):
            continue
        if not (hard_bullet(run[0]) or (len(run) >= 2 and run[0].bullet in "*-–")):
            continue
        if any(line.text.endswith((".", ";", ",", ":")) or line.tabular or line.words < 4 for line in run):
            continue
        if all(line.words <= 20 for line in run):
            _take_out(run, "bulleted teaser")


def _hangs_free(lines: list[Line], at: int) -> bool:
    """Whether the kept line before does not announce a list."""
    before = next((line for line in reversed(lines[:at]) if line.rule is None), None)
    return before is None or not before.text.endswith(":")


def _questions(lines: list[Line]) -> None:
    """A single long question between paragraphs that names names announces another story; several are sub-heads."""
    alone = [
        line
        for line in lines
        if line.rule is None
        and line.text.endswith("?")
        and line.words <= 20
        and line.text.count("?") == 1
        and "." not in line.text
    ]
    if len(alone) > 2:
        return
    for line in alone:
        at = lines.index(line)
        names = sum(word[0].isupper() for word in line.text.split()[1:])
        quoted = line.text[0] in "\"“'‘" or line.text.endswith(("?”", '?"'))
        quoted = quoted or _SPEAKER.match(line.text) is not None
        if line.words >= 7 and names >= 2 and not quoted and _between(lines, at):
            line.rule = "link to another story"


def _between(lines: list[Line], at: int) -> bool:
    return any(line.real for line in lines[:at]) and any(line.real for line in lines[at + 1 :])


def _menus(lines: list[Line]) -> None:
    """Three short lines or more in a row before the first paragraph or after the last one: a menu, a bar of buttons."""
    first = next((i for i, line in enumerate(lines) if line.real), len(lines))
    last = max((i for i, line in enumerate(lines) if line.real), default=-1)
    wanted = [
        line.rule is None
        and line.words <= 3
        and not line.ends
        and not line.text.endswith(":")
        and line.kind == "body"
        and not line.tabular
        for line in lines
    ]
    for start, end in _runs(lines, wanted):
        run = [line for line in lines[start:end] if line.rule is None]
        if len(run) >= 3 and (end <= first or start > last) and _hangs_free(lines, start):
            _take_out(run, "menu")


def _headlines(lines: list[Line]) -> None:
    """Two lines or more in headline case next to each other, after the first paragraph: teasers, not sub-heads."""
    started = False
    wanted = []
    for line in lines:
        started = started or line.real
        wanted.append(
            started and line.rule is None and line.kind == "body" and line.title_case and line.headline
            and line.words >= 5 and not line.text.endswith((":", ",")) and not line.tabular
        )  # fmt: skip
    for start, end in _runs(lines, wanted):
        run = [line for line in lines[start:end] if line.rule is None]
        if len(run) >= 2 and _hangs_free(lines, start):
            _take_out(run, "headlines of other stories")


def _tail(lines: list[Line]) -> None:
    """After the last paragraph: a headline with a snippet cut short, and lone labels."""
    last = max((i for i, line in enumerate(lines) if line.real), default=-1)
    if last < 0:
        return
    rest = [line for line in lines[last + 1 :] if line.rule is None]
    for line, after in pairwise(rest):
        if line.headline and after.cut_short and line.kind in ("body", "caption"):
            _take_out([line, after], "teaser")
    for line in rest:
        label = line.words <= 2 and not line.ends and line.kind == "body" and not line.bullet and not line.tabular
        if line.rule is None and label and _hangs_free(lines, lines.index(line)):
            line.rule = "label"


def _take_out(lines: list[Line], rule: str) -> None:
    for line in lines:
        if line.kind != "credit":  # a credit shows whose text it is, wherever it stands
            line.rule = line.rule or rule
