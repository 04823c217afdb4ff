from hypothesis import given
from hypothesis import strategies as st

from firsthand.findings.ranges import bounds, can_all_be_true, hull, intersection, relation
from firsthand.model import Range

ends = st.none() | st.integers(0, 5000).map(float) | st.floats(0, 1e9)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Range(low, high)


@given(ranges())
def test_ranges_same_is_reflexive(a: Range):
    assert relation(a, a) == "same"
    assert intersection(a, a) == hull([a]) == a


@given(ranges(), ranges())
def test_ranges_relation_is_symmetric(a: Range, b: Range):
    assert relation(a, b) == relation(b, a)


@given(ranges(), ranges())
def test_ranges_intersection_is_symmetric_and_within_both(a: Range, b: Range):
    both = intersection(a, b)
    assert both == intersection(b, a)
    if both is None:
        assert not can_all_be_true([a, b])
    else:
        assert can_all_be_true([a, b, both])
        assert bounds(both)[0] >= max(bounds(a)[0], bounds(b)[0])
        assert bounds(both)[1] <= min(bounds(a)[1], bounds(b)[1])


@given(ranges(), ranges())
def test_ranges_apart_means_no_common_number(a: Range, b: Range):
    if relation(a, b) == "apart":
        assert intersection(a, b) is None
    if intersection(a, b) is None:
        assert relation(a, b) in {"apart", "same"}  # "same" where two round numbers differ by rounding alone


@given(st.lists(ranges(), min_size=1, max_size=5))
def test_ranges_hull_holds_all(many: list[Range]):
    low, high = bounds(hull(many))
    assert all(low <= bounds(a)[0] and bounds(a)[1] <= high for a in many)


@given(ranges(), ranges())
def test_ranges_contained_is_never_apart(a: Range, b: Range):
    outer = hull([a, b])
    assert relation(outer, a) in {"same", "within"}


def test_ranges_exact_numbers():
    assert relation(Range(27, 27), Range(25, 25)) == "apart"
    assert relation(Range(27, 27), Range(27, 27)) == "same"


def test_ranges_open_side_reaches_to_infinity():
    assert relation(Range(41, None), Range(52, 52)) == "within"
    assert relation(Range(41, None), Range(40, 40)) == "apart"
    assert relation(Range(None, None), Range(40, 40)) == "within"


def test_ranges_rounding_is_no_difference():
    assert relation(Range(1490, 1490), Range(1500, 1500)) == "same"
    assert relation(Range(540, 660), Range(570, 630)) == "same"


def test_ranges_of_nothing_can_be_true():
    assert can_all_be_true([])


def test_ranges_three_that_fit_in_pairs_may_not_fit_together():
    assert not can_all_be_true([Range(0, 10), Range(8, 20), Range(15, 30)])
