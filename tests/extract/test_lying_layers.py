"""Scans whose text layer lies in other ways: an OCR engine of German, a watermark whose letters stand among those of the text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from models.text import Page, PageSource
from pipeline.extract import ReadSettings, read_pages
from pipeline.extract.settings import OcrMode
from tests.extract import scan_builders as make
from tests.extract.builders import face_file

RECALL = 0.9
"""Share of the words printed that must be read from the picture."""
_GERMAN = str.maketrans({"ă": "ä", "â": "ä", "ơ": "ö", "ô": "ö", "ư": "ü", "đ": "d", "ê": "e", "Đ": "D", "Ư": "Ü", "Ơ": "Ö"})


def german(line: str) -> str:
    """What an engine of German makes of a line: its umlauts for hats and horns, no tones."""
    plain = (letter for letter in unicodedata.normalize("NFD", line) if letter not in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(unicodedata.normalize("NFC", "".join(plain)).translate(_GERMAN)).replace("h ", "b ").replace("g ", "q ")


def with_watermark(line: str) -> str:
    """A line with the letters of a slanted watermark between its own: they lie over it, so readers put them inside the words."""
    letters = "SAOLUU"
    return "".join(letter + (letters[at // 3 % len(letters)] if at % 3 == 2 else "") for at, letter in enumerate(line))


def grey_watermark(picture: Image.Image) -> Image.Image:
    """The picture with a pale word across it, under the print."""
    mark = Image.new("L", picture.size, 255)
    ImageDraw.Draw(mark).text((60, 260), "BẢN LƯU", fill=205, font=ImageFont.truetype(str(face_file()), 150))
    return Image.composite(picture, mark.rotate(20, fillcolor=255), picture.point(lambda level: 255 * (level < 160)))


def read(folder: Path, data: bytes, **changes: object) -> Page:
    path = folder / "quet.pdf"
    path.write_bytes(data)
    (page,) = read_pages(path, settings=ReadSettings(**changes)).pages  # type: ignore[arg-type]
    return page


@pytest.mark.parametrize("lie", [pytest.param(german, id="German"), pytest.param(with_watermark, id="watermark letters")])
def test_a_lying_layer_is_read_again_from_the_picture(lie, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (picture,) = make.pictures_of(make.paper())
    data = make.scan_pdf(grey_watermark(picture), over=make.hidden_text(tuple(map(lie, make.LINES))))
    layer = read(tmp_path, data, ocr=OcrMode.OFF)
    assert (layer.source, layer.healthy) == (PageSource.TEXT_LAYER, False)
    page = read(tmp_path, data)
    assert (page.source, page.healthy) == (PageSource.OCR, True)
    printed = " ".join(make.LINES).split()
    assert sum(word in page.text.split() for word in printed) / len(printed) >= RECALL
