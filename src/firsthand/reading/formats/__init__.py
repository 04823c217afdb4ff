"""One module a format, each from its bytes or its text to drafts of articles."""

__all__: list[str] = []
