"""Stamps in coloured ink on scans: their words are read before the ink is lifted off, whatever way a hand set them down."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from corpus.generator.ink import BLACK, RED, Stamp
from corpus.generator.scanner import print_and_scan
from models.text import COPY, SECRECY, URGENCY, Document
from pipeline.extract import ReadSettings, read_pages, secrecy_of, urgency_of
from pipeline.extract.image import prepare
from pipeline.extract.ocr.stamps import coloured_stamps, kind_of
from tests.extract import scan_builders as make

PLACE = (0.06, 0.72)
"""Below the print of the page, at the left."""
BLUE = (40, 60, 170)


def scanned(folder: Path, *stamps: Stamp) -> Document:
    clean, scan = folder / "sach.pdf", folder / "quet.pdf"
    clean.write_bytes(make.paper())
    return read_pages(print_and_scan(clean, scan, "stamps", stamps=stamps), settings=ReadSettings())


@pytest.mark.parametrize(
    ("words", "turn"), [("MẬT", 0.0), ("MẬT", -7.0), ("TỐI MẬT", 4.0), ("TUYỆT MẬT", -4.0), ("TUYỆT MẬT", 9.0)]
)
def test_a_red_secrecy_stamp_is_seen(words: str, turn: float, tmp_path: Path) -> None:
    assert secrecy_of(scanned(tmp_path, Stamp((words,), PLACE, RED, 14.0, turn))) == words


@pytest.mark.parametrize(("words", "turn"), [("KHẨN", 3.0), ("THƯỢNG KHẨN", -6.0), ("HỎA TỐC", 0.0)])
def test_a_red_urgency_stamp_is_seen_and_makes_nothing_secret(words: str, turn: float, tmp_path: Path) -> None:
    document = scanned(tmp_path, Stamp((words,), PLACE, RED, 14.0, turn))
    assert urgency_of(document) == words
    assert secrecy_of(document) is None


@pytest.mark.parametrize(("words", "turn"), [("SAO Y", 0.0), ("SAO Y BẢN CHÍNH", 4.0)])
def test_a_stamp_of_a_copy_is_a_mark(words: str, turn: float, tmp_path: Path) -> None:
    (page,) = scanned(tmp_path, Stamp((words,), PLACE, RED, 14.0, turn)).pages
    assert [(mark.kind, mark.text) for mark in page.marks] == [(COPY, words)]


def test_a_stamp_in_two_lines_is_one(tmp_path: Path) -> None:
    assert secrecy_of(scanned(tmp_path, Stamp(("TUYỆT", "MẬT"), PLACE, RED, 16.0, 3.0))) == "TUYỆT MẬT"


def test_the_box_of_a_mark_is_where_the_stamp_lies(tmp_path: Path) -> None:
    (page,) = scanned(tmp_path, Stamp(("HỎA TỐC",), PLACE, RED, 14.0, 2.0)).pages
    (mark,) = page.marks
    width, height = make.SMALL
    assert mark.kind == URGENCY
    assert mark.box[0] == pytest.approx(PLACE[0] * width, abs=6)
    assert mark.box[1] == pytest.approx(PLACE[1] * height, abs=6)


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param(Stamp(("ĐÃ KÝ",), PLACE, BLUE), id="signed"),
        pytest.param(Stamp(("MẬT" * 9,), PLACE, RED, 5.0), id="a long line"),
    ],
)
def test_other_stamps_are_no_marks(stamp: Stamp, tmp_path: Path) -> None:
    document = scanned(tmp_path, stamp)
    assert [page.marks for page in document.pages] == [()]


def test_black_print_is_no_stamp_and_costs_no_reading() -> None:
    (plain,) = make.pictures_of(make.paper())

    def never(image: Image.Image, dpi: int) -> str:
        raise AssertionError("read")

    for picture in (plain, plain.convert("RGB")):
        prepared = prepare(picture, dpi=make.DPI, settings=ReadSettings())
        assert list(coloured_stamps(picture, prepared, never)) == []


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("TÓI MAT", (SECRECY, "TỐI MẬT")),
        ("TUYET MÂT |", (SECRECY, "TUYỆT MẬT")),
        ("MẶT", (SECRECY, "MẬT")),
        ("BÍ MẬT", (SECRECY, "MẬT")),
        ("HOA TÓC", (URGENCY, "HỎA TỐC")),
        ("THUONG KHAN", (URGENCY, "THƯỢNG KHẨN")),
        ("KHÂN", (URGENCY, "KHẨN")),
        ("ĐẾN", None),
        ("SAO Y BÁN CHÍNH", (COPY, "SAO Y BẢN CHÍNH")),
        ("SAO LUC", (COPY, "SAO LỤC")),
        ("", None),
    ],
)
def test_what_is_like_a_mark_is_one(said: str, known: tuple[str, str] | None) -> None:
    assert kind_of(said) == known


def test_a_black_stamp_set_straight_is_read_as_print(tmp_path: Path) -> None:
    assert secrecy_of(scanned(tmp_path, Stamp(("TỐI MẬT",), PLACE, BLACK, 14.0))) == "TỐI MẬT"
