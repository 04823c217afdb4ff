from collections.abc import Sequence
from typing import Any

from msgspec import structs

from firsthand.findings.cells import Cell, cells
from firsthand.findings.verdicts import Context, judge
from firsthand.model import Link, Quantity
from tests.findings.conftest import Story, collapse


def judged(story: Story, slot: str, likeness: float = 1.0, **context: Any) -> tuple[str, str]:
    found = [cell for cell in cells(story.claims, story.documents, story.listed()) if cell.slot == slot]
    return verdict_on(story, found, likeness, **context)


def verdict_on(story: Story, found: Sequence[Cell], likeness: float = 1.0, **context: Any) -> tuple[str, str]:
    return judge(found, lambda i, j: likeness, Context(story.documents, story.links, story.channels, **context))


def tolls(*ranges: tuple[float | None, float | None], same_day: bool = False, kind: str = "killing") -> Story:
    """One document a range, a day apart."""
    story = collapse([40] * len(ranges))
    story.claims = [claim for claim in story.claims if claim.quantities]
    for k, (low, high) in enumerate(ranges):
        claim = story.claims[k]
        quantity = structs.replace(claim.quantities[0], low=low, high=high)
        story.claims[k] = structs.replace(claim, quantities=(quantity,), kind=kind)
        if same_day:
            id = claim.document
            story.documents[id] = structs.replace(story.documents[id], published="2021-05-04")
    return story


def test_verdicts_one_document_is_single():
    assert judged(collapse((40,)), "count")[0] == "single"


def test_verdicts_equal_numbers_agree():
    assert judged(tolls((40, 40), (40, 40)), "count")[0] == "agree"


def test_verdicts_open_range_is_compatible():
    assert judged(tolls((41, None), (52, 52), same_day=True), "count")[0] == "compatible"


def test_verdicts_numbers_of_one_day_conflict():
    verdict, why = judged(tolls((40, 40), (50, 50), same_day=True), "count")
    assert verdict == "conflict"
    assert "40" in why
    assert "50" in why


def test_verdicts_toll_that_rose_is_revised():
    assert judged(tolls((40, 40), (50, 50)), "count")[0] == "revised"


def test_verdicts_editions_of_one_text_are_revised_though_it_fell():
    story = tolls((50, 50), (40, 40))
    story.links.append(Link("a", "b", "version", 0.8))
    assert judged(story, "count")[0] == "revised"


def test_verdicts_number_that_does_not_rise_with_time_conflicts():
    story = tolls((40, 40), (50, 50), kind="other")
    story.claims = [
        structs.replace(
            claim,
            quantities=(Quantity(q.start, q.end, q.low, q.high, "metre", noun="metre", dimension="distance"),),
        )
        for claim in story.claims
        for q in claim.quantities
    ]
    assert judged(story, "distance")[0] == "conflict"


def test_verdicts_denial_against_assertion_is_disputed():
    story = tolls((40, 40), (40, 40))
    story.claims[1] = structs.replace(story.claims[1], stance="denies", witness="Mara Quist")
    verdict, why = judged(story, "count")
    assert verdict == "disputed"
    assert "Mara Quist" in why


def test_verdicts_all_deny_is_no_dispute():
    story = tolls((40, 40), (40, 40))
    story.claims = [structs.replace(claim, stance="denies") for claim in story.claims]
    assert judged(story, "count")[0] == "agree"


def test_verdicts_same_day_agrees_and_other_days_conflict():
    assert judged(collapse((40, 40)), "time")[0] == "agree"
    story = Story()
    for id, day, date in (("a", "Monday", "2021-05-03"), ("b", "Tuesday", "2021-05-04")):
        story.document(id, f"A wall fell on {day}.")
        story.claim(id, f"A wall fell on {day}", "fell", "accident", when=(day, date))
    assert judged(story, "time")[0] == "conflict"


def test_verdicts_same_place_agrees():
    assert judged(collapse((40, 40)), "place")[0] == "agree"


def test_verdicts_place_within_a_place_is_compatible():
    story = Story()
    for id, place in (("a", "Orle"), ("b", "Varland")):
        story.document(id, f"A wall fell in {place}.")
        story.claim(id, f"A wall fell in {place}", "fell", "accident")
        story.name(place, "place")
    assert judged(story, "place", contains=lambda outer, inner: True)[0] == "compatible"


def test_verdicts_events_in_like_words_agree():
    assert judged(collapse((40, 40)), "event", likeness=0.9)[0] == "agree"
    assert judged(collapse((40, 40)), "event", likeness=0.1)[0] == "compatible"


def test_verdicts_do_not_hang_on_order():
    story = tolls((40, 40), (50, 50), (41, None))
    found = [cell for cell in cells(story.claims, story.documents, []) if cell.slot == "count"]
    assert verdict_on(story, found)[0] == verdict_on(story, found[::-1])[0]
