"""The way through, in one screen: from paths to a brief."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from spacy.tokens import Doc

import firsthand
from firsthand import claims, findings, language, lineage, names, reading
from firsthand.claims.relations import find_ties
from firsthand.model import Brief, Claim, Document, Entity, MadeBy, Problem, Report, Tie, Whereabouts

Progress = Callable[[str, int, int], None]
BATCH = 16
READS = "en"
_SAME_WITNESS = 0.8  # likeness of names from which two witnesses are one


def brief_of(
    paths: Sequence[str | Path],
    progress: Progress = lambda stage, done, of: None,
    web: reading.Web | None = None,
    processes: int | None = None,
    gazetteer: names.Gazetteer | None = None,
) -> Brief:
    """Reads the paths and makes the brief of their documents, taken as one story.

    ``progress`` is told the stage, how much of it is done, and of how much. ``web`` says how addresses are fetched,
    ``processes`` how many may read files, ``gazetteer`` where places are (else the shipped one does). What could not be
    read stands in ``errors``.
    """
    documents, problems = reading.read(
        paths, progress=lambda path: progress("reading " + Path(path).name, 0, 0), web=web, processes=processes
    )
    return brief_of_documents(documents, problems, progress, gazetteer)


def brief_of_documents(
    documents: Sequence[Document],
    problems: Sequence[Problem] = (),
    progress: Progress = lambda stage, done, of: None,
    gazetteer: names.Gazetteer | None = None,
) -> Brief:
    """The brief of documents that are already read."""
    gazetteer = gazetteer or names.Gazetteer()
    errors = list(problems)
    foreign = [document for document in documents if document.language not in (None, READS)]
    errors += map(_not_analysed, foreign)
    english = [document for document in documents if document.language in (None, READS)]
    parsed = {item.document.id: item for item in _parsed(english, errors, progress)}
    shown = [document for document in documents if document.id in parsed or document in foreign]
    documents = [document for document in documents if document.id in parsed]
    progress("names", 0, 1)
    told = [claim for document in documents for claim in parsed[document.id].claims]
    docs = {id: item.doc for id, item in parsed.items()}
    entities = names.resolve(docs, [document.id for document in documents], gazetteer, claims=told)
    told = names.link(told, entities)
    ties = [tie for document in documents for tie in parsed[document.id].ties]
    progress("lineage", 0, 1)
    sentences = {id: [(s.start_char, s.end_char) for s in item.doc.sents] for id, item in parsed.items()}
    links = lineage.links(documents, sentences, language.embed)
    channels = lineage.channels(documents, links)
    progress("findings", 0, 1)
    material = findings.Material(
        documents={document.id: document for document in documents},
        claims=told,
        entities=entities,
        links=links,
        channels=channels,
        embed=language.embed,
        contains=partial(_contains, {entity.id: entity for entity in entities}, gazetteer),
        same_witness=_same_witness,
    )
    found = findings.find(material)
    progress("done", 1, 1)
    return Brief(
        made_by=MadeBy(firsthand.__version__, language.PIPELINE, gazetteer.made_of),
        documents=tuple(Report.of(document, channels.get(document.id)) for document in shown),
        links=tuple(links),
        entities=tuple(entities),
        claims=tuple(told),
        findings=tuple(found),
        relations=tuple(findings.relations(ties, told, entities)),
        timeline=tuple(findings.timeline(found, told)),
        whereabouts=tuple(
            place for document in documents for place in whereabouts(document, parsed[document.id].doc, gazetteer)
        ),
        errors=tuple(errors),
    )


def _not_analysed(document: Document) -> Problem:
    return Problem(
        document.path,
        None,
        f"not analysed: written in {document.language!r}, and firsthand reads English; it is listed with its text",
    )


@dataclass(frozen=True)
class _Parsed:
    document: Document
    doc: Doc
    claims: list[Claim]
    ties: list[Tie]


def _parsed(documents: Sequence[Document], errors: list[Problem], progress: Progress) -> Iterator[_Parsed]:
    """Parses and reads the claims of each document; one that fails becomes a problem beside the others."""
    docs = language.parse((document.text for document in documents), batch=BATCH)
    for k, (document, doc) in enumerate(zip(documents, docs, strict=True)):
        progress("claims", k, len(documents))
        try:
            yield _Parsed(document, doc, claims.extract(document, doc), find_ties(document.id, doc))
        except Exception as error:  # one bad document must not cost the others
            errors.append(
                Problem(document.path, None, f"could not be analysed ({type(error).__name__}: {error}); it is left out")
            )


def whereabouts(document: Document, doc: Doc, gazetteer: names.Gazetteer) -> list[Whereabouts]:
    """Places that a document tells by others; most documents tell none, and their toponyms are not looked for."""
    text = doc.text
    if not names.tells_whereabouts(text):
        return []
    toponyms = names.find_toponyms(doc, gazetteer)
    placings = names.place_toponyms(text, toponyms, gazetteer)
    return names.find_whereabouts(document.id, text, toponyms, placings, gazetteer)


def _contains(entities: dict[str, Entity], gazetteer: names.Gazetteer, outer: str, inner: str) -> bool:
    one, other = gazetteer.get(entities[outer].name), gazetteer.get(entities[inner].name)
    return one is not None and other is not None and names.contains(one, other)


def _same_witness(a: str, b: str) -> bool:
    return names.same_name(a.partition(" (")[0], b.partition(" (")[0]) >= _SAME_WITNESS
