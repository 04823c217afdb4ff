"""The same matter side by side: from claims and links to findings with verdicts and origins."""

from firsthand.findings.find import Material, find
from firsthand.findings.relations import relations
from firsthand.findings.timeline import timeline

__all__ = ["Material", "find", "relations", "timeline"]
