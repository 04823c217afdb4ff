"""Accuracy and speed, with the floors that CI holds: ``python -m bench SHARED``."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program itself sets it; before anything imports numpy
