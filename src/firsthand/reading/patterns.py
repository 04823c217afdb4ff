"""The pattern tables (``data/*.toml``), compiled once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """A data file of this package as a dictionary."""
    return tomllib.loads(files("firsthand.reading").joinpath("data", name).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Furniture:
    """What pages carry beside the article (``data/furniture.toml``).

    ``phrase``, ``addressed``, ``quoted`` and ``unless`` are for a line in small letters.
    """

    whole: tuple[tuple[str, re.Pattern[str]], ...]
    phrase: re.Pattern[str]
    addressed: re.Pattern[str]
    quoted: re.Pattern[str]
    unless: re.Pattern[str]
    cut_start: tuple[tuple[str, re.Pattern[str]], ...]
    cut_inside: re.Pattern[str]
    cut_needs: tuple[str, ...]
    form: re.Pattern[str]
    related: re.Pattern[str]
    lead: re.Pattern[str]
    lead_unpunctuated: re.Pattern[str]
    lead_long: re.Pattern[str]
    strong: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """How captions, credits, bylines and datelines look (``data/marks.toml``)."""

    caption_start: re.Pattern[str]
    caption: "Needing"
    caption_exact: "Needing"
    caption_unpunctuated: "Needing"
    agency: re.Pattern[str]
    agency_only: re.Pattern[str]
    credit: re.Pattern[str]
    credit_inside: "Needing"
    credit_exact: re.Pattern[str]
    credit_tail: re.Pattern[str]
    byline: re.Pattern[str]
    byline_exact: re.Pattern[str]
    byline_above: re.Pattern[str]
    dateline: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Needing:
    """A pattern that is looked for only in lines that hold one of some pieces of text (in small letters).

    Most lines hold none, and to find that out costs a tenth of the pattern.
    """

    pattern: re.Pattern[str]
    needs: tuple[str, ...]

    def found(self, text: str, low: str) -> bool:
        """Whether the pattern stands in a line; ``low`` is the line in small letters."""
        for piece in self.needs:
            if piece in low:
                return self.pattern.search(text) is not None
        return False


def _words(patterns: list[str]) -> re.Pattern[str]:
    """Patterns that all begin at a word: the boundary is looked for once, so that most characters fail at once."""
    joined = "|".join(patterns).removeprefix(r"\b").replace(r"|\b", "|")
    return re.compile(rf"\b(?=\w)(?:{joined})")


def _any(patterns: list[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


@cache
def furniture() -> Furniture:
    """The compiled furniture table."""
    data = table("furniture.toml")
    strong = frozenset(data["vocabulary"]["strong"])
    return Furniture(
        whole=tuple((rule, _any(patterns)) for rule, patterns in data["line"].items()),
        phrase=_words(data["phrase"]["visitor"]),
        addressed=_any(data["phrase"]["addressed"], 0),
        quoted=_any(data["phrase"]["quoted"], 0),
        unless=_any(data["phrase"]["unless"], 0),
        cut_start=tuple((rule, _any(patterns)) for rule, patterns in data["cut"]["start"].items()),
        cut_inside=_any(data["cut"]["inside"]["video"]),
        cut_needs=tuple(data["cut"]["inside"]["needs"]),
        form=_any(data["head"]["form"]),
        related=_any(data["head"]["related"]),
        lead=_any(data["teaser"]["lead"]),
        lead_unpunctuated=_any(data["teaser"]["lead_unpunctuated"]),
        lead_long=_any(data["teaser"]["lead_long"]),
        strong=strong,
        words=strong | frozenset(data["vocabulary"]["weak"]),
    )


@cache
def marks() -> Marks:
    """The compiled table of marks."""
    data = table("marks.toml")
    caption, credit, byline = data["caption"], data["credit"], data["byline"]
    needs = {name: tuple(pieces) for name, pieces in data["needs"].items()}
    return Marks(
        caption_start=_any(caption["start"]),
        caption=Needing(_any(caption["any"]), needs["caption"]),
        caption_exact=Needing(_any(caption["exact"], 0), needs["caption_exact"]),
        caption_unpunctuated=Needing(_any(caption["unpunctuated"]), needs["caption_unpunctuated"]),
        agency=re.compile(caption["agency"]),
        agency_only=re.compile(caption["agency_only"]),
        credit=_any(credit["any"]),
        credit_inside=Needing(_any(credit["inside"]), needs["credit_inside"]),
        credit_exact=_any(credit["exact"], 0),
        credit_tail=re.compile(credit["tail"], re.IGNORECASE),
        byline=_any(byline["any"]),
        byline_exact=_any(byline["exact"], 0),
        byline_above=re.compile(byline["above"]),
        dateline=_any(data["dateline"]["exact"], 0),
    )
