"""Origins: in how many independent ways a finding's value became known.

An origin is one witness heard through one channel; several channels that heard one witness are still one, and so are
documents whose wording is related. Anonymous witnesses of one channel ("officials") are one.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from firsthand.model import Channel, Link, Value, Verdict

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
    channels: Mapping[str, Channel],
    links: Sequence[Link],
    same_witness: Callable[[str, str], bool] | None = None,
) -> int:
    """The number of independent origins of the values: components of the graph of documents, witnesses and channels.

    A denial is no origin of what it denies and is left out unless all values deny.
    """
    held = [value for value in values if value.stance != "denies"] or list(values)
    groups = _Groups()
    texts: dict[str, str] = {}
    for link in links:
        if link.kind != "quotes":
            groups.join("text " + link.a, "text " + link.b)
    keys: list[str] = []
    for value in held:
        name = channels[value.document].name if value.document in channels else None
        channel = f"channel {name.lower()}" if name else f"text {value.document}"
        texts[value.document] = channel
        groups.join(channel, f"text {value.document}")
        if value.witness is None:
            keys.append(channel)
            continue
        key, generic = witness_key(value.witness)
        node = f"witness {key}" + (f" in {channel}" if generic else "")
        keys.append(node)
        if generic:
            groups.join(node, channel)
    _merge_heard_twice(held, keys, groups, same_witness)
    return max(1, len({groups.root(key) for key in _without_echo(held, keys, groups)}))


def _merge_heard_twice(
    values: Sequence[Value], keys: Sequence[str], groups: "_Groups", same_witness: Callable[[str, str], bool] | None
) -> None:
    """Joins spellings of one witness ("Salem Alaywan", "Mayor Salem Alnwair")."""
    if same_witness is None:
        return
    named = [(value.witness, key) for value, key in zip(values, keys, strict=True) if value.witness]
    for k, (one, key) in enumerate(named):
        for other, other_key in named[k + 1 :]:
            if key != other_key and same_witness(one, other):
                groups.join(key, other_key)


def _without_echo(values: Sequence[Value], keys: Sequence[str], groups: "_Groups") -> list[str]:
    """Leaves out a document's own voice where the same text (or one it is related to) names the witness."""
    told = {groups.root(f"text {value.document}") for value in values if value.witness is not None}
    kept = [
        key
        for value, key in zip(values, keys, strict=True)
        if value.witness is not None or groups.root(f"text {value.document}") not in told
    ]
    return kept or list(keys)


def credibility(verdict: Verdict, origins: int, doubted: bool) -> int:
    """1 to 6 after the Admiralty scale (NATO STANAG 2511): 1 confirmed by two independent origins without conflict,
    2 probably true (one origin, nothing against it), 3 possibly true (origins that differ but can be reconciled or a doubt
    expressed), 4 doubtful (conflict or dispute with one origin a side), 6 cannot be judged (only doubted or unattributed).
    """
    if verdict in {"conflict", "disputed"}:
        return 4 if origins <= 2 else 3
    if doubted:
        return 3 if origins >= 2 else 6
    if origins >= 2:
        return 2 if verdict == "revised" else 1
    return 3 if verdict == "single" else 2


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
