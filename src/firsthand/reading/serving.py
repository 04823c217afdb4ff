"""What a process of ``workers`` does: takes orders from its standard input until that ends, and answers each."""

import gc
import os
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from firsthand.model import Document, Problem
from firsthand.reading.cleaning.recurring import Outlet, outlet
from firsthand.reading.documents import document
from firsthand.reading.draft import Address, Draft
from firsthand.reading.files import read_file

_GARBAGE = 50_000  # things made before some are looked through for circles: pages are made of many, in few circles

Packed = tuple[Draft, bytes | None]
"""An article as found, and its places pickled: only who cleans it unpacks them, though it goes from hand to hand."""


def packed(draft: Draft) -> Packed:
    """A draft without its places, and these pickled."""
    if draft.places is None:
        return draft, None
    return replace(draft, places=None), pickle.dumps(draft.places, pickle.HIGHEST_PROTOCOL)


def cleaned(given: Packed, learnt: Mapping[Outlet, frozenset[str]]) -> tuple[Document | None, list[Problem]]:
    """The document of a packed article; ``learnt`` has the recurring lines of each outlet."""
    draft, places = given
    if places is not None:
        draft = replace(draft, places=pickle.loads(places))
    return document(draft, learnt.get(outlet(draft), frozenset()))


def serve() -> None:
    """Answers orders: ``("read", paths)`` with what is found, ``("clean", articles)`` with documents and problems.

    For each path or article the answer is a row of ``("value", …)`` that ``("end", None)`` or ``("error", exception)``
    closes. A process that has no memory left ends instead.
    """
    orders, answers = _streams()
    learnt: dict[Outlet, frozenset[str]] = {}
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    _say(answers, "ready")
    while True:
        try:
            kind, given = pickle.load(orders)
        except EOFError:
            return
        if kind == "learn":
            learnt = given
            continue
        for one in given:
            try:
                for value in _read(one) if kind == "read" else [cleaned(one, learnt)]:
                    _say(answers, ("value", value))
            except (MemoryError, BrokenPipeError):
                raise
            except Exception as error:
                _say(answers, ("error", _portable(error)))
            else:
                _say(answers, ("end", None))


def _read(path: Path) -> Iterator[Packed | Problem | Address]:
    for found in read_file(path):
        yield packed(found) if isinstance(found, Draft) else found


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for orders and answers alone: nothing else that is read or printed may get there."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    os.close(nothing)
    return orders, answers


def _say(answers: BinaryIO, answer: Any) -> None:
    answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    answers.flush()


def _portable(error: Exception) -> Exception:
    """The exception, or one that says the same if it does not survive the way."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
