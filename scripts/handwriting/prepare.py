"""Make the pictures that the reader of figures learns from: gaps of letterheads, and some made of digits and fonts kept apart.

In: a folder with digits of others (0.json to 9.json: {"data": [784 levels from 0 to 1 for each digit, ...]}), a folder of fonts
that look handwritten.  Out: one file of pictures with their labels, for `scripts.handwriting.network`.
Promise: the same digits and fonts give the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from scripts.handwriting.pictures import Sample, Sources, samples

PRINT = "/usr/share/fonts/truetype/liberation2/Liberation"
SERIF = tuple(f"{PRINT}Serif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic"))
SANS = tuple(f"{PRINT}{style}.ttf" for style in ("Sans-Regular", "Sans-Bold", "Mono-Bold"))
APART, EVERY_FONT = 100, 7
"""The last so many digits of each figure, and every seventh font, are kept to measure with."""
COUNT, CHUNK, SEED, CHECK, CHECK_SEED = 45_000, 1_500, 11, 1_500, 900


def sources(digits: Path, fonts: Path, *, apart: bool) -> Sources:
    """The digits and fonts to learn from, or those kept apart."""
    found = []
    for figure in range(10):
        data = json.loads((digits / f"{figure}.json").read_text(encoding="utf-8"))["data"]
        levels = np.rint(np.array(data, np.float32).reshape(-1, 28, 28) * 255).astype(np.uint8)
        found.append(levels[-APART:] if apart else levels[:-APART])
    hands = sorted(str(path) for path in fonts.rglob("*") if path.suffix in (".ttf", ".otf"))
    return Sources(tuple(found), tuple(hand for at, hand in enumerate(hands) if (at % EVERY_FONT == 3) == apart), SERIF, SANS)


def packed(items: Sequence[Sample]) -> dict[str, np.ndarray]:
    """Pictures one behind the other, their widths, their labels."""
    levels = [np.rint(item.picture * 255).astype(np.uint8) for item in items]
    widths, labels = np.array([part.shape[1] for part in levels]), np.array([item.label for item in items])
    return {"levels": np.concatenate(levels, axis=1), "widths": widths, "labels": labels}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("digits", type=Path)
    parser.add_argument("fonts", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--count", type=int, default=COUNT, help="pictures to learn from")
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args(arguments)
    known = sources(chosen.digits, chosen.fonts, apart=False)
    with ProcessPoolExecutor(chosen.processes) as pool:
        parts = pool.map(partial(samples, CHUNK, sources=known), range(SEED, SEED + chosen.count // CHUNK))
        items = [each for part in parts for each in part if each.label]
    apart = samples(CHECK, CHECK_SEED, sources(chosen.digits, chosen.fonts, apart=True))
    checks = {f"check_{name}": values for name, values in packed([each for each in apart if each.label]).items()}
    np.savez_compressed(chosen.output, **packed(items), **checks)


if __name__ == "__main__":
    main()
