"""Numbers that count people without naming them: "25 hurt", "killing 12", "a family of five", "57 who escaped"."""

import re

from spacy.tokens import Token

from firsthand.claims.quantities_units import CONTAINERS, FATES, HARMING, PERSON, is_plural, unit_of
from firsthand.claims.quantities_words import WORDS, Counted, Words

_RISE = re.compile(
    r"[^\n]{0,170}\b(?:r[oi]se[sn]?|climb\w+|increas\w+|up|down|rais\w+|fell|fall\w*|revised|stands?|stood|reach\w+|put)\s"
    r"(?:sharply\s|the\s(?:\w+\s)?(?:toll|figure|count|number)\s)?(?:to|at|from)\s$"
)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|count|toll|estimate)\sof\s(?:the\s)?(?:[\w-]+\s){0,2}?(?P<noun>[\w-]+)\b[^.;\n]{0,60}?"
    r"\b(?:at|to|from|was|is|reached|exceeds?|exceeded|topped|by|put|of)\s(?:(?:about|some|around|nearly|over|almost)\s)?$"
)
_TOLL = re.compile(r"\b(?:toll|dead|death|deaths|killed|injured|wounded|casualties|victims)\b", re.IGNORECASE)
_NOUNLIKE = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM", "X"})
_LEADS = frozenset({"ADP", "VERB", "AUX", "ADV", "CCONJ", "DET", "SCONJ", "PART"})
_TIGHT = frozenset("-–—/%°#@=&+'’")
_ADVERBS = frozenset(("fatally", "critically", "seriously", "badly", "severely", "gravely", "lightly", "slightly"))
_CONDITIONS = frozenset(("critical", "serious", "stable", "fair", "good", "grave", "guarded", "custody", "hospital"))
_BEFORE, _AFTER = 5, 4  # tokens looked at to either side


def headless(words: Words, first: int, end: int) -> Counted | None:
    """What a number at characters ``first`` to ``end`` counts if no noun follows it; ``None``: it counts nothing."""
    doc, at, begin = words.doc, words.after(end), words.at(first)
    following = list(doc[at : at + _AFTER])
    extra: tuple[str, ...] = ()
    if following and following[0].lower_ in ("more", "others", "other"):
        extra = ("more" if following[0].lower_ == "more" else "other",)
        end = following[0].idx + len(following[0])
        following = following[1:]
    before = [token.lower_ for token in reversed(doc[max(0, begin - _BEFORE) : begin])]
    found = _by_container(before, end) or _by_fate(following, end, at + len(extra)) or _by_harm(before, end)
    if found is not None:
        return found._replace(words=extra)
    if extra or (following and following[0].lower_ in ("who", "whom")) or before[:1] == ["whom"]:
        return Counted("others" if extra == ("other",) else None, end, extra, person=True)
    if before[:1] == ["another"] or (before[:2] == ["other", "the"]):
        return Counted("others", end, person=True)
    counting = _NUMBER_OF.search(words.text, max(0, first - 140), first)
    if counting and (is_plural(counting["noun"]) or counting["noun"].lower() in FATES):
        person = unit_of(counting["noun"]) == PERSON or counting["noun"].lower() in FATES
        return Counted(counting["noun"], end, person=person)
    rise = _RISE.search(words.text, max(0, first - 200), first)
    if rise:
        return Counted(None, end, person=bool(_TOLL.search(rise[0])))
    if doc[words.at(end - 1)].lower_ in WORDS["vague"]:
        return Counted(None, end, person=True)
    return _as_argument(words, end)


def stands_alone(words: Words, start: int, first: int, end: int) -> bool:
    """Whether a number, with its bound at characters ``start`` to ``end``, stands where a noun would and no noun goes
    with it.
    """
    doc = words.doc
    at, after = words.at(start), words.after(end)
    if not words.tagged or not at:
        return False
    before, following = doc[at - 1], doc[after] if after < len(doc) else None
    if following is not None and (following.pos_ in _NOUNLIKE or following.text in _TIGHT):
        return False
    if before.text in _TIGHT or before.like_num:
        return False
    return before.pos_ in _LEADS or (start < first and before.pos_ not in _NOUNLIKE)


def _by_fate(following: list[Token], end: int, adjacent: int) -> Counted | None:
    """ "25 hurt", "12 were reported missing"."""
    for token in following:
        if token.lower_ in FATES and token.lower_ != "feared":
            return Counted(token.text, token.idx + len(token) if token.i == adjacent else end, person=True)
        if token.lower_ not in WORDS["before_fate"]:
            break
    if [token.lower_ for token in following[:1]] == ["in"] and following[1:] and following[1].lower_ in _CONDITIONS:
        return Counted(None, end, person=True)  # "nine were hurt, one in critical condition"
    if following and following[0].lower_ in _ADVERBS and (len(following) == 1 or following[1].is_punct):
        return Counted(None, following[0].idx + len(following[0]), person=True)  # "two men were shot, one fatally"
    return None


def _by_harm(before: list[str], end: int) -> Counted | None:
    """ "killing 12", "injuring around 100", "the death toll rose to 85"."""
    for word in before:
        if word in HARMING:
            return Counted(HARMING[word] or None, end, person=True)
        if word not in WORDS["after_harm"]:
            break
    return None


def _by_container(before: list[str], end: int) -> Counted | None:
    """ "a family of five"."""
    at = next((i for i, word in enumerate(before) if word not in WORDS["approximate"]), len(before))
    if before[at : at + 1] == ["of"] and len(before) > at + 1 and before[at + 1] in CONTAINERS:
        return Counted(before[at + 1], end, person=True)
    return None


def _as_argument(words: Words, end: int) -> Counted | None:
    """A bare number that stands where a noun would: "we heard 73", "one was found"."""
    if not words.parsed:
        return None
    token = words.doc[words.at(end - 1)]
    if token.dep_.split(":")[0] in ("nsubj", "obj", "conj") and token.head.pos_ == "VERB":
        begins = words.doc[token.i - 1].lower_ if token.i else ""
        person = token.dep_ == "nsubj:pass" or (token.dep_ == "nsubj" and begins in ("all", "the", "other"))
        return Counted(None, end, person=person, guess=person)
    return None
