from functools import lru_cache

import pytest
from spacy.language import Language

from firsthand.claims.quantities import find_quantities
from firsthand.language import load
from firsthand.model import Quantity


@lru_cache(maxsize=1)
def pipeline() -> Language:
    return load()


def quantities(text: str) -> list[Quantity]:
    return find_quantities(pipeline()(text))


@pytest.mark.parametrize(
    "text, variants",
    [
        ("Two sailors died and 20 others were hurt.", [None, "other"]),
        ("Nine of the 14 sailors were saved.", ["part", "whole"]),
        ("Police held 14 men, three of them from Kell.", [None, "part"]),
        ("The fire killed 14 men, including two guards.", [None, "part"]),
        ("14 men are still missing.", ["left"]),
        ("The remaining 14 sailors waited.", ["left"]),
        ("Output fell by 14 barrels.", ["change"]),
        ("Prices rose 14 percent.", ["change"]),
        ("Some 14 percent of voters came.", [None]),
        ("The dam broke two years ago.", ["when"]),
        ("He was jailed for two years.", [None]),
        ("They took three tonnes of rice.", [None]),
    ],
)
def test_variants_say_which_quantity_it_is(text: str, variants: list[str | None]):
    assert [quantity.variant for quantity in quantities(text)] == variants


@pytest.mark.parametrize(
    "text, per",
    [
        ("Guards earn $700 a month.", "month"),
        ("Guards earn $700 monthly.", "month"),
        ("Guards earned $700 a month ago.", None),
        ("The guards got $700 each.", "each"),
        ("They took $700 per head.", "head"),
        ("About 40 people are killed every week.", "week"),
        ("Prices rose 14 per cent.", None),
    ],
)
def test_variants_rates(text: str, per: str | None):
    assert quantities(text)[0].per == per


@pytest.mark.parametrize(
    "text, unit, low",
    [
        ("Police held 70 people on Saturday and another 25 on Sunday.", "person", 25),
        ("He drove 22 trucks, eight of them armoured.", "vehicle", 8),
        ("She was jailed for eight years, three of them suspended.", "year", 3),
        ("There were 1,500 soldiers in the town; a clerk spoke of upwards of 2,000.", "person", 2001),
        ("Storms cut off 300 homes, and about 100 were flooded.", "building", 90),
    ],
)
def test_antecedents_tell_what_a_bare_number_counts(text: str, unit: str, low: float):
    last = quantities(text)[-1]
    assert (last.unit, last.low) == (unit, low)


def test_antecedents_bare_numbers_without_one_count_nothing():
    assert quantities("Buses in the valley run until ten.") == []
