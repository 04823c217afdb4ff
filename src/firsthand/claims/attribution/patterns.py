"""Attributions that no verb shows: according to, citing, claims that, headlines, signed messages, allegedly."""

import re
from collections.abc import Iterator

from firsthand.claims.attribution.bounds import trim
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import adverbs, cue_nouns, cues, media, roles, words
from firsthand.claims.attribution.phrases import Span, noun_phrase
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, Unit, View

_SIGNED = re.compile(
    r"(?:[—–-]|--)\s?([^—–()@\n]{2,60}?)\s?\(@\w+\)"
    r"|(?<=[”\"])\s*\n?\s*(?:[—–―]|--)\s?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?=,|\s*\n|\s*$)"
)
_BODIES = words("bodies")
_DOCUMENTS = (
    words("texts") | words("records") | {"assessment", "autopsy", "data", "figures", "file", "files", "footage"}
)
_TELLINGS = frozenset({"words", "account", "telling", "opinion", "view", "reckoning", "version", "estimation"})
_CITING = frozenset({"citing", "quoting"})
_HEADLINE_WORDS = 22


def phrase_hits(view: View, unit: Unit) -> Iterator[Hit]:
    """According to X, in the words of X, citing X, per X."""
    for i in range(unit.start, unit.end - 1):
        word, after = view.low[i], view.low[i + 1]
        if word == "according" and after == "to":
            hit = _phrase(view, unit, i, i + 2)
        elif word == "as" and after in cues() and i + 3 < unit.end and view.low[i + 2] == "by":  # as reported by X
            hit = _phrase(view, unit, i, i + 3)
        elif word in _CITING and (i == unit.start or view.raw[i - 1] in COMMAS | QUOTE_MARKS):
            hit = _phrase(view, unit, i, _past_naming(view, i + 1, unit.end))
        elif word in {"in", "by", "on"} and (found := _in_words_of(view, i, unit)):
            hit = _phrase(view, unit, i, *found)
        elif (
            word == "per" and view.pos[i + 1] in {"DET", "PROPN"} and (i == unit.start or view.raw[i - 1] in {",", ";"})
        ):
            hit = _phrase(view, unit, i, i + 1)
        else:
            continue
        if hit is not None:
            yield hit


def _past_naming(view: View, k: int, end: int) -> int:
    """One past "what it called" before a source."""
    called = k + 3 < end and view.low[k] == "what" and view.low[k + 2] in {"called", "described", "termed"}
    return k + 3 + (view.low[k + 3] == "as") if called else k


def _in_words_of(view: View, i: int, unit: Unit) -> tuple[int, int, int] | None:
    """ "In the words of X", "by the operator's own account", "in her view", set off by commas.

    Gives the source's first token, its end (0: as far as it goes) and the end of the whole phrase (0: the source's).
    """
    if i > unit.start and view.raw[i - 1] not in COMMAS:
        return None
    for k in range(i + 1, min(unit.end - 1, i + 8)):
        if view.pos[k] in {"VERB", "AUX", "PUNCT"}:
            return None
        if view.low[k] not in _TELLINGS:
            continue
        if view.low[k + 1] == "of":
            return (k + 2, 0, 0) if k == i + 2 else None
        owner = k - 1 - (view.low[k - 1] == "own")
        if view.raw[k + 1] not in COMMAS and view.raw[k + 1] not in QUOTE_MARKS:
            return None
        if view.low[owner] in {"his", "her", "their", "its"}:
            return owner, owner + 1, k + 1
        return (i + 1, owner, k + 1) if view.low[owner] in {"'s", "’s", "'", "’"} else None
    return None


def _phrase(view: View, unit: Unit, i: int, begin: int, stop: int = 0, after: int = 0) -> Hit | None:
    end = stop or unit.end
    last = begin
    while (
        last < end
        and not (view.raw[last] in COMMAS and view.raw[last] != "-")
        and view.raw[last] not in TERMINAL | {":", "("}
    ):
        if view.quote[last] != view.quote[i] or (
            last > begin and view.pos[last] in {"VERB", "AUX"} and not _modifies(view, last)
        ):
            break
        if last > begin and (view.low[last] in {"who", "which", "that"} or view.pos[last] == "SCONJ"):
            break
        last += 1
    if last == begin:
        return None
    while last > begin + 1 and view.pos[last - 1] in {"ADP", "ADV", "CCONJ"}:
        last -= 1
    head = next(
        (
            k
            for k in range(begin, last)
            if view.pos[k] in {"NOUN", "PROPN", "PRON"}
            and (k + 1 >= last or view.pos[k + 1] not in {"NOUN", "PROPN", "PART"})
        ),
        last - 1,
    )
    if view.low[i] in _CITING and not can_know(view, begin, last):
        return None
    hit = Hit((i, begin), "neutral", "", i, i, after or last, unit, view.low[i], (begin, last), head)
    hit.shape = "citing" if view.low[i] in _CITING else "phrase"
    hit.content = [span for s in _around(view, hit) if (span := trim(view, *s))]
    return hit


def _past_apposition(view: View, comma: int, end: int) -> int:
    """The comma after what is told of a source (According to the harbour master, Ngaire Whata, the crane …)."""
    for _ in range(2):
        further = next((k for k in range(comma + 1, min(end, comma + 16)) if view.raw[k] == ","), -1)
        if further < 0 or view.quote[further] != view.quote[comma] or not view.finite(further + 1, end):
            return comma
        told = view.low[comma + 1] in {"who", "which", "whose"} or not view.finite(comma + 1, further)
        joined = any(view.pos[k] == "ADP" for k in (comma + 1, further + 1)) or view.pos[comma + 1] in {
            "CCONJ",
            "SCONJ",
            "ADV",
        }
        if not told or joined:
            return comma
        comma = further
    return comma


def can_know(view: View, first: int, last: int) -> bool:
    """Whether a phrase names somebody or a text rather than a reason (citing the discovery of …)."""
    for k in range(first, last):
        if view.low[k] in _DOCUMENTS:
            return True
        if view.low[k] in {"of", "in"}:
            return False
        if view.pos[k] == "PROPN" or view.low[k] in _BODIES or view.low[k] in roles() or view.low[k] in media()[1]:
            return True
    return False


def _modifies(view: View, verb: int) -> bool:
    """Whether a participle stands before its noun (a leaked report)."""
    after = verb + 1 < len(view.low) and view.pos[verb + 1] in {"NOUN", "PROPN", "ADJ", "VERB"}
    return (
        after
        and view.low[verb].endswith(("ed", "ing", "en"))
        and view.pos[verb - 1] in {"DET", "ADJ", "ADV", "NOUN", "PROPN", "VERB"}
    )


def _around(view: View, hit: Hit) -> list[Span]:
    start, end, quote = hit.unit.start, hit.unit.end, view.quote[hit.verb]
    while quote >= 0 and view.quote[start] != quote:
        start += 1
    while quote >= 0 and end > hit.last and view.quote[end - 1] != quote:
        end -= 1
    clause = next(
        (k + 1 for k in range(hit.first - 1, start, -1) if view.raw[k] == ";" and view.quote[k] == quote), start
    )
    start = clause if hit.first - clause <= 2 else start
    lead = hit.first - start
    if lead > 2 and view.pos[hit.first - 1] in {"SCONJ", "CCONJ"} and view.quote[hit.first - 1] == quote:
        return [(hit.last, end)]  # agreed that according to X …
    if lead <= 2 and not view.finite(start, hit.first):
        comma = next((k for k in range(hit.last, end) if view.raw[k] in {",", ":"} or view.quote[k] != quote), hit.last)
        comma = _past_apposition(view, comma, end)
        return [(comma, end)]
    if hit.last < end and view.raw[hit.last] == ",":
        after = hit.last + 1
        if lead > 2 and view.raw[hit.first - 1] == "," and view.pos[hit.first - 2] in {"SCONJ", "CCONJ"}:
            return [(after, end)]  # because, according to X, …
        if not view.finite(start, hit.first) and view.finite(after, end):
            return [(start, hit.first), (after, end)]
    return [(start, hit.first)]


def adverb_hits(view: View, unit: Unit) -> Iterator[Hit]:
    """The clause of "allegedly" and its like: nobody is named, and the document keeps its distance."""
    for i in range(unit.start, unit.end):
        if view.low[i] not in adverbs():
            continue
        head = view.head[i]
        inside = unit.start <= head < unit.end and view.quote[head] == view.quote[i]
        first, last = (
            (max(view.left[head], unit.start), min(view.right[head] + 1, unit.end))
            if inside
            else (unit.start, unit.end)
        )
        if not first <= i < last or last - first < 2:
            first, last = unit.start, unit.end
        hit = Hit((i, i + 1), "doubt", "", i, i, i + 1, unit, view.low[i])
        hit.shape = "adverb"
        hit.content = [span for s in ((first, i), (i + 1, last)) if s[1] > s[0] and (span := trim(view, *s))]
        if hit.content:
            yield hit


def noun_hits(view: View, unit: Unit) -> Iterator[Hit]:
    """The claim that …, X's report that …, an announcement by X that …"""
    nouns = cue_nouns()
    for i in range(unit.start, unit.end - 2):
        kind = nouns.get(view.low[i])
        if kind is None or view.pos[i] not in {"NOUN", "PROPN"}:
            continue
        that, by = i + 1, None
        if view.low[that] in {"by", "from", "of"}:
            that += 1
            while (
                that < unit.end
                and view.pos[that] in {"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"}
                and view.low[that] != "that"
            ):
                that += 1
            by = (i + 2, that) if view.low[i + 1] in {"by", "from"} and that > i + 2 else None
        if that + 2 >= unit.end or view.low[that] != "that" or not view.finite(that + 1, unit.end):
            continue
        if view.pos[that + 1] in {"AUX", "VERB"}:  # the report that was published
            continue
        hit = Hit((i, i + 1), kind, "", i, i, that + 1, unit, view.low[i])
        hit.source, hit.head = _owner(view, i, unit) if by is None else (by, by[1] - 1)
        if hit.source is None and kind != "doubt":  # the news that …: nobody is said to know it
            continue
        hit.shape = "noun"
        span = trim(view, that + 1, _clause_end(view, i, that + 1, unit.end))
        hit.content = [span] if span else []
        yield hit


def _clause_end(view: View, noun: int, begin: int, end: int) -> int:
    last = view.right[noun] + 1
    if last <= begin + 2 or view.dep[noun].startswith("obj"):
        last = end
    for k in range(begin, min(end, last)):
        if view.raw[k] in {",", ";", "—", "--"} and view.quote[k] == view.quote[noun]:
            return k
    return min(end, last)


def _owner(view: View, i: int, unit: Unit) -> tuple[Span | None, int]:
    owner = view.child(i, "nmod:poss")
    if unit.start <= owner < i:
        span = noun_phrase(view, owner, i, unit)
        stop = next((k for k in range(span[0], span[1]) if view.low[k] in {"'s", "’s", "'", "’"}), span[1])
        return (span[0], max(stop, span[0] + 1)), owner
    return None, -1


def headline_hits(view: View, unit: Unit) -> Iterator[Hit]:
    """Headlines: "Y: police", "Police: Y", "Y - mayor"."""
    size = unit.end - unit.start
    if size > _HEADLINE_WORDS or size < 4 or view.raw[unit.end - 1] in TERMINAL:
        return
    for i in range(unit.start + 1, unit.end - 1):
        if view.quote[i] >= 0 or not (view.raw[i] == ":" or view.raw[i] in {"-", "–", "—"}):
            continue
        spaced = view.raw[i] == ":" or (view.end[i - 1] < view.start[i] and view.end[i] < view.start[i + 1])
        if spaced and unit.end - i - 1 <= 6 and i - unit.start >= 4 and _source_like(view, i + 1, unit.end):
            yield _headline(unit, (i, i + 1), (i + 1, unit.end), (unit.start, i))
            return
        if view.raw[i] == ":" and i - unit.start <= 5 and unit.end - i - 1 >= 3 and _source_like(view, unit.start, i):
            yield _headline(unit, (i, i + 1), (unit.start, i), (i + 1, unit.end))
            return


def _headline(unit: Unit, cue: Span, source: Span, content: Span) -> Hit:
    hit = Hit(
        cue, "neutral", "", cue[0], min(cue[0], source[0]), max(cue[1], source[1]), unit, ":", source, source[1] - 1
    )
    hit.shape, hit.content = "headline", [content]
    return hit


def _source_like(view: View, first: int, last: int) -> bool:
    words = [view.low[k] for k in range(first, last)]
    if any(
        view.pos[k] in {"VERB", "AUX", "PUNCT", "ADP"} and view.low[k] not in {"of", "for"} for k in range(first, last)
    ):
        return False
    known = any(word in _BODIES or word in roles() or word in media()[1] for word in words)
    named = len(words) <= 4 and any(view.entity[k] in {"PERSON", "ORG", "GROUP"} for k in range(first, last))
    return known or named or " ".join(words) in media()[0]


def signed_messages(view: View) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Messages pasted with a signature ("text — Name (@handle) date"): characters of the content and of the name."""
    for match in _SIGNED.finditer(view.text):
        begin = view.text.rfind("\n", 0, match.start()) + 1
        if not view.text[begin : match.start()].strip():  # the message stands in the paragraphs above
            begin = view.text.rfind("\n", 0, max(begin - 1, 0)) + 1
        stop = match.start()
        while stop > begin and view.text[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            yield (begin, stop), match.span(1 if match.group(1) else 2)
