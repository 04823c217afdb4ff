"""Whether a clause says that something happened, did not, may have, or will."""

from spacy.tokens import Token

_NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "none"}
_POSSIBLE = {"may", "might", "could", "can", "would", "should", "must"}
_CONDITIONS = {"if", "unless", "whether"}


def is_negated(head: Token) -> bool:
    """Polarity: a negation that depends on the predicate, or a subject or object with "no"."""
    for child in head.children:
        if child.lower_ in _NEGATIONS and child.dep_ in {"advmod", "det", "neg", "cc:preconj", "mark"}:
            return True
        if child.dep_.startswith(("nsubj", "obj")) and any(
            c.lower_ in {"no", "none", "neither"} and c.dep_ in {"det", "advmod"} for c in child.children
        ):
            return True
    return False


def modality_of(head: Token) -> str | None:
    """``conditional``, ``possible``, ``planned`` or ``asked``; ``None`` for a plain statement."""
    for child in head.children:
        if child.dep_ == "mark" and child.lower_ in _CONDITIONS:
            return "conditional"
        if child.dep_ == "aux":
            if child.lower_ in _POSSIBLE:
                return "possible"
            if child.lower_ in {"will", "’ll", "'ll", "shall"}:
                return "planned"
    if any(child.text == "?" for child in head.children):  # also within a quotation (“Did they fire?” she asked.)
        return "asked"
    if head.sent[-1].text == "?" and head.dep_ in {"ROOT", "root"}:
        return "asked"
    return None
