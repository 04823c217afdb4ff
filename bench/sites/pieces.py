"""Parts that many sites have, with the words left to the site."""

import random
from collections.abc import Sequence

from bench.sites.markup import Node, Tag, tag
from bench.sites.page import Article
from bench.sites.wording import Wire

Rng = random.Random


def some(rng: Rng, items: Sequence[str], least: int, most: int) -> list[str]:
    """A random choice of items in their own order."""
    count = min(len(items), rng.randint(least, most))
    return [items[i] for i in sorted(rng.sample(range(len(items)), count))]


def link(text: str, spec: str = "a") -> Tag:
    """A link to nowhere in particular."""
    return tag(spec, text, href="/" + "-".join(text.lower().split()[:5]))


def listed(items: Sequence[str], spec: str = "ul") -> Tag:
    """A list of links, one a line."""
    return tag(spec, *(tag("li", link(item)) for item in items))


def inline(items: Sequence[str], between: str = " ", spec: str = "div") -> Tag:
    """Links on one line."""
    children: list[Node] = []
    for item in items:
        children += [between, link(item)] if children else [link(item)]
    return tag(spec, *children)


def box(spec: str, *lines: str | Node, inner: str = "p") -> Tag:
    """A box of lines."""
    return tag(spec, *(tag(inner, line) if isinstance(line, str) else line for line in lines))


def headlines(rng: Rng, wire: Wire, heading: str, least: int, most: int, spec: str = "aside.related") -> Tag:
    """A heading and headlines of other stories."""
    return tag(spec, tag("h3", heading), listed(wire.headlines(rng, rng.randint(least, most))))


def cards(
    rng: Rng, wire: Wire, heading: str, least: int, most: int, spec: str = "section.cards", more: str = ""
) -> Tag:
    """A heading and other stories, each with a headline and a sentence or two."""
    stories: list[Node] = []
    for headline in wire.headlines(rng, rng.randint(least, most)):
        snippet = tag("p.snippet", " ".join(wire.sentences(rng, rng.choice((1, 1, 2)))))
        stories.append(tag("div.card", tag("h4", link(headline)), snippet, *([link(more)] if more else [])))
    return tag(spec, tag("h3", heading), *stories)


def comments(rng: Rng, wire: Wire, form: str, least: int, most: int) -> list[Node]:
    """Readers' comments, each with name, moment and buttons; ``form`` is "flat", "votes" or "wordpress"."""
    result: list[Node] = []
    for text in rng.sample(wire.comments, rng.randint(least, most)):
        name, ago = rng.choice(wire.readers), f"{rng.randint(2, 11)} {rng.choice(('hours', 'days', 'minutes'))} ago"
        if form == "votes":
            foot = tag("div", f"{rng.randint(1, 80)} ", link("Reply"), " ", link("Report"))
            result.append(tag("div.comment", tag("div", tag("b", name), f" · {ago}"), tag("p", text), foot))
        elif form == "wordpress":
            head = tag("div.vcard", f"{name} says:")
            when = tag("div.meta", f"March {rng.randint(2, 27)}, 2019 at {rng.randint(1, 11)}:{rng.randint(10, 59)} pm")
            result.append(tag("li.comment", head, when, tag("p", text), tag("div", link("Reply"))))
        else:
            result.append(tag("div.comment", tag("h5", name), tag("span", ago), tag("p", text)))
    return result


def body(article: Article, rng: Rng, *inserts: tuple[float, Node], spec: str = "p") -> list[Node]:
    """The paragraphs, some with links, with each insert after that share (0..1) of them."""
    places = [(max(1, round(share * len(article.paragraphs))), node) for share, node in inserts]
    result: list[Node] = []
    for number, text in enumerate(article.paragraphs, start=1):
        result.append(tag(spec, *_linked(text, rng), label="body"))
        result += [node for place, node in places if place == number]
    return result


def _linked(text: str, rng: Rng) -> list[Node]:
    """The text, once in a while with a few of its words as a link."""
    words = text.split(" ")
    if len(words) < 12 or rng.random() > 0.2:
        return [text]
    at = rng.randint(3, len(words) - 6)
    return [" ".join(words[:at]) + " ", link(" ".join(words[at : at + 3])), " " + " ".join(words[at + 3 :])]


def figure(caption: str | None, credit: str, spec: str = "figure") -> list[Node]:
    """A picture, if there is a caption for it; the credit stands in the caption's line."""
    if not caption:
        return []
    under = tag("figcaption", f"{caption} {credit}".strip(), label="caption")
    return [tag(spec, tag("img", src="/media/1.jpg", alt=""), under)]


def caption_of(article: Article, number: int = 0) -> str | None:
    """The caption of that number, if the article has one."""
    return article.captions[number] if number < len(article.captions) else None
