"""Pages of the web, fetched politely and safely."""

__all__: list[str] = []
