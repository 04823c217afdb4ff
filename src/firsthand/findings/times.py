"""Times as intervals: whether two expressions can mean one time."""

from typing import Literal

from firsthand.model import TimeValue

TimeRelation = Literal["same", "within", "overlap", "apart", "unknown"]
_LIKENESS = {"same": 1.0, "within": 0.6, "overlap": 0.3, "apart": -1.0, "unknown": 0.0}


def interval(time: TimeValue) -> tuple[str, str] | None:
    """First and last minute (ISO, comparable as strings), or ``None`` if the time is not resolved."""
    if time.start is None or time.end is None:
        return None
    return (_full(time.start, "T00:00"), _full(time.end, "T23:59"))


def _full(stamp: str, rest: str) -> str:
    if stamp.startswith("T"):
        return "0000-00-00" + stamp
    return stamp if "T" in stamp else stamp + rest


def time_relation(a: TimeValue, b: TimeValue) -> TimeRelation:
    """How two times stand to each other; symmetric. A clock time without its day compares only with another such."""
    one, other = interval(a), interval(b)
    if one is None or other is None or (one[0] < "0001") != (other[0] < "0001"):
        return "unknown"
    if one == other:
        return "same"
    if max(one[0], other[0]) > min(one[1], other[1]):
        return "apart"
    if (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1]):
        return "within"
    return "overlap"


def time_likeness(a: TimeValue, b: TimeValue) -> float:
    """1 for the same time, -1 for times that cannot be one, between for coarser and finer."""
    found = time_relation(a, b)
    if found == "unknown" and a.text.lower() == b.text.lower():
        return 1.0
    return _LIKENESS[found]
