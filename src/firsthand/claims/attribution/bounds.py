"""How far a content goes: to a comma, to the next cue of the same rank, to the end of its clause."""

from collections.abc import Sequence

from firsthand.claims.attribution.grammar import JOINING
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import cues, words
from firsthand.claims.attribution.phrases import Span
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, View

_FALLING_SILENT = frozenset({"declined", "refused"})
_GIVING_NOTHING = [["gave", "no"], ["offered", "no"], ["provided", "no"]]
_TELLING = frozenset({"discuss", "elaborate", "give", "identify", "name", "offer", "provide"})
_TURNING = frozenset({"but", "and", "though", "although"})
_THEMSELVES = frozenset({"he", "she", "they", "it"})
_FOLLOWING = frozenset({"drawing", "marking", "prompting", "reflecting", "sparking", "triggering", "underscoring"})
_WEAK_JOINING = frozenset({"and"})
_SPEAKING = words("speaking")


def comma_after(view: View, start: int, end: int) -> int:
    """The first comma, dash or semicolon outside quotations from a token on; the end if there is none.

    A comma inside the closing mark of a quotation ("shameful,") counts: English print moves it there.
    """
    if start >= end:
        return end
    own = view.quote[start]
    for k in range(start, end):
        if view.quote[k] == own and view.raw[k] in COMMAS and view.raw[k] not in {"-", "–"}:
            return k
        closes = view.quote[k] != own and view.raw[k] in QUOTE_MARKS and (k + 1 >= end or view.quote[k + 1] == own)
        if closes and k > start and view.raw[k - 1] == ",":
            return k + 1
    return end


def reach(view: View, hit: Hit, begin: int, end: int) -> int:
    """How far a clause goes: to the sentence's end if its cue is the main verb, else to the end of its subtree."""
    at = hit.verb
    for _ in range(12):
        if view.head[at] == at or view.dep[at] == "root":
            return end
        up = view.head[at]
        if (
            up > hit.verb
            and view.pos[up] in {"VERB", "AUX", "NOUN", "ADJ"}
            and view.dep[at] not in {"parataxis", "ccomp"}
        ):
            stop = max(view.right[hit.verb] + 1, begin + 1)
            return min(end, stop if stop > begin + 2 else comma_after(view, begin, end))
        at = up
    return end


def limit(view: View, hit: Hit, hits: Sequence[Hit], begin: int, end: int) -> int:
    """Cuts a content that follows its cue where another cue of the same rank begins."""
    end = _semicolon(view, hit, hits, begin, end)
    for other in hits:
        if (
            other is hit
            or other.cue[0] <= begin
            or other.cue[0] >= end
            or view.quote[other.verb] != view.quote[hit.verb]
        ):
            continue
        cut = _boundary(view, other, begin)
        if cut >= 0:
            return cut
    return _comment(view, begin, _contrast(view, hit, begin, end))


def _semicolon(view: View, hit: Hit, hits: Sequence[Hit], begin: int, end: int) -> int:
    """The semicolon after which somebody else, or the same one again, is cited; the end if there is none."""
    for k in range(begin, end):
        if view.raw[k] == ";" and view.quote[k] == view.quote[hit.verb]:
            return k if any(other.cue[0] > k and view.quote[other.verb] == view.quote[k] for other in hits) else end
    return end


def _comment(view: View, begin: int, end: int) -> int:
    """Where the author's comment on what was told begins, set off at the end (…, a sign of how tense things are)."""
    if begin >= end:
        return end
    last = end - 1
    while last > begin and (view.raw[last] in TERMINAL or view.raw[last].isspace()):
        last -= 1
    own = view.quote[begin]
    for k in range(last - 2, begin + 4, -1):
        if view.quote[k] != own or view.raw[k] in TERMINAL:
            return end
        if view.raw[k] not in {",", "—", "–", "--"}:
            continue
        sums_up = view.low[k + 1] in {"a", "an"} or view.words(k + 1, k + 3).lower() == "the first"
        return k if sums_up and view.pos[k - 1] not in {"PROPN", "NUM"} and view.finite(begin, k) else end
    return end


def _contrast(view: View, hit: Hit, begin: int, end: int) -> int:
    """Where the document goes on in its own voice after indirect speech: what others did, was not told, or followed."""
    for k in range(begin + 3, end - 2):
        if view.quote[k] != view.quote[hit.verb]:
            continue
        comma = view.raw[k - 1] == ","
        compares = view.low[k] == "compared" or (view.low[k] == "while" and view.pos[k + 1] == "NUM")
        if comma and (compares or view.low[k] in _FOLLOWING):
            return k - 1
        if view.low[k] in _TURNING and _falls_silent(view, k + 1, end):
            return k - comma
        if comma and view.low[k] == "but" and _own_clause(view, begin, k, end):
            return k - 1
    return end


def _falls_silent(view: View, k: int, end: int) -> bool:
    """Whether a clause says what was not told (but did not say who; though she gave no reason)."""
    k += view.low[k] in _THEMSELVES
    if view.low[k] in _FALLING_SILENT or view.low[k : k + 2] in _GIVING_NOTHING:
        return True
    if k + 2 >= end or view.pos[k] != "AUX" or view.low[k + 1] not in {"not", "n't", "n’t"}:
        return False
    return any(view.low[j] in cues() or view.low[j] in _TELLING for j in range(k + 2, min(k + 5, end)))


def _own_clause(view: View, begin: int, k: int, end: int) -> bool:
    """Whether ", but" begins a clause with an authority as its own subject."""
    after = k + 1
    people = any(view.low[j] in _SPEAKING for j in range(after, min(after + 4, end)))
    own = people and view.pos[after] in {"DET", "NOUN", "PROPN", "NUM", "ADJ"} and view.low[after] != "that"
    return own and view.finite(begin, k) and view.finite(after, min(end, after + 10))


def _boundary(view: View, other: Hit, begin: int) -> int:
    """Where another cue's part of the sentence starts, or -1 if it lies inside the content."""
    if _inside(view, other):
        return -1
    first = min(other.first if other.source is None or other.source[0] > begin else other.cue[0], other.cue[0])
    if other.inherits or other.participle:
        first = other.cue[0]
    before = first - 1
    while before > begin and view.pos[before] == "ADV" and view.raw[before] not in COMMAS:
        before -= 1
    if before <= begin:
        return -1
    comma = view.raw[before] in COMMAS or view.raw[before] in QUOTE_MARKS
    if other.shape in {"citing", "phrase"}:
        ends = not any(view.raw[k] in COMMAS for k in range(other.last, other.unit.end))
        return before if comma and ends and view.quote[before] == view.quote[other.verb] else -1
    if comma and (other.inverted or other.participle or other.shape == "after-content"):
        return before
    return -1 if other.participle else _joint(view, other, before)


def _inside(view: View, other: Hit) -> bool:
    """Whether another cue belongs to what is told (it was late and he believed …; had her staff call and tell …)."""
    if other.kind in {"belief", "show"} and other.shape != "after-content":
        return True
    return other.inherits and view.low[other.verb] == other.lemma and view.pos[other.cue[0]] == "VERB"


def _joint(view: View, other: Hit, before: int) -> int:
    """Where a joining word parts a content from the next cue, or -1."""
    if view.low[before] not in JOINING:
        return -1
    own = other.source is not None and not other.inherits
    fenced = view.raw[before - 1] in COMMAS or view.raw[before - 1] in QUOTE_MARKS
    if not own:
        return before if view.pos[before] == "CCONJ" else -1
    if fenced:
        return before - 1
    return before if view.low[before] not in _WEAK_JOINING else -1


def trim(view: View, first: int, last: int) -> Span | None:
    """A span without commas, joining words and full stops at its ends; None if nothing is left."""
    while first < last and (view.raw[first] in COMMAS or view.raw[first] in {":", ")"} or view.pos[first] == "SPACE"):
        first += 1
    while last > first and (
        view.raw[last - 1] in COMMAS or view.raw[last - 1] in TERMINAL or view.pos[last - 1] == "SPACE"
    ):
        last -= 1
    while last > first and view.low[last - 1] in {"and", "but", "while", "(", ":"}:
        last -= 1
        while last > first and view.raw[last - 1] in COMMAS:
            last -= 1
    return (first, _closed(view, first, last)) if last > first else None


def _closed(view: View, first: int, last: int) -> int:
    """The end of a span with the marks that close a quotation begun in it (… "New York values,")."""
    quote = view.quote[last - 1]
    if quote < 0 or view.quote[first] == quote or view.raw[last - 1] in QUOTE_MARKS:
        return last
    end = last
    while end < len(view.raw) and view.quote[end] == quote and view.raw[end] in COMMAS | TERMINAL | QUOTE_MARKS:
        end += 1
    return end if view.raw[end - 1] in QUOTE_MARKS else last
