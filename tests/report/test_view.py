import msgspec

from firsthand.model import Brief, MadeBy
from firsthand.report.rows import Row
from firsthand.report.scale import scale
from firsthand.report.view import View, view


def row(shown: View, words: str) -> Row:
    return next(row for _, rows in shown.sections for row in rows if words in row.title)


def test_view_puts_what_needs_attention_first(brief: Brief) -> None:
    assert [name for name, _ in view(brief).sections] == ["differ", "revised", "repeated", "known", "single"]


def test_view_orders_findings_by_origins_then_documents(brief: Brief) -> None:
    for _, rows in view(brief).sections:
        standings = [(-row.origins, -row.documents) for row in rows]
        assert standings == sorted(standings)


def test_view_counts_documents_outlets_channels_witnesses(brief: Brief) -> None:
    assert view(brief).counts == "6 documents · 5 outlets · 3 channels · 9 witnesses"


def test_view_title_is_of_the_latest_edition_not_of_a_copy(brief: Brief) -> None:
    assert view(brief).title == "Death toll rises to 11 in Orvanian harbor explosion"


def test_view_asks_where_answers_differ_and_tells_where_they_do_not(brief: Brief) -> None:
    shown = view(brief)
    assert row(shown, "How many people were killed?").verdict == "revised"
    assert row(shown, "Windows broke 20 km away").verdict == "agree"
    assert row(shown, "Sparks from welding started the fire").verdict == "disputed"


def test_view_warns_of_one_origin_in_many_documents(brief: Brief) -> None:
    found = row(view(brief), "ordered to leave")
    assert found.warning == "5 documents, but one origin: Elena Tarvo, harbour master"


def test_answers_group_equal_values_and_keep_denials_apart(brief: Brief) -> None:
    fire = row(view(brief), "Sparks from welding")
    assert [(answer.label, answer.documents) for answer in fire.answers] == [
        ("reported", (1, 2, 3, 4, 5)),
        ("denied", (6,)),
    ]
    tons = row(view(brief), "How much ammonium nitrate")
    assert [answer.label for answer in tons.answers] == ["300 tons", "450 tons"]
    assert [told.words for told in tons.answers[0].told] == ["Elena Tarvo · AP", "Peter Lindgren · Inland Post"]
    assert tons.answers[1].told[0].words == "Elena Tarvo, via Reuters · Melbridge Courier"


def test_answers_tell_about_from_between(brief: Brief) -> None:
    assert [answer.label for answer in row(view(brief), "evacuated").answers] == ["1,800–2,200", "~2,000"] or [
        answer.label for answer in row(view(brief), "evacuated").answers
    ] == ["~2,000", "1,800–2,200"]


def test_excerpts_are_the_documents_own_words(brief: Brief) -> None:
    texts = {number: " ".join(report.text.split()) for number, report in enumerate(brief.documents, 1)}
    for _, rows in view(brief).sections:
        for found in rows:
            for answer in found.answers:
                for excerpt in answer.excerpts:
                    words = excerpt.quotation.text.strip("…")
                    assert words in texts[excerpt.documents[0]]


def test_cards_mark_copies_and_spun_texts(brief: Brief) -> None:
    assert [card.mark for card in view(brief).cards] == ["earlier edition", "", "copy", "spun", "", ""]


def test_scale_shares_one_axis(brief: Brief) -> None:
    drawn = scale(row(view(brief), "How many people were killed?").answers)
    assert drawn is not None
    nine, eleven, least = drawn.bars
    assert nine is not None
    assert eleven is not None
    assert least is not None
    assert nine.point
    assert nine.left < eleven.left == least.left
    assert least.open_right
    assert least.right == 100.0


def test_scale_needs_two_values(brief: Brief) -> None:
    assert scale(row(view(brief), "Windows broke").answers) is None


def test_view_of_nothing_is_empty() -> None:
    shown = view(Brief(MadeBy("0", "0"), (), (), (), (), ()))
    assert shown.title == "No documents"
    assert shown.sections == ()


def test_view_survives_findings_without_their_claims(brief: Brief) -> None:
    bare = msgspec.structs.replace(brief, claims=(), entities=(), links=())
    assert row(view(bare), "How many people were killed?").answers


def test_sections_put_under_one_row_what_the_same_words_answer(brief: Brief) -> None:
    order = next(finding for finding in brief.findings if "ordered to leave" in finding.headline)
    told = msgspec.structs.replace(order, id="fevent", slot="event", headline="The ship was told to go")
    shown = view(msgspec.structs.replace(brief, findings=(*brief.findings, told)))
    assert [other.id for other in row(shown, "told to go").also] == [order.id]
    assert [found.title for found in shown.rows("repeated")] == ["The ship was told to go"]


def test_sections_never_hide_numbers_or_conflicts(brief: Brief) -> None:
    for changed in ({"slot": "event", "verdict": "conflict"}, {"headline": "Another count of the same"}):
        tons = next(finding for finding in brief.findings if finding.unit == "ton")
        more = msgspec.structs.replace(tons, id="fmore", **changed)  # type: ignore[arg-type]
        shown = view(msgspec.structs.replace(brief, findings=(*brief.findings, more)))
        assert {tons.id, "fmore"} <= {found.id for found in shown.rows("differ")}


def test_witness_has_one_name_with_its_role(brief: Brief) -> None:
    finding = next(finding for finding in brief.findings if finding.unit == "m")
    claims = tuple(msgspec.structs.replace(claim, witness_entity=None) for claim in brief.claims)
    spelt = ("Jon Orr (pilot)", "Jon Orr", "Jon Orr (pilot)", None, "Jon Orr")
    values = tuple(msgspec.structs.replace(value, witness=name) for value, name in zip(finding.values, spelt))
    claims += (msgspec.structs.replace(claims[0], id="cpilot", witness="Jon Orr (pilot)"),)
    changed = msgspec.structs.replace(finding, values=values)
    found = row(view(msgspec.structs.replace(brief, claims=claims, findings=(changed,))), "How far")
    assert found.witnesses == ("Jon Orr, pilot",)


def test_warning_does_not_name_who_denies(brief: Brief) -> None:
    fire = next(finding for finding in brief.findings if finding.verdict == "disputed")
    one = msgspec.structs.replace(fire, origins=1)
    found = row(view(msgspec.structs.replace(brief, findings=(one,))), "Sparks")
    assert found.warning == "5 documents, but one origin: Elena Tarvo, harbour master"
