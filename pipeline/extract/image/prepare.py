"""A picture of a page made ready for the engine: colour and shadow lifted off, turned, scaled to its letters, straightened.

In: the picture of a page, its resolution, the settings.  Out: `Prepared`.
Promise: only what measured better is done (docs/ocr.md): no sharpening, no black and white, no lines taken out.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PIL import Image

from pipeline.extract.image.ink import Mask, ink, letter_height
from pipeline.extract.image.prepared import BACK_AS_IT_IS, Back, Prepared
from pipeline.extract.image.rules import ruled_lines
from pipeline.extract.image.seals import has_colour, without_colour
from pipeline.extract.image.shadows import on_even_paper
from pipeline.extract.image.specks import specks
from pipeline.extract.image.upright import lies_on_its_side, skew, stands_on_its_head
from pipeline.extract.settings import ReadSettings

_LETTERS = 14.0
"""Pixels of height at which the engine reads small letters best: 13-point print at 155 dpi (trials in docs/ocr.md)."""
_LETTERS_ENLARGED = 16.0
"""The height wanted of letters that must be enlarged: they are soft, and blurred ones measure too high."""
_LEAST_DPI = 130
"""Resolution at which small letters of 12-point print are 11 pixels high: no sheet is made smaller, and none above it larger."""
_MOST_DPI = 200
"""Finer pictures are brought down to this first: nothing below needs more, and each step takes as long as it has points."""
_LEAST_SCALE, _MOST_SCALE = 0.5, 2.0
"""More than twice its size a picture gains no letters; far smaller than its print, it loses the small print of recipients."""
_NOT_WORTH = (0.8, 1.25)
"""Scales between these two cost a resampling and gain nothing."""
_LEAST_SKEW = 0.3
"""Degrees under which the engine itself follows the slope of a line."""
_BLANK = 0.00006
"""Share of ink of an empty page: dust and the shadow of a staple; a page with a number alone has 0.0001."""


def prepare(image: Image.Image, *, dpi: int, settings: ReadSettings) -> Prepared:
    """Make the picture of a page ready for the engine; `dpi` is the resolution it was given or rendered at.

    1. The same picture and settings always give the same result.
    2. `image` itself is not changed.
    3. Quarter turns, skew and scale are undone by `Prepared.back`.
    """
    image, first = _not_too_fine(image, dpi)
    dpi = min(dpi, _MOST_DPI)
    plain, had_colour = without_colour(image)
    done = ["bỏ dấu màu"] if had_colour else []
    plain, had_shadow = on_even_paper(plain)
    if had_shadow:
        done.append("xóa bóng")
    mask = ink(np.asarray(plain))
    if float(mask.mean()) < _BLANK:
        return Prepared(plain, dpi, done=tuple(done), back=first, blank=True)
    turned, turn, back, mask, slope = _turned(plain, mask)
    back = first.after(back)
    if turn:
        done.append(f"xoay {turn}°")
    slope = slope if abs(slope) >= _LEAST_SKEW else 0.0
    height = letter_height(_level(mask, slope))
    if height is None:
        slope = 0.0  # no lines of print, no slope
    elif (marks := specks(mask, height, dpi)).any():
        turned = Image.composite(Image.new("L", turned.size, 255), turned, Image.fromarray(marks))
        done.append("bỏ đốm bẩn")
    scale = _scale(height, dpi)
    if scale != 1.0:
        done.append(f"{'phóng' if scale > 1 else 'thu'} ×{scale:.2f}".replace(".", ","))
        turned = turned.resize((round(turned.width * scale), round(turned.height * scale)), Image.Resampling.LANCZOS)
        back = back.after(Back(1 / scale, 0.0, 0.0, 0.0, 1 / scale, 0.0))
    if slope:
        done.append(f"nắn {abs(slope):.1f}°".replace(".", ","))
        turned, straight = _straightened(turned, slope)
        back = back.after(straight)
    rules, _ = ruled_lines(ink(np.asarray(turned)))
    return Prepared(turned, round(dpi * scale), back, tuple(done), rules=tuple(rules))


def other_way_up(prepared: Prepared) -> Prepared:
    """The same picture stood on its head: for a page whose print does not make sense as it was turned."""
    image, back = _turned_by(prepared.image, 180)
    rules, _ = ruled_lines(ink(np.asarray(image)))
    done = (*prepared.done, "lật ngược lại 180°")
    return replace(prepared, image=image, back=prepared.back.after(back), done=done, rules=tuple(rules))


def _not_too_fine(image: Image.Image, dpi: int) -> tuple[Image.Image, Back]:
    if dpi <= _MOST_DPI:
        return image, BACK_AS_IT_IS
    scale = _MOST_DPI / dpi
    if image.mode == "RGB" and not has_colour(image):
        image = image.convert("L")  # a third of the work
    smooth = image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("L" if image.mode == "1" else "RGBA")
    # A wider filter is slower and no better here: 29 documents measured 4.21 % wrong characters, 4.24 by Lanczos' (docs/ocr.md).
    smaller = smooth.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    return smaller, Back(image.width / smaller.width, 0.0, 0.0, 0.0, image.height / smaller.height, 0.0)


def _turned(image: Image.Image, mask: Mask) -> tuple[Image.Image, int, Back, Mask, float]:
    """The picture with its lines across and upright, the turn clockwise in degrees, the way back, its mask and its slope."""
    # The borders of a wide table stand sharper than its few lines of print: only where print alone says so too, a page is turned.
    turn = 90 if lies_on_its_side(mask) and lies_on_its_side(mask & ~ruled_lines(mask)[1]) else 0
    upright = np.ascontiguousarray(np.rot90(mask, 3)) if turn else mask
    slope = skew(upright)  # the same for a page on its head
    level = _level(upright, slope)
    if stands_on_its_head(level & ~ruled_lines(level)[1]):
        turn, upright = turn + 180, np.ascontiguousarray(np.rot90(upright, 2))
    image, back = _turned_by(image, turn)
    return image, turn, back, upright, slope


def _turned_by(image: Image.Image, turn: int) -> tuple[Image.Image, Back]:
    width, height = image.size
    if turn == 90:
        return image.transpose(Image.Transpose.ROTATE_270), Back(0.0, 1.0, 0.0, -1.0, 0.0, float(height))
    if turn == 180:
        return image.transpose(Image.Transpose.ROTATE_180), Back(-1.0, 0.0, float(width), 0.0, -1.0, float(height))
    if turn == 270:
        return image.transpose(Image.Transpose.ROTATE_90), Back(0.0, -1.0, float(width), 1.0, 0.0, 0.0)
    return image, BACK_AS_IT_IS


def _level(mask: Mask, slope: float) -> Mask:
    if abs(slope) < _LEAST_SKEW:
        return mask
    picture = Image.fromarray(mask.astype(np.uint8) * 255).rotate(slope, Image.Resampling.NEAREST)
    return np.asarray(picture) > 0


def _scale(height: float | None, dpi: int) -> float:
    if height is None:
        return 1.0
    # Tables and headings are no measure of the print: sheets of a known size stay between two resolutions.
    most = _MOST_SCALE if dpi < _LEAST_DPI else 1.0
    wanted = _LETTERS if height * _NOT_WORTH[1] > _LETTERS else _LETTERS_ENLARGED
    scale = min(most, max(_LEAST_SCALE, _LEAST_DPI / dpi, wanted / height))
    return 1.0 if _NOT_WORTH[0] < scale < _NOT_WORTH[1] else scale


def _straightened(image: Image.Image, slope: float) -> tuple[Image.Image, Back]:
    """The picture turned back by its skew around its middle, at its size; the corners that come in are paper."""
    angle = math.radians(slope)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = image.width / 2, image.height / 2
    back = Back(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y)
    straight = image.transform(image.size, Image.Transform.AFFINE, tuple(back), Image.Resampling.BICUBIC, fillcolor=255)
    return straight, back
