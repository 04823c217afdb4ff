"""Where the content of a cue stands in its sentence: before it, after it or around it."""

from firsthand.claims.attribution.grammar import JOINING, LINKS, RELATIVES
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import cue_nouns, words
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, View

_OPENERS = frozenset({"ADP", "SCONJ", "ADV"})
_TIMES = words("times")
_PICTURES = words("pictures")
_QUESTIONS = frozenset({"whether", "how", "why", "if", "when"})
_SUPPOSING = frozenset({"if", "whether", "unless", "although", "though", "while", "because", "even"})
_FEW = words("measures") | {"only", "even", "not"}
_ADJUNCT = frozenset({"ADP", "ADV", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PART"})


def shape_of(view: View, hit: Hit) -> str:
    """How a verb stands to its content: before or after it, relative, reduced, aside or passive."""
    if hit.passive:
        return "passive"
    if hit.relative >= 0:
        return "relative"
    if hit.reduced is not None:
        return "reduced"
    if _is_aside(view, hit):
        return "aside"
    if "q" not in hit.frames or hit.participle or (hit.inherits and not hit.inverted):
        return "before-content"
    start, previous = opening(view, hit), hit.first - 1
    if previous < start or (previous == start and view.raw[start] in QUOTE_MARKS):
        return "before-content"
    if view.raw[previous] == ":" or (view.low[previous] in LINKS | JOINING):
        return "before-content"
    quoted = ends_quote(view, previous, start)
    fenced = view.raw[previous] in COMMAS or view.raw[previous] in QUOTE_MARKS or view.raw[previous] in TERMINAL
    if quoted and not _begins_content(view, hit, strict=True):
        lead = view.pos[start] in {"ADP", "SCONJ"} or view.low[start].endswith(("ing", "ed"))
        led = lead and view.quote[start] == view.quote[hit.verb] and _begins_content(view, hit, strict=False)
        return "before-content" if led else "after-content"
    if not fenced:
        return "after-content" if hit.inverted and view.finite(start, previous) else "before-content"
    return _fenced_shape(view, hit, start, quoted)


def _is_aside(view: View, hit: Hit) -> bool:
    """As X puts it; as X says."""
    if hit.source is None or hit.first - 1 < hit.unit.start or view.low[hit.first - 1] != "as":
        return False
    fenced = hit.last >= hit.unit.end or view.raw[hit.last] in COMMAS | TERMINAL
    return fenced and bool(set(hit.frames) & set("uqc"))


def _fenced_shape(view: View, hit: Hit, start: int, quoted: bool) -> str:
    """The shape of a cue that a comma or a quotation mark parts from the words before it."""
    previous = hit.first - 1
    if hit.inverted and view.finite(start, previous + 1):
        return "after-content"
    if not view.finite(start, previous + 1):
        if splits_clause(view, hit, start) or _parenthetical(view, hit):
            return "after-content"
        heading = previous + 1 - start >= 3 and _after_is_empty(view, hit) and view.pos[start] not in _OPENERS
        return "after-content" if quoted or heading else "before-content"
    if _after_is_empty(view, hit):
        return "after-content"
    if _begins_content(view, hit, strict=False):
        told = hit.stop
        mid = told < hit.unit.end and view.raw[told] == ","
        return "after-content" if mid and not _adverbial(view, start) else "before-content"
    return "after-content"


def _adverbial(view: View, start: int) -> bool:
    """Whether a sentence opens with an adverbial or a participle (As the talks went on, … Asked why, …)."""
    return view.pos[start] in {"SCONJ", "ADP"} or (
        view.pos[start] == "VERB" and view.low[start].endswith(("ed", "ing")) and view.dep[start] != "root"
    )


def past_adjunct(view: View, hit: Hit) -> int:
    """One past a short adjunct after a cue (…, prosecutors contend in their brief, …)."""
    k = hit.stop
    while k < min(hit.unit.end, hit.stop + 8) and view.raw[k] != "," and view.pos[k] in _ADJUNCT:
        k += 1
    opens = k > hit.stop and (view.pos[hit.stop] in {"ADP", "ADV"} or view.low[hit.stop] in _TIMES)
    return k if opens and k < hit.unit.end and view.raw[k] == "," else hit.stop


def _parenthetical(view: View, hit: Hit) -> bool:
    """Whether a cue stands between commas after an adverbial, before its clause (Many days, X said, she would …)."""
    k = past_adjunct(view, hit)
    if k + 2 >= hit.unit.end or view.raw[k] != "," or view.raw[hit.first - 1] != ",":
        return False
    subject = view.pos[k + 1] in {"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"} or view.low[k + 1] in _FEW
    return subject and view.low[k + 1] not in RELATIVES and view.finite(k + 1, hit.unit.end) and not hit.inverted


def supposition(view: View, hit: Hit, begin: int) -> Span | None:
    """The clause before a cue that its content goes on from (If the dam breaks, X said, “…”; As it is, X said, …)."""
    start, k = opening(view, hit), hit.stop
    if (
        view.low[start] in {"if", "unless"}
        and view.raw[hit.first - 1] == ","
        and view.quote[begin] == view.quote[start]
    ):
        return (start, hit.first - 1) if view.finite(start, hit.first - 1) else None
    set_off = k < hit.unit.end and view.raw[k] == "," and hit.first - start > 3 and view.raw[hit.first - 1] == ","
    if not set_off or view.quote[start] != view.quote[hit.verb] or not view.finite(start, hit.first):
        return None
    speech = view.quote[begin] != view.quote[hit.verb]
    supposed = view.low[start] in _SUPPOSING and "asked" not in view.low[start : start + 4]
    plain = view.pos[start] == "SCONJ" and not speech and begin - k <= 2
    return (start, hit.first - 1) if supposed or plain else None


def _pictures(view: View, begin: int, first: int, last: int) -> bool:
    """Whether a source is a picture, or what a picture is of (video of the site showing …)."""
    of = first - 1 - (view.pos[first - 1] == "DET")
    before = max(begin, of - 4) if of > begin and view.low[of] == "of" else first
    return any(view.low[k] in _PICTURES for k in range(before, last))


def pictured(view: View, hit: Hit) -> bool:
    """Whether a picture shows something: that is the document describing it."""
    return hit.kind == "show" and hit.source is not None and _pictures(view, hit.unit.start, *hit.source)


def splits_clause(view: View, hit: Hit, start: int) -> bool:
    """Whether a cue between commas parts a subject from its verb (The museum, X said, opened …)."""
    k = past_adjunct(view, hit)
    if k + 1 >= hit.unit.end or view.raw[k] != "," or view.pos[start] in _OPENERS:
        return False
    first = k + 2 if view.raw[k + 1] in QUOTE_MARKS and k + 2 < hit.unit.end else k + 1
    return view.pos[first] in {"VERB", "AUX"} and not view.low[first].endswith("ing")


def opening(view: View, hit: Hit) -> int:
    """Where the words begin that can be the content before a cue: the unit, or its own quotation."""
    start = hit.unit.start
    quote = view.quote[hit.verb]
    while quote >= 0 and start < hit.verb and view.quote[start] != quote:
        start += 1
    return start


def closing(view: View, hit: Hit) -> int:
    """One past the words that can be the content after a cue."""
    end = hit.unit.end
    quote = view.quote[hit.verb]
    while quote >= 0 and end > hit.verb + 1 and view.quote[end - 1] != quote:
        end -= 1
    return end


def ends_quote(view: View, previous: int, start: int) -> bool:
    """Whether a quotation ends at a token, commas after its mark aside."""
    k = previous
    while k >= start and view.raw[k] in COMMAS:
        k -= 1
    return k >= start and view.raw[k] in QUOTE_MARKS and view.quote[k] >= 0


def _after_is_empty(view: View, hit: Hit) -> bool:
    end = closing(view, hit)
    k = hit.stop
    while k < end and (view.low[k] in _TIMES or view.raw[k] in TERMINAL or view.raw[k] in QUOTE_MARKS):
        k += 1
    return k >= end


def _begins_content(view: View, hit: Hit, *, strict: bool) -> bool:
    """Whether what follows a cue reads as its content: "that", a colon, a quotation, a clause of its own."""
    end, k = closing(view, hit), hit.stop
    while k < end and (view.low[k] in _TIMES or view.raw[k] == ","):
        k += 1
    if k >= end:
        return False
    if view.low[k] == "that" or view.raw[k] == ":":
        return True
    if view.raw[k] in QUOTE_MARKS and view.quote[k] >= 0:
        return not strict
    if strict:
        return False
    if view.pos[k] in {"ADP", "ADV", "SCONJ", "CCONJ"} or view.low[k].endswith("ing"):
        found = that_clause(view, k, end)
        return found >= 0 and found - k < 14
    if "t" in hit.frames and that_clause(view, k, end) >= 0:
        return True
    if view.low[k] == "to" and set(hit.frames) & set("ik"):
        return True
    clause = view.child(hit.verb, "ccomp", "parataxis")
    if clause > hit.verb:
        return True
    return (
        view.pos[k] in {"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"} and view.finite(k, end) and "t" not in hit.frames
    )


def that_clause(view: View, start: int, end: int, *, things: bool = True) -> int:
    """The "that" which opens the content after a cue, before any verb or colon; -1 if none.

    Without ``things`` a noun's own clause (said the claim that …) is none.
    """
    for k in range(start, min(end, start + 30)):
        if not things and k > start and view.low[k] == "that" and view.low[k - 1] in cue_nouns():
            return -1
        if view.low[k] in _QUESTIONS:
            return -1
        if (
            view.low[k] == "that"
            and view.pos[k] in {"SCONJ", "PRON", "DET"}
            and (view.pos[k] == "SCONJ" or view.head[k] > k + 1 or k == start)
            and not (k > start and view.pos[k] == "PRON" and view.dep[view.head[k]].startswith("acl"))
        ):
            return k
        if view.pos[k] in {"VERB", "AUX"} and view.dep[k] not in {"acl", "amod", "advcl", "acl:relcl"}:
            return -1
        if view.raw[k] in {":", ";"} or view.raw[k] in QUOTE_MARKS:
            return -1
    return -1
