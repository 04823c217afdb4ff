"""The article's lines told from the page's furniture."""

__all__: list[str] = []
