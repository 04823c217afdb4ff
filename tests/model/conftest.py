import pytest

from firsthand.model import Brief
from tests.report import sample


@pytest.fixture(scope="session")
def brief() -> Brief:
    return sample.brief()
