"""From the words for a source to the witness: pronouns, surnames and "the agency" resolved within the document."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from firsthand.claims.attribution.antecedents import GENDERS, MEMORY, Antecedents, Speaker
from firsthand.claims.attribution.bodies import Bodies
from firsthand.claims.attribution.lexicon import roles, words
from firsthand.claims.attribution.people import Mention, Person, Roster
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.view import View

_IT, _THEY = frozenset({"it", "its", "itself", "which"}), frozenset({"they", "them", "their"})
_PRONOUNS = GENDERS.keys() | _IT | _THEY
_OURS = words("unnamed")
_DETERMINERS = words("determiners")
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these"})
_GENERIC = words("generic")
_TEXTS = words("texts")
_CALLED = words("called")
_PUBLISHERS = frozenset(
    {"agency", "broadcaster", "channel", "daily", "magazine", "newspaper", "paper", "station", "weekly"}
)
_PLURAL = frozenset({"police", "people", "officials", "authorities", "forces", "family", "staff", "media"})
_PARTS = frozenset({"one", "another", "some", "two", "three", "both", "several"})
_POSSESSIVES = frozenset({"his", "her", "its"})
_STATING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_TITLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
_GOVERNING = frozenset({"of", "for", "to", "with", "from", "by", "in", "at", "on", "near", "around", "against"})
_LONGEST = 14


class Resolver:
    """Names the sources of a document; to be asked in the order of the text."""

    def __init__(self, view: View, roster: Roster) -> None:
        self.view = view
        self.roster = roster
        self.speakers: list[Speaker] = []
        self._antecedents = Antecedents(view, roster)
        self._bodies = Bodies(view, roster)

    def name(self, span: Span, head: int, begin: int) -> str | None:
        """The witness that some words name, None where they name nobody; remembered as the last speaker.

        ``span`` and ``head`` are tokens; the sentence begins at token ``begin``.
        """
        speaker = self._speaker(span, head, begin)
        if speaker is None:
            return None
        if speaker.text not in _PRONOUNS:
            self.speakers.append(speaker)
        return speaker.text

    def publisher(self, span: Span) -> str | None:
        """The news organisation that "the same paper" or "a local station" means, where that is a publisher."""
        first, last = self._bare(*span)
        first += self.view.low[first] == "same" if first < last else 0
        if last <= first or self.view.low[last - 1] not in _PUBLISHERS:
            return None
        if last - first == 1 and (named := self._generic(first, self.view.low[first])):
            return named.text
        return self._phrase(first, last) if last - first > 1 else None

    def introduced(self, after: int, at: int) -> str | None:
        """A person who became the subject of a sentence since the last speaker, shortly before a token."""
        for k in range(self.roster.before(at) - 1, -1, -1):
            mention = self.roster.mentions[k]
            if mention.start <= after + 1 or at - mention.start > 60:
                return None
            if mention.person and mention.subject and self.view.quote[mention.start] < 0:
                return mention.person.titled
        return None

    def _earlier(self, at: int) -> Iterator[Speaker]:
        """The speakers before a token, the latest first."""
        return (speaker for speaker in reversed(self.speakers) if speaker.at < at)

    def _speaker(self, span: Span, head: int, begin: int) -> Speaker | None:
        view = self.view
        first, last = self._bare(*span)
        if last <= first:
            return None
        word = view.low[head] if first <= head < last else view.low[last - 1]
        if last - first == 1 and (view.pos[first] == "PRON" or word in _PRONOUNS):
            return self._pronoun(word, first, begin)
        person = self._person(first, last, head)
        if person is not None:
            return Speaker(first, person.titled, person, "person", person.gender, word)
        if (beside := self._named_beside(span[1], first, word)) is not None:
            return beside
        definite = view.low[span[0]] in _DEFINITE or (first > 0 and view.low[first - 1] in _DEFINITE)
        resolved = self._common(first, last, word, definite)
        if resolved is not None:
            resolved.at = first
            return resolved
        if (part := self._one_of(span, first)) is not None:
            return part
        if (owned := self._owned(first, last, word)) is not None:
            return owned
        text = self._phrase(first, last)
        if not text or text.lower() in _OURS:
            return None
        return Speaker(first, text, None, self._sort(word, first, last, head), roles().get(word, ""), word)

    def _owned(self, first: int, last: int, word: str) -> Speaker | None:
        """ "His widow", "its chief forecaster", with whose it is: the widow of somebody named."""
        low = self.view.low
        if last - first < 2 or word not in roles() or low[first] not in _POSSESSIVES:
            return None
        if low[first] == "its":
            owner = self._bodies.latest(first)
        else:
            found = self._someone(first, GENDERS[low[first]])
            owner = found.person.name if found and found.person else None
        if owner is None:
            return None
        text = f"{self._phrase(first + 1, last)} of {owner}"
        return Speaker(first, text, None, "group" if word.endswith("s") else "person", roles()[word], word)

    def _one_of(self, span: Span, first: int) -> Speaker | None:
        """ "One of them", "one of the officials": one of those who were cited before, kept apart from the others."""
        low = self.view.low
        if span[1] - span[0] < 3 or low[span[0]] not in _PARTS or low[span[0] + 1] != "of":
            return None
        noun = low[span[1] - 1]
        for speaker in self._earlier(first):
            if first - speaker.at > MEMORY:
                break
            if speaker.sort == "group" and (noun in {"them", "us"} or noun == speaker.head):
                text = f"{low[span[0]]} of {speaker.text[:1].lower()}{speaker.text[1:]}"
                return Speaker(first, text, None, "person", "", speaker.head)
        return None

    def _bare(self, first: int, last: int) -> Span:
        view = self.view
        while first < last and (
            view.low[first] in _DETERMINERS - {"its", "their", "his", "her"}
            or view.pos[first] in {"PUNCT", "ADP", "CCONJ", "SCONJ"}
        ):
            first += 1
        while last > first and (view.pos[last - 1] in {"PUNCT", "ADP", "CCONJ"} or view.low[last - 1] in {"'s", "’s"}):
            last -= 1
        return first, min(last, first + _LONGEST)

    def _person(self, first: int, last: int, head: int) -> Person | None:
        """The person whom a phrase names, unless the name only modifies it (Smith's lawyer, a spokesman for Smith)."""
        view = self.view
        for mention in self._mentions(first, last):
            possessed = mention.end < last and view.low[mention.end] in {"'s", "’s", "'", "’"}
            governed = any(view.low[k] in _GOVERNING for k in range(first, mention.start))
            tail = view.pos[mention.end] in {"NOUN"} if mention.end < last else False
            beside = self._others_before(first, mention.start) or view.low[mention.end : mention.end + 1] == ["and"]
            if not possessed and not tail and not beside and (not governed or self._apposed(first, mention.start)):
                return mention.person
        if last - first == 1 and view.pos[first] == "PROPN":
            person = self.roster.find([view.raw[first]])
            if person is not None:
                return person
        if view.low[first] in _TITLED and last - first == 2:
            return self.roster.find([view.raw[last - 1]])
        return None

    def _others_before(self, first: int, name: int) -> bool:
        """Whether somebody else stands before a name (Rescuers and X, but not Trade and Roads Minister X)."""
        low = self.view.low
        joint = next((k for k in range(name - 1, first, -1) if low[k] == "and"), first)
        return any(low[k] in roles() for k in range(first, joint)) or bool(self._mentions(first, joint))

    def _named_beside(self, end: int, first: int, word: str) -> Speaker | None:
        """Who is named in apposition right after a role or a kind of body (a spokesperson for X, Y, said)."""
        view = self.view
        if end + 1 >= len(view.low) or view.raw[end] != ",":
            return None
        for mention in self._mentions(end + 1, end + 4):
            after = mention.end
            if after < len(view.low) and (view.raw[after] in {",", "."} or view.pos[after] in {"VERB", "AUX"}):
                person = mention.person
                return Speaker(first, person.titled, person, "person", person.gender, word) if person else None
        last = end + 1
        while last < len(view.low) and last < end + 6 and (view.pos[last] == "PROPN" or view.raw[last] == "-"):
            last += 1
        fenced = last > end + 1 and last < len(view.low) and view.raw[last] == ","
        if fenced and word in _GENERIC and view.raw[end + 1][:1].isupper():
            return Speaker(first, view.words(end + 1, last), None, "body", "", word)
        return None

    def _mentions(self, first: int, last: int) -> list[Mention]:
        k = bisect_left(self.roster.starts, first)
        found = []
        while k < len(self.roster.mentions) and self.roster.mentions[k].start < last:
            found.append(self.roster.mentions[k])
            k += 1
        return found

    def _apposed(self, first: int, name: int) -> bool:
        """Whether a role with its own "of" runs straight into the name (director of the centre X)."""
        return self.view.raw[name - 1] == ","

    def _pronoun(self, word: str, at: int, begin: int) -> Speaker | None:
        if word in GENDERS:
            found = self._someone(at, GENDERS[word])
            return found or Speaker(at, word, None, "person", GENDERS[word])
        wanted = {"body", "text", "name"} if word in _IT else {"group", "body"}
        if word in _IT | _THEY:
            own = self._subject_here(word in _THEY, begin, at)
            if own is not None:
                return own
            for speaker in self._earlier(at):
                if at - speaker.at > MEMORY:
                    break
                if speaker.sort in wanted and speaker.at < at:
                    return Speaker(at, speaker.text, speaker.person, speaker.sort, "", speaker.head)
            body = self._bodies.latest(at)
            return (
                Speaker(at, body, None, "body") if body else Speaker(at, word, None, "body" if word in _IT else "group")
            )
        return None

    def _subject_here(self, plural: bool, begin: int, at: int) -> Speaker | None:
        """The subject of a pronoun's sentence, where it agrees (the army fired after what it said was …)."""
        view = self.view
        for k in range(begin, at):
            if view.dep[k].startswith("nsubj") and view.pos[k] in {"NOUN", "PROPN"} and view.quote[k] == view.quote[at]:
                many = view.low[k] in _PLURAL or (view.low[k].endswith("s") and not view.low[k].endswith("ss"))
                if many != plural:
                    return None
                first = max(view.left[k], begin)
                comma = next((j for j in range(first, k) if view.raw[j] == ","), first - 1)
                return self._speaker((comma + 1, k + 1), k, k)
        return None

    def _someone(self, at: int, gender: str) -> Speaker | None:
        """The person whom "he" or "she" means."""
        cited = [speaker for speaker in self.speakers if speaker.at < at and speaker.sort in {"person", "name"}]
        found = self._antecedents.of(at, gender, cited)
        return Speaker(at, found.text, found.person, "person", gender) if found else None

    def _common(self, first: int, last: int, word: str, definite: bool) -> Speaker | None:
        """ "The mayor", "the agency", "the town's mayor" as somebody named elsewhere in the document."""
        view, noun = self.view, word.removesuffix("’s").removesuffix("'s")
        if (
            noun in roles()
            and not noun.endswith("s")
            and noun not in {"official", "source", "witness", "officer", "victim", "worker"}
        ):
            people = self.roster.titled(noun)
            owned = any(view.low[k] in {"'s", "’s"} for k in range(first, last))
            plain = definite and last - first <= 2
            if people and (plain or owned) and not any(view.pos[k] == "PROPN" for k in range(first, last) if not owned):
                fit = [p for p in people if _overlap(p.role, view, first, last)] or (
                    [] if owned and len(people) > 1 else people
                )
                person = next(
                    (s.person for s in self._earlier(first) if s.person in fit), fit[0] if len(fit) == 1 else None
                )
                if person is not None:
                    return Speaker(first, person.titled, person, "person", person.gender or roles()[noun], noun)
            if plain:
                for speaker in self._earlier(first):
                    if speaker.head == noun and speaker.sort == "person" and len(speaker.text.split()) > 1:
                        return Speaker(first, speaker.text, speaker.person, "person", speaker.gender, noun)
        aged = view.low[last - 1] == "old" and "year" in view.low[first:last]
        if definite and ((last - first == 1 and noun in _CALLED) or aged):
            person = self._antecedents.sole(first, roles().get(noun, ""))
            return Speaker(first, person.titled, person, "person", person.gender, noun) if person else None
        if not definite or last - first > 2:
            return None
        if noun in _TEXTS and last - first == 1:
            return self._behind_text(first)
        if last - first == 1 and (noun in _GENERIC or self._bodies.is_kind(noun)):
            return self._generic(first, noun)
        return None

    def _generic(self, at: int, noun: str) -> Speaker | None:
        """The body that "the agency" means: a speaker so named, a body of that kind, the last body that spoke."""
        for speaker in self._earlier(at):
            if speaker.sort == "body" and (noun in speaker.text.lower() and len(speaker.text) > len(noun)):
                return Speaker(at, speaker.text, None, "body", "", noun)
        named = self._bodies.of_kind(at, noun)
        if named:
            return Speaker(at, named, None, "body", "", noun)
        for speaker in self._earlier(at):
            near = speaker.sort == "body" and at - speaker.at < MEMORY and _capital(speaker.text)
            if near and self._bodies.can_be(speaker.text, noun):
                return Speaker(at, speaker.text, None, "body", "", noun)
        return None

    def _behind_text(self, at: int) -> Speaker | None:
        for speaker in self._earlier(at):
            if at - speaker.at < MEMORY and speaker.sort in {"body", "person"}:
                return Speaker(at, speaker.text, speaker.person, speaker.sort, speaker.gender, speaker.head)
        return None

    def _phrase(self, first: int, last: int) -> str:
        words = self.view.words(first, last).strip(" ,:;“”\"'‘’()[]–—-")
        return re.sub(r"\s*[\[(].*$", "", words)

    def _looks_named(self, first: int, last: int) -> bool:
        """Whether a phrase is nothing but capitalised words that name no body."""
        view = self.view
        if last - first > 3 or (first > 0 and view.pos[first - 1] == "DET"):
            return False
        plain = all(
            view.pos[k] == "PROPN" and view.raw[k][:1].isupper() and len(view.raw[k]) > 1 for k in range(first, last)
        )
        return plain and all(view.entity[k] not in {"ORG", "PLACE", "GROUP"} for k in range(first, last))

    def _sort(self, word: str, first: int, last: int, head: int) -> str:
        view = self.view
        if word in _PLURAL or (word in roles() and word.endswith(("s", "men")) and view.low[head] != "boss"):
            return "group"
        if word in roles() or word in _STATING:
            return "person"
        if word in _TEXTS:
            return "text"
        if word in {"source", "relative", "survivor", "neighbor", "neighbour"}:
            return "person"
        if self._looks_named(first, last):
            return "name"
        if view.pos[head] == "NOUN" and word.endswith("s") and not word.endswith("ss"):
            return "group"
        return "body"


def _capital(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


def _overlap(role: str, view: View, first: int, last: int) -> bool:
    words = set(role.lower().split()) - {"of", "the", "for", "'s"}
    return len(words & {view.low[k] for k in range(first, last)}) > 1
