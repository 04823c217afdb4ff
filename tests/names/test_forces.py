from firsthand.names.forces import Band, bands
from firsthand.names.spans import Named


def read(text: str, *names: tuple[str, str]) -> list[Band]:
    mentions = []
    for name, kind in names:
        start = text.index(name)
        mentions.append(Named("d", start, start + len(name), name, kind))  # type: ignore[arg-type]
    return bands("d", text, sorted(mentions, key=lambda mention: mention.start))


def words(text: str, found: list[Band]) -> list[str]:
    return [text[band.start : band.end] for band in found]


def test_bands_read_nationality_and_role() -> None:
    text = "Hundreds of armed Chadian mercenaries left."
    (band,) = read(text, ("Chadian", "group"))
    assert (text[band.start : band.end], band.noun, band.nations) == ("armed Chadian mercenaries", "hired", ("Chad",))


def test_bands_read_nations_counted_together() -> None:
    text = "Chadian and Libyan fighters fled."
    found = read(text, ("Chadian", "group"), ("Libyan", "group"))
    assert words(text, found) == ["Chadian and Libyan fighters", "Libyan fighters"]
    assert found[0].nations == ("Chad", "Libya")


def test_bands_read_owners_and_sides() -> None:
    text = "Qasimi's forces met men loyal to Orlova and Chadian fighters backed by Tavira."
    found = read(text, ("Qasimi", "person"), ("Orlova", "person"), ("Chadian", "group"), ("Tavira", "place"))
    assert words(text, found) == ["Qasimi's forces", "men loyal to Orlova", "Chadian fighters backed by Tavira"]
    assert [band.owner and band.owner.text for band in found] == ["Qasimi", "Orlova", None]
    assert [band.side and band.side.text for band in found] == [None, None, "Tavira"]


def test_bands_read_names_inside_words() -> None:
    (band,) = read("Pro-Qasimi forces fled.")
    assert (band.prefix, band.bare) == ("Qasimi", False)


def test_bands_know_bare_and_definite() -> None:
    found = read("The fighters left. Fighters came.")
    assert [(band.bare, band.definite) for band in found] == [(True, True), (True, False)]


def test_bands_leave_names_alone() -> None:
    assert read("The Libyan National Army left.", ("Libyan National Army", "organisation")) == []
