import numpy as np

from firsthand.language import embed


def test_embed_gives_unit_rows():
    rows = embed(["A bridge collapsed.", "Nobody was hurt."])
    assert rows.dtype == np.float32
    assert rows.shape == (2, 256)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_embed_puts_paraphrases_nearer():
    first, second, other = embed(
        [
            "Dozens died when a bomb exploded at the market.",
            "A blast in a bazaar killed many people.",
            "The bank raised interest rates.",
        ]
    )
    assert first @ second > first @ other + 0.2


def test_embed_gives_zero_without_tokens():
    rows = embed(["", "   "])
    assert not rows.any()
    assert embed([]).shape == (0, 256)


def test_embed_does_not_depend_on_neighbours():
    texts = ["The ship sank.", "The very long report says that the ship sank off the coast of Libya on Tuesday night."]
    assert np.array_equal(embed(texts)[0], embed(texts[:1])[0])
