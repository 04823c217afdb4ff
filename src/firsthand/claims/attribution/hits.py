"""Where somebody is said to know something: cue verbs with their subject and extent, before content is cut out."""

from collections.abc import Iterator

from firsthand.claims.attribution.grammar import NAMING, PRONOUNS, RELATIVES
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import Cue, cues, roles
from firsthand.claims.attribution.phrases import Span, named_after, named_before
from firsthand.claims.attribution.subjects import find_source
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, Unit, View

_SURE = frozenset(
    {"said", "says", "told", "tells", "added", "adds", "wrote", "writes", "tweeted", "announced", "denied"}
)
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
_MODALS = frozenset({"may", "might", "could", "should", "must", "can", "would"})
_REFUSING = frozenset(
    {"decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing", "unable"}
)
_INVERTING = frozenset({"has", "have", "had", "did", "does", "do", "is", "was"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "without"})


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
    if view.pos[i] == "AUX" or view.low[i] in {"citing", "quoting"} or ("T" in cue.frames and cue.form == "ing"):
        return False
    if view.pos[i] == "VERB":
        governed = i > unit.start and view.head[i - 1] == i and view.dep[i - 1] == "nsubj"
        governed |= i > unit.start and view.raw[i - 1] == "," and view.dep[view.head[i]].startswith("nsubj")
        governed |= cue.form == "past" and i > unit.start and _can_be_subject(view, i - 1)
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
        while k > unit.start and view.pos[k] in NAMING:
            k -= 1
        return view.quote[k] >= 0 or (view.raw[k] in COMMAS and view.finite(unit.start, k))
    finite = i + 1 < unit.end and view.low[i + 1] in {"was", "were", "is", "are", "has", "had", "have"}
    if finite and cue.form in {"third", "past"}:  # which the agency reports was …
        return any(view.low[k] in RELATIVES for k in range(max(unit.start, i - 6), i - 1))
    return False


def _can_be_subject(view: View, i: int) -> bool:
    """Whether a word right before a cue can be its subject, though the parser took the cue for an adjective."""
    named = view.raw[i][:1].isupper() and view.pos[i] == "ADJ"
    return view.pos[i] in {"NOUN", "PROPN", "PRON"} or named or (view.pos[i] == "ADJ" and view.low[i] in roles())


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
    if j > unit.start and view.low[j] in PRONOUNS and view.low[j - 1] in _INVERTING:  # nor has it denied
        j -= 1
    while j >= max(unit.start, i - 5) and view.pos[j] in {"AUX", "PART", "ADV", "CCONJ"}:
        if view.low[j] in _NEGATIONS or (view.low[j] in _MODALS and cues()[view.low[i]].lemma != "add"):
            return True
        j -= 1
    return j >= unit.start and view.low[j] in {"without", "before"} and cues()[view.low[i]].form == "ing"


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
    if not _has_particle(view, hit):
        return None
    if passive:
        return hit
    find_source(view, hit)
    if hit.source is not None:
        hit.first, hit.last = min(hit.first, hit.source[0]), max(hit.last, hit.source[1])
    hit.after = _past_hearer(view, hit)
    if hit.source is not None and not hit.inherits:
        _mark_relative(view, hit)
    return hit


def _has_particle(view: View, hit: Hit) -> bool:
    """Whether the word stands after a cue that tells only with it: point out, put it, put the toll at 40."""
    k, frames = hit.verb + 1, hit.frames
    after = view.low[k] if k < hit.unit.end else ""
    if "o" in frames:
        hit.frames = "qcn"
        found = after == "out"
    elif "u" in frames and after != "it":
        hit.frames = "v"
        return _values(view, k, hit.unit)
    elif "u" in frames:
        found = True
    else:
        return True
    hit.last, hit.cue = k + 1, (hit.cue[0], k + 1)
    return found


def _values(view: View, start: int, unit: Unit) -> bool:
    """Whether something is put at a number (put the number of dead at 40)."""
    at = next((k for k in range(start, min(unit.end - 1, start + 14)) if view.low[k] == "at"), -1)
    return at > start and any(view.pos[k] == "NUM" or view.quote[k] >= 0 for k in range(at + 1, min(unit.end, at + 5)))


def _mark_relative(view: View, hit: Hit) -> None:
    """Notes the relative pronoun (which X said …) or the bare noun (a decision X said …) that a content tells of."""
    before, after = hit.first - 1, hit.last
    if before < hit.unit.start or view.low[before] not in RELATIVES:
        if view.dep[hit.verb].startswith("acl") and _goes_on(view, hit):
            hit.reduced = _noun_before(view, hit)
        return
    while after < hit.unit.end and view.pos[after] == "ADV":
        after += 1
    labels = "x" in hit.frames or "a" in hit.frames
    verbal = after < hit.unit.end and (view.pos[after] in {"AUX", "VERB"} or labels)
    if verbal and not (view.low[before] == "that" and view.pos[before] == "SCONJ"):
        hit.relative = before


def _goes_on(view: View, hit: Hit) -> bool:
    """Whether a clause's verb stands right after source and cue (a decision they say cost …)."""
    return hit.last < hit.unit.end and view.pos[hit.last] in {"AUX", "VERB"} and not hit.inverted


def _noun_before(view: View, hit: Hit) -> Span | None:
    """The noun phrase right before a source, which the relative clause tells of."""
    near = named_before(view, hit.first, hit.unit)
    return near[0] if near is not None and view.pos[near[1]] in {"NOUN", "PROPN"} else None


def _past_hearer(view: View, hit: Hit) -> int:
    """One past those who were told (told reporters …; warned the minister that …), or the end of source and cue."""
    if "t" not in hit.frames or hit.inverted:
        return hit.last
    near = named_after(view, hit.last, hit.unit)
    if near is None:
        return hit.last
    end = near[0][1]
    while end + 1 < hit.unit.end and view.low[end] in {"in", "at", "on", "from"} and view.pos[end + 1] != "PRON":
        further = named_after(view, end + 1, hit.unit)  # a crowd in West Virginia
        if further is None:
            break
        end = further[0][1]
    if end < hit.unit.end and view.quote[end] != view.quote[hit.verb] and view.quote[end] >= 0:
        named = view.quotes[view.quote[end]]  # told ABC's “Good Morning”
        while end < hit.unit.end and not named.full(view.text) and view.quote[end] == view.quote[near[0][1]]:
            end += 1
    if end < hit.unit.end and (view.pos[end] in {"AUX", "VERB"} or view.low[end] in {"to", "who", "which"}):
        return hit.last  # told residents to leave; warned the bridge was unsafe
    return end


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
