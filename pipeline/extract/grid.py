"""Ruled tables of a PDF page: from drawn lines to rows and cells.

In: the path objects of a pdfium page.  Out: `Grid`s, their cells in rows and columns.
Promise: pages with few ruled lines cost one look at their objects; the geometry of cells is pdfplumber's, fed with the lines
that pdfium has already read, so that the page is not parsed a second time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from models.text import Box
from pipeline.extract.pdf_words import Frame

# A ruled line is thinner than this (points) ...
_THIN = 3.0
# ... and longer than this: a table cell holds at least one letter.
_LONG = 8.0
# The least table: two columns and two rows have three lines each way.
_LEAST_LINES = 3
# More objects than any real page of the corpus (drawings, maps): no tables are looked for.
_MOST_EDGES = 3_000
# Lines closer than this are one (pdfplumber's own default).
_SNAP = 3.0
# A letter reaches over a border when it does so by more than this; a hyphen is about 4 points wide.
_REACH = 1.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells as boxes, and its rows as indices of cells; None where another cell reaches over the place."""

    bbox: Box
    cells: tuple[Box, ...]
    rows: tuple[tuple[int | None, ...], ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell that holds a point."""
        if not (self.bbox[0] <= x <= self.bbox[2] and self.bbox[1] <= y <= self.bbox[3]):
            return None
        return next((i for i, c in enumerate(self.cells) if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)

    def border_within(self, box: Box) -> float | None:
        """The upright border that a box reaches over, well into the cells on both sides; None for none."""
        x0, y, x1 = box[0] + _REACH, (box[1] + box[3]) / 2, box[2] - _REACH
        if x0 >= x1 or not (self.bbox[1] <= y <= self.bbox[3]) or x1 < self.bbox[0] or x0 > self.bbox[2]:
            return None
        return next((c[2] for c in self.cells if c[1] <= y <= c[3] and x0 < c[2] < x1 and c[2] < self.bbox[2]), None)


def find_grids(edges: list[Box]) -> list[Grid]:
    """The ruled tables that these lines draw, at least two rows of two columns, from top to bottom."""
    level = sum(1 for e in edges if e[2] - e[0] >= e[3] - e[1])
    if level < 2 or len(edges) - level < 2 or len(edges) < 2 * _LEAST_LINES - 1 or len(edges) > _MOST_EDGES:
        return []
    from pdfplumber import table as plumber  # slow to load, and most pages have no table

    merged = plumber.merge_edges(
        [_edge(box) for box in (*edges, *_open_sides(edges))],
        snap_x_tolerance=_SNAP,
        snap_y_tolerance=_SNAP,
        join_x_tolerance=_SNAP,
        join_y_tolerance=_SNAP,
    )
    cells = plumber.intersections_to_cells(plumber.edges_to_intersections(merged, _SNAP, _SNAP))
    grids = [_grid([tuple(map(float, cell)) for cell in group]) for group in plumber.cells_to_tables(cells)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.bbox[1])


def ruled_lines(page: Any, frame: Frame) -> list[Box]:
    """The level and upright lines drawn on a pdfium page, as thin boxes from the top left corner."""
    edges: list[Box] = []
    bounds = tuple(ctypes.c_float() for _ in range(4))
    references = tuple(ctypes.byref(value) for value in bounds)
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, *references):
            continue
        left, bottom, right, top = (value.value for value in bounds)
        edges.extend(_path_edges(item, frame, frame.box(left, bottom, right, top)))
        if len(edges) > _MOST_EDGES:
            return []
    return edges


def _path_edges(item: Any, frame: Frame, box: Box) -> Iterator[Box]:
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) <= _THIN:
        if max(width, height) >= _LONG:
            yield box
        return
    if pdfium.FPDFPath_CountSegments(item) <= 6 and not _stroked(item):
        return  # a coloured ground, no border
    yield from _segments(item, frame)


def _stroked(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _segments(item: Any, frame: Frame) -> Iterator[Box]:
    """The straight level and upright pieces of a path that is more than one line."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    first: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        px = matrix.a * x.value + matrix.c * y.value + matrix.e
        py = matrix.b * x.value + matrix.d * y.value + matrix.f
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield from _straight(frame, last, (px, py))
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = (px, py)
        last = (px, py)
        if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
            yield from _straight(frame, last, first)


def _straight(frame: Frame, a: tuple[float, float], b: tuple[float, float]) -> Iterator[Box]:
    box = frame.box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) <= 0.5 and max(width, height) >= _LONG:
        yield box


def _open_sides(edges: list[Box]) -> Iterator[Box]:
    """The borders that are not drawn: a table cut by the end of a page has no line there, some have none at their sides."""
    level = [e for e in edges if e[2] - e[0] >= e[3] - e[1]]
    upright = [e for e in edges if e[2] - e[0] < e[3] - e[1]]
    for side in (1, 3):
        for at, lines in _by_place(upright, side).items():
            left, right = min(e[0] for e in lines), max(e[2] for e in lines)
            if not any(abs(e[1] - at) < 2 * _SNAP and e[0] < right and e[2] > left for e in level):
                yield left, at, right, at
    for side in (0, 2):
        for at, lines in _by_place(level, side).items():
            top, bottom = min(e[1] for e in lines), max(e[3] for e in lines)
            if not any(abs(e[0] - at) < 2 * _SNAP and e[1] < bottom and e[3] > top for e in upright):
                yield at, top, at, bottom


def _by_place(lines: list[Box], side: int) -> dict[float, list[Box]]:
    """Lines that end at the same place, by that place; fewer than three are no table's border."""
    found: dict[float, list[Box]] = {}
    for line in sorted(lines, key=lambda e: e[side]):
        last = next(reversed(found), None)
        if last is not None and line[side] - last < _SNAP:
            found[last].append(line)
        else:
            found[line[side]] = [line]
    return {at: ends for at, ends in found.items() if len(ends) >= _LEAST_LINES}


def _edge(box: Box) -> dict[str, Any]:
    """A line as pdfplumber's functions take it: a line without thickness, at the middle of the drawn one."""
    x0, top, x1, bottom = box
    level = x1 - x0 >= bottom - top
    if level:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if level else "v",
        "object_type": "line",
    }


def _grid(cells: list[Any]) -> Grid | None:
    """Cells put into rows by their top and columns by their left edge; None for less than two rows of two columns."""
    lefts = sorted({round(cell[0], 1) for cell in cells})
    tops = sorted({round(cell[1], 1) for cell in cells})
    if len(lefts) < 2 or len(tops) < 2:
        return None
    ordered: list[Box] = sorted(cells, key=lambda cell: (cell[1], cell[0]))
    rows: list[list[int | None]] = [[None] * len(lefts) for _ in tops]
    for index, cell in enumerate(ordered):
        rows[tops.index(round(cell[1], 1))][lefts.index(round(cell[0], 1))] = index
    bbox = (min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells))
    return Grid(bbox, tuple(ordered), tuple(tuple(row) for row in rows))
