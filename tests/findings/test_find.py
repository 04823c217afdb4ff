from firsthand.findings import Material, find, timeline
from firsthand.model import Finding, Link
from tests.findings.conftest import Story, collapse


def of(found: list[Finding], slot: str) -> Finding:
    """The first finding of a slot."""
    return next(finding for finding in found if finding.slot == slot)


def test_find_two_reports_of_one_toll():
    toll = of(find(collapse((40, 40)).material()), "count")
    assert (toll.verdict, toll.documents, toll.origins, toll.credibility) == ("agree", 2, 1, 3)
    assert toll.channels == ("Outlet a", "Outlet b")
    assert [(value.low, value.high) for value in toll.values] == [(40, 40), (40, 40)]
    assert toll.unit == "person"
    assert "40" in toll.headline
    assert toll.ask.endswith("?")


def test_find_copies_are_one_origin():
    story = collapse((40, 40))
    length = len(story.documents["a"].text)
    story.links.append(Link("a", "b", "copy", 1.0, passages=((0, length, 0, length),)))
    toll = of(find(story.material()), "count")
    assert (toll.documents, toll.origins) == (2, 1)
    assert toll.credibility > 1


def test_find_answers_when_and_where_and_what():
    slots = {finding.slot for finding in find(collapse((40, 40)).material()) if finding.documents == 2}
    assert {"count", "time", "place", "event"} <= slots


def test_find_number_of_one_document_is_single():
    found = find(collapse((40,)).material())
    assert {finding.verdict for finding in found} == {"single"}
    assert {finding.slot for finding in found} == {"count"}


def test_find_unlike_matters_stay_apart():
    story = collapse((40, 40))
    story.document("z", "Voters chose 12 senators in distant Ulmark.")
    words = "Voters chose 12 senators in distant Ulmark"
    story.claim("z", words, "chose", "election", number=("12 senators", 12.0, 12.0, "senator"))
    assert all(value.document != "z" for value in of(find(story.material()), "count").values)


def test_find_nothing_in_nothing():
    assert find(Story().material()) == []


def test_find_does_not_hang_on_the_order_of_claims():
    story = collapse((40, 50, 41))
    material = story.material()
    turned = Material(
        dict(reversed(material.documents.items())),
        material.claims[::-1],
        material.entities[::-1],
        material.links,
        material.channels,
        material.embed,
    )
    told = {(finding.id, finding.verdict, finding.origins) for finding in find(material)}
    assert {(finding.id, finding.verdict, finding.origins) for finding in find(turned)} == told


def test_find_changes_nothing_it_was_given():
    story = collapse((40, 50))
    claims, links = list(story.claims), list(story.links)
    find(story.material())
    assert (story.claims, story.links) == (claims, links)


def test_find_values_quote_their_claims():
    story = collapse((40, 50))
    told = {claim.id: claim for claim in story.claims}
    for finding in find(story.material()):
        for value in finding.values:
            assert told[value.claim].document == value.document
            assert story.documents[value.document].text[value.start : value.end].strip()


def test_timeline_is_in_order_and_leaves_out_what_did_not_happen():
    story = Story()
    story.document("a", "A wall fell on Monday.", "A roof fell on Sunday.", "A tower may fall on Friday.")
    later = story.claim("a", "A wall fell on Monday", "fell", when=("Monday", "2021-05-03"))
    earlier = story.claim("a", "A roof fell on Sunday", "fell", when=("Sunday", "2021-05-02"))
    story.claim("a", "A tower may fall on Friday", "fall", when=("Friday", "2021-05-07"), modality="possible")
    moments = timeline([], story.claims)
    assert [moment.start for moment in moments] == ["2021-05-02", "2021-05-03"]
    assert [moment.claims for moment in moments] == [(earlier.id,), (later.id,)]
