from firsthand.findings.cells import Cell
from firsthand.findings.ranges import hull
from firsthand.findings.wording import headline, question, say_range
from firsthand.model import Claim, Document, Quantity, Range, Role, TimeValue

Roles = tuple[tuple[str, str], ...]


def _claim(text: str, trigger: str, lemma: str, roles: Roles, part: str = "", **more: object) -> Claim:
    start = text.index(part) if part else 0
    at = text.index(trigger)
    spans = tuple(Role(name, text.index(words), text.index(words) + len(words)) for name, words in roles)
    sentence = (0, text.index(".") + 1 if "." in text else len(text))
    end = start + len(part) if part else len(text.rstrip("."))
    return Claim(
        "c" + text[:9], text, start, end, "accident", lemma, (at, at + len(trigger)), spans, sentence=sentence, **more
    )  # type: ignore[arg-type]


def _event(text: str, trigger: str, lemma: str, roles: Roles, part: str = "", **more: object) -> Cell:
    claim = _claim(text, trigger, lemma, roles, part, **more)
    return Cell(claim, text, "event", "event", claim.start, claim.end, claim.kind)


def _number(
    text: str, words: str, low: float | None, high: float | None, trigger: str, lemma: str, roles: Roles,
    unit: str = "person", slot: str = "count", dimension: str = "count", noun: str | None = None,
) -> Cell:  # fmt: skip
    start = text.index(words)
    quantity = Quantity(start, start + len(words), low, high, unit, noun=noun, dimension=dimension)
    claim = _claim(text, trigger, lemma, roles, quantities=(quantity,))
    return Cell(
        claim,
        text,
        "number",
        slot,
        start,
        start + len(words),
        claim.kind,
        range=Range(low, high),
        quantity=quantity,  # type: ignore[arg-type]
    )


def _documents(*cells: Cell) -> dict[str, Document]:
    return {cell.document: Document(cell.document, cell.document, cell.document) for cell in cells}


def _both(*cells: Cell) -> tuple[str, str]:
    documents, ranges = _documents(*cells), [cell.range for cell in cells if cell.range]
    return headline(cells, documents, hull(ranges) if ranges else None), question(cells, documents)


def test_say_range_never_says_about():
    assert say_range(Range(1800, 2200)) == "1,800–2,200"
    assert say_range(Range(25, 25)) == "25"
    assert say_range(Range(1001, None)) == "more than 1,000"
    assert say_range(Range(25, None)) == "at least 25"
    assert say_range(Range(None, 10)) == "up to 10"
    assert say_range(Range(3e6, 5e6)) == "3–5 million"


def test_headline_shows_spread_of_unequal_counts():
    one = _number(
        "25 people were injured in Ostvik.", "25 people", 25, 25, "injured", "injure", (("patient", "25 people"),)
    )
    two = _number(
        "27 people were injured in Ostvik.", "27 people", 27, 27, "injured", "injure", (("patient", "27 people"),)
    )
    assert _both(one, two) == ("25–27 people were injured in Ostvik", "How many people were injured in Ostvik?")


def test_headline_keeps_own_number_where_values_fit():
    one = _number(
        "About 30 people were hurt.", "About 30 people", 27, 33, "hurt", "hurt", (("patient", "About 30 people"),)
    )
    two = _number(
        "At least 20 people were hurt.",
        "At least 20 people",
        20,
        None,
        "hurt",
        "hurt",
        (("patient", "At least 20 people"),),
    )
    assert _both(one, two)[0] in {"About 30 people were hurt", "At least 20 people were hurt"}


def test_question_of_counted_object_turns_the_clause():
    cell = _number(
        "The ferry carried 14 crew members.", "14 crew members", 14, 14, "carried", "carry",
        (("agent", "The ferry"), ("patient", "14 crew members")),
    )  # fmt: skip
    assert _both(cell)[1] == "How many crew members did the ferry carry?"


def test_question_of_age_names_the_person():
    cell = _number(
        "Mira Holm, 16, was charged on Monday.", "16", 16, 16, "charged", "charge", (("patient", "Mira Holm"),),
        unit="year", slot="duration", dimension="age",
    )  # fmt: skip
    assert _both(cell)[1] == "How old is Mira Holm?"


def test_question_of_distance_between_places():
    cell = _number(
        "They fled to Ostvik, a town 150 km south of Tarn.", "150 km", 150, 150, "fled", "flee", (("agent", "They"),),
        unit="km", slot="distance", dimension="distance",
    )  # fmt: skip
    assert _both(cell)[1] == "How far is Ostvik from Tarn?"


def test_question_of_time_leaves_out_the_time():
    text = "The ship hit a pillar of the bridge on Tuesday evening."
    at = text.index("Tuesday"), text.index(".")
    claim = _claim(text, "hit", "hit", (("agent", "The ship"),))
    cell = Cell(claim, text, "time", "time", *at, "accident", time=TimeValue(None, None, "Tuesday evening", at))
    assert _both(cell) == (
        "The ship hit a pillar of the bridge on Tuesday evening", "When did the ship hit a pillar of the bridge?",
    )  # fmt: skip


def test_question_of_event_inverts_auxiliary_or_takes_do():
    closed = _event("The bridge was closed for checks.", "closed", "close", (("patient", "The bridge"),))
    derailed = _event("The trains did not derail in the tunnel.", "derail", "derail", (("agent", "The trains"),))
    left = _event("Two envoys left the city at dawn.", "left", "leave", (("agent", "Two envoys"),))
    assert _both(closed)[1] == "Was the bridge closed for checks?"
    assert _both(derailed) == ("The trains did not derail in the tunnel", "Did the trains derail in the tunnel?")
    assert _both(left)[1] == "Did two envoys leave the city at dawn?"


def test_headline_gives_a_relative_clause_its_subject():
    cell = _event(
        "Rebels met the girls, who were freed near Ostvik.",
        "freed",
        "free",
        (("patient", "who"),),
        "who were freed near Ostvik",
    )
    assert _both(cell) == ("The girls were freed near Ostvik", "Were the girls freed near Ostvik?")


def test_headline_takes_no_subject_from_another_clause():
    text = "Police in Ostvik seek three men after a crowd went through the streets."
    cell = _event(text, "went", "go", (("agent", "Police in Ostvik"),), "went through the streets")
    assert not _both(cell)[0].startswith("Police in Ostvik went")


def test_headline_prefers_the_complete_clause():
    part = _event("injuring one person", "injuring", "injure", (("patient", "one person"),))
    whole = _event("The crash injured one person near Tarn.", "injured", "injure", (("agent", "The crash"),))
    assert _both(part, whole)[0] == "The crash injured one person near Tarn"


def test_headline_keeps_hedges_and_what_all_deny():
    may = _event(
        "The driver may have fallen asleep.", "fallen", "fall", (("agent", "The driver"),), modality="possible"
    )
    denied = _event(
        "A ransom was paid to the group.",
        "paid",
        "pay",
        (("patient", "A ransom"),),
        stance="denies",
        witness="the ministry",
    )
    assert _both(may)[0] == "The driver may have fallen asleep"
    assert _both(denied)[0] == "The ministry denies that a ransom was paid to the group"


def test_headline_drops_dateline_and_ends_whole():
    text = "OSTVIK (AP) — The council said the bridge would be rebuilt in two years, at a cost that it did not "
    text += "give, and"
    told = _both(_event(text, "rebuilt", "rebuild", ()))[0]
    assert told.startswith("The council said")
    assert len(told) <= 110
    assert not told.endswith((",", " and"))


def test_wording_is_the_same_in_any_order():
    one = _event("The trains collided in a tunnel.", "collided", "collide", (("agent", "The trains"),))
    two = _event("Two trains collided under the river.", "collided", "collide", (("agent", "Two trains"),))
    assert _both(one, two) == _both(two, one)
