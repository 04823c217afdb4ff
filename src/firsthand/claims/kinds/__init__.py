"""Kinds of event: what sort of thing a clause or a noun tells of (``data/kinds``, one file a kind)."""

from firsthand.claims.kinds.ontology import OTHER, Kind, Sense, ontology
from firsthand.claims.kinds.senses import STATE, kind_of, kind_of_noun, sense_of

__all__ = ["OTHER", "STATE", "Kind", "Sense", "kind_of", "kind_of_noun", "ontology", "sense_of"]
