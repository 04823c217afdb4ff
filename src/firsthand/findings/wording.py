"""Headlines and questions in plain English, made from the claims' own words, numbers first."""

import re
from collections.abc import Mapping, Sequence

from firsthand.findings.cells import Cell
from firsthand.model import Document, Range

_SPACE = re.compile(r"\s+")
_LEADING = re.compile(r"^(?:and|but|that|while|when|as|who|which|because|so|after|where|if|then|however|meanwhile)\b[\s,]*", re.I)
_QUOTES = str.maketrans("", "", "“”\"")
_LONGEST = 140
_CURRENCY = {"USD": "$", "EUR": "€", "GBP": "£"}


def say_number(number: float) -> str:
    """A number as people write it: thousands separated, no needless decimals."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0")


def say_range(value: Range) -> str:
    """A range in words: "25", "1,500–1,600", "more than 1,000", "up to 10", "about 1,500"."""
    low, high = value.low, value.high
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {say_number(high or 0)}"
    if high is None:
        round_below = low - 1
        return f"more than {say_number(round_below)}" if round_below > 9 and round_below % 10 == 0 else f"at least {say_number(low)}"
    if low == high:
        return say_number(low)
    middle = (low + high) / 2
    if low == int(low) and high == int(high) and abs(low - middle * 0.9) <= 1 and abs(high - middle * 1.1) <= 1:
        return f"about {say_number(round(middle))}"
    return f"{say_number(low)}–{say_number(high)}"


def representative(cells: Sequence[Cell], documents: Mapping[str, Document]) -> Cell:
    """The cell whose clause reads best as a headline: neither clipped nor long, with a capital or a number first."""

    def fitness(item: tuple[int, Cell]) -> tuple[float, int]:
        k, cell = item
        text = clause_text(cell, documents)
        words = len(text.split())
        fit = -abs(words - 10) - (4 if text[:1].islower() else 0) - (6 if cell.claim.modality else 0)
        fit -= 8 if re.match(r"(?:he|she|it|they|this|that|these|those|who|which)\b", text, re.I) else 0
        fit -= 5 if not cell.claim.roles else 0
        return fit, -k

    return max(enumerate(cells), key=fitness)[1]


def clause_text(cell: Cell, documents: Mapping[str, Document]) -> str:
    """The clause of a cell in one line, without quotation marks or a leading conjunction."""
    text = documents[cell.document].text[cell.claim.start : cell.claim.end]
    text = _LEADING.sub("", _SPACE.sub(" ", text.translate(_QUOTES)).strip(" ,;:.–—-"))
    return shorten(text)


def shorten(text: str, longest: int = _LONGEST) -> str:
    """The text cut at a word's end, with an ellipsis where something was left out."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def headline(cells: Sequence[Cell], documents: Mapping[str, Document], spread: Range | None) -> str:
    """One line that tells the finding: the clause, with all the values where they differ."""
    cell = representative(cells, documents)
    text = clause_text(cell, documents)
    if cell.range is not None and spread is not None:
        number = _number_words(cell, documents)
        told = say_range(spread)
        if number and number in text and cell.range != spread:
            text = text.replace(number, told, 1)
        elif not number or number not in text:
            text = f"{told}: {text}"
    elif cell.group in {"time", "place", "name"} and cell.value:
        own = documents[cell.document].text[cell.start : cell.end]
        if _SPACE.sub(" ", own) not in text:
            text = f"{own}: {text}"
    return text[:1].upper() + text[1:]


def question(cells: Sequence[Cell], documents: Mapping[str, Document]) -> str:
    """The question that the cells answer."""
    cell = representative(cells, documents)
    text = clause_text(cell, documents)
    match cell.slot:
        case "count":
            return _how_many(cell, documents, text)
        case "money":
            return f"How much money: {text}?"
        case "distance":
            return f"How far or long: {text}?"
        case "duration":
            age = cell.quantity is not None and cell.quantity.dimension == "age"
            return f"{'How old' if age else 'How long'}: {text}?"
        case "time":
            return f"When: {_without(text, cell, documents)}?"
        case "place":
            return f"Where: {_without(text, cell, documents)}?"
        case "person" | "organisation":
            return f"Who: {_without(text, cell, documents)}?"
        case _:
            return f"Did this happen, and how: {text}?"


def _how_many(cell: Cell, documents: Mapping[str, Document], text: str) -> str:
    source = documents[cell.document].text
    number = _number_words(cell, documents)
    counted = _SPACE.sub(" ", source[cell.start : cell.end]).translate(_QUOTES)
    noun = counted.replace(number, "", 1).strip(" ,") if number else counted
    noun = noun or ("people" if cell.quantity and cell.quantity.unit == "person" else "")
    at = text.find(counted)
    if at == 0 and noun:
        return f"How many {noun}{text[len(counted):]}?"
    if noun:
        return f"How many {noun}: {text}?"
    return f"How many: {text}?"


def _number_words(cell: Cell, documents: Mapping[str, Document]) -> str:
    """The words of a quantity's span that tell the number ("more than 1,000")."""
    source = _SPACE.sub(" ", documents[cell.document].text[cell.start : cell.end])
    found = re.match(
        r"(?:(?:more|less|fewer|at|than|least|most|about|around|some|nearly|almost|over|up|to|roughly|approximately|only|exceeded|the)\s+)*"
        r"(?:[$€£]\s?)?(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)(?:\s+(?:to|and|or)\s+[\d][\d,.]*)?(?:\s+(?:dozen|hundred|thousand|million|billion))?",
        source,
        re.I,
    )
    return found.group(0) if found else ""


def _without(text: str, cell: Cell, documents: Mapping[str, Document]) -> str:
    own = _SPACE.sub(" ", documents[cell.document].text[cell.start : cell.end])
    rest = _SPACE.sub(" ", text.replace(own, "", 1)).strip(" ,")
    return rest if len(rest.split()) >= 3 else text
