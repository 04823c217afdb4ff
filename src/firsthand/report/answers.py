"""The answers to one finding's question: equal values together, each with its words and who is said to know it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model import Finding, Stance, Value
from firsthand.report import numbers, wording
from firsthand.report.quoting import Quotation, clean, quotation
from firsthand.report.sources import Sources

_BOUND_ROOM = 18  # characters before a number in which "more than" or "an estimated" may stand


@dataclass(frozen=True)
class Excerpt:
    """The same words in one or more documents (by number), and who is said to know what they say."""

    quotation: Quotation
    documents: tuple[int, ...]
    where: tuple[tuple[int, int], ...]  # (document number, offset of the marked words), in the order of ``documents``
    witness: str | None
    via: tuple[str, ...]
    stance: Stance

    @property
    def source(self) -> str:
        """The chain in words: "Elena Tarvo, via Reuters"."""
        return chain(self.witness, self.via)


@dataclass(frozen=True)
class Told:
    """Who is said to know a value, in whose text, in which documents (by number)."""

    who: str
    channels: tuple[str, ...]
    documents: tuple[int, ...]

    @property
    def words(self) -> str:
        """ "Elena Tarvo, via Reuters · Melbridge Courier", or the channel alone where no witness is named."""
        return " · ".join([*([self.who] if self.who else []), wording.listed(self.channels, 3)])


@dataclass(frozen=True)
class Answer:
    """One value and everything that supports it. ``label`` is "150 m", "Elena Tarvo", "14 March 2023" or "denied"."""

    label: str
    brief: str
    low: float | None
    high: float | None
    stance: Stance
    documents: tuple[int, ...]
    channels: tuple[str, ...]
    witnesses: tuple[str, ...]
    told: tuple[Told, ...]
    excerpts: tuple[Excerpt, ...]

    @property
    def numeric(self) -> bool:
        """Whether the value is a range of numbers."""
        return self.low is not None or self.high is not None


def chain(witness: str | None, via: Iterable[str]) -> str:
    """Who is said to know it and who passed it on; empty where the document says it in its own voice."""
    passed = ", ".join(via)
    if not witness:
        return f"via {passed}" if passed else ""
    return f"{witness}, via {passed}" if passed else witness


def answers(finding: Finding, sources: Sources) -> tuple[Answer, ...]:
    """A finding's values, equal ones as one answer: numbers ascending, else the most reported first; denials last."""
    groups: dict[tuple[str, Stance], list[Value]] = {}
    in_order = sorted(finding.values, key=lambda value: (sources.order.get(value.document, 0), value.start, value.end))
    for value in in_order:
        if value.document in sources.reports:
            groups.setdefault((_key(value, finding, sources), value.stance), []).append(value)
    made = [_answer(values, finding, sources) for values in groups.values()]
    return tuple(sorted(made, key=_rank))


def _rank(answer: Answer) -> tuple[bool, float, float, int, str]:
    low = answer.low if answer.low is not None else float("-inf")
    high = answer.high if answer.high is not None else float("inf")
    if not answer.numeric:
        low = high = 0.0
    return answer.stance == "denies", low, high, -len(answer.documents), answer.label


def _answer(values: list[Value], finding: Finding, sources: Sources) -> Answer:
    first = values[0]
    witnesses = dict.fromkeys(name for value in values if (name := sources.witness(value)))
    return Answer(
        label=_commonest(_label(value, finding, sources) for value in values),
        brief=_commonest(_label(value, finding, sources, brief=True) for value in values),
        low=first.low,
        high=first.high,
        stance=first.stance,
        documents=tuple(sorted({sources.order[value.document] for value in values})),
        channels=tuple(dict.fromkeys(sources.channel(value.document) for value in values)),
        witnesses=tuple(witnesses),
        told=_told(values, sources),
        excerpts=_excerpts(values, finding.headline, sources),
    )


def _told(values: list[Value], sources: Sources) -> tuple[Told, ...]:
    """The chains that lead to a value: named witnesses first, then the texts that name none."""
    chains: dict[str, list[Value]] = {}
    for value in values:
        chains.setdefault(chain(sources.witness(value), sources.via(value)), []).append(value)
    made = []
    for who, group in chains.items():
        channels = tuple(dict.fromkeys(sources.channel(value.document) for value in group))
        made.append(Told(who, channels, tuple(sorted({sources.order[value.document] for value in group}))))
    return tuple(sorted(made, key=lambda told: (not told.who, -len(told.documents), told.documents, told.who)))


def _excerpts(values: list[Value], headline: str, sources: Sources) -> tuple[Excerpt, ...]:
    """The words of the values, the same words once; first those from which the headline was made."""
    same: dict[tuple[str, str | None, tuple[str, ...]], tuple[Quotation, list[Value]]] = {}
    for value in values:
        report, claim = sources.reports[value.document], sources.claims.get(value.claim)
        words = quotation(report.text, value.start, value.end, claim.sentence if claim else (0, 0))
        key = (_letters(words.text), sources.witness(value), sources.via(value))
        same.setdefault(key, (words, []))[1].append(value)
    made = []
    for (_, witness, via), (words, group) in same.items():
        where: dict[int, int] = {}
        for value in group:
            where.setdefault(sources.order[value.document], value.start)
        made.append(Excerpt(words, tuple(where), tuple(where.items()), witness, via, group[0].stance))
    wanted = frozenset(headline.casefold().split())

    def rank(excerpt: Excerpt) -> tuple[bool, int, tuple[int, ...]]:
        missing = len(wanted - set(excerpt.quotation.text.casefold().split()))
        return missing > 0.25 * len(wanted), -len(excerpt.documents), excerpt.documents

    return tuple(sorted(made, key=rank))


def _letters(text: str) -> str:
    """What is left of a text when case, spaces and marks do not count."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _key(value: Value, finding: Finding, sources: Sources) -> str:
    """What makes two values one answer: the same words for a range, or the same text value."""
    return _label(value, finding, sources).casefold()


def _label(value: Value, finding: Finding, sources: Sources, brief: bool = False) -> str:
    if value.low is not None or value.high is not None:
        return clean(numbers.quantity(value.low, value.high, finding.unit, _words(value, sources), brief))
    if finding.slot == "time":
        time = claim.time if (claim := sources.claims.get(value.claim)) else None
        if time and (time.start or time.end):
            return clean(wording.span(time.start or "", time.end or time.start or ""))
    if value.value:
        return wording.moment(value.value) if finding.slot == "time" else clean(value.value)
    return {"asserts": "reported", "denies": "denied", "doubts": "doubted"}[value.stance]


def _words(value: Value, sources: Sources) -> str:
    """The words that state a number, with a few before them on the same line."""
    claim, text = sources.claims.get(value.claim), sources.reports[value.document].text
    start, end = value.start, value.end
    for amount in claim.quantities if claim else ():
        if (amount.low, amount.high) == (value.low, value.high):
            start, end = amount.start, amount.end
            break
    first = max(start - _BOUND_ROOM, text.rfind("\n", 0, start) + 1, 0)
    return text[first:end]


def _commonest(labels: Iterable[str]) -> str:
    counted = Counter(labels)
    return min(counted, key=lambda label: (-counted[label], label))
