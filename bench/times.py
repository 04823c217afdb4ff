#!/usr/bin/env python3
"""Times against AQUAINT TimeML: how many DATE and TIME expressions are found, and how many get the right value.

    python bench/times.py aquaint-timeml.tar.xz [--errors 20]

Found is relaxed: any overlap. Expressions of type DURATION and SET, references to the present, past or future as such
("now", "recently") and the creation time itself count neither for nor against. A value is right if it equals the gold
value as exactly as that is given.
"""

import argparse
import html
import re
import tarfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import spacy

from firsthand.claims.times import find_times
from firsthand.model import TimeValue

_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_STAMP = re.compile(r"^(?:AP-NY|NYT)-\d\d-\d\d-\d\d.*", re.MULTILINE | re.DOTALL)  # the wire's own time at the foot
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Gold(NamedTuple):
    """One annotated expression."""

    start: int
    end: int
    kind: str
    value: str
    text: str


def documents(path: Path) -> Iterator[tuple[str, str, str, list[Gold]]]:
    """Name, text, creation time and annotated expressions of each document."""
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            file = archive.extractfile(member) if member.name.endswith(".tml") else None
            if file:
                yield member.name, *read(file.read().decode("utf-8", "replace"))


def read(source: str) -> tuple[str, str, list[Gold]]:
    """The text below the header with its lines joined, the day in the document's number, and the annotations."""
    source = re.sub(
        r"[^\S\n]+", " ", re.sub(r"(?<!\n)[^\S\n]*\n(?!\s*\n)", " ", _STAMP.sub("", source.replace("\r", "")))
    )
    number = re.search(r"\b[A-Z]{3}(\d{4})(\d\d)(\d\d)\.\d{4}", source)
    published = "-".join(number.groups()) if number else ""
    header = re.search(
        r"\d{4}-\d\d-\d\d[ \d:]*(?:</TIMEX3>)?[ \d:]*\s|\d\d/\d\d/\d{4}[ \d:]*",
        source[source.find(number[0]) if number else 0 :],
    )
    begin = header.end() + source.find(number[0]) if header and number else 0
    parts: list[str] = []
    gold: list[Gold] = []
    length, at = 0, begin
    for match in _TIMEX.finditer(source, begin):
        for piece, attributes in ((source[at : match.start()], ""), (match[2], match[1])):
            text = plain(piece)
            if attributes:
                gold.append(
                    Gold(
                        length, length + len(text), attribute(attributes, "type"), attribute(attributes, "value"), text
                    )
                )
            parts.append(text)
            length += len(text)
        at = match.end()
    parts.append(plain(source[at:]))
    return "".join(parts), published, gold


def attribute(attributes: str, name: str) -> str:
    match = re.search(rf'\b{name}="([^"]*)"', attributes)
    return match[1] if match else ""


def plain(source: str) -> str:
    return html.unescape(_TAG.sub("", source))


def timex(value: TimeValue, precision: str) -> str:
    """The value as TIMEX3 writes it, as exactly as ``precision``."""
    first, last = value.start or value.end, value.end or value.start
    if first is None or last is None:
        return ""
    if first.startswith("T"):
        return first
    start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    middle = start + (end - start) / 2
    if precision == "minute":
        return first
    if precision == "day":
        return str(start)
    if precision == "week":
        return "{}-W{:02}".format(*middle.isocalendar()[:2])
    if precision == "season":
        return f"{start.year}-{_SEASONS.get(start.month, '')}"
    if precision == "decade":
        return f"{start.year // 10}X"
    return f"{middle.year}-{middle.month:02}" if precision == "month" else str(middle.year)


def same(value: TimeValue, gold: str) -> bool:
    """Whether the value says what the gold value says."""
    gold = re.sub(r"-?T?(?:MO|AF|EV|NI|DT)$|(?:-XX)+$", "", gold.replace("-T", "T"))
    gold = re.sub(r"-W(\d)$", r"-W0\1", gold)
    gold = re.sub(r"T(\d):", r"T0\1:", re.sub(r"^(\d+:\d\d)$", r"T\1", gold))
    if "T" in gold:
        day, _, clock = gold.partition("T")
        told = value.start or ""
        return told.endswith(clock[:5]) and (not day or told.startswith(day))
    shapes = (
        (r"\d{4}-\d\d-\d\d", "day"),
        (r"\d{4}-W\d\d", "week"),
        (r"\d{4}-\d\d", "month"),
        (r"\d{4}-[A-Z]{2}", "season"),
        (r"\d{3}X", "decade"),
        (r"\d{4}", "year"),
    )
    precision = next((name for shape, name in shapes if re.fullmatch(shape, gold)), "")
    return bool(precision) and timex(value, precision) == gold


def overlaps(value: TimeValue, gold: Gold) -> bool:
    return value.at[0] < gold.end and gold.start < value.at[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print that many of each kind of error")
    args = parser.parse_args()
    nlp = spacy.blank("en")
    words, seconds = 0, 0.0
    hits = golds = right_told = told = valued = right = 0
    errors: dict[str, list[str]] = {"missed": [], "false": [], "value": []}
    for name, text, published, gold in documents(args.archive):
        doc = nlp.make_doc(text)
        begun = time.perf_counter()
        times = find_times(doc, published)
        words, seconds = words + len(doc), seconds + time.perf_counter() - begun
        wanted = [g for g in gold if g.kind in ("DATE", "TIME") and g.text.strip() and not g.value.endswith("_REF")]
        free = [g for g in gold if g not in wanted]
        for g in wanted:
            found = [t for t in times if overlaps(t, g)]
            golds += 1
            hits += bool(found)
            if not found:
                errors["missed"].append(f"{g.text!r} {g.value}  …{text[max(0, g.start - 40) : g.end + 25]!r}")
            elif re.match(r"T?\d", g.value):
                valued += 1
                right += any(same(t, g.value) for t in found)
                if not any(same(t, g.value) for t in found):
                    around = text[max(0, g.start - 90) : g.end + 60]
                    errors["value"].append(f"{published} {g.text!r} gold {g.value}: {found[0]} …{around!r}")
        for t in times:
            if any(overlaps(t, g) for g in wanted):
                right_told += 1
            elif any(overlaps(t, g) for g in free):
                continue
            else:
                errors["false"].append(f"{name[-25:]} {t.text!r} …{text[max(0, t.at[0] - 40) : t.at[1] + 25]!r}")
            told += 1
    precision, recall = right_told / told, hits / golds
    for kind, lines in errors.items():
        for line in lines[: args.errors]:
            print(f"{kind}: {line}")
    f1 = 2 * precision * recall / (precision + recall)
    print(f"found  F1 {f1:.1%}   precision {precision:.1%} of {told}, recall {recall:.1%} of {golds}")
    print(f"value  {right / valued:.1%} of {valued} found")
    print(f"speed  {words / seconds:,.0f} words a second")


if __name__ == "__main__":
    main()
