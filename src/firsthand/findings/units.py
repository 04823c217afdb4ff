"""Units that measure one dimension, so that numbers in unlike units can be compared."""

from collections.abc import Mapping

from firsthand.model import Range

_BASE: Mapping[str, tuple[str, float]] = {
    "km": ("metre", 1000), "m": ("metre", 1), "metre": ("metre", 1), "meter": ("metre", 1), "cm": ("metre", 0.01),
    "mile": ("metre", 1609.344), "yard": ("metre", 0.9144), "foot": ("metre", 0.3048), "ft": ("metre", 0.3048),
    "inch": ("metre", 0.0254), "second": ("day", 1 / 86400), "minute": ("day", 1 / 1440), "hour": ("day", 1 / 24),
    "day": ("day", 1), "night": ("day", 1), "week": ("day", 7), "month": ("day", 30.44), "year": ("day", 365.25),
    "decade": ("day", 3652.5),
}  # fmt: skip


def base_unit(unit: str | None) -> str | None:
    """The unit that a unit's dimension is compared in; itself where it is compared with its like only."""
    return _BASE[unit][0] if unit is not None and unit in _BASE else unit


def in_base_unit(value: Range, unit: str | None) -> Range:
    """The range in the base unit."""
    factor = _BASE[unit][1] if unit is not None and unit in _BASE else 1.0
    return Range(None if value.low is None else value.low * factor, None if value.high is None else value.high * factor)
