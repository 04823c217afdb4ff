"""Floors: what is pinned holds, and goes down only for a reason."""

from pathlib import Path

import pytest
from bench.figures import BENCHES, Bench, Figure
from bench.floors import PROMISED, Floors, floor_of, table

from bench import __main__ as program


def figures(facts: float = 70.0, speed: float = 1000.0, ratio: float = 1.4) -> dict[str, Figure]:
    return {
        "stories.facts": Figure("facts", facts),
        "language.words per second": Figure("words per second", speed, "words/s"),
        "speed.times_spacy": Figure("times_spacy", ratio, "x", less=True),
    }


def pinned(**told: float) -> Floors:
    floors = Floors()
    assert floors.pin(figures(**told)) == []
    return floors


def test_floors_leave_a_margin():
    assert pinned().limits == {
        "stories.facts": 69.5, "language.words per second": 500.0, "speed.times_spacy": PROMISED["speed.times_spacy"],
    }  # fmt: skip


def test_floors_hold():
    floors = pinned()
    assert floors.broken(figures()) == []
    assert floors.broken(figures(facts=69.6, speed=600)) == []
    (line,) = floors.broken(figures(facts=69.4))
    assert line == "stories.facts is 69.40%, under its floor of 69.50%"
    (line,) = floors.broken(figures(ratio=1.7))
    assert line == "speed.times_spacy is 1.70 x, over its ceiling of 1.60 x"


def test_floors_promises_hold_unpinned(tmp_path: Path):
    assert Floors.read(tmp_path / "none.json").broken(figures(ratio=2.0))


def test_floors_go_up_by_themselves():
    floors = pinned()
    assert floors.pin(figures(facts=75)) == []
    assert floors.limits["stories.facts"] == 74.5


def test_floors_stay_within_the_margin():
    floors = pinned()
    assert floors.pin(figures(facts=69.8)) == []
    assert floors.limits["stories.facts"] == 69.5


def test_floors_go_down_only_for_a_reason(tmp_path: Path):
    floors = pinned()
    (refused,) = floors.pin(figures(facts=60))
    assert "stories.facts" in refused
    assert floors.limits["stories.facts"] == 69.5
    assert floors.pin(figures(facts=60), "gold corrected") == []
    assert floors.limits["stories.facts"] == 59.5
    floors.write(tmp_path / "floors.json")
    again = Floors.read(tmp_path / "floors.json")
    assert again.lowered == [{"figure": "stories.facts", "from": 69.5, "to": 59.5, "because": "gold corrected"}]


def test_floors_promise_is_not_bent_by_pinning():
    floors = pinned()
    floors.pin(figures(ratio=9.0), "slow machine")
    assert floors.limits["speed.times_spacy"] == PROMISED["speed.times_spacy"]


def test_floors_miss_what_a_bench_no_longer_gives():
    floors = pinned()
    told = figures() | {"stories.reports": Figure("reports", 50.0)}
    del told["stories.facts"]
    assert floors.broken(told) == ["stories.facts has a floor but was not measured"]
    assert floors.broken({}) == []  # a bench that did not run is not missed


def test_floors_less_is_better():
    figure = Figure("made_up", 4.0, less=True)
    assert floor_of("incidents.made_up", figure) == 4.5
    assert Floors({"incidents.made_up": 4.5}).broken({"incidents.made_up": Figure("made_up", 5.0, less=True)})


def test_floors_table_marks_what_fails():
    told = table(figures(facts=10), pinned(), ["reuse"])
    assert "stories.facts" in told
    assert told.count("← fails") == 1
    assert "reuse" in told


def test_bench_without_data_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert program.main([str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_bench_that_fails_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):  # type: ignore[no-untyped-def]
    def broken(path: Path) -> list[Figure]:
        raise ValueError("no gold")

    benches = (Bench("bad", "data", broken), Bench("good", "data", lambda path: [Figure("f1", 80.0)]))
    monkeypatch.setattr(program, "BENCHES", benches)
    (tmp_path / "data").mkdir()
    assert program.main([str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "good.f1" in told.out
    assert "bench: bad failed" in told.err


def test_bench_names_are_apart():
    assert len({bench.name for bench in BENCHES}) == len(BENCHES)
