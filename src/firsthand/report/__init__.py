"""The brief as a reader sees it: in the terminal, as a page, as Markdown, as JSON."""

from firsthand.report.formats import FORMATS, Format, render
from firsthand.report.markdown import markdown
from firsthand.report.page import page
from firsthand.report.terminal import terminal

__all__ = ["FORMATS", "Format", "markdown", "page", "render", "terminal"]
