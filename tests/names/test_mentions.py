import pytest

from firsthand.names import Gazetteer
from firsthand.names.mentions import read
from firsthand.names.spans import trimmed
from tests.names.conftest import marked


@pytest.mark.parametrize(
    ("text", "kind", "name", "title"),
    [
        ("the Harbour Board's", "organisation", "Harbour Board", None),
        ("Mayor Lena Orlova", "person", "Lena Orlova", "Mayor"),
        ("“Lena Orlova”", "person", "Lena Orlova", None),
        ("Colonel Pilot Anton Berg", "person", "Anton Berg", "Colonel Pilot"),
        ("Tavira’s", "place", "Tavira", None),
        ("Mrs. Berg", "person", "Berg", "Mrs."),
        ("Orlan\nSport", "organisation", "Orlan", None),
    ],
)
def test_trimmed_leaves_the_name(text: str, kind: str, name: str, title: str | None) -> None:
    start, end, found = trimmed(text, 0, len(text), kind)  # type: ignore[arg-type]
    assert (text[start:end], found) == (name, title)


def test_read_picks_up_missed_mentions() -> None:
    doc = marked("[Orlan|ORG] said so. Later Orlan denied it, and Orlans are others.")
    assert [mention.start for mention in read({"d": doc}, {"d": doc.text}, ["d"], Gazetteer())] == [0, 21]
