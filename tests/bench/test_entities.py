import pytest
from bench.entities import CASES, b_cubed, ours, unmarked


def test_unmarked_gives_nested_marks() -> None:
    text, marks = unmarked("[[Qasimi|p.qasimi]'s men|o.men] left.")
    assert text == "Qasimi's men left."
    assert marks == [("p.qasimi", (0, 6)), ("o.men", (0, 12))]


def test_unmarked_refuses_an_open_mark() -> None:
    with pytest.raises(ValueError, match="without end"):
        unmarked("[Qasimi left.")


def test_b_cubed_counts_what_is_missed() -> None:
    assert b_cubed(["a", "a"], ["x", "x"])["f1"] == 100
    half = b_cubed(["a", "a"], ["x", None])
    assert (half["precision"], half["recall"], half["found"]) == (100, 50, 50)
    assert b_cubed(["a", "b"], ["x", "x"])["precision"] == 50


def test_cases_are_read() -> None:
    stories = list(ours(CASES))
    assert len(stories) == len(list(CASES.glob("*.toml")))
    assert [story.name[:2] for story in stories if story.held_out] == ["03", "06", "09", "12", "15"]
