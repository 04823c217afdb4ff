"""From mentions to entities: each kind clustered by its own evidence, then named, placed and numbered."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from spacy.tokens import Doc

from firsthand.model import Claim, Entity, EntityKind, Mention, Place, identity
from firsthand.names.armies import Placed, held, is_armed, possessed, same_post
from firsthand.names.clusters import commonest
from firsthand.names.descriptions import describe
from firsthand.names.folding import plain, words
from firsthand.names.found import Found
from firsthand.names.groups import grouped, with_demonyms
from firsthand.names.index import Spot
from firsthand.names.kinds import decided, form
from firsthand.names.known import expansions
from firsthand.names.localities import localities
from firsthand.names.mentions import read
from firsthand.names.metonyms import governments
from firsthand.names.offices import Statements
from firsthand.names.organisations import organisations, peoples
from firsthand.names.people import people
from firsthand.names.places import Gazetteer, country_named, country_of
from firsthand.names.roles import chosen, of_title, role_after, role_before
from firsthand.names.spans import Named
from firsthand.names.toponyms import beside

_OF_PLACE = re.compile(r"\b(?:village|town|city|port|district|province|suburb|island|state|region) of $")


def resolve(
    docs: Mapping[str, Doc], order: Sequence[str], gazetteer: Gazetteer | None = None, claims: Iterable[Claim] = ()
) -> list[Entity]:
    """The entities of one story, most mentioned first.

    ``docs`` maps document ids to their parsed texts, ``order`` is the order in which mentions are listed; ``claims``
    tell who said what, which joins spellings of one person. Every mention belongs to exactly one entity; mentions may
    lie inside others ("Qasimi" in "Qasimi's forces"). Ids depend on kind and canonical name alone.
    """
    gazetteer = gazetteer or Gazetteer()
    texts = {document: docs[document].text for document in order if document in docs}
    mentions = read(docs, texts, order, gazetteer)
    kind_of = decided(
        mentions, lambda mention: _beside(texts[mention.document], mention), partial(_well_known, gazetteer)
    )
    mentions = [mention._replace(kind=kind_of[form(mention.text)]) for mention in mentions]
    kinds: dict[str, list[Named]] = {"person": [], "organisation": [], "place": [], "group": []}
    by_document: dict[str, list[Named]] = {document: [] for document in texts}
    for mention in mentions:
        kinds[mention.kind].append(mention)
        by_document[mention.document].append(mention)
    roles = _roles(kinds["person"], texts)
    nations = peoples(kinds["group"])
    located = localities(kinds["place"], gazetteer)
    founds = [
        *people(kinds["person"], roles, Statements(claims, texts)),
        *organisations(kinds["organisation"], expansions(texts)),
        *nations,
        *(Found("place", found) for found in located),
    ]
    spots = _located(located, kinds["group"], texts, gazetteer)
    leaders = _posts(founds, texts)
    groups = grouped(texts, by_document, founds)
    with_demonyms(nations, groups, texts)
    groups += governments(docs, founds, groups)
    describe(docs, texts, [*founds, *groups], roles, leaders)
    return _entities([*founds, *groups], spots, roles, {document: rank for rank, document in enumerate(order)})


def _posts(founds: Sequence[Found], texts: Mapping[str, str]) -> list[tuple[Found, Named]]:
    """Join people by the posts that they hold in the organisations of the story; those who lead an army, and where."""
    placed = Placed(founds)
    bodies = [(mention, found) for mention, found in placed.all() if found.kind == "organisation"]
    armed = [row for row in bodies if is_armed(row[1])]
    leads = [*held("leads", texts, placed, bodies), *possessed(texts, placed, armed)]
    same_post(leads)
    same_post(held("spokes", texts, placed, bodies))
    return [(person, mention) for person, mention, body, _ in leads if person.mentions and is_armed(body)]


def _well_known(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a form is the proper name of a place of some size."""
    spot = gazetteer.get(name)
    return (
        spot is not None
        and (spot.kind == "region" or plain(spot.name) == name)
        and (spot.kind != "town" or spot.population >= 15_000)
    )


def _beside(text: str, mention: Named) -> tuple[str, str]:
    """The lower-case words right before and after a mention."""
    before = text[max(0, mention.start - 14) : mention.start].rstrip("\"“‘' ").rsplit(None, 1)[-1:]
    if before == ["of"] and _OF_PLACE.search(text, max(0, mention.start - 30), mention.start):
        before = ["village of"]
    after = text[mention.end : mention.end + 12].replace(",", "", 1).split(None, 1)[:1]
    return (before[0].lower() if before else ""), (after[0].lower() if after else "")


def _roles(mentions: Iterable[Named], texts: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """What each mention of a person says of their office, by document and start."""
    found: dict[tuple[str, int], str] = {}
    for mention in mentions:
        text = texts[mention.document]
        told = (
            role_after(text, mention.end),
            role_before(text, mention.start - len(mention.title) - 1) if mention.title else None,
            role_before(text, mention.start),
        )
        role = next((role for role in told if role), None) or of_title(mention.title)
        if role:
            found[mention.document, mention.start] = role
    return found


def _located(
    places: Sequence[list[Named]], groups: Iterable[Named], texts: Mapping[str, str], gazetteer: Gazetteer
) -> dict[str, Spot]:
    """Where each place is, by canonical name."""
    asked: dict[str, tuple[str, ...]] = {}
    for mentions in places:
        near: dict[str, None] = {}
        for document in dict.fromkeys(mention.document for mention in mentions):
            spans = [(m.start, m.end) for m in mentions if m.document == document]
            near.update(dict.fromkeys(beside(texts[document], spans)))
        asked[_canonical("place", mentions)] = tuple(near)
    told = [mention.text for mentions in places for mention in mentions]
    return gazetteer.locate(asked, told + [mention.text for mention in groups])


def _canonical(kind: EntityKind, mentions: Sequence[Named]) -> str:
    """The name of an entity: the commonest of its full spellings; a country's usual English name."""
    texts = [mention.text for mention in mentions]
    if kind == "place" and (country := next(filter(None, map(country_named, texts)), None)):
        return country
    if kind == "person":
        full = [text for text in texts if len(words(text)) > 1]
        most = [text for text in full if len(words(text)) > 2] if len(full) < 3 else []
        return commonest(most or full or texts)
    if kind == "organisation":
        texts = [text for text in texts if not text.isupper() and len(words(text)) > 1] or texts
        texts = [text for text in texts if not country_of(text.split()[0])] or texts
    return commonest(texts)


def _entities(
    founds: Iterable[Found],
    spots: Mapping[str, Spot],
    roles: Mapping[tuple[str, int], str],
    rank: Mapping[str, int],
) -> list[Entity]:
    rows = []
    for found in founds:
        here = sorted({*found.mentions, *found.described}, key=lambda m: (rank[m.document], m.start, -m.end))
        if here:
            rows.append((found.kind, found.name or _canonical(found.kind, found.mentions or here), found, here))
    rows.sort(key=lambda row: (-len(row[3]), row[1], row[0], [(m.document, m.start) for m in row[3][:1]]))
    taken: Counter[tuple[str, str]] = Counter()
    entities = []
    for kind, name, found, here in rows:
        taken[kind, name] += 1
        number = taken[kind, name]
        told = [role for m in here if (role := roles.get((m.document, m.start)))]
        entities.append(
            Entity(
                id=identity("e", kind, name) if number == 1 else identity("e", kind, name, number),
                name=name,
                kind=kind,
                mentions=tuple(Mention(m.document, m.start, m.end) for m in here),
                place=_place(spots.get(name)) if kind == "place" else None,
                role=chosen(told) if kind == "person" else None,
                aliases=_aliases(name, found.mentions),
                joined=tuple(found.joins),
            )
        )
    return entities


def _place(spot: Spot | None) -> Place | None:
    return Place(spot.latitude, spot.longitude, spot.geonames) if spot else None


def _aliases(name: str, mentions: Iterable[Named]) -> tuple[str, ...]:
    """The other spellings, the most frequent first; those that differ in case alone once."""
    counts = Counter(mention.text for mention in mentions)
    seen = {plain(name)}
    found = []
    for text in sorted(counts, key=lambda text: (-counts[text], text)):
        if plain(text) not in seen:
            seen.add(plain(text))
            found.append(text)
    return tuple(found)
