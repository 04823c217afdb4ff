"""The noun that a number counts, by the parse where it gives one and otherwise by the words that follow."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.claims.quantities_units import CONTAINERS, FATES, HARMING, is_human, is_plural

_LONGEST = 9  # words from a number to the noun that it counts
_SKIP = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"})
_STOP = frozenset(
    "a an the this that these those in on at by for from with to into of off as after before during under over against near than and or but "
    "who which whose is are was were be been being has have had do does did will would could may might can not no it he she they we i you its "
    "his her their there here when while where if because since until about around out up down back away later ago earlier so too also "
    "per via amid said says".split()
)
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:Jan|Febr)uary$|March$|April$|May$|June$|July$|August$|(?:Sept|Nov|Dec)ember$|October$|today$|yesterday$|tonight$"
)
_RISE = re.compile(
    r"[^\n]{0,170}\b(?:r[oi]se[sn]?|climb\w+|increas\w+|up|rais\w+|fell|fall\w*|revised|stands?|stood|reach\w+)\s(?:sharply\s)?(?:to|at)\s$"
)
_TOLL = re.compile(r"\b(?:toll|dead|death|deaths|killed|injured|wounded|casualties|victims)\b", re.IGNORECASE)
_OTHER = frozenset(
    "other others more additional further extra remaining missing new separate previous earlier fewer unidentified unaccounted".split()
)
_ADJECTIVAL = frozenset("u.s. u.s us u.k. uk eu e.u. un u.n. top".split())
_VAGUE = frozenset("dozens scores hundreds thousands".split())
_OF = frozenset("the these those their its his her our my all them us whom which such some".split())
_PRONOUNS = frozenset("them us whom which you these those".split())


class Counted(NamedTuple):
    """What a number counts: the noun's text and end offset, and the words between that make it another quantity."""

    noun: str | None
    end: int
    words: tuple[str, ...] = ()
    person: bool = False


class Words:
    """A document's tokens by character offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._starts = [token.idx for token in doc]
        self.parsed = doc.has_annotation("DEP")
        self.tagged = doc.has_annotation("POS") or doc.has_annotation("TAG")

    def at(self, offset: int) -> int:
        """The index of the token that holds a character, or of the last before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def after(self, offset: int) -> int:
        """The index of the first token that starts at or after a character."""
        return bisect_left(self._starts, offset)


def counted(words: Words, first: int, end: int, inner: Counted | None) -> Counted | None:
    """What the number at characters ``first`` to ``end`` counts.

    ``inner`` is what the next number counts where this one is a part of that ("10 of the 12 victims"); ``None``: nothing found.
    """
    doc, begin = words.doc, words.after(end)
    if begin >= len(doc):
        return _headless(words, first, end)
    token = doc[begin]
    if inner is not None:
        return inner._replace(end=end)
    if token.lower_ == "of":
        return _of_noun(words, begin + 1, end)
    found = _farther(_by_parse(words, first, end), _by_scan(words, begin))
    if found is not None and found.noun is not None and found.noun.lower() not in FATES:
        return found
    more = token.lower_ in ("more", "other", "others", "additional") and begin + 1 < len(doc)
    if more and doc[begin + 1].lower_ == "of":
        return _of_noun(words, begin + 2, end, (token.lower_,))
    return _headless(words, first, end)


def _farther(parsed: Counted | None, scanned: Counted | None) -> Counted | None:
    """The plural noun that lies farther right: parses tend to stop short within names and compounds ("two Costa | Rican pilots")."""
    if parsed is None or scanned is None:
        return parsed or scanned
    if scanned.noun and scanned.end > parsed.end and (is_plural(scanned.noun) or not is_plural(parsed.noun or "")):
        return scanned
    return parsed if is_plural(parsed.noun or "") or not is_plural(scanned.noun or "") else scanned


def _of_noun(words: Words, begin: int, end: int, extra: tuple[str, ...] = ()) -> Counted | None:
    """ "21 of the schoolgirls", "dozens of them"."""
    doc, at, seen = words.doc, begin, ""
    while at < len(doc) and doc[at].lower_ in _OF and at - begin < 3:
        seen = doc[at].lower_
        at += 1
    found = _by_scan(words, at)
    if found is not None:
        return found._replace(words=extra + found.words)
    if seen in _PRONOUNS:
        stop = doc[at - 1].idx + len(doc[at - 1])
        return Counted(None, stop, (*extra, "of them"), person=True)
    return Counted(None, end, extra)


def _by_parse(words: Words, first: int, end: int) -> Counted | None:
    if not words.parsed:
        return None
    doc = words.doc
    last = doc[words.at(end - 1)]
    start = words.at(first)
    for token in (last, doc[start]):
        head = token.head
        if (
            token.dep_.startswith(("nummod", "det", "amod", "compound"))
            and last.i < head.i <= last.i + _LONGEST
            and _plain(doc, last.i + 1, head.i)
        ):
            noun = _last_of_compound(doc, head)
            return Counted(noun.text, noun.idx + len(noun), _between(doc, last.i + 1, noun.i))
    return None


def _plain(doc: Doc, begin: int, end: int) -> bool:
    """Whether the words between a number and its head can stand in one noun phrase, and the head is a noun."""
    if doc[end].pos_ not in ("NOUN", "PROPN", "ADJ", "SYM", "") and not is_human(doc[end].text):
        return False
    if doc[end].lower_ in _STOP or (begin < end and doc[begin].is_punct and doc[begin].text != "-"):
        return False
    return not any(
        token.is_space or token.text in ("(", ";", ":", "—", "–") or token.lower_ in _STOP - {"and", "or"}
        for token in doc[begin:end]
    )


def _last_of_compound(doc: Doc, head: Token) -> Token:
    """The head noun itself, or the noun that follows where the parse took a part of a compound for the head ("family members")."""
    at = head.i
    while at + 1 < len(doc) and not is_plural(doc[at].text):
        following = doc[at + 1]
        if following.pos_ != "NOUN" or following.is_space or _DAY.match(following.text):
            break
        if following.head.i != at and following.dep_ not in ("compound", "flat", "appos", "dep"):
            break
        at += 1
    return doc[at]


def _between(doc: Doc, begin: int, end: int) -> tuple[str, ...]:
    return tuple(token.lower_.replace("others", "other") for token in doc[begin : end + 1] if token.text in _OTHER)


def _by_scan(words: Words, begin: int) -> Counted | None:
    """The last noun of the run of adjectives and nouns that begins at a token, or the first plural one that closes it."""
    doc, best, other = words.doc, None, None
    for at in range(begin, min(begin + _LONGEST, len(doc))):
        token = doc[at]
        if not _goes_on(words, token, at == begin) and not _joins(words, at):
            break
        if (
            token.lower_ in ("others", "other")
            and token.pos_ in ("NOUN", "")
            and (at + 1 == len(doc) or not _goes_on(words, doc[at + 1], False))
        ):
            other = at
            break
        if _is_noun(words, token):
            best = at
            if is_human(token.text) and is_plural(token.text) and not _noun_follows(words, at):
                break
    if other is not None:
        end = doc[other].idx + len(doc[other])
        return Counted("others", end, _between(doc, begin, other), person=True)
    if best is None:
        return None
    return Counted(doc[best].text, doc[best].idx + len(doc[best]), _between(doc, begin, best))


def _goes_on(words: Words, token: Token, first: bool) -> bool:
    """Whether a token can belong to the noun phrase."""
    lower = token.lower_
    if token.is_space or lower in _STOP or _DAY.match(token.text) or token.like_url:
        return False
    if lower in ("'s", "’s"):
        return not first and _noun_follows(words, token.i)
    if token.is_punct:
        return lower in ('"', "“", "”", "'", "‘", "’", "#") or (lower == "-" and not first)
    if not words.tagged:
        return token.is_alpha or "-" in token.text
    if lower in FATES and not is_human(lower):
        return _people_follow(words, token.i)
    if lower in _OTHER or token.pos_ in _SKIP:
        return True
    if token.pos_ == "VERB":
        return token.tag_ in ("VBN", "VBG", "JJ") and _noun_follows(words, token.i) and not _own_verb(token)
    return token.pos_ == "ADV" and lower.endswith("ly") and _noun_follows(words, token.i)


def _people_follow(words: Words, at: int) -> bool:
    """Whether "detained" goes with people named right after it ("four detained rebel leaders")."""
    for token in words.doc[at + 1 : at + 5]:
        if token.lower_ in _STOP or token.is_punct or token.is_space:
            return False
        if is_human(token.text) and is_plural(token.text):
            return True
    return False


def _own_verb(token: Token) -> bool:
    """Whether a participle is a clause's own verb ("12 killed soldiers" against "12 killed in raid")."""
    return token.dep_ in ("ROOT", "acl", "advcl", "conj", "ccomp", "acl:relcl") and token.head.i < token.i


def _joins(words: Words, at: int) -> bool:
    """Whether a comma or "and" stands between two adjectives or names of one phrase ("Russian and Syrian mercenaries")."""
    doc = words.doc
    if doc[at].lower_ not in (",", "and", "or") or not 0 < at < len(doc) - 1 or not words.tagged:
        return False
    before, after = doc[at - 1], doc[at + 1]
    return (
        before.pos_ in ("ADJ", "PROPN")
        and after.pos_ in ("ADJ", "PROPN")
        and not is_plural(before.text)
        and _noun_follows(words, at + 1)
    )


def _noun_follows(words: Words, at: int) -> bool:
    doc = words.doc
    if at + 1 >= len(doc):
        return False
    token = doc[at + 1]
    if token.pos_ == "ADJ" and at + 2 < len(doc):
        token = doc[at + 2]
    return token.pos_ == "NOUN" and not _DAY.match(token.text) and token.lower_ not in FATES


def _is_noun(words: Words, token: Token) -> bool:
    owner = (
        token.i + 1 < len(words.doc)
        and words.doc[token.i + 1].lower_ in ("'s", "’s")
        and _noun_follows(words, token.i + 1)
    )
    if token.lower_ in _ADJECTIVAL or owner:
        return False
    if words.tagged:
        return token.pos_ in ("NOUN", "PROPN") or (is_human(token.text) and is_plural(token.text))
    return token.is_alpha and (is_plural(token.text) or is_human(token.text))


def _headless(words: Words, first: int, end: int) -> Counted | None:
    """A number that counts people without naming them: "25 hurt", "killing 12", "a family of five", "57 who escaped"."""
    doc, at, begin = words.doc, words.after(end), words.at(first)
    following = [doc[i] for i in range(at, min(at + 4, len(doc)))]
    extra: tuple[str, ...] = ()
    if following and following[0].lower_ in ("more", "others", "other"):
        extra, following = ("more" if following[0].lower_ == "more" else "other",), following[1:]
        end = doc[at].idx + len(doc[at])
    skip = (
        "were",
        "was",
        "are",
        "is",
        "have",
        "had",
        "has",
        "been",
        "be",
        "seriously",
        "critically",
        "badly",
        "slightly",
        "reported",
        "people",
        "also",
        "still",
        "remain",
        "remained",
        "feared",
        "confirmed",
        "reportedly",
    )
    for token in following:
        if token.lower_ in FATES and token.lower_ not in ("feared",):
            adjacent = token.i == at + len(extra)
            return Counted(token.text, token.idx + len(token) if adjacent else end, extra, person=True)
        if token.lower_ not in skip:
            break
    before = [doc[i].lower_ for i in range(max(0, begin - 4), begin)][::-1]
    for word in before:
        if word in HARMING:
            return Counted(HARMING[word] or None, end, extra, person=True)
        if word in (
            "of",
            "to",
            "at",
            "about",
            "around",
            "least",
            "than",
            "more",
            "nearly",
            "some",
            "rose",
            "risen",
            "stood",
            "stands",
            "up",
            "as",
            "many",
            "another",
            "over",
            "almost",
            "death",
        ):
            continue
        break
    if before[:1] == ["of"] and len(before) > 1 and before[1] in CONTAINERS:
        return Counted(before[1], end, extra, person=True)
    if following and following[0].lower_ in ("who", "whom") or (before[:1] == ["whom"]):
        return Counted(None, end, extra, person=True)
    if extra:
        return Counted("others" if extra == ("other",) else None, end, extra, person=True)
    rise = _RISE.search(words.text, max(0, first - 200), first)
    if rise:
        return Counted(None, end, person=bool(_TOLL.search(rise[0])))
    if doc[words.at(end - 1)].lower_ in _VAGUE:
        return Counted(None, end, person=True)
    return _as_argument(words, first, end)


def _as_argument(words: Words, first: int, end: int) -> Counted | None:
    """A bare number that stands where a noun would: "we heard 73", "one was found"."""
    if not words.parsed:
        return None
    token = words.doc[words.at(end - 1)]
    if token.dep_.split(":")[0] in ("nsubj", "obj", "conj") and token.head.pos_ == "VERB":
        return Counted(None, end, person=token.dep_ == "nsubj:pass")
    return None
