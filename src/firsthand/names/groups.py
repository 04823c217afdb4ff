"""Which bodies of people without a name are the same: by nationality and role, by whose they are, by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.names.armies import Placed, held, is_armed, is_civil, possessed
from firsthand.names.clusters import commonest
from firsthand.names.data import word_set
from firsthand.names.forces import Band, bands, classes, wider
from firsthand.names.found import Found, where
from firsthand.names.places import country_named, country_of
from firsthand.names.spans import Named

_SAME = {
    "military": "army", "armed forces": "army", "army forces": "army", "government troops": "government forces",
    "government soldiers": "government forces",
}  # fmt: skip

_LED = "forces of its leader"

Key = tuple[str, ...]


class _Own(NamedTuple):
    """A band with the key of what it is."""

    band: Band
    mention: Named
    key: Key
    side: Found | None = None


def grouped(texts: Mapping[str, str], mentions: Mapping[str, Sequence[Named]], founds: Sequence[Found]) -> list[Found]:
    """New entities for bodies of people without a name; those that are a named army become mentions of it.

    ``mentions`` are the story's by document, in order; ``founds`` are changed: they take what means them.
    """
    placed = Placed(founds)
    everything = [band for document, text in texts.items() for band in bands(document, text, mentions[document])]
    own = [told for band in everything if not band.bare and (told := _own(band, texts, placed))]
    made = _Groups(texts, placed, founds, own).made()
    definite = [band for band in everything if band.bare and band.definite]
    _bare(texts, definite, made)
    return [found for found, _ in made.values() if found not in founds and (found.mentions or found.described)]


def _own(band: Band, texts: Mapping[str, str], placed: Placed) -> _Own | None:
    """The key of a band: what it shares with all bands that mean the same people; None if that is not known."""
    mention = band.named(texts[band.document])
    armed = wider().get(band.noun) in ("armed", "troops")
    prefix = band.prefix and placed.called(band.prefix, band.document, band.start)
    nation = country_of(band.prefix) if band.prefix else None
    if band.kind == "institution":
        noun = _SAME.get(band.noun, band.noun)
        if len(band.nations) == 1 or noun == "government forces":
            return _Own(band, mention, ("institution", noun, *band.nations))
        owner = band.owner and placed.at(band.owner)
        return _Own(band, mention, ("of", str(id(owner)))) if owner and noun == "army" and _may_own(owner) else None
    side = (
        (band.side and placed.at(band.side))
        or prefix
        or (placed.called(nation, band.document, band.start) if nation else None)
    )
    if band.nations:
        return _Own(band, mention, ("group", wider()[band.noun], *band.nations), side)
    if not armed:
        return None
    if band.prefix and band.prefix.lower() == "government":
        return _Own(band, mention, ("institution", "government forces"))
    owner = band.owner and placed.at(band.owner)
    if prefix and texts[band.document][band.start : band.start + 4].lower() == "pro-":
        owner = prefix
    if owner:
        return _Own(band, mention, ("of", str(id(owner)))) if _may_own(owner) else None
    return _Own(band, mention, ("group", wider()[band.noun]), side) if side else None


def _may_own(owner: Found) -> bool:
    return owner.kind in ("person", "organisation") or (
        owner.kind == "place" and not any(country_named(mention.text) for mention in owner.mentions)
    )


class _Groups:
    """The entities of keys, put together step by step."""

    def __init__(self, texts: Mapping[str, str], placed: Placed, founds: Sequence[Found], own: Sequence[_Own]) -> None:
        self._texts, self._placed, self._founds, self._own = texts, placed, founds, own
        self._army: dict[int, tuple[Found, tuple[Named, ...]]] = {}

    def made(self) -> dict[Key, tuple[Found, str]]:
        """Key → its entity (a new one, or a named army) and the rule that the bands of the key follow."""
        armies = [(mention, found) for mention, found in self._placed.all() if found.kind == "organisation"]
        armies = [(mention, found) for mention, found in armies if is_armed(found)]
        self._lead(armies)
        made: dict[Key, tuple[Found, str]] = {}
        keys = self._sided()
        for told, key in zip(self._own, keys):
            if key not in made:
                made[key] = self._new(key, told)
            found, rule = made[key]
            if found in self._founds:
                proof = next((seen for army, seen in self._army.values() if army is found and rule == _LED), ())
                found.describe(told.mention, rule, where(*proof))
            else:
                found.name_too(told.mention, rule)
        _nationless(made)
        _institutions(made, self._founds)
        for found, _ in made.values():
            if found.mentions and found not in self._founds:
                found.name = commonest(mention.text for mention in found.mentions)
        self._spokesmen(made)
        return made

    def _lead(self, armies: Sequence[tuple[Named, Found]]) -> None:
        """Note each person's army: the one that they are said to lead or that is said to be theirs most often."""
        told: dict[int, Counter[int]] = defaultdict(Counter)
        seen: dict[tuple[int, int], tuple[Found, tuple[Named, ...]]] = {}
        rows = [
            *held("leads", self._texts, self._placed, armies),
            *possessed(self._texts, self._placed, armies),
        ]
        for person, one, army, other in rows:
            told[id(person)][id(army)] += 1
            seen.setdefault((id(person), id(army)), (army, (one, other)))
        for person_id, counts in told.items():
            (best, most), *rest = counts.most_common(2)
            if not rest or most > rest[0][1]:
                self._army[person_id] = seen[person_id, best]

    def _home(self, found: Found) -> Found:
        """A person's army for the person, else the same entity."""
        return self._army[id(found)][0] if id(found) in self._army else found

    def _sided(self) -> list[Key]:
        """The keys of bands, with the side that they are on.

        Bands that name no side are on the one side that bands of the key have in their document; if that happens with
        one side only in the whole story, so are those of other documents.
        """
        sides: dict[tuple[Key, str], set[int]] = defaultdict(set)
        unsided: dict[Key, set[str]] = defaultdict(set)
        for band, _, key, side in self._own:
            if side is not None:
                sides[key, band.document].add(id(self._home(side)))
            else:
                unsided[key].add(band.document)
        shared = {
            key: {side for document in documents if len(sides[key, document]) == 1 for side in sides[key, document]}
            for key, documents in unsided.items()
        }
        keys = []
        for band, _, key, side in self._own:
            here = {id(self._home(side))} if side is not None else sides[key, band.document] or shared[key]
            keys.append((*key, str(next(iter(here)))) if len(here) == 1 and key[0] == "group" else key)
        return keys

    def _new(self, key: Key, told: _Own) -> tuple[Found, str]:
        if key[0] != "of":
            group = key[0] == "group"
            rule = "same nationality and role" if group else "same institution"
            return Found("group" if group else "organisation", []), rule
        owner = next(found for found in self._founds if str(id(found)) == key[1])
        home = self._home(owner)
        if home is not owner:
            return home, _LED
        if owner.kind == "organisation" and (is_armed(owner) or not is_civil(owner)):
            return owner, "its own forces"
        return Found("organisation", []), "forces of one owner"

    def _spokesmen(self, made: dict[Key, tuple[Found, str]]) -> None:
        """Join bodies that one person speaks for."""
        bodies = [(mention, found) for found, _ in made.values() for mention in found.mentions + found.described]
        speaks: dict[int, list[tuple[Found, Named, Named]]] = defaultdict(list)
        for person, one, body, other in held("spokes", self._texts, self._placed, bodies):
            speaks[id(person)].append((body, one, other))
        for rows in speaks.values():
            home, *seen = rows[0]
            for body, *others in rows[1:]:
                if body is home or not body.mentions:
                    continue
                keys = [key for key, (found, _) in made.items() if found is body]
                if body in self._founds:
                    continue
                home.take(body, "same spokesman", where(*seen, *others))
                for key in keys:
                    made[key] = home, made[key][1]


def _nationless(made: dict[Key, tuple[Found, str]]) -> None:
    """Let "pro-government forces" be those of the one nation whose government has forces in the story."""
    bare = ("institution", "government forces")
    nations = [key for key in made if key[:2] == bare and len(key) > 2]
    if bare in made and len(nations) == 1:
        one, other = made[nations[0]][0], made[bare][0]
        one.take(other, "the only one", where(*one.mentions[:1], *other.mentions[:1]))
        made[bare] = made[nations[0]]


def _institutions(made: dict[Key, tuple[Found, str]], founds: Sequence[Found]) -> None:
    """Let "the Chadian army" and the name "Chadian Army" be one."""
    for found in founds:
        if found.kind != "organisation":
            continue
        for mention in found.mentions:
            nation, _, rest = mention.text.partition(" ")
            noun = _SAME.get(rest.lower(), rest.lower())
            if noun not in word_set("institutions") or not (country := country_of(nation)):
                continue
            key = ("institution", noun, country)
            if key in made and made[key][0] is not found:
                other = made[key][0]
                found.take(other, "same institution", where(mention, *other.mentions[:1]))
            made[key] = found, "same institution"
            break


def _bare(texts: Mapping[str, str], definite: Sequence[Band], made: Mapping[Key, tuple[Found, str]]) -> None:
    """Give "the fighters", "the army" to the body of that kind that the document named last."""
    spoken: dict[str, list[tuple[int, Key, Found, Named]]] = defaultdict(list)
    for key, (found, _) in made.items():
        for mention in {*found.mentions, *found.described}:
            spoken[mention.document].append((mention.start, key, found, mention))
    for rows in spoken.values():
        rows.sort(key=lambda row: (row[0], row[3].end, row[3].text))
    for band in definite:
        kind = ("institution", _SAME.get(band.noun, band.noun))
        kind = kind if band.kind == "institution" else ("group", wider()[band.noun])
        here = [row for row in spoken[band.document] if not row[0] <= band.start < row[3].end]
        rows = [row for row in here if row[1][:2] == kind]
        if kind[1] in ("armed", "troops"):
            literal = [row for row in here if row[1][0] in ("of", "group") and _head(row[3].text, band, texts)]
            rows = literal or rows or [row for row in here if row[1][0] == "of"]
        mention = band.named(texts[band.document])
        if rows:
            if band.kind == "institution":  # "the government" is that of the country which the document is about
                often = Counter(id(row[2]) for row in rows)
                rows = [row for row in rows if often[id(row[2])] == max(often.values())]
            antecedent = next((row for row in reversed(rows) if row[0] < band.start), rows[0])
            antecedent[2].describe(mention, "the one named before", where(antecedent[3]))
        elif kind == ("institution", "army"):
            armies = {id(found): found for key, (found, _) in made.items() if key[:2] == kind}
            if len(armies) == 1:
                found = next(iter(armies.values()))
                found.describe(mention, "the only one", where(*found.mentions[:1]))


def _head(words: str, band: Band, texts: Mapping[str, str]) -> bool:
    """Whether the words hold the noun of a band itself, number aside."""
    noun = texts[band.document][band.start : band.end].rsplit(" ", 1)[-1].lower().removesuffix("s")
    return any(word.lower().removesuffix("s") == noun for word in words.split())


def with_demonyms(nations: Iterable[Found], groups: Sequence[Found], texts: Mapping[str, str]) -> None:
    """Give "the Chadians" to the group of Chadians that the document names last, or that the story alone names.

    A nation's adjective inside the words for a group is no mention of the nation.
    """
    inside = {(m.document, at) for group in groups for m in group.mentions for at in range(m.start, m.end)}
    named: dict[tuple[str, str], list[tuple[int, Found, Named]]] = defaultdict(list)
    anywhere: dict[str, list[tuple[Found, Named]]] = defaultdict(list)
    for group in groups:
        nation = _one_nation(group)
        for mention in group.mentions if nation else ():
            named[mention.document, nation or ""].append((mention.start, group, mention))
        if nation and not _in_office(group):
            anywhere[nation].append((group, group.mentions[0]))
    for people in nations:
        kept = []
        for mention in people.mentions:
            if (mention.document, mention.start) in inside:
                continue
            nation, text = country_of(mention.text) or "", texts[mention.document]
            rows = sorted(named.get((mention.document, nation), ()), key=lambda row: row[0])
            if not _definite(mention, text):
                rows = [row for row in rows if not _in_office(row[1])]
            if not _is_noun(mention, text) or not (rows or (len(anywhere[nation]) == 1 and _definite(mention, text))):
                kept.append(mention)
                continue
            last = next((row for row in reversed(rows) if row[0] < mention.start), rows[0] if rows else None)
            group, antecedent = last[1:] if last else anywhere[nation][0]
            group.describe(mention, "the people of the group", where(antecedent))
        people.mentions = kept


def _one_nation(group: Found) -> str | None:
    """The nation of a group of people of one nation."""
    if group.kind != "group" or not group.mentions:
        return None
    found = {
        nation
        for word in group.mentions[0].text.split()
        if (bare := word.strip(",").removesuffix("'s").removesuffix("’s"))
        and (nation := country_of(bare) or country_named(bare))
    }
    return next(iter(found)) if len(found) == 1 else None


def _in_office(group: Found) -> bool:
    """Whether a group is one of office holders, whom a bare "Chadians" does not mean."""
    last = group.mentions[0].text.rsplit(" ", 1)[-1].lower()
    return classes().get(last) in word_set("office_classes")


def _definite(mention: Named, text: str) -> bool:
    return text[max(0, mention.start - 4) : mention.start].lower() == "the "


def _is_noun(mention: Named, text: str) -> bool:
    """Whether a demonym stands for people: a plural, or "the Sudanese" before no noun."""
    if mention.text.endswith("s") and not mention.text.endswith("ss"):
        return True
    before = text[max(0, mention.start - 4) : mention.start].lower()
    after = text[mention.end : mention.end + 2]
    told = text[mention.end + 1 : mention.end + 12].split(" ")[0]
    return before == "the " and (
        after[:1] in ".,;:" or told in ("had", "have", "were", "are", "was", "who", "said", "came", "went")
    )
