"""Lineage: whose wording a document is, and who took over whose."""

from firsthand.lineage.channels import channels
from firsthand.lineage.linking import links

__all__ = ["channels", "links"]
