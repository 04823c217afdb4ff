"""Who a cue verb's subject is: by the parse where it can be right, else by the words beside the cue."""

from collections.abc import Iterator

from firsthand.claims.attribution.grammar import NAMING, PRONOUNS, RELATIVES
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.lexicon import words
from firsthand.claims.attribution.phrases import Span, named_after, named_before, noun_phrase
from firsthand.claims.attribution.view import COMMAS, QUOTE_MARKS, TERMINAL, Unit, View

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")

_STATEMENTS = words("statements")
_GIVING = words("giving")
_FENCES = {",": ",", "—": "—", "–": "–", "--": "--", "-": "-", "(": ")"}


def find_source(view: View, hit: Hit) -> None:
    """Gives a hit its source and the source's head, where somebody is named."""
    unit, i = hit.unit, hit.verb
    subject = _parsed_subject(view, i, unit)
    if subject >= 0 and view.low[subject] in RELATIVES:
        if not _closed_before(view, subject, hit):
            _take_antecedent(view, hit, subject)
            return
        subject = -1
    if subject >= 0 and (not _plausible(view, subject, i) or _fenced_off(view, hit, subject)):
        subject = -1
    if subject > i and not (_may_invert(view, hit) and _follows(view, subject, unit)):
        subject = -1
    own = _is_own(view, hit, subject)
    near = _beside(view, hit, subject, own)
    if near is not None:
        hit.source, hit.head = near
    elif subject >= 0:
        hit.head, hit.source = subject, noun_phrase(view, subject, i, unit)
        hit.inherits = not own
        hit.inverted = own and subject > i
    elif hit.participle and hit.kind != "belief" and (main := _main_subject(view, unit, i)) >= 0:
        hit.head, hit.source, hit.inherits = main, noun_phrase(view, main, i, unit), True


def _is_own(view: View, hit: Hit, subject: int) -> bool:
    """Whether a parsed subject is that of the cue itself, and not of a verb that it hangs on."""
    i = hit.verb
    own = subject >= 0 and (view.head[subject] == i or _finite_participle(view, subject, hit))
    if own and subject < i and any(view.low[k] == "who" for k in range(subject + 1, i)):
        return view.pos[i] == "VERB" and view.dep[i] not in {"acl", "acl:relcl"}
    return own


def _beside(view: View, hit: Hit, subject: int, own: bool) -> tuple[Span, int] | None:
    """The noun phrase beside a cue that the parse gives no subject of its own, or none that can be it."""
    near = None
    if not own and _may_invert(view, hit):
        near = named_after(view, hit.last, hit.unit)
        if near is not None and not _stands_last(view, near[0][1], hit.unit):
            near = None
        hit.inverted = near is not None
    if near is None and not own and not hit.participle:
        near = named_before(view, hit.cue[0], hit.unit)
        if near is not None and near[0][0] > hit.unit.start and view.pos[near[0][0] - 1] == "ADP":
            near = _over_relative(view, hit, near[0][0]) or near
    if near is None and subject < 0 and _opens(view, hit):
        near = named_after(view, hit.last, hit.unit)
    if near is None and subject < 0:
        near = _after_quote(view, hit) or _leading(view, hit) or _absolute(view, hit)
    return near


def _over_relative(view: View, hit: Hit, oblique: int) -> tuple[Span, int] | None:
    """The sentence's first noun phrase, whose relative clause ends beside a cue (The man who lived in X said)."""
    near = named_after(view, _past_adverbial(view, hit.unit.start, hit.cue[0]), hit.unit)
    if near is None or near[0][1] >= oblique:
        return None
    pronoun = next((k for k in range(near[0][1], oblique) if view.low[k] in RELATIVES and view.pos[k] == "PRON"), -1)
    return near if pronoun >= 0 and view.finite(pronoun + 1, oblique) else None


def _take_antecedent(view: View, hit: Hit, pronoun: int) -> None:
    """Gives a cue in a relative clause the noun that the clause tells of; source and cue begin at the pronoun."""
    hit.inherits = True
    antecedent = _antecedent(view, pronoun, hit.verb, hit.unit)
    hit.first = min(hit.first, pronoun)
    if antecedent is not None:
        hit.source, hit.head = antecedent


def _closed_before(view: View, pronoun: int, hit: Hit) -> bool:
    """Whether a relative clause has ended before a cue that the parser put into it (X, who hopes to win, said …)."""
    comma = hit.cue[0] - 1
    if pronoun <= hit.unit.start or comma <= pronoun:
        return False
    return view.raw[comma] == "," and view.raw[pronoun - 1] == "," and view.finite(pronoun + 1, comma)


def _main_subject(view: View, unit: Unit, i: int) -> int:
    """The subject of the sentence's main verb, for a participle that the parser hung elsewhere; -1 if there is none."""
    for k in range(unit.start, unit.end):
        main = view.dep[k].startswith("nsubj") and view.dep[view.head[k]].lower() == "root"
        if main and view.quote[k] == view.quote[i] and view.low[k] not in RELATIVES:
            return k
    return -1


def _opens(view: View, hit: Hit) -> bool:
    """Whether a cue opens its sentence and a colon leads on (Said the mate: “…”)."""
    leads = any(view.raw[k] == ":" for k in range(hit.last, min(hit.last + 12, hit.unit.end)))
    return hit.cue[0] == hit.unit.start and leads and "q" in hit.frames and not hit.participle


def _after_quote(view: View, hit: Hit) -> tuple[Span, int] | None:
    """The noun phrase between a quotation and its cue (“…,” a man who gave no name said)."""
    if hit.verb == hit.unit.start:
        return None
    k = hit.verb - 1
    while k > hit.unit.start and hit.verb - k < 20 and view.quote[k] == view.quote[hit.verb]:
        k -= 1
    if view.quote[k] == view.quote[hit.verb] or view.raw[k] not in QUOTE_MARKS:
        return None
    return named_after(view, k + 2 if view.raw[k + 1] in COMMAS else k + 1, hit.unit)


def _leading(view: View, hit: Hit) -> tuple[Span, int] | None:
    """The first noun phrase of a cue's clause, over what is set between the two (X, the mayor of Y, who …, said)."""
    if hit.participle:
        return None
    for begin in _clause_starts(view, hit):
        k = _past_adverbial(view, begin, hit.cue[0])
        near = named_after(view, k, hit.unit) if k < hit.cue[0] else None
        if near is not None and near[0][1] < hit.cue[0] and _set_between(view, near[0][1], hit.cue[0]):
            return near
    return None


def _clause_starts(view: View, hit: Hit) -> Iterator[int]:
    """Where the clause of a cue can begin, the nearest to the cue first."""
    own = view.quote[hit.verb]
    for k in range(hit.cue[0] - 1, hit.unit.start, -1):
        if view.quote[k] != own:
            continue
        joins = view.pos[k] == "CCONJ" and view.raw[k - 1] in COMMAS
        if joins or view.raw[k] in {";", ":"} or (view.quote[k - 1] != own and view.raw[k] in COMMAS):
            yield k + 1
    yield hit.unit.start


def _past_adverbial(view: View, k: int, end: int) -> int:
    """The token where a clause's subject can stand: after joining words and an adverbial with its comma."""
    while k < end and view.pos[k] in {"CCONJ", "ADV", "PUNCT", "SPACE"}:
        k += 1
    if k < end and (view.pos[k] in {"ADP", "SCONJ"} or view.low[k].endswith("ing")):
        k = next((j + 1 for j in range(k, end) if view.raw[j] == ","), end)
    return k


def _set_between(view: View, first: int, last: int) -> bool:
    """Whether tokens between a noun phrase and its verb only tell more of the noun: fenced off, or a participle."""
    opens = view.raw[first]
    if opens in _FENCES:
        relative = next((k for k in range(first, last) if view.low[k] in RELATIVES), last)
        participle = view.pos[first + 1] == "VERB" and view.low[first + 1].endswith(("ing", "ed"))
        begin = first + 2 if participle else first
        plain = not any(view.pos[k] == "AUX" or view.dep[k].startswith("nsubj") for k in range(begin, relative))
        return view.raw[last - 1] == _FENCES[opens] and last - first > 2 and plain
    modified = view.pos[first] == "VERB" and view.low[first].endswith(("ed", "ing", "en"))
    return modified and not any(view.pos[k] in {"AUX", "SCONJ"} for k in range(first, last))


def _absolute(view: View, hit: Hit) -> tuple[Span, int] | None:
    """The noun phrase of "with X saying …", right before its participle."""
    if not hit.participle:
        return None
    near = named_before(view, hit.cue[0], hit.unit)
    before = near[0][0] - 1 if near else -1
    return near if before >= hit.unit.start and view.low[before] == "with" else None


def _finite_participle(view: View, noun: int, hit: Hit) -> bool:
    """Whether the parser took a finite cue for a participle of its subject (a source close to the talks said)."""
    i = hit.verb
    joined = view.dep[i] == "acl" and view.head[i] == noun < i and not hit.participle
    return joined and not any(view.pos[k] in {"VERB", "AUX"} for k in range(noun + 1, i))


def _plausible(view: View, subject: int, verb: int) -> bool:
    """Whether a parsed subject can be one: no preposition before it, no verb, nothing fencing it off from its verb."""
    if view.pos[subject] in {"VERB", "AUX", "ADP", "SCONJ", "ADV"} and view.low[subject] not in PRONOUNS:
        return False
    if any(
        view.dep[kid] == "case" and kid < subject and view.low[kid] not in {"of", "'s", "’s"}
        for kid in view.kids[subject]
    ):
        return False
    if subject < verb:
        participle = view.low[verb].endswith("ing")
        fences = 0 if participle else sum(view.raw[k] in {"—", "–", "--", ":"} for k in range(subject + 1, verb))
        quoted = sum(view.quote[k] != view.quote[verb] for k in range(subject + 1, verb))
        return fences != 1 and quoted <= 5  # the newspaper “Blatt” said
    return True


def _follows(view: View, subject: int, unit: Unit) -> bool:
    """Whether a parsed subject after its verb can be one (said X), and not that of a clause which it tells."""
    verbal = any(
        view.pos[k] in {"AUX", "VERB"} and not view.dep[k].startswith("acl")
        for k in (subject + 1, subject + 2)
        if k < unit.end
    )
    return not verbal and _stands_last(view, view.right[subject] + 1, unit)


def _stands_last(view: View, after: int, unit: Unit) -> bool:
    """Whether nothing follows a source after its verb, from a token on, that it could be the subject of."""
    return (
        after >= unit.end
        or view.raw[after] in TERMINAL | COMMAS
        or view.pos[after] in {"ADP", "SCONJ", "ADV"}
        or (view.low[after] in RELATIVES or view.low[after].endswith("ing") or view.quote[after] >= 0)
    )


def _may_invert(view: View, hit: Hit) -> bool:
    before = hit.cue[0] - 1
    if (
        before <= hit.unit.start
        or hit.participle
        or "q" not in hit.frames
        or hit.cue[0] < hit.verb
        or ("t" in hit.frames and hit.lemma != "warn")
    ):
        return False
    if view.raw[before] in QUOTE_MARKS or (view.raw[before] in COMMAS and view.raw[before - 1] in QUOTE_MARKS):
        return True
    return view.raw[before] in COMMAS and (view.finite(hit.unit.start, before) or _splits(view, hit))


def _fenced_off(view: View, hit: Hit, subject: int) -> bool:
    """Whether a comma parts a parsed subject from its cue, which its source follows (The mill, said X, burned)."""
    commas = sum(view.raw[k] == "," for k in range(subject + 1, hit.cue[0]))
    return subject < hit.verb and commas == 1 and view.raw[hit.cue[0] - 1] == "," and _splits(view, hit)


def _splits(view: View, hit: Hit) -> bool:
    """Whether a clause goes on with its verb after a cue and its source (The mill, said Marta Lund, had burned)."""
    near = named_after(view, hit.last, hit.unit)
    after = near[0][1] if near else hit.unit.end
    return after + 1 < hit.unit.end and view.raw[after] == "," and view.pos[after + 1] in {"AUX", "VERB"}


def _parsed_subject(view: View, i: int, unit: Unit) -> int:
    at, steps = i, 0
    while steps < 6:
        kid = next((k for k in reversed(view.kids[at]) if view.dep[k] in _SUBJECTS and (k < i or at == i)), -1)
        if kid >= 0 and unit.start <= kid < unit.end and view.quote[kid] == view.quote[i] and _reachable(view, kid, at):
            return kid
        if view.dep[at] in {"conj", "xcomp", "advcl", "parataxis"} or (
            at == i and view.dep[at] == "ccomp" and steps == 0
        ):
            at = view.head[at]
        elif view.dep[at].startswith("acl"):
            return _issuer(view, view.head[at])
        else:
            break
        if not unit.start <= at < unit.end or view.quote[at] != view.quote[i]:
            break
        steps += 1
    return -1


def _reachable(view: View, subject: int, verb: int) -> bool:
    """Whether no quotation and no full stop stands between a verb and its subject."""
    low, high = min(subject, verb), max(subject, verb)
    return high - low < 60 and all(view.quote[k] == view.quote[verb] or view.quote[verb] >= 0 for k in (low, high))


def _issuer(view: View, noun: int) -> int:
    """The person or body behind a statement ("the ministry issued a statement saying"), else the noun itself."""
    verb = view.head[noun]
    if view.low[noun] in _STATEMENTS and view.low[verb] in _GIVING and view.dep[noun] == "obj":
        subject = view.child(verb, "nsubj")
        return subject if subject >= 0 else noun
    return noun


def _antecedent(view: View, pronoun: int, verb: int, unit: Unit) -> tuple[Span, int] | None:
    head = view.head[verb]
    if view.dep[verb].startswith("acl") and unit.start <= head < pronoun and view.pos[head] in NAMING:
        return noun_phrase(view, head, pronoun, unit), head
    near = named_before(view, pronoun, unit)
    if near is None and pronoun - 1 > unit.start and view.raw[pronoun - 1] == ",":
        near = named_before(view, pronoun - 1, unit)
    return near
