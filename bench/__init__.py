"""Accuracy and speed, with the floors that CI holds: ``python -m bench SHARED``."""
