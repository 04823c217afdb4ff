"""What kind of thing a name names: the pipeline's votes, words beside it, its last word, what everybody knows."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from firsthand.names.data import legal_forms, word_set
from firsthand.names.folding import words
from firsthand.names.known import NameKind, bodies, given_names
from firsthand.names.places import country_code, country_named, country_of
from firsthand.names.seats import is_capital
from firsthand.names.similarity import word_similarity
from firsthand.names.spans import Named

_KINDS: tuple[NameKind, ...] = get_args(NameKind)
_CUE = 1.2  # what one word beside a name weighs against one vote of the pipeline


def form(text: str) -> str:
    """The plain words of a name: what its mentions have in common over a story."""
    return " ".join(words(text))


class _Evidence:
    """What a story says of its names: votes for each kind, how often they are named, how often things are in them."""

    def __init__(self) -> None:
        self.votes: dict[str, dict[NameKind, float]] = defaultdict(lambda: dict.fromkeys(_KINDS, 0.0))
        self.placed: Counter[str] = Counter()
        self.total: Counter[str] = Counter()

    def hear(self, mention: Named, before: str, after: str) -> None:
        """Count one mention and the words right beside it; "village of" stands for any such words."""
        name = form(mention.text)
        votes = self.votes[name]
        self.total[name] += 1
        votes[mention.kind] += 1
        if before in word_set("place_cues") or before == "village of":
            votes["place"] += _CUE if before != "village of" else 3 * _CUE
            self.placed[name] += 1
        if mention.title or after in ("who", "whose"):
            votes["person"] += 2 * _CUE
        elif after in word_set("org_cues"):
            votes["organisation"] += _CUE
        elif before == "the":
            votes["person"] -= _CUE
            votes["organisation"] += _CUE / 2

    def weigh(self, known: Callable[[str], bool]) -> None:
        """Let given names and the gazetteer have their say on every name."""
        for name, votes in self.votes.items():
            total = self.total[name]
            if known(name):
                if votes["place"] or self.placed[name] or total > 3:
                    votes["place"] += (1.1 if " " in name or self.placed[name] else 0.5) * total
                continue
            votes["place"] *= 0.7
            if not self.placed[name] and _sounds_like_a_person(name):
                votes["person"] += 0.8 * total


def decided(
    found: Iterable[Named], beside: Callable[[Named], tuple[str, str]], known: Callable[[str], bool]
) -> dict[str, NameKind]:
    """The kind of each form in the story.

    ``beside`` gives the lower-case words right before and after a mention, ``known`` says whether a form is the proper
    name of a place of some size.
    """
    evidence = _Evidence()
    for mention in found:
        evidence.hear(mention, *beside(mention))
    evidence.weigh(known)
    kinds = {name: _of(name, votes, known) for name, votes in evidence.votes.items()}
    _parts_of_people(kinds, evidence, known)
    _spellings_of_people(kinds, evidence.total, known)
    return kinds


def _sounds_like_a_person(name: str) -> bool:
    parts = name.split()
    heads = word_set("org_heads") | word_set("place_heads")
    return len(parts) < 5 and parts[0] in given_names() and not heads & set(parts)


def _of(name: str, votes: Mapping[NameKind, float], known: Callable[[str], bool]) -> NameKind:
    if country_of(name) or all(map(country_of, name.split())):
        return "group"
    if country_named(name):
        return "place"
    if name in bodies():
        return bodies()[name]
    if is_capital(name) and name not in given_names():
        return "place"
    last = name.split()[-1]
    if " " in name and last in legal_forms():
        return "organisation"
    if " " in name and last in word_set("org_heads") and not (votes["place"] > 0 and known(name)):
        return "organisation"
    if " " in name and last in word_set("place_heads"):
        return "place"
    return max(sorted(votes), key=votes.__getitem__)


def _parts_of_people(kinds: dict[str, NameKind], evidence: _Evidence, known: Callable[[str], bool]) -> None:
    """A word that is a person's given name or surname in the story names that person, unless things happen in it."""
    votes, placed, total = evidence.votes, evidence.placed, evidence.total
    parts: Counter[str] = Counter()
    for name in [name for name in kinds if name.endswith("s") and " " not in name]:
        if any(kind == "person" and full.endswith(" " + name[:-1]) for full, kind in kinds.items()):
            kinds[name] = "group"  # a family: "the Orlovs"
    for name, kind in kinds.items():
        if kind == "person" and " " in name:
            for word in {name.split()[0], name.split()[-1]}:
                parts[word] += total[name]
    for name in sorted(parts):
        own = kinds.get(name)
        if own in (None, "person") or country_code(name) or country_of(name) or name in bodies():
            continue
        if known(name) and parts[name] * 2 < total[name]:
            continue
        if placed[name] * 4 < total[name] and (votes[name]["person"] > 0 or parts[name] * 30 >= total[name]):
            kinds[name] = "person"


def _spellings_of_people(kinds: dict[str, NameKind], total: Counter[str], known: Callable[[str], bool]) -> None:
    """Rare names that misspell a person of the story, or spell them in another way, name that person."""
    full = [name.split() for name, kind in sorted(kinds.items()) if kind == "person" and " " in name]
    surnames: Counter[str] = Counter()
    for parts in full:
        surnames[parts[-1]] += total[" ".join(parts)] + total[parts[-1]]
    for name, kind in sorted(kinds.items()):
        if kind == "person" or total[name] > 2 or known(name) or country_of(name) or name in bodies():
            continue
        first, last = name.split()[0], name.split()[-1]
        if first != last:
            same = any(
                last == parts[-1] and first != last and word_similarity(first, parts[0]) >= 0.87 for parts in full
            )
        else:
            same = len(name) > 4 and any(
                count > 3 * total[name] and name[0] == surname[0] and word_similarity(name, surname) >= 0.88
                for surname, count in surnames.items()
            )
        if same:
            kinds[name] = "person"
