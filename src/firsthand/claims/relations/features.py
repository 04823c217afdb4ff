"""What is seen of two arguments of a sentence: the path between them in the tree, the words on it and around it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from firsthand.claims.relations.arguments import Argument
from firsthand.claims.relations.syntax import child_of, first_of
from firsthand.claims.relations.ties import found_in
from firsthand.claims.relations.words import table, verb

LONGEST_PATH = 7
_SHORT, _NEAR = 4, 14
_CONTENT = frozenset({"VERB", "NOUN", "ADP", "ADJ"})
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "acl"})
_NEGATIONS = frozenset({"not", "never", "n't", "n’t"})
Step = tuple[Token, str]


class Pair(NamedTuple):
    """Two arguments, the one whose head comes first before the other, with the names of what holds of them."""

    one: Argument
    other: Argument
    features: list[str]


def pairs(doc: Doc, found: Sequence[Argument]) -> Iterator[Pair]:
    """Pairs of arguments of one sentence that a short path joins."""
    ruled = _rules(doc, found)
    for sentence in doc.sents:
        here = sorted((a for a in found if sentence.start <= a.head < sentence.end), key=lambda a: a.head)
        up = {a.head: list(_up(doc[a.head])) for a in here}
        known = [a.head for a in here if a.known]
        for k, one in enumerate(here):
            for other in here[k + 1 :]:
                path = _path(up[one.head], up[other.head])
                if path is None:
                    continue
                between = sum(one.head < head < other.head for head in known)
                yield Pair(one, other, list(_features(doc, one, other, path, between, ruled)))


def _rules(doc: Doc, found: Sequence[Argument]) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """What the rules say of two heads, with the rule's name; the smallest argument around a word is meant."""
    owner: dict[int, int] = {}
    for argument in sorted(found, key=lambda a: a.start - a.end):
        owner.update(dict.fromkeys(range(argument.start, argument.end), argument.head))
    out: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for one in found_in(doc):
        heads = owner.get(one.subject.i), owner.get(one.object.i)
        if heads[0] is not None and heads[1] is not None and heads[0] != heads[1]:
            out.setdefault((heads[0], heads[1]), []).append((one.relation, one.rule))
    return out


def _up(token: Token) -> Iterator[Step]:
    """A token and those above it, each with its relation; a coordination counts as its first member."""
    while True:
        token = first_of(token)
        if token.head.i == token.i:
            yield token, "ROOT"
            return
        yield token, token.dep_
        token = token.head


def _path(one: list[Step], other: list[Step]) -> tuple[list[Step], list[Step]] | None:
    """From either argument up to where they meet, the meeting point last in both; None for a long way."""
    place = {token.i: k for k, (token, _) in enumerate(other)}
    for k, (token, _) in enumerate(one):
        if token.i in place:
            found = one[: k + 1], other[: place[token.i] + 1]
            return found if len(found[0]) + len(found[1]) - 2 <= LONGEST_PATH else None
    return None


def _features(
    doc: Doc,
    one: Argument,
    other: Argument,
    path: tuple[list[Step], list[Step]],
    between: int,
    ruled: dict[tuple[int, int], list[tuple[str, str]]],
) -> Iterator[str]:
    kinds = f"{one.kind}|{other.kind}"
    yield from _of_arguments(doc, one, other, kinds)
    yield from _of_path(doc, one, other, path, kinds)
    yield from _of_classes(doc, one, other, path, kinds)
    yield from _of_words(doc[one.end : other.start], kinds)
    yield f"between={min(between, 4)}|{kinds}"
    for way, key in ((">", (one.head, other.head)), ("<", (other.head, one.head))):
        for relation, rule in ruled.get(key, ()):
            yield from (f"rule={relation}{way}", f"rule={relation}{way}|{kinds}", f"rule={relation}{way}|{rule}")


def _of_arguments(doc: Doc, one: Argument, other: Argument, kinds: str) -> Iterator[str]:
    a, b = doc[one.head], doc[other.head]
    yield from ("bias", f"kinds={kinds}", f"a={one.kind}", f"b={other.kind}", f"known={one.known}|{other.known}")
    yield from (f"a.word={_word(a, one)}", f"b.word={_word(b, other)}", f"a.case={_case(a)}", f"b.case={_case(b)}")
    yield from (f"b.case={_case(b)}|{other.kind}", f"joined={first_of(a).i == first_of(b).i}|{kinds}")
    for name, head in (("a", a), ("b", b)):
        for child in head.children:
            if child.dep_ in _MODIFIERS:
                if child.pos_ != "PROPN":
                    yield f"{name}.with={child.lemma_.lower()}"
                if relation := table("participles").get(child.lower_):
                    yield f"{name}.class={relation}"


def _of_path(
    doc: Doc, one: Argument, other: Argument, path: tuple[list[Step], list[Step]], kinds: str
) -> Iterator[str]:
    left, right = path
    length = len(left) + len(right) - 2
    ups, downs = ">".join(r for _, r in left[:-1]), "<".join(r for _, r in reversed(right[:-1]))
    cases = _case(doc[one.head]), _case(doc[other.head])
    inner = [token.lemma_.lower() for token, _ in (*left[1:-1], *reversed(right[1:-1]))]
    middle = left[-1][0].lemma_.lower() if len(left) > 1 and len(right) > 1 else ""
    shape = f"{ups}^{downs}"
    yield from (f"length={length}", f"path={shape}", f"path={shape}|{cases[1]}", f"path={shape}|{kinds}")
    yield f"words={' '.join((ups, *inner, middle, downs, *cases))}"
    yield f"b.case={cases[1]}|{kinds}|{length}"
    if middle:
        one_way, other_way = left[-2][1], right[-2][1]
        yield from (
            f"middle={middle}",
            f"middle={middle}|{one_way}|{other_way}",
            f"middle={middle}|{one_way}|{cases[1]}",
        )
        yield from (f"middle={middle}|{kinds}", f"ways={one_way}|{other_way}|{other.kind}")
    elif len(left) == 1:
        a, b = doc[one.head], doc[other.head]
        yield f"under={_word(a, one)}|{right[-2][1] if len(right) > 1 else ''}|{other.kind}"
        yield from (f"under={downs}|{cases[1]}|{kinds}", f"under={_word(a, one)}|{_word(b, other)}")
    else:
        yield from (f"over={_word(doc[other.head], other)}|{left[-2][1]}|{one.kind}", f"over={ups}|{cases[0]}|{kinds}")
    yield from (f"on={word}" for word in inner)
    yield from (f"left={token.lemma_.lower()}|{relation}" for token, relation in left[1:-1])
    yield from (f"right={token.lemma_.lower()}|{relation}" for token, relation in right[1:-1])
    if any(c.dep_ == "advmod" and c.lower_ in _NEGATIONS for c in left[-1][0].children):
        yield "negated"


def _of_classes(
    doc: Doc, one: Argument, other: Argument, path: tuple[list[Step], list[Step]], kinds: str
) -> Iterator[str]:
    """What the lexicon makes of the words on the path."""
    left, right = path
    cases = _case(doc[one.head]), _case(doc[other.head])
    shape = ">".join(r for _, r in left[:-1]) + "^" + "<".join(r for _, r in reversed(right[:-1]))
    middle = ""
    if len(left) > 1 and len(right) > 1 and (middle := _class(left[-1][0])):
        ways = f"{left[-2][1]}|{right[-2][1]}"
        yield from (f"class={middle}", f"class={middle}|{ways}", f"class={middle}|{left[-2][1]}|{cases[1]}")
        yield from (f"class={middle}|{shape}", f"class={middle}|{kinds}")
    inner = [found for token, _ in (*left[1:-1], *right[1:-1]) if (found := _class(token))]
    for found in inner:
        yield from (f"on.class={found}", f"on.class={found}|{middle}", f"on.class={found}|{shape}")
        yield f"on.class={found}|{cases[0]}|{cases[1]}|{kinds}"
    if len(left) == 1 or len(right) == 1:
        ends = f"{_class(doc[one.head])}|{_class(doc[other.head])}"
        yield from (f"ends={ends}|{shape}|{cases[0]}|{cases[1]}", f"ends={ends}|{kinds}")
    yield f"classes={'+'.join(sorted({middle, *inner} - {''}))}|{kinds}"


def _of_words(between: Iterable[Token], kinds: str) -> Iterator[str]:
    tokens = list(between)
    far = next((str(n) for n in (0, 1, 2, 4, 8, 15) if len(tokens) <= n), "more")
    yield from (f"apart={far}", f"apart={far}|{kinds}")
    if len(tokens) <= _SHORT:
        text = " ".join(token.lower_ if token.pos_ != "PROPN" else "#" for token in tokens)
        yield from (f"text={text}", f"text={text}|{kinds}")
    yield from (f"word={token.lemma_.lower()}" for token in tokens[:_NEAR] if token.pos_ in _CONTENT)
    for found in sorted({_class(token) for token in tokens if token.pos_ in {"VERB", "NOUN"}} - {""}):
        yield from (f"near={found}", f"near={found}|{kinds}")


def _word(token: Token, argument: Argument) -> str:
    return f"#{argument.kind}" if token.pos_ == "PROPN" else token.lemma_.lower()


def _case(token: Token) -> str:
    found = child_of(first_of(token), "case") or child_of(token, "case")
    return found.lower_ if found is not None else ""


def _class(token: Token) -> str:
    if token.pos_ in {"VERB", "AUX"}:
        told = verb(token)
        return told[0] if told else ""
    lemma = token.lemma_.lower()
    if relation := table("people").get(lemma):
        return f"person:{relation}"
    if relation := table("nouns").get(lemma):
        return f"noun:{relation}"
    return table("participles").get(token.lower_, "")
