"""Bags of words or names as weighted rows, so that a product of two rows is a cosine."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix


@dataclass(frozen=True, slots=True)
class Bags:
    """Rows of inverse-document-frequency weights, L2-normalised."""

    rows: "csr_matrix[np.float32]"

    def likeness(self, block: slice) -> NDArray[np.float32]:
        """Cosines of a block of rows with the rows from its first on."""
        return np.asarray((self.rows[block] @ self.rows[block.start :].T).toarray(), np.float32)

    def among(self, members: Sequence[int]) -> NDArray[np.float32]:
        """Cosines of some rows with each other."""
        chosen = self.rows[list(members)]
        return np.asarray((chosen @ chosen.T).toarray(), np.float32)


def bags(contents: Sequence[frozenset[str]]) -> Bags:
    """Weighs the items of each bag by how few bags hold them."""
    frequency = Counter(item for content in contents for item in content)
    columns = {item: k for k, item in enumerate(sorted(frequency))}
    weight = {item: math.log(1 + len(contents) / count) for item, count in frequency.items()}
    data: list[float] = []
    indices: list[int] = []
    starts = [0]
    for content in contents:
        items = sorted(content)
        weights = [weight[item] for item in items]
        norm = math.sqrt(sum(value * value for value in weights)) or 1.0
        data += (value / norm for value in weights)
        indices += (columns[item] for item in items)
        starts.append(len(indices))
    shape = (len(contents), max(1, len(columns)))
    return Bags(csr_matrix((np.array(data, np.float32), indices, starts), shape=shape))
