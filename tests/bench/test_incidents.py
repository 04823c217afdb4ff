import json
import lzma
from pathlib import Path

from bench.incidents import Answer, answer, best_supported, counts, figures, read, sampled

from firsthand.model import Brief, Claim, Finding, MadeBy, Quantity, Report, Value


def claim(id: str, kind: str, noun: str | None = None) -> Claim:
    return Claim(id, "d1", 0, 10, kind, "be", (0, 2), quantities=(Quantity(0, 5, 2, 2, "person", noun=noun),))


def value(claim: str, document: str, low: float, high: float | None) -> Value:
    return Value(claim, document, 0, 5, low, high)


def finding(*values: Value, unit: str | None = "person", origins: int = 1) -> Finding:
    return Finding(
        "f1", "Two died", "How many died?", "count", unit, "agree", "", len(values), (), (), origins, 3, tuple(values)
    )


def report(id: str, published: str) -> Report:
    return Report(id, "a.json", None, None, None, published, (), "en", "Two died.", None, (), ())


def test_incidents_counts_by_noun_before_claim() -> None:
    claims = {"c1": claim("c1", "other", "death"), "c2": claim("c2", "injury")}
    assert counts(finding(value("c1", "d1", 2, 2)), claims, "killing")
    assert counts(finding(value("c2", "d1", 2, 2)), claims, "injury")
    assert not counts(finding(value("c1", "d1", 2, 2), value("c2", "d1", 2, 2)), claims, "killing")


def test_incidents_counts_only_people() -> None:
    assert not counts(finding(value("c1", "d1", 2, 2), unit="km"), {"c1": claim("c1", "killing")}, "killing")


def test_incidents_best_supported_then_latest() -> None:
    published = {"d1": "2019-03-01", "d2": "2019-03-02", "d3": "2019-03-03"}
    two, three = value("c1", "d1", 2, 2), value("c2", "d3", 3, 3)
    assert best_supported((two, three), published) == (3, 3)
    assert best_supported((two, three, value("c3", "d2", 2, 2)), published) == (2, 2)


def test_incidents_answer_takes_the_finding_with_most_origins() -> None:
    claims = (claim("c1", "killing"), claim("c2", "killing"))
    found = (finding(value("c1", "d1", 1, 1)), finding(value("c2", "d1", 2, 2), origins=2))
    made = Brief(MadeBy("0", "0"), (report("d1", "2019-03-01"),), (), (), claims, found)
    told = answer({"incident": "7", "killed": 2, "injured": 0}, made, "killed")
    assert told.right
    assert told.others == {(1, 1), (2, 2)}
    assert answer({"incident": "7", "killed": 2, "injured": 0}, made, "injured").finding is None


def test_incidents_figures_keep_zero_records_apart() -> None:
    some = finding(value("c1", "d1", 1, 1))
    given = [
        Answer("1", "killed", 1, some, (1, 1), frozenset({(1, 1)})),
        Answer("2", "killed", 2, some, (1, None), frozenset({(1, None), (2, 2)})),
        Answer("3", "killed", 1, None, None),
        Answer("4", "killed", 0, some, (1, 1)),
    ]
    rates = figures(given)
    assert round(rates["incidents_killed_found"], 2) == 0.67
    assert round(rates["incidents_killed_right"], 2) == 0.33
    assert round(rates["incidents_killed_holds"], 2) == 0.67
    assert round(rates["incidents_killed_anywhere"], 2) == 0.67
    assert rates["incidents_killed_right_of_found"] == 0.5
    assert rates["incidents_killed_made_up"] == 1.0


def test_incidents_sample_does_not_depend_on_order(tmp_path: Path) -> None:
    rows = [{"incident": str(k), "documents": [{}] * (1 + k % 3)} for k in range(30)]
    with lzma.open(tmp_path / "incidents.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    several = read(tmp_path)
    assert len(several) == 20
    assert sampled(several, 8) == sampled(several[::-1], 8)
