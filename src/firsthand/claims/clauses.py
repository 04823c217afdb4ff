"""Clauses: the stretches of a sentence that state one thing each, read off Universal Dependencies.

A clause is headed by a finite verb, a participle that carries an event of its own ("injuring one person"), a predicate
noun or adjective with a copula, or, in headlines and captions, by whatever the sentence is built on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

# xcomp is none of them: its event is told by the verb above ("began to withdraw")
_CLAUSAL = {
    "ROOT", "root", "conj", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj",
    "csubj:pass", "dep",
}  # fmt: skip
_NOT_PART = {"ccomp", "parataxis", "advcl", "acl:relcl", "advcl:relcl", "csubj", "list", "discourse", "vocative"}
_EDGE_PUNCT = set(",;:.-–—\"'“”‘’()[] \n\t…!?")
_LOOSE_EDGE = {"cc", "punct", "mark"}


@dataclass(frozen=True)
class Clause:
    """A predicate (its head token), the first and last token of the words that state it, and its sentence."""

    head: Token
    first: int
    last: int
    sentence: Span

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return int(self.head.doc[self.first].idx)

    @property
    def end(self) -> int:
        """Offset after the last character."""
        token = self.head.doc[self.last]
        return int(token.idx + len(token))


def clauses(doc: Doc) -> Iterator[Clause]:
    """The clauses of a parsed text in reading order."""
    for sentence in doc.sents:
        heads = [token for token in sentence if _is_head(token)]
        if not heads:
            heads = [sentence.root] if any(token.is_alpha for token in sentence) else []
        chosen = set(heads)
        for head in heads:
            clause = _clause(head, chosen, sentence)
            if clause is not None:
                yield clause


def _is_head(token: Token) -> bool:
    if token.dep_ not in _CLAUSAL:
        return False
    if token.dep_ == "conj":
        return token.pos_ in {"VERB", "AUX"} or _has_copula(token) or _has_subject(token)
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return _has_copula(token) or _has_subject(token)


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _has_subject(token: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "csubj")) for child in token.children)


def _clause(head: Token, heads: set[Token], sentence: Span) -> Clause | None:
    members = sorted(_members(head, heads))
    kept = _contiguous(members, head.i)
    first, last = _trim(head, kept)
    if first < sentence.start or last >= sentence.end:
        return None
    return Clause(head, first, last, sentence)


def _members(head: Token, heads: set[Token]) -> Iterator[int]:
    """Tokens of the clause: all that depends on the head but what other clauses of their own say."""
    stack = [head]
    while stack:
        token = stack.pop()
        yield token.i
        for child in token.children:
            if child in heads and (child.dep_ in _NOT_PART or child.dep_ == "conj" or token is not head):
                continue
            if child.dep_ in {"parataxis", "list"}:
                continue
            stack.append(child)


def _contiguous(members: list[int], head: int) -> list[int]:
    """The run of members around the head, with the runs next to it.

    A gap is another clause inside this one: a long one may part the subject from the head, behind the head only a short
    one is bridged.
    """
    runs: list[list[int]] = []
    for i in members:
        if runs and i - runs[-1][-1] <= 2:
            runs[-1].append(i)
        else:
            runs.append([i])
    at = next(k for k, run in enumerate(runs) if run[0] <= head <= run[-1])
    kept = list(runs[at])
    if at > 0 and kept[0] - runs[at - 1][-1] <= 25:
        kept = runs[at - 1] + kept
    if at + 1 < len(runs) and runs[at + 1][0] - kept[-1] <= 8:
        kept = kept + runs[at + 1]
    return kept


def _trim(head: Token, kept: list[int]) -> tuple[int, int]:
    doc, first, last = head.doc, 0, len(kept) - 1
    while first < last and _falls_off(doc[kept[first]], head):
        first += 1
    while last > first and _edge(doc[kept[last]]):
        last -= 1
    return kept[first], kept[last]


def _falls_off(token: Token, head: Token) -> bool:
    return _edge(token) or (token.dep_ in _LOOSE_EDGE and token.head == head)


def _edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and set(token.text) <= _EDGE_PUNCT)
