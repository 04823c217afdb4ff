"""What a person is, as the document says beside the name."""

from firsthand.claims.attribution.lexicon import roles
from firsthand.claims.attribution.view import View

_ROLE_REACH = 14  # tokens
_BREAKS = frozenset({",", ".", ":", ";", "“", '"', "”", "—", "‘", "’"})


def role_before(view: View, start: int) -> str:
    """The role that stands before a name, "" if none does: a title, "the town's mayor, X", "the mayor of Y X"."""
    known = roles()
    k = start - 1
    if k >= 0 and view.raw[k] == "," and k > 0:  # the town's mayor, X
        return _apposed_before(view, k)
    while (
        k >= 0
        and start - k < 8
        and view.pos[k] in {"NOUN", "PROPN", "ADJ", "PART"}
        and view.low[k] not in {"mr", "mr.", "mrs.", "ms."}
    ):
        k -= 1
    k += 1
    if not any(view.low[j] in known for j in range(k, start)):
        possessor = k - 1
        held = view.pos[possessor] == "ADP" and view.low[possessor] == "of" if possessor > 0 else False
        if held and view.low[possessor - 1] in known and start - k <= 3 and start > k:  # the mayor of Y X
            return view.words(possessor - 1, start)
        return ""
    if k > 0 and view.pos[k - 1] in {"PRON", "DET"} and view.low[k - 1] in {"his", "her"}:
        k -= 1
    return _short(view.words(k, start))


def _apposed_before(view: View, comma: int) -> str:
    """The nearest phrase before a comma whose noun is a role: "the town's mayor, X", "the mayor of the town, X"."""
    k = comma - 1
    while k >= 0 and comma - k < _ROLE_REACH:
        if view.raw[k] in _BREAKS or view.pos[k] in {"VERB", "AUX", "SCONJ", "CCONJ"} or "\n" in view.raw[k]:
            break
        opens = view.pos[k] in {"DET", "PRON"} or k == 0
        if opens and (role := _role(view, k + (view.pos[k] == "DET"), comma)):
            return role
        k -= 1
    first = k + 1
    while first < comma and (view.pos[first] in {"DET", "ADP", "ADV"} or view.low[first] in {"said", "according"}):
        first += 1
    return _role(view, first, comma)


def _role(view: View, first: int, last: int) -> str:
    """The phrase, if the noun before its first "of" or "for" is a role; else nothing."""
    words = [view.low[j] for j in range(first, last)]
    stop = next((j for j, word in enumerate(words) if word in {"of", "for"}), len(words))
    return _short(view.words(first, last)) if stop and words[stop - 1] in roles() else ""


def role_after(view: View, end: int) -> str:
    """The role that stands after a name, "" if none does: "X, 45, a spokesman for Y"."""
    known, size = roles(), len(view.low)
    k = end
    if k < size and view.raw[k] in {"'s", "’s", "'"}:
        return ""
    if k >= size - 1:
        return ""
    is_one = view.low[k] in {"is", "was"} and view.low[k + 1] in {"the", "a", "an"}  # X is the mayor of Y
    if view.raw[k] not in {",", "("} and not is_one:
        return ""
    k += 1
    if view.pos[k] == "NUM" and k + 1 < size and view.raw[k + 1] == ",":  # X, 45, a baker
        k += 2
    if k >= size:
        return ""
    if view.low[k] == "who":
        k += 1 + (k + 1 < size and view.low[k + 1] in {"is", "was"})
    while k < size and view.low[k] in {"the", "a", "an", "himself", "herself", "one", "of"}:
        k += 1
    first = k
    while (
        k < size
        and k - first < _ROLE_REACH
        and view.raw[k] not in {",", ".", ";", ")", "—", "-", ":"}
        and "\n" not in view.raw[k]
    ):
        if (view.pos[k] in {"VERB", "AUX"} and view.low[k] not in {"said"}) or view.low[k] in {
            "who",
            "which",
            "said",
            "told",
            "says",
            "that",
        }:
            break
        k += 1
    words = [view.low[j] for j in range(first, k)]
    heads = words[
        : next((j for j, word in enumerate(words) if word in {"of", "for", "at", "in", "with", "on"}), len(words))
    ]
    return _short(view.words(first, k)) if any(word in known for word in heads) else ""


def _short(role: str) -> str:
    words = role.split()
    while words and words[0].lower() in {"its", "their", "his", "her"}:
        words = words[1:]
    return " ".join(words[:12]).strip(" ,")
