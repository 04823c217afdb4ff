from bench.counted import QUANTITIES, TIMES, Case, cases, figures, score_quantities, score_times

from firsthand.model import Quantity, TimeValue

TEXT = "Two men died and 20 others were hurt near a big old mill."
HELD = [
    {"at": "Two men", "low": 2, "high": 2, "unit": "person"},
    {"at": "20 others", "low": 20, "high": 20, "unit": "person", "variant": "other"},
]
MEN = Quantity(0, 7, 2, 2, "person")
OTHERS = Quantity(17, 26, 20, 20, "person", variant="other")


def case(**row: object) -> Case:
    return Case("group", 1, {"text": TEXT, **row})


def test_counted_right_quantities_and_their_variant():
    count, wrong = score_quantities(case(held=HELD), [MEN, OTHERS])
    assert (count["gold"], count["told"], count["right"], count["variant"], wrong) == (2, 2, 2, 1, [])
    assert figures(count) == {"right": 100, "precise": 100, "variant": 100}


def test_counted_wrong_false_and_missed_quantities():
    false = Quantity(42, 55, 1, 1, "mill")
    count, wrong = score_quantities(case(held=HELD), [Quantity(0, 7, 2, None, "person"), false])
    assert (count["told"], count["right"]) == (2, 0)
    assert [line.split()[0] for line in wrong] == ["wrong", "missed", "false"]


def test_counted_a_free_piece_is_neither():
    count, _ = score_quantities(case(held=HELD, free=["a big old mill"]), [MEN, OTHERS, Quantity(42, 55, 1, 1, "mill")])
    assert figures(count)["precise"] == 100


def test_counted_times_by_ends_and_precision():
    row = case(when=[{"at": "near", "start": "2019-05-21", "end": "2019-05-31", "precision": "month", "slack": 1}])
    at = (TEXT.index("near"), TEXT.index("near") + 4)
    near = TimeValue("2019-05-20", "2019-05-31", "near", at, "month")
    assert figures(score_times(row, [near])[0])["right"] == 100
    assert figures(score_times(row, [TimeValue(None, "2019-05-31", "near", at, "month")])[0])["right"] == 0


def test_counted_cases_are_whole():
    for folder, golds in ((QUANTITIES, "held"), (TIMES, "when")):
        found = list(cases(folder))
        assert len({(one.group, one.number) for one in found}) == len(found)
        assert 0.2 < sum(one.held_out for one in found) / len(found) < 0.3
        for one in found:
            pieces = [gold["at"] for gold in one.row[golds]] + one.row.get("free", [])
            assert all(piece in one.text for piece in pieces), one
