"""Origins: in how many independent ways a finding's value became known.

An origin is a witness; several channels that heard one witness are still one origin, and so are documents whose wording is
related. Witnesses that are only described ("officials") are one.
"""

import re
from collections.abc import Callable, Sequence

from firsthand.model import Link, Value, Verdict

_ROLE = re.compile(r"\s*\(.*\)$")
_GENERIC = frozenset(
    "police authorities officials official sources source witnesses witness residents media reports government army military "
    "people others officers spokesman spokeswoman spokesperson statement report analysts experts locals".split()
)


def witness_key(witness: str) -> tuple[str, bool]:
    """The witness folded for comparison, and whether it is a description that many could bear ("police", "officials")."""
    words = [word for word in re.findall(r"[a-z0-9]+", _ROLE.sub("", witness).lower()) if word not in {"the", "a", "an", "of"}]
    return " ".join(words), all(word in _GENERIC for word in words)


def count_origins(
    values: Sequence[Value],
    links: Sequence[Link],
    same_witness: Callable[[str, str], bool] | None = None,
) -> int:
    """The number of independent origins of the values: the witnesses told apart.

    However many documents and channels repeat a witness, it is one origin; descriptions that many could bear ("police",
    "officials") are one origin together, whoever heard them. Documents that name no witness are one origin between them where
    no witness is named at all: who knew it is not told, and many mouths are not many eyes. One document's denial is no origin
    of what it denies. Witnesses that only one text and its copies name, in so many words, stay apart from nobody else's.
    """
    held = [value for value in values if value.stance != "denies"] or list(values)
    groups = _Groups()
    named: list[tuple[str, str]] = []
    for value in held:
        if value.witness:
            key, generic = witness_key(value.witness)
            named.append((value.witness, "described" if generic else key))
    if same_witness is not None:
        for k, (one, key) in enumerate(named):
            for other, other_key in named[k + 1 :]:
                if key != other_key and "described" not in (key, other_key) and same_witness(one, other):
                    groups.join(key, other_key)
    distinct = {groups.root(key) for _, key in named}
    distinct = _without_related(distinct, held, links, groups)
    return max(1, len(distinct))


def _without_related(keys: set[str], values: Sequence[Value], links: Sequence[Link], groups: "_Groups") -> set[str]:
    """Two witnesses of one passage told by linked texts are one told in two ways ("authorities", "the fire department"):
    a described witness adds nothing beside a named one of the same or a related text.
    """
    if "described" not in keys or len(keys) == 1:
        return keys
    texts = _Groups()
    for link in links:
        if link.kind != "quotes":
            texts.join(link.a, link.b)
    described, other = set(), set()
    for value in values:
        if value.witness:
            key, generic = witness_key(value.witness)
            (described if generic else other).add(texts.root(value.document))
    return keys - {"described"} if described <= other else keys


def credibility(verdict: Verdict, origins: int, witnessed: bool, doubted: bool) -> int:
    """1 to 6 after the Admiralty scale (NATO STANAG 2511).

    1 confirmed: two independent witnesses, nothing against it. 2 probably true: a witness and nothing against it.
    3 possibly true: told in the documents' own voice only, or a revision with one witness. 4 doubtful: the reports conflict or
    one side denies. 6 cannot be judged: told only as rumour, possibility or plan.
    """
    if verdict in {"conflict", "disputed"}:
        return 4
    if doubted:
        return 3 if origins >= 2 else 6
    if verdict == "revised":
        return 2 if origins >= 2 else 3
    return (1 if origins >= 2 else 2) if witnessed else 3


class _Groups:
    """Disjoint sets of named nodes; the root is the least name, so that results do not hang on order."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, node: str) -> str:
        while (up := self._up.get(node, node)) != node:
            self._up[node] = self._up.get(up, up)
            node = up
        return node

    def join(self, a: str, b: str) -> None:
        one, other = sorted((self.root(a), self.root(b)))
        self._up[other] = one
