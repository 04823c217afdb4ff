import pytest

from firsthand.model import Range


def test_range_refuses_backwards_bounds() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Range(3, 2)


@pytest.mark.parametrize("low, high", [(2, 2), (None, 2), (2, None), (None, None), (1.5, 2)])
def test_range_may_be_a_point_or_open(low: float | None, high: float | None) -> None:
    assert (Range(low, high).low, Range(low, high).high) == (low, high)


def test_range_is_a_value() -> None:
    assert Range(1, 2) == Range(1, 2)
    assert len({Range(1, 2), Range(1, 2)}) == 1
