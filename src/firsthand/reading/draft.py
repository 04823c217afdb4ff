"""What a format's reader hands on: an article as found, not yet cleaned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file gives it. ``published`` is the raw value of its date field."""

    path: str
    body: str
    title: str | None = None
    description: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: object = None
    language: str | None = None
