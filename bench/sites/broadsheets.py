"""More invented news sites: a broadsheet, a small-town paper, a Chinese portal, a Latin-American site, an AMP page.

How their wording is written stands in ``regional``.
"""

# Imports several a line, and a part of a page a line:
# fmt: off
# isort: off
from collections.abc import Callable
from dataclasses import replace

from bench.sites.development_parts import (
    ad, ago, by, clock, deck, drop_cap, key_points, later, maybe, names, page, pick, picture, run_on,
    sentence, teaser,
)
from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article, Metadata, Site
from bench.sites.pieces import Rng, body, caption_of, link
from bench.sites.regional import anywhere, boxes, feed, filled, parts, pool, second, signed, site, told
from bench.sites.wording import Wire


def longread(article: Article, rng: Rng, wire: Wire) -> Site:
    """A quality broadsheet: drop caps, pull quotes, gifts, listening, letters and notices under the text."""
    p, inserts = article.published, anywhere(rng, boxes(rng, _COURANT_AMID, "aside.c-9fj/p/h5|div.inset/div", 0, 2))
    for place in rng.sample((0.2, 0.45, 0.7, 0.9), rng.randint(1, 3)):
        said = tag("p", "“" + sentence(article, rng.randint(0, 9)).strip("“”") + "”", label="repeat")
        inserts.append((place, tag("blockquote.pq-wide", said, *maybe(rng, 0.4, tag("span", "Share this quote")))))
    leads = "From the archive|The long view|Further reading"
    inserts += maybe(rng, 0.5, (0.35, teaser(rng, wire, leads, "snippet|lines")))
    inserts += second(article, rng, "Photograph: Iris Vane for The Courant|Alba Press", "figure.c-img")
    story = tag(
        "article.longform",
        tag("div.c-kick", pick(rng, "The Long View|Essay|Foreign|Despatch|Weekend Courant|Special Report")),
        tag("h1.c-hl", article.title, label="title"),
        *maybe(rng, 0.6, deck(article, "p.c-standfirst")),
        *picture(caption_of(article), "Iris Vane/The Courant", pick(rng, "|Enlarge")),
        signed(article, rng, "Words by {}^By {}^{} reports", "div.c-by"),
        by(f"{p:%A} {p.day} {p:%B} {p.year}, {clock(p, '.', 'pm|am')}", "time"),
        *boxes(rng, _COURANT_GIFT, "div.gift-tools/div/button|div.c-tools/span", 1, 2),
        tag("section.c-body", *drop_cap(body(article, rng, *inserts, spec=pick(rng, "p.c-para|p")))),
        *maybe(rng, 0.5, tag("div.c-bio", by(names(article), "h5"), told(rng, "div/p", rng.choice(_COURANT_BIO)))),
        *boxes(rng, _COURANT_NOTES, "div.footnote/p|div.c-1e/em", 1, 2),
    )
    rest: list[Node] = [
        *maybe(rng, 0.5, feed(rng, wire, "div.coral/p", "Comments {n}", "WHO|{H}|TEXT|Recommend ({n})|Reply", 1, 4)),
        *boxes(rng, _COURANT_BOXES, "section.rail/p/h3|div.c-ntc/div/h4", 2, 4),
        feed(rng, wire, "div.river/article", "Also in Foreign^Readers chose", "HEAD|SNIP|{s} min^HEAD", 2, 4),
    ]
    rng.shuffle(rest)
    built = page(rng, wire, 38, *parts(rng, _COURANT_TOP), story, *rest, *parts(rng, _COURANT_FOOT))
    return site("The Courant", "www.thecourant.example", "json-ld", built, article, "foreign")


_COURANT_TOP = pool("""
div.c-strip/span 100 3 Skip to article|Today's paper|Puzzles|My account|Subscribe: 8 weeks for £8 || nav/li+ 100 6
Home|Foreign|Comment|Letters|Arts|Books|Money|Law|Gardens|Faith|Register|Obituaries|Chess || div.c-wall/span/b 40 0 {s}
of 10 free articles read|Sign up to keep reading|Not now""")
_COURANT_FOOT = pool("""
footer.c-ft/p 100 0 The Courant is edited in Hestmark and owned by its staff.|You may leave our lists whenever you like.
How we look after your details is set out in our privacy notice.|© Courant Trust""")
_COURANT_GIFT = pool("""
Gift this article|You have {s} articles left to give this month. Whoever gets the link can read it free.|Copy gift link
|| Give this article|As a subscriber you can send {n} pieces a month to friends who do not subscribe.|Create link|Close
|| Gift|Save for later|Print|Text size|Bookmark""")
_COURANT_BIO = pool("""
Chief foreign writer. Spent {n} years in the mountains of {place} and is the author of two books on rivers, the latest
of which was shortlisted for the Oldmere Prize. || Writes on borders and those who cross them. A former barrister, lives
in {place} with a lurcher. || Contributes essays to The Courant and presents a programme on the wireless on {day}
nights.""")
_COURANT_NOTES = pool("""
This piece was amended on {date}. An earlier version misspelt the name of a river and said that the bridge was built in
{yy}. || Some names have been changed.|Travel was paid for by The Courant.|Map: Courant Graphics. Sources: Admiralty,
survey of {yy} || The best stories, told slowly: follow The Long View on your tablet, or listen wherever you find
podcasts. || If this essay has affected you, the Listening Line answers day and night on 0800 555 0{n}1. Calls are free
and private.""")
_COURANT_AMID = pool("""
IN NUMBERS|{n}%|of those asked had heard of the treaty|{k}|letters sent since {yy}|{s} in 10|would sign it again ||
Podcast: The Green Room|This week {name} and {name} argue about who should have won. {n} min|Listen now || Continue
reading below|Advertisement || A brief chronology|{yy} The railway reaches {place}|{yy} The mill shuts|{yy} First of
three inquiries""")
_COURANT_BOXES = pool("""
Corrections and clarifications|An article on {date} about the {place} inquiry gave the wrong year for the first hearing;
it was {yy}.|We said on {day} that {name} was head of the trust. She left the post in {month}.|Write to the readers'
editor. || Crossword No {k}|Set by Marlin|ACROSS|1 Bird heard in the chimney ({s})|9 Sailor's return upsets the choir
({s})|DOWN|3 Odd bits of tea for a king ({s})|Yesterday's solution|Print this grid || Letters to the editor|Sir, Your
leader of {date} asks what became of the night trains. I was on the last of them, and can report that the buffet was
shut.|{name}, {place}|Sir, May I add the sound of a milk float on gravel?|Letters must carry an address. || Births,
marriages and deaths|{name}, peacefully at home on {date}, aged {n}. Husband, father and keeper of bees. Service at St
Alban's, {place}, at {h}. Family flowers only.|Mr {name} and Miss {name}: the engagement is announced.|Place a notice ||
Courant Events|An evening with {name}|In the hall and online, {day} {date}, {h}|From £{n}; subscribers go free|Book now
|| Wine Club|Twelve reds from {place} for £{n}.99, a third less than in the shops. Our critic calls them “sound, with a
whiff of pencil”. || The archive: {yy}|From our own correspondent. The harbour is frozen, and the mails are carried over
the ice by dog.|See the page || Chess|White to play and win. {name} v {name}, {place} Open {yy}|Solution: 1 Nxf7, and
Black resigned.""")


def smalltown(article: Article, rng: Rng, wire: Wire) -> Site:
    """An American small-town paper on a platform that hundreds share: alerts, obituaries, contests, rules for talk."""
    p, again = article.published, later(article.published, rng)
    inserts = anywhere(rng, boxes(rng, _MESSENGER_AMID, "div.tnc-inline/p/h5|aside.asset/div/strong", 1, 3))
    inserts += maybe(rng, 0.6, (0.3, ad(rng, pick(rng, "Advertising|Sponsored message|Ad"))))
    inserts += second(article, rng, "Submitted photo|", "div.photo-slide")
    credit, stamps = pick(rng, "Courtesy photo|Dale Pruitt / Messenger|File"), f"{p:%b} {p.day}, {p.year}"
    stamps += pick(rng, f"| {clock(p, last=' p.m.| a.m.')}|; Updated {ago(rng)}")
    side = boxes(rng, _MESSENGER_BOXES, "div.block/p/h4|section.tnc-block/div/h3|ul.card/li/li", 3, 5)
    story = tag(
        "div.asset",
        *maybe(rng, 0.4, tag("span.flag", pick(rng, "Featured|Top Story|Editor's Pick|AP|Alert"))),
        tag("h1.headline", tag("span", article.title, label="title")),
        tag("ul.list-inline", signed(article, rng, "{}^By {}^By {} Messenger staff", "li"), by(stamps, "li")),
        *maybe(rng, 0.5, by(f"Updated {again:%b} {again.day}, {again.year}", "small.text-muted")),
        *parts(rng, _MESSENGER_TOOLS),
        *picture(caption_of(article), credit, pick(rng, "Buy Now|1 of 2|"), "div.photo-slide"),
        tag("div.asset-content.tnc-7", *(tag("div.lee-x", node) for node in body(article, rng, *inserts))),
        *boxes(rng, _MESSENGER_END, "p.tagline/span|div.tags/a", 0, 2),
        *side[:1],
        *boxes(rng, _MESSENGER_TALK, "div.commentary/p/h3", 1, 1),
        feed(rng, wire, pick(rng, "ol.pop/li|div.pop-3/div"), "Popular^For you", "HEAD^NUM|HEAD^HEAD|{s}h ago", 4, 8),
    )
    built = page(rng, wire, 45, *parts(rng, _MESSENGER_TOP), story, *side[1:], *parts(rng, _MESSENGER_FOOT))
    stated: Metadata = rng.choice(("both", "opengraph"))
    return site("Dunmere County Messenger", "www.dunmeremessenger.example", stated, built, article, "local_news")


_MESSENGER_TOP = pool("""
div.alert-wx/p/strong 50 0 Weather Alert|...WIND ADVISORY IN EFFECT FROM {h} TO {h} CST {day}...|* WHAT...Northwest
winds 25 to 35 mph, gusts to {n} mph expected.|* WHERE...All of Dunmere and Corrow counties.|* IMPACTS...Unsecured
objects could be blown around.^Breaking|Schools in Dunmere will start two hours late {day}|Dismiss || div.user/span 100
3 Log In|Subscribe|E-Edition|Submit|Guest|My Dashboard|Manage Subscription|Logout || div.wx/span 70 0 {n}°^Dunmere,
{n}°F Mostly clear^Now {n}° || ul.nav/li+ 100 8 Home|News|Obituaries|Sports|Prep Zone|Ag|Opinion|Classifieds|
Jobs|Calendar|Legals|Photos|Churches|Contests""")
_MESSENGER_TOOLS = pool("""
ul.social-share-links/li+ 90 3 Facebook|Twitter|SMS|Email|Print|Save|Copy article link || div.lee-audio/span 40 0 Listen
now to this story|0:00|/ {s}:{n}|Powered by ReadAloud""")
_MESSENGER_FOOT = pool("""
footer/li+ 100 4 About|Rates|Delivery Problems|Rack Locations|Staff|Carriers Needed|Terms|Do Not Sell My Info ||
div.copyright/div 100 0 © Copyright Dunmere County Messenger, 1{n} W. Main St.|Powered by TownPress Content System ||
div.modal-note/div/h4 50 0 Get breaking news in your browser|Your notification has been saved.|There was a problem
saving it.|Yes, notify me|No thanks""")
_MESSENGER_END = pool("""
Contact the editor at 555-01{n} or editor@dunmeremessenger.example. || {name} covers county government. Call 555-01{n},
ext. {s}. || For more local coverage, pick up {day}'s Messenger. || Tags|Dunmere|Sheriff|County Board|Fire|Army""")
_MESSENGER_AMID = pool("""
People are also reading…|Sheriff: Stolen backhoe found in creek|Dairy Barn to reopen under new owners|{place} graduate
named to dean's list || Stay informed for as little as $1.{n}/mo|Local news matters in Dunmere County. Your subscription
keeps a reporter at every board meeting.|Subscribe today || Watch now|Rain chances tonight, drying out {day}|0:{n} ||
Sign up for our Daily Headlines email|* I understand and agree that signing up means accepting the user agreement.|Sign
up || Poll|Should the county allow chickens in town limits?|Yes, up to {s}|No|Only hens|Vote|View results""")
_MESSENGER_TALK = pool("""
Join the discussion|Log in to post|Mind your language. No swearing, slurs or smut, please.|Type in lower case. Capitals
look like shouting.|No threats against anyone, ever.|Tell the truth about people, and be kind about it.|Use the flag to
tell us of bad posts. || (0) comments|Welcome! Be the first to comment.|Talk must stay on topic. The Messenger may take
down posts.|Log In || Reactions|Love|Funny|Wow|Sad|Angry|{s}|0|{s}|1|0|Rules of conduct: real names only, one post a
story, no campaigning.""")
_MESSENGER_BOXES = pool("""
Obituaries|{name}|{yy} - 2019|DUNMERE - {name}, {n}, of rural {place}, passed away {day} at Prairie View Manor
surrounded by family. She taught third grade for {n} years and never missed a fish fry.|Visitation {h} {day} at Hale
Funeral Home.|Light a candle || Local Classifieds|FREE kittens, barn raised, good mousers. 555-01{n}|FOR RENT: 2 BR
upstairs apt., no pets, $4{n} + dep.|WANTED: old tractors, running or not|Garage Sale, {n} Elm St., Fri. 8-?, tools,
baby clothes, canning jars|Place your ad || Prep scores|{place} 14, Dunmere {n}|Volleyball: Corrow def. {place} 25-{n},
25-{n}|Cross country: {name}, 3rd, {n}:{n}.{s} || WIN TICKETS!|Enter by {date} to win a family four-pack to the Dunmere
County Fair demolition derby. No purchase needed; must be 18 and live in the county. One entry per household. Employees
of the Messenger may not enter.|Enter contest || School menus|Mon.: Chicken patty, peas, pears|Tue.: Taco in a bag,
corn|Wed.: Pancakes, sausage, juice|Milk served daily || Community calendar|{date}|Bingo, Legion Hall, {h}, doors open
early|Blood drive, First Lutheran, walk-ins welcome|4-H: Busy Beavers meet at {place} school|Add your event|See all
events || Lottery|Pick 3: {s}-{s}-{s}|Badger 5: {s}-{n}-{n}-{n}-{n}|Estimated jackpot: ${n} million || Best of the
County {yy}|Voting is open! Choose your favorite pie, plumber, pastor and place to get a haircut.|Vote daily through
{date}|Sponsored by Pruitt Ford || Legal notices|NOTICE OF HEARING. In the matter of the estate of {name}, deceased.
Claims must be filed within four months of {date} or be forever barred.|Published {date}|#{k} || Markets|Corn {s}.{n}
{z}|Soybeans {n}.{n} {z}|Feeder cattle {x} {z}|Quotes delayed; courtesy Dunmere Co-op""")


def chinese(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Chinese portal in English: indents, source and editor, codes to scan, word of the day, ranks, photo numbers."""
    p = article.published
    inserts = anywhere(rng, boxes(rng, _EAST_AMID, "div.zw/p|table.t1/td", 0, 2))
    inserts += [(0.6, n) for n in picture(caption_of(article, 1), "[Photo/EastGate]", "Page 2", "div.picshow")]
    stamp = f"{pick(rng, 'Updated: |By |')}{pick(rng, 'eastgate.example|EastGate Daily|CGN')} | {p:%Y-%m-%d %H:%M}"
    if rng.random() < 0.5:
        text = [replace(node, children=("\u3000\u3000", *node.children)) if isinstance(node, Tag) else node
                for node in body(article, rng, *inserts)]
        content = tag("div", *text, id="Content")
    else:
        content = tag("div", *run_on(article, rng, *inserts), label="body", id="ctrlfscont")
    story = tag(
        "div.lft_art",
        *boxes(rng, pool("Home/|World/|Europe^HOME >> WORLD^China|Society|>"), "div.bread/span", 0, 1),
        tag("h1", tag("font", article.title), label="title"),
        by(stamp, "div.info_l"),
        signed(article, rng, "By {}^{} | EastGate^Reporter: {}", "div.info_l"),
        *parts(rng, _EAST_TOOLS),
        *picture(caption_of(article), pick(rng, "[Photo/Agencies]|CGN Photo"), pick(rng, "1/2|Click to view"), "div"),
        content,
        *maybe(rng, 0.6, by(pick(rng, "(Source: EastGate)|Editor: Lu Wen|[Web editor: Shen Qiao]"), "span")),
        *boxes(rng, _EAST_AFTER, "div.tp/p/b|div.zt2/span", 1, 2),
    )
    end: list[Node] = [
        feed(rng, wire, "div.rank/dd", "Most Viewed in 24 Hours^Top 10^Day Week Month", "NUM|HEAD^HEAD^NUM HEAD", 5, 8),
        *boxes(rng, _EAST_BOXES, "div.mb20/p/h2|div.tBox2/li/strong|table/td/th", 3, 4),
        feed(rng, wire, "div.pics/div", "Photos^HIGHLIGHTS^Special Coverage", "HEAD^HEAD|SNIP|More", 2, 5),
    ]
    built = page(rng, wire, rng.randint(14, 26), *parts(rng, _EAST_TOP), story, *end, *parts(rng, _EAST_FOOT))
    return site("EastGate", "english.eastgate.example", "none", built, article, "a/201811")


_EAST_TOP = pool("""
div.topNav/a 90 4 中文|Français|日本語|한국어|Mobile|Set as homepage|Newsletter || ul.dropdown/li+ 100 7
HOME|CHINA|WORLD|BUSINESS| LIFESTYLE|CULTURE|TRAVEL|WATCHTHIS|SPORTS|OPINION|REGIONAL|FORUM|VIDEO || div.hot/span/em
50 0 Hot words:|two sessions| high-speed rail|panda|gaokao || form/label 50 0 Advanced Search^Web|Image|Search""")
_EAST_TOOLS = pool("""
div.shareBox/a 70 3 Share|WeChat|Weibo|Facebook|Twitter|Qzone|Douban|More || div.sz/span 60 0 Large Medium
Small^Comments Print Mail Large Medium Small^A-|A+|{s} comments""")
_EAST_FOOT = pool("""
div.foot/span 100 4 About us|Contact|Advertising|Join us|Site map|Expat employment|Jobs || div.foot2/p 100 0 The
content (text, pictures and multimedia included) on this site belongs to EastGate Information Co and may not be
republished in any form without its written authorization.|Browse with {k}*768 or higher resolution.|License for
online transmission of audio-visual programs 0{k}{n}|Registration No. 京ICP备{n}0{k}号 || div/a 60 0 Back to the top""")
_EAST_AMID = pool("""
Related: || Follow EastGate on WeChat to read this on your phone || Video|00:00/0{s}:{n}|HD|Refresh || Go to
page|Previous Page|1|2|3| Next Page|>>|""")
_EAST_AFTER = pool("""
Scan the code|Hold the image and choose “Recognize”|Reading on a phone? Turn it sideways. || I'd like to comment|User
name| Anonymous|Submit|{n} people took part|Posts that break the law of the land are removed, and those who post them
answer for them. || 0|0|Like|Dislike|Moved|Angry|Bored || Key Words||{place}|rescue|visit|trade || Read more at our
special page: The Year in {n} Pictures""")
_EAST_BOXES = pool("""
Word of the day|吃瓜 (chī guā)|Literally “to eat melon”: to look on at somebody else's quarrel with relish. “Don't ask
me, I am only here for the melon.”|Listen|Test yourself || What's on in {place}|Kunqu Opera: The Peach Fan, {day} {H},
RMB {n}-{n}0| Lantern fair, through {date}|Craft beer weekend, free entry|Call 400-{n}0-55{n} || Ask an expat|My
landlord keeps the deposit. What now?|{name}, Canada: Take pictures on the day you move in, and again on the day you
leave.|Best answer|{n} useful || Air quality|{place}|AQI {n}|Good|{place}|AQI 1{n}|Lightly polluted || Shares|Shanghai
Composite {k}.{n} {z}%|Shenzhen {k}.{n} {z}%| Hang Seng {n},{n}0 {z}% || Columnist|{name}|A cup of tea and the price
of houses|The author is a professor of finance. His views need not be those of EastGate. || Government and
Policy|Circular on the quality of noodles takes effect|Plan to plant {k} hectares of saxaul|Services|Visas|Full text
|| Lottery|Union Lotto {n} {n} {n} {n} + {s}|Next draw {day}|Please buy within your means || Horoscope by birth
year|Rat: a guest brings news|Ox: rest your eyes|Tiger: do not sign on {day}""")


def latin(article: Article, rng: Rng, wire: Wire) -> Site:
    """A Latin-American site in English: notes of translators, appeals of a non-profit, the other dollar, licences."""
    p = article.published
    inserts = anywhere(rng, boxes(rng, _ALTI_AMID, "div.nota/p|aside.donate-mid/p/h4|div.tw/blockquote", 1, 3))
    inserts += maybe(rng, 0.5, (0.5, teaser(rng, wire, "READ MORE|LEA TAMBIÉN|SEE ALSO:", "list|lines|line")))
    inserts += second(article, rng, "Image: Faro Collective|Photo: Courtesy|(File)", "figure.wp-block-image")
    note = boxes(rng, _ALTI_NOTES, "p.translator-note/em|div.aviso/p", 1, 1)
    early = rng.random() < 0.5
    translator = by(filled(rng, "Translated by {name}^Translation: {name}^English version: {name} and {name}"))
    story = tag(
        "main.single-post",
        tag("div.cat-links", link(pick(rng, "Investigations|Andes|Southern Cone|Mexico|Rights|Elections"))),
        tag("h1.entry-title", article.title, label="title"),
        *maybe(rng, 0.5, deck(article, "p.bajada")),
        *picture(caption_of(article), pick(rng, "Photo: Agencia Faro|Illustration: M. Rúa"), "", "figure.destacada"),
        signed(article, rng, "By {}^{} in La Paz^por {}", "div.firma"),
        by(f"{p:%B} {p.day}, {p.year}" + pick(rng, f"|, {clock(p)} (GMT-3)"), "time"),
        *maybe(rng, 0.6, translator),
        *parts(rng, _ALTI_TOOLS),
        *(note if early else []),
        *maybe(rng, 0.3, key_points(article, rng, pick(rng, "Key findings|Why it matters|At a glance"), 1, 3)),
        tag("div.entry-content", *body(article, rng, *inserts)),
        *([] if early else note),
        *boxes(rng, _ALTI_AFTER, "div.licencia/p/h5|div.pie-nota/p", 1, 3),
    )
    end: list[Node] = [
        *boxes(rng, _ALTI_BOXES, "aside.widget/p/h3|div.caja-4/li/span|section.wp-block-group/div/h2", 2, 4),
        feed(rng, wire, "div.mas/article", "More from {place}^Lo más leído", "{place}|HEAD|SNIP^HEAD|{date}", 3, 5),
    ]
    rng.shuffle(end)
    built = page(rng, wire, rng.randint(24, 44), *parts(rng, _ALTI_TOP), story, *end, *parts(rng, _ALTI_FOOT))
    return site("Altiplano Times", "altiplanotimes.example", rng.choice(("both", "opengraph")), built, article)


_ALTI_TOP = pool("""
div.idiomas/span 100 0 ES|EN^Leer en español^Español|English|Português || div.dolar/span 50 0 Dollar|Official ${k}|Blue
${k}| MEP ${k}|Gap {n}% || nav/li+ 100 6 Politics|Economy|Investigations|Migration|Environment|Drug War|Indigenous
Peoples|Culture| Football|Podcasts|Data|About || div.pop/p/h3 40 0 We are read because we cannot be bought|Close|I
already give""")
_ALTI_TOOLS = pool("""
ul.sharedaddy/li+ 70 2 Click to share on X (Opens in new window)|Click to email a link|Telegram|Imprimir|Copy ||
div.leer/span 40 0 Reading time: {s} minutes^Listen to this note|00:00|0{s}:{n}""")
_ALTI_FOOT = pool("""
footer/p 100 0 Altiplano Times is published by the Fundación Puna, a non-profit registered in {place}.|Who funds
us|Ethics code|Transparency report {yy}|Privacidad^A service of Puna Media. Mitre {n}0, 4th floor|Editor in charge:
{name}|Property register RL-{k}|Edition no. {k}""")
_ALTI_NOTES = pool("""
This article was first published in Spanish and has been cut for readers abroad. Where the two differ, the Spanish
holds. || Translator's note: “puntero” has no good English word; it means a man who trades favors for votes in a
neighborhood. || This text was put into English by a machine and read by an editor. Tell us of mistakes:
english@altiplanotimes.example || Translator's note: sums are turned into U.S. dollars at the official rate of {date}.
|| Editor's note: We have withheld the names of {s} people in this story, who fear for their safety. || Read the
Portuguese version here. Leia em português.""")
_ALTI_AMID = pool("""
We need you|No party, mine or bank pays for what you are reading: {k} readers do. For the price of a coffee you can help
to keep {n} reporters in the field.|$5|$10|Other amount|I want to help || [Embedded content] || Tuit|{name} on X: “The
march leaves from the obelisk at {h}. Bring water and your grandmother.”|{n} replies || Gallery|Previous|{s} / {n}|Next
|| This story is part of the series Rivers of Mercury, made with the help of the Faro Fund.""")
_ALTI_AFTER = pool("""
Republish this story|You may run our stories for free if you name us in the first lines, change nothing but the style,
and do not sell them. Pictures are not part of the licence.|Copy HTML|Creative Commons BY-ND || Tags:
corruption|mining|police| elections || Support|Alias: PUNA.CARACOL.SOL|Donate by card || Did you like it? Share your
view in our WhatsApp community, {k} members || Fact-check: {name} and {name}. Data: {name}. Art: {name}. || Right of
reply: the ministry was asked for comment on {date} and had not answered when we went to press.""")
_ALTI_BOXES = pool("""
Country file|Population: {n} million|Capital: {place}|Currency: the peso|President: {name}, since {yy}|Poverty: {n}% ||
Podcast: Sobremesa| Ep. {n}: {name} ate nothing but quinoa for {s} weeks. We ask why, and who sold it to
her.|Spotify|Apple|{n} min || The week in brief, every {day}|Subscribe to our newsletter in English|Nombre|Correo
electrónico|Enviar|No spam. Sólo noticias. || Copa: last night|Deportivo {place} 2 (Paredes {n}') - Atlético {place}
1|Group C|Pts {s} || Exhibition|Weavers of {place}: looms and dyes, until {date}. Tuesdays free. Guided tours at {H} ||
Remembering|{name} ({yy}-2018), who sang boleros on night buses and taught half of {place} to dance.|Read obituary ||
Quiniela|Primera {k}|Matutina {k}|Nocturna {k} || Recipe|Locro for ten: soak the corn for a night, add squash, pork and
patience. {s} hours || Poll|Should the clocks be changed?|Sí {n}%|No {n}%|{k} votes""")


def amp(article: Article, rng: Rng, wire: Wire) -> Site:
    """An accelerated mobile page: consent with purposes, carousels, an app, stories to tap, another story after it."""
    p = article.published
    pattern, forms = "NUM of {n}|HEAD^HEAD|SNIP^HEAD|Tap", "amp-ad/div|div.i-amphtml-x/p/h5|div.box9/span"
    slides = feed(rng, wire, "amp-carousel/div.slide", "Keep swiping^Top picks", pattern, 2, 5)
    inserts = anywhere(rng, [*maybe(rng, 0.7, slides), *boxes(rng, _AMP_AMID, forms, 1, 3)])
    inserts += maybe(rng, 0.4, (0.6, teaser(rng, wire, "Swipe up:|RECOMMENDED", "bare|snippet|line", "div.rl")))
    for number in range(2):
        under = [tag("amp-img", src="/m.jpg", layout="fill"), *maybe(rng, 0.5, tag("button", "Open lightbox"))]
        shown = tag("figure.ampimg", *under, tag("figcaption", caption_of(article, number) or "", label="caption"))
        inserts += [(0.1 + number / 2, shown)] if caption_of(article, number) else []
    story = tag(
        "article.amp-wp-article",
        *maybe(rng, 0.5, tag("div.amp-tag", pick(rng, "LIVE BLOG|News|EXPLAINED|2 min|Viral"))),
        tag("h1.amp-wp-title", article.title, label="title"),
        *maybe(rng, 0.3, deck(article, "h2.syn")),
        tag("div.amp-wp-meta", signed(article, rng, "{}^by {}^Written by {}^Edited by {}", "span")),
        by(f"{p:%B} {p.day}, {p.year} {clock(p)}{pick(rng, '| IST| (updated)')}", "div.amp-wp-posted-on"),
        *parts(rng, _AMP_TOOLS),
        tag("div.amp-wp-article-content", *body(article, rng, *inserts)),
        *boxes(rng, _AMP_AFTER, "div.amp-more/a|div.wrp/p/h4", 1, 2),
    )
    another = tag("section.next-page", tag("div", pick(rng, "Next story|Loading next article…|Up next")),
                  tag("h2", wire.headlines(rng, 1)[0]), *(tag("p", s) for s in wire.sentences(rng, rng.randint(2, 6))))
    end: list[Node] = [
        *boxes(rng, _AMP_BOXES, "amp-accordion/div/h4|div.crd/p/h3|amp-selector/div", 2, 4),
        *maybe(rng, 0.6, another),
        feed(rng, wire, "amp-list/div", "Trending^Web Stories", "HEAD^By {name}|HEAD|{n} slides^HEAD|{s}h", 3, 6),
    ]
    rng.shuffle(end)
    consent, top = parts(rng, _AMP_CONSENT), parts(rng, _AMP_TOP)
    built = page(rng, wire, rng.randint(24, 40), *top, story, *end, *consent, *parts(rng, _AMP_FOOT))
    return site("Thornhaven Ledger", "amp.thornhavenledger.example", "json-ld", built, article, "amp")


_AMP_CONSENT = pool("""
amp-consent/p/h3 80 0 Before you read|With your say-so, we and {n} vendors keep cookies and like identifiers on your
phone, read them, and learn from them which stories and adverts you stop at.|Purposes|Store and access information on a
device|Select basic ads|Build a profile for personalised content|Precise location|Legitimate interest: object|Vendor
list ({n}0)|AGREE|DISAGREE| Save & exit^Cookies?|Needed: always on|Statistics|Marketing|Allow selection|Allow all||You
can open these settings again from the foot of any page.""")
_AMP_TOP = pool("""
div.appbar/span 60 0 Open in app^Get the Ledger app|4.{s} ★ ({k})|INSTALL || amp-sidebar/li+ 90 6
✕|Home|City|Cricket|Films|Money| Astro|Web Stories|Videos|Photos|Jobs|Elections|E-Paper|Games || div.hdr/a 60 0
☰|Thornhaven Ledger|Sign in|🔍""")
_AMP_TOOLS = pool("""
div.amp-social/a 80 2 Facebook|X|WhatsApp|Follow us on News Feed|Copy|A+ || div.toc/li/b 30 0 In this article|What
happened|The background|FAQ|Show more""")
_AMP_FOOT = pool("""
footer/p 100 0 View non-AMP version|Copyright Ledger Digital. All rights reserved.|Top ⇧^Leave mobile site|Privacy
settings| Grievance officer: {name}|This website follows the code of ethics for digital news.""")
_AMP_AMID = pool("""
Advertisement || Tap to unmute|00:{n}|Skip in {s} || Story continues below this ad^Article continues after the advert ||
Quiz|In which year was {place} founded?|{yy}|{yy}|{yy}|Next question || Join {k} readers on our channel|Join now ||
Promoted|Flats in {place} from {n} lakh. Conditions apply.|Visit site || Sponsored Content||Loading…""")
_AMP_AFTER = pool("""
Read full story on the website || (Apart from the headline and the picture, this report may have been left as it came
from a feed.) || First published on: {date}, 2019 at {h}|Tags|news|breaking || Disclaimer|Prices were right when this
was written and may change. The Ledger may earn a share if you buy through links. || About the writer|A trainee at the
Ledger's digital desk, fond of cats, cricket and cold coffee, who has written on everything from potholes to pop since
{yy}.|Read more || Show comments ({n})|Post""")
_AMP_BOXES = pool("""
Today's horoscope|Leo: An old debt is paid in kind. Wear green.|Virgo: Say less at the meeting.|Libra: {day} is for
mending.|All signs || Live score|{place} {n}/{s} ({n}.{s})|{place} 1{n} & {n}|Day {s}, Stumps|Full scorecard || Gold
rate in {place}|22 carat {k}|24 carat {k}| Change {z}|Petrol {x}|Diesel {x} || Box office day {s}|{place} Nights:
{n}.{s} crore|Verdict: average|Reviews ★★★☆☆ || FAQs|How do I see my result?|Go to the board's site, type in your roll
number and press Submit.|What if the site is down?|Try again at {h}, or send a text to 5{k}. || Exam calendar|{date}:
Clerk (Prelims)|{date}: Constable PET|Admit cards out || Racing, {place} Park|1st race: Silver Button ({name}) 1, Dusty
Answer 2, Quarrel 3. Won by 1¼. Tote: Rs {n}, {n}, {n}. Favourite: Quarrel|Non-runner: Ma Cherie || Stock in news|{name}
Motors {x} {z}%|{place} Cement {x} {z}%|Data delayed by {n} minutes || Rain alert|{place}: heavy at times, {n} mm|Stay
in if you can, and keep off flooded roads.|Radar""")


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "longread": longread, "smalltown": smalltown, "chinese": chinese, "latin": latin, "amp": amp,
}
