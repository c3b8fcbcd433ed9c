"""Colour over black print: red seals and stamps, blue signatures, lifted off so that the print under them can be read.

In: a picture in colour.  Out: the picture in grey without its coloured marks, and whether it had any.
Promise: a picture without colour comes back as its plain grey; black print under a seal stays, also where it is tinged.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from pipeline.extract.image.ink import grey

_TINGE = 60
"""How far the strongest of red, green and blue must stand over the weakest: noise of JPEG reaches 30, a faded seal 70."""
_DARK = 110
"""The strongest colour of a point of black print; a seal's red has 150 and more, also where the print under it shines through."""
_LEAST = 0.0004
"""Share of the page's points from which colour is a mark and not dirt: a signature has 0.002, a seal 0.01."""
_MOST = 0.25
"""Share from which the page is a coloured picture or printed on coloured paper: nothing is lifted off it."""


def without_colour(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture in grey, its coloured marks gone, and whether there were any."""
    plain = grey(image)
    if image.mode in ("1", "L", "LA", "I", "I;16", "F"):
        return plain, False
    points: npt.NDArray[np.uint8] = np.asarray(image.convert("RGB"))
    strongest = points.max(axis=2)
    coloured = (strongest - points.min(axis=2) > _TINGE) & (strongest > _DARK)
    share = float(coloured.mean())
    if not _LEAST <= share <= _MOST:
        return plain, False
    levels = np.asarray(plain).copy()
    # The strongest channel of red ink is near that of paper, that of black print is not.
    levels[coloured] = np.maximum(levels[coloured], strongest[coloured])
    paper = int(np.percentile(levels, 75))
    levels[coloured & (strongest > 150)] = paper
    return Image.fromarray(levels), True
