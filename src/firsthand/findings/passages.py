"""Which stretch of one document stands at which stretch of another, from the links' passages."""

from collections.abc import Sequence

from firsthand.findings.cells import Cell
from firsthand.model import Link


class Passages:
    """Aligned passages of linked documents, asked by cell."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._pairs: dict[tuple[str, str], list[tuple[int, int, int, int]]] = {}
        for link in links:
            self._pairs.setdefault((link.a, link.b), []).extend(link.passages)
            turned = [(c, d, a, b) for a, b, c, d in link.passages]
            self._pairs.setdefault((link.b, link.a), []).extend(turned)

    def relate(self, a: str, b: str) -> bool:
        """Whether two documents (ids) have passages in common."""
        return (a, b) in self._pairs

    def aligned(self, a: Cell, b: Cell) -> float:
        """1 where both cells stand at about the same place of one passage, 0 where their documents are unrelated there,
        -1 where ``a``'s passage leads to another place of ``b``'s document.
        """
        best = 0.0
        for a_start, a_end, b_start, b_end in self._pairs.get((a.document, b.document), ()):
            inside_a = a_start <= a.start < a_end
            inside_b = b_start <= b.start < b_end
            if inside_a and inside_b:
                along_a = (a.start - a_start) / max(1, a_end - a_start)
                along_b = (b.start - b_start) / max(1, b_end - b_start)
                off = abs(along_a - along_b) * max(a_end - a_start, b_end - b_start)
                if off <= 40:
                    return 1.0
                best = best or (0.3 if off <= 100 else -0.5)
            elif inside_a != inside_b:
                best = best or -0.3
        return best
