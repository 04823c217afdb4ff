"""Patterns that are looked for only in lines that hold certain pieces of text find what they found without them."""

import pytest

from firsthand.reading.patterns import Needing, marks

LINES = (
    ("caption", "The quay after the fire (Reuters)"),
    ("caption", "The quay after the fire [Harbour Pix/Supplied]"),
    ("caption", "The quay after the fire (SOURCE: Harbour office)"),
    ("caption", "The quay after the fire. Picture by Lena Brock"),
    ("caption", "The quay after the fire | Video: Veldmar Post"),
    ("caption", "The quay after the fire. Photograph: Lena Brock"),
    ("caption", "© Veldmar Post"),
    ("caption", "The quay after the fire via Getty Images"),
    ("caption", "Hide Caption The quay after the fire"),
    ("caption_exact", "The quay after the fire REUTERS/Lena Brock"),
    ("caption_exact", "VELDMAR, MORLAND - MAY 3, 2021: The quay after the fire"),
    ("caption_exact", "The quay after the fire (Lena Brock / Harbour Pix)."),
    ("caption_unpunctuated", "Ines Tolland (pictured last year) and her crew"),
    ("caption_unpunctuated", "Ines Tolland, Pictured here, and her crew"),
    ("caption_unpunctuated", "Ines Tolland (left) and her crew"),
    ("caption_unpunctuated", "The crew in this undated image"),
    ("caption_unpunctuated", "File photo of the crew"),
    ("caption_unpunctuated", "The picture shows the crew"),
    ("credit_inside", "Veldmar Post 2021. All rights reserved."),
    ("credit_inside", "Tom Askwith in Estrand contributed to this report."),
)


@pytest.mark.parametrize(("name", "line"), LINES)
def test_patterns_needing_pieces_find(name: str, line: str) -> None:
    needing: Needing = getattr(marks(), name)
    assert needing.pattern.search(line)
    assert needing.found(line, line.lower())


def test_patterns_needing_pieces_are_not_looked_for_without_them() -> None:
    assert not marks().caption.found("The quay after the fire", "the quay after the fire")
