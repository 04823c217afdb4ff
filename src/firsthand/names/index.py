"""The gazetteer's arrays: names as sorted hashes that point to places, loaded once, when first asked.

The package ships one index (``data/places.npz``). One made of a GeoNames dump is a file of its own form, since it may
be a hundred times as large: a first line, the length of a header, the header in JSON with type, place and length of
each array, and the arrays as they are in memory, so that the file is mapped and not read.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[np.generic]]
PlaceKind = Literal["town", "county", "division", "country", "region", "airfield", "feature"]
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
LOOSE = "~"  # marks a key made of skeletons
AIRFIELD = "^"  # marks the key of an airfield
SIGNATURE = b"firsthand places 1\n"
_ALIGNED = 64  # bytes


class NotAnIndexError(ValueError):
    """A file that is no index of places."""


class Spot(NamedTuple):
    """A place of the gazetteer; degrees WGS 84, ``country`` an ISO code, ``admin1`` its first-level division."""

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    population: int
    country: str
    admin1: str | None
    geonames: int | None


def fingerprint(name: str) -> tuple[int, int]:
    """Forty bits that stand for a key: a false hit in this index has a chance of one in 100,000."""
    data = name.encode("utf-8")
    return zlib.crc32(data), zlib.adler32(data) & 0xFF


class Index:
    """Look-up of places by key. Reading the file takes about 0.1 s and is put off until the first look-up.

    ``path`` is an index file in place of the shipped one. What it does not cover at all (countries, or the divisions of
    a country, in a dump of towns) is looked up in ``base``.
    """

    def __init__(self, path: Path | None = None, base: "Index | None" = None) -> None:
        self._path, self._base = path, base

    @cached_property
    def made_of(self) -> str:
        """What the places are from, with a fingerprint of it: the same words, the same answers."""
        if self._path is not None:
            own = str(_header(self._path)["made_of"])
            return f"{own} over {self._base.made_of}" if self._base else own
        data = (files("firsthand.names.data") / "places.npz").read_bytes()
        return f"firsthand {hashlib.sha256(data).hexdigest()[:12]}"

    @cached_property
    def _arrays(self) -> Arrays:
        if self._path is not None:
            return _mapped(self._path)
        with as_file(files("firsthand.names.data") / "places.npz") as path, np.load(path) as stored:
            arrays = dict(stored)
        arrays["hashes"] = np.cumsum(arrays.pop("steps"), dtype=np.uint32)  # stored as steps: they pack better
        return arrays

    @cached_property
    def _countries(self) -> list[str]:
        return list(json.loads(self._arrays["countries"].tobytes()))

    @cached_property
    def _ends(self) -> NDArray[np.intp]:
        """Where each name ends among the names, which a line break keeps apart."""
        names = self._arrays["names"]
        return np.append(np.flatnonzero(names == 10), len(names))

    def _name(self, row: int) -> str:
        start = int(self._ends[row - 1]) + 1 if row else 0
        return self._arrays["names"][start : self._ends[row]].tobytes().decode("utf-8")

    @cached_property
    def _divisions(self) -> dict[int, str]:
        """Division number → its name, from the places that are divisions."""
        arrays = self._arrays
        found = np.flatnonzero(arrays["kind"] == PLACE_KINDS.index("division"))
        return {int(arrays["admin1"][row]): self._name(int(row)) for row in found if arrays["admin1"][row]}

    def find(self, key: str, limit: int = 60) -> Iterator[Spot]:
        """The places of one key, the most populous first."""
        arrays = self._arrays
        code, check = fingerprint(key)
        hashes = arrays["hashes"]
        row = int(np.searchsorted(hashes, np.uint32(code)))
        found = []
        while row < len(hashes) and hashes[row] == code:
            if arrays["checks"][row] == check:
                found.append(int(arrays["owners"][row]))
            row += 1
        found.sort(key=lambda owner: (-int(arrays["population"][owner]), owner))
        own = list(map(self._spot, found[:limit]))
        if self._base is not None:
            own += (spot for spot in self._base.find(key, limit) if (spot.country, spot.kind) not in self._covered)
            own.sort(key=lambda spot: -spot.population)
        yield from own[:limit]

    @cached_property
    def _covered(self) -> frozenset[tuple[str, str]]:
        """Country and kind of all places here."""
        countries, kinds = self._arrays["country"].astype(np.uint16), self._arrays["kind"].astype(np.uint16)
        pairs = countries * len(PLACE_KINDS) + kinds
        found = (divmod(int(pair), len(PLACE_KINDS)) for pair in np.unique(pairs))
        return frozenset((self._countries[country], PLACE_KINDS[kind]) for country, kind in found)

    def _spot(self, row: int) -> Spot:
        arrays = self._arrays
        return Spot(
            self._name(row),
            PLACE_KINDS[int(arrays["kind"][row])],
            int(arrays["latitude"][row]) / 1e3,
            int(arrays["longitude"][row]) / 1e3,
            int(arrays["population"][row]),
            self._countries[int(arrays["country"][row])],
            self._divisions.get(int(arrays["admin1"][row])),
            int(arrays["geonames"][row]) or None,
        )


def stored(arrays: Arrays, made_of: str) -> Iterator[bytes]:
    """The bytes of an index file, piece by piece."""
    entries, offset = {}, 0
    for name, values in sorted(arrays.items()):
        entries[name] = [values.dtype.str, len(values), offset]
        offset += -(-values.nbytes // _ALIGNED) * _ALIGNED
    header = json.dumps({"made_of": made_of, "arrays": entries}, sort_keys=True).encode("utf-8")
    header += b" " * (-(len(SIGNATURE) + 8 + len(header)) % _ALIGNED)
    yield SIGNATURE + len(header).to_bytes(8, "little") + header
    for _, values in sorted(arrays.items()):
        yield values.tobytes() + b"\0" * (-values.nbytes % _ALIGNED)


def _header(path: Path) -> dict[str, Any]:
    """The header of an index file, with ``start``, the offset of its arrays."""
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            raise NotAnIndexError(f"{path} is no index of places; `firsthand places import` makes one")
        length = int.from_bytes(file.read(8), "little")
        data = file.read(length) if length < 1_000_000 else b""
    try:
        header: dict[str, Any] = json.loads(data)
        ends = [offset + length * np.dtype(kind).itemsize for kind, length, offset in header["arrays"].values()]
    except (ValueError, KeyError, TypeError):
        raise NotAnIndexError(f"{path} is damaged: import it again") from None
    start = len(SIGNATURE) + 8 + len(data)
    if path.stat().st_size < start + max(ends, default=0):
        raise NotAnIndexError(f"{path} is cut off: import it again")
    return {**header, "start": start}


def _mapped(path: Path) -> Arrays:
    header = _header(path)
    return {
        name: np.memmap(path, kind, "r", header["start"] + offset, (length,)) if length else np.zeros(0, kind)
        for name, (kind, length, offset) in header["arrays"].items()
    }


@cache
def shipped() -> Index:
    """The index of this package, read once in a process."""
    return Index()
