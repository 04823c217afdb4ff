"""The content that follows its cue: clauses, quotations, commands, labels and things."""

from collections.abc import Sequence

from firsthand.claims.attribution.bounds import comma_after, limit, reach
from firsthand.claims.attribution.grammar import LINKS
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import words
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.shapes import closing, supposition, that_clause
from firsthand.claims.attribution.view import COMMAS, View

_TIMES = words("times")
_POSSESSIVES = frozenset({"its", "his", "their", "her"})
_NOMINAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"})
_TEXTS = words("records")
_FALSE = words("false")
_MEASURES = words("measures")


def following(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    """The content after a cue, as its frames allow; empty where the cue tells nothing."""
    end = closing(view, hit)
    if set(hit.frames) & set("axj"):
        labelled = _label(view, hit, hits, end)
        hit.thing = bool(labelled)
        if labelled or not set(hit.frames) & set("qcnf"):
            return labelled
    demanded = _demanded(view, hit, hits, end)
    if demanded is not None:
        return demanded
    begin, clausal = _content_start(view, hit, hit.stop, end)
    if begin < 0:
        return []
    if not clausal:
        hit.thing = True
        return [_thing(view, hit, hits, begin, end)]
    found = (begin, limit(view, hit, hits, begin, reach(view, hit, begin, end)))
    lead = supposition(view, hit, begin)
    return [lead, found] if lead else [found]


def _demanded(view: View, hit: Hit, hits: Sequence[Hit], end: int) -> list[Span] | None:
    """What somebody calls for, tells others to do, is accused of, or what is put at a number; None if nothing such."""
    start = hit.last
    if hit.lemma == "call" and start < end:
        if view.low[start] == "for":
            return [(start + 1, limit(view, hit, hits, start + 1, reach(view, hit, start + 1, end)))]
        if view.low[start] != "on":
            return []
        start += 1
    if "k" in hit.frames and (order := _command(view, start, end)):
        return [(start, limit(view, hit, hits, start, min(end, max(order, reach(view, hit, start, end)))))]
    if "s" in hit.frames:
        accused = any(view.low[k] == "of" for k in range(start, end))
        return [(start, limit(view, hit, hits, start, end))] if accused else []
    if hit.frames == "v":
        return [(start, limit(view, hit, hits, start, comma_after(view, start, end)))]
    return None


def _thing(view: View, hit: Hit, hits: Sequence[Hit], begin: int, end: int) -> Span:
    """The noun phrase that a cue tells of, further where it goes on as a clause."""
    thing = view.child(hit.verb, "obj", "obl")
    stop = view.right[max(thing, begin)] + 1 if thing >= begin else comma_after(view, begin, end)
    if "c" in hit.frames and stop < end and view.pos[stop] == "AUX":  # a clause that the parser took for an object
        stop = reach(view, hit, begin, end)
    if hit.kind == "show" or view.low[begin].endswith("ing"):  # shows him far ahead; reported raising a loan
        stop = max(stop, comma_after(view, begin, reach(view, hit, begin, end)))
    more = next((k for k in range(stop, end - 2) if view.low[k] == "and" and view.low[k + 1] == "that"), -1)
    if more >= 0:  # confirmed the deaths, and that …
        stop = reach(view, hit, begin, end)
    return begin, limit(view, hit, hits, begin, min(max(stop, begin + 1), end))


def _command(view: View, start: int, end: int) -> int:
    """One past the "to do" of a command (warned residents to stay), or 0."""
    for k in range(start + 1, min(end - 1, start + 9)):
        if view.low[k] == "that" or view.raw[k] in COMMAS or view.quote[k] != view.quote[start]:
            return 0
        if view.low[k] in {"to", "against"} and view.pos[k + 1] in {"VERB", "AUX", "PART"}:
            return k + 2
    return 0


def _content_start(view: View, hit: Hit, start: int, end: int) -> tuple[int, bool]:
    """Where the content after a cue starts, or -1; and whether it is a clause or speech rather than a noun phrase."""
    k = start
    set_off = hit.first > hit.unit.start and view.raw[hit.first - 1] == ","
    while k < end and (view.low[k] in _TIMES or (set_off and view.raw[k] == ",")):
        k += 1
    if set(hit.frames) & set("qcC"):
        colon = next(
            (
                j
                for j in range(start, min(end, start + 25))
                if view.raw[j] == ":" and view.quote[j] == view.quote[hit.verb]
            ),
            -1,
        )
        that = that_clause(view, start, end, things=hit.kind == "deny" or "n" in hit.frames)
        if that >= 0 and (colon < 0 or that < colon):
            return that + 1, True
        if 0 <= colon < end - 1 and not ("t" not in hit.frames and view.finite(k, colon)):
            return colon + 1, True
        quote = next((j for j in range(start, end) if view.quote[j] >= 0 and view.quote[j] != view.quote[hit.verb]), -1)
        clause = _clause_child(view, hit, start, end) if "C" not in hit.frames else -1
        if clause >= 0 and (quote < 0 or max(view.left[clause], start) <= quote):
            whole = "t" not in hit.frames and k < clause and (view.pos[k] in _NOMINAL or view.low[k] in _MEASURES)
            return _past_adjuncts(view, k if whole else max(view.left[clause], k), clause), True
        led = quote >= 0 and (view.raw[quote - 1] == "," or not view.finite(start, quote))
        if led or 0 <= quote <= start + 2:
            return _quote_begin(view, hit, start, quote), True
    if k < end and view.low[k] in LINKS and "c" in hit.frames:
        return k, True
    return _thing_start(view, hit, k, end)


def _clause_child(view: View, hit: Hit, start: int, end: int) -> int:
    for kid in view.kids[hit.verb]:
        if start <= kid < end and view.dep[kid] in {"ccomp", "parataxis"} and view.quote[kid] == view.quote[hit.verb]:
            if view.dep[kid] == "parataxis" and any(view.raw[j] in COMMAS for j in range(start, kid)):
                continue
            return kid
    return -1


def _quote_begin(view: View, hit: Hit, start: int, quote: int) -> int:
    """A quotation that completes a clause takes the clause's first words along (it was a “political trial”)."""
    k = start
    while k < quote and (view.pos[k] in {"ADV", "ADP"} or view.low[k] in _TIMES or view.raw[k] == ","):
        k += 1
    plain = "t" not in hit.frames and k < quote and view.raw[quote - 1] not in {",", ":"}
    return k if plain and view.pos[k] in {"DET", "PRON", "NOUN", "PROPN", "ADJ"} else quote


def _past_adjuncts(view: View, begin: int, clause: int) -> int:
    """Drops time words that the parser hung on the content (said Wednesday the talks …)."""
    while begin < clause and (view.low[begin] in _TIMES or view.raw[begin] == ","):
        begin += 1
    return begin


def _thing_start(view: View, hit: Hit, k: int, end: int) -> tuple[int, bool]:
    """The start of content that no "that", parsed clause or quotation shows, as ``_content_start`` gives it."""
    if k >= end:
        return -1, False
    if "f" in hit.frames and view.low[k] in {"of", "against", "about"}:
        return k + 1, False
    if "i" in hit.frames and view.low[k] == "to":
        return k, True
    if "T" in hit.frames:
        text = hit.head >= 0 and view.low[hit.head] in _TEXTS
        return (k, False) if text and view.pos[k] in _NOMINAL else (-1, False)
    if hit.lemma == "claim" and any(view.low[j] in {"lives", "life"} for j in range(k, min(end, k + 8))):
        return -1, False
    if _takes_thing(view, hit, k, end):
        thing = view.child(hit.verb, "obj", "ccomp", "xcomp")
        if thing >= k and view.quote[thing] == view.quote[hit.verb]:
            return max(view.left[thing], k), view.dep[thing] != "obj"
        if view.pos[k] in _NOMINAL - {"PRON"} or view.low[k].endswith("ing") or view.low[k] in _POSSESSIVES:
            return k, False
    return _clause_start(view, hit, k, end), True


def _takes_thing(view: View, hit: Hit, k: int, end: int) -> bool:
    if hit.lemma == "claim":  # claimed responsibility, but not the lead or a prize
        return any(view.low[j] in {"responsibility", "credit"} for j in range(k, min(end, k + 3)))
    return "n" in hit.frames or hit.kind == "deny"


def _clause_start(view: View, hit: Hit, k: int, end: int) -> int:
    """A clause without "that" which the parser missed, by its finite verb; -1 if there is none."""
    if "c" not in hit.frames:
        return -1
    if view.pos[k] in _NOMINAL and view.finite(k, end) and _has_subject(view, k, end):
        return k
    if "t" not in hit.frames and view.pos[k] == "ADP":  # disclosed to reporters the men were flown
        for j in range(k + 2, min(end, k + 9)):
            if view.pos[j] in {"DET", "PRON"} and view.pos[j - 1] != "ADP" and _has_subject(view, j, end):
                return j
    return -1


def _has_subject(view: View, k: int, end: int) -> bool:
    """Whether a clause of its own follows: a finite verb after a noun, not a participle or an infinitive."""
    for j in range(k, min(end, k + 25)):
        if view.pos[j] == "AUX" or (view.pos[j] == "VERB" and j > k):
            before = view.low[j - 1]
            return before != "to" and not (view.pos[j] == "VERB" and view.low[j].endswith("ing"))
        if view.raw[j] in {":", ";"}:
            return False
    return False


def _label(view: View, hit: Hit, hits: Sequence[Hit], end: int) -> list[Span]:
    """What somebody calls, describes or identifies as something; of a judgement ("hailed X as Y") only Y."""
    start = hit.last
    if (
        start >= end
        or view.raw[start] in {",", ":"}
        or view.low[start] in {"for", "on", "in", "off", "by", "to", "that"}
    ):
        return []
    if "x" not in hit.frames:
        link = next((k for k in range(start, min(end, start + 30)) if view.low[k] == "as"), -1)
        if link < 0 or any(view.raw[k] in {":", ";"} for k in range(start, link)):
            return []
        first = start if "a" in hit.frames else link + 1
        if first >= end:
            return []
        return [(first, limit(view, hit, hits, first, min(end, max(reach(view, hit, first, end), link + 2))))]
    thing, stop = view.child(hit.verb, "obj"), comma_after(view, start, end)
    label = view.child(hit.verb, "xcomp")
    if label > start and view.quote[label] == view.quote[hit.verb] and view.pos[label] in {"NOUN", "PROPN"}:
        stop = min(max(stop, view.right[label] + 1), end)
    quoted = any(view.quote[k] != view.quote[hit.verb] for k in range(start, stop))
    false = any(view.low[k] in _FALSE for k in range(start, stop))
    if not quoted and not false and (thing < 0 or label < 0):
        return []
    return [(start, limit(view, hit, hits, start, stop))]
