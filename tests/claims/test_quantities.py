from functools import lru_cache
from itertools import pairwise

import pytest
from spacy.language import Language

from firsthand.claims.quantities import find_quantities
from firsthand.language import load
from firsthand.model import Quantity


@lru_cache(maxsize=1)
def pipeline() -> Language:
    return load()


def quantities(text: str) -> list[tuple[str, Quantity]]:
    return [(text[q.start : q.end], q) for q in find_quantities(pipeline()(text))]


@pytest.mark.parametrize(
    "text, words, low, high, unit, noun",
    [
        ("Over 1,000 Veltan and Moric men left.", "Over 1,000 Veltan and Moric men", 1001, None, "person", "man"),
        ("Two North Kell harbor work trains met.", "Two North Kell harbor work trains", 2, 2, "train", "train"),
        ("They left in three military planes.", "three military planes", 3, 3, "aircraft", "plane"),
        ("Ferry Hits Pier in Kell; 25 Hurt", "25 Hurt", 25, 25, "person", "hurt"),
        ("The blast hit a market, killing 12.", "12", 12, 12, "person", "killed"),
        ("A family of five was found.", "five", 5, 5, "person", "family"),
        ("Police said 10 of the 14 sailors were safe.", "14 sailors", 14, 14, "person", "sailor"),
        ("They freed 21 of the pupils.", "21 of the pupils", 21, 21, "person", "pupil"),
        ("Dozens of villagers fled.", "Dozens of villagers", 24, 99, "person", "villager"),
        ("There were no passengers on the tram.", "no passengers", 0, 0, "person", "passenger"),
        ("Both pilots survived.", "Both pilots", 2, 2, "person", "pilot"),
        ("The toll in Kell rose to 85.", "85", 85, 85, "person", None),
        ("One person was hurt.", "One person", 1, 1, "person", "person"),
        ("No one was hurt.", "No one", 0, 0, "person", None),
        ("Of the 48 aboard, few swam.", "48 aboard", 48, 48, "person", "aboard"),
        ("A crowd of some 20,000 gathered.", "some 20,000", 18_000, 22_000, "person", "crowd"),
        ("They took two Costa Rican pilots away.", "two Costa Rican pilots", 2, 2, "person", "pilot"),
        ("Two American freight planes landed.", "Two American freight planes", 2, 2, "aircraft", "plane"),
        ("Four detained rebel leaders were freed.", "Four detained rebel leaders", 4, 4, "person", "leader"),
    ],
)  # fmt: skip
def test_quantities_counts(text: str, words: str, low: float, high: float | None, unit: str, noun: str | None) -> None:
    found = dict(quantities(text))
    assert words in found
    quantity = found[words]
    assert (quantity.low, quantity.high, quantity.unit, quantity.noun) == (low, high, unit, noun)
    assert quantity.dimension == "count"


@pytest.mark.parametrize(
    "text, words, low, high, unit, dimension",
    [
        ("It cost $ 1,000 a month.", "$ 1,000", 1000, 1000, "USD", "money"),
        ("They pay between 200 and 500 dollars.", "between 200 and 500 dollars", 200, 500, "USD", "money"),
        ("It made 210 million euros ($234 million).", "210 million euros ($234 million)", 2.1e8, 2.1e8, "EUR", "money"),
        ("It lost £2.5m.", "£2.5m", 2.5e6, 2.5e6, "GBP", "money"),
        ("Kell lies 150km (93 miles) south.", "150km (93 miles)", 150, 150, "km", "distance"),
        ("It drove for more than a mile.", "more than a mile", 1, None, "mile", "distance"),
        ("The 101 meter (330 foot) long ferry sank.", "101 meter (330 foot)", 101, 101, "m", "distance"),
        ("They waited for eight years.", "eight years", 8, 8, "year", "duration"),
        ("A three-month truce began.", "three-month", 3, 3, "month", "duration"),
        ("The year-long siege ended.", "year-long", 1, 1, "year", "duration"),
        ("It happened more than two years ago.", "more than two years ago", 2, None, "year", "duration"),
        ("A 16-year-old girl ran.", "16-year-old", 16, 16, "year", "age"),
        ("Ada Moss, 41, of Kell, saw it.", "41", 41, 41, "year", "age"),
        ("She is in her 30s.", "in her 30s", 30, 39, "year", "age"),
        ("About 60 percent voted.", "About 60 percent", 54, 66, "percent", "share"),
        ("About half of the town fled.", "About half", 45, 55, "percent", "share"),
        ("One in five houses burned.", "One in five", 20, 20, "percent", "share"),
        ("It drove at 40mph.", "40mph", 40, 40, "mile per hour", "count"),
    ],
)  # fmt: skip
def test_quantities_measures(text: str, words: str, low: float, high: float | None, unit: str, dimension: str) -> None:
    found = dict(quantities(text))
    assert words in found
    quantity = found[words]
    assert (quantity.low, quantity.high, quantity.unit, quantity.dimension) == (low, high, unit, dimension)


def test_quantities_coordinated_are_two() -> None:
    found = [(q.low, q.noun) for _, q in quantities("The ferry carried 103 passengers and 26 crew members.")]
    assert found == [(103, "passenger"), (26, "member")]


@pytest.mark.parametrize(
    "text, modifier",
    [
        ("Another 20 people were hurt.", "another"),
        ("Police said 20 others were hurt.", "other"),
        ("They earn $500 a month.", "per month"),
        ("Fifteen of them fled.", "of them"),
        ("It began two days ago.", "ago"),
    ],
)
def test_quantities_modifier(text: str, modifier: str) -> None:
    assert [q.modifier for _, q in quantities(text)] == [modifier]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Dec. 28, 2017.",
        "The Boeing 737 turned back.",
        "They met at 5:10 a.m. on Route 9.",
        "Police closed the A42 near 53rd Street.",
        "In 1998 it closed.",
        "Kell won 3-1.",
        "It happened in the 600 block of Moss Road.",
        "She called 911 from 12 Moss Lane.",
        "They helped one another.",
        "An officer was there for the third time.",
    ],
)
def test_quantities_leaves_out_what_counts_nothing(text: str) -> None:
    assert quantities(text) == []


def test_quantities_offsets_in_reading_order() -> None:
    text = "Three ships sank.\nIn Kell, 12 sailors and two dogs swam 3 km (1.9 miles) in two hours."
    spans = [(q.start, q.end) for _, q in quantities(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_quantities_without_a_parse() -> None:
    text = "The storm killed 12 sailors and injured at least 30 others."
    found = find_quantities(pipeline().make_doc(text))
    assert [(q.low, q.unit) for q in found] == [(12, "person"), (30, "person")]
