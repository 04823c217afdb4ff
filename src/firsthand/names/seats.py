"""Where governments sit: capitals, and the houses whose names stand for who sits there."""

from collections.abc import Mapping
from functools import cache

from firsthand.names.data import rows
from firsthand.names.folding import plain


@cache
def _capitals() -> Mapping[str, str]:
    """The plain name of a capital → its country, or the union of states that sits there."""
    names = {row[0]: row[1] for row in rows("countries.tsv")}
    found = {plain(capital): names[code] for code, capital in rows("capitals.tsv") if code in names}
    return found | {plain(seat): whose for seat, whose, kind in rows("seats.tsv") if kind == "town"}


def capital_of(name: str) -> str | None:
    """The country, or union of states, whose seat a town is."""
    return _capitals().get(plain(name))


@cache
def palaces() -> Mapping[str, str]:
    """The plain name of a palace, street or building → whose government sits in it."""
    return {plain(seat): whose for seat, whose, kind in rows("seats.tsv") if kind == "house"}


def is_capital(name: str) -> bool:
    """Whether a name is that of a capital, or of the seat of a union of states."""
    return plain(name) in _capitals()
