"""Slices: whatever is cut and joined, every character of a run is the one that its source has there."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.cleaning.lines import split
from firsthand.reading.cleaning.slices import Slice, joined

TEXTS = st.text(alphabet="ab \n\u00a0é•", max_size=40)


def holds(piece: Slice, source: str) -> bool:
    return all(piece.text[a:b] == source[at : at + b - a] and b > a for a, b, at in piece.runs)


def test_slices_part_keeps_the_place() -> None:
    piece = Slice.of("a grain ship", 5).part(2, 7)
    assert piece == Slice("grain", ((0, 5, 7),))
    assert piece.at == 7


def test_slices_without_puts_the_filler_between() -> None:
    piece = Slice.of("a [photo] ship").without([(2, 9)], "")
    assert piece == Slice("a  ship", ((0, 2, 0), (2, 7, 9)))


def test_slices_neighbours_are_one_run() -> None:
    whole = Slice.of("grain ship")
    assert joined([whole.part(0, 5), whole.part(5)]) == whole


@given(TEXTS, st.data())
def test_slices_every_cut_leads_back(source: str, data: st.DataObject) -> None:
    place = st.integers(0, len(source))
    start, end = sorted((data.draw(place), data.draw(place)))
    piece = Slice.of(source).part(start, end)
    assert piece.text == source[start:end]
    inner = sorted(data.draw(st.lists(st.integers(0, len(piece.text)), max_size=6, unique=True)))
    spans = list(zip(inner[::2], inner[1::2]))
    assert holds(piece.without(spans, " ").strip(), source)
    assert holds(joined([piece.strip(), Slice.of(source).part(0, start)], " "), source)


@given(st.lists(TEXTS, max_size=8).map("\r\n".join))
def test_slices_split_leads_back(source: str) -> None:
    lines = split(source)
    assert [line.text for line in lines] == [line.strip() for line in source.splitlines()]
    assert all(holds(line, source) for line in lines)
