"""firsthand reads many reports of one event and says what is known first hand."""

__version__ = "0.1.0"
