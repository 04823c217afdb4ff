"""Bodies of people without a name of their own: "Russian mercenaries", "Qasimi's forces", "the Chadian army".

Found by their nouns, read to the left and right for whose they are: nationalities, an owner, a side.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from firsthand.names.data import rows, word_set
from firsthand.names.places import country_named, country_of
from firsthand.names.spans import Named

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_GAP = re.compile(r"(?:['’]s?)? (?:[\"“])?|, ")
_SIDED = re.compile(
    r" (?:(?:that|who|which) (?:are|were|have been) |now |most )?"
    r"(?P<how>loyal to|belonging to|commanded by|led by|headed by|of|under|"
    r"allied (?:to|with)|united to|aligned with|linked to|associated (?:to|with)|close to|"
    r"backed by|supported by|hired by|paid by|sent by|fighting for|fighting alongside|fighting with|working for|"
    r"backing|supporting|who support|who back|from) "
    r"(?:the |its |his )?(?:(?:[a-z][a-z-]+|General|Gen\.|Field Marshal|President|Colonel|Col\.|Marshal|Sheikh) ){0,3}$"
)
_OWNING = frozenset(("loyal to", "belonging to", "commanded by", "led by", "headed by", "of", "under"))
_COMPOUND = re.compile(r"(?P<who>.+)-(?:backed|led|allied|aligned|supported|loyal|controlled|run)$")
_REACH = 60  # characters after a noun in which the name of a side may begin

Class = Literal["people", "institution"]


class Band(NamedTuple):
    """Words that mean a body of people.

    ``noun`` is its class; ``nations`` the countries that its adjectives name; ``owner`` the mention whose people they
    are, ``side`` the one they fight for; ``prefix`` a name inside a word ("pro-Qasimi"). ``definite``: "the", "these".
    """

    document: str
    start: int
    end: int
    noun: str
    kind: Class
    nations: tuple[str, ...] = ()
    owner: Named | None = None
    side: Named | None = None
    prefix: str | None = None
    definite: bool = False
    bare: bool = True

    def named(self, text: str) -> Named:
        """The same words as a mention."""
        kind: Literal["organisation", "group"] = "organisation" if self.kind == "institution" else "group"
        return Named(self.document, self.start, self.end, text[self.start : self.end], kind)


@cache
def classes() -> Mapping[str, str]:
    """Plural nouns → their class."""
    return {noun: name for name, _, nouns in rows("people_nouns.tsv") for noun in nouns.split(",")}


@cache
def wider() -> Mapping[str, str]:
    """Classes → the class that takes them in."""
    return {name: outer for name, outer, _ in rows("people_nouns.tsv")}


@cache
def _nouns() -> re.Pattern[str]:
    nouns = sorted({*classes(), *word_set("institutions")}, key=lambda noun: (-len(noun), noun))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, nouns))})(?![\w-])", re.IGNORECASE)


def bands(document: str, text: str, mentions: Sequence[Named]) -> list[Band]:
    """The bodies of people in one document; ``mentions`` are those of the document in order of their starts."""
    return list(_Reader(document, text, mentions).bands())


class _Reader:
    def __init__(self, document: str, text: str, mentions: Sequence[Named]) -> None:
        self._document, self._text, self._mentions = document, text, mentions
        self._starts = [mention.start for mention in mentions]
        self._ends = {mention.end: mention for mention in mentions}
        self._words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        self._word_starts = [start for start, _ in self._words]

    def bands(self) -> Iterator[Band]:
        for match in _nouns().finditer(self._text):
            if self._inside_name(match.start(), match.end()):
                continue
            plural = match[0].lower() in classes()
            if _leads(self._text, match.end()) if plural else not _stands(self._text, match.end()):
                continue  # "militia leader", "army base": the noun only qualifies the next word
            yield from self._band(match.start(), match.end(), match[0].lower())

    def _inside_name(self, start: int, end: int) -> bool:
        k = bisect_right(self._starts, start) - 1
        return k >= 0 and self._mentions[k].end > start

    def _band(self, start: int, end: int, noun: str) -> Iterator[Band]:
        left = _Left(self, start)
        kind: Class = "institution" if noun in word_set("institutions") and (noun not in classes()) else "people"
        end, owner, side, nations = self._after(end, left)
        found = Band(
            self._document, left.start, end, noun if kind == "institution" else classes()[noun], kind,
            tuple(sorted({*left.nations, *nations})), owner, side, left.prefix, left.definite,
            not (left.nations or nations or owner or side or left.prefix or left.modified),
        )  # fmt: skip
        yield found
        if len(left.nations) > 1 and left.last is not None:
            yield found._replace(start=left.last.start, nations=(_nation(left.last) or "",))

    def _after(self, end: int, left: "_Left") -> tuple[int, Named | None, Named | None, tuple[str, ...]]:
        """Whom the words after the noun make its people of: new end, owner, side, nations."""
        k = bisect_left(self._starts, end)
        mention = self._mentions[k] if k < len(self._mentions) and self._starts[k] < end + _REACH else None
        told = _SIDED.match(self._text[end : mention.start]) if mention else None
        if not mention or not told:
            return end, left.owner, None, ()
        if told["how"] == "from":
            nation = country_named(mention.text) if mention.kind == "place" else None
            return (mention.end if nation else end), left.owner, None, (nation,) if nation else ()
        if left.owner is not None or (told["how"] == "of" and (mention.kind in ("place", "group") or left.nations)):
            return end, left.owner, None, ()
        owning = told["how"] in _OWNING and not left.nations
        return mention.end, mention if owning else None, None if owning else mention, ()

    def word_before(self, at: int) -> tuple[int, int] | None:
        """The word right before an offset, if nothing but a gap or a comma stands between."""
        k = bisect_left(self._word_starts, at) - 1
        if k < 0:
            return None
        start, end = self._words[k]
        return (start, end) if _GAP.fullmatch(self._text, end, at) or end == at - 1 else None

    def mention_before(self, at: int) -> Named | None:
        """The mention that ends right before an offset, its possessive aside."""
        for gap in (1, 2, 3):
            mention = self._ends.get(at - gap)
            if mention and _GAP.fullmatch(self._text, mention.end, at):
                return mention
        return None

    def text(self, start: int, end: int) -> str:
        return self._text[start:end]


_NEXT = re.compile(r" ([a-z]+)")


def _leads(text: str, end: int) -> bool:
    after = _NEXT.match(text, end)
    return after is not None and after[1] in word_set("leads") | word_set("roles")


def _stands(text: str, end: int) -> bool:
    """Whether a noun for an institution does not only qualify the next word ("army base", "military planes")."""
    after = _NEXT.match(text, end)
    if not after:
        return True
    word = after[1]
    verbs = word_set("speech") | word_set("followers")
    if word in word_set("closed") | word_set("spokes") | word_set("leads") | verbs or word.endswith(("ed", "ly")):
        return True
    return word.removesuffix("s") in word_set("state_verbs")


class _Left:
    """What stands before the noun: modifiers, nationalities, an owner, a determiner."""

    def __init__(self, reader: _Reader, start: int) -> None:
        self.start, self.nations, self.modified = start, list[str](), False
        self.owner: Named | None = None
        self.prefix: str | None = None
        self.last: Named | None = None
        self.definite = False
        at, steps = start, 0
        while steps < 6:
            steps += 1
            mention = reader.mention_before(at)
            if mention is not None:
                if not self._take(mention, reader.text(mention.end, at)):
                    return
                at = mention.start
                continue
            word = reader.word_before(at)
            if word is None:
                return
            said, gap = reader.text(*word), reader.text(word[1], at)
            low = said.lower()
            if self.nations and low in ("and", "or") and gap == " ":
                at = word[0]
                continue
            if "," in gap or not self._modifies(said, low):
                self.definite = gap == " " and low in word_set("definite")
                return
            at = self.start = word[0]

    def _take(self, mention: Named, gap: str) -> bool:
        """Read a mention before the noun; whether to read on."""
        nation = _nation(mention) or (_nation_named(mention) if gap[:1] in "'’" else None)
        if nation and (gap == " " or gap[:1] in "'’" or self.nations):
            self.last = self.last or mention
            self.nations.append(nation)
            self.start = mention.start
            return True
        if not self.nations and "," not in gap and self.owner is None and self.prefix is None:
            self.owner, self.start = mention, mention.start
        return False

    def _modifies(self, said: str, low: str) -> bool:
        compound = _COMPOUND.match(said)
        if low.startswith("pro-") or compound:
            self.prefix = said[4:] if low.startswith("pro-") else compound["who"] if compound else None
            return True
        if low in word_set("band_modifiers"):
            self.modified = True
            return True
        return False


def _nation(mention: Named) -> str | None:
    return country_of(mention.text)


def _nation_named(mention: Named) -> str | None:
    return country_named(mention.text) if mention.kind == "place" else None
