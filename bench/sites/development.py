"""Invented news sites, the first half: a broadcaster, a tabloid, a blog, a paper of layout tables, an agency."""

from collections.abc import Callable

from bench.sites.development_parts import (
    STAFF,
    Insert,
    ad,
    ago,
    biography,
    chosen,
    clock,
    cookies,
    count,
    cut,
    deck,
    foreign,
    key_points,
    later,
    lines,
    maybe,
    menu,
    months,
    names,
    numbered,
    page,
    paged,
    pick,
    picture,
    player,
    run_on,
    share,
    sponsored,
    teaser,
)
from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article, Site
from bench.sites.pieces import Rng, body, caption_of, cards, comments, figure, headlines, inline, link, listed
from bench.sites.wording import Wire


def broadcaster(article: Article, rng: Rng, wire: Wire) -> Site:
    """A public broadcaster of the 2020s: class names that mean nothing, captions with words for the blind, topics."""
    p = article.published
    beat = pick(rng, "Diplomatic correspondent|NNB News, Halvenport|Senior reporter|Home affairs editor|NNB Monitoring")
    top: list[Node] = [
        tag("div", tag("span", link("Skip to content")), tag("span", link("Accessibility Help")), id="orb-skip"),
        *maybe(rng, 0.6, cookies(rng)),
        tag("header", link("NNB Homepage"), menu(rng, "Sign in|Notifications|Home|News|Sport|Weather|iPlay|Sounds", 5)),
        tag("div.ssrcss-1x", tag("span", "Search NNB"), tag("button", "Search NNB")),
        tag("nav.ssrcss-q9", tag("h2", "NNB News"), menu(rng, _BROADCASTER_MENU, 9), tag("button", "More")),
    ]
    gone = rng.random() < 0.4
    stamp = ago(rng) if gone else f"{p.day} {p:%B %Y}"
    under: list[Node] = [
        tag("div", tag("span", f"By {names(article)}", label="byline")) if article.authors else "",
        tag("div", beat, label="byline"),
        tag("div.ssrcss-time", *maybe(rng, 0.5, tag("div", "Published")), tag("time", stamp), label="byline"),
        *maybe(rng, 0.4, tag("div", f"{rng.randint(20, 990)} Comments")),
        *maybe(rng, 0.5, tag("div", tag("div", "Related Topics"), listed(chosen(rng, _TOPICS, 1, 3)))),
        share(rng, "Share|Save|close panel|Share page|Copy link|About sharing", "list", 2),
    ]
    leads = "Read more:|More on this:|Analysis:|Live:|You may also like:"
    inserts: list[Insert] = [(0.35, teaser(rng, wire, leads, "line|list|list")), (0.5, ad(rng, "Advertisement"))]
    for number, place in ((0, 0.05), (1, 0.6), (2, 0.8)):
        credit = pick(rng, "Contour Press|NNB|Meridian Images|Ostfoto")
        found = picture(caption_of(article, number), f"Image source, {credit}", "Image caption,", "figure.ssrcss-f")
        inserts += [(place, node) for node in found]
    inserts += maybe(rng, 0.4, (0.75, player(rng, wire, full=rng.random() < 0.5)))
    story = tag(
        "article.ssrcss-pv",
        tag("header", tag("h1", article.title, label="title", id="main-heading", tabindex="-1"), *under),
        *(tag("div.ssrcss-7u", node) for node in body(article, rng, *inserts)),
        *maybe(rng, 0.5, _broadcaster_appeal(rng)),
    )
    end: list[Node] = [
        headlines(rng, wire, pick(rng, "More on this story|Related stories|Around the NNB"), 2, 5, "section.links"),
        *maybe(rng, 0.5, tag("section", tag("h2", "Related Internet Links"), listed(["Interior ministry"]), _EXTERNAL)),
        cards(rng, wire, pick(rng, "Top stories|Features & Analysis|Elsewhere on the NNB"), 2, 4, "section.promo"),
        numbered(rng, wire, "Most Read", 5, 10),
        tag("footer", menu(rng, _BROADCASTER_FOOT, 8), lines("div", f"Copyright © {p.year} NNB. {_EXTERNAL}")),
    ]
    built = page(rng, wire, 40, *top, tag("main", story, *end[:1]), *end[1:], class_="no-touch")
    return Site("NNB News", "news.nnb.example", "json-ld", built, "world-europe", not gone, bool(article.authors))


_BROADCASTER_MENU = (
    "Home|War in Orvania|Coronavirus|Climate|Video|World|Asia|UK|Business|Tech|Science|Stories|Entertainment & Arts|"
    "Health|World News TV|In Pictures|Reality Check|Newsbeat|Long Reads"
)
_BROADCASTER_FOOT = (
    "Why you can trust the NNB|Terms of Use|About the NNB|Privacy Policy|Cookies|Accessibility Help|Parental Guidance|"
    "Contact the NNB|Get Personalised Newsletters|Advertise with us|AdChoices / Do Not Sell My Info"
)
_TOPICS = "Emergency services|Terrorism|Europe|Migration|Aviation accidents and incidents|Elections|Armed forces|Crime"
_EXTERNAL = "The NNB does not answer for what other sites print. How we choose the sites that we link to."


def _broadcaster_appeal(rng: Rng) -> Tag:
    said = (
        "Were you there? Did you see what happened? If you are somewhere safe, tell us about it by emailing "
        "yourstory@nnb.example.|Please leave a telephone number if one of our reporters may call you.|"
        "WhatsApp: +00 7700 900 417|Tweet: @NNB_HaveASay|Upload pictures or video|Read our terms & conditions"
    )
    return tag("div.ssrcss-8e", *(tag("p", text) for text in chosen(rng, said, 2)))


def tabloid(article: Article, rng: Rng, wire: Wire) -> Site:
    """A mid-market tabloid online: bullets, shares, galleries, long headlines down the side, rated comments."""
    p, updated = article.published, later(article.published, rng)
    shares, views = count(rng), rng.randint(3, 999)
    top: list[Node] = [
        tag("div.masthead", link("Daily Herald Online"), inline(chosen(rng, "Home|Showbiz|Femmes|Royals|Health", 3))),
        menu(rng, _TABLOID_MENU, 8, "ul.nav-primary"),
        inline(["Latest Headlines", *chosen(rng, _TABLOID_MENU, 4, 6), "My Profile", "Logout", "Login"], " "),
        tag("div.weather", f"{p:%A, %b} {p.day} {p.year} {clock(p, last='PM|AM')} {rng.randint(2, 31)}°C"),
        ad(rng),
    ]
    role = pick(rng, " FOR THE DAILY HERALD| FOR HERALDONLINE|, CRIME REPORTER")
    about: list[Node] = [
        tag("h1", article.title, label="title"),
        key_points(article, rng, "", 2, 4) if rng.random() < 0.8 else deck(article),
        tag("p.author-section", f"By {names(article).upper()}{role}", label="byline") if article.authors else "",
        tag("p.byline-plain", f"PUBLISHED: {p:%H:%M} GMT, {p.day} {p:%B %Y}", label="byline"),
        tag("p.byline-plain", f"UPDATED: {updated:%H:%M} GMT, {updated.day} {updated:%B %Y}", label="byline"),
        share(rng, "Share|Tweet|e-mail|Pin|WhatsApp|Flip", "list"),
        lines("div.counts", f"{shares}|shares|{views}|View|comments", "div"),
    ]
    inserts: list[Insert] = [(0.3, paged(rng, wire)), (0.55, ad(rng, "Advertisement"))]
    for number, place in ((0, 0.05), (1, 0.45), (2, 0.65)):
        found = figure(caption_of(article, number), "", "div.mol-img")
        gallery = [lines("div.more", f"+{number + 3}|View gallery", "div")] if found else []
        inserts += [(place, node) for node in [*found, *gallery]]
    inserts += maybe(rng, 0.5, (0.7, teaser(rng, wire, "READ MORE:|EXCLUSIVE:|SEE ALSO:|SCROLL DOWN FOR VIDEO")))
    inserts += maybe(rng, 0.5, (0.85, player(rng, wire)))
    end: list[Node] = [
        tag("div", tag("p", "Share or comment on this article:"), tag("p", link(article.title), label="repeat")),
        *maybe(rng, 0.6, headlines(rng, wire, "Most watched News videos", 4, 8, "div.mwv")),
        sponsored(rng, pick(rng, "FROM THE WEB|You may like|Promoted Stories|Sponsored by Brainout"), 3, 6),
        _tabloid_comments(rng, wire, views),
        cards(rng, wire, "DON'T MISS", 4, 9, "div.femail", ""),
        lines("div.puff", "Site Web|Enter your search|Follow Daily Herald|Subscribe|Follow|+1|Download our iPhone app"),
        tag("div.footer", inline(["Back to top", *chosen(rng, _TABLOID_MENU, 6)]), lines("div", _TABLOID_LEGAL)),
    ]
    story = tag("div.article-text", *about, *body(article, rng, *inserts, spec="p.mol-para"))
    built = page(rng, wire, 45, *top, story, *end)
    return Site(
        "Herald Online",
        "www.heraldonline.example",
        rng.choice(("opengraph", "both")),
        built,
        "news",
        True,
        bool(article.authors),
    )


_TABLOID_MENU = (
    "Home|News|U.S.|Sport|TV&Showbiz|Australia|Femmes|Health|Science|Money|Video|Travel|Fashion|Herald Best Buys|"
    "Discounts|Columnists|Coffee Break|Games"
)
_TABLOID_LEGAL = (
    "Sitemap Archive Topics Index Mobile Apps Screensaver RSS Text-based site|"
    "Published by Halven Newspapers Ltd, part of the Daily Herald, The Herald on Sunday & Metropole Media Group|"
    "Contact us How to complain Advertise with us Contributors Work with Us Terms Privacy policy & cookies"
)


def _tabloid_comments(rng: Rng, wire: Wire, views: int) -> Tag:
    said = "The comments below have not been moderated.|The comments below have been moderated in advance."
    foot = "What is said above are the views of our users and not necessarily those of the Herald."
    order = listed(cut("Newest|Oldest|Best rated|Worst rated"))
    asked = maybe(rng, 0.5, lines("div", f"Comments {views}|Share what you think|Add your comment|View all"))
    thread = comments(rng, wire, "votes", 2, 6)
    return tag("div.reader-comments", *asked, order, tag("p", pick(rng, said)), *thread, tag("p", foot))


def blog(article: Article, rng: Rng, wire: Wire) -> Site:
    """A news blog of about 2011 on a common system: archives by month, categories with counts, a reply form."""
    p, author = article.published, names(article)
    said = rng.randint(2, 7)
    where = pick(rng, "News|World, Headlines|Breaking")
    filed = f"Posted by {author} on {p:%B} {p.day}, {p.year} in {where} · {said} Comments"
    tags = "Tags: " + ", ".join(chosen(rng, _BLOG_TAGS, 2, 6))
    inserts: list[Insert] = [*((0.05, node) for node in figure(caption_of(article), "", "div.wp-caption"))]
    inserts += maybe(rng, 0.6, (0.4, teaser(rng, wire, "Related:|Also read:|Previously:|See also:", "line|bare")))
    inserts += maybe(rng, 0.4, (0.6, ad(rng, "Advertisements")))
    inserts += [(0.8, node) for node in figure(caption_of(article, 1), "", "div.wp-caption")]
    likes = f"{rng.randint(2, 40)} bloggers like this."
    post = tag(
        "div.post.hentry",
        tag("h2.entry-title", article.title, label="title"),
        tag("div.entry-meta", filed, label="byline"),
        tag("div.entry", *body(article, rng, *inserts)),
        share(rng, "Share this:|Email|Facebook|Twitter|Print|Reddit|StumbleUpon|Digg", "list"),
        *maybe(rng, 0.5, lines("div.likes", f"Like this:|Like|Loading...|{likes}")),
        *maybe(rng, 0.6, headlines(rng, wire, pick(rng, "Related|You might also like|Similar posts"), 3, 3, "div.rel")),
        tag("p.postmetadata", tags),
        *maybe(rng, 0.5, tag("div.author-box", tag("h4", f"About {author}"), tag("p", _BLOG_ABOUT))),
        tag("div.navigation", *(tag("div", f"{a} {b}".strip()) for a, b in zip("«»", wire.headlines(rng, 2)))),
    )
    heading = f"{said} Responses to “{article.title}”" if rng.random() < 0.5 else f"{said} comments"
    note = "Your e-mail address will not be shown to anyone. Fields marked * must be filled in."
    reply = tag(
        "div.respond",
        tag("h3", pick(rng, "Leave a Reply|Leave a comment|Speak your mind|Post a Comment")),
        *maybe(rng, 0.7, tag("p", note)),
        *(tag("p", tag("label", text), tag("input", name="f")) for text in cut("Name *|Email *|Website")),
        *maybe(rng, 0.4, lines("div", f"{rng.randint(2, 9)} × = {rng.choice(('eighteen', 'twelve', '28'))}")),
        *maybe(rng, 0.5, lines("div", "Notify me of follow-up comments by email.|Notify me of new posts by email.")),
        tag("button", "Post Comment"),
    )
    thread = tag(
        "div", tag("h3", heading), tag("ol", *comments(rng, wire, "wordpress", said, said)), reply, id="comments"
    )
    follow = pick(rng, "Follow Blog via Email|Subscribe")
    counted = [f"{text} ({rng.randint(1, 300)})" for text in chosen(rng, _BLOG_TAGS, 5)]
    roll = listed(cut("The Quellin Eye|Tarsk Today|Old Harbour Notes"))
    side = tag(
        "div",
        lines("div.widget", f"Search for:|{follow}|{_BLOG_FOLLOW}|Join {rng.randint(20, 900)} other followers"),
        headlines(rng, wire, "Recent Posts", 4, 6, "li.widget"),
        tag("li.widget", tag("h2", "Archives"), listed(months(p.year, p.month, rng.randint(5, 24)))),
        tag("li.widget", tag("h2", "Categories"), listed(counted)),
        *maybe(rng, 0.6, tag("li.widget", tag("h2", "Blogroll"), roll)),
        tag("li.widget", tag("h2", "Meta"), listed(cut("Register|Log in|Entries RSS|Comments RSS|WordPile.org"))),
        id="sidebar",
    )
    head = tag(
        "div", tag("h1", link("The Brackwater Watch")), tag("p", "News they would rather you didn't read"), id="header"
    )
    foot = tag("p", "The Brackwater Watch is proudly powered by WordPile. Theme: Mistyfield by Solm.", id="footer")
    nav = listed(cut("Home|About|Contact|Advertise|Archive|Disclaimer"))
    built = page(rng, wire, rng.randint(10, 22), head, nav, tag("div", post, thread, id="content"), side, foot)
    return Site("The Brackwater Watch", "brackwaterwatch.example", "none", built, f"{p:%Y/%m}", True, bool(author))


_BLOG_TAGS = "Africa|corruption|Economy|EU|featured|justice|Media|Middle East|Opinion|police|Uncategorized|war|World"
_BLOG_ABOUT = "Writes about what happens and who gains from it. Likes long walks, short meetings and strong tea."
_BLOG_FOLLOW = "Type your e-mail address to follow this blog and hear of new posts by email."


def tables(article: Article, rng: Rng, wire: Wire) -> Site:
    """A small-town paper of about 2005: layout tables, upper-case elements, paragraphs by line breaks, no metadata."""
    p = article.published
    weather = f"{pick(rng, 'Cloudy|Partly Sunny|Rain|Fair')} {rng.randint(20, 90)}°F"
    strip = tag(
        "TD", tag("b", "The Ashgrave Sentinel-Record"), tag("br"), f"{p:%A, %B} {p.day}, {p.year}", tag("br"), weather
    )
    left = tag(
        "TD",
        *(tag("DIV", link(text)) for text in chosen(rng, _TABLES_MENU, 14)),
        tag("P", tag("b", "Subscriber Services")),
        *(tag("DIV", link(text)) for text in cut("Subscribe|Vacation Stop|Place an Ad|Contact Us")),
        lines("DIV", f"Poll|{pick(rng, _POLLS)}|Yes|No|Undecided|Vote|View Results", "DIV"),
        width="140",
        valign="top",
    )
    tools = inline(
        chosen(rng, "Printer Friendly|E-mail this story|Text Size: A A A|Discuss|Most E-mailed", 2), " | ", "DIV"
    )
    credit = f"By {names(article).upper()}" + pick(rng, ", Staff Writer|, Sentinel-Record Staff|, The Associated News|")
    inserts: list[Insert] = [(0.5, foreign(ad(rng, pick(rng, "Advertisement|- Story continues below -"))))]
    inserts += maybe(rng, 0.5, (0.3, _tables_box(rng, wire)))
    inserts += [
        (0.6, node) for node in picture(caption_of(article), "Staff photo by R. Mundt", "Click to enlarge", "DIV")
    ]
    ends = (
        f"Comments? Call the city desk at 555-01{rng.randint(10, 99)}.|On the Net: www.ashgrave-sentinel.example|"
        f"This story appeared in the {pick(rng, 'Ashgrave|Melbridge')} Sentinel-Record on page A{rng.randint(1, 9)}.|"
        "Reach the newsroom at news@ashgrave-sentinel.example."
    )
    story = tag(
        "TD",
        tag("FONT", tag("b", article.title), label="title", size="5"),
        tag("P", tag("i", credit), label="byline") if article.authors else "",
        *maybe(rng, 0.6, tag("P", f"Published: {p:%A, %B} {p.day}, {p.year} {clock(p)} CST", label="byline")),
        *maybe(rng, 0.8, tools),
        tag("DIV", *run_on(article, rng, *inserts), label="body", id="Content1_lblStory"),
        *(tag("P", tag("i", text)) for text in chosen(rng, ends, 0, 2)),
        lines("P", f"Copyright {p.year} The Ashgrave Sentinel-Record. {_TABLES_LEGAL}", "DIV"),
        valign="top",
    )
    right = tag(
        "TD",
        ad(rng, "ADVERTISEMENT"),
        tag("P", tag("b", "TOP JOBS")),
        *(tag("DIV", link(text)) for text in chosen(rng, _TABLES_JOBS, 2)),
        tag("P", tag("b", pick(rng, "OTHER STORIES|Today's Headlines|Latest AN News"))),
        *(tag("DIV", "• ", link(text)) for text in wire.headlines(rng, rng.randint(4, 8))),
        width="180",
    )
    rows = [tag("TABLE", tag("TR", strip)), tag("TABLE", tag("TR", left, story, right), border="0", cellpadding="4")]
    foot = tag("CENTER", inline(cut("Home|News|Sports|Classifieds|Homes|Cars|Privacy Policy|Terms of Service"), " | "))
    built = page(rng, wire, rng.randint(12, 22), *rows, foot, bgcolor="#ffffff")
    return Site(_TABLES_NAME, "www.ashgrave-sentinel.example", "none", built, "local", True, bool(article.authors))


_TABLES_NAME = "The Ashgrave Sentinel-Record"
_TABLES_MENU = (
    "Front Page|Local|State|Nation/World|Sports|High School|Obituaries|Opinion|Letters|Business|Farm|Life|Weddings|"
    "Church News|Comics|Crossword|TV Listings|Movie Times|Lottery|Horoscope|Weather|Archives|Classifieds|Help Wanted"
)
_TABLES_JOBS = "CNA/LPN: Quiet Meadows Care Center|DRIVERS: Home Weekends!|MECHANIC: Imber Implement|COOK: apply within"
_TABLES_LEGAL = (
    "All rights reserved. Nothing on this page may be printed, broadcast, rewritten or passed on without permission."
)
_POLLS = "Should the county build a new jail?|Will you travel over the holiday?|Is the downtown parking fee too high?"


def _tables_box(rng: Rng, wire: Wire) -> Tag:
    found = [tag("DIV", link(text)) for text in wire.headlines(rng, rng.randint(1, 3))]
    return tag("TABLE", tag("TR", tag("TD", tag("b", "Related Stories"), *found)), label="furniture", align="right")


def agency(article: Article, rng: Rng, wire: Wire) -> Site:
    """An international agency's own page: minutes to read, credits of editors under the text, standards, slideshows."""
    p, updated = article.published, later(article.published, rng, 9)
    old = rng.random() < 0.5
    kind = pick(rng, "World News|Aerospace and Defense|Big Story 10|Cyclical Consumer Goods|Europe|Emerging Markets")
    if old:
        stamps = [
            f"{p:%B} {p.day}, {p.year} / {clock(p)} / {pick(rng, 'Updated ' + ago(rng) + '|a year ago|in 2 hours')}"
        ]
    else:
        stamps = [
            f"{p:%B} {p.day}, {p.year}{clock(p)} GMT+1",
            f"Last Updated {updated:%B} {updated.day}, {updated.year}",
        ]
    top: list[Node] = [
        tag("header", *maybe(rng, 0.6, tag("p", link("Exclusive news and data for professionals"))), link("Meridian")),
        menu(rng, _AGENCY_MENU, 6, "nav"),
        *maybe(rng, 0.5, menu(rng, "My View|Following|Saved|Sign In|Register", 3)),
        *maybe(rng, 0.4, lines("div", "Discover our coverage of shipping|Directory of sites|Login|Contact|Support")),
    ]
    crew = cut(STAFF)
    by, edited = rng.choice(crew), " and ".join(rng.sample(crew, 2))
    credit = pick(rng, "Reporting by {0}; Editing by {2}|Reporting By {0}; writing by {1}; editing by {2}")
    inserts: list[Insert] = []
    inserts += [(0.05, node) for node in figure(caption_of(article), f"MERIDIAN/{by}", "div.slideshow")]
    inserts += maybe(rng, 0.4, (0.1, tag("div", link(f"Slideshow ({rng.randint(2, 9)} images)"), label="furniture")))
    inserts += maybe(rng, 0.5, (0.3, lines("div.reg", "Register now for FREE unlimited access to Meridian|Register")))
    inserts += maybe(rng, 0.4, (0.5, ad(rng, "Advertisement · Scroll to continue")))
    inserts += maybe(rng, 0.3, (0.5, headlines(rng, wire, "Also In " + kind, 2, 4, "div.rel")))
    story = tag(
        "div.StandardArticle",
        tag("div", link(kind)) if old else inline(["World", kind], " "),
        tag("h1", article.title, label="title"),
        tag("div", f"By {names(article, ', ')}", label="byline") if article.authors and rng.random() < 0.8 else "",
        *(tag("div", text, label="byline") for text in stamps),
        tag("div", f"{rng.randint(2, 6)} Min Read" if old else f"{rng.randint(2, 6)} minute read"),
        share(rng, "Share|Tweet|Aa|Print|LinkedIn|Email|Pocket", "glued", 2),
        tag("div.body", *body(article, rng, *inserts)),
        tag("p.attribution", credit.format(names(article), by, edited), label="byline"),
        tag("p.trust", "Our Standards: ", link(pick(rng, "The Meridian Trust Principles.|Rules of the Newsroom"))),
        *maybe(rng, 0.4, lines("div", "Acquire Licensing Rights, opens new tab|Share|X|Facebook|Linkedin|Email|Link")),
    )
    end: list[Node] = [
        *maybe(rng, 0.5, lines("div.bio", f"{edited}|{biography(rng)}")),
        headlines(rng, wire, pick(rng, "Next In World News|Read Next|More From Meridian|Trending Stories"), 3, 6),
        *maybe(rng, 0.5, sponsored(rng, "Sponsored Topics", 3, 5)),
        tag("footer", menu(rng, _AGENCY_FOOT, 10), lines("div", f"{_AGENCY_LEGAL}|© {p.year} Meridian.")),
    ]
    built = page(rng, wire, rng.randint(25, 55), *top, story, *end)
    stated = rng.choice(("both", "json-ld"))
    return Site("Meridian", "www.meridian.example", stated, built, "article", True, bool(article.authors))


_AGENCY_MENU = (
    "World|Business|Markets|Sustainability|Legal|Breakingviews|Technology|Investigations|Sports|Science|Lifestyle|Politics|"
    "Money|Life|Pictures|Video|More"
)
_AGENCY_FOOT = (
    "Apps|Newsletters|Advertise with Us|Advertising Guidelines|Cookies|Terms of Use|Privacy|Digital Accessibility|"
    "Corrections|Site Feedback|Careers|Media Center|Browse|Latest|About Meridian|How to Quote Us"
)
_AGENCY_LEGAL = (
    "Meridian is the news and pictures arm of the Meridian Group and serves newsrooms in ninety countries.|"
    "Prices are at least 15 minutes old. Which markets are shown, and how late, is listed here."
)


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "broadcaster": broadcaster,
    "tabloid": tabloid,
    "blog": blog,
    "tables": tables,
    "agency": agency,
}
