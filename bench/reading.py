"""Reading, measured on pages built around real articles: ``python -m bench.reading SHARED [--errors 20]``.

Each article of SHARED (``stories/*/articles/*.json``, ``data/clusters/articles.jsonl``) is set into some of the
invented sites of ``bench/sites``, as HTML and as a dump of its lines. Of the lines of a page, "furniture found" is the
share of the furniture that is no longer in the document, "furniture right" the share of furniture among what was taken
out; "sentences" the share of the body's sentences that the document still has. Lines about author and date,
repetitions, and lines of an article that are no sentences (it is not known whether they are the article's) count for
nothing.

Bylines and credits, which a document keeps apart from its article, do not count as furniture left in.

Beside firsthand stands trafilatura on the same HTML. ``held out`` are sites that nobody read who wrote rules.
"""

import argparse
import hashlib
import json
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import trafilatura

from bench.sites import DEVELOPMENT, HELD_OUT, Article, Page, render
from firsthand.model import Document
from firsthand.reading import read
from firsthand.reading.documents import document
from firsthand.reading.draft import Draft
from firsthand.reading.formats.pages import read_page

SITES_EACH = 3
CAPTIONS = (
    "Rescue workers at the scene on the morning after",
    "People wait behind a cordon near the town hall.",
    "The governor speaks to reporters outside her office.",
    "Smoke rises over the eastern quarter in this picture taken from a hill",
)
ARTICLE = ("title", "description", "body", "caption", "dateline")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ENDS = re.compile(r"[.!?][\"”’')\]]*$")
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u200b": " "})
_LEAST_WORDS = 5
_SHORT = 25


# what is measured


def articles(shared: Path) -> list[Article]:
    """The real articles, each once."""
    found: dict[str, Article] = {}
    stored = [json.loads(path.read_text("utf-8")) for path in sorted(shared.glob("stories/*/articles/*.json"))]
    clusters = shared / "data" / "clusters" / "articles.jsonl"
    if clusters.exists():
        stored += [json.loads(line) for line in clusters.read_text("utf-8").splitlines() if line.strip()]
    for number, value in enumerate(stored):
        paragraphs = tuple(" ".join(line.split()) for line in (value.get("text") or "").splitlines() if line.strip())
        title = " ".join((value.get("title") or "").split())
        if title and sum(map(is_body, paragraphs)) >= 3:
            published = datetime(2015 + number % 9, 1 + number % 12, 1 + number % 28, 6 + number % 14, 10 + number % 45)
            authors = ("Hanna Relling",) if number % 2 else ("Tom Askwith", "Lena Brock")
            captions = CAPTIONS[number % 3 : number % 3 + number % 4]
            found.setdefault(title, Article(title, authors, published, paragraphs, captions))
    return list(found.values())


def is_body(line: str) -> bool:
    """Whether a line of a stored article is surely prose: stored articles have furniture of their own.

    Lines that a reader found to be furniture are known by their hashes (``not_articles.txt``).
    """
    return bool(_ENDS.search(line)) and len(line.split()) >= _LEAST_WORDS and digest(line) not in _not_articles()


def digest(line: str) -> str:
    """What a line is known by in ``not_articles.txt``."""
    return hashlib.blake2b(folded(line).encode(), digest_size=6).hexdigest()


@cache
def _not_articles() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("not_articles.txt").read_text("ascii").split())


def pages(shared: Path, styles: Iterable[str]) -> Iterator[Page]:
    """Each article in some of the styles, in turn."""
    styles = sorted(styles)
    for number, article in enumerate(articles(shared)):
        for step in range(min(SITES_EACH, len(styles))):
            yield render(article, styles[(number * SITES_EACH + step) % len(styles)], str(number))


def folded(text: str) -> str:
    """For comparison: typographic signs, case and space evened out."""
    return " ".join(text.translate(_FOLD).lower().split())


# scoring


@dataclass
class Tally:
    """Counts of lines and sentences, and the lines that went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """A part of a whole in percent; 100 if there is nothing to count."""
        return 100 * self.counts[part] / self.counts[whole] if self.counts[whole] else 100.0

    def figures(self) -> dict[str, float]:
        """The three figures in percent."""
        return {
            "furniture found": self.share("furniture out", "furniture"),
            "furniture right": self.share("furniture out", "out"),
            "sentences": self.share("sentences kept", "sentences"),
            "captions": self.share("captions kept", "captions"),
        }


def score(page: Page, kept: str, article: str, tally: Tally) -> None:
    """Counts what became of the lines of a page: ``kept`` is the document, ``article`` what of it is the article."""
    lines = {folded(line) for line in article.splitlines()}
    whole, own_text = folded(kept), folded(article)

    def stands(text: str) -> bool:
        return text in lines if len(text) < _SHORT else text in own_text

    own = {folded(text) for label, text in page.lines if label != "furniture"}
    for label, text in page.lines:
        line = folded(text)
        if label == "furniture" and line not in own:
            out = not stands(line)
            tally.counts.update({"furniture": 1, "furniture out": out, "out": out})
            if not out:
                tally.wrong.append((page.style, "left in", text))
        elif label == "caption":
            own_words = next((c for c in page.article.captions if folded(c) in line), text)
            there = folded(own_words) in whole
            tally.counts.update({"captions": 1, "captions kept": there, "out": not there})
            if not there:
                tally.wrong.append((page.style, "caption lost", text))
        elif label == "body" and is_body(text):
            tally.counts["out"] += line not in whole
            for sentence in _SENTENCE.split(text):
                there = folded(sentence) in whole
                tally.counts.update({"sentences": 1, "sentences kept": there})
                if not there:
                    tally.wrong.append((page.style, "lost", sentence))


def metadata(page: Page, found: Document | None, stated: bool, tally: Tally) -> None:
    """Counts title, day, outlet and authors; ``stated`` is whether the page's head says the last three."""
    article = page.article
    told = {
        "title": (True, found and folded(found.title or "") == folded(article.title)),
        "day": (stated or page.dated, found and (found.published or "")[:10] == article.published.date().isoformat()),
        "outlet": (stated, found and found.outlet == page.outlet),
        "authors": (stated or page.signed, found and set(found.authors) == set(article.authors)),
    }
    for name, (asked, right) in told.items():
        if asked:
            tally.counts.update({f"{name} asked": 1, f"{name} right": bool(right)})
            if not right:
                shown = found and {"title": found.title, "day": found.published, "outlet": found.outlet}.get(
                    name, ", ".join(found.authors)
                )
                tally.wrong.append((page.style, f"wrong {name}", f"{shown!r} for {page.article.title[:60]!r}"))


# readers


def from_html(page: Page) -> Document | None:
    """What firsthand makes of the page's HTML."""
    for found in read_page("page.html", page.html, page.url):
        if isinstance(found, Draft):
            return document(found)[0]
    return None


def from_dump(page: Page) -> Document | None:
    """What firsthand makes of the page's lines."""
    return document(Draft("page.txt", page.dump))[0]


def article_of(found: Document | None) -> str:
    """What of a document is the article; bylines and credits, which it keeps to tell the channel by, are not."""
    own = [part for part in found.parts if part.kind in ARTICLE] if found else []
    return "\n".join(found.text[part.start : part.end] for part in own) if found else ""


def by_trafilatura(page: Page) -> str:
    """What trafilatura makes of the page's HTML, with its defaults but for comments."""
    return trafilatura.extract(page.html, url=page.url, include_comments=False) or ""


READERS: dict[str, Callable[[Page], Document | None]] = {"html": from_html, "dump": from_dump}


def measure(shared: Path, styles: Iterable[str] | None = None, beside: bool = False) -> dict[str, Tally]:
    """A tally for each form and group of sites: ``html held out``, ``dump``, … and one a style."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    asked = list(styles or [*DEVELOPMENT, *HELD_OUT])
    for group in (DEVELOPMENT, HELD_OUT):
        for page in pages(shared, (style for style in group if style in asked)):
            held = " held out" if group is HELD_OUT else ""
            for form, reader in READERS.items():
                found = reader(page)
                for name in (f"{form}{held}", f"{form} {page.style}"):
                    score(page, found.text if found else "", article_of(found), tallies[name])
                    metadata(page, found, form == "html" and page.metadata, tallies[name])
            if beside:
                text = by_trafilatura(page)
                score(page, text, text, tallies[f"trafilatura{held}"])
    return tallies


def bare(shared: Path) -> float:
    """The share of the sentences, in percent, that articles keep which are read as text without a page around them."""
    tally = Tally()
    for article in articles(shared):
        found = document(Draft("article.txt", "\n".join((article.title, *article.paragraphs)), whole_page=True))[0]
        lines = tuple(("body", text) for text in article.paragraphs)
        page = Page("bare", article, "", "", "", lines, False, False, False)
        score(page, found.text if found else "", article_of(found), tally)
    return tally.figures()["sentences"]


def rate(shared: Path, count: int = 150) -> float:
    """HTML pages a second of one core's processor time, from the page's text to its document."""
    sample = [page for page, _ in zip(pages(shared, [*DEVELOPMENT, *HELD_OUT]), range(count + 1))]
    from_html(sample[0])
    began = time.process_time()
    for page in sample[1:]:
        from_html(page)
    return (len(sample) - 1) / (time.process_time() - began)


def rate_together(shared: Path, processes: int = 2) -> float:
    """HTML pages a second that ``read`` makes documents of, from files on disk, by the clock.

    The processes start with it: a tenth of the time for the 966 pages of the stories and clusters at hand.
    """
    both = [page for group in (DEVELOPMENT, HELD_OUT) for page in pages(shared, group)]
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(both):
            (Path(folder) / f"{number:05}.html").write_text(page.html, "utf-8")
        began = time.perf_counter()
        documents, _ = read([folder], processes=processes)
        return len(documents) / (time.perf_counter() - began)


FIELDS = ("title", "day", "outlet", "authors")


def table(tallies: dict[str, Tally]) -> str:
    """A plain table, percent."""
    names = [*Tally().figures(), *FIELDS]
    rows = [f"{'':<28}" + "".join(f"{name:>17}" for name in names)]
    for name, tally in sorted(tallies.items()):
        values = [*tally.figures().values(), *(tally.share(f"{one} right", f"{one} asked") for one in FIELDS)]
        rows.append(f"{name:<28}" + "".join(f"{value:>17.2f}" for value in values))
    return "\n".join(rows)


def main() -> None:
    """Prints the table, and with ``--errors`` what went wrong on the sites in development."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--styles", nargs="+", choices=[*DEVELOPMENT, *HELD_OUT], metavar="STYLE")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of each kind and style")
    parser.add_argument("--form", choices=list(READERS), help="with --errors: of this form only")
    args = parser.parse_args()
    tallies = measure(args.shared, args.styles, beside=True)
    print(table(tallies))
    print(f"{bare(args.shared):.2f} % of the sentences of bare articles are kept")
    print(f"{rate(args.shared):.0f} HTML pages a second on one core")
    print(f"{rate_together(args.shared):.0f} HTML pages a second from files with two processes, starting them included")
    for name, tally in sorted(tallies.items()) if args.errors else ():
        if args.form and not name.startswith(args.form + " "):
            continue
        shown: Counter[tuple[str, str]] = Counter()
        for style, kind, text in tally.wrong if name.split(" ", 1)[-1] in (args.styles or DEVELOPMENT) else ():
            shown[style, kind] += 1
            if shown[style, kind] <= args.errors:
                print(f"{name}: {kind}: {text[:150]}")


if __name__ == "__main__":
    sys.exit(main())
