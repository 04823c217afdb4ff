"""Which words of a sentence are the content of its cues: before, after or around them."""

from collections.abc import Sequence

from firsthand.claims.attribution.hits import Hit, Span
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, View

_JOINING = frozenset({"and", "but", "while", "though", "although", "whereas", "yet"})
_WEAK_JOINING = frozenset({"and"})
_OPENERS = frozenset({"ADP", "SCONJ", "ADV"})
_TIMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tonight",
        "earlier",
        "later",
        "mon.",
        "tue.",
        "wed.",
        "thu.",
        "fri.",
        "sat.",
        "sun.",
        "now",
        "then",
        "recently",
        "again",
        "already",
        "also",
        "early",
        "late",
    ]
)
_NOMINAL = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"})
_TEXTS = frozenset(
    "report statement sheet indictment complaint document documents letter list lawsuit filing affidavit verdict memo charges "
    "records record ruling warrant study survey message email post".split()
)
_PICTURES = frozenset(
    "photo photos photograph photographs image images picture pictures grab still screenshot map graphic illustration".split()
)
_MEASURES = frozenset({"at", "up", "about", "around", "nearly", "almost", "over", "under", "roughly", "some", "more", "fewer"})
_LINKS = frozenset({"that", "how", "why", "whether", "what", "if", "where", "who", "when"})


def place_contents(view: View, hits: Sequence[Hit]) -> None:
    """Gives each hit of one unit its shape, then its content; a hit without content keeps none."""
    for hit in hits:
        hit.shape = hit.shape or _shape(view, hit)
    for hit in hits:
        if hit.content:
            continue
        match hit.shape:
            case "relative":
                hit.content = _relative(view, hit)
            case "after-content":
                hit.content = _before(view, hit, hits)
            case "passive":
                hit.content = _passive(view, hit, hits)
            case "before-content" if not _pictured(view, hit):
                hit.content = _after(view, hit, hits)
        hit.content = [span for span in (trim(view, *s) for s in hit.content) if span]


def _pictured(view: View, hit: Hit) -> bool:
    """Whether a picture shows something: that is the document describing it."""
    return hit.kind == "show" and hit.source is not None and any(view.low[k] in _PICTURES for k in range(*hit.source))


def _shape(view: View, hit: Hit) -> str:
    if hit.passive:
        return "passive"
    if hit.relative >= 0:
        return "relative"
    if "q" not in hit.frames or hit.participle or (hit.inherits and not hit.inverted):
        return "before-content"
    start, previous = _opening(view, hit), hit.first - 1
    if previous < start:
        return "before-content"
    if view.raw[previous] == ":" or (view.low[previous] in _LINKS | _JOINING):
        return "before-content"
    quoted = _ends_quote(view, previous, start)
    fenced = view.raw[previous] in COMMAS or view.raw[previous] in QUOTE_MARKS or view.raw[previous] in TERMINAL
    if quoted and not _begins_content(view, hit, strict=True):
        lead = view.pos[start] in {"ADP", "SCONJ"} or view.low[start].endswith(("ing", "ed"))
        led = lead and view.quote[start] == view.quote[hit.verb] and _begins_content(view, hit, strict=False)
        return "before-content" if led else "after-content"
    if not fenced:
        return "after-content" if hit.inverted and view.finite(start, previous) else "before-content"
    if not view.finite(start, previous + 1):
        heading = previous + 1 - start >= 3 and _after_is_empty(view, hit) and view.pos[start] not in _OPENERS
        return "after-content" if quoted or heading else "before-content"
    if _after_is_empty(view, hit):
        return "after-content"
    if _begins_content(view, hit, strict=False):
        mid = hit.last < hit.unit.end and view.raw[hit.last] == ","
        return "after-content" if mid and view.pos[start] not in {"SCONJ", "ADP"} else "before-content"
    return "after-content"


def _opening(view: View, hit: Hit) -> int:
    """Where the words begin that can be the content before a cue: the unit, or its own quotation."""
    start = hit.unit.start
    quote = view.quote[hit.verb]
    while quote >= 0 and start < hit.verb and view.quote[start] != quote:
        start += 1
    return start


def _closing(view: View, hit: Hit) -> int:
    """One past the words that can be the content after a cue."""
    end = hit.unit.end
    quote = view.quote[hit.verb]
    while quote >= 0 and end > hit.verb + 1 and view.quote[end - 1] != quote:
        end -= 1
    return end


def _ends_quote(view: View, previous: int, start: int) -> bool:
    k = previous
    while k >= start and view.raw[k] in COMMAS:
        k -= 1
    return k >= start and view.raw[k] in QUOTE_MARKS and view.quote[k] >= 0


def _after_is_empty(view: View, hit: Hit) -> bool:
    end = _closing(view, hit)
    k = hit.last
    while k < end and (view.low[k] in _TIMES or view.raw[k] in TERMINAL or view.raw[k] in QUOTE_MARKS):
        k += 1
    return k >= end


def _begins_content(view: View, hit: Hit, *, strict: bool) -> bool:
    """Whether what follows a cue reads as its content: "that", a colon, a quotation, a clause of its own."""
    end, k = _closing(view, hit), hit.last
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
        found = _that(view, k, end)
        return found >= 0 and found - k < 14
    clause = view.child(hit.verb, "ccomp", "parataxis")
    if clause > hit.verb:
        return True
    return (
        view.pos[k] in {"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"} and view.finite(k, end) and "t" not in hit.frames
    )


def _that(view: View, start: int, end: int) -> int:
    """The "that" which opens the content after a cue, before any verb or colon; -1 if none."""
    for k in range(start, min(end, start + 30)):
        if (
            view.low[k] == "that"
            and view.pos[k] in {"SCONJ", "PRON", "DET"}
            and (view.pos[k] == "SCONJ" or view.head[k] > k + 1 or k == start)
        ):
            return k
        if view.pos[k] in {"VERB", "AUX"} and view.dep[k] not in {"acl", "amod", "advcl", "acl:relcl"}:
            return -1
        if view.raw[k] in {":", ";"} or view.raw[k] in QUOTE_MARKS:
            return -1
    return -1


# content after the cue


def _after(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    end = _closing(view, hit)
    start = hit.last
    if set(hit.frames) & set("axj"):
        labelled = _label(view, hit, hits, end)
        if labelled or not set(hit.frames) & set("qcnf"):
            return labelled
    if "k" in hit.frames and (order := _command(view, start, end)):
        return [(start, _limit(view, hit, hits, start, max(order, _reach(view, hit, start, end))))]
    if "s" in hit.frames:
        return (
            [(start, _limit(view, hit, hits, start, end))]
            if any(view.low[k] == "of" for k in range(start, end))
            else []
        )
    begin, clausal = _content_start(view, hit, start, end)
    if begin < 0:
        return []
    if not clausal:
        thing = view.child(hit.verb, "obj", "obl")
        phrase = max(thing, begin)
        stop = view.right[phrase] + 1 if thing >= begin else _comma(view, begin, end)
        return [(begin, _limit(view, hit, hits, begin, min(max(stop, begin + 1), end)))]
    return [(begin, _limit(view, hit, hits, begin, _reach(view, hit, begin, end)))]


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
    while k < end and view.low[k] in _TIMES:
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
        that = _that(view, start, end)
        if that >= 0 and (colon < 0 or that < colon):
            return that + 1, True
        if 0 <= colon < end - 1:
            return colon + 1, True
        quote = next((j for j in range(start, end) if view.quote[j] >= 0 and view.quote[j] != view.quote[hit.verb]), -1)
        clause = _clause_child(view, hit, start, end) if "C" not in hit.frames else -1
        if clause >= 0 and (quote < 0 or max(view.left[clause], start) <= quote):
            whole = "t" not in hit.frames and k < clause and (view.pos[k] in _NOMINAL or view.low[k] in _MEASURES)
            return _past_adjuncts(view, k if whole else max(view.left[clause], k), clause), True
        if quote >= 0 and (quote - start <= 2 or view.raw[quote - 1] in {",", ":"} or not view.finite(start, quote)):
            return _quote_begin(view, hit, start, quote), True
    if k < end and view.low[k] in _LINKS and "c" in hit.frames:
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
    if k >= end:
        return -1, False
    if "f" in hit.frames and view.low[k] in {"of", "against", "about"}:
        return k + 1, False
    if "i" in hit.frames and view.low[k] == "to":
        return k, True
    if "T" in hit.frames:
        text = hit.head >= 0 and view.low[hit.head] in _TEXTS
        return (k, False) if text and view.pos[k] in _NOMINAL else (-1, False)
    if hit.lemma == "claim" and not any(view.low[j] in {"responsibility", "credit"} for j in range(k, min(end, k + 3))):
        return (
            (k, True) if view.pos[k] in _NOMINAL and view.finite(k, end) and _has_subject(view, k, end) else (-1, False)
        )
    if "n" in hit.frames or hit.kind == "deny":
        thing = view.child(hit.verb, "obj", "ccomp", "xcomp")
        if thing >= k and view.quote[thing] == view.quote[hit.verb]:
            return max(view.left[thing], k), view.dep[thing] != "obj"
        if (
            view.pos[k] in {"DET", "NOUN", "ADJ", "PROPN", "NUM"}
            or view.low[k].endswith("ing")
            or view.low[k] in {"its", "his", "their", "her"}
        ):
            return k, False
    if (
        "c" in hit.frames
        and _has_subject(view, k, end)
        and view.pos[k] in {"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"}
        and view.finite(k, end)
    ):
        return k, True
    if "c" in hit.frames and "t" not in hit.frames and view.pos[k] == "ADP":  # disclosed to reporters the men were flown
        for j in range(k + 2, min(end, k + 9)):
            if view.pos[j] in {"DET", "PRON"} and view.pos[j - 1] != "ADP" and _has_subject(view, j, end):
                return j, True
    return -1, False


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
        return [(first, _limit(view, hit, hits, first, max(_reach(view, hit, first, end), link + 2)))]
    thing, stop = view.child(hit.verb, "obj"), _comma(view, start, end)
    quoted = any(view.quote[k] != view.quote[hit.verb] for k in range(start, stop))
    if not quoted and (thing < 0 or view.child(hit.verb, "xcomp") < 0):
        return []
    return [(start, stop)]


def _comma(view: View, start: int, end: int) -> int:
    for k in range(start, end):
        if ((view.raw[k] in COMMAS and view.raw[k] not in {"-", "–"}) or view.raw[k] == ";") and view.quote[
            k
        ] == view.quote[start]:
            return k
    return end


def _reach(view: View, hit: Hit, begin: int, end: int) -> int:
    """How far a clause goes on: to the end of the sentence if its cue is the sentence's own verb, else to the end of its subtree."""
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
            return min(end, stop if stop > begin + 2 else _comma(view, begin, end))
        at = up
    return end


def _limit(view: View, hit: Hit, hits: Sequence[Hit], begin: int, end: int) -> int:
    """Cuts a content that follows its cue where another cue of the same rank begins."""
    for other in hits:
        if (
            other is hit
            or other.first <= begin
            or other.cue[0] >= end
            or view.quote[other.verb] != view.quote[hit.verb]
        ):
            continue
        if view.quote[other.verb] < 0 or view.quote[other.verb] == view.quote[hit.verb]:
            cut = _boundary(view, other, begin)
            if cut >= 0:
                return cut
    return end


def _boundary(view: View, other: Hit, begin: int) -> int:
    """Where another cue's part of the sentence starts, or -1 if it lies inside the content."""
    first = min(other.first if other.source is None or other.source[0] > begin else other.cue[0], other.cue[0])
    if other.inherits or other.participle:
        first = other.cue[0]
    before = first - 1
    while before > begin and view.pos[before] == "ADV" and view.raw[before] not in COMMAS:
        before -= 1
    if before <= begin:
        return -1
    comma = view.raw[before] in COMMAS or view.raw[before] in QUOTE_MARKS
    if other.participle:
        return before if comma else -1
    if other.shape == "after-content" and comma:
        return before
    if view.low[before] in _JOINING:
        own = other.source is not None and not other.inherits
        fenced = view.raw[before - 1] in COMMAS or view.raw[before - 1] in QUOTE_MARKS
        if not own and view.pos[before] == "CCONJ":
            return before
        if own and (fenced or view.low[before] not in _WEAK_JOINING):
            return before - 1 if fenced else before
    return -1


# content before or around the cue


def _before(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    start = _opening(view, hit)
    for other in hits:
        if other is hit or other.verb > hit.verb or other.shape == "passive":
            continue
        cut = _join(view, other.last, hit.first) if other.source is not None and other.shape == "before-content" else -1
        if cut >= 0:
            start = cut + 1
        elif other.shape == "after-content":
            start = max(start, other.last)
    spans = [(start, hit.first)]
    rest = _resumed(view, hit, hits)
    return [*spans, rest] if rest else spans


def _join(view: View, start: int, end: int) -> int:
    """A joining word after a comma between two clauses with cues of their own, or -1."""
    for k in range(start + 1, end):
        if (
            view.low[k] in {"but", "while", "although", "though", "and"}
            and view.raw[k - 1] in COMMAS
            and view.quote[k] < 0
        ):
            return k
    return -1


def _resumed(view: View, hit: Hit, hits: Sequence[Hit]) -> Span | None:
    """The second half of a content that its cue interrupts ("Y," X said, "and Z")."""
    end, k = _closing(view, hit), hit.last
    quote = next((j for j in range(k, end) if view.quote[j] >= 0 and view.quote[j] != view.quote[hit.verb]), -1)
    if (
        quote >= 0
        and (view.raw[quote - 1] in {",", ":"} or quote == k)
        and _ends_quote(view, hit.first - 1, hit.unit.start)
    ):
        between = any(quote > other.verb > hit.verb for other in hits)
        return None if between else (quote, _limit(view, hit, hits, quote, end))
    if k < end and view.raw[k] == "," and k + 1 < end:
        plain = view.pos[k + 1] in {"DET", "PRON", "NOUN", "PROPN", "NUM", "AUX", "CCONJ"} and view.finite(k + 1, end)
        if plain and view.low[k + 1] not in {"who", "which", "whose"} and not _apposed(view, hit, k):
            return k + 1, _limit(view, hit, hits, k + 1, end)
    return None


def _apposed(view: View, hit: Hit, comma: int) -> bool:
    """Whether what follows an inverted source is its apposition (said X, the mayor of Y)."""
    return hit.inverted or any(view.dep[k] == "appos" for k in range(comma, min(comma + 8, hit.unit.end)))


def _relative(view: View, hit: Hit) -> list[Span]:
    end, begin = _closing(view, hit), hit.last
    stop = _comma(view, begin, end)
    return [(hit.relative, hit.relative + 1), (begin, _limit(view, hit, [], begin, stop))]


def _passive(view: View, hit: Hit, hits: Sequence[Hit]) -> list[Span]:
    """ "X is said to …", "it is feared that …", "X was confirmed by Y"."""
    end, i = _closing(view, hit), hit.last
    if i < end and view.low[i] == "by":
        agent = view.child(hit.verb, "obl", "obl:agent")
        if agent < i:
            agent = i + 1 if i + 1 < end else -1
        if agent > 0:
            _take_agent(view, hit, i, agent, end)
        i = hit.last
    subject = view.child(hit.verb, "nsubj:pass", "nsubj", "csubj:pass", "expl")
    follows = view.low[i] if i < end else ""
    if follows == "that" and "p" in hit.frames:
        return [(i + 1, _limit(view, hit, hits, i + 1, end))]
    begin = _subject_start(view, hit, subject)
    if follows in {"to", "as"} and "p" in hit.frames and view.low[begin] not in {"it"}:
        return [(begin, hit.cue[0]), (i, _limit(view, hit, hits, i, _comma(view, i, end)))]
    if "s" in hit.frames and follows == "of":
        return [(begin, hit.cue[0]), (i + 1, _comma(view, i + 1, end))]
    if hit.source is not None and set(hit.frames) & set("np"):
        return [(begin, hit.cue[0])]
    it = view.low[begin] == "it" and hit.cue[0] - begin <= 2
    if it and "p" in hit.frames and i < end and view.finite(i, end):
        return [(i, _limit(view, hit, hits, i, end))]
    return []


def _take_agent(view: View, hit: Hit, by: int, agent: int, end: int) -> None:
    last = by + 1
    while last < end and view.raw[last] not in COMMAS and view.pos[last] not in {"VERB", "AUX", "PUNCT", "SCONJ"}:
        if view.low[last] in {"to", "that", "in", "on", "at", "as", "after"}:
            break
        last += 1
    if last > by + 1:
        hit.source = (by + 1, last)
        hit.head = agent if by < agent < last else last - 1
        hit.last = last


def _subject_start(view: View, hit: Hit, subject: int) -> int:
    if subject >= hit.unit.start and subject < hit.verb:
        return max(hit.unit.start, view.left[subject])
    k = hit.cue[0] - 1
    while k >= hit.unit.start and view.pos[k] in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "ADP", "PART"}:
        k -= 1
    return min(k + 1, hit.cue[0])


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
    return (first, last) if last > first else None
