import pytest

from firsthand.findings.units import base_unit, in_base_unit
from firsthand.model import Range


@pytest.mark.parametrize(("unit", "metres"), [("km", 1000), ("mile", 1609.344), ("foot", 0.3048)])
def test_units_lengths_compare_in_metres(unit: str, metres: float):
    assert base_unit(unit) == "metre"
    assert in_base_unit(Range(1, None), unit) == Range(metres, None)


def test_units_others_stay_what_they_are():
    assert base_unit("person") == "person"
    assert base_unit(None) is None
    assert in_base_unit(Range(3, 4), "person") == Range(3, 4)
