"""What becomes of a picture before it is read: what was done to it, the way back, the stamps found on it.

In: the picture of a page, its resolution, the settings.  Out: `Prepared`.
Promise: a point of `Prepared.image` goes back to its place in the picture given, whatever was turned, straightened or scaled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image

from models.text import Box
from pipeline.extract.settings import ReadSettings


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


def prepare(image: Image.Image, *, dpi: int, settings: ReadSettings) -> Prepared:
    """Make the picture of a page ready for the engine; `dpi` is the resolution it was given or rendered at.

    1. The same picture and settings always give the same result.
    2. `image` itself is not changed.
    3. `settings.ocr` says how much effort is wanted (`OcrMode.DEFAULT` or `CAREFUL`).
    """
    return Prepared(image, dpi)
