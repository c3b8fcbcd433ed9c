"""Coloured ink on paper: round seals with a star and letters around it, framed stamps of one or several lines.

In: words, a colour, a size.  Out: pictures on white that are laid over a sheet as ink is: print under them still shows.
Promise: nothing is drawn by chance; the same words give the same pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

__all__ = ["BLACK", "RED", "Stamp", "laid_on", "round_seal", "stamped"]

Colour = tuple[int, int, int]
FACE = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf")
WHITE: Colour = (255, 255, 255)
RED: Colour = (205, 38, 48)
BLACK: Colour = (25, 25, 25)
POINT_MARGIN = 5.0
"""Points between the frame of a stamp and its words."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A framed stamp on the first page: its lines, its place (left and top as shares of the page), its size in points, its turn."""

    lines: tuple[str, ...]
    place: tuple[float, float]
    colour: Colour = RED
    points: float = 14.0
    turn: float = 0.0


def laid_on(sheet: Image.Image, ink: Image.Image, place: tuple[int, int]) -> Image.Image:
    """The sheet with ink on it: where both are dark, both show."""
    over = Image.new("RGB", sheet.size, WHITE)
    over.paste(ink, place)
    return ImageChops.multiply(sheet, over)


def stamped(stamp: Stamp, dpi: int) -> Image.Image:
    """The stamp as it is left on paper."""
    font = ImageFont.truetype(str(FACE), round(stamp.points * dpi / 72))
    margin, line = round(POINT_MARGIN * dpi / 72), round(stamp.points * 1.35 * dpi / 72)
    width = max(round(font.getlength(words)) for words in stamp.lines) + 4 * margin
    image = Image.new("RGB", (width, line * len(stamp.lines) + 2 * margin), WHITE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, image.width - 2, image.height - 2), outline=stamp.colour, width=max(2, dpi // 60))
    for number, words in enumerate(stamp.lines):
        middle = (image.width / 2, margin + line * (number + 0.5))
        draw.text(middle, words, font=font, fill=stamp.colour, anchor="mm")
    return image.rotate(stamp.turn, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def round_seal(size: int, owner: str, colour: Colour = RED) -> Image.Image:
    """A seal of `size` pixels: two rings, a star, the owner's name along the inner ring."""
    image = Image.new("RGB", (size, size), WHITE)
    draw = ImageDraw.Draw(image)
    middle = size / 2
    for radius, thick in ((0.49, 0.016), (0.46, 0.006), (0.31, 0.006)):
        reach = radius * size
        draw.ellipse(
            (middle - reach, middle - reach, middle + reach, middle + reach), outline=colour, width=max(1, round(thick * size))
        )
    draw.polygon([_at(middle, (0.13 if corner % 2 == 0 else 0.05) * size, 36.0 * corner) for corner in range(10)], fill=colour)
    words = (owner or "SƠN KHÊ").upper()
    font = ImageFont.truetype(str(FACE), round(0.095 * size))
    step = min(300.0 / len(words), 16.0)
    for number, letter in enumerate(words):
        angle = (number - (len(words) - 1) / 2) * step
        image = ImageChops.multiply(image, _letter(letter, font, colour, size, angle))
    return image


def _letter(letter: str, font: ImageFont.FreeTypeFont, colour: Colour, size: int, angle: float) -> Image.Image:
    """One letter upright at the top of the ring, then the ring turned to its place."""
    ring = Image.new("RGB", (size, size), WHITE)
    ImageDraw.Draw(ring).text((size / 2, 0.115 * size), letter, font=font, fill=colour, anchor="mm")
    return ring.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=WHITE)


def _at(middle: float, radius: float, angle: float) -> tuple[float, float]:
    turn = math.radians(angle)
    return middle + radius * math.sin(turn), middle - radius * math.cos(turn)
