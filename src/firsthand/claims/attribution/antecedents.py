"""Who "he" or "she" is: the persons named before a pronoun, weighed as a reader weighs them.

The weights are few and set by hand after Lappin and Leass (1994, "An algorithm for pronominal anaphora resolution"):
subjects before others, the last speaker before the silent, the near before the far; ``bench/speakers.py`` measures
them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import log2

import msgspec

from firsthand.claims.attribution.people import Person, Roster
from firsthand.claims.attribution.view import View

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""The gender that a pronoun tells."""

MEMORY = 400
"""Tokens over which a pronoun looks back for whom it means."""

_SENTENCE, _PARAGRAPH = -0.7, -0.25
_SUBJECT, _CITED, _LAST_CITED = 1.0, 0.5, 1.0
_GENDER, _QUOTED, _OWNED, _OFTEN = 2.0, -2.0, -0.8, 0.25
_SURE = 0.75  # by how much the best must lead for a name's gender to be learnt from it


class Speaker(msgspec.Struct):
    """Somebody who was cited: where, in which words, and of which sort (person, body, group or text)."""

    at: int
    text: str
    person: Person | None
    sort: str
    gender: str = ""
    head: str = ""


class Antecedents:
    """The candidates for the pronouns of a document."""

    def __init__(self, view: View, roster: Roster) -> None:
        self._view = view
        self._roster = roster
        self._starts = [unit.start for unit in view.units]
        self._learn()

    def of(self, at: int, gender: str, cited: Sequence[Speaker]) -> Speaker | None:
        """Whom a pronoun of a gender at a token means, given who was cited so far; None if nobody fits."""
        found = self._weighed(at, gender, cited)
        if not found:
            return self._named_later(at, gender)
        best = found[0][1]
        if best.person is not None and not best.person.gender:
            best.person.gender = gender
        return best

    def _named_later(self, at: int, gender: str) -> Speaker | None:
        """The one person of a gender in the rest of the document, where nobody was named before a pronoun."""
        mentions = self._roster.mentions[self._roster.before(at) :]
        later = {m.person.name: m for m in mentions if m.person and m.person.gender in {"", gender}}
        known = [m for m in later.values() if m.person and m.person.gender == gender]
        one = known if len(known) == 1 else list(later.values())
        if len(one) != 1 or one[0].person is None:
            return None
        return Speaker(one[0].start, one[0].person.titled, one[0].person, "person", gender)

    def sole(self, at: int, gender: str) -> Person | None:
        """The one person that the sentences just before a token name; None if they name several or none."""
        unit = bisect_right(self._starts, at) - 1
        first = self._starts[max(unit - 3, 0)]
        k = self._roster.before(at)
        near = {m.person.name: m.person for m in self._roster.mentions[:k] if m.person and m.start >= first}
        fit = [person for person in near.values() if not gender or person.gender in {"", gender}]
        return fit[0] if len(near) == 1 and fit else None

    def _learn(self) -> None:
        """Learns the gender of names that tell none from the pronouns that can mean nobody else."""
        view = self._view
        for at, word in enumerate(view.low):
            if word not in {"he", "she"} or view.quote[at] >= 0:
                continue
            found = self._weighed(at, GENDERS[word], ())
            if found and found[0][1].person and (len(found) == 1 or found[0][0] - found[1][0] > _SURE):
                person = found[0][1].person
                person.gender = person.gender or GENDERS[word]

    def _weighed(self, at: int, gender: str, cited: Sequence[Speaker]) -> list[tuple[float, Speaker]]:
        best: dict[str, tuple[float, Speaker]] = {}
        for score, candidate in [*self._named(at, gender), *self._speaking(at, gender, cited)]:
            kept = best.get(candidate.text)
            if kept is None or score > kept[0]:
                best[candidate.text] = score, candidate
        return sorted(best.values(), key=lambda item: (-item[0], -item[1].at))

    def _named(self, at: int, gender: str) -> list[tuple[float, Speaker]]:
        view, found = self._view, []
        for k in range(self._roster.before(at) - 1, -1, -1):
            mention = self._roster.mentions[k]
            person = mention.person
            if at - mention.start > MEMORY:
                break
            if person is None or mention.end > at or (person.gender and person.gender != gender):
                continue
            score = self._distance(mention.start, at) + (_SUBJECT if mention.subject else 0.0)
            score += _GENDER if person.gender else 0.0
            score += _QUOTED if view.quote[mention.start] >= 0 and view.quote[mention.start] != view.quote[at] else 0.0
            score += _OWNED if mention.end < at and view.low[mention.end] in {"'s", "’s"} else 0.0
            score += _OFTEN * log2(self._roster.counts[person.name])
            found.append((score, Speaker(mention.start, person.titled, person, "person", person.gender)))
        return found

    def _speaking(self, at: int, gender: str, cited: Sequence[Speaker]) -> list[tuple[float, Speaker]]:
        found = []
        for k, speaker in enumerate(reversed(cited)):
            if at - speaker.at > MEMORY:
                break
            if speaker.gender and speaker.gender != gender:
                continue
            score = self._distance(speaker.at, at) + _SUBJECT + (_LAST_CITED if k == 0 else 0.0) + _CITED
            score += _GENDER if speaker.gender else 0.0
            score += _OFTEN * log2(self._roster.counts[speaker.person.name]) if speaker.person else 0.0
            found.append((score, speaker))
        return found

    def _distance(self, start: int, at: int) -> float:
        one, other = bisect_right(self._starts, start) - 1, bisect_right(self._starts, at) - 1
        units = self._view.units
        if not 0 <= one <= other < len(units):
            return 0.0
        paragraphs = units[other].paragraph - units[one].paragraph
        return _SENTENCE * min(other - one, 6) + _PARAGRAPH * min(paragraphs, 4)
