"""Finding attributions: cues to content, sources to witnesses, chains to witness and via."""

from collections.abc import Sequence, Set

import msgspec
from spacy.tokens import Doc

from firsthand.claims.attribution.chains import chain
from firsthand.claims.attribution.clauses import place_contents
from firsthand.claims.attribution.hit import Hit
from firsthand.claims.attribution.hits import verb_hits
from firsthand.claims.attribution.lexicon import cues
from firsthand.claims.attribution.outlets import news_organisation
from firsthand.claims.attribution.patterns import (
    adverb_hits,
    can_know,
    headline_hits,
    noun_hits,
    phrase_hits,
    signed_messages,
)
from firsthand.claims.attribution.people import Roster
from firsthand.claims.attribution.phrases import named_after
from firsthand.claims.attribution.sources import Resolver
from firsthand.claims.attribution.speech import with_loose_quotes
from firsthand.claims.attribution.tidy import tidied
from firsthand.claims.attribution.view import Unit, View
from firsthand.model import Attribution, Stance

_IFS = frozenset({"if", "unless", "whether"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nor"})
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "those", "nobody", "someone"})
_OWN = frozenset({"i", "we", "you", "us", "me"})
_NEAR = 250  # characters from a cue to the words that name who stands behind it
_STANCES: dict[str, Stance] = {
    "neutral": "asserts",
    "show": "asserts",
    "belief": "asserts",
    "deny": "denies",
    "doubt": "doubts",
}


def find_attributions(doc: Doc, skip: Sequence[tuple[int, int]] = ()) -> list[Attribution]:
    """Every stretch of a document that somebody is said to know, in the order of the text.

    ``doc`` is a parsed document (Universal Dependencies), ``skip`` holds character spans that are not body text.
    Attributions may lie within one another; then the inner one's ``via`` names the outer witnesses. What the document
    says in its own voice is in none of them.
    """
    if not len(doc):
        return []
    view = View(doc)
    skipped = sorted(skip)
    hits: list[Hit] = []
    for unit in view.units:
        if not _skipped(view.start[unit.start], skipped):
            hits += _unit_hits(view, unit)
    resolver = Resolver(view, Roster(view))
    hits.sort(key=lambda hit: hit.verb)
    found: list[Attribution] = []
    for hit in hits:
        attribution = _attribution(view, hit, resolver)
        if attribution is not None and not _handed_on(view, hit, attribution, found, resolver):
            found.append(attribution)
    found += _signed(view, resolver, skipped)
    found = with_loose_quotes(view, found, resolver, skipped)
    faint = {view.offsets(*hit.cue) for hit in hits if _faint(view, hit)}
    return list(tidied(_chained([_clip(a, skipped) for a in found], faint), doc.text))


def _handed_on(view: View, hit: Hit, citing: Attribution, found: list[Attribution], resolver: Resolver) -> bool:
    """ "The agency cites Y", "…, who in turn cited Y": what was just told of the agency is Y's, through the agency."""
    if hit.lemma not in {"cite", "quote"} or not hit.thing or hit.outer is not None or not found:
        return False
    last = found[-1]
    first, end = hit.content[0]
    near = last.cue is not None and 0 < view.start[hit.verb] - last.cue[1] < _NEAR
    if not near or last.witness is None or last.witness != citing.witness or not can_know(view, first, end):
        return False
    phrase = named_after(view, first, hit.unit)
    witness = resolver.name(phrase[0], phrase[1], hit.unit.start) if phrase else None
    if witness is None or phrase is None:
        return False
    found[-1] = msgspec.structs.replace(
        last, witness=witness, source=view.offsets(*phrase[0]), via=(*last.via, last.witness)
    )
    return True


def _faint(view: View, hit: Hit) -> bool:
    """Whether a cue tells nothing of its own within somebody's words: thinking aloud, showing, naming."""
    quoted = view.quote[hit.verb] >= 0
    if hit.kind == "belief":
        return quoted or view.low[hit.content[0][0] - 1] != "that"
    general = quoted and cues()[view.low[hit.verb]].form in {"base", "third"} if view.low[hit.verb] in cues() else False
    unclear = (
        quoted and hit.source is not None and view.pos[hit.source[0]] == "PRON" and hit.source[1] - hit.source[0] == 1
    )
    return hit.kind == "show" or hit.shape == "passive" or hit.thing or general or unclear


def _unit_hits(view: View, unit: Unit) -> list[Hit]:
    headline = list(headline_hits(view, unit))
    verbs = [] if headline else list(verb_hits(view, unit))
    phrases = list(phrase_hits(view, unit))
    place_contents(view, [*verbs, *phrases] if phrases else verbs)
    told = [*headline, *verbs, *phrases]
    chain(view, told)
    told = [hit for hit in told if hit.content]
    cited = {id(hit.outer) for hit in told if hit.outer is not None}
    told = [
        hit
        for hit in told
        if hit.content
        and id(hit) not in cited
        and not (_unquoted(view, hit) or _asks(view, hit) or _own_voice(view, hit) or _supposed(view, hit))
    ]
    verbs_told = {hit.verb for hit in told}
    denied = [span for hit in told if hit.kind == "deny" for span in hit.content]
    nouns = (
        hit
        for hit in noun_hits(view, unit)
        if hit.content and hit.verb not in verbs_told and not any(a <= hit.content[0][0] < b for a, b in denied)
    )
    rest = [*adverb_hits(view, unit), *nouns]
    return [*told, *rest]


def _asks(view: View, hit: Hit) -> bool:
    """Whether the sentence around the cue is a question of the document's own."""
    last = hit.unit.end - 1
    return view.raw[last] == "?" and view.quote[last] == view.quote[hit.verb]


def _supposed(view: View, hit: Hit) -> bool:
    """Whether a saying is only supposed (If the army says so, …; Had she reported it, …; Whether he denies it …)."""
    if hit.shape in {"after-content", "aside", "phrase", "citing", "headline"} or view.quote[hit.verb] >= 0:
        return False
    k = hit.first - 1
    while k > hit.unit.start and view.pos[k] in {"DET", "ADV"}:
        k -= 1
    if k >= hit.unit.start and view.low[k] in _IFS:
        return True
    first = hit.unit.start
    return (
        view.low[first] in {"had", "should", "were"}
        and view.raw[first][:1].isupper()
        and view.raw[hit.unit.end - 1] != "?"
    )


def _unquoted(view: View, hit: Hit) -> bool:
    """Whether a verb that only tells something beside a quotation (he continued) stands without one."""
    own = view.quote[hit.verb]
    return (
        "Q" in hit.frames
        and "k" not in hit.frames
        and not any(view.quote[k] != own for a, b in hit.content for k in (a, b - 1))
    )


def _own_voice(view: View, hit: Hit) -> bool:
    """Whether the author, or a speaker within a quotation, is reporting their own saying."""
    if hit.source is None:
        return False
    first = hit.source[0]
    if view.low[first] in _NOBODY or view.low[max(first - 1, 0)] in _NOBODY:
        return True
    opens = view.low[hit.unit.start] in {"nor", "neither"} and view.pos[max(first - 1, 0)] == "AUX"  # Nor did X say so
    if opens or (hit.inherits and view.low[first] in _ANYBODY):
        return True
    if hit.source[1] - hit.source[0] != 1:
        return False
    return view.low[hit.source[0]] in _OWN


def _attribution(view: View, hit: Hit, resolver: Resolver) -> Attribution | None:
    witness, source = None, None
    if hit.source is not None:
        begin = hit.unit.start if hit.shape == "relative" else hit.source[0]
        witness = resolver.name(hit.source, hit.head, begin)
        source = view.offsets(*hit.source)
    elif hit.shape in {"before-content", "after-content", "relative"}:
        return None
    stance = _STANCES[hit.kind]
    if (hit.shape == "passive" and witness is None and "t" not in hit.frames) or (
        hit.shape == "relative" and hit.relative >= 0 and view.low[hit.relative] == "what"
    ):
        stance = "doubts"
    spans = tuple(view.offsets(*span) for span in hit.content)
    via = _hearer(view, hit, resolver)
    if hit.outer is not None and hit.outer.source is not None:
        via = resolver.name(hit.outer.source, hit.outer.head, hit.unit.start)
        resolver.speakers[-2:] = resolver.speakers[:-3:-1] if via else resolver.speakers[-2:]
    quoted = any(
        view.quote[k] >= 0 and view.quote[k] != view.quote[hit.verb]
        for k in (hit.content[0][0], hit.content[-1][1] - 1)
    )
    cue = view.offsets(*hit.cue)
    return Attribution(spans, witness, source, cue, (via,) if via and via != witness else (), stance, quoted, hit.shape)


def _hearer(view: View, hit: Hit, resolver: Resolver) -> str | None:
    """The news organisation that was told ("told X", "in an interview with X", "in a statement to X")."""
    content = {k for a, b in hit.content for k in range(a, b)}
    k, end = hit.cue[1], hit.unit.end
    direct = "t" in hit.frames
    for i in range(k, min(end, k + 14)):
        if i in content:
            return None
        start = i if direct and i == k else i + 1 if view.low[i] in {"to", "with", "by"} and i + 1 < end else -1
        if start >= 0:
            last = start
            while (
                last < end
                and last < start + 7
                and view.pos[last] in {"DET", "PROPN", "NOUN", "ADJ", "PART", "NUM", "X"}
                and last not in content
            ):
                last += 1
            if last > start and (name := news_organisation(view, start, last) or resolver.publisher((start, last))):
                return name
    return None


def _signed(view: View, resolver: Resolver, skipped: Sequence[tuple[int, int]]) -> list[Attribution]:
    found = []
    for content, name in signed_messages(view):
        if _skipped(content[0], skipped):
            continue
        text = view.text[name[0] : name[1]]
        person = resolver.roster.find(text.split())
        witness = f"{person.name} ({person.role})" if person and person.role else text
        found.append(Attribution((content,), witness, name, name, (), "asserts", True, "signed"))
    return found


def _skipped(at: int, skip: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in skip)


def _clip(attribution: Attribution, skip: Sequence[tuple[int, int]]) -> Attribution:
    spans = tuple(span for span in attribution.spans if not _skipped(span[0], skip))
    return attribution if len(spans) == len(attribution.spans) else msgspec.structs.replace(attribution, spans=spans)


def _chained(found: list[Attribution], faint: Set[tuple[int, int]]) -> list[Attribution]:
    """Sorts attributions, drops doubles, and gives those within others their chain; faint ones count only outside."""
    unique = {(a.spans, a.cue): a for a in found if a.spans}
    ordered = sorted(unique.values(), key=lambda a: (a.spans[0][0], -a.spans[-1][1], a.cue or (0, 0)))
    done: list[Attribution] = []
    open_: list[Attribution] = []
    for attribution in ordered:
        at = attribution.cue[0] if attribution.cue else attribution.spans[0][0]
        open_ = [outer for outer in open_ if outer.spans[-1][1] > attribution.spans[0][0]]
        around = [outer for outer in open_ if _holds(outer, at, attribution)]
        if around and attribution.cue in faint:
            continue
        if around:
            attribution = _within(around[-1], attribution)
        done.append(attribution)
        open_.append(attribution)
    return done


def _holds(outer: Attribution, at: int, inner: Attribution) -> bool:
    begins = any(start <= inner.spans[0][0] < end for start, end in outer.spans)
    return begins and any(start <= at < end for start, end in outer.spans)


def _within(outer: Attribution, inner: Attribution) -> Attribution:
    if inner.witness is None:
        return msgspec.structs.replace(inner, witness=outer.witness, source=outer.source, via=outer.via)
    chain = [*outer.via, *([outer.witness] if outer.witness and outer.witness != inner.witness else [])]
    via = tuple(who for who in dict.fromkeys([*chain, *inner.via]) if who != inner.witness)
    return msgspec.structs.replace(inner, via=via)
