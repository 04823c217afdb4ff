"""GeoNames dumps: read, made an index of places, and stored where ``--gazetteer`` finds it.

A dump is a table of 19 columns apart by tabs (https://download.geonames.org/export/dump/readme.txt), as it is or in a
zip: ``allCountries.txt``, ``cities500.zip``, ``LY.zip``. Dumps of towns name no divisions; ``admin1CodesASCII.txt``
beside the dump does. Taken are countries, divisions, towns, airfields, waters, mountains, islands, parks and areas;
left out are buildings and roads, of which there are millions.
"""

import hashlib
import io
import os
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from firsthand.names.building import Builder, NewPlace, centre, division_names, field_names, spellings
from firsthand.names.data import rows
from firsthand.names.index import PlaceKind, stored

Progress = Callable[[int, int, int], None]
"""Told now and then: bytes read, bytes in all, places taken."""
COLUMNS = 19
DIVISIONS = "admin1CodesASCII.txt"
_EVERY = 20_000  # lines between two words of progress
_LONGEST = 1_000_000  # bytes; a longer line is no line of a dump
_AIRFIELDS = frozenset(("AIRP", "AIRB", "AIRF", "AIRH", "AIRQ"))
_FEATURES = "HTLV"


class DumpError(ValueError):
    """A dump that cannot be read, with the place of what is wrong."""

    def __init__(self, path: Path | str, message: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class Imported(NamedTuple):
    """What an import made."""

    path: Path
    places: int
    made_of: str


def data_folder() -> Path:
    """Where firsthand keeps a user's data: in ``XDG_DATA_HOME``, else ``~/.local/share``."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "firsthand"


def import_dump(dump: Path, to: Path, progress: Progress = lambda read, of, places: None) -> Imported:
    """Reads a dump and writes its index to a file, whole or not at all: an old one stays until the new one is done.

    Raises ``DumpError`` where the dump is not what it should be, with file and line, and ``OSError`` of the disk.
    """
    builder, made_of = Builder(), ""
    with _opened(dump) as (file, name, size):
        reader = _Reader(file, name, size, progress)
        divisions = _divisions(dump)
        for place in _with_areas(reader.places(), divisions):
            builder.add(place)
        made_of = f"GeoNames {name} {reader.digest()}"
    if not len(builder):
        raise DumpError(dump, "holds no places")
    to.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=to.name, suffix=".part", dir=to.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            for piece in stored(builder.arrays(), made_of):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).chmod(0o644)  # as other files are, not as temporary ones
        Path(temporary).replace(to)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Imported(to, len(builder), made_of)


@contextmanager
def _opened(dump: Path) -> Iterator[tuple[BinaryIO, str, int]]:
    """The table of a dump, its name, and its length in bytes."""
    if not dump.is_file():
        raise DumpError(dump, "there is no such file")
    if not zipfile.is_zipfile(dump):
        with dump.open("rb") as file:
            yield file, dump.name, dump.stat().st_size
        return
    with zipfile.ZipFile(dump) as archive:
        tables = [
            info for info in archive.infolist() if info.filename.endswith(".txt") and "readme" not in info.filename
        ]
        own = [info for info in tables if Path(info.filename).stem == dump.stem] or tables
        if len(own) != 1:
            inside = ", ".join(info.filename for info in archive.infolist()[:5]) or "nothing"
            raise DumpError(dump, f"holds no table of places called {dump.stem}.txt, but {inside}")
        try:
            with archive.open(own[0]) as member:
                yield io.BufferedReader(member), own[0].filename, own[0].file_size  # type: ignore[type-var]
        except (zipfile.BadZipFile, EOFError) as error:
            raise DumpError(dump, f"the zip is damaged ({error}): fetch it again") from error


class _Reader:
    """Lines of a dump as places. Its fingerprint is that of the bytes read."""

    def __init__(self, file: BinaryIO, name: str, size: int, progress: Progress) -> None:
        self._file, self._name, self._size, self._progress = file, name, size, progress
        self._hash, self._read, self._taken = hashlib.sha256(), 0, 0

    def digest(self) -> str:
        return self._hash.hexdigest()[:12]

    def places(self) -> Iterator[NewPlace]:
        number = 0
        while line := self._file.readline(_LONGEST):
            number += 1
            self._hash.update(line)
            self._read += len(line)
            place = self._place(line, number)
            if place is not None:
                self._taken += 1
                yield place
            if number % _EVERY == 0:
                self._progress(self._read, self._size, self._taken)
        self._progress(self._read, self._size, self._taken)

    def _place(self, line: bytes, number: int) -> NewPlace | None:
        try:
            row = line.decode("utf-8").rstrip("\r\n").split("\t")
        except UnicodeDecodeError as error:
            raise DumpError(self._name, f"not UTF-8 at byte {error.start} of the line", number) from None
        if row == [""]:
            return None
        if len(row) != COLUMNS:
            raise DumpError(self._name, f"{len(row)} columns apart by tabs; a GeoNames dump has {COLUMNS}", number)
        kind = _kind(row[6], row[7])
        if kind is None or not row[1]:
            return None
        try:
            return _new(row, kind)
        except ValueError as error:
            raise DumpError(self._name, f"{error}", number) from None


def _kind(group: str, code: str) -> PlaceKind | None:
    """What a feature class and code of GeoNames are here."""
    if group == "P":
        return "town"
    if group == "A":
        if code.startswith("PCL"):
            return "country"
        return "division" if code == "ADM1" else "county" if code.startswith("ADM") and code[-1] != "H" else None
    if group == "S":
        return "airfield" if code in _AIRFIELDS else None
    return "feature" if group in _FEATURES and group else None


def _new(row: list[str], kind: PlaceKind) -> NewPlace:
    number, name, ascii_name, others, country, admin1 = row[0], row[1], row[2], row[3], row[8], row[10]
    latitude, longitude = _degrees(row[4], 90, "latitude"), _degrees(row[5], 180, "longitude")
    people = _whole(row[14] or "0", "population")
    names = {
        "town": lambda: spellings(name, (ascii_name, *others.split(",")), people, country),
        "country": lambda: frozenset((name, *_english(country))),
        "division": lambda: division_names(name) | division_names(ascii_name),
        "county": lambda: division_names(name) | {ascii_name},
        "airfield": lambda: field_names(name, ""),
    }.get(kind, lambda: frozenset((name, ascii_name)))()
    shown = next(iter(_english(country)), name) if kind == "country" else name
    division = "" if kind == "country" or admin1 == "00" else admin1
    known = frozenset(filter(None, names))
    return NewPlace(shown, kind, known, latitude, longitude, people, country, division, _whole(number, "number"))


def _degrees(text: str, most: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        raise ValueError(f"{text!r} is no {what} in degrees")
    return value


def _whole(text: str, what: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) >= 2**64:
        raise ValueError(f"{text!r} is no {what}")
    return int(text)


def _english(country: str) -> tuple[str, ...]:
    """The usual English names of a country, the first one the one that is shown."""
    return _english_names().get(country, ())


@cache
def _english_names() -> dict[str, tuple[str, ...]]:
    return {row[0]: (row[1], *filter(None, row[2].split(","))) for row in rows("countries.tsv")}


def _divisions(dump: Path) -> dict[tuple[str, str], tuple[str, str, int]]:
    """Country and code → name, its ASCII form, GeoNames number; from the table beside the dump, if there is one."""
    path = dump.with_name(DIVISIONS)
    found: dict[tuple[str, str], tuple[str, str, int]] = {}
    if not path.is_file():
        return found
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = line.split("\t")
        if len(row) != 4 or "." not in row[0] or not row[3].isdigit():
            raise DumpError(path, "a line has a code like LY.77, two names and a number, apart by tabs", number)
        country, _, code = row[0].partition(".")
        found[country, code] = row[1], row[2], int(row[3])
    return found


def _with_areas(
    places: Iterable[NewPlace], divisions: dict[tuple[str, str], tuple[str, str, int]]
) -> Iterator[NewPlace]:
    """The places, and the divisions and countries that the dump itself does not list, in the middle of their towns."""
    listed: set[tuple[str, str]] = set()
    cells: dict[tuple[str, str], set[tuple[float, float]]] = defaultdict(set)
    people: Counter[tuple[str, str]] = Counter()
    for place in places:
        yield place
        area = place.country, place.admin1
        if place.kind in ("country", "division"):
            listed.add(area)
        elif place.kind == "town":
            for inside in {area, (place.country, "")}:
                cells[inside].add((round(place.latitude * 4) / 4, round(place.longitude * 4) / 4))
                people[inside] += place.population
    for area in sorted(cells.keys() - listed):
        country, code = area
        middle = centre(cells[area], 0.25)
        if not code and _english(country):
            name = _english(country)[0]
            yield NewPlace(name, "country", frozenset(_english(country)), *middle, people[area], country, "", 0)
        elif code and area in divisions:
            name, ascii_name, number = divisions[area]
            names = division_names(name) | division_names(ascii_name)
            yield NewPlace(name, "division", names, *middle, people[area], country, code, number)
