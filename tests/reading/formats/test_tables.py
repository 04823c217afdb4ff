"""Tables of articles: CSV and TSV as programs and people write them, Excel workbooks written by hand here."""

import csv
import random
import time
from collections.abc import Sequence
from io import BytesIO, StringIO

import pytest

from firsthand.model import Problem
from firsthand.reading import decoding
from firsthand.reading.draft import Draft, Found
from firsthand.reading.formats import tables
from firsthand.reading.formats.tables import looks_like_csv
from tests.reading.formats.test_office import package

LEAD = "A grain ship ran aground off the port of Veldmar on Monday, the harbour office said, and nine men were saved."
SECOND = (
    "Harbour master Ines Tolland said the ship had lost its engine two hours before it struck the bank off Estrand."
)
QUOTED = '"We saw it go down," said Ines Tolland, who keeps the harbour of Veldmar and was on the pier at the time.'


def written(*rows: Sequence[object], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def parted(found: list[Found]) -> tuple[list[Draft], list[str]]:
    assert all(isinstance(entry, (Draft, Problem)) for entry in found)
    drafts = [entry for entry in found if isinstance(entry, Draft)]
    return drafts, [entry.message for entry in found if isinstance(entry, Problem)]


def read(text: str) -> tuple[list[Draft], list[str]]:
    return parted(list(tables.read_csv("a.csv", text)))


def drafts(text: str) -> list[Draft]:
    found, messages = read(text)
    assert messages == []
    return found


def message(text: str) -> str:
    found, messages = read(text)
    assert found == []
    assert len(messages) == 1
    return messages[0]


# CSV of programs


def test_tables_news_please() -> None:
    text = written(
        ["authors", "date_publish", "description", "language", "maintext", "source_domain", "title", "url"],
        ["['Mara Quist', 'Ines Tolland']", "2021-05-24 10:15:00", "None", "en", LEAD, "harbourpost.example", "Aground",
         "https://harbourpost.example/1"],
    )  # fmt: skip
    found = drafts(text)[0]
    assert (found.path, found.body, found.title) == ("a.csv#2", LEAD, "Aground")
    assert found.authors == ("Mara Quist", "Ines Tolland")
    assert (found.published, found.outlet, found.language) == ("2021-05-24 10:15:00", "harbourpost.example", "en")
    assert found.description is None
    assert found.rules["published"] == "column 'date_publish'"


def test_tables_media_cloud() -> None:
    header = ["id", "indexed_date", "language", "media_name", "media_url", "publish_date", "title", "url"]
    row = [
        "1",
        "2021-05-25",
        "en",
        "Harbour Post",
        "harbourpost.example",
        "2021-05-24",
        "Aground",
        "https://h.example/1",
    ]
    assert "no column with the text of articles" in message(written(header, row))
    found = drafts(written([*header, "text"], [*row, LEAD]))[0]
    assert (found.outlet, found.published) == ("Harbour Post", "2021-05-24")


def test_tables_press_archives() -> None:
    nexis = written(
        ["Headline", "Publication", "Load-Date", "Byline", "Section", "Length", "Body"],
        ["Aground", "Harbour Post", "May 24, 2021", "By Mara Quist", "NEWS; Pg. 1", "412 words", f"{LEAD}\n\n{SECOND}"],
    )
    found = drafts(nexis)[0]
    assert (found.title, found.outlet, found.section) == ("Aground", "Harbour Post", "NEWS; Pg. 1")
    assert (found.published, found.body) == ("May 24, 2021", f"{LEAD}\n\n{SECOND}")
    factiva = drafts(
        written(["HD", "BY", "PD", "SN", "LP", "TD"], ["Aground", "Quist", "24 May 2021", "Post", "L", LEAD])
    )
    assert (factiva[0].title, factiva[0].outlet, factiva[0].description) == ("Aground", "Post", "L")


def test_tables_heading_above_the_header() -> None:
    heading = written(["Export of 1 article"], [], ["Search:", "Veldmar"])
    found = drafts(heading + written(["Title", "Date", "Text"], ["Aground", "2021-05-24", LEAD]))
    assert [(draft.path, draft.title) for draft in found] == [("a.csv#5", "Aground")]


def test_tables_events_without_text_are_a_clear_problem() -> None:
    header = "GlobalEventID\tDay\tMonthYear\tActor1Name\tActor2Name\tGoldsteinScale\tNumMentions\tSOURCEURL\n"
    shown = message(header + "410412347\t20210524\t202105\tVELDMAR\tESTRAND\t-2.0\t6\thttps://h.example/1\n" * 3)
    assert "no column with the text of articles" in shown
    assert "Actor1Name" in shown


@pytest.mark.parametrize(
    "cell, published",
    [
        ("20210524", "2021-05-24"),
        ("20210524101500", "2021-05-24T10:15:00"),
        ("44340", "2021-05-24T00:00:00"),
        ("44340.427083", "2021-05-24T10:15:00"),
        ("1621851300", 1621851300),
        ("24 May 2021", "24 May 2021"),
        ("nan", None),
    ],
)
def test_tables_dates(cell: str, published: object) -> None:
    assert drafts(written(["text", "date"], [LEAD, cell]))[0].published == published


def test_tables_columns_for_the_same_field() -> None:
    text = written(["text", "content", "title"], ["", LEAD, "Aground"], ["", SECOND, "Saved"])
    assert [draft.body for draft in drafts(text)] == [LEAD, SECOND]
    labelled = written(["content", "title", "what it says"], ["news", "Aground", LEAD], ["news", "Saved", SECOND])
    assert [draft.body for draft in drafts(labelled)] == [LEAD, SECOND]


# CSV of people


def test_tables_excel_csv_in_windows_1252() -> None:
    text = "sep=;\r\n" + written(["title", "text"], ["Café", f"{LEAD} “Enough”; she said – twice."], delimiter=";")
    found = drafts(decoding.decode(text.encode("cp1252")).text)[0]
    assert (found.path, found.title) == ("a.csv#3", "Café")
    assert found.body == f"{LEAD} “Enough”; she said – twice."


@pytest.mark.parametrize("sign", ['"', "\r", "a", ""])
def test_tables_odd_separator_lines(sign: str) -> None:
    read(f"sep={sign}\r\ntitle,text\r\nAground,{QUOTED}\r\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_tables_delimiters_and_line_ends(delimiter: str, ending: str) -> None:
    rows = [["title", "text", "date"], ["Aground", LEAD + "\n" + SECOND, "2021-05-24"], ["Saved", SECOND, "2021-05-25"]]
    text = written(*rows, delimiter=delimiter).replace("\r\n", ending)
    assert looks_like_csv(text)
    found = drafts(text)
    assert [(draft.path, draft.title) for draft in found] == [("a.csv#2", "Aground"), ("a.csv#3", "Saved")]
    assert found[0].body == f"{LEAD}\n{SECOND}"


def test_tables_spaces_after_the_separator() -> None:
    assert drafts(f'title, text\nAground, "{LEAD}"\n')[0].body == LEAD


def test_tables_quotation_marks_of_speech_are_kept() -> None:
    found, messages = read(f"title\ttext\tdate\nAground\t{QUOTED}\t2021-05-24\nSaved\t{SECOND}\t2021-05-25\n")
    assert [(draft.body, draft.published) for draft in found] == [(QUOTED, "2021-05-24"), (SECOND, "2021-05-25")]
    assert "rows 2 with quotation marks" in messages[0]


@pytest.mark.parametrize("others", [0, 3])
def test_tables_open_quotation_mark_costs_its_row_only(others: int) -> None:
    more = written(*[[f"T{i}", SECOND, "2021"] for i in range(others)], quoting=csv.QUOTE_ALL)
    found, messages = read(f'title,text,date\nAground,"{LEAD.replace(",", "")},2021\n' + more)
    assert [draft.title for draft in found] == ["Aground", *(f"T{i}" for i in range(others))]
    assert found[0].body == '"' + LEAD.replace(",", "")
    assert len(messages) == 1


def test_tables_marks_that_are_not_doubled() -> None:
    found, messages = read(f'title,text\nAground,"{LEAD}\nShe said "no, never" to it."\nSaved,"{SECOND}"\n')
    assert [draft.title for draft in found] == ["Aground", "Saved"]
    assert found[0].body.startswith(LEAD)
    assert "never" in found[0].body
    assert len(messages) == 1


def test_tables_ragged_rows() -> None:
    found, messages = read(f"title,text,date\nAground,{SECOND},2021\nShort\n,,\n\nLong,{LEAD},2021-05-24\n")
    assert [draft.title for draft in found] == ["Aground", "Long"]
    assert messages == [
        "row 3: no text in column 'text'; fill it in, or delete the row",
        "rows 6 with more cells than the header, so text may be cut: put cells that hold the separator into quotes",
    ]


def test_tables_without_a_header() -> None:
    text = written(["1", LEAD, "Aground"], ["2", SECOND, "Saved"])
    assert [(draft.path, draft.body) for draft in drafts(text)] == [("a.csv#1", LEAD), ("a.csv#2", SECOND)]


def test_tables_text_column_by_content() -> None:
    found = drafts(written(["nr", "what it says", "source"], [1, LEAD, "Harbour Post"], [2, SECOND, "Coast News"]))
    assert [(draft.body, draft.outlet) for draft in found] == [(LEAD, "Harbour Post"), (SECOND, "Coast News")]


@pytest.mark.parametrize(
    "text, words",
    [
        ("title,text\n", "no rows under the header"),
        (",,,\n,,,\n", "no rows"),
        ("a,b\n1,2\n3,4\n", "the columns here: a, b"),
    ],
)
def test_tables_without_articles(text: str, words: str) -> None:
    assert words in message(text)


def test_tables_rows_without_text_are_named_then_counted() -> None:
    found, messages = read("title,text\n" + "Aground,\n" * 30 + f'Saved,"{LEAD}"\n')
    assert len(found) == 1
    assert len(messages) == 21
    assert messages[-1] == "10 more rows without text"


def test_tables_cut_cells() -> None:
    found, messages = read(written(["title", "text"], ["Cut", "x" * 32_767], ["Long", "x" * 40_000]))
    assert len(found) == 2
    assert messages == ["row 2: the text fills an Excel cell and seems cut off; export it anew"]


def test_tables_many_columns() -> None:
    header = [f"c{i}" for i in range(198)]
    found = drafts(written([*header, "title", "text"], [*range(198), "Aground", LEAD]))
    assert (found[0].title, found[0].body) == ("Aground", LEAD)


def test_tables_limit_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    found, messages = read(written(["text"], *[[LEAD]] * 9))
    assert len(found) == 2
    assert "more than 3 rows" in messages[0]


@pytest.mark.parametrize("prose", [LEAD, f"{LEAD}\n{SECOND}", "Title, text, and date are what a table has.\n" + LEAD])
def test_tables_prose_is_no_table(prose: str) -> None:
    assert not looks_like_csv(prose)


HOSTILE = {
    "marks": '"\n' * 300_000,
    "open marks": "title,text\n" + '"a"x,"b\n' * 50_000,
    "odd marks": "title,text\n" + '"""",""","\n' * 50_000,
    "open at the end": "title,text\n" + f'A,"{SECOND}\n' * 5_000,
    "separators": "title,text\n" + "," * 2_000_000,
    "blank lines": "title,text\n" + "\n" * 500_000,
    "one line": "title,text\n" + "a " * 5_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_tables_hostile_text_ends(kind: str) -> None:
    began = time.monotonic()
    read(HOSTILE[kind])
    assert time.monotonic() - began < 10


def test_tables_any_damage_is_read_or_reported() -> None:
    chance = random.Random(3)
    whole = written(["title", "text"], ["Aground", QUOTED], ["Saved", SECOND])
    for _ in range(300):
        letters = list(whole)
        for _ in range(chance.randrange(1, 8)):
            letters[chance.randrange(len(letters))] = chance.choice('",\n\r\t;\x00 a')
        assert all(isinstance(entry, (Draft, Problem)) for entry in tables.read_csv("a.csv", "".join(letters)))


# Excel

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Cell = str | int | float | tuple[str, str]
"""Text, a number, or the cell's attributes and its inner markup."""


def cell(value: Cell, place: str) -> str:
    if isinstance(value, tuple):
        return f'<c r="{place}" {value[0]}>{value[1]}</c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet(*rows: Sequence[Cell], space: str = MAIN) -> str:
    lines = (
        f'<row r="{number}">{"".join(cell(value, f"{chr(65 + i)}{number}") for i, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
        if row
    )
    return f'<worksheet xmlns="{space}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def xlsx(
    sheets: dict[str, str], strings: Sequence[str] = (), formats: str = "", properties: str = "", space: str = MAIN
) -> bytes:
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, start=1))
    kinds = [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
    kinds += [("styles", "/xl/styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(kinds, start=1)
    )
    package_space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{RELATIONS}">{properties}<sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package_space}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{space}">{formats}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{space}">{"".join(f"<si>{text}</si>" for text in strings)}</sst>',
    }
    return package(parts | {f"xl/worksheets/sheet{i}.xml": text for i, text in enumerate(sheets.values(), start=1)})


def read_book(data: bytes) -> tuple[list[Draft], list[str]]:
    return parted(list(tables.read_xlsx("a.xlsx", data)))


def book(data: bytes) -> list[Draft]:
    found, messages = read_book(data)
    assert messages == []
    return found


HEADER: list[Cell] = ["title", "text", "date"]
DATES = '<numFmts><numFmt numFmtId="170" formatCode="{}"/></numFmts><cellXfs><xf/><xf numFmtId="{}"/></cellXfs>'


def test_tables_workbook_sheet_by_sheet() -> None:
    sheets = {
        "May": sheet(HEADER, ["Aground", LEAD, "2021-05-24"], [], ["Saved", SECOND, 44340]),
        "Counts": sheet(["port", "ships"], ["Veldmar", 12]),
        "June &amp; July": sheet(HEADER, ["Towed", LEAD, 20210601]),
    }
    found, messages = read_book(xlsx(sheets))
    assert [draft.path for draft in found] == ["a.xlsx#May!2", "a.xlsx#May!4", "a.xlsx#June & July!2"]
    assert [draft.published for draft in found] == ["2021-05-24", "2021-05-24T00:00:00", "2021-06-01"]
    assert len(messages) == 1
    assert messages[0].startswith("sheet 'Counts': no column with the text of articles")


def test_tables_workbook_strings() -> None:
    strings = [
        "<t>title</t>",
        "<t>text</t>",
        f"<r><t>{LEAD[:20]}</t></r><r><rPr><b/></rPr><t>{LEAD[20:]}</t></r><rPh sb='0' eb='1'><t>VELD</t></rPh>",
        "<t>Line one of it_x000D_\nand line two</t>",
    ]
    rows = [[("t='s'", f"<v>{i}</v>") for i in row] for row in ((0, 1), (3, 2))]
    found = book(xlsx({"A": sheet(*rows)}, strings))
    assert found[0].body == LEAD
    assert found[0].title == "Line one of it\r\nand line two"


@pytest.mark.parametrize(
    "code, number, is_date",
    [
        ("", "14", True),
        ("", "22", True),
        ("", "1", False),
        ("dd\\.mm\\.yyyy", "170", True),
        ("[$-409]d mmm yy;@", "170", True),
        ("#,##0 &quot;days&quot;", "170", False),
        ("General", "170", False),
        ("[Red]0.00", "170", False),
    ],
)
def test_tables_workbook_dates(code: str, number: str, is_date: bool) -> None:
    rows: list[list[Cell]] = [HEADER, ["Aground", LEAD, ("s='1'", "<v>10.5</v>")]]
    found = book(xlsx({"A": sheet(*rows)}, formats=DATES.format(code, number)))
    assert found[0].published == ("1900-01-09T12:00:00" if is_date else "10.5")


def test_tables_workbook_of_a_mac_counts_from_1904() -> None:
    rows: list[list[Cell]] = [HEADER, ["Aground", LEAD, ("s='1'", "<v>42878.25</v>")]]
    data = xlsx({"A": sheet(*rows)}, formats=DATES.format("", 14), properties='<workbookPr date1904="1"/>')
    assert book(data)[0].published == "2021-05-24T06:00:00"


def test_tables_workbook_formulas_errors_and_truth_values() -> None:
    row: list[Cell] = [("t='e'", "<v>#REF!</v>"), ("t='str'", f"<f>A1&amp;B1</f><v>{LEAD}</v>"), ("t='b'", "<v>1</v>")]
    found = book(xlsx({"A": sheet(HEADER, row)}))
    assert (found[0].title, found[0].body, found[0].published) == (None, LEAD, None)


def test_tables_workbook_cells_without_places() -> None:
    cells = "".join(f"<c t='inlineStr'><is><t>{text}</t></is></c>" for text in ("title", "text"))
    rows = f"<row>{cells}</row><row><c/><c t='inlineStr'><is><t>{LEAD}</t></is></c></row>"
    found = book(xlsx({"A": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'}))
    assert [(draft.path, draft.body) for draft in found] == [("a.xlsx#A!2", LEAD)]


def test_tables_workbook_strict() -> None:
    rows: list[list[Cell]] = [HEADER, ["Aground", LEAD, ("t='d'", "<v>2021-05-24</v>")]]
    found = book(xlsx({"A": sheet(*rows, space=STRICT)}, space=STRICT))
    assert (found[0].body, found[0].published) == (LEAD, "2021-05-24")


def test_tables_workbook_cut_cells() -> None:
    found, messages = read_book(xlsx({"A": sheet(HEADER, ["Cut", "x" * 32_767, ""])}))
    assert len(found) == 1
    assert "cut off" in messages[0]


def test_tables_workbook_of_openpyxl() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    made.active.append(HEADER)
    made.active.append(["Aground", LEAD, tables.datetime(2021, 5, 24, 10, 15)])
    out = BytesIO()
    made.save(out)
    found = book(out.getvalue())
    assert (found[0].path, found[0].published) == ("a.xlsx#Sheet!2", "2021-05-24T10:15:00")


GOOD = xlsx({"A": sheet(HEADER, ["Aground", LEAD, "2021"])}, ["<t>ship</t>"])


def test_tables_workbook_damaged() -> None:
    assert "damaged" in read_book(GOOD[:400])[1][0]
    cut = sheet(HEADER, *[["Aground", LEAD, "2021"]] * 9)[:-60]
    found, messages = read_book(xlsx({"A": cut}))
    assert "sheet 'A': this Excel file is damaged from here on" in messages[-1]
    assert len(found) <= 9
    assert "no sheet of cells" in read_book(xlsx({}))[1][0]


def test_tables_workbook_any_damage_is_read_or_reported() -> None:
    chance = random.Random(5)
    for _ in range(300):
        data = bytearray(GOOD)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found, messages = read_book(bytes(data))
        assert found or messages


@pytest.mark.parametrize("number", ["-1", "99", "x", "1" * 5000, "1e999", ""])
def test_tables_workbook_odd_numbers(number: str) -> None:
    row: list[Cell] = [("t='s'", f"<v>{number}</v>"), LEAD, ("s='7'", f"<v>{number}</v>")]
    found, _ = read_book(xlsx({"A": sheet(HEADER, row)}))
    assert found[0].body == LEAD


HOSTILE_BOOKS = {
    "entities": lambda: xlsx({"A": '<!DOCTYPE a [<!ENTITY a "ship">]>' + sheet(HEADER)}),
    "cells of one row": lambda: xlsx({"A": sheet(HEADER, ["a", LEAD, ("", "</c>" + "<c/>" * 9_000_000 + "<c>")])}),
    "strings": lambda: xlsx({"A": sheet(HEADER)}, ["<t>ä</t>"] * 2_500_000),
    "styles": lambda: xlsx({"A": sheet(HEADER)}, formats="<xf/>" * 9_000_000),
}


@pytest.mark.parametrize("kind", HOSTILE_BOOKS)
def test_tables_hostile_workbook_is_a_problem(kind: str) -> None:
    data = HOSTILE_BOOKS[kind]()
    began = time.monotonic()
    assert "not read" in read_book(data)[1][-1]
    assert time.monotonic() - began < 10


def test_tables_workbook_far_row() -> None:
    far = f'<row r="900000"><c r="B900000" t="inlineStr"><is><t>{LEAD}</t></is></c></row></sheetData>'
    found = book(xlsx({"A": sheet(HEADER).replace("</sheetData>", far)}))
    assert [draft.path for draft in found] == ["a.xlsx#A!900000"]
