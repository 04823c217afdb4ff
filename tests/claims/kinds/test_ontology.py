import pytest

from firsthand.claims.kinds import ontology
from firsthand.claims.kinds.ontology import ACLED, PLOVER, of_texts

HEAD = 'gloss = "Something"\n[[senses]]\n'


def test_ontology_every_kind_has_a_gloss_and_a_pattern():
    for name, kind in ontology().kinds.items():
        assert kind.name == name
        assert kind.gloss
        assert any(kind.patterns.values()), name


def test_ontology_codes_are_those_of_plover_and_acled():
    for kind in ontology().kinds.values():
        for patterns in kind.patterns.values():
            assert {pattern.sense.plover for pattern in patterns} <= PLOVER | {""}
            assert {pattern.sense.acled.partition(": ")[0] for pattern in patterns} <= ACLED | {""}


def test_ontology_pattern_that_asks_for_more_goes_first():
    for rows in ontology().table.values():
        for patterns in rows.values():
            weights = [pattern.weight for pattern in patterns]
            assert weights == sorted(weights, reverse=True)


def test_ontology_reads_a_pattern():
    made = of_texts(
        {"thing.toml": HEAD + 'verbs = "set_off:+#weapon|cracker:!pass"\nroles = "place-#structure=patient"'}
    )
    (pattern,) = made.patterns("verbs", "set")
    assert (pattern.particle, pattern.sense.kind) == ("off", "thing")
    assert [(c.sign, c.words, c.wanted) for c in pattern.conditions] == [
        ("+", frozenset({"#weapon", "cracker"}), True),
        ("", frozenset({"pass"}), False),
    ]
    assert pattern.sense.roles == (("place", "structure", "patient"),)
    assert made.patterns("nouns", "set") == ()


def test_ontology_block_has_its_own_codes():
    made = of_texts({
        "thing.toml": 'gloss = "x"\nplover = "AID"\n[[senses]]\nverbs = "lend"\n[[senses]]\nverbs = "owe"\nplover = ""',
    })  # fmt: skip
    assert [made.patterns("verbs", verb)[0].sense.plover for verb in ("lend", "owe")] == ["AID", ""]


@pytest.mark.parametrize(
    "text, says",
    [
        ('gloss = "x"\ncolour = "red"\n[[senses]]\nverbs = "go"', "unknown key 'colour'"),
        (HEAD + 'verb = "go"', "unknown key 'verb'"),
        (HEAD + 'verbs = "go:+#spaceship"', "'spaceship'"),
        (HEAD + 'verbs = "go"\nplover = "DANCE"', "PLOVER has no 'DANCE'"),
        (HEAD + 'verbs = "go"\nacled = "Parties: Ball"', "ACLED has no 'Parties: Ball'"),
        (HEAD + 'verbs = "Go!"', "no pattern: 'Go!'"),
        (HEAD + 'verbs = "go:sometimes"', "no condition: 'sometimes'"),
        (HEAD + 'verbs = "go"\nroles = "subject=hero"', "no such role: 'subject=hero'"),
        (HEAD + 'verbs = "go"\nroles = "beside=patient"', "no such role: 'beside=patient'"),
        ('gloss = "x"', "senses"),
        ('[[senses]]\nverbs = "go"', "gloss"),
        ("gloss = ", "Invalid value"),
    ],
)
def test_ontology_error_names_the_file(text: str, says: str):
    with pytest.raises(ValueError, match=r"^thing\.toml: ") as error:
        of_texts({"thing.toml": text})
    assert says in str(error.value)


def test_ontology_no_two_kinds_share_a_pattern():
    one, other = HEAD + 'verbs = "go:>to|into:!pass"', HEAD + 'verbs = "go:!pass:>into|to"'
    with pytest.raises(ValueError, match=r"one\.toml") as error:
        of_texts({"other.toml": other, "one.toml": one})
    assert "other.toml" in str(error.value)


def test_ontology_senses_that_tell_no_event_go_first():
    made = of_texts({"aid.toml": HEAD + 'verbs = "give:+bread"', "other.toml": HEAD + 'verbs = "give:+view"'})
    assert [pattern.sense.kind for pattern in made.patterns("verbs", "give")] == ["other", "aid"]
