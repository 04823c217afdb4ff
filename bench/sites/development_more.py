"""Invented news sites, the second half: three dailies, a state agency, a live page, a forum, a portal."""

from collections.abc import Callable
from datetime import timedelta

from bench.sites.development_parts import (
    STAFF,
    Insert,
    ad,
    ago,
    biography,
    by,
    chosen,
    clock,
    cookies,
    count,
    cut,
    deck,
    drop_cap,
    duration,
    foreign,
    key_points,
    later,
    lines,
    maybe,
    menu,
    names,
    numbered,
    page,
    paged,
    pick,
    picture,
    player,
    run_on,
    sentence,
    share,
    signup,
    sponsored,
    teaser,
)
from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article, Metadata, Site
from bench.sites.pieces import Rng, body, caption_of, cards, comments, figure, headlines, inline, link, listed
from bench.sites.wording import Wire

# A part of a page a line:
# fmt: off


def gulf(article: Article, rng: Rng, wire: Wire) -> Site:
    """An English daily of the Gulf: prayer times, gold prices, languages, a deck, teasers within the text."""
    p, updated, today = article.published, later(article.published, rng), later(article.published, rng, 900)
    prayers = [f" {name} {hour}:{rng.randint(10, 59)}" for name, hour in zip(cut("Fajr|Dhuhr|Asr|Isha"), (5, 12, 3, 7))]
    gold = f"Gold/Forex|24K {rng.randint(150, 290)}.50|22K {rng.randint(140, 270)}.25|{rng.randint(19, 43)}°C"
    top: list[Node] = [
        lines("div.topbar", f"{today:%A, %B} {today.day}, {today.year}|{gold}", "div"),
        *maybe(rng, 0.5, tag("div", "Prayer Timings", *(tag("span", text) for text in prayers))),
        inline(chosen(rng, "العربية|English|Français|فارسی|മലയാളം|اردو", 2)),
        menu(rng, "UAM|Gulf|World|Business|Opinion|Sports|Jobs|Property|Friday|Videos|Parenting|Visas|E-paper", 8),
        inline(["Home", pick(rng, "World|Gulf|Mena"), pick(rng, "Crime|Levant|Africa|Europe")], " / "),
    ]
    leads = "Also read:|READ MORE|Read also|Check this out:|RELATED READS"
    channel = "Get the latest news on WhatsApp|Follow our channel|Click here to join"
    inserts: list[Insert] = [(0.3, teaser(rng, wire, leads, "line|lines|list|bare")), (0.5, ad(rng, "Advertising"))]
    inserts += [(0.1, node) for node in figure(caption_of(article), f"(Image Credit: {pick(rng, 'Supplied|File')})")]
    inserts += [(0.7, node) for node in figure(caption_of(article, 1), "(AFA)")]
    inserts += maybe(rng, 0.5, (0.75, lines("div.wa", channel)))
    tags = [node for text in chosen(rng, "Police|UAM|Flights|Weather|Courts", 2) for node in (link(text), " ")]
    story = tag(
        "div.story-block",
        tag("div.kicker", pick(rng, "World|Mena|Gulf|Incidents")),
        tag("h1", article.title, label="title"),
        *maybe(rng, 0.7, deck(article, "h2.sub")),
        by(f"Published: {p:%B} {p.day:02}, {p.year} {p:%H:%M}"),
        *maybe(rng, 0.6, by(f"Last updated: {updated:%B} {updated.day:02}, {updated.year} {updated:%H:%M}")),
        by(names(article, ", ") + pick(rng, "|, Staff Reporter|, Senior Editor|, Correspondent")),
        share(rng, "Share on Facebook|Share on Twitter|WhatsApp|Print|A-|A|A+|Text size", "list"),
        by(pick(rng, "Sahrat City:|Dubhara:|Port Jamila —"), "p.dateline"),
        *body(article, rng, *inserts),
        *maybe(rng, 0.5, by(pick(rng, "- With inputs from agencies|— Agencies|(With agency inputs)"))),
        *maybe(rng, 0.7, tag("div", "TAGS: ", *tags)),
    )
    pitch = "The latest news and views, straight to your inbox every morning"
    end: list[Node] = [
        headlines(rng, wire, pick(rng, "Trending|More From Mena|Also In This Package"), 3, 6),
        signup(rng, "Sign up for the Daily Briefing", pitch, "Sign up"),
        *maybe(rng, 0.6, sponsored(rng, "You May Like", 2, 4)),
        lines("footer", "Network Links|Careers|Find us on Social|Our app|Turn on notifications?|Allow|Not now"),
        lines("footer", f"© Al Sahra Publishing LLC {today.year}. All rights reserved."),
    ]
    built = page(rng, wire, rng.randint(22, 40), *top, story, *end)
    return _site("Sahra News", "sahranews.example", rng.choice(("both", "opengraph")), built, article)


def westafrican(article: Article, rng: Rng, wire: Wire) -> Site:
    """A West African daily: appeals to share, bold teasers, advertisements everywhere, paragraphs as div."""
    p, today = article.published, later(article.published, rng, 3000)
    top: list[Node] = [
        tag("div", f"{today:%A, %d %B %Y}"),
        menu(rng, "Home|News|Featured|Politics|Sport|Metro Plus|Business|Health|Columns|Opinion|Jobs", 8),
        tag("div", tag("b", "Breaking News"), " ", link(wire.headlines(rng, 1)[0])),
        ad(rng),
    ]
    leads = "READ ALSO:|Also Read:|READ ALSO|Related News|Check also|JUST IN:"
    label = rng.choice(("", "Advertisement"))
    inserts: list[Insert] = [(place, ad(rng, label)) for place in (0.1, 0.3, 0.5, 0.7, 0.9)]
    inserts += [(place, teaser(rng, wire, leads, "line|bare|list|lines")) for place in (0.2, 0.6)]
    inserts += maybe(rng, 0.5, (0.4, lines("div", "Join our WhatsApp Channel for latest updates|Click here", "div")))
    inserts += [(0.1, node) for node in figure(caption_of(article), f"({pick(rng, 'NAP|File|Photo: X')})", "div.wp")]
    inserts += [(0.8, node) for node in figure(caption_of(article, 1), "", "div.wp")]
    story = tag(
        "div.post-content",
        tag("h1.post-title", article.title, label="title"),
        by(f"{p.day}{_ordinal(p.day)} {p:%B} {p.year}", "div.meta"),
        share(rng, "Facebook|Twitter|WhatsApp|Telegram|LinkedIn|Email|Share", "glued"),
        by(pick(rng, "|By ") + names(article, ", ") + pick(rng, "||, Abukara"), "div") if article.authors else "",
        *body(article, rng, *inserts, spec="div"),
        *(tag("p", text) for text in chosen(rng, _BEACON_APPEAL, 2, 6)),
    )
    beside = zip(cut("Previous article|Next article"), wire.headlines(rng, 2))
    form = "LEAVE A REPLY|Please enter your comment!|Please enter your name here|Save my name in this browser"
    talk = tag("div", tag("p", f"{rng.randint(0, 30)} Comments"), *comments(rng, wire, "flat", 1, 4), id="thread")
    end: list[Node] = [
        *maybe(rng, 0.6, tag("div.author", by(names(article), "h4"), tag("p", biography(rng)))),
        tag("div", *(tag("div", tag("small", where), tag("p", text)) for where, text in beside)),
        headlines(rng, wire, pick(rng, "Top News|Latest News|RELATED ARTICLES|MORE FROM AUTHOR"), 4, 8),
        *maybe(rng, 0.6, talk),
        *maybe(rng, 0.5, lines("div", form)),
        numbered(rng, wire, pick(rng, "Most Read|Popular|Trending Now"), 4, 6, apart=False),
        lines("footer", f"About Us|Privacy Policy|Beacon Place, 1 Airport Road, Abukara|© 1971 - {today.year}"),
    ]
    built = page(rng, wire, rng.randint(20, 36), *top, story, *end)
    return _site("The Beacon", "daybeacon.example", rng.choice(("both", "json-ld")), built, article)


_BEACON_APPEAL = (
    "Kindly share this story:|All rights reserved. No part of what stands on this website may be copied, printed or "
    "broadcast in any form unless THE BEACON has agreed to it in writing.|Contact: editor@daybeacon.example|"
    "Do you have a story for us? Send it by WhatsApp to 0800 555 0142.|DOWNLOAD THE BEACON NEWS APP NOW ON|"
    "Support our kind of journalism: it takes time, money and courage. Donate here.|"
    "NEVER MISS A STORY AGAIN! Follow us on Facebook and Twitter.|Copyright THE BEACON."
)


def _ordinal(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def state(article: Article, rng: Rng, wire: Wire) -> Site:
    """A state agency: source and editor on one line, sizes of type, languages, the leader's week, line breaks."""
    p, crew = article.published, cut(STAFF)
    source = pick(rng, "Source: TNA| TNA | (TNA) |Source: Tarsk News Agency ")
    source += f"{p:%Y-%m-%d %H:%M:%S}|Editor: {rng.choice(crew).split()[1].lower()}"
    week = [text.format(where) for text, where in zip(_LEADER, rng.sample(cut("Tarsk|Sarnow|Mirelia|Orvania"), 4))]
    top: list[Node] = [
        inline(chosen(rng, "Chinese|Español|Français|Русский|عربي|日本語|Deutsch|Português|한국어", 4)),
        inline(chosen(rng, "Home|Latest|Nation|World|Biz|Culture|Sports|Sci-Tech|Photos|Special Reports", 6), " | "),
        *maybe(rng, 0.6, tag("div", tag("b", "Leader's Activities"), listed(week[: rng.randint(2, 4)]))),
    ]
    inserts: list[Insert] = []
    for number, place in ((0, 0.05), (1, 0.5)):
        found = figure(caption_of(article, number), f"(TNA/{rng.choice(crew)})", "div.pic")
        inserts += [(place, node) for node in found]
    inserts += maybe(rng, 0.3, (0.5, foreign(headlines(rng, wire, "Related:", 2, 3, "div"))))
    story = tag(
        "div",
        tag("div", article.title, label="title", id="p_title"),
        by(source, "div"),
        inline(chosen(rng, "Video Player|Close|Font size: bigger|Big Medium Small|Print|Feedback|Comments (0)", 3)),
        tag("div", *run_on(article, rng, *inserts, apart=rng.choice((1, 2))), label="body", id="p_content"),
        *maybe(rng, 0.5, tag("div", pick(rng, "Enditem|(End)|[ Editor: TNA ]|(Web editor: Dorn, Ruske)"))),
        *maybe(rng, 0.5, tag("div", "KEY WORDS: ", pick(rng, "rescue|police|talks|attack"))),
        inline(chosen(rng, "Share:|Weibo|Facebook|Twitter|Google+|WeChat|Go to Forum >>0 Comment(s)|Print", 4)),
    )
    end: list[Node] = [
        headlines(rng, wire, pick(rng, "Related Stories|RELATED NEWS|YOU MAY LIKE|Most Viewed"), 5, 9, "div.rel"),
        *maybe(rng, 0.6, cards(rng, wire, pick(rng, "Editor's Choice|PHOTOS|Top News"), 2, 4, "div")),
        *maybe(rng, 0.4, inline(["Back to Top", "Record No. 010020071330000011"])),
        lines("div", f"About Us - Contact Us - RSS|{_STATE_LEGAL}|Copyright © 2000-{p.year} TNANET.example"),
    ]
    built = page(rng, wire, rng.randint(12, 25), *top, story, *end)
    return _site("Tarsk News Agency", "www.tnanet.example", "none", built, article, False)


_LEADER = (
    "President sends congratulatory message to {}", "President meets with delegation from {}",
    "Book of President's speeches published in {}", "President inspects flood control works in {}",
)
_STATE_LEGAL = (
    "Any unauthorized reproduction or use of the content on this site, or of parts of it, is prohibited by law.|"
    "Licence for the dissemination of audiovisual programmes: 0108263|Registration Number: 130349"
)


def metro(article: Article, rng: Rng, wire: Wire) -> Site:
    """A big-city daily behind a paywall: appeals to subscribe, listening, newsletters, the printed edition."""
    p, left = article.published, rng.randint(2, 4)
    top: list[Node] = [
        lines("div", f"You have {left} free articles remaining this month.|Subscribe for $1 a week|Log in"),
        tag("header", *(tag("button", text) for text in chosen(rng, "Sections|Search|Subscribe|Sign In|e-Edition", 4))),
        menu(rng, "Local|Politics|Crime & Courts|Sports|Opinion|Business|Food|Homes|Obituaries|Puzzles|Weather", 8),
        *maybe(rng, 0.4, lines("div.alert", f"Breaking:|{wire.headlines(rng, 1)[0]}", "span")),
    ]
    pitch = pick(rng, "The morning's top stories, in your inbox by 6 a.m.|What you need to know to start your day.")
    want = "Want more news like this?|Subscribe today for unlimited access to everything we publish."
    inserts: list[Insert] = [(0.4, signup(rng, "The Morning Rundown", pitch, "Sign Up", _METRO_SMALL))]
    inserts += [(0.25, ad(rng, "ADVERTISEMENT")), (0.7, ad(rng, "Article continues below this ad"))]
    inserts += maybe(rng, 0.5, (0.55, teaser(rng, wire, "Related|More in Politics|Opinion", "lines|snippet|list")))
    inserts += [(0.5, node) for node in picture(caption_of(article, 1), "Credit...Rosa Imber for The Melbridge Globe")]
    inserts += maybe(rng, 0.5, (0.85, lines("aside", want)))
    printed = f"A version of this article appears in print on {p:%b}. {p.day}, Section A, Page 7. Order Reprints"
    signed = f"By {names(article)}" + pick(rng, "| Globe staff|, Globe Correspondent| newsroom@globe.example")
    box = tag("div.bio", by(names(article)), tag("p", biography(rng)), tag("p", link("More from this reporter")))
    rules = "Commenting is for subscribers. Please be civil."
    story = tag(
        "article",
        tag("div.eyebrow", pick(rng, "Metro|World|Public Safety|Nation")),
        tag("h1", article.title, label="title"),
        *maybe(rng, 0.5, deck(article, "p.dek")),
        share(rng, "Share full article|Gift this article|Save|Facebook|X|Email|Print|Copy Link URL Copied!", "list"),
        *picture(caption_of(article), "Credit...Karl Imber/The Melbridge Globe"),
        *maybe(rng, 0.5, lines("div.audio", f"Listen to this article · {duration(rng)} min |Learn more", "span")),
        by(signed) if article.authors else "",
        by(f"{pick(rng, 'Published|Posted|PUBLISHED:')} {p:%B} {p.day}, {p.year} at {clock(p, last=' p.m.| a.m.')}"),
        tag("section", *drop_cap(body(article, rng, *inserts))),
        *maybe(rng, 0.5, tag("p", f"{printed} | Today's Paper")),
        *maybe(rng, 0.6, box),
        *maybe(rng, 0.5, lines("div", f"{rng.randint(3, 400)} Comments|View Comments|{rules}")),
    )
    end: list[Node] = [
        numbered(rng, wire, pick(rng, "Most Read|Most Popular|Trending Nationally"), 5, 5),
        cards(rng, wire, pick(rng, "More in News|The Latest"), 2, 5),
        lines("div", "Please wait while we check your subscription.|Want all of The Globe? Subscribe.|Cancel anytime."),
        tag("footer", menu(rng, _METRO_FOOT, 9), tag("div", f"© {p.year} Melbridge Globe Media Partners, LLC")),
    ]
    built = page(rng, wire, rng.randint(40, 58), *top, story, *end)
    return _site("The Melbridge Globe", "www.melbridgeglobe.example", "json-ld", built, article)


_METRO_SMALL = "By signing up, you agree to our Terms of Use and to what our Privacy Policy says about your data."
_METRO_FOOT = (
    "Contact the newsroom|Subscriber services|Place an ad|Work for us|Terms of Service|Your Privacy Rights|Site Map|"
    "Accessibility|Help|Manage home delivery|Newspapers in Education|Lottery|Comics|Contests"
)


def live(article: Article, rng: Rng, wire: Wire) -> Site:
    """A live page: the paragraphs in posts with times and buttons, key events, an order to choose, an appeal."""
    p, moment = article.published, article.published + timedelta(minutes=40)
    linked = teaser(rng, wire, "Read more|Related|Explainer", "list|lines")
    paragraphs = body(article, rng, (0.4, ad(rng, "Advertisement")), (0.7, linked))
    posts: list[Node] = []
    while paragraphs:
        size = rng.randint(1, 4)
        shown = figure(caption_of(article, len(posts)), "(Photograph: Ostfoto)")
        foot = share(rng, "Share|Copy link to post|Facebook|Twitter|Report", "glued", 2)
        stamp = by(f"{moment:%H:%M} {pick(rng, 'GMT|CET')}")
        posts.append(tag("div.block", stamp, *paragraphs[:size], *shown, foot, id=f"block-{rng.randbytes(6).hex()}"))
        paragraphs, moment = paragraphs[size:], moment - timedelta(minutes=rng.randint(1, 9))
    notes = "Live feed|Latest updates|This live page is now closed.|Show key events only|This feature needs JavaScript"
    story = tag(
        "main",
        tag("span.live", "LIVE"),
        tag("h1", article.title, label="title"),
        by(f"{p:%a} {p.day} {p:%b %Y} {p:%H.%M} GMT"),
        by(names(article) + pick(rng, " (now)| (earlier)|")) if article.authors else "",
        tag("div", pick(rng, notes)),
        key_points(article, rng, pick(rng, "Key events|What we know so far|Summary"), 2, 4),
        inline(cut("Newest first|Oldest first")),
        *posts,
        *maybe(rng, 0.6, inline(cut("← Newer|1|2|3|…|Older →"))),
    )
    top: list[Node] = [
        cookies(rng),
        lines("div", "Support our journalism|Print subscriptions|Sign in|Search jobs|International edition", "div"),
        menu(rng, "News|Opinion|Sport|Culture|Lifestyle|World|Environment|Football|Development|Newsletters", 6, "nav"),
    ]
    end: list[Node] = [
        lines("div.epic", f"{_LIVE_APPEAL}|Support us|Remind me in {pick(rng, 'May|October')}"),
        headlines(rng, wire, pick(rng, "Most viewed|More on this story|Related stories"), 4, 8),
        *maybe(rng, 0.5, lines("div", f"Topics|World news|Reuse this content|comments ({count(rng)})", "div")),
        lines("footer", "About us|Complaints & corrections|Send us a tip|Work for us|All topics|All writers"),
        lines("footer", f"© {p.year} Sentry News & Media Limited or its affiliates."),
    ]
    built = page(rng, wire, rng.randint(30, 50), *top, story, *end)
    return _site("The Sentry", "www.thesentry.example", "both", built, article)


_LIVE_APPEAL = (
    "Before you go, may we ask something of you? Millions of people read us because nobody tells us what to print, and "
    "readers in many countries pay for that of their own accord. If you can, give a little each month.|One minute."
)


def forum(article: Article, rng: Rng, wire: Wire) -> Site:
    """A thread of a forum into which somebody pasted the article, with answers, signatures and permissions."""
    p, poster = article.published, rng.choice(wire.readers)
    posted = later(p, rng, 5)
    stamp = f"{posted:%d-%m-%Y}, {clock(posted)}"
    top: list[Node] = [
        lines("div", "Welcome, Guest. Please login or register.|Lost your password?|1 Hour|Forever|Login", "div"),
        inline(chosen(rng, "Home|FAQ|Members List|Calendar|Today's Posts|Mark Forums Read|Log In|Register", 5)),
        inline(["Harbour Talk Forums", pick(rng, "General|Off Topic"), "News and Current Events"], " > "),
        inline([f"Page 1 of {rng.randint(2, 9)}", "1", "2", "3", ">", "Last »"]),
        inline([pick(rng, "Reply to Thread|+ New Topic|Post Reply"), "Thread Tools", "Rate Thread"]),
    ]
    inserts: list[Insert] = [(0.2, n) for n in picture(caption_of(article), "Ostfoto", "Attached Images", "div")]
    asked = pick(rng, "Thoughts?|Just terrible. What do you all make of this?|Mods please move if posted already.")
    pasted = tag(
        "div",
        *maybe(rng, 0.7, tag("div", tag("b", article.title), label="repeat")),
        by(f"{names(article)}, Meridian".strip(", "), "div"),
        by(f"{p:%B} {p.day}, {p.year}", "div"),
        tag("div", *run_on(article, rng, *inserts), label="body"),
        tag("div", pick(rng, "Source: |Link: |"), link(f"http://www.meridian.example/id{rng.randint(1000, 9999)}")),
        *maybe(rng, 0.6, tag("div", asked)),
    )
    answers: list[Node] = []
    for number, text in enumerate(rng.sample(wire.comments, rng.randint(2, 6)), start=2):
        later_on = posted + timedelta(minutes=number * 17)
        answers.append(_poster(rng, rng.choice(wire.readers), f"{later_on:%d-%m-%Y}, {clock(later_on)}", number))
        quoted = tag("div", sentence(article, number), label="repeat")
        answers += maybe(rng, 0.4, tag("blockquote", lines("div", f"Quote:|Originally Posted by {poster}"), quoted))
        answers += [tag("div", text), *maybe(rng, 0.4, lines("div", f"__________________|{pick(rng, _FORUM_SIGNED)}"))]
        answers.append(inline(chosen(rng, "Quote|Reply With Quote|Report Post|Multi-Quote|IP|Top", 2, 4)))
    watched = f"Active Users Viewing This Thread: {rng.randint(1, 9)} (0 members and {rng.randint(1, 9)} guests)"
    end: list[Node] = [
        headlines(rng, wire, "Similar Threads", 3, 5, "table"),
        lines("div", f"Posting Permissions|You may not post new threads|{_FORUM_CODE}|Forum Rules"),
        lines("div", f"{watched}|Contact Us|Top|All times are GMT +1. The time now is {clock(later(posted, rng))}."),
        tag("div", "Powered by vForum® Version 3.8.4"),
    ]
    edited = f"Last edited by {poster}; {posted:%d-%m-%Y} at {clock(later(posted, rng, 2))}."
    first = [_poster(rng, poster, stamp, 1), tag("strong", article.title, label="title"), pasted]
    thread = tag("div", *first, *maybe(rng, 0.4, tag("div", tag("i", edited))), *answers, id="posts")
    built = page(rng, wire, rng.randint(14, 24), *top, thread, *end)
    return _site("Harbour Talk Forums", "forum.harbourtalk.example", "none", built, article, False)


_FORUM_SIGNED = "Measure twice, cut once.|'It is what it is' - my dad|Selling: outboard motor, PM me|Member no. 88"
_FORUM_CODE = "You may not edit your posts|BB code is On|Smilies are On|[IMG] code is On|HTML code is Off"


def _poster(rng: Rng, name: str, when: str, number: int) -> Tag:
    rank, town = pick(rng, "Senior Member|Junior Member|Moderator|Banned"), pick(rng, "Tarsk|the shed|Up north")
    since = f"{pick(rng, 'Mar|Jul|Nov')} 20{rng.randint(3, 14):02}"
    said = f"{name}|{rank}|Join Date: {since}|Location: {town}|Posts: {count(rng)}"
    return tag("div.postbit", by(when, "div"), tag("div", f"#{number}"), lines("div", said, "div"))


def portal(article: Article, rng: Rng, wire: Wire) -> Site:
    """A portal that takes stories from others: the provider, "Story continues", and another whole story after it."""
    p, provider = article.published, pick(rng, "Meridian|The Inland Post|Quellin Courier|Tarsk Tribune Videos")
    top: list[Node] = [
        *maybe(rng, 0.5, cookies(rng)),
        inline(cut("Home|Mail|News|Finance|Sports|Entertainment|Search|Mobile|More..."), ""),
        tag("div", tag("button", "Search the web"), tag("span", "Sign in"), tag("span", f"{rng.randint(2, 60)}Mail")),
        menu(rng, "News|US|Politics|World|COVID-19|Climate Change|Health|Science|Originals|Contact Us", 6, "nav"),
    ]
    leads = "Related:|Read this next:|Related video:|[Slideshow]"
    inserts: list[Insert] = [(0.25, ad(rng)), (0.3, lines("div", "Story continues", "div"))]
    inserts += maybe(rng, 0.6, (0.6, teaser(rng, wire, leads, "line|snippet|bare")))
    inserts += maybe(rng, 0.5, (0.5, player(rng, wire, full=rng.random() < 0.6)))
    inserts += maybe(rng, 0.3, (0.8, paged(rng, wire)))
    found = [figure(caption_of(article, number), f"({provider})", "div.slide") for number in range(2)]
    slides = [node for shown in found if shown for node in (tag("div", pick(rng, "1 / 2|2 / 2|Slide 1")), *shown)]
    rules = pick(rng, "We want this to be a safe and lively place.|Join the conversation|Be kind")
    story = tag(
        "div.caas",
        by(provider, "div"),
        tag("h1", article.title, label="title"),
        by(names(article, ", "), "div"),
        by(f"{p:%a, %B} {p.day}, {p.year} at {clock(p)} GMT+1", "div"),
        tag("div", f"{rng.randint(1, 6)} min read"),
        *slides,
        tag("div.caas-body", *body(article, rng, *inserts)),
        lines("div", f"View comments ({rng.randint(2, 990)})|{rules}|Terms/Privacy", "div"),
    )
    texts = [tag("p", text) for text in wire.sentences(rng, rng.randint(4, 8))]
    credit = f"{pick(rng, 'BANGBEAT|Inland Post')}・{ago(rng)}"
    other = [tag("h2", wire.headlines(rng, 1)[0]), tag("div", credit), *texts]
    improve = "Thanks for your feedback!|Tell us how we can do better. Rate this page:|Very satisfied|Not satisfied"
    end: list[Node] = [
        *maybe(rng, 0.7, tag("div.next", tag("div", pick(rng, "Up Next|Recommended Stories|TRENDING")), *other)),
        cards(rng, wire, pick(rng, "More for you|Latest Stories"), 3, 6, "div.stream", "Continue reading"),
        sponsored(rng, "", 2, 5, "ad"),
        lines("div", f"{improve}|© {p.year} Portalis. All rights reserved.|About our ads|Privacy|Help", "div"),
    ]
    return _site("Portalis News", "news.portalis.example", "json-ld", page(rng, wire, 42, *top, story, *end), article)


def _site(outlet: str, host: str, metadata: Metadata, built: Tag, article: Article, signed: bool = True) -> Site:
    return Site(outlet, host, metadata, built, "news", True, signed and bool(article.authors))


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "gulf": gulf, "westafrican": westafrican, "state": state, "metro": metro,
    "live": live, "forum": forum, "portal": portal,
}
