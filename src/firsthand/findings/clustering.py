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
    found: list[list[int]] = []
    for component in members.values():
        found += [component] if len(component) == 1 else _split(component, scored, threshold, barred)
    return sorted(found)


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
    at = {cell: k for k, cell in enumerate(component)}
    distance = np.ones((len(component), len(component)))
    inside = np.isin(scored.first, component) & np.isin(scored.second, component)
    for i, j, chance in zip(scored.first[inside], scored.second[inside], scored.chance[inside], strict=True):
        distance[at[i], at[j]] = distance[at[j], at[i]] = 1 - chance
    for i, j in barred:
        if i in at and j in at:
            distance[at[i], at[j]] = distance[at[j], at[i]] = _BARRED
    np.fill_diagonal(distance, 0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - threshold, "distance")
    parts: dict[int, list[int]] = {}
    for cell, label in zip(component, labels, strict=True):
        parts.setdefault(int(label), []).append(cell)
    return list(parts.values())
