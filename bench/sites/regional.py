"""More invented news sites: papers of Pakistan, Turkey and Kenya, a Russian agency, a print view; what new sites share.

Wording stands in texts with ``||`` between boxes and ``|`` between the lines of each. Slots such as ``{n}`` or
``{place}`` are filled anew at every use; ``^`` parts alternatives.
"""

# Imports several a line, and a part of a page a line:
# fmt: off
# isort: off
import re
from collections.abc import Callable

from bench.sites.development_parts import (
    Insert, ad, by, chosen, clock, cut, deck, key_points, later, maybe, names, page, pick, picture,
    run_on, sentence, teaser,
)
from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article, Metadata, Site
from bench.sites.pieces import Rng, body, caption_of, figure, link
from bench.sites.wording import Wire

_TOWNS = "Corrow|Hestmark|Pell Bay|Ardenby|Mosswick|Oldmere|Stonegate|Larkfield|Vessel Point|Thornhaven|Brill|Quay Hill"
_FIRST = "Agnes|Bilal|Chloe|Dmitri|Esther|Farid|Gwen|Hamza|Isla|Juma|Katya|Leon|Meryem|Noor|Otis|Pilar|Selim|Wanjiru"
_LAST = "Abbot|Bayar|Cardew|Durrani|Echols|Fenwick|Gachoki|Hale|Ilmaz|Jessop|Kamau|Lodge|Mirza|Nevers|Orlova|Paredes"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SLOTS: dict[str, Callable[[Rng], object]] = {
    "s": lambda rng: rng.randint(2, 9), "n": lambda rng: rng.randint(10, 99), "yy": lambda rng: rng.randint(1921, 2009),
    "k": lambda rng: f"{rng.randint(1, 48)},{rng.randint(100, 999)}",
    "H": lambda rng: f"{rng.randint(5, 23):02}:{rng.randint(0, 59):02}",
    "h": lambda rng: f"{rng.randint(1, 12)}:{rng.choice((15, 30, 40, 45))} {rng.choice(('a.m.', 'p.m.'))}",
    "x": lambda rng: f"{rng.randint(1, 320)}.{rng.randint(10, 99)}",
    "z": lambda rng: f"{rng.choice('+-')}{rng.randint(0, 4)}.{rng.randint(10, 99)}",
    "place": lambda rng: pick(rng, _TOWNS), "name": lambda rng: f"{pick(rng, _FIRST)} {pick(rng, _LAST)}",
    "day": lambda rng: f"{pick(rng, 'Mon|Tues|Fri|Sun')}day", "month": lambda rng: pick(rng, _MONTHS),
    "date": lambda rng: f"{pick(rng, _MONTHS)} {rng.randint(1, 28)}",
}


def filled(rng: Rng, text: str) -> str:
    """One of the alternatives, with words in its slots."""
    return re.sub(r"\{(\w+)\}", lambda found: str(_SLOTS[found[1]](rng)), rng.choice(text.split("^")))


def pool(text: str) -> tuple[str, ...]:
    return tuple(" ".join(text.split()).split(" || "))


def told(rng: Rng, form: str, text: str) -> Tag:
    """A box of lines; ``form`` is ``box/line`` or ``box/line/heading``; lines of the form ``a`` or ``x+`` are links."""
    spec, inner, *head = form.split("/")
    children: list[Node] = []
    for number, line in enumerate(cut(filled(rng, text))):
        if head and not number:
            children += [tag(head[0], line), " "]
        elif inner == "a":
            children.append(link(line))
        elif inner.endswith("+"):
            children.append(tag(inner[:-1], link(line)))
        else:
            children += [tag(inner, line), " "]
    return tag(spec, *children, label="furniture")


def parts(rng: Rng, texts: tuple[str, ...]) -> list[Tag]:
    """Those boxes in order; each begins with its form, the percentage of pages that have it, the least of its lines."""
    result = []
    for text in texts:
        form, share, least, words = text.split(" ", 3)
        if rng.random() * 100 < int(share):
            kept = chosen(rng, words, int(least)) if int(least) else [words]
            result.append(told(rng, form, "|".join(kept)))
    return result


def boxes(rng: Rng, texts: tuple[str, ...], forms: str, least: int, most: int) -> list[Tag]:
    """Some of the boxes in any order, each in one of the forms."""
    return [told(rng, pick(rng, forms), text) for text in rng.sample(texts, rng.randint(least, most))]


def feed(rng: Rng, wire: Wire, form: str, heading: str, pattern: str, least: int, most: int) -> Tag:
    """Other stories or comments, the lines of each after a pattern of HEAD, SNIP, TEXT, WHO, NUM and slots."""
    (spec, item), lines = form.split("/"), cut(rng.choice(pattern.split("^")))
    items: list[Node] = [tag("h3", filled(rng, heading))] if heading else []
    for number, head in enumerate(wire.headlines(rng, rng.randint(least, most)), start=1):
        shown: list[Node] = []
        for line in lines:
            before, linked, after = filled(rng, line).replace("NUM", str(number)).partition("HEAD")
            before = before.replace("WHO", rng.choice(wire.readers)).replace("TEXT", rng.choice(wire.comments))
            before = before.replace("SNIP", wire.sentences(rng, 1)[0])
            shown.append(tag("div", before, *((link(head), after) if linked else ())))
        items.append(tag(item, *shown))
    return tag(spec, *items, label="furniture")


def anywhere(rng: Rng, nodes: list[Tag]) -> list[Insert]:
    return [(rng.uniform(0.1, 0.95), node) for node in nodes]


def second(article: Article, rng: Rng, credits: str, spec: str) -> list[Insert]:
    """A second picture in the middle of the text, if the article has one."""
    return [(rng.uniform(0.3, 0.8), node) for node in picture(caption_of(article, 1), pick(rng, credits), "", spec)]


def signed(article: Article, rng: Rng, patterns: str, spec: str = "p") -> Node:
    """A line about the authors, if there are any."""
    return by(rng.choice(patterns.split("^")).format(names(article)), spec) if article.authors else ""


def site(outlet: str, host: str, stated: Metadata, built: Tag, article: Article, section: str = "news") -> Site:
    return Site(outlet, host, stated, built, section, True, bool(article.authors))


def pakistani(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Pakistani English daily: the printed edition, prayer and tola, letters, cartoons, numbered comments."""
    p = article.published
    ordinal = {1: "st", 2: "nd", 3: "rd"}.get(p.day % 10 if p.day not in (11, 12, 13) else 0, "th")
    leads, shape = "Read more:|Explore:|Also read|Read:|Related:", pick(rng, "p|blockquote.story__also")
    inserts: list[Insert] = [(rng.uniform(0.2, 0.5), teaser(rng, wire, leads, "line|bare|snippet", shape))]
    inserts += anywhere(rng, boxes(rng, _DISPATCH_AMID, "div.slot-7/div|figure.media--embed/p", 0, 2))
    inserts += [(0.55, node) for node in figure(caption_of(article, 1), pick(rng, "— AFA|— Dispatch"), "div.media")]
    revised = by(f" Updated {p:%b} {p.day}, {p.year} {clock(p, last='pm|am')}", "span")
    story = tag(
        "article.story",
        *maybe(rng, 0.4, tag("div.story__badge", pick(rng, "Today's Paper|E-PAPER|Newspaper|National"))),
        tag("h2.story__title", tag("a", article.title, href="/news/1", label="title")),
        signed(article, rng, "{}^{} | The Newspaper's Staff Reporter^Our Correspondent | {}", "span.story__byline"),
        tag("div", by(f"Published {p:%B} {p.day}, {p.year}", "span"), *maybe(rng, 0.5, revised)),
        *boxes(rng, pool("Facebook Count|Twitter Share|{n}|Translate^{n}|{s}|Email|0"), "div.sh/a|ul/li", 0, 1),
        *figure(caption_of(article), pick(rng, "— Reuben/File|—INP|— Screengrab"), "div.media"),
        tag("div.story__content", *body(article, rng, *inserts)),
        *maybe(rng, 0.7, by(f"Published in The Indus Dispatch, {p:%B} {p.day}{ordinal}, {p.year}", "em")),
        *parts(rng, _DISPATCH_PAGE[-1:]),
    )
    form = "WHO|{date}, 2019 {h}|TEXT|Recommend {s}^WHO|TEXT|Reply^NUM.|WHO says:|TEXT|Like ({n}) Dislike ({s})"
    end: list[Node] = [
        feed(rng, wire, "div.comments/article.comment", "Comments ({n})^Comments ({n}) Closed^READERS SAY", form, 1, 5),
        *boxes(rng, _DISPATCH_BOXES, "div.tabs__pane/p/h4|aside.box/div/h3|dl.w-44/dd/dt", 3, 5),
        feed(rng, wire, "div.must/li", "Latest Stories^Must Read^On DISPATCH TV", "HEAD^HEAD|SNIP^NUM|HEAD", 3, 7),
        feed(rng, wire, "div.opinion/article", "Opinion", "{name}|HEAD", 2, 4),
    ]
    rng.shuffle(end)
    built = page(rng, wire, 34, *parts(rng, _DISPATCH_PAGE[:3]), story, *end, *parts(rng, _DISPATCH_PAGE[3:-1]))
    return site("The Indus Dispatch", "www.indusdispatch.example", "opengraph", built, article, "pakistan")


_DISPATCH_PAGE = pool("""
div.ribbon/span 80 2 EPAPER|LIVE TV|{date}, 2019|اردو خبریں|Images|Aurora TV || ul/li+ 100 7 Home|Latest|Pakistan|Gaza|
Opinion|Business|World|Culture|Prism|Sport|Magazines|Tech|Multimedia|Archive|In Depth || div.scorecard/span/span 50 0
LIVE|{place} {n}0/{s} ({n}.{s} ov)|{place} need {n} runs|CRR {s}.{n} RRR {s}.{n} || footer/p+ 100 5 Contact|Terms &
Conditions|Reproduction Copyrights|Branded Content|Code of Ethics|Careers|CityFM {n}|Teeli || footer/p 100 0 Copyright ©
Scribe Indus Publications. Compunode hosting. || p.story__cred/em 50 0 Header image: people walk past a shuttered
bazaar^The writer is a freelance contributor. Facts and information are the responsibility of the writer.^What this
writer and commenters say is theirs and need not be what the Dispatch Group holds.""")
_DISPATCH_AMID = pool("""
Article continues after ad || Follow DISPATCH Today on Threads and X|Join our WhatsApp list and get alerts with tea ||
Tweet|{name} @{place}{n}|Shocked and saddened. Praying for everyone at the hospital tonight.|{h} · {date}, 2019|{n}
Retweets {k} Likes""")
_DISPATCH_BOXES = pool("""
Prayer Timings|Fajr {s}:{n} AM|Zuhr 12:{n} PM|Asr {s}:{n} PM|Maghrib {s}:{n} PM|Isha {s}:{n} PM|For Lahore and its
suburbs || Open Market Rates|Currency|Buying|Selling|US Dollar|{x}|{x}|UK Pound Sterling|{x}|{x}|Saudi Riyal|{x}|{x}|As
at {h} || Editorial|THE monsoon has again shown up the state of our drains. Each year notices are issued, photographs
taken and committees formed; each year the water comes back to the same underpass.|Read full editorial || Letters|Street
lights|THIS is to draw the attention of the authorities to the street lights of Block {s}, which are on by day and off
by night. Will somebody find the switch?|{name}|{place} || Your stars today|ARIES|Money that was lent comes back. Do not
lend it again.|TAURUS|A cousin calls; be out.|GEMINI|Travel is favoured after {h}.|Lucky number {s} || Tenders|NOTICE
INVITING BIDS|Sealed bids are invited from firms registered with the engineering council for the repair of the {place}
distributary. Bid security {s}%. The authority may reject any or all bids as per rules.|PID(I){k}/19 || Dear reader, new
comments are held until a moderator has read them. Comments that are abusive, off topic or in Roman Urdu are not
published, and our decision is final.|Name|Email|Cancel reply|Submit""")


def turkish(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Turkish English daily: lira and gold along the top, columnists, galleries, keywords, previous and next news."""
    p, again = article.published, later(article.published, rng)
    inserts = anywhere(rng, boxes(rng, _MARMARA_AMID, "div.wide_ad/span|div.haberIc/p/b", 1, 2))
    inserts += maybe(rng, 0.5, (0.6, teaser(rng, wire, "Related Topic|READ MORE|ALSO SEE|İLGİLİ", "lines|list|bare")))
    inserts += [(0.7, node) for node in figure(caption_of(article, 1), "(MHA Photo)", "div.imgCont")]
    stamp, credit = f"{p:%b} {p.day:02}, {p.year} - {clock(p)} GMT+3", pick(rng, "(AAP)|(MHA Photo)|(File Photo)")
    story = tag(
        "section.article_container",
        *boxes(rng, pool("Home »|World^HOME|TÜRKİYE|POLITICS^World|Mid-East"), "div.bc/span|ol/li", 0, 1),
        tag("h1.main_page_title", article.title, label="title"),
        *maybe(rng, 0.4, deck(article, "h2.spot")),
        *picture(caption_of(article), credit, pick(rng, "|Click to enlarge|Photo"), "div.article_img"),
        signed(article, rng, "by {}^{} - ISTANBUL^{} / ANKARA^by Marmara Daily with Agencies, {}", "div.infoPart"),
        by(pick(rng, f"{stamp}|{stamp} Last update: {again:%b} {again.day:02}, {again.year}"), "div.infoPart"),
        *parts(rng, pool("div.icons/span 70 3 SHARE|A|A|PRINT PAGE|COPY URL|SAVE")),
        tag("div.article_body", *body(article, rng, *inserts, spec=pick(rng, "p|p|div.txtIn"))),
        *parts(rng, pool("div.kw/span/h6 60 4 KEYWORDS|türkiye|europe|migrants|syria|earthquake|police|nato|aid")),
        *maybe(rng, 0.5, feed(rng, wire, "div.pager/div", "", "PREVIOUS NEWS|HEAD^< Next|HEAD^Next in {s}|HEAD", 1, 2)),
    )
    end: list[Node] = [
        *boxes(rng, _MARMARA_BOXES, "div.widget_box/p/h3|ul.lst-9/li/li|div.sag_kolon/div/h5", 3, 5),
        feed(rng, wire, "div.cols/li", "WRITERS^COLUMNISTS^OPINION", "{name}|HEAD^HEAD|{name}", 2, 5),
        feed(rng, wire, "div.gal/div", "PHOTO GALLERIES^Albums", "HEAD|{n} PHOTOS^NUM/{n}|HEAD", 2, 5),
        feed(rng, wire, "div.latest/div.item", "Latest News^MOST READ^LAST 24 HOURS", "{H}|HEAD^HEAD|SNIP^HEAD", 3, 6),
    ]
    rng.shuffle(end)
    top, foot = parts(rng, _MARMARA_PAGE[:3]), parts(rng, _MARMARA_PAGE[3:])
    built = page(rng, wire, rng.randint(30, 48), *top, *end[:1], story, *end[1:], *foot)
    return site("Marmara Daily", "www.marmaradaily.example", "both", built, article, "world")


_MARMARA_PAGE = pool("""
ul.piyasa/li 60 3 USD {x}|EUR {x} % {z}|GOLD {k}|BIST 100 {k} ({z}%)|BTC {n},{n}0.{n}|GBP/TRY {x} || div.dil/a 80 2
TÜRKÇE|DEUTSCH|العربية|ESPAÑOL|FRANÇAIS|РУССКИЙ || nav/li+ 100 7
POLITICS|TÜRKİYE|WORLD|MID-EAST|AMERICAS|BUSINESS|ENERGY| LIFE|ARTS|SPORTS|OPINION|PHOTO GALLERY|JOBS|TV || footer/div
100 0 News published here may be quoted with an active link; whole texts may be used only under contract, also where the
source is named.|© Marmara Basin Yayin A.S.^We process personal data as laid down in Law No. {n}98 and use cookies only
for the purposes and time stated. See the Data Policy.|OK|© Marmara Basin Yayin A.S.""")
_MARMARA_AMID = pool("""
ADVERTISEMENT || REKLAM|Skip Ad ›|0:0{s} || The Marmara Daily Newsletter|Turkey, its region and the world, in five
minutes.|SIGN ME UP|You can unsubscribe at any time. By signing up you accept our Terms of Use. This form is guarded
against robots. || Watch: {place} from above|VIDEO|{s}:{n}""")
_MARMARA_BOXES = pool("""
Istanbul|{n}°|Partly cloudy|Wind: {n} km/h NE|Humidity: {n}%|Thu {n}°/{s}°|Fri {n}°/{s}° || TV GUIDE|{H} News
bulletin|{H} Bitter Harvest (series, ep. {n})|{H} Football: {place} - {place}, live|{H} Documentary: Salt roads|{H}
Closing || Ramadan: iftar {H}, imsak {H}|Recipe of the day|Soak the lentils overnight, fry an onion in butter, add dried
mint at the end. Serves {s}. || SÜPER LEAGUE|Team|P|W|D|L|Pts|1|Boğaz
SK|{n}|{n}|{s}|{s}|{n}|2|Karadere|{n}|{n}|{s}|{s}|{n} || Arts agenda|Exhibition: “Threads”, {name}, until {date},
{place} Museum, closed Mondays|Concert: State Symphony, {H}, tickets TL {n}|Whirling ceremony, every {day} || About
Marmara Daily|Founded in {yy}, Marmara Daily brings Turkey to readers of English through a staff of {n} in four cities.
We welcome commentaries of up to 800 words; pieces that have run elsewhere are not considered. || Readers' view|Who
should host the next summit?|{place} {n}%|{place} {n}%|Votes are not scientific.|VOTE|RESULTS""")


def kenyan(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Kenyan daily: a summary in bullets, advertisements named so, mobile money, tenders, fixtures, a rating."""
    p = article.published
    stamp = f"{p:%A}, {p:%B} {p.day:02}, {p.year}" + pick(rng, f"|| — updated on {p:%B} {p.day:02}| {clock(p)}")
    amid = [ad(rng, pick(rng, "Advertisement|ADVERTISEMENT|Continue after ad")) for _ in range(rng.randint(1, 4))]
    inserts = anywhere(rng, [*amid, *boxes(rng, _SAVANNA_AMID, "div.paragraph-wrapper/p|section.promo-k/div", 0, 2)])
    inserts += maybe(rng, 0.6, (0.4, teaser(rng, wire, "Also Read:|READ:|Keep Reading|By this author", "line|list")))
    inserts += second(article, rng, "PHOTO | FILE|Photo credit: Pool", "figure.article-picture")
    points = key_points(article, rng, pick(rng, "Summary|In Summary|What you need to know:|IN BRIEF"), 1, 3)
    credit = filled(rng, "PHOTO | {name} | NMK^Photo credit: {name} | Savanna Media^[{name}, Savanna]")
    story = tag(
        "article.article-story",
        tag("h4.topic", pick(rng, "News|Counties|Africa|Nairobi|World|Crime Watch")),
        tag("h1.title-large", article.title, label="title"),
        by(stamp, "h6"),
        *maybe(rng, 0.7, points),
        *picture(caption_of(article), credit, "", "figure.article-picture"),
        signed(article, rng, "By {}^By {} More by this Author^{}", "aside.author"),
        *maybe(rng, 0.5, by(pick(rng, "Reporter|Correspondent, Rift Valley|Savanna Media"), "p")),
        *parts(rng, pool("div.tools-k/div 50 3 Share this|Facebook|Twitter|WhatsApp|Bookmark Remove Bookmark")),
        *(tag("div.paragraph-wrapper", node) for node in body(article, rng, *inserts)),
        *boxes(rng, _SAVANNA_AFTER, "div.rate-x/span/h5|div.note/p", 1, 2),
    )
    heads, talk = "In the headlines^You may also like^Most read today", "WHO • {s} hours ago|TEXT|• Reply^WHO|TEXT"
    end: list[Node] = [
        *boxes(rng, _SAVANNA_BOXES, "section.nmg-box/p/h3|div.sb-2/div|table.k/td/caption", 3, 5),
        feed(rng, wire, "section.inthe/li", heads, "HEAD^PRIME|HEAD|{s} hours ago^Counties|HEAD|SNIP", 3, 6),
        *maybe(rng, 0.6, feed(rng, wire, "ol.talk/li", "{n} Comments", talk, 1, 4)),
    ]
    rng.shuffle(end)
    built = page(rng, wire, 30, *parts(rng, _SAVANNA_PAGE[:3]), story, *end, *parts(rng, _SAVANNA_PAGE[3:]))
    stated: Metadata = rng.choice(("none", "json-ld"))
    return site("Savanna Post", "savannapost.example", stated, built, article, "kenya/news")


_SAVANNA_PAGE = pool("""
div.top-k/span 100 3 ePaper|Get the app|Subscribe|Hello|Your Account|Log Out || ul/li+ 100 7 Kenya|Counties|Politics|
Business|Opinion|Health|Sports|Life & Style|Podcasts|Gender|Swahili Hub|Africa|Videos || div.tick/span/b 50 0 Breaking
News|{place} MCA impeached after {s}-hour sitting|KES/USD {x}|NSE 20 {k} || footer/p 100 4 Our Blog Rules|Digital
editions|Savanna Careers|RSS|Syndication|Savanna Post ©|Frequently asked questions""")
_SAVANNA_AMID = pool("""
Unlock this story and all our PRIME content|Daily Ksh.{n}|Monthly Ksh.3{n}|Pay with mobile money, till number {k}, then
enter the code|Continue || Are you a parent of a Form One student? Share your story on WhatsApp 0700 555 0{n}. || Stay
ahead! Text NEWS to 40{n} for alerts at Sh{s} a day. Terms apply; to stop, text STOP. || Video: {name} speaks to Savanna
TV|Duration: {s}:{n}|Mute""")
_SAVANNA_AFTER = pool("""
How do you rate this story?|★|★|★|★|★|Thank you for your rating! || We come to you. Is there something happening in your
village, estate or ward? Tell the news desk and stay anonymous. || Spotted a mistake? Write to our public editor, who
answers complaints within {s} days: publiceditor@savannapost.example""")
_SAVANNA_BOXES = pool("""
PUBLIC NOTICE|Notice is given that title deed No. {place}/Block {s}/{n}, in the name of {name} (ID/ {k}), is reported
lost, and a new one shall be issued after sixty days unless an objection is received.|{name}, Land Registrar || Fixtures
and odds|{day}|{place} v {place}|1|{s}.{n}|X|{s}.{n}|2|{s}.{n}|Jackpot Sh{n},{n}0,000|Bet responsibly. 18+ || Death and
Funeral Announcements|{name} (Mwalimu)|It is with humble acceptance of God's will that we announce the promotion to
glory of our father. Family and friends meet daily from {h} at All Saints. A fundraiser will be held on {date}. M-changa
paybill {k}. || Jobs|County of {place}: nurses ({n} posts). Canvassing will lead to disqualification.|Deadline {date} ||
Podcast|Kahawa Bila Chuki, episode {n}: who is minding the goats? {name} asks why cattle rustlers are never
charged.|Play|Share|RSS || Seeds of Gold|Why my tomatoes crack. Water them evenly, mulch, and pick when pink, says
agronomist {name}.|Ask a vet: 0711 555 0{n}""")


def russian(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Russian state agency: a dateline with the agency's name, a feed by the minute, dossiers, rules of quoting."""
    p = article.published
    inserts = anywhere(rng, boxes(rng, _VESTRA_AMID, "div.text-include/div/b|aside.fact-box/p/h6", 0, 2))
    inserts += maybe(rng, 0.6, (0.4, teaser(rng, wire, "Read also|On the topic|See also", "lines|list|snippet")))
    inserts += second(article, rng, "© VESTRA|© Press service of the Emergencies Ministry/VESTRA", "div.text-photo")
    day = pick(rng, f"{p.day} {p:%b %Y}, {p:%H:%M}|{p:%H:%M} {p.day} {p:%B %Y}|{p.day} {p:%B %Y} {p:%H:%M}")
    source = pick(rng, f"MOSCOW, {p:%B} {p.day}. /VESTRA/.|{p:%B} {p.day}. VESTRA|TARSK, ({p:%B} {p.day}) VESTRA —")
    story = tag(
        "div.news-header__b",
        tag("div.marks", pick(rng, "World|Military & Defense|Emergencies|Society & Culture|Urgent")),
        by(pick(rng, f"{day}|{day} updated at: {later(p, rng, 5):%H:%M}"), "div.dt-x"),
        tag("h1.news-header__title", article.title, label="title"),
        *maybe(rng, 0.5, deck(article, "div.lead-z")),
        *figure(caption_of(article), pick(rng, "© Ilya Denin/VESTRA|© AP/VESTRA|© Video grab"), "div.nhm"),
        *maybe(rng, 0.6, by(source, "strong")),
        *body(article, rng, *inserts),
        signed(article, rng, "{}^Author: {}^By {}, VESTRA special correspondent", "div.sig"),
        *parts(rng, _VESTRA_AFTER),
    )
    end: list[Node] = [
        feed(rng, wire, "div.feed-24/div", "News feed^All news", "{H}|HEAD^HEAD|{H}, {place}^{H}|HEAD|SNIP", 4, 9),
        *boxes(rng, _VESTRA_BOXES, "div.bl/p/h3|ul.b-inf/li|section.q2/div/div", 2, 4),
        feed(rng, wire, "div.partners/p", "In other media^Partner news^Press review", "HEAD^HEAD|{name}", 2, 4),
    ]
    rng.shuffle(end)
    built = page(rng, wire, rng.randint(20, 36), *parts(rng, _VESTRA_TOP), *end[:1], story, *end[1:])
    return site("VESTRA", "www.vestra.example", rng.choice(("none", "opengraph")), built, article, "world")


_VESTRA_TOP = pool("""
div.langs/span 80 3 Русский|English|Deutsch|Español|عربي|中文 || nav/li+ 100 6 Politics|World|Economy &
Industry|Military & Defense|Emergencies|Space|Sports|Society & Culture|Press Review|Photo|Video|Press Releases ||
div.cur/span 60 0 USD CBR {n}.{n}{s}|EUR CBR {n}.{n}{s}|{z}|Brent ${n}.{n}^Moscow {H}|-{s} °C|Traffic {s}/10 || div/b
40 0 Search^Enter your request^Flash""")
_VESTRA_AFTER = pool("""
ul.tags-t/li+ 70 2 Tags|Foreign policy|Emergencies Ministry|Military operation|Sanctions|Crime || div.err/span 40 0
Found a misprint? Mark it and press Ctrl+Enter^Error report sent, thank you || div.ag/small 50 0 VESTRA cannot vouch for
what is told by those whom it cites.^18+ This material is not meant for minors. || div.subs/p/h5 40 0 Our channel|Follow
us in Telegram, Zen and VK, where news comes first|Subscribe""")
_VESTRA_AMID = pool("""
Dossier|The plant at {place} was founded in {yy} and employs {k} people. It makes bearings, pumps and winding gear,
which go to {n} countries. In {yy} it was awarded the Order of Labor. || VIDEO| © VESTRA|00:{n}|Subtitles: off || Quote
of the day|“Nobody will talk to us in that tone,” the deputy speaker said.""")
_VESTRA_BOXES = pool("""
About the agency|VESTRA was set up in {yy} and has {n} bureaus at home and {n} abroad. Certificate of mass media
registration No. {k} issued on {date}, {yy} by the Press Committee. Materials may be quoted only with a hyperlink in the
first paragraph. |Some publications may contain information not intended for users under 16. || Press release|{place}
Shipyard floats out icebreaker|The hull of {k} tonnes left the slipway at {H}; the ship is to be handed over in {month}.
The company is responsible for the content of this release. || Bank of Russia rates for {date}|1 USD|{n}.{n}{n}|1
EUR|{n}.{n}{n}|10 CNY| {n}.{n}{n}|1 XDR|{n}.{n}{n} || Terminal VESTRA|News in real time for banks, ministries and
editors. Request a trial for {s} days| Login|Password|Forgot?""")


def printview(article: Article, rng: Rng, wire: Wire) -> Site:
    """A page to be printed or read as text only: addresses written out, notes on paper, rules of use, page numbers."""
    p, inserts = article.published, anywhere(rng, boxes(rng, _PRINT_AMID, "div/span|pre/span|center/b", 0, 2))
    alt = pick(rng, "[Image]|[IMG: 0041.jpg]|")
    inserts += [(0.3, node) for node in picture(caption_of(article), "Photo: Evening Mail", alt, "div")]
    if rng.random() < 0.5:
        content = tag("div", *run_on(article, rng, *inserts), label="body")
    else:
        content = tag("td", *body(article, rng, *inserts), valign="top")
    stamp = pick(rng, f"{p:%A}, {p:%B} {p.day}, {p.year}|{p.day} {p:%B %Y} {p:%H:%M}|Last Modified: {p:%Y-%m-%d}")
    story = tag(
        "div.print",
        *parts(rng, _PRINT_PAGE[4:7]),
        tag(pick(rng, "h1|h2|b|h3"), article.title, label="title"),
        tag("hr"),
        signed(article, rng, "By {}^{}, Evening Mail^Author: {}^by {}", "div"),
        by(stamp, "div"),
        *maybe(rng, 0.3, tag("div", sentence(article, 0), label="repeat")),
        content,
        *maybe(rng, 0.5, tag("div", "Story title: ", article.title, label="repeat")),
        *boxes(rng, _PRINT_NOTES, "p/small|div/span|blockquote/p|ol/li", 5, 8),
    )
    shape, heading = pick(rng, "ul/li|div/p"), "More headlines^[Index]^Also in News"
    others = feed(rng, wire, shape, heading, "HEAD^* HEAD^[NUM] HEAD^HEAD|SNIP", 5, 9)
    built = page(rng, wire, 15, *parts(rng, _PRINT_PAGE[:4]), story, others, *parts(rng, _PRINT_PAGE[7:]))
    return site("Oldmere Evening Mail", "text.eveningmail.example", "none", built, article, "print")


_PRINT_PAGE = pool("""
div/span 70 0 Text only|Low graphics version|Go to full site^Printer-friendly version^You are reading the plain version
of this page || ul/li+ 80 5 Skip to content [2]|Front Page|World|Local|Sport|Business|Letters|Weather|What's
On|Help|Access keys || form/label 60 0 Text size:|Small|Medium|Large|Contrast:|Black on white|Yellow on black|Apply ||
div/p 40 0 This browser does not support frames.^Images are off. Turn images on || div/span 70 0 Print this page|Close
window^[ Print ]|[ Close ]^« Return to article || div/b 90 0 Oldmere Evening Mail^EVENING MAIL
ONLINE^www.eveningmail.example || div/span 40 0 Sent to you by a friend. See the note below.^Section: News, page
{s}^Word count: {n}0^Printed at {H} on {date}, 2019 || div/span 80 0 Back to top|Front page|Next story^Top [T] | Home
[1] | Contact [9]^-- End of document -- || div/p 70 0 Terms: What you read here is given as it is. Neither the publisher
nor its staff answer for loss that comes of relying on it. |Page printed from text.eveningmail.example^Page {s}^1/1 ||
address/span 50 0 Oldmere Newspapers Ltd, {n} Fish Street, {place}. Registered number {k}{n}|Webmaster""")
_PRINT_AMID = pool("""
[Advertisement] || (more) || --- page 1 of {s} --- || [Continued on page {s}] || [Table not shown in text version] ||
Page 2|Evening Mail Online""")
_PRINT_NOTES = pool("""
Find this article at:|http://www.eveningmail.example/news/{k}/print || Links on this page:|[1]
http://www.eveningmail.example/|[2] http://www.eveningmail.example/corrections|[3] mailto:desk@eveningmail.example || ©
Oldmere Newspapers. For your own use only. To order copies on good paper for your colleagues or clients, ring 0800 555
0{n}. || Please think of the trees before you print. || E-mail this to a friend|Your name:|Your e-mail:| Friend's
e-mail:|Message (up to {n}0 letters):|Send|Clear|Addresses are not kept. || Reader letters on this story: {s}|“Sir -
Could someone mend the clock on the town hall? It has been twenty to four since {month}.” {name}, {place} || How to
complain|If you think that we got it wrong, write to the editor at {n} Fish Street, {place}. A correction of {date}: the
mayor's dog is a spaniel. || Tide table, {place}|High {H} {s}.{s}m|Low {H} 0.{s}m || Tonight on TV|{H} Gardeners'
Half-Hour|{H} Film: The Last Signalman ({yy})|{H} Close""")


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "pakistani": pakistani, "turkish": turkish, "kenyan": kenyan, "russian": russian, "printview": printview,
}
