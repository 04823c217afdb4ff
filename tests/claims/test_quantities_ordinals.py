import pytest

from firsthand.claims.quantities_ordinals import ordinals


@pytest.mark.parametrize(
    "text, low, unit, noun",
    [
        ("Ida was an eighth-grader at the school.", 8, "grade", "grade"),
        ("He had just finished the 5th grade.", 5, "grade", "grade"),
        ("The 12th passenger was the pilot's sister.", 12, "person", "passenger"),
        ("A third victim was found on Friday.", 3, "person", "victim"),
        ("It hit a hill, killing everyone on board.", 0, "person", "survivor"),
        ("The crash killed all aboard.", 0, "person", "survivor"),
        ("Everyone on board was killed.", 0, "person", "survivor"),
    ],
)
def test_ordinals_that_tell_a_number(text: str, low: float, unit: str, noun: str):
    (quantity,) = ordinals(text)
    assert (quantity.low, quantity.high, quantity.unit, quantity.noun) == (low, low, unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "A second man ran away.",
        "The first victim was a farmer.",
        "He won the 20th grade of the prize.",
        "It killed all 12 people aboard.",
        "She came third.",
        "The timber is of the second grade.",
    ],
)
def test_ordinals_that_tell_none(text: str):
    assert list(ordinals(text)) == []
