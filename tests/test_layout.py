"""The shape of the code: imports run downward, modules are small and documented, public names are pinned."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from firsthand import cli

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "firsthand"
MODULES = sorted(PACKAGE.rglob("*.py"))
ALL_CODE = sorted(path for folder in ("src", "bench", "training") for path in (ROOT / folder).rglob("*.py"))
LONGEST = 400
ORDER = (
    "model",
    "reading",
    "language",
    "claims",
    "names",
    "lineage",
    "findings",
    "report",
    "pipeline",
    "cli",
    "__main__",
)
"""From the ground up: each may import only what stands before it."""

PUBLIC = {
    "firsthand.claims": ["extract", "kind_of_noun"],
    "firsthand.claims.attribution": ["find_attributions"],
    "firsthand.findings": ["Material", "find", "relations", "timeline"],
    "firsthand.language": ["PIPELINE", "embed", "load", "parse"],
    "firsthand.lineage": ["channels", "links"],
    "firsthand.model": [
        "FORMAT",
        "Attribution",
        "Brief",
        "Channel",
        "Claim",
        "Direction",
        "Document",
        "Entity",
        "EntityKind",
        "Evidence",
        "Finding",
        "Join",
        "Link",
        "LinkKind",
        "MadeBy",
        "Mention",
        "Moment",
        "Part",
        "PartKind",
        "Place",
        "Problem",
        "Quantity",
        "Range",
        "Relation",
        "Removed",
        "Report",
        "Role",
        "Slot",
        "Stance",
        "TimeValue",
        "Value",
        "Verdict",
        "decode",
        "encode",
        "identity",
        "schema",
    ],
    "firsthand.names": [
        "Gazetteer",
        "Spot",
        "contains",
        "country_named",
        "country_of",
        "distance",
        "link",
        "resolve",
        "same_name",
    ],
    "firsthand.reading": ["FORMATS", "Web", "read", "sources"],
    "firsthand.reading.cleaning": [],
    "firsthand.reading.fetching": [],
    "firsthand.reading.formats": [],
    "firsthand.report": ["FORMATS", "Format", "markdown", "page", "render", "terminal"],
}


def named(path: Path) -> str:
    """The module's dotted name."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """Dotted names of what a module imports from firsthand, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("firsthand"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "firsthand":
                yield from (f"firsthand.{alias.name}" for alias in node.names)
            elif node.module and node.module.startswith("firsthand."):
                yield node.module


def layer(name: str) -> str | None:
    """The part of ORDER that a dotted name belongs to; None for the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and not parts[1].startswith("__version") else None


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_layout_imports_run_downward(path: Path):
    own = layer(named(path))
    if own is None:
        return
    assert own in ORDER, f"{own} has no place in the order"
    below = ORDER[: ORDER.index(own)]
    for name in imported(path):
        other = layer(name)
        assert other in (None, own) or other in below, f"{named(path)} imports {name}"


@pytest.mark.parametrize("path", ALL_CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_layout_modules_are_small_and_say_what_they_are(path: Path):
    text = path.read_text("utf-8")
    assert text.count("\n") < LONGEST
    assert ast.get_docstring(ast.parse(text)), "no docstring"


@pytest.mark.parametrize("name", PUBLIC)
def test_layout_public_names_are_pinned(name: str):
    module = importlib.import_module(name)
    assert sorted(module.__all__) == sorted(PUBLIC[name])
    assert all(hasattr(module, public) for public in PUBLIC[name])


def test_layout_every_package_is_pinned():
    packages = {named(path) for path in MODULES if path.name == "__init__.py"}
    assert {name for name in packages if not name.endswith(".data")} == {"firsthand", *PUBLIC}


def test_layout_every_command_and_option_is_in_the_docs():
    told = (ROOT / "docs" / "cli.md").read_text("utf-8")
    program = typer.main.get_command(cli.app)
    commands = program.commands  # type: ignore[attr-defined]
    assert set(commands) == {"brief", "formats", "schema"}
    for name, command in commands.items():
        assert f"firsthand {name}" in told
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                assert not option.startswith("-") or f"`{option}" in told, f"{name} {option}"
    assert "`--version`" in told


def test_layout_every_test_package_mirrors_one():
    here = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert here <= {*ORDER, "bench", "training"}
