"""Lines of a page's visible text, and where they stand in the markup."""

from firsthand.reading.cleaning.markup import Place, lines

PAGE = """<html><head><title>no</title></head><body>
<nav class="siteMenu"><a href="/">Home</a> <a href="/coast">Coast</a></nav>
<div id="story-body"><p>A grain ship <a href="/x">ran aground</a> off Veldmar.</p>
<p>Nine sailors<br>were saved.</p>
<figure><img src="a.jpg"><figcaption>The <b>ship</b> on the bank</figcaption></figure></div>
<script>var a = "<p>no</p>";</script><div style="display: none">Cookies?</div></body></html>"""


def places() -> dict[str, Place]:
    return dict(lines(PAGE))


def test_markup_lines_break_where_blocks_do() -> None:
    assert list(places()) == [
        "Home Coast",
        "A grain ship ran aground off Veldmar.",
        "Nine sailors",
        "were saved.",
        "The ship on the bank",
        "Cookies?",
    ]


def test_markup_places_tell_elements_classes_and_links() -> None:
    found = places()
    menu, first = found["Home Coast"], found["A grain ship ran aground off Veldmar."]
    assert "nav" in menu.zones
    assert menu.signs == {"menu"}
    assert menu.linked == 1.0
    assert (first.block, first.signs) == ("p", {"article"})
    assert 0.2 < first.linked < 0.4
    assert first.parent == found["Nine sailors"].parent
    assert {"figure", "figcaption"} <= found["The ship on the bank"].zones
    assert found["Cookies?"].hidden


def test_markup_of_nothing() -> None:
    assert lines("") == []
    assert lines("<html></html>") == []
