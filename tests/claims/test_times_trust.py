import pytest

from firsthand.claims.times_trust import trusts_date
from firsthand.model import Document


def document(published: str | None, rule: str = "page metadata", modified: str | None = None) -> Document:
    return Document(id="d", path="d", text="", published=published, modified=modified, known_by={"published": rule})


@pytest.mark.parametrize("rule", ["date line", "page metadata datePublished", "JSON date_publish"])
def test_trust_in_a_stated_publication_date(rule: str):
    assert trusts_date(document("2019-03-13", rule))


@pytest.mark.parametrize("rule", ["PDF CreationDate", "column Load Date", "lastmod", "date in the address"])
def test_trust_not_in_the_date_of_something_else(rule: str):
    assert not trusts_date(document("2019-03-13", rule))


def test_trust_not_in_a_date_that_is_missing_or_after_a_change():
    assert not trusts_date(document(None))
    assert not trusts_date(document("2019-03-13", modified="2019-03-01"))
    assert trusts_date(document("2019-03-13", modified="2019-03-12T23:00"))
