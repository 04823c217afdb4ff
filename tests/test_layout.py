"""The shape of the code: imports run downward, modules are small and documented, public names are pinned."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
    "geonames",
    "pipeline",
    "cli_places",
    "cli",
    "__main__",
)
"""From the ground up: each may import only what stands before it."""

PUBLIC = {
    "firsthand.claims": ["extract", "kind_of_noun"],
    "firsthand.claims.attribution": ["find_attributions"],
    "firsthand.claims.kinds": ["OTHER", "STATE", "Kind", "Sense", "kind_of", "kind_of_noun", "ontology", "sense_of"],
    "firsthand.claims.relations": ["find_related", "find_ties"],
    "firsthand.findings": ["Material", "find", "relations", "timeline"],
    "firsthand.language": ["PIPELINE", "embed", "load", "parse"],
    "firsthand.lineage": ["channels", "links"],
    "firsthand.model": [
        "FORMAT",
        "RELATIONS",
        "Attribution",
        "Basis",
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
        "RelationName",
        "Removed",
        "Report",
        "Role",
        "Slot",
        "Stance",
        "Tie",
        "TimeValue",
        "Value",
        "Variant",
        "Verdict",
        "Whereabouts",
        "Wording",
        "decode",
        "encode",
        "identity",
        "schema",
    ],
    "firsthand.names": [
        "Gazetteer",
        "Placing",
        "Spot",
        "Toponym",
        "contains",
        "country_named",
        "country_of",
        "distance",
        "find_toponyms",
        "find_whereabouts",
        "link",
        "place_toponyms",
        "resolve",
        "same_name",
        "tells_whereabouts",
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


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its full name, those of groups too."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def test_layout_every_command_and_option_is_in_the_docs():
    told = (ROOT / "docs" / "cli.md").read_text("utf-8")
    found = dict(commands(typer.main.get_group(cli.app)))
    assert set(found) == {"brief", "formats", "schema", "places import", "places find"}
    for name, command in found.items():
        assert f"firsthand {name}" in told
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                assert not option.startswith("-") or f"`{option}" in told, f"{name} {option}"
    assert "`--version`" in told


def test_layout_every_test_package_mirrors_one():
    here = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert here <= {*ORDER, "bench", "training"}
