from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.times import find_times, on_its_day
from firsthand.model import TimeValue

NLP = spacy.blank("en")
WEDNESDAY = "2019-03-13T09:30:00"


def times(text: str, published: str | None = WEDNESDAY) -> list[TimeValue]:
    return find_times(NLP.make_doc(text), published)


@pytest.mark.parametrize(
    "text, words, start, end, precision",
    [
        ("It sank on Tuesday evening.", "Tuesday evening", "2019-03-12", "2019-03-12", "daypart"),
        ("It sank late Tuesday.", "late Tuesday", "2019-03-12", "2019-03-12", "daypart"),
        ("Police said Wednesday.", "Wednesday", "2019-03-13", "2019-03-13", "day"),
        ("The trial will open on Friday.", "Friday", "2019-03-15", "2019-03-15", "day"),
        ("It opens next Tuesday.", "next Tuesday", "2019-03-19", "2019-03-19", "day"),
        ("It sank yesterday.", "yesterday", "2019-03-12", "2019-03-12", "day"),
        ("It sank two days ago.", "two days ago", "2019-03-11", "2019-03-11", "day"),
        ("It sank two weeks ago.", "two weeks ago", "2019-02-24", "2019-03-02", "week"),
        ("It sank more than two years ago.", "more than two years ago", None, "2017-03-13", "year"),
        ("It sank last month.", "last month", "2019-02-01", "2019-02-28", "month"),
        ("It sank this week.", "this week", "2019-03-11", "2019-03-17", "week"),
        ("It sank last March.", "last March", "2018-03-01", "2018-03-31", "month"),
        ("It sank in December.", "December", "2018-12-01", "2018-12-31", "month"),
        ("It sank in October last year.", "October last year", "2018-10-01", "2018-10-31", "month"),
        ("It sank on Dec. 28, 2017.", "Dec. 28, 2017", "2017-12-28", "2017-12-28", "day"),
        ("It sank on the 13th of November.", "the 13th of November", "2018-11-13", "2018-11-13", "day"),
        ("It is due to end on April 26.", "April 26", "2019-04-26", "2019-04-26", "day"),
        ("In this Thursday, Dec. 28, 2017, photo", "this Thursday, Dec. 28, 2017", "2017-12-28", "2017-12-28", "day"),
        ("It sank in 2015.", "2015", "2015-01-01", "2015-12-31", "year"),
        ("It sank in late May.", "late May", "2018-05-21", "2018-05-31", "month"),
        ("Shut since late August, it rots.", "since late August", "2018-08-21", None, "month"),
        ("from August 2016 to August 2017", "from August 2016 to August 2017", "2016-08-01", "2017-08-31", "month"),
        ("It sank last night.", "last night", "2019-03-12", "2019-03-12", "daypart"),
        ("It sank overnight.", "overnight", "2019-03-12", "2019-03-13", "daypart"),
        ("It sank in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "year"),
        ("It sank last summer.", "last summer", "2018-06-01", "2018-08-31", "season"),
        ("at about 5am", "at about 5am", "T05:00", "T05:00", "hour"),
        ("at 5.10am", "5.10am", "T05:10", "T05:10", "minute"),
        ("at 10.30 p.m. (2030 GMT)", "10.30 p.m. (2030 GMT)", "T22:30", "T22:30", "minute"),
        ("shortly after midnight", "shortly after midnight", "T00:00", "T00:00", "hour"),
        ("at 10:30 at night", "10:30 at night", "T22:30", "T22:30", "minute"),
        ("at 11pm local time on Monday", "11pm local time on Monday", "2019-03-11T23:00", "2019-03-11T23:00", "hour"),
    ],
)  # fmt: skip
def test_times_resolves(text: str, words: str, start: str | None, end: str | None, precision: str) -> None:
    (time,) = times(text)
    assert (time.text, time.start, time.end, time.precision) == (words, start, end, precision)
    assert text[time.at[0] : time.at[1]] == words


@pytest.mark.parametrize(
    "text, words, start, end, precision",
    [
        ("It lay there from 2 to 6 March.", "2 to 6 March", "2019-03-02", "2019-03-06", "day"),
        ("Gone from the 3rd to the 5th of March.", "the 3rd to the 5th of March", "2019-03-03", "2019-03-05", "day"),
        ("It ran from August 2017 to May 2018.", "from August 2017 to May 2018", "2017-08-01", "2018-05-31", "month"),
        ("It ran from March to June 2016.", "from March to June 2016", "2016-03-01", "2016-06-30", "month"),
        ("The rains of May-July 2016 were long.", "May-July 2016", "2016-05-01", "2016-07-31", "month"),
        ("It lasted Feb. 27-March 2.", "Feb. 27-March 2", "2019-02-27", "2019-03-02", "day"),
        ("She was governor (2011 to 2014).", "2011 to 2014", "2011-01-01", "2014-12-31", "year"),
        ("In the first half of 2018 it rained.", "the first half of 2018", "2018-01-01", "2018-06-30", "season"),
        ("In the last two months of 2018 it sank.", "the last two months of 2018", "2018-11-01", "2018-12-31", "month"),
        ("It sank over the weekend.", "the weekend", "2019-03-09", "2019-03-10", "day"),
        ("From 3am to 5am Monday it burned.", "From 3am to 5am Monday", "2019-03-11T03:00", "2019-03-11T05:00", "hour"),
        ("The ban lasts through the end of April.", "through the end of April", None, "2019-04-30", "month"),
    ],
)  # fmt: skip
def test_times_intervals(text: str, words: str, start: str | None, end: str | None, precision: str) -> None:
    [time] = times(text)
    assert (time.text, time.start, time.end, time.precision) == (words, start, end, precision)


@pytest.mark.parametrize(
    "text, rests_on",
    [
        ("It sank on 3 May 2018.", ["words"]),
        ("It sank on Tuesday.", ["publication"]),
        ("It sank on 3 May 2018 and the next day it was found.", ["words", "text"]),
        ("It sank on Tuesday and the next day it was found.", ["publication", "text"]),
        ("It sank at 5:10 a.m.", [None]),
    ],
)
def test_times_say_what_they_rest_on(text: str, rests_on: list[str | None]) -> None:
    assert [time.rests_on for time in times(text)] == rests_on


def test_times_that_rest_on_a_doubtful_date_are_marked() -> None:
    doc = NLP.make_doc(
        "It sank on Tuesday, and the next day it was found; it was built on 3 May 2011. A day later it sailed."
    )
    tuesday, next_day, built, sailed = find_times(doc, WEDNESDAY, trusted=False)
    assert (tuesday.start, tuesday.trusted) == ("2019-03-12", False)
    assert (next_day.start, next_day.trusted) == ("2019-03-13", False)
    assert (built.trusted, sailed.start, sailed.trusted) == (True, "2011-05-04", True)


def test_times_of_day_and_clock_side_by_side_are_one() -> None:
    both = times("It burned on Tuesday, the owner said, and at 5:10 a.m. it fell.")
    assert on_its_day(both[0], both).start == "2019-03-12T05:10"
    assert on_its_day(both[0], both[:1]) == both[0]


def test_times_adjacent_pieces_are_one() -> None:
    (time,) = times("It burned Monday morning around 5:10 a.m. at the pier.")
    assert (time.text, time.start, time.precision) == ("Monday morning around 5:10 a.m.", "2019-03-11T05:10", "minute")


def test_times_next_day_needs_an_anchor() -> None:
    assert [(t.start, t.end) for t in times("The next day it sank.")] == [(None, None)]
    assert [t.start for t in times("On Monday it burned. The next day it sank.")] == ["2019-03-11", "2019-03-12"]


def test_times_reporting_verb_is_no_anchor() -> None:
    text = "It burned on Sunday, police said Wednesday. The next day it sank."
    assert [t.start for t in times(text)] == ["2019-03-10", "2019-03-13", "2019-03-11"]


def test_times_without_publication_date_keeps_expressions() -> None:
    found = times("It burned on Monday and sank on Dec. 28, 2017 at 5:10 a.m.", None)
    assert [(t.start, t.precision) for t in found] == [(None, "day"), ("2017-12-28T05:10", "minute")]


def test_times_date_takes_the_year_of_its_weekday() -> None:
    assert times("It sank on Friday, June 1.")[0].start == "2018-06-01"


@pytest.mark.parametrize(
    "text",
    ["About 2000 soldiers may march.", "They won 12:3.", "It weighs 1850 tons.", "She may be late.", "spring water"],
)
def test_times_leaves_out(text: str) -> None:
    assert times(text) == []


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_times_weekday_is_within_the_week_before(day: date) -> None:
    for name in ("Monday", "Friday", "Sunday"):
        start = times(f"It sank on {name}.", str(day))[0].start
        assert start is not None
        assert 0 <= (day - date.fromisoformat(start)).days < 7


@given(
    st.text(alphabet="0123456789 :/.-,apmMonJuneJanyesterdaylastweekago\n", max_size=60),
    st.sampled_from([None, WEDNESDAY]),
)
def test_times_never_fail_and_never_overlap(text: str, published: str | None) -> None:
    end = 0
    for time in times(text, published):
        assert end <= time.at[0] < time.at[1] <= len(text)
        end = time.at[1]
