"""From scored pairs to groups of cells.

Average linkage, so that one strong likeness does not chain two matters together.
"""

from collections.abc import Collection

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from firsthand.findings.pairing import Scored

_BARRED = 4.0  # a distance that a few close pairs cannot make up for
_LARGEST = 4000  # cells in one component; beyond it the cut for connecting rises until components are smaller


def clusters(count: int, scored: Scored, threshold: float, barred: Collection[tuple[int, int]] = ()) -> list[list[int]]:
    """Partitions ``count`` cells; pairs that were not scored count as unlike, ``barred`` ones as kept apart.

    Order: by first member.
    """
    labels = _components(count, scored, threshold * 0.6)
    members: dict[int, list[int]] = {}
    for cell, label in enumerate(labels):
        members.setdefault(int(label), []).append(cell)
    inside = _by_component(labels, scored)
    found: list[list[int]] = []
    for key, component in members.items():
        found += [component] if len(component) == 1 else _split(component, inside[key], threshold, barred)
    return sorted(found)


def _by_component(labels: "np.ndarray[tuple[int], np.dtype[np.int32]]", scored: Scored) -> dict[int, Scored]:
    """The scored pairs within each component."""
    own = labels[scored.first]
    kept = np.flatnonzero(own == labels[scored.second])
    kept = kept[np.argsort(own[kept], kind="stable")]
    starts = np.flatnonzero(np.diff(own[kept], prepend=-1))
    return {
        int(own[rows[0]]): Scored(scored.first[rows], scored.second[rows], scored.chance[rows])
        for rows in np.split(kept, starts[1:])
        if len(rows)
    }


def _components(count: int, scored: Scored, least: float) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
    while True:
        keep = scored.chance >= least
        graph = coo_matrix((np.ones(int(keep.sum())), (scored.first[keep], scored.second[keep])), shape=(count, count))
        _, labels = connected_components(graph, directed=False)
        if count == 0 or np.bincount(labels).max() <= _LARGEST or least > 0.95:
            return np.asarray(labels, np.int32)
        least += 0.1


def _split(
    component: list[int], scored: Scored, threshold: float, barred: Collection[tuple[int, int]]
) -> list[list[int]]:
    """Parts of one component (ascending cells), whose pairs are given."""
    at = {cell: k for k, cell in enumerate(component)}
    distance = np.ones((len(component), len(component)))
    i, j = np.searchsorted(component, scored.first), np.searchsorted(component, scored.second)
    distance[i, j] = distance[j, i] = 1 - scored.chance
    for one, other in barred:
        if one in at and other in at:
            distance[at[one], at[other]] = distance[at[other], at[one]] = _BARRED
    np.fill_diagonal(distance, 0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - threshold, "distance")
    parts: dict[int, list[int]] = {}
    for cell, label in zip(component, labels, strict=True):
        parts.setdefault(int(label), []).append(cell)
    return list(parts.values())
