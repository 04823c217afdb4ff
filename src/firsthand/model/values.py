"""Values as ranges: what the words of a claim allow, never more exact than they are."""

from typing import Literal

import msgspec

Basis = Literal["words", "text", "publication"]
Variant = Literal["other", "part", "whole", "left", "change", "when"]


class Range(msgspec.Struct, frozen=True, order=True):
    """A closed interval of numbers; ``None`` leaves that side open ("more than 1,000" = 1001..None)."""

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"range runs backwards: {self.low}..{self.high}")


class Quantity(msgspec.Struct, frozen=True):
    """A number that a claim states. Offsets are into the document's text.

    ``unit`` is the normalised unit ("person", "km", "year", "USD", or a singular noun such as "aircraft");
    ``noun`` the lemma of the counted noun as written ("mercenary"); ``of`` the role it counts, if it counts one;
    ``modifier`` marks words that make it another quantity ("other", "per month", "of them", "missing"), and ``variant``
    says how: ``other`` beside those counted before ("20 others", "another 25"), ``part`` of them ("three of them",
    "among them 17"), the ``whole`` of which a part is told ("10 of the 12"), those ``left`` ("girls still missing"), a
    ``change`` ("rose by 12") or, of a duration, ``when`` something was ("two weeks ago"). ``per`` is what it is told
    for one of ("month", "head", "each").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    noun: str | None = None
    modifier: str | None = None
    dimension: str = "count"  # count | money | distance | duration | age | share | clock
    variant: Variant | None = None
    per: str | None = None


class TimeValue(msgspec.Struct, frozen=True):
    """A time expression resolved against the publication date.

    ``start`` and ``end`` are ISO dates or minutes ("2017-12-26", "2017-12-27T05:10"), both inclusive, ``None`` where
    open or unresolved; ``precision`` is minute, hour, daypart, day, week, month, season, year or none; ``at`` the
    offsets of its words. ``rests_on`` says from what it was resolved: its own ``words`` ("3 May 2019"), a date that the
    ``text`` named before ("the next day") or the date of ``publication`` ("on Tuesday"); ``None`` where it was not.
    ``trusted`` is false where a date of publication that is not sure stands behind it.
    """

    start: str | None
    end: str | None
    text: str
    at: tuple[int, int] = (0, 0)
    precision: str = "none"
    rests_on: Basis | None = None
    trusted: bool = True
