from pathlib import Path

from firsthand.claims.kinds import ontology

PAGE = Path(__file__).parents[3] / "docs" / "kinds.md"


def test_docs_table_is_the_data_s():
    rows = [f"| {k.name} | {k.gloss} | {k.plover} | {k.acled} |" for k in ontology().kinds.values()]
    told = (
        PAGE.read_text("utf-8").split("| kind | what it is | PLOVER | ACLED |\n|---|---|---|---|\n")[1].split("\n\n")[0]
    )
    assert told.splitlines() == rows
