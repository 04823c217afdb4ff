"""What stands in a text but is nobody's wording of the story: page furniture, agency notices, words under pictures."""

import re
import tomllib
from functools import cache
from importlib.resources import files


def is_furniture(sentence: str) -> bool:
    """Whether a sentence or line begins like the page's own words."""
    return _patterns()["furniture"].match(sentence) is not None


def is_caption(line: str) -> bool:
    """Whether a line looks like the words under a picture: a photo credit at its end, "File - ", "This photo shows"."""
    return bool(_patterns()["caption_start"].match(line) or _patterns()["caption_end"].search(line[-160:]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(files("firsthand.lineage").joinpath("data/not_wording.toml").read_text(encoding="utf-8"))
    lead = {"furniture": r"\W*", "caption_start": r"\W*", "caption_end": ""}
    return {
        name: re.compile(f"{lead[name]}(?:{'|'.join(f'(?:{p})' for p in patterns)})", re.IGNORECASE)
        for name, patterns in data.items()
    }
