"""How words are usually written: ``python -m training.casing DATA OUT``.

Counts, in the texts that the vectors are made of (see the card of en_firsthand), how often each word stands in lower
case and how often with a capital inside a sentence, and writes lines of words: those written small, those written
with a capital, and, of the first, those that are part of names, too. All other words are taken for names (Lita et al.
2003, "tRuEcasIng", without its context model).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.texts import all_sentences

MIXED = 0.08  # a word this much oftener large than that is part of names, too ("path", "front")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/firsthand/language/data/casing.txt"))
    options = parser.parse_args()
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for word in (word for sentence in all_sentences(options.data) for word in sentence[1:]):
        if word.isalpha() and not (word.isupper() and len(word) > 1):
            (small if word.islower() else large)[word.lower()] += 1
    rows = [" ".join(sorted(w for w in small if small[w] >= large[w] and len(w) > 1))]
    rows += [" ".join(sorted(w for w in large if large[w] > small[w] and len(w) > 1))]
    rows += [" ".join(sorted(w for w in small if small[w] >= large[w] > MIXED * small[w] and len(w) > 3))]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows[0].split()):,} small, {len(rows[1].split()):,} with a capital, {len(rows[2].split()):,} both")


if __name__ == "__main__":
    main()
