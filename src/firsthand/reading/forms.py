"""The formats that are read, as a person would look them up."""

FORMATS = {
    "plain text": "an article, or the whole text of a page as copied or scraped, with its menus and forms",
    "HTML, MHTML": "the article, its captions, and the page's own word on title, outlet, date and authors",
    "Markdown": "the article and its front matter",
    "PDF": "the text layer, column by column (pictures of pages need OCR first)",
    "Word (.docx)": "paragraphs, tables, footnotes; title and author",
    "JSON, JSON lines": "articles of news-please, Fundus, newspaper, schema.org and kin: one, a list, one a line",
    "CSV, TSV, Excel (.xlsx)": "one article a row; the text column is found by its name or by what it holds",
    "RSS, Atom, JSON Feed": "full texts; articles that a feed only points to are fetched (with --follow, for files)",
    "site maps": "the articles that they point to, in the same way",
    "WARC, WACZ": "the pages of a web archive, record by record",
    "e-mail (.eml)": "the message, forwarded messages and attachments",
    "ZIP, gzip": "what is in them",
    "https://…": "the page at that address, fetched politely and kept as it came",
}
"""What is taken from each format."""
