"""Which text is the truth of a page? The one place that decides between what the file says and what its picture shows.

In: the verdict on the text of a page, and what OCR read from its picture.  Out: the page as it goes on, with reason and verdict.
Promise: a page keeps the better of its two texts, and says which, why, and how good it is; a text that is kept although it
cannot be relied on stays marked so.

    what the page is                                   what is taken
    (a) healthy layer                                  text_layer
    (b) no layer: scan, letters drawn as curves        ocr
    (c) a layer that is only a stamp or watermark      ocr
    (d) a layer of an OCR engine of another language   ocr where it reads better, else the layer, not healthy
    (e) a layer with a broken letter map               as (d)
    (f) a layer in a font of TCVN3 or VNI              as (d)
    (g) plain text without a picture                   plain, not healthy where it is garbled
"""

from __future__ import annotations

from dataclasses import replace

from models.text import Page, PageSource
from pipeline.extract.health import Health, count_words
from pipeline.extract.ocr.picture import PictureText

_ENOUGH = 0.5
"""OCR that finds fewer than this share of the words of a garbled layer has not read the page."""


def needs_picture(health: Health) -> bool:
    """Whether the picture of a page must be looked at: its text cannot be relied on."""
    return not health.healthy


def settle(page: Page, layer: Health, picture: PictureText) -> tuple[Page, Health]:
    """The page with the better of its two texts, and the verdict on that text."""
    if not _picture_is_better(page.raw, layer, picture):
        unread = picture.health.reason
        reason = f"{page.reason}; đọc từ ảnh (OCR) không được: {unread}"
        health = Health(False, layer.quality, unread, "unread") if layer.kind in ("scan", "stamp") else layer
        return replace(page, reason=reason, marks=picture.marks), health
    return seen_page(page.number, picture, why=layer.reason, size=(page.width, page.height)), picture.health


def seen_page(number: int, picture: PictureText, *, why: str, size: tuple[float | None, float | None]) -> Page:
    """A page whose text is what OCR read."""
    out, health = picture.out, picture.health
    how = f"đọc từ ảnh (OCR), {', '.join(picture.done)}" if picture.done else "đọc từ ảnh (OCR)"
    return Page(
        number=number,
        raw=out.text,
        text=out.text,
        source=PageSource.OCR,
        reason=f"{how}: {health.reason}; {why}",
        quality=health.quality,
        healthy=health.healthy,
        words=tuple(out.words),
        tables=tuple(out.tables),
        marks=picture.marks,
        width=size[0],
        height=size[1],
    )


def _picture_is_better(text: str, layer: Health, picture: PictureText) -> bool:
    seen = picture.health
    if seen.kind in ("unread", "slow"):
        return False
    if layer.kind in ("scan", "stamp"):
        return True  # there is nothing to compare with
    enough = count_words(picture.out.text).letters >= _ENOUGH * count_words(text).letters
    return enough and (seen.healthy, seen.quality) > (layer.healthy, layer.quality)
