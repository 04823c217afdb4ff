"""Spans that a mention of an actor or place may have, and what the linear part of the model asks of each."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

_LEFT_TEXT = """
det det:predet amod nummod compound nmod nmod:poss nmod:desc advmod flat case conj cc punct acl
"""
_LEFT = frozenset(_LEFT_TEXT.split())
_RIGHT_TEXT = """
flat compound nummod nmod acl amod advmod fixed nmod:unmarked nmod:desc
"""
_RIGHT = frozenset(_RIGHT_TEXT.split())
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "ADV", "NUM"})
_WHOLE = frozenset({"chunk", "of", "full", "nouns", "titled"})
LONGEST = 12  # tokens of a candidate that is shortened too
SHORTENED = 4  # words that it may lose
_HYPHENS = frozenset({"-", "–"})
_PLACE_ADVERBS = frozenset({"here", "there", "elsewhere", "everywhere", "somewhere"})

Candidate = tuple[int, int, int, str]  # first token, one past the last, head, kind


def candidates(doc: Doc, likely: Sequence[bool] | None = None) -> list[Candidate]:
    """Spans that a mention may have: around every name, and the chunk of every head with more and more phrases.

    `likely` says which tokens may head a mention that holds no name; without it all nouns and pronouns may.
    """
    out: list[Candidate] = []
    names: set[tuple[int, int]] = set()
    for entity in doc.ents:
        for start, end, kind in _around(doc, entity):
            if (start, end) not in names:
                names.add((start, end))
                out.append((start, end, entity.root.i, kind))
    for token in doc:
        if token.pos_ not in _HEADS or (token.pos_ == "ADV" and token.lower_ not in _PLACE_ADVERBS):
            continue
        if token.pos_ in {"ADJ", "DET", "NUM"} and token.dep_ in {"amod", "det", "nummod", "nmod:poss", "advmod"}:
            continue
        if likely is not None and not likely[token.i] and not token.ent_type_:
            continue
        seen = set()
        for start, end, kind in _extents(token):
            if (start, end) not in seen and (start, end) not in names:
                seen.add((start, end))
                out.append((start, end, token.i, kind))
    return out + _shortened(doc, out)


def _shortened(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The same spans without their first words, up to the head: "Raqqa" in "embattled Raqqa"."""
    seen = {candidate[:2] for candidate in found}
    out = []
    for start, end, head, kind in found:
        if kind in _WHOLE and end - start <= LONGEST:
            for first in range(start + 1, min(head + 1, start + 1 + SHORTENED)):
                if (first, end) not in seen and not _is_edge(doc[first]):
                    seen.add((first, end))
                    out.append((first, end, head, kind + "-"))
    return out


def _around(doc: Doc, entity: Span) -> list[tuple[int, int, str]]:
    """A name alone, with capitals or nouns before it, with an article, and with the place that follows a comma."""
    start, end = entity.start, entity.end
    titled = start
    while (
        titled
        and not doc[titled].is_sent_start
        and doc[titled - 1].text[:1].isupper()
        and not doc[titled - 1].ent_type_
    ):
        titled -= 1
    out = [(start, end, "name"), (titled, end, "titled")]
    articled = (i - 1 for i in (start, titled) if i and doc[i - 1].pos_ == "DET" and not doc[i].is_sent_start)
    out += [(first, end, "the") for first in articled]
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ == entity.label_ == "PLACE":
        last = end + 2
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        out.append((start, last, "pair"))
    nouns = start
    while nouns and not doc[nouns].is_sent_start and doc[nouns - 1].pos_ in {"ADJ", "NOUN", "PROPN"}:
        nouns -= 1
    return [*out, (nouns, end, "nouns")]


def _extents(token: Token) -> list[tuple[int, int, str]]:
    if token.pos_ == "PRON":
        return [(token.i, token.i + 1, "chunk")]
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT or child.right_edge.i != start - 1 or (child.dep_ == "case" and child.tag_ == "IN"):
            break
        if child.dep_ == "punct" and child.text not in {"-", "–", '"', "“", "”"}:
            break
        start = child.left_edge.i
    flat = of = full = token.i + 1
    for child in token.rights:
        if child.text in _HYPHENS and child.i == full:
            continue
        hyphen = child.left_edge.i == full + 1 and token.doc[full].text in _HYPHENS
        if (child.left_edge.i != full and not hyphen) or child.dep_ not in _RIGHT:
            break
        end = child.right_edge.i + 1
        if child.dep_ in {"flat", "compound", "nummod", "fixed", "nmod:desc"} and flat == full:
            flat = of = end
        elif child.dep_ == "nmod" and of == full and child.left_edge.lower_ == "of":
            of = end
        full = end
    while start < token.i and _is_edge(token.doc[start]):
        start += 1
    pair = next((c for c in token.rights if c.dep_ == "conj" and c.left_edge.i in {full, full + 1}), None)
    both = pair.right_edge.i + 1 if pair is not None and pair.pos_ == token.pos_ else full
    return [
        (start, flat, "chunk"),
        (start, of, "of"),
        (start, full, "full"),
        (token.i, flat, "bare"),
        (start, both, "both"),
    ]


def _is_edge(token: Token) -> bool:
    """Whether a token cannot begin a mention."""
    return token.is_punct or token.is_space or token.dep_ == "cc"


def features(doc: Doc, candidate: Candidate) -> list[str]:
    """Names of the features that hold for a candidate."""
    start, end, at, kind = candidate
    head = doc[at]
    first = doc[start]
    case = next((child.lower_ for child in head.lefts if child.dep_ == "case"), "")
    inside = sorted({doc[i].ent_type_ for i in range(start, end) if doc[i].ent_type_ and not start <= at < i})
    word = head.lower_ if head.pos_ == "PRON" else head.lemma_.lower()
    entity = head.ent_type_
    return [
        f"kind={kind}",
        f"ent={entity}|{kind}",
        f"dep={head.dep_}|{kind}",
        f"dep={head.dep_}",
        f"tag={head.tag_}",
        f"tag={head.tag_}|{kind}|{entity}",
        f"word={word}",
        f"word={word}|{kind}" if head.pos_ != "PROPN" else f"shape={head.shape_}|{entity}",
        f"first={first.lower_}" if first.pos_ in {"DET", "PRON"} else f"first={first.pos_}",
        f"first={first.pos_}|{kind}|{head.pos_}",
        f"before={doc[start - 1].lower_ if start else ''}",
        f"case={case}",
        f"case={case}|{entity}",
        f"after={doc[end].pos_ if end < len(doc) else ''}|{kind}",
        f"after={doc[end].lower_ if end < len(doc) and doc[end].pos_ in {'ADP', 'PUNCT'} else ''}|{kind}",
        f"parent={head.head.lemma_.lower()}|{head.dep_}",
        f"long={min(end - start, 8)}",
        *(f"in={label}|{kind}" for label in inside),
        f"cap={any(doc[i].text[:1].isupper() for i in range(start + (first.is_sent_start is True), end))}|{kind}",
    ]
