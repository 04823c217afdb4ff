"""The word lists of attribution, read once from the package's data files."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Kind = Literal["neutral", "deny", "doubt", "belief", "show"]

_DOUBLED = frozenset({"b", "d", "g", "m", "n", "p", "t"})


class Cue(NamedTuple):
    """A form of a cue verb: its lemma, class, frames (see ``cues.tsv``) and which form it is."""

    lemma: str
    kind: Kind
    frames: str
    form: Literal["base", "third", "past", "participle", "ing"]


def lines(name: str) -> Iterator[str]:
    """The lines of a data file of attribution, without comments and blank lines."""
    text = (files("firsthand") / "claims" / "data" / "attribution" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def cues() -> dict[str, Cue]:
    """Every form of every cue verb, in lower case."""
    table: dict[str, Cue] = {}
    for line in lines("cues.tsv"):
        lemma, kind, frames, *rest = line.split("\t")
        irregular = [form for form in rest[0].split(",") if form] if rest else []
        for form, name in _forms(lemma, irregular):
            table.setdefault(form, Cue(lemma, kind, frames, name))  # type: ignore[arg-type]
    return table


def _forms(lemma: str, irregular: list[str]) -> Iterator[tuple[str, str]]:
    stem = lemma.removesuffix("e")
    yield lemma, "base"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield lemma[:-1] + "ies", "third"
    else:
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"), "third"
    ing = [form for form in irregular if form.endswith("ing")]
    past = [form for form in irregular if not form.endswith("ing")]
    yield (ing[0] if ing else (lemma if lemma.endswith(("ee", "oe", "ye")) else stem) + "ing"), "ing"
    if past:
        yield past[0], "past"
        yield past[-1], "participle"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield lemma[:-1] + "ied", "past"
    else:
        yield stem + "ed", "past"
    if not irregular and lemma[-1] in _DOUBLED:  # admitted, admitting
        yield lemma + lemma[-1] + "ed", "past"
        yield lemma + lemma[-1] + "ing", "ing"


@cache
def cue_nouns() -> dict[str, Kind]:
    """Nouns that carry content, singular and plural, in lower case."""
    table: dict[str, Kind] = {}
    for line in lines("nouns.tsv"):
        noun, kind = line.split("\t")
        table[noun] = kind  # type: ignore[assignment]
        if noun not in {"news", "speculation", "testimony", "word"}:
            table[noun[:-1] + "ies" if noun.endswith("y") else noun + "s"] = kind  # type: ignore[assignment]
    return table


@cache
def adverbs() -> frozenset[str]:
    """Adverbs of distance (allegedly)."""
    return frozenset(lines("adverbs.txt"))


@cache
def roles() -> dict[str, str]:
    """Nouns for persons, singular and plural, with "m", "f" or "" for the gender that they tell."""
    table = {}
    for line in lines("roles.txt"):
        noun, _, gender = line.partition("\t") if "\t" in line else line.rpartition(" ")[::1]
        if gender not in {"m", "f"}:
            noun, gender = line, ""
        noun = noun.strip()
        table[noun] = gender
        table[noun[:-3] + "men" if noun.endswith("man") else noun + "s"] = gender
    return table


@cache
def media() -> tuple[frozenset[str], frozenset[str]]:
    """News organisations by name and the words that make a name one, all in lower case."""
    listed = [line.lower() for line in lines("media.txt")]
    cut = listed.index("words")
    return frozenset(listed[:cut]), frozenset(listed[cut + 1 :])


@cache
def first_names() -> dict[str, str]:
    """First names that tell the gender: lower-case name to "m" or "f"."""
    table: dict[str, str] = {}
    for line in lines("firstnames.txt"):
        gender, *names = line.split()
        for name in names:
            folded = name.lower()
            table[folded] = "" if table.get(folded, gender) != gender else gender
    return table


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    name = ""
    for line in lines("words.txt"):
        if line.startswith("["):
            name = line.strip("[]")
        table.setdefault(name, set()).update([] if line.startswith("[") else line.split())
    return {key: frozenset(found) for key, found in table.items()}


def words(name: str) -> frozenset[str]:
    """A named list of words from ``words.txt``."""
    return _word_lists()[name]
