"""Where somebody is said to know something: cue verbs with their subject and extent, before content is cut out."""

from collections.abc import Iterator

import msgspec

from firsthand.claims.attribution.lexicon import Cue, Kind, cues, words
from firsthand.claims.attribution.phrases import Span, named_after, named_before, noun_phrase
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, Unit, View

_SURE = frozenset(
    {"said", "says", "told", "tells", "added", "adds", "wrote", "writes", "tweeted", "announced", "denied"}
)
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
_MODALS = frozenset({"may", "might", "could", "should", "must", "can", "would"})
_REFUSING = frozenset(
    {"decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing", "unable"}
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "without"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who"})
_RELATIVES = frozenset({"who", "which", "that", "what", "whom", "whose"})
_STATEMENTS = words("statements")
_GIVING = words("giving")


class Hit(msgspec.Struct):
    """One cue and what stands around it; tokens, end exclusive. ``first``..``last`` is source and cue together."""

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
    participle: bool = False
    inherits: bool = False
    shape: str = ""
    outer: "Hit | None" = None
    content: list[Span] = msgspec.field(default_factory=list)


def verb_hits(view: View, unit: Unit) -> Iterator[Hit]:
    """The cue verbs of a unit that tell something, in order."""
    table = cues()
    previous: Hit | None = None
    for i in range(unit.start, unit.end):
        cue = table.get(view.low[i])
        if cue and _is_verb(view, i, cue, unit) and not _silent(view, i, unit):
            hit = _hit(view, unit, i, cue)
            if hit is not None:
                _same_speaker(view, hit, previous)
                yield hit
                previous = hit if hit.source is not None and not hit.passive else previous


def _same_speaker(view: View, hit: Hit, previous: Hit | None) -> None:
    """A participle after a comma (", adding that") goes with the cue before it, whatever the parser hung it on."""
    before = view.raw[hit.cue[0] - 1] if hit.cue[0] > hit.unit.start else ""
    follows = hit.participle and (before in COMMAS or before in QUOTE_MARKS)
    joined = before in {"and", "but"} and "q" in hit.frames and (hit.inherits or hit.source is None)
    if previous is not None and (follows or joined) and view.quote[previous.verb] == view.quote[hit.verb]:
        hit.source, hit.head, hit.inherits = previous.source, previous.head, True
        hit.first = hit.cue[0]


def _is_verb(view: View, i: int, cue: Cue, unit: Unit) -> bool:
    if view.pos[i] == "AUX" or view.low[i] == "citing" or ("T" in cue.frames and cue.form == "ing"):
        return False
    if view.pos[i] == "VERB":
        governed = i > unit.start and view.head[i - 1] == i and view.dep[i - 1] == "nsubj"
        governed |= i > unit.start and view.raw[i - 1] == "," and view.dep[view.head[i]].startswith("nsubj")
        return governed or not (view.dep[i] == "amod" and i + 1 < unit.end and view.head[i] > i)
    if view.low[i] in _SURE:
        return view.pos[i] != "ADJ"
    noun_before = i > unit.start and view.pos[i - 1] in {"NOUN", "PROPN", "PRON"}
    last = i + 1 >= unit.end or view.raw[i + 1] in TERMINAL or view.raw[i + 1] in COMMAS
    if cue.form == "past" and noun_before and not last and "q" in cue.frames:  # the army confirmed rounds had …
        return True
    if (
        cue.form == "third" and noun_before and last and "q" in cue.frames and view.quote[i] < 0
    ):  # “…,” the paper reports.
        k = i - 1
        while k > unit.start and view.pos[k] in _NAMING:
            k -= 1
        return view.quote[k] >= 0 or (view.raw[k] in COMMAS and view.finite(unit.start, k))
    finite = i + 1 < unit.end and view.low[i + 1] in {"was", "were", "is", "are", "has", "had", "have"}
    if finite and cue.form in {"third", "past"}:  # which the agency reports was …
        return any(view.low[k] in _RELATIVES for k in range(max(unit.start, i - 6), i - 1))
    return False


def _silent(view: View, i: int, unit: Unit) -> bool:
    """Whether nothing is told: a refusal, a negated or merely possible saying."""
    if cues()[view.low[i]].form == "base":
        j = i - 1
        while j >= unit.start and view.pos[j] in {"ADV", "PART"} and view.low[j] not in {"to", "not", "n't"}:
            j -= 1
        if j >= unit.start and view.low[j] == "to":
            before = {view.low[k] for k in range(max(unit.start, j - 3), j)}
            return not before & {"went", "goes", "continued", "appeared", "seemed", "used"} or bool(before & _REFUSING)
    j = i - 1
    while j >= max(unit.start, i - 5) and view.pos[j] in {"AUX", "PART", "ADV", "CCONJ"}:
        if view.low[j] in _NEGATIONS or (view.low[j] in _MODALS and cues()[view.low[i]].lemma != "add"):
            return True
        j -= 1
    return j >= unit.start and view.low[j] in {"without", "before", "by"} and cues()[view.low[i]].form == "ing"


def _hit(view: View, unit: Unit, i: int, cue: Cue) -> Hit | None:
    begin = i
    while (
        begin > unit.start
        and view.pos[begin - 1] in _BETWEEN
        and view.low[begin - 1] not in {"when", "where", "how", "why", "that"}
    ):
        begin -= 1
    passive = _is_passive(view, i, begin, cue)
    while begin < i and view.pos[begin] == "ADV" and view.raw[begin][:1].isupper():
        begin += 1
    hit = Hit((begin, i + 1), cue.kind, cue.frames, i, begin, i + 1, unit, cue.lemma, passive=passive)
    hit.participle = cue.form == "ing" and not any(view.pos[k] == "AUX" for k in range(begin, i))
    if "o" in cue.frames:
        if i + 1 >= unit.end or view.low[i + 1] != "out":
            return None
        hit.last, hit.cue, hit.frames = i + 2, (begin, i + 2), "qcn"
    if "u" in cue.frames:
        if i + 1 >= unit.end or view.low[i + 1] != "it":
            return None
        hit.last, hit.cue = i + 2, (begin, i + 2)
    if passive:
        return hit
    _find_source(view, hit)
    if hit.source is not None:
        hit.first, hit.last = min(hit.first, hit.source[0]), max(hit.last, hit.source[1])
    before = hit.first - 1
    if before >= unit.start and view.low[before] in _RELATIVES and hit.source is not None and not hit.inherits:
        after = hit.last
        while after < unit.end and view.pos[after] in {"ADV"}:
            after += 1
        verbal = after < unit.end and (view.pos[after] in {"AUX", "VERB"} or "x" in hit.frames or "a" in hit.frames)
        if verbal and not (view.low[before] == "that" and view.pos[before] == "SCONJ"):
            hit.relative = before
    return hit


def _is_passive(view: View, i: int, begin: int, cue: Cue) -> bool:
    if cue.form not in {"past", "participle"}:
        return False
    verbs = [view.low[k] for k in range(begin, i) if view.pos[k] == "AUX"]
    if verbs:
        return (
            verbs[-1] in {"be", "been", "being", "is", "are", "was", "were", "'s", "’s", "'re", "’re"}
            and view.low[i] != "said"
        ) or (verbs[-1] in {"be", "been", "is", "are", "was", "were"})
    after = view.low[i + 1 : i + 3]
    bare = view.dep[i] in {"acl", "amod", "conj", "advcl"} and (after[:1] == ["by"] or after == ["to", "be"])
    return bare and "p" in cue.frames


def _find_source(view: View, hit: Hit) -> None:
    unit, i = hit.unit, hit.verb
    subject = _parsed_subject(view, i, unit)
    if subject >= 0 and view.low[subject] in _RELATIVES:
        hit.inherits = True
        antecedent = _antecedent(view, subject, i, unit)
        if antecedent is not None:
            hit.head, hit.source = antecedent[1], antecedent[0]
        hit.first = min(hit.first, subject)
        if hit.source is not None:  # the complex itself begins at the relative pronoun
            hit.source, hit.head = antecedent[0], antecedent[1]  # type: ignore[index]
        return
    if subject >= 0 and not _plausible(view, subject, i):
        subject = -1
    own = subject >= 0 and (view.head[subject] == i or _finite_participle(view, subject, hit))
    if own and subject < i and any(view.low[k] == "who" for k in range(subject + 1, i)):
        own = view.pos[i] == "VERB" and view.dep[i] not in {"acl", "acl:relcl"}
    near = None
    if not own and _may_invert(view, hit):
        near = named_after(view, hit.last, unit)
        if near is not None and not _stands_last(view, near[0], unit):
            near = None
        hit.inverted = near is not None
    if near is None and not own and not hit.participle:
        near = named_before(view, hit.cue[0], unit)
    if near is None and subject < 0:
        near = _after_quote(view, hit)
    if near is not None:
        hit.source, hit.head = near
    elif subject >= 0:
        hit.head, hit.source = subject, noun_phrase(view, subject, i, unit)
        hit.inherits = not own
        hit.inverted = own and subject > i


def _after_quote(view: View, hit: Hit) -> tuple[Span, int] | None:
    """The noun phrase between a quotation and its cue (“…,” a man who gave no name said)."""
    k = hit.verb - 1
    while k > hit.unit.start and hit.verb - k < 20 and view.quote[k] == view.quote[hit.verb]:
        k -= 1
    if view.quote[k] == view.quote[hit.verb] or view.raw[k] not in QUOTE_MARKS:
        return None
    return named_after(view, k + 2 if view.raw[k + 1] in COMMAS else k + 1, hit.unit)


def _finite_participle(view: View, noun: int, hit: Hit) -> bool:
    """Whether the parser took a finite cue for a participle of its subject (a source close to the talks said)."""
    i = hit.verb
    joined = view.dep[i] == "acl" and view.head[i] == noun < i and not hit.participle
    return joined and not any(view.pos[k] in {"VERB", "AUX"} for k in range(noun + 1, i))


def _plausible(view: View, subject: int, verb: int) -> bool:
    """Whether a parsed subject can be one: no preposition before it, no verb, nothing fencing it off from its verb."""
    if view.pos[subject] in {"VERB", "AUX", "ADP", "SCONJ", "ADV"} and view.low[subject] not in _PRONOUNS:
        return False
    if any(
        view.dep[kid] == "case" and kid < subject and view.low[kid] not in {"of", "'s", "’s"}
        for kid in view.kids[subject]
    ):
        return False
    if subject < verb:
        fences = sum(view.raw[k] in {"—", "–", "--", ":"} for k in range(subject + 1, verb))
        quoted = sum(view.quote[k] != view.quote[verb] for k in range(subject + 1, verb))
        return fences != 1 and quoted <= 5  # the newspaper “Blatt” said
    return True


def _stands_last(view: View, source: Span, unit: Unit) -> bool:
    """Whether nothing that a source after its verb could be the subject of follows it."""
    after = source[1]
    return (
        after >= unit.end
        or view.raw[after] in TERMINAL | COMMAS
        or view.pos[after] in {"ADP", "SCONJ", "ADV"}
        or (view.low[after] in _RELATIVES or view.low[after].endswith("ing") or view.quote[after] >= 0)
    )


def _may_invert(view: View, hit: Hit) -> bool:
    before = hit.cue[0] - 1
    if (
        before <= hit.unit.start
        or hit.participle
        or "q" not in hit.frames
        or hit.cue[0] < hit.verb
        or ("t" in hit.frames and hit.lemma != "warn")
    ):
        return False
    if view.raw[before] in QUOTE_MARKS or (view.raw[before] in COMMAS and view.raw[before - 1] in QUOTE_MARKS):
        return True
    return view.raw[before] in COMMAS and view.finite(hit.unit.start, before)


def _parsed_subject(view: View, i: int, unit: Unit) -> int:
    at, steps = i, 0
    while steps < 6:
        kid = next((k for k in reversed(view.kids[at]) if view.dep[k] in _SUBJECTS and (k < i or at == i)), -1)
        if kid >= 0 and unit.start <= kid < unit.end and view.quote[kid] == view.quote[i] and _reachable(view, kid, at):
            return kid
        if view.dep[at] in {"conj", "xcomp", "advcl", "parataxis"} or (
            at == i and view.dep[at] == "ccomp" and steps == 0
        ):
            at = view.head[at]
        elif view.dep[at].startswith("acl"):
            return _issuer(view, view.head[at])
        else:
            break
        if not unit.start <= at < unit.end or view.quote[at] != view.quote[i]:
            break
        steps += 1
    return -1


def _reachable(view: View, subject: int, verb: int) -> bool:
    """Whether no quotation and no full stop stands between a verb and its subject."""
    low, high = min(subject, verb), max(subject, verb)
    return high - low < 60 and all(view.quote[k] == view.quote[verb] or view.quote[verb] >= 0 for k in (low, high))


def _issuer(view: View, noun: int) -> int:
    """The person or body behind a statement ("the ministry issued a statement saying"), else the noun itself."""
    verb = view.head[noun]
    if view.low[noun] in _STATEMENTS and view.low[verb] in _GIVING and view.dep[noun] == "obj":
        subject = view.child(verb, "nsubj")
        return subject if subject >= 0 else noun
    return noun


def _antecedent(view: View, pronoun: int, verb: int, unit: Unit) -> tuple[Span, int] | None:
    head = view.head[verb]
    if view.dep[verb].startswith("acl") and unit.start <= head < pronoun and view.pos[head] in _NAMING:
        return noun_phrase(view, head, pronoun, unit), head
    return named_before(view, pronoun, unit)
