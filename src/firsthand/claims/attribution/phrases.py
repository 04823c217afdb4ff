"""Noun phrases that can name a source: around a head, and right before or after a place in the text."""

from firsthand.claims.attribution.grammar import NAMING, PRONOUNS, RELATIVES
from firsthand.claims.attribution.lexicon import roles
from firsthand.claims.attribution.view import COMMAS, Unit, View

Span = tuple[int, int]
_TURNING = frozenset({"after", "as", "before", "despite", "since", "than", "until"})  # begin a clause, not a phrase


def noun_phrase(view: View, head: int, verb: int, unit: Unit) -> Span:
    """The phrase of a noun as far as it can name a source: without relative clauses, and on its side of the verb."""
    first, last = max(view.left[head], unit.start), min(view.right[head] + 1, unit.end)
    if head < verb:
        last = min(last, verb)
    else:
        first = max(first, verb + 1)
    quoted = view.quote[head]
    while first < head and (
        view.quote[first] != quoted or view.raw[first] in {":", "(", ")"} or view.pos[first] in {"SCONJ", "PUNCT"}
    ):
        first += 1
    for k in range(head - 1, first - 1, -1):
        apart = view.raw[k] in COMMAS and view.raw[k] not in {"-", "–"}
        if view.quote[k] != quoted or apart or view.raw[k] in {":", "("} or view.low[k] in RELATIVES:
            first = k + 1
            break
    for k in range(head + 1, last):
        stop = view.raw[k] in COMMAS and view.raw[k] not in {"-", "–"} and not _lists(view, head, k, last)
        if (
            stop
            or view.quote[k] != quoted
            or view.raw[k] in {":", "("}
            or (view.low[k] in RELATIVES and view.pos[k] == "PRON")
        ):
            last = k
            break
        if view.pos[k] == "VERB" and view.dep[k].startswith("acl"):
            last = k
            break
    if view.pos[head] == "PROPN" and first > unit.start and view.pos[first - 1] in {"NOUN", "PROPN", "ADJ"}:
        begin = phrase_start(view, head, unit)  # titles that the parser hung elsewhere
        if view.quote[begin] == quoted:
            first = min(first, begin)
    while last < unit.end and view.pos[last] == "PROPN" and view.pos[last - 1] in {"PROPN", "NOUN"} and last != verb:
        last += 1  # a name that the parser cut
    return first, max(last, head + 1)


def _lists(view: View, head: int, comma: int, last: int) -> bool:
    """Whether a comma stands in a list of sources (Rescuers, doctors and a priest said)."""
    joined = any(view.dep[k] == "conj" and view.head[k] == head for k in range(comma + 1, min(comma + 5, last)))
    return joined and any(view.low[k] == "and" for k in range(comma + 1, last))


def named_before(view: View, end: int, unit: Unit) -> tuple[Span, int] | None:
    """The noun phrase that ends right before a token, over an apposition's closing comma."""
    k = end - 1
    if k <= unit.start - 1 or k < unit.start:
        return None
    for closing, opening in ((",", ","), (")", "(")):
        if k > unit.start + 1 and view.raw[k] == closing:
            back = k - 1
            while back > unit.start and view.raw[back] != opening and view.quote[back] < 0 and k - back < 25:
                back -= 1
            clause = closing == "," and view.finite(back + 1, k) and view.low[back + 1] not in RELATIVES
            if view.raw[back] != opening or clause:
                return None
            k = back - 1
    if (
        k < unit.start
        or (view.pos[k] not in NAMING and view.low[k] not in PRONOUNS and view.raw[k] != "%")
        or view.low[k] in {"that", "this", "there"}
    ):
        return None
    begin = phrase_start(view, k, unit)
    head = next(
        (j for j in range(begin, k) if view.pos[j + 1] in {"ADP", "VERB"} and view.low[j + 1] not in {"'s", "’s"}), k
    )
    if (
        begin - 2 >= unit.start
        and view.raw[begin - 1] == ","
        and view.low[head] in roles()
        and view.pos[begin - 2] == "PROPN"
        and not view.finite(unit.start, begin)
    ):
        k = head = begin - 2  # X, a fellow at Y said
        begin = phrase_start(view, k, unit)
    return (begin, k + 1), head


def phrase_start(view: View, last: int, unit: Unit) -> int:
    """The first token of the noun phrase that ends at a token, over "of" and "at" where a noun stands before them."""
    begin = last
    while begin > unit.start and view.low[begin - 1] not in RELATIVES:
        before = begin - 1
        over = (
            view.pos[before] == "ADP"
            and view.low[before] not in _TURNING
            and before - 1 >= unit.start
            and view.pos[before - 1] in {"NOUN", "PROPN"}
        )
        noun = view.pos[before - 1] == "NOUN" if before - 1 >= unit.start else False
        if noun and view.low[before].endswith("ing") and (before - 1 == unit.start or view.raw[before - 2] in COMMAS):
            begin = before - 1  # forces backing the government said
            break
        if view.pos[begin] == "DET" and not over:
            break
        if not (view.pos[before] in NAMING or view.low[before] in {"'s", "’s", "'", "’", "-", "and"} or over):
            break
        begin = before
    while begin < last and (view.low[begin] in {"'s", "’s", "'", "’", "-", "and"} or view.pos[begin] == "ADP"):
        begin += 1
    return begin


def named_after(view: View, start: int, unit: Unit) -> tuple[Span, int] | None:
    """The noun phrase that begins right at a token (said X)."""
    if start + 2 < unit.end and view.low[start] in {"on", "in"} and view.low[start + 1] in {"twitter", "facebook"}:
        start += 2
    if start >= unit.end or view.pos[start] not in NAMING or view.low[start] in RELATIVES:
        return None
    last = start
    while last < unit.end and (
        (view.pos[last] in NAMING and view.low[last] not in RELATIVES)
        or view.low[last] in {"of", "for", "'s", "’s", "'", "’", "-", "the", "and", "only", "then"}
    ):
        last += 1
        if last < unit.end and view.pos[last] in {"DET", "PRON"} and view.low[last - 1] not in {"of", "for", "and"}:
            break
    while last > start + 1 and view.low[last - 1] in {"of", "for", "-", "the", "and"}:
        last -= 1
    head = next((j for j in range(start, last) if j + 1 >= last or view.low[j + 1] in {"of", "for"}), last - 1)
    return (start, last), head
