"""The commands: thin; what they do stands in the pipeline."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from firsthand import __version__
from firsthand.cli_places import places

if TYPE_CHECKING:  # the models load only once the arguments are right
    from firsthand.model import Brief, Problem
    from firsthand.names import Gazetteer
    from firsthand.reading import Web

# products of small matrices, many: threads cost more than they give; numpy reads this when it is first imported
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

app = typer.Typer(
    name="firsthand",
    help="Reads many reports of one event: what is known first hand, what is only repeated, where the reports differ.",
    epilog="Begin with: firsthand brief FOLDER",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.add_typer(places, name="places")
EXIT_PROBLEMS = 1
EXIT_NOTHING = 2
EXIT_INTERRUPTED = 130
_WEB = "Addresses of the web"
SHOWN = 25  # findings in the terminal without --all


class OutputFormat(StrEnum):
    """How a brief is written."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


_BY_SUFFIX = {
    ".html": OutputFormat.html,
    ".htm": OutputFormat.html,
    ".md": OutputFormat.markdown,
    ".json": OutputFormat.json,
    ".txt": OutputFormat.terminal,
    "": OutputFormat.terminal,
}


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"firsthand {__version__}")
        raise typer.Exit()


@app.command(no_args_is_help=True)
def brief(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, globs or https addresses of reports of ONE event, in any format that "
            "`firsthand formats` lists; - is standard input.",
            show_default=False,
        ),
    ],
    format: Annotated[
        OutputFormat | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="terminal, markdown, html or json; else the ending of the --output FILE decides, else terminal.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.", show_default=False
        ),
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help=f"In the terminal: every finding, not only the first {SHOWN}.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but wrong usage.")] = False,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes", min=1, metavar="N", help="Read many files in N processes at most.", show_default="all cores"
        ),
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            envvar="FIRSTHAND_GAZETTEER",
            help="Where places are, by an index that `firsthand places import` wrote.",
            show_default="the shipped one",
        ),
    ] = None,
    follow: Annotated[
        bool,
        typer.Option(
            "--follow",
            help="Fetch the articles that feeds and site maps in files only point to (those of addresses always are).",
            rich_help_panel=_WEB,
        ),
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="N", help="Fetch N pages at most.", rich_help_panel=_WEB)
    ] = 100,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            metavar="FOLDER",
            envvar="FIRSTHAND_KEEP",
            help="Keep fetched pages as they came in FOLDER, and ask only whether they have changed.",
            show_default="~/.local/share/firsthand/pages",
            rich_help_panel=_WEB,
        ),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private",
            help="Fetch from this machine and private networks too.",
            rich_help_panel=_WEB,
        ),
    ] = False,
) -> None:
    """Read PATHs as one story and write its brief: who says what, heard from whom, and whether it can all be true.

    Examples:

      firsthand brief articles/
      firsthand brief articles/ -o brief.html
      firsthand brief page.html wire.json 'agencies/*.txt'
      firsthand brief articles/ --format json | jq '.findings[].headline'
      cat saved-page.html | firsthand brief - articles/
      firsthand brief https://news.example/story archive.warc.gz statement.pdf

    Exit status: 0 all was read; 1 the brief is there but something could not be read; 2 nothing could be read.
    """
    chosen = _format(format, output)
    err = Console(stderr=True, quiet=quiet)
    with _interruptible(err):
        account = _brief_of(paths, _web(keep, follow, limit, allow_private), processes, _gazetteer(gazetteer), err)
        if chosen is not OutputFormat.terminal or output is not None or not account.documents:
            _list_problems(account.errors, err)  # the terminal's brief lists them itself
        if not account.documents:
            err.print("[red]Nothing could be read.[/] `firsthand formats` lists what can.")
            raise typer.Exit(EXIT_NOTHING)
        _write(account, chosen, output, None if show_all else SHOWN)
    if account.errors:
        raise typer.Exit(EXIT_PROBLEMS)


@app.command()
def formats() -> None:
    """List what firsthand reads. The content decides, not the ending of a file's name."""
    from rich.table import Table

    from firsthand.reading import FORMATS

    table = Table(box=None, pad_edge=False)
    table.add_column("Format")
    table.add_column("What is taken from it")
    for name, taken in FORMATS.items():
        table.add_row(name, taken)
    Console().print(table)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a brief (format firsthand/brief@1)."""
    import msgspec

    from firsthand.model import schema as brief_schema

    _put(msgspec.json.format(msgspec.json.encode(brief_schema()), indent=2).decode() + "\n", None)


def main() -> None:
    """The program. A reader that closes the pipe (``| head``) ends it quietly, as it ends ``cat``."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()


def _format(asked: OutputFormat | None, output: Path | None) -> OutputFormat:
    """The format to write; wrong places and unknown endings are told before the work, not after it."""
    if output is None:
        return asked or OutputFormat.terminal
    place = output.parent
    why = ""
    if output.is_dir():
        why = f"{output} is a folder; name a file in it"
    elif not place.is_dir():
        why = f"there is no folder {place}; make it first"
    elif not os.access(output if output.exists() else place, os.W_OK):
        why = f"no permission to write {output}"
    elif asked is None and output.suffix.lower() not in _BY_SUFFIX:
        why = f"the ending {output.suffix} tells no format; use .html, .md, .json or .txt, or give --format"
    if why:
        raise typer.BadParameter(why, param_hint="--output")
    return asked or _BY_SUFFIX[output.suffix.lower()]


@contextmanager
def _interruptible(err: Console) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        err.print("Interrupted: no brief was written.", style="red")
        raise typer.Exit(EXIT_INTERRUPTED) from None


def _web(keep: Path | None, follow: bool, limit: int, allow_private: bool) -> "Web":
    from firsthand.reading import Web

    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Web(keep or data / "firsthand" / "pages", follow, limit, allow_private)


def _brief_of(
    paths: list[str], web: "Web", processes: int | None, gazetteer: "Gazetteer | None", err: Console
) -> "Brief":
    if "-" in paths and sys.stdin.isatty():
        err.print("Reading an article from the keyboard; end it with Ctrl-D.", style="dim")
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        from firsthand.pipeline import brief_of

        def tell(stage: str, done: int, of: int) -> None:
            bar.update(task, description=stage, completed=done, total=of or None)

        return brief_of(paths, tell, web, processes, gazetteer)


def _gazetteer(path: Path | None) -> "Gazetteer | None":
    if path is None:
        return None
    from firsthand.names import Gazetteer
    from firsthand.names.index import NotAnIndexError

    try:
        return Gazetteer.at(path)
    except (NotAnIndexError, OSError) as error:
        raise typer.BadParameter(str(error), param_hint="--gazetteer") from None


def _list_problems(problems: "tuple[Problem, ...]", err: Console) -> None:
    for problem in problems:
        at = f":{problem.at}" if problem.at is not None else ""
        err.print(Text.assemble((_plain(problem.path) + at, "yellow"), ": ", _plain(problem.message)), soft_wrap=True)


def _plain(text: str) -> str:
    """Without the control characters that could steer a terminal: file names are input too."""
    return "".join(char for char in text if char.isprintable())


def _write(account: "Brief", chosen: OutputFormat, output: Path | None, limit: int | None) -> None:
    from firsthand.report import render, terminal

    if chosen is OutputFormat.terminal and output is None:
        with _writable("standard output"):
            terminal(account, Console(), limit=limit)
            sys.stdout.flush()
    else:
        _put(render(account, chosen.value, limit=limit), output)


def _put(text: str, output: Path | None) -> None:
    with _writable(output or "standard output"):
        if output is not None:
            output.write_text(text, encoding="utf-8")
        else:
            sys.stdout.buffer.write(text.encode("utf-8"))
            sys.stdout.buffer.flush()


@contextmanager
def _writable(place: Path | str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        typer.echo(f"cannot write {place}: {error.strerror}", err=True)
        raise typer.Exit(EXIT_NOTHING) from error
