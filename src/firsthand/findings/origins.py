"""Origins: in how many independent ways a finding's value became known.

An origin is a witness; several channels that heard one witness are still one origin. Witnesses that are only described
("officials") are one origin together, and count only where nobody is named.
"""

import re
from collections.abc import Callable, Sequence

from firsthand.findings.words import word_list
from firsthand.model import Value, Verdict

_ROLE = re.compile(r"\s*\(.*\)$")
_ANONYMOUS = word_list("anonymous")
_SMALL = frozenset({"the", "a", "an", "of", "and"})
_LINKING = frozenset(
    {"at", "in", "from", "with", "for", "on", "to", "close", "familiar", "briefed", "inside", "within"}
)


def witness_key(witness: str) -> tuple[str, bool]:
    """The witness folded for comparison, and whether anybody could be described so ("officials", "other news").

    Nameless witnesses of one body are one: "two defence ministry officials" and "an official at the defence ministry"
    both have the key "defence ministry", that of the ministry itself.
    """
    words = [word for word in re.findall(r"[a-z0-9]+", _ROLE.sub("", witness).lower()) if word not in _SMALL]
    rest = [word for word in words if word not in _ANONYMOUS]
    if rest and len(rest) < len(words):
        return " ".join(sorted(word for word in rest if word not in _LINKING) or rest), False
    return " ".join(words), not rest


def count_origins(
    values: Sequence[Value],
    same_witness: Callable[[str, str], bool] | None = None,
) -> int:
    """The number of independent origins of the values: the witnesses told apart.

    However many documents and channels repeat a witness, it is one origin. Witnesses of whom nothing is told but that
    they are "officials" or "sources" could be anybody, also the one who is named elsewhere: they are one origin
    together, and none beside a named witness. So are documents that name none: many mouths are not many eyes. A denial
    is no origin of what it denies.
    """
    held = [value for value in values if value.stance != "denies"] or list(values)
    groups = _Groups()
    named: list[tuple[str, str]] = []
    for value in held:
        if value.witness:
            key, generic = witness_key(value.witness)
            named.append((value.witness, "described" if generic else key))
    alone = {key for _, key in named}
    named = [(one, key) for one, key in named if not alone & set(_several(one))]
    if same_witness is not None:
        for k, (one, key) in enumerate(named):
            for other, other_key in named[k + 1 :]:
                if key != other_key and "described" not in (key, other_key) and same_witness(one, other):
                    groups.join(key, other_key)
    return max(1, len({groups.root(key) for _, key in named} - {"described"}))


def _several(witness: str) -> list[str]:
    """The keys of each of several witnesses who speak together ("the mayor and a priest"); none where it is one."""
    parts = re.split(r"(?:,| and) ", _ROLE.sub("", witness))
    keys = [witness_key(part) for part in parts if part] if " and " in witness else []
    return [key for key, generic in keys if not generic]


def credibility(verdict: Verdict, origins: int, witnessed: bool, doubted: bool) -> int:
    """1 to 6 after the Admiralty scale (NATO STANAG 2511).

    1 confirmed: two independent witnesses, nothing against it. 2 probably true: a witness and nothing against it, or a
    revision with two. 3 possibly true: told in the documents' own voice only, a revision with one witness, or doubted
    but by two. 4 doubtful: the reports conflict or one side denies. 6 cannot be judged: told only as rumour,
    possibility or plan. No finding is 5.
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
