"""What becomes of a picture before it is read: what was done to it, the way back, the stamps found on it.

In: nothing.  Out: `Prepared`, and `Back`, the way of its points to those of the picture given.
Promise: a point of `Prepared.image` goes back to its place in the picture given, whatever was turned, straightened or scaled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image

from models.text import Box


class Back(NamedTuple):
    """The way from the prepared picture to the one given: x' = a*x + b*y + c, y' = d*x + e*y + f (pixels)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def box(self, box: Box) -> Box:
        """The upright box around the place of `box` in the picture given."""
        x0, top, x1, bottom = box
        corners = [(self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f) for x in (x0, x1) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def after(self, later: Back) -> Back:
        """The way back through two steps: first `later` (done last) is undone, then this one."""
        return Back(
            self.a * later.a + self.b * later.d,
            self.a * later.b + self.b * later.e,
            self.a * later.c + self.b * later.f + self.c,
            self.d * later.a + self.e * later.d,
            self.d * later.b + self.e * later.e,
            self.d * later.c + self.e * later.f + self.f,
        )


BACK_AS_IT_IS = Back(1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp, seal or mark that was lifted off the picture: its kind, and its place in the picture given (pixels)."""

    kind: str
    box: Box
    image: Image.Image | None = None
    """The stamp alone, upright, to be read by itself; None where there is nothing to read in it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The picture that the engine reads. `done` are Vietnamese clauses for the page's reason ("xoay 90°", "nắn 0,6°")."""

    image: Image.Image
    dpi: int
    back: Back = BACK_AS_IT_IS
    done: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    rules: tuple[Box, ...] = ()
    """Level and upright ruled lines that were taken out, as thin boxes in pixels of `image`: tables are found by them."""
    blank: bool = False
    """Nothing is printed on it: it need not be read."""
    trouble: str = ""
    """A Vietnamese clause where the picture cannot be made readable (a photograph too small or too slanted)."""
