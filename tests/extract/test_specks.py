"""Specks of a bad scan, strewn by the test over a page it drew: they go, and the dots of the print stay."""

import numpy as np
import pytest
from PIL import Image

from pipeline.extract.image import prepare
from pipeline.extract.image.ink import ink, letter_height
from pipeline.extract.image.specks import specks
from pipeline.extract.settings import ReadSettings
from tests.extract import scan_builders as build

DPI = 200
LINES = (
    *build.LINES,
    "Nơi nhận: như trên; lưu: văn thư......",
    "Số: ....../KH-UBND; điểm i, điểm ị: ......",
    "II. Kỳ báo cáo; e-mail: a.b.c",
)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return build.pictures_of(build.paper(LINES), DPI)[0]


def strewn(page: Image.Image, *, size: int, count: int) -> Image.Image:
    """The page with black squares of `size` points all over it, from a fixed seed."""
    levels = np.array(page)
    places = np.random.default_rng(7).integers((0, 0), (page.width - size, page.height - size), (count, 2))
    for x, y in places:
        levels[y : y + size, x : x + size] = 0
    return Image.fromarray(levels)


def found(page: Image.Image, dpi: int = DPI) -> np.ndarray:
    mask = ink(np.asarray(page))
    height = letter_height(mask)
    assert height is not None
    return specks(mask, height, dpi)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_specks_go_and_the_print_stays(page: Image.Image, size: int) -> None:
    dirty = strewn(page, size=size, count=900)
    assert "bỏ đốm bẩn" in prepare(dirty, dpi=DPI, settings=ReadSettings()).done
    print_ = ink(np.asarray(page))
    assert not (found(dirty) & print_).any()
    strewn_there = ink(np.asarray(dirty)) & ~print_
    left = strewn_there & ~found(dirty)
    assert left.sum() < 0.35 * strewn_there.sum()  # those that touch letters stay


@pytest.mark.parametrize("size", [4, 6])
def test_marks_as_large_as_the_dots_of_the_print_stay(page: Image.Image, size: int) -> None:
    assert not found(strewn(page, size=size, count=900)).any()


def test_a_clean_page_keeps_every_point(page: Image.Image) -> None:
    assert not found(page).any()
    assert "bỏ đốm bẩn" not in prepare(strewn(page, size=2, count=12), dpi=DPI, settings=ReadSettings()).done


def test_the_crumbs_of_faint_strokes_are_print(page: Image.Image) -> None:
    levels = np.array(page)
    levels[::3] = 255  # a raster leaves of each stroke rows of two points
    levels[:, ::3] = 255
    faint = Image.fromarray(levels)
    mask = ink(levels)
    assert mask.sum() > 1000
    assert not specks(mask, 18.0, DPI).any()
    assert "bỏ đốm bẩn" not in prepare(faint, dpi=DPI, settings=ReadSettings()).done


def test_a_low_resolution_has_no_specks_to_tell(page: Image.Image) -> None:
    small = page.resize((page.width // 4, page.height // 4), Image.Resampling.LANCZOS)
    assert not specks(ink(np.asarray(small)), 4.0, DPI // 4).any()
