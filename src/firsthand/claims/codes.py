"""Claims in the classes of PLOVER and ACLED, so that they can be laid beside event data.

A kind's files give the class of the act itself; what is said of it may make it another one: help that is promised is an
agreement, help that is refused a rejection, violence that is announced a threat, and what somebody else must do a
demand (PLOVER's rules for comments and conditionals, https://github.com/openeventdata/PLOVER).
"""

from spacy.tokens import Token

from firsthand.claims.kinds import Sense
from firsthand.claims.kinds.ontology import HOSTILE

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_ACTS_OF_SPEECH = frozenset({"DEMAND", "DISAPPROVE", "THREATEN", "INVESTIGATE"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})
_MUST = frozenset({"must", "should", "ought"})
_NEEDS = frozenset({"have", "need"})
_ARMED = frozenset({"ASSAULT", "FIGHT"})
_NOT_DOING = frozenset({"fail", "neglect", "forget"})
_READIES = frozenset({"prepare", "ready", "brace"})
_PLANS = frozenset({"plan", "intend", "want", "hope", "expect", "consider"})
_ONE_S_WORD = frozenset({"agreement", "rejection", "threat", "demand"})


def codes(head: Token, sense: Sense, *, negated: bool) -> dict[str, str]:
    """``plover`` and ``acled`` of a predicate, as far as it has them; acts that are only spoken of have no ACLED
    type."""
    found = {}
    act = _plover(head, sense, negated)
    if act:
        found["plover"] = act
    if sense.acled and act == sense.plover and not negated and not _announced(head):
        found["acled"] = sense.acled
    return found


def _plover(head: Token, sense: Sense, negated: bool) -> str:
    act = sense.plover
    negated ^= head.lemma_.lower() in _NOT_DOING
    if is_required(head):
        return "DEMAND"
    if sense.kind in _ONE_S_WORD or act in _ACTS_OF_SPEECH:
        return "REJECT" if negated and act == "AGREE" else act
    if act in _COOPERATIVE:
        if negated:
            return "REJECT"
        return "AGREE" if _announced(head) else act
    if act in HOSTILE or act == "MOBILIZE":
        if negated:
            return ""
        if head.lemma_.lower() in _READIES:
            return "MOBILIZE" if act in _ARMED else act
        return "THREATEN" if _announced(head) and (act in _ARMED or _conditional(head)) else act
    return act


def _conditional(head: Token) -> bool:
    """Whether it hangs on what somebody does: "will boycott the vote unless …"."""
    clauses = [child for child in head.children if child.dep_ == "advcl"]
    return any(c.lower_ in {"if", "unless"} for clause in clauses for c in clause.children if c.dep_ == "mark")


def _announced(head: Token) -> bool:
    """Whether the act is yet to come: "will withdraw", "plans to withdraw"."""
    return (
        any(child.dep_ == "aux" and child.lower_ in _WILL for child in head.children) or head.lemma_.lower() in _PLANS
    )


def is_required(head: Token) -> bool:
    """Whether somebody is told what to do: "Israel must withdraw", "the rebels have to disarm"."""
    if head.lemma_.lower() in _NEEDS and head.dep_ != "conj":
        return any(child.dep_ == "xcomp" for child in head.children) and head.dep_ == "ccomp"
    return head.dep_ in {"ccomp", "parataxis"} and any(
        child.dep_ == "aux" and child.lower_ in _MUST for child in head.children
    )
