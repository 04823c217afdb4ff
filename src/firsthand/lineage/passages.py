"""The stretches that two texts have in common, as character offsets."""

from firsthand.lineage.align import Alignment, Match

MOST_APART = 3  # sentences from one match of a passage to the next
RUN = 4  # words in a row that each match must have
LEAST_WORDS = 6
LEAST_PART = 0.35  # of the lighter sentence


def passages(alignment: Alignment, quoted: bool) -> tuple[tuple[int, int, int, int], ...]:
    """Maximal runs of matched sentences, (a start, a end, b start, b end); with ``quoted`` only quoted words."""
    pieces = sorted({piece for match in _best(alignment) if (piece := _piece(alignment, match, quoted))})
    runs: list[list[tuple[int, int, int, int, int, int]]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        if last and 0 <= piece[0] - last[0] <= MOST_APART and 0 <= piece[1] - last[1] <= MOST_APART:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(
        (min(p[2] for p in run), max(p[3] for p in run), min(p[4] for p in run), max(p[5] for p in run)) for run in runs
    )


def _best(alignment: Alignment) -> list[Match]:
    """For each sentence of a its best counterpart, and for each of b."""
    best: dict[tuple[str, int], tuple[float, Match]] = {}
    for match in alignment.matches:
        first, second = alignment.a.sentences[match.a], alignment.b.sentences[match.b]
        if "title" in (first.kind, second.kind):
            continue
        weight = sum(sum(first.weights[block.a : block.a + block.size]) for block in match.blocks)
        if weight < LEAST_PART * min(first.total, second.total):
            continue
        for key in (("a", match.a), ("b", match.b)):
            if key not in best or weight > best[key][0]:
                best[key] = (weight, match)
    return [match for _, match in best.values()]


def _piece(alignment: Alignment, match: Match, quoted: bool) -> tuple[int, int, int, int, int, int] | None:
    """The sentences' numbers and the characters from the first to the last shared word, if a run bears it."""
    first, second = alignment.a.sentences[match.a], alignment.b.sentences[match.b]
    blocks = [b for b in match.blocks if not quoted or any(first.quoted[b.a : b.a + b.size])]
    if not blocks or max(b.size for b in blocks) < RUN or sum(b.size for b in blocks) < LEAST_WORDS:
        return None
    head, tail = blocks[0], blocks[-1]
    return (
        match.a,
        match.b,
        first.words[head.a].start,
        first.words[tail.a + tail.size - 1].end,
        second.words[head.b].start,
        second.words[tail.b + tail.size - 1].end,
    )
