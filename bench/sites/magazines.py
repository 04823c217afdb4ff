"""Invented sites of those who print more than news: a magazine, a charity, a ministry, an institute, companies.

Each has a text of its words: pools that begin with ``@@name``, perhaps headings before ``::``, and wordings with ``|``
between them. ``^`` stands for some digit; ``{who}``, ``{where}`` and the like stand for names.
"""

import re
from collections.abc import Callable, Sequence

from bench.sites import development_parts as parts
from bench.sites.development_parts import Insert, by, chosen, cut, deck, maybe, names, page, pick, picture
from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article, Site
from bench.sites.pieces import Rng, body, caption_of, figure, inline, link, listed
from bench.sites.wording import Wire

# A part of a page a line:
# fmt: off

_WHO = (
    "Aldous Frane|Mirjam Oske|Tadeo Lunn|Beatrix Vole|Ngozi Hartel|Piet Sandmark|Elif Corran|Jonah Brisk|Ludmila Ashe|"
    "Rafi Dellacourt|Signe Morrow|Osei Tamblyn|Constance Wey|Bruno Kestle|Ayumi Farrow|Dr. Ewan Pryce|Col. H. Varga"
)
_WHERE = "Ossenfeld|Larkmouth|Tirava|Pellworth|Gannet Bay|New Sarrow|Vintermark|Ummara|Dovrik|Hexley|Loma Fria"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def filled(rng: Rng, text: str) -> str:
    """The wording with digits and names put in."""
    (who, other), (where, there) = rng.sample(cut(_WHO), 2), rng.sample(cut(_WHERE), 2)
    digits = re.sub(r"\^", lambda _: str(rng.randint(1, 9)), text.strip())
    more = {"day": rng.randint(1, 28), "month": pick(rng, _MONTHS), "year": rng.randint(2006, 2024)}
    return digits.format(who=who, other=other, where=where, there=there, nick="".join(where.lower().split()), **more)


class Words:
    """A site's wording with the random numbers to choose by."""

    def __init__(self, rng: Rng, text: str):
        self.rng = rng
        named = (part.split(None, 1) for part in text.split("@@")[1:])
        self.pools = {name: " ".join(said.split()).rpartition("::") for name, said in named}

    def some(self, pool: str, least: int, most: int = 0) -> list[str]:
        """Some of the wordings in their order."""
        return [filled(self.rng, text) for text in chosen(self.rng, self.pools[pool][2], least, most)]

    def one(self, pool: str) -> str:
        """One of the wordings."""
        return self.some(pool, 1, 1)[0]

    def head(self, pool: str) -> list[Node]:
        """One of the pool's headings, if it has any."""
        spec, text = self.rng.choice(("h2", "h3", "h4", "div")), pick(self.rng, self.pools[pool][0])
        return [tag(spec, filled(self.rng, text))] if text else []

    def box(self, spec: str, pool: str, least: int, most: int = 0, inner: str = "p") -> Tag:
        """Furniture: a heading and some of the wordings, one a line (or all on one, if ``inner`` is a span)."""
        shown = [tag(inner, text) for text in self.some(pool, least, most)]
        spaced = [node for one in shown for node in (one, " ")] if inner == "span" else shown
        return tag(spec, *self.head(pool), tag("div", *spaced), label="furniture")

    def form(self, spec: str, pool: str, least: int = 2) -> Tag:
        """Fields with their labels; the last of the wordings stands on the button."""
        *labels, button = self.some(pool, least)
        shown = (tag("div", tag("label", text), tag("input", name=f"f{n}")) for n, text in enumerate(labels))
        return tag(spec, *self.head(pool), *shown, tag("div", tag("button", button)), label="furniture")

    def pairs(self, spec: str, pool: str, least: int, joined: bool = False) -> Tag:
        """Names and values, given as ``name=value``, on two lines or on one."""
        split = [text.split("=") for text in self.some(pool, least)]
        apart = (node for name, value in split for node in (tag("dt", name), tag("dd", value)))
        whole = (tag("li", tag("b", name), " ", value) for name, value in split)
        return tag(spec, *self.head(pool), *(whole if joined else apart), label="furniture")

    def briefs(self, wire: Wire, spec: str, pool: str, least: int, most: int) -> Tag:
        """Other stories, some with a sentence; the pool has a stamp for each."""
        items: list[Node] = []
        for headline in wire.headlines(self.rng, self.rng.randint(least, most)):
            below = maybe(self.rng, 0.5, tag("p", *wire.sentences(self.rng, 1)))
            items.append(tag("li", *maybe(self.rng, 0.7, tag("div", self.one(pool))), link(headline), *below))
        return tag(spec, *self.head(pool), tag("ul", *items), label="furniture")


def some_of(rng: Rng, nodes: Sequence[Node], least: int) -> list[Node]:
    """Some of the parts, in any order."""
    return rng.sample(list(nodes), rng.randint(least, len(nodes)))


def flow(rng: Rng, nodes: Sequence[Node], least: int) -> list[Insert]:
    """Some of the parts for places in the body that are left to chance."""
    return [(rng.uniform(0.05, 0.98), node) for node in some_of(rng, nodes, least)]


def magazine(article: Article, rng: Rng, wire: Wire) -> Site:
    """A news magazine: a meter and a wall, issues and their covers, letters, prices, a shop, notes on the type."""
    p, key, w = article.published, rng.randbytes(2).hex(), Words(rng, _MAGAZINE)
    offers = [w.box(f"div.Offer_{key}", "offer", 2, 5), w.briefs(wire, "aside.inset", "inset", 1, 3)]
    quote = tag("blockquote.pq", parts.sentence(article, rng.randint(0, 9)), label="repeat")
    inserts = flow(rng, [quote, *offers, w.box("figure.toon", "cartoon", 1, 2, "figcaption")], 2)
    inserts += [(0.6, node) for node in figure(caption_of(article, 1), w.one("credit"), "div.plate")]
    story = tag(
        f"article.Article_body__{key}", tag("div.rubric", w.one("rubric")), tag("h1", article.title, label="title"),
        *maybe(rng, 0.6, deck(article, "h2.dek")), by(f"By {names(article)}", "div") if article.authors else "",
        by(f"{p:%B} {p.day}, {p.year}", "time"), *picture(caption_of(article), w.one("credit")),
        w.box(f"div.Audio_{key}", "audio", 2, 6, "div"), *parts.drop_cap(body(article, rng, *inserts)),
        *maybe(rng, 0.5, by(f"— {names(article)}" if article.authors else "")), tag("p.printed", w.one("print")),
        *maybe(rng, 0.6, w.box("div.Type", "bio", 1, 3)),
    )
    covers = [tag("li", tag("b", when), tag("div", w.one("covers"))) for when in parts.months(p.year, p.month, 9)]
    issues = tag("section.issues", tag("h3", "Browse past issues"), tag("ul", *covers[: rng.randint(3, 9)]))
    end = [w.box("section.letters", "letters", 2, 5), issues, w.box("div.shop", "shop", 2, 5)]
    end = some_of(rng, [*end, w.briefs(wire, "section.Rail", "rail", 2, 5)], 2)
    top = [w.box(f"aside.Meter_root__{key}", "meter", 1, 3, "div"), inline(w.some("menu", 6), " · ")]
    built = page(rng, wire, rng.randint(22, 40), *top, story, *end, w.box("footer", "foot", 4, 9, "div"))
    stated = rng.choice(("json-ld", "both"))
    return Site("The Lantern", "lanternmagazine.example", stated, built, "dispatches", signed=bool(article.authors))


_MAGAZINE = """@@meter This is your last free story of the month.|^ of ^ complimentary articles read|Create an account
to read on|Log in|Subscribers can read this issue in full.|Dismiss @@offer Keep the lights on|A year of The Lantern for
^9 crowns, and a cotton bag that you will pretend not to like.|Print + digital|Digital only|Student rate|Best value|^.50
a week|Billed every four weeks. Stop whenever you please.|The wall that you have come up against pays for lawyers, for
checkers of facts and for trains to places that nobody else goes to. @@cartoon “I said I wanted a second opinion, not a
second invoice.”|Cartoon by {who}|Send us your caption by Sunday: the three best go to a vote of readers, and the winner
gets a signed print.|Copyright the artist. Prints from ^^ crowns. @@print Published in the print edition of the {month}
^ issue, with the headline “A Reckoning at Dusk.”|This piece appears in issue ^^^ under the rubric Dispatch.|Translated
from the original by {who}. Checked by {other}.|An earlier version of this piece misstated the height of a lighthouse in
{where}. @@bio About the author|Contributors|Colophon :: {who} is a contributing writer who lives in {where} with two
greyhounds; her essays on borders won the Pellworth Prize.|{who}, a former diplomat, has written for The Lantern since
^^^^. His novel, “The Customs Shed,” is out in {month}.|Set in Garrow and Fell Grotesque. Printed in {where} on paper
from managed woods.|More by this author|Follow @@letters Letters|The mail|Readers reply :: {who}'s portrait of the last
lock-keeper (“Still Water,” {month} {day}) moved me, but it left out the women who kept the ledgers. My grandmother was
one of them.|{who}, {where}|I have subscribed for ^^ years and never before thrown an issue across a room. The review of
the new opera house did it.|Write to letters@lanternmagazine.example with your name and town. We trim letters and print
them in all media.|The editors reply: we regret the error, and the tone.|(Prof.) {who} @@covers The Salt Issue|After the
Harvest|What the Dead Owe Us|The Money Issue|Islands|Summer Fiction|Double issue @@shop From our shop|Gifts for readers
:: Enamel mug “Marginalia”, ^^ crowns|The Lantern diary for next year, bound in cloth|Add to basket|Sold out|In stock|
Jigsaw of a thousand pieces: our cover of {month} {year}|We may earn a little if you buy a book by way of these links.|
The Crossword Book, vol. ^: two hundred puzzles by {who} @@foot Customer care|Back copies|Where to buy|Pitch guidelines|
Internships|ISSN 0^^^-^^^^|A magazine of reporting and argument since 19^^|The Lantern Trust, Ropewalk 4, Halvenport|
Cookie choices|None of what you see here may be fed to machines that learn without our leave.|Newsletters|Podcasts|Apps
@@menu Latest|The Issue|Long View|Argument|Arts|Fiction|Crossword|Cartoons|Archive|Shop|Events|Games @@inset From this
issue|Further reading|In the archive :: Essay|Fiction|From ^^ years ago|Books|Annals of trade @@rail The Lantern daily|
Most discussed|Keep reading :: ^ min|Essay|Briefly noted|No. ^^|By {who} @@rubric Dispatch|Letter from abroad|The state
of things|Field notes @@credit {who} / Lumen Collective|Illustration: {who}|Photograph by {who} for The Lantern @@audio
Narrated by {who}|Listen · ^^:^^|Playback speed 1.0×|Add to queue|Give feedback|15|30|Sponsored by nobody"""


def rights(article: Article, rng: Rng, wire: Wire) -> Site:
    """A human-rights charity's release: languages, gifts, petitions, press contacts, ways of working, voices."""
    p, w = article.published, Words(rng, _RIGHTS)
    amounts = [tag("div", tag("input", type="radio"), f"${n}") for n in rng.sample((10, 25, 35, 70, 120, 500), 4)]
    gift = tag("form.give-now", w.box("div", "give", 2, 5), *amounts, tag("div", "Other amount"), label="furniture")
    petition = tag("div.action", w.box("div", "petition", 2, 5), *maybe(rng, 0.5, w.form("form", "sign", 4)))
    offers = [w.briefs(wire, "div.related", "related", 1, 3), w.box("div.dl", "report", 2, 5, "div")]
    inserts = flow(rng, [*offers, gift, tag("div", petition, label="furniture")], 1)
    inserts += [(0.5, node) for node in picture(caption_of(article, 1), "© Private", "Click to expand Image")]
    signed = bool(article.authors) and rng.random() < 0.6
    when = rng.choice((f"{p:%B} {p.day}, {p.year} {parts.clock(p, last='PM|AM')} EST", f"{p.day} {p:%B %Y}"))
    story = tag(
        "article.node--type-news",
        w.box("nav.languages", "tongues", 3, 12, rng.choice(("li", "span", "div"))), by(when, "div.date"),
        tag("h1.page-title", article.title, label="title"), *maybe(rng, 0.5, deck(article, "h2.subtitle")),
        *([by(names(article), "div"), by(w.one("roles"), "div")] if signed else []),
        w.box("ul.share", "share", 3, 6, "li"),
        *figure(caption_of(article), f"© {p.year} {w.one('credit')}", "figure.media"), *maybe(rng, 0.4, gift),
        *body(article, rng, *inserts), w.box("div.contacts", "press", 2, 5),
        *maybe(rng, 0.5, w.box("div.method", "method", 1, 3)),
        w.box("div.tags", "tags", 3, 6, rng.choice(("span", "div"))),
    )
    viewed = tag("ol", tag("div", "Most Viewed"), *(tag("li", link(t)) for t in wire.headlines(rng, rng.randint(3, 5))))
    end = [gift, petition, w.box("section.voices", "voices", 1, 3), viewed, w.form("form.news", "updates")]
    foot = w.box("footer", "foot", 4, 9, "li")
    nodes = [inline(w.some("menu", 5), "  "), tag("main", story, id="main-content"), *some_of(rng, end, 2), foot]
    built = page(rng, wire, rng.randint(16, 34), *nodes, class_="path-node lang-en")
    stated = rng.choice(("opengraph", "none"))
    return Site("Upright International", "www.upright-int.example", stated, built, "news", signed=signed)


_RIGHTS = """@@give Your gift doubles today|We take no money from governments. People like you pay for every mile that
our researchers travel.|Give monthly|Give once|^^ crowns buys a satellite image of a village that nobody is allowed to
visit.|Gifts are deductible from tax|Secure payment|Goal: ^^^,000|^^% reached|Until midnight a friend of our work will
match whatever you give, crown for crown.|A gift in your will @@petition Act now|Add your name|Petition :: ^^,^^^ people
have signed. Help us get to ^00,000.|Dear Minister, I am writing to ask that you free {who} at once, and that those who
ordered the beating be brought before a court.|Tell the government of {where}: lawyers are not enemies.|You can change
this letter. A few words of your own carry more weight than our form.|Days left: ^^|By signing you agree that we may
write to you. You can stop us at any time. @@press For more information, please contact:|Press contacts :: In {where},
{who} (English, Spanish): +00-^^-555-01^^ (mobile); or {nick}@upright-int.example. Twitter: @upright_{nick}|For more of
our reporting on {where}, please go to: upright-int.example/{nick}|In {where}, {who} (French, Wolof): +00-555-^^^^|Duty
press officer, outside office hours: 0555 01^ ^^^ @@method How we work|Methodology|About the data|How we count :: Some
names have been changed so that those who talked to us cannot be found. Nobody was paid for an interview.|Researchers
spoke to ^^ people between {month} and {month}, by telephone or in places that they chose themselves, and looked at ^^^
photographs and films, of which the place and day were established.|We wrote to the ministries named here with what we
found and had no answer by the time of printing. @@voices Voices|Stories of change|Case closed :: {who} spent ^^ months
in a cell in {where} for a poem. Your letters filled two sacks at the gate. Last {month} she came home.|“I counted the
postcards. It was how I knew what day it was.”|Our film “Nobody's Daughters” can be seen for free this month and in ^^
cinemas. @@roles Senior Researcher, Crisis and Arms|Director, {where} Office|Researcher @upright_{nick}|Deputy Programme
Head @@foot Accounts and annual report|Work with us|Legacies|Safeguarding|Report misconduct|Contact us|Registered
charity ^^^^^^ in {where}; gifts may be set off against tax under section 50^(c).|Child-safe browsing|Upright
International, Coldwell House, {where}|Press room|Quick exit: leave this site now|Donor charter @@menu Countries|Topics|
Reports|Video & Photos|Impact|Take Action|About|Join Us|Give Now|Films @@tongues Available in|Read in :: English|
العربية|Français|Español|Русский|Português|Kiswahili|Türkçe|فارسی|Deutsch|Українська @@sign First name *|Last name *|
E-mail *|Country|- Select -|Postal code|I am over 16|Send my letter @@updates Get updates on rights from around the
globe :: E-mail address|Enter the code shown|Sign up @@related Related content|Read more|Also on this :: News release|
Report|Q & A|Video|{month} {day}, {year} @@report Download the full report|Summary in easy words|PDF, ^.^ MB|^^ pages|
ISBN 978-0-^^^|Recommendations|Annex II: letters to the authorities @@share Share this via Facebook|Share this via X|
Share this via WhatsApp|Other ways to share|Print|Donate Now @@credit {who}|Getty & Sons|{who}/Upright @@tags Region /
Country|Topic|Arms|Refugees|Children's rights|{where}|Women's rights|Free speech|Torture"""


def ministry(article: Article, rng: Rng, wire: Wire) -> Site:
    """A press page of a ministry or an army: numbers of releases, numbered paragraphs, tenders, policies, a counter."""
    p, w, spec = article.published, Words(rng, _MINISTRY), rng.choice(("li", "li", "p.MsoNormal", "div"))
    inner = "li" if spec == "li" else "div"
    day = rng.choice((f"POSTED ON: {p:%d %b %Y} {parts.clock(p)}", f"Date: {p:%d-%m-%Y}", f"{p.day} {p:%B %Y}"))
    annex = w.box(inner, "annex", 1, 3, "div")
    inserts: list[Insert] = flow(rng, [annex, w.briefs(wire, inner, "related", 1, 3)], 0)
    shown = figure(caption_of(article), "(Photo: Public Relations Branch)", "div.ms-img")
    inserts += [(0.3, tag(inner, node, label="furniture")) for node in shown]
    story = tag(
        "div.innner-page-main-about-us-content-right-part",
        w.box("div.ReleaseLang", "kind", 1, 3, "div"), by(f"{w.one('number')} {rng.randint(20, 999)}/{p.year}", "div"),
        tag("h2", article.title, label="title"), by(day, "div"),
        w.box("div.tools", "tools", 2, 6, rng.choice(("span", "div"))),
        tag("ol" if spec == "li" else "div", *body(article, rng, *inserts, spec=spec), id="ctl00_lblBody"),
        *figure(caption_of(article, 1), "", "div.photo-right"), w.box("div", "ends", 1, 4, "center"),
    )
    minister = w.box("div.minister", "minister", 2, 4)
    top: list[Node] = [
        w.box("div.gov-bar", "banner", 2, 5, "span"), listed(w.some("menu", 7), "ul.sf-menu"),
        inline(["Home", w.one("place"), f"Press releases {p.year}"], " » "),
        *some_of(rng, [minister, w.box("marquee", "notices", 2, 4, "span")], 0),
    ]
    end = [w.box("div.board", "notices", 3, 7, "li"), w.pairs("dl.lines", "numbers", 3), w.box("div.gl", "terms", 2, 5)]
    end += [w.form("form.feedback", "complaint", 3), listed(w.some("links", 4), "ul.foot"), minister]
    foot = w.box("footer", "foot", 3, 6, rng.choice(("p", "div")))
    counter = tag("div", f"Visitor Counter : {rng.randint(10**4, 10**7)}")
    built = page(rng, wire, rng.randint(14, 24), *top, story, *some_of(rng, end, 2), foot, counter, id="aspnetForm")
    stated = rng.choice(("none", "none", "opengraph"))
    return Site("Press Directorate", "press.gov-ummara.example", stated, built, "releases", signed=False)


_MINISTRY = """@@banner An official website of the Republic|Here is how you can tell|Sites that end in .gov-ummara
belong to the state.|Skip to main content|Screen reader access|Unity · Duty · Soil|{month} {day}, 11:^^:^^|Text only
@@menu The Ministry|Organisation|Army|Navy|Air Force|Schemes|Acts & Rules|Tenders|Recruitment|Media Centre|Veterans|
Photo gallery|E-services|Contact @@minister Hon'ble Minister|Chief of Staff|From the Minister's desk :: Shri {who} took
charge of the ministry in {month} {year}. An engineer by training, he has sat in the assembly for {where} for ^ terms
and chaired its committee on irrigation.|Message of the Minister on Veterans' Day|Diary of engagements|It gives me pride
to welcome you to the new website of our forces, who stand guard by day and by night.|General {who}, 24th Chief of
Staff|Biography @@notices What's new|Tenders|Circulars & notices|Vacancies :: Tender for supply of tinned vegetables to
units at {where}: last date extended to {day} {month}|Result of written test for the post of Clerk Grade II|Corrigendum
No. ^ to e-auction of unserviceable vehicles|Rally for recruits at {where}, ^ to {day} {month}: bring two photographs
and proof of residence|Pensioners must hand in life certificates by {day} {month}|Beware of fake calls: no officer will
ever ask you for money in return for a post.|Essay contest for schools on “Water and the Soldier”, prize ^^,000
@@numbers Women's helpline=1^^|Disaster control room=0^^-555-01^^|Toll free=1800 555 ^^^|Duty officer=+00 ^^ 5550 ^^^|
Ambulance=1^^|Anti-corruption=vigil@gov-ummara.example|Fax=5550 ^^^ @@terms Abbreviations|Ranks and terms|Did you know?
:: JCO: junior commissioned officer|A battalion has between ^00 and ^00 soldiers and is led by a lieutenant colonel.|
MoU: memorandum of understanding|The regiment's badge shows a heron above crossed oars and was granted in 18^^.|Hectare:
about the area of a football field and a half|CASEVAC: evacuation of casualties @@foot Content owned, maintained and
updated by the Ministry. Queries about it go to the Web Information Manager.|Designed, developed and hosted by the
National Computing Centre|Last updated on: {day} {month} {year}|You need no leave to link to this site, but our pages
must not be shown in frames on yours, and you must tell us of it.|What is shown here is for information and has no force
in law; in case of doubt the Gazette holds.|WCAG 2.0 AA|© Ministry of Defence. All rights reserved. @@kind Press
Information Directorate|Government of {where}|Ministry of Defence|Media Cell|Press Note @@number Press Release No.|
Release ID:|PR-|Ref. No. PIB/ @@tools A+|A|A-|Print|Share on X|Listen to this release|Read this release in:|High
contrast|Back @@annex Click here for annexure|View photo ^|PDF file opens in a new window (^^^ KB)|Video of the address
@@related Related releases|See also :: {month} {day}|Ministry of Railways|Army HQ @@ends *****|ENDS|RK/TS/BV|-Nil-|
Issued by: Directorate of Public Relations|For the media only|///|(Release ID: 1^^^^^^) @@place Media Centre|Press|
Newsroom @@complaint Your views :: Name|Mobile No.|Your complaint or suggestion|Enter captcha|^ + ^ =|Submit @@links
Right to information|Citizens' charter|Web policy|Sitemap|National portal|Archive|FAQ|Help"""


def institute(article: Article, rng: Rng, wire: Wire) -> Site:
    """An institute that watches conflicts: experts, contents, alerts, counts, methods, how to cite, who pays."""
    p, w = article.published, Words(rng, _INSTITUTE)
    kind, experts = w.one("kind"), w.box("div.c-expert", "experts", 2, 5)
    tracker = w.pairs("ul.tracker", "alerts", 3, joined=rng.random() < 0.5)
    offers = [w.briefs(wire, "aside.l-related", "related", 1, 3), w.box("figure.chart", "chart", 3, 7, "div"), tracker]
    inserts = flow(rng, [*offers, experts], 1)
    inserts += [(0.55, node) for node in figure(caption_of(article, 1), w.one("credit"), "figure.wide")]
    cited = tag("div.cite", "Cite this: ", f"“{article.title}”, Dovrik Institute, {p.year}.", label="repeat")
    story = tag(
        "main.l-grid",
        inline(["Home", w.one("region"), kind], " / "), tag("div.label", kind), tag("h1", article.title, label="title"),
        by(f"{p.day:02} {p:%B %Y}", "div.meta"), *maybe(rng, 0.6, tag("div.meta", f"{rng.randint(3, 19)} minute read")),
        by(names(article, ", "), "div.people") if article.authors else "", *maybe(rng, 0.3, experts),
        *picture(caption_of(article), f"Photo: {w.one('credit')}/AGP"),
        w.box("div.toolbar", "tools", 3, 8, rng.choice(("span", "div"))),
        *maybe(rng, 0.6, parts.key_points(article, rng, w.one("points"), 2, 3)),
        tag("div.wysiwyg", *body(article, rng, *inserts)),
        *some_of(rng, [cited, w.box("div.method", "method", 1, 4), tag("p", w.one("disclaimers")), experts], 2),
    )
    end = [w.box("section.events", "events", 2, 6), w.briefs(wire, "section.pubs", "library", 3, 5), tracker]
    end += [w.box("section.pod", "podcast", 2, 5), w.form("form.mc", "informed", 3)]
    nodes = [listed(w.some("menu", 6), "ul.c-nav"), story, *some_of(rng, end, 2), w.box("footer", "foot", 4, 8, "li")]
    built = page(rng, wire, rng.randint(20, 38), *nodes, class_="no-js t-light")
    stated = rng.choice(("both", "json-ld"))
    return Site("Dovrik Institute", "dovrik-institute.example", stated, built, "analysis", signed=bool(article.authors))


_INSTITUTE = """@@experts Experts|Authors|Meet the analyst|Related people :: {who}|Senior Fellow, Security in the
Highlands|Programme Director|{who} leads our work on armed groups and has advised two missions of peacekeepers. She
holds a doctorate from {where} and speaks four languages.|@{nick}watch|Before joining us, {who} was a mediator in
{where} and taught the law of war to officers who did not always listen.|Areas of expertise: ceasefires, cattle raiding,
elections|Available for interviews in English and French @@alerts Deteriorated situations={where}, {there}|Improved
situations={where}|Risk alerts=None|Unchanged=^^ countries|Events last week=^^^|Reported deaths=^,^^^ (▲ ^^%)|Political
violence=▼ ^%|Resolution opportunities={where} @@chart Figure ^|Battles|Explosions / remote violence|Riots|Violence
against civilians|Events per month, {month} to {month}|0|50|100|Source: Dovrik Ledger. Deaths are estimates.|Download
data (CSV)|Shaded areas: held by neither side|Boundaries shown do not imply endorsement.|Legend @@method How we work|
Methodology|About the data|How we count :: The Ledger takes its events from local radio, partners on the ground and some
^00 papers in ^^ languages, and two coders read each of them. Where numbers differ, the lower one is entered.|Fatalities
are revised for up to ^^ days; figures in older texts can therefore differ from those in the table.|An “event” is one
kind of violence at one place on one day.|Codebook (version ^.^)|FAQ for users of our data|“Mob violence” is coded under
riots unless the crowd carried firearms. @@disclaimers The Institute takes no positions as a body; the views here are
those of whoever signed them.|This publication was made possible by a grant from the foreign ministry of {where}, which
had no say in what it contains.|You may reprint this text unchanged under a Creative Commons licence if you name us and
link to this page. @@events Upcoming events|Webinars|Join us :: {month} {day}|Book launch: “Roads Without Rule”, with
{who} and {other}|Online and at the Old Mint, {where}, 17:30–19:00|Register|Closed-door roundtable on grain and war (by
invitation)|Watch the recording|Summer school: three weeks of mapping, interviews and statistics for young analysts. Fee
^^0 crowns, bursaries on request. @@podcast Hold Your Ceasefire!|Listen :: Season ^, episode ^^: this week {who} talks
to {other} about why truces fail on market days, and what traders know that generals do not.|^^ min|Apple Podcasts|
Spotify|Transcript|Play episode @@foot Governance|Our funders|Transparency ranking: five stars|Careers (^)|Independence
and ethics|Media enquiries|Dovrik Institute e.V., Am Speicher ^^|Tel +00 555 ^^^^|API access|Privacy|Imprint|LinkedIn|
Mastodon @@kind Commentary|Situation Update|Expert Comment|Regional Overview|Policy Brief @@points At a glance|Key
takeaways|Summary @@region Africa|Asia|Europe|Global @@credit {who}|{who}/{where} Post @@related Related analysis|More
on this|Explore :: Report / Africa ^ {month} {year}|Podcast|Op-Ed|Briefing N°^^ @@library Latest publications|From our
library :: {month} {year}|Working paper ^^|Dataset|{who} and {other} @@tools Share|Cite|Download PDF|Print|In this
article|Overview|What next?|Back to top|Subscribe @@informed Stay informed :: E-mail|First name|Organisation|Sector|
Weekly digest|Alerts for {where}|Subscribe @@menu Regions|Data|Analysis|Experts|Events|Early Warning|Projects|
Fellowships|Support us|Donate|EN / FR"""


def companies(article: Article, rng: Rng, wire: Wire) -> Site:
    """A wire of company releases: source, tickers, contacts, words about the company, cautions, more of the like."""
    p, w = article.published, Words(rng, _COMPANIES)
    firm, signed = w.one("firms"), bool(article.authors) and rng.random() < 0.4
    stamp = rng.choice((f"{p:%b %d, %Y}, {p:%H:%M} ET", f"{p:%B %d, %Y} {p:%H:%M} Eastern Time"))
    quote = tag("blockquote.tweetable", parts.sentence(article, rng.randint(0, 5)), label="repeat")
    offers = [w.box("div.asset", "assets", 2, 5, "div"), w.pairs("table.bwtable", "figures", 3), quote]
    inserts = flow(rng, offers, 0)
    inserts += [(0.35, node) for node in figure(caption_of(article), f"(Photo: {firm})", "div.bwcaption")]
    about = tag("div.boilerplate", tag("p", f"About {firm}"), *(tag("p", f"{firm} {t}") for t in w.some("about", 1, 2)))
    after = [about, tag("p", w.one("partner")), w.box("div.fls", "caution", 1, 4)]
    after.append(w.box("div.bw-release-contact", "contacts", 3, 7, rng.choice(("p", "div"))))
    story = tag(
        "div.release-body.container", inline(w.some("menu", 4), " | "), tag("h1", article.title, label="title"),
        *maybe(rng, 0.4, deck(article, "p.subheadline")),
        *maybe(rng, 0.7, tag("p.mb-no", w.one("source")), tag("p", tag("strong", firm))), by(stamp),
        by(f"{w.one('signed')} {names(article, ', ')}", "div") if signed else "",
        w.box("div.share-block", "share", 3, 6, rng.choice(("span", "div"))),
        tag("section", *body(article, rng, *inserts)), *maybe(rng, 0.8, tag("p", w.one("ends"))),
        *some_of(rng, after, 2), *figure(caption_of(article, 1), "", "div.gallery"),
    )
    end = [w.pairs("ul.ticker", "ticker", 4, joined=True), w.briefs(wire, "section.more", "more", 2, 5)]
    end += [w.box("section.pitch", "pitch", 2, 5), w.box("div.keywords", "keywords", 3, 6, "li")]
    nodes = [w.box("header", "top", 3, 8, "li"), story, *some_of(rng, end, 2), w.box("footer", "foot", 4, 9, "div")]
    built = page(rng, wire, rng.randint(18, 42), *nodes, class_="prn-theme")
    stated = rng.choice(("opengraph", "both", "none"))
    return Site("Courier Releases", "www.courier-releases.example", stated, built, "news-releases", signed=signed)


_COMPANIES = """@@about is a leading maker of pumps and valves with ^^,000 people in ^^ countries. Founded in {where} in
19^^, it helps towns to lose less water. Learn more at www.firm.example.|serves ^^ million customers through its brands
Auro, Belt and Tam. The group is listed in {where} (ticker: ^^^K) and had sales of ^.^ billion crowns last year.|is
committed to net zero by {year} and to a culture in which everyone can do the best work of their life.|is a
clinical-stage company that develops medicines for diseases of the blood. Its lead candidate, NB-^^^, is in phase ^
trials. @@partner About {where} Partners: an investor of growth capital with offices in {where} and {there} and ^^
companies in its care. Past results are no guide to future ones.|Legal adviser to the transaction was Frane, Oske &
Lunn; {who} advised the board. @@caution Cautionary statement|Forward-looking statements|Safe harbour :: Certain
statements in this release look ahead, among them those with the words “expects”, “plans” and “may”. They rest on what
management now believes and are subject to risks that could make results differ materially.|Such risks include the price
of energy, the weather, claims in court, loss of key staff and the others listed in our annual report.|We are under no
duty to correct these statements when things turn out otherwise, except as the law demands.|This is neither an offer to
sell securities nor an invitation to buy them in any place where that would be unlawful. @@contacts Contacts|Media
contact:|CONTACT:|Notes to editors :: Investor relations:|{who}|+00 555 ^^^ ^^^|ir@firm.example|{who}, Head of Corporate
Communications|Media:|Brunt & Vole PR|A call for analysts will be held at 1^:00. Dial-in: +00 555 01^^, code ^^^^^^.|
Images in high resolution can be had from the press centre.|Spokespeople are available for interview on request.
@@assets Continue Reading|{who}, chief executive (PRNewsFoto)|View PDF|Logo.jpg|^ of ^|Multimedia gallery|Tweet this|
Download @@figures Revenue=^^^.^|Net profit=(^^.^)|Change=+^.^%|In millions of crowns={year}|Q^=^,^^^|Dividend per
share=0.^^ @@ticker KSTL=^^.^^ +^.^%|OFG=^.^^ -0.^%|HRO=^^^ 0.00%|Gold=1,^^^.^^|Brent=^^.^^|TWX30=^,^^^.^ ▲|
EUR/CRN=1.^^^^ @@pitch Send a release|For journalists|Why us? :: Reach ^^,000 newsrooms with one click|Our editors check
every release by hand, day and night.|See pricing|Talk to an expert|Journalists: sign up for releases that fit your
beat, with embargoes and experts on call. It costs nothing.|White paper: seven headlines that editors delete unread
@@foot Products|Overview|Content Distribution|Accessibility statement|Site map|RSS|Cookie settings|Do not sell my data|
Courier is not answerable for what issuers say in their releases.|Copyright © {year} Courier Wire Ltd.|0^^^^^|From 8 AM
to 9 PM ET @@firms Kestrel Dynamics|Orvane Foods Group|Halden & Roe plc|Tirava Water|Northlight Bio @@signed Prepared
by|Author:|By @@source NEWS PROVIDED BY|SOURCE|Issuer|Released on behalf of @@ends # # #|-END-|–30–|View source version
on releases.example:|*T @@menu News Releases|All Industries|Energy|Health|Transport|Public Company|Feeds|Search @@share
Share this article|Share toX|Follow {where}|English|Deutsch|Italiano|Print|E-mail alert @@more Also from this source|
Similar topics|More News :: {month} {day}, {year}, 0^:^^ ET|{where} Corp.|^ hours ago @@keywords Industry keywords ::
Logistics|Utilities|Chemicals/Plastics|Africa|Product/Service|Conference call @@top Send a Release|Become a member|Sign
in|Journalists|Resources|Blog|Tel 0800 555 0^^^|Client login"""


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "magazine": magazine, "rights": rights, "ministry": ministry, "institute": institute, "companies": companies,
}
