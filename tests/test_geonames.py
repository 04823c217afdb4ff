"""GeoNames dumps imported: a small one of invented places."""

import re
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from firsthand import cli
from firsthand.geonames import DumpError, import_dump
from firsthand.names import Gazetteer, contains
from firsthand.names.index import Index, NotAnIndexError


def row(number: int, name: str, group: str, code: str, at: tuple[float, float], people: int = 0, **more: str) -> str:
    """A line of a dump, in Libya, division 99."""
    told = {"others": "", "ascii": name, "country": "LY", "admin1": "99", **more}
    where = str(at[0]), str(at[1]), group, code, told["country"], "", told["admin1"], "", "", ""
    columns = str(number), name, told["ascii"], told["others"], *where, str(people), "", "", "Africa/Tripoli", "2026"
    return "\t".join(columns)


ROWS = (
    row(1, "State of Libya", "A", "PCLI", (25, 17), 6_000_000, admin1="00"),
    row(2, "Quelmo", "A", "ADM1", (30, 15), 9_000),
    row(3, "Quelmo Hills", "T", "HLLS", (30.5, 15.5)),
    row(4, "Tavirah", "P", "PPL", (30.25, 15.25), 8_000, others="Tavirra Qadima,Tabirah,طابرة,TVR"),
    row(5, "Tavirah Air Base", "S", "AIRB", (30.3, 15.2)),
    row(6, "Tavirah Bakery", "S", "SHOP", (30.3, 15.2)),
    row(7, "Sarnok", "P", "PPLX", (31, 16), 0),
    row(8, "Old Quelmo Road", "R", "RD", (31, 16), 0),
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "LY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about the columns")
        archive.writestr("LY.txt", "\n".join(ROWS) + "\n")
    return path


@pytest.fixture
def gazetteer(dump: Path, tmp_path: Path) -> Gazetteer:
    return Gazetteer.at(import_dump(dump, tmp_path / "places.index").path)


def test_import_takes_places_and_leaves_buildings_and_roads(dump: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, int]] = []
    made = import_dump(dump, tmp_path / "new" / "places.index", lambda *progress: told.append(progress))
    assert made.places == 6
    assert made.made_of.startswith("GeoNames LY.txt ")
    assert told[-1][0] == told[-1][1] > 0


def test_import_knows_kinds_spellings_and_divisions(gazetteer: Gazetteer) -> None:
    tavira, quelmo = gazetteer.get("Tavirra Qadima"), gazetteer.get("Quelmo")
    assert tavira is not None
    assert quelmo is not None
    assert (tavira.name, tavira.kind, tavira.admin1, tavira.geonames) == ("Tavirah", "town", "Quelmo", 4)
    assert contains(quelmo, tavira)
    libya = gazetteer.get("Libya")
    assert libya is not None
    assert (libya.name, libya.kind, libya.latitude) == ("Libya", "country", 25)
    kinds = {name: spot.kind for name in ("Quelmo Hills", "Tavirah air base") if (spot := gazetteer.get(name))}
    assert kinds == {"Quelmo Hills": "feature", "Tavirah air base": "airfield"}
    assert gazetteer.find("TVR") == ()


def test_import_leaves_what_it_does_not_cover_to_the_shipped_places(gazetteer: Gazetteer) -> None:
    lisbon = gazetteer.get("Lisbon")
    assert lisbon is not None
    assert lisbon.country == "PT"
    assert all(spot.country != "LY" for spot in gazetteer.find("Misrata"))  # the dump's Libya has no such town
    assert " over firsthand " in gazetteer.made_of


def test_import_of_towns_takes_divisions_from_the_table_beside(tmp_path: Path) -> None:
    (tmp_path / "cities500.txt").write_text(f"{ROWS[3]}\n{ROWS[6]}\n", "utf-8")
    (tmp_path / "admin1CodesASCII.txt").write_text("LY.99\tQuelmo\tQuelmo\t2\n", "utf-8")
    made = import_dump(tmp_path / "cities500.txt", tmp_path / "places.index")
    gazetteer = Gazetteer.at(made.path)
    quelmo, libya = gazetteer.get("Quelmo"), gazetteer.get("Libya")
    assert quelmo is not None
    assert libya is not None
    assert (quelmo.kind, quelmo.latitude, libya.kind) == ("division", pytest.approx(30.6, abs=0.1), "country")


def test_import_is_the_same_twice(dump: Path, tmp_path: Path) -> None:
    one, other = (import_dump(dump, tmp_path / name).path.read_bytes() for name in ("a", "b"))
    assert one == other


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one\ttwo\n", "LY.txt:1: 2 columns apart by tabs; a GeoNames dump has 19"),
        (ROWS[1] + "\n" + row(9, "Orna", "P", "PPL", (91, 0)), "LY.txt:2: '91' is no latitude in degrees"),
        (row(9, "Orna", "P", "PPL", (9, 9)).replace("\t0\t", "\tmany\t"), "LY.txt:1: 'many' is no population"),
        ("\n", "holds no places"),
    ],
)
def test_import_says_what_is_wrong_and_where(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "LY.txt").write_text(text, "utf-8")
    target = tmp_path / "places.index"
    target.write_bytes(b"what was there")
    with pytest.raises(DumpError, match=re.escape(told)):
        import_dump(tmp_path / "LY.txt", target)
    assert target.read_bytes() == b"what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["LY.txt", "places.index"]


def test_import_refuses_other_files(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(ROWS[3].encode("utf-8") + b"\n\xe9t\xe9\n")
    with pytest.raises(DumpError, match=r"latin\.txt:2: not UTF-8"):
        import_dump(tmp_path / "latin.txt", tmp_path / "places.index")
    with zipfile.ZipFile(tmp_path / "XX.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing else")
    with pytest.raises(DumpError, match="holds no table of places"):
        import_dump(tmp_path / "XX.zip", tmp_path / "places.index")
    with pytest.raises(DumpError, match="no such file"):
        import_dump(tmp_path / "gone.zip", tmp_path / "places.index")


def test_index_refuses_files_that_are_none(dump: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"PK\x03\x04 a zip")
    with pytest.raises(NotAnIndexError, match="no index of places"):
        Gazetteer.at(tmp_path / "other")
    whole = import_dump(dump, tmp_path / "places.index").path.read_bytes()
    (tmp_path / "cut").write_bytes(whole[:-200])
    with pytest.raises(NotAnIndexError, match="cut off"):
        Gazetteer.at(tmp_path / "cut")


def test_index_without_base_knows_only_its_own(dump: Path, tmp_path: Path) -> None:
    index = Index(import_dump(dump, tmp_path / "places.index").path)
    assert Gazetteer(index).get("Lisbon") is None
    assert index.made_of.startswith("GeoNames LY.txt")


def test_commands_import_and_find(dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "120")
    run = CliRunner()
    done = run.invoke(cli.app, ["places", "import", str(dump)])
    assert done.exit_code == 0
    index = tmp_path / "data" / "firsthand" / "places.index"
    assert index.is_file()
    found = run.invoke(cli.app, ["places", "find", "Tabirah", "--gazetteer", str(index)])
    assert found.exit_code == 0
    assert "Tavirah" in found.stdout
    assert run.invoke(cli.app, ["places", "find", "Qwxzzy"]).exit_code == 1
    assert run.invoke(cli.app, ["places", "find", "Orna", "--gazetteer", str(dump)]).exit_code == 2
    assert run.invoke(cli.app, ["places", "import", str(index)]).exit_code == 2
