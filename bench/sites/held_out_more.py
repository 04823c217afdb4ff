"""Invented sites to measure on, the second half, and what both halves share: a notation for furniture, and noise."""

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench.sites.markup import Node, Tag, tag, to_html
from bench.sites.page import Article, Site
from bench.sites.pieces import body, caption_of, figure, inline, link, some
from bench.sites.wording import Wire

Rng = random.Random
Wrap = Callable[[str, int], list[Node]]

_RANGE = re.compile(r"<(\d+)-(\d+)>")
_ADVERTS = """
Dentists stunned: the 30-second habit that replaces flossing | SmileSage
Born before 1969? You may be owed a new roof this year | HomeFundly
He opened the shed of his late father. Nobody expected what stood there | Wonderpile
The most comfortable winter boots ever made, now 60% off | Nordstep
Unsold campers in Brackwater are almost being given away | Camper Deals | Search Ads
Cardiologist: too much belly fat? Do this before bed | VitaKern
If you own a computer you must try this game. No install needed. | Raid of Empires
23 actors who were born in the wrong decade | StarTattle
New hearing aid from Kasteln is taking the country by storm | hear-better.example
Do not renew your car insurance before you read this | Quotely
One cup a day and your joints will thank you | Dr. Lund's Blog
Villas with sea view: the prices might surprise you | Villas | Sponsored Searches
"""
_COMMENTS = """
I have lived here for forty years and I have never seen anything like it. What are we paying our taxes for? Not one \
person will lose their job over this, mark my words.
May God comfort the families. Amen.
Wrong headline. Read your own article, it says nothing of the kind in the text.
Both sides are as bad as each other, and ordinary people pay the price as always. My cousin works near the place and \
she says the papers have only told half of it.
lol
The reporter could have asked the one question that everybody here is asking: who signed the papers?
This is exactly what was warned about in 2011. Nobody listened then and nobody will listen now.
@Phil C you clearly did not read past the first line.
Good. About time.
Why is this news? Meanwhile the road outside my house has not been repaired since the last election.
Propaganda from start to finish. Cancel my subscription.
Thank you for covering this when the big channels will not.
"""
_NAMES = ("Gulshan R.", "Obinna", "marko_bg", "Sue from Lindmoor", "TexMex", "Abu Yusuf", "real_talk", "Ana P.")


def cut(text: str) -> list[str]:
    """The parts between bars."""
    return [part.strip() for part in text.split("|")]


@dataclass(frozen=True)
class Sheet:
    """Writes furniture from a notation of one element a line, by chance where the notation leaves room.

    ``? `` in front: half of the time; ``& ``: with the row before. `` // `` parts alternatives, ``<3-90>`` a number.
    Then ``# `` is a title, ``* `` most of a list of links, ``> `` links on one line, ``= `` buttons, ``@ 4`` headlines
    of other stories, ``@@ 4`` the same with a sentence each, ``$ 4`` paid teasers. All else is a line of text.
    """

    rng: Rng
    wire: Wire
    line: str = "p"
    rows: tuple[str, str] = ("ul", "li")
    heading: str = "h3"

    def __call__(self, spec: str, text: str) -> Tag:
        """The element of that kind with everything that the notation puts into it."""
        found: list[Node] = []
        stands = True
        for row in filter(None, map(str.strip, text.splitlines())):
            if not row.startswith("& "):
                stands = not row.startswith("? ") or self.rng.random() < 0.5
            if stands:
                chosen = self.rng.choice(row.removeprefix("? ").removeprefix("& ").split(" // ")).strip()
                found.append(self._element(_RANGE.sub(self._number, chosen)))
        return tag(spec, *found)

    def listed(self, texts: Sequence[str], spec: str = "") -> Tag:
        """Links, one a row."""
        return tag(spec or self.rows[0], *(tag(self.rows[1], link(text)) for text in texts))

    def headlines(self, count: int) -> Tag:
        """Headlines of other stories."""
        return self.listed(self.wire.headlines(self.rng, count))

    def cards(self, count: int) -> Tag:
        """Headlines of other stories with a sentence each, at most as many as the wire has."""
        stories = []
        for headline, text in zip(self.wire.headlines(self.rng, count), self.wire.sentences(self.rng, count)):
            stories.append(tag("div.card", tag(self.heading, link(headline)), tag(self.line, text)))
        return tag("div.cards", *stories)

    def said(self, least: int, most: int) -> list[tuple[str, str]]:
        """Readers' names and what they say."""
        texts = self.rng.sample([*self.wire.comments, *_COMMENTS.strip().splitlines()], self.rng.randint(least, most))
        return [(self.rng.choice([*self.wire.readers, *_NAMES]), text) for text in texts]

    def _number(self, found: re.Match[str]) -> str:
        return f"{self.rng.randint(int(found[1]), int(found[2])):,}"

    def _element(self, row: str) -> Tag:
        sign, _, text = row.partition(" ")
        if sign == "#":
            return tag(self.heading, text)
        if sign == "*":
            return self.listed(some(self.rng, cut(text), len(cut(text)) * 2 // 3, len(cut(text))))
        if sign == ">":
            return inline(cut(text), self.rng.choice((" ", " | ", " ")))
        if sign == "=":
            inner = self.rng.choice(("span", "div"))
            return tag("div.buttons", *(tag(inner, tag("button", label), " ") for label in cut(text)))
        if sign == "@":
            return self.headlines(int(text))
        if sign == "@@":
            return self.cards(int(text))
        if sign == "$":
            shown = [row.split(" | ", 1) for row in self.rng.sample(_ADVERTS.strip().splitlines(), int(text))]
            return tag("div", *(tag("div.ad", tag("div", title), tag("div.brand", brand)) for title, brand in shown))
        return tag(self.line, row)


def woven(article: Article, gap: int, inserts: Sequence[Node], wrap: Wrap) -> list[Node]:
    """The paragraphs as ``wrap`` writes text and number, one insert after every ``gap`` of them while some remain."""
    result: list[Node] = []
    waiting = list(inserts)
    for number, text in enumerate(article.paragraphs, start=1):
        result += wrap(text, number)
        if waiting and number % gap == 0 and number < len(article.paragraphs):
            result.append(waiting.pop(0))
    return result


def paragraph(spec: str = "p", inner: str = "", first: str = "") -> Wrap:
    """For ``woven``: each paragraph an element, perhaps with another inside."""

    def wrapped(text: str, number: int) -> list[Node]:
        within = inner or (first if number == 1 else "")
        return [tag(spec, tag(within, text) if within else text, label="body")]

    return wrapped


def gist(article: Article, number: int = 0, most: int = 30) -> str:
    """The beginning of a paragraph, as sites make decks and key points of it."""
    text = article.paragraphs[number % len(article.paragraphs)]
    words = text.split(". ")[0].split() or text.split()
    end = "…" if len(words) > most else "" if words[-1].endswith((".", "?", "!")) else "."
    return " ".join(words[:most]) + end


def signature(article: Article, none: str, between: str = " and ") -> str:
    """The authors as a byline gives them, or what the site prints if there are none."""
    return between.join(article.authors) or none


def clock(moment: datetime, pattern: str = "%I:%M %p") -> str:
    """The time of day without a zero in front."""
    return moment.strftime(pattern).removeprefix("0")


def after(moment: datetime, rng: Rng, least: int = 1, most: int = 30) -> datetime:
    """Some hours later."""
    return moment + timedelta(minutes=rng.randint(least * 60, most * 60))


def maybe(rng: Rng, chance: float, *nodes: Node) -> list[Node]:
    """The nodes or nothing."""
    return list(nodes) if rng.random() < chance else []


def noise(rng: Rng, wire: Wire, least: int, most: int) -> list[Node]:
    """Scripts, styles and drawings of so many kilobytes, none of them visible."""
    result: list[Node] = []
    size, enough = 0, rng.randint(least, most) * 1024
    while size < enough:
        result.append(rng.choice((_styles, _slots, _state, _drawings))(rng, wire))
        size += len(to_html(result[-1]))
    return result


def _styles(rng: Rng, wire: Wire) -> Tag:
    rules = [
        f".css-{rng.getrandbits(28):x}{{display:{rng.choice(('flex', 'grid'))};margin:0 {rng.randint(0, 32)}px "
        f"{rng.randint(0, 32)}px;color:#{rng.getrandbits(24):06x}}}"
        for _ in range(rng.randint(6, 16))
    ]
    return tag("style", "".join(rules), data_emotion="css")


def _slots(rng: Rng, wire: Wire) -> Tag:
    slots = [{"code": f"/{rng.randint(10**6, 10**7)}/{n}", "sizes": [[300, 250], [728, 90]]} for n in range(5)]
    return tag("script", f"var adq=adq||[];adq.push(function(){{init({json.dumps(slots)});if(a<b&&c>d)run('<div>')}});")


def _state(rng: Rng, wire: Wire) -> Tag:
    stories = [{"id": f"{rng.getrandbits(40):x}", "h": text} for text in wire.headlines(rng, rng.randint(3, 8))]
    return tag("script", "window.__widgets=" + json.dumps({"rail": stories, "ttl": rng.randint(30, 900)}) + ";")


def _drawings(rng: Rng, wire: Wire) -> Tag:
    paths = [
        "M" + "L".join(f"{rng.uniform(0, 48):.3f} {rng.uniform(0, 48):.3f}" for _ in range(rng.randint(10, 30)))
        for _ in range(rng.randint(2, 6))
    ]
    symbols = [tag("symbol", tag("path", d=path), id=f"i{n}", viewBox="0 0 48 48") for n, path in enumerate(paths)]
    return tag("svg", *symbols, xmlns="http://www.w3.org/2000/svg", style="display:none")


def balkan_portal(article: Article, rng: Rng, wire: Wire) -> Site:
    """A portal of nested div elements: source line, exchange rates, comments that can be recommended."""
    moment = article.published
    seen = after(moment, rng, 30, 300)
    sheet = Sheet(rng, wire, "div", ("div", "div"), "div.h")
    source = rng.choice(("Source: {}", "Author: {}", "{}")).format(signature(article, "Beta-Orv", ", "))
    inserts: list[Node] = [
        sheet("div.see", "See also: // Related news // Read also\n@ 1 // @ 2 // @ 3"),
        sheet("div.viber", """Follow us on Viber: the most important news, without noise // Download our app for \
            Android and iPhone // Follow us on Facebook and Instagram, join our Viber community"""),
    ]  # fmt: skip
    notes: list[Node] = []
    for number, (name, text) in enumerate(sheet.said(0, 6), start=1):
        at = after(moment, rng)
        head = tag("div.c-head", tag("div", name), tag("div", f"{at.day}. {at:%B %Y. %H:%M}"))
        notes.append(tag("div.c", tag("div", f"# {number}"), head, tag("div.c-text", text)))
        notes.append(sheet("div.c-foot", "> Reply\nRecommend: <0-90>\n<0-30>"))
    ticker = [
        tag("div.tab", *(tag("div", tag("div", f"{after(moment, rng):%H:%M}"), tag("div", link(text)))
                         for text in wire.headlines(rng, rng.randint(4, 7)))) for _ in range(2)
    ]  # fmt: skip
    date = f"{moment:%A}, {moment.day}.{moment.month}.{moment.year}. | {moment:%H:%M}"
    credit = rng.choice(("Foto: Tanor/M. Petrik", "(Photo: Tanor)", "Depositphotos/kalin"))
    main = tag(
        "div.main",
        sheet("div.kicker", "World // Region // Politics"),
        tag("div.title", tag("h1", article.title), label="title"),
        *maybe(rng, 0.7, tag("div.lead", gist(article, 0, 40), label="repeat")),
        tag("div.info", tag("div", source), tag("div", date), label="byline"),
        sheet("div.share", "<0-400>\nShares\n> Comments | Print | Send"),
        *figure(caption_of(article), credit, "div.img"),
        tag("div.text", *woven(article, rng.randint(2, 5), inserts, paragraph("div"))),
        *(node for number in (1, 2) for node in figure(caption_of(article, number), "(Photo: Tanor)", "div.img")),
        sheet("div.tags", "Tags:\n* Security | Orvania | EU | Army | News\nFollow us on Google News"),
        tag("div.comments", tag("div", f"Comments {len(notes) // 2}"), link("Send a comment"), *notes),
        sheet("div.rules", """Comments are published after moderation. Comments that contain insults, threats, hate \
            speech or material that is not related to the topic will not be published. The views expressed are those \
            of their authors.
            ? > See all comments"""),
        sheet("div.more", "Region // More from the section\n@@ 2 // @@ 3 // @@ 4"),
    )  # fmt: skip
    page: list[Node] = [
        sheet("div.top", f"""{seen:%A}, {seen.day}.{seen.month}.{seen.year}.
            EUR 117.<10-99> · USD 10<1-9>.<10-99> · CHF 11<1-9>.<10-99>
            ? Novo Brezno <1-36>°C // Kasteln -<1-9>°C"""),
        sheet("div.nav", "* Home | Info | Politics | Region | World | Crime | Business | Sport | Culture | Blogs"),
        *noise(rng, wire, 8, 20),
        tag("div.wrap", main, tag("div.side", sheet("div.tabs", "Latest\nMost read"), *ticker)),
        sheet("div.midas", "Recommended // Partners // Marketing\n$ 2 // $ 3 // $ 4"),
        *noise(rng, wire, 4, 12),
        sheet("div.foot", """> About us | Imprint | Marketing | Terms of use | Privacy | Contact | RSS
            Adrion Portal is not responsible for the content of external pages. © 2004-2024 Adrion Media d.o.o."""),
        sheet("div.gdpr", """We value your privacy
            We and our <200-900> partners store and access information on a device, such as unique identifiers in \
            cookies, to process personal data.
            = More options | Agree"""),
    ]  # fmt: skip
    kind, signed = rng.choice(("opengraph", "none")), bool(article.authors)
    return Site("Adrion Portal", "www.adrion-portal.rs", kind, tag("body", *page), "world", signed=signed)


def relief_page(article: Article, rng: Rng, wire: Wire) -> Site:
    """A charity's update: filing facts in a table, an appeal amid the text, notes for the press, no author."""
    day = f"{article.published.day} {article.published:%b %Y}"
    sheet = Sheet(rng, wire)
    appeal = sheet("div.give-inline", """
        # Help is running out // You can help today // Families are waiting
        £<10-30> could give a family a hygiene kit, two blankets and a lamp. Every gift counts, and every hour does.
        = Donate now
        ? = £10 | £30 | £75 | Other""")  # fmt: skip
    facts = {
        "Country": rng.choice(("Orvania", "Mirelia", "Orvania + 2 more")),
        "Theme": "Shelter and Non-Food Items",
        "Format": rng.choice(("News and Press Release", "Situation Report")),
        "Language": "English",
    }
    filing = tag("table.filing", *(tag("tr", tag("th", key), tag("td", link(value))) for key, value in facts.items()))
    pairs = {"Posted": day, "Originally published": day}
    terms = [node for key, value in pairs.items() for node in (tag("dt", key), tag("dd", value))]
    inserts = [appeal, *figure(caption_of(article, 1), rng.choice(("© S&S", "(Photo: J. Abara / Shelter & Seed)")))]
    text = woven(article, rng.randint(2, 4), inserts, paragraph("p", rng.choice(("", "span"))))
    press = sheet("div.notes", """
        # Notes to editors // For the media // Contact
        Spokespeople are available for interview in English, French and Arabic.
        For more information or to arrange an interview, please contact Bea Ransome, press@shelterandseed.example, or \
        the out-of-hours line on +44 (0)20 5550 0143.
        ? Photographs and footage may be downloaded from our content hub. Please credit Shelter & Seed.
        ? # About Shelter & Seed
        Shelter & Seed works with communities in 31 countries to find safety, grow food and rebuild after disaster. \
        We are independent of governments and impartial in whom we help.""")  # fmt: skip
    page: list[Node] = [
        sheet("div.cookie", """This site uses cookies to keep it running and, if you agree, to show us what visitors \
            find useful.
            = Accept all | Only what is needed"""),
        sheet("header", """> Shelter & Seed
            * Who we are | What we do | Where we work | Emergencies | Get involved | Latest | Shop gifts | Search | \
            Donate
            > Home | Latest | News"""),
        tag("h1", article.title, label="title"),
        tag("dl", *terms, label="byline"),
        *noise(rng, wire, 7, 12),
        *figure(caption_of(article), rng.choice(("© Shelter & Seed", "(Shelter & Seed)")), "div.hero"),
        tag("div.field.field--body", *text),
        *maybe(rng, 0.4, tag("p", "ENDS")),
        sheet("div.files", "? > View original\n? # Attachments\n& Download report (PDF | <180-900>.41 KB)"),
        *maybe(rng, 0.8, press),
        tag("aside", tag("h2", "Report details"), filing),
        sheet("section.related", "# Related content // More on this\n@@ 3 // @@ 4 // @@ 5\n> View all updates"),
        *noise(rng, wire, 4, 12),
        sheet("section.signup", """# Stay in touch
            Stories of hope, and how your support helps, once a month in your inbox.
            First name
            Email address*
            = Sign me up
            You can unsubscribe at any time. // We will never sell your details.
            > Facebook | X | Instagram | YouTube | LinkedIn"""),
        sheet("footer", f"""* Contact us | Jobs | Safeguarding | Accessibility | Privacy notice | Fundraising promise \
            | Site map
            Registered charity in Lindmoor (204417) and Quellin (SC 031190). A company limited by guarantee.
            © Shelter & Seed {article.published.year + 1}. All rights reserved."""),
    ]  # fmt: skip
    return Site("Shelter & Seed", "www.shelterandseed.org", "none", tag("body", *page), "latest", signed=False)


def reprint_hub(article: Article, rng: Rng, wire: Wire) -> Site:
    """A portal that prints other papers' articles: "story continues", paid teasers, an endless feed."""
    moment = article.published
    sheet = Sheet(rng, wire)
    paper = rng.choice(("Veldmar Courier", "Dunmere Post", "The Melbridge Star"))
    advert = rng.choice(("Advertisement", "Advertisement - story continues below", "ADVERTISEMENT"))
    inserts: list[Node] = [tag("div.readmore", tag("button", "Story continues")), tag("div.ad", advert)]
    inserts += [sheet("div.upnext", "? Up next\n& @@ 1\n& Watch • 1:<10-59>"), tag("div.ad", advert)]
    for number in (1, 2):
        inserts += figure(caption_of(article, number), rng.choice(("", f"(Provided by {paper})")))
    rng.shuffle(inserts)
    shares = [((number + 1) / (len(inserts) + 1), node) for number, node in enumerate(inserts)]
    signed = signature(article, "Staff", ", ") + rng.choice(("", f", {paper}"))
    date = f"{moment:%a, %B} {moment.day}, {moment.year} at {clock(moment)} GMT · {rng.randint(2, 9)} min read"
    data = json.dumps({"headline": article.title, "body": [{"t": "p", "c": text} for text in article.paragraphs]})
    origin = rng.choice(("This article originally appeared on {}: {}", "Read the original article on {}."))
    story = tag(
        "article",
        tag("div.provider", tag("img", src="/p/logo.png", alt=paper), link(paper), label="byline"),
        tag("h1", article.title, label="title"),
        tag("div.attr", tag("div.author", signed), tag("time", date), label="byline"),
        sheet("div.tools", "? = Add to bookmarks | <2-900>\n? Link copied\n? > Read full article"),
        *figure(caption_of(article), ""),
        tag("div.caas-body", *body(article, rng, *shares)),
        *maybe(rng, 0.7, tag("p.origin", origin.format(paper, article.title), label="byline")),
        sheet("div.end", """? Newsloop may receive a commission from purchases made through links in this article. \
            Pricing and availability are subject to change.
            = View comments (<3-1400>) // = View comments // = Comments"""),
    )  # fmt: skip
    page: list[Node] = [
        sheet("div.skip", "> Skip to navigation\n> Skip to main content\n> Skip to right column"),
        sheet("header", """> Home | Mail | News | Finance | Sports | Entertainment | Search | Shopping | More...
            Newsloop
            ? Search query
            > Sign in
            ? Sign in to view your mail"""),
        sheet("nav", "* News | Today's news | US | Politics | World | Weather | Climate | Health | Originals"),
        sheet("div.quotes", """? Q&P 500 Futures <3000-5900>.<10-99> +0.<10-99>%
            ? Dunmere 30 <20000-39000>.<10-99> -0.<10-99>%
            ? Brent Crude <50-99>.<10-99> -1.<10-99>%"""),
        *noise(rng, wire, 10, 22),
        tag("script", data.replace("</", "<\\/"), id="__NEXT_DATA__", type="application/json"),
        *maybe(rng, 0.5, tag("div.notice", "Scroll back up to restore default view.")),
        tag("main", story),
        sheet("div.taboola", "Sponsored content // You May Like // More from our partners\n$ 3 // $ 5 // $ 7"),
        sheet("div.video", "? # Trending videos // # Watch next\n& 0:<10-59>\n& @ 2 // @ 3\n& <1-4>:<10-59>\n& @ 1"),
        sheet("div.stream", "# More for you // # Recommended Stories // # Latest Stories\n@@ 5 // @@ 7 // @@ 9"),
        *noise(rng, wire, 6, 18),
        sheet("footer", f"""> Terms | Privacy & cookies | Your privacy choices | About our ads | Careers | Help | \
            Feedback
            © {moment.year + 1} Newsloop. All rights reserved."""),
    ]  # fmt: skip
    return Site("Newsloop", "www.newsloop.com", "json-ld", tag("body", *page), "news", signed=bool(article.authors))


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "balkan portal": balkan_portal,
    "relief page": relief_page,
    "reprint hub": reprint_hub,
}
