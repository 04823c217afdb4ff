"""The sample brief with markup, scripts and terminal codes in everything that a document can bring along."""

import msgspec

from firsthand.model import Brief, Channel, Evidence, Problem, Removed, Report
from tests.report import sample

EVIL = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \x1b[31m\x07 \u202e [click](javascript:alert(3)) "
    "`*_#| &lt; </style></script>"
)


def brief() -> Brief:
    """A brief in which titles, outlets, names, texts, values and errors are all hostile."""
    made = sample.brief()
    findings = tuple(
        msgspec.structs.replace(
            finding,
            headline=EVIL,
            ask=EVIL,
            why=EVIL,
            witnesses=(EVIL,),
            channels=(EVIL,),
            unit=EVIL,
            values=tuple(
                msgspec.structs.replace(value, witness=EVIL, via=(EVIL,), start=0, end=len(EVIL))
                for value in finding.values
            ),
        )
        for finding in made.findings
    )
    return msgspec.structs.replace(
        made,
        documents=tuple(_report(report) for report in made.documents),
        findings=findings,
        entities=tuple(msgspec.structs.replace(entity, name=EVIL, role=EVIL) for entity in made.entities),
        claims=tuple(msgspec.structs.replace(claim, sentence=(0, 0)) for claim in made.claims),
        errors=(Problem(EVIL, None, EVIL),),
    )


def _report(report: Report) -> Report:
    return msgspec.structs.replace(
        report,
        text=EVIL + report.text,
        title=EVIL,
        outlet=EVIL,
        url="javascript:alert(4)",
        authors=(EVIL,),
        published=EVIL,
        channel=Channel(EVIL, Evidence(EVIL, EVIL)),
        removed=(Removed(EVIL, EVIL),),
    )
