"""Colour over black print: red seals and stamps, blue signatures, lifted off so that the print under them can be read.

In: a picture in colour.  Out: the picture in grey without its coloured marks, and whether it had any.
Promise: a picture without colour comes back as its plain grey; black print under a seal stays, also where it is tinged.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageFilter

from pipeline.extract.image.ink import grey

GREY = ("1", "L", "LA", "I", "I;16", "F")
"""Modes of pictures without colour."""
_TINGE = 60
"""How far the strongest of red, green and blue must stand over the weakest: noise of JPEG reaches 30, a faded seal 70."""
_FAINT = 18
"""The same at the rim of a coloured stroke, where it fades into paper: only near a coloured point it is believed."""
_RIM = 4
"""Pixels to each side of a coloured point that may be its rim; JPEG keeps colour in squares of 16."""
_DARK = 110
"""The strongest colour of a point of black print; a seal's red has 150 and more, also where the print under it shines through."""
_LEAST = 0.0004
"""Share of the page's points from which colour is a mark and not dirt: a signature has 0.002, a seal 0.01."""
_MOST = 0.25
"""Share from which the page is a coloured picture or printed on coloured paper: nothing is lifted off it."""


def without_colour(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture in grey, its coloured marks gone, and whether there were any."""
    plain = grey(image)
    if image.mode in GREY:
        return plain, False
    high, low = strongest_and_weakest(image)
    strongest = np.asarray(high)
    tinge = np.asarray(ImageChops.subtract(high, low))
    coloured = (tinge > _TINGE) & (strongest > _DARK)
    share = float(coloured.mean())
    if not _LEAST <= share <= _MOST:
        return plain, False
    levels = np.asarray(plain).copy()
    paper = int(np.percentile(levels, 75))
    coloured |= _around(coloured) & (tinge > _FAINT) & (strongest > _DARK)
    # The strongest channel of red ink is near that of paper, that of black print is not.
    levels[coloured] = np.maximum(levels[coloured], strongest[coloured])
    levels[coloured & (strongest > 150)] = paper
    return Image.fromarray(levels), True


def has_colour(image: Image.Image) -> bool:
    """Whether anything on a picture may be a coloured mark: a picture where nothing is may be made grey at once."""
    if image.mode in GREY:
        return False
    high, low = strongest_and_weakest(image)
    levels = ImageChops.subtract(high, low).histogram()
    return sum(levels[_TINGE + 1 :]) >= _LEAST / 2 * sum(levels)


def strongest_and_weakest(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Of each point the strongest and the weakest of red, green and blue."""
    red, green, blue = image.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue), ImageChops.darker(ImageChops.darker(red, green), blue)


def _around(coloured: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The coloured points and those near them."""
    wider = Image.fromarray(coloured.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(_RIM))  # far quicker than a filter of ranks
    return np.asarray(wider) > 0
