from firsthand.claims.victims import victim
from firsthand.model import Quantity, Role


def test_victim_of_a_killing_counts_one():
    text = "A young fisherman was killed"
    found = victim("killing", [Role("patient", 0, 17)], [], text)
    assert found is not None
    assert (found.low, found.high, found.unit) == (1, 1, "person")
    assert text[found.start : found.end] == "A young fisherman"


def test_victim_is_whom_it_happens_to():
    assert victim("killing", [Role("patient", 0, 7)], [], "A woman died") is not None
    assert victim("killing", [Role("agent", 0, 7)], [], "A woman killed her dog") is None


def test_victim_is_not_counted_beside_a_number():
    counted = [Quantity(0, 8, 2.0, 2.0, "person")]
    assert victim("killing", [Role("patient", 0, 8)], counted, "a man and two boys were killed") is None


def test_victim_is_a_person():
    assert victim("killing", [Role("patient", 0, 5)], [], "A cow was killed") is None
    assert victim("movement", [Role("patient", 0, 5)], [], "A man left") is None
