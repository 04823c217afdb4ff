"""Word files, written by hand here as Word, LibreOffice and Google Docs write them."""

import random
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from firsthand.model import Problem
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import office, zips

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

LEAD = "A grain ship ran aground off the port of Veldmar on Monday, the harbour office said."
SECOND = "Harbour master Ines Tolland said the ship had lost its engine two hours before."


def p(text: str, style: str = "", properties: str = "") -> str:
    kept = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p w:rsidR="00A1"><w:pPr>{kept}{properties}</w:pPr>{r(text)}</w:p>'


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def part(inner: str, root: str = "document", space: str = WORD) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{space}" {_SPACES}>{inner}</w:{root}>'


def core(title: str = "", creator: str = "", modified: str = "") -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"
    )


def relations(**targets: str) -> str:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind.replace("_", "-")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def package(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(*body: str, space: str = WORD, **others: str) -> bytes:
    """A Word file with the given body; ``others`` are the parts of its word folder by name."""
    inner = f"<w:body>{''.join(body)}<w:sectPr/></w:body>"
    parts: dict[str, str | bytes] = {"word/document.xml": part(inner, space=space)}
    return package(parts | {f"word/{name}.xml": text for name, text in others.items()})


def read(data: bytes) -> list[Found]:
    return list(office.read_docx("a.docx", data))


def draft(data: bytes) -> Draft:
    found = read(data)
    assert len(found) == 1
    assert isinstance(found[0], Draft), found[0]
    return found[0]


def lines(*body: str, **others: str) -> list[str]:
    return draft(docx(*body, **others)).body.split("\n")


def problem(data: bytes) -> str:
    found = read(data)
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert found[0].path == "a.docx"
    return found[0].message


# what is text


def test_office_paragraphs_in_order() -> None:
    assert lines(p(LEAD), "<w:p/>", p(SECOND)) == [LEAD, SECOND]


def test_office_runs_that_a_spelling_check_parted() -> None:
    runs = r("The ship lost its ") + '<w:proofErr w:type="spellStart"/>' + r("engine") + r(" off Veldmar &amp; sank.")
    assert lines(f"<w:p>{runs}</w:p>") == ["The ship lost its engine off Veldmar & sank."]


def test_office_breaks_tabs_and_hyphens() -> None:
    run = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>"
    assert lines(f"<w:p>{run}</w:p>") == ["one", "two three-four"]


def test_office_tab_stops_are_no_text() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert lines(f"<w:p><w:pPr>{stops}</w:pPr>{r('Ship')}</w:p>") == ["Ship"]


def test_office_deleted_text_is_not_read_and_inserted_text_is() -> None:
    deleted = '<w:del w:id="1" w:author="Quist"><w:r><w:delText>nine</w:delText></w:r><w:r><w:t>ten</w:t></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="Quist">{r("eleven")}</w:ins>'
    assert lines(f"<w:p>{deleted}{inserted}{r(' sailors were saved')}</w:p>") == ["eleven sailors were saved"]


def test_office_moved_text_stands_where_it_was_moved_to() -> None:
    moved_from = f'<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom w:id="2">{r(SECOND)}</w:moveFrom></w:p>'
    moved_to = f'<w:p><w:moveTo w:id="3">{r(SECOND)}</w:moveTo></w:p>'
    assert lines(moved_from, p(LEAD), moved_to) == [LEAD, SECOND]


def test_office_paragraph_whose_end_was_deleted_goes_on() -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert lines(p("The ship ran ", properties=deleted), p("aground."), p(LEAD)) == ["The ship ran aground.", LEAD]
    assert lines(p("The ship ran aground.", properties=deleted)) == ["The ship ran aground."]


def test_office_deleted_row_of_a_table_keeps_nothing() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del>{r("nine")}</w:del></w:p></w:tc></w:tr>'
    assert lines(f"<w:tbl>{gone}</w:tbl>", p(LEAD)) == [LEAD]


def test_office_look_before_a_change_does_not_count() -> None:
    hidden = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    was = '<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    data = docx(f"<w:p><w:pPr>{was}</w:pPr>{r(LEAD, hidden)}</w:p>")
    assert (draft(data).body, draft(data).title) == (LEAD, None)


@pytest.mark.parametrize("value, shown", [("", False), ('w:val="1"', False), ('w:val="0"', True)])
def test_office_hidden_text(value: str, shown: bool) -> None:
    runs = r("The ship sank. ") + r("NOTE TO DESK", f"<w:vanish {value}/>") + r(" It was old.")
    assert ("NOTE" in lines(f"<w:p>{runs}</w:p>")[0]) == shown


def test_office_links_and_fields_give_what_readers_see() -> None:
    link = f'<w:hyperlink r:id="rId4" xmlns:r="{_OFFICE}">{r("the office")}</w:hyperlink>'
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://veldmar.example"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("of the port")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="DATE">{r("on Monday")}</w:fldSimple>'
    assert lines(f"<w:p>{link}{r(' ')}{old}{r(' ')}{simple}</w:p>") == ["the office of the port on Monday"]


def test_office_content_controls_are_read_and_their_prompts_not() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = control.format("<w:showingPlcHdr/>", p("Click or tap here to enter text."))
    assert lines(prompt, control.format("", p(LEAD)), p(SECOND)) == [LEAD, SECOND]


def _box(*paragraphs: str) -> str:
    held = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{held}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:br/></w:r>"
    )


def test_office_text_box_once() -> None:
    body = lines(f"<w:p>{r('The ship')}{_box(p('At a glance'), p(SECOND))}{r('sank.')}</w:p>")
    assert body == ["At a glance", SECOND, "The ship", "sank."]


def test_office_text_box_leaves_the_heading_around_it() -> None:
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_box(p("Analysis"))}{r("Ship strikes sandbank")}</w:p>'
    assert draft(docx(heading, p(LEAD))).title == "Ship strikes sandbank"


def test_office_words_of_drawings_and_formulas_are_not_the_article() -> None:
    shape = "<w:r><w:drawing><a:p><a:r><a:t>SERIES 1</a:t></a:r></a:p></w:drawing></w:r>"
    assert lines(f"<w:p>{shape}{r(LEAD)}</w:p>") == [LEAD]


def test_office_notes_after_the_text() -> None:
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" " + SECOND)}</w:p></w:footnote>'
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    referring = f'<w:p>{r(LEAD)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert lines(referring, p("Last."), footnotes=part(separator + note, "footnotes")) == [LEAD, "Last.", SECOND]


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_office_table_rows_are_lines() -> None:
    table = _table([p("Port"), p("Ships")], [p("Veldmar"), p("12")], [p("Estrand"), "<w:p/>"])
    assert lines(p(LEAD), table, p(SECOND)) == [LEAD, "Port | Ships", "Veldmar | 12", "Estrand", SECOND]


def test_office_table_for_the_layout_keeps_its_paragraphs() -> None:
    inner = _table([p("Veldmar"), p("12")])
    assert lines(_table([p(LEAD) + p(SECOND), inner + "<w:p/>"])) == [LEAD, SECOND, "Veldmar | 12"]


# what is known of it


STYLES = part(
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>',
    "styles",
)


@pytest.mark.parametrize(
    "style, styles",
    [("berschrift1", STYLES), ("Titel", STYLES), ("Heading1", ""), ("Title", ""), ("Heading1", "<w:no")],
)
def test_office_heading_is_the_title(style: str, styles: str) -> None:
    others = {"styles": styles} if styles else {}
    found = draft(docx(p("Harbour Post"), p("Ship strikes sandbank", style), p(LEAD), **others))
    assert found.title == "Ship strikes sandbank"
    assert found.rules["title"] == "docx heading"


def test_office_core_properties() -> None:
    made = core("Ship strikes sandbank", "Mara Quist; Ines Tolland", "2021-05-24T10:15:00Z")
    parts: dict[str, str | bytes] = {"word/document.xml": part(p(LEAD)), "docProps/core.xml": made}
    found = draft(package(parts))
    assert (found.title, found.authors) == ("Ship strikes sandbank", ("Mara Quist", "Ines Tolland"))
    assert (found.published, found.modified) == (None, "2021-05-24T10:15:00Z")
    assert set(found.rules) == {"title", "authors", "modified"}


@pytest.mark.parametrize("title, creator", [("", "python-docx"), ("Document1", "Admin"), ("Word Document", "User")])
def test_office_core_properties_that_say_nothing(title: str, creator: str) -> None:
    parts: dict[str, str | bytes] = {"word/document.xml": part(p(LEAD)), "docProps/core.xml": core(title, creator)}
    assert (draft(package(parts)).title, draft(package(parts)).authors) == (None, ())


def test_office_parts_under_other_names() -> None:
    links = relations(officeDocument="/word/document2.xml", core_properties="docProps/core0.xml")
    named: dict[str, str | bytes] = {
        "_rels/.rels": links,
        "word/document2.xml": part(p(LEAD)),
        "docProps/core0.xml": core("Ship strikes the sandbank"),
    }
    found = draft(package(named))
    assert (found.body, found.title) == (LEAD, "Ship strikes the sandbank")


def test_office_strict_and_utf_16() -> None:
    assert draft(docx(p(LEAD), space=STRICT)).body == LEAD
    wide = part(p(LEAD)).replace("UTF-8", "UTF-16").encode("utf-16")
    assert draft(package({"word/document.xml": wide})).body == LEAD


def test_office_as_python_docx_writes() -> None:
    writer = pytest.importorskip("docx")
    document = writer.Document()
    document.add_heading("Ship strikes sandbank", 0)
    document.add_paragraph(LEAD)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Veldmar", "12"
    out = BytesIO()
    document.save(out)
    found = draft(out.getvalue())
    assert found.body.split("\n") == ["Ship strikes sandbank", LEAD, "Veldmar | 12"]
    assert (found.title, found.authors) == ("Ship strikes sandbank", ())


# what cannot be read


def test_office_without_text() -> None:
    assert "OCR" in problem(docx("<w:p/>"))
    assert "another format" in problem(docx('<w:altChunk r:id="rId1" xmlns:r="x"/>'))


def test_office_without_a_document() -> None:
    assert "holds no document" in problem(package({"word/other.xml": part(p(LEAD))}))


def test_office_damaged() -> None:
    whole = docx(p(LEAD))
    assert "damaged" in problem(whole[: len(whole) // 2])
    assert "damaged" in problem(package({"word/document.xml": part(p(LEAD))[:-30]}))
    assert "damaged" in problem(whole.replace(b"\xff" * 4, b"\xfe" * 4)[:-40] + b"\x00" * 40)


def test_office_damaged_notes_cost_the_notes() -> None:
    found = read(docx(p(LEAD), footnotes="<w:footnotes"))
    assert isinstance(found[0], Problem)
    assert "notes" in found[0].message
    assert isinstance(found[1], Draft)
    assert found[1].body == LEAD


def test_office_any_damage_is_a_problem() -> None:
    whole = docx(p(LEAD), p(SECOND), styles=STYLES)
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found = read(bytes(data))
        assert found
        assert all(isinstance(entry, (Problem, Draft)) for entry in found)


def test_office_protected_package() -> None:
    data = bytearray(docx(p(LEAD)))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in problem(bytes(data))


ENTITIES = '<!DOCTYPE a [<!ENTITY a "ship"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "entities": lambda: package({"word/document.xml": ENTITIES + part(p("&b;")).partition("?>")[2]}),
    "outside entity": lambda: package(
        {"word/document.xml": '<!DOCTYPE a SYSTEM "file:///etc/hostname">' + part(p(LEAD)).partition("?>")[2]}
    ),
    "zeros": lambda: package({"word/document.xml": b"\x00" * 50_000_000}),
    "unpacked size": lambda: package({f"word/media/{i}": bytes(9_999_999) for i in range(22)}),
    "entries": lambda: docx(p(LEAD)) + zips._ENTRY * 30_000,
    "lzma": lambda: package({"word/document.xml": part(p(LEAD))}, zipfile.ZIP_LZMA),
    "tags": lambda: docx("<w:r/>" * 3_100_000),
    "signs": lambda: docx(f"<w:p><w:r><w:t>{'&#x4E00;' * 3_100_000}</w:t></w:r></w:p>"),
    "property": lambda: package({"docProps/core.xml": core("a<b/>" * 2_000_000)}),
    "nested tables": lambda: docx("<w:tbl><w:tr><w:tc>" * 20_000 + p(LEAD) + "</w:tc></w:tr></w:tbl>" * 20_000),
    "nested boxes": lambda: docx("<w:p><w:r>" * 20_000 + "</w:r></w:p>" * 20_000),
    "long attribute": lambda: docx(p(LEAD, "x" * 9_000_000)),
    "text": lambda: docx(*[p("ship " * 100)] * 10_010),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_office_hostile_package_is_a_problem(kind: str) -> None:
    data = HOSTILE[kind]()
    began = time.monotonic()
    assert "this Word file was not read" in problem(data)
    assert time.monotonic() - began < 10


def test_office_long_text_is_read() -> None:
    assert len(draft(docx(*[p("ship " * 100)] * 9_900)).body) > 4_900_000
