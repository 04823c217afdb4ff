"""Who is named in a document: persons with their roles and gender, and bodies, in order of mention."""

import re
from bisect import bisect_left
from collections import Counter

import msgspec

from firsthand.claims.attribution.lexicon import first_names, roles, words
from firsthand.claims.attribution.titles import role_after, role_before
from firsthand.claims.attribution.view import View

_TITLES = words("titles")
_MALE, _FEMALE = (
    frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "father", "brother"}),
    frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "sister", "madame"}),
)
_PARTICLES = words("particles")
_OFFICES = words("offices")
_NOT_NAMES = words("not-names")
_FURNITURE = words("furniture")


class Person(msgspec.Struct):
    """A named person: fullest name, role if the document tells one, gender ("m", "f" or unknown "")."""

    name: str
    last: str
    role: str = ""
    gender: str = ""

    @property
    def titled(self) -> str:
        """The name with the role in brackets, as witnesses are written."""
        known = not self.role or self.role.lower() in self.name.lower()
        return self.name if known else f"{self.name} ({self.role})"


class Mention(msgspec.Struct):
    """Where a person or body is named (tokens, end exclusive) and whether as the subject of something."""

    start: int
    end: int
    person: Person | None
    text: str
    subject: bool = False


class Roster:
    """All named persons and bodies of a document."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.people: dict[str, Person] = {}
        self.mentions: list[Mention] = []
        self.bodies: list[Mention] = []
        spans = sorted({self._whole(*span) for span in self._spans()}, key=lambda span: (span[0], -span[1]))
        spans = [span for k, span in enumerate(spans) if k == 0 or span[1] > spans[k - 1][1]]
        named = [(span, self._words(*span)) for span in spans]
        for (start, end), parts in named:  # full names first: surnames alone may come before them
            if len(parts) >= 2:
                self._add(start, end, parts)
        singles = Counter(parts[0] for _, parts in named if len(parts) == 1)
        for (start, end), parts in named:
            if len(parts) == 1:
                self._alone(start, end, parts[0], singles[parts[0]])
            person = self.find(parts)
            if person is not None:
                self.mentions.append(Mention(start, end, person, person.name, self._is_subject(start, end)))
        self.starts = [mention.start for mention in self.mentions]
        self._collect_bodies()
        self.counts = Counter(mention.text for mention in self.mentions)

    def _spans(self) -> list[tuple[int, int]]:
        view, found = self.view, []
        for entity in view.doc.ents:
            if entity.label_ == "PERSON" and not self._governed(entity.start):
                found += self._cut(entity.start, entity.end)
        known = roles()
        size = len(view.low)
        for i in range(size - 1):  # a title right before capitalised words, whatever the name model thinks
            if (
                (view.low[i] in known or view.low[i] in _TITLES)
                and self._capital(i + 1)
                and view.entity[i + 1] in {"", "PERSON"}
            ):
                last = i + 1
                while last < size and last < i + 5 and self._capital(last):
                    last += 1
                if last > i + 2 or view.low[i] in _TITLES:
                    found += self._cut(i + 1, last)
        return found + self._runs()

    def _governed(self, start: int) -> bool:
        """Whether a name is that of a place with an office (the governor of Alto Verano)."""
        low = self.view.low
        return start > 1 and low[start - 1] in {"of", "in"} and low[start - 2] in _OFFICES

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """A span with the rest of a hyphenated name that the tokens part (Abebe Tulu-Hanna, Moon Jae-in)."""
        view = self.view
        while end + 1 < len(view.raw) and view.raw[end] in {"-", "‑"} and view.end[end - 1] == view.start[end]:
            if view.end[end] != view.start[end + 1] or not view.raw[end + 1].isalpha():
                break
            end += 2
        first = start
        while first > 1 and view.low[first - 1] in _PARTICLES and view.low[first - 1] not in {"de", "el", "la", "da"}:
            first -= 1
        while first < start and first > 0 and self._capital(first - 1):  # Cristof van der Meulen
            start = first = first - 1
        while start > 1 and view.raw[start - 1] in {"-", "‑"} and view.end[start - 2] == view.start[start - 1]:
            if view.end[start - 1] != view.start[start] or not view.raw[start - 2][:1].isupper():
                break
            start -= 2
        return start, end

    def _runs(self) -> list[tuple[int, int]]:
        """Capitalised words that a first name or a role after them shows to be a person's name."""
        view, found, k, size = self.view, [], 0, len(self.view.low)
        while k < size:
            if not (self._capital(k) and view.entity[k] in {"", "ORG", "PLACE"}):
                k += 1
                continue
            last = k + 1
            while last < size and last < k + 5 and self._capital(last) and view.entity[last] in {"", "ORG", "PLACE"}:
                last += 1
            whole = self._whole(k, last)[1]
            if last - k >= 2 and self._reads_as_person(k, whole):
                found += self._cut(k, last)
            k = last
        return found

    def _reads_as_person(self, start: int, end: int) -> bool:
        """Whether a first name, a role or an age beside them shows capitalised words to name a person."""
        view = self.view
        if view.entity[start] == "" and view.low[start] in first_names():
            return True
        aged = (
            end + 1 < len(view.low)
            and view.raw[end] == ","
            and view.raw[end + 1].isdigit()
            and len(view.raw[end + 1]) == 2
        )
        apposed = start > 1 and view.raw[start - 1] == "," and view.raw[min(end, len(view.raw) - 1)] in {",", "."}
        if view.entity[start]:
            return aged or (apposed and bool(role_before(view, start)))
        return aged or bool(role_after(view, end)) or (apposed and bool(role_before(view, start)))

    def _capital(self, i: int) -> bool:
        raw = self.view.raw[i]
        return (raw[:1].isupper() and self.view.pos[i] == "PROPN" and self.view.low[i] not in _NOT_NAMES) or (
            self.view.low[i] in _PARTICLES and i + 1 < len(self.view.raw) and self.view.raw[i + 1][:1].isupper()
        )

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        view = self.view
        while start < end and (
            view.low[start] in _TITLES or view.low[start] in roles() or not view.raw[start][:1].isalnum()
        ):
            start += 1
        while end > start and (view.low[end - 1] in {"'s", "’s", "'", "’"} or not view.raw[end - 1][:1].isalnum()):
            end -= 1
        strange = any(
            view.low[k] in _NOT_NAMES or view.pos[k] in {"VERB", "AUX", "PRON", "INTJ", "DET"}
            for k in range(start, end)
        )
        office = end > start and view.low[end - 1] in roles() and view.low[start] not in first_names()
        if strange or office or end <= start or end - start > 6:
            return []
        return [(start, end)]

    def _words(self, start: int, end: int) -> list[str]:
        return [self.view.raw[k] for k in range(start, end) if self.view.raw[k] not in {"-", "’", "'"}]

    def _add(self, start: int, end: int, words: list[str]) -> None:
        key, last = " ".join(words).lower(), words[-1].lower()
        person = self.people.get(key) or next(
            (p for p in self.people.values() if p.last == last and _same(p.name, key)), None
        )
        if person is None:
            person = self.people[key] = Person(self.view.words(start, end), last)
        elif len(words) > len(person.name.split()):
            person.name = self.view.words(start, end)
        self._learn(person, start, end)

    def _alone(self, start: int, end: int, word: str, count: int) -> None:
        person = self.find([word])
        if person is not None:
            self._learn(person, start, end)
        elif self.view.raw[start][:1].isupper() and self.view.pos[start] == "PROPN":
            titled = start > 0 and (self.view.low[start - 1] in _TITLES or self.view.low[start - 1] in roles())
            if count < 2 and not titled and not role_after(self.view, end) and word.lower() not in first_names():
                return  # a lone capital is too little to make a person of
            person = Person(self.view.words(start, end), word.lower())
            self._learn(person, start, end)
            self.people[word.lower()] = person

    def find(self, words: list[str]) -> Person | None:
        """The person whom these words name: by full name, else by surname, else by a first name that only one bears."""
        key = " ".join(words).lower()
        if key in self.people:
            return self.people[key]
        last = words[-1].lower()
        same = [p for p in self.people.values() if p.last == last and (len(words) == 1 or _same(p.name, key))]
        if not same and len(words) == 1:
            same = [p for p in self.people.values() if last in p.name.lower().split()]
        return same[0] if same else None

    def _learn(self, person: Person, start: int, end: int) -> None:
        before = self.view.low[start - 1] if start else ""
        if not person.gender:
            told = (
                "m"
                if before in _MALE
                else "f"
                if before in _FEMALE
                else first_names().get(person.name.split()[0].lower(), "")
            )
            person.gender = told
        if not person.role:
            person.role = role_before(self.view, start) or role_after(self.view, end)
            if person.role and not person.gender:
                person.gender = next((g for w in person.role.lower().split() if (g := roles().get(w, ""))), "")

    def _is_subject(self, start: int, end: int) -> bool:
        """By the parser, or because nothing but a title or an adjunct stands before it in its sentence."""
        view = self.view
        if any(view.dep[k].startswith("nsubj") for k in range(start, end)):
            return True
        k = start - 1
        while k >= 0 and view.pos[k] in {"NOUN", "PROPN", "ADJ", "DET", "PRON"} and view.raw[k] not in {".", ":"}:
            k -= 1
        if (
            k >= 0
            and view.raw[k] == ","
            and ((end < len(view.low) and view.raw[end] == ",") or view.pos[min(end, len(view.low) - 1)] == "VERB")
        ):
            return True
        return k < 0 or view.raw[k] in {".", "?", "!", "—", "”", '"'} or "\n" in view.raw[k]

    def _collect_bodies(self) -> None:
        view = self.view
        for entity in view.doc.ents:
            if entity.label_ == "ORG" or (entity.label_ == "GROUP" and view.pos[entity.end - 1] == "PROPN"):
                if any(view.low[k] in _FURNITURE for k in range(entity.start, entity.end)):
                    continue
                if self.within(entity.start, entity.end):
                    continue
                subject = any(view.dep[k].startswith("nsubj") for k in range(entity.start, entity.end))
                self.bodies.append(
                    Mention(entity.start, entity.end, None, view.words(entity.start, entity.end), subject)
                )

    def before(self, at: int) -> int:
        """How many mentions of persons begin before a token."""
        return bisect_left(self.starts, at)

    def within(self, first: int, last: int) -> Person | None:
        """The first person named between two tokens."""
        k = bisect_left(self.starts, first)
        if k < len(self.mentions) and self.mentions[k].start < last:
            return self.mentions[k].person
        return None

    def titled(self, noun: str) -> list[Person]:
        """The persons whose role's words hold a noun (mayor)."""
        return [p for p in self.people.values() if noun in re.findall(r"[\w-]+", p.role.lower())]


def _same(name: str, key: str) -> bool:
    one, two = re.split(r"[\s‑-]+", name.lower()), key.split()
    return set(one) <= set(two) or set(two) <= set(one)
