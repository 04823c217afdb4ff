"""The formats by name."""

from io import StringIO
from typing import Literal, get_args

from rich.console import Console

from firsthand.model import Brief, encode
from firsthand.report.markdown import markdown
from firsthand.report.page import page
from firsthand.report.terminal import terminal

Format = Literal["terminal", "markdown", "html", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(brief: Brief, format: Format, *, limit: int | None = 25, width: int = 100) -> str:
    """A brief as text. ``limit`` and ``width`` (in characters) count for the terminal format, which is plain here."""
    match format:
        case "json":
            return encode(brief).decode("utf-8")
        case "html":
            return page(brief)
        case "markdown":
            return markdown(brief)
        case "terminal":
            out = StringIO()
            terminal(brief, Console(file=out, width=width, force_terminal=False, color_system=None), limit=limit)
            return out.getvalue()
    raise ValueError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
