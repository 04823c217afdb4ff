"""English verbs as far as a question needs them: auxiliaries, base forms, agreement."""

import re
from functools import lru_cache
from importlib.resources import files

from firsthand.findings.words import word_list

BE = frozenset(["am", "is", "are", "was", "were"])
FINITE = BE | frozenset({
    "has", "have", "had", "do", "does", "did", "may", "might", "can", "could", "will", "would", "shall", "should",
    "must", "cannot", "ca", "wo",
})  # fmt: skip
AUXILIARIES = FINITE | frozenset(["be", "been", "being"])
ADVERBS = word_list("adverbs")
PAST_ONLY = word_list("past_only")
INTRANSITIVE = word_list("intransitive")
_SPOKEN = {"’ve": "have", "’re": "are", "’ll": "will", "’m": "am"}
_PLURAL_WORDS = word_list("plural")
_NUMBER = re.compile(
    r"(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b"
    r"|more than|at least|dozens|hundreds)",
    re.I,
)
# a lemma that lost its mute "e": collid, evacuat, freez
_MUTE = re.compile(
    r"(?:[^aeiou]id|[iy]z|[^aeiou]iv|[^aeiou]ov|uc|[nr]c|[lr]v|[^aeiou]ag|dg|(?:chan|rran)g|[^aeo]at(?<=...at)|"
    r"[^aeiou]os|agre|fre|eas|xecut|sur|quir|xplod|clud)$"
)
_NEEDLESS = re.compile(r"(?:nt|ct|pt|nd|rd|ck|sh|lk|rk|lt)e$")  # and one that took an "e" too many: pointe
_HEAD_END = re.compile(r"\s(?:of|in|on|at|from|with|for|near|to|by|who|that|which|against|between|under)\s|[,(]")


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Irregular past forms and their bases."""
    text = files("firsthand.findings").joinpath("data/irregular_verbs.txt").read_text(encoding="utf-8")
    return dict(line.split() for line in text.splitlines() if line and not line.startswith("#"))


def base_and_support(verb: str, lemma: str, subject: str) -> tuple[str, str] | None:
    """The base form of a finite verb and the form of "do" with its tense; ``None`` for a participle."""
    verb, lemma = verb.lower(), _NEEDLESS.sub(lambda m: m[0][:-1], _MUTE.sub(r"\g<0>e", lemma))
    if verb in irregular() and verb != "has":
        return irregular()[verb], "did"
    if verb.endswith("ied") and len(verb) > 5:
        lemma = verb[:-3] + "y"
    if verb.endswith("ing") or not lemma.isalpha():
        return None
    if verb == lemma:
        return (lemma, "do") if is_plural(subject) else None
    if verb.endswith("s") and not verb.endswith("ss"):
        return lemma, "does"
    return lemma, "did"


def is_plural(subject: str) -> bool:
    """Whether a noun phrase takes "are"."""
    words = subject.lower()
    if not words:
        return False
    first = words.split()[0]
    if first in _PLURAL_WORDS or first.endswith("thousands") or _NUMBER.match(words):
        return True
    if first in {"a", "an", "this", "each", "every", "one", "he", "she", "it", "that"}:
        return False
    head = _HEAD_END.split(words, maxsplit=1)[0].split()
    if not head:
        return False
    last = head[-1]
    if " and " in f" {' '.join(head)} " or last in _PLURAL_WORDS or last in {"girls", "boys"}:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))


def may_stand_between(word: str) -> bool:
    """Whether a word can stand in a verb group: auxiliary, negation or adverb."""
    word = word.lower().strip(',“”"').replace("'", "’")
    return (
        word in _SPOKEN
        or word == "to"
        or word in AUXILIARIES
        or word in ADVERBS
        or (word.endswith("ly") and len(word) > 4)
        or word.endswith(("n’t", "n't"))
    )


def spelled_out(words: list[str]) -> list[str]:
    """A verb group with its contractions written in full; "cannot" becomes two words."""
    out: list[str] = []
    for word in words:
        low = word.lower().replace("'", "’")
        if low == "cannot":
            out += ["can", "not"]
        elif low.endswith("n’t") and len(low) > 3:
            stem = {"ca": "can", "wo": "will"}.get(low[:-3], low[:-3])
            out += [stem, "not"]
        elif low in _SPOKEN:
            out.append(_SPOKEN[low])
        else:
            out.append(low if low in AUXILIARIES else word)
    return out
