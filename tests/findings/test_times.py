from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firsthand.findings.times import interval, time_likeness, time_relation
from firsthand.model import TimeValue


def time(start: str | None, end: str | None = None, text: str = "then") -> TimeValue:
    return TimeValue(start, end or start, text)


days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
times = st.builds(lambda day, more: time(str(day), str(day + timedelta(more))), days, st.integers(0, 40))


@given(times, times)
def test_times_relation_is_symmetric_and_likeness_with_it(a: TimeValue, b: TimeValue):
    assert time_relation(a, b) == time_relation(b, a)
    assert time_likeness(a, b) == time_likeness(b, a)
    assert -1 <= time_likeness(a, b) <= time_likeness(a, a) == 1


def test_times_day_holds_its_minutes():
    day, minute = time("2021-05-03"), time("2021-05-03T07:10")
    assert time_relation(day, minute) == "within"
    assert interval(day) == ("2021-05-03T00:00", "2021-05-03T23:59")


def test_times_other_days_are_apart():
    assert time_relation(time("2021-05-03"), time("2021-05-04")) == "apart"


def test_times_weeks_overlap():
    assert time_relation(time("2021-05-03", "2021-05-09"), time("2021-05-07", "2021-05-14")) == "overlap"


def test_times_unresolved_is_unknown_but_like_its_own_words():
    assert time_relation(time(None, text="at dawn"), time("2021-05-03")) == "unknown"
    assert time_likeness(time(None, text="at dawn"), time(None, text="At dawn")) == 1


def test_times_clock_without_a_day_compares_with_another_such_only():
    assert time_relation(time("T07:10"), time("T07:10")) == "same"
    assert time_relation(time("T07:10"), time("T09:00")) == "apart"
    assert time_relation(time("T07:10"), time("2021-05-03T07:10")) == "unknown"
