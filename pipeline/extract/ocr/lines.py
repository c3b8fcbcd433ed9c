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

    grids = find_grids([order.moved(_scaled(rule, scale)) for rule in rules])
    out = lay_out(placed, grids, same_object, lambda word, _: [word])
    out.words = [word._replace(box=places[word.box]) for word in out.words]
    return out


def _is_dirt(word: SeenWord) -> bool:
    return word.confidence < _DIRT_BELOW and _SIGN.fullmatch(word.text) is not None


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
