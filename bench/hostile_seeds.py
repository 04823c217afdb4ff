"""Sound files of every format that is read, and what is done to them for the bench of hostile inputs.

All is made from a random generator and nothing else, so that a number makes the same file again. The prose is of
invented places.
"""

import gzip
import json
import re
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BytesIO
from random import Random

Parts = dict[str, bytes]
MARKS = (
    "Veldmar ", "a", " ", "\t", "\n", "\r", "\x0b", "\x85", "\u2028", "- ", "* ", "> ", "# ", "| ", "“", '"', "'", "(",
    "[", "{", "<", "&", "<b>", "</p>", "<!--", "](", "**", "`", "1,", "1.", "A. ", "a.b@c.", "http://", "Updated: ",
    "1 January 2020 ", "By Ada Brenn ", "By ", "…", "--", "\u202e", "\u0301", "\u200b", "İ", "ﷺ", "é", "🚢", "\x1b[31m",
    "\x00", "\\u", "=", ":", "said “", "{{<", "Mr. ", "’s ", "Copyright © ", "2020-", "12:", "$1 ", "\ufeff", ";",
)  # fmt: skip
"""Signs by whose repetition grammars and patterns are led astray."""

_WHO = ("Ines Tolland", "harbour master Joris Morland", "Ada Brenn, a nurse", "the coast guard", "Morland Lines")
_SAID = ("said that", "denied that", "told reporters that", "could not confirm that", "“hopes not”, but heard that")
_WHAT = (
    "{} sailors had been brought ashore", "the ferry had left Veldmar at {} minutes past nine", "{} people were hurt",
    "more than {} houses in Estrand had no power", "the grain ship struck a sandbank {} km off the port",
)  # fmt: skip
_WHEN = ("on Monday", "two hours later", "in the night of 3 November 2018", "for the first time since 2015")
_MENU = ("Home", "News", "Sport", "Weather", "Sign in", "Subscribe to our newsletter", "Share", "Read more", "© Post")
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_OFFICE = "http://schemas.openxmlformats.org"
_KIND = f"{_OFFICE}/officeDocument/2006/relationships"
_SHEET = f"{_OFFICE}/spreadsheetml/2006/main"
_WORD = f"{_OFFICE}/wordprocessingml/2006/main"
_SITE = "https://post.example"
_DAY = "2018-11-03T16:20:00Z"


def _joined(parts: Parts) -> bytes:
    return b"".join(parts.values())


@dataclass(frozen=True)
class Seed:
    """A sound file: its parts by name, and how they make one file."""

    suffix: str
    parts: Parts
    pack: Callable[[Parts], bytes] = _joined


# prose


def _sentence(rng: Random) -> str:
    who, what = rng.choice(_WHO), rng.choice(_WHAT).format(rng.randint(2, 400))
    return f"{who[0].upper()}{who[1:]} {rng.choice(_SAID)} {what} {rng.choice(_WHEN)}."


def prose(rng: Random) -> list[str]:
    """Paragraphs."""
    return [" ".join(_sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(3, 8))]


def title(rng: Random) -> str:
    """A headline."""
    return f"{rng.choice(('Ferry', 'Grain ship', 'Tanker'))} runs aground off Veldmar, {rng.randint(2, 90)} people hurt"


# packages


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts:
            package.writestr(zipfile.ZipInfo(name or "a.txt"), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def members(parts: Parts) -> bytes:
    """A gzip file with a member for each part."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts.values())


def pdf(objects: Iterable[bytes], tail: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first the catalogue, with a table of where they are."""
    out, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, made in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    size = len(table) // 20
    end = b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, tail, len(out))
    return out + b"xref\n0 %d\n%s" % (size, table) + end


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A PDF's stream."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), more, data)


def pdf_page(content: bytes, pages: bytes = b"/Kids [3 0 R] /Count 1", more: bytes = b"") -> list[bytes]:
    """The objects of a PDF with one page of that content (an object of its own, number 5)."""
    page = b"/Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> %s>>" % more
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    pages = b"<< /Type /Pages %s >>" % pages
    return [b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"<< /Type /Page %s >>" % page, font, content]


def record(kind: str, url: str, block: bytes, length: object = None) -> bytes:
    """A record of a web archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {_DAY}\r\n"
    size = len(block) if length is None else length
    return f"{head}Content-Type: application/http\r\nContent-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, more: str = "", form: str = "text/html; charset=utf-8") -> bytes:
    """An HTTP response."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {form}\r\n{more}\r\n".encode() + body


def docx(body: str, before: str = "") -> Parts:
    """The parts of a Word file."""
    relation = f'<Relationship Id="r1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    text = f'{_XML}{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return {"_rels/.rels": f"<Relationships>{relation}</Relationships>".encode(), "word/document.xml": text.encode()}


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def xlsx(rows: str, strings: str = "", before: str = "") -> Parts:
    """The parts of an Excel workbook with one sheet."""
    said = '<Relationship Id="r{0}" Type="' + _KIND + '/{0}" Target="{1}"/>'
    places = said.format("worksheet", "sheet1.xml") + said.format("sharedStrings", "strings.xml")
    sheet = '<sheets><sheet name="Reports" sheetId="1" r:id="rworksheet"/></sheets>'
    found = {
        "_rels/workbook.xml.rels": f'<Relationships xmlns="r">{places}</Relationships>',
        "workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_KIND}">{sheet}</workbook>',
        "sheet1.xml": f'{_XML}{before}<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>',
        "strings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>',
    }
    return {f"xl/{name}": text.encode() for name, text in found.items()}


# sound files


def _text(rng: Random) -> str:
    return "\n\n".join((title(rng), *prose(rng)))


def _dump(rng: Random) -> str:
    told = (title(rng), "By Ines Tolland", "3 November 2018", *prose(rng))
    return "\n".join((*rng.sample(_MENU, 6), *told, *rng.sample(_MENU, 5)))


def _markdown(rng: Random) -> str:
    front = f"---\ntitle: {title(rng)}\ndate: 2018-11-03\nauthor: [Ines Tolland, Ada Brenn]\n---\n"
    rest = (*prose(rng), f"> a quote of **four** [words]({_SITE}/a)", "| a | b |\n|---|---|\n| 1 | 2 |")
    return f"{rng.choice((front, ''))}# {title(rng)}\n\n## Ashore\n\n- one\n- two\n\n" + "\n\n".join(rest)


def page(rng: Random, head: str = "", body: str = "") -> str:
    """A web page."""
    name = escape(title(rng))
    data = json.dumps({"@type": "NewsArticle", "headline": name, "datePublished": _DAY})
    menu = "".join(f'<li><a href="/{n}">{entry}</a></li>' for n, entry in enumerate(_MENU))
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in prose(rng))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name} - Veldmar Post</title>{head}'
        f'<meta property="og:title" content="{name}"><script type="application/ld+json">{data}</script></head><body>'
        f'<nav><ul class="menu">{menu}</ul></nav><article><h1>{name}</h1><p class="byline">By Ines Tolland</p>{text}'
        f"{body}</article><footer>© Veldmar Post</footer><script>var a = '<p>';</script></body></html>"
    )


_PART = "--{}\nContent-Type: {}\nContent-Transfer-Encoding: {}\n\n{}\n"


def mail(rng: Random, more: str = "") -> str:
    """A newsletter."""
    plain, html = "\n".join(prose(rng)), page(rng).replace("=", "=3D")
    inner = _PART.format("c", "text/plain", "8bit", plain) + _PART.format("c", "text/html", "quoted-printable", html)
    inner = _PART.format("b", "multipart/alternative; boundary=c", "8bit", f"{inner}--c--")
    inner += _PART.format("b", "text/plain; name=a.txt", "base64", b64encode(_text(rng).encode()).decode())
    subject = f"Subject: =?utf-8?q?{title(rng).replace(' ', '_')}?=\nDate: Sat, 3 Nov 2018 16:20:00 +0100\n"
    head = f"From: Veldmar Post <news@post.example>\nTo: a@b.example\n{subject}MIME-Version: 1.0\n{more}"
    return f"{head}Message-ID: <1@post.example>\nContent-Type: multipart/mixed; boundary=b\n\n{inner}--b--\n"


def _mhtml(rng: Random) -> str:
    form = f"text/html\nContent-Location: {_SITE}/a"
    parts = _PART.format("b", form, "quoted-printable", page(rng).replace("=", "=3D"))
    parts += _PART.format("b", "image/png", "base64", "iVBORw0KGgo=")
    head = f"From: <Saved by a browser>\nSnapshot-Content-Location: {_SITE}/a\nSubject: {title(rng)}\nMIME-Version: 1.0"
    return f"{head}\nContent-Type: multipart/related; type=text/html; boundary=b\n\n{parts}--b--\n"


def _table(rng: Random, sign: str) -> str:
    rows = (f'"{title(rng)}"{sign}2018-11-03{sign}"{" ".join(prose(rng))}"' for _ in range(rng.randint(1, 6)))
    return "\n".join((sign.join(("title", "published", "text")), *rows))


def rss(items: str, before: str = _XML) -> str:
    """An RSS feed."""
    spaces = 'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"{before}<rss {spaces}><channel><title>Post</title><link>{_SITE}</link>{items}</channel></rss>"


def item(rng: Random, body: str = "") -> str:
    """An item of one."""
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in prose(rng))
    told = f"<title>{title(rng)}</title><pubDate>Sat, 03 Nov 2018 16:20:00 GMT</pubDate>"
    return f"<item>{told}<content:encoded><![CDATA[{text}]]></content:encoded></item>"


def _atom(rng: Random) -> str:
    told = f'<title>{title(rng)}</title><link href="{_SITE}/1"/><updated>{_DAY}</updated>'
    text = escape("".join(f"<p>{paragraph}</p>" for paragraph in prose(rng)))
    entry = f'<entry>{told}<content type="html">{text}</content></entry>'
    return f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>{entry * rng.randint(1, 3)}</feed>'


def _json_feed(rng: Random) -> str:
    items = [{"id": str(n), "url": f"{_SITE}/{n}", "content_text": "\n".join(prose(rng))} for n in range(3)]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Veldmar Post", "items": items})


def _sitemap(rng: Random) -> str:
    urls = (f"<url><loc>{_SITE}/{n}</loc><lastmod>{_DAY}</lastmod></url>" for n in range(rng.randint(1, 9)))
    return f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(urls)}</urlset>'


def _warc(rng: Random) -> Parts:
    packed = response(gzip.compress(page(rng).encode(), mtime=0), "Content-Encoding: gzip\r\n")
    pages = enumerate((response(page(rng).encode()), packed))
    records = {str(n): record("response", f"{_SITE}/{n}", block) for n, block in pages}
    return {"info": record("warcinfo", "", b"software: none\r\n"), **records}


def _wacz(rng: Random) -> Parts:
    pages = f'{{"format": "json-pages-1.0"}}\n{{"url": "{_SITE}/1", "title": "Ferry"}}\n'.encode()
    return {"archive/a.warc.gz": members(_warc(rng)), "pages/pages.jsonl": pages, "datapackage.json": b"{}"}


def _pdf(rng: Random) -> Parts:
    lines = (line[:90].encode("latin-1", "replace") for line in (title(rng), *prose(rng), *prose(rng)))
    content = b"BT /F1 12 Tf 72 720 Td %s ET" % b"".join(b"(%s) Tj 0 -14 Td " % line for line in lines)
    made = rng.choice((stream(content), stream(zlib.compress(content), b"/Filter /FlateDecode ")))
    return {str(n): part for n, part in enumerate(pdf_page(made))}


def _xlsx(rng: Random) -> Parts:
    row = '<row><c t="{0}"><v>{1}</v></c><c t="{0}"><v>{2}</v></c></row>'
    strings = "".join(f"<si><t>{escape(' '.join(prose(rng)))}</t></si>" for _ in range(4))
    return xlsx(row.format("str", "title", "text") + row.format("s", 0, 1) + row.format("s", 2, 3), strings)


def _article(rng: Random) -> dict[str, object]:
    told = {"title": title(rng), "date_publish": "2018-11-03 16:20:00", "authors": ["Ines Tolland"], "language": "en"}
    return {**told, "maintext": "\n".join(prose(rng)), "url": f"{_SITE}/veldmar"}


def _articles(rng: Random, wrap: str) -> str:
    articles = [_article(rng) for _ in range(rng.randint(1, 4))]
    return (
        "\n".join(map(json.dumps, articles)) if wrap == "lines" else json.dumps({wrap: articles} if wrap else articles)
    )


def _zip(rng: Random) -> Parts:
    return {"a/report.txt": _text(rng).encode(), "page.html": page(rng).encode(), "b.json": _articles(rng, "").encode()}


def _one(suffix: str, make: Callable[[Random], str], charset: str = "utf-8") -> Callable[[Random], Seed]:
    return lambda rng: Seed(suffix, {"": make(rng).encode(charset, "replace")})


def _many(
    suffix: str, make: Callable[[Random], Parts], pack: Callable[[Parts], bytes] = lambda parts: zipped(parts.items())
) -> Callable[[Random], Seed]:
    return lambda rng: Seed(suffix, make(rng), pack)


SEEDS: dict[str, Callable[[Random], Seed]] = {
    "text": _one(".txt", _text), "page dump": _one(".txt", _dump), "Latin-1 text": _one(".txt", _text, "cp1252"),
    "UTF-16 text": _one(".txt", _dump, "utf-16"), "Markdown": _one(".md", _markdown), "HTML": _one(".html", page),
    "MHTML": _one(".mhtml", _mhtml), "mail": _one(".eml", mail), "Atom": _one(".xml", _atom),
    "JSON": _one(".json", lambda rng: json.dumps(_article(rng))), "sitemap": _one(".xml", _sitemap),
    "JSON list": _one(".json", partial(_articles, wrap="")),
    "JSON graph": _one(".json", partial(_articles, wrap="@graph")),
    "JSON lines": _one(".jsonl", partial(_articles, wrap="lines")), "CSV": _one(".csv", partial(_table, sign=",")),
    "TSV": _one(".tsv", partial(_table, sign="\t")), "RSS": _one(".xml", lambda rng: rss(item(rng) + item(rng))),
    "JSON Feed": _one(".json", _json_feed), "Excel": _many(".xlsx", _xlsx),
    "Word": _many(".docx", lambda rng: docx("".join(map(paragraph, prose(rng))))), "WACZ": _many(".wacz", _wacz),
    "PDF": _many(".pdf", _pdf, lambda parts: pdf(parts.values())), "WARC": _many(".warc", _warc, _joined),
    "packed WARC": _many(".warc.gz", _warc, members), "ZIP": _many(".zip", _zip),
    "gzip": _many(".txt.gz", lambda rng: {"": _text(rng).encode()}, members),
}  # fmt: skip
"""Makers of sound files by format."""


# what is done to them


def _places(rng: Random, data: bytes) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice((1, 2, 8, 64, 512, 4096)))


def _flipped(rng: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for at in rng.choices(range(len(out)), k=rng.choice((1, 3, 20, 200))) if out else ():
        out[at] ^= rng.choice((1, 2, 32, 128, 255))
    return bytes(out)


def _inserted(rng: Random, data: bytes, new: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + new + data[at:]


def _swapped(rng: Random, data: bytes) -> bytes:
    a, b, c = sorted(rng.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _doubled(rng: Random, data: bytes) -> bytes:
    start, end = _places(rng, data)
    return data[:end] + data[start:end] * rng.choice((1, 2, 50)) + data[end:]


def _numbers(rng: Random, data: bytes) -> bytes:
    """A number in three becomes one that no field expects; those of a WARC's or a PDF's lengths are among them."""
    odd = (b"-1", b"0", b"NaN", b"1e999", b"Infinity", b"9" * 20, b"9" * 5000, b"0x7f", b"2147483648", "٣".encode())
    return re.sub(rb"\d+", lambda found: rng.choice(odd) if rng.random() < 0.3 else found[0], data)


def _recoded(rng: Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(rng.choice(_CHARSETS), "replace")


_CHARSETS = ("utf-16-le", "utf-16", "utf-32-be", "cp1251", "shift_jis", "gb18030", "cp500", "utf-7", "latin-1")
_SAID_TO_BE = (*_CHARSETS, "idna", "punycode", "zlib", "rot13", "unicode_escape", "base64", "none", "utf-8" * 999)
_WRAPS: tuple[Callable[[bytes], bytes], ...] = (
    lambda it: gzip.compress(it, mtime=0), b64encode, lambda it: zipped([("a\u202etxt.exe", it), ("b", it)]),
)  # fmt: skip
_HARMFUL = (
    "\x1b]0;Morland\x07\x1b[2J", "\x00" * 9, "\u202eevil\u2066", "\ud800", "\\ud800", "&#xd800;&#0;&bogus;", "\ufeff",
    "<script>alert(1)</script>", "\r\r\n", "]]>", "-->", '"\\', "{{7*7}}", "=\x80=ZZ=", "\u2028\x85", "=?utf-8?b?/w?=",
    '"text": NaN, "text": "',
)  # fmt: skip

MUTATIONS: dict[str, Callable[[Random, bytes], bytes]] = {
    "cut off": lambda rng, data: data[: rng.randrange(len(data) + 1)],
    "beheaded": lambda rng, data: data[rng.randrange(len(data) + 1) :],
    "noise put in": lambda rng, data: _inserted(rng, data, rng.randbytes(rng.choice((1, 9, 300)))),
    "zeros put in": lambda rng, data: _inserted(rng, data, b"\x00" * rng.choice((1, 5, 5000))),
    "harm put in": lambda rng, data: _inserted(rng, data, rng.choice(_HARMFUL).encode("utf-8", "surrogatepass")),
    "piece left out": lambda rng, data: (lambda at: data[: at[0]] + data[at[1] :])(_places(rng, data)),
    "mark repeated": lambda rng, data: _inserted(rng, data, rng.choice(MARKS).encode() * rng.choice((9, 999, 30_000))),
    "declared in another charset": lambda rng, data: re.sub(rb"(?i)utf-8", rng.choice(_SAID_TO_BE).encode(), data),
    "mixed charsets": lambda rng, data: _recoded(rng, data[: len(data) // 2]) + data[len(data) // 2 :],
    "lines shuffled": lambda rng, data: b"\n".join(rng.sample(lines := data.split(b"\n"), len(lines))),
    "quotes left out": lambda rng, data: re.sub(rb"[\"'>]", lambda f: b"" if rng.random() < 0.1 else f[0], data),
    "tags repeated": lambda rng, data: re.sub(rb"<\w+", lambda f: f[0] * (1 + (rng.random() < 0.02) * 200), data),
    "one byte a line": lambda rng, data: b"\n".join(data[i : i + 1] for i in range(len(data))),
    "wrapped": lambda rng, data: rng.choice(_WRAPS)(data), "bytes changed": _flipped, "piece doubled": _doubled,
    "pieces swapped": _swapped, "numbers changed": _numbers, "in another charset": _recoded,
}  # fmt: skip
"""What is done to files by name."""


# pieces of files made to do harm


def laughs(rng: Random, root: str = "a") -> str:
    """A document type whose entities hold ten times each other, and one from outside."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, rng.choice((4, 9, 12))))
    return f'<!DOCTYPE {root} [<!ENTITY far SYSTEM "file:///etc/hostname"><!ENTITY l0 "Veldmar ">{levels}]>'


def bomb(megabytes: int, fill: bytes = b"\x00") -> bytes:
    """A small gzip file that unpacks to so much."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = fill * (1_000_000 // len(fill))
    return b"".join((*(packer.compress(piece) for _ in range(megabytes)), packer.flush()))
