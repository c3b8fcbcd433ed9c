"""Prints a PDF and scans it: grey paper, noise, a slight skew, a round red seal over the signature, stamps where they are wanted.

In: a PDF with a text layer, a seed, stamps for its first page.  Out: a PDF of pictures, 200 dots per inch, without any text.
Promise: the same PDF, seed and stamps give the same pixels; nothing of the print is moved, taken away or written anew.
"""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from corpus.generator.ink import RED, Stamp, laid_on, round_seal, stamped

__all__ = ["MOST_SKEW", "SCAN_DPI", "print_and_scan"]

SCAN_DPI = 200
"""What office machines send by default."""
MOST_SKEW = 0.8
"""Degrees by which a sheet lies askew in a feeder; the settings of a feeder allow 1."""
PAPER, INK = 236, 38
"""Levels of paper and of print on a scan in grey: neither is white or black."""
NOISE = 7.0
"""Standard deviation of the sensor's noise, in levels of 256."""
SPECKS = 250
"""Specks of dust on a sheet."""
BLUR = 0.6
"""Radius in pixels by which the glass softens the edges of letters."""
QUALITY = 70
"""JPEG quality of the pictures that scanners put into PDF."""
SEAL_POINTS = 102.0
"""Diameter of a seal: 36 mm."""
ENDING = "Nơi nhận:"
"""Stands level with the authority of the signer: the seal is set down right of it and a little below."""


def print_and_scan(pdf: Path, out: Path, seed: str, *, owner: str = "", stamps: Sequence[Stamp] = ()) -> Path:
    """Write the scan of `pdf` to `out`; `owner` stands around the seal, `stamps` lie on the first page."""
    chance = random.Random(seed)
    noise = np.random.default_rng(zlib.crc32(seed.encode()))
    source = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(source)):
        sheet = _printed(source[number], owner)
        for stamp in stamps if number == 0 else ():
            sheet = laid_on(sheet, stamped(stamp, SCAN_DPI), _place(sheet, stamp))
        pages.append(_scanned(sheet, chance, noise))
    source.close()
    day = time.gmtime(1735689600)  # 2025-01-01: a fixed time stamp keeps the bytes the same
    options = {"resolution": SCAN_DPI, "quality": QUALITY, "title": "scan", "creationDate": day, "modDate": day}
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], **options)
    return out


def _printed(page: pypdfium2.PdfPage, owner: str) -> Image.Image:
    """The page on paper, in colour, with the seal where the page is signed."""
    sheet = page.render(scale=SCAN_DPI / 72).to_pil().convert("RGB")
    ending = _ending(page)
    if ending is None:
        return sheet
    seal = round_seal(round(SEAL_POINTS * SCAN_DPI / 72), owner, RED)
    left, top = sheet.width * 0.53, ending * SCAN_DPI / 72 + 4
    return laid_on(sheet, seal, (round(left), round(min(top, sheet.height - seal.height))))


def _ending(page: pypdfium2.PdfPage) -> float | None:
    """Points from the top of the page to the line of the signature block, where the page has it."""
    text = page.get_textpage()
    found = text.search(ENDING, match_case=True).get_next()
    if found is None:
        return None
    return float(page.get_height() - text.get_charbox(found[0])[3])


def _place(sheet: Image.Image, stamp: Stamp) -> tuple[int, int]:
    return round(stamp.place[0] * sheet.width), round(stamp.place[1] * sheet.height)


def _scanned(sheet: Image.Image, chance: random.Random, noise: np.random.Generator) -> Image.Image:
    """The sheet as the machine sees it: in colour where there is a seal or stamp on it, else in grey."""
    turned = sheet.rotate(chance.uniform(-MOST_SKEW, MOST_SKEW), Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    soft = turned.filter(ImageFilter.GaussianBlur(BLUR))
    red, _, blue = soft.split()
    plain = ImageChops.difference(red, blue).getextrema()[1] < 40  # black print and white paper alone
    levels = np.asarray(soft.convert("L") if plain else soft, dtype=np.float32) * ((PAPER - INK) / 255) + INK
    levels += noise.normal(0.0, NOISE, levels.shape[:2]).astype(np.float32).reshape((*levels.shape[:2], *(1,) * (levels.ndim - 2)))
    for _ in range(SPECKS):
        x, y = chance.randrange(sheet.width - 1), chance.randrange(sheet.height - 1)
        levels[y : y + 2, x : x + 1] = INK
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
