"""Pictures as machines pack them into PDF: fax coding, JBIG2, JPEG 2000, four colours; one that is broken costs its page."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from models.text import Document, PageSource
from pipeline.extract import ReadSettings, read_pages
from tests.extract import scan_builders as make

RECALL = 0.9


def fax(picture: Image.Image) -> bytes:
    """The picture in T.6 coding, ink as black runs."""
    buffer = io.BytesIO()
    ink = ImageOps.invert(picture).point(lambda level: 255 * (level > 100)).convert("1", dither=Image.Dither.NONE)
    ink.save(buffer, "TIFF", compression="group4", tiffinfo={278: ink.height})
    with Image.open(buffer) as tiff:
        (start,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined]
    return buffer.getvalue()[start : start + length]


def jbig2(picture: Image.Image) -> bytes:
    """The picture as JBIG2 of one page: a generic region in T.6 coding."""
    size = struct.pack(">II", *picture.size)
    page = size + struct.pack(">IIBH", 0, 0, 0, 0)
    region = size + struct.pack(">IIB", 0, 0, 0) + b"\x01" + fax(picture)
    pieces = ((0, 48, page), (1, 38, region))
    return b"".join(struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data for number, kind, data in pieces)


def jpeg(kind: str, mode: str) -> Callable[[Image.Image], bytes]:
    def pack(picture: Image.Image) -> bytes:
        buffer = io.BytesIO()
        picture.convert(mode).save(buffer, kind)
        return buffer.getvalue()

    return pack


def pdf_of(picture: Image.Image, data: bytes, entries: str) -> bytes:
    """A PDF of one page with one picture, written by hand: no library packs all of these. Readers rebuild the table of objects."""
    width, height = (round(side * 72 / make.DPI) for side in picture.size)
    show = f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode()
    image = f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}{entries}/Length {len(data)}".encode()
    bodies = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>".encode(),
        b"<<" + image + b">>\nstream\n" + data + b"\nendstream",
        f"<</Length {len(show)}>>\nstream\n".encode() + show + b"\nendstream",
    )
    objects = b"".join(f"{number} 0 obj\n".encode() + body + b"\nendobj\n" for number, body in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n"


def read(folder: Path, data: bytes) -> Document:
    path = folder / "quet.pdf"
    path.write_bytes(data)
    return read_pages(path, settings=ReadSettings())


@pytest.mark.parametrize(
    ("pack", "entries"),
    [
        pytest.param(
            fax,
            "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns {0}/Rows {1}>>",
            id="CCITT",
        ),
        pytest.param(jbig2, "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode", id="JBIG2"),
        pytest.param(jpeg("JPEG2000", "L"), "/Filter/JPXDecode", id="JPX"),
        pytest.param(
            jpeg("JPEG", "CMYK"), "/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]", id="CMYK"
        ),
    ],
)
def test_every_coding_of_pictures_is_read(pack: Callable[[Image.Image], bytes], entries: str, tmp_path: Path) -> None:
    (picture,) = make.pictures_of(make.paper())
    (page,) = read(
        tmp_path, pdf_of(picture, pack(picture), entries.replace("{0}", str(picture.width)).replace("{1}", str(picture.height)))
    ).pages
    assert (page.source, page.healthy) == (PageSource.OCR, True), page.reason
    printed = " ".join(make.LINES).split()
    assert sum(word in page.text.split() for word in printed) / len(printed) >= RECALL


def test_a_picture_that_cannot_be_decoded_is_said_and_not_invented(tmp_path: Path) -> None:
    (picture,) = make.pictures_of(make.paper())
    (page,) = read(tmp_path, pdf_of(picture, b"\x00\x00\x00\x0cjP  " + bytes(200), "/Filter/JPXDecode")).pages
    assert page.text.split() == []
