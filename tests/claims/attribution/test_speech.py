import pytest

from tests.claims.attribution.conftest import Told, told_in


@pytest.mark.parametrize(
    "text, content",
    [
        ("“We lost the herd,” Marta Lund said.", "“We lost the herd,”"),
        ("“We lost the herd,” said Marta Lund.", "“We lost the herd,”"),
        ("Marta Lund said: “We lost the herd.”", "“We lost the herd.”"),
        ("“We lost the herd,” Marta Lund said, “and the barn.”", "“We lost the herd,” … “and the barn.”"),
        (
            "“The water rose in an hour,” Marta Lund said. “We lost the herd.”",
            "“The water rose in an hour,” … “We lost the herd.”",
        ),
    ],
)
def test_speech_quotation_around_its_cue(text: str, content: str) -> None:
    assert told_in(text) == [Told("Marta Lund", content)]


@pytest.mark.parametrize(
    "text, witness, content",
    [
        ("“Why did nobody come?” Tomas Brek asked.", "Tomas Brek", "“Why did nobody come?”"),
        ("“Why?” Tomas Brek asked. “Who gave the order?”", "Tomas Brek", "“Why?” … “Who gave the order?”"),
        ("“Get out!” Marta Lund shouted.", "Marta Lund", "“Get out!”"),
        ("“Stop!” shouted a guard. “The bridge is mined!”", "guard", "“Stop!” … “The bridge is mined!”"),
        ("“Where is my son?” asked Maria Brek, a widow.", "Maria Brek (widow)", "“Where is my son?”"),
        (
            "“How many more must die?” Marta Lund wrote in a letter to the council.",
            "Marta Lund",
            "“How many more must die?”",
        ),
    ],
)
def test_speech_question_or_shout_before_its_cue(text: str, witness: str, content: str) -> None:
    assert told_in(text) == [Told(witness, content)]


def test_speech_question_before_another_sentence() -> None:
    text = "“Who opened the gate?” the judge asked. Tomas Brek said he did not know."
    assert told_in(text) == [Told("judge", "“Who opened the gate?”"), Told("Tomas Brek", "he did not know")]


@pytest.mark.parametrize(
    "text, content",
    [
        (
            "“We left at dawn,” Marta Lund said at 4 p.m. “Nobody slept.”",
            "“We left at dawn,” … “Nobody slept.”",
        ),
        (
            "“We left at dawn,” Marta Lund told Brek & Co. “Nobody slept.”",
            "“We left at dawn,” … “Nobody slept.”",
        ),
        ("“We left at 4 a.m.,” Marta Lund said. “Nobody slept.”", "“We left at 4 a.m.,” … “Nobody slept.”"),
    ],
)
def test_speech_goes_on_after_an_abbreviation(text: str, content: str) -> None:
    assert told_in(text) == [Told("Marta Lund", content)]


def test_speech_over_paragraphs() -> None:
    text = "“The water rose in an hour,” Marta Lund said. “Nobody slept.\n“We lost the herd and the barn.”"
    assert told_in(text) == [
        Told("Marta Lund", "“The water rose in an hour,” … “Nobody slept. … “We lost the herd and the barn.”")
    ]


def test_speech_new_paragraphs_have_the_last_speaker() -> None:
    text = "Marta Lund said the flood came at dawn.\n“The water rose in an hour.\n“We lost the herd and the barn.”"
    assert told_in(text) == [
        Told("Marta Lund", "the flood came at dawn"),
        Told("Marta Lund", "“The water rose in an hour. … “We lost the herd and the barn.”"),
    ]


def test_speech_belongs_to_a_person_introduced_since() -> None:
    text = "Marta Lund said the water rose.\nTomas Brek, a shepherd, walked through the mud. “We lost all we had.”"
    assert told_in(text)[-1] == Told("Tomas Brek (shepherd)", "“We lost all we had.”")


@pytest.mark.parametrize(
    "text, witness",
    [
        ("Tomas Brek shrugged: “The bank will wait.”", "Tomas Brek"),
        ("The statement from the council reads: “The bank will wait.”", "statement from the council"),
        ("The council's letter was short:\n“The bank will wait for us.”", "council's letter"),
    ],
)
def test_speech_led_in_by_a_colon(text: str, witness: str) -> None:
    assert [told.witness for told in told_in(text)] == [witness]


@pytest.mark.parametrize("text", ["“The bank will wait.”", "He lives in the “old town” near the river."])
def test_speech_nobody_speaks(text: str) -> None:
    assert told_in(text) == []


def test_speech_next_speaker_is_kept_apart() -> None:
    text = "“We lost the herd,” Marta Lund said, “and we cannot pay.” Tomas Brek said the bank would wait."
    assert told_in(text) == [
        Told("Marta Lund", "“We lost the herd,” … “and we cannot pay.”"),
        Told("Tomas Brek", "the bank would wait"),
    ]
