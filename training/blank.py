"""The empty pipeline that every recipe starts from: tokenizer rules, word vectors, matrix products."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import LOWER, ORTH
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vectors import Vectors
from thinc.api import NumpyOps


def blank_pipeline(vectors: Path | None) -> Language:
    """English with our tokenizer and static vectors that are looked up by lower-cased form."""
    nlp = spacy.blank("en")
    tune_tokenizer(nlp)
    if vectors is not None:
        stored = np.load(vectors)
        table = Vectors(strings=nlp.vocab.strings, shape=stored["vectors"].shape, attr="LOWER", name="firsthand")
        for word, row in zip(stored["words"], stored["vectors"], strict=True):
            nlp.vocab.strings.add(str(word))
            table.add(str(word), vector=row)
        nlp.vocab.vectors = table
    return nlp


# Prefixes that UD English leaves joined by a hyphen (e-mail, co-founder), unlike compounds (air-strike, al-Assad).
_JOINED_TEXT = """
e co non pre re mis un semi sub inter multi de bi anti mid pro cross post over ex counter uh mm
"""
JOINED = tuple(_JOINED_TEXT.split())


def tune_tokenizer(nlp: Language) -> None:
    """Split as UD English does where spaCy's rules differ."""
    kept = "".join(rf"(?<!\b{prefix})" for prefix in (*JOINED, *(prefix.capitalize() for prefix in JOINED)))
    infixes = []
    for rule in nlp.Defaults.infixes:
        if f"(?:{HYPHENS})(?=[" in rule:
            rule = rf"(?<=[{ALPHA}0-9]){kept}(?:{HYPHENS})(?=[{ALPHA}])"
        infixes.append(rule)
    infixes += [
        rf"(?<=[{ALPHA}])-(?=[0-9])",  # F-16, COVID-19
        rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",  # and/or
        r"(?<=[\])])[\u2013-](?=[\[(])",
    ]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    repeated = [r"[!?]{2,}", r"\*{2,}", r"={2,}", r"_{2,}", r"<{2,}", r">{2,}", r"-{2,}"]
    nlp.tokenizer.prefix_search = compile_prefix_regex([*repeated, *nlp.Defaults.prefixes]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*repeated, *nlp.Defaults.suffixes]).search
    nlp.tokenizer.rules = {k: v for k, v in nlp.tokenizer.rules.items() if k != "and/or"}
    for word in ("al.", "Ft.", "Capt.", "Sgt.", "Lt.", "Col.", "Maj.", "Cpl.", "Brig.", "Cmdr."):
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])


def keep_attribute(folder: Path) -> None:
    """Note in a saved pipeline that its vectors are looked up by lower-cased form: spaCy 3.8 reads it but omits it."""
    settings = folder / "vocab" / "vectors.cfg"
    settings.write_text(json.dumps({**json.loads(settings.read_text("utf-8")), "attr": LOWER}) + "\n", "utf-8")


def fast_gemm() -> None:
    """Let thinc multiply matrices with NumPy's BLAS, which is the faster one on most processors (training only)."""

    def gemm(self, x, y, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]
        x = x.T if trans1 else x
        y = y.T if trans2 else y
        return np.matmul(x, y, out=out) if out is not None else np.matmul(x, y)

    NumpyOps.gemm = gemm
