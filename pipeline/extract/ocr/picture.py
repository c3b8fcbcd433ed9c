"""One picture of a page read: prepared, seen by the engine, laid out, judged.

In: a picture and its resolution.  Out: `PictureText`: the text with boxes in points of the picture as it was given.
Promise: whatever goes wrong with the picture is a verdict with a reason, never an exception; only a missing engine is one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from PIL import Image

from models.text import Box, Mark
from pipeline.extract.health import Health, judge_seen
from pipeline.extract.image import Prepared, other_way_up, prepare
from pipeline.extract.layout import LaidOut
from pipeline.extract.ocr.again import with_second_look, with_thicker_strokes
from pipeline.extract.ocr.careful import MORE_READINGS, see_again
from pipeline.extract.ocr.edges import without_edges
from pipeline.extract.ocr.engine import EngineTrouble, SeenWord, TooSlow
from pipeline.extract.ocr.handwriting import leave_unsure_blank
from pipeline.extract.ocr.lines import POINTS, lay_out_seen, without_borders
from pipeline.extract.ocr.ocr import BLOCK, SPARSE, WHOLE_PAGE, Ocr
from pipeline.extract.ocr.received import KIND as RECEIVED
from pipeline.extract.ocr.received import without_received
from pipeline.extract.ocr.signed import with_signer
from pipeline.extract.ocr.stamps import coloured_stamps
from pipeline.extract.ocr.written import Hand
from pipeline.extract.settings import OcrMode, ReadSettings

_WORDS_FOR_A_TURN = 12
"""Words of an unreadable page from which on it is read the other way up too: tables and lists are turned wrongly at times."""
_STAMP_SECONDS, _CORNER_SECONDS = 10.0, 10.0
"""Time for the words of one stamp, and for those beside one seal."""


@dataclass(frozen=True, slots=True)
class PictureText:
    """What a picture says: its text, the verdict on it, the marks found, and what was done to read it (Vietnamese clauses)."""

    out: LaidOut
    health: Health
    marks: tuple[Mark, ...] = ()
    done: tuple[str, ...] = field(default=())


def read_picture(image: Image.Image, *, dpi: int, ocr: Ocr, settings: ReadSettings) -> PictureText:
    """Read the picture of a page.

    1. The same picture, engine and settings always give the same text.
    2. Boxes are in points from the top left corner of the picture given, whatever was turned or straightened.
    3. A picture that cannot be read gives an empty text and an unhealthy verdict with the reason.
    """
    prepared = prepare(image, dpi=dpi, settings=settings)
    if prepared.trouble:
        return _unread(prepared.trouble)
    marks = tuple(_marks(image, prepared, dpi, ocr))
    if prepared.blank:
        return PictureText(LaidOut(), Health(True, 1.0, "trang trắng", "blank"), marks, prepared.done)
    try:
        read = _laid_out(image, prepared, dpi, ocr, settings)
        if not read.health.healthy and len(read.out.words) >= _WORDS_FOR_A_TURN:
            other = _laid_out(image, other_way_up(prepared), dpi, ocr, settings)
            read = other if other.health.healthy else read
    except TooSlow as trouble:
        return _unread(str(trouble), kind="slow")
    except EngineTrouble as trouble:
        return _unread(str(trouble))
    return replace(read, marks=(*marks, *read.marks))


def _laid_out(image: Image.Image, prepared: Prepared, dpi: int, ocr: Ocr, settings: ReadSettings) -> PictureText:
    """A prepared picture read, laid out and judged; its marks are a number of receipt, and what was read by hand."""
    seen = _see(prepared, ocr, settings)
    seen, received = without_received(without_edges(seen, prepared.image.size), prepared.image.height)
    box = _on_page(_scaled(received.box, POINTS / prepared.dpi), prepared, dpi) if received else None
    marks: tuple[Mark, ...] = (Mark(RECEIVED, received.text, box),) if received and box else ()
    left = leave_unsure_blank(seen, prepared.image.height, Hand(image, prepared.back, prepared.dpi))
    seen = left.words
    marks += tuple(mark._replace(box=_on_page(_scaled(mark.box, POINTS / prepared.dpi), prepared, dpi)) for mark in left.read)
    out = lay_out_seen(seen, dpi=prepared.dpi, rules=prepared.rules)
    confidences = [word.confidence for word in out.words if word.confidence is not None]
    health = judge_seen(out.text, confidences, settings)
    out.words = [word._replace(box=_on_page(word.box, prepared, dpi)) for word in out.words]
    return PictureText(out, health, marks, (*prepared.done, *left.clauses))


def _see(prepared: Prepared, ocr: Ocr, settings: ReadSettings) -> tuple[SeenWord, ...]:
    """The words of a page: read once, again where print was passed over, and in careful mode again where words were doubtful."""
    dpi = prepared.dpi
    image = without_borders(prepared.image, prepared.rules, dpi=dpi)
    prepared = replace(prepared, image=image)
    # The first reading has half of the time whatever follows: without it the page is lost, the others only better it.
    first = settings.ocr_page_seconds / 2
    careful = settings.ocr is OcrMode.CAREFUL
    later = first / (1 + careful * MORE_READINGS)
    seen = with_second_look(prepared, _read(ocr, prepared, first, WHOLE_PAGE), partial(_read, ocr, prepared, later))
    seen = with_thicker_strokes(prepared, seen, lambda thick: ocr.read(thick, dpi=dpi, psm=WHOLE_PAGE, seconds=later))
    seen = see_again(image, seen, dpi=dpi, ocr=ocr, seconds=later) if careful else seen
    return with_signer(image, dpi, seen, lambda part, part_dpi: ocr.read(part, dpi=part_dpi, psm=SPARSE, seconds=_CORNER_SECONDS))


def _read(ocr: Ocr, prepared: Prepared, seconds: float, psm: int) -> tuple[SeenWord, ...]:
    return ocr.read(prepared.image, dpi=prepared.dpi, psm=psm, seconds=seconds)


def _unread(reason: str, kind: str = "unread") -> PictureText:
    return PictureText(LaidOut(), Health(False, 0.0, reason, kind))


def _marks(image: Image.Image, prepared: Prepared, dpi: int, ocr: Ocr) -> list[Mark]:
    """The stamps that were lifted off with their ink, in points of the picture given."""
    scale = POINTS / prepared.dpi
    found = coloured_stamps(image, prepared, partial(_said, ocr))
    return [mark._replace(box=_on_page(_scaled(mark.box, scale), prepared, dpi)) for mark in found]


def _scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * scale, top * scale, x1 * scale, bottom * scale


def _said(ocr: Ocr, image: Image.Image, dpi: int) -> str:
    try:
        seen: tuple[SeenWord, ...] = ocr.read(image, dpi=dpi, psm=BLOCK, seconds=_STAMP_SECONDS)
    except EngineTrouble:
        return ""
    return " ".join(word.text for word in seen)


def _on_page(box: Box, prepared: Prepared, dpi: int) -> Box:
    """A box in points of the prepared picture, in points of the picture given."""
    there, here = prepared.dpi / POINTS, POINTS / dpi
    x0, top, x1, bottom = prepared.back.box((box[0] * there, box[1] * there, box[2] * there, box[3] * there))
    return x0 * here, top * here, x1 * here, bottom * here
