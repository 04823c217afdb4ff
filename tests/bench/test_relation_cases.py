from collections import Counter

from bench.relation_cases import cases, rates

from firsthand.model import RELATIONS


def test_relation_cases_are_numbered_and_use_the_brief_s_words():
    found = cases()
    assert [case.number for case in found] == list(range(1, len(found) + 1))
    assert {name for case in found for _, name, _ in case.relations} <= RELATIONS
    assert sum(case.held_out for case in found) == len(found) // 4


def test_relation_cases_rates_count_nothing_as_nothing():
    assert rates(Counter()) == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert rates(Counter(right=1, told=2, gold=2)) == {"precision": 50.0, "recall": 50.0, "f1": 50.0}
