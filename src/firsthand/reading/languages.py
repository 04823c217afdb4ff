"""The language of a text, as a two-letter code (ISO 639-1)."""

import re
from functools import cache
from itertools import islice
from typing import Any

_WORDS = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_COMMON_TEXT = """
the of and to in a is was that for it on with as be at by he his had not are but from or have an they which one you
were all her she there would their we him been has when who will no more if out so said what up its about into than
them can only other new some could time these two may first then do any like my now over such our after also did
says killed police people government against near under off left say report reports officials
"""
_COMMON = frozenset(_COMMON_TEXT.split())
# those of them that no other language of the Latin script has among its common words
_OWN_TEXT = """
the and to that with from they which you were there would their been when who what this these than other said says
his she after about into killed police people against officials
"""
_OWN = frozenset(_OWN_TEXT.split())
_ENGLISH = 0.27  # the share of common words from which a text is surely English; other languages stay under 0.2
_PIECE_ENGLISH = 0.2
_OWN_SHARE = 0.06
_FEW = 8
_FEW_LETTERS = 12  # of a script that writes no spaces, or whose short texts say their language by themselves
_PIECE = 2000
_SURE = 0.9
_SURE_OF_ENGLISH = 0.4
_LIKELY = 0.5  # of a language beside kindred ones (Danish and Norwegian), where English is out of the question
_NOT_ENGLISH = 0.005
_SURE_BY_SCRIPT = 0.5  # letters that are not Latin leave few languages to choose from
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")
_QUOTED = re.compile(r"[“„«\"‟][^“”„«»\"\n]{1,1500}[”“»\"]")
_PIECES = re.compile(r"\n+|(?<=[.!?])\s+")
_CODE = re.compile(r"[a-z]{2,3}$")
_NAMED = {"english": "en", "eng": "en"}
_NO_CODES = frozenset(("und", "mul", "zxx", "mis", "xx", "nan"))

# one language to a script, or the languages among which its words decide
_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u3040-\u30ff]"), ("ja",)),  # before Han, which Japanese writes as well
    (re.compile("[\u3400-\u9fff\uf900-\ufaff]"), ("zh",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"), ("ar", "fa", "ur", "ps", "ug")),
    (re.compile("[\u0400-\u052f]"), ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz")),
    (re.compile("[\u0900-\u097f]"), ("hi", "mr", "ne")),
    (re.compile("[\u0980-\u09ff]"), ("bn", "as")),
    (re.compile("[\u0e00-\u0e7f]"), ("th",)),
    (re.compile("[\u10a0-\u10ff]"), ("ka",)),
    (re.compile("[\u0530-\u058f]"), ("hy",)),
    (re.compile("[\u1200-\u137f]"), ("am",)),
    *((re.compile(f"[{chr(start)}-{chr(start + 0x7F)}]"), (code,)) for code, start in (
        ("pa", 0x0A00), ("gu", 0x0A80), ("or", 0x0B00), ("ta", 0x0B80), ("te", 0x0C00), ("kn", 0x0C80), ("ml", 0x0D00),
        ("si", 0x0D80), ("lo", 0x0E80), ("my", 0x1000), ("km", 0x1780),
    )),
)  # fmt: skip
# languages that news is written in: the identifier's many small ones are more often wrong than there
_LATIN_SCRIPT_TEXT = """
en de fr es pt it nl sv da no fi is et lv lt pl cs sk sl hr hu ro sq tr az id ms tl vi sw so ha yo ig rw zu xh af ca gl
eu cy ga mt lb ku uz ht mg
"""
_LATIN_SCRIPT = frozenset(_LATIN_SCRIPT_TEXT.split())
_ALIKE = {"ms": "id", "nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "wuu": "zh", "yue": "zh"}
_MALAY = frozenset(("kerana", "bahawa", "ialah", "iaitu", "manakala", "kenderaan"))
_PIDGIN = frozenset(("dey", "dem", "wey", "di", "na", "don", "wetin", "dat", "dis", "una", "neva"))
_PIDGIN_SHARE = 0.08


def language_of(text: str, stated: str | None = None) -> tuple[str | None, str | None]:
    """The language and what told it: the text where it is long enough, else what was stated ("en-GB" is "en")."""
    sample = _sample(text)
    told = _by_script(sample) or _by_words(sample)
    if told[0]:
        return told
    said = _code(stated)
    return (said, "metadata") if said else (None, None)


def _sample(text: str) -> str:
    """Head, middle and end of a long text, which may begin with another language than it goes on in."""
    if len(text) <= 3 * _PIECE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_PIECE], text[middle : middle + _PIECE], text[-_PIECE:]))


def _code(stated: str | None) -> str | None:
    said = re.split(r"[-_\s,;.(]", (stated or "").strip().lower())[0]
    said = _NAMED.get(said, said)
    return said if _CODE.match(said) and said not in _NO_CODES else None


def _by_script(sample: str) -> tuple[str, str] | None:
    """The language of a text of which more than half is in letters that are not Latin; ``None`` for any other."""
    if not _NOT_LATIN.search(sample):
        return None
    letters = len(_LETTER.findall(sample))
    if letters < _FEW_LETTERS or len(_LATIN.findall(sample)) >= 0.5 * letters:
        return None
    counts = [(len(pattern.findall(sample)), codes) for pattern, codes in _SCRIPTS]
    if counts[0][0] > 0.1 * letters and counts[0][0] + counts[1][0] > 0.5 * letters:
        return "ja", "its letters"
    most, codes = max(counts, key=lambda pair: pair[0])
    if most <= 0.4 * letters:
        return None
    if len(codes) == 1:
        return codes[0], "its letters"
    guess, share, _ = _classify(sample, frozenset(codes))
    return (guess, "its letters") if share >= _SURE_BY_SCRIPT else None


def _by_words(sample: str) -> tuple[str | None, str | None]:
    """The language of a text in Latin letters, if it has enough words. English seldom needs the identifier."""
    words = _words(sample)
    if len(words) < _FEW:
        return None, None
    common, own = _shares(words)
    if common >= _ENGLISH and own >= _OWN_SHARE:
        return _english_or_pidgin(words)
    if _mostly_english(sample, len(words)):
        return _english_or_pidgin(words)
    outside = _QUOTED.sub(" ", sample)
    judged = outside if len(_words(outside)) >= _FEW else sample
    guess, share, english = _classify(judged, _LATIN_SCRIPT)
    if guess == "en":
        return _english_or_pidgin(words, "its letters") if share >= _SURE_OF_ENGLISH else (None, None)
    foreign = share >= _SURE or (share >= _LIKELY and english <= _NOT_ENGLISH)
    if not foreign or _has_too_many_names(judged):
        return None, None
    return ("ms" if guess == "id" and _MALAY.intersection(words) else guess), "its letters"


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _shares(words: list[str]) -> tuple[float, float]:
    count = max(1, len(words))
    return sum(map(_COMMON.__contains__, words)) / count, sum(map(_OWN.__contains__, words)) / count


def _mostly_english(sample: str, count: int) -> bool:
    """Whether half the words stand in English sentences, outside quotations: what else there is, is quoted or added."""
    english = total = 0
    for piece in islice(_PIECES.split(_QUOTED.sub(" ", sample)), 400):
        words = _words(piece)
        total += len(words)
        common, own = _shares(words)
        if words and common >= _PIECE_ENGLISH and own >= _OWN_SHARE:
            english += len(words)
    return english >= _FEW and english >= 0.5 * total and english >= 0.15 * count


def _english_or_pidgin(words: list[str], told: str = "its words") -> tuple[str, str]:
    """Nigerian Pidgin, whose common words are English but for a few, has those few often."""
    pidgin = sum(map(_PIDGIN.__contains__, words)) >= _PIDGIN_SHARE * len(words)
    return ("pcm", "its words") if pidgin else ("en", told)


def _has_too_many_names(text: str) -> bool:
    """Whether nearly every word is a name or a title: a list of foreign names in an English text is no language."""
    found = _WORDS.findall(text)
    small = sum(word[0].islower() for word in found)
    return small < 0.25 * len(found) and not text.isupper()


def _classify(text: str, among: frozenset[str]) -> tuple[str, float, float]:
    """The likeliest of some languages, its share of their probability, and English's."""
    shares: dict[str, float] = {}
    for code, share in _identifier().rank(text):
        known = _ALIKE.get(str(code), str(code))
        if known in among:
            shares[known] = shares.get(known, 0.0) + float(share)
    total = sum(shares.values())
    best = max(sorted(shares), key=lambda code: shares[code])
    return (best, shares[best] / total, shares.get("en", 0.0) / total) if total > 0 else (best, 0.0, 0.0)


@cache
def _identifier() -> Any:
    # a second to load, which English texts do not need
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
