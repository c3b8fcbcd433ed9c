"""Figures drawn stroke by stroke, as Vietnamese clerks write them: a 1 with a long flag, a 4 like an A or an H, a 2 with a loop.

In: a figure and a source of chance.  Out: its strokes as smooth lines in a box of height 1 (y grows downwards).
Promise: the same seed draws the same figure.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Stroke = tuple[tuple[float, float], ...]

SHAPES: dict[str, tuple[tuple[Stroke, ...], ...]] = {
    "0": (
        (((0.55, 0.0), (0.1, 0.25), (0.1, 0.75), (0.45, 1.0), (0.75, 0.75), (0.75, 0.25), (0.5, 0.0)),),
        (((0.3, 0.08), (0.08, 0.4), (0.25, 0.95), (0.6, 0.95), (0.75, 0.5), (0.55, 0.05), (0.25, 0.1)),),
        (((0.65, 0.1), (0.3, 0.05), (0.1, 0.5), (0.3, 1.0), (0.65, 0.8), (0.72, 0.3), (0.45, 0.0)),),
    ),
    "1": (
        (((0.4, 0.0), (0.35, 1.0)),),
        (((0.15, 0.35), (0.45, 0.0), (0.42, 1.0)),),
        (((0.0, 0.55), (0.45, 0.0), (0.4, 1.0)),),
        (((-0.15, 0.8), (0.45, 0.0), (0.38, 1.0)),),
        (((-0.2, 0.95), (0.15, 0.5), (0.5, 0.0), (0.4, 1.0)),),
        (((0.05, 0.55), (0.45, 0.0), (0.42, 0.98)), ((0.1, 1.0), (0.75, 1.0))),
    ),
    "2": (
        (((0.1, 0.25), (0.35, 0.0), (0.7, 0.15), (0.6, 0.5), (0.1, 1.0), (0.45, 0.95), (0.85, 0.97)),),
        (((0.1, 0.25), (0.4, 0.0), (0.72, 0.2), (0.5, 0.6), (0.15, 0.98), (0.05, 0.8), (0.3, 0.8), (0.55, 0.98), (0.95, 0.88)),),
        (((0.15, 0.2), (0.45, 0.0), (0.7, 0.25), (0.4, 0.7), (0.08, 0.95), (0.12, 0.75), (0.45, 0.9), (1.0, 1.0)),),
        (
            (
                (0.2, 0.3),
                (0.22, 0.12),
                (0.42, 0.0),
                (0.55, 0.15),
                (0.46, 0.5),
                (0.2, 0.88),
                (0.06, 0.95),
                (0.05, 0.83),
                (0.2, 0.83),
                (0.45, 0.97),
                (0.75, 0.88),
            ),
        ),
        (
            (
                (0.3, 0.28),
                (0.18, 0.2),
                (0.3, 0.03),
                (0.5, 0.05),
                (0.5, 0.35),
                (0.3, 0.72),
                (0.08, 0.97),
                (0.0, 0.86),
                (0.16, 0.83),
                (0.48, 1.0),
                (0.7, 0.92),
            ),
        ),
        (((0.12, 0.22), (0.3, 0.0), (0.5, 0.1), (0.42, 0.45), (0.12, 0.85), (0.0, 0.97), (0.12, 0.86), (0.35, 0.98), (0.62, 0.9)),),
        (((0.2, 0.3), (0.35, 0.02), (0.7, 0.1), (0.55, 0.55), (0.2, 0.9), (0.0, 0.95), (0.1, 0.78), (0.35, 0.85), (0.9, 1.02)),),
    ),
    "3": (
        (((0.12, 0.15), (0.4, 0.0), (0.65, 0.2), (0.3, 0.45), (0.7, 0.65), (0.5, 0.98), (0.05, 0.9)),),
        (((0.1, 0.02), (0.65, 0.02), (0.3, 0.4), (0.68, 0.6), (0.5, 0.97), (0.05, 0.9)),),
        (((0.15, 0.1), (0.5, 0.02), (0.6, 0.25), (0.28, 0.42), (0.3, 0.44), (0.65, 0.7), (0.3, 1.05), (-0.1, 0.95)),),
    ),
    "4": (
        (((0.35, 0.0), (0.05, 0.65), (0.85, 0.62)), ((0.62, 0.3), (0.58, 1.0))),
        (((0.6, 0.0), (0.02, 0.7), (0.95, 0.68)), ((0.62, 0.0), (0.6, 1.0))),
        (((0.0, 0.9), (0.55, 0.0), (0.6, 1.0)), ((0.0, 0.62), (0.9, 0.6))),
        (((0.2, 0.0), (0.12, 0.5), (0.8, 0.5)), ((0.75, 0.0), (0.68, 1.0))),
        (((0.1, 0.1), (0.12, 0.5), (0.6, 0.5), (0.68, 0.05), (0.62, 1.05)),),
    ),
    "5": (
        (((0.2, 0.05), (0.12, 0.42), (0.45, 0.38), (0.7, 0.65), (0.5, 0.97), (0.05, 0.92)), ((0.2, 0.05), (0.75, 0.02))),
        (((0.75, 0.02), (0.22, 0.05), (0.14, 0.45), (0.55, 0.4), (0.68, 0.72), (0.35, 1.0), (0.0, 0.9)),),
        (((0.3, 0.1), (0.2, 0.45), (0.55, 0.5), (0.55, 0.9), (0.05, 1.0)), ((0.35, 0.05), (1.0, -0.05))),
    ),
    "6": (
        (((0.6, 0.02), (0.2, 0.35), (0.1, 0.8), (0.4, 1.0), (0.68, 0.78), (0.45, 0.55), (0.12, 0.7)),),
        (((0.45, 0.0), (0.12, 0.5), (0.2, 0.95), (0.55, 0.95), (0.6, 0.65), (0.35, 0.58), (0.15, 0.75)),),
    ),
    "7": (
        (((0.05, 0.05), (0.7, 0.03), (0.3, 1.0)),),
        (((0.05, 0.18), (0.1, 0.03), (0.72, 0.05), (0.45, 0.5), (0.3, 1.0)),),
        (((0.05, 0.15), (0.12, 0.03), (0.7, 0.05), (0.3, 1.0)), ((0.15, 0.52), (0.78, 0.48))),
        (((0.05, 0.1), (0.4, 0.06), (0.7, 0.0), (0.55, 0.4), (0.45, 1.05)), ((0.2, 0.5), (0.8, 0.46))),
    ),
    "8": (
        (((0.65, 0.12), (0.4, 0.0), (0.18, 0.2), (0.6, 0.6), (0.55, 0.95), (0.2, 0.95), (0.15, 0.7), (0.6, 0.3), (0.65, 0.1)),),
        (
            ((0.4, 0.0), (0.18, 0.22), (0.4, 0.45), (0.62, 0.22), (0.4, 0.0)),
            ((0.4, 0.45), (0.1, 0.75), (0.4, 1.0), (0.7, 0.75), (0.4, 0.45)),
        ),
    ),
    "9": (
        (((0.6, 0.2), (0.35, 0.0), (0.1, 0.25), (0.3, 0.5), (0.6, 0.3), (0.62, 0.15), (0.55, 1.0)),),
        (((0.62, 0.15), (0.3, 0.02), (0.12, 0.3), (0.35, 0.48), (0.62, 0.2), (0.58, 0.75), (0.3, 1.05), (-0.05, 0.95)),),
        (((0.55, 0.1), (0.2, 0.05), (0.15, 0.4), (0.45, 0.4), (0.6, 0.1), (0.5, 0.7), (0.2, 1.1)),),
    ),
}
"""Ways to write each figure, as strokes through these points."""

_STEPS = 8
_SHARP = {"1", "4", "7"}
"""Figures of straight strokes: their corners stay corners."""


def figure_strokes(figure: str, chance: np.random.Generator, *, way: int | None = None) -> list[Points]:
    """One drawing of a figure: a way of writing it, its points moved a little."""
    ways = SHAPES[figure]
    strokes = ways[int(chance.integers(len(ways))) if way is None else way]
    loose = float(chance.uniform(0.0, 0.07))
    wide = float(chance.uniform(0.7, 1.15))
    return [
        _smooth(np.array(stroke) * (wide, 1.0) + chance.normal(0, loose, (len(stroke), 2)), figure in _SHARP) for stroke in strokes
    ]


def scribble(chance: np.random.Generator) -> list[Points]:
    """Strokes that are no figure: zigzags, waves and crossings-out."""
    points = int(chance.integers(4, 12))
    wide = float(chance.uniform(0.8, 2.5))
    xs = np.sort(chance.uniform(0, wide, points)) if chance.random() < 0.6 else chance.uniform(0, wide, points)
    return [_smooth(np.stack([xs, chance.uniform(0, 1, points)], axis=1), bool(chance.random() < 0.3))]


def slanted(strokes: list[Points], lean: float, turn: float) -> list[Points]:
    """The strokes leaning to the right by `lean` (a share of the height) and turned by `turn` radians."""
    cos, sin = math.cos(turn), math.sin(turn)
    ways = np.array([[cos, sin], [-sin - lean * cos, cos]])
    return [(stroke - (0.35, 0.5)) @ ways + (0.35, 0.5) for stroke in strokes]


def _smooth(points: Points, sharp: bool) -> Points:
    """A curve through the points (Catmull-Rom); straight lines with a slight bow where corners are sharp."""
    if sharp or len(points) < 3:
        return points
    ends = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    t = np.linspace(0, 1, _STEPS, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(ends[:-3], ends[1:-2], ends[2:-1], ends[3:], strict=True):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.concatenate([*parts, points[-1:]])
