"""How far a figure may be chance: resampling whole documents.

In: the scores of documents.  Out: the interval in which 95 of 100 resampled figures lie.
Promise: the same scores and seed give the same interval; documents are drawn whole, for the errors of one document hang together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from pipeline.evaluate.measure import Measure

__all__ = ["interval"]

_DRAWS = 2000
"""Enough for two stable decimals at the 2.5 % ends: 50 draws lie beyond each."""

_SEED = 2025
_TAIL = 0.025


def interval(measures: Sequence[Measure], figure: Callable[[Measure], float], *, seed: int = _SEED) -> tuple[float, float]:
    """The interval of a figure (such as the micro F1) of these documents; (1, 1) where there are none."""
    if not measures:
        return 1.0, 1.0
    chance = random.Random(seed)
    figures = sorted(figure(sum(chance.choices(measures, k=len(measures)), Measure())) for _ in range(_DRAWS))
    cut = int(_TAIL * _DRAWS)
    return figures[cut], figures[-cut - 1]
