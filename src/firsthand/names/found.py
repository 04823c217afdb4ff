"""What clustering makes: the mentions of one entity, and what joined them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.model import EntityKind, Join, Mention
from firsthand.names.folding import plain
from firsthand.names.spans import Named


@dataclass
class Found:
    """One entity while it is put together: where it is named, where it is only described, why both are the same.

    ``name`` is set where the mentions hold no name to call it by ("government of Chad").
    """

    kind: EntityKind
    mentions: list[Named]
    joins: list[Join] = field(default_factory=list)
    described: list[Named] = field(default_factory=list)
    name: str | None = None

    def take(self, other: "Found", rule: str, evidence: Iterable[Mention] = ()) -> None:
        """Make another entity part of this one."""
        self.joins.append(Join(self.label, other.label, rule, tuple(evidence)))
        self.mentions += other.mentions
        self.described += other.described
        self.joins += other.joins
        self.name = self.name or other.name
        other.mentions, other.described, other.joins = [], [], []

    def name_too(self, mention: Named, rule: str) -> None:
        """Add a mention; if its words are new, the rule is why they mean the same as the first ones."""
        if self.mentions and plain(mention.text) not in {plain(other.text) for other in self.mentions}:
            self.joins.append(Join(mention.text, self.mentions[0].text, rule, where(mention, self.mentions[0])))
        self.mentions.append(mention)

    def describe(self, mention: Named, rule: str, evidence: Iterable[Mention] = ()) -> None:
        """Add words that mean it without naming it; the rule is told once for the same words, with where they stand."""
        words = plain(mention.text)
        if not any(join.rule == rule and plain(join.surface) == words for join in self.joins):
            self.joins.append(Join(mention.text, self.label, rule, (*where(mention), *evidence)))
        self.described.append(mention)

    @property
    def label(self) -> str:
        """Words that stand for it in a join: its name if it has been given one, else its fullest mention."""
        if self.name is None and self.mentions:
            return max((mention.text for mention in self.mentions), key=lambda text: (len(text.split()), len(text)))
        return self.name or (self.described[0].text if self.described else "")


def where(*mentions: Named) -> tuple[Mention, ...]:
    """The places of some mentions, as evidence."""
    return tuple(Mention(mention.document, mention.start, mention.end) for mention in mentions)


def first(mentions: Sequence[Named]) -> Named:
    """The first mention in the order of documents' ids."""
    return min(mentions, key=lambda mention: (mention.document, mention.start))
