"""The commands of the gazetteer: thin; what they do stands in ``geonames`` and ``names``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

places = typer.Typer(help="The gazetteer: where places are.", no_args_is_help=True, rich_markup_mode="rich")
EXIT_NONE = 1
EXIT_NOTHING = 2
EXIT_INTERRUPTED = 130
_GAZETTEER = "FIRSTHAND_GAZETTEER"


@places.command("import", no_args_is_help=True)
def import_places(
    dump: Annotated[
        Path, typer.Argument(metavar="DUMP", help="allCountries.zip, cities500.zip, LY.zip, … or the .txt of one.")
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="FILE",
            envvar=_GAZETTEER,
            help="The file to write.",
            show_default="~/.local/share/firsthand/places.index, or in XDG_DATA_HOME",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, and no last word.")] = False,
) -> None:
    """Make a gazetteer of a GeoNames dump (https://download.geonames.org/export/dump/).

    The dump is read as it is; nothing is fetched. A dump of towns names no divisions: put admin1CodesASCII.txt beside
    it. allCountries.zip holds some twelve million places; it takes some ten minutes and 3 GB of memory.

    Exit status: 0 written; 2 the dump could not be read or the file not written, and an old file is as it was.
    """
    from firsthand.geonames import DumpError, data_folder, import_dump

    err = Console(stderr=True, quiet=quiet)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("reading", total=None)

        def tell(read: int, of: int, taken: int) -> None:
            bar.update(task, description=f"{taken:,} places", completed=read, total=of)

        try:
            made = import_dump(dump, to or data_folder() / "places.index", tell)
        except (DumpError, OSError) as error:
            typer.echo(f"nothing imported: {error}", err=True)
            raise typer.Exit(EXIT_NOTHING) from None
        except KeyboardInterrupt:
            typer.echo("Interrupted: nothing was imported.", err=True)
            raise typer.Exit(EXIT_INTERRUPTED) from None
    err.print(Text(f"{made.places:,} places of {made.made_of} in {made.path}"), soft_wrap=True)


@places.command("find", no_args_is_help=True)
def find_place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place's name, in any usual spelling.")],
    gazetteer: Annotated[
        Path | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            envvar=_GAZETTEER,
            help="An imported gazetteer.",
            show_default="the shipped one",
        ),
    ] = None,
) -> None:
    """List the places that a name may mean, the likeliest without context first.

    Exit status: 0 some were found; 1 none; 2 the gazetteer could not be read.
    """
    from rich.table import Table

    from firsthand.names import Gazetteer

    try:
        known = Gazetteer.at(gazetteer) if gazetteer else Gazetteer()
    except (ValueError, OSError) as error:
        typer.echo(f"cannot use the gazetteer: {error}", err=True)
        raise typer.Exit(EXIT_NOTHING) from None
    table = Table("Place", "Kind", "Division", "Country", "Latitude", "Longitude", "People", "GeoNames", box=None)
    for spot in known.find(name):
        at = f"{spot.latitude:.3f}", f"{spot.longitude:.3f}"
        people, number = f"{spot.population:,}", str(spot.geonames or "")
        table.add_row(Text(spot.name), spot.kind, spot.admin1 or "", spot.country, *at, people, number)
    if not table.row_count:
        typer.echo(f"no place called {name!r} is known", err=True)
        raise typer.Exit(EXIT_NONE)
    Console().print(table)
