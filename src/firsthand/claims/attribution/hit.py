"""One cue and what stands around it, as it grows from a verb found to a content cut out."""

import msgspec

from firsthand.claims.attribution.lexicon import Kind
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.view import Unit


class Hit(msgspec.Struct):
    """One cue and what stands around it; tokens, end exclusive.

    ``first``..``last`` is source and cue together, ``after`` the end of those who were told.
    """

    cue: Span
    kind: Kind
    frames: str
    verb: int
    first: int
    last: int
    unit: Unit
    lemma: str = ""
    source: Span | None = None
    head: int = -1
    inverted: bool = False
    passive: bool = False
    relative: int = -1
    reduced: Span | None = None
    after: int = -1
    participle: bool = False
    inherits: bool = False
    thing: bool = False
    shape: str = ""
    outer: "Hit | None" = None
    content: list[Span] = msgspec.field(default_factory=list)

    @property
    def stop(self) -> int:
        """Where content after source and cue can begin: past who was told."""
        return max(self.last, self.after)
