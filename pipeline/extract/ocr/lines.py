"""The words that OCR saw, laid out as the words of a PDF are: lines in reading order, tabs between columns, tables as rows.

In: `SeenWord`s in pixels of an upright, straight picture, its resolution, and the ruled lines on it.  Out: `LaidOut`, in points of
that picture.
Promise: each word that is kept is in the text exactly once; what is dropped is dirt: signs without a letter or a figure, of
which the engine was unsure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from PIL import Image, ImageDraw

from models.text import Box
from pipeline.extract.grid import find_grids
from pipeline.extract.layout import LaidOut, lay_out
from pipeline.extract.ocr.columns import unfold
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.pdf_words import PlacedWord

POINTS = 72.0
_DIRT_BELOW = 45.0
"""Confidence under which a sign without letters and figures is a speck: bullets and dashes that were printed have 60 and more."""
_SIGN = re.compile(r"[\W_]+")
_BARS = re.compile(r"[|¦]+")
"""Borders of tables; no document writes them."""
_BESIDE = 4.0
"""Points by which the pieces of one border may lie beside each other; the narrowest column (STT) has 20."""
_AWAITS_FIGURE = frozenset({"ngày", "tháng", "năm", "số:", "số", "/"})
"""Words before a blank that is filled in by hand: the wide gap behind them parts no columns."""
LineId = tuple[int, int, int]
_TOUCHES = 0.35
"""A word belongs to the height of its line where it leaves it by less than this share of the line's height."""


def lay_out_seen(words: Sequence[SeenWord], *, dpi: int, rules: Iterable[Box] = ()) -> LaidOut:
    """The page as text, its words with boxes and confidences, its tables."""
    scale = POINTS / dpi
    seen = [word for word in words if not _is_dirt(word)]
    rows = _rows(seen)
    levels = [_scaled((word.box[0], rows[word.line][0], word.box[2], rows[word.line][1]), scale) for word in seen]
    order = unfold([word.text for word in seen], levels)
    placed, places = [], {}
    for index, (word, level) in enumerate(zip(seen, order.boxes, strict=True)):
        places[level] = _scaled(_fitted(word.box, *rows[word.line]), scale)
        placed.append(PlacedWord(word.text, level, index, index, round(word.confidence / 100, 3)))

    def same_object(a: int, b: int) -> bool:
        return seen[a].line == seen[b].line and seen[a].text.lower() in _AWAITS_FIGURE

    grids = find_grids(_aligned([order.moved(_scaled(rule, scale)) for rule in rules]))
    out = lay_out(placed, grids, same_object, lambda word, _: [word])
    out.words = [word._replace(box=places[word.box]) for word in out.words]
    return out


def without_borders(image: Image.Image, rules: Sequence[Box], *, dpi: int) -> Image.Image:
    """The picture without its ruled lines where they draw a table: beside borders the engine passes over words.

    Two scanned tables: 94 and 88 of 100 words are read with their borders, 96 and 99 without; strokes under headings stay.
    """
    if not find_grids(_aligned([_scaled(rule, POINTS / dpi) for rule in rules])):
        return image
    bare = image.copy()
    brush = ImageDraw.Draw(bare)
    white = (255, 255, 255) if image.mode == "RGB" else 1 if image.mode == "1" else 255
    for x0, top, x1, bottom in rules:
        brush.rectangle((x0 - 1, top - 1, x1 + 1, bottom + 1), fill=white)
    return bare


def _aligned(rules: Sequence[Box]) -> list[Box]:
    """Ruled lines of a picture made straight: pieces of one border that lie a little beside each other get one place."""
    level = [rule for rule in rules if rule[2] - rule[0] >= rule[3] - rule[1]]
    upright = [rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1]]
    rows = _places([(rule[1] + rule[3]) / 2 for rule in level])
    columns = _places([(rule[0] + rule[2]) / 2 for rule in upright])
    across = _joined((y, rule[0], rule[2]) for rule, y in zip(level, rows, strict=True))
    down = _joined((x, rule[1], rule[3]) for rule, x in zip(upright, columns, strict=True))
    return [*((start, y, end, y) for y, start, end in across), *((x, start, x, end) for x, start, end in down)]


def _joined(pieces: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Pieces (place, start, end) of one line that overlap or touch, as one piece."""
    found: list[tuple[float, float, float]] = []
    for place, start, end in sorted(pieces):
        if found and found[-1][0] == place and start - found[-1][2] <= _BESIDE:
            found[-1] = place, found[-1][1], max(found[-1][2], end)
        else:
            found.append((place, start, end))
    return found


def _places(values: Sequence[float]) -> list[float]:
    """Each value, those of a chain of near neighbours replaced by their mean."""
    found = list(values)
    chain: list[int] = []
    for index in [*sorted(range(len(values)), key=values.__getitem__), -1]:
        if chain and (index < 0 or values[index] - values[chain[-1]] > _BESIDE):
            middle = sum(values[i] for i in chain) / len(chain)
            for i in chain:
                found[i] = middle
            chain = []
        chain.append(index)
    return found


def _is_dirt(word: SeenWord) -> bool:
    return _BARS.fullmatch(word.text) is not None or (word.confidence < _DIRT_BELOW and _SIGN.fullmatch(word.text) is not None)


def _rows(words: Sequence[SeenWord]) -> dict[LineId, tuple[float, float]]:
    """Top and bottom of each line of the engine; lines one below the other do not overlap, also where the paper lay askew."""
    lines: dict[LineId, list[Box]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word.box)
    rows = {line: _height(boxes) for line, boxes in lines.items()}
    ends = {line: (min(box[0] for box in boxes), max(box[2] for box in boxes)) for line, boxes in lines.items()}
    order = sorted(rows, key=lambda line: sum(rows[line]))
    for at, upper in enumerate(order):
        for lower in order[at + 1 :]:
            (top, bottom), (next_top, next_bottom) = rows[upper], rows[lower]
            if next_top >= bottom:
                continue
            if ends[upper][0] < ends[lower][1] and ends[lower][0] < ends[upper][1]:
                border = (top + bottom + next_top + next_bottom) / 4
                rows[upper], rows[lower] = (top, min(bottom, border)), (max(next_top, border), next_bottom)
    return rows


def _height(boxes: Sequence[Box]) -> tuple[float, float]:
    """Top and bottom of a line: the height of most of its words around their middle, so that a line that climbs stays low."""
    tall = median(box[3] - box[1] for box in boxes)
    usual = [box for box in boxes if 0.6 * tall <= box[3] - box[1] <= 1.8 * tall] or boxes
    heights = sorted(box[3] - box[1] for box in usual)
    half = heights[(3 * len(heights) - 1) // 4] / 2
    middle = median((box[1] + box[3]) / 2 for box in usual)
    return middle - half, middle + half


def _fitted(box: Box, top: float, bottom: float) -> Box:
    """The box as high as its line (the engine draws it around the ink, "con" lower than "Đất"), unless it leaves the line."""
    x0, y0, x1, y1 = box
    reach = _TOUCHES * (bottom - top)
    if y0 < top - reach or y1 > bottom + reach:
        return box
    return x0, min(top, y0), x1, max(bottom, y1)


def _scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * scale, top * scale, x1 * scale, bottom * scale
