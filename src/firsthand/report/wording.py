"""The report's own words: counts, dates, verdicts, and how one document is related to another."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from firsthand.model import Link, Report, Stance
from firsthand.report.quoting import clean

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IRREGULAR = {"witness": "witnesses", "person": "people"}
CREDIBILITY = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged",
}  # fmt: skip
STANCE: dict[Stance, str] = {"asserts": "", "denies": "denied", "doubts": "doubted"}
MEANING = {
    "conflict": "cannot all be true, and none is a revision of another",
    "disputed": "one side asserts what another denies",
    "revised": "a later report replaces an earlier one",
    "compatible": "unequal, but all can be true",
    "agree": "all give the same value",
    "single": "only one document reports it",
}
_LINKED = {  # kind: (seen from the derived text, seen from its source, where the direction is unknown)
    "copy": ("copy of", "copied in", "same text as"),
    "version": ("later edition of", "earlier edition of", "another edition of"),
    "rewrite": ("takes sentences from", "sentences taken over in", "shares sentences with"),
    "spun": ("spun copy of", "spun in", "same text with swapped words as"),
    "quotes": ("takes quotes from", "quotes taken over in", "shares quotes with"),
}


def count(many: int, noun: str) -> str:
    """ "1 witness", "3 witnesses"."""
    return f"{many:,} {noun if many == 1 else _IRREGULAR.get(noun, noun + 's')}"


def listed(names: Sequence[str], most: int = 4, separator: str = ", ") -> str:
    """ "A, B, C and 3 more"."""
    shown, rest = names[:most], len(names) - most
    return separator.join(shown) + (f" and {rest} more" if rest > 0 else "")


def numbered(documents: Iterable[int]) -> str:
    """Documents by number: "[1–4, 6]"."""
    runs: list[list[int]] = []
    for number in sorted(set(documents)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return f"[{', '.join(words)}]" if runs else ""


def day(value: str) -> str:
    """An ISO date or date and time as "14 March 2023, 10:20"; midnight is a bare date, other text stays as it is."""
    date, _, time = value.strip().partition("T")
    if not date and time[:5].replace(":", "").isdigit():
        return time[:5]
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return clean(value)
    if any(not 1 <= int(month) <= 12 for month in parts[1:2]):
        return clean(value)
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    clock = time[:5] if time[:5].replace(":", "").isdigit() and time[:5] != "00:00" else ""
    return " ".join(words) + (f", {clock}" if clock else "")


def span(start: str, end: str) -> str:
    """Two ISO dates as "14 March 2023" or "14–15 March 2023" or "30 March – 2 April 2023"."""
    if not end or start == end:
        return day(start)
    if not start:
        return f"until {day(end)}"
    first, last = day(start), day(end)
    if start[:10] == end[:10] and ", " in last:
        return f"{first}–{last.split(', ')[1]}" if ", " in first else f"{first}, until {last.split(', ')[1]}"
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{first.split()[0]}–{last}"
    if start[:4] == end[:4] and len(start) == len(end) == 10:
        return f"{first.rsplit(' ', 1)[0]} – {last}"
    return f"{first} – {last}"


def moment(value: str) -> str:
    """The value of a time finding: an ISO date, a stretch "start/end", or words."""
    start, slash, end = value.partition("/")
    return span(start, end) if slash else day(value)


def host(url: str | None) -> str | None:
    """The domain of a URL without "www."; ``None`` if it has none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def outlet(report: Report) -> str:
    """Who published a document: the outlet, else the domain, else the file."""
    return clean(report.outlet or host(report.url) or report.path.rsplit("/", 1)[-1])


def headline(report: Report) -> str:
    """A document's title, else the beginning of its text."""
    if report.title:
        return clean(report.title)
    line = clean(report.text.strip().split("\n", 1)[0])
    return line if len(line) <= 90 else line[:90].rsplit(" ", 1)[0] + "…"


def linked(link: Link, document: str, other: int) -> str:
    """How ``document`` is related to the other end of a link, number ``other``: "copy of [1], 92% of sentences"."""
    made_from, source_of, unknown = _LINKED[link.kind]
    if link.direction == "unknown":
        phrase = unknown
    else:
        phrase = made_from if derived(link, document) else source_of
    share = f", {link.share:.0%} of sentences" if link.kind != "quotes" and link.share > 0 else ""
    return f"{phrase} [{other}]{share}"


def derived(link: Link, document: str) -> bool:
    """Whether a link says that ``document`` was made from the other one."""
    return link.direction != "unknown" and (link.direction == "a-to-b") == (link.b == document)


def related(relation: str, *, many: bool) -> str:
    """A relation's verb as it is read: "fights with"; of many, "fight with"."""
    verb, _, preposition = relation.partition("-")
    return f"{verb.removesuffix('s') if many else verb} {preposition}".strip()
