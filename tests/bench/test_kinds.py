from bench.kinds import NONE, cases

from firsthand.claims.kinds import ontology


def test_kinds_cases_are_numbered_and_use_the_ontology_s_words():
    found = cases()
    assert [case.number for case in found] == list(range(1, len(found) + 1))
    assert {case.kind for case in found} - {NONE} == ontology().kinds.keys() - {"other"}
    assert sum(case.held_out for case in found) == len(found) // 4


def test_kinds_cases_ask_for_words_of_the_text():
    for case in cases():
        assert case.agent.lower() in case.text.lower()
        assert case.patient.lower() in case.text.lower()
