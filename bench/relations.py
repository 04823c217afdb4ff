"""Relations on re3d's test sentences: ``python -m bench.relations DATA [--errors N]``.

Read are whole documents; scored are the relations whose subject lies in a sentence of ``re3d-test.conll``. A relation
is right if its type is right and both arguments are the gold's: spans that overlap and have the same head word ("head":
annotators differ over articles and modifiers, and what is said of whom hangs on the head), or equal spans ("exact").
Symmetric types (allies, apart, co-located, communicated, same) count once, whichever way they stand; the gold lists
some of them both ways. "gold arguments" gives the program the gold's arguments, to show what finding them costs.
``--errors`` prints those of training sentences: nobody reads the test.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from training.re3d import Annotated, documents

from firsthand.claims.relations.arguments import Argument
from firsthand.claims.relations.related import SYMMETRIC, find_related

ACTORS = frozenset({"PERSON", "ORG", "PLACE", "GROUP"})
Key = tuple[object, str, object]
Place = Callable[[Argument], object]


def head(argument: Argument) -> object:
    """Where an argument stands, modifiers aside."""
    return argument.head


def exact(argument: Argument) -> object:
    """Where an argument stands to the token."""
    return argument.start, argument.end


def told(annotated: Annotated, place: Place, *, test: bool, given: bool) -> set[Key]:
    """The relations that the program finds in one part of a document."""
    doc = annotated.doc
    found = find_related(doc, annotated.arguments if given else None)
    return {
        _key(one.subject, one.relation, one.object, place)
        for one in found
        if annotated.is_test(doc[one.subject.head].sent) is test
    }


def wanted(annotated: Annotated, place: Place, *, test: bool) -> set[Key]:
    """The relations that the gold lists in one part of a document."""
    return {_key(g.subject, g.relation, g.object, place) for g in annotated.relations if g.test is test}


def _key(subject: Argument, relation: str, target: Argument, place: Place) -> Key:
    if relation in SYMMETRIC and (target.head, target.start) < (subject.head, subject.start):
        subject, target = target, subject
    return place(subject), relation, place(target)


def count(
    all_: Iterable[Annotated], place: Place, *, test: bool = True, given: bool = False
) -> dict[str, Counter[str]]:
    """Counts right, told and gold by type, and for "all"."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for annotated in all_:
        got, gold = told(annotated, place, test=test, given=given), wanted(annotated, place, test=test)
        for name, keys in (("right", got & gold), ("told", got), ("gold", gold)):
            for _, relation, _ in keys:
                counts.setdefault(relation, Counter())[name] += 1
                counts["all"][name] += 1
    return counts


def rates(counts: Mapping[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    right, found, gold = (counts.get(name, 0) for name in ("right", "told", "gold"))
    return (
        100 * right / found if found else 0.0,
        100 * right / gold if gold else 0.0,
        200 * right / (found + gold) if found + gold else 0.0,
    )


def measure(data: Path) -> dict[str, float]:
    """F1 in percent: end to end by head and exactly, and between gold arguments."""
    read = list(documents(data))
    figures = {}
    for name, place, given in (("head", head, False), ("exact", exact, False), ("gold arguments", head, True)):
        precision, recall, f1 = rates(count(read, place, given=given)["all"])
        figures[f"{name} f1"] = f1
        if name == "head":
            figures["head precision"], figures["head recall"] = precision, recall
    return figures


def errors(read: Iterable[Annotated], most: int) -> None:
    """Prints what is missed and what is false in training sentences, every seventh of each."""
    lines = []
    for annotated in read:
        doc = annotated.doc
        got, gold = told(annotated, head, test=False, given=False), wanted(annotated, head, test=False)
        for word, keys in (("missed", gold - got), ("false", got - gold)):
            for one, relation, other in sorted(keys, key=str):
                span = doc[min(one, other) - 4 : max(one, other) + 5]  # type: ignore[call-overload, operator]
                lines.append(f"{word:7} {relation:16} {doc[one]} → {doc[other]}: {' '.join(span.text.split())}")  # type: ignore[call-overload]
    print(*lines[: 7 * most : 7], sep="\n")


def main() -> None:
    """Prints a table by type."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    read = list(documents(options.data))
    if options.errors:
        errors(read, options.errors)
    for name, place, given in (
        ("end to end, head", head, False),
        ("exact", exact, False),
        ("gold arguments", head, True),
    ):
        print(name)
        for relation, counts in sorted(count(read, place, given=given).items()):
            precision, recall, f1 = rates(counts)
            print(f"  {relation:16} P {precision:5.1f} R {recall:5.1f} F1 {f1:5.1f}  of {counts['gold']}")


if __name__ == "__main__":
    main()
