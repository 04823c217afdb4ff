"""How many, how much, how far, how long: the quantities of a document as ranges with units.

A quantity's offsets run from the words that bound the number to the head of the noun that it counts ("more than 1,000
Russian and Syrian mercenaries"). Counts of people have the unit "person" whatever the noun; the noun as written is kept
in ``noun``. ``modifier`` holds the words that make it another quantity, joined by commas: "other", "more", "of them",
"ago", "per month"; ``variant`` and ``per`` say what they come to. "21 of the more than 200 girls" gives two quantities,
the first of the number alone. A number that names nothing counts what the one before it did ("and another 25").
"""

import re

from spacy.tokens import Doc

from firsthand.claims.quantities_antecedents import with_antecedents
from firsthand.claims.quantities_headless import stands_alone
from firsthand.claims.quantities_labels import is_label, is_pronoun, is_year, names_thing
from firsthand.claims.quantities_measures import CURRENCIES, Measured, measured
from firsthand.claims.quantities_nouns import counted
from firsthand.claims.quantities_ordinals import ordinals
from firsthand.claims.quantities_ranges import Expression, find_expressions
from firsthand.claims.quantities_units import PERSON, is_human, is_plural, singular, unit_of
from firsthand.claims.quantities_unnumbered import unnumbered
from firsthand.claims.quantities_variants import with_variants
from firsthand.claims.quantities_words import Counted, Words
from firsthand.model import Quantity, Range

_CROWD = 20
_ZERO = re.compile(r"\b(?P<word>no\sone|none\sof\s(?:the|them|those)|nobody|none(?!\sother)|no)\b", re.IGNORECASE)
_CASUALTY = frozenset(("death", "fatality", "casualty", "injury", "survivor", "victim"))
_ANOTHER = re.compile(
    r"\b[Aa]nother\s(?P<age>\d+-year-old\b\s?)?(?P<first>[A-Za-z][\w-]+)?(?:\s(?P<second>[a-z][\w-]+))?"
)
_BOTH = re.compile(r"\b[Bb]oth\s(?:of\s(?:the|them)\s?|the\s)?(?=(?:\w+\s){0,2}?(?P<noun>\w+))")


def find_quantities(doc: Doc) -> list[Quantity]:
    """The quantities of a document in reading order, none overlapping another."""
    words = Words(doc)
    text = words.text
    expressions = [e for e in find_expressions(text) if not is_label(text, e)]
    found: list[Quantity] = []
    bare: set[int] = set()
    guessed: set[int] = set()
    inner: Counted | None = None
    for at in range(len(expressions) - 1, -1, -1):  # from the right, for "10 of the 12 victims"
        expression = expressions[at]
        following = expressions[at + 1] if at + 1 < len(expressions) else None
        part = inner if following is not None and _is_part(text, expression, following) else None
        quantity, inner = _quantity(words, text, expression, part)
        if quantity is None and inner is None and _may_count(words, text, expression):
            span = expression.range(continuous=False)
            words_of = _modifier(expression.words)
            quantity = Quantity(expression.start, expression.end, span.low, span.high, modifier=words_of)
            bare.add(expression.start)
        if quantity is not None:
            found.append(quantity)
            guessed |= {quantity.start} if inner is not None and inner.guess else set()
    wide = [q for q in found if q.dimension in ("distance", "money", "count") and text[q.end - 1] in ")]"]
    found = [
        q for q in found if not any(w.start < q.start and q.end < w.end for w in wide)
    ]  # "150 km (93 miles)" is one value
    taken = sorted((q.start, q.end) for q in found)
    for extra in (
        *(_measure(m) for m in unnumbered(text)),
        *_zeros(words, text),
        *_boths(words, text),
        *_anothers(text),
        *ordinals(text),
    ):
        if not any(start < extra.end and extra.start < end for start, end in taken):
            found.append(extra)
    found.sort(key=lambda q: (q.start, q.end))
    return with_variants(text, with_antecedents(words, found, bare, guessed))


def _may_count(words: Words, text: str, expression: Expression) -> bool:
    """Whether a number that names nothing may count what was named before it: "fewer than a dozen wore belts"."""
    if expression.low < 2 and expression.bound == "exact":
        return False
    if text[expression.end : expression.end + 1].isalpha() or is_year(text, expression):
        return False
    return stands_alone(words, expression.start, expression.first, expression.end)


def _is_part(text: str, expression: Expression, following: Expression) -> bool:
    gap = text[expression.end : following.start]
    return bool(re.fullmatch(r"\s(?:out\s)?of\s(?:the\s|all\s|those\s|their\s)?(?:estimated\s)?", gap))


def _quantity(
    words: Words, text: str, expression: Expression, part: Counted | None
) -> tuple[Quantity | None, Counted | None]:
    """The quantity of an expression, and the noun that it counts for the expression before it."""
    number = text[expression.first : expression.end].lower()
    measure = measured(text, expression)
    if measure is not None:
        return _measure(measure), None
    if text[expression.end : expression.end + 1].isalpha():  # "4K"
        return None, None
    if is_year(text, expression) or (number == "one" and is_pronoun(text, expression)):
        return None, None
    noun = counted(words, expression.first, expression.end, part)
    if noun is None or (noun.noun is None and not noun.person and number == "one"):
        return None, None
    if names_thing(text, expression, noun):
        return None, None
    return _count(text, expression, noun), noun


def _count(text: str, expression: Expression, noun: Counted) -> Quantity:
    span, end = expression.range(continuous=False), max(noun.end, expression.end)
    unit, lemma = (unit_of(noun.noun), singular(noun.noun)) if noun.noun else (None, None)
    currency = CURRENCIES.get(lemma or "")
    if currency and is_plural(noun.noun or ""):  # "hundreds of billions of offshore dollars"
        return Quantity(expression.start, end, span.low, span.high, currency, dimension="money")
    if noun.person or (lemma and _are_people(text, lemma, span, end)):
        unit = PERSON
    return Quantity(
        start=expression.start,
        end=end,
        low=span.low,
        high=span.high,
        unit=unit,
        noun=lemma,
        modifier=_modifier((*expression.words, *noun.words, *_after(text, end))),
    )


def _are_people(text: str, lemma: str, span: Range, end: int) -> bool:
    """Whether a noun of more senses than one means people here: "three security sources", "hundreds of elements"."""
    if lemma == "element":  # fighters, as agencies translate from Arabic; a plan has few
        return (span.low or span.high or 0) >= _CROWD
    return lemma == "source" and not text.startswith(" of ", end)


def _after(text: str, end: int) -> tuple[str, ...]:
    match = re.match(
        r"\s(?P<rate>(?:per|a|an|every)\s(?:second|minute|hour|day|week|month|year)|each|apiece)\b",
        text[end : end + 16],
    )
    return (re.sub(r"^(?:an?|every)\b", "per", match["rate"]),) if match else ()


def _modifier(words: tuple[str, ...]) -> str | None:
    return ",".join(dict.fromkeys(words)) or None


def _measure(measure: Measured) -> Quantity:
    return Quantity(
        start=measure.start,
        end=measure.end,
        low=measure.range.low,
        high=measure.range.high,
        unit=measure.unit,
        noun=measure.unit if measure.dimension != "money" else None,
        modifier=_modifier(measure.words),
        dimension=measure.dimension,
    )


def _zeros(words: Words, text: str) -> list[Quantity]:
    """ "no passengers", "none of the injured", "no one"."""
    found = []
    for match in _ZERO.finditer(text):
        word = match["word"].lower()
        if word in ("no one", "nobody"):
            found.append(Quantity(match.start(), match.end(), 0, 0, PERSON))
            continue
        noun = counted(words, match.start(), match.end(), None)
        if noun is None or noun.noun is None:
            if "them" in word:
                found.append(Quantity(match.start(), match.end(), 0, 0, PERSON, modifier="of them"))
            continue
        people = unit_of(noun.noun) == PERSON and (is_plural(noun.noun) or singular(noun.noun) in _CASUALTY)
        if people:
            found.append(
                Quantity(
                    match.start(), noun.end, 0, 0, PERSON, noun=singular(noun.noun), modifier=_modifier(noun.words)
                )
            )
    return found


def _anothers(text: str) -> list[Quantity]:
    """ "another soldier", "another 19-year-old": one more."""
    found = []
    for match in _ANOTHER.finditer(text):
        noun = next((word for word in (match["second"], match["first"]) if word and is_human(word)), None)
        if match["age"] and not noun:
            found.append(Quantity(match.start(), match.start() + 7, 1, 1, PERSON, modifier="another"))
        elif noun and not is_plural(noun):
            end = match.end("second" if noun == match["second"] else "first")
            end = match.start() + 7 if match["age"] else end
            found.append(Quantity(match.start(), end, 1, 1, PERSON, noun=noun.lower(), modifier="another"))
    return found


def _boths(words: Words, text: str) -> list[Quantity]:
    found = []
    for match in _BOTH.finditer(text):
        noun = counted(words, match.start(), match.end(), None)
        if (
            noun
            and noun.noun
            and is_plural(noun.noun)
            and unit_of(noun.noun) != singular(noun.noun)
            and noun.end - match.start() < 40
        ):
            found.append(Quantity(match.start(), noun.end, 2, 2, unit_of(noun.noun), noun=singular(noun.noun)))
    return found
