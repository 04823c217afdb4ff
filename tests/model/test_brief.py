import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from firsthand.model import FORMAT, Brief, Channel, Document, Report, decode, encode, schema
from tests.report import sample

SCHEMA = Path(__file__).parents[2] / "docs" / "brief.schema.json"

# The keys that format 1 promises: more may be added, none may go or change its name.
PROMISED: dict[str, set[str]] = {
    "": {
        "format", "made_by", "documents", "links", "entities", "claims", "findings", "relations", "timeline", "errors",
    },
    "made_by": {"firsthand", "pipeline"},
    "documents": {
        "id", "path", "url", "outlet", "title", "published", "authors", "language", "text", "channel", "removed",
    },
    "documents.channel": {"name", "evidence"},
    "documents.channel.evidence": {"rule", "text"},
    "documents.removed": {"text", "rule"},
    "links": {"a", "b", "kind", "share", "direction", "passages"},
    "entities": {"id", "name", "kind", "mentions", "place"},
    "entities.mentions": {"document", "start", "end"},
    "entities.place": {"latitude", "longitude", "geonames"},
    "claims": {
        "id", "document", "start", "end", "kind", "roles", "quantities", "time", "place",
        "witness", "witness_entity", "via", "stance", "quoted",
    },
    "claims.roles": {"role", "start", "end", "entity"},
    "claims.quantities": {"start", "end", "low", "high", "unit", "of"},
    "claims.time": {"start", "end", "text"},
    "findings": {
        "id", "headline", "ask", "slot", "unit", "verdict", "why",
        "documents", "channels", "witnesses", "origins", "credibility", "values",
    },
    "findings.values": {"claim", "document", "start", "end", "low", "high", "value", "witness", "via", "stance"},
    "relations": {"subject", "relation", "object", "claims"},
    "timeline": {"start", "end", "findings", "claims"},
    "errors": {"path", "at", "message"},
}  # fmt: skip


def objects(data: Any, path: str) -> list[dict[str, Any]]:
    """Every object at a dotted path, through lists."""
    found = [data]
    for name in filter(None, path.split(".")):
        found = [inner for outer in found for inner in _inside(outer[name])]
    return found


def _inside(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def test_encode_decode_round_trip(brief: Brief) -> None:
    assert decode(encode(brief)) == brief


def test_encode_is_stable_byte_for_byte(brief: Brief) -> None:
    data = encode(brief)
    assert data == encode(sample.brief()) == encode(decode(data))
    assert data.endswith(b"}\n")
    assert json.loads(data)["format"] == FORMAT == "firsthand/brief@1"


def test_encode_writes_text_as_text(brief: Brief) -> None:
    assert "“We told them to go on Sunday" in encode(brief).decode("utf-8")


@pytest.mark.parametrize("path", PROMISED)
def test_encode_writes_every_promised_key(brief: Brief, path: str) -> None:
    found = objects(json.loads(encode(brief)), path)
    assert found, path
    for item in found:
        assert set(item) >= PROMISED[path]


def test_schema_accepts_the_brief_and_is_itself_valid(brief: Brief) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(encode(brief)))


def test_schema_refuses_an_unknown_verdict(brief: Brief) -> None:
    data = json.loads(encode(brief))
    data["findings"][0]["verdict"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(data)


def test_schema_is_published_as_it_is() -> None:
    """After a change of the types write it anew: ``python -m tests.model.test_brief``."""
    assert SCHEMA.read_text(encoding="utf-8") == published()


def test_decode_names_the_place_of_what_is_wrong() -> None:
    data = json.loads(encode(sample.brief()))
    data["findings"][0]["slot"] = 3
    with pytest.raises(msgspec.ValidationError, match=r"\$\.findings\[0\]\.slot"):
        decode(json.dumps(data).encode())


def test_decode_passes_over_keys_of_later_versions(brief: Brief) -> None:
    data = json.loads(encode(brief))
    data["findings"][0]["weather"] = "fog"
    assert decode(json.dumps(data).encode()) == brief


def test_report_of_a_document_keeps_all_of_it() -> None:
    document = Document("d1", "a.txt", "Fog.", title="Fog", authors=("A. Pell",))
    report = Report.of(document, Channel("AP"))
    assert all(getattr(report, name) == getattr(document, name) for name in document.__struct_fields__)
    assert report.channel == Channel("AP")


def published() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(published(), encoding="utf-8")
