"""A rich brief made by hand from examples/harbour-fire: every verdict and most kinds of link, stance and slot."""

import json
import re
from pathlib import Path

from firsthand.model import (
    Brief,
    Channel,
    Claim,
    Entity,
    Evidence,
    Finding,
    Link,
    MadeBy,
    Mention,
    Moment,
    Part,
    Place,
    Problem,
    Quantity,
    Relation,
    Removed,
    Report,
    Role,
    Stance,
    TimeValue,
    Value,
    Verdict,
    identity,
)

STORY = Path(__file__).parents[2] / "examples" / "harbour-fire"
TARVO, BRANDT, LINDGREN = "eTarvo", "eBrandt", "eLindgren"
_NAMES = {TARVO: "Elena Tarvo", BRANDT: "Marcus Brandt", LINDGREN: "Peter Lindgren"}
_NUMERIC = {"count", "money", "distance", "duration"}


def reports() -> tuple[Report, ...]:
    """The six documents of the example, as reading would give them."""
    made = []
    for path in sorted(STORY.iterdir()):
        raw = path.read_text(encoding="utf-8")
        number = int(path.name[:2])
        if path.suffix == ".json":
            data = json.loads(raw)
            title, body = data["title"], data["text"]
        elif path.suffix == ".html":
            title = re.findall(r"<h1>(.*?)</h1>", raw)[0]
            body = "\n".join(re.findall(r"<article>.*</article>", raw, re.DOTALL)[0].split("<p>")[1:]).replace(
                "</p>", ""
            )
            body = "\n".join(line.strip() for line in re.sub(r"<[^>]+>", "", body).splitlines() if line.strip())
            data = {"url": f"https://{path.stem}.example.com", "date_publish": "2023-03-14T12:45:00", "authors": []}
        else:
            title = "Cargo vessel blows up in Orvanian port, slaying nine"
            body = "\n".join(raw[raw.index("PORT VARESK") : raw.index("Share this")].split("\n\n")).strip()
            data = {"url": None, "date_publish": None, "authors": []}
        made.append(_report(number, path, f"{title}\n{body}", title, data))
    return tuple(made)


def _report(number: int, path: Path, text: str, title: str, data: dict[str, object]) -> Report:
    outlet = ["AP", "AP", "The Northern Ledger", None, "Melbridge Courier", "Inland Post"][number - 1]
    wire = Channel("AP", Evidence("byline", "The Associated Press"))
    channel = [wire, wire, wire, Channel("AP", Evidence("cited wire", "The Associated Press")), None, None][number - 1]
    removed = (
        (Removed("Log in\nUsername\nPassword", "login form"), Removed("Leave a Reply", "furniture"))
        if number == 4
        else ()
    )
    return Report(
        id=identity("d", path.name),
        path=f"examples/harbour-fire/{path.name}",
        url=data["url"],  # type: ignore[arg-type]
        outlet=outlet,
        title=title,
        published=data["date_publish"],  # type: ignore[arg-type]
        authors=tuple(data["authors"]),  # type: ignore[arg-type]
        language="en",
        text=text,
        channel=channel or Channel(outlet, Evidence("own report", "")),
        removed=removed,
        parts=(Part(0, len(title), "title"), Part(len(title) + 1, len(text), "body")),
    )


class Builder:
    """Collects claims and findings whose words are looked up in the documents."""

    def __init__(self) -> None:
        """Starts from the example's documents."""
        self.reports = reports()
        self.claims: list[Claim] = []
        self.findings: list[Finding] = []

    def value(
        self,
        number: int,
        words: str,
        low: float | None = None,
        high: float | None = None,
        text: str | None = None,
        witness: str | None = None,
        via: tuple[str, ...] = (),
        stance: Stance = "asserts",
    ) -> Value:
        """What document ``number`` says with ``words``; the claim is the sentence's line."""
        low, high = (None if end is None else float(end) for end in (low, high))
        dated = text if text and text[0].isdigit() else "2023-03-14"
        report = self.reports[number - 1]
        start = report.text.index(words)
        line = report.text.rfind("\n", 0, start) + 1
        end = report.text.find("\n", start)
        claim = Claim(
            id=identity("c", number, start, words),
            document=report.id,
            start=start,
            end=start + len(words),
            kind="report",
            predicate="say",
            trigger=(start, start + 3),
            roles=(Role("agent", start, start + 3, witness if witness in _NAMES else None),),
            quantities=(Quantity(start, start + len(words), low, high, unit="person"),) if low or high else (),
            time=TimeValue(dated, dated, words, (start, start + len(words)), "day"),
            witness=_NAMES.get(witness or "", witness),
            witness_entity=witness if witness in _NAMES else None,
            via=via,
            stance=stance,
            sentence=(0, 0) if number % 2 else (line, end if end > 0 else len(report.text)),
            made_by="test",
        )
        self.claims.append(claim)
        return Value(claim.id, report.id, start, start + len(words), low, high, text, claim.witness, via, stance)

    def find(
        self,
        headline: str,
        ask: str,
        slot: str,
        unit: str | None,
        verdict: Verdict,
        origins: int,
        *values: Value,
        why: str = "",
    ) -> None:
        """A finding of those values."""
        documents = {value.document for value in values}
        channels = {report.channel.name for report in self.reports if report.id in documents and report.channel}
        self.findings.append(
            Finding(
                id=identity("f", headline),
                headline=headline,
                ask=ask,
                slot=slot,  # type: ignore[arg-type]
                unit=unit,
                verdict=verdict,
                why=why,
                documents=len(documents),
                channels=tuple(sorted(name for name in channels if name)),
                witnesses=tuple(sorted({value.witness for value in values if value.witness})),
                origins=origins,
                credibility=1 if origins > 1 else 2,
                values=values,
            )
        )


def brief() -> Brief:
    """The sample brief."""
    build = Builder()
    _numbers(build)
    _words(build)
    ids = [report.id for report in build.reports]
    found = {finding.headline: finding.id for finding in build.findings}
    return Brief(
        made_by=MadeBy("0.1.0", "en_firsthand 1.0.0"),
        documents=build.reports,
        links=(
            Link(ids[0], ids[1], "version", 0.71, "a-to-b", ((0, 20, 0, 20),), "shared passages, later date"),
            Link(ids[0], ids[2], "copy", 1.0, "a-to-b", ((56, 200, 41, 185),), "same text"),
            Link(ids[0], ids[3], "spun", 0.92, "a-to-b", (), "synonyms in place"),
            Link(ids[1], ids[2], "version", 0.65, "unknown"),
            Link(ids[4], ids[5], "quotes", 0.0, "unknown"),
        ),
        entities=_entities(build),
        claims=tuple(build.claims),
        findings=tuple(build.findings),
        relations=(Relation("eCorvane", "employs", LINDGREN, (build.claims[-1].id,)),),
        timeline=(
            Moment("2023-03-12", "2023-03-12", (found["The Lady Orla was ordered to leave the quay on Sunday"],), ()),
            Moment("2023-03-14", "2023-03-15", (found["11 people were killed"],), (build.claims[-1].id,)),
        ),
        errors=(Problem("examples/harbour-fire/07-broken.json", 12, "not JSON: expected ',' delimiter"),),
    )


def _entities(build: Builder) -> tuple[Entity, ...]:
    def mentions(name: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(report.id, match.start(), match.end())
            for report in build.reports
            for match in re.finditer(re.escape(name), report.text)
        )

    return (
        Entity(TARVO, "Elena Tarvo", "person", mentions("Tarvo"), None, "harbour master", ("Tarvo",)),
        Entity(BRANDT, "Marcus Brandt", "person", mentions("Brandt"), None, "fire chief"),
        Entity(LINDGREN, "Peter Lindgren", "person", mentions("Lindgren"), None, "spokesman of Corvane Shipping"),
        Entity("eCorvane", "Corvane Shipping", "organisation", mentions("Corvane")),
        Entity("eVaresk", "Port Varesk", "place", mentions("Port Varesk"), Place(58.25, -3.5, None)),
    )


def _numbers(build: Builder) -> None:
    of = build.value
    build.find(
        "11 people were killed", "How many people were killed?", "count", "person", "revised", 2,
        of(1, "nine people", 9, 9, witness="officials"),
        of(2, "11 people", 11, 11, witness=BRANDT),
        of(3, "nine people", 9, 9, witness="officials"),
        of(4, "nine individuals", 9, 9, witness="authorities"),
        of(5, "11 people", 11, 11),
        of(6, "At least 11 people", 11, None),
        why="two editions of one AP story: nine, then 11",
    )  # fmt: skip
    build.find(
        "300 tons of ammonium nitrate", "How much ammonium nitrate did the ship carry?", "count", "ton", "conflict", 3,
        of(1, "300 tons", 300, 300, witness=TARVO),
        of(2, "300 tons", 300, 300, witness=TARVO),
        of(3, "300 tons", 300, 300, witness=TARVO),
        of(4, "300 tons", 300, 300, witness=TARVO),
        of(5, "450 tons", 450, 450, witness=TARVO, via=("Reuters",)),
        of(6, "300 tons", 300, 300, witness=LINDGREN),
        why="Elena Tarvo is quoted with 300 by AP and with 450 by Reuters",
    )  # fmt: skip
    build.find(
        "The ship lay 150 m from the fuel depot", "How far was the ship off the depot?", "distance", "m", "conflict", 2,
        of(1, "150 meters", 150, 150, witness=BRANDT),
        of(2, "150 meters", 150, 150, witness=BRANDT),
        of(3, "150 meters", 150, 150, witness=BRANDT),
        of(4, "150 meters", 150, 150, witness=BRANDT),
        of(5, "400 metres", 400, 400),
        why="150 m and 400 m cannot both be true",
    )  # fmt: skip
    build.find(
        "About 2,000 people were evacuated", "How many people were evacuated?", "count", "person", "compatible", 2,
        of(1, "About 2,000 residents", 1800, 2200, witness=BRANDT),
        of(2, "About 2,000 residents", 1800, 2200, witness=BRANDT),
        of(4, "Around 2,000 inhabitants", 1800, 2200, witness=BRANDT),
        of(5, "Between 1,800 and 2,200 people", 1800, 2200, witness="the city council"),
        why="the ranges overlap",
    )  # fmt: skip
    build.find(
        "52 people were injured", "How many people were injured?", "count", "person", "compatible", 2,
        of(1, "more than 40", 41, None, witness="officials"),
        of(2, "52", 52, 52, witness="officials"),
        of(5, "about 50 injured people", 45, 55, witness="Doctors"),
        of(6, "52 were injured", 52, 52),
    )  # fmt: skip
    build.find(
        "Corvane Shipping paid $4.2 million for the ship", "What was paid for the ship?", "money", "USD", "single", 1,
        of(6, "$4.2 million", 4.2e6, 4.2e6, witness="court records"),
    )  # fmt: skip


def _words(build: Builder) -> None:
    of = build.value
    build.find(
        "Sparks from welding started the fire", "What started the fire?", "event", None, "disputed", 2,
        of(1, "Sparks from a welder's torch started the fire", witness=TARVO),
        of(2, "Sparks from a welder's torch started the fire", witness=TARVO),
        of(3, "Sparks from a welder's torch started the fire", witness=TARVO),
        of(4, "Sparks from a welder's torch began the blaze", witness=TARVO),
        of(5, "sparks from welding work had started the fire", witness=TARVO, via=("Reuters",)),
        of(6, "Nobody was welding on the Lady Orla that morning", witness=LINDGREN, stance="denies"),
        why="Elena Tarvo asserts it, Peter Lindgren denies it",
    )  # fmt: skip
    build.find(
        "The Lady Orla was ordered to leave the quay on Sunday", "When was it told to leave?", "time", None, "agree", 1,
        of(1, "on Sunday", text="2023-03-12", witness=TARVO),
        of(2, "on Sunday", text="2023-03-12", witness=TARVO),
        of(3, "on Sunday", text="2023-03-12", witness=TARVO),
        of(4, "on Sunday", text="2023-03-12", witness=TARVO),
        of(5, "on Sunday", text="2023-03-12", witness=TARVO, via=("Reuters",)),
    )  # fmt: skip
    build.find(
        "Windows broke 20 km away", "How far away did windows break?", "distance", "km", "agree", 2,
        of(1, "as far as 20 kilometers", 20, 20),
        of(2, "as far as 20 kilometers", 20, 20),
        of(3, "as far as 20 kilometers", 20, 20),
        of(5, "as far as 20 kilometres", 20, 20),
    )  # fmt: skip
    build.find(
        "Ilse Harrow declared three days of mourning", "Who declared mourning?", "person", None, "agree", 2,
        of(2, "Prime Minister Ilse Harrow", text="Ilse Harrow"),
        of(5, "Prime Minister Ilse Harrow", text="Ilse Harrow"),
    )  # fmt: skip
    build.find(
        "The captain was detained at his hotel", "Was the captain detained?", "event", None, "single", 1,
        of(6, "the captain, Henrik Aasen, had been detained at his hotel", witness="The prosecutor"),
    )  # fmt: skip
