"""What kind of thing a name names: the pipeline's votes, the words beside it, its last word, and what everybody knows."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from firsthand.names.data import rows, word_set
from firsthand.names.folding import words
from firsthand.names.known import NameKind, bodies
from firsthand.names.mentions import Named
from firsthand.names.places import country_code, country_named, country_of
from firsthand.names.similarity import word_similarity

_CUE = 1.2  # what one word beside a name weighs against one vote of the pipeline


def form(text: str) -> str:
    """The plain words of a name: what its mentions have in common over a story."""
    return " ".join(words(text))


def decided(
    found: Iterable[Named], beside: Callable[[Named], tuple[str, str]], known: Callable[[str], bool]
) -> dict[str, NameKind]:
    """The kind of each form in the story.

    ``beside`` gives the lower-case words right before and after a mention, ``known`` says whether a form is a well-known place.
    """
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    placed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mention in found:
        name = form(mention.text)
        before, after = beside(mention)
        total[name] += 1
        votes[name][mention.kind] += 1
        if before in word_set("place_cues"):
            votes[name]["place"] += _CUE
            placed[name] += 1
        if mention.title or after in ("who", "whose"):
            votes[name]["person"] += 2 * _CUE
        elif before == "the":
            votes[name]["person"] -= _CUE
            votes[name]["organisation"] += _CUE / 2
    for name, counts in votes.items():
        if _sounds_like_a_person(name) and not known(name):
            counts["person"] += 0.8 * total[name]
        if counts["place"] or placed[name] or total[name] > 3:
            counts["place"] = counts["place"] + (1.1 if " " in name or placed[name] else 0.5) * total[name] if known(name) else 0.7 * counts["place"]
    kinds = {name: _of(name, counts, known) for name, counts in votes.items()}
    _parts_of_people(kinds, votes, placed, total, known)
    _spellings_of_people(kinds, total, known)
    return kinds


@cache
def _given() -> frozenset[str]:
    return frozenset(name for _, names in rows("given.tsv") for name in names.split(","))


def _sounds_like_a_person(name: str) -> bool:
    parts = name.split()
    heads = word_set("org_heads") | word_set("place_heads")
    return 1 < len(parts) < 5 and parts[0] in _given() and not heads & set(parts)


def _of(name: str, votes: Counter[NameKind], known: Callable[[str], bool]) -> NameKind:
    if country_of(name):
        return "group"
    if country_named(name):
        return "place"
    if name in bodies():
        return bodies()[name]
    last = name.split()[-1]
    if " " in name and last in word_set("org_heads") and not (votes["place"] > 0 and known(name)):
        return "organisation"
    if " " in name and last in word_set("place_heads"):
        return "place"
    return max(sorted(votes), key=lambda kind: votes[kind])


def _parts_of_people(
    kinds: dict[str, NameKind],
    votes: dict[str, Counter[NameKind]],
    placed: Counter[str],
    total: Counter[str],
    known: Callable[[str], bool],
) -> None:
    """Single words that are a person's given name or surname in the story name that person, unless things happen in them."""
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
        if placed[name] * 4 < total[name] and (votes[name]["person"] > 0 or parts[name] * 10 >= total[name]):
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
            same = any(last == parts[-1] and first != last and word_similarity(first, parts[0]) >= 0.87 for parts in full)
        else:
            same = len(name) > 4 and any(
                count > 3 * total[name] and name[0] == surname[0] and word_similarity(name, surname) >= 0.9
                for surname, count in surnames.items()
            )
        if same:
            kinds[name] = "person"
