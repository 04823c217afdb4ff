"""The gazetteer's arrays: names as sorted hashes that point to places, loaded once, when first asked."""

import json
import zlib
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

PlaceKind = Literal["town", "county", "division", "country", "region", "airfield"]
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
LOOSE = "~"  # marks a key made of skeletons
AIRFIELD = "^"  # marks the key of an airfield


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
    """Look-up of places by key. Reading the file takes about 0.1 s and is put off until the first look-up."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    @cached_property
    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        with as_file(files("firsthand.names.data") / "places.npz") as path, np.load(self._path or path) as stored:
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
        yield from map(self._spot, sorted(found)[:limit])

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


@cache
def shipped() -> Index:
    """The index of this package, read once in a process."""
    return Index()
