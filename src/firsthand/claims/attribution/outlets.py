"""Which phrases name a news organisation: somebody told in public, who passes it on."""

from firsthand.claims.attribution.lexicon import media
from firsthand.claims.attribution.view import View


def news_organisation(view: View, first: int, last: int) -> str | None:
    """The news organisation that a phrase names, or None."""
    names, words = media()
    while first < last and view.pos[first] in {"DET", "ADP"}:
        first += 1
    text = view.words(first, last).strip(" ,.")
    low = text.lower()
    if low in names or low.removeprefix("the ") in names:
        return text
    capital = any(view.raw[k][:1].isupper() for k in range(first, last))
    parts = low.split()
    if (
        capital
        and parts
        and (set(parts) & words or any(" ".join(parts[:n]) in names for n in range(1, len(parts) + 1)))
    ):
        return text
    if parts in (["local", "media"], ["state", "media"], ["state", "television"]) or (
        len(parts) <= 3 and parts and parts[-1] in {"media", "radio", "tv"}
    ):
        return text
    return None
