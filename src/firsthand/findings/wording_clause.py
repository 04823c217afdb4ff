"""The clause of a cell taken apart: what leads in, subject, auxiliaries, verb, and the rest; and put together again.

There is no syntax tree here: the claim's trigger, its roles and the words between them are enough for a plain sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.findings.cells import Cell
from firsthand.findings.wording_text import LONGEST
from firsthand.findings.wording_verbs import (
    BE,
    FINITE,
    INTRANSITIVE,
    PAST_ONLY,
    base_and_support,
    is_plural,
    may_stand_between,
    spelled_out,
)
from firsthand.model import Document, Role

Span = tuple[int, int]
Edit = tuple[int, int, str]  # offsets, and what stands there instead
_WORD = re.compile(r"[^\s]+")
_RELATIVE = re.compile(r"^(?:in\s|of\s|to\s|by\s|from\s)?(?:who|whom|which|that|whose|where|when)\b\s*", re.I)
_SUBJECT_ROLES = frozenset({"agent", "patient", "instrument"})
_AND = re.compile(r"\s*,?\s*(?:(?:and|or)\s+)?")
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|who|which|there|his|her|its|their|him|them|one|some|all|both)$",
    re.I,
)
_PARTICIPLE = re.compile(r"(?:ed|en|wn|ne|ung|pt|lt|nt|ght|d|t)$")
_GOES_ON = re.compile(r"[ ]?(?:that\b|to\b|in\b|on\b|at\b|of\b|from\b|by\b|with\b|for\b|[“\"\w$€£(])")
_SEPARATE = re.compile(
    r"[ ](?:and|but|while|when|after|as|because|who|which|where|whose|if|although|though|so|before|until|since|then|or)"
    r"\b",
    re.I,
)
_CLAUSE_STOP = re.compile(r"[,;:.–—\n](?=\s|$)|\s(?:who|which|while|when|after|before|where|because|but|and|as)\s")
_END_MARK = re.compile(r"[.!?]?[”\"’)]?\s*$")
_FINITE_AFTER = re.compile(
    r"^ (?!that\b|how\b|what\b|[“\"]).*\b(?:was|were|is|are|has|have|had|could|would|will|may|can|might)\s", re.S
)
_ANTECEDENT = re.compile(
    r"(?P<noun>(?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+|\b(?:the|a|an|two|three|four|five|\d[\d,]*|some|many|other)\s(?:(?!into|of|on|in|at|and|with|from|for|by|to\b)[\w’'-]+\s){0,3}?[\w’'-]+)(?:,\s\d\d)?,?\s$"
)
_NO_SUBJECT = re.compile(
    r"(?:once|how|what|who|whom|which|whose|so|for|where|why|after|according|on|in|at|by|to|if|when|while)\b|"
    r"(?:it|he|she|that|there|what|who|this|i|we|they|you)[’'](?:s|d)\b",
    re.I,
)
# what a verb in the active has behind it
_OBJECT = re.compile(r"\s+(?:the|an?|its|his|her|their|him|them|it|\d)\b", re.I)
_APPOSITION = 25  # characters
_JOINED = re.compile(r"(?:^|\s)(?:and|or|but|then)$", re.I)
_SUBORDINATE = re.compile(r"\b(?:after|when|while|as|because|that|who|which|if|before|since|where|whether)\b", re.I)
_MARK = re.compile(r"(?:after|before|when|while|until|since|as|because|once|where|that|so|and|but)\s*$", re.I)
_ADVERBIAL = re.compile(
    r"(?:in|on|at|by|for|from|after|before|during|since|until|under|with|as|to|of|last|this|next|early|late|earlier|later|today|yesterday|now|then|recently|there|here|\w+ly|according)\b",
    re.I,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """Offsets into ``source`` of the parts of a clause; ``aux`` are the words between subject and verb, in full.

    ``borrowed`` tells that the subject stands outside the claim ("the girls, who were freed"). A copular clause has no
    ``verb``: its auxiliary is the verb. ``finite`` is false where no finite verb is found or can be supplied.
    """

    source: str
    lead: Span
    subject: Span
    aux: tuple[str, ...]
    verb: str
    lemma: str
    rest: Span
    borrowed: bool
    finite: bool
    condition: str = ""

    @property
    def subject_words(self) -> str:
        """The subject as written."""
        return self.source[self.subject[0] : self.subject[1]].strip(" ,")

    @property
    def by_pronoun(self) -> bool:
        """Whether a pronoun stands for the subject, so that the clause alone does not tell who it is about."""
        return bool(_PRONOUN.match(self.subject_words))

    def part(self, span: Span, edit: Edit | None = None) -> str:
        """The words of a part, edited where the edit lies inside it."""
        if edit is not None and span[0] <= edit[0] and edit[1] <= span[1]:
            return f"{self.source[span[0] : edit[0]]}{edit[2]}{self.source[edit[1] : span[1]]}".strip()
        return self.source[span[0] : span[1]].strip()

    def statement(self, edit: Edit | None = None, lead: bool = True) -> str:
        """The clause as a sentence."""
        parts = [
            self.part(self.lead, edit) if lead else "",
            _closed(self.part(self.subject, edit)),
            *self.aux,
            self.verb,
        ]
        return " ".join(part for part in [*parts, self.part(self.rest, edit)] if part)

    def inverted(self, edit: Edit | None = None) -> tuple[str, str] | None:
        """The clause as a question needs it: the first auxiliary, and what follows it."""
        if not self.finite or not self.subject_words:
            return None
        aux, verb = list(self.aux), self.verb
        at = next((k for k, word in enumerate(aux) if word in FINITE), None)
        if at is not None:
            first = aux.pop(at)
        else:
            found = base_and_support(self.verb, self.lemma, self.subject_words) if verb else None
            if found is None:
                return None
            verb, first = found
        aux = [word for word in aux if word != "not"]  # the question is neutral
        subject = re.sub(r"^no\s", "any ", _closed(self.part(self.subject, edit)), flags=re.I)
        parts = [subject, *aux, verb, self.part(self.rest, edit)]
        return first, " ".join(part for part in parts if part)


def _closed(subject: str) -> str:
    """A subject keeps its last comma only where that closes an apposition ("Ann Bo, 16,")."""
    return subject if "," in subject.rstrip(",") else subject.rstrip(",")


def clause_of(cell: Cell, documents: Mapping[str, Document]) -> Clause:
    """The parts of a cell's clause."""
    claim, source = cell.claim, documents[cell.document].text
    start, end = _line(source, claim.start, claim.end, claim.trigger[0])
    whole = _completed(source, start, end, claim.sentence[1])
    cut, end = bool(_FINITE_AFTER.search(source[end:whole])), whole
    inside = [r for r in claim.roles if r.role in _SUBJECT_ROLES and start <= r.start and r.end <= claim.trigger[0]]
    match = _CONDITION.search(source, max(claim.sentence[0], start - 12), start)
    condition = match[0].strip().lower() if match else ""
    if inside:
        subject = _joined(inside, source)
        relative = _RELATIVE.fullmatch(source[subject.start : subject.end])
        if relative:
            before = _ANTECEDENT.search(source, claim.sentence[0], subject.start)
            if before is None or "\n" in before[0]:
                return _whole(source, (start, end), claim.predicate, condition)
            noun = Role("agent", before.start("noun"), before.end("noun"))
            return _with_borrowed(cell, source, (subject.start, end), noun, condition)
        made = _with_subject(cell, source, (start, end), subject, condition)
        return replace(made, finite=False) if cut or _NO_SUBJECT.match(made.subject_words) else made
    outside = [
        r for r in claim.roles
        if claim.sentence[0] <= r.start and r.end <= start and r.role in {*_SUBJECT_ROLES, "topic"}
        and "\n" not in source[r.start : start]
    ]  # fmt: skip
    if outside:
        return _with_borrowed(cell, source, (start, end), max(outside, key=lambda r: r.end), condition)
    return _whole(source, (start, end), claim.predicate, condition)


def _joined(roles: Sequence[Role], source: str) -> Role:
    """The last role with those that "and" or a comma joins to it: one subject, of several roles."""
    last = max(roles, key=lambda role: role.end)
    for role in sorted(roles, key=lambda role: -role.end):
        if role.role == last.role and role.end <= last.start and _AND.fullmatch(source, role.end, last.start):
            last = Role(last.role, role.start, last.end)
    return last


def _whole(source: str, span: Span, lemma: str, condition: str) -> Clause:
    """A clause that is not taken apart: all of it is the rest."""
    none = (span[0], span[0])
    return Clause(source, none, none, (), "", lemma, span, False, False, condition)


def _line(source: str, start: int, end: int, at: int) -> Span:
    """The part of a stretch that stands in the same paragraph as its trigger."""
    first = source.rfind("\n", start, at)
    last = source.find("\n", at, end)
    return (first + 1 if first >= 0 else start), (last if last >= 0 else end)


def _completed(source: str, start: int, end: int, limit: int) -> int:
    """The end of a clause; one that stops before what its verb governs ("have debated | whether to …") goes on."""
    following = source[end : min(limit, end + 12)]
    if end == limit or not _GOES_ON.match(following) or _SEPARATE.match(following) or not following.startswith(" "):
        return end
    if limit - start <= LONGEST and "\n" not in source[end:limit]:
        return limit
    stop = _CLAUSE_STOP.search(source, end + 1, limit)
    reach = stop.start() if stop else limit
    return reach if reach - end <= LONGEST else end


def _with_subject(cell: Cell, source: str, span: Span, subject: Role, condition: str) -> Clause:
    claim = cell.claim
    copular, verb_start = _verb_start(source, subject.end, claim.trigger)
    aux = spelled_out([word.strip(',“”"') for word in source[verb_start : claim.trigger[0]].split()])
    if copular:
        middle = source[verb_start:copular]
        aux, verb, rest = spelled_out([word.strip(',“”"') for word in middle.split()]), "", (copular, span[1])
    else:
        verb, rest = source[slice(*claim.trigger)], (claim.trigger[1], span[1])
    if verb.lower() in BE and not aux:
        aux, verb = [verb.lower()], ""
    finite = any(word in FINITE for word in aux) or _is_finite(verb, claim.predicate, source, subject)
    lead = _lead(source, span[0], subject.start)
    begin = lead[1]
    return Clause(source, lead, (begin, verb_start), tuple(aux), verb, claim.predicate, rest, False, finite, condition)


def _lead(source: str, start: int, subject: int) -> Span:
    """What stands before the subject; words that belong to it ("Boko | Haram militants") are given back."""
    relative = _RELATIVE.match(source, start, subject)
    start = relative.end() if relative else start
    words = source[start:subject].strip()
    if not words or _MARK.match(words):
        return subject, subject
    if "," not in words and not _ADVERBIAL.match(words) and words[0].isalnum():
        return start, start
    return start, subject


def _is_finite(verb: str, lemma: str, source: str, subject: Role) -> bool:
    return bool(verb) and base_and_support(verb, lemma, source[subject.start : subject.end]) is not None


def _verb_start(source: str, subject_end: int, trigger: Span) -> tuple[int, int]:
    """Where the auxiliaries before a trigger begin; and for a copular clause where the copula ends (else 0)."""
    between = [(m[0], m.start()) for m in _WORD.finditer(source, subject_end, trigger[0])]
    begin = trigger[0]
    for word, at in reversed(between):
        if not may_stand_between(word):
            break
        begin = at
    if begin < trigger[0]:
        return 0, begin
    for k, (word, at) in enumerate(between):
        if word.lower() in BE or (word.lower() in {"be", "been", "being"} and k):
            first = at
            while k and may_stand_between(between[k - 1][0]):
                k -= 1
                first = between[k][1]
            last = at + len(word)
            for follower, place in ((w, p) for w, p in between if p > at):
                if follower.lower() not in {"not", "being", "been", "also", "still", "now"}:
                    break
                last = place + len(follower)
            return last, first
    return 0, begin


def _with_borrowed(cell: Cell, source: str, span: Span, subject: Role, condition: str) -> Clause:
    """A relative clause, a participle or a second predicate, with the noun that it is about as its subject."""
    claim = cell.claim
    if _ADVERBIAL.match(source, subject.start) or _RELATIVE.fullmatch(source[subject.start : subject.end]):
        return _whole(source, span, claim.predicate, condition)
    relative = _RELATIVE.match(source[span[0] : claim.trigger[0]])
    if not _near(source[subject.end : span[0]], relative is not None):
        return _whole(source, span, claim.predicate, condition)
    start = span[0] + (relative.end() if relative else 0)
    words = source[start : claim.trigger[0]].split()
    aux = spelled_out([word.strip(',“”"') for word in words])
    noun = (subject.start, subject.end)
    verb, rest = source[slice(*claim.trigger)], (claim.trigger[1], span[1])
    be = "were" if is_plural(source[slice(*noun)]) else "was"
    if not all(may_stand_between(word) for word in words):
        copula = re.match(r"(?:\S+\s){0,2}?(?:is|are|was|were)\s", source[start : claim.trigger[0]])
        if not copula:
            return _whole(source, (start, span[1]), claim.predicate, condition)
        aux, verb, rest = spelled_out(copula[0].split()), "", (start + copula.end(), span[1])
    elif not any(word in FINITE for word in aux):
        direct = not relative and source[subject.end : span[0]].strip(" ,—–-") == ""
        passive = subject.role == "patient" or (direct and _PARTICIPLE.search(verb.lower()))
        passive = (
            passive
            and claim.predicate not in INTRANSITIVE
            and verb.lower() not in PAST_ONLY
            and not _OBJECT.match(source, claim.trigger[1])
        )
        if verb.endswith("ing") or (passive and verb.lower() != claim.predicate):
            aux = [be, *aux]
    if verb.lower() in BE and not aux:
        aux, verb = [verb.lower()], ""
    finite = any(word in FINITE for word in aux) or _is_finite(verb, claim.predicate, source, subject)
    return Clause(source, (start, start), noun, tuple(aux), verb, claim.predicate, rest, True, finite, condition)


def _near(gap: str, relative: bool) -> bool:
    """Whether the noun before a clause can be its subject, by the words between: none, an apposition, or "… and"."""
    words = gap.strip(' ,—–-()“”"')
    if not words:
        return True
    return len(words) <= _APPOSITION if relative else bool(_JOINED.search(words)) and not _SUBORDINATE.search(words)


def sentence_of(cell: Cell, documents: Mapping[str, Document]) -> str:
    """The whole sentence of a cell."""
    source = documents[cell.document].text
    start, end = _line(source, *cell.claim.sentence, cell.claim.trigger[0])
    return _END_MARK.sub("", source[start:end].strip())
