"""Tables for spaCy's rule lemmatizer: exceptions and known lemmas from the treebanks, suffix rules for the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.lookups import Lookups

from training.conllu import read_conllu

OPEN = ("noun", "verb", "adj", "adv", "propn", "aux")
# For a known word the last rule that makes one wins, for unknown words the first that applies: hence the order.
VERB = [
    *[(f"{c}{c}{end}", c) for end in ("ed", "ing") for c in "bdgmnprtkv"],
    *[
        (f"{stem}{end}", f"{stem}e")
        for stem in ("at", "iz", "is", "uc", "ur", "ir", "ut", "ag", "ic", "nc", "rc", "rg", "ng", "v", "u")
        for end in ("ed", "ing")
    ],
    ("ied", "y"),
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("oes", "o"),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
]
NOUN = [
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("oes", "o"),
    ("ses", "s"),
    ("ves", "f"),
    ("men", "man"),
    ("s", ""),
]
ADJECTIVE = [("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")]
# Verbs of news that the treebanks have too seldom, or wrongly: lemma and the forms that no rule leads back to it.
IRREGULAR = """
flee:fled free:freed|frees shake:shook|shaken retake:retook|retaken freeze:froze|frozen overrun:overran
overthrow:overthrew|overthrown slay:slew|slain strew:strewn burn:burnt raze:razed|razing mislead:misled slide:slid
weep:wept amass:amass mass:mass expel:expelled|expelling mow:mown foresee:foresaw|foreseen outlaw:outlawed
withhold:withheld uphold:upheld rebuild:rebuilt resell:resold rebel:rebelled|rebelling repel:repelled|repelling
propel:propelled|propelling quell:quelled|quelling compel:compelled|compelling dispel:dispelled bleed:bled shoot:shot
breed:bred creep:crept cling:clung flood:flooding forbid:forbade|forbidden forgo:forwent hew:hewn lend:lent
maroon:marooned mutiny:mutinied oversee:oversaw|overseen overhang:overhung shed:shed sling:slung smite:smote|smitten
speed:sped|speeded spring:sprang|sprung stride:strode strive:strove|striven swear:swore|sworn sweep:swept
swim:swam|swum swing:swung tear:tore|torn tread:trod|trodden withstand:withstood wring:wrung abduct:abducted
deport:deported besiege:besieged|besieging maim:maimed stampede:stampeded secede:seceded concede:conceded
impede:impeded accede:acceded recede:receded supersede:superseded intercede:interceded
"""
CLOSED = ("det", "adp", "pron", "cconj", "sconj", "part", "intj", "num")
RULES = {"verb": VERB, "aux": VERB, "noun": NOUN, "adj": ADJECTIVE, "adv": [("ly", "ly"), *ADJECTIVE]} | {
    pos: [("", "")] for pos in CLOSED
}


def tables(data: Path, words: Iterable[str]) -> Lookups:
    """Lookups for mode "rule". `words` (the vectors' vocabulary) count as lemmas when a rule makes them.

    spaCy returns base forms lower-cased; what the treebanks spell otherwise by part of speech goes into exceptions.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for sentence in read_conllu(data / "ud" / f"{name}.conllu.xz"):
            for word in sentence.words:
                if word.lemma != "_" and "Typo=Yes" not in word.feats:
                    counts[word.upos.lower(), word.form.lower()][word.lemma] += 1
    known: dict[str, set[str]] = {pos: set() for pos in OPEN}
    for (pos, _), lemmas in counts.items():
        if pos in known:
            known[pos].update(lemma for lemma, n in lemmas.items() if lemma.islower() and n > 1)
    plausible = {w for w in words if w.isalpha() and not w.endswith(("ed", "ing", "s"))}
    plausible |= {w for w in words if w.isalpha() and w.endswith(("ss", "eed", "us", "is", "ring"))}
    for pos in ("noun", "verb", "adj"):
        known[pos] |= plausible
    exceptions = exceptions_of(counts, known)
    corrected(exceptions["verb"], known["verb"])
    lookups = Lookups()
    lookups.add_table("lemma_rules", {pos: [list(rule) for rule in rules] for pos, rules in RULES.items()})
    index = {pos: dict.fromkeys(sorted(lemmas), 1) for pos, lemmas in known.items() if pos != "propn"}
    lookups.add_table("lemma_index", index)
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def exceptions_of(
    counts: dict[tuple[str, str], Counter[str]], known: dict[str, set[str]]
) -> dict[str, dict[str, list[str]]]:
    """What the rules get wrong, and words to which none applies: spaCy gives those back as written, capital and all.

    spaCy prefers a known word that a rule makes to an exception that a rule makes too, so such words leave `known`.
    """
    out: dict[str, dict[str, list[str]]] = defaultdict(dict)
    sure = {(pos, lemma) for (pos, _), lemmas in counts.items() for lemma, n in lemmas.items() if n > 4}
    for (pos, form), lemmas in counts.items():
        lemma, rules = lemmas.most_common(1)[0][0], RULES.get(pos, [])
        if pos == "propn":
            if lemma.lower() != form and lemmas.total() > 1:
                out[pos][form] = [lemma]
            continue
        while pos in known and (made := by_rule(form, rules, known[pos])) != lemma and made in known[pos]:
            if (pos, made) in sure:
                break
            known[pos].discard(made)
        ruled = any(form.endswith(old) for old, _ in rules)
        if pos not in {"punct", "sym", "x"} and (not ruled or lemma != by_rule(form, rules, known.get(pos, set()))):
            out[pos][form] = [lemma]
    return dict(out)


def corrected(exceptions: dict[str, list[str]], known: set[str]) -> None:
    """Puts ``IRREGULAR`` into the exceptions of verbs; what a rule wrongly makes of its forms leaves ``known``."""
    for item in IRREGULAR.split():
        lemma, _, forms = item.partition(":")
        for form in forms.split("|"):
            while (made := by_rule(form, VERB, known)) != lemma and made in known and made != form:
                known.discard(made)
            exceptions[form] = [lemma]
        known.add(lemma)


def by_rule(form: str, rules: list[tuple[str, str]], known: set[str]) -> str:
    """What spaCy's rule mode makes of a lower-case form without exceptions."""
    found, unknown = [], []
    for old, new in rules:
        if form.endswith(old) and len(form) > len(old) - len(new):
            made = form[: len(form) - len(old)] + new
            (found if made in known else unknown).append(made)
    return (found[-1:] or unknown[:1] or [form])[0]
