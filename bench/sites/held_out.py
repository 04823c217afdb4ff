"""Invented sites to measure on: pages of newspapers, stations and portals with wording of their own.

Who writes rules for furniture looks at the sites in development instead, never at these.
"""

import random
from collections.abc import Callable

from bench.sites.held_out_more import STYLES as MORE
from bench.sites.held_out_more import Sheet, after, clock, gist, maybe, noise, paragraph, signature, woven
from bench.sites.markup import Node, tag
from bench.sites.page import Article, Site
from bench.sites.pieces import caption_of, figure, link
from bench.sites.wording import Wire

Rng = random.Random


def local_station(article: Article, rng: Rng, wire: Wire) -> Site:
    """A local television station: alerts and weather, a video player's words, tips, applications, public file."""
    moment, late = article.published, after(article.published, rng)
    sheet = Sheet(rng, wire)
    stamp = f"Posted {clock(moment)}, {moment:%b %d, %Y}"
    if rng.random() < 0.6:
        stamp += f" and last updated {clock(late)}, {late:%b %d, %Y}"
    inserts: list[Node] = [
        sheet("p.rel", "> RELATED: How to talk to children about the news // > SEE ALSO: Skycam views // @ 1 // @ 2"),
        sheet("div.player", """Watch the report in the player above. // Watch previous coverage below:
            ? Video Player is loading.
            & Current Time 0:00 // Duration <1-3>:<10-59>"""),
        sheet("div.letter", """Sign up for the Daybreak Newsletter and receive up to date information.
            E-mail
            = Submit
            ? now signed up to receive the Daybreak Newsletter."""),
    ]  # fmt: skip
    rng.shuffle(inserts)
    tail = sheet("div.outro", """? KVLD 8 is on your side. If you have a story idea, a question or a problem that \
        needs investigating, send it to tips@kvld8.example or call our newsroom at (555) 010-0188.
        ? Report a typo or error // Submit a news tip // Like KVLD 8 on Facebook
        ? Stay in touch with us anytime, anywhere. // Get breaking news in the free KVLD 8 app for iPhone and Android.
        ? Copyright 2024 Halloway Broadcasting. All rights reserved. This material may not be published, broadcast, \
        rewritten, or redistributed.""")  # fmt: skip
    story = tag(
        "div.ArticlePage-main",
        sheet("div.crumb", "> News | National // News // Actions"),
        tag("h1.ArticlePage-headline", article.title, label="title"),
        sheet("div.share", "> Facebook | Tweet | Email // Share this story // Prev\nNext"),
        tag("div.by", f"By: {signature(article, 'KVLD 8 Staff', ', ')}", label="byline"),
        tag("div.stamp", stamp, label="byline"),
        *figure(caption_of(article), rng.choice(("(KVLD)", "", "(Source: Tanor)"))),
        tag("div.RichTextBody", *woven(article, rng.randint(2, 5), inserts, paragraph("p", rng.choice(("", "span"))))),
        *(node for number in (1, 2) for node in figure(caption_of(article, number), "(KVLD)")),
        tail,
    )
    page: list[Node] = [
        sheet("div.alerts", "<1-9> weather alerts // 1 closing alert\n> Watch Now\n= Close // = Dismiss"),
        sheet("header", """KVLD 8 News
            ? <12-97>°
            > Quick links... | Manage Emails | Apps | Careers | Search
            ? Sign In // Log Out"""),
        sheet("nav", """* Local News | State | National | Education | Consumer | KVLD Investigates
            * Hourly | 7-Day Forecast | Radar | School Closings | Skycam | Weather Blog
            * High School | Scoreboard | Friday Night Huddle
            * Gas Prices | Traffic Map | Community Calendar | Hometown Heroes | Pet of the Week | Contests"""),
        *noise(rng, wire, 8, 22),
        story,
        sheet("aside.rail", """# Recent Stories from kvld8.com // # Trending // # Most Recent
            @ 4 // @ 6 // @ 8
            ? # Poll
            & Do you plan to travel this holiday season?
            & = Yes | No | Not sure | Vote
            ? Positively Brackwater: the good news starts here"""),
        sheet("div.taboola", "Around the Web // Sponsored Links // Promoted Links by Adloop\n$ 3 // $ 4 // $ 6"),
        *noise(rng, wire, 4, 14),
        sheet("footer", """* News | Weather | Traffic | Sports | Support | Sitemap | Do Not Sell My Info | Privacy
            > FCC Public File | FCC Application | Public File Contact | Closed Captioning Contact | EEO Report
            8800 Quarry Road, Brackwater
            Halloway Local Media © 2024 Halloway Broadcasting, Inc"""),
    ]  # fmt: skip
    return Site("KVLD 8 News", "www.kvld8.com", "both", tag("body", *page), "national", signed=bool(article.authors))


def county_gazette(article: Article, rng: Rng, wire: Wire) -> Site:
    """A British regional paper: teasers and a newsletter form amid the text, free-article counter, house rules."""
    moment, late = article.published, after(article.published, rng, 1, 4)
    sheet = Sheet(rng, wire)
    headline = wire.headlines(rng, 1)[0]
    inserts: list[Node] = [
        tag("p", tag("strong", rng.choice(("Read more: ", "READ MORE - ", "Read next: "))), link(headline)),
        sheet("div.newsletter", """# Get the day's biggest stories straight to your inbox // # Don't miss a thing
            Enter your postcode // Enter email
            = Sign up // = SUBSCRIBE | No thanks, close
            ? We use your sign-up to send content in ways you've agreed to and to improve our understanding of you. \
            You can unsubscribe at any time.
            ? Thank you for subscribing!
            ? Something went wrong, please try again later."""),
        sheet("p.promo", """Join the Echo's WhatsApp community for breaking news sent to your phone // Story continues \
            after the advert // To sign up to our free Evening Echo email, click here // Follow @BrackwaterEcho"""),
        *figure(caption_of(article, 1), "(Image: Brackwater Echo)"),
    ]  # fmt: skip
    notes = [
        tag("div.comment", tag("b", name), tag("div", f"{rng.randint(1, 22)} hrs ago"), tag("p", text), link("Reply"))
        for name, text in sheet.said(0, 7)
    ]
    story = tag(
        "article",
        tag("h1", article.title, label="title"),
        *maybe(rng, 0.6, tag("p.sub-headline", gist(article, 1, 26), label="repeat")),
        sheet("div.tools", "? Share // <2-90> Comments // Bookmark\n? News"),
        tag("div.author", tag("span", "By "), link(signature(article, "Newsroom")), label="byline"),
        *maybe(rng, 0.5, tag("div.role", rng.choice(("Senior Reporter", "@BrackwaterEcho")), label="byline")),
        tag("div", tag("p", f"{moment:%H:%M, %d %b %Y}"), tag("p", f"Updated {late:%H:%M, %d %b %Y}"), label="byline"),
        *figure(caption_of(article), rng.choice(("(Image: Getty)", "(Image: UGC)", "(Image: Rob Tarn)"))),
        sheet("div.video", "? Video Loading\n? Video Unavailable\n? The video will auto-play soon\n? = Cancel"),
        tag("div.article-body", *woven(article, rng.randint(2, 4), inserts, paragraph(first="strong"))),
        *figure(caption_of(article, 2), ""),
        sheet("div.after", """? Got a story for us? Email newsdesk@brackwaterecho.example or call 01632 960117.
            ? Story Saved
            & You can find this story in My Bookmarks. Or by navigating to the user icon in the top right."""),
    )  # fmt: skip
    page: list[Node] = [
        sheet("div.consent", """? We and our partners use cookies on this site to improve our service, perform \
            analytics, personalise advertising, measure advertising performance, and remember website preferences.
            = Ok // = Accept all | Manage"""),
        sheet("header", """> Brackwater Echo | Subscribe | Sign In | Register
            ? <2-21>°C // Part of the Ridgeway Group
            * News | Crime | Sport | What's On | Traffic & Travel | Court | Nostalgia | E-edition | Jobs | Homes
            > Public Notices | Book an ad | Family Notices | Puzzles"""),
        *noise(rng, wire, 10, 20),
        sheet("div.meter", "? You have <1-4> free articles left this month // Subscribe today: £1 for 3 months"),
        story,
        sheet("section.comments", """# Comments: Our rules
            We want our comments to be a lively and valuable part of our community - a place where readers can debate \
            and engage with the most important local issues. The ability to comment on our stories is a privilege, \
            not a right.
            ? Please log in or register to comment // Last Updated: // Comments are closed on this article."""),
        tag("div.list", *notes),
        sheet("aside", """# Most Read // # Top Stories // # Today's Top Stories
            @ 4 // @ 5 // @ 7
            ? # In memoriam: notices this week
            & > Margaret Eileen Stubbs | Dennis Royle | Pat Ainsley
            ? # What's on near you
            & * Farmers' market, Corn Exchange, Sat 10am | Quiz night at the Malt Shovel | Model railway open day"""),
        sheet("div.promoted", "# Promoted stories // # More like this\n$ 2 // $ 4 // @@ 3"),
        *noise(rng, wire, 4, 12),
        sheet("footer", """This website and associated newspapers adhere to the Press Conduct Panel's code of \
            practice. If you have a complaint about the editorial content which relates to inaccuracy or intrusion, \
            then please contact the editor here. If you are dissatisfied with the response provided you can contact \
            the Panel here.
            * Contact us | Archive | Advertise | Terms of Use | Cookie Policy | Contributor Terms | Syndication | RSS
            © Copyright 2001-2024 Ridgeway Regional Press. Registered in England 01676637."""),
    ]  # fmt: skip
    return Site("Brackwater Echo", "brackwaterecho.co.uk", "json-ld", tag("body", *page), signed=bool(article.authors))


def subcontinent_daily(article: Article, rng: Rng, wire: Wire) -> Site:
    """A South Asian daily: market ticker, "also read" lines, dates said thrice, reader limits, rules for comments."""
    moment, late = article.published, after(article.published, rng, 1, 14)
    sheet = Sheet(rng, wire)
    credit = rng.choice(("| Photo Credit: TANOR", "| Photo Credit: Special Arrangement", "(File photo)"))
    published = f"{moment:%B %d, %Y %I:%M %p} IST"
    inserts: list[Node] = [
        sheet("p", f"Also Read | {wire.headlines(rng, 1)[0]} // ALSO READ: {wire.headlines(rng, 1)[0]}"),
        sheet("div.premium", """? Unlock this story with Sarovar Prime // Enjoying the read? Subscribe for less
            ? (Get the day's headlines in your inbox. Subscribe to First Light.)
            @ 1 // @ 2"""),
        tag("p", "EDITORIAL | " + wire.headlines(rng, 1)[0]),
    ]  # fmt: skip
    story = tag(
        "div.storyline",
        sheet("div.crumb", "> Home | News | International // World"),
        tag("h1.title", article.title, label="title"),
        *maybe(rng, 0.8, tag("h2.sub-title", gist(article, 0, 34), label="repeat")),
        tag("div.date", f"Updated - {late:%B %d, %Y %I:%M %p} IST - QUELLIN", label="byline"),
        tag("div.date", f"Published - {published}", label="byline"),
        tag("div.person", signature(article, "Our Special Correspondent", ", "), label="byline"),
        sheet("div.share", "Copy link\n* Email | Facebook | Twitter | WhatsApp\n> READ LATER | SEE ALL | PRINT"),
        *figure(caption_of(article), credit),
        tag("div", *woven(article, rng.randint(2, 4), inserts, paragraph()), id="content-body-14269002"),
        *(node for number in (1, 2) for node in figure(caption_of(article, number), credit)),
        *maybe(rng, 0.6, tag("p.pub", f"Published - {published}", label="byline")),
        *maybe(rng, 0.4, tag("p.pub", f"First Published: {moment:%B %d, %Y, %H:%M} IST", label="byline")),
        sheet("div.topics", "? Read Comments\nRelated Topics // Tags\n> World | diplomacy | unrest, conflicts and war"),
        sheet("div.rules", """? Comments have to be in English, and in full sentences. They cannot be abusive or \
            personal. Please abide by our guidelines for posting your comments.
            ? We have moved to a new commenting platform. Log in to engage with our articles."""),
    )  # fmt: skip
    page: list[Node] = [
        tag("div.print", tag("h1", article.title), tag("p", gist(article)), hidden="hidden"),
        sheet("div.ticker", """QX 100 <58000-72000>.<10-99> +<100-400>.<10-99> // MARKETS CLOSED
            ? Gold <48000-72000>
            ? USD/KLR 8<1-4>.<10-99>"""),
        sheet("header", """> e-Paper | Subscribe | LOGIN | Account
            The Daily Sarovar
            LIVE Election results: who leads where // TRENDING Monsoon tracker
            * Home | Cities | India | World | Opinion | Sport | Business | Entertainment | Education | Astrology
            ? * Elections | Cricket | Crossword+ | Data | Life & Style | Property Plus"""),
        *noise(rng, wire, 8, 24),
        sheet("div.limit", """? You have reached your limit for free articles this month. // Free articles left: <1-9>
            & Subscribe to Sarovar Prime for unlimited access // Sign in to unlock member-only benefits!"""),
        story,
        sheet("aside", "# Top News Today // # Trending on Sarovar // # Latest News\n@ 5 // @ 7\n? # Premium\n& @@ 2"),
        sheet("div.quiz", "? # Sunday quiz: how well do you know the week?\n& START THE QUIZ // <1-10>/10\n& Next »"),
        sheet("div.colombia", "From the Web // You May Like // Recommended for you\n$ 2 // $ 4 // $ 5\nby Clikkaro"),
        *noise(rng, wire, 4, 12),
        sheet("footer", """# The Sarovar Group // # Group sites
            * Sarovar Business | Sarovar Classifieds | Nadi Tamil | Images | Sports Ground | Young Sarovar
            > About Us | Code of Editorial Values | Terms & conditions | Contact us | Grievance redressal
            ? Disclaimer: the views of agencies are their own. // Download the app: Android | iOS
            Copyright© 2024, THE SAROVAR PUBLISHING PVT LTD. or its affiliated companies. All rights reserved.
            BACK TO TOP // Back to Top"""),
    ]  # fmt: skip
    kind = rng.choice(("both", "opengraph"))
    return Site("The Daily Sarovar", "dailysarovar.in", kind, tag("body", *page), "world", signed=bool(article.authors))


def lagoon_portal(article: Article, rng: Rng, wire: Wire) -> Site:
    """A West African portal on a ready-made theme: "read also", share pleas, copyright notice, comment form."""
    moment = article.published
    sheet = Sheet(rng, wire)
    inserts: list[Node] = [
        tag("p", tag("strong", rng.choice(("READ ALSO: ", "Read Also: ", "See Also: ", "ALSO READ: ")), link(headline)))
        for headline in wire.headlines(rng, rng.randint(1, 4))
    ]
    inserts.append(sheet("div.adv", "Advertisement // ADVERTISEMENT // Get paid up to $<200-900> weekly: see how"))
    inserts += figure(caption_of(article, 1), "")
    rng.shuffle(inserts)
    notes = [
        tag("li", tag("cite", name), tag("div", f"{after(moment, rng):%B %d, %Y At %I:%M %p}"), tag("p", text))
        for name, text in sheet.said(0, 5)
    ]
    story = tag(
        "div.td-post",
        sheet("div.crumbs", "> Home | News | World // Home » Foreign // Top Stories"),
        *maybe(rng, 0.4, tag("div.crumb-title", f"Home » News » {article.title}", label="repeat")),
        tag("h1.entry-title", article.title, label="title"),
        tag("div.meta", f"By {signature(article, 'Agency Reporter', ', ')}", tag("br"),
            rng.choice((f"{moment:%B} {moment.day}, {moment.year}", f"{moment:%d %B %Y}")), label="byline"),
        sheet("div.counts", "? <100-9000> views // <2-7> Mins Read\n? Share on Facebook // <0-40>\n? Tweet on Twitter"),
        *figure(caption_of(article), rng.choice(("", "(PHOTO CREDIT: Twitter)"))),
        sheet("p.share", "Kindly share this story: // Please share this story:"),
        tag("div.entry", *woven(article, rng.randint(2, 4), inserts, paragraph("p", rng.choice(("", "span"))))),
        sheet("div.end", """? All rights reserved. This material, and other digital content on this website, may not \
            be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express \
            permission from Lagoon Post.
            ? Contact: editor@lagoonpost.example // Do you have an important story? WhatsApp us, +234 000 555 0134
            Join our WhatsApp channel for news as it breaks // Get real-time updates: follow us on Telegram, click here
            ? Support independent journalism. Good journalism costs a lot of money, yet only good journalism can hold \
            power to account. By giving as little as ₦1,000 you help to keep it free for all.
            = Donate // = Support us"""),
        sheet("div.tags", "TAGS // Tags: // Related Topics:\n* Africa | featured | foreign | military | top stories"),
    )  # fmt: skip
    around = wire.headlines(rng, 2)
    page: list[Node] = [
        sheet("div.top", f"{after(moment, rng, 50, 400):%A, %B %d, %Y}\n> About Us | Advert Rates | Sign in / Join"),
        sheet("header", "Lagoon Post\n* Home | News | Politics | Business | Metro | Sports | Health | Jobs | Gist"),
        sheet("div.breaking", "? BREAKING: // Trending Now // JUST IN:\n? @ 1 // @ 3"),
        *noise(rng, wire, 6, 18),
        story,
        tag("div.nav", tag("div", "Previous article"), link(around[0]), tag("div", "Next article"), link(around[1])),
        *maybe(rng, 0.6, tag("div.author-box", tag("h4", signature(article, "Agency Reporter")), label="byline")),
        sheet("div.related", "RELATED ARTICLES // You might also like // MORE FROM AUTHOR\n@ 3 // @ 6 // @@ 3"),
        tag("ol.comments", *notes),
        sheet("div.respond", """# Leave a Reply // # LEAVE A REPLY // # Drop your comment
            ? > Cancel reply
            Your email address will not be published. Required fields are marked * // Please enter your comment!
            ? Comment *
            Name * // Name:*
            Email * // Email:*
            Save my name, email, and website in this browser for the next time I comment.
            = Post Comment"""),
        sheet("aside", """# Latest News // # Don't Miss // # Popular
            @ 4 // @ 6
            ? # FX RATES: USD <1400-1650> | GBP <1800-2100>
            ? # LIVE SCORES
            & Lagoon FC 1 - 0 Delta Stars <2-89>' // Enugu Hawks v Kano Lions, 16:00"""),
        *noise(rng, wire, 3, 10),
        sheet("footer", """# ABOUT US
            Lagoon Post is an online newspaper that brings you the news behind the news. Adverts: 0800 555 0177.
            > Facebook | Instagram | X | YouTube
            © Lagoon Post 2024 // © 2024 Lagoon Media Ltd. Designed by Pixelhaus"""),
    ]  # fmt: skip
    kind = rng.choice(("opengraph", "opengraph", "both"))
    return Site("Lagoon Post", "lagoonpost.com.ng", kind, tag("body", *page), signed=bool(article.authors))


def table_agency(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Russian site in English: layout tables, text broken by line breaks, hyperlink terms, typing-error notice."""
    moment = article.published
    sheet = Sheet(rng, wire, rng.choice(("div", "P")), ("DIV", "DIV"), "B")
    breaks = rng.choice((1, 2))
    topics = [tag("TD", text) for text in (rng.choice(("Read also:", "On the topic")), *wire.headlines(rng, 2))]
    inserts: list[Node] = [
        tag("TABLE", tag("TR", *topics), label="furniture"),
        tag("CENTER", rng.choice(("Subscribe to our Telegram channel @tarskinform", "ADVERTISING")), label="furniture"),
    ]
    lines = woven(article, rng.randint(3, 5), inserts, lambda text, n: [text, *[tag("br")] * breaks])
    date = rng.choice((f"{moment:%d %B %Y, %H:%M}", f"{moment:%H:%M // %d.%m.%Y}", f"{moment:%d %b. %Y %H:%M} MSK"))
    name = signature(article, "TarskInform", ", ")
    cell: list[Node] = [
        sheet("div", "> Main | News | World // > TarskInform | Politics\n? Print version // Version for printing"),
        tag("H1", article.title, label="title"),
        tag("div", date, label="byline"),
        *figure(caption_of(article), rng.choice(("© Pavel Zimin/TarskInform", "(© Tanor)", "")), "CENTER"),
        tag("DIV", *lines, label="body"),
        tag("DIV", rng.choice((f"Author: {name}", f"Text: {name}", name)), label="byline"),
        sheet("DIV", """? If you notice a typo in the text, select it and press Ctrl+Enter // Found a mistake?
            ? Views: <200-9000> // Number of views: <200-9000>
            ? Share: // Tell your friends
            ? > VKontakte | Odnoklassniki | Telegram | LiveJournal"""),
    ]  # fmt: skip
    left = sheet("TD", """All news // News feed
        @ 6 // @ 9 // @ 12
        ? Archive
        & Mo Tu We Th Fr Sa Su
        ? Weather in Tarsk: -<2-25>°, snow // Weather in Tarsk: +<2-25>°, clear
        ? USD 9<1-9>.<10-99> EUR 10<1-4>.<10-99>""")  # fmt: skip
    right = sheet("TD", "Interview // Opinion // Special projects\n@ 3 // @@ 2\n? Partner news\n& $ 2 // $ 4")
    page: list[Node] = [
        tag("TABLE", tag("TR", tag("TD", link("TarskInform")), tag("TD", "News agency"), tag("TD", link("Русский")))),
        sheet("DIV", "> HOME | POLITICS | ECONOMY | SOCIETY | INCIDENTS | DEFENSE | WORLD | SPORT | PHOTO | ABOUT"),
        *noise(rng, wire, 6, 16),
        tag("TABLE", tag("TR", left, tag("TD", *cell, width="60%"), right), width="100%", cellspacing="4"),
        *noise(rng, wire, 4, 14),
        sheet("DIV", """Any use of materials is allowed only if there is an active hyperlink to TarskInform. For \
            internet projects the link must be placed no lower than the second paragraph. The editors do not provide \
            reference information.
            ? The information agency is registered by the supervisory service for communications, IA No. 77-00142.
            ? For persons over 16 years old // 16+
            > About the agency | Advertising | Vacancies | Contacts | RSS
            Rating@Count // LiveTop // © TarskInform, 2003-2024"""),
    ]  # fmt: skip
    return Site("TarskInform", "en.tarskinform.ru", "none", tag("body", *page), signed=bool(article.authors))


def gulf_daily(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Gulf daily: prayer times and gold rates, boxes of other stories inside the text, subscription banners."""
    moment, late = article.published, after(article.published, rng)
    sheet = Sheet(rng, wire)
    inserts: list[Node] = [
        sheet("div.readmore-box", "# Read more // # Also read // # Must read\n@ 2 // @ 3"),
        sheet("aside.inline", "@@ 1 // @@ 1 // Stay up to date. Follow Gulf Ledger on WhatsApp channels."),
        *figure(caption_of(article, 1), rng.choice(("Image Credit: Supplied", "(Image Credit: Gulf Ledger Archive)"))),
        sheet("div.adv", "ADVERTISEMENT // Recommended For You"),
    ]  # fmt: skip
    points = [tag("li", gist(article, number, 22), label="repeat") for number in (0, 1, 3)]
    story = tag(
        "main",
        sheet("div.crumb", "> Home / World / Mena // > World | Region"),
        tag("h1", article.title, label="title"),
        *maybe(rng, 0.4, tag("h2", gist(article, 2, 20), label="repeat")),
        *maybe(rng, 0.5, tag("h4", rng.choice(("Highlights", "Key points", "In brief"))), tag("ul", *points)),
        tag("div.pub", f"Published: {moment:%a} {moment.day} {moment:%b %Y, %I:%M %p}", label="byline"),
        *maybe(rng, 0.7, tag("div.pub", f"Last updated: {late:%a} {late.day} {late:%b %Y, %I:%M %p}", label="byline")),
        tag("div.auth", rng.choice(("", "By: ")) + signature(article, "Staff and agencies", ", "), label="byline"),
        sheet("div.tools", "? <1-9> MIN READ\n? Follow us // A A A // Listen\n? > Share | Gift this article"),
        *figure(caption_of(article), rng.choice(("Image Credit: Tanor", "(Image Credit: Agency)", ""))),
        tag("div.text", *(tag("div.p", node) for node in woven(article, rng.randint(2, 4), inserts, paragraph()))),
        *figure(caption_of(article, 2), ""),
        sheet("div.end", """? ALSO READ:
            & @ 2
            ? We would like to hear from you. Send your view to letters@gulfledger.example.
            Topics // Related Topics
            > Region | World | Diplomacy"""),
    )  # fmt: skip
    page: list[Node] = [
        sheet("div.top", f"""{after(moment, rng, 20, 200):%a, %b %d, %Y} | Shawwal <1-29>, 1440
            ? DXB <19-46>°C
            Fajr 04:<10-59> | Dhuhr 12:<10-30> | Asr 03:<10-59> | Maghrib 06:<10-59> | Isha 08:<10-30> // Prayer Timings
            ? Gold 24K <220-330>.50 | 22K <200-219>.25 // Gold/Forex"""),
        sheet("header", """Gulf Ledger
            * UAE | Mena | World | Business | Sports | Opinion | Lifestyle | Jobs | Visa | Weather | Cinema | Podcasts
            > Sign In | My Account | Log out | Today's e-paper"""),
        *noise(rng, wire, 10, 30),
        sheet("div.bar", "? Get the Ledger Plus: AED 10 a month // Install our app for alerts\n& = Not now | Allow"),
        story,
        sheet("section.more", "# MORE NEWS FROM WORLD // # Latest In // # More From World\n@@ 3 // @@ 5"),
        sheet("section.top", "# Most Popular // # TRENDING\n1\n@ 1\n2\n@ 1\n3\n@ 1"),
        *maybe(rng, 0.5, sheet("div.outbrain", "Sponsored Content by Clikkaro\n$ 3 // $ 5")),
        *noise(rng, wire, 4, 14),
        sheet("footer", """? # GET BREAKING NEWS ALERTS FROM GULF LEDGER
            & We'll send you the latest news updates through the day. Manage them any time with the bell icon.
            > About Us | Contact | Advertise with us | Terms | Privacy policy | Archives | GN Store
            © Ledger Publishing FZ LLC 2024. All rights reserved."""),
    ]  # fmt: skip
    return Site("Gulf Ledger", "gulfledger.ae", "opengraph", tag("body", *page), "world", signed=bool(article.authors))


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "local station": local_station,
    "county gazette": county_gazette,
    "subcontinent daily": subcontinent_daily,
    "lagoon portal": lagoon_portal,
    "table agency": table_agency,
    "gulf daily": gulf_daily,
    **MORE,
}
