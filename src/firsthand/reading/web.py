"""How addresses of the web are read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses are read.

    ``keep`` is the folder for the pages as they came (none: they are not kept). ``follow`` is whether the articles are
    fetched that feeds and site maps in FILES only point to; those of fetched ones always are. ``limit`` is the most
    pages that are fetched in one run. ``allow_private`` lets pages of private networks and of this machine be fetched.
    """

    keep: Path | None = None
    follow: bool = False
    limit: int = 100
    allow_private: bool = False
