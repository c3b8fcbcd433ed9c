"""The left side: a page of the document, as picture or as lines, with the marks of a record.

In: the pages of a document, marks, which page and view are asked for.  Out: `Pane`, all that its template needs.
Promise: a page that is not there is answered with the nearest one; a file without pages is shown as lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.text import Box
from pipeline.register import Register, placed_lines
from pipeline.register.sheets import Sheet, Sheets, page_text
from pipeline.review.drawing.studio import DRAWN
from pipeline.review.highlights import Line, Mark, lines_of

__all__ = ["Pane", "Rect", "pane_of"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A box to be drawn: x, y, width and height in points of the page."""

    kind: str
    words: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pane:
    """A page to be shown; `rects` for its picture, `lines` for its text; `marked` the pages that
    bear marks; `places` the lines of the picture with their first letter and end, for marking a task.
    """

    document_id: str
    file: str
    sheet: Sheet
    count: int
    drawn: bool
    picture: bool
    rects: tuple[Rect, ...]
    lines: tuple[Line, ...]
    marked: tuple[int, ...]
    places: tuple[tuple[int, int, Rect], ...]


def pane_of(register: Register, sheets: Sheets, marks: Sequence[Mark], *, page: int | None, view: str) -> Pane | None:
    """The page asked for, else the one where the record stands, else the first; None for a document without any."""
    wanted = page or next((mark.page for mark in marks), 1)
    if not sheets.pages:
        return None
    sheet = sheets.page(wanted) or sheets.page(max(1, min(wanted, sheets.pages[-1].page))) or sheets.pages[0]
    drawn = sheet.media in DRAWN and bool(sheet.width and sheet.height)
    picture = drawn and view != "text"
    text = "" if picture else page_text(register, sheets.sha256, sheet.page)
    return Pane(
        document_id=sheets.document_id,
        file=sheets.file,
        sheet=sheet,
        count=len(sheets.pages),
        drawn=drawn,
        picture=picture,
        rects=tuple(_rect(mark, box) for mark in marks for box in mark.boxes.get(sheet.page, ())) if picture else (),
        lines=() if picture else tuple(lines_of(text, sheet.offset, marks)),
        places=tuple(
            (line.start, line.end, _rect(Mark("line", "", {}, (), sheet.page), line.box))
            for line in (placed_lines(register, sheets.sha256, sheet) if picture else ())
        ),
        marked=tuple(sorted({number for mark in marks for number in mark.boxes})),
    )


def _rect(mark: Mark, box: Box) -> Rect:
    x0, top, x1, bottom = box
    pad = 1.5 if mark.kind == "task" else 0.5  # so that the frame does not cut into letters
    return Rect(
        mark.kind, mark.words[:200], round(x0 - pad, 1), round(top - pad, 1),
        round(max(0.0, x1 - x0) + 2 * pad, 1), round(max(0.0, bottom - top) + 2 * pad, 1),
    )  # fmt: skip
