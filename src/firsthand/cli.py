"""The commands: thin; what they do stands in the pipeline."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from firsthand import __version__

app = typer.Typer(
    name="firsthand",
    help="Reads many reports of one event and says what is known first hand, what is only repeated, and where they differ.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
EXIT_PROBLEMS = 1
EXIT_NOTHING = 2


class OutputFormat(StrEnum):
    """How a brief is written."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


_BY_SUFFIX = {".html": OutputFormat.html, ".htm": OutputFormat.html, ".md": OutputFormat.markdown, ".json": OutputFormat.json}


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"firsthand {__version__}")
        raise typer.Exit()


@app.command()
def brief(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders or globs of reports of ONE event (.txt, .json, .jsonl, .html); [bold]-[/] reads standard input.",
            show_default=False,
        ),
    ],
    format: Annotated[
        OutputFormat | None,
        typer.Option("--format", "-f", help="How to write it; guessed from the name given to --output, else terminal."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="In the terminal: every finding, not only the first 25.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no problems on standard error.")] = False,
) -> None:
    """Read PATHs as one story and write its brief: who says what, heard from whom, and whether it can all be true.

    Exit status: 0 all was read; 1 the brief is there but something could not be read; 2 nothing could be read.

    Examples:

      firsthand brief articles/
      firsthand brief articles/*.json -o brief.html
      firsthand brief articles/ --format json | jq '.findings[0]'
    """
    chosen = format or (_BY_SUFFIX.get(output.suffix.lower()) if output else None) or OutputFormat.terminal
    from firsthand.pipeline import brief_of  # the models load only once the arguments are right

    err = Console(stderr=True, quiet=quiet)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=err, transient=True
    ) as bar:
        task = bar.add_task("reading", total=None)
        account = brief_of(
            paths, lambda stage, done, of: bar.update(task, description=stage, completed=done, total=of or None)
        )
    for problem in account.errors:
        err.print(f"[yellow]{problem.path}[/]: {problem.message}", soft_wrap=True, highlight=False)
    if not account.documents:
        err.print("[red]Nothing could be read.[/] Give files or folders with .txt, .json, .jsonl or .html articles.")
        raise typer.Exit(EXIT_NOTHING)
    _write(account, chosen, output, None if show_all else 25)
    if account.errors:
        raise typer.Exit(EXIT_PROBLEMS)


def _write(account, chosen: OutputFormat, output: Path | None, limit: int | None) -> None:  # type: ignore[no-untyped-def]
    from firsthand.report import render, terminal

    if chosen is OutputFormat.terminal and output is None:
        terminal(account, Console(), limit=limit)
        return
    text = render(account, chosen.value, limit=limit)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        typer.echo(f"cannot write {output}: {error.strerror}", err=True)
        raise typer.Exit(EXIT_NOTHING) from error


@app.command()
def schema() -> None:
    """Print the JSON Schema of a brief (format firsthand/brief@1)."""
    import msgspec

    from firsthand.model import schema as brief_schema

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(brief_schema()), indent=2) + b"\n")


def main() -> None:
    """The program; Ctrl-C ends it with status 130."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
