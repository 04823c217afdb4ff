"""Every bench as figures by name, in percent, words a second, seconds or times; one bench a data set."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOSTILE = 400  # made files; all 2,000 take four minutes
REUSE_PAIRS = 40  # pairs of each kind; all 5,000 pairs take a quarter of an hour
_PRINTED_ATTRIBUTION = {
    "precision": r"t=0\.3: precision (\S+)",
    "speech": r"t=0\.3:.* F1 with speech (\S+)",
    "speech exactly": r"t=0\.8:.* F1 with speech (\S+)",
    "outermost": r"outermost, t=0\.3: F1 with speech (\S+)",
    "outermost exactly": r"outermost, t=0\.8: F1 with speech (\S+)",
    "source": r"source overlaps gold: (\S+)",
    "cue": r"cue overlaps gold: (\S+)",
}
_PRINTED_TIMES = {"found": r"found\s+F1 (\S+)%", "value": r"value\s+(\S+)%"}
_LANGUAGE = ("tokens", "sentences", "upos", "uas", "las", "ner mentions", "ner names", "ner names untyped")


@dataclass(frozen=True)
class Figure:
    """A measured value; ``unit`` is %, words/s, s, x or what is counted. ``less`` is set where less is better."""

    name: str
    value: float
    unit: str = "%"
    less: bool = False


@dataclass(frozen=True)
class Bench:
    """A bench, and the part of SHARED that it needs."""

    name: str
    needs: str
    run: Callable[[Path], Iterable[Figure]]


def _speed(stories: Path) -> Iterable[Figure]:
    from bench.speed import measure

    units = {"values_share": "% of parse", "times_spacy": "x", "cold_seconds": "s", "cold_cpu_seconds": "s"}
    for name, value in measure(stories).items():
        yield Figure(name, value, units.get(name, "/s"), less=name in units)


def _stories(stories: Path) -> Iterable[Figure]:
    from bench.stories import measure, table

    together, each = measure(stories)
    print(table(together, each), file=sys.stderr)
    return _shares(together)


def _incidents(folder: Path) -> Iterable[Figure]:
    from bench.incidents import measure

    for name, value in measure(folder).items():
        yield Figure(name.removeprefix("incidents_"), 100 * value, less=name.endswith("made_up"))


def _names(folder: Path) -> Iterable[Figure]:
    from bench.names import measure

    return _shares({name.removeprefix("names_"): value for name, value in measure(folder).items()})


def _entities(stories: Path) -> Iterable[Figure]:
    from bench.entities import measure

    for name, figures in measure(stories).items():
        yield from (Figure(f"{name} {share}", value) for share, value in figures.items())


def _places(folder: Path) -> Iterable[Figure]:
    from bench.places import measure

    figures = measure(folder).items()
    return _shares({name.removeprefix("places_"): value for name, value in figures if not name.endswith("_km")})


def _reuse(archive: Path) -> Iterable[Figure]:
    from bench.reuse import measure

    for kind, figures in measure(str(archive), REUSE_PAIRS).items():
        name = kind.lstrip("0123456789-").removesuffix("-obfuscation")
        if "no-plagiarism" in kind:
            yield Figure("false alarms", 100 * figures["flagged"], less=True)
        else:
            yield Figure(f"{'verbatim' if name == 'no' else name} plagdet", 100 * figures["plagdet"])


def _language(data: Path) -> Iterable[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "figures.json"
        _printed("bench.language", data, "--json", out)
        told = json.loads(out.read_text("utf-8"))
    yield from (Figure(name, told[name]) for name in _LANGUAGE)
    yield Figure("words per second", told["words per second"], "words/s")
    yield Figure("load", told["load s"], "s", less=True)


def _attribution(folder: Path) -> Iterable[Figure]:
    text = _printed("bench.attribution", folder)
    return _shares(_found(_PRINTED_ATTRIBUTION, text))


def _cases(_: Path) -> Iterable[Figure]:
    from bench.cases import measure

    for name, shares in measure().items():
        yield from (Figure(f"{name} {share}", value) for share, value in shares.items())


def _kinds(_: Path) -> Iterable[Figure]:
    from bench.kinds import measure

    for name, shares in measure().items():
        yield from (Figure(name if share == "kind" else f"{name} {share}", value) for share, value in shares.items())


def _relations(data: Path) -> Iterable[Figure]:
    from bench.relation_cases import measure as cases
    from bench.relation_cases import story
    from bench.relations import measure

    yield from (Figure(f"re3d {name}", value) for name, value in measure(data).items())
    yield from (Figure(f"{part} f1", rates["f1"]) for part, rates in cases().items())
    yield Figure("libya-2020 f1", story(data.parent / "stories" / "libya-2020")[0]["f1"])


def _events(folder: Path) -> Iterable[Figure]:
    from bench import muc, plover

    yield from (Figure(f"plover {name}", value) for name, value in plover.measure(folder / "plover-gsr.json").items())
    yield from (Figure(f"muc {name}", value) for name, value in muc.measure(folder / "muc" / "dev.json").items())


def _speakers(folder: Path) -> Iterable[Figure]:
    from bench.speakers import measure

    return [Figure(name, value) for name, value in measure(folder.parents[1], ("dev", "test", "train")).items()]


def _quantities(stories: Path) -> Iterable[Figure]:
    from bench.quantities import measure

    units = {"wrong values": "values", "share_of_parse": "% of parse", "times_share_of_parse": "% of parse"}
    for name, value in measure(stories):
        yield Figure(name, value, units.get(name, "%"), less=name in units)


def _counted(_: Path) -> Iterable[Figure]:
    from bench.counted import measure

    for name, shares in measure().items():
        yield from (Figure(f"{name} {share}", value) for share, value in shares.items())


def _times(archive: Path) -> Iterable[Figure]:
    return [Figure(name, value) for name, value in _found(_PRINTED_TIMES, _printed("bench.times", archive)).items()]


def _reading(shared: Path) -> Iterable[Figure]:
    from bench.reading import FIELDS, bare, measure, rate, rate_together, table

    tallies = measure(shared)
    print(table(tallies), file=sys.stderr)
    for form in ("html", "dump", "html held out", "dump held out"):
        yield from (Figure(f"{form} {name}", value) for name, value in tallies[form].figures().items())
    for form in ("html held out", "dump held out"):
        yield from (Figure(f"{form} {one}", tallies[form].share(f"{one} right", f"{one} asked")) for one in FIELDS)
    yield Figure("bare sentences", bare(shared))
    yield Figure("pages per second", rate(shared), "/s")
    yield Figure("pages per second, two processes", rate_together(shared), "/s")


def _hostile(_: Path) -> Iterable[Figure]:
    from bench.hostile import measure

    units = {"slowest_s": "s", "peak_mib": "MiB", "inputs": "files"}
    for name, value in measure(HOSTILE).items():
        yield Figure(name, value, units.get(name, "files"), less=name != "inputs")


BENCHES = (
    Bench("speed", "stories", _speed),
    Bench("stories", "stories", _stories),
    Bench("reading", ".", _reading),
    Bench("hostile", ".", _hostile),
    Bench("incidents", "data/incidents", _incidents),
    Bench("language", "data", _language),
    Bench("attribution", "data/attribution/dev", _attribution),
    Bench("cases", "", _cases),
    Bench("kinds", "", _kinds),
    Bench("relations", "data", _relations),
    Bench("events", "data/events", _events),
    Bench("speakers", "data/ud", _speakers),
    Bench("quantities", "stories", _quantities),
    Bench("counted", "", _counted),
    Bench("names", "data/names", _names),
    Bench("entities", "stories", _entities),
    Bench("places", "data/places", _places),
    Bench("times", "data/times/aquaint-timeml.tar.xz", _times),
    Bench("reuse", "data/reuse/pan13-train.tar.xz", _reuse),
)


def _shares(shares: Mapping[str, float]) -> list[Figure]:
    return [Figure(name, 100 * value) for name, value in shares.items()]


def _printed(module: str, *arguments: object) -> str:
    """What a bench prints, run in a process of its own."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return done.stdout


def _found(patterns: Mapping[str, str], text: str) -> dict[str, float]:
    """The numbers that the patterns find; KeyError names one that is not printed (any more)."""
    found = {}
    for name, pattern in patterns.items():
        match = re.search(pattern, text)
        if match is None:
            raise KeyError(f"the bench prints no {name!r}")
        found[name] = float(match[1])
    return found
