"""Names that the recogniser missed, by parts of speech and syntax: runs of proper nouns that act as names do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from firsthand.names.data import legal_forms, word_set
from firsthand.names.folding import PARTICLES, initials, plain, words
from firsthand.names.known import NameKind, bodies, given_names, is_human
from firsthand.names.phrases import Phrases
from firsthand.names.places import country_named, country_of
from firsthand.names.roles import role_after
from firsthand.names.spans import Named

Run = tuple[int, int, NameKind | None]
_INNER = frozenset(("-", "’", "'"))
_OPEN = frozenset(("PROPN", "NOUN", "ADJ", "VERB", "X"))


def runs(doc: Doc, text: str) -> Iterator[Run]:
    """Runs of capitalised words as offsets, with the kind that their words and neighbours show, if any.

    Within a sentence every capital counts, whatever the part of speech; at its start only a proper noun's, and in a
    headline that capitalises most words none but a proper noun's.
    """
    k = 0
    for first, start in enumerate(doc.to_array("IDX").tolist()):
        if first < k or not text[start].isupper() or not _capital(doc[first]) or not _may_open(doc, first):
            continue
        k = _end(doc, text, first)
        while first < k - 1 and plain(doc[first].text) in word_set("titles"):
            first += 1
        if first < k - 1 and country_of(doc[first].text) and not _is_body(text, doc[first].idx, doc[k - 1]):
            first += 1
        name = text[doc[first].idx : doc[k - 1].idx + len(doc[k - 1])]
        while first < k - 1 and plain(doc[first].text) in bodies() and plain(name) not in bodies():
            first += 1  # a credit run together with a name: "Reuters Lena Orlova"
            name = text[doc[first].idx : doc[k - 1].idx + len(doc[k - 1])]
        if _may_be_name(name, first, k):
            yield doc[first].idx, doc[first].idx + len(name), _kind(doc, text, first, k, name)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.is_alpha and len(token) > 1 and token.pos_ in _OPEN


def _may_open(doc: Doc, k: int) -> bool:
    """Whether a run of names may begin at a token."""
    if doc[k].pos_ == "PROPN" or _within_sentence(doc, k):
        return True
    return plain(doc[k].text) in given_names() and k + 1 < len(doc) and _capital(doc[k + 1])


def _within_sentence(doc: Doc, k: int) -> bool:
    """Whether a token does not begin its sentence, and the words around it are not all capitalised."""
    if doc[k].is_sent_start or k == 0 or not (doc[k - 1].is_alpha or doc[k - 1].text in (",", "-", "’s", "'s")):
        return False
    near = [token for token in doc[max(0, k - 6) : k + 8] if token.is_alpha and len(token) > 3]
    return 3 * sum(token.text[0].islower() for token in near) >= len(near)


def _is_body(text: str, start: int, last: Token) -> bool:
    """Whether words from a demonym to some token name a body ("Chadian Rail Board", "European Commission")."""
    name = text[start : last.idx + len(last)]
    return words(name)[-1] in word_set("org_heads") or plain(name) in bodies()


def _end(doc: Doc, text: str, k: int) -> int:
    """Where a run that begins at a token ends; particles and hyphens only between its words."""
    end = k + 1
    while end < len(doc):
        ahead = end
        while ahead < len(doc) and ahead - end < 3 and _inner(doc[ahead]):
            ahead += 1
        if ahead == len(doc) or not _capital(doc[ahead]) or "\n" in text[doc[end - 1].idx : doc[ahead].idx]:
            return end
        end = ahead + 1
    return end


def _inner(token: Token) -> bool:
    word = token.lower_
    return (word in PARTICLES and word not in ("of", "the")) or word in ("al", "el") or token.text in _INNER


def _may_be_name(name: str, first: int, end: int) -> bool:
    bare = plain(name)
    if not bare or bare in word_set("closed") | word_set("months") | word_set("courtesy") or name.isupper():
        return False
    parts = bare.split()
    if parts[-1] in ("day", "eve") or any(word in word_set("speech") for word in parts):
        return False
    if country_of(name) or country_named(name) or (bare in bodies() and " " not in bare):
        return False
    return end - first > 1 or bare not in word_set("titles") | word_set("roles") | word_set("org_heads")


def _kind(doc: Doc, text: str, first: int, end: int, name: str) -> NameKind | None:
    parts = words(name)
    if len(parts) > 1 and _is_body_word(parts[-1], name):
        return "organisation"
    if len(parts) > 1 and parts[-1] in word_set("place_heads"):
        return None
    before = doc[first - 1] if first else None
    if len(parts) > 1 and (parts[0] in given_names() or (before is not None and _is_office(before))):
        return "person"
    if role_after(text, doc[end - 1].idx + len(doc[end - 1])):
        return "person"
    if before is not None and before.pos_ == "ADP":
        return None
    speaks = any(token.dep_ == "nsubj" and token.head.lower_ in word_set("speech") for token in doc[first:end])
    return "person" if speaks and len(parts) < 5 else None


def _is_body_word(last: str, name: str) -> bool:
    return last in word_set("org_heads") | word_set("firms") | legal_forms() or plain(name) in bodies()


def _is_office(token: Token) -> bool:
    """Whether a word before a name says who that is: an office, an occupation; or kin, before a comma."""
    if token.text == "," and token.i:
        token = token.doc[token.i - 1]
        return token.text in word_set("kin") | word_set("roles")
    return token.pos_ in ("NOUN", "PROPN") and is_human(plain(token.text))


def proper(
    docs: Mapping[str, Doc], texts: Mapping[str, str], found: Sequence[Named], written: Mapping[str, int]
) -> Iterator[Named]:
    """Runs that show what they are, everywhere in the story where they stand; names' parts that stand alone."""
    seen = [(document, run) for document, doc in docs.items() for run in runs(doc, texts[document])]
    votes: dict[str, Counter[NameKind]] = {}
    for document, (start, end, kind) in seen:
        if kind:
            votes.setdefault(texts[document][start:end], Counter())[kind] += 1
    given = {mention.text.split(" ")[0] for mention in found if mention.kind == "person" and " " in mention.text}
    for document, (start, end, kind) in seen:
        name = texts[document][start:end]
        if kind is None and " " in name and name.split(" ")[0] in given:
            votes.setdefault(name, Counter())["person"] += 1
    kinds: dict[str, NameKind] = {name: counts.most_common(1)[0][0] for name, counts in sorted(votes.items())}
    for document, (start, end, _) in seen:
        name = texts[document][start:end]
        if name in kinds and name.lower() not in written:
            yield Named(document, start, end, name, kinds[name])
    known = [*((mention.text, mention.kind) for mention in found), *kinds.items()]
    parts = _parts(_trusted(known), written) | _letters(known)
    phrases = Phrases(parts)
    for document, text in texts.items():
        for start, end, name in phrases.find(text):
            yield Named(document, start, end, name, parts[name])


def _trusted(names: Sequence[tuple[str, NameKind]]) -> list[tuple[str, NameKind]]:
    """The names that are surely names: seen twice, or beginning with a given name; of bodies all."""
    counts = Counter(names)
    return [
        (name, kind)
        for (name, kind), count in counts.items()
        if kind != "person" or count > 1 or plain(name.split(" ")[0]) in given_names()
    ]


def _parts(names: Iterable[tuple[str, NameKind]], written: Mapping[str, int]) -> dict[str, NameKind]:
    """What names may be shortened to: surnames, with their particles; a firm's name without the words of kind."""
    parts: dict[str, NameKind] = {}
    for name, kind in names:
        split = name.split(" ")
        if len(split) < 2:
            continue
        if kind == "person":
            cut = len(split) - 1
            while cut > 1 and split[cut - 1].lower() in PARTICLES:
                cut -= 1
            surname = " ".join(split[cut:])
            short = [surname, surname[:1].upper() + surname[1:], split[-1]]
            if cut > 1 and plain(split[cut - 1]) not in given_names():
                short.append(split[cut - 1])  # the father's name before the mother's: "Luis Ortega Paz", "Ortega"
        elif kind == "organisation" and all(plain(word) in _kind_words() for word in split[1:]):
            short = [split[0]]
        else:
            continue
        for part in short:
            bare = part.split(" ")[-1].removesuffix("'s").removesuffix("’s")
            if len(bare) > 2 and bare[:1].isupper() and bare.lower() not in written and _is_own(bare):
                parts.setdefault(part, kind)
    return parts


def _kind_words() -> frozenset[str]:
    return word_set("generic") | word_set("firms") | legal_forms()


def _letters(names: Iterable[tuple[str, NameKind]]) -> dict[str, NameKind]:
    """Acronyms of the organisations among names, of three letters or more."""
    letters = {initials(name) for name, kind in names if kind == "organisation" and name.count(" ") > 1}
    return {
        short: "organisation" for short in letters if len(short) > 2 and short.lower() not in word_set("no_acronyms")
    }


def _is_own(word: str) -> bool:
    """Whether a word may stand for somebody alone: not a country's, a people's or an office's."""
    bare = plain(word)
    known = word_set("closed") | word_set("months") | word_set("roles") | word_set("titles") | word_set("org_heads")
    return not (country_of(word) or country_named(word) or bare in known or bare in word_set("compass"))
