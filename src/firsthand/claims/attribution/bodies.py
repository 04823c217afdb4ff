"""Which body "the agency", "the airline" or "it" is: named elsewhere in the document, by a name that fits."""

from functools import cache

from firsthand.claims.attribution.lexicon import lines
from firsthand.claims.attribution.people import Mention, Roster
from firsthand.claims.attribution.view import View

_JOINING = frozenset({"of", "for", "and", "the", "de", "'s", "’s", "'", "’", "&", "-"})
_ONE_OF_MANY = frozenset(
    {"army", "bank", "church", "council", "court", "government", "hospital", "museum", "police", "school"}
)
_SENTENCES = 2  # how far back the subject that a bare "it" means can stand


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For a noun (airline), the words that a name of such a body holds (air, airways)."""
    table = (line.split("\t") for line in lines("bodies.tsv"))
    return {noun: frozenset([noun, *shown.split()]) for noun, shown in table}


@cache
def _showing() -> frozenset[str]:
    return frozenset(word for shown in _kinds().values() for word in shown)


class Bodies:
    """The bodies that a document names."""

    def __init__(self, view: View, roster: Roster) -> None:
        self._view = view
        known = {k for body in roster.bodies for k in range(body.start, body.end)}
        self._named = sorted([*roster.bodies, *self._unrecognised(roster, known)], key=lambda body: body.start)

    def is_kind(self, noun: str) -> bool:
        """Whether a noun says what sort of body something is."""
        return noun in _kinds()

    def of_kind(self, at: int, noun: str) -> str | None:
        """The name of the latest body before a token that can be called by a noun; else the only one after it."""
        fit = [body for body in self._named if _kinds().get(noun, frozenset((noun,))) & set(body.text.lower().split())]
        before = [body for body in fit if body.end <= at]
        for subject in (True, False):
            for body in reversed(before):
                if body.subject or not subject:
                    return body.text
        after = {body.text for body in fit if body.start > at}
        return after.pop() if len(after) == 1 and not before else None

    def can_be(self, name: str, noun: str) -> bool:
        """Whether a named body can be called by a noun: its name shows no other kind."""
        shown = set(name.lower().split()) & _showing()
        return noun not in _ONE_OF_MANY and (not shown or bool(shown & _kinds().get(noun, frozenset((noun,)))))

    def latest(self, at: int) -> str | None:
        """The name of the body that a bare "it" before nothing else would mean: a subject, shortly before a token."""
        starts = [unit.start for unit in self._view.units if unit.start <= at]
        first = starts[-1 - _SENTENCES] if len(starts) > _SENTENCES else 0
        near = [body for body in self._named if first <= body.start < at]
        for subject in (True, False):
            for body in reversed(near):
                if body.subject or not subject:
                    return body.text
        earlier = [body for body in self._named if body.start < at and body.subject]
        return earlier[-1].text if earlier else None

    def _unrecognised(self, roster: Roster, known: set[int]) -> list[Mention]:
        """Capitalised words that hold a word for a body, whatever the name model made of them (Lakeland Power)."""
        view, found, k, size = self._view, [], 0, len(self._view.low)
        while k < size:
            if not self._capital(k) or k in known:
                k += 1
                continue
            last = k + 1
            while last < size and last < k + 8 and last not in known and (self._capital(last) or self._joins(last)):
                last += 1
            named = {view.low[j] for j in range(k, last)} & _showing()
            if last - k > 1 and named and not roster.within(k, last):
                subject = any(view.dep[j].startswith("nsubj") for j in range(k, last))
                found.append(Mention(k, last, None, view.words(k, last), subject))
            k = last
        return found

    def _capital(self, i: int) -> bool:
        return self._view.raw[i][:1].isupper() and self._view.pos[i] in {"PROPN", "NOUN", "ADJ"}

    def _joins(self, i: int) -> bool:
        nearby = range(i + 1, min(i + 3, len(self._view.raw)))
        return self._view.low[i] in _JOINING and any(self._view.raw[j][:1].isupper() for j in nearby)
