import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.findings.clustering import clusters
from firsthand.findings.pairing import Scored


def scored(*pairs: tuple[int, int, float]) -> Scored:
    first, second, chance = zip(*pairs, strict=True) if pairs else ((), (), ())
    return Scored(np.array(first, np.intp), np.array(second, np.intp), np.array(chance, np.float32))


def test_clusters_likely_pairs_go_together():
    assert clusters(4, scored((0, 1, 0.9), (2, 3, 0.8), (1, 2, 0.1)), 0.5) == [[0, 1], [2, 3]]


def test_clusters_unscored_cells_stand_alone():
    assert clusters(3, scored((0, 2, 0.9)), 0.5) == [[0, 2], [1]]


def test_clusters_one_strong_pair_does_not_chain_two_matters():
    inside = [(a, b, 0.95) for group in ((0, 1, 2), (3, 4, 5)) for a in group for b in group if a < b]
    assert clusters(6, scored(*inside, (2, 3, 0.9)), 0.5) == [[0, 1, 2], [3, 4, 5]]


def test_clusters_of_nothing():
    assert clusters(0, scored(), 0.5) == []
    assert clusters(2, scored(), 0.5) == [[0], [1]]


@given(st.integers(1, 9), st.data())
def test_clusters_are_a_partition_in_order(count: int, data: st.DataObject):
    pairs = [
        (i, j, data.draw(st.floats(0, 1, width=32))) for i in range(count) for j in range(i + 1, count) if (i + j) % 3
    ]
    found = clusters(count, scored(*pairs), 0.5)
    assert sorted(cell for members in found for cell in members) == list(range(count))
    assert found == sorted(found)
    assert all(members == sorted(members) for members in found)
