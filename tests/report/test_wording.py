import pytest

from firsthand.model import Link
from firsthand.report import wording


@pytest.mark.parametrize(
    "value, words",
    [
        ("2023-03-14", "14 March 2023"),
        ("2023-03-14T10:20:00", "14 March 2023, 10:20"),
        ("2023-03-14T00:00:00", "14 March 2023"),
        ("2023-03", "March 2023"),
        ("2023", "2023"),
        ("2023-14-03", "2023-14-03"),
        ("last spring", "last spring"),
    ],
)
def test_day_reads_iso_dates(value: str, words: str) -> None:
    assert wording.day(value) == words


def test_span_does_not_repeat_month_and_year() -> None:
    assert wording.span("2023-03-14", "2023-03-15") == "14–15 March 2023"
    assert wording.span("2023-03-30", "2023-04-02") == "30 March – 2 April 2023"
    assert wording.span("2022-12-30", "2023-01-02") == "30 December 2022 – 2 January 2023"
    assert wording.span("2023-03-14", "2023-03-14") == "14 March 2023"


def test_count_and_listed() -> None:
    assert wording.count(1, "witness") == "1 witness"
    assert wording.count(1200, "witness") == "1,200 witnesses"
    assert wording.listed(["a", "b", "c"], 2) == "a, b and 1 more"


def test_numbered_joins_runs() -> None:
    assert wording.numbered((6, 1, 2, 3, 3)) == "[1–3, 6]"
    assert wording.numbered((1, 2, 5)) == "[1, 2, 5]"
    assert wording.numbered(()) == ""


@pytest.mark.parametrize(
    "link, seen_from_a, seen_from_b",
    [
        (Link("a", "b", "copy", 0.92, "a-to-b"), "copied in [2], 92% of sentences", "copy of [2], 92% of sentences"),
        (
            Link("a", "b", "version", 0.5, "b-to-a"),
            "later edition of [2], 50% of sentences",
            "earlier edition of [2], 50% of sentences",
        ),
        (Link("a", "b", "spun", 0.0), "same text with swapped words as [2]", "same text with swapped words as [2]"),
        (Link("a", "b", "quotes", 0.2, "a-to-b"), "quotes taken over in [2]", "takes quotes from [2]"),
    ],
)
def test_linked_says_which_came_first(link: Link, seen_from_a: str, seen_from_b: str) -> None:
    assert wording.linked(link, "a", 2) == seen_from_a
    assert wording.linked(link, "b", 2) == seen_from_b


def test_host_survives_a_broken_address() -> None:
    assert wording.host("http://[::1") is None
    assert wording.host("https://www.example.org/a") == "example.org"


def test_wording_relation_agrees_with_its_subject():
    assert wording.related("fights-with", many=False) == "fights with"
    assert wording.related("fights-with", many=True) == "fight with"
    assert wording.related("backs", many=True) == "back"
