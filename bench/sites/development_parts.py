"""What the sites in development have in common: teasers, advertisements, players, forms, scripts and drawings.

Choices of wording are written as one string with ``|`` between them.
"""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from bench.sites.markup import Node, Tag, tag, to_html
from bench.sites.page import Article
from bench.sites.pieces import Rng, body, box, inline, link, listed, some
from bench.sites.wording import Wire

Insert = tuple[float, Node]
"""What stands after that share of the paragraphs."""

Item = TypeVar("Item")

STAFF = "Nadia Ferrow|Owen Stell|Brigid Castell|Karl Imber|Joelle Tanning|Mateo Ruske|Anneke Dorn|Piers Hollin"
_COOKIE_TITLES = "We value your privacy|Let us know you agree to cookies|Your choices on cookies|Before you continue"
_COOKIE_TEXTS = (
    "We and our 612 partners store and read information on your device, such as cookies, to show you personalised ads "
    "and content and to measure how they perform. You can change your mind at any time.",
    "Cookies help us to give you a better visit. Please tell us whether you agree to all of them or only to some.",
    "This website uses cookies to make your visit better. We take it that you agree, but you can opt out at any time.",
    "By continuing to browse this site you agree to our use of cookies and to our revised Privacy Policy.",
    "Some of the technologies that we use are needed for the site to work. Others help us to see what readers like.",
)
_COOKIE_BUTTONS = "Accept all|Reject all|Manage options|Yes, I agree|No, take me to settings|Got it!|Our partners"
_ADS = (
    "Homeowners over 55 are rushing to get this new stair lift|LiftWise",
    "If you own a computer, you must play this town-building game. No install.|Empire of Towns",
    "Surgeon: “It's like a power wash for your insides”|Gut Health Today",
    "The price of unsold sofas might surprise you|Sofa Search",
    "Remember her? Try not to gasp when you see her now|Daily Stuff",
    "This simple trick halves your heating bill overnight|EcoSaver",
    "He wore it for one week. What happened next stunned his doctor|Vital Band",
    "15 photos that were taken at exactly the right moment|Picture Parade",
    "New rule leaves drivers furious: check whether you qualify|Quote Ninja",
    "Never put a plastic bottle on your tyre|Driver's Diary",
    "The best river cruises for seniors, ranked|Cruise Finder",
    "Put a bay leaf under your pillow tonight, here's why|Tips & Tricks",
)
_PLAYER = (
    "Play Video|Play|Skip Backward|Skip Forward|Mute|Current Time 0:00|/|Duration {time}|Loaded: {n}.60%|0:00|"
    "Stream Type LIVE|Seek to live, currently behind live|Remaining Time -{time}|1x|Playback Rate|Chapters|"
    "Descriptions|descriptions off, selected|Captions|captions settings, opens captions dialog|Audio Track|Fullscreen|"
    "This is a modal window.|Video Player is loading."
)


# words


def cut(text: str) -> list[str]:
    return text.split("|")


def pick(rng: Rng, text: str) -> str:
    return rng.choice(cut(text))


def chosen(rng: Rng, text: str, least: int, most: int = 0) -> list[str]:
    items = cut(text)
    return some(rng, items, min(least, len(items)), most or len(items))


def names(article: Article, last: str = " and ") -> str:
    *first, final = article.authors or ("",)
    return f"{', '.join(first)}{last}{final}" if first else final


def sentence(article: Article, number: int) -> str:
    """The first sentence of a paragraph; the numbers go round."""
    paragraph = article.paragraphs[number % len(article.paragraphs)]
    return re.split(r"(?<=[a-z]{2}[.!?])[\"”]?\s", paragraph)[0]


def clock(moment: datetime, between: str = ":", last: str = " PM| AM") -> str:
    """Twelve-hour time."""
    late, early = cut(last)
    return f"{moment.hour % 12 or 12}{between}{moment:%M}{late if moment.hour >= 12 else early}"


def later(moment: datetime, rng: Rng, hours: int = 30) -> datetime:
    return moment + timedelta(minutes=rng.randint(20, 60 * hours))


def count(rng: Rng) -> str:
    few, many = rng.randint(2, 990), rng.randint(100, 999)
    return rng.choice((str(few), f"{rng.randint(1, 48)}.{rng.randint(1, 9)}K", f"1,{many}"))


def ago(rng: Rng) -> str:
    return f"{rng.randint(2, 23)} {rng.choice(('hours', 'minutes', 'days', 'hrs', 'mins'))} ago"


def duration(rng: Rng) -> str:
    return f"{rng.randint(0, 4)}:{rng.randint(10, 59)}"


def months(year: int, month: int, number: int) -> list[str]:
    """That month and those before it, as archives list them."""
    named = "January|February|March|April|May|June|July|August|September|October|November|December"
    past = [divmod(12 * year + month - 1 - back, 12) for back in range(number)]
    return [f"{cut(named)[at]} {then}" for then, at in past]


def biography(rng: Rng) -> str:
    said = (
        "A prize-winning correspondent who joined the agency as a trainee, has filed from forty countries and now "
        "covers oil.|Reports on courts and security. Was a stringer for regional papers. Contact: +00 20 5550 144.|"
        "Based in Halvenport, leads a team of reporters who write about trade, shipping and everything in between."
    )
    return pick(rng, said)


# nodes


def foreign(node: Tag) -> Tag:
    """The element as furniture, for a place inside another label."""
    return replace(node, label="furniture")


def by(text: str, spec: str = "p") -> Tag:
    """A line about author, date or place; an empty one shows nothing."""
    return tag(spec, text, label="byline")


def maybe(rng: Rng, share: float, *items: Item) -> list[Item]:
    return list(items) if rng.random() < share else []


def lines(spec: str, text: str, inner: str = "p") -> Tag:
    return box(spec, *cut(text), inner=inner)


def menu(rng: Rng, text: str, least: int, spec: str = "ul") -> Tag:
    return listed(chosen(rng, text, least), spec)


def numbered(rng: Rng, wire: Wire, heading: str, least: int = 5, most: int = 10, apart: bool = True) -> Tag:
    """A list of most read stories, its numbers written out, on lines of their own or before the headline."""
    items: list[Node] = [tag("h3", heading)]
    for number, text in enumerate(wire.headlines(rng, rng.randint(least, most)), start=1):
        items.append(tag("li", *((tag("div", str(number)),) if apart else (f"{number}. ",)), link(text)))
    return tag("ol.most-read", *items, label="furniture")


def share(rng: Rng, text: str, form: str, least: int = 3, spec: str = "div.share-tools") -> Tag:
    """Buttons, ``form`` "list", "line", "glued" or "counts"."""
    found = chosen(rng, text, least)
    if form == "list":
        return tag(spec, listed(found), label="furniture")
    if form == "counts":
        shown = (tag("div", tag("span", name), " ", tag("span", count(rng))) for name in found)
        return tag(spec, *shown, label="furniture")
    between = "" if form == "glued" else " "
    return tag(spec, *(node for name in found for node in (link(name), between)), label="furniture")


def teaser(rng: Rng, wire: Wire, leads: str, forms: str = "line", spec: str = "p") -> Tag:
    """A pointer to other stories in the middle of the body: "line", "lines", "list", "snippet" or "bare"."""
    lead, form = pick(rng, leads), pick(rng, forms)
    if form == "line":
        return tag(spec, tag("strong", lead), " ", link(wire.headlines(rng, 1)[0]), label="furniture")
    if form == "bare":
        return tag(spec, tag("strong", link(wire.headlines(rng, 1)[0])), label="furniture")
    found = [tag("div", link(text)) for text in wire.headlines(rng, rng.randint(2, 4) if form == "list" else 1)]
    extra = [tag("p", wire.sentences(rng, 1)[0])] if form == "snippet" else []
    return tag("div.inline-related", tag("div", tag("b", lead)), *found, *extra, label="furniture")


def paged(rng: Rng, wire: Wire) -> Tag:
    """Related stories with buttons to leaf through them."""
    found = [tag("li", link(text)) for text in wire.headlines(rng, rng.randint(2, 4))]
    pager = inline(["Previous", "1", "2", "Next"])
    hits = [tag("div", f"{count(rng)} shares")] if rng.random() < 0.6 else []
    return tag("div.related", tag("h4", "RELATED ARTICLES"), pager, tag("ul", *found), *hits, label="furniture")


def ad(rng: Rng, label: str = "") -> Tag:
    """An empty place for an advertisement, with its script and perhaps a label over it."""
    slot = f"div-gpt-ad-{rng.randint(10**12, 10**13)}-{rng.randint(0, 9)}"
    script = f"googletag.cmd.push(function(){{googletag.display('{slot}');googletag.pubads().refresh([{slot[-1]}]);}});"
    shown = [tag("span.ad-label", label)] if label else []
    return tag("div.ad", *shown, tag("div", tag("script", script), id=slot), label="furniture")


def sponsored(rng: Rng, heading: str, least: int = 3, most: int = 6, form: str = "lines") -> Tag:
    """Teasers that somebody paid for, each with the advertiser's name."""
    items: list[Node] = []
    for text in rng.sample(_ADS, rng.randint(least, most)):
        title, client = cut(text)
        under = (client, " | ", tag("span", "Sponsored")) if form == "lines" else ("Ad ", client)
        items.append(tag("div.trc-item", tag("div", link(title)), tag("div", *under)))
    ends = "Learn More|Undo|Sponsored Links by Tabulate|Recommended by Brainout"
    foot = maybe(rng, 0.4, tag("div", link(pick(rng, ends))))
    return tag("div.trc-box", tag("h4", heading), *items, *foot, label="furniture")


def player(rng: Rng, wire: Wire, full: bool = True) -> Tag:
    """A player for films with what its buttons say, or only headline and length."""
    time, title = duration(rng), wire.headlines(rng, 1)[0]
    if not full:
        lead = pick(rng, "WATCH|Video|Now Playing|Up next|Play")
        return tag("div.video", tag("div", lead), tag("div", title), tag("div", time), label="furniture")
    said = _PLAYER.format(time=time, n=rng.randint(2, 99))
    found = [tag("div", text) for text in chosen(rng, said, 5, 18)]
    return tag("div.video-js", *found, tag("div", title), tag("video", src="/v/1.m3u8"), label="furniture")


def signup(rng: Rng, heading: str, pitch: str, button: str, small: str = "") -> Tag:
    """A form for a newsletter."""
    field = tag("input", type="email", placeholder="Email address", name="e")
    shown = maybe(rng, 0.6, tag("label", pick(rng, "Email address|Enter your email|Your e-mail|Email Address *")))
    foot = [tag("p", tag("small", small))] if small else []
    form = tag("form", *shown, field, tag("div", tag("button", button)), *foot, action="/subscribe")
    return tag("div.newsletter", tag("h4", heading), tag("p", pitch), form, label="furniture")


def cookies(rng: Rng) -> Tag:
    """A banner that asks for consent."""
    buttons = [tag("div", tag("button", text)) for text in chosen(rng, _COOKIE_BUTTONS, 1, 3)]
    return tag("div.consent", tag("h2", pick(rng, _COOKIE_TITLES)), tag("p", rng.choice(_COOKIE_TEXTS)), *buttons)


def deck(article: Article, spec: str = "p.standfirst") -> Tag:
    return tag(spec, sentence(article, 0), label="repeat")


def key_points(article: Article, rng: Rng, heading: str, least: int = 2, most: int = 4) -> Tag:
    """Sentences of the text as a list above it."""
    places = sorted(rng.sample(range(max(most, len(article.paragraphs))), rng.randint(least, most)))
    items = (tag("li", sentence(article, place)) for place in places)
    return tag("div.key-points", *([tag("h4", heading)] if heading else []), tag("ul", *items, label="repeat"))


def picture(text: str | None, credit: str, before: str = "", spec: str = "figure") -> list[Node]:
    """A picture with its caption, the credit on a line of its own, and perhaps words for the blind before it."""
    if not text:
        return []
    above = [tag("div", before, label="furniture")] if before else []
    under = tag(
        "figcaption" if spec.startswith("figure") else "div",
        tag("div", text, label="caption"),
        tag("div", credit, label="byline"),
    )
    return [tag(spec, tag("img", src="/media/2.jpg", alt=""), *above, under)]


def drop_cap(nodes: list[Node]) -> list[Node]:
    """The paragraphs, the first letter of the first in an element of its own."""
    first, *rest = nodes
    if not isinstance(first, Tag) or not isinstance(first.children[0], str):
        return nodes
    head = first.children[0]
    return [replace(first, children=(tag("span.drop-cap", head[:1]), head[1:], *first.children[1:])), *rest]


def run_on(article: Article, rng: Rng, *inserts: tuple[float, Node], apart: int = 2) -> list[Node]:
    """The paragraphs as bare text with line breaks between them, for one element with the label "body"."""
    result: list[Node] = []
    for node in body(article, rng, *inserts):
        if isinstance(node, Tag) and node.label == "body":
            result += [*node.children, *(tag("br") for _ in range(apart))]
        else:
            result.append(node)
    return result


# what is never seen


def page(rng: Rng, wire: Wire, kilobytes: int, *children: Node, **attributes: str) -> Tag:
    """The body element, with scripts, styles and drawings of about that size scattered among its parts."""
    nodes, size = list(children), 0
    while size < 1000 * kilobytes:
        chunk = rng.choice(_NOISE)(rng, wire)
        size += len(to_html(chunk))
        nodes.insert(rng.randint(0, len(nodes)), chunk)
    return tag("body", *nodes, **attributes)


def _key(rng: Rng) -> str:
    return rng.choice("abcdefghijkmnpqrstuvwxyz") + rng.randbytes(rng.randint(2, 5)).hex()


def _settings(rng: Rng, wire: Wire) -> Tag:
    stories = [{"id": _key(rng), "headline": text, "score": rng.random()} for text in wire.headlines(rng, 6)]
    flags = {_key(rng): rng.choice((True, None, rng.randint(0, 9999), rng.randbytes(16).hex())) for _ in range(50)}
    return tag("script", f"window.__{_key(rng)}={json.dumps({'flags': flags, 'queue': stories})};")


def _code(rng: Rng, wire: Wire) -> Tag:
    calls = (
        f"var {_key(rng)}=t.getElementById('{_key(rng)}')||e.{_key(rng)};r.push(['{_key(rng)}',{rng.randint(0, 999)}]);"
        for _ in range(rng.randint(10, 40))
    )
    return tag("script", f"!function(e,t){{var r=e.{_key(rng)}=[];{''.join(calls)}}}(window,document);")


def _rules(rng: Rng, wire: Wire) -> Tag:
    rules = (
        f".{_key(rng)}>.{_key(rng)}:not(:last-child){{margin:0 {rng.randint(0, 40)}px;color:#{rng.randbytes(3).hex()}}}"
        for _ in range(rng.randint(10, 40))
    )
    return tag("style", "".join(rules))


def _drawing(rng: Rng, wire: Wire) -> Tag:
    symbols = (
        tag("symbol", tag("path", d="M" + " ".join(map(str, rng.randbytes(rng.randint(30, 150)))) + "z"), id=_key(rng))
        for _ in range(rng.randint(2, 9))
    )
    return tag("svg", *symbols, style="display:none", aria_hidden="true")


def _pixel(rng: Rng, wire: Wire) -> Tag:
    source = "data:image/gif;base64," + base64.b64encode(rng.randbytes(rng.randint(60, 900))).decode()
    return tag("div", tag("img", src=source, alt=""), tag("noscript", tag("img", src=f"//px.example/{_key(rng)}.gif")))


def _hidden(rng: Rng, wire: Wire) -> Tag:
    said = "Sign in to continue|Close|Loading…|Something went wrong.|Saved to your list|Please enable JavaScript|Search"
    shown = [tag("p", text) for text in chosen(rng, said, 1, 4)]
    return tag("div.modal", *shown, *(tag("a", text) for text in wire.headlines(rng, 3)), hidden="", id=_key(rng))


_NOISE: tuple[Callable[[Rng, Wire], Tag], ...] = (_settings, _code, _rules, _drawing, _pixel, _hidden)
