"""The noun that a number counts, by the parse where it gives one and otherwise by the words that follow."""

import re

from spacy.tokens import Doc, Token

from firsthand.claims.quantities_headless import headless
from firsthand.claims.quantities_units import FATES, is_human, is_plural
from firsthand.claims.quantities_words import WORDS, Counted, Words

_LONGEST = 9  # words from a number to the noun that it counts
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "X"})
_STOP, _OTHER = WORDS["stop"], WORDS["other"]
_OUTSIDE = _STOP - {"and", "or"}
_BREAKS = frozenset("(;:—–")
_QUOTES = frozenset(("'", "‘", "’", '"', "“", "”", "#"))
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:Jan|Febr)uary$|March$|April$|May$|June$|July$|August$"
    r"|(?:Sept|Nov|Dec)ember$|October$|today$|yesterday$|tonight$"
)

_AGED = re.compile(r"\s\d+[\s-](?:year|month)s?[\s-]olds?\b", re.IGNORECASE)


def counted(words: Words, first: int, end: int, inner: Counted | None) -> Counted | None:
    """What the number at characters ``first`` to ``end`` counts.

    ``inner`` is what the next number counts where this one is a part of that ("10 of the 12 victims"). Gives ``None``
    where it counts nothing.
    """
    doc, begin = words.doc, words.after(end)
    if begin >= len(doc):
        return headless(words, first, end)
    token = doc[begin]
    if words.text.startswith("-strong", end):
        found = _by_scan(words, words.after(end + len("-strong")))
        return Counted(found.noun if found else None, end + len("-strong"), person=True)
    if inner is not None:
        return inner._replace(end=end)
    aged = _AGED.match(words.text, end)
    if aged:
        found = _by_scan(words, words.after(aged.end()))
        return found if found and found.noun and is_human(found.noun) else Counted("year-old", aged.end(), person=True)
    if token.lower_ == "of":
        return _of_noun(words, begin + 1, end)
    found = _farther(_by_parse(words, first, end), _by_scan(words, begin))
    if found is not None and found.noun is not None and found.noun.lower() not in FATES:
        return found
    more = token.lower_ in ("more", "other", "others", "additional") and begin + 1 < len(doc)
    if more and doc[begin + 1].lower_ == "of":
        return _of_noun(words, begin + 2, end, (token.lower_,))
    return headless(words, first, end)


def _farther(parsed: Counted | None, scanned: Counted | None) -> Counted | None:
    """The plural noun farther right: parses tend to stop short within names ("two Costa | Rican pilots")."""
    if parsed is None or scanned is None:
        return parsed or scanned
    if scanned.noun and scanned.end > parsed.end and (is_plural(scanned.noun) or not is_plural(parsed.noun or "")):
        return scanned
    return parsed if is_plural(parsed.noun or "") or not is_plural(scanned.noun or "") else scanned


def _of_noun(words: Words, begin: int, end: int, extra: tuple[str, ...] = ()) -> Counted | None:
    """ "21 of the schoolgirls", "dozens of them"."""
    doc, at, seen = words.doc, begin, ""
    while at < len(doc) and doc[at].lower_ in WORDS["of"] and at - begin < 3:
        seen = doc[at].lower_
        at += 1
    found = _by_scan(words, at)
    if found is not None:
        return found._replace(words=extra + found.words)
    if seen in WORDS["pronouns"]:
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
            if noun.lower_ in _OTHER and noun.lower_ != "others":  # "and wounded two more in the house"
                return None
            return Counted(noun.text, noun.idx + len(noun), _between(doc, last.i + 1, noun.i))
    return None


def _plain(doc: Doc, begin: int, end: int) -> bool:
    """Whether the words between a number and its head can stand in one noun phrase, and the head is a noun."""
    if doc[end].pos_ not in ("NOUN", "PROPN", "ADJ", "SYM", "") and not is_human(doc[end].text):
        return False
    if doc[end].lower_ in _STOP or (begin < end and doc[begin].is_punct and doc[begin].text != "-"):
        return False
    return not any(token.is_space or token.text in _BREAKS or token.lower_ in _OUTSIDE for token in doc[begin:end])


def _last_of_compound(doc: Doc, head: Token) -> Token:
    """The head noun, or the noun after it where the parse took a part of a compound for the head ("family members")."""
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
    """The last noun of the run of adjectives and nouns that begins at a token, or the first that names people."""
    doc, best = words.doc, None
    for at in range(begin, min(begin + _LONGEST, len(doc))):
        token = doc[at]
        if not _goes_on(words, token, at == begin) and not _joins(words, at):
            break
        if best is not None and token.pos_ == "VERB" and is_plural(doc[best].text):  # "300 attacks involving migrants"
            break
        if _is_others(words, at):
            return Counted("others", token.idx + len(token), _between(doc, begin, at), person=True)
        if _is_noun(words, token):
            best = at
            whole = is_plural(token.text) or not token.text.istitle()  # not "American" in "two American freight trains"
            if whole and is_human(token.text) and not _noun_follows(words, at):
                break
    if best is None:
        return None
    return Counted(doc[best].text, doc[best].idx + len(doc[best]), _between(doc, begin, best))


def _is_others(words: Words, at: int) -> bool:
    """Whether "others" stands for those counted ("20 others were hurt")."""
    doc = words.doc
    if doc[at].lower_ not in ("others", "other") or doc[at].pos_ not in ("NOUN", ""):
        return False
    return at + 1 == len(doc) or not _goes_on(words, doc[at + 1], False)


def _goes_on(words: Words, token: Token, first: bool) -> bool:
    """Whether a token can belong to the noun phrase."""
    lower = token.lower_
    if token.is_space or lower in _STOP or _DAY.match(token.text) or token.like_url:
        return False
    if lower in ("'s", "’s"):
        return not first and _noun_follows(words, token.i)
    if token.is_punct:
        return lower in _QUOTES or (lower == "-" and not first)
    if not words.tagged:
        return token.is_alpha or "-" in token.text
    if token.pos_ == "VERB" and lower not in FATES and is_plural(token.text) and is_human(token.text):
        return True  # "21 Chibok schoolgirls" is no clause
    if lower in FATES and not is_human(lower):
        return _people_follow(words, token.i)
    if lower in _OTHER or token.pos_ in _NOMINAL:
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
    """Whether a comma or "and" stands between adjectives or names of one phrase ("Russian and Syrian fighters")."""
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
    if token.lower_ in WORDS["adjectival"] or owner or (token.lower_ in _OTHER and token.lower_ != "others"):
        return False
    if words.tagged:
        return token.pos_ in ("NOUN", "PROPN") or (is_human(token.text) and is_plural(token.text))
    return token.is_alpha and (is_plural(token.text) or is_human(token.text))
