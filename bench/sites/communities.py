"""Invented sites where people put up what others wrote, or write for few: links, letters, a blog, a student station.

How their words are written down is told in ``magazines``.
"""

from collections.abc import Callable
from datetime import timedelta

from bench.sites import development_parts as parts
from bench.sites.development_parts import Insert, by, maybe, names, page, pick
from bench.sites.magazines import Words, flow, some_of
from bench.sites.markup import Node, tag
from bench.sites.page import Article, Site
from bench.sites.pieces import Rng, body, caption_of, figure, inline, link, listed
from bench.sites.wording import Wire

# A part of a page a line:
# fmt: off


def community(article: Article, rng: Rng, wire: Wire) -> Site:
    """A site of links with votes: the article quoted in full by whom the wall annoyed, and a tree of comments."""
    p, w = article.published, Words(rng, _COMMUNITY)
    told, signed = rng.random() < 0.6, bool(article.authors) and rng.random() < 0.5
    inserts: list[Insert] = maybe(rng, 0.4, (0.6, tag("p", w.one("middle"), label="furniture")))
    inserts += [(0.2, node) for node in figure(caption_of(article), w.one("credit"), "div.img")]
    quoted = body(article, rng, *inserts)
    at = rng.randint(1, len(quoted))
    tools = parts.share(rng, "permalink|embed|save|report|give award|reply|hide|crosspost", pick(rng, "list|line"))
    pieces: list[Node] = [tag("blockquote", *quoted[:at])]
    pieces += [tools, tag("p.md", w.one("split")), tag("blockquote", *quoted[at:])] if quoted[at:] else []
    paste = tag(
        rng.choice(("div._1oQyIsiPHYt6nx7VOmd1sz", "div.usertext-body", "section.md")),
        tag("div.tagline", w.one("op")), tag("p", w.one("before")),
        by(names(article)) if signed else "", by(f"{p:%B} {p.day}, {p.year}") if told else "",
        *pieces, *figure(caption_of(article, 1), "", "div.img"),
        *maybe(rng, 0.6, tag("p", w.one("after"))), tools,
    )
    thread = tag("div.commentarea", w.box("div.sort", "sort", 1, 3, "div"), *_tree(w, wire, rng.randint(3, 5)))
    post = tag(
        "div.thing", w.box("div.votes", "votes", 2, 4, pick(rng, "div|span")),
        tag("h1", article.title, label="title"), w.box("div.flair", "flair", 2, 5, pick(rng, "div|span")),
        *maybe(rng, 0.5, w.box("div.sticky", "sticky", 2, 4)), paste, thread,
    )
    side = some_of(rng, [w.box("div.about", "about", 3, 7), w.box("ol.rules", "rules", 3, 7, "li")], 1)
    side += some_of(rng, [w.box("ul.mods", "mods", 3, 6, "li"), w.briefs(wire, "div.more", "more", 2, 5)], 1)
    nodes = [w.box("header", "top", 4, 9, pick(rng, "li|span")), *rng.sample([post, tag("aside", *side)], 2)]
    built = page(rng, wire, rng.randint(16, 36), *nodes, w.box("footer", "foot", 3, 7, "div"))
    stated = rng.choice(("none", "none", "opengraph"))
    return Site("Commonlink", "www.commonlink.example", stated, built, "c/worldnews", told, signed)


def _tree(w: Words, wire: Wire, size: int, depth: int = 0) -> list[Node]:
    """Comments and the answers to them."""
    found: list[Node] = []
    for text in w.rng.sample(wire.comments, size):
        user, line = w.rng.choice((*wire.readers, w.one("users"))), f"{w.one('points')} {parts.ago(w.rng)}"
        head = tag("div", user, " ", line) if w.rng.random() < 0.5 else tag("div", tag("div", user), tag("div", line))
        said = w.one("said") if w.rng.random() < 0.4 else text
        foot = w.box("ul", "buttons", 1, 3, pick(w.rng, "li|span"))
        inner = _tree(w, wire, w.rng.randint(1, 2), depth + 1) if depth < 2 and w.rng.random() < 0.4 else []
        found.append(tag("div.comment", head, tag("p", said), foot, tag("div.child", *inner), label="furniture"))
    return found


_COMMUNITY = """@@middle (ad removed)|[image]|[chart in the original, can't paste it here]|— emphasis mine —|[Skip
Advertisement] @@credit (from the article)|[image]|imgpile.example/a/^k^Qz @@split (continued, hit the character limit)|
Part 2/2:|…second half below because the site only takes 10,000 characters|cont.| Still with me? Rest of it: @@op
u/paywall_pete [OP] ^^^ points ^ hours ago (edited)|lurker_no_more_^^ • ^h ago|Submitted by u/{nick}_ghost|level 1 · OP
· Stickied comment @@before Text for those without a subscription:|Since people keep asking, full article below. Please
still click the link so that they get paid.|Pasting because the site gives me a 451 over here.|tl;dr at the bottom|
Mirror in case it goes down:|Article: @@after TL;DR: read it, it takes ^ minutes.|Edit: thanks for the silver, kind
stranger!|Edit ^: people in the replies say that the original was changed since I pasted this.|End of article. My take:
I grew up an hour from there and none of this surprises me.|EDIT: a word @@sort all ^^^ comments|sorted by: best|Top|
New|Controversial|Old|Q&A|View discussions in ^ other communities|Log in or sign up to leave a comment|Search comments
@@votes ▲|▼|^.^k|•|^^^^ points (9^% upvoted)|Vote|⇧|Upvote|Downvote @@flair ({nick}post.example)|Posted by u/{nick}^^ ^
hours ago|Not a primary source|World|Misleading title?|🏅 ^|Archived|^^^ comments| share|save|Locked|c/worldnews|
Reposted ^ times|Soft paywall @@sticky BotMod · Moderator · ^h ago|Hi! Your link has been checked: the outlet is rated
“mostly factual” by three of our lists. Vote this comment down if you think otherwise.|Users often report submissions
from this site for sensationalised headlines. You may wish to look for another report of the same event.|As a reminder,
no doxxing, no calls for violence, no “they deserved it”. First offence: ^ days. @@about About community :: A place for
major news from around the world, {where} politics excepted (see c/{nick}).|^^.^m Readers|^,^^^ here now|Created {month}
{day}, {year}|Join|Create post|Community options|Looking for a job where you read all day? We need moderators from the
Pacific. @@rules Rules|c/worldnews rules :: Titles must be those of the article|No opinion pieces or analysis|No walls
of text in capitals|Nothing older than a week|No memes, GIFs or petitions|Be decent: attack ideas, not people. We remove
slurs without a warning.|Don't solicit votes or money, however good the cause|Link to the first who reported it, not to
those who copied it|1.|2. @@mods Moderators|Mods :: u/{nick}_mod|u/quietstorm|Message the mods|View all moderators|
u/BotMod ⚙|^^ more|Inactive @@more Related communities|More posts you may like|Trending today :: c/{nick} · ^^k
members|c/UpliftingNews|Promoted|r/geopol • ^h ago|^^^ votes @@users [deleted]|Throwaway_^^^^|xX_heron_Xx|NotARobot^^|
dr_{nick}|soup-is-good @@points ^ points|1 point|-^^ points|[score hidden]|^.^k points · ·|• ^^^ · @@said [removed]|
This.|Comment removed by moderator|Can confirm, I work in the port. We got told to go home at two and nobody would say
why.|Came here to say this|> they said nobody was hurt|Username checks out|The thing people miss is that the treaty of
19^^ never covered inland waters. I wrote my thesis on this, ask me anything.|F|!remindme ^ days|No. Just no.|You
dropped this: \\ @@buttons Reply|Share|permalink|parent|Give Award|load more comments (^^ replies)|continue this thread
→|[–]|^ more reply|save|context|Report|⤴ @@top Skip to content|Popular|All|Random|Friends|Log In|Sign Up|Get app|
Premium|Search Commonlink|My communities|Wiki|Rising|Gilded @@foot about|blog|advertising|site rules|help|contact us|
mobile beta|User agreement|Use of this site means that you accept our content policy. © {year} Commonlink Inc.|π|
Rendered by pid ^^^^ on app-^^ at {year}-11-0^ running a^f^c"""


def letters(article: Article, rng: Rng, wire: Wire) -> Site:
    """The archive of a mailing list, or a newsletter as its archive shows it."""
    p, w, sent = article.published, Words(rng, _LETTERS), article.published + timedelta(minutes=rng.randint(1, 50))
    signed, title = bool(article.authors), tag("h1", article.title, label="title")
    inserts = [(0.5, node) for node in figure(caption_of(article), w.one("credit"), "div.img")]
    if rng.random() < 0.5:
        thread: list[Node] = []
        for text in rng.sample(wire.comments, rng.randint(1, 4)):
            said = parts.sentence(article, rng.randint(0, 9))
            thread += [w.box("div", "wrote", 1, 1), *maybe(rng, 0.6, tag("div", f"> {said}", label="repeat"))]
            thread += [tag("pre", text, label="furniture"), w.box("pre", "signature", 1, 3, "div")]
        nodes: list[Node] = [
            w.box("div.nav", "thread", 4, 8, pick(rng, "li|span")), title,
            by(f"From: {names(article)} <desk@{w.one('hosts')}>" if signed else "", "div"),
            by(f"Date: {sent:%a, %d %b %Y %H:%M}:09 +0000", "div"), w.box("div", "fields", 2, 5, "div"),
            tag("div", f"Subject: [{w.one('lists')}] {article.title}", label="repeat"),
            tag("pre", *parts.run_on(article, rng, *inserts), label="body"),
            *figure(caption_of(article, 1), "", "div.attachment"), w.box("pre", "scrubbed", 3, 7, "div"), *thread,
        ]
        nodes += [w.box("ul.index", "thread", 4, 7, "li"), w.briefs(wire, "div.other", "subjects", 4, 7)]
    else:
        inserts += flow(rng, [w.box("td.sponsor", "sponsor", 2, 4), w.box("td.poll", "poll", 2, 5, "div")], 0)
        story = tag("td.mcnTextContent", *body(article, rng, *inserts), *figure(caption_of(article, 1), "", "div"))
        after = [w.box("td.sponsor", "sponsor", 2, 5), w.box("td.poll", "poll", 2, 5), w.box("td.jobs", "jobs", 2, 5)]
        after += [w.briefs(wire, "td.links", "links", 3, 6), w.box("td.refer", "refer", 2, 5)]
        after = some_of(rng, [*after, w.box("td.day", "numbers", 2, 4)], 3)
        signs = [by(f"{p:%A, %d %B %Y}"), title, by(f"{w.one('by')} {names(article)}" if signed else "", "div")]
        nodes = [w.box("div.preheader", "preheader", 1, 3), w.box("td.hello", "hello", 2, 5), *signs]
        nodes += [tag("table", tag("tr", story)), *after, w.box("td.unsubscribe", "unsubscribe", 3, 7)]
    nodes = [w.box("div.bar", "bar", 3, 6, pick(rng, "span|div")), *nodes, *maybe(rng, 0.7, w.form("form", "join"))]
    built = page(rng, wire, rng.randint(14, 28), *nodes, w.box("div", "foot", 2, 5))
    stated = rng.choice(("none", "none", "json-ld"))
    return Site("The Strait Letter", "archive.straitletter.example", stated, built, f"{p:%Y-%B}", True, signed)


_LETTERS = """@@credit (image/jpeg, ^^^ kB)|Photo: a reader|Getty for all of us @@hosts straitletter.example|
lists.{where}.example|deskmail.example @@lists strait-news|OSINT-L|fwd|harbour-watch @@thread Previous message (by
thread)|Next message (by thread)|Messages sorted by:|[ date ]|[ thread ]|[ subject ]|[ author ]|← Back to the month|
{month} {year}|Reply to list|^^ participants|^ comments|View as plain text|Expand all|{month} (^^ messages) @@fields To:
strait-news@lists.example|Cc: {who}|Message-ID: <^^^.^^f^a@mx^.example>|In-Reply-To: <CAB^^^=x@mail.example>|X-Mailer:
Pelican ^.^|Precedence: list|Content-Type: text/plain; charset="utf-8"|List-Id: The strait and its news|Reply-To: {who}|
X-Spam-Level: * @@scrubbed -------------- next part --------------|A non-text attachment was scrubbed...|Name:
image00^.jpg|Type: application/pgp-signature|Size: ^^^^ bytes|Desc: not available|URL:
<http://lists.example/{year}/att-^^^.bin>|_______________________________________________|Sent from my telephone, please
forgive the brevity.|strait-news mailing list|To leave, send a mail with the word “leave” to
strait-news-request@lists.example @@wrote On {month} {day}, {year}, at 1^:^^, {who} wrote:|{who} schrieb:|>>> {who}
{year}-11-0^ 0^:^^ >>>|----- Original Message -----|Hi all,|[quoted text hidden]|+1, and please trim your quotes.
@@signature -- |{who}|Harbour master (ret.), {where}|tel +00 ^^^ ^^^^|“A ship in port is safe.”|GPG: ^A^^ C^^F ^^^^
^B^^|This mail and what is attached to it are meant for whom they are addressed to. If that is not you, kindly delete
them and tell the sender.|Best,|Cheers @@subjects Other threads|Last messages|More from the list :: {who} · ^ replies|
Re:|Fwd:|[ANN]|^ new|{month} {day} @@bar Subscribe|Past issues|Translate|RSS|View this email in your browser|Share|
Tweet|Forward|English|Log in to archives|All lists|Help|Lists|Threads @@preheader Plus: the town that bought its own
ferry|Read in ^ minutes or listen in ^^|Issue #^^^|Can't see the pictures? Show them.|Was this forwarded to you? Sign up
here.|Good morning. It is cold, and so is the coffee. @@hello Hello reader,|Happy Saturday! I am writing this from a
train that has not moved for an hour, with a long read for you and then the usual odds and ends.|First, a confession:
last week's letter gave the wrong link to the recipe. ^^ of you wrote in. The soup is here.|Hi FNAME,|Today: one story,
five links, a picture of a goat.|— {who}|In today's edition @@by By|Written by|Words:|Today's letter is by @@sponsor
Together with Pellbank|A message from our sponsor|Supported by :: Your savings should not sleep. Pellbank's flexible
account pays ^.^% and takes ^ minutes to open. Terms apply, capital at risk.|Get ^^% off with the code STRAIT|Try it
free →|Socks that survive a winter at sea, knitted in {where} by people who know both. Readers get free post.|Advertise
to ^^,000 curious people|PARTNER @@poll How was today's letter?|Reader poll|One question :: 😍 Loved it|😐 Meh|👎 Not
for me|Last week ^^% of you said that pineapple is fine. We are thinking of closing the poll for good.|Vote|Should
cities ban cars on Sundays?|Yes|Only in summer|Tell us why: just press reply.|Rate @@jobs Job board|Good work|
Classifieds :: Data editor, {where} (part-time, remote)|Deckhand wanted for the summer season, no experience needed,
strong stomach essential|Post a job for ^^ crowns|Apply by {day} {month}|For sale: a printing press, ^^ years old,
collect in person|Course: “Write Clearly” with {who}, six evenings, ^^^ crowns @@links In other news|Elsewhere|Worth
your click|Short and sweet :: ^ min|$|👀|Via {who}|No paywall|1.|2. @@refer Share the letter|Tell a friend :: You have ^
referrals. ^ more and we will send you a sticker that peels off cleanly.|Copy your link: straitletter.example/r/^a^f|^ =
mug|^^ = lunch with {who}|Refer|Click to share|Or join the supporters: they get the Sunday issue, the archive and our
thanks, for ^ crowns a month.|Gift the paid edition @@numbers Number of the day|Quote of the day|On this day|Word of the
week :: ^^^,000|That is how many umbrellas were left on the trains of {where} last year.|“I have never met a committee
that built a boat.”|{who}, shipwright|Fathom (n.): six feet; also, to understand, once one has sounded how deep it
goes.|{year}: the lighthouse at {where} went electric. @@unsubscribe You get this mail because you signed up on our
website or gave us your card at a fair.|Unsubscribe from this list|Update your preferences|The Strait Letter, Quay 4,
3rd floor, {where}|Add us to your address book|Copyright © {year}, all rights reserved.|Sent with Parcelpost|No longer
want these? Pause for a month instead.|Made with ☕ in {where}|Why did I get this?|Privacy @@join Get the letter|Join
the list :: Email address *|First name|Daily|Weekly|Confirm you are human|Subscribe @@foot Archive generated by Pipeline
^.^^|More information about the strait-news mailing list|Last message date: Sat {month} {day} 1^:^^:0^ {year}|Powered by
Listbird|Report this list for spam|Terms"""


def hosted(article: Article, rng: Rng, wire: Wire) -> Site:
    """A person's blog on a big host: a tree of months, followers, labels, counters, a word before the text."""
    p, w = article.published, Words(rng, _HOSTED)
    inserts = flow(rng, [w.box("div.embed", "embed", 2, 5, "div"), w.box("div.coffee", "coffee", 1, 3)], 0)
    shown = [figure(caption_of(article, n), "", "table.tr-caption-container") for n in range(2)]
    inserts += [(share, node) for share, found in zip((0.1, 0.7), shown) for node in found]
    tree: list[Node] = [tag("div", f"▼ {p.year} ({rng.randint(9, 300)})")]
    for number, month in enumerate(parts.months(p.year, p.month, min(p.month, 6))):
        tree.append(tag("li", f"{'► ' if number else '▼ '}{month.split()[0]} ({rng.randint(1, 40)})"))
        tree += [] if number else [tag("ul", *(tag("li", link(text)) for text in wire.headlines(rng, 4)))]
    tree += [tag("li", f"► {p.year - back} ({rng.randint(2, 200)})") for back in range(1, rng.randint(2, 7))]
    talk: list[Node] = []
    for text in rng.sample(wire.comments, rng.randint(1, 4)):
        talk += [tag("dt", f"{rng.choice((w.one('people'), *wire.readers))}{w.one('stamp')}"), tag("dd", text)]
        talk.append(w.box("dd.actions", "actions", 1, 3, pick(rng, "span|div")))
    signature = f"Posted by {names(article)} at {parts.clock(p)}" if article.authors else f"at {parts.clock(p)}"
    post = tag(
        "div.blog-posts.hfeed", by(f"{p:%A, %B} {p.day}, {p.year}", "h2.date-header"),
        tag("h3.post-title.entry-title", article.title, label="title"), *maybe(rng, 0.5, w.box("div", "before", 1, 2)),
        tag("div.post-body", *parts.run_on(article, rng, *inserts), label="body", id="post-body-44"),
        *maybe(rng, 0.6, w.box("div", "after", 1, 3)), by(signature, "div.post-footer"),
        w.box("div.post-icons", "icons", 2, 6, pick(rng, "span|div")),
        tag("div.post-labels", "Labels: ", inline(w.some("labels", 2, 5), ", ", "span")),
        tag("div.comments", tag("h4", w.one("count")), tag("dl", *talk), w.box("p", "form", 1, 4, "div")),
        inline(w.some("pager", 2), " "),
    )
    counted = [f"{text} ({rng.randint(1, 90)})" for text in w.some("labels", 4)]
    gadgets = [tag("div.widget.BlogArchive", tag("h2", "Blog Archive"), *tree), w.box("div.Profile", "profile", 2, 5)]
    gadgets += [tag("div", tag("h2", "Labels"), listed(counted)), w.box("div.Followers", "followers", 2, 5, "div")]
    gadgets += [w.briefs(wire, "div.PopularPosts", "popular", 2, 5), w.pairs("div.BlogList", "blogs", 2)]
    gadgets += [w.box(spec, spec[4:], 2, 4, pick(rng, "p|div")) for spec in ("div.counter", "div.notice", "div.book")]
    sides = rng.sample([tag("div.main", post), tag("aside.sidebar", *some_of(rng, gadgets, 4))], 2)
    nodes = [w.box("div.header", "header", 2, 5, "div"), *sides, w.box("div.attribution", "foot", 1, 4)]
    built, stated = page(rng, wire, rng.randint(14, 34), *nodes), rng.choice(("none", "opengraph", "json-ld"))
    host, signed = "smalljetty.quickblog.example", bool(article.authors)
    return Site("Notes from a Small Jetty", host, stated, built, f"{p:%Y/%m}", signed=signed)


_HOSTED = """@@header Notes from a Small Jetty|Fishing, family and whatever the government is up to|Home|About me|
Recipes|Boats I have owned|Create Blog|Sign In|More|Next Blog»|Search This Blog @@before Not mine, but I did not want it
to vanish behind a wall again. Read it, then scroll down for what I think.|Long time no post! The knee is better, thank
you all for asking, and the dog sends his regards.|From the papers:|Reposting from my old blog @@after What do you
think? Leave me a line below, I answer everyone (except you, Gerald).|To be continued…|I have no rights in this text and
will take it down if its owner asks me to.|H/T to {who} for the link.|Peace, and wear your lifejackets.|★ ★ ★ @@embed
{who} @{nick}_deck · {month} {day}|Just heard a bang over by the silos. Anyone else in {where} awake?|^^ retweets|^^^
likes|10:^^ PM · from Tweetie|View this post on Picgram|A post shared by {who} (@{nick}.{year})|❤ ^^|Show this thread|
The media could not be displayed. @@coffee If you like what I write, buy me a coffee. I drink it black and blog for
longer.|Tip jar|Advertisements|This post contains links to a shop; when you buy a reel by way of them I get a few coins,
at no cost to you.|Donate with Paybuddy @@icons Email This|BlogThis!|Share to Twitter|Share to Facebook|Links to this
post|Reactions: funny (^) interesting (^^) cool (0)|+^ Recommend this on Goggle| No comments:|⚙ @@labels fishing|
boats|rants|the council|knee|Sunday soup|{where}|weather|tides|family|politics|dog|nostalgia|books @@count ^ comments:|
^^ Responses to this post|Comments|Post a Comment @@people Anonymous|Unknown|{who}|Blog Admin|The {where} Gardener
@@stamp {month} {day}, {year} at 9:^^ PM| said...| {day} {month} {year} 0^:^^| — ^ weeks ago @@actions Reply|Delete|
Replies|Reply to this|This comment has been removed by the author.|^ likes|Load more... @@form Enter your comment...|
Comment as: Select profile...|Publish|Preview|Notify me|Add comment|Comments are read before they appear, which may take
until I am back from the sea.|Note: only a member of this blog may post a comment. @@pager Newer Post|Older Post|Home|
Subscribe to: Post Comments (Atom)|View mobile version @@profile About Me|Who writes this|The skipper :: {who}|{where}|
Retired pilot, grandfather of ^, owner of a boat that is mostly holes. I began this blog in {year} because my wife was
tired of hearing it all at breakfast.|View my complete profile|Contact: jetty at mailbox dot example|On Quickblog since
{month} {year} @@followers Followers|Readers|Join this site :: Followers (^^^) Next|Follow|with Goggle Friend Connect|^^
members|Already a member? Sign in|Get new posts by email:|Follow by Email|Posts|All Comments @@popular Popular Posts|
Most read|From the attic :: {month} {day}, {year}|^^ comments|★|Guest post by {who} @@blogs My Blog List|Blogs I read ::
Knots and Splices=^ hours ago|The {where} Gardener=Pruning, again|Mud & Oars=2 years ago|{who}'s Lens=Heron no. ^^|Salt
in the Wound=^ days ago|Show ^ / Show All= @@counter Total Pageviews|Visitors|Live traffic :: ^,^^^,^^^|Flag Counter|^^
online|A visitor from {where} viewed this ^ mins ago| High water 0^:^^ / 1^:^^|Moon: waning @@notice Disclaimer|Small
print|House rules :: What stands here is my opinion and nobody else's, least of all that of the pilots' union.|Take what
you like but say where it came from. Photographs are mine unless I say otherwise.|Spam, sales talk and rudeness go over
the side.|Nothing here is medical advice, even about knees. @@book Currently reading|My book|From my shelf :: “The
Dredger's Daughter” by {who}: ^^^ pages of weather and one good murder. ^ stars.|Buy it here (affiliate link)| My own
little book, “Forty Ropes”, can be had from me for ^^ crowns and the post.|Page ^^ of ^^^ @@foot Simple theme. Powered
by Quickblog.|Theme images by {who}|© {who} {year}|Report Abuse|Awesome Inc. theme"""


def station(article: Article, rng: Rng, wire: Wire) -> Site:
    """A community radio or a students' paper: what is on the air, pledges, a calendar, staff, rules, quizzes."""
    p, w = article.published, Words(rng, _STATION)
    audio, contest = w.box("div.audio", "audio", 3, 8, "div"), w.box("section.contest", "contest", 1, 5)
    offers = [w.box("div.pledge", "pledge", 2, 5), audio, w.box("div.uw", "sponsor", 1, 2), contest]
    offers.append(w.briefs(wire, "div.sno-related", "picks", 1, 3))
    inserts = flow(rng, offers, 1) + [(0.5, n) for n in parts.picture(caption_of(article, 1), w.one("credit"))]
    signed = by(f"{names(article, ' & ')}{w.one('roles')}" if article.authors else "", "div.byline")
    first = parts.picture(caption_of(article), w.one("credit"), "", rng.choice(("figure", "div.photowrap")))
    last = [w.box("div.staff", "staff", 2, 4), w.box("div.fix", "rules", 1, 4), w.box("div", "comment", 2, 4)]
    story = tag(
        "div.postarea", *maybe(rng, 0.5, tag("div.cat", w.one("kicker"))),
        *rng.sample([tag("h1", article.title, label="title"), *first], 1 + len(first)),
        signed, by(f"{p:%B} {p.day}, {p.year}", "time"), *maybe(rng, 0.5, audio),
        *body(article, rng, *inserts, spec=pick(rng, "p|p|div.text")),
        *some_of(rng, last, 1), w.box("div.donate", "donate", 3, 7, pick(rng, "p|div")),
    )
    end = [w.box("section.calendar", "calendar", 4, 9, pick(rng, "li|div")), w.pairs("table.schedule", "schedule", 3)]
    end += [w.box("ol.playlist", "playlist", 3, 7, "li"), contest, w.box("aside", "poll", 3, 6, "div")]
    end += [w.briefs(wire, "section.news", "picks", 2, 5), w.form("form.letters", "letter", 3)]
    top = [w.box("div.onair", "onair", 2, 5, pick(rng, "div|span")), listed(w.some("menu", 6), "ul.sf")]
    nodes = [*rng.sample(top, 2), story, *some_of(rng, end, 3), w.box("footer", "foot", 3, 7, "div")]
    built = page(rng, wire, rng.randint(15, 34), *nodes, class_="custom-background sno-flex")
    stated = rng.choice(("both", "json-ld", "none"))
    return Site("KPLW 91.3", "kplw.example", stated, built, "news", signed=bool(article.authors))


_STATION = """@@kicker Campus|City desk|Newscast|Evening edition|Showcase @@credit {who}/KPLW|Courtesy of {who}|Photo by
{who}, class of {year}|Submitted @@roles , News Editor|, Staff Writer|, Contributor|, Co-Editor-in-Chief| (volunteer)|,
KPLW News| • @@menu News|Shows|Schedule|Podcasts|Music|Sports|Features|Opinions|A&E|Staff|Volunteer|Donate|Archives|En
español|Contest entries @@onair On air now|Listen live|Now playing :: The Night Shelf with {who}|Until 11:00 PM|▶|
Volume|Next up: Polka Hour|91.3 FM|{who} – “Lantern Street”|Stream is loading|Open in popup|Request a song: 555-01^^|128
kbps @@pledge Spring drive|Keep us on the air :: ^^^ of ^^^ members|$^,^^^ of $^0,000 raised|^^ hours left|Every gift
before noon is doubled by the bakers of {where}, who like to hear the news with their hands in the dough.|Pledge now|We
have no owner. We have ^^ volunteers, a mast that leans, and you.|Thank you gifts: tote, thermos, a record that nobody
asked for|Call {where} 555-01^^|Sustainer: $^ a month @@audio Listen|Audio story|Hear it :: ^:^^|Download|Embed|
Transcript|00:00|/ 0^:^^|Rewind ^0 seconds|Audio will be posted by 7 p.m.|<iframe src="kplw.example/embed/^^^^">|
Recorded in studio B|Toggle @@sponsor Support for KPLW comes from {where} Credit Union, which has lent to its neighbours
since 19^^. More at {nick}cu.example.|This newscast is brought to you by listeners like {who}. @@picks Editors' picks|
More in news|From our partners|Most liked :: ^^ likes|{who}, Sports Editor|{month} {day}|Photos|Episode ^^|Opinion
@@staff About the reporter|Masthead|The writer :: {who} is a junior who studies chemistry and plays the bassoon badly.
This is her second year on staff, and she hopes to win the quiz at the picnic.|Editor-in-chief: {who}|Adviser: {who}|
{who} has hosted Swap Shop since {year}; before that he drove a snow plough.|Our interns are paid by the {where} Fund
for Local News, which does not see stories before you do.|Contact {who} at the station. @@rules Letters and comments|
Corrections|Our promise|Comment policy :: Letters of up to ^00 words may be left in the box outside room ^^^. We run all
that are signed, civil and about something.|Spot a mistake? Tell us, and we will say so at the top of the hour.|Comments
are approved by an editor, who may be in class. Please use your real name.|Opinions aired here belong to those who air
them, not to the college or its trustees.|The Herald is printed on alternate Fridays during term; ^,000 copies, first
free @@comment Comments (^)|Leave a comment :: Share your thoughts...|All comments are reviewed before they appear|{who}
• {month} {day}, {year} at ^:^^ pm|Go Otters! Nice work as always, I played it for my civics class.|Your email address
will not appear.|Required fields are marked *|Submit|I heard this on my way to work and had to pull over. Thank you for
sending someone.|No comments yet @@donate Donate to KPLW|Help student journalists :: $^^^ of $1500 contributed|^^%
funded|Our goal|Your gift will let the student journalists of {where} College buy a camera that was made in this century
and pay for the website.|Donate|$10|$25|Make it monthly|Mail checks to Box ^^, {where}|A gift in memory of {who}|^^
donors @@calendar Event calendar|This week|Community notices|What's happening :: {month} ^|7:00 pm|Contra dance at the
grange, beginners welcome, no partner needed. $^|Blood drive, gym B|Sat {month} {day}|Repair café: bring a lamp, a zip
or a toaster, and somebody who knows how will sit down with you.|Free|Add to calendar|Submit your event at least two
weeks ahead|Girls' volleyball vs. {where}|City council, ^:00 pm, broadcast live|View full calendar|« {month}|M T W T F S
S|All day @@schedule Program guide|Tomorrow on 91.3 :: 6:00 AM=Dawn Chorus|9:00 AM=Swap Shop|Noon=News and Fish Prices|
2:00 PM=Reggae for Gardeners|5:30=Evening Edition|8 PM=Jazz with {who}|Midnight=Automation @@playlist Recently played|
Top ^^ this week :: {who} – Gravel Waltz ^:^^ PM|The Wet Maps – “Ferryman”|1|2|3|Los Tíos de {where} – Cumbia del
Puente|(new)|Full playlist|{who} & Choir – Hymn for a Broken Van|DJ: {who} @@contest Contest|Win it|Calling all writers
:: Tenth short story contest: up to ^,000 words on the theme “The Other Shore”, open to anyone under twenty. Entries by
{month} {day}; the winner is read on air by {who}.|First prize: $^^^ and a cake|Enter here|Be caller nine and win two
tickets to the {where} Fair|No purchase needed. Staff and their families cannot win, however good they are. @@poll
Question of the week|Poll|Quiz :: Should the library stay open all night?|Yes|No|I live there already|View Results|
Loading ...|^^^ votes|Daily mini crossword|Play @@letter Write to us|Send a tip :: Name|Grade or year|Your note|May we
read it on the air?|Phone|Attach a recording|Send @@foot FCC public file|Station: (555) 01^-^^^^|EEO report|Community
advisory board|FLEX Theme by Snowlight|The student news site of {where} College|© {year} •|Log in|Coverage map| KPLW is
a service of the {where} Radio Guild, a charity. Books are open to anyone who asks.|RSS|Back to top|Privacy|Advertise"""


def aggregator(article: Article, rng: Rng, wire: Wire) -> Site:
    """A site that puts reports side by side: summaries, bars of bias, sources, owners, timelines, questions."""
    p, w, dated = article.published, Words(rng, _AGGREGATOR), rng.random() < 0.6
    bars, owners = w.pairs("div.bias-bar", "bars", 3, rng.random() < 0.6), w.box("div.owners", "owners", 2, 5, "div")
    sources: list[Node] = []
    for text in wire.headlines(rng, rng.randint(3, 5)):
        said = [link(text), *maybe(rng, 0.6, tag("p", *wire.sentences(rng, 1))), tag("div", w.one("open"))]
        sources.append(tag("div.src", w.box("div", "outlet", 2, 4, pick(rng, "div|span")), *said, label="furniture"))
    asked, times = w.box("section.qa", "questions", 2, 5), w.box("section.tl", "timeline", 2, 5, pick(rng, "li|p"))
    inserts = flow(rng, [bars, owners, sources[0], asked, times], 1)
    inserts += [(0.3, node) for node in figure(caption_of(article), w.one("credit"), "div.relative")]
    spec = rng.choice(("p.font-normal.text-18", "li", "div.leading-7"))
    signed = bool(article.authors) and rng.random() < 0.6
    story = tag(
        "article.flex.flex-col", w.box("div.chips", "chips", 1, 4, pick(rng, "span|div")),
        *maybe(rng, 0.4, bars), tag("h1", article.title, label="title"),
        by(f"{w.one('stamp')} {p:%b} {p.day}, {p.year}" if dated else w.one("ago"), "div"),
        by(f"{w.one('by')} {names(article, ', ')}" if signed else "", "div"), w.box("div", "tools", 2, 6, "button"),
        *maybe(rng, 0.6, parts.key_points(article, rng, w.one("points"), 2, 3)), w.box("div", "machine", 1, 3),
        tag("ul" if spec == "li" else "section", *body(article, rng, *inserts, spec=spec)),
        *figure(caption_of(article, 1), "", "div.relative"), w.box("div", "helpful", 2, 5, pick(rng, "span|div")),
    )
    rest = [owners, asked, times, bars, w.box("div", "upsell", 2, 5), w.box("section.people", "entities", 2, 4)]
    rest.append(w.briefs(wire, "section.blind", "blindspot", 2, 4))
    heading = tag("h2", f"{rng.randint(8, 400)} {w.one('articles')}")
    nodes = [w.box("nav", "menu", 4, 9, pick(rng, "li|span")), story, w.box("div.tabs", "tabs", 2, 6, "button")]
    nodes += [heading, *sources[1:], *some_of(rng, rest, 3)[:4], w.box("footer", "foot", 4, 8, "div")]
    built = page(rng, wire, rng.randint(18, 40), *nodes, class_="bg-light-primary dark:bg-dark-primary")
    stated = rng.choice(("json-ld", "opengraph", "both"))
    return Site("Plumb News", "plumb.example", stated, built, "story", dated, signed)


_AGGREGATOR = """@@credit Image: {where} Post|via {who}|📷 Lean: Center @@chips International|{where}|Transport|
Developing|+^|🔥 Trending|Local|Blindspot for the Left|#^ in World @@stamp Published|Last updated|Story began @@ago ^
hours ago|Updated ^^ min ago|Published ^ days ago · updated now @@by First reported by|Source article by|Written up by
@@tools Follow|Save|Share|Listen|Compare|Left|Center|Right|Aa|Simplify|Translate|⋮ @@points Summary by Plumb AI|The
short of it|Key points|Bullet brief @@machine This text was put together by a machine out of ^^ reports and looked over
by {who}. Faults can remain.|Insights by Plumb|Based on reports from ^^ outlets in ^ countries|What you read here takes
no side; see how we rewrite.|Sources agree on ^ of ^ facts|Reading level: grade ^|Confidence: high @@helpful Does this
summary seem wrong?|Was this useful?|👍 ^^|👎 ^|Report a problem|Yes|No|Share feedback|Cross-references: ^^|How is this
made? @@bars Bias distribution|Who covers this|Coverage details :: Left=^^%|Center=^^%|Right=^^%|Total News Sources=^^|
Leaning Left=^|Leaning Right=^^|Untracked bias=^^|Factuality= High|Last Updated=^ hours ago|Geography=^^% domestic|
Freshness=^ / 10|Tone=Alarmed @@owners Ownership|Who owns the news|Factuality :: Media conglomerate ^^%|Independent ^^%|
Government ^%|Private equity|Other|To see who owns the outlets on this story, upgrade to Plumb Pro.|^ of the sources
have the same owner, the {where} Group, which also sells insurance.|Very high|Mixed|Unlock @@outlet {where} Post|The
{where} Herald|Reposted by ^ other sources|Center|Lean Left|Far Right|Very High Factuality|Mixed|{where}|^ hours ago|
Paywall|State-owned|Original report @@open Read Full Article|Open|↗|Read on {nick}post.example|Cached|Reliability ^^/100
@@questions Questions people ask|Context|Background in brief :: Why does it matter?|{where} lies on the only road
between two provinces, and whoever holds its bridge takes a toll from all that passes, as has been so since the salt
trade.|Who is {who}?|Ask a follow-up|A former judge who became governor in {year} and is said to want to be more than
that.|How do outlets differ? Those on the left stress how few inspectors there were; those on the right stress who hired
them.|Has this happened before?|Yes: most lately in {month} {year}, when ^^ homes had to be left.|Powered by a language
model|Show more @@timeline Timeline|How the story grew|Story so far :: ^^ reports|{month} {day}|{where} Post is first to
report|^:^^ AM|Officials in {where} confirm|Picked up by ^^ outlets in an hour| Correction issued by the {where} Herald,
which had named the wrong street|Peak interest|Today|{who} comments for the first time|^ days before @@entities People
and places|In this story|Explore topics :: {who}|Politician, {where}|Mentioned in ^^ articles|Follow topic|{where}: town
of ^^,000 on the eastern shore, known for tin and for its carnival|+ ^ more|Similar news topics @@blindspot Blindspot
feed|Underreported|Top stories|Daily briefing :: ^^% Left coverage: ^^ sources|No right-wing coverage|^ articles|^ min
read|{where} · ^ h|Center ^^% @@upsell Go Pro|See both sides|My news bias :: Your reading leans ^^% to one side. See
which, with a free trial of seven days.|Upgrade|No thanks|As little as $^.99 a month, billed each year. Students pay
half.|“It changed how I talk with my brother-in-law.” — {who}, subscriber|★★★★★ ^^k ratings|Gift Plumb @@articles
Articles|reports on this story|sources|News Articles @@tabs All|Left ^^|Center ^^|Right ^^|Sort by: Bias|Date|
Factuality|Filter|Local|Opinion|Podcasts & Opinions|Videos|Search sources @@menu Home|For You|Local|Blindspot|
International Edition|Theme|Light|Dark|Auto|Browser Extension|Subscribe|Login|Calendar|Business & Markets|Set Location|
{month} {day}, {year} @@foot Company|Mission|Our raters|How bias is rated: three groups, one of them of readers, give
each outlet a mark once a year, and the mean counts.|Method of factuality|Help Centre| Promo code|Manage cookies|©
{year} Plumb Line Media Inc.|iOS App|Android App|Outlets may ask us to be left out."""


STYLES: dict[str, Callable[[Article, Rng, Wire], Site]] = {
    "community": community, "letters": letters, "hosted": hosted, "station": station, "aggregator": aggregator,
}
