import firsthand.model
import firsthand.report


def test_report_exports_only_the_formats() -> None:
    assert firsthand.report.__all__ == ["FORMATS", "Format", "markdown", "page", "render", "terminal"]


def test_model_exports_are_there_once() -> None:
    names = firsthand.model.__all__
    assert all(hasattr(firsthand.model, name) for name in names)
    assert len(names) == len(set(names))
