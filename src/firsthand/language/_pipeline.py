"""The shipped spaCy pipeline: loaded once, applied to many texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from firsthand.language import _names, _paragraphs  # noqa: F401  (register components)
from firsthand.language._casing import cased
from firsthand.language._mentions import Mentions
from firsthand.language._network import Network
from firsthand.language._types import Types

FOLDER = Path(__file__).parent / "en_firsthand"
LONGEST_TEXT = 1_000_000
"""Characters: spaCy's own limit. The parser holds some 20 KB for each word, so such a text takes about 4 GB."""


def _name(folder: Path) -> str:
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


PIPELINE: str = _name(FOLDER)
"""Name and version of the shipped pipeline, for evidence: "en_firsthand 1.1.0"."""


@Language.factory("firsthand_types", assigns=["doc.ents"], default_config={"folder": str(FOLDER / "types")})
def _types(nlp: Language, name: str, folder: str) -> Types:
    return Types(Network.from_disk(Path(folder)))


@Language.factory("firsthand_mentions", assigns=["doc.spans"])
def _mentions(nlp: Language, name: str) -> Mentions:
    return Mentions(Network.from_disk(FOLDER / "mentions"))


@lru_cache(maxsize=1)
def load() -> Language:
    """Load the shipped pipeline, once per process.

    Its docs carry sentences, UPOS (`pos_`), Penn tags (`tag_`), features (`morph`), lemmas, Universal Dependencies
    (`dep_`, `head`; the root is "ROOT"), the names PERSON, ORG, PLACE and GROUP (`ents`), and in `spans["mentions"]`
    all that is said of a PERSON, ORG or PLACE by name, by description ("coalition forces") or by pronoun.
    """
    nlp = spacy.load(FOLDER)
    nlp.max_length = LONGEST_TEXT
    if "firsthand_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("firsthand_paragraphs", before="parser")
    if "firsthand_names" not in nlp.pipe_names:
        nlp.add_pipe("firsthand_types")
        nlp.add_pipe("firsthand_names")
    if "firsthand_mentions" not in nlp.pipe_names and (FOLDER / "mentions").exists():
        nlp.add_pipe("firsthand_mentions", last=True)
    return nlp


def parse(texts: Iterable[str], batch: int = 32) -> Iterator[Doc]:
    """Parse texts, lazily and in order, `batch` at a time; an empty text gives an empty doc.

    Hard and thin blanks are parsed as plain ones, and a text that is all in small letters or all in capitals as if it
    were written as usual: offsets stay, and `doc.text` differs from the text in nothing else.

    Raises ValueError for a text longer than 1,000,000 characters; it names the text by its number, from 0.
    """
    yield from load().pipe(_checked(texts), batch_size=batch)


_BLANKS = dict.fromkeys([*range(0x2000, 0x200B), 0x00A0, 0x202F, 0x205F, 0x3000], " ")
"""Hard, thin and wide blanks, which the tokenizer would make tokens of; a plain one takes the same place."""


def _checked(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if len(text) > LONGEST_TEXT:
            raise ValueError(
                f"text {number} has {len(text):,} characters; the longest that is parsed has {LONGEST_TEXT:,}"
            )
        yield cased(text.translate(_BLANKS))
