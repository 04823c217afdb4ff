from collections.abc import Callable, Sequence

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.lineage import channels, links
from firsthand.model import Document

from .conftest import FERRY, RIVAL, SPUN, SPUN_SOURCE

ODD = ("", "“", "(AP)", "Reuters", "By", "x" * 300, "© 2031", '" said " he', "\u2029", "— AFP", "…")
lines = st.lists(st.sampled_from((*FERRY, *RIVAL, *SPUN, *SPUN_SOURCE, *ODD)), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(lines, min_size=2, max_size=4))
def test_links_and_channels_hold(texts: list[list[str]], embed: Callable[[Sequence[str]], np.ndarray]) -> None:
    documents = [Document(id=f"d{k}", path=f"{k}", text="\n".join(text)) for k, text in enumerate(texts)]
    found = links(documents, {}, embed)
    by_id = {d.id: d for d in documents}
    assert found == links(documents[::-1], {}, embed)
    for link in found:
        assert link.a < link.b
        assert 0 <= link.share <= 1
        for start, end, other_start, other_end in link.passages:
            assert 0 <= start < end <= len(by_id[link.a].text)
            assert 0 <= other_start < other_end <= len(by_id[link.b].text)
    assert channels(documents, found).keys() == by_id.keys()
