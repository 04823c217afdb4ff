"""The text of bytes, in the encoding that they show."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

import charset_normalizer

_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,30})", re.IGNORECASE
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 100_000
_HEAD = 4096
_REMEDY = "save the file as UTF-8"

# a declared encoding, as browsers take it: pages that say Latin-1 are in Windows-1252, and so on
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "x-sjis": "cp932", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "iso8859-9": "cp1254", "tis-620": "cp874", "big5": "big5hkscs", "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "iso-8859-8-i": "cp1255", "iso8859-8": "cp1255",
    "windows-31j": "cp932", "windows-949": "cp949", "windows-874": "cp874", "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
}  # fmt: skip
# only these: Python knows codecs besides that are no encodings of files, some of them slow beyond measure
_KNOWN = re.compile(
    r"cp\d{3,4}|iso8859-\d{1,2}|koi8-[rtu]|mac[-_]\w+|gb18030|hz|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+|johab|utf-16\S*|"
    r"utf-32\S*|ptcp154|tis-620|kz1048"
)
_ASCII = re.compile(rb"[\n\r -~]")
_SEVEN_BIT = re.compile(rb"\x1b[$(][@-Z(]")
_WESTERN = ("cp1252", "mac_roman", "iso8859-15")
# letters beyond ASCII by the languages that share an encoding; the first that fits wins
_LETTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cp1252", ("àâæçéèêëîïôœùûüÿ", "äöüßé", "áéíñóúü", "ãáâàçéêíóôõú", "àèéìíòóù", "äåöéü", "æøåé", "ëéïèöüó",
                "áðéíóúýþæö")),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺôŕ", "áéíóöőúüű", "ăâîşţ", "čćđšž")),
    ("cp1254", ("çğıöşüâîİ",)),
    ("iso8859-2", ("ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺôŕ", "áéíóöőúüű", "ăâîşţ", "čćđšž")),
    ("mac_roman", ("àâæçéèêëîïôœùûü", "äöüßé", "áéíñóúü", "ãáâàçéêíóôõú", "àèéìíòóù", "äåöéü", "æøåé")),
)  # fmt: skip
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac_cyrillic")
_CYRILLIC_LETTER = re.compile("[Ѐ-ӿ]")
# in a word: a capital after a small letter, a sign or a Latin letter beside a Cyrillic one
_ODD_CYRILLIC = re.compile("[а-я][А-Я]|[Ѐ-ӿ][A-Za-z°†€¤¬]|[A-Za-z°†€¤¬‚][Ѐ-ӿ]|[А-Я]—[а-я]|(?<![А-я])[—][а-я]")
_OFTEN = frozenset("оеаинтсрвлкі")
_SIGNS = frozenset("‘’“”„‚–—…•€£©®°§«»·´¿¡\u00a0™†¤¹²³½¼¾×ªº¶№¬\u00ad\u2028¢¥‹›")
_RUN = re.compile(r"[^\W\d_\x00-\x7f]{4}")  # so many letters beyond ASCII are a word of another alphabet
_ALL_WESTERN = frozenset("".join(_LETTERS[0][1]))
_OF_SEVERAL = 0.92  # what letters of several Western languages count, beside the letters of one
_MAINFRAME = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "utf_7")
_FITS = 0.9
_MARGIN = 0.05
_ALPHABETIC = 0.2  # a text in an alphabet that is not Latin has more letters beyond ASCII than this


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; or why there is none (``problem``, at byte ``at``). A ``note`` tells of a doubtful reading."""

    text: str = ""
    problem: str | None = None
    at: int | None = None
    note: str | None = None


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """The text of bytes that are text, read in the encoding that they show, else in the one that ``charset`` names.

    Zero bytes in it are read as \ufffd, which keeps the places of all that follows.
    """
    decoded = _decoded(data, charset)
    nul = decoded.text.find("\0")
    if nul < 0:
        return decoded
    note = decoded.note or f"zero bytes in the text (first at character {nul}); they read as \ufffd"
    return replace(decoded, text=decoded.text.replace("\0", "\ufffd"), note=note)


def _decoded(data: bytes, charset: str | None) -> Decoded:
    for bom, name in BOMS:
        if data.startswith(bom):
            return _as(data, name)
    unmarked = wide(data[:_HEAD])
    if unmarked:
        return _as(data, unmarked)
    declared = _named(charset)
    if _SEVEN_BIT.search(data[:_SAMPLE]):
        for encoding in (declared, "iso2022_jp", "iso2022_kr"):
            stateful = _strictly(data, encoding) if encoding and encoding.startswith("iso2022") else None
            if stateful is not None:
                return Decoded(stateful)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, declared)


def _as(data: bytes, name: str) -> Decoded:
    """The text in an encoding that is certain, its few broken bytes noted."""
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError as error:
        text = data.decode(name, "replace")
        if text.count("\ufffd") > max(1, 0.05 * len(text)):
            return Decoded(problem=f"the file is marked as {name} but is not; {_REMEDY}", at=error.start)
        return Decoded(text, at=error.start, note=_broken(name, error.start))


def _broken(name: str, at: int) -> str:
    return f"some bytes are not {name} (first at byte {at}); they read as \ufffd"


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


# UTF-16 and UTF-32 without a mark


def wide(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the encoding in which these bytes, zeros among them, are mostly letters."""
    zeros = head.count(0)
    if len(head) < 8 or not zeros or (zeros < 0.1 * len(head) and len(_ASCII.findall(head)) > 0.75 * len(head)):
        return None  # with few zeros, what is mostly ASCII is text of one byte a letter that something else is in
    scores = {name: _prose(head, name) for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else None


def _prose(head: bytes, name: str) -> float:
    """The share of a text's spaces, line ends and commas, by which the right order of bytes is known; 0 for no text."""
    unit = 4 if name.startswith("utf-32") else 2
    text = _strictly(head[: len(head) // unit * unit], name) or _strictly(head[: len(head) // unit * unit - unit], name)
    if not text:
        return 0.0
    good = sum(ch in "\n\r\t" or unicodedata.category(ch)[0] in "LNPZMS" for ch in text)
    common = sum(ch in " \n\r,.，。、،" or (ch.isascii() and ch.isalpha()) for ch in text)
    return common / len(text) if good >= 0.95 * len(text) and "\0" not in text else 0.0


# encodings of one byte a letter, and of Asia


def _not_utf8(data: bytes, error: UnicodeDecodeError, declared: str | None) -> Decoded:
    """Mostly UTF-8 with a few broken bytes; the declared encoding if it fits; else the likeliest by its letters."""
    loose = _loosely(data, error)
    if loose:
        return loose
    inside = _CHARSET.search(data[:_HEAD])
    names = [name for name in (_named(inside[1].decode("ascii") if inside else None), declared) if name]
    for name in names:
        text = _strictly(data, name)
        if text is not None and (name not in _WESTERN or _fit(_window(data, error.start), name) >= _FITS):
            return Decoded(text)
    for name in names:
        text = data.decode(name, "replace") if name not in _WESTERN else ""
        if text and text.count("\ufffd") <= max(2, 0.01 * len(text)):
            return Decoded(text, at=error.start, note=_broken(name, error.start))
    return _guessed(data, error.start)


def _named(charset: str | None) -> str | None:
    """A declared encoding by Python's name for it; ``None`` for UTF-8 and for names that say nothing."""
    low = (charset or "").strip().strip("\"'").lower()
    if low in _MEANT:
        return _MEANT[low]
    try:
        name = codecs.lookup(low).name if low else ""
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name if _KNOWN.fullmatch(name) else None)


def _loosely(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """The text of UTF-8 that was cut at its end or has a few broken bytes."""
    loose = data.decode("utf-8", "replace")
    at_end = error.reason == "unexpected end of data" and error.start >= len(data) - 3
    # a last byte alone, with no others beyond ASCII before it, may be a small letter of Windows-1252 ("café")
    western = data[:-1].isascii() and data[-1] >= 0xE0 and data[-2:-1].isalpha()
    cut = at_end and not (error.start == len(data) - 1 and western)
    broken = loose.count("\ufffd")
    head = loose[:_SAMPLE]
    if cut or head.count("\ufffd") * 5 <= sum(ord(ch) > 127 for ch in head):
        where = f"first at byte {error.start}"
        return Decoded(loose, at=error.start, note=f"{broken} broken UTF-8 bytes ({where}); they read as \ufffd")
    return None


def _window(data: bytes, at: int) -> bytes:
    return data[max(0, at - 1000) : at + 20_000]


def _guessed(data: bytes, at: int) -> Decoded:
    window = _window(data, at)
    name, sure = _latin(window)
    if name is None:
        name = _cyrillic(window)
    if name is None:
        best = charset_normalizer.from_bytes(_sample(data), cp_exclusion=list(_MAINFRAME)).best()
        name = best.encoding if best else None
    text = _strictly(data, name) if name else None
    if text is None and name in ("cp1252", "cp1250", "cp1254", "cp1251"):
        text = data.decode(name, "replace")  # these leave a few bytes undefined, which a damaged file may have
    if text is None or name is None:
        return Decoded(problem=f"unknown encoding (byte {at} is not UTF-8); {_REMEDY}", at=at)
    if sure:
        return Decoded(text)
    note = f"not UTF-8; read as {name}, which is a guess: if letters look wrong, {_REMEDY}"
    return Decoded(text, at=at, note=note)


def _latin(window: bytes) -> tuple[str | None, bool]:
    """The encoding in which letters beyond ASCII are those of one language; and whether that is Western and sure."""
    best, name = _fit(window, "cp1252"), "cp1252"
    if best >= 1 - _MARGIN:
        return ("iso8859-15" if b"\xa4" in window or re.search(rb"[a-z]\xbd[a-z]", window) else name), True
    for other, _ in _LETTERS[1:]:
        score = _fit(window, other)
        if score > best + _MARGIN:
            best, name = score, other
    return (name, name == "cp1252") if best >= _FITS else (None, False)


def _fit(window: bytes, name: str) -> float:
    """The share of letters beyond ASCII that one language of an encoding has, in the case that its neighbours have."""
    text = window.decode(name, "replace")
    if len(text) > 40 and sum(ch > "\x7f" and ch not in _SIGNS for ch in text) > _ALPHABETIC * len(text):
        return 0.0
    letters = [ch.lower() if good else "\0" for ch, good in _beyond_ascii(text)]
    sets = dict(_LETTERS).get(name, _LETTERS[0][1])
    if not letters:
        return 1.0
    best = max(sum(ch in alphabet for ch in letters) for alphabet in sets) / len(letters)
    if name not in _WESTERN:
        return best
    return max(best, _OF_SEVERAL * sum(ch in _ALL_WESTERN for ch in letters) / len(letters))


def _beyond_ascii(text: str) -> Iterator[tuple[str, bool]]:
    """The letters, and signs that no text has, with whether their case and place are what they would be in a word."""
    run_end = 0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        ch, at = found.group(), found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if at < run_end:
            yield ch, False
            continue
        run = _RUN.match(text, at)
        if run:
            run_end = run.end()
        if ch in _SIGNS:
            if ch in "¿¡³¹¶½" and before.isalpha():
                yield ch, False
            continue
        odd_capital = ch.isupper() and (before.islower() or after in (" ", ",", "."))
        yield ch, ch.isalpha() and not odd_capital


def _cyrillic(window: bytes) -> str | None:
    """The encoding in which the text has the common letters of Cyrillic as often as texts have."""
    best, name = 0.0, None
    for other in _CYRILLIC:
        text = window.decode(other, "replace")
        high = [ch for ch in text if ord(ch) > 127 and ch not in _SIGNS]
        letters = len(_CYRILLIC_LETTER.findall(text))
        often = sum(ch in _OFTEN for ch in high)
        score = often - 2 * len(_ODD_CYRILLIC.findall(text))
        if letters >= 0.95 * len(high) and often >= 0.5 * letters and score > best:
            best, name = score, other
    return name


def _sample(data: bytes) -> bytes:
    """The beginning of a file, cut at the end of a line, so that no letter of two bytes is cut."""
    head = data[:_SAMPLE]
    return head[: head.rfind(b"\n") + 1] or head if len(data) > _SAMPLE else head
