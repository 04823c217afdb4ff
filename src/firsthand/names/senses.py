"""Which of its namesakes each toponym of a story is: told by what stands beside it and by the story's other places."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from firsthand.names.folding import plain
from firsthand.names.geography import contains, country_code, country_of, distance
from firsthand.names.index import Spot

Find = Callable[[str], tuple[Spot, ...]]
LOCAL = ("town", "county", "airfield", "feature")  # kinds that are points on the map of a story
_SHARE, _NAMED, _DIVISION, _BESIDE = 4.0, 1.0, 1.5, 8.0  # set on the even articles of GeoWebNews and TR-News
_NEAR = ((60.0, 1.2), (250.0, 0.6))  # kilometres to the nearest other place of the story, and what that is worth
_SMALL = 30_000  # people; smaller towns are believed in only where the story is about their country
_LONELY_KM = 400.0  # a small town farther than this from everything else is rarely meant
_ROUNDS = 3  # each sees where the one before placed the others


class _Story(NamedTuple):
    """What a story says of where it happens: countries by ISO code, divisions named and lived in, towns placed."""

    votes: Counter[str]
    total: int
    divisions: frozenset[tuple[str, str | None]]
    lived: Counter[tuple[str, str | None]]
    towns: tuple[tuple[str, Spot], ...]


def chosen(
    names: Mapping[str, Iterable[str]], context: Iterable[str], find: Find, prior: Callable[[Spot], float]
) -> dict[str, Spot]:
    """The likeliest sense of each name; those not known, and small towns that the story gives no ground for, left out.

    ``names`` maps each name to the names beside it; ``find`` gives the senses of a name, ``prior`` their weight.
    """
    senses = Senses({name: tuple(near) for name, near in names.items()}, context, find, prior)
    found = senses.choose()
    return {name: spot for name, spot in found.items() if senses.believed(name, spot, found)}


class Senses:
    """The names of one story with what they may mean."""

    def __init__(
        self,
        names: Mapping[str, tuple[str, ...]],
        context: Iterable[str],
        find: Find,
        prior: Callable[[Spot], float],
    ) -> None:
        self._near, self._find, self._prior = names, find, prior
        self._options = {name: found for name in names if (found := find(name))}
        self._counties(names)
        self._countries = self._mentioned([*names, *context, *(outer for near in names.values() for outer in near)])

    def _counties(self, names: Iterable[str]) -> None:
        """A name whose county is named too ("Suffolk", "Suffolk County") may be short for it."""
        spelt = {plain(name): name for name in names}
        for name in names:
            full = spelt.get(f"{plain(name)} county")
            if full in self._options and full is not None:
                self._options[name] = (*self._options.get(name, ()), *self._options[full])

    def choose(self) -> dict[str, Spot]:
        """The likeliest sense of every name that has one."""
        found: dict[str, Spot] = {}
        for _ in range(_ROUNDS):
            story = self._story(found)
            found = {
                name: max(options, key=lambda spot: (self._score(name, spot, story), spot))
                for name, options in self._options.items()
            }
        return found

    def believed(self, name: str, spot: Spot, found: Mapping[str, Spot]) -> bool:
        """Whether a place may be meant: small ones only near others, or in a country that the story names."""
        if spot.kind not in ("town", "airfield", "feature") or any(
            self._lies_in(spot, outer) for outer in self._near[name]
        ):
            return True
        others = [there for other, there in found.items() if there.kind in LOCAL and plain(other) != plain(name)]
        lonely = bool(others) and min(distance(spot, there) for there in others) > _LONELY_KM
        if lonely and spot.population < _SMALL and (len(self._options[name]) > 1 or spot.population < 5_000):
            return False
        known = _SMALL if plain(spot.name) == plain(name) else 10 * _SMALL
        return spot.population >= known or not self._countries or bool(self._countries[spot.country])

    def _story(self, found: Mapping[str, Spot]) -> _Story:
        votes = self._countries + Counter(spot.country for spot in found.values() if spot.country)
        return _Story(
            votes,
            sum(votes.values()),
            frozenset((spot.country, spot.admin1) for spot in found.values() if spot.kind == "division"),
            Counter((spot.country, spot.admin1) for spot in found.values() if spot.kind in LOCAL),
            tuple((plain(name), spot) for name, spot in found.items() if spot.kind in LOCAL)[:40],
        )

    def _score(self, name: str, spot: Spot, story: _Story) -> float:
        score = self._prior(spot)
        if story.total:
            named = story.votes[spot.country]
            score += _SHARE * named / story.total + (_NAMED if named else 0.0)
        if spot.kind in LOCAL:
            score += _DIVISION * ((spot.country, spot.admin1) in story.divisions)
            score += self._nearness(plain(name), spot, story)
        return score + sum(_BESIDE for outer in self._near[name] if self._may_lie_in(name, spot, outer))

    @staticmethod
    def _nearness(name: str, spot: Spot, story: _Story) -> float:
        nearest = min((distance(spot, there) for other, there in story.towns if other != name), default=1e9)
        return next((worth for km, worth in _NEAR if nearest < km), 0.0)

    def _may_lie_in(self, name: str, spot: Spot, outer: str) -> bool:
        """Countries beside a country are a list ("Mexico, the U.S. and Canada"), not what holds a town of its name."""
        if country_code(name) and country_code(outer) and spot.kind != "country":
            return False
        return self._lies_in(spot, outer)

    def _lies_in(self, spot: Spot, outer: str) -> bool:
        return any(contains(there, spot) for there in self._find(outer)[:6] if there.kind not in LOCAL)

    def _mentioned(self, names: Iterable[str]) -> Counter[str]:
        """How often the names point at a country, by ISO code."""
        found: Counter[str] = Counter()
        for name in names:
            code = country_code(country_of(name) or name)
            if code:
                found[code] += 1
            elif options := self._find(name):
                spot = options[0]
                if spot.kind == "division" or spot.population > 1_000_000:
                    found[spot.country] += 1
        return found
