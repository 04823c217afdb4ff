"""The whole way: same input, same bytes; any order; evidence for every row; one bad document costs no other."""

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from firsthand import claims, pipeline, reading
from firsthand.model import Brief, decode, encode, schema
from firsthand.pipeline import brief_of, brief_of_documents
from tests.conftest import EXAMPLE, article

Folder = Callable[..., Path]


def test_pipeline_same_input_gives_the_same_bytes(example: Brief):
    assert encode(brief_of([EXAMPLE])) == encode(example)


def test_pipeline_order_of_paths_does_not_matter(example: Brief):
    paths = sorted(EXAMPLE.iterdir())
    random.Random(3).shuffle(paths)
    assert encode(brief_of(paths)) == encode(example)


def test_pipeline_order_of_documents_changes_no_finding(example: Brief):
    documents, _ = reading.read([EXAMPLE])
    turned = brief_of_documents(documents[::-1])
    assert {entity.id for entity in turned.entities} == {entity.id for entity in example.entities}
    assert {claim.id for claim in turned.claims} == {claim.id for claim in example.claims}
    told = {finding.id: finding for finding in example.findings}
    assert {finding.id for finding in turned.findings} == set(told)
    for finding in turned.findings:
        assert (finding.verdict, finding.origins) == (told[finding.id].verdict, told[finding.id].origins)


def test_pipeline_brief_survives_json(example: Brief):
    written = encode(example)
    again = decode(written)
    assert again == example
    assert encode(again) == written


def test_pipeline_brief_fits_its_schema(example: Brief):
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(msgspec.to_builtins(schema())).validate(msgspec.json.decode(encode(example)))


def test_pipeline_offsets_stay_inside_the_documents(example: Brief):
    length = {report.id: len(report.text) for report in example.documents}
    spans = [(c.document, c.start, c.end) for c in example.claims]
    spans += [(c.document, r.start, r.end) for c in example.claims for r in c.roles]
    spans += [(c.document, q.start, q.end) for c in example.claims for q in c.quantities]
    spans += [(m.document, m.start, m.end) for entity in example.entities for m in entity.mentions]
    spans += [(v.document, v.start, v.end) for finding in example.findings for v in finding.values]
    for document, start, end in spans:
        assert 0 <= start < end <= length[document]


def test_pipeline_ids_lead_somewhere(example: Brief):
    documents = {report.id for report in example.documents}
    told = {claim.id: claim for claim in example.claims}
    entities = {entity.id for entity in example.entities}
    findings = {finding.id for finding in example.findings}
    assert len(told) == len(example.claims)
    assert len(findings) == len(example.findings)
    assert {value.claim for finding in example.findings for value in finding.values} <= told.keys()
    assert {role.entity for claim in example.claims for role in claim.roles} <= entities | {None}
    assert {link.a for link in example.links} | {link.b for link in example.links} <= documents
    assert {id for moment in example.timeline for id in moment.findings} <= findings
    for finding in example.findings:
        assert all(told[value.claim].document == value.document for value in finding.values)
        assert finding.documents == len({value.document for value in finding.values})
        assert 1 <= finding.origins <= len(finding.values)
        assert (finding.verdict == "single") == (finding.documents == 1)


def test_pipeline_copies_do_not_confirm(folder: Folder):
    place = folder(copy__json=article(url="https://other.example/tram", title="Tram off the rails"))
    made = brief_of([place])
    assert [link.kind for link in made.links] == ["copy"]
    assert {finding.origins for finding in made.findings if finding.documents == 2} == {1}


def test_pipeline_document_that_fails_costs_no_other(folder: Folder, monkeypatch: pytest.MonkeyPatch):
    place = folder(other__json=article(title="A second report", url="https://b.example/x"))
    sound = claims.extract

    def fragile(document, doc):  # type: ignore[no-untyped-def]
        if document.title == "A second report":
            raise RecursionError("too deep")
        return sound(document, doc)

    monkeypatch.setattr(pipeline.claims, "extract", fragile)
    made = brief_of([place])
    assert [report.title for report in made.documents] == ["Tram derails in Belmere"]
    assert [Path(problem.path).name for problem in made.errors] == ["other.json"]
    assert "too deep" in made.errors[0].message


def test_pipeline_foreign_document_is_listed_and_not_analysed(folder: Folder):
    place = folder()
    german = "Ein Schiff ist am Montag vor Veldmar auf Grund gelaufen, und neun Seeleute wurden von Booten gerettet."
    (place / "z.txt").write_text(f"{german}\n{german.replace('Montag', 'Dienstag')}", encoding="utf-8")
    brief = brief_of([place])
    assert [report.language for report in brief.documents] == ["en", "de"]
    foreign = brief.documents[1]
    assert german in foreign.text
    assert foreign.id not in {claim.document for claim in brief.claims}
    assert [error.message.split(":")[0] for error in brief.errors] == ["not analysed"]


def test_pipeline_of_nothing_is_an_empty_brief():
    made = brief_of_documents([])
    assert (made.documents, made.claims, made.findings, made.errors) == ((), (), (), ())
    assert decode(encode(made)) == made


def test_pipeline_of_one_document_has_only_single_findings(folder: Folder):
    made = brief_of([folder()])
    assert made.claims
    assert {finding.verdict for finding in made.findings} <= {"single"}


def test_pipeline_tells_its_progress(folder: Folder):
    told: list[str] = []
    brief_of([folder()], lambda stage, done, of: told.append(stage))
    assert told == ["reading good.json", "claims", "names", "lineage", "findings", "done"]
