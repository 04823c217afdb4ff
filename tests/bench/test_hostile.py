from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from bench.hostile import HEAVY, KINDS, LIGHT, Outcome, figures, measure, outcome, the_input
from bench.hostile_seeds import SEEDS

from bench import hostile
from firsthand.model import Problem

NUMBERS = range(60)


def content(number: int, seed: int) -> bytes:
    pieces = the_input(number, seed).pieces()
    return b"".join(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece for piece in pieces)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Callable[..., object]], Outcome]:
    """What the bench says where ``read`` does something else."""

    def look(read: Callable[..., object]) -> Outcome:
        monkeypatch.setattr(hostile, "read", read)
        return outcome(tmp_path / "a.txt")

    return look


def test_hostile_forty_inputs_run_clean():
    found = measure(40)
    assert {kind: found[kind] for kind in KINDS} == dict.fromkeys(KINDS, 0.0)
    assert found["inputs"] == 40
    assert 0 < found["slowest_s"] < hostile.SECONDS
    assert 0 < found["peak_mib"] < hostile.MEBIBYTES


def test_hostile_inputs_are_the_same_again():
    first = [content(number, 1) for number in NUMBERS]
    assert first == [content(number, 1) for number in NUMBERS]
    assert len(set(first)) > 0.9 * len(NUMBERS)
    assert first != [content(number, 2) for number in NUMBERS]
    assert the_input(7, 1).what == the_input(7, 1).what


def test_hostile_two_thousand_inputs_hold_every_kind():
    made = [the_input(number, 1) for number in range(2000)]
    told = {one.what for one in made}
    assert told >= {*LIGHT, *HEAVY}
    assert all(any(what.startswith(f"{kind}: ") for what in told) for kind in SEEDS)
    assert sum(one.heavy for one in made) == len(HEAVY)
    assert all(one.heavy == (one.what in HEAVY) for one in made)


@pytest.mark.parametrize("kind", SEEDS)
def test_hostile_seeds_are_sound(kind: str, tmp_path: Path):
    seed = SEEDS[kind](Random(3))
    path = tmp_path / f"a{seed.suffix}"
    path.write_bytes(seed.pack(seed.parts))
    documents, problems = hostile.read([path])
    assert kind == "sitemap" or (documents and not problems)
    assert outcome(path).wrong == {}


def test_hostile_names_what_offends(reading: Callable[[Callable[..., object]], Outcome]):
    def broken(paths: object) -> object:
        raise KeyError("date")

    assert reading(broken).wrong == {"crashes": "KeyError: \"'date'\""}
    assert set(reading(lambda paths: ([], [])).wrong) == {"silent"}
    assert set(reading(lambda paths: ([], [Problem("b.txt", None, "no such file")])).wrong) == {"unlocated"}
    assert "surrogates" in reading(lambda paths: ([], [Problem(f"{paths[0]}\ud800", None, "a")])).wrong["crashes"]


def test_hostile_counts_each_kind():
    found = figures([Outcome({}, 2.0, 90.0), Outcome({"hangs": "12 s", "over_memory": "2 GiB"}, 12.0, 2048.0)])
    assert found == {
        "crashes": 0, "hangs": 1, "over_memory": 1, "silent": 0, "unlocated": 0, "slowest_s": 12.0, "peak_mib": 2048.0,
        "inputs": 2,
    }  # fmt: skip
